#include "host/process/process_runner.h"

#include "host/process/process_loop.h"

namespace verbale::host {

ProcessRunner::ProcessRunner(ProcessPlan plan, std::shared_ptr<ProcessListener> listener)
    : m_loop(std::make_shared<ProcessLoop>(std::move(plan), std::move(listener)))
{
}

ProcessRunner::~ProcessRunner()
{
    (void)stop(ProcessLoop::Clock::now());
}

void ProcessRunner::post(const std::shared_ptr<RemoteQuestion> &question)
{
    ProcessLoop::post(m_loop, question);
}

void ProcessRunner::cancel(const RemoteQuestion &question)
{
    m_loop->cancel(question.number);
}

void ProcessRunner::warmUp()
{
    ProcessLoop::warmUp(m_loop);
}

ProcessStatus ProcessRunner::status() const
{
    return m_loop->status();
}

void ProcessRunner::beginStop()
{
    m_loop->beginStop();
}

Result<void> ProcessRunner::stop(std::chrono::steady_clock::time_point deadline)
{
    m_loop->beginStop();
    return m_loop->waitForEnd(deadline);
}

} // namespace verbale::host
