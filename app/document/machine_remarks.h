#pragma once

#include "document/document.h"

namespace verbale {

/// The category of notes that say what is to be looked at in a machine's translation. They speak of one
/// segment, and of its target.
inline constexpr QLatin1String machineRemarkCategory{"verbale:machine-translation"};

/// Puts these notes in the place of those that the segment had of this kind.
void setMachineRemarks(Unit &unit, const QString &segmentId, const QStringList &texts);

/// Whether a note is of this kind and its segment was confirmed since, or is no more.
bool isOutdatedRemark(const Note &note, const Unit &unit);

/// The unit's notes without outdated ones.
QList<Note> currentNotes(const Unit &unit);

} // namespace verbale
