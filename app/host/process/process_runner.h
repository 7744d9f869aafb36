#pragma once

#include "host/descriptor.h"
#include "host/process/process_status.h"
#include "host/process/remote_question.h"
#include "host/process/supervision.h"

#include <verbale/sdk/plugin.h>

#include <memory>
#include <optional>

namespace verbale::host {

/// How a plugin in a process is run.
struct ProcessPlan
{
    Descriptor descriptor;
    PluginContext context;
    QString program;              ///< verbale-plugin-host
    QStringList arguments;        ///< {"--serve", FOLDER} or {"--exec", FOLDER, ...}
    std::string sandbox = "null"; ///< JSON for initialize: what it may do
    Supervision supervision;
};

/// The plan for a plugin as its descriptor asks for it: its library loaded by `program`, which is
/// verbale-plugin-host, or its own program started by that; shut in to what it may do. Errors: those of
/// permissionsOf().
Result<ProcessPlan> planOf(const Descriptor &descriptor, const PluginContext &context, const QString &program,
                           const Supervision &supervision);

/// What a ProcessRunner tells the host, on its own thread. No lock of the runner is held meanwhile.
class ProcessListener
{
public:
    ProcessListener() = default;
    virtual ~ProcessListener() = default;
    ProcessListener(const ProcessListener &) = delete;
    ProcessListener &operator=(const ProcessListener &) = delete;

    virtual void starting() = 0;
    virtual void running() = 0;
    virtual void failed(const Error &error) = 0; ///< it could not start, and is not tried again
    /// It crashed, hung or broke the protocol: `message` is a sentence. nullopt: it will not be started
    /// again; otherwise how long to wait before it is.
    virtual std::optional<std::chrono::milliseconds> crashed(const QString &message) = 0;
};

class ProcessLoop;

/// A plugin in a process of its own, with a thread that starts it, reads what it says, watches its time
/// limits and starts it again. The child is started by the first question or by warmUp(). Thread-safe. Not to
/// be stopped from a continuation of one of its answers, which runs on that thread.
class ProcessRunner
{
public:
    ProcessRunner(ProcessPlan plan, std::shared_ptr<ProcessListener> listener);
    ~ProcessRunner(); ///< as stop() with no time: kills the child
    ProcessRunner(const ProcessRunner &) = delete;
    ProcessRunner &operator=(const ProcessRunner &) = delete;

    /// Asks the plugin; does not wait for it. What goes wrong is an answer: plugins.not-running,
    /// plugins.replaced, plugins.crashed, plugins.quarantined, plugins.request-too-large, what start() said,
    /// what the plugin says.
    void post(const std::shared_ptr<RemoteQuestion> &question);
    /// The question's asker has cancelled and answered it: one that waits is taken out, of one that the
    /// plugin has it is told.
    void cancel(const RemoteQuestion &question);
    /// The asker has cancelled a question and wants to know what came of it: the plugin is told, and what it
    /// says within 400 ms is the answer; then it is plugins.not-answering. False: the plugin does not have
    /// it.
    bool awaitEnd(const RemoteQuestion &question);
    void warmUp(); ///< starts the child when there is none; does not wait

    [[nodiscard]] ProcessStatus status() const;

    /// Answers every question (RemoteQuestion::cancelled() when the plugin has it, else plugins.not-running)
    /// and begins to end the child; returns at once. stop() then waits for its end, and kills it when its
    /// time or the deadline is over. Errors: stop.time-limit, stop.crashed, what the plugin's stop() threw.
    void beginStop();
    Result<void> stop(std::chrono::steady_clock::time_point deadline);

private:
    std::shared_ptr<ProcessLoop> m_loop; ///< also held by its thread
};

} // namespace verbale::host
