#pragma once

#include "plugins/machine-translation/transport/sender.h"

#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace verbale::mt::test {

/// What a service does with requests, and a journal of what it has seen. Outlives the senders that speak with
/// it; any thread.
class FakeNetwork
{
public:
    /// Nothing: the request is held until release().
    using Script = std::function<std::optional<HttpOutcome>(const HttpRequest &request)>;

    void setScript(Script script);
    [[nodiscard]] QList<QByteArray> bodies() const;
    [[nodiscard]] qsizetype requests() const { return bodies().size(); }
    /// Waits until so many requests have come.
    void awaitRequests(qsizetype count);
    /// Lets the script of this moment answer what is held.
    void release();
    /// A sender with a thread of its own, as the real one.
    [[nodiscard]] std::unique_ptr<Sender> sender();
    [[nodiscard]] int senders() const { return m_senders; }

private:
    class Line;
    mutable std::mutex m_mutex;
    std::condition_variable m_came;
    Script m_script;
    QList<QByteArray> m_bodies;
    std::vector<std::pair<HttpRequest, std::function<void(HttpOutcome)>>> m_held;
    std::atomic<int> m_senders{0};
};

HttpOutcome answered(int status, const QByteArray &body);
HttpOutcome lost(const char *code, bool mayHaveArrived);

} // namespace verbale::mt::test
