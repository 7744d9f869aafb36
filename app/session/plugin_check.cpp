#include "session/plugin_check.h"

#include "session/plugin_checker.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QRegularExpression>

namespace verbale::session {

using host::PluginInfo;
using Outcome = PluginCheckRow::Outcome;

namespace {

Error cancelled()
{
    return {QStringLiteral("plugins.cancelled"), QStringLiteral("The check was stopped.")};
}

/// Whether the program would start it; a row for each thing that is wrong.
bool judgeDescriptor(const PluginInfo &info, PluginChecker &checker)
{
    checker.setPart(QStringLiteral("descriptor"));
    const QString name = QStringLiteral("plugin.json");
    for (const host::Problem &problem : info.problems)
        checker.add(Outcome::Failed, name, problem.message);
    if (!info.problems.isEmpty())
        return false;
    checker.add(Outcome::Passed, name,
                QStringLiteral("%1 %2, provides %3")
                    .arg(info.descriptor.id, info.descriptor.version.toString(),
                         info.descriptor.provides.join(QLatin1String(", "))));
    const bool reads = info.descriptor.provides.contains(QLatin1String(FormatProvider::interfaceId));
    if (reads && info.descriptor.formats.isEmpty()) {
        checker.add(
            Outcome::Noted, QStringLiteral("formats"),
            QStringLiteral("It names no extensions under \"formats\", so it is asked about no file."));
    }
    return true;
}

/// The lines of a log, or of what a plugin answered, that sound as if the system had refused something.
QStringList refusals(const QStringList &lines)
{
    static const QRegularExpression words(
        QStringLiteral(
            "permission denied|operation not permitted|function not implemented|EACCES|EPERM|ENOSYS|"
            "SIGSYS|SIGXFSZ|MemoryError|bad_alloc|cannot allocate memory|name resolution|"
            "no route to host|too many open files"),
        QRegularExpression::CaseInsensitiveOption);
    QStringList found = lines.filter(words);
    found.removeDuplicates();
    return found;
}

} // namespace

QString outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Passed:
        return QStringLiteral("passed");
    case Outcome::Noted:
        return QStringLiteral("noted");
    case Outcome::Failed:
        return QStringLiteral("failed");
    case Outcome::NotAsked:
        return QStringLiteral("not-asked");
    }
    return {};
}

bool PluginCheckReport::passed() const
{
    return std::none_of(rows.cbegin(), rows.cend(), [](const PluginCheckRow &row) {
        return row.outcome == Outcome::Failed || row.outcome == Outcome::NotAsked;
    });
}

Result<PluginInfo> pluginAt(const QString &path, host::HostOptions options)
{
    const QString folder = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    // What is remembered of it, and whether it is switched off, says nothing about the plugin itself.
    options.folders.prepend({folder, host::Origin::CommandLine});
    options.disabled.clear();
    options.trusted.clear();
    options.stateFolder.clear();
    options.safeMode = false;
    host::PluginHost host(options);
    host.discover();
    QList<PluginInfo> inside;
    for (const PluginInfo &info : host.plugins()) {
        const QString place = QDir::cleanPath(info.folder);
        if (place == folder)
            return info;
        if (place.startsWith(folder + QLatin1Char('/')))
            inside.append(info);
    }
    if (inside.size() == 1)
        return inside.first();
    if (!inside.isEmpty())
        return Error{QStringLiteral("plugins.many"),
                     QStringLiteral("holds %1 plugins; name the folder of one.").arg(inside.size()),
                     {path}};
    if (!QFileInfo(folder).isDir())
        return Error{QStringLiteral("plugins.no-plugin"), QStringLiteral("There is no such folder."), {path}};
    return Error{QStringLiteral("plugins.no-plugin"),
                 QStringLiteral("There is no plugin here: a plugin is a folder with a plugin.json."),
                 {path}};
}

void PluginChecker::add(Outcome outcome, const QString &name, const QString &message, double milliseconds)
{
    m_report.rows.append({m_part, name, outcome, message, milliseconds});
    if (m_onRow)
        m_onRow(m_report.rows.constLast());
}

void PluginChecker::addFailure(const QString &name, const Error &error, double milliseconds)
{
    m_errors.append(error.message);
    if (m_stop.stop_requested())
        return; // told once, at the end
    add(Outcome::Failed, name, error.message, milliseconds);
}

bool PluginChecker::mayAsk(const QString &name)
{
    if (m_stop.stop_requested())
        return false;
    if (!m_plugin->isGivenUp())
        return true;
    add(Outcome::NotAsked, name,
        QStringLiteral("Its process has come to a bad end %1 times.").arg(m_plugin->badEnds()));
    return false;
}

bool PluginChecker::start(std::unique_ptr<host::SinglePlugin> plugin)
{
    m_plugin = std::move(plugin);
    m_part = QStringLiteral("start");
    const QString name = QStringLiteral("load and start");
    const Result<void> started = m_plugin->start(m_stop);
    m_report.startMilliseconds = static_cast<double>(m_plugin->status().lastStartMilliseconds);
    if (started) {
        add(Outcome::Passed, name,
            QStringLiteral("started in %1 ms").arg(m_report.startMilliseconds, 0, 'f', 0));
        return true;
    }
    m_errors.append(started.error().message);
    QString message = started.error().message;
    const QString &folder = m_report.folder;
    if (QFileInfo::exists(folder + QLatin1String("/CMakeLists.txt")))
        message += QStringLiteral(" These seem to be its sources: build them, and name the folder that was "
                                  "built, build/plugins/%1.")
                       .arg(m_report.descriptor.id);
    if (!m_stop.stop_requested())
        add(Outcome::Failed, name, message);
    return false;
}

void PluginChecker::look()
{
    m_part = QStringLiteral("sandbox");
    const host::ProcessStatus status = m_plugin->status();
    m_report.sandbox = status.sandbox;
    m_report.log = status.log;
    if (status.sandbox.lines.isEmpty() && status.lastStartMilliseconds >= 0)
        add(Outcome::Noted, QStringLiteral("what it is kept from"),
            QStringLiteral("Nothing is known of what the system keeps it from."));
    const QStringList log = QString::fromUtf8(status.log).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    const QStringList refused = refusals(m_errors + log);
    constexpr qsizetype shown = 3;
    const QString name = QStringLiteral("what it was refused");
    if (refused.isEmpty())
        add(Outcome::Passed, name, QStringLiteral("neither its answers nor its log speak of anything"));
    else
        add(Outcome::Noted, name,
            QStringLiteral("It seems to have been refused something: %1")
                .arg(refused.mid(0, shown).join(QLatin1String(" / "))));
}

void PluginChecker::stop()
{
    m_part = QStringLiteral("stop");
    const QString name = QStringLiteral("stop and end");
    const bool isThere = m_plugin->status().pid != 0;
    const Result<void> stopped = m_plugin->stop();
    m_report.log = m_plugin->status().log;
    if (!stopped)
        add(Outcome::Failed, name, stopped.error().message);
    else if (isThere)
        add(Outcome::Passed, name, QStringLiteral("ended in good order"));
    else
        add(Outcome::NotAsked, name, QStringLiteral("It was not running any more."));
}

Result<PluginCheckReport> checkPlugin(const QString &path, const host::HostOptions &hostOptions,
                                      const PluginCheckOptions &options, const StopToken &stop,
                                      const std::function<void(const PluginCheckRow &)> &onRow)
{
    const Result<PluginInfo> info = pluginAt(path, hostOptions);
    if (!info)
        return info.error();
    PluginCheckReport report;
    report.descriptor = info->descriptor;
    report.folder = info->folder;
    PluginChecker checker(report, options, stop, onRow);
    if (!judgeDescriptor(*info, checker))
        return report;
    auto plugin = host::SinglePlugin::make(info->descriptor, {.program = hostOptions.trialProgram,
                                                              .settings = options.settings,
                                                              .locale = hostOptions.locale,
                                                              .callTimeLimit = options.callTimeLimit});
    if (!plugin)
        return plugin.error();
    if (checker.start(std::move(plugin).value())) {
        for (const QString &interfaceId : info->descriptor.provides) {
            checker.setPart(interfaceId);
            checker.askInterface(interfaceId);
        }
        checker.look();
        checker.stop();
    } else {
        checker.look();
    }
    if (stop.stop_requested())
        return cancelled();
    return report;
}

} // namespace verbale::session
