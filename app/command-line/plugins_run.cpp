#include "command-line/assistance.h"
#include "command-line/json.h"
#include "command-line/plugins_command.h"
#include "command-line/printer.h"
#include "session/files.h"
#include "session/plugin_run.h"

namespace verbale::commandline {

namespace {

class Run : public PluginsAction
{
public:
    const char *name() const override { return "run"; }
    const char *summary() const override { return "Ask a plugin something by hand"; }
    void declare(VerbOptions &options) override;
    Result<int> work(Context &context) override;

private:
    Result<session::PluginRun> question(Context &context) const;

    QString m_path;
    QString m_interface;
    QString m_input = QStringLiteral("-");
    QString m_command;
    PluginTrialOptions m_trial;
};

void Run::declare(VerbOptions &options)
{
    options.file(m_path, "PATH", "The plugin's folder, with its plugin.json");
    options.text("--interface", m_interface, "NAME",
                 "What to ask it for, as in suggest, check, format/write (needed)");
    options.text(
        "--input", m_input, "FILE",
        "A text, a segment a line; JSON, the params of the method; for format a file; - (default) is "
        "standard input");
    options.text("--command", m_command, "ID", "With command: the one to run; without it they are listed");
    m_trial.declare(options);
}

Result<session::PluginRun> Run::question(Context &context) const
{
    if (m_interface.isEmpty())
        return Error{QStringLiteral("usage"),
                     QStringLiteral("plugins run needs --interface. See `verbale plugins run --help`.")};
    session::PluginRun run;
    run.interfaceName = m_interface;
    run.inputName = m_input;
    run.command = m_command;
    Result<QJsonObject> settings = m_trial.settings();
    if (!settings)
        return settings.error();
    run.settings = *std::move(settings);
    const Result<std::chrono::milliseconds> limit = m_trial.timeLimit();
    if (!limit)
        return limit.error();
    run.callTimeLimit = *limit;
    run.engine = m_trial.engine();
    if (!session::readsInput(run))
        return run;
    Result<QByteArray> input =
        m_input == QLatin1String("-") ? session::readDevice(context.in, m_input) : session::readFile(m_input);
    if (!input)
        return input.error();
    run.input = *std::move(input);
    return run;
}

Result<int> Run::work(Context &context)
{
    const Result<session::PluginRun> run = question(context);
    if (!run)
        return run.error();
    Progress progress;
    if (context.errorIsTerminal)
        progress = [&context](qint64 done, qint64 total) {
            (void)context.err.write(QStringLiteral("\r%1/%2\033[K").arg(done).arg(total).toUtf8());
        };
    QByteArray log;
    const Result<session::PluginRunOutcome> outcome = session::runPlugin(
        m_path, hostOptionsOf(context, settingsOrDefaults(context)), *run, context.stop, progress, log);
    if (context.errorIsTerminal)
        (void)context.err.write("\r\033[K");
    (void)context.err.write(forTerminal(QString::fromUtf8(log)).toUtf8());
    if (!log.isEmpty() && !log.endsWith('\n'))
        (void)context.err.write("\n");
    if (!outcome)
        return outcome.error();
    for (const QString &fault : outcome->faults)
        warn(context, fault);
    Printer out(context.out);
    out.text(toText(Json::parse(outcome->json.toStdString())));
    if (const Result<void> printed = out.flush(); !printed)
        return printed.error();
    return Done;
}

} // namespace

std::unique_ptr<PluginsAction> pluginsRun()
{
    return std::make_unique<Run>();
}

} // namespace verbale::commandline
