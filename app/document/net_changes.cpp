#include "document/net_changes.h"

#include <algorithm>

namespace verbale {

namespace {

bool isSameCut(const Segment &one, const Segment &other)
{
    return one.id == other.id && one.source == other.source && one.gapAfter == other.gapAfter &&
           one.canResegment == other.canResegment && one.mergesWithNext == other.mergesWithNext;
}

bool hasSameTarget(const Segment &one, const Segment &other)
{
    return TargetVersion::of(one) == TargetVersion::of(other);
}

const Unit *unitIn(const QList<Unit> &units, const QString &key)
{
    const auto found =
        std::find_if(units.begin(), units.end(), [&key](const Unit &unit) { return unitKey(unit) == key; });
    return found == units.end() ? nullptr : &*found;
}

} // namespace

QString unitKey(const QString &file, const QString &unit)
{
    return file + QChar(0x1F) + unit;
}

QString unitKey(const Unit &unit)
{
    return unitKey(unit.fileId, unit.id);
}

bool isCutAlike(const Unit &one, const Unit &other)
{
    return one.id == other.id && one.fileId == other.fileId && one.translate == other.translate &&
           one.notes == other.notes && one.boundaries == other.boundaries &&
           one.broughtBackFrom == other.broughtBackFrom &&
           std::equal(one.segments.begin(), one.segments.end(), other.segments.begin(), other.segments.end(),
                      isSameCut);
}

bool isSameUnit(const Unit &one, const Unit &other)
{
    return isCutAlike(one, other) &&
           std::equal(one.segments.begin(), one.segments.end(), other.segments.begin(), hasSameTarget);
}

void NetChanges::add(const JournalEntry &entry)
{
    if (entry.seen)
        return;
    if (const auto *target = std::get_if<TargetChange>(&entry.change)) {
        addTarget(*target, entry.time, entry.who);
        return;
    }
    const auto &structure = std::get<StructureChange>(entry.change);
    for (const StructureChange::Units &units : structure.units)
        addUnits(units, entry.time, entry.who);
    addLines(structure);
}

void NetChanges::addTarget(const TargetChange &change, qint64 time, const QString &who)
{
    const QString key = unitKey(change.where.file, change.where.unit);
    const auto state = m_units.find(key);
    if (state != m_units.end() && state->ours) {
        for (Segment &segment : state->ours->segments) {
            if (segment.id != change.where.segment)
                continue;
            change.after.putInto(segment);
            state->time = time;
            state->who = who;
            settle(key);
            return;
        }
    }
    const auto known = m_targets.find(change.where);
    if (known == m_targets.end()) {
        if (change.before != change.after)
            m_targets.insert(change.where,
                             {change.where, change.source, change.before, change.after, time, who});
        return;
    }
    known->ours = change.after;
    known->time = time;
    known->who = who;
    if (known->ours == known->base)
        m_targets.erase(known);
}

void NetChanges::addUnits(const StructureChange::Units &units, qint64 time, const QString &who)
{
    for (const Unit &before : units.before) {
        if (unitIn(units.after, unitKey(before)) == nullptr)
            changeUnit(&before, nullptr, {}, time, who);
    }
    QString previous =
        units.previousUnit.isEmpty() ? QString() : unitKey(units.previousFile, units.previousUnit);
    for (const Unit &after : units.after) {
        const QString key = unitKey(after);
        changeUnit(unitIn(units.before, key), &after, previous, time, who);
        previous = key;
    }
}

void NetChanges::changeUnit(const Unit *before, const Unit *after, const QString &previous, qint64 time,
                            const QString &who)
{
    const QString key = unitKey(after != nullptr ? *after : *before);
    auto state = m_units.find(key);
    if (state == m_units.end()) {
        state = m_units.insert(key, UnitState());
        if (before != nullptr)
            state->base = withoutOurs(*before);
    }
    state->ours = after != nullptr ? std::optional(*after) : std::nullopt;
    state->previous = previous;
    state->time = time;
    state->who = who;
    state->order = ++m_order;
    settle(key);
}

/// The unit as it is in the file: what was typed into it since is a part of the unit's own change now.
Unit NetChanges::withoutOurs(Unit unit)
{
    for (Segment &segment : unit.segments) {
        const auto known = m_targets.find({unit.fileId, unit.id, segment.id});
        if (known == m_targets.end())
            continue;
        known->base.putInto(segment);
        m_targets.erase(known);
    }
    return unit;
}

/// A unit that is what it was is no change any more; one whose targets alone differ is changes of targets.
void NetChanges::settle(const QString &key)
{
    const auto state = m_units.find(key);
    if (!state->base && !state->ours) {
        m_units.erase(state);
        return;
    }
    if (!state->base || !state->ours || !isCutAlike(*state->base, *state->ours))
        return;
    for (qsizetype i = 0; i < state->ours->segments.size(); ++i) {
        const Segment &base = state->base->segments[i];
        const Segment &ours = state->ours->segments[i];
        if (hasSameTarget(base, ours))
            continue;
        const SegmentAddress where{state->ours->fileId, state->ours->id, ours.id};
        m_targets.insert(where, {where, ours.source, TargetVersion::of(base), TargetVersion::of(ours),
                                 state->time, state->who});
    }
    m_units.erase(state);
}

void NetChanges::addLines(const StructureChange &change)
{
    for (const LeftOutLine &line : change.linesGone) {
        const auto added = std::find_if(m_linesAdded.begin(), m_linesAdded.end(),
                                        [&line](const auto &other) { return other.line == line; });
        if (added != m_linesAdded.end())
            m_linesAdded.erase(added);
        else
            m_linesGone.append(line);
    }
    for (const StructureChange::Line &line : change.linesAdded) {
        if (!m_linesGone.removeOne(line.line))
            m_linesAdded.append(line);
    }
}

void NetChanges::setBase(const SegmentAddress &where, const TargetVersion &theirs)
{
    const auto known = m_targets.find(where);
    if (known != m_targets.end())
        known->base = theirs;
}

bool NetChanges::isEmpty() const
{
    return m_targets.isEmpty() && m_units.isEmpty() && m_linesGone.isEmpty() && m_linesAdded.isEmpty();
}

qsizetype NetChanges::count() const
{
    return m_targets.size() + m_units.size();
}

qint64 NetChanges::lastTime() const
{
    qint64 last = 0;
    for (const Target &target : m_targets)
        last = std::max(last, target.time);
    for (const UnitState &unit : m_units)
        last = std::max(last, unit.time);
    return last;
}

} // namespace verbale
