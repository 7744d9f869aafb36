#include "fake_network.h"

namespace verbale::mt::test {

/// One sender: everything happens in turn on its thread.
class FakeNetwork::Line final : public Sender
{
public:
    explicit Line(FakeNetwork &network) : m_network(network), m_thread([this] { run(); }) {}
    ~Line() override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_closing = true;
            m_changed.notify_all();
        }
        m_thread.join();
    }

    quint64 send(HttpRequest request, Done done) override
    {
        const auto end = [this, done = std::move(done)](HttpOutcome outcome) {
            post([done, outcome = std::move(outcome)]() mutable { done(std::move(outcome)); });
        };
        const std::lock_guard lock(m_network.m_mutex);
        m_network.m_bodies.append(request.body);
        m_network.m_came.notify_all();
        if (std::optional<HttpOutcome> outcome = m_network.m_script(request))
            end(*std::move(outcome));
        else
            m_network.m_held.emplace_back(std::move(request), end);
        return ++m_last;
    }
    void cancel(quint64) override {}
    void post(std::function<void()> work) override { after(milliseconds(0), std::move(work)); }
    void after(milliseconds wait, std::function<void()> work) override
    {
        const std::lock_guard lock(m_mutex);
        m_due.emplace(Clock::now() + wait, std::move(work));
        m_changed.notify_all();
    }
    [[nodiscard]] Clock::time_point now() const override { return Clock::now(); }

private:
    void run()
    {
        std::unique_lock lock(m_mutex);
        while (!m_closing) {
            if (m_due.empty()) {
                m_changed.wait(lock);
            } else if (m_due.begin()->first > Clock::now()) {
                const Clock::time_point next = m_due.begin()->first;
                m_changed.wait_until(lock, next);
            } else {
                const auto node = m_due.extract(m_due.begin());
                lock.unlock();
                node.mapped()();
                lock.lock();
            }
        }
    }

    FakeNetwork &m_network;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::multimap<Clock::time_point, std::function<void()>> m_due;
    bool m_closing = false;
    quint64 m_last = 0;
    std::thread m_thread; ///< the last: it uses the others
};

void FakeNetwork::setScript(Script script)
{
    const std::lock_guard lock(m_mutex);
    m_script = std::move(script);
}

QList<QByteArray> FakeNetwork::bodies() const
{
    const std::lock_guard lock(m_mutex);
    return m_bodies;
}

void FakeNetwork::awaitRequests(qsizetype count)
{
    std::unique_lock lock(m_mutex);
    m_came.wait(lock, [&] { return m_bodies.size() >= count; });
}

void FakeNetwork::release()
{
    const std::lock_guard lock(m_mutex);
    for (auto &[request, end] : m_held) {
        if (std::optional<HttpOutcome> outcome = m_script(request))
            end(*std::move(outcome));
    }
    m_held.clear();
}

std::unique_ptr<Sender> FakeNetwork::sender()
{
    ++m_senders;
    return std::make_unique<Line>(*this);
}

HttpOutcome answered(int status, const QByteArray &body)
{
    HttpAnswer answer;
    answer.status = status;
    answer.body = body;
    return answer;
}

HttpOutcome lost(const char *code, bool mayHaveArrived)
{
    return TransportError{{QString::fromLatin1(code), QStringLiteral("The connection was lost."), {}},
                          mayHaveArrived,
                          0,
                          std::nullopt};
}

} // namespace verbale::mt::test
