#include "formats/xliff/unit_writer.h"

#include "document/machine_remarks.h"
#include "document/segmentation.h"
#include "formats/xliff/metadata.h"
#include "formats/xliff/names.h"
#include "formats/xliff/parsed.h"
#include "formats/xliff/unit_codes.h"
#include "xml/characters.h"

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <utility>

namespace verbale::xliff {

namespace {

const QString unitIndent = QStringLiteral("    ");
const QString partIndent = QStringLiteral("      ");
const QString deepIndent = QStringLiteral("        ");
const QString deeperIndent = QStringLiteral("          ");

/// "PREFIX:VALUE", as XLIFF asks for in types of one's own.
QString typeOf(const QString &type)
{
    static const QRegularExpression form(QStringLiteral("^[^\\s:]+:[^\\s:]+$"));
    if (form.match(type).hasMatch() && !type.startsWith(names::ownPrefix))
        return type;
    return names::ownPrefix + QString::fromLatin1(type.toUtf8().toPercentEncoding());
}

QString subStateOf(const QString &subState)
{
    const qsizetype colon = subState.indexOf(u':');
    return colon > 0 && colon + 1 < subState.size() ? subState : names::ownPrefix + subState;
}

/// XLIFF's name for how a suggestion was made. "tb" is for a source that is one entry of the term base as a
/// whole, "am" for what was put together from several.
QString matchType(const Segment &segment, SuggestionKind kind)
{
    if (kind == SuggestionKind::MachineTranslation)
        return QStringLiteral("mt");
    if (kind == SuggestionKind::MemoryMatch)
        return QStringLiteral("tm");
    for (const TermHit &hit : segment.terms) {
        if (hit.span == Span{0, segment.source.text.size()})
            return QStringLiteral("tb");
    }
    return QStringLiteral("am");
}

/// Whether a program has put something into the unit's targets that nobody has touched since.
bool isToolsWork(const Unit &unit)
{
    return std::any_of(unit.segments.begin(), unit.segments.end(), [](const Segment &segment) {
        return segment.hasTarget && isProposed(segment.subState);
    });
}

/// A plain text in which a U+FFFC stands for a code: the n-th one becomes a placeholder with the id "cN".
InlineText withPlaceholders(const QString &text)
{
    InlineText result{text, {}};
    for (qsizetype i = 0; i < text.count(inlineCodeMark); ++i) {
        InlineCode code;
        code.id = QLatin1Char('c') + QString::number(i + 1);
        code.markup = QStringLiteral("<ph id=\"%1\"/>").arg(code.id);
        code.display = code.id;
        result.codes.append(code);
    }
    return result;
}

} // namespace

QString UnitWriter::declarations() const
{
    QString out;
    const auto declare = [&out](bool used, const char *prefix, QLatin1String uri) {
        if (used)
            out += QLatin1String(" xmlns:") + QLatin1String(prefix) + QLatin1String("=\"") + uri +
                   QLatin1Char('"');
    };
    declare(m_glossaryUsed, "gls", names::glossary);
    declare(m_matchesUsed, "mtc", names::matches);
    declare(m_metadataUsed, "mda", names::metadata);
    declare(m_itsUsed, "its", names::its);
    return m_itsUsed ? out + QLatin1String(" its:version=\"2.0\"") : out;
}

QString UnitWriter::fileMetadata(const QList<LeftOutLine> &leftOut)
{
    m_metadataUsed = true;
    return unitIndent + QLatin1String("<mda:metadata>\n") +
           leftOutGroup(leftOut, {QStringLiteral("mda:"), partIndent, QStringLiteral("\n")}) + unitIndent +
           QLatin1String("</mda:metadata>\n");
}

void UnitWriter::writeStartTag(const Unit &unit, const QString &id)
{
    m_out += unitIndent + QLatin1String("<unit");
    xml::appendAttribute(m_out, u"id", id);
    if (id != unit.id && !unit.id.isEmpty())
        xml::appendAttribute(m_out, u"name", unit.id);
    if (!unit.type.isEmpty())
        xml::appendAttribute(m_out, u"type", typeOf(unit.type));
    if (!unit.translate)
        xml::appendAttribute(m_out, u"translate", u"no");
    if (m_options.version == QLatin1String("2.1") && !m_options.tool.isEmpty() && isToolsWork(unit)) {
        xml::appendAttribute(m_out, u"its:tool", m_options.tool);
        m_itsUsed = true;
    }
    m_out += QLatin1String(">\n");
}

QString UnitWriter::write(const Unit &unit, const QString &id)
{
    if (const QList<Note> notes = currentNotes(unit); notes.size() < unit.notes.size()) {
        Unit current = unit;
        current.notes = notes;
        return write(current, id);
    }
    m_out.clear();
    writeStartTag(unit, id);

    // The segments first, for they decide what stands in the modules before them.
    m_glossary = GlossaryWriter();
    UnitIds ids;
    QStringList segmentIds;
    for (const Segment &segment : unit.segments)
        segmentIds.append(ids.take(segment.id));
    const UnitCodes codes(
        unit, [&ids](const QString &wanted) { return ids.take(wanted); }, m_fileUnits);
    QString segments;
    for (qsizetype i = 0; i < unit.segments.size(); ++i)
        writeSegment(segments, unit.segments[i], segmentIds[i], ids, codes.source(i), codes.target(i));
    if (unit.segments.isEmpty()) // XLIFF has no unit without a segment
        segments = partIndent + QLatin1String("<segment>\n") + deepIndent + QLatin1String("<source/>\n") +
                   partIndent + QLatin1String("</segment>\n");

    UniqueNames usedNoteIds;
    QStringList noteIds;
    for (const Note &note : unit.notes) {
        const bool needed = !note.id.isEmpty() || !note.segmentId.isEmpty() || !note.author.isEmpty();
        const QString wanted =
            xml::isNmtoken(note.id) ? note.id : xml::toNmtoken(note.id, QStringLiteral("n1"));
        noteIds.append(needed ? usedNoteIds.take(wanted, {}) : QString());
    }
    writeMetadata(unit, segmentIds, noteIds);
    if (!m_glossary.isEmpty()) {
        m_out += m_glossary.xml(partIndent);
        m_glossaryUsed = true;
        m_metadataUsed = m_metadataUsed || m_glossary.usesMetadata();
    }
    writeMatches(unit, segmentIds);
    writeNotes(unit, noteIds);
    m_out += codes.originalData(partIndent);
    return std::exchange(m_out, {}) + segments + unitIndent + QLatin1String("</unit>\n");
}

void UnitWriter::writeSegment(QString &out, const Segment &segment, const QString &id, UnitIds &ids,
                              const InlineText &source, const InlineText &target)
{
    out += partIndent + QLatin1String("<segment");
    xml::appendAttribute(out, u"id", id);
    if (!segment.canResegment)
        xml::appendAttribute(out, u"canResegment", u"no");
    // The specification asks for state "initial" where there is no target.
    const SegmentState state = segment.hasTarget ? segment.state : SegmentState::Initial;
    if (state != SegmentState::Initial || !segment.subState.isEmpty())
        xml::appendAttribute(out, u"state", stateName(state));
    if (!segment.subState.isEmpty())
        xml::appendAttribute(out, u"subState", subStateOf(segment.subState));
    out += QLatin1String(">\n") + deepIndent + QLatin1String("<source>");
    out += inlineXml(source, m_glossary.marks(segment, ids), m_style);
    out += QLatin1String("</source>\n");
    if (segment.hasTarget)
        out += deepIndent + QLatin1String("<target>") +
               inlineXml(target, m_glossary.targetMarks(segment, ids), m_style) +
               QLatin1String("</target>\n");
    out += partIndent + QLatin1String("</segment>\n");
    if (!segment.gapAfter.isEmpty())
        out += partIndent + QLatin1String("<ignorable><source>") +
               inlineXml({segment.gapAfter, {}}, {}, m_style) + QLatin1String("</source></ignorable>\n");
}

void UnitWriter::writeMetadata(const Unit &unit, const QStringList &ids, const QStringList &noteIds)
{
    const MetaStyle style{QStringLiteral("mda:"), deepIndent, QStringLiteral("\n")};
    QString groups = offsetsGroup(unit, ids, style) + noteSegmentsGroup(unit, noteIds, style) +
                     noteAuthorsGroup(unit, noteIds, style) + boundariesGroup(unit, style) +
                     broughtBackGroup(unit, style);
    if (m_options.version != QLatin1String("2.1") && !m_options.tool.isEmpty() && isToolsWork(unit))
        groups += provenanceGroup(m_options.tool, style);
    if (groups.isEmpty())
        return;
    m_metadataUsed = true;
    m_out += partIndent + QLatin1String("<mda:metadata>\n") + groups + partIndent +
             QLatin1String("</mda:metadata>\n");
}

void UnitWriter::writeNotes(const Unit &unit, const QStringList &noteIds)
{
    if (unit.notes.isEmpty())
        return;
    m_out += partIndent + QLatin1String("<notes>\n");
    for (qsizetype i = 0; i < unit.notes.size(); ++i) {
        m_out += deepIndent + QLatin1String("<note");
        if (!noteIds[i].isEmpty())
            xml::appendAttribute(m_out, u"id", noteIds[i]);
        const Note &note = unit.notes[i];
        if (note.appliesTo == QLatin1String("source") || note.appliesTo == QLatin1String("target"))
            xml::appendAttribute(m_out, u"appliesTo", note.appliesTo);
        if (!note.category.isEmpty())
            xml::appendAttribute(m_out, u"category", note.category);
        if (note.priority > 0)
            xml::appendAttribute(m_out, u"priority", QString::number(std::min(note.priority, 10)));
        m_out += QLatin1Char('>');
        xml::appendText(m_out, note.text);
        m_out += QLatin1String("</note>\n");
    }
    m_out += partIndent + QLatin1String("</notes>\n");
}

void UnitWriter::writeMatches(const Unit &unit, const QStringList &ids)
{
    const qsizetype before = m_out.size();
    for (qsizetype i = 0; i < unit.segments.size(); ++i) {
        for (const Suggestion &suggestion : unit.segments[i].suggestions)
            writeMatch(unit.segments[i], suggestion, ids[i]);
    }
    if (m_out.size() == before)
        return;
    m_matchesUsed = true;
    m_out.insert(before, partIndent + QLatin1String("<mtc:matches>\n"));
    m_out += partIndent + QLatin1String("</mtc:matches>\n");
}

void UnitWriter::writeMatch(const Segment &segment, const Suggestion &suggestion, const QString &id)
{
    m_out += deepIndent + QLatin1String("<mtc:match ref=\"#") + id + QLatin1Char('"');
    xml::appendAttribute(m_out, u"type", matchType(segment, suggestion.kind));
    if (suggestion.kind == SuggestionKind::GlossaryDraft)
        xml::appendAttribute(m_out, u"subType", QString(names::draftSubType));
    if (!suggestion.origin.isEmpty())
        xml::appendAttribute(m_out, u"origin", suggestion.origin);
    // An engine says nothing of how good its translation is.
    if (suggestion.kind != SuggestionKind::MachineTranslation || suggestion.coverage < 1 ||
        !suggestion.complete)
        xml::appendAttribute(m_out, u"matchSuitability",
                             QString::number(qBound(0.0, suggestion.coverage, 1.0) * 100, 'f', 2));
    m_out += QLatin1String(">\n");
    if (suggestion.complete) {
        m_metadataUsed = true;
        m_out += deeperIndent + QLatin1String("<mda:metadata><mda:metaGroup category=\"") +
                 names::matchCategory + QLatin1String("\"><mda:meta type=\"") + names::complete +
                 QLatin1String("\">yes</mda:meta></mda:metaGroup></mda:metadata>\n");
    }
    QList<Mark> marks;
    for (const Span &span : suggestion.untranslated)
        marks.append({span, QLatin1Char('x') + QString::number(marks.size() + 1),
                      QLatin1String(" type=\"") + names::untranslatedMark + QLatin1Char('"')});
    m_out += deeperIndent + QLatin1String("<source>") +
             inlineXml(withPlaceholders(segment.source.text), {}, m_style) + QLatin1String("</source>\n") +
             deeperIndent + QLatin1String("<target>") +
             inlineXml(withPlaceholders(suggestion.text), marks, m_style) + QLatin1String("</target>\n") +
             deepIndent + QLatin1String("</mtc:match>\n");
}

} // namespace verbale::xliff
