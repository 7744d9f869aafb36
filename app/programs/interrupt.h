#pragma once

#include <stop_token>
#include <thread>

namespace verbale {

/// Turns the first Ctrl+C (or SIGTERM) into a stop request, so that work in progress ends with whole files;
/// the second one ends the program at once. One object a program.
class Interrupt
{
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt &) = delete;
    Interrupt &operator=(const Interrupt &) = delete;

    [[nodiscard]] std::stop_token token() const { return m_source.get_token(); }

private:
    std::stop_source m_source;
    std::thread m_waiter;
};

} // namespace verbale
