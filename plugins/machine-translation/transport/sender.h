#pragma once

#include "plugins/machine-translation/transport/http_exchange.h"

#include <functional>

namespace verbale::mt {

/// What a queue needs of the network: send, cancel, wait, and one thread on which everything happens. Tests
/// give it a network and a clock of their own.
class Sender
{
public:
    using Clock = std::chrono::steady_clock;
    /// Called once for each request, on the sender's thread, never from within send() or cancel(). Be quick.
    using Done = std::function<void(HttpOutcome)>;

    virtual ~Sender() = default;

    /// From any thread. The number names the request for cancel().
    virtual quint64 send(HttpRequest request, Done done) = 0;
    /// From any thread; ends the exchange with "transport.cancelled". Nothing if it has ended.
    virtual void cancel(quint64 number) = 0;
    /// Runs it on the sender's thread: at once in its turn, or when `wait` has passed on the monotonic clock.
    /// From any thread. What has not run when the sender closes is dropped.
    virtual void post(std::function<void()> work) = 0;
    virtual void after(milliseconds wait, std::function<void()> work) = 0;
    [[nodiscard]] virtual Clock::time_point now() const = 0;
};

} // namespace verbale::mt
