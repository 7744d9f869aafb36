#pragma once

#include "host/sandbox/permissions.h"

namespace verbale::host {

/// Limits on what this process may use: writable memory, computing time, the size of a file that it writes,
/// open files, no core file. Makes it the first that the kernel ends when memory runs out, and takes every
/// capability of the super-user away. `memory` false: without the limits of memory. Errors: sandbox.refused.
Result<void> limitThisProcess(const Permissions &permissions, bool memory);

} // namespace verbale::host
