#pragma once

#include "host/process/call_queue.h"
#include "host/process/child_process.h"
#include "host/process/log_ring.h"
#include "host/process/process_runner.h"
#include "host/process/wake.h"
#include "host/protocol/alertness.h"
#include "host/protocol/framing.h"
#include "host/protocol/message.h"
#include "host/protocol/rate_limit.h"

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace verbale::host {

/// What a ProcessRunner and its thread share. Askers write to the child themselves as long as its pipe takes
/// it; all else is done by the thread, which waits in one poll() for what the child says, what it writes for
/// people, its end, a wake and the next time limit. process_loop.cpp: any thread's part;
/// process_loop_thread.cpp: the thread; process_loop_messages.cpp: what it does with the child's messages.
class ProcessLoop
{
public:
    using Clock = std::chrono::steady_clock;

    ProcessLoop(ProcessPlan plan, std::shared_ptr<ProcessListener> listener);

    static void post(const std::shared_ptr<ProcessLoop> &self,
                     const std::shared_ptr<RemoteQuestion> &question);
    static void warmUp(const std::shared_ptr<ProcessLoop> &self);
    void cancel(qint64 number);
    bool awaitEnd(qint64 number);
    [[nodiscard]] ProcessStatus status() const;
    void beginStop();
    Result<void> waitForEnd(Clock::time_point deadline);

private:
    enum class Phase {
        Idle,     ///< no child, nothing to do
        Wanted,   ///< no child: one is started at m_notBefore
        Starting, ///< it has not answered initialize
        Running,
        Lost, ///< the child is gone; what follows from that is being found out
        Stopping,
        Stopped, ///< the end, also of the thread
        Refused, ///< likewise: it cannot be started, see m_refusal
    };
    using Lock = std::unique_lock<std::mutex>;
    static constexpr qint64 initializeNumber = 1;

    // With m_mutex held.
    static Result<void> ensureThread(const std::shared_ptr<ProcessLoop> &self);
    void wantChild();
    void sendQuestions();
    void append(std::string_view message) { m_out += frame(message); }
    void flush();
    [[nodiscard]] Clock::time_point nextTurn(Clock::time_point now) const;

    // On the thread, without m_mutex.
    void run();
    bool takeStep(Lock &lock);
    void startChild();
    void waitForEvents(Clock::time_point until, bool writes);
    void readAnswers(int turns);
    bool readSome();
    void readErrors();
    void watchLimits();
    void lose(const QString &what, qint64 overdue = 0);
    void refuse(const Error &error);
    std::optional<ChildEnding> endChild(std::chrono::milliseconds patience);
    void beginShutdown();
    void finishShutdown(const Result<void> &result);
    void setPhase(Phase phase);
    [[nodiscard]] Phase phase() const;

    void take(std::string_view body);
    void takeAnswer(const Message &message);
    void takeHello(const Message &message);
    void takeNotification(const Message &message);
    void takeSandbox(std::string_view report);
    void breach(const QString &what);

    const ProcessPlan m_plan;
    const std::shared_ptr<ProcessListener> m_listener;
    const Wake m_wake;
    std::atomic<qint64> m_lastNumber = initializeNumber;

    mutable std::mutex
        m_mutex; ///< guards what follows; not held while a question is answered or the host told
    std::condition_variable m_ended;
    std::thread m_thread;
    bool m_threadDone = false;
    Phase m_phase = Phase::Idle;
    CallQueue m_queue;
    CallQueue::Questions m_discarded; ///< the thread, which holds no lock then, is their last owner
    std::string m_out;                ///< what the child is to get
    std::size_t m_written = 0;        ///< so much of m_out its pipe has taken
    int m_input = -1;                 ///< the child's, while it may be written to
    Clock::time_point m_turn;         ///< when the thread looks around by itself
    Clock::time_point m_notBefore;
    Clock::time_point m_lastActivity;
    Error m_refusal;
    ProcessStatus m_status;
    LogRing m_log;
    std::shared_ptr<ChildProcess> m_child; ///< changed by the thread alone, which reads it without the lock
    Result<void> m_stopResult;

    // The thread's own.
    std::vector<char> m_buffer;
    FrameReader m_reader;
    RateLimit m_unasked;
    bool m_greeted = false;   ///< this child has answered initialize
    bool m_spoken = false;    ///< it has said anything
    bool m_errorsOpen = true; ///< its standard error stream
    qint64 m_errorBytes = 0;  ///< since m_errorSecond
    Clock::time_point m_errorSecond;
    Clock::time_point m_errorsHeldUntil;
    Alertness m_alert{std::chrono::microseconds(100)};
    Clock::time_point m_spawned;
    Clock::time_point m_stopDeadline;
    qint64 m_shutdownNumber = 0; ///< of the request; 0: not sent
};

} // namespace verbale::host
