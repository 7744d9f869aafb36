#include "host/child/inbox.h"

#include <QtCore/QtGlobal>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <system_error>

#include <poll.h>
#include <unistd.h>

namespace verbale::host {

namespace {

using namespace std::chrono_literals;

constexpr auto tick = 10ms;        ///< how soon a cancel is noticed
constexpr int ticksAwake = 100;    ///< without a new call, before the watcher sleeps for good
constexpr int ticksToTheEnd = 100; ///< for a call to end in, after the host has gone

} // namespace

Inbox::~Inbox()
{
    if (!m_watcher.joinable())
        return;
    {
        const std::lock_guard lock(m_wakeMutex);
        m_over = true;
    }
    m_wake.notify_one();
    m_watcher.join();
}

Error Inbox::fault() const
{
    const std::lock_guard lock(m_mutex);
    return m_fault;
}

std::unique_ptr<Received> Inbox::next()
{
    const std::lock_guard lock(m_mutex);
    while (true) {
        if (!m_queue.empty()) {
            auto first = std::move(m_queue.front());
            m_queue.pop_front();
            return first;
        }
        if (m_ended || !intake(true))
            return nullptr;
    }
}

/// Reads once. False when nothing more will come; without `block` also when nothing is there.
bool Inbox::intake(bool block)
{
    static thread_local std::array<char, 65536> bytes;
    pollfd ready{m_file, POLLIN, 0};
    if (block) {
        m_alert.somethingCame(); // the call before has just been answered
        m_alert.lookFor(&ready, 1);
    } else if (::poll(&ready, 1, 0) <= 0) {
        return false;
    }
    ssize_t size = 0;
    do {
        size = ::read(m_file, bytes.data(), bytes.size());
    } while (size < 0 && errno == EINTR);
    if (size <= 0) {
        end();
        if (size < 0)
            m_fault = {QStringLiteral("protocol.read"), QString::fromLocal8Bit(std::strerror(errno))};
        else if (m_reader.isInside())
            m_fault = {QStringLiteral("protocol.cut-off"),
                       QStringLiteral("The requests ended in the middle of a message.")};
        return false;
    }
    const auto fed = m_reader.feed(bytes.data(), static_cast<std::size_t>(size));
    while (auto body = m_reader.next())
        take(std::move(*body));
    if (!fed) {
        m_fault = fed.error();
        end();
    }
    return true;
}

void Inbox::take(std::string body)
{
    if (m_ended)
        return;
    auto received = std::make_unique<Received>();
    received->body = std::move(body);
    auto message = readMessage(received->body);
    if (!message) {
        m_fault = message.error();
        end();
        return;
    }
    received->message = std::move(message).value();
    if (received->message.kind != Message::Kind::Notification || received->message.method != "$/cancel") {
        m_queue.push_back(std::move(received));
        return;
    }
    if (const auto id = readCancel(received->message.value))
        cancel(*id);
}

/// Nobody is left to answer.
void Inbox::end()
{
    m_ended = true;
    const std::lock_guard lock(m_asideMutex);
    m_nothingMore = true;
    for (auto &[id, stop] : m_aside)
        stop.request_stop();
}

void Inbox::cancel(qint64 id)
{
    {
        const std::lock_guard lock(m_asideMutex);
        if (const auto call = m_aside.find(id); call != m_aside.end())
            call->second.request_stop();
    }
    if (id == m_callId)
        m_callStop.request_stop();
    for (const auto &waiting : m_queue) {
        if (waiting->message.kind == Message::Kind::Request && waiting->message.id == id)
            waiting->cancelled = true;
    }
}

void Inbox::beginCall(qint64 id, StopSource stop)
{
    {
        const std::lock_guard lock(m_mutex);
        m_callId = id;
        m_callStop = std::move(stop);
    }
    m_calling = true;
    ++m_calls;
    if (!m_asleep)
        return;
    if (!m_watcher.joinable()) {
        m_asleep = false;
        try {
            m_watcher = std::thread([this] { watch(); });
        } catch (const std::system_error &) {
            m_asleep = true; // without a second thread a cancel waits for the end of the call
        }
        return;
    }
    {
        const std::lock_guard lock(m_wakeMutex);
        m_asleep = false;
    }
    m_wake.notify_one();
}

void Inbox::endCall()
{
    m_calling = false;
    const std::lock_guard lock(m_mutex);
    m_callId = -1;
    m_callStop = StopSource(std::nostopstate);
}

void Inbox::follow(qint64 id, StopSource stop)
{
    const std::lock_guard lock(m_asideMutex);
    if (m_nothingMore)
        stop.request_stop();
    m_aside.insert_or_assign(id, std::move(stop));
}

void Inbox::forget(qint64 id)
{
    const std::lock_guard lock(m_asideMutex);
    m_aside.erase(id);
}

void Inbox::watch()
{
    std::unique_lock lock(m_wakeMutex);
    quint64 seen = 0;
    int idle = 0;
    int afterTheEnd = 0;
    while (!m_over) {
        m_wake.wait_for(lock, tick);
        const quint64 calls = m_calls;
        const bool inTheSameCall = calls == seen && m_calling;
        afterTheEnd = inTheSameCall && look() ? afterTheEnd + 1 : 0;
        if (afterTheEnd > ticksToTheEnd)
            ::_exit(1); // nobody is left to answer, and the call does not come back
        idle = calls == seen && !m_calling ? idle + 1 : 0;
        seen = calls;
        if (idle < ticksAwake)
            continue;
        // beginCall() counts before it looks whether we sleep: one of the two sees the other.
        m_asleep = true;
        if (m_calls != seen)
            m_asleep = false;
        m_wake.wait(lock, [this] { return m_over || !m_asleep; });
        idle = 0;
    }
}

/// Reads what has come during a call. True when nothing more will come.
bool Inbox::look()
{
    const std::unique_lock lock(m_mutex, std::try_to_lock);
    if (!lock.owns_lock())
        return false;
    while (!m_ended && intake(false)) {
    }
    if (m_ended)
        m_callStop.request_stop();
    return m_ended;
}

} // namespace verbale::host
