#include "plugins/machine-translation/transport/event_loop.h"

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>

namespace verbale::mt {

EventLoop::EventLoop()
    : m_poll(::epoll_create1(EPOLL_CLOEXEC))
    , m_timer(::timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK))
    , m_wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    for (const int own : {m_timer, m_wake}) {
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.fd = own;
        ::epoll_ctl(m_poll, EPOLL_CTL_ADD, own, &event);
    }
}

EventLoop::~EventLoop()
{
    for (const int own : {m_poll, m_timer, m_wake}) {
        if (own >= 0)
            ::close(own);
    }
}

void EventLoop::watch(int socket, unsigned readiness)
{
    epoll_event event{};
    event.events =
        ((readiness & Readable) != 0 ? EPOLLIN : 0U) | ((readiness & Writable) != 0 ? EPOLLOUT : 0U);
    event.data.fd = socket;
    if (readiness == None) {
        ::epoll_ctl(m_poll, EPOLL_CTL_DEL, socket,
                    nullptr); // It may have been closed: then it is gone already.
        return;
    }
    if (::epoll_ctl(m_poll, EPOLL_CTL_MOD, socket, &event) != 0 && errno == ENOENT)
        ::epoll_ctl(m_poll, EPOLL_CTL_ADD, socket, &event);
}

void EventLoop::drain(int counter)
{
    std::uint64_t count = 0;
    while (::read(counter, &count, sizeof count) < 0 && errno == EINTR) {
    }
}

const std::vector<EventLoop::Event> &EventLoop::wait(Clock::time_point until)
{
    using namespace std::chrono;
    m_events.clear();
    const auto left = duration_cast<nanoseconds>(until - Clock::now());
    int patience = 0;
    if (left.count() > 0) {
        itimerspec alarm{};
        alarm.it_value.tv_sec = static_cast<time_t>(duration_cast<seconds>(left).count());
        alarm.it_value.tv_nsec = static_cast<long>((left % seconds(1)).count());
        ::timerfd_settime(m_timer, 0, &alarm, nullptr);
        patience = -1;
    }
    std::array<epoll_event, 32> ready{};
    const int count = ::epoll_wait(m_poll, ready.data(), static_cast<int>(ready.size()), patience);
    for (int i = 0; i < count; ++i) {
        const epoll_event &event = ready[static_cast<std::size_t>(i)];
        if (event.data.fd == m_timer || event.data.fd == m_wake) {
            drain(event.data.fd);
            continue;
        }
        const unsigned what = ((event.events & EPOLLIN) != 0 ? Readable : 0U) |
                              ((event.events & EPOLLOUT) != 0 ? Writable : 0U) |
                              ((event.events & (EPOLLERR | EPOLLHUP)) != 0 ? Broken : 0U);
        m_events.push_back({event.data.fd, what});
    }
    return m_events;
}

void EventLoop::wake()
{
    const std::uint64_t one = 1;
    while (::write(m_wake, &one, sizeof one) < 0 && errno == EINTR) {
    }
}

} // namespace verbale::mt
