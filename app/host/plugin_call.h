#pragma once

#include "host/crash_ledger.h"
#include "host/worker.h"

#include <verbale/sdk/control.h>

#include <QtCore/QFuture>
#include <QtCore/QPromise>

#include <atomic>
#include <functional>
#include <optional>

namespace verbale::host {

/// One request on its way to a plugin and its answer on the way back. Whoever comes first answers: the
/// plugin, the caller's cancel, or the host that has to leave the plugin behind; nobody answers twice.
template <typename Provider, typename Request, typename Answer>
class PluginCall : public Job
{
public:
    using Method =
        std::function<Result<Answer>(Provider &, const Request &, const StopToken &, const Progress &)>;

    PluginCall(Method method, Request request, Progress progress)
        : m_method(std::move(method)), m_request(std::move(request)), m_progress(std::move(progress))
    {
        m_promise.start();
    }

    QFuture<Result<Answer>> future() { return m_promise.future(); }

    /// From now on a stop of the caller's token cancels this call. Before the call is posted.
    void follow(const StopToken &stop)
    {
        m_callersStop.emplace(stop, [this] { cancel(); });
    }

    /// Where the call goes. Before it is posted.
    void aim(void *interface, CrashMark mark)
    {
        m_provider = static_cast<Provider *>(interface);
        m_mark = std::move(mark);
    }

    void run() noexcept override
    {
        Phase queued = Phase::Queued;
        if (!m_phase.compare_exchange_strong(queued, Phase::Running))
            return;
        m_mark.enter();
        Result<Answer> result = callProvider();
        m_mark.leave();
        if (!result && m_stop.stop_requested())
            result = cancelled();
        answer(std::move(result));
    }

    void cancel() override
    {
        m_stop.request_stop();
        Phase queued = Phase::Queued;
        if (m_phase.compare_exchange_strong(queued, Phase::Answered))
            finish(cancelled());
    }

    void drop(const Error &reason) override { answer(reason); }

private:
    enum class Phase { Queued, Running, Answered };

    static Error cancelled()
    {
        return {QStringLiteral("plugins.cancelled"), QStringLiteral("The request was cancelled.")};
    }

    Result<Answer> callProvider() noexcept
    {
        const auto threw = [](const QString &what) {
            return Error{QStringLiteral("plugins.threw"),
                         QStringLiteral("The plugin threw an exception: ") + what};
        };
        try {
            return m_method(*m_provider, m_request, m_stop.get_token(), m_progress);
        } catch (const std::exception &e) {
            return threw(QString::fromUtf8(e.what()));
        } catch (...) {
            return threw(QStringLiteral("one that says nothing"));
        }
    }

    void answer(Result<Answer> result)
    {
        if (m_phase.exchange(Phase::Answered) != Phase::Answered)
            finish(std::move(result));
    }

    void finish(Result<Answer> result)
    {
        m_promise.addResult(std::move(result));
        m_promise.finish();
    }

    const Method m_method;
    const Request m_request;
    const Progress m_progress;
    Provider *m_provider = nullptr;
    CrashMark m_mark;
    QPromise<Result<Answer>> m_promise;
    StopSource m_stop;
    std::atomic<Phase> m_phase = Phase::Queued;
    // The last member: its destructor waits for a cancel that is under way, which uses the others.
    std::optional<std::stop_callback<std::function<void()>>> m_callersStop;
};

} // namespace verbale::host
