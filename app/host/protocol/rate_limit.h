#pragma once

#include <chrono>

namespace verbale::host {

/// Messages a second that a child may send without having been asked ($/progress, $/log).
constexpr int unaskedPerSecond = 2000;

/// Counts what comes within a second that starts with the first. Not thread-safe.
class RateLimit
{
public:
    using Clock = std::chrono::steady_clock;
    explicit RateLimit(int perSecond = unaskedPerSecond) : m_perSecond(perSecond) {}

    /// One more at `now`; false when that is one too many.
    [[nodiscard]] bool take(Clock::time_point now)
    {
        if (m_count == 0 || now - m_start >= std::chrono::seconds(1)) {
            m_start = now;
            m_count = 0;
        }
        return ++m_count <= m_perSecond;
    }

private:
    int m_perSecond;
    int m_count = 0;
    Clock::time_point m_start;
};

} // namespace verbale::host
