#pragma once

#include "plugins/machine-translation/transport/sender.h"

#include <QtCore/QSet>

#include <deque>
#include <map>

namespace verbale::mt::test {

/// A network that does nothing until the test says so, and a clock that stands still until then. One thread.
class ManualSender final : public Sender
{
public:
    struct Sent
    {
        quint64 number;
        HttpRequest request;
        Done done;
    };

    quint64 send(HttpRequest request, Done done) override
    {
        onTheirWay.push_back({++m_last, std::move(request), std::move(done)});
        ++sent;
        return m_last;
    }
    void cancel(quint64 number) override { cancelled.insert(number); }
    void post(std::function<void()> work) override { m_posted.push_back(std::move(work)); }
    void after(milliseconds wait, std::function<void()> work) override
    {
        m_timers.emplace(m_now + wait, std::move(work));
    }
    [[nodiscard]] Clock::time_point now() const override { return m_now; }

    void run()
    {
        while (!m_posted.empty()) {
            const std::function<void()> work = std::move(m_posted.front());
            m_posted.pop_front();
            work();
        }
    }
    void advance(milliseconds time)
    {
        const Clock::time_point until = m_now + time;
        run();
        while (!m_timers.empty() && m_timers.begin()->first <= until) {
            m_now = std::max(m_now, m_timers.begin()->first);
            const auto node = m_timers.extract(m_timers.begin());
            node.mapped()();
            run();
        }
        m_now = until;
    }
    /// Ends the oldest request that is on its way.
    QByteArray answer(int status, const QByteArray &body,
                      std::optional<milliseconds> retryAfter = std::nullopt)
    {
        HttpAnswer answer;
        answer.status = status;
        answer.body = body;
        answer.retryAfter = retryAfter;
        return end(answer);
    }
    QByteArray fail(const char *code, bool mayHaveArrived)
    {
        return end(TransportError{
            {QString::fromLatin1(code), QStringLiteral("Lost.")}, mayHaveArrived, 0, std::nullopt});
    }

    std::deque<Sent> onTheirWay;
    QSet<quint64> cancelled;
    int sent = 0;

private:
    QByteArray end(HttpOutcome outcome)
    {
        if (onTheirWay.empty())
            return "nothing was on its way";
        const Sent first = std::move(onTheirWay.front());
        onTheirWay.pop_front();
        first.done(std::move(outcome));
        run();
        return first.request.body;
    }

    quint64 m_last = 0;
    std::deque<std::function<void()>> m_posted;
    std::multimap<Clock::time_point, std::function<void()>> m_timers;
    Clock::time_point m_now = Clock::time_point(std::chrono::hours(1));
};

} // namespace verbale::mt::test
