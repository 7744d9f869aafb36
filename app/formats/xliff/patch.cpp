#include "document/segmentation.h"
#include "formats/save_frame.h"
#include "formats/xliff/metadata_patch.h"
#include "formats/xliff/patch_unit.h"
#include "formats/xliff/unit_writer.h"
#include "formats/xliff/xliff.h"

namespace verbale::xliff {

namespace {

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
        , m_lineEnd(bilingual::lineEndOf(m_file.bytes, index.encoding))
    {
    }

    /// In the order of the file.
    Result<QList<bilingual::Replacement>> changes();

private:
    Result<void> patchUnit(const Unit &wanted, std::size_t mark);
    Result<void> removeUnits(const std::vector<std::size_t> &gone);
    Result<void> insertUnit(qsizetype unit, const QList<qint64> &marks);
    void patchLeftOut(const FilePlace &file);
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
    if (!bilingual::hasSameSources(wanted, present->unit) && !holdsSameSource(wanted, present->unit))
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
    if (!bilingual::isOneUnit(m_bytes, m_index, mark, bytes))
        return bilingual::badCode(keyOf(wanted), m_document.originalName);
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

/// A paragraph that was brought back.
Result<void> Patcher::insertUnit(qsizetype unit, const QList<qint64> &marks)
{
    const Unit &added = m_document.units[unit];
    const auto neighbour = bilingual::neighbourOf(m_document.units, unit, marks);
    if (!neighbour || added.broughtBackFrom.isEmpty())
        return vanished(keyOf(added));
    const Result<ParsedUnit> present = readUnitAgain(m_bytes, m_index, neighbour->mark);
    if (!present)
        return present.error();
    const ElementPlace &place = present->place.unit;
    const QString line = m_splices.lineBefore(place.start);
    if (neighbour->isBehind)
        m_splices.replace(place.start, place.start, unitXml(added, place) + line);
    else
        m_splices.replace(place.end, place.end, line + unitXml(added, place));
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
    const QList<LeftOutLine> wanted = bilingual::leftOutOf(m_document.leftOut, file.id);
    if (wanted != bilingual::leftOutOf(m_index.leftOut, file.id))
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

bilingual::Saving saving()
{
    return {[](const Document &document) { return write(document); }, changesOf};
}

} // namespace

Result<QByteArray> patch(const Document &document)
{
    return bilingual::patched(document, saving());
}

Result<void> patchTo(const Document &document, QIODevice &device)
{
    return bilingual::writePatched(document, saving(), device);
}

} // namespace verbale::xliff
