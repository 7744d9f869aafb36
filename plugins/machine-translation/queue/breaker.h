#pragma once

#include <verbale/sdk/result.h>

#include <chrono>

namespace verbale::mt {

/// Leaves a service alone for a while that has failed several times running, tries it with one request then,
/// and says why. Time is given to it; not tied to a thread.
class Breaker
{
public:
    using Time = std::chrono::steady_clock::time_point;

    static constexpr int failuresRunning = 5;
    static constexpr std::chrono::seconds firstRest{15};
    static constexpr std::chrono::seconds longestRest{120};

    enum class State { Closed, Open, Trying };

    void succeeded();
    /// True if this one opened it.
    bool failed(const Error &why, Time now);
    [[nodiscard]] State state(Time now) const;
    [[nodiscard]] Time until() const { return m_until; }
    [[nodiscard]] const Error &why() const { return m_why; }

private:
    int m_running = 0;
    std::chrono::seconds m_rest{0}; ///< 0: closed
    Time m_until{};
    Error m_why;
};

} // namespace verbale::mt
