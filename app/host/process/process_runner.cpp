#include "host/process/process_runner.h"

#include "host/process/process_loop.h"
#include "host/sandbox/permissions.h"
#include "host/sandbox/sandbox_json.h"

namespace verbale::host {

Result<ProcessPlan> planOf(const Descriptor &descriptor, const PluginContext &context, const QString &program,
                           const Supervision &supervision)
{
    const Result<Permissions> permissions = permissionsOf(descriptor, context);
    if (!permissions)
        return permissions.error();
    ProcessPlan plan;
    plan.descriptor = descriptor;
    plan.context = context;
    plan.program = program;
    plan.supervision = supervision;
    plan.sandbox = permissionsText(*permissions).toStdString();
    if (descriptor.runs != QLatin1String("process"))
        plan.arguments = {QStringLiteral("--serve"), descriptor.folder};
    else
        plan.arguments = {QStringLiteral("--exec"), descriptor.folder, QStringLiteral("--permissions"),
                          QString::fromStdString(plan.sandbox)};
    return plan;
}

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

bool ProcessRunner::awaitEnd(const RemoteQuestion &question)
{
    return m_loop->awaitEnd(question.number);
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
