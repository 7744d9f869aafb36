#include "host/protocol/alertness.h"

#include <thread>
#include <utility>

#include <poll.h>

namespace verbale::host {

namespace {

/// A look that takes longer was interrupted: others want the processor.
constexpr std::chrono::microseconds undisturbedLook(100);
constexpr std::chrono::milliseconds sleepyTime(100);

} // namespace

bool Alertness::lookFor(pollfd *files, std::size_t count)
{
    for (Clock::time_point now = Clock::now(); now < m_awakeUntil && now >= m_sleepyUntil;) {
        if (::poll(files, count, 0) > 0)
            return true;
        std::this_thread::yield();
        const Clock::time_point before = std::exchange(now, Clock::now());
        if (now - before > undisturbedLook)
            m_sleepyUntil = now + sleepyTime;
    }
    return false;
}

} // namespace verbale::host
