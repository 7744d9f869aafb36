#pragma once

#include "host/worker.h"

#include <chrono>
#include <list>
#include <memory>

namespace verbale::host {

/// Does jobs side by side, at most so many at once, each on a thread of its own; the others wait for one.
/// Without a job there is no thread. Thread-safe.
class CallPool
{
public:
    explicit CallPool(int most);
    ~CallPool(); ///< closes; leaves threads behind that are still busy, with everything that they hold
    CallPool(const CallPool &) = delete;
    CallPool &operator=(const CallPool &) = delete;

    /// False when it is closed, or when there is no thread for the job and no other that could do it.
    bool post(std::shared_ptr<Job> job);

    /// No more jobs: drops those that wait and cancels those that run.
    void close(const Error &reason);

    /// Whether no job runs any more; waits for that until `deadline`.
    bool waitForEnd(std::chrono::steady_clock::time_point deadline);

    void waitForEnd(); ///< however long it takes

    /// Answers in the place of the jobs that are still running: nobody waits for them any more.
    void leaveBehind(const Error &reason);

private:
    struct Shared;
    using Jobs = std::list<std::shared_ptr<Job>>;
    static void work(const std::shared_ptr<Shared> &shared, Jobs::iterator place);

    std::shared_ptr<Shared> m_shared; ///< also held by the threads
};

} // namespace verbale::host
