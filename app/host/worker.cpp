#include "host/worker.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <system_error>
#include <utility>

namespace verbale::host {

struct Worker::Shared
{
    std::mutex mutex;
    std::condition_variable wake;  ///< a job or the close has come
    std::condition_variable ended; ///< the thread has left its loop
    std::deque<std::shared_ptr<Job>> queue;
    std::shared_ptr<Job> current;
    bool closed = false;
    bool finished = false;
};

Worker::Worker() : m_shared(std::make_shared<Shared>())
{
    try {
        m_thread = std::thread([shared = m_shared] { loop(shared); });
    } catch (const std::system_error &) {
        m_shared->closed = true; // post() says no
        m_shared->finished = true;
    }
}

Worker::~Worker()
{
    close();
    if (m_thread.joinable())
        join(std::chrono::milliseconds(0));
}

void Worker::loop(const std::shared_ptr<Shared> &shared)
{
    std::unique_lock lock(shared->mutex);
    for (;;) {
        shared->wake.wait(lock, [&shared] { return shared->closed || !shared->queue.empty(); });
        if (shared->queue.empty())
            break;
        shared->current = std::move(shared->queue.front());
        shared->queue.pop_front();
        std::shared_ptr<Job> job = shared->current;
        lock.unlock();
        job->run();
        lock.lock();
        shared->current.reset();
        lock.unlock();
        job.reset(); // its destructor may wait for a cancel that needs the lock
        lock.lock();
    }
    shared->finished = true;
    shared->ended.notify_all();
}

bool Worker::post(std::shared_ptr<Job> job)
{
    const std::lock_guard lock(m_shared->mutex);
    if (m_shared->closed)
        return false;
    m_shared->queue.push_back(std::move(job));
    m_shared->wake.notify_one();
    return true;
}

void Worker::clear(const Error &reason)
{
    std::deque<std::shared_ptr<Job>> waiting;
    std::shared_ptr<Job> current;
    {
        const std::lock_guard lock(m_shared->mutex);
        waiting.swap(m_shared->queue);
        current = m_shared->current;
    }
    for (const auto &job : waiting)
        job->drop(reason);
    if (current)
        current->cancel();
}

void Worker::close()
{
    const std::lock_guard lock(m_shared->mutex);
    m_shared->closed = true;
    m_shared->wake.notify_all();
}

bool Worker::finish(std::shared_ptr<Job> last, const Error &reason)
{
    std::deque<std::shared_ptr<Job>> waiting;
    std::shared_ptr<Job> current;
    {
        const std::lock_guard lock(m_shared->mutex);
        if (m_shared->closed)
            return false;
        m_shared->closed = true;
        waiting.swap(m_shared->queue);
        current = m_shared->current;
        m_shared->queue.push_back(std::move(last));
        m_shared->wake.notify_all();
    }
    for (const auto &job : waiting)
        job->drop(reason);
    if (current)
        current->cancel();
    return true;
}

bool Worker::join(std::chrono::milliseconds limit)
{
    if (!m_thread.joinable())
        return true;
    std::deque<std::shared_ptr<Job>> waiting;
    std::shared_ptr<Job> current;
    {
        std::unique_lock lock(m_shared->mutex);
        if (m_shared->ended.wait_for(lock, limit, [this] { return m_shared->finished; })) {
            lock.unlock();
            m_thread.join();
            return true;
        }
        waiting.swap(m_shared->queue);
        current = m_shared->current;
    }
    m_thread.detach();
    const Error reason{QStringLiteral("plugins.not-answering"),
                       QStringLiteral("The plugin did not come back in time and was left behind.")};
    if (current)
        current->drop(reason);
    for (const auto &job : waiting)
        job->drop(reason);
    return false;
}

} // namespace verbale::host
