#pragma once

#include "host/call_pool.h"
#include "host/plugin_call.h"
#include "host/plugin_library.h"
#include "host/protocol/interfaces.h"

#include <future>

namespace verbale::host {

/// A plugin in this process and the thread that its code runs on; calls of interfaces that allow it run on
/// threads of their own. start() and stop() belong to the host's
/// thread, post() to any.
class PluginRunner
{
public:
    PluginRunner(Descriptor descriptor, PluginContext context, CrashMark mark);

    /// Loads the library and starts the plugin on the worker. Errors: as loadAndStart(), and
    /// start.time-limit: the plugin's thread is then left behind.
    Result<void> start(std::chrono::milliseconds limit);

    /// The address of a running plugin's interface; nullptr when it has none of this id.
    [[nodiscard]] void *interface(const QString &id) const { return m_interfaces.value(id); }
    [[nodiscard]] const CrashMark &mark() const { return m_mark; }

    /// False when the plugin is stopped.
    bool post(std::shared_ptr<Job> job) { return m_worker.post(std::move(job)); }
    /// Likewise, for calls that run side by side, beside the worker.
    bool postAside(std::shared_ptr<Job> job) { return m_aside->post(std::move(job)); }

    /// Drops what is queued, cancels what is running and lets the plugin stop; returns at once.
    void beginStop();
    /// Waits for its end. Errors: stop.time-limit, stop.threw, plugins.not-running.
    Result<void> finishStop(std::chrono::steady_clock::time_point deadline);

private:
    const Descriptor m_descriptor;
    const PluginContext m_context;
    const CrashMark m_mark;
    Plugin *m_plugin = nullptr; ///< deleted by stop(), on the worker; leaked when it does not come back
    QHash<QString, void *> m_interfaces;
    std::future<Result<void>> m_stopped; ///< valid after beginStop()
    std::chrono::steady_clock::time_point m_stopBegan;
    const std::shared_ptr<CallPool> m_aside = std::make_shared<CallPool>(callsAtOnce);
    Worker m_worker;
};

} // namespace verbale::host
