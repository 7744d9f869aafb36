#include "host/plugin_runner.h"

#include "host/process/endings.h"

#include <algorithm>

namespace verbale::host {

namespace {

/// A step in the plugin's life, run on the worker; the host waits for its outcome with a time limit.
template <typename Outcome>
class StepJob : public Job
{
public:
    using Step = std::function<Result<Outcome>()>;

    explicit StepJob(Step step) : m_step(std::move(step)) {}
    std::future<Result<Outcome>> outcome() { return m_outcome.get_future(); }
    void run() noexcept override { m_outcome.set_value(m_step()); }
    void cancel() override {}
    void drop(const Error &) override {} // the waiting host has its time limit

private:
    const Step m_step;
    std::promise<Result<Outcome>> m_outcome;
};

/// Without ownership: a plugin that starts after its time limit, when nobody waits any more, is leaked.
struct Started
{
    Plugin *plugin = nullptr;
    QHash<QString, void *> interfaces;
};

QString seconds(std::chrono::milliseconds limit)
{
    return secondsText(limit.count());
}

} // namespace

PluginRunner::PluginRunner(Descriptor descriptor, PluginContext context, CrashMark mark)
    : m_descriptor(std::move(descriptor)), m_context(std::move(context)), m_mark(std::move(mark))
{
}

Result<void> PluginRunner::start(std::chrono::milliseconds limit)
{
    // By value: the job may outlive this object when the plugin does not come back.
    using Outcome = Result<Started>;
    auto job = std::make_shared<StepJob<Started>>(
        [descriptor = m_descriptor, context = m_context, mark = m_mark]() -> Outcome {
            mark.set(Activity::Starting);
            Result<StartedPlugin> started = loadAndStart(descriptor, context);
            mark.set(Activity::Idle);
            if (!started)
                return started.error();
            return Started{started->plugin.release(), started->interfaces};
        });
    auto outcome = job->outcome();
    if (!m_worker.post(job))
        return Error{QStringLiteral("start.no-thread"),
                     QStringLiteral("The system has no thread for the plugin.")};
    job.reset();
    if (outcome.wait_for(limit) != std::future_status::ready) {
        m_worker.close();
        m_worker.join(std::chrono::milliseconds(0));
        return Error{QStringLiteral("start.time-limit"),
                     QStringLiteral("The plugin had not started after %1 seconds and was left behind.")
                         .arg(seconds(limit))};
    }
    const Outcome started = outcome.get();
    if (!started) {
        m_worker.close();
        m_worker.join(limit);
        return started.error();
    }
    m_interfaces = started->interfaces;
    m_plugin = started->plugin;
    return {};
}

void PluginRunner::beginStop()
{
    auto job = std::make_shared<StepJob<void>>(
        [plugin = m_plugin, mark = m_mark, aside = m_aside]() -> Result<void> {
            // A plugin whose call does not come back is left behind as it is.
            aside->waitForEnd();
            mark.set(Activity::Stopping);
            QString thrown;
            try {
                plugin->stop();
            } catch (const std::exception &e) {
                thrown = QString::fromUtf8(e.what());
            } catch (...) {
                thrown = QStringLiteral("one that says nothing");
            }
            delete plugin;
            mark.set(Activity::Idle);
            if (!thrown.isEmpty())
                return Error{QStringLiteral("stop.threw"),
                             QStringLiteral("The plugin's stop() threw an exception: ") + thrown};
            return {};
        });
    auto stopped = job->outcome();
    const Error reason{QStringLiteral("plugins.not-running"), QStringLiteral("The plugin is being stopped.")};
    m_stopBegan = std::chrono::steady_clock::now();
    m_aside->close(reason);
    if (m_worker.finish(std::move(job), reason))
        m_stopped = std::move(stopped);
}

Result<void> PluginRunner::finishStop(std::chrono::steady_clock::time_point deadline)
{
    using Milliseconds = std::chrono::milliseconds;
    if (!m_stopped.valid())
        return Error{QStringLiteral("plugins.not-running"), QStringLiteral("The plugin is not running.")};
    const auto left = std::chrono::ceil<Milliseconds>(deadline - std::chrono::steady_clock::now());
    if (!m_worker.join(std::max(left, Milliseconds(0))) ||
        m_stopped.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
        m_aside->leaveBehind({QStringLiteral("plugins.not-answering"),
                              QStringLiteral("The plugin did not come back in time and was left behind.")});
        const auto waited = std::chrono::round<Milliseconds>(deadline - m_stopBegan);
        return Error{QStringLiteral("stop.time-limit"),
                     QStringLiteral("The plugin had not stopped after %1 seconds and was left behind.")
                         .arg(seconds(waited))};
    }
    return m_stopped.get();
}

} // namespace verbale::host
