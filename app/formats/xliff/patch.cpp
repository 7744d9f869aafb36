#include "document/segmentation.h"
#include "formats/patch_frame.h"
#include "formats/xliff/metadata_patch.h"
#include "formats/xliff/patch_unit.h"
#include "formats/xliff/unit_writer.h"
#include "formats/xliff/xliff.h"

#include <QtCore/QBuffer>

#include <algorithm>

namespace verbale::xliff {

namespace {

/// Whether a unit is one whole element again, where it stands.
class UnitCheck : public xml::Visitor
{
public:
    explicit UnitCheck(std::size_t depth) : m_depth(depth) {}
    Take begin(const xml::Element &) override { return m_begun++ < m_depth ? Take::Walk : Take::Tree; }
    void tree(const xml::Element &) override { ++m_units; }
    void end() override {}
    Content contentOf(const QString &, const QString &) override { return Content::Elements; }
    [[nodiscard]] bool holds() const { return m_units == 1 && m_begun == m_depth + 1; }

private:
    std::size_t m_depth;
    std::size_t m_begun = 0;
    int m_units = 0;
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
    Patcher(const Document &document, const XliffIndex &index)
        : m_document(document)
        , m_bytes(document.originalBytes)
        , m_index(index)
        , m_file{m_bytes.view(), index.encoding}
        , m_splices(m_file)
    {
    }

    /// In the order of the file.
    Result<QList<bilingual::Replacement>> changes();

private:
    Result<void> patchUnit(const Unit &wanted, std::size_t mark);
    Result<void> removeUnits(const std::vector<std::size_t> &gone);
    Result<void> insertUnit(qsizetype unit, const QList<qint64> &marks);
    void patchLeftOut(const FilePlace &file);
    void findLineEnd();
    [[nodiscard]] Error vanished(const QString &key) const;
    [[nodiscard]] QString unitXml(const Unit &unit, const ElementPlace &neighbour) const;

    const Document &m_document;
    const OriginalBytes &m_bytes;
    const XliffIndex &m_index;
    FileText m_file;
    Splices m_splices;
    QList<bilingual::Replacement> m_inUnits;
    QString m_lineEnd;
    bool m_addedTarget = false;
};

Result<QList<bilingual::Replacement>> Patcher::changes()
{
    findLineEnd();
    const bilingual::Comparison comparison = compare(m_document, m_index);
    for (const bilingual::Comparison::Pair &pair : comparison.changed) {
        if (const Result<void> done = patchUnit(m_document.units[pair.unit], pair.mark); !done)
            return done.error();
    }
    for (const qsizetype unit : comparison.added) {
        if (const Result<void> done = insertUnit(unit, comparison.marks); !done)
            return done.error();
    }
    if (const Result<void> done = removeUnits(comparison.gone); !done)
        return done.error();
    for (const FilePlace &file : m_index.files)
        patchLeftOut(file);
    if (m_addedTarget && !m_index.hasTargetLanguage && !m_document.targetLanguage.isEmpty()) {
        StartTag root(m_splices.startTag(m_index.root));
        root.set(QStringLiteral("trgLang"), m_document.targetLanguage);
        m_splices.replace(m_index.root.start, m_index.root.startTagEnd, root.text());
    }
    return bilingual::inOrder(m_splices.replacements() + m_inUnits);
}

/// Most files have no line end but the first one they have.
void Patcher::findLineEnd()
{
    const QString firstLines = m_file.slice(0, std::min<qint64>(m_bytes.size(), 4096));
    m_lineEnd = QStringLiteral("\n");
    if (firstLines.contains(QLatin1String("\r\n")))
        m_lineEnd = QStringLiteral("\r\n");
    else if (firstLines.contains(u'\r') && !firstLines.contains(u'\n'))
        m_lineEnd = QStringLiteral("\r");
}

Error Patcher::vanished(const QString &key) const
{
    return Error{QStringLiteral("xliff.segment-vanished"),
                 QStringLiteral("Segment %1 is not in the XLIFF file that was opened, so its translation has "
                                "no place there; save under another name.")
                     .arg(key),
                 {m_document.originalName}};
}

Result<void> Patcher::patchUnit(const Unit &wanted, std::size_t mark)
{
    const Result<ParsedUnit> present = readUnitAgain(m_bytes, m_index, mark);
    if (!present)
        return present.error();
    if (!hasSameShape(wanted, present->unit) && !holdsSameSource(wanted, present->unit))
        return vanished(keyOf(wanted) + u'/' +
                        (wanted.segments.isEmpty() ? QString() : wanted.segments.first().id));
    Splices splices(m_file);
    UnitPatch patch(splices, m_lineEnd, wanted, present->unit, present->place);
    patch.patch();
    if (splices.isEmpty())
        return {};
    m_addedTarget = m_addedTarget || patch.addedTarget();
    const bilingual::Range range = m_index.units[mark].range();
    const QByteArray bytes = splices.applied(range.start, range.end);
    UnitCheck check(m_index.around(mark).tags.size());
    xml::ParseOptions options;
    options.codePrefix = QStringLiteral("xliff");
    if (!bilingual::readInPlace(m_bytes, m_index, mark, bytes, check, options) || !check.holds())
        return Error{
            QStringLiteral("xliff.bad-code"),
            QStringLiteral("An inline code of a target of unit %1 is not well-formed, and the file was left "
                           "as it is; take the target's codes from the source again.")
                .arg(keyOf(wanted)),
            {m_document.originalName}};
    m_inUnits += splices.replacements();
    return {};
}

/// Paragraphs that were left out. A file needs one, so the last one of a file is never taken away.
Result<void> Patcher::removeUnits(const std::vector<std::size_t> &gone)
{
    if (gone.empty())
        return {};
    QSet<QString> files;
    for (const Unit &unit : m_document.units)
        files.insert(unit.fileId);
    for (const std::size_t mark : gone) {
        const Result<ParsedUnit> present = readUnitAgain(m_bytes, m_index, mark);
        if (!present)
            return present.error();
        if (!files.contains(present->unit.fileId))
            return Error{QStringLiteral("xliff.empty-file"),
                         QStringLiteral("Every paragraph of file %1 would be gone, and XLIFF has no file "
                                        "without one; keep one of them.")
                             .arg(present->unit.fileId),
                         {m_document.originalName}};
        const bilingual::Range range = m_index.units[mark].range();
        m_splices.replace(m_splices.startWithSpace(range.start), range.end, {});
    }
    return {};
}

/// Before the next unit of its file that is there already, else behind the last one before it.
Result<void> Patcher::insertUnit(qsizetype unit, const QList<qint64> &marks)
{
    const QList<Unit> &units = m_document.units;
    const auto isThere = [&](qsizetype number) {
        return marks[number] >= 0 && units[number].fileId == units[unit].fileId;
    };
    qsizetype neighbour = unit + 1;
    while (neighbour < units.size() && !isThere(neighbour))
        ++neighbour;
    const bool before = neighbour < units.size();
    if (!before) {
        neighbour = unit - 1;
        while (neighbour >= 0 && !isThere(neighbour))
            --neighbour;
    }
    if (neighbour < 0 || units[unit].broughtBackFrom.isEmpty())
        return vanished(keyOf(units[unit]));
    const Result<ParsedUnit> present =
        readUnitAgain(m_bytes, m_index, static_cast<std::size_t>(marks[neighbour]));
    if (!present)
        return present.error();
    const ElementPlace &place = present->place.unit;
    const QString line = m_splices.lineBefore(place.start);
    if (before)
        m_splices.replace(place.start, place.start, unitXml(units[unit], place) + line);
    else
        m_splices.replace(place.end, place.end, line + unitXml(units[unit], place));
    return {};
}

QString Patcher::unitXml(const Unit &unit, const ElementPlace &neighbour) const
{
    UnitWriter writer;
    QString text = writer.write(unit, unit.id).trimmed();
    QString declarations = writer.declarations();
    if (!m_splices.prefixOf(neighbour).isEmpty())
        declarations += QLatin1String(" xmlns=\"") + m_index.coreNamespace + QLatin1Char('"');
    text.insert(QStringLiteral("<unit").size(), declarations);
    return text.replace(u'\n', m_lineEnd);
}

void Patcher::patchLeftOut(const FilePlace &file)
{
    const auto ofFile = [&file](QList<LeftOutLine> lines) {
        lines.removeIf([&file](const LeftOutLine &line) { return line.fileId != file.id; });
        return lines;
    };
    const QList<LeftOutLine> wanted = ofFile(m_document.leftOut);
    if (wanted != ofFile(m_index.leftOut))
        patchGroup(m_splices, {file.leftOut, file.metadata, file.metadataGroups, file.content}, m_lineEnd,
                   [&wanted](const MetaStyle &style) { return leftOutGroup(wanted, style); });
}

Result<QList<bilingual::Replacement>> changesOf(const Document &document)
{
    if (const auto *index = dynamic_cast<const XliffIndex *>(bilingual::indexOf(document.originalBytes)))
        return Patcher(document, *index).changes();
    const Result<ReadXliff> read = xliff::read(document.originalBytes, document.originalName);
    if (!read)
        return read.error();
    const OriginalBytes bytes = read->document.originalBytes;
    return Patcher(document, *dynamic_cast<const XliffIndex *>(bilingual::indexOf(bytes))).changes();
}

} // namespace

Result<QByteArray> patch(const Document &document)
{
    if (document.originalBytes.isEmpty())
        return write(document);
    const auto changes = changesOf(document);
    if (!changes)
        return changes.error();
    if (changes->isEmpty())
        return document.originalBytes.toByteArray();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (const auto done = bilingual::writeReplaced(document.originalBytes, *changes, buffer); !done)
        return done.error();
    return buffer.data();
}

Result<void> patchTo(const Document &document, QIODevice &device)
{
    if (document.originalBytes.isEmpty())
        return bilingual::writeReplaced(write(document), {}, device);
    const auto changes = changesOf(document);
    if (!changes)
        return changes.error();
    return bilingual::writeReplaced(document.originalBytes, *changes, device);
}

} // namespace verbale::xliff
