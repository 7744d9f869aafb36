#pragma once

#include "command-line/json.h"
#include "host/sandbox/sandbox_report.h"

namespace verbale::commandline {

/// What a plugin's process is kept from: a list of aspect, strength and message.
Json sandboxToJson(const host::SandboxReport &report);

} // namespace verbale::commandline
