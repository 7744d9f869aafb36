#pragma once

#include <chrono>

namespace verbale::mt {

/// Lets so many requests a second go, and a few at once after a pause. Time is given to it; not tied to a
/// thread.
class TokenBucket
{
public:
    using Time = std::chrono::steady_clock::time_point;

    /// A rate of 0 or less: no limit.
    TokenBucket(double perSecond, Time now);

    /// Takes one if `kept` stay behind, for what is more urgent.
    [[nodiscard]] bool take(Time now, double kept = 0);
    /// What was taken was not needed.
    void giveBack();
    /// When take() will succeed if nobody else takes any.
    [[nodiscard]] Time readyAt(Time now, double kept = 0);

private:
    void fill(Time now);

    double m_perSecond;
    double m_most;
    double m_tokens;
    Time m_filled;
};

} // namespace verbale::mt
