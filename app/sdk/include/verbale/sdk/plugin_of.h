#pragma once

#include <verbale/sdk/plugin.h>

namespace verbale {

/// A plugin that provides these interfaces and has nothing to do when it starts and stops; override start()
/// and stop() where it has. `class Mine : public PluginOf<CheckProvider>` has to write check() alone.
template <typename... Providers>
class PluginOf : public Plugin, public Providers...
{
public:
    Result<void> start(const PluginContext &) override { return {}; }
    void stop() override {}
    void *interfaceFor(std::string_view id) override
    {
        void *found = nullptr;
        ((id == Providers::interfaceId ? static_cast<void>(found = static_cast<Providers *>(this))
                                       : static_cast<void>(0)),
         ...);
        return found;
    }
};

} // namespace verbale
