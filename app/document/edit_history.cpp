#include "document/edit_history.h"

#include <algorithm>
#include <utility>

namespace verbale {

namespace {

TargetEdit currentTarget(const Document &document, const SegmentRef &ref)
{
    const Segment &segment = document.at(ref);
    return {ref, segment.target, segment.hasTarget, segment.state, segment.subState, {}};
}

bool leavesTheSame(const TargetEdit &a, const TargetEdit &b)
{
    return a.target == b.target && a.hasTarget == b.hasTarget && a.state == b.state &&
           a.subState == b.subState;
}

void put(Document &document, const TargetEdit &edit)
{
    Segment &segment = document.at(edit.segment);
    segment.target = edit.target;
    segment.hasTarget = edit.hasTarget;
    segment.state = edit.state;
    segment.subState = edit.subState;
    ++segment.revision;
}

/// Whether an edit of the structure left the segment alone.
bool isUntouched(const Segment &a, const Segment &b)
{
    return a.id == b.id && a.source == b.source && a.target == b.target && a.hasTarget == b.hasTarget &&
           a.state == b.state && a.subState == b.subState && a.gapAfter == b.gapAfter &&
           a.mergesWithNext == b.mergesWithNext;
}

const Segment *segmentWith(const Unit &unit, const QString &id)
{
    const auto found = std::find_if(unit.segments.begin(), unit.segments.end(),
                                    [&id](const Segment &segment) { return segment.id == id; });
    return found == unit.segments.end() ? nullptr : &*found;
}

/// The notes of the present with what the edit did to them: `from` became `to`.
QList<Note> carriedNotes(const QList<Note> &present, const QList<Note> &from, const QList<Note> &to)
{
    QList<Note> notes;
    for (const Note &note : to) {
        if (!from.contains(note) || present.contains(note))
            notes.append(note);
    }
    for (const Note &note : present) {
        if (!from.contains(note) && !notes.contains(note))
            notes.append(note);
    }
    return notes;
}

} // namespace

void EditHistory::record(Step step)
{
    if (m_saved > m_position)
        m_saved = -1; // the saved state lies on the branch that is cut off now
    m_steps.resize(m_position);
    m_steps.append(std::move(step));
    ++m_position;
}

std::optional<DocumentChange> EditHistory::apply(Document &document, const TargetEdit &edit, int mergeKey)
{
    const TargetEdit before = currentTarget(document, edit.segment);
    if (leavesTheSame(before, edit))
        return std::nullopt;
    verbale::put(document, edit);
    const DocumentChange change{edit.segment, {}, false, false, before, {}};

    // Never merged into the step that ends at the saved state: undo must be able to come back to it.
    const bool mayMerge =
        mergeKey != 0 && m_position > 0 && m_position == m_steps.size() && m_position != m_saved;
    auto *last = mayMerge ? std::get_if<TargetStep>(&m_steps.last()) : nullptr;
    if (last && last->mergeKey == mergeKey && last->after.segment == edit.segment &&
        last->after.label == edit.label) {
        last->after = edit;
        if (leavesTheSame(last->before, edit)) {
            m_steps.removeLast();
            --m_position;
        }
        return change;
    }
    record(TargetStep{before, edit, mergeKey});
    return change;
}

/// The changes follow one another, so each of them is made before the next one is looked at.
void EditHistory::makeUnits(Document &document, const StructureEdit &edit, StructureStep &step,
                            DocumentChange &change)
{
    for (const UnitsChange &units : edit.units) {
        step.units.append({units.unit, document.units.mid(units.unit, units.removed), units.added});
        change.units.append(exchange(document, units.unit, step.units.last().before, units.added));
    }
}

DocumentChange EditHistory::apply(Document &document, const StructureEdit &edit)
{
    StructureStep step{{}, {}, edit.leftOut, edit.before, edit.after, edit.label};
    if (edit.leftOut)
        step.leftOutBefore = document.leftOut;
    DocumentChange change{edit.after, {}, edit.leftOut.has_value(), false, {}, {}};
    makeUnits(document, edit, step, change);
    if (edit.leftOut)
        change.leftOutBefore = document.leftOut;
    if (edit.leftOut)
        document.leftOut = *edit.leftOut;
    record(std::move(step));
    return change;
}

EditHistory::StructureStep *EditHistory::stepToExtend(int mergeKey)
{
    // What was undone may put segments back as they were before the targets came.
    const auto isStructure = [](const Step &step) { return std::holds_alternative<StructureStep>(step); };
    if (std::any_of(m_steps.cbegin() + m_position, m_steps.cend(), isStructure))
        return nullptr;
    for (qsizetype i = m_position - 1; i >= 0; --i) {
        auto *step = std::get_if<StructureStep>(&m_steps[i]);
        if (step == nullptr)
            continue;
        if (step->mergeKey != mergeKey)
            return nullptr;
        if (m_saved > i)
            m_saved = -1; // the file does not have what comes now
        return step;
    }
    return nullptr;
}

DocumentChange EditHistory::applyTargets(Document &document, const StructureEdit &edit, int mergeKey)
{
    DocumentChange change{edit.after, {}, false, true, {}, {}};
    if (StructureStep *former = stepToExtend(mergeKey)) {
        makeUnits(document, edit, *former, change);
        return change;
    }
    StructureStep step{{}, {}, {}, edit.before, edit.after, edit.label, mergeKey};
    makeUnits(document, edit, step, change);
    record(std::move(step));
    return change;
}

DocumentChange::Units EditHistory::exchange(Document &document, qsizetype unit, const QList<Unit> &from,
                                            const QList<Unit> &to)
{
    const QList<Unit> present = document.units.mid(unit, from.size());
    for (const Unit &gone : present) {
        for (const Segment &segment : gone.segments)
            m_highestRevision = std::max(m_highestRevision, segment.revision);
    }
    const qsizetype common = std::min(from.size(), to.size());
    QList<Unit> wanted = to;
    raiseRevisions(wanted);
    for (qsizetype i = 0; i < common; ++i) {
        wanted[i].notes = carriedNotes(present[i].notes, from[i].notes, to[i].notes);
        for (Segment &segment : wanted[i].segments) {
            const Segment *before = segmentWith(from[i], segment.id);
            const Segment *now = segmentWith(present[i], segment.id);
            if (before && now && isUntouched(*before, segment))
                segment = *now;
        }
    }
    for (qsizetype i = 0; i < common; ++i)
        document.units[unit + i] = wanted[i];
    if (from.size() > common)
        document.units.remove(unit + common, from.size() - common);
    for (qsizetype i = common; i < wanted.size(); ++i)
        document.units.insert(unit + i, wanted[i]);
    DocumentChange::Units change{unit, from.size(), to.size(), present, wanted, {}, {}};
    if (unit > 0) {
        change.previousFile = document.units[unit - 1].fileId;
        change.previousUnit = document.units[unit - 1].id;
    }
    return change;
}

void EditHistory::raiseRevisions(QList<Unit> &units)
{
    for (const Unit &unit : std::as_const(units)) {
        for (const Segment &segment : unit.segments)
            m_highestRevision = std::max(m_highestRevision, segment.revision);
    }
    ++m_highestRevision;
    for (Unit &unit : units) {
        for (Segment &segment : unit.segments)
            segment.revision = m_highestRevision;
    }
}

DocumentChange EditHistory::put(Document &document, const StructureStep &step, bool forward)
{
    DocumentChange change{
        forward ? step.after : step.before, {}, step.leftOutAfter.has_value(), step.mergeKey != 0, {}, {}};
    for (qsizetype i = 0; i < step.units.size(); ++i) {
        const StructureStep::Units &units = step.units[forward ? i : step.units.size() - 1 - i];
        const QList<Unit> &from = forward ? units.before : units.after;
        const QList<Unit> &to = forward ? units.after : units.before;
        change.units.append(exchange(document, units.unit, from, to));
    }
    if (step.leftOutAfter) {
        change.leftOutBefore = document.leftOut;
        document.leftOut = forward ? *step.leftOutAfter : *step.leftOutBefore;
    }
    return change;
}

DocumentChange EditHistory::go(Document &document, const Step &step, bool forward)
{
    if (const auto *structure = std::get_if<StructureStep>(&step))
        return put(document, *structure, forward);
    const auto &target = std::get<TargetStep>(step);
    const TargetEdit &edit = forward ? target.after : target.before;
    const DocumentChange change{edit.segment, {}, false, false, currentTarget(document, edit.segment), {}};
    verbale::put(document, edit);
    return change;
}

namespace {

template <typename Target, typename Structure>
QString labelOf(const std::variant<Target, Structure> &step)
{
    if (const auto *structure = std::get_if<Structure>(&step))
        return structure->label;
    return std::get<Target>(step).after.label;
}

template <typename Target, typename Structure>
bool isStructural(const std::variant<Target, Structure> &step)
{
    const auto *structure = std::get_if<Structure>(&step);
    return structure != nullptr && structure->mergeKey == 0;
}

} // namespace

QString EditHistory::undoLabel() const
{
    return canUndo() ? labelOf(m_steps[m_position - 1]) : QString();
}

QString EditHistory::redoLabel() const
{
    return canRedo() ? labelOf(m_steps[m_position]) : QString();
}

bool EditHistory::undoesStructure() const
{
    return canUndo() && isStructural(m_steps[m_position - 1]);
}

bool EditHistory::redoesStructure() const
{
    return canRedo() && isStructural(m_steps[m_position]);
}

std::optional<DocumentChange> EditHistory::undo(Document &document)
{
    if (!canUndo())
        return std::nullopt;
    return go(document, m_steps[--m_position], false);
}

std::optional<DocumentChange> EditHistory::redo(Document &document)
{
    if (!canRedo())
        return std::nullopt;
    return go(document, m_steps[m_position++], true);
}

void EditHistory::markSaved()
{
    m_saved = m_position;
}

} // namespace verbale
