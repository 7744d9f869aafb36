#include "plugins/machine-translation/queue/token_bucket.h"

#include <algorithm>

namespace verbale::mt {

TokenBucket::TokenBucket(double perSecond, Time now)
    : m_perSecond(perSecond), m_most(std::max(2.0, perSecond)), m_tokens(m_most), m_filled(now)
{
}

void TokenBucket::fill(Time now)
{
    if (now <= m_filled)
        return;
    const double seconds = std::chrono::duration<double>(now - m_filled).count();
    m_tokens = std::min(m_most, m_tokens + seconds * m_perSecond);
    m_filled = now;
}

bool TokenBucket::take(Time now, double kept)
{
    if (m_perSecond <= 0)
        return true;
    fill(now);
    if (m_tokens < 1 + kept)
        return false;
    m_tokens -= 1;
    return true;
}

void TokenBucket::giveBack()
{
    m_tokens = std::min(m_most, m_tokens + 1);
}

TokenBucket::Time TokenBucket::readyAt(Time now, double kept)
{
    if (m_perSecond <= 0)
        return now;
    fill(now);
    const double missing = 1 + kept - m_tokens;
    if (missing <= 0)
        return now;
    const std::chrono::duration<double> wait(missing / m_perSecond);
    return now + std::chrono::duration_cast<Time::duration>(wait) + std::chrono::milliseconds(1);
}

} // namespace verbale::mt
