#include "host/plugin_runner.h"

#include <future>

namespace verbale::host {

namespace {

/// A step in the plugin's life, run on the worker; the host waits for its outcome with a time limit.
class StepJob : public Job
{
public:
    /// Without ownership: a plugin that starts after its time limit, when nobody waits any more, is leaked.
    struct Outcome
    {
        Plugin *plugin = nullptr;
        QHash<QString, void *> interfaces;
    };
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

QString seconds(std::chrono::milliseconds limit)
{
    return QString::number(static_cast<double>(limit.count()) / 1000.0);
}

} // namespace

PluginRunner::PluginRunner(Descriptor descriptor, PluginContext context, CrashMark mark)
    : m_descriptor(std::move(descriptor)), m_context(std::move(context)), m_mark(std::move(mark))
{
}

Result<void> PluginRunner::start(std::chrono::milliseconds limit)
{
    // By value: the job may outlive this object when the plugin does not come back.
    using Outcome = Result<StepJob::Outcome>;
    auto job = std::make_shared<StepJob>(
        [descriptor = m_descriptor, context = m_context, mark = m_mark]() -> Outcome {
            mark.set(Activity::Starting);
            Result<StartedPlugin> started = loadAndStart(descriptor, context);
            mark.set(Activity::Idle);
            if (!started)
                return started.error();
            return StepJob::Outcome{started->plugin.release(), started->interfaces};
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

Result<void> PluginRunner::stop(std::chrono::milliseconds limit)
{
    auto job = std::make_shared<StepJob>([plugin = m_plugin, mark = m_mark]() -> Result<StepJob::Outcome> {
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
        return StepJob::Outcome{};
    });
    auto outcome = job->outcome();
    const Error reason{QStringLiteral("plugins.not-running"), QStringLiteral("The plugin is being stopped.")};
    if (!m_worker.finish(std::move(job), reason))
        return Error{reason.code, QStringLiteral("The plugin is not running.")};
    if (!m_worker.join(limit) || outcome.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
        return Error{QStringLiteral("stop.time-limit"),
                     QStringLiteral("The plugin had not stopped after %1 seconds and was left behind.")
                         .arg(seconds(limit))};
    }
    if (const auto result = outcome.get(); !result)
        return result.error();
    return {};
}

} // namespace verbale::host
