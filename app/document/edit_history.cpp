#include "document/edit_history.h"

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

} // namespace

void EditHistory::apply(Document &document, const TargetEdit &edit, int mergeKey)
{
    const TargetEdit before = currentTarget(document, edit.segment);
    if (leavesTheSame(before, edit))
        return;
    put(document, edit);

    // Never merged into the step that ends at the saved state: undo must be able to come back to it.
    const bool merges = mergeKey != 0 && m_position > 0 && m_position == m_steps.size() &&
                        m_position != m_saved && m_steps.last().mergeKey == mergeKey &&
                        m_steps.last().after.segment == edit.segment &&
                        m_steps.last().after.label == edit.label;
    if (merges) {
        m_steps.last().after = edit;
        if (leavesTheSame(m_steps.last().before, edit)) {
            m_steps.removeLast();
            --m_position;
        }
        return;
    }

    if (m_saved > m_position)
        m_saved = -1; // the saved state lies on the branch that is cut off now
    m_steps.resize(m_position);
    m_steps.append({before, edit, mergeKey});
    ++m_position;
}

QString EditHistory::undoLabel() const
{
    return canUndo() ? m_steps[m_position - 1].after.label : QString();
}

QString EditHistory::redoLabel() const
{
    return canRedo() ? m_steps[m_position].after.label : QString();
}

std::optional<SegmentRef> EditHistory::undo(Document &document)
{
    if (!canUndo())
        return std::nullopt;
    const Step &step = m_steps[--m_position];
    put(document, step.before);
    return step.before.segment;
}

std::optional<SegmentRef> EditHistory::redo(Document &document)
{
    if (!canRedo())
        return std::nullopt;
    const Step &step = m_steps[m_position++];
    put(document, step.after);
    return step.after.segment;
}

void EditHistory::markSaved()
{
    m_saved = m_position;
}

} // namespace verbale
