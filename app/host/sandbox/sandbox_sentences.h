#pragma once

#include "host/sandbox/permissions.h"
#include "host/sandbox/sandbox.h"
#include "host/sandbox/sandbox_report.h"

namespace verbale::host {

/// What the permissions come to on a system with this support, in sentences. `program`: for --exec.
SandboxReport reportOf(const Permissions &permissions, const KernelSupport &support, bool program);

} // namespace verbale::host
