#pragma once

#include "host/sandbox/permissions.h"

#include <string>
#include <string_view>

namespace verbale::host {

/// How verbale-plugin-host shuts itself in before the plugin's library is loaded: with the permissions that
/// the host sent (null: those of permissionsOf()). Writes the report to `told` as the first message (-1: does
/// not) and returns its JSON. Errors: those of enterSandbox(), of permissionsOf() and of readPermissions().
Result<std::string> shutPluginIn(const Descriptor &descriptor, const PluginContext &context,
                                 std::string_view permissions, int told);

/// verbale-plugin-host --exec FOLDER: becomes the plugin's program in the sandbox. When that cannot be, it
/// answers the host's first request with the reason, and returns the exit status 1.
int execPlugin(const QString &folder, const QByteArray &permissions);

} // namespace verbale::host
