#include "host/trial.h"

#include "host/discovery.h"
#include "host/json_reader.h"
#include "host/plugin_library.h"
#include "host/process/endings.h"
#include "host/sandbox/plugin_process.h"

#include <QtCore/QProcess>

#include <cstdio>

namespace verbale::host {

namespace {

using nlohmann::json;

bool isDone(const QByteArray &output)
{
    const QList<QByteArray> lines = output.trimmed().split('\n');
    const JsonText last = readJson(lines.last());
    return last.complete && last.root.is_object() && last.root.value("trial", json()) == "done";
}

json problemsOf(const QList<Problem> &problems)
{
    json list = json::array();
    for (const Problem &problem : problems) {
        list.push_back({{"step", problem.step.toStdString()},
                        {"code", problem.code.toStdString()},
                        {"message", problem.message.toStdString()}});
    }
    return list;
}

/// What it may do in the program it may do here, but for its data folder, which is not there.
Result<StartedPlugin> shutInAndStart(const Descriptor &descriptor)
{
    const PluginContext context{descriptor.id, descriptor.folder, {}, {}, QStringLiteral("en")};
    if (auto shutIn = shutPluginIn(descriptor, context, {}, -1); !shutIn)
        return shutIn.error();
    return loadAndStart(descriptor, context);
}

/// What stop() throws is the host's to tell when it happens there; it is no reason to keep a plugin out.
void stopQuietly(Plugin &plugin)
{
    try {
        plugin.stop();
    } catch (...) {
        std::fputs("stop() threw an exception\n", stderr);
    }
}

} // namespace

TrialVerdict tryInChild(const QString &program, const QString &folder, std::chrono::milliseconds limit)
{
    using Outcome = TrialVerdict::Outcome;
    QProcess child;
    child.start(program, {QStringLiteral("--try"), folder}, QIODevice::ReadOnly);
    if (!child.waitForStarted(2000)) {
        return {
            Outcome::Unavailable,
            QStringLiteral("%1 could not be started, so the plugin was not tried in a process of its own: %2")
                .arg(program, child.errorString())};
    }
    if (!child.waitForFinished(static_cast<int>(limit.count()))) {
        child.kill();
        child.waitForFinished(1000);
        return {Outcome::Fatal, QStringLiteral("Tried in a process of its own, the plugin did not come back "
                                               "within %1 seconds.%2")
                                    .arg(static_cast<double>(limit.count()) / 1000.0)
                                    .arg(lastWords(child.readAllStandardError()))};
    }
    const QString words = lastWords(child.readAllStandardError());
    if (child.exitStatus() == QProcess::CrashExit) {
        return {Outcome::Fatal,
                QStringLiteral("Tried in a process of its own, the plugin took it down: %1.%2")
                    .arg(signalText(child.exitCode()), words)};
    }
    if (!isDone(child.readAllStandardOutput())) {
        return {Outcome::Fatal,
                QStringLiteral("Tried in a process of its own, the plugin ended it with exit status %1.%2")
                    .arg(child.exitCode())
                    .arg(words)};
    }
    return {};
}

int tryHere(const QString &folder, QIODevice &out)
{
    const Discovery found = findPlugins({{folder, Origin::CommandLine}});
    const char *state = "rejected";
    QList<Problem> problems = found.problems;
    for (const FoundPlugin &plugin : found.plugins) {
        problems.append(plugin.reading.problems);
        if (!plugin.reading.usable() || plugin.reading.descriptor.library.isEmpty())
            continue;
        const Descriptor &descriptor = plugin.reading.descriptor;
        auto started = shutInAndStart(descriptor);
        state = started ? "running" : "failed";
        if (started)
            stopQuietly(*started->plugin);
        else
            problems.append({started.error().code.section(QLatin1Char('.'), 0, 0), started.error().code,
                             started.error().message});
    }
    if (found.plugins.isEmpty() && problems.isEmpty()) {
        problems.append({QStringLiteral("find"), QStringLiteral("folder.no-plugin"),
                         QStringLiteral("%1: there is no plugin.json of Verbale's here").arg(folder)});
    }
    const json line = {{"trial", "done"}, {"state", state}, {"problems", problemsOf(problems)}};
    out.write(QByteArray::fromStdString(line.dump(-1, ' ', false, json::error_handler_t::replace)) + '\n');
    return problems.isEmpty() ? 0 : 1;
}

} // namespace verbale::host
