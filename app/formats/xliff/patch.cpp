#include "document/segmentation.h"
#include "formats/xliff/metadata_patch.h"
#include "formats/xliff/patch_unit.h"
#include "formats/xliff/unit_writer.h"
#include "formats/xliff/xliff.h"

#include <algorithm>

namespace verbale::xliff {

namespace {

/// Visits no element's content: well-formedness is all that is asked for.
class Nothing : public xml::Visitor
{
public:
    Take begin(const xml::Element &) override { return Take::Skip; }
    void tree(const xml::Element &) override {}
    void end() override {}
};

QString keyOf(const Unit &unit)
{
    return unit.fileId + u'/' + unit.id;
}

bool holdsSameSource(const Unit &one, const Unit &other)
{
    const auto gap = [](const Unit &unit) {
        return unit.segments.isEmpty() ? QString() : unit.segments.last().gapAfter.get();
    };
    return unitSource(one) == unitSource(other) && gap(one) == gap(other);
}

/// Collects what has to change in the file so that it holds what the document holds.
class Patcher
{
public:
    Patcher(const Document &document, const Parsed &parsed)
        : m_document(document)
        , m_parsed(parsed)
        , m_bytes(document.originalBytes.toByteArray())
        , m_file{m_bytes, parsed.encoding}
        , m_splices(m_file)
    {
    }

    Result<QByteArray> patch();

private:
    Result<void> patchUnits();
    Result<void> removeUnits();
    void insertUnit(qsizetype unit);
    void patchLeftOut(const FilePlace &file);
    [[nodiscard]] Error vanished(const QString &key) const;
    [[nodiscard]] QString unitXml(const Unit &unit, const ElementPlace &neighbour) const;

    const Document &m_document;
    const Parsed &m_parsed;
    QByteArray m_bytes;
    FileText m_file;
    Splices m_splices;
    QString m_lineEnd;
    QHash<QString, qsizetype> m_present; ///< units of the file
    bool m_addedTarget = false;
};

Result<QByteArray> Patcher::patch()
{
    const QString firstLines = m_file.slice(0, std::min<qint64>(m_document.originalBytes.size(), 4096));
    m_lineEnd = QLatin1String(firstLines.contains(QLatin1String("\r\n")) ? "\r\n" : "\n");
    const QList<Unit> &present = m_parsed.result.document.units;
    for (qsizetype i = 0; i < present.size(); ++i)
        m_present.insert(keyOf(present[i]), i);

    if (const Result<void> done = patchUnits(); !done)
        return done.error();
    if (const Result<void> done = removeUnits(); !done)
        return done.error();
    for (const FilePlace &file : m_parsed.files)
        patchLeftOut(file);
    if (m_addedTarget && !m_parsed.hasTargetLanguage && !m_document.targetLanguage.isEmpty()) {
        StartTag root(m_splices.startTag(m_parsed.root));
        root.set(QStringLiteral("trgLang"), m_document.targetLanguage);
        m_splices.replace(m_parsed.root.start, m_parsed.root.startTagEnd, root.text());
    }
    if (m_splices.isEmpty())
        return m_document.originalBytes.toByteArray();
    const QByteArray bytes = m_splices.applied();
    Nothing visitor;
    xml::ParseOptions options;
    options.codePrefix = QStringLiteral("xliff");
    const Result<void> wellFormed = xml::parse(bytes, options, visitor);
    if (!wellFormed)
        return Error{
            QStringLiteral("xliff.bad-code"),
            QStringLiteral("An inline code of a target is not well-formed, and the file was left as it is; "
                           "take the target's codes from the source again."),
            {m_document.originalName}};
    return bytes;
}

Error Patcher::vanished(const QString &key) const
{
    return Error{QStringLiteral("xliff.segment-vanished"),
                 QStringLiteral("Segment %1 is not in the XLIFF file that was opened, so its translation has "
                                "no place there; save under another name.")
                     .arg(key),
                 {m_document.originalName}};
}

Result<void> Patcher::patchUnits()
{
    for (qsizetype i = 0; i < m_document.units.size(); ++i) {
        const Unit &wanted = m_document.units[i];
        const auto found = m_present.constFind(keyOf(wanted));
        if (found == m_present.cend()) {
            if (wanted.broughtBackFrom.isEmpty())
                return vanished(keyOf(wanted));
            insertUnit(i);
            continue;
        }
        const Unit &present = m_parsed.result.document.units[*found];
        if (!hasSameShape(wanted, present) && !holdsSameSource(wanted, present))
            return vanished(m_document.segmentKey({i, 0}));
        UnitPatch patch(m_splices, m_lineEnd, wanted, present, m_parsed.units[*found]);
        patch.patch();
        m_addedTarget = m_addedTarget || patch.addedTarget();
    }
    return {};
}

/// Paragraphs that were left out. A file needs one, so the last one of a file is never taken away.
Result<void> Patcher::removeUnits()
{
    QSet<QString> wanted;
    QSet<QString> files;
    for (const Unit &unit : m_document.units) {
        wanted.insert(keyOf(unit));
        files.insert(unit.fileId);
    }
    const QList<Unit> &present = m_parsed.result.document.units;
    for (qsizetype i = 0; i < present.size(); ++i) {
        if (wanted.contains(keyOf(present[i])))
            continue;
        if (!files.contains(present[i].fileId))
            return Error{QStringLiteral("xliff.empty-file"),
                         QStringLiteral("Every paragraph of file %1 would be gone, and XLIFF has no file "
                                        "without one; keep one of them.")
                             .arg(present[i].fileId),
                         {m_document.originalName}};
        const ElementPlace &place = m_parsed.units[i].unit;
        m_splices.replace(m_splices.startWithSpace(place.start), place.end, {});
    }
    return {};
}

/// Before the next unit of its file that is there already, else behind the last one before it.
void Patcher::insertUnit(qsizetype unit)
{
    const QList<Unit> &units = m_document.units;
    const auto placeOfUnit = [&](qsizetype number) -> const ElementPlace * {
        const auto found = m_present.constFind(keyOf(units[number]));
        const bool there = found != m_present.cend() && units[number].fileId == units[unit].fileId;
        return there ? &m_parsed.units[*found].unit : nullptr;
    };
    for (qsizetype next = unit + 1; next < units.size(); ++next) {
        if (const ElementPlace *place = placeOfUnit(next)) {
            m_splices.replace(place->start, place->start,
                              unitXml(units[unit], *place) + m_splices.lineBefore(place->start));
            return;
        }
    }
    for (qsizetype before = unit - 1; before >= 0; --before) {
        if (const ElementPlace *place = placeOfUnit(before)) {
            m_splices.replace(place->end, place->end,
                              m_splices.lineBefore(place->start) + unitXml(units[unit], *place));
            return;
        }
    }
}

QString Patcher::unitXml(const Unit &unit, const ElementPlace &neighbour) const
{
    UnitWriter writer;
    QString text = writer.write(unit, unit.id).trimmed();
    QString declarations = writer.declarations();
    if (!m_splices.prefixOf(neighbour).isEmpty())
        declarations += QLatin1String(" xmlns=\"") + m_parsed.coreNamespace + QLatin1Char('"');
    text.insert(QStringLiteral("<unit").size(), declarations);
    return text.replace(u'\n', m_lineEnd);
}

void Patcher::patchLeftOut(const FilePlace &file)
{
    const auto ofFile = [&file](const Document &document) {
        QList<LeftOutLine> lines = document.leftOut;
        lines.removeIf([&file](const LeftOutLine &line) { return line.fileId != file.id; });
        return lines;
    };
    const QList<LeftOutLine> wanted = ofFile(m_document);
    if (wanted != ofFile(m_parsed.result.document))
        patchGroup(m_splices, {file.leftOut, file.metadata, file.metadataGroups, file.content}, m_lineEnd,
                   [&wanted](const MetaStyle &style) { return leftOutGroup(wanted, style); });
}

} // namespace

Result<QByteArray> patch(const Document &document)
{
    if (document.originalBytes.isEmpty())
        return write(document);
    auto parsed = parseXliff(document.originalBytes.toByteArray(), document.originalName);
    if (!parsed)
        return parsed.error();
    return Patcher(document, *parsed).patch();
}

} // namespace verbale::xliff
