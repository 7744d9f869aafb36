#include "host/call_pool.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

namespace verbale::host {

struct CallPool::Shared
{
    std::mutex mutex;
    std::condition_variable ended; ///< a thread has gone
    Jobs waiting;
    Jobs running; ///< one for each thread; empty between two jobs
    std::size_t most = 1;
    bool closed = false;
};

CallPool::CallPool(int most) : m_shared(std::make_shared<Shared>())
{
    m_shared->most = static_cast<std::size_t>(std::max(1, most));
}

CallPool::~CallPool()
{
    close({QStringLiteral("plugins.not-running"), QStringLiteral("The plugin is being stopped.")});
}

/// A thread's life: `place` is its own in `running`, with the first job in it.
void CallPool::work(const std::shared_ptr<Shared> &shared, Jobs::iterator place)
{
    std::unique_lock lock(shared->mutex);
    while (true) {
        std::shared_ptr<Job> job = *place;
        lock.unlock();
        job->run();
        lock.lock();
        place->reset();
        lock.unlock();
        job.reset(); // its destructor may wait for a cancel that needs the lock
        lock.lock();
        if (shared->waiting.empty())
            break;
        *place = std::move(shared->waiting.front());
        shared->waiting.pop_front();
    }
    shared->running.erase(place);
    shared->ended.notify_all();
}

bool CallPool::post(std::shared_ptr<Job> job)
{
    const std::lock_guard lock(m_shared->mutex);
    if (m_shared->closed)
        return false;
    if (m_shared->running.size() >= m_shared->most) {
        m_shared->waiting.push_back(std::move(job));
        return true;
    }
    const auto place = m_shared->running.insert(m_shared->running.end(), job);
    try {
        std::thread([shared = m_shared, place] { work(shared, place); }).detach();
    } catch (const std::system_error &) {
        m_shared->running.erase(place);
        if (m_shared->running.empty())
            return false;
        m_shared->waiting.push_back(std::move(job));
    }
    return true;
}

void CallPool::close(const Error &reason)
{
    Jobs waiting;
    Jobs running;
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->closed = true;
        waiting.swap(m_shared->waiting);
        running = m_shared->running;
    }
    for (const auto &job : waiting)
        job->drop(reason);
    for (const auto &job : running) {
        if (job)
            job->cancel();
    }
}

bool CallPool::waitForEnd(std::chrono::steady_clock::time_point deadline)
{
    std::unique_lock lock(m_shared->mutex);
    return m_shared->ended.wait_until(lock, deadline, [this] { return m_shared->running.empty(); });
}

void CallPool::waitForEnd()
{
    std::unique_lock lock(m_shared->mutex);
    m_shared->ended.wait(lock, [this] { return m_shared->running.empty(); });
}

void CallPool::leaveBehind(const Error &reason)
{
    Jobs running;
    {
        const std::lock_guard lock(m_shared->mutex);
        running = m_shared->running;
    }
    for (const auto &job : running) {
        if (job)
            job->drop(reason);
    }
}

} // namespace verbale::host
