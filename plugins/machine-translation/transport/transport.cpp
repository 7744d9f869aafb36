#include "plugins/machine-translation/transport/transport.h"

#include "plugins/machine-translation/transport/network_thread.h"

namespace verbale::mt {

Transport::Transport(NetworkSettings settings) : m_thread(std::make_unique<Thread>(std::move(settings))) {}

Transport::~Transport() = default;

quint64 Transport::send(HttpRequest request, Done done)
{
    const quint64 number = m_thread->nextNumber();
    m_thread->post(
        [thread = m_thread.get(), number, request = std::move(request), done = std::move(done)]() mutable {
            thread->begin(number, std::move(request), std::move(done));
        });
    return number;
}

void Transport::cancel(quint64 number)
{
    m_thread->post([thread = m_thread.get(), number] { thread->cancel(number); });
}

void Transport::post(std::function<void()> work)
{
    m_thread->post(std::move(work));
}

void Transport::after(milliseconds wait, std::function<void()> work)
{
    const Clock::time_point when = Clock::now() + wait;
    m_thread->post([thread = m_thread.get(), when, work = std::move(work)]() mutable {
        thread->after(when, std::move(work));
    });
}

} // namespace verbale::mt
