#pragma once

#include "document/document.h"

#include <QtCore/QList>

#include <optional>
#include <variant>

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

/// Units that take the place of others.
struct UnitsChange
{
    qsizetype unit = 0;    ///< the first one
    qsizetype removed = 0; ///< how many go
    QList<Unit> added;
};

/// An edit of what the document consists of: segments split or merged, paragraphs left out or brought back.
struct StructureEdit
{
    QList<UnitsChange> units;                  ///< one after the other, each in the document that it finds
    std::optional<QList<LeftOutLine>> leftOut; ///< what is left out afterwards, where that changes
    SegmentRef before;                         ///< where to look when the edit is undone
    SegmentRef after;                          ///< where to look when it is done
    QString label;
};

/// Where a document has changed, and from what to what.
struct DocumentChange
{
    struct Units
    {
        qsizetype unit = 0;
        qsizetype removed = 0;
        qsizetype added = 0;
        QList<Unit> before = {};   ///< the removed ones
        QList<Unit> after = {};    ///< the added ones, as they stand in the document now
        QString previousFile = {}; ///< the unit in front of them, by its ids; empty: they are the first
        QString previousUnit = {};
    };
    SegmentRef segment;
    QList<Units> units; ///< one after the other; empty: only the target of the segment
    bool leftOut = false;
    bool onlyTargets = false;              ///< of `units`: their segments are the same
    TargetEdit targetBefore = {};          ///< where only a target changed: what it was
    QList<LeftOutLine> leftOutBefore = {}; ///< where `leftOut`
};

/// Edits of one document that can be undone and redone, across segments and without a limit. Consecutive
/// edits of one segment with the label of typing and a common `mergeKey` become one step. What others have
/// put into segments meanwhile (terms, suggestions) stays where the edit did not change the segment. Not
/// thread-safe: one owner, one thread.
class EditHistory
{
public:
    /// Applies the edit and raises the segment's revision. An edit that changes nothing is not recorded, and
    /// gives nothing. mergeKey 0 never merges.
    std::optional<DocumentChange> apply(Document &document, const TargetEdit &edit, int mergeKey = 0);
    /// Always one step. The revisions of the segments that it changes become higher than any that they had.
    DocumentChange apply(Document &document, const StructureEdit &edit);
    /// New targets, which come a part at a time while others edit: with the same `mergeKey` they become a
    /// part of the step of before, as if all had come with the first one, unless the structure was edited
    /// since. `edit` keeps each unit's segments as they are, and changes none that was edited since that
    /// step.
    DocumentChange applyTargets(Document &document, const StructureEdit &edit, int mergeKey);

    [[nodiscard]] bool canUndo() const { return m_position > 0; }
    [[nodiscard]] bool canRedo() const { return m_position < m_steps.size(); }
    [[nodiscard]] QString undoLabel() const;
    [[nodiscard]] QString redoLabel() const;
    /// Whether undo() or redo() would change more than targets.
    [[nodiscard]] bool undoesStructure() const;
    [[nodiscard]] bool redoesStructure() const;

    /// What changed, or nothing when there was nothing to undo or redo.
    std::optional<DocumentChange> undo(Document &document);
    std::optional<DocumentChange> redo(Document &document);

    /// Whether the document differs from what was last saved (or opened).
    [[nodiscard]] bool isModified() const { return m_position != m_saved; }
    void markSaved();

private:
    struct TargetStep
    {
        TargetEdit before;
        TargetEdit after;
        int mergeKey = 0;
    };
    struct StructureStep
    {
        struct Units
        {
            qsizetype unit = 0;
            QList<Unit> before;
            QList<Unit> after;
        };
        QList<Units> units;
        std::optional<QList<LeftOutLine>> leftOutBefore;
        std::optional<QList<LeftOutLine>> leftOutAfter;
        SegmentRef before;
        SegmentRef after;
        QString label;
        int mergeKey = 0; ///< not 0: only targets change
    };
    using Step = std::variant<TargetStep, StructureStep>;

    void record(Step step);
    [[nodiscard]] StructureStep *stepToExtend(int mergeKey);
    void makeUnits(Document &document, const StructureEdit &edit, StructureStep &step,
                   DocumentChange &change);
    DocumentChange put(Document &document, const StructureStep &step, bool forward);
    DocumentChange go(Document &document, const Step &step, bool forward);
    DocumentChange::Units exchange(Document &document, qsizetype unit, const QList<Unit> &from,
                                   const QList<Unit> &to);
    void raiseRevisions(QList<Unit> &units);

    QList<Step> m_steps;
    qsizetype m_position = 0;
    qsizetype m_saved = 0;         ///< -1: the saved state can no longer be reached
    qint64 m_highestRevision = -1; ///< of what structural edits have put into the document
};

} // namespace verbale
