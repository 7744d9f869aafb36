#pragma once

#include "host/sandbox/permissions.h"
#include "host/sandbox/sandbox_report.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace verbale::host {

/// {"network": {"strength": "enforced", "code": "network.none", "sentence": "..."}, "files": {...}, ...}:
/// what verbale-plugin-host answers under "sandbox" to `initialize`, and the params of sandboxMethod.
nlohmann::json toJson(const SandboxReport &report);
Result<SandboxReport> sandboxReportFromJson(const nlohmann::json &value); ///< Errors: sandbox.bad-report

/// A notification with the report. It is the first message of a child: what comes first was surely written by
/// verbale-plugin-host, before any of the plugin's code ran; a later one is the plugin's own word.
constexpr std::string_view sandboxMethod = "$/sandbox";
std::string sandboxNotification(const SandboxReport &report); ///< framed

/// What stands under "sandbox" in the request `initialize`, and behind `verbale-plugin-host --permissions`:
/// one line of JSON, with the names of the members.
QByteArray permissionsText(const Permissions &permissions);
Result<Permissions> readPermissions(const QByteArray &text); ///< Errors: sandbox.bad-permissions

/// The permissions that the host has sent, or where it sent none ("", "null") those of permissionsOf().
Result<Permissions> sentPermissions(std::string_view text, const Descriptor &descriptor,
                                    const PluginContext &context);

} // namespace verbale::host
