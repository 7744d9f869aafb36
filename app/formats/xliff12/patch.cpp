#include "formats/patch_frame.h"
#include "formats/xliff12/left_out.h"
#include "formats/xliff12/names.h"
#include "formats/xliff12/patch_unit.h"
#include "formats/xliff12/unit_writer.h"
#include "formats/xliff12/xliff12.h"

#include <QtCore/QBuffer>

#include <algorithm>

namespace verbale::xliff12 {

namespace {

using bilingual::Replacement;

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

bool hasSameSources(const Unit &one, const Unit &other)
{
    return std::equal(
        one.segments.begin(), one.segments.end(), other.segments.begin(), other.segments.end(),
        [](const Segment &a, const Segment &b) { return a.source == b.source && a.gapAfter == b.gapAfter; });
}

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
    const QString firstLines = m_file.slice(0, std::min<qint64>(m_file.bytes.size(), 4096));
    m_frame.lineEnd = QLatin1String(firstLines.contains(QLatin1String("\r\n")) ? "\r\n" : "\n");
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
    if (!hasSameSources(wanted, present->unit))
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
    UnitCheck check(m_index.around(mark).tags.size());
    xml::ParseOptions options;
    options.codePrefix = QStringLiteral("xliff");
    if (!bilingual::readInPlace(m_document.originalBytes, m_index, mark,
                                splices.applied(range.start, range.end), check, options) ||
        !check.holds())
        return refusal(
            "xliff.bad-code",
            QStringLiteral("An inline code of a target of unit %1 is not well-formed, and the file was left "
                           "as it is; take the target's codes from the source again.")
                .arg(wanted.id));
    m_inUnits += splices.replacements();
    return {};
}

/// A line that was brought back: before the next unit of its file that is there already, else behind the last
/// one before it.
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
    for (neighbour = before ? neighbour : unit - 1; neighbour >= 0 && !isThere(neighbour);)
        --neighbour;
    if (neighbour < 0 || units[unit].broughtBackFrom.isEmpty())
        return refusal("xliff.segment-vanished",
                       QStringLiteral("Unit %1 is not in the XLIFF file that was opened, so its translation "
                                      "has no place there; save under another name.")
                           .arg(units[unit].id));
    const bilingual::Range place = m_index.units[static_cast<std::size_t>(marks[neighbour])].range();
    const QString line = m_splices.lineBefore(place.start);
    if (before)
        m_splices.replace(place.start, place.start, unitXml(units[unit]) + line);
    else
        m_splices.replace(place.end, place.end, line + unitXml(units[unit]));
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
    const auto ofFile = [&file](QList<LeftOutLine> lines) {
        lines.removeIf([&file](const LeftOutLine &line) { return line.fileId != file.id; });
        return lines;
    };
    const QList<LeftOutLine> wanted = ofFile(m_document.leftOut);
    if (wanted == ofFile(m_index.leftOut))
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

} // namespace verbale::xliff12
