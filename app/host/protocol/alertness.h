#pragma once

#include <chrono>
#include <cstddef>

struct pollfd;

namespace verbale::host {

/// Looks for the next message for a moment after one has come, before the thread sleeps: an idle processor
/// takes longer to wake up than a plugin to answer. On a busy machine, where looking takes the processor from
/// whom it waits for, it stays away from it. Not thread-safe.
class Alertness
{
public:
    using Clock = std::chrono::steady_clock;
    explicit Alertness(std::chrono::microseconds moment) : m_moment(moment) {}

    void somethingCame() { m_awakeUntil = Clock::now() + m_moment; }
    /// As poll(), within the moment. False when nothing has come: the time to sleep.
    bool lookFor(pollfd *files, std::size_t count);

private:
    const std::chrono::microseconds m_moment;
    Clock::time_point m_awakeUntil;
    Clock::time_point m_sleepyUntil; ///< it does not look before
};

} // namespace verbale::host
