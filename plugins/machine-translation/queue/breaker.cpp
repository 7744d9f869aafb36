#include "plugins/machine-translation/queue/breaker.h"

#include <algorithm>

namespace verbale::mt {

void Breaker::succeeded()
{
    m_running = 0;
    m_rest = std::chrono::seconds(0);
}

bool Breaker::failed(const Error &why, Time now)
{
    m_why = why;
    const bool trying = state(now) == State::Trying;
    if (state(now) == State::Open || (++m_running < failuresRunning && !trying))
        return false;
    m_rest = trying ? std::min(longestRest, m_rest * 2) : firstRest;
    m_until = now + m_rest;
    return true;
}

Breaker::State Breaker::state(Time now) const
{
    if (m_rest.count() == 0)
        return State::Closed;
    return now < m_until ? State::Open : State::Trying;
}

} // namespace verbale::mt
