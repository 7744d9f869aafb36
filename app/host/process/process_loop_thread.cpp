#include "host/process/process_loop.h"

#include "host/process/endings.h"
#include "host/protocol/initialize.h"

#include <verbale/sdk/version.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

#include <poll.h>
#include <unistd.h>

namespace verbale::host {

namespace {

using namespace std::chrono_literals;

constexpr auto never = ProcessLoop::Clock::time_point::max();
constexpr std::size_t bufferSize = 64 * 1024;
constexpr int turnsPerEvent = 16; ///< reads before the time limits are looked at
constexpr qint64 errorBytesPerSecond = 4 * 1024 * 1024;
/// After a call the thread looks around once in a while, so that an asker who comes soon need not wake it.
constexpr auto alertTime = 2s;

QString sdkVersion()
{
    return QStringLiteral("%1.%2.%3").arg(VERBALE_SDK_MAJOR).arg(VERBALE_SDK_MINOR).arg(VERBALE_SDK_PATCH);
}

void blockSignals()
{
    // Signals are the program's business, on the program's own threads.
    sigset_t all;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, nullptr);
}

int pollTimeout(ProcessLoop::Clock::time_point until)
{
    if (until == never)
        return -1;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - ProcessLoop::Clock::now());
    return static_cast<int>(std::clamp<std::chrono::milliseconds::rep>(left.count(), 0, 3'600'000));
}

} // namespace

void ProcessLoop::run()
{
    blockSignals();
    m_buffer.resize(bufferSize);
    Lock lock(m_mutex);
    while (takeStep(lock)) {
    }
    CallQueue::Questions discarded = std::move(m_discarded);
    lock.unlock();
    discarded.clear();
    lock.lock();
    m_threadDone = true;
    m_ended.notify_all();
}

bool ProcessLoop::takeStep(Lock &lock)
{
    if (m_phase == Phase::Stopped || m_phase == Phase::Refused)
        return false;
    const Clock::time_point now = Clock::now();
    CallQueue::Questions discarded = std::exchange(m_discarded, {});
    if (m_phase == Phase::Wanted && now >= m_notBefore) {
        m_phase = Phase::Starting;
        lock.unlock();
        discarded.clear();
        startChild();
    } else if (m_phase == Phase::Stopping && m_shutdownNumber == 0) {
        lock.unlock();
        discarded.clear();
        beginShutdown();
    } else {
        m_turn = nextTurn(now);
        const Clock::time_point until = m_turn;
        const bool writes = m_input >= 0 && !m_out.empty();
        lock.unlock();
        discarded.clear();
        waitForEvents(until, writes);
        watchLimits();
    }
    lock.lock();
    return true;
}

ProcessLoop::Clock::time_point ProcessLoop::nextTurn(Clock::time_point now) const
{
    const Clock::time_point held = m_errorsHeldUntil > now ? m_errorsHeldUntil : never;
    switch (m_phase) {
    case Phase::Wanted:
        return m_notBefore;
    case Phase::Starting:
        return std::min(held, m_spawned + m_plan.supervision.startTimeLimit);
    case Phase::Stopping:
        return std::min(held, m_stopDeadline);
    case Phase::Running:
        if (const auto next = m_queue.nextDeadline())
            return std::min({held, next->when, m_queue.nextOverdue()});
        return m_lastActivity + alertTime > now ? std::min(held, m_lastActivity + alertTime) : held;
    default:
        return never;
    }
}

ProcessLoop::Phase ProcessLoop::phase() const
{
    const std::lock_guard lock(m_mutex);
    return m_phase;
}

void ProcessLoop::startChild()
{
    m_listener->starting();
    if (const Result<void> prepared = prepareDataFolder(m_plan.context.dataFolder); !prepared)
        return refuse(prepared.error());
    const SpawnPlan plan{m_plan.program, m_plan.arguments,
                         childEnvironment(m_plan.context.dataFolder, m_plan.descriptor.network),
                         m_plan.context.dataFolder};
    m_spawned = Clock::now();
    auto spawned = ChildProcess::spawn(plan);
    if (!spawned)
        return refuse(spawned.error());
    FrameLimits limits;
    limits.messageBytes = static_cast<std::size_t>(m_plan.supervision.messageLimit);
    m_reader = FrameReader(limits);
    m_greeted = false;
    m_spoken = false;
    m_errorsOpen = true;
    const InitializeRequest hello{protocolVersion, sdkVersion(), m_plan.context, m_plan.sandbox};
    const std::lock_guard lock(m_mutex);
    m_child = std::move(spawned).value();
    m_input = m_child->input();
    m_status.pid = m_child->pid();
    if (m_status.lastStartMilliseconds >= 0)
        ++m_status.restarts;
    append(requestText(initializeNumber, "initialize", toJson(hello)));
    flush();
}

void ProcessLoop::waitForEvents(Clock::time_point until, bool writes)
{
    enum { WakeFile, Output, Ending, Errors, Input, Count };
    std::array<pollfd, Count> files{};
    files.fill({-1, 0, 0});
    files[WakeFile] = {m_wake.file(), POLLIN, 0};
    if (m_child) {
        files[Output] = {m_child->output(), POLLIN, 0};
        files[Ending] = {m_child->ending(), POLLIN, 0};
        if (m_errorsOpen && m_errorsHeldUntil <= Clock::now())
            files[Errors] = {m_child->errors(), POLLIN, 0};
        if (writes)
            files[Input] = {m_child->input(), POLLOUT, 0};
    }
    if (!m_alert.lookFor(files.data(), files.size()) &&
        ::poll(files.data(), files.size(), pollTimeout(until)) <= 0)
        return;
    m_alert.somethingCame();
    if (files[WakeFile].revents != 0)
        m_wake.clear();
    if (files[Input].revents != 0) {
        const std::lock_guard lock(m_mutex);
        flush();
    }
    if (files[Errors].revents != 0)
        readErrors();
    const bool ended = files[Ending].revents != 0;
    if (files[Output].revents != 0 || ended)
        readAnswers(ended ? 1024 : turnsPerEvent); // what it said before its end still counts
    if (ended && m_child)
        lose({});
}

void ProcessLoop::readAnswers(int turns)
{
    while (turns-- > 0 && readSome()) {
    }
    const std::lock_guard lock(m_mutex);
    if (m_phase == Phase::Running && m_queue.hasWaiting())
        sendQuestions();
}

/// False when there is nothing more to read at the moment, or no child any more.
bool ProcessLoop::readSome()
{
    const ssize_t size = ::read(m_child->output(), m_buffer.data(), m_buffer.size());
    if (size < 0)
        return errno == EINTR;
    if (size == 0) {
        lose({});
        return false;
    }
    if (const Result<void> fed = m_reader.feed(m_buffer.data(), static_cast<std::size_t>(size)); !fed) {
        breach(fed.error().message);
        return false;
    }
    while (const auto body = m_reader.next()) {
        take(*body);
        if (!m_child)
            return false;
    }
    return static_cast<std::size_t>(size) == m_buffer.size();
}

void ProcessLoop::readErrors()
{
    const Clock::time_point now = Clock::now();
    if (now - m_errorSecond >= 1s) {
        m_errorSecond = now;
        m_errorBytes = 0;
    }
    std::array<char, 16 * 1024> bytes; // NOLINT(cppcoreguidelines-pro-type-member-init): read() fills it
    for (int turn = 0; turn < turnsPerEvent; ++turn) {
        const ssize_t size = ::read(m_child->errors(), bytes.data(), bytes.size());
        if (size == 0)
            m_errorsOpen = false;
        if (size <= 0)
            return;
        m_errorBytes += size;
        const std::lock_guard lock(m_mutex);
        m_log.append(QByteArray(bytes.data(), size));
    }
    if (m_errorBytes > errorBytesPerSecond) // its pipe fills up, so that it has to wait
        m_errorsHeldUntil = m_errorSecond + 1s;
}

void ProcessLoop::watchLimits()
{
    const Clock::time_point now = Clock::now();
    Lock lock(m_mutex);
    if (!m_child)
        return;
    if (m_phase == Phase::Stopping && m_shutdownNumber != 0 && now >= m_stopDeadline) {
        lock.unlock();
        finishShutdown(
            Error{QStringLiteral("stop.time-limit"),
                  QStringLiteral("The plugin had not stopped after %1 seconds, and its process was ended.")
                      .arg(secondsText(m_plan.supervision.shutdownTimeLimit.count()))});
    } else if (m_phase == Phase::Starting && now >= m_spawned + m_plan.supervision.startTimeLimit) {
        lock.unlock();
        endChild(0ms);
        refuse({QStringLiteral("start.time-limit"),
                QStringLiteral("The plugin had not started after %1 seconds, and its process was ended.")
                    .arg(secondsText(m_plan.supervision.startTimeLimit.count()))});
    } else if (m_phase == Phase::Running) {
        const CallQueue::Questions overdue = m_queue.takeOverdue(now);
        if (!overdue.empty()) {
            lock.unlock();
            for (const auto &question : overdue)
                question->drop(question->cancelled());
            return;
        }
        const auto next = m_queue.nextDeadline();
        if (!next || now < next->when)
            return;
        const std::string_view method = next->entry->question->method();
        const QString what =
            QStringLiteral("The plugin did not answer %1 within %2 seconds, and its process was ended.")
                .arg(QLatin1String(method.data(), static_cast<qsizetype>(method.size())),
                     secondsText(next->entry->limit.count()));
        const qint64 number = next->entry->question->number;
        lock.unlock();
        lose(what, number); // whoever has waited so long is not kept waiting once more
    }
}

/// Takes the child away, alive or not: nothing more is read from it or written to it.
std::optional<ChildEnding> ProcessLoop::endChild(std::chrono::milliseconds patience)
{
    if (!m_child)
        return std::nullopt;
    std::optional<ChildEnding> ending = m_child->waitFor(patience);
    const bool byItself = ending.has_value();
    if (!byItself) {
        m_child->kill();
        ending = m_child->waitFor(500ms);
    }
    if (m_errorsOpen)
        readErrors();
    std::shared_ptr<ChildProcess> child;
    {
        const std::lock_guard lock(m_mutex);
        child = std::exchange(m_child, {});
        m_input = -1;
        if (m_phase != Phase::Stopping) // from now on nobody counts a question as sent
            m_phase = Phase::Lost;
        m_out.clear();
        m_written = 0;
        m_status.pid = 0;
        m_status.cpuMilliseconds += ending ? ending->cpuMilliseconds : 0;
    }
    return byItself ? ending : std::nullopt;
}

/// The child is gone, or goes now because of `what`; empty: because of its own end.
void ProcessLoop::lose(const QString &what, qint64 overdue)
{
    if (phase() == Phase::Stopping)
        return finishShutdown({});
    const std::optional<ChildEnding> ending = endChild(what.isEmpty() ? 200ms : 0ms);
    QString message = what;
    if (message.isEmpty() && ending)
        message = QStringLiteral("The plugin's process came to a sudden end: %1.").arg(ending->text());
    else if (message.isEmpty())
        message = QStringLiteral("The plugin's process closed its standard output, and was ended.");
    Lock lock(m_mutex);
    message += lastWords(m_log.bytes());
    const CallQueue::Questions lost = m_queue.lose(overdue);
    lock.unlock();
    const auto pause = m_listener->crashed(message);
    lock.lock();
    CallQueue::All all;
    if (m_phase == Phase::Stopping) {
        m_phase = Phase::Stopped;
    } else if (!pause) {
        m_phase = Phase::Refused;
        m_refusal = {QStringLiteral("plugins.quarantined"),
                     QStringLiteral("The plugin is in quarantine. ") + message};
        all = m_queue.takeAll();
    } else {
        m_notBefore = Clock::now() + *pause;
        m_phase = m_queue.isEmpty() ? Phase::Idle : Phase::Wanted;
    }
    const Error refusal = m_refusal;
    lock.unlock();
    for (const auto &question : lost)
        question->drop({QStringLiteral("plugins.crashed"), message});
    for (const auto &question : all.waiting)
        question->drop(refusal);
}

void ProcessLoop::refuse(const Error &error)
{
    endChild(0ms);
    Lock lock(m_mutex);
    const bool stopping = m_phase == Phase::Stopping;
    m_phase = stopping ? Phase::Stopped : Phase::Refused;
    m_refusal = error;
    const CallQueue::All all = m_queue.takeAll();
    lock.unlock();
    if (!stopping)
        m_listener->failed(error);
    for (const auto &question : all.waiting)
        question->drop(error);
}

void ProcessLoop::beginShutdown()
{
    m_shutdownNumber = ++m_lastNumber;
    m_stopDeadline = Clock::now() + m_plan.supervision.shutdownTimeLimit;
    if (!m_child || !m_greeted) {
        endChild(0ms);
        const std::lock_guard lock(m_mutex);
        m_phase = Phase::Stopped;
        return;
    }
    const std::lock_guard lock(m_mutex);
    append(requestText(m_shutdownNumber, "shutdown", "null"));
    flush();
}

/// Its answer has come, or its end, or its time is up.
void ProcessLoop::finishShutdown(const Result<void> &result)
{
    Result<void> outcome = result;
    if (m_shutdownNumber == 0) // it went before it was told to
        m_stopDeadline = Clock::now() + 200ms;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_stopDeadline - Clock::now());
    const auto ending = endChild(std::max(0ms, left));
    if (outcome && !ending)
        outcome = Error{
            QStringLiteral("stop.time-limit"),
            QStringLiteral("The plugin's process did not end after the plugin had stopped, and was ended.")};
    else if (outcome && (ending->bySignal || ending->number != 0))
        outcome =
            Error{QStringLiteral("stop.crashed"),
                  QStringLiteral("While it was being stopped, the plugin's process came to a sudden end: %1.")
                      .arg(ending->text())};
    const std::lock_guard lock(m_mutex);
    m_stopResult = outcome;
    m_phase = Phase::Stopped;
}

} // namespace verbale::host
