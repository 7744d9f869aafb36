#include "host/child/serve.h"

#include "host/call_pool.h"
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
#include <mutex>
#include <optional>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace verbale::host {

namespace {

using Clock = std::chrono::steady_clock;

/// A plugin that reports progress for every segment would drown its host.
constexpr std::chrono::milliseconds progressPause{50};
constexpr int firstPrivateDescriptor = 10;
/// For calls that run side by side to come back, of the second that the host gives for everything.
constexpr std::chrono::milliseconds patienceAtTheEnd{700};

Error fault(const char *code, const QString &message)
{
    return {QLatin1String(code), message};
}

Error cancelled()
{
    return fault("plugins.cancelled", QStringLiteral("The request was cancelled."));
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
    ~Server();
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;
    int run();

private:
    enum class Next { GoOn, Succeed, Fail };

    Next answerTo(const Received &received);
    Next initialize(const Received &received);
    Outcome start(const InitializeRequest &request, bool &fatal);
    /// A call that is made ready, or why there is none.
    struct Call
    {
        qint64 id = 0;
        Method method = nullptr;
        void *provider = nullptr;
        bool sideBySide = false;
        std::string_view params;
    };
    Next callMethod(const Received &received);
    [[nodiscard]] std::optional<Outcome> prepare(const Message &message, Call &call) const;
    class AsideCall;
    bool endAside(std::chrono::milliseconds patience);
    Outcome shutDown();
    [[nodiscard]] Progress progressOf(qint64 id) const;
    [[nodiscard]] Next send(const std::string &message) const;
    [[nodiscard]] Next send(qint64 id, const Outcome &outcome) const;

    ServeOptions m_options;
    Inbox m_inbox;
    bool m_initialized = false;
    StartedPlugin m_plugin;
    mutable std::mutex m_writing;
    CallPool m_aside{callsAtOnce};
};

/// A call that runs beside the others, on a thread of the pool's.
class Server::AsideCall final : public Job
{
public:
    AsideCall(Server &server, std::string params, const Call &call)
        : m_server(server), m_params(std::move(params)), m_call(call)
    {
        m_server.m_inbox.follow(m_call.id, m_stop);
    }

    void run() noexcept override
    {
        const StopToken stop = m_stop.get_token();
        const Outcome outcome = stop.stop_requested() ? failure(ErrorNumber::Cancelled, cancelled())
                                                      : m_call.method(m_call.provider, m_params, stop,
                                                                      m_server.progressOf(m_call.id));
        m_server.m_inbox.forget(m_call.id);
        static_cast<void>(m_server.send(m_call.id, outcome)); // whether the host has gone, the inbox tells
    }
    void cancel() override { m_stop.request_stop(); }
    void drop(const Error &) override {} // the host has answered its questions itself

private:
    Server &m_server;
    const std::string m_params;
    const Call m_call;
    StopSource m_stop;
};

Server::~Server()
{
    if (endAside(patienceAtTheEnd))
        return;
    std::fputs("verbale-plugin-host: a call of the plugin did not come back\n", stderr);
    ::_exit(1); // it still uses what would be taken down now
}

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
    const std::lock_guard lock(m_writing);
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
        return send(message.id, failure(ErrorNumber::Cancelled, cancelled()));
    }
    if (message.method == "initialize")
        return initialize(received);
    if (message.method == "shutdown")
        return send(message.id, shutDown());
    return callMethod(received);
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

std::optional<Outcome> Server::prepare(const Message &message, Call &call) const
{
    const InterfaceInfo *interface = interfaceOf(message.method);
    call.id = message.id;
    call.method = methodNamed(message.method);
    call.params = message.value;
    if (call.method == nullptr || interface == nullptr) {
        return failure(
            ErrorNumber::MethodNotFound,
            fault("protocol.unknown-method", QStringLiteral("There is no method \"%1\".")
                                                 .arg(QString::fromStdString(message.method).left(80))));
    }
    call.sideBySide = interface->sideBySide;
    const QString id = QString::fromLatin1(interface->id.data(), qsizetype(interface->id.size()));
    call.provider = m_plugin.interfaces.value(id);
    if (call.provider != nullptr)
        return std::nullopt;
    return failure(ErrorNumber::MethodNotFound,
                   fault("protocol.unknown-method",
                         m_plugin.plugin ? QStringLiteral("The plugin does not provide %1.").arg(id)
                                         : QStringLiteral("The plugin is not running.")));
}

Server::Next Server::callMethod(const Received &received)
{
    const Message &message = received.message;
    Call call;
    if (const std::optional<Outcome> refused = prepare(message, call))
        return send(message.id, *refused);
    if (call.sideBySide && m_aside.post(std::make_shared<AsideCall>(*this, std::string(call.params), call)))
        return Next::GoOn;
    StopSource stop;
    const StopToken token = stop.get_token();
    m_inbox.beginCall(message.id, std::move(stop));
    const Outcome outcome = call.method(call.provider, call.params, token, progressOf(message.id));
    m_inbox.endCall();
    return send(message.id, outcome);
}

/// Whether every call that ran beside has come back, after it was told to.
bool Server::endAside(std::chrono::milliseconds patience)
{
    m_aside.close(cancelled());
    return m_aside.waitForEnd(Clock::now() + patience);
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
    if (!endAside(patienceAtTheEnd))
        return failure(ErrorNumber::Plugin,
                       fault("stop.time-limit",
                             QStringLiteral("A call of the plugin had not come back when it was stopped.")));
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
