#pragma once

#include "document/edit_history.h"
#include "document/net_changes.h"

namespace verbale {

/// A segment that both have changed. Ours stands in the document.
struct ChangeConflict
{
    SegmentAddress where;
    QString source;
    TargetVersion base;
    TargetVersion ours;
    TargetVersion theirs;
};

/// A change for which there is no place in the document.
struct UnplacedChange
{
    SegmentAddress where;
    InlineText source;
    TargetVersion ours;
    qint64 time = 0;
    QString who;
};

/// What becomes of unsaved changes in a document that was read anew.
struct AppliedChanges
{
    StructureEdit edit; ///< for EditHistory::apply; its label is the caller's to set. No units and no lines:
                        ///< there is nothing to do
    qsizetype applied = 0; ///< segments and units that it changes
    QList<ChangeConflict> conflicts;
    QList<UnplacedChange> unplaced;
    [[nodiscard]] bool changesNothing() const { return edit.units.isEmpty() && !edit.leftOut; }
};

/// Brings changes into a document, segment by segment. Segments are known by the ids of file, unit and
/// segment and by their source; one with another id by its source, where that is the only one. Where the
/// document has what it had when the changes were made, it becomes ours; where it is another (somebody else
/// has changed it), it becomes ours too and is listed. `sameFile`: the document is known to be the one that
/// was changed, so that there can be no conflict. Neither of the arguments is touched.
AppliedChanges applyChanges(const Document &document, const NetChanges &changes, bool sameFile);

} // namespace verbale
