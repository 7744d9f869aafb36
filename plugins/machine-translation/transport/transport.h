#pragma once

#include "plugins/machine-translation/transport/network_settings.h"
#include "plugins/machine-translation/transport/sender.h"

namespace verbale::mt {

/// The one place where Verbale speaks to a network: a thread with all connections, so that requests to a host
/// share one over HTTP/2. Sends what it is told and nothing by itself: no redirect is followed, no request
/// repeated, no connection made before the first send(). All methods from any thread.
class Transport final : public Sender
{
public:
    explicit Transport(NetworkSettings settings);
    /// Ends what is on its way with "transport.closing" and waits for the thread, not for the network.
    ~Transport() override;

    quint64 send(HttpRequest request, Done done) override;
    void cancel(quint64 number) override;
    void post(std::function<void()> work) override;
    void after(milliseconds wait, std::function<void()> work) override;
    [[nodiscard]] Clock::time_point now() const override { return Clock::now(); }

private:
    class Thread;
    std::unique_ptr<Thread> m_thread;
};

} // namespace verbale::mt
