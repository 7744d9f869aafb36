#include "command-line/plugins_command.h"

#include "command-line/assistance.h"
#include "command-line/plugins_json.h"
#include "command-line/printer.h"

#include <algorithm>
#include <chrono>
#include <thread>

namespace verbale::commandline {

using host::PluginInfo;

namespace {

Json problemsToJson(const QList<host::Problem> &list)
{
    Json problems = Json::array();
    for (const host::Problem &problem : list) {
        problems.push_back({{"step", problem.step.toStdString()},
                            {"code", problem.code.toStdString()},
                            {"message", problem.message.toStdString()}});
    }
    return problems;
}

/// What the system keeps a plugin's process from is known when the process is there.
void startProcesses(host::PluginHost &host)
{
    using State = host::PluginState;
    QStringList started;
    for (const PluginInfo &info : host.plugins()) {
        if (info.ownProcess && info.state == State::Resolved) {
            host.warmUp(info.descriptor.id);
            started.append(info.descriptor.id);
        }
    }
    const auto isOnItsWay = [&started](const PluginInfo &info) {
        return started.contains(info.descriptor.id) &&
               (info.state == State::Resolved || info.state == State::Starting);
    };
    // The host has its own time limit for each; this one is for what it cannot end.
    const auto limit = std::chrono::steady_clock::now() + std::chrono::seconds(15);
    while (std::chrono::steady_clock::now() < limit) {
        const QList<PluginInfo> plugins = host.plugins();
        if (std::none_of(plugins.begin(), plugins.end(), isOnItsWay))
            return;
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
}

Json pluginToJson(const PluginInfo &info)
{
    Json json;
    json["id"] = toJson(info.descriptor.id);
    json["name"] = toJson(info.descriptor.name(QStringLiteral("en")));
    json["version"] = toJson(info.descriptor.version.toString());
    json["state"] = toJson(host::stateName(info.state));
    json["origin"] = toJson(host::originName(info.origin));
    json["folder"] = toJson(info.folder);
    json["provides"] = toJson(info.descriptor.provides);
    json["problems"] = problemsToJson(info.problems);
    if (info.ownProcess)
        json["process"] = {{"sandbox", sandboxToJson(info.process.sandbox)}};
    return json;
}

QStringList columns(const PluginInfo &info)
{
    const QString id = info.descriptor.id.isEmpty() ? QStringLiteral("?") : info.descriptor.id;
    return {id, info.descriptor.version.toString(), host::stateName(info.state),
            host::originName(info.origin), info.descriptor.provides.join(QLatin1String(", "))};
}

void printTable(Printer &out, const QList<PluginInfo> &plugins)
{
    QList<QStringList> rows{{QStringLiteral("PLUGIN"), QStringLiteral("VERSION"), QStringLiteral("STATE"),
                             QStringLiteral("FROM"), QStringLiteral("PROVIDES")}};
    for (const PluginInfo &info : plugins)
        rows.append(columns(info));
    QList<qsizetype> widths(rows.first().size());
    for (const QStringList &row : rows) {
        for (qsizetype column = 0; column < row.size(); ++column)
            widths[column] = std::max(widths[column], row[column].size());
    }
    for (qsizetype number = 0; number < rows.size(); ++number) {
        QString line;
        for (qsizetype column = 0; column < widths.size(); ++column)
            line += rows[number][column].leftJustified(widths[column] + 2);
        while (line.endsWith(QLatin1Char(' ')))
            line.chop(1);
        out.line(line);
        if (number == 0)
            continue;
        const PluginInfo &info = plugins[number - 1];
        for (const host::Problem &problem : info.problems)
            out.line(QStringLiteral("    %1: %2").arg(problem.step, problem.message));
        if (!info.problems.isEmpty())
            out.line(QStringLiteral("    in %1").arg(info.folder));
        for (const host::SandboxReport::Line &kept : info.process.sandbox.lines) {
            out.line(
                QStringLiteral("    %1, %2: %3")
                    .arg(host::aspectName(kept.aspect), host::strengthName(kept.strength), kept.sentence));
        }
    }
}

class List : public PluginsAction
{
public:
    const char *name() const override { return "list"; }
    const char *summary() const override { return "List plugins with their states and problems"; }
    void declare(VerbOptions &options) override { options.flag("--json", m_json, "Print JSON"); }
    Result<int> work(Context &context) override;

private:
    bool m_json = false;
};

Result<int> List::work(Context &context)
{
    const auto host = makeHost(context, settingsOrDefaults(context));
    host->discover();
    host->start();
    startProcesses(*host);
    const QList<PluginInfo> plugins = host->plugins();
    Printer out(context.out);
    if (m_json) {
        Json list = Json::array();
        for (const PluginInfo &info : plugins)
            list.push_back(pluginToJson(info));
        out.text(toText(Json{{"plugins", list}, {"problems", problemsToJson(host->problems())}}));
    } else if (plugins.isEmpty()) {
        out.line(QStringLiteral("No plugins were found."));
    } else {
        printTable(out, plugins);
    }
    if (!m_json) {
        for (const host::Problem &problem : host->problems())
            out.line(QStringLiteral("%1: %2").arg(problem.step, problem.message));
    }
    if (const Result<void> printed = out.flush(); !printed)
        return printed.error();
    return Done;
}

Error unknownPlugin(const QString &id)
{
    return {QStringLiteral("plugins.unknown"),
            QStringLiteral("There is no plugin '%1'. See `verbale plugins list`.").arg(id)};
}

class Enable : public PluginsAction
{
public:
    const char *name() const override { return "enable"; }
    const char *summary() const override { return "Switch a plugin on again, also after crashes"; }
    void declare(VerbOptions &options) override
    {
        options.file(m_id, "ID", "The plugin's id, as in the list");
    }
    Result<int> work(Context &context) override;

private:
    QString m_id;
};

Result<int> Enable::work(Context &context)
{
    Result<session::Settings> settings = session::loadSettings(context.settingsFile);
    if (!settings)
        return settings.error();
    const bool wasDisabled = settings->disabledPlugins.remove(m_id);
    const auto host = makeHost(context, *settings);
    host->discover();
    if (const Result<void> released = host->releaseFromQuarantine(m_id); !released && !wasDisabled)
        return released.error().code == QLatin1String("plugins.unknown") ? unknownPlugin(m_id)
                                                                         : released.error();
    if (!wasDisabled)
        return Done;
    if (const Result<void> saved = session::saveSettings(*settings, context.settingsFile); !saved)
        return saved.error();
    return Done;
}

class Disable : public PluginsAction
{
public:
    const char *name() const override { return "disable"; }
    const char *summary() const override { return "Switch a plugin off for good"; }
    void declare(VerbOptions &options) override
    {
        options.file(m_id, "ID", "The plugin's id, as in the list");
    }
    Result<int> work(Context &context) override;

private:
    QString m_id;
};

Result<int> Disable::work(Context &context)
{
    Result<session::Settings> settings = session::loadSettings(context.settingsFile);
    if (!settings)
        return settings.error();
    const auto host = makeHost(context, *settings);
    host->discover();
    const QList<PluginInfo> plugins = host->plugins();
    const auto hasId = [this](const PluginInfo &info) { return info.descriptor.id == m_id; };
    if (std::none_of(plugins.begin(), plugins.end(), hasId))
        return unknownPlugin(m_id);
    settings->disabledPlugins.insert(m_id);
    if (const Result<void> saved = session::saveSettings(*settings, context.settingsFile); !saved)
        return saved.error();
    return Done;
}

} // namespace

Json sandboxToJson(const host::SandboxReport &report)
{
    Json lines = Json::array();
    for (const host::SandboxReport::Line &line : report.lines) {
        lines.push_back({{"aspect", toJson(host::aspectName(line.aspect))},
                         {"strength", toJson(host::strengthName(line.strength))},
                         {"message", toJson(line.sentence)}});
    }
    return lines;
}

std::unique_ptr<PluginsAction> pluginsList()
{
    return std::make_unique<List>();
}

std::unique_ptr<PluginsAction> pluginsEnable()
{
    return std::make_unique<Enable>();
}

std::unique_ptr<PluginsAction> pluginsDisable()
{
    return std::make_unique<Disable>();
}

} // namespace verbale::commandline
