#include "formats/xliff12/patch_unit.h"

#include "document/machine_remarks.h"
#include "formats/xliff12/inline_writer.h"
#include "formats/xliff12/names.h"
#include "xml/tag.h"

#include <algorithm>

namespace verbale::xliff12 {

namespace {

using states::State;
using xliff::StartTag;

State stateOf(const Segment &segment)
{
    return {segment.state, segment.subState};
}

const QString stateName = QStringLiteral("state");
const QString qualifierName = QStringLiteral("state-qualifier");
const QString approvedName = QStringLiteral("approved");
const QString commentName = QStringLiteral("comment");

} // namespace

UnitPatch::UnitPatch(xliff::Splices &splices, const PatchFrame &frame, const Unit &wanted,
                     const Unit &present, const UnitPlace &place)
    : m_splices(splices), m_frame(frame), m_wanted(wanted), m_present(present), m_place(place)
{
}

void UnitPatch::patch()
{
    m_unitTag = m_splices.startTag(m_place.unit);
    const QString before = m_unitTag;
    patchForeignStates();
    if (m_place.isSegmented)
        patchSegmented();
    else
        patchPlain();
    if (m_unitTag != before)
        m_splices.replace(m_place.unit.start, m_place.unit.startTagEnd, m_unitTag);
    removeOutdatedNotes();
}

void UnitPatch::removeWithSpace(const ElementPlace &place)
{
    m_splices.replace(m_splices.startWithSpace(place.start), place.end, {});
}

/// What was to be looked at in a machine's translation, when somebody has; and what our own context-group
/// says of it. The notes that stay have other numbers there then.
void UnitPatch::removeOutdatedNotes()
{
    const NotePlaces &places = m_place.notes;
    QHash<qsizetype, qsizetype> numbers; // of those that stay
    for (qsizetype i = 0; i < m_present.notes.size(); ++i) {
        if (i >= places.notes.size() || !isOutdatedRemark(m_present.notes[i], m_wanted))
            numbers.insert(i, numbers.size());
        else
            removeWithSpace(places.notes[i]);
    }
    if (numbers.size() == m_present.notes.size() || places.contexts.start < 0)
        return;
    const bool isNothingLeft =
        places.others == 0 && std::none_of(places.about.begin(), places.about.end(),
                                           [&](const auto &one) { return numbers.contains(one.note); });
    if (isNothingLeft) {
        removeWithSpace(places.contexts);
        return;
    }
    for (const NotePlaces::Context &context : places.about) {
        const ElementPlace &place = context.place;
        if (!numbers.contains(context.note)) {
            removeWithSpace(place);
        } else if (numbers[context.note] != context.note) {
            const QString text = m_splices.slice(place.startTagEnd, place.endTagStart);
            m_splices.replace(place.startTagEnd, place.endTagStart,
                              QString::number(numbers[context.note]) + text.mid(text.indexOf(u' ')));
        }
    }
}

bool UnitPatch::differs(qsizetype segment) const
{
    const Segment &wanted = m_wanted.segments[segment];
    const Segment &present = m_present.segments[segment];
    return wanted.hasTarget != present.hasTarget || (wanted.hasTarget && wanted.target != present.target);
}

Edit UnitPatch::editOf(qsizetype segment) const
{
    if (!differs(segment))
        return Edit::None;
    return m_wanted.segments[segment].target.isEmpty() ? Edit::Cleared : Edit::Changed;
}

QString UnitPatch::contentOf(qsizetype segment) const
{
    return exactXml(m_wanted.segments[segment].target, m_frame.lineEnd);
}

/// Of the segments that have a target.
State UnitPatch::lowestState() const
{
    const Segment *lowest = nullptr;
    for (const Segment &segment : m_wanted.segments) {
        if (segment.hasTarget && (lowest == nullptr || segment.state < lowest->state))
            lowest = &segment;
    }
    return lowest == nullptr ? State() : stateOf(*lowest);
}

/// States that a tool keeps elsewhere than in the target: of each segment, or one of the unit.
void UnitPatch::patchForeignStates()
{
    if (m_place.state.isForeign()) {
        Edit edit = Edit::None;
        for (qsizetype i = 0; i < m_wanted.segments.size(); ++i)
            edit = std::max(edit, editOf(i));
        State state = lowestState();
        if (std::none_of(m_wanted.segments.begin(), m_wanted.segments.end(),
                         [](const Segment &segment) { return segment.hasTarget; }))
            state = stateOf(m_wanted.segments.first());
        const bool isUnit = m_place.state.tag.start == m_place.unit.start;
        const QString tag = isUnit ? m_unitTag : m_splices.startTag(m_place.state.tag);
        const QString changed = withState(tag, m_place.state, state, edit);
        if (isUnit)
            m_unitTag = changed;
        else if (changed != tag)
            m_splices.replace(m_place.state.tag.start, m_place.state.tag.startTagEnd, changed);
    }
    for (qsizetype i = 0; i < m_place.segments.size(); ++i) {
        const StatePlace &place = m_place.segments[i].state;
        if (!place.isForeign())
            continue;
        const QString tag = m_splices.startTag(place.tag);
        const QString changed = withState(tag, place, stateOf(m_wanted.segments[i]), editOf(i));
        if (changed != tag)
            m_splices.replace(place.tag.start, place.tag.startTagEnd, changed);
    }
}

/// Whether the tag says another state now. One that already says it is left alone.
bool UnitPatch::setTargetState(StartTag &tag, const State &state, bool hasText)
{
    if (states::fromXliff12(m_place.attributes, hasText) == state)
        return false;
    const states::TargetState said = states::toXliff12(state);
    tag.set(stateName, said.state);
    tag.set(qualifierName, said.qualifier);
    patchApproved(said.approved);
    return true;
}

void UnitPatch::patchApproved(bool approved)
{
    StartTag unit(m_unitTag);
    if (approved != m_place.attributes.approved)
        unit.set(approvedName, QLatin1String(approved ? "yes" : "no"));
    m_unitTag = unit.text();
}

void UnitPatch::patchPlain()
{
    const Segment &wanted = m_wanted.segments.first();
    const Segment &present = m_present.segments.first();
    const bool foreign = m_place.state.isForeign();
    if (m_place.target.start < 0) {
        if (wanted.hasTarget)
            addTarget(contentOf(0), stateOf(wanted), !foreign);
        return;
    }
    if (!wanted.hasTarget)
        patchApproved(false);
    if (!wanted.hasTarget && !m_place.hasMoreTargets) {
        const qint64 before = m_splices.startWithSpace(m_place.target.start);
        m_splices.replace(before, m_place.target.end, {});
        return;
    }
    StartTag tag(m_splices.startTag(m_place.target));
    const bool textDiffers = differs(0);
    bool tagDiffers = false;
    if (textDiffers || stateOf(wanted) != stateOf(present)) {
        // A tool's own place says it; the target's attribute goes with it where there is one.
        if (!foreign || !m_place.attributes.state.isEmpty())
            tagDiffers = setTargetState(tag, stateOf(wanted), !wanted.target.isEmpty());
    }
    const QString content = textDiffers ? contentOf(0) : QString();
    replaceElement(m_place.target, tag, tagDiffers, textDiffers ? &content : nullptr);
}

void UnitPatch::replaceElement(const ElementPlace &place, const StartTag &tag, bool tagDiffers,
                               const QString *content)
{
    const bool isEmptyTag = place.endTagStart == place.end;
    if (content != nullptr && isEmptyTag) {
        StartTag opened(tag.text());
        opened.open();
        m_splices.replace(place.start, place.end, opened.text() + *content + opened.endTag());
        return;
    }
    if (tagDiffers)
        m_splices.replace(place.start, place.startTagEnd, tag.text());
    if (content != nullptr)
        m_splices.replace(place.startTagEnd, place.endTagStart, *content);
}

void UnitPatch::addTarget(const QString &content, const State &state, bool withOwnState)
{
    const bool hasSource = m_place.source.start >= 0;
    const ElementPlace &before = m_place.segSource.start >= 0 ? m_place.segSource : m_place.source;
    const qint64 at = before.start >= 0 ? before.end : m_place.unit.startTagEnd;
    // The white space before <source> is the file's own way to indent.
    const qint64 space = hasSource ? m_splices.startWithSpace(m_place.source.start) : at;
    const QString indent = hasSource ? m_splices.slice(space, m_place.source.start) : QString();
    StartTag tag(QLatin1Char('<') + m_splices.prefixOf(m_place.unit) + QLatin1String("target>"));
    if (!m_frame.newLanguage.isEmpty())
        tag.set(QStringLiteral("xml:lang"), m_frame.newLanguage);
    const std::optional<xml::Tag> source =
        hasSource ? xml::scanTag(m_splices.startTag(m_place.source)) : std::nullopt;
    if (const xml::TagAttribute *preserve = source ? source->attribute(u"xml:space") : nullptr)
        tag.set(QStringLiteral("xml:space"), preserve->raw); // no schema allows it, but tools write it
    if (withOwnState) {
        const states::TargetState said = states::toXliff12(state);
        tag.set(stateName, said.state);
        tag.set(qualifierName, said.qualifier);
        patchApproved(said.approved);
    }
    QString end;
    if (m_place.unit.endTagStart == m_place.unit.end) { // <trans-unit/>
        StartTag unit(m_unitTag);
        unit.open();
        m_unitTag = unit.text();
        end = unit.endTag();
    }
    m_splices.replace(at, at, indent + tag.text() + content + tag.endTag() + end);
}

void UnitPatch::patchSegmented()
{
    bool anyTarget = false;
    bool anyDiffers = false;
    for (qsizetype i = 0; i < m_wanted.segments.size(); ++i) {
        const Segment &wanted = m_wanted.segments[i];
        anyTarget = anyTarget || wanted.hasTarget;
        anyDiffers = anyDiffers || differs(i) ||
                     (wanted.hasTarget && stateOf(wanted) != stateOf(m_present.segments[i]));
    }
    if (!anyDiffers)
        return;
    const State lowest = lowestState();
    if (m_place.target.start < 0) {
        addTarget(segmentedContent(lowest), lowest, !hasForeignStates());
        return;
    }
    StartTag tag(m_splices.startTag(m_place.target));
    if (!anyTarget)
        patchApproved(false);
    const bool saysState = !hasForeignStates() || !m_place.attributes.state.isEmpty();
    const bool tagDiffers = anyTarget && saysState && setTargetState(tag, lowest, true);
    if (m_place.target.endTagStart == m_place.target.end) { // <target/>
        const QString content = segmentedContent(lowest);
        replaceElement(m_place.target, tag, tagDiffers, &content);
        return;
    }
    replaceElement(m_place.target, tag, tagDiffers, nullptr);
    struct Mid
    {
        int segments = 0;
        bool hasTarget = false;
    };
    QHash<QString, Mid> mids;
    for (qsizetype i = 0; i < m_wanted.segments.size(); ++i) {
        Mid &mid = mids[m_place.segments[i].mid];
        ++mid.segments;
        mid.hasTarget = mid.hasTarget || m_wanted.segments[i].hasTarget;
    }
    for (qsizetype i = 0; i < m_wanted.segments.size(); ++i) {
        const Mid mid = mids.value(m_place.segments[i].mid);
        if (m_place.segments[i].target.start >= 0)
            patchMark(i, lowest);
        else if (mid.hasTarget && mid.segments > 1)
            addMarkOfSharedMid(i, newMark(i, lowest));
        else if (mid.hasTarget)
            addMark(i, lowest);
    }
}

/// Whether a tool keeps the states elsewhere than in the target.
bool UnitPatch::hasForeignStates() const
{
    return m_place.state.isForeign() ||
           std::any_of(m_place.segments.begin(), m_place.segments.end(),
                       [](const SegmentPlace &place) { return place.state.isForeign(); });
}

/// The segment's mark in the target: its comment says a state that is another than the unit's.
QString UnitPatch::markTag(qsizetype segment, const State &ofUnit) const
{
    const SegmentPlace &place = m_place.segments[segment];
    const bool isNew = place.target.start < 0;
    StartTag tag(m_splices.startTag(isNew ? place.source : place.target));
    const Segment &wanted = m_wanted.segments[segment];
    const bool ownComment = place.comment.isEmpty() || place.comment.startsWith(names::stateComment);
    if (!hasForeignStates() && ownComment) {
        const bool isSaid = wanted.hasTarget && (stateOf(wanted) != ofUnit || wanted.target.isEmpty());
        tag.set(commentName, isSaid ? commentOf(stateOf(wanted)) : QString());
    }
    return tag.text();
}

void UnitPatch::patchMark(qsizetype segment, const State &ofUnit)
{
    const ElementPlace &place = m_place.segments[segment].target;
    const QString before = m_splices.startTag(place);
    const StartTag tag(markTag(segment, ofUnit));
    const bool textDiffers = differs(segment);
    const QString content =
        textDiffers && m_wanted.segments[segment].hasTarget ? contentOf(segment) : QString();
    replaceElement(place, tag, tag.text() != before, textDiffers ? &content : nullptr);
}

QString UnitPatch::newMark(qsizetype segment, const State &ofUnit) const
{
    StartTag tag(markTag(segment, ofUnit));
    tag.open();
    return tag.text() + (m_wanted.segments[segment].hasTarget ? contentOf(segment) : QString()) +
           tag.endTag();
}

/// What the sources have between the segments.
QString UnitPatch::gaps(qsizetype from, qsizetype to) const
{
    QString gap;
    for (; from < to; ++from)
        xml::appendText(gap, m_wanted.segments[from].gapAfter.get(), {{}, m_frame.lineEnd});
    return gap;
}

/// Segments of one mid are told apart by the order of their marks: a new one comes behind all that are there.
void UnitPatch::addMarkOfSharedMid(qsizetype segment, const QString &mark)
{
    qint64 last = -1;
    for (const SegmentPlace &place : m_place.segments)
        last = std::max(last, place.target.start >= 0 ? place.target.end : -1);
    const qint64 at = last >= 0 ? last : m_place.target.endTagStart;
    m_splices.replace(at, at, (segment > 0 ? gaps(segment - 1, segment) : QString()) + mark);
}

/// Into a target that lacks it: behind the mark before it, else before the one after it, each with the gap
/// that the sources have there.
void UnitPatch::addMark(qsizetype segment, const State &ofUnit)
{
    const QString mark = newMark(segment, ofUnit);
    const auto place = [this](qsizetype i) -> const ElementPlace & { return m_place.segments[i].target; };
    qsizetype last = segment - 1; // the one before it that has a mark, or has got one
    while (last >= 0 && place(last).start < 0 && !m_wanted.segments[last].hasTarget)
        --last;
    qsizetype before = last;
    while (before >= 0 && place(before).start < 0)
        --before;
    if (before >= 0) {
        m_splices.replace(place(before).end, place(before).end, gaps(last, segment) + mark);
        return;
    }
    qsizetype next = segment + 1;
    while (next < m_place.segments.size() && place(next).start < 0)
        ++next;
    if (next < m_place.segments.size()) {
        m_splices.replace(place(next).start, place(next).start, mark + gaps(segment, segment + 1));
        return;
    }
    const qint64 at = m_place.target.endTagStart; // a target with nothing in it but white space
    m_splices.replace(at, at, (last >= 0 ? gaps(last, segment) : QString()) + mark);
}

/// A whole target made from seg-source: its codes and gaps, with the segments' targets in the marks.
QString UnitPatch::segmentedContent(const State &ofUnit) const
{
    QString content;
    qint64 done = m_place.segSource.startTagEnd;
    for (qsizetype i = 0; i < m_place.segments.size(); ++i) {
        const ElementPlace &place = m_place.segments[i].source;
        content += m_splices.slice(done, place.start);
        content += newMark(i, ofUnit);
        done = place.end;
    }
    return content + m_splices.slice(done, m_place.segSource.endTagStart);
}

} // namespace verbale::xliff12
