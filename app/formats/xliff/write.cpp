#include "formats/xliff/names.h"
#include "formats/xliff/parsed.h"
#include "formats/xliff/terms.h"
#include "xml/characters.h"

#include <QtCore/QRegularExpression>

namespace verbale::xliff {

namespace {

const QString unitIndent = QStringLiteral("    ");
const QString partIndent = QStringLiteral("      ");
const QString deepIndent = QStringLiteral("        ");
const QString deeperIndent = QStringLiteral("          ");

QString language(const QString &tag)
{
    static const QRegularExpression form(QStringLiteral("^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$"));
    return form.match(tag).hasMatch() ? tag : QStringLiteral("und");
}

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

/// Writes the units one after another and remembers which modules they use.
class DocumentWriter
{
public:
    explicit DocumentWriter(const Document &document) : m_document(document) {}
    QByteArray write();

private:
    void writeFile(const QString &fileId, const QList<const Unit *> &units);
    void writeUnit(const Unit &unit, const QString &id);
    void writeSegment(QString &out, const Segment &segment, const QString &id, UnitIds &ids);
    void writeMatches(const Unit &unit, const QStringList &ids);
    void writeMatch(const Segment &segment, const Suggestion &suggestion, const QString &id);
    void writeMetadata(const Unit &unit, const QStringList &ids, const QStringList &noteIds);
    void writeNotes(const Unit &unit, const QStringList &noteIds);
    [[nodiscard]] QString head() const;

    const Document &m_document;
    InlineStyle m_style{{}, QStringLiteral("\n"), false};
    GlossaryWriter m_glossary; ///< of the unit being written
    QString m_out;
    bool m_glossaryUsed = false;
    bool m_matchesUsed = false;
    bool m_metadataUsed = false;
};

QByteArray DocumentWriter::write()
{
    QStringList fileIds;
    QHash<QString, QList<const Unit *>> files;
    for (const Unit &unit : m_document.units) {
        if (!files.contains(unit.fileId))
            fileIds.append(unit.fileId);
        files[unit.fileId].append(&unit);
    }
    Unit nothing;
    nothing.id = QStringLiteral("u1");
    nothing.translate = false;
    if (fileIds.isEmpty()) { // XLIFF has no document without a unit
        fileIds.append(nothing.fileId);
        files.insert(nothing.fileId, {&nothing});
    }
    UniqueNames names;
    for (const QString &fileId : fileIds) {
        const QString id = xml::isNmtoken(fileId) ? fileId : xml::toNmtoken(fileId, QStringLiteral("f"));
        writeFile(names.take(id, QStringLiteral("f1")), files.value(fileId));
    }
    return (head() + m_out + QLatin1String("</xliff>\n")).toUtf8();
}

QString DocumentWriter::head() const
{
    QString out = QStringLiteral("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff");
    xml::appendAttribute(out, u"xmlns", QString(names::core));
    const auto declare = [&out](bool used, const char *prefix, QLatin1String uri) {
        if (used)
            out += QLatin1String(" xmlns:") + QLatin1String(prefix) + QLatin1String("=\"") + uri +
                   QLatin1Char('"');
    };
    declare(m_glossaryUsed, "gls", names::glossary);
    declare(m_matchesUsed, "mtc", names::matches);
    declare(m_metadataUsed, "mda", names::metadata);
    out += QLatin1String(" version=\"2.1\"");
    xml::appendAttribute(out, u"srcLang", language(m_document.sourceLanguage));
    bool hasTarget = !m_document.targetLanguage.isEmpty();
    for (const Unit &unit : m_document.units) {
        for (const Segment &segment : unit.segments)
            hasTarget = hasTarget || segment.hasTarget;
    }
    if (hasTarget)
        xml::appendAttribute(out, u"trgLang", language(m_document.targetLanguage));
    return out + QLatin1String(">\n");
}

void DocumentWriter::writeFile(const QString &fileId, const QList<const Unit *> &units)
{
    m_out += QLatin1String("  <file");
    xml::appendAttribute(m_out, u"id", fileId);
    if (!m_document.originalName.isEmpty())
        xml::appendAttribute(m_out, u"original", m_document.originalName);
    m_out += QLatin1String(" xml:space=\"preserve\">\n");
    UniqueNames names;
    for (const Unit *unit : units) {
        const QString id =
            xml::isNmtoken(unit->id) ? unit->id : xml::toNmtoken(unit->id, QStringLiteral("u"));
        writeUnit(*unit, names.take(id, QStringLiteral("u1")));
    }
    m_out += QLatin1String("  </file>\n");
}

void DocumentWriter::writeUnit(const Unit &unit, const QString &id)
{
    m_out += unitIndent + QLatin1String("<unit");
    xml::appendAttribute(m_out, u"id", id);
    if (!unit.type.isEmpty())
        xml::appendAttribute(m_out, u"type", typeOf(unit.type));
    if (!unit.translate)
        xml::appendAttribute(m_out, u"translate", u"no");
    m_out += QLatin1String(">\n");

    // The segments first, for they decide what stands in the modules before them.
    m_glossary = GlossaryWriter();
    UnitIds ids(unit);
    QStringList segmentIds;
    for (const Segment &segment : unit.segments)
        segmentIds.append(ids.take(segment.id));
    QString segments;
    for (qsizetype i = 0; i < unit.segments.size(); ++i)
        writeSegment(segments, unit.segments[i], segmentIds[i], ids);
    if (unit.segments.isEmpty()) // XLIFF has no unit without a segment
        segments = partIndent + QLatin1String("<segment>\n") + deepIndent + QLatin1String("<source/>\n") +
                   partIndent + QLatin1String("</segment>\n");

    UniqueNames usedNoteIds;
    QStringList noteIds;
    for (const Note &note : unit.notes) {
        const bool needed = !note.id.isEmpty() || !note.segmentId.isEmpty();
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
    m_out += segments + unitIndent + QLatin1String("</unit>\n");
}

void DocumentWriter::writeSegment(QString &out, const Segment &segment, const QString &id, UnitIds &ids)
{
    out += partIndent + QLatin1String("<segment");
    xml::appendAttribute(out, u"id", id);
    // The specification asks for state "initial" where there is no target.
    const SegmentState state = segment.hasTarget ? segment.state : SegmentState::Initial;
    if (state != SegmentState::Initial || !segment.subState.isEmpty())
        xml::appendAttribute(out, u"state", stateName(state));
    if (!segment.subState.isEmpty())
        xml::appendAttribute(out, u"subState", subStateOf(segment.subState));
    out += QLatin1String(">\n") + deepIndent + QLatin1String("<source>");
    out += inlineXml(segment.source, m_glossary.marks(segment, ids), m_style);
    out += QLatin1String("</source>\n");
    if (segment.hasTarget)
        out += deepIndent + QLatin1String("<target>") + inlineXml(segment.target, {}, m_style) +
               QLatin1String("</target>\n");
    out += partIndent + QLatin1String("</segment>\n");
    if (!segment.gapAfter.isEmpty())
        out += partIndent + QLatin1String("<ignorable><source>") +
               inlineXml({segment.gapAfter, {}}, {}, m_style) + QLatin1String("</source></ignorable>\n");
}

void DocumentWriter::writeMetadata(const Unit &unit, const QStringList &ids, const QStringList &noteIds)
{
    QString offsets;
    for (qsizetype i = 0; i < unit.segments.size(); ++i) {
        const Segment &segment = unit.segments[i];
        if (segment.sourceStart >= 0 || segment.sourceEnd >= 0)
            offsets += deeperIndent + QLatin1String("<mda:meta type=\"") + ids[i] + QLatin1String("\">") +
                       QString::number(segment.sourceStart) + QLatin1Char(' ') +
                       QString::number(segment.sourceEnd) + QLatin1String("</mda:meta>\n");
    }
    QString notes;
    for (qsizetype i = 0; i < unit.notes.size(); ++i) {
        if (unit.notes[i].segmentId.isEmpty())
            continue;
        notes += deeperIndent + QLatin1String("<mda:meta type=\"") + noteIds[i] + QLatin1String("\">");
        xml::appendText(notes, unit.notes[i].segmentId);
        notes += QLatin1String("</mda:meta>\n");
    }
    if (offsets.isEmpty() && notes.isEmpty())
        return;
    m_metadataUsed = true;
    m_out += partIndent + QLatin1String("<mda:metadata>\n");
    const auto group = [this](QLatin1String category, const QString &metas) {
        if (!metas.isEmpty())
            m_out += deepIndent + QLatin1String("<mda:metaGroup category=\"") + category +
                     QLatin1String("\">\n") + metas + deepIndent + QLatin1String("</mda:metaGroup>\n");
    };
    group(names::offsetsCategory, offsets);
    group(names::notesCategory, notes);
    m_out += partIndent + QLatin1String("</mda:metadata>\n");
}

void DocumentWriter::writeNotes(const Unit &unit, const QStringList &noteIds)
{
    if (unit.notes.isEmpty())
        return;
    m_out += partIndent + QLatin1String("<notes>\n");
    for (qsizetype i = 0; i < unit.notes.size(); ++i) {
        m_out += deepIndent + QLatin1String("<note");
        if (!noteIds[i].isEmpty())
            xml::appendAttribute(m_out, u"id", noteIds[i]);
        if (!unit.notes[i].category.isEmpty())
            xml::appendAttribute(m_out, u"category", unit.notes[i].category);
        m_out += QLatin1Char('>');
        xml::appendText(m_out, unit.notes[i].text);
        m_out += QLatin1String("</note>\n");
    }
    m_out += partIndent + QLatin1String("</notes>\n");
}

void DocumentWriter::writeMatches(const Unit &unit, const QStringList &ids)
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

/// A plain text in which a U+FFFC stands for a code: the n-th one becomes a placeholder with the id "cN".
InlineText withPlaceholders(const QString &text)
{
    InlineText result{text, {}};
    for (qsizetype i = 0; i < text.count(inlineCodeMark); ++i) {
        const QString id = QLatin1Char('c') + QString::number(i + 1);
        result.codes.append(
            {InlineCode::Kind::Standalone, id, QStringLiteral("<ph id=\"%1\"/>").arg(id), id});
    }
    return result;
}

void DocumentWriter::writeMatch(const Segment &segment, const Suggestion &suggestion, const QString &id)
{
    m_out += deepIndent + QLatin1String("<mtc:match ref=\"#") + id + QLatin1Char('"');
    xml::appendAttribute(m_out, u"type", matchType(segment, suggestion.kind));
    if (suggestion.kind == SuggestionKind::GlossaryDraft)
        xml::appendAttribute(m_out, u"subType", QString(names::draftSubType));
    if (!suggestion.origin.isEmpty())
        xml::appendAttribute(m_out, u"origin", suggestion.origin);
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

} // namespace

QByteArray write(const Document &document)
{
    return DocumentWriter(document).write();
}

} // namespace verbale::xliff
