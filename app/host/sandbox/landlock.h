#pragma once

#include "host/sandbox/permissions.h"

namespace verbale::host {

/// The version of Landlock's interface that this kernel has; 0: it has none, or it is switched off.
int landlockVersion();

/// Closes every file and folder to this thread and what it starts, but for those of the permissions and what
/// programs need of the system: libraries, time zones, locales, and for the network the names of hosts and
/// the certificates. From version 4 on it closes TCP, but for the ports of the permissions' hosts; from 6 on
/// signals to processes outside. `version` says which rights to ask for, at least 1. `execute`: programs may
/// be started from the folders that are open for reading. Errors: sandbox.folder (a write folder is not
/// there), sandbox.refused.
Result<void> closeFiles(const Permissions &permissions, int version, bool execute);

} // namespace verbale::host
