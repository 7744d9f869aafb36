#pragma once

#include "host/sandbox/permissions.h"
#include "host/sandbox/sandbox_report.h"

#include <nlohmann/json_fwd.hpp>

namespace verbale::host {

/// {"network": {"strength": "enforced", "code": "network.none", "sentence": "..."}, "files": {...}, ...}: the
/// member "sandbox" of the answer to `initialize` of verbale-plugin-host --serve, and the params of the
/// notification
/// `$/sandbox` that --exec writes before the plugin's program runs. Only what comes as the first message of a
/// child was surely written by verbale-plugin-host; a later one is the plugin's own word.
nlohmann::json toJson(const SandboxReport &report);
Result<SandboxReport> sandboxReportFromJson(const nlohmann::json &value); ///< Errors: sandbox.bad-report

/// What `verbale-plugin-host --permissions TEXT` takes: one line of JSON, with the names of the members.
QByteArray permissionsText(const Permissions &permissions);
Result<Permissions> readPermissions(const QByteArray &text); ///< Errors: sandbox.bad-permissions

} // namespace verbale::host
