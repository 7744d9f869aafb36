#pragma once

#include <verbale/sdk/plugin.h>

#include <QtCore/QStringList>

#include <string>
#include <string_view>

namespace verbale::host {

/// The protocol's own version: raised when a program that speaks the old one could not go on.
constexpr int protocolVersion = 1;

/// The first request. JSON: {"protocol": 1, "sdk": "1.0.0", "pluginId", "pluginFolder", "dataFolder",
/// "settings": {...}, "locale", "sandbox": {...}}
struct InitializeRequest
{
    int protocol = protocolVersion;
    QString sdk; ///< of the host
    PluginContext context;
    std::string sandbox = "null"; ///< JSON: what the host allows, for verbale-plugin-host alone
};

/// JSON: {"protocol": 1, "name", "provides": [...], "sandbox": {...}}; only "protocol" is needed.
struct InitializeAnswer
{
    int protocol = protocolVersion;
    QString name;                 ///< for the log; empty: the descriptor's
    QStringList provides;         ///< what it has; empty: what the descriptor says
    std::string sandbox = "null"; ///< JSON: what is enforced, as verbale-plugin-host reports it
};

std::string toJson(const InitializeRequest &request);
std::string toJson(const InitializeAnswer &answer);
Result<InitializeRequest> readInitializeRequest(std::string_view params);
/// Refuses an answer for another protocol: plugins.protocol.
Result<InitializeAnswer> readInitializeAnswer(std::string_view result);

} // namespace verbale::host
