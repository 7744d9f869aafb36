#include "formats/save_frame.h"
#include "formats/xliff12/left_out.h"
#include "formats/xliff12/names.h"
#include "formats/xliff12/patch_unit.h"
#include "formats/xliff12/unit_writer.h"
#include "formats/xliff12/xliff12.h"

namespace verbale::xliff12 {

namespace {

using bilingual::Replacement;

/// Collects what has to change in the file so that it holds what the document holds.
class Patcher
{
public:
    Patcher(const Document &document, const FileIndex &index)
        : m_document(document)
        , m_index(index)
        , m_file{document.originalBytes.view(), index.encoding}
        , m_splices(m_file)
    {
    }
    /// In the order of the file.
    Result<QList<Replacement>> changes();

private:
    Result<void> patchUnit(const Unit &wanted, std::size_t mark);
    Result<void> insertUnit(qsizetype unit, const QList<qint64> &marks);
    Result<void> removeUnit(std::size_t mark);
    Result<void> patchLeftOut(const FilePlace &file);
    [[nodiscard]] QString unitXml(Unit unit) const;
    [[nodiscard]] Error refusal(const char *code, const QString &message) const;

    const Document &m_document;
    const FileIndex &m_index;
    FileText m_file;
    xliff::Splices m_splices;
    QList<Replacement> m_inUnits;
    PatchFrame m_frame;
};

Result<QList<Replacement>> Patcher::changes()
{
    m_frame.lineEnd = bilingual::lineEndOf(m_file.bytes, m_index.encoding);
    const bilingual::Comparison comparison = compare(m_document, m_index);
    for (const bilingual::Comparison::Pair &pair : comparison.changed) {
        if (const Result<void> done = patchUnit(m_document.units[pair.unit], pair.mark); !done)
            return done.error();
    }
    for (const qsizetype unit : comparison.added) {
        if (const Result<void> done = insertUnit(unit, comparison.marks); !done)
            return done.error();
    }
    for (const std::size_t mark : comparison.gone) {
        if (const Result<void> done = removeUnit(mark); !done)
            return done.error();
    }
    for (const FilePlace &file : m_index.files) {
        if (const Result<void> done = patchLeftOut(file); !done)
            return done.error();
    }
    return bilingual::inOrder(m_splices.replacements() + m_inUnits);
}

Error Patcher::refusal(const char *code, const QString &message) const
{
    return Error{QLatin1String(code), message, {m_document.originalName}};
}

Result<void> Patcher::patchUnit(const Unit &wanted, std::size_t mark)
{
    const Result<ParsedUnit> present = readUnitAgain(m_document.originalBytes, m_index, mark);
    if (!present)
        return present.error();
    if (!bilingual::hasSameSources(wanted, present->unit))
        return refusal("xliff.fixed-segments",
                       QStringLiteral("The segments of unit %1 are others than in the file, which is XLIFF "
                                      "1.2 and keeps its own; undo splits and merges there, or save as XLIFF "
                                      "2.1.")
                           .arg(wanted.id));
    m_frame.newLanguage = present->saysTargetLanguage ? QString() : m_document.targetLanguage;
    xliff::Splices splices(m_file);
    UnitPatch(splices, m_frame, wanted, present->unit, present->place).patch();
    if (splices.isEmpty())
        return {};
    const bilingual::Range range = m_index.units[mark].range();
    if (!bilingual::isOneUnit(m_document.originalBytes, m_index, mark,
                              splices.applied(range.start, range.end)))
        return bilingual::badCode(wanted.id, m_document.originalName);
    m_inUnits += splices.replacements();
    return {};
}

/// A line that was brought back.
Result<void> Patcher::insertUnit(qsizetype unit, const QList<qint64> &marks)
{
    const Unit &added = m_document.units[unit];
    const auto neighbour = bilingual::neighbourOf(m_document.units, unit, marks);
    if (!neighbour || added.broughtBackFrom.isEmpty())
        return refusal("xliff.segment-vanished",
                       QStringLiteral("Unit %1 is not in the XLIFF file that was opened, so its translation "
                                      "has no place there; save under another name.")
                           .arg(added.id));
    const bilingual::Range place = m_index.units[neighbour->mark].range();
    const QString line = m_splices.lineBefore(place.start);
    if (neighbour->isBehind)
        m_splices.replace(place.start, place.start, unitXml(added) + line);
    else
        m_splices.replace(place.end, place.end, line + unitXml(added));
    return {};
}

/// Terms and drafts are found anew; what they would need in the header is not there.
QString Patcher::unitXml(Unit unit) const
{
    for (Segment &segment : unit.segments) {
        segment.terms.clear();
        segment.suggestions.removeIf(
            [](const Suggestion &one) { return one.kind == SuggestionKind::GlossaryDraft; });
    }
    UnitWriter writer;
    return writer.write(unit, unit.id).trimmed().replace(u'\n', m_frame.lineEnd);
}

/// A paragraph that was left out: only one of a text, in a file of ours.
Result<void> Patcher::removeUnit(std::size_t mark)
{
    const Result<ParsedUnit> present = readUnitAgain(m_document.originalBytes, m_index, mark);
    if (!present)
        return present.error();
    if (present->unit.segments.isEmpty() || present->unit.segments.first().sourceStart < 0)
        return refusal(
            "xliff.fixed-segments",
            QStringLiteral("Unit %1 of the file is not in the document any more, and no unit is taken "
                           "out of another tool's XLIFF 1.2 file; save as XLIFF 2.1.")
                .arg(present->unit.id));
    const bilingual::Range range = m_index.units[mark].range();
    m_splices.replace(m_splices.startWithSpace(range.start), range.end, {});
    return {};
}

Result<void> Patcher::patchLeftOut(const FilePlace &file)
{
    const QList<LeftOutLine> wanted = bilingual::leftOutOf(m_document.leftOut, file.id);
    if (wanted == bilingual::leftOutOf(m_index.leftOut, file.id))
        return {};
    QString text;
    xml::appendText(text, leftOutText(wanted), {{}, m_frame.lineEnd});
    const ElementPlace &place = file.leftOut;
    if (place.start >= 0 && place.endTagStart < place.end) {
        m_splices.replace(place.startTagEnd, place.endTagStart, text);
    } else if (file.tool >= 0) {
        m_splices.replace(file.tool, file.tool,
                          QLatin1String("<reference><internal-file form=\"") + names::leftOutForm +
                              QLatin1String("\">") + text + QLatin1String("</internal-file></reference>") +
                              m_splices.lineBefore(file.tool));
    } else {
        return refusal(
            "xliff.no-place",
            QStringLiteral("The file has no header of Verbale's that could keep what was left out; "
                           "save as XLIFF 2.1."));
    }
    return {};
}

Result<QList<Replacement>> changesOf(const Document &document)
{
    if (const auto *index = dynamic_cast<const FileIndex *>(bilingual::indexOf(document.originalBytes)))
        return Patcher(document, *index).changes();
    const Result<xliff::ReadXliff> read = xliff12::read(document.originalBytes, document.originalName);
    if (!read)
        return read.error();
    Document indexed = document;
    indexed.originalBytes = read->document.originalBytes;
    return Patcher(indexed, *dynamic_cast<const FileIndex *>(bilingual::indexOf(indexed.originalBytes)))
        .changes();
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

} // namespace verbale::xliff12
