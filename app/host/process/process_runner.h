#pragma once

#include "host/descriptor.h"
#include "host/process/remote_question.h"
#include "host/process/supervision.h"

#include <verbale/sdk/plugin.h>

#include <QtCore/QByteArray>

#include <functional>
#include <memory>
#include <optional>

namespace verbale::host {

/// How a plugin in a process is run.
struct ProcessPlan
{
    Descriptor descriptor;
    PluginContext context;
    QString program;       ///< verbale-plugin-host
    QStringList arguments; ///< {"--serve", FOLDER} or {"--exec", FOLDER}
    Supervision supervision;
};

/// What a ProcessRunner tells the host, on its own thread. No lock of the runner is held meanwhile.
class ProcessListener
{
public:
    virtual ~ProcessListener() = default;
    virtual void starting() = 0;
    virtual void running() = 0;
    virtual void failed(const Error &error) = 0; ///< it said that it cannot start; it is not tried again
    /// It crashed, hung or broke the protocol. nullopt: it will not be started again, and its questions are
    /// answered with the message; otherwise how long to wait before it is.
    virtual std::optional<std::chrono::milliseconds> crashed(const QString &message) = 0;
};

/// What the plugins page shows of it.
struct ProcessStatus
{
    qint64 pid = 0;             ///< 0: there is no child at the moment
    qint64 cpuMilliseconds = 0; ///< of all its children
    qint64 residentKiB = 0;
    qint64 calls = 0; ///< answered by the plugin
    qint64 restarts = 0;
    qint64 lastStartMilliseconds = -1; ///< from spawning to the answer to initialize; -1: never started
    QByteArray log;                    ///< the last 64 KiB of what it wrote for people
    nlohmann::json hello;              ///< its last answer to initialize
};

/// A plugin in a process of its own, with the one thread that reads what it says, watches its time limits,
/// and starts it again. The child is started by the first question or by warmUp(). Thread-safe, but for
/// stop().
class ProcessRunner
{
public:
    ProcessRunner(ProcessPlan plan, std::shared_ptr<ProcessListener> listener);
    ~ProcessRunner(); ///< as stop() with no time
    ProcessRunner(const ProcessRunner &) = delete;
    ProcessRunner &operator=(const ProcessRunner &) = delete;

    [[nodiscard]] bool provides(const QString &interfaceId) const;

    /// Asks the plugin; never blocks on it. What goes wrong is an answer: plugins.not-running,
    /// plugins.replaced, plugins.crashed, plugins.quarantined, what start() said, what the plugin says.
    void post(std::shared_ptr<RemoteQuestion> question);
    /// The question has been answered by its asker's cancel: a queued one is taken out, of one that has been
    /// sent the plugin is told.
    void cancel(const RemoteQuestion &question);
    void warmUp(); ///< starts the child when there is none; does not wait

    [[nodiscard]] ProcessStatus status() const;

    /// Answers every question (plugins.cancelled when it was sent, else plugins.not-running) and begins to
    /// end the child; returns at once. Then stop() waits, and kills what has not ended at the deadline.
    /// Error: stop.time-limit.
    void beginStop();
    Result<void> stop(std::chrono::steady_clock::time_point deadline);

private:
    class Loop;
    std::shared_ptr<Loop> m_loop; ///< also held by its thread
};

} // namespace verbale::host
