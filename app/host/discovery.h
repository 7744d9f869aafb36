#pragma once

#include "host/descriptor.h"
#include "host/plugin_host.h"

#include <QtCore/QByteArray>

namespace verbale::host {

/// A folder with a plugin.json of ours, and what was read there.
struct FoundPlugin
{
    QString folder; ///< as it was found, without "." and ".."
    Origin origin = Origin::Shipped;
    DescriptorReading reading;
    QByteArray hash; ///< of plugin.json
};

struct Discovery
{
    QList<FoundPlugin> plugins; ///< in the order of the folders, and of the names inside a folder
    QList<Problem> problems;    ///< folders that could not be read
};

/// Looks for plugin.json in each folder and in its sub-folders, one level deep. A place that is reached
/// twice, by a link or by naming it twice, counts once. Reads files only.
Discovery findPlugins(const QList<PluginFolder> &folders);

} // namespace verbale::host
