#include "host/sandbox/plugin_process.h"

#include "host/protocol/framing.h"
#include "host/protocol/message.h"
#include "host/sandbox/sandbox.h"
#include "host/sandbox/sandbox_json.h"

#include <nlohmann/json.hpp>

#include <QtCore/QDir>
#include <QtCore/QFile>

#include <cerrno>
#include <cstdio>

#include <unistd.h>

namespace verbale::host {

namespace {

Result<Descriptor> descriptorIn(const QString &folder)
{
    const QString path = QDir(folder).filePath(QStringLiteral("plugin.json"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{QStringLiteral("descriptor.unreadable"),
                     path + QLatin1String(": ") + file.errorString()};
    DescriptorReading reading = readDescriptor(file.read(descriptorSizeLimit + 1), path);
    if (!reading.problems.isEmpty())
        return Error{reading.problems.first().code, reading.problems.first().message};
    if (!reading.ours)
        return Error{QStringLiteral("descriptor.schema"), path + QLatin1String(" is no plugin of Verbale.")};
    reading.descriptor.folder = folder;
    return reading.descriptor;
}

/// Comes back with the reason why the program does not run.
Error becomeProgram(const QString &folder, const QByteArray &given)
{
    const auto descriptor = descriptorIn(folder);
    if (!descriptor)
        return descriptor.error();
    const PluginContext context{descriptor->id, folder, {}, {}, {}};
    const auto permissions =
        sentPermissions(std::string_view(given.constData(), size_t(given.size())), *descriptor, context);
    if (!permissions)
        return permissions.error();
    return execSandboxed(*descriptor, *permissions);
}

/// Waits for the host's first request and answers it with the error.
void answerWith(const Error &error)
{
    FrameReader reader;
    char bytes[4096];
    std::optional<std::string> body;
    while (!body) {
        const ssize_t size = ::read(STDIN_FILENO, bytes, sizeof(bytes));
        if (size < 0 && errno == EINTR)
            continue;
        if (size <= 0 || !reader.feed(bytes, static_cast<size_t>(size)))
            return;
        body = reader.next();
    }
    const auto request = readMessage(*body);
    if (!request || request->kind != Message::Kind::Request)
        return;
    const std::string answer = frame(errorText(request->id, ErrorNumber::Plugin, error));
    std::fwrite(answer.data(), 1, answer.size(), stdout);
    std::fflush(stdout);
}

} // namespace

Result<std::string> shutPluginIn(const Descriptor &descriptor, const PluginContext &context,
                                 std::string_view permissions, int told)
{
    const auto allowed = sentPermissions(permissions, descriptor, context);
    if (!allowed)
        return allowed.error();
    const auto report = enterSandbox(*allowed);
    if (!report)
        return report.error();
    const std::string message = sandboxNotification(*report);
    // The pipe is empty and takes it whole; a host that has gone is found out by the next answer.
    if (told >= 0 && ::write(told, message.data(), message.size()) < 0)
        std::fputs("verbale-plugin-host: nobody reads\n", stderr);
    return toJson(*report).dump();
}

int execPlugin(const QString &folder, const QByteArray &permissions)
{
    const Error why = becomeProgram(QDir(folder).absolutePath(), permissions);
    std::fprintf(stderr, "verbale-plugin-host: %s\n", qPrintable(why.text()));
    answerWith(why);
    return 1;
}

} // namespace verbale::host
