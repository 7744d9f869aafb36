#include "document/apply_changes.h"

#include "document/segmentation.h"

#include <QtCore/QMap>
#include <QtCore/QSet>

#include <algorithm>

namespace verbale {

namespace {

/// What happens to one unit of the document and behind it.
struct Slot
{
    std::optional<Unit> unit; ///< in its place
    bool removed = false;
    QList<Unit> added; ///< behind it
};

QString plain(const InlineText &text)
{
    return text.text;
}

class Applying
{
public:
    Applying(const Document &document, const NetChanges &changes, bool sameFile)
        : m_document(document), m_changes(changes), m_sameFile(sameFile)
    {
    }

    AppliedChanges run();

private:
    void findUnits();
    void applyUnits();
    void applyUnit(const QString &key, const NetChanges::UnitState &state);
    void recut(qsizetype at, const NetChanges::UnitState &state);
    void recutTheirs(qsizetype at, const NetChanges::UnitState &state);
    void remove(qsizetype at, const NetChanges::UnitState &state);
    void insert(const NetChanges::UnitState &state);
    [[nodiscard]] qsizetype placeFor(const Unit &unit, const QString &previous) const;
    void giveUp(const NetChanges::UnitState &state);
    void applyTarget(const NetChanges::Target &target);
    [[nodiscard]] std::optional<SegmentRef> placeOf(const NetChanges::Target &target);
    [[nodiscard]] std::optional<SegmentRef> placeBySource(const NetChanges::Target &target);
    void conflict(const SegmentAddress &where, const InlineText &source, const TargetVersion &base,
                  const TargetVersion &ours, const TargetVersion &theirs);
    void applyLines();
    void finish();
    Unit &changed(qsizetype at);

    const Document &m_document;
    const NetChanges &m_changes;
    const bool m_sameFile;
    AppliedChanges m_result;
    QHash<QString, qsizetype> m_units;    ///< of those that the changes speak of
    QMap<qsizetype, Slot> m_slots;        ///< -1: in front of the first unit
    QHash<QString, qsizetype> m_inserted; ///< slots of units that were put in
    QHash<QString, QList<SegmentRef>> m_sources;
    bool m_sourcesKnown = false;
};

Unit &Applying::changed(qsizetype at)
{
    Slot &slot = m_slots[at];
    if (!slot.unit)
        slot.unit = m_document.units[at];
    return *slot.unit;
}

void Applying::findUnits()
{
    QSet<QString> wanted;
    for (const NetChanges::Target &target : m_changes.targets())
        wanted.insert(target.where.unit);
    for (auto state = m_changes.units().begin(); state != m_changes.units().end(); ++state) {
        wanted.insert(state->ours ? state->ours->id : state->base->id);
        wanted.insert(state->previous.section(QChar(0x1F), -1));
    }
    for (qsizetype i = 0; i < m_document.units.size(); ++i) {
        if (wanted.contains(m_document.units[i].id))
            m_units.insert(unitKey(m_document.units[i]), i);
    }
}

void Applying::conflict(const SegmentAddress &where, const InlineText &source, const TargetVersion &base,
                        const TargetVersion &ours, const TargetVersion &theirs)
{
    m_result.conflicts.append({where, plain(source), base, ours, theirs});
}

std::optional<SegmentRef> Applying::placeBySource(const NetChanges::Target &target)
{
    if (!m_sourcesKnown) {
        m_sourcesKnown = true;
        for (const SegmentRef &ref : m_document.segments())
            m_sources[m_document.at(ref).source.text].append(ref);
    }
    QList<SegmentRef> found = m_sources.value(target.source.text);
    found.removeIf([&](const SegmentRef &ref) { return m_document.at(ref).source != target.source; });
    const auto narrow = [&](const auto &fits) {
        if (found.size() > 1 && std::any_of(found.begin(), found.end(), fits))
            found.removeIf([&](const SegmentRef &ref) { return !fits(ref); });
    };
    narrow([&](const SegmentRef &ref) { return m_document.units[ref.unit].fileId == target.where.file; });
    narrow([&](const SegmentRef &ref) { return m_document.units[ref.unit].id == target.where.unit; });
    return found.size() == 1 ? std::optional(found.first()) : std::nullopt;
}

std::optional<SegmentRef> Applying::placeOf(const NetChanges::Target &target)
{
    const auto unit = m_units.constFind(unitKey(target.where.file, target.where.unit));
    if (unit != m_units.constEnd()) {
        const QList<Segment> &segments = m_document.units[*unit].segments;
        for (qsizetype i = 0; i < segments.size(); ++i) {
            if (segments[i].id == target.where.segment && segments[i].source == target.source)
                return SegmentRef{*unit, i};
        }
    }
    const std::optional<SegmentRef> other = placeBySource(target);
    // One that is changed under its own id too must not be changed twice.
    if (other && m_changes.targets().contains(addressOf(m_document, *other)))
        return std::nullopt;
    return other;
}

void Applying::applyTarget(const NetChanges::Target &target)
{
    const std::optional<SegmentRef> place = placeOf(target);
    const bool cutAnew = place && m_slots.contains(place->unit) && m_slots[place->unit].unit &&
                         !isCutAlike(*m_slots[place->unit].unit, m_document.units[place->unit]);
    if (!place || cutAnew || (m_slots.contains(place->unit) && m_slots[place->unit].removed)) {
        m_result.unplaced.append({target.where, target.source, target.ours, target.time, target.who});
        return;
    }
    const TargetVersion theirs = TargetVersion::of(m_document.at(*place));
    if (theirs == target.ours)
        return; // saved, and the note of it did not come to the journal
    const bool fits =
        m_sameFile || theirs == target.base || (theirs.isNobodysWork() && target.base.isNobodysWork());
    if (!fits)
        conflict(addressOf(m_document, *place), target.source, target.base, target.ours, theirs);
    target.ours.putInto(changed(place->unit).segments[place->segment]);
    ++m_result.applied;
}

/// Ours with what only the document knows: terms, suggestions, the unit's place in its file.
Unit keptFrom(const Unit &theirs, const Unit &ours)
{
    Unit unit = theirs;
    unit.type = ours.type;
    unit.translate = ours.translate;
    unit.language = ours.language;
    unit.notes = ours.notes;
    unit.boundaries = ours.boundaries;
    unit.broughtBackFrom = ours.broughtBackFrom;
    unit.line = ours.line;
    unit.segments = ours.segments;
    for (Segment &segment : unit.segments) {
        const auto known =
            std::find_if(theirs.segments.begin(), theirs.segments.end(), [&segment](const Segment &other) {
                return other.id == segment.id && other.source == segment.source;
            });
        if (known == theirs.segments.end())
            continue;
        Segment kept = *known;
        TargetVersion::of(segment).putInto(kept);
        kept.gapAfter = segment.gapAfter;
        kept.mergesWithNext = segment.mergesWithNext;
        segment = kept;
    }
    return unit;
}

void Applying::recut(qsizetype at, const NetChanges::UnitState &state)
{
    const Unit &theirs = m_document.units[at];
    if (isSameUnit(theirs, *state.ours))
        return;
    if (isCutAlike(theirs, *state.ours) && !m_sameFile) {
        recutTheirs(at, state);
        return;
    }
    if (unitSource(theirs) != unitSource(*state.ours)) {
        giveUp(state);
        return;
    }
    if (!m_sameFile && !isSameUnit(theirs, *state.base)) {
        for (const Segment &segment : theirs.segments) {
            const auto same = [&](const Segment &other) {
                return other.source == segment.source &&
                       TargetVersion::of(other) == TargetVersion::of(segment);
            };
            const QList<Segment> &base = state.base->segments;
            const QList<Segment> &ours = state.ours->segments;
            if (std::any_of(base.begin(), base.end(), same) || std::any_of(ours.begin(), ours.end(), same))
                continue;
            const auto near = std::find_if(ours.begin(), ours.end(), [&segment](const Segment &other) {
                return other.id == segment.id;
            });
            const Segment &shown = near != ours.end() ? *near : ours.first();
            conflict({theirs.fileId, theirs.id, shown.id}, segment.source, {}, TargetVersion::of(shown),
                     TargetVersion::of(segment));
        }
    }
    changed(at) = keptFrom(theirs, *state.ours);
    ++m_result.applied;
}

/// The document is cut as ours is: its segments are compared one by one.
void Applying::recutTheirs(qsizetype at, const NetChanges::UnitState &state)
{
    for (qsizetype i = 0; i < state.ours->segments.size(); ++i) {
        const Segment &ours = state.ours->segments[i];
        const TargetVersion theirs = TargetVersion::of(m_document.units[at].segments[i]);
        if (theirs == TargetVersion::of(ours))
            continue;
        if (!theirs.isNobodysWork())
            conflict({state.ours->fileId, state.ours->id, ours.id}, ours.source, {}, TargetVersion::of(ours),
                     theirs);
        TargetVersion::of(ours).putInto(changed(at).segments[i]);
        ++m_result.applied;
    }
}

void Applying::giveUp(const NetChanges::UnitState &state)
{
    const Unit &unit = *state.ours;
    for (const Segment &segment : unit.segments) {
        const TargetVersion ours = TargetVersion::of(segment);
        if (!ours.isNobodysWork())
            m_result.unplaced.append(
                {{unit.fileId, unit.id, segment.id}, segment.source, ours, state.time, state.who});
    }
}

/// A paragraph that we left out; it stays where somebody has translated it meanwhile.
void Applying::remove(qsizetype at, const NetChanges::UnitState &state)
{
    if (!m_sameFile && !isSameUnit(m_document.units[at], *state.base)) {
        for (const Segment &segment : m_document.units[at].segments)
            conflict({state.base->fileId, state.base->id, segment.id}, segment.source, {},
                     TargetVersion::of(segment), TargetVersion::of(segment));
        return;
    }
    m_slots[at].removed = true;
    ++m_result.applied;
}

/// The unit behind which a new one goes: the one that was in front of it, else by the order of the text.
qsizetype Applying::placeFor(const Unit &unit, const QString &previous) const
{
    if (previous.isEmpty() && m_sameFile)
        return -1;
    if (const auto known = m_inserted.constFind(previous); known != m_inserted.constEnd())
        return *known;
    if (const auto known = m_units.constFind(previous); known != m_units.constEnd())
        return *known;
    const qint64 start = unit.segments.isEmpty() ? -1 : unit.segments.first().sourceStart;
    qsizetype place = -1;
    for (qsizetype i = 0; i < m_document.units.size(); ++i) {
        const Unit &other = m_document.units[i];
        const qint64 begins = other.segments.isEmpty() ? -1 : other.segments.first().sourceStart;
        if (other.fileId == unit.fileId && (start < 0 || begins <= start))
            place = i;
    }
    return place;
}

void Applying::insert(const NetChanges::UnitState &state)
{
    const qsizetype at = placeFor(*state.ours, state.previous);
    QList<Unit> &added = m_slots[at].added;
    const auto before = std::find_if(
        added.begin(), added.end(), [&state](const Unit &other) { return unitKey(other) == state.previous; });
    Unit unit = *state.ours;
    unit.placeStart = -1;
    unit.placeEnd = -1;
    // A paragraph that was saved as left out and then not left out after all: the file is to take it again.
    if (unit.broughtBackFrom.isEmpty())
        unit.broughtBackFrom = QStringLiteral("by-hand");
    added.insert(before == added.end() ? added.begin() : before + 1, unit);
    m_inserted.insert(unitKey(*state.ours), at);
    ++m_result.applied;
}

void Applying::applyUnit(const QString &key, const NetChanges::UnitState &state)
{
    const auto at = m_units.constFind(key);
    const bool there = at != m_units.constEnd();
    if (state.base && state.ours && there)
        recut(*at, state);
    else if (state.base && state.ours)
        giveUp(state);
    else if (state.base && there)
        remove(*at, state);
    else if (state.ours && !there)
        insert(state);
    else if (state.ours && !isSameUnit(m_document.units[*at], *state.ours))
        isCutAlike(m_document.units[*at], *state.ours) ? recutTheirs(*at, state) : giveUp(state);
}

void Applying::applyUnits()
{
    QList<QString> keys = m_changes.units().keys();
    std::sort(keys.begin(), keys.end(), [this](const QString &one, const QString &other) {
        return m_changes.units()[one].order < m_changes.units()[other].order;
    });
    // A new unit may follow another new one that was put in later, and then waits for it.
    while (!keys.isEmpty()) {
        const auto ready = std::find_if(keys.begin(), keys.end(), [&](const QString &key) {
            const NetChanges::UnitState &state = m_changes.units()[key];
            return state.base || !keys.contains(state.previous) || state.previous == key;
        });
        const QString key = keys.takeAt(ready == keys.end() ? 0 : ready - keys.begin());
        applyUnit(key, m_changes.units()[key]);
    }
}

void Applying::applyLines()
{
    QList<LeftOutLine> lines = m_document.leftOut;
    for (const LeftOutLine &gone : m_changes.linesGone())
        lines.removeOne(gone);
    for (const StructureChange::Line &added : m_changes.linesAdded()) {
        if (lines.contains(added.line))
            continue;
        qsizetype place = added.previous ? lines.indexOf(*added.previous) : -1;
        if (added.previous && place < 0) {
            while (place + 1 < lines.size() && lines[place + 1].start <= added.line.start)
                ++place;
        }
        lines.insert(place + 1, added.line);
    }
    if (lines != m_document.leftOut)
        m_result.edit.leftOut = lines;
}

/// From the end to the beginning, so that no change moves the place of the next one.
void Applying::finish()
{
    StructureEdit &edit = m_result.edit;
    qsizetype first = -1;
    for (auto slot = m_slots.constEnd(); slot != m_slots.constBegin();) {
        --slot;
        if (!slot->added.isEmpty())
            edit.units.append({slot.key() + 1, 0, slot->added});
        if (slot->removed)
            edit.units.append({slot.key(), 1, {}});
        else if (slot->unit)
            edit.units.append({slot.key(), 1, {*slot->unit}});
        if (slot->unit || slot->removed || !slot->added.isEmpty())
            first = slot.key();
    }
    const qsizetype at = std::clamp<qsizetype>(first, 0, std::max<qsizetype>(0, m_document.units.size() - 1));
    edit.before = {at, 0};
    qsizetype count = m_document.units.size();
    for (const UnitsChange &units : edit.units)
        count += units.added.size() - units.removed;
    edit.after = {std::min(at, std::max<qsizetype>(0, count - 1)), 0};
}

AppliedChanges Applying::run()
{
    findUnits();
    applyUnits();
    QList<NetChanges::Target> targets = m_changes.targets().values();
    std::sort(targets.begin(), targets.end(),
              [](const auto &one, const auto &other) { return one.time < other.time; });
    for (const NetChanges::Target &target : targets)
        applyTarget(target);
    applyLines();
    finish();
    return std::move(m_result);
}

} // namespace

AppliedChanges applyChanges(const Document &document, const NetChanges &changes, bool sameFile)
{
    if (changes.isEmpty())
        return {};
    return Applying(document, changes, sameFile).run();
}

} // namespace verbale
