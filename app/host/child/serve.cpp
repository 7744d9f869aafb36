#include "host/child/serve.h"

#include "host/child/dispatch.h"
#include "host/child/inbox.h"
#include "host/plugin_library.h"
#include "host/protocol/initialize.h"
#include "host/protocol/interfaces.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

#include <chrono>
#include <csignal>
#include <cstdio>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace verbale::host {

namespace {

using Clock = std::chrono::steady_clock;

/// A plugin that reports progress for every segment would drown its host.
constexpr std::chrono::milliseconds progressPause{50};
constexpr int firstPrivateDescriptor = 10;

Error fault(const char *code, const QString &message)
{
    return {QLatin1String(code), message};
}

bool writeAll(int file, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written >= 0)
            bytes.remove_prefix(static_cast<std::size_t>(written));
        else if (errno != EINTR)
            return false;
    }
    return true;
}

/// The plugin's process from the first request to the last.
class Server
{
public:
    explicit Server(const ServeOptions &options)
        : m_options(options), m_inbox(options.requests, options.limits)
    {
        m_options.folder = QDir(options.folder).absolutePath();
    }
    int run();

private:
    enum class Next { GoOn, Succeed, Fail };

    Next answerTo(const Received &received);
    Next initialize(const Received &received);
    Outcome start(const InitializeRequest &request, bool &fatal);
    Outcome callMethod(const Received &received);
    Outcome shutDown();
    [[nodiscard]] Progress progressOf(qint64 id) const;
    [[nodiscard]] Next send(const std::string &message) const;
    [[nodiscard]] Next send(qint64 id, const Outcome &outcome) const;

    ServeOptions m_options;
    Inbox m_inbox;
    bool m_initialized = false;
    StartedPlugin m_plugin;
};

int Server::run()
{
    while (true) {
        const auto received = m_inbox.next();
        if (!received) {
            const Error why = m_inbox.fault();
            if (why.code.isEmpty())
                return 0;
            std::fprintf(stderr, "verbale-plugin-host: %s\n", qPrintable(why.text()));
            return 1;
        }
        const Next next = answerTo(*received);
        if (next != Next::GoOn)
            return next == Next::Succeed ? 0 : 1;
    }
}

Server::Next Server::send(const std::string &message) const
{
    // Nobody reads any more: the host has gone, and there is nobody to tell.
    return writeAll(m_options.answers, frame(message)) ? Next::GoOn : Next::Fail;
}

Server::Next Server::send(qint64 id, const Outcome &outcome) const
{
    if (outcome.failed)
        return send(errorText(id, outcome.number, outcome.error));
    if (outcome.result.size() + 1024 > m_options.limits.messageBytes) {
        return send(
            errorText(id, ErrorNumber::Plugin,
                      fault("plugins.bad-answer",
                            QStringLiteral("The plugin's answer of %1 bytes is too large for one message.")
                                .arg(outcome.result.size()))));
    }
    return send(answerText(id, outcome.result));
}

Server::Next Server::answerTo(const Received &received)
{
    const Message &message = received.message;
    if (message.kind == Message::Kind::Notification)
        return message.method == "exit" ? Next::Succeed : Next::GoOn;
    if (message.kind != Message::Kind::Request) {
        std::fputs("verbale-plugin-host: an answer came, and nothing was asked\n", stderr);
        return Next::Fail;
    }
    if (received.cancelled) {
        return send(message.id,
                    failure(ErrorNumber::Cancelled,
                            fault("plugins.cancelled", QStringLiteral("The request was cancelled."))));
    }
    if (message.method == "initialize")
        return initialize(received);
    if (message.method == "shutdown")
        return send(message.id, shutDown());
    return send(message.id, callMethod(received));
}

Server::Next Server::initialize(const Received &received)
{
    const qint64 id = received.message.id;
    if (m_initialized) {
        return send(id,
                    failure(ErrorNumber::InvalidRequest,
                            fault("protocol.order", QStringLiteral("\"initialize\" came a second time."))));
    }
    const auto request = readInitializeRequest(received.message.value);
    if (!request)
        return send(id, failure(ErrorNumber::InvalidParams, request.error()));
    m_initialized = true;
    bool fatal = false;
    const Next sent = send(id, start(*request, fatal));
    return fatal ? Next::Fail : sent;
}

/// `fatal`: this process is not fit for any plugin.
Outcome Server::start(const InitializeRequest &request, bool &fatal)
{
    const QString path = QDir(m_options.folder).filePath(QStringLiteral("plugin.json"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorNumber::Plugin,
                       fault("descriptor.unreadable", path + QLatin1String(": ") + file.errorString()));
    }
    DescriptorReading reading = readDescriptor(file.read(descriptorSizeLimit + 1), path);
    if (!reading.usable()) {
        const Problem problem =
            reading.problems.value(0, {QString(), QStringLiteral("descriptor.schema"),
                                       path + QLatin1String(" is no plugin of Verbale.")});
        return failure(ErrorNumber::Plugin, {problem.code, problem.message});
    }
    Descriptor &descriptor = reading.descriptor;
    descriptor.folder = m_options.folder;
    if (!request.context.pluginId.isEmpty() && request.context.pluginId != descriptor.id) {
        return failure(
            ErrorNumber::Plugin,
            fault("descriptor.bad-id", QStringLiteral("%1 is the plugin %2 and not %3, which was asked for.")
                                           .arg(path, descriptor.id, request.context.pluginId)));
    }
    PluginContext context = request.context;
    context.pluginFolder = m_options.folder; // which is where its library is taken from, whatever was said
    InitializeAnswer answer;
    if (m_options.beforeLoad) {
        auto entered = m_options.beforeLoad(descriptor, context, request.sandbox);
        if (!entered) {
            fatal = true;
            return failure(ErrorNumber::Plugin, entered.error());
        }
        answer.sandbox = std::move(entered).value();
    }
    auto started = loadAndStart(descriptor, context);
    if (!started)
        return failure(ErrorNumber::Plugin, started.error());
    m_plugin = std::move(started).value();
    answer.name = descriptor.name(request.context.locale);
    answer.provides = descriptor.provides;
    return {toJson(answer)};
}

Outcome Server::callMethod(const Received &received)
{
    const Message &message = received.message;
    const Method method = methodNamed(message.method);
    const InterfaceInfo *interface = interfaceOf(message.method);
    if (method == nullptr || interface == nullptr) {
        return failure(
            ErrorNumber::MethodNotFound,
            fault("protocol.unknown-method", QStringLiteral("There is no method \"%1\".")
                                                 .arg(QString::fromStdString(message.method).left(80))));
    }
    const QString id = QString::fromLatin1(interface->id.data(), qsizetype(interface->id.size()));
    void *provider = m_plugin.interfaces.value(id);
    if (provider == nullptr) {
        return failure(ErrorNumber::MethodNotFound,
                       fault("protocol.unknown-method",
                             m_plugin.plugin ? QStringLiteral("The plugin does not provide %1.").arg(id)
                                             : QStringLiteral("The plugin is not running.")));
    }
    StopSource stop;
    const StopToken token = stop.get_token();
    m_inbox.beginCall(message.id, std::move(stop));
    Outcome outcome = method(provider, message.value, token, progressOf(message.id));
    m_inbox.endCall();
    return outcome;
}

Progress Server::progressOf(qint64 id) const
{
    return [this, id, last = Clock::now()](qint64 done, qint64 total) mutable {
        const auto now = Clock::now();
        if (now - last < progressPause)
            return;
        last = now;
        // A host that has gone is found out by the answer.
        static_cast<void>(send(notificationText("$/progress", progressParams(id, done, total))));
    };
}

Outcome Server::shutDown()
{
    const StartedPlugin plugin = std::move(m_plugin);
    m_plugin = {};
    if (!plugin.plugin)
        return {"null"};
    try {
        plugin.plugin->stop();
    } catch (const std::exception &e) {
        return failure(ErrorNumber::Plugin,
                       fault("stop.threw", QStringLiteral("The plugin's stop() threw an exception: ") +
                                               QString::fromUtf8(e.what())));
    } catch (...) {
        return failure(
            ErrorNumber::Plugin,
            fault("stop.threw", QStringLiteral("The plugin's stop() threw an exception that says nothing.")));
    }
    return {"null"};
}

} // namespace

int serve(const ServeOptions &options)
{
    std::signal(SIGPIPE, SIG_IGN); // a host that has gone is an error of write()
    return Server(options).run();
}

bool takeStandardStreams(ServeOptions &options)
{
    options.requests = ::fcntl(0, F_DUPFD_CLOEXEC, firstPrivateDescriptor);
    options.answers = ::fcntl(1, F_DUPFD_CLOEXEC, firstPrivateDescriptor);
    const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    const bool taken = options.requests >= 0 && options.answers >= 0 && nothing >= 0 &&
                       ::dup2(nothing, 0) == 0 && ::dup2(2, 1) == 1;
    if (nothing > 2)
        ::close(nothing);
    return taken;
}

} // namespace verbale::host
