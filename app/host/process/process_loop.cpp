#include "host/process/process_loop.h"

#include "host/protocol/interfaces.h"

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <system_error>
#include <utility>

namespace verbale::host {

namespace {

constexpr std::chrono::milliseconds cancelPatience(400); // a plugin is asked to stop within 50

Error notRunning(const QString &why)
{
    return {QStringLiteral("plugins.not-running"), why};
}

} // namespace

ProcessLoop::ProcessLoop(ProcessPlan plan, std::shared_ptr<ProcessListener> listener)
    : m_plan(std::move(plan))
    , m_listener(std::move(listener))
    , m_queue(m_plan.supervision)
    , m_unasked(m_plan.supervision.unaskedPerSecond)
{
}

Result<void> ProcessLoop::ensureThread(const std::shared_ptr<ProcessLoop> &self)
{
    if (self->m_thread.joinable())
        return {};
    const Error none{QStringLiteral("start.no-thread"),
                     QStringLiteral("The system has no thread for the plugin.")};
    if (!self->m_wake.isGood())
        return none;
    try {
        self->m_thread = std::thread([self] { self->run(); });
    } catch (const std::system_error &) {
        return none;
    }
    return {};
}

void ProcessLoop::wantChild()
{
    if (m_phase != Phase::Idle)
        return;
    m_phase = Phase::Wanted;
    m_wake.set();
}

void ProcessLoop::post(const std::shared_ptr<ProcessLoop> &self,
                       const std::shared_ptr<RemoteQuestion> &question)
{
    const qint64 number = ++self->m_lastNumber;
    question->number = number;
    CallQueue::Entry entry;
    entry.question = question;
    entry.frame = frame(requestText(number, question->method(), question->params()));
    if (entry.frame.size() > static_cast<std::size_t>(self->m_plan.supervision.messageLimit)) {
        question->drop(
            {QStringLiteral("plugins.request-too-large"),
             QStringLiteral("The request is too large for a plugin in a process of its own: %1 MiB.")
                 .arg(entry.frame.size() / (1024 * 1024))});
        return;
    }
    entry.segments = question->segments();
    const InterfaceInfo *interface = interfaceOf(question->method());
    entry.limit = self->m_plan.supervision.callTimeLimit;
    if (entry.limit.count() == 0 && interface != nullptr)
        entry.limit = interface->timeLimit;
    CallQueue::Questions needless;
    Result<void> taken;
    {
        const std::lock_guard lock(self->m_mutex);
        if (self->m_phase == Phase::Refused)
            taken = self->m_refusal;
        else if (self->m_phase == Phase::Stopping || self->m_phase == Phase::Stopped)
            taken = notRunning(QStringLiteral("The plugin is not running."));
        else
            taken = ensureThread(self);
        if (taken && !question->isAnswered()) {
            const bool isReady = self->m_phase == Phase::Running;
            needless = self->m_queue.add(std::move(entry), isReady);
            if (isReady)
                self->sendQuestions();
            else
                self->wantChild();
        }
    }
    if (!taken)
        question->drop(taken.error());
    for (const auto &old : needless)
        old->drop({QStringLiteral("plugins.replaced"),
                   QStringLiteral("A later request asks for the same segments in a newer revision.")});
    if (needless.empty())
        return;
    const std::lock_guard lock(self->m_mutex);
    std::move(needless.begin(), needless.end(), std::back_inserter(self->m_discarded));
}

void ProcessLoop::warmUp(const std::shared_ptr<ProcessLoop> &self)
{
    const std::lock_guard lock(self->m_mutex);
    if (self->m_phase == Phase::Idle && ensureThread(self))
        self->wantChild();
}

void ProcessLoop::cancel(qint64 number)
{
    const std::lock_guard lock(m_mutex);
    if (m_queue.cancel(number, m_discarded) != CallQueue::Cancelled::Sent || m_phase != Phase::Running)
        return;
    append(notificationText("$/cancel", cancelParams(number)));
    flush();
}

bool ProcessLoop::awaitEnd(qint64 number)
{
    const Clock::time_point until = Clock::now() + cancelPatience;
    const std::lock_guard lock(m_mutex);
    if (m_phase != Phase::Running || !m_queue.awaitEnd(number, until))
        return false;
    append(notificationText("$/cancel", cancelParams(number)));
    flush();
    if (until < m_turn)
        m_wake.set();
    return true;
}

void ProcessLoop::sendQuestions()
{
    const Clock::time_point now = Clock::now();
    m_queue.send(now, m_out, m_discarded);
    flush();
    m_lastActivity = now;
    const auto next = m_queue.nextDeadline();
    if (next && next->when < m_turn)
        m_wake.set();
}

void ProcessLoop::flush()
{
    while (m_input >= 0 && m_written < m_out.size()) {
        const long taken = writeQuietly(m_input, m_out.data() + m_written, m_out.size() - m_written);
        if (taken >= 0) {
            m_written += static_cast<std::size_t>(taken);
        } else if (errno == EAGAIN) {
            m_wake.set(); // the thread goes on when the child has read something
            return;
        } else if (errno != EINTR) {
            break; // nobody reads there any more, which the thread will see
        }
    }
    m_out.clear();
    m_written = 0;
}

ProcessStatus ProcessLoop::status() const
{
    ProcessStatus status;
    std::shared_ptr<ChildProcess> child;
    {
        const std::lock_guard lock(m_mutex);
        status = m_status;
        status.log = m_log.bytes();
        child = m_child;
    }
    if (child) {
        const ChildUsage usage = child->usage();
        status.cpuMilliseconds += usage.cpuMilliseconds;
        status.residentKiB = usage.residentKiB;
    }
    return status;
}

void ProcessLoop::beginStop()
{
    CallQueue::All all;
    {
        const std::lock_guard lock(m_mutex);
        if (m_phase == Phase::Stopping || m_phase == Phase::Stopped || m_phase == Phase::Refused)
            return;
        all = m_queue.takeAll();
        if (m_phase == Phase::Running) {
            for (const auto &question : all.sent)
                append(notificationText("$/cancel", cancelParams(question->number)));
            flush();
        }
        m_phase = m_thread.joinable() ? Phase::Stopping : Phase::Stopped;
        m_wake.set();
    }
    for (const auto &question : all.sent)
        question->drop(question->cancelled());
    for (const auto &question : all.waiting)
        question->drop(notRunning(QStringLiteral("The plugin is being stopped.")));
    const std::lock_guard lock(m_mutex);
    std::move(all.sent.begin(), all.sent.end(), std::back_inserter(m_discarded));
    std::move(all.waiting.begin(), all.waiting.end(), std::back_inserter(m_discarded));
}

Result<void> ProcessLoop::waitForEnd(Clock::time_point deadline)
{
    Lock lock(m_mutex);
    if (!m_thread.joinable())
        return m_stopResult;
    const auto hasEnded = [this] { return m_threadDone; };
    std::thread thread = std::exchange(m_thread, {});
    if (thread.get_id() == std::this_thread::get_id()) {
        // The last owner went in a continuation of an answer, on this very thread, which ends after it.
        if (m_child)
            m_child->kill();
        thread.detach();
        return {};
    }
    if (m_ended.wait_until(lock, deadline, hasEnded)) {
        lock.unlock();
        thread.join();
        lock.lock();
        return m_stopResult;
    }
    if (m_child)
        m_child->kill();
    // With its child gone the thread ends at once, unless a continuation of an answer holds it up.
    constexpr std::chrono::milliseconds moment(100);
    const bool ended = m_ended.wait_for(lock, moment, hasEnded);
    lock.unlock();
    if (ended)
        thread.join();
    else
        thread.detach();
    return Error{QStringLiteral("stop.time-limit"),
                 QStringLiteral("The plugin had not stopped in time, and its process was ended.")};
}

} // namespace verbale::host
