#pragma once

#include "host/protocol/alertness.h"
#include "host/protocol/framing.h"
#include "host/protocol/message.h"

#include <verbale/sdk/control.h>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

namespace verbale::host {

/// A message with the bytes that it points into.
struct Received
{
    std::string body;
    Message message;
    bool cancelled = false; ///< a request that was cancelled before its turn
};

/// What comes from the host, read by the thread that serves the requests; while that is in a call that takes
/// longer than a moment, a second thread reads on. A call that ends before then costs no change of threads.
class Inbox
{
public:
    Inbox(int file, FrameLimits limits) : m_file(file), m_reader(limits) {}
    ~Inbox();
    Inbox(const Inbox &) = delete;
    Inbox &operator=(const Inbox &) = delete;

    /// The next message; blocks. nullptr when the stream has ended, or is no stream of messages: fault().
    /// $/cancel is dealt with here and never returned.
    std::unique_ptr<Received> next();
    [[nodiscard]] Error fault() const; ///< without a code: the stream has just ended

    /// Around a call. The stop source is asked to stop when the request is cancelled, or when the stream has
    /// ended: then the process ends a second later, whatever the call does.
    void beginCall(qint64 id, StopSource stop);
    void endCall();

    /// The same for a call on another thread, while this one goes on reading. Any thread.
    void follow(qint64 id, StopSource stop);
    void forget(qint64 id);

private:
    bool intake(bool block);
    void take(std::string body);
    void cancel(qint64 id);
    void end();
    void watch();
    bool look();

    const int m_file;
    mutable std::mutex m_mutex; ///< guards what follows, up to the next blank line
    FrameReader m_reader;
    Alertness m_alert{std::chrono::microseconds(50)};
    std::deque<std::unique_ptr<Received>> m_queue;
    qint64 m_callId = -1; ///< of the call that is running
    StopSource m_callStop{std::nostopstate};
    Error m_fault;
    bool m_ended = false;

    std::mutex m_asideMutex; ///< never held while reading
    std::map<qint64, StopSource> m_aside;
    bool m_nothingMore = false; ///< m_ended, for those who cannot wait for m_mutex

    // The watcher sleeps for good when no call was begun for a while, so that an idle child uses no time.
    std::atomic<quint64> m_calls = 0; ///< begun so far
    std::atomic<bool> m_calling = false;
    std::atomic<bool> m_asleep = true;
    std::mutex m_wakeMutex;
    std::condition_variable m_wake;
    bool m_over = false; ///< guarded by m_wakeMutex
    std::thread m_watcher;
};

} // namespace verbale::host
