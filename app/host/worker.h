#pragma once

#include <verbale/sdk/result.h>

#include <chrono>
#include <memory>
#include <thread>

namespace verbale::host {

/// A piece of work for a Worker. run() is called on the worker's thread; cancel() and drop() on any.
class Job
{
public:
    Job() = default;
    virtual ~Job() = default;
    Job(const Job &) = delete;
    Job &operator=(const Job &) = delete;

    virtual void run() noexcept = 0;
    /// Asks a running job to end early, and ends a waiting one.
    virtual void cancel() = 0;
    /// Answers in the job's place: it will not be run, or nobody waits for it any more.
    virtual void drop(const Error &reason) = 0;
};

/// One thread that does its jobs one after the other, in the order in which they were posted. Thread-safe.
class Worker
{
public:
    Worker();
    ~Worker(); ///< closes the queue; leaves the thread behind when it is still busy
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    /// False when the queue is closed, or when the system would not give a thread.
    bool post(std::shared_ptr<Job> job);

    /// Drops what waits in the queue and cancels the job that is running.
    void clear(const Error &reason);

    /// No more jobs; the thread ends when the queue is empty.
    void close();

    /// As clear() and close(), but runs one last job: in a single step, so that no other job that is posted
    /// at this moment can come after it. False when the queue was closed before; `last` is then not run.
    bool finish(std::shared_ptr<Job> last, const Error &reason);

    /// Waits for the thread's end after close(). False when the time ran out: the running job is then dropped
    /// and the thread left behind, with everything that it still holds.
    bool join(std::chrono::milliseconds limit);

private:
    struct Shared;
    static void loop(const std::shared_ptr<Shared> &shared);

    std::shared_ptr<Shared> m_shared; ///< also held by the thread, which may outlive this object
    std::thread m_thread;
};

} // namespace verbale::host
