#pragma once

#include "document/edit_history.h"

#include <verbale/sdk/result.h>

#include <QtCore/QStringList>

#include <optional>

namespace verbale::session {

/// An edit by names, as a person types it.
struct EditRequest
{
    /// The unit's id; "FILE/UNIT" where two files have it; or a fragment identifier of XLIFF 2.x,
    /// "#f=f1/u=u1/s1", which may name the segment too.
    QString unit;
    QString segment;               ///< its id; empty: the unit's only one
    std::optional<QString> target; ///< inline codes stand as their markup; nothing: it stays as it is
    QString state;                 ///< of XLIFF 2.x or 1.2; empty: see planEdits
    Place where;                   ///< of the request itself, for messages
};

/// What a request comes to.
struct PlannedEdit
{
    TargetEdit before;
    TargetEdit after;
    QStringList warnings; ///< what is wrong with the codes of the target afterwards, a sentence each

    [[nodiscard]] bool changesSomething() const
    {
        return before.target != after.target || before.hasTarget != after.hasTarget ||
               before.state != after.state || before.subState != after.subState;
    }
};

/// Finds what the requests mean. As in the window, a target that is another one now is an initial draft
/// unless a state is given, and an empty one is none, where it was not empty before. Several requests for one
/// segment are taken one after the other, and are one edit. Codes stand in a target as fromMarkup() reads
/// them. Errors, with the request's place: edit.no-unit, edit.no-segment, edit.ambiguous, edit.unknown-state,
/// edit.no-target (a state without a target), edit.locked (a change of what the file wants left as it is:
/// isEditable()).
Result<QList<PlannedEdit>> planEdits(const Document &document, const QList<EditRequest> &requests);

/// Makes the edits; those that change nothing are left out.
void applyEdits(Document &document, const QList<PlannedEdit> &edits);

} // namespace verbale::session
