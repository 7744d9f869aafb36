#pragma once

#include "host/descriptor.h"

#include <verbale/sdk/plugin.h>

#include <memory>

namespace verbale::host {

/// The shared library that a descriptor names, beside its plugin.json; empty when there is none.
QString libraryPath(const Descriptor &descriptor);

/// Names one build of a plugin: its library's (or its program's) size, time and path. A rebuilt one has
/// another stamp.
QString libraryStamp(const Descriptor &descriptor);

/// A plugin whose start() has succeeded.
struct StartedPlugin
{
    std::unique_ptr<Plugin> plugin;
    QHash<QString, void *>
        interfaces; ///< by id, for each that the descriptor lists; the address of the interface class
};

/// Loads the library into this process and starts the plugin, on the calling thread. The library stays loaded
/// until the process ends, since values that came from it may point into it. Errors: load.missing-library,
/// load.not-a-library, load.missing-symbol, load.sdk-mismatch, load.threw, load.nothing-created,
/// start.failed, start.threw, start.missing-interface.
Result<StartedPlugin> loadAndStart(const Descriptor &descriptor, const PluginContext &context);

} // namespace verbale::host
