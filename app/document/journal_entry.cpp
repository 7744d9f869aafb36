#include "document/journal_entry.h"

#include "document/segmentation.h"

namespace verbale {

namespace {

constexpr qint64 typingGoesOn = 30'000; // ms without a letter

/// What one list of lines has more than the other, where both are in the same order.
StructureChange::Line lineAt(const QList<LeftOutLine> &lines, qsizetype i)
{
    return {lines[i], i > 0 ? std::optional(lines[i - 1]) : std::nullopt};
}

void compareLines(const QList<LeftOutLine> &before, const QList<LeftOutLine> &after, StructureChange &change)
{
    qsizetype start = 0;
    while (start < before.size() && start < after.size() && before[start] == after[start])
        ++start;
    qsizetype same = 0; // at the end
    while (same < before.size() - start && same < after.size() - start &&
           before[before.size() - 1 - same] == after[after.size() - 1 - same])
        ++same;
    for (qsizetype i = start; i < before.size() - same; ++i)
        change.linesGone.append(before[i]);
    for (qsizetype i = start; i < after.size() - same; ++i)
        change.linesAdded.append(lineAt(after, i));
}

} // namespace

TargetVersion TargetVersion::of(const Segment &segment)
{
    return {segment.target, segment.hasTarget, segment.state, segment.subState};
}

void TargetVersion::putInto(Segment &segment) const
{
    segment.target = target;
    segment.hasTarget = hasTarget;
    segment.state = state;
    segment.subState = subState;
}

bool TargetVersion::isNobodysWork() const
{
    return state == SegmentState::Initial && (target.isEmpty() || isProposed(subState));
}

bool continueTyping(JournalEntry &before, const JournalEntry &next)
{
    auto *one = std::get_if<TargetChange>(&before.change);
    const auto *other = std::get_if<TargetChange>(&next.change);
    const bool goesOn = before.typing && next.typing && one != nullptr && other != nullptr &&
                        one->where == other->where && (one->after == other->before || before.provisional) &&
                        one->after.state == other->after.state && before.who == next.who &&
                        next.time - before.time < typingGoesOn;
    if (!goesOn)
        return false;
    one->after = other->after;
    before.time = next.time;
    before.provisional = next.provisional;
    return true;
}

void appendTyping(QList<JournalEntry> &entries, const JournalEntry &next)
{
    if (entries.isEmpty() || !continueTyping(entries.last(), next))
        entries.append(next);
}

SegmentAddress addressOf(const Document &document, const SegmentRef &ref)
{
    const Unit &unit = document.units[ref.unit];
    return {unit.fileId, unit.id, unit.segments[ref.segment].id};
}

JournalEntry journalEntry(const Document &document, const DocumentChange &change)
{
    JournalEntry entry;
    if (change.units.isEmpty() && !change.leftOut) {
        const Segment &segment = document.at(change.segment);
        const TargetEdit &before = change.targetBefore;
        entry.change = TargetChange{addressOf(document, change.segment),
                                    segment.source,
                                    {before.target, before.hasTarget, before.state, before.subState},
                                    TargetVersion::of(segment)};
        return entry;
    }
    StructureChange structure;
    for (const DocumentChange::Units &units : change.units)
        structure.units.append({units.previousFile, units.previousUnit, units.before, units.after});
    if (change.leftOut)
        compareLines(change.leftOutBefore, document.leftOut, structure);
    entry.change = structure;
    return entry;
}

} // namespace verbale
