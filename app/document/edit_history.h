#pragma once

#include "document/document.h"

#include <QtCore/QList>

#include <optional>

namespace verbale {

/// What an edit leaves in a segment.
struct TargetEdit
{
    SegmentRef segment;
    InlineText target;
    bool hasTarget = true;
    SegmentState state = SegmentState::Initial;
    QString subState;
    QString label; ///< for the Undo menu: "Typing", "Confirm", "Insert term"
};

/// Edits of one document that can be undone and redone, across segments and without a limit. Consecutive
/// edits of one segment with the label of typing and a common `mergeKey` become one step. Not thread-safe:
/// one owner, one thread.
class EditHistory
{
public:
    /// Applies the edit and raises the segment's revision. An edit that changes nothing is not recorded.
    /// mergeKey 0 never merges.
    void apply(Document &document, const TargetEdit &edit, int mergeKey = 0);

    [[nodiscard]] bool canUndo() const { return m_position > 0; }
    [[nodiscard]] bool canRedo() const { return m_position < m_steps.size(); }
    [[nodiscard]] QString undoLabel() const;
    [[nodiscard]] QString redoLabel() const;

    /// The segment that changed, or nothing when there was nothing to undo or redo.
    std::optional<SegmentRef> undo(Document &document);
    std::optional<SegmentRef> redo(Document &document);

    /// Whether the document differs from what was last saved (or opened).
    [[nodiscard]] bool isModified() const { return m_position != m_saved; }
    void markSaved();

private:
    struct Step
    {
        TargetEdit before;
        TargetEdit after;
        int mergeKey = 0;
    };
    QList<Step> m_steps;
    qsizetype m_position = 0;
    qsizetype m_saved = 0; ///< -1: the saved state can no longer be reached
};

} // namespace verbale
