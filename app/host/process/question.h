#pragma once

#include "host/process/process_runner.h"
#include "host/process/remote_question.h"
#include "host/protocol/remote_call.h"

#include <QtCore/QFuture>
#include <QtCore/QPromise>

#include <functional>
#include <mutex>
#include <optional>

namespace verbale::host {

// The segments of a request, for the requests that a later one may replace.
template <typename Request>
QList<AskedSegment> askedSegments(const Request &)
{
    return {};
}
template <>
QList<AskedSegment> askedSegments(const TermsRequest &request);
template <>
QList<AskedSegment> askedSegments(const SuggestRequest &request);
template <>
QList<AskedSegment> askedSegments(const CheckRequest &request);
template <>
QList<AskedSegment> askedSegments(const ReceiptsRequest &request);

/// A request on its way to a plugin in a process, and its answer on the way back: what PluginCall is for a
/// plugin in this one. A cancel answers at once; the plugin is told, and what it still says is dropped. Of
/// what may have cost something it is awaited for a moment, since only the plugin knows how far that has
/// come.
template <typename Request>
class Question final : public RemoteQuestion
{
public:
    using Answer = typename Remote<Request>::Answer;

    Question(Request request, Progress progress)
        : m_request(std::move(request)), m_progress(std::move(progress))
    {
        m_promise.start();
    }

    QFuture<Result<Answer>> future() { return m_promise.future(); }

    /// Before it is posted to `runner`: a stop of the caller's token cancels it.
    void follow(const StopToken &stop, std::weak_ptr<ProcessRunner> runner)
    {
        m_runner = std::move(runner);
        m_callersStop.emplace(stop, [this] { cancel(); });
    }

    [[nodiscard]] std::string_view method() const override { return Remote<Request>::method; }
    [[nodiscard]] std::string params() const override { return Remote<Request>::encode(m_request); }
    [[nodiscard]] QList<AskedSegment> segments() const override { return askedSegments(m_request); }
    [[nodiscard]] bool mayBeAskedAgain() const override { return Remote<Request>::mayBeAskedAgain; }
    [[nodiscard]] bool isAnswered() const override { return m_answered; }
    void progress(qint64 done, qint64 total) override
    {
        const std::lock_guard lock(m_reporting);
        if (m_progress && !isAnswered())
            m_progress(done, total);
    }
    void answer(std::string_view result) override
    {
        if (!isAnswered())
            finish(Remote<Request>::decode(result, m_request));
    }
    void drop(const Error &reason) override { finish(reason); }

private:
    void cancel()
    {
        const auto runner = m_runner.lock();
        if (!mayBeAskedAgain() && runner && runner->awaitEnd(*this))
            return;
        finish(cancelled());
        if (runner)
            runner->cancel(*this);
    }

    void finish(Result<Answer> result)
    {
        if (m_answered.exchange(true))
            return;
        {
            // Whoever has the answer hears of no progress any more, and may take away what that is told to.
            const std::lock_guard reported(m_reporting);
        }
        m_promise.addResult(std::move(result));
        m_promise.finish();
    }

    const Request m_request;
    const Progress m_progress;
    QPromise<Result<Answer>> m_promise;
    std::weak_ptr<ProcessRunner> m_runner;
    std::atomic<bool> m_answered = false;
    std::recursive_mutex m_reporting; ///< held while progress is told, which may cancel
    // The last member: its destructor waits for a cancel that is under way, which uses the others.
    std::optional<std::stop_callback<std::function<void()>>> m_callersStop;
};

} // namespace verbale::host
