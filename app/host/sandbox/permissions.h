#pragma once

#include "host/descriptor.h"

#include <verbale/sdk/plugin.h>

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <array>

namespace verbale::host {

/// What a plugin's process may do. A value that the host works out and hands to the child as text
/// (sandbox_json.h), so that the child need not trust anything that lies in the plugin's folder.
struct Permissions
{
    bool network = false;      ///< may open connections; never the right to listen
    QStringList hosts;         ///< "HOST" or "HOST:PORT" it says it talks to; empty: any
    QList<quint16> proxyPorts; ///< with `hosts`: of the proxies that the environment names, which it is told
    QStringList
        readFolders; ///< files and folders that it may read with all that is in them, beside the system's
    QStringList writeFolders; ///< that it may read and write
    qint64 memoryBytes = 0;   ///< of writable memory of its own; 0: no limit
    qint64 cpuSeconds = 0;    ///< of its whole life; 0: no limit
    qint64 fileBytes = 0;     ///< of one file that it writes; 0: no limit
    int openFiles = 64;       ///< at a time

    bool operator==(const Permissions &) const = default;
};

constexpr qint64 defaultMemoryBytes = qint64(1) << 30;
constexpr qint64 defaultCpuSeconds = 3600;
constexpr qint64 defaultFileBytes = qint64(256) << 20;

/// The variables of the environment that name proxies; a plugin with the network gets them as they are.
inline constexpr std::array proxyVariables = {"http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy",
                                              "ALL_PROXY"};

/// What follows from the descriptor and from what the user has set: the plugin's folder is read, its data
/// folder read and written; "network", "hosts" and "memory" as plugin.json says; a setting whose schema has
/// "format": "file" or "folder" opens the user's choice for reading, one with "format": "uri" names a host.
/// The proxies are those of this process's environment.
/// Errors: sandbox.folder-too-wide (the plugin lies in the root or the home folder itself, which would open
/// all of it).
Result<Permissions> permissionsOf(const Descriptor &descriptor, const PluginContext &context);

/// The TCP ports that the hosts come to, in order, 80 and 443 where a host names none, with those of the
/// proxies; empty: every port.
QList<quint16> portsOf(const Permissions &permissions);

} // namespace verbale::host
