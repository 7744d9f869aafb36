#include "formats/xliff12/unit_writer.h"

#include "document/machine_remarks.h"
#include "document/segmentation.h"
#include "formats/states.h"
#include "formats/xliff12/codes.h"
#include "formats/xliff12/flavour.h"
#include "formats/xliff12/names.h"
#include "xml/characters.h"

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <utility>

namespace verbale::xliff12 {

namespace {

using states::State;

/// XLIFF's own names for kinds of units that are ours too; others are "x-NAME".
QString restype(const QString &type)
{
    static const QStringList known = {QStringLiteral("caption"), QStringLiteral("heading"),
                                      QStringLiteral("cell"),    QStringLiteral("listitem"),
                                      QStringLiteral("label"),   QStringLiteral("row"),
                                      QStringLiteral("table"),   QStringLiteral("string")};
    if (known.contains(type))
        return type;
    return QLatin1String("x-") + QString::fromLatin1(type.toUtf8().toPercentEncoding(":"));
}

bool isLanguage(const QString &tag)
{
    static const QRegularExpression form(QStringLiteral("^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$"));
    return form.match(tag).hasMatch();
}

QString attribute(const char *name, const QString &value)
{
    QString out;
    if (!value.isEmpty())
        xml::appendAttribute(out, QString::fromLatin1(name), value);
    return out;
}

QString contentXml(const QString &text)
{
    QString out;
    xml::appendText(out, text);
    return out;
}

/// One field of a note's line: never empty, without white space.
QString field(const QString &text)
{
    return text.isEmpty() ? QStringLiteral("-")
                          : QString::fromLatin1(text.toUtf8().toPercentEncoding({}, "-"));
}

State stateOf(const Segment &segment)
{
    return {segment.state, segment.subState};
}

/// The state of the least finished segment that has a target.
const Segment *leastFinished(const Unit &unit)
{
    const Segment *lowest = nullptr;
    for (const Segment &segment : unit.segments) {
        if (segment.hasTarget && (lowest == nullptr || segment.state < lowest->state))
            lowest = &segment;
    }
    return lowest;
}

/// A plain text in which a U+FFFC stands for a code of the source.
InlineText withPlaceholders(const QString &text, const RareList<InlineCode> &ofSource,
                            const QList<qsizetype> &numbers)
{
    InlineText result{text, {}};
    const qsizetype count = text.count(inlineCodeMark);
    for (qsizetype i = 0; i < count; ++i) {
        const qsizetype number = numbers.isEmpty() ? i : numbers.value(i, -1);
        InlineCode code;
        code.id = QLatin1Char('c') + QString::number(i + 1);
        if (number >= 0 && number < ofSource.size() && !ofSource[number].id.isEmpty())
            code.id = ofSource[number].id;
        code.display = code.id;
        result.codes.append(code);
    }
    return result;
}

} // namespace

void UnitWriter::line(int depth, const QString &xml)
{
    m_out += m_frame.indent + QString(2 * depth, u' ') + xml + m_frame.lineEnd;
}

QString UnitWriter::write(const Unit &unit, const QString &id)
{
    if (const QList<Note> notes = currentNotes(unit); notes.size() < unit.notes.size()) {
        Unit current = unit;
        current.notes = notes;
        return write(current, id);
    }
    m_out.clear();
    m_segmented =
        unit.segments.size() > 1 || (unit.segments.size() == 1 && !unit.segments.first().gapAfter.isEmpty());
    m_mids.clear();
    xliff::UniqueNames names;
    for (qsizetype i = 0; i < unit.segments.size(); ++i) {
        const QString fallback = QLatin1Char('s') + QString::number(i + 1);
        m_mids.append(names.take(xml::toNmtoken(unit.segments[i].id, fallback), fallback));
    }
    startUnit(unit, id);
    writeSources(unit);
    writeTarget(unit);
    writeAside(unit);
    writeNotes(unit);
    writeAlternatives(unit);
    line(0, QStringLiteral("</trans-unit>"));
    return std::exchange(m_out, {});
}

void UnitWriter::startUnit(const Unit &unit, const QString &id)
{
    const Segment *lowest = leastFinished(unit);
    const bool approved = lowest != nullptr && lowest->state == SegmentState::Final;
    QString tag = QStringLiteral("<trans-unit");
    xml::appendAttribute(tag, u"id", id);
    if (approved)
        tag += QLatin1String(" approved=\"yes\"");
    if (!unit.translate)
        tag += QLatin1String(" translate=\"no\"");
    tag += QLatin1String(" xml:space=\"preserve\"");
    if (!unit.type.isEmpty())
        tag += attribute("restype", restype(unit.type));
    line(0, tag + QLatin1Char('>'));
}

QList<xliff::Mark> UnitWriter::termMarks(const Segment &segment)
{
    QList<xliff::Mark> marks;
    for (const TermHit &hit : segment.terms) {
        if (hit.span.start < 0 || hit.span.end > segment.source.text.size() || hit.span.isEmpty())
            continue;
        const QString surface =
            segment.source.text.sliced(hit.span.start, hit.span.length()).remove(inlineCodeMark);
        xliff::Mark mark{hit.span, {}, QStringLiteral(" mtype=\"term\"")};
        mark.attributes += attribute("mid", m_glossary.mid(hit, surface)) + attribute("comment", hit.target);
        marks.append(mark);
    }
    std::stable_sort(marks.begin(), marks.end(), [](const xliff::Mark &a, const xliff::Mark &b) {
        return a.span.start != b.span.start ? a.span.start < b.span.start : a.span.end > b.span.end;
    });
    return marks;
}

QString UnitWriter::segMark(qsizetype segment, const QString &comment) const
{
    return QLatin1String("<mrk mtype=\"seg\"") + attribute("mid", m_mids[segment]) +
           attribute("comment", comment) + QLatin1Char('>');
}

void UnitWriter::writeSources(const Unit &unit)
{
    QList<InlineText> texts;
    for (const Segment &segment : unit.segments)
        texts.append(segment.source);
    const ElementCodes codes(texts);
    QString source;
    QString segSource;
    for (qsizetype i = 0; i < unit.segments.size(); ++i) {
        const Segment &segment = unit.segments[i];
        const QString gap = contentXml(QString(segment.gapAfter).remove(inlineCodeMark));
        const QString marked = codes.xml(i, termMarks(segment));
        source += m_segmented ? codes.xml(i) + gap : marked;
        if (m_segmented)
            segSource += segMark(i, {}) + marked + QLatin1String("</mrk>") + gap;
    }
    const QString language = isLanguage(unit.language) ? attribute("xml:lang", unit.language) : QString();
    line(1, QLatin1String("<source") + language + QLatin1Char('>') + source + QLatin1String("</source>"));
    if (m_segmented)
        line(1, QLatin1String("<seg-source>") + segSource + QLatin1String("</seg-source>"));
}

void UnitWriter::writeTarget(const Unit &unit)
{
    const Segment *lowest = leastFinished(unit);
    if (lowest == nullptr)
        return;
    QList<InlineText> texts;
    for (const Segment &segment : unit.segments)
        texts.append(segment.hasTarget ? segment.target : InlineText());
    const ElementCodes codes(texts);
    const State ofUnit = stateOf(*lowest);
    QString content;
    for (qsizetype i = 0; i < unit.segments.size(); ++i) {
        const Segment &segment = unit.segments[i];
        if (!m_segmented) {
            content += codes.xml(i);
        } else if (segment.hasTarget) {
            const bool same = stateOf(segment) == ofUnit && !segment.target.isEmpty();
            content += segMark(i, same ? QString() : commentOf(stateOf(segment))) + codes.xml(i) +
                       QLatin1String("</mrk>") + contentXml(QString(segment.gapAfter).remove(inlineCodeMark));
        }
    }
    const states::TargetState said = states::toXliff12(ofUnit);
    line(1, QLatin1String("<target") + attribute("state", said.state) +
                attribute("state-qualifier", said.qualifier) + QLatin1Char('>') + content +
                QLatin1String("</target>"));
}

/// What XLIFF 1.2 has no place for and Verbale wants back, as contexts of its own.
void UnitWriter::writeAside(const Unit &unit)
{
    QStringList contexts;
    const auto add = [&contexts](QLatin1String type, const QString &text) {
        contexts.append(QLatin1String("<context context-type=\"") + type + QLatin1String("\">") +
                        contentXml(text) + QLatin1String("</context>"));
    };
    for (qsizetype i = 0; i < unit.segments.size(); ++i) {
        const Segment &segment = unit.segments[i];
        if (segment.sourceStart >= 0 || segment.sourceEnd >= 0)
            add(names::offsetsContext, QStringLiteral("%1 %2 %3")
                                           .arg(m_segmented ? m_mids[i] : QStringLiteral("s1"))
                                           .arg(segment.sourceStart)
                                           .arg(segment.sourceEnd));
    }
    for (qsizetype i = 0; i < unit.notes.size(); ++i) {
        const Note &note = unit.notes[i];
        if (!note.segmentId.isEmpty() || !note.category.isEmpty() || !note.id.isEmpty())
            add(names::noteContext,
                QStringLiteral("%1 %2 %3 %4")
                    .arg(QString::number(i), field(note.segmentId), field(note.category), field(note.id)));
    }
    const QString source = unit.boundaries.isEmpty() ? QString() : unitSource(unit).text;
    for (const BoundaryDecision &decision : unit.boundaries)
        add(decision.splits ? names::splitContext : names::joinContext,
            QString::number(codePointCount(QStringView(source).first(decision.position))));
    if (!unit.broughtBackFrom.isEmpty())
        add(names::broughtBackContext, QString::number(unit.line) + QLatin1Char(' ') + unit.broughtBackFrom);
    if (contexts.isEmpty())
        return;
    line(1, QLatin1String("<context-group purpose=\"") + names::ownPurpose + QLatin1String("\">"));
    for (const QString &context : std::as_const(contexts))
        line(2, context);
    line(1, QStringLiteral("</context-group>"));
}

void UnitWriter::writeNotes(const Unit &unit)
{
    for (const Note &note : unit.notes) {
        QString tag = QStringLiteral("<note");
        if (note.priority >= 1 && note.priority <= 10)
            tag += attribute("priority", QString::number(note.priority));
        tag += attribute("from", note.author);
        if (note.appliesTo == QLatin1String("source") || note.appliesTo == QLatin1String("target"))
            tag += attribute("annotates", note.appliesTo);
        line(1, tag + QLatin1Char('>') + contentXml(note.text) + QLatin1String("</note>"));
    }
}

void UnitWriter::writeAlternatives(const Unit &unit)
{
    for (qsizetype i = 0; i < unit.segments.size(); ++i) {
        for (const Suggestion &suggestion : unit.segments[i].suggestions)
            writeAlternative(unit.segments[i], suggestion, m_segmented ? m_mids[i] : QString());
    }
}

void UnitWriter::writeAlternative(const Segment &segment, const Suggestion &suggestion, const QString &mid)
{
    QString tag = QStringLiteral("<alt-trans");
    tag += attribute("mid", mid);
    const bool isMachine = suggestion.kind == SuggestionKind::MachineTranslation;
    // An engine says nothing of how good its translation is.
    if (!isMachine || suggestion.coverage < 1 || !suggestion.complete)
        tag += attribute("match-quality",
                         QString::number(qBound(0.0, suggestion.coverage, 1.0) * 100, 'f', 2) + u'%');
    const bool isDraft = suggestion.kind == SuggestionKind::GlossaryDraft;
    if (isDraft) {
        m_usesDraftTool = true;
        tag += attribute("tool-id", names::draftTool);
    }
    tag += attribute("origin", suggestion.origin);
    if (suggestion.complete)
        tag += attribute("extradata", names::complete);
    line(1, tag + QLatin1Char('>'));
    QList<xliff::Mark> marks;
    for (const Span &span : suggestion.untranslated)
        marks.append({span, {}, QLatin1String(" mtype=\"") + names::untranslatedMark + QLatin1Char('"')});
    const auto content = [&segment](const QString &text, const QList<qsizetype> &numbers,
                                    const QList<xliff::Mark> &around) {
        return ElementCodes({withPlaceholders(text, segment.source.codes, numbers)}).xml(0, around);
    };
    line(2, QLatin1String("<source>") + content(segment.source.text, {}, {}) + QLatin1String("</source>"));
    line(2, QLatin1String("<target") +
                attribute("state-qualifier", isMachine ? QStringLiteral("leveraged-mt") : QString()) +
                QLatin1Char('>') + content(suggestion.text, suggestion.codes, marks) +
                QLatin1String("</target>"));
    line(1, QStringLiteral("</alt-trans>"));
}

} // namespace verbale::xliff12
