#pragma once

#include "host/sandbox/permissions.h"
#include "host/sandbox/sandbox_report.h"

#include <string>
#include <string_view>

namespace verbale::host {

/// The method of the notification in which verbale-plugin-host tells how it shut the plugin in, params as in
/// toJson(SandboxReport). It is the first message of a child: what comes first was surely written before any
/// of the plugin's code ran; a later one is the plugin's own word and is to be passed over.
constexpr std::string_view sandboxMethod = "$/sandbox";

/// {"network": {"strength": "enforced", "code": "network.none", "sentence": "..."}, "files": {...}, ...}
std::string toJson(const SandboxReport &report);
Result<SandboxReport> readSandboxReport(std::string_view json); ///< Errors: sandbox.bad-report

/// What stands under "sandbox" in `initialize`, and behind `verbale-plugin-host --permissions`: JSON in one
/// line, with the names of the members.
std::string toJson(const Permissions &permissions);
Result<Permissions> readPermissions(std::string_view json); ///< Errors: sandbox.bad-permissions

/// For ServeOptions::beforeLoad: enters the sandbox with those permissions, or where they are null or empty
/// with those of permissionsOf(), and returns the report's JSON. Errors: those of the three.
Result<std::string> shutIn(const Descriptor &descriptor, const PluginContext &context,
                           std::string_view permissions);

} // namespace verbale::host
