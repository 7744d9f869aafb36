#include "host/process/process_loop.h"

#include "host/protocol/initialize.h"
#include "host/protocol/remote_call.h"
#include "host/sandbox/sandbox_json.h"

#include <nlohmann/json.hpp>

namespace verbale::host {

namespace {

QString text(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

/// What the host itself says of a start has its own codes; a plugin's own Error is told as what it is.
Error startError(const Error &error)
{
    for (const char *step : {"load.", "start.", "sandbox.", "descriptor."}) {
        if (error.code.startsWith(QLatin1String(step)))
            return error;
    }
    return {QStringLiteral("start.failed"),
            QStringLiteral("The plugin could not start: %1").arg(error.text())};
}

Error callError(const Message &message, std::string_view method)
{
    // Added after plugins had been written.
    if (message.number == static_cast<int>(ErrorNumber::MethodNotFound) &&
        method == Remote<TranslatePreviewRequest>::method)
        return noTranslatePreview();
    if (message.number == static_cast<int>(ErrorNumber::Cancelled))
        return {QStringLiteral("plugins.cancelled"), QStringLiteral("The request was cancelled.")};
    return message.error;
}

} // namespace

void ProcessLoop::breach(const QString &what)
{
    lose(QStringLiteral("The plugin's process broke the protocol and was ended: %1").arg(what));
}

void ProcessLoop::take(std::string_view body)
{
    const Result<Message> message = readMessage(body);
    if (!message)
        return breach(message.error().message);
    switch (message->kind) {
    case Message::Kind::Request:
        return breach(QStringLiteral("it asked the host for \"%1\", and plugins only answer.")
                          .arg(text(message->method).left(80)));
    case Message::Kind::Notification:
        takeNotification(*message);
        break;
    case Message::Kind::Answer:
    case Message::Kind::Failure:
        takeAnswer(*message);
        break;
    }
    m_spoken = true;
}

void ProcessLoop::takeAnswer(const Message &message)
{
    if (message.id == initializeNumber && !m_greeted)
        return takeHello(message);
    const bool failed = message.kind == Message::Kind::Failure;
    if (m_shutdownNumber != 0 && message.id == m_shutdownNumber) {
        {
            const std::lock_guard lock(m_mutex);
            append(notificationText("exit", "null"));
            flush();
            m_input = -1;
        }
        m_child->closeInput();
        return finishShutdown(failed ? Result<void>(message.error) : Result<void>());
    }
    Lock lock(m_mutex);
    const CallQueue::Question question = m_queue.takeAnswered(message.id, Clock::now());
    const bool stopping = m_phase == Phase::Stopping;
    if (question && !question->isAnswered())
        ++m_status.calls;
    lock.unlock();
    if (!question) {
        if (!stopping) // beginStop() has answered them all
            breach(message.id < 0
                       ? QStringLiteral("it could not read a request: %1").arg(message.error.message)
                       : QStringLiteral("it answered %1, which is no request that it has.").arg(message.id));
        return;
    }
    if (failed)
        question->drop(callError(message, question->method()));
    else
        question->answer(message.value);
}

void ProcessLoop::takeHello(const Message &message)
{
    if (message.kind == Message::Kind::Failure)
        return refuse(startError(message.error));
    const Result<InitializeAnswer> hello = readInitializeAnswer(message.value);
    if (!hello)
        return refuse(startError(hello.error()));
    for (const QString &id : m_plan.descriptor.provides) {
        if (!hello->provides.isEmpty() && !hello->provides.contains(id))
            return refuse(
                {QStringLiteral("start.missing-interface"),
                 QStringLiteral("plugin.json lists %1 under \"provides\", but the plugin does not have it.")
                     .arg(id)});
    }
    m_greeted = true;
    m_listener->running();
    const std::lock_guard lock(m_mutex);
    m_status.lastStartMilliseconds =
        std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - m_spawned).count();
    if (m_phase != Phase::Starting)
        return;
    m_phase = Phase::Running;
    sendQuestions();
}

void ProcessLoop::takeSandbox(std::string_view report)
{
    const auto json = nlohmann::json::parse(report, nullptr, false);
    const Result<SandboxReport> read = sandboxReportFromJson(json);
    const std::lock_guard lock(m_mutex);
    if (read)
        m_status.sandbox = *read;
}

void ProcessLoop::takeNotification(const Message &message)
{
    // The first message is verbale-plugin-host's own; what the plugin itself says of its sandbox, here or in
    // its answer to initialize, is no news.
    if (!m_spoken && message.method == sandboxMethod)
        return takeSandbox(message.value);
    const Clock::time_point now = Clock::now();
    if (!m_unasked.take(now))
        return breach(QStringLiteral("it sent more than %1 messages in a second that nobody had asked for.")
                          .arg(m_plan.supervision.unaskedPerSecond));
    if (message.method == "$/progress") {
        const Result<ProgressReport> report = readProgress(message.value);
        if (!report)
            return breach(report.error().message);
        Lock lock(m_mutex);
        const CallQueue::Question question = m_queue.progressOf(report->id, now);
        lock.unlock();
        if (question && !question->isAnswered())
            question->progress(report->done, report->total);
    } else if (message.method == "$/log") {
        const Result<LogLine> line = readLogLine(message.value);
        if (!line)
            return breach(line.error().message);
        const std::lock_guard lock(m_mutex);
        m_log.append((line->level + QLatin1String(": ") + line->message + QLatin1Char('\n')).toUtf8());
    }
}

} // namespace verbale::host
