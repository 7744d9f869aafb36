#pragma once

#include "session/settings.h"

namespace verbale::workbench {

inline constexpr int recentFilesLimit = 10;

/// What another window or the command line has written stays, unless this window changed the same thing.
session::Settings mergedSettings(session::Settings onDisk, const session::Settings &own,
                                 const session::Settings &before);

} // namespace verbale::workbench
