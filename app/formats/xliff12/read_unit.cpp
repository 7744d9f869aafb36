#include "formats/xliff12/memsource_tags.h"
#include "formats/xliff12/names.h"
#include "formats/xliff12/parsed.h"

#include <QtCore/QSet>

#include <algorithm>
#include <utility>

namespace verbale::xliff12 {

using xml::Element;

/// The children of a unit that are read, each the first of its kind.
struct UnitReader::Children
{
    const Element *source = nullptr;
    const Element *segSource = nullptr;
    const Element *target = nullptr;
    const Element *otherTarget = nullptr;
    const Element *definitions = nullptr; ///< sdl:seg-defs
    QList<const Element *> alternatives;
    QHash<QString, QString> marks; ///< of MXLIFF
    bool hasNotes = false;

    explicit Children(const Element &unit)
    {
        for (const xml::Node &node : unit.children) {
            if (!node.element)
                continue;
            const Element &child = *node.element;
            if (isCore(child, "source"))
                source = source == nullptr ? &child : source;
            else if (isCore(child, "target"))
                (target == nullptr ? target : otherTarget) = &child;
            else if (isCore(child, "seg-source"))
                segSource = segSource == nullptr ? &child : segSource;
            else if (isCore(child, "alt-trans"))
                alternatives.append(&child);
            else if (child.is(names::sdl, QLatin1String("seg-defs")))
                definitions = &child;
            else if (child.is(names::memsource, QLatin1String("tunit-metadata")))
                marks = memsourceMarks(unit);
            else
                hasNotes = hasNotes || isCore(child, "note") || isCore(child, "context-group");
        }
    }
};

namespace {

bool holdsSegments(const Element &element)
{
    for (const xml::Node &node : element.children) {
        if (node.element && (isSegmentMark(*node.element) || holdsSegments(*node.element)))
            return true;
    }
    return false;
}

bool hasContent(const Element &element)
{
    return !element.children.empty();
}

/// The marks of the segments in it, however deep in codes.
void findMarks(const Element &element, QList<const Element *> &marks)
{
    for (const xml::Node &node : element.children) {
        if (node.element && isSegmentMark(*node.element))
            marks.append(node.element.get());
        else if (node.element)
            findMarks(*node.element, marks);
    }
}

/// Whether each text of the target has a segment, and its mark's mid says which. Where several segments have
/// one mid their marks come in the same order, so that none of them may lack.
bool everyTextHasItsSegment(const Element &segSource, const Element &target)
{
    QList<const Element *> found;
    QHash<QString, qsizetype> segments;
    findMarks(segSource, found);
    for (const Element *mark : std::as_const(found))
        ++segments[mark->value(QLatin1String("mid"))];
    found.clear();
    findMarks(target, found);
    QHash<QString, qsizetype> marks;
    QSet<QString> texts;
    for (const Element *mark : std::as_const(found)) {
        const QString mid = mark->value(QLatin1String("mid"));
        const bool hasSegment = ++marks[mid] <= segments.value(mid);
        if (hasContent(*mark) && !hasSegment)
            return false;
        if (hasContent(*mark))
            texts.insert(mid);
    }
    return std::all_of(texts.cbegin(), texts.cend(),
                       [&](const QString &mid) { return marks.value(mid) >= segments.value(mid); });
}

/// What a unit is: "x-title" is a title of ours.
QString typeOf(const Element &unit)
{
    const QString type = unit.value(QLatin1String("restype"));
    if (!type.startsWith(QLatin1String("x-")))
        return type;
    return QString::fromUtf8(QByteArray::fromPercentEncoding(type.mid(2).toUtf8()));
}

states::TargetState attributesOf(const Element &unit, const Element *target)
{
    states::TargetState attributes;
    attributes.approved = unit.value(QLatin1String("approved")) == QLatin1String("yes");
    if (target != nullptr) {
        attributes.state = target->value(QLatin1String("state"));
        attributes.qualifier = target->value(QLatin1String("state-qualifier"));
    }
    return attributes;
}

void setState(Segment &segment, const states::State &state)
{
    segment.state = state.state;
    if (!state.subState.isEmpty())
        segment.subState = state.subState;
}

bool wantsSizeNote(const Element &unit)
{
    return unit.has(QLatin1String("maxwidth")) || unit.has(QLatin1String("maxbytes"));
}

} // namespace

ElementPlace placeOf(const Element &element)
{
    return {element.start, element.startTagEnd, element.endTagStart, element.end};
}

ParsedUnit UnitReader::read(const Element &element, const UnitFrame &frame)
{
    m_frame = frame;
    m_inline.startUnit();
    ParsedUnit parsed;
    parsed.saysTargetLanguage = !frame.targetLanguage.isEmpty();
    Unit &unit = parsed.unit;
    unit.id = frame.unitId;
    unit.fileId = frame.fileId;
    unit.placeStart = element.start;
    unit.placeEnd = element.end;
    unit.translate = frame.translate;
    if (const QString translate = element.value(QLatin1String("translate")); !translate.isEmpty())
        unit.translate = translate != QLatin1String("no");
    if (const QString type = typeOf(element); !type.isEmpty())
        unit.type = type;

    const Children children(element);
    parsed.place.unit = placeOf(element);
    if (children.source != nullptr) {
        parsed.place.source = placeOf(*children.source);
        parsed.language = children.source->value(names::xml, QLatin1String("lang"));
    } else {
        parsed.withoutSource = element.start;
    }
    if (children.segSource != nullptr)
        parsed.place.segSource = placeOf(*children.segSource);
    if (children.target != nullptr)
        parsed.place.target = placeOf(*children.target);
    parsed.place.hasMoreTargets = children.otherTarget != nullptr;
    parsed.place.attributes = attributesOf(element, children.target);
    parsed.place.state = unitState(element);
    if (!readSegmented(children, parsed))
        readPlain(children, parsed);
    if (parsed.place.state.locked)
        unit.translate = false;
    if (!children.alternatives.isEmpty())
        readAlternatives(children.alternatives, frame.targetLanguage, m_inline, parsed);
    if (children.hasNotes || !frame.context.isEmpty() || wantsSizeNote(element) ||
        element.has(QLatin1String("resname")))
        readNotes(element, frame.context, unit, parsed.place.notes);
    return parsed;
}

bool UnitReader::isTerm(const Element &mark) const
{
    if (m_frame.terms == nullptr || mark.value(QLatin1String("mtype")) != QLatin1String("term"))
        return false;
    return m_frame.terms->contains(mark.value(QLatin1String("mid")).section(u'.', 0, 0));
}

void UnitReader::readTerms(Segment &segment, const LiftedText &text)
{
    for (const xliff::LiftedMark &mark : text.marks) {
        if (mark.span.isEmpty())
            continue;
        TermHit hit = m_frame.terms->value(mark.id.section(u'.', 0, 0));
        hit.span = mark.span;
        hit.nested = mark.id.endsWith(QLatin1String("-nested"));
        segment.terms.append(hit);
    }
}

/// One segment: the whole unit.
void UnitReader::readPlain(const Children &children, ParsedUnit &parsed)
{
    const auto lift = [this](const Element &mark) { return isTerm(mark); };
    Segment segment;
    segment.id = QStringLiteral("s1");
    segment.canResegment = false;
    segment.locked = parsed.place.state.locked;
    LiftedText source;
    if (children.source != nullptr)
        source = m_inline.read(*children.source, m_frame.terms != nullptr ? lift : InlineReader::Lift());
    segment.source = std::move(source.text);
    if (!source.marks.isEmpty())
        readTerms(segment, source);
    if (children.target != nullptr) {
        segment.hasTarget = true;
        segment.target = m_inline.read(*children.target).text;
    }
    if (!children.marks.isEmpty()) {
        segment.source = withMemsourceCodes(segment.source, children.marks);
        segment.target = withMemsourceCodes(segment.target, children.marks);
    }
    if (parsed.place.state.isForeign())
        setState(segment, parsed.place.state.read);
    else
        setState(segment, states::fromXliff12(parsed.place.attributes, !segment.target.isEmpty()));
    parsed.unit.segments.append(std::move(segment));
}

/// False when the unit has no segments of its own, or the target's marks do not say of each text to which
/// segment it belongs.
bool UnitReader::readSegmented(const Children &children, ParsedUnit &parsed)
{
    if (children.segSource == nullptr || !holdsSegments(*children.segSource))
        return false;
    if (children.target != nullptr && !holdsSegments(*children.target) &&
        !children.target->text().trimmed().isEmpty())
        return false;
    if (children.target != nullptr && !everyTextHasItsSegment(*children.segSource, *children.target))
        return false;
    parsed.place.isSegmented = true;
    xliff::UniqueNames ids;
    readPieces(*children.segSource, parsed, ids);
    if (children.target != nullptr)
        readTargetMarks(*children.target, parsed);

    QHash<QString, StatePlace> states =
        children.definitions != nullptr ? segmentStates(*children.definitions) : QHash<QString, StatePlace>();
    qsizetype locked = 0;
    for (qsizetype i = 0; i < parsed.unit.segments.size(); ++i) {
        Segment &segment = parsed.unit.segments[i];
        SegmentPlace &place = parsed.place.segments[i];
        place.state = states.take(place.mid); // of two with the same mid, the first
        const states::State base = states::fromXliff12(parsed.place.attributes, !segment.target.isEmpty());
        if (place.state.isForeign())
            setState(segment, place.state.read);
        else if (parsed.place.state.isForeign())
            setState(segment, parsed.place.state.read);
        else if (segment.hasTarget)
            setState(segment, stateWithComment(place.comment, base));
        locked += place.state.locked ? 1 : 0;
        segment.locked = place.state.locked;
    }
    if (locked == parsed.unit.segments.size())
        parsed.unit.translate = false;
    return true;
}

/// The segments in seg-source, however deep in codes their marks stand, and what is between them.
void UnitReader::readPieces(const Element &element, ParsedUnit &parsed, xliff::UniqueNames &ids)
{
    const auto addGap = [&parsed](const QString &text, bool hasCode) {
        if (parsed.unit.segments.isEmpty())
            return;
        Segment &before = parsed.unit.segments.last();
        before.gapAfter += text;
        before.mergesWithNext = before.mergesWithNext && !hasCode;
    };
    for (const xml::Node &node : element.children) {
        if (!node.element) {
            addGap(node.text, false);
        } else if (isSegmentMark(*node.element)) {
            readMark(*node.element, parsed, ids);
        } else if (holdsSegments(*node.element)) {
            addGap({}, true);
            readPieces(*node.element, parsed, ids);
            addGap({}, true);
        } else {
            addGap(node.element->text(), true);
        }
    }
}

void UnitReader::readMark(const Element &mark, ParsedUnit &parsed, xliff::UniqueNames &ids)
{
    SegmentPlace place;
    place.source = placeOf(mark);
    place.mid = mark.value(QLatin1String("mid"));
    Segment segment;
    segment.id = ids.take(place.mid, QString::number(parsed.unit.segments.size() + 1));
    segment.canResegment = false;
    LiftedText text = m_inline.read(mark, [this](const Element &inner) { return isTerm(inner); });
    segment.source = std::move(text.text);
    readTerms(segment, text);
    parsed.unit.segments.append(std::move(segment));
    parsed.place.segments.append(place);
}

/// A mark without content is no target, for tools put an empty one for each segment; one whose state is said
/// is.
void UnitReader::readTargetMarks(const Element &element, ParsedUnit &parsed)
{
    for (const xml::Node &node : element.children) {
        if (!node.element)
            continue;
        const Element &mark = *node.element;
        if (!isSegmentMark(mark)) {
            readTargetMarks(mark, parsed);
            continue;
        }
        const QString mid = mark.value(QLatin1String("mid"));
        for (qsizetype i = 0; i < parsed.place.segments.size(); ++i) {
            SegmentPlace &place = parsed.place.segments[i];
            if (place.mid != mid || place.target.start >= 0)
                continue;
            place.target = placeOf(mark);
            place.comment = mark.value(QLatin1String("comment"));
            Segment &segment = parsed.unit.segments[i];
            segment.hasTarget = hasContent(mark) || place.comment.startsWith(names::stateComment);
            segment.target = m_inline.read(mark).text;
            break;
        }
    }
}

} // namespace verbale::xliff12
