#include "host/single_plugin.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>

#include <condition_variable>
#include <mutex>

namespace verbale::host {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

Error cancelled()
{
    return {QStringLiteral("plugins.cancelled"), QStringLiteral("The request was cancelled.")};
}

/// A question that one thread waits for.
class TextQuestion final : public RemoteQuestion
{
public:
    TextQuestion(std::string_view method, std::string params, Progress progress)
        : m_method(method), m_params(std::move(params)), m_progress(std::move(progress))
    {
    }

    [[nodiscard]] std::string_view method() const override { return m_method; }
    [[nodiscard]] std::string params() const override { return m_params; }
    [[nodiscard]] QList<AskedSegment> segments() const override { return {}; }
    [[nodiscard]] bool isAnswered() const override { return m_answered; }
    void progress(qint64 done, qint64 total) override
    {
        const std::lock_guard lock(m_reporting);
        if (m_progress && !isAnswered())
            m_progress(done, total);
    }
    void answer(std::string_view result) override { finish(std::string(result)); }
    void drop(const Error &reason) override { finish(reason); }

    Result<std::string> wait()
    {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] { return m_answered.load(); });
        lock.unlock();
        const std::lock_guard reported(m_reporting); // whoever has the answer hears of no progress any more
        return m_result;
    }

private:
    void finish(Result<std::string> result)
    {
        const std::lock_guard lock(m_mutex);
        if (m_answered)
            return;
        m_result = std::move(result);
        m_answered = true;
        m_wake.notify_all();
    }

    const std::string_view m_method;
    const std::string m_params;
    const Progress m_progress;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::atomic<bool> m_answered = false;
    Result<std::string> m_result = std::string();
    std::recursive_mutex m_reporting;
};

/// Notes how the process fares.
class Notes final : public ProcessListener
{
public:
    explicit Notes(int endsAllowed) : m_endsAllowed(endsAllowed) {}

    void starting() override {}
    void running() override { settle({}); }
    void failed(const Error &error) override { settle(error); }
    std::optional<std::chrono::milliseconds> crashed(const QString &message) override
    {
        const int ends = ++m_ends;
        settle(Error{QStringLiteral("plugins.crashed"), message});
        if (ends >= m_endsAllowed)
            return std::nullopt;
        return 0ms;
    }

    /// Until the first start has come to an end, whichever; nullopt after the limit.
    std::optional<Result<void>> waitForStart(std::chrono::milliseconds limit)
    {
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, limit, [this] { return m_started.has_value(); });
        return m_started;
    }
    [[nodiscard]] int ends() const { return m_ends; }

private:
    void settle(const Result<void> &result)
    {
        const std::lock_guard lock(m_mutex);
        if (!m_started)
            m_started = result;
        m_wake.notify_all();
    }

    const int m_endsAllowed;
    std::atomic<int> m_ends = 0;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::optional<Result<void>> m_started;
};

} // namespace

struct SinglePlugin::Private
{
    QTemporaryDir data;
    std::chrono::milliseconds startTimeLimit{0};
    int endsAllowed = 0;
    std::shared_ptr<Notes> notes;
    std::shared_ptr<ProcessRunner> runner;
};

SinglePlugin::SinglePlugin(std::unique_ptr<Private> own) : d(std::move(own)) {}

SinglePlugin::~SinglePlugin()
{
    d->runner.reset(); // before its data folder goes
}

Result<std::unique_ptr<SinglePlugin>> SinglePlugin::make(const Descriptor &descriptor, const Options &options)
{
    if (!QFileInfo(options.program).isExecutable())
        return Error{QStringLiteral("plugins.no-host"),
                     QStringLiteral("verbale-plugin-host, the program that runs plugins, is missing. "
                                    "Install Verbale again.")};
    auto own = std::make_unique<Private>();
    if (!own->data.isValid())
        return Error{QStringLiteral("plugins.no-folder"),
                     QStringLiteral("No temporary folder can be made for the plugin: %1.")
                         .arg(own->data.errorString())};
    const PluginContext context{descriptor.id, descriptor.folder, own->data.path(), options.settings,
                                options.locale};
    Supervision supervision;
    supervision.callTimeLimit = options.callTimeLimit;
    supervision.resends = 0;
    Result<ProcessPlan> plan = planOf(descriptor, context, options.program, supervision);
    if (!plan)
        return plan.error();
    own->startTimeLimit = supervision.startTimeLimit;
    own->endsAllowed = options.endsAllowed;
    own->notes = std::make_shared<Notes>(options.endsAllowed);
    own->runner = std::make_shared<ProcessRunner>(*std::move(plan), own->notes);
    return std::unique_ptr<SinglePlugin>(new SinglePlugin(std::move(own)));
}

Result<void> SinglePlugin::start(const StopToken &stop)
{
    d->runner->warmUp();
    // The runner has the time limit; this one is for what it cannot end.
    const auto limit = Clock::now() + d->startTimeLimit + 5s;
    while (Clock::now() < limit) {
        if (const auto started = d->notes->waitForStart(20ms))
            return *started;
        if (stop.stop_requested())
            return cancelled();
    }
    return Error{QStringLiteral("start.time-limit"), QStringLiteral("The plugin's process did not start.")};
}

Result<std::string> SinglePlugin::askText(std::string_view method, std::string params, const StopToken &stop,
                                          const Progress &progress, double &milliseconds)
{
    const auto question = std::make_shared<TextQuestion>(method, std::move(params), progress);
    const auto begin = Clock::now();
    Result<std::string> result = std::string();
    {
        const std::stop_callback follow(stop, [&] {
            question->drop(cancelled());
            d->runner->cancel(*question);
        });
        d->runner->post(question);
        if (question->isAnswered()) // a cancel may have come before it had its number
            d->runner->cancel(*question);
        result = question->wait();
    }
    milliseconds = std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
    return result;
}

ProcessStatus SinglePlugin::status() const
{
    return d->runner->status();
}

int SinglePlugin::badEnds() const
{
    return d->notes->ends();
}

bool SinglePlugin::isGivenUp() const
{
    return badEnds() >= d->endsAllowed;
}

Result<void> SinglePlugin::stop()
{
    return d->runner->stop(Clock::now() + 2s);
}

} // namespace verbale::host
