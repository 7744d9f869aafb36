#pragma once

#include <chrono>
#include <vector>

namespace verbale::mt {

/// Waits for sockets, for a point in time and for a call from another thread, whichever comes first: epoll, a
/// timer of the monotonic clock, which a change of the date does not move, and an eventfd. One thread, but
/// for wake().
class EventLoop
{
public:
    using Clock = std::chrono::steady_clock;

    enum Readiness : unsigned { None = 0, Readable = 1, Writable = 2, Broken = 4 };
    struct Event
    {
        int socket = -1;
        unsigned ready = None;
    };

    EventLoop();
    ~EventLoop();
    EventLoop(const EventLoop &) = delete;
    EventLoop &operator=(const EventLoop &) = delete;

    /// False where the system has no more files to give; then nothing else may be called.
    [[nodiscard]] bool good() const { return m_poll >= 0 && m_timer >= 0 && m_wake >= 0; }

    /// Replaces what the socket was watched for. None: no longer.
    void watch(int socket, unsigned readiness);
    /// Returns with the sockets that are ready; with none when `until` has come or wake() was called.
    const std::vector<Event> &wait(Clock::time_point until);
    /// From any thread, also before wait().
    void wake();

private:
    void drain(int counter);

    int m_poll = -1;
    int m_timer = -1;
    int m_wake = -1;
    std::vector<Event> m_events;
};

} // namespace verbale::mt
