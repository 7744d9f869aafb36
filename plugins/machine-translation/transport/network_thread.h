#pragma once

#include "plugins/machine-translation/transport/event_loop.h"
#include "plugins/machine-translation/transport/lost_requests.h"
#include "plugins/machine-translation/transport/transfer.h"
#include "plugins/machine-translation/transport/transport.h"

#include <QtCore/QSet>

#include <atomic>
#include <map>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace verbale::mt {

/// The network thread: everything but its public methods runs on it.
class Transport::Thread
{
public:
    explicit Thread(NetworkSettings settings);
    ~Thread();
    Thread(const Thread &) = delete;
    Thread &operator=(const Thread &) = delete;

    quint64 nextNumber() { return ++m_lastNumber; }
    void post(std::function<void()> work);

    void begin(quint64 number, HttpRequest request, Done done);
    void cancel(quint64 number);
    void after(Clock::time_point when, std::function<void()> work);

private:
    void run();
    void runPosted();
    void runDue(Clock::time_point now);
    void endOverdue(Clock::time_point now);
    void handleEvents(const std::vector<EventLoop::Event> &events);
    void collectFinished();
    void finish(quint64 number, Ended ended, int code);
    void closeAll();
    void openConnections();
    void dropConnectionsAfterSleep();
    [[nodiscard]] Clock::time_point nextWaking() const;
    void remember(const QString &host, const HttpOutcome &outcome, quint64 number);

    static int onSocket(void *easy, int socket, int what, void *self, void *);
    static int onTimer(void *multi, long milliseconds, void *self);

    NetworkSettings m_settings;
    std::atomic<quint64> m_lastNumber{0};
    EventLoop m_loop;
    std::mutex m_mutex; ///< of m_posted and m_closing
    std::vector<std::function<void()>> m_posted;
    bool m_closing = false;

    bool m_ended = false;
    void *m_multi = nullptr; ///< CURLM
    LostRequests m_lost;
    std::unordered_map<quint64, std::unique_ptr<Transfer>> m_transfers;
    std::multimap<Clock::time_point, std::function<void()>> m_timers;
    std::optional<Clock::time_point> m_libraryTimer;
    QSet<QString> m_http2Hosts;          ///< that have answered over HTTP/2
    QSet<QString> m_http1Hosts;          ///< that want HTTP/1.1
    std::chrono::nanoseconds m_slept{0}; ///< how long the computer has slept since it started
    std::thread m_thread;                ///< last: it begins when everything else is there
};

} // namespace verbale::mt
