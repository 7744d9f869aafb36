#include "command-line/assistance.h"
#include "command-line/plugins_command.h"
#include "command-line/plugins_json.h"
#include "command-line/printer.h"
#include "session/files.h"
#include "session/plugin_check.h"

#include <QtCore/QFileInfo>

namespace verbale::commandline {

using session::PluginCheckReport;
using session::PluginCheckRow;
using Outcome = PluginCheckRow::Outcome;

namespace {

class Check : public PluginsAction
{
public:
    const char *name() const override { return "check"; }
    const char *summary() const override { return "Try a plugin with everything that may come, and report"; }
    void declare(VerbOptions &options) override;
    Result<int> work(Context &context) override;

private:
    Result<session::PluginCheckOptions> options() const;

    QString m_path;
    QString m_sample;
    bool m_json = false;
    PluginTrialOptions m_trial;
};

void Check::declare(VerbOptions &options)
{
    options.file(m_path, "PATH", "The plugin's folder, with its plugin.json");
    options.flag("--json", m_json, "Print the report as JSON");
    options.text("--sample", m_sample, "FILE", "For a plugin that reads a format: a file of it");
    m_trial.declare(options);
}

Result<session::PluginCheckOptions> Check::options() const
{
    session::PluginCheckOptions options;
    const Result<QJsonObject> settings = m_trial.settings();
    if (!settings)
        return settings.error();
    const Result<std::chrono::milliseconds> limit = m_trial.timeLimit();
    if (!limit)
        return limit.error();
    options.settings = *settings;
    options.callTimeLimit = *limit;
    options.engine = m_trial.engine();
    if (!m_sample.isEmpty()) {
        Result<QByteArray> bytes = session::readFile(m_sample);
        if (!bytes)
            return bytes.error();
        options.sampleName = QFileInfo(m_sample).fileName();
        options.sampleBytes = *std::move(bytes);
    }
    return options;
}

QStringList lastLines(const QByteArray &log)
{
    constexpr qsizetype shown = 20;
    const QStringList lines = QString::fromUtf8(log).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    return lines.mid(std::max<qsizetype>(0, lines.size() - shown));
}

Json reportToJson(const PluginCheckReport &report)
{
    Json rows = Json::array();
    for (const PluginCheckRow &row : report.rows) {
        Json json{{"part", toJson(row.part)},
                  {"name", toJson(row.name)},
                  {"outcome", toJson(session::outcomeName(row.outcome))},
                  {"message", toJson(row.message)}};
        if (row.milliseconds >= 0)
            json["milliseconds"] = row.milliseconds;
        rows.push_back(json);
    }
    Json medians = Json::object();
    for (const QString &interfaceId : report.descriptor.provides) {
        if (report.medians.contains(interfaceId))
            medians[interfaceId.toStdString()] = report.medians.value(interfaceId);
    }
    Json json{{"id", toJson(report.descriptor.id)},
              {"version", toJson(report.descriptor.version.toString())},
              {"folder", toJson(report.folder)},
              {"passed", report.passed()},
              {"rows", rows},
              {"medianMilliseconds", medians},
              {"sandbox", sandboxToJson(report.sandbox)},
              {"log", toJson(lastLines(report.log))}};
    if (report.startMilliseconds >= 0)
        json["startMilliseconds"] = report.startMilliseconds;
    return json;
}

/// Prints the rows as they come.
class Sheet
{
public:
    explicit Sheet(Printer &out) : m_out(out) {}

    void add(const PluginCheckRow &row)
    {
        if (row.part != m_part)
            m_out.line(row.part);
        m_part = row.part;
        constexpr int width = 44;
        const QString line =
            QStringLiteral("  %1  %2  %3").arg(word(row.outcome), row.name.leftJustified(width), row.message);
        m_out.line(line.trimmed().isEmpty() ? QString() : rightTrimmed(line));
        (void)m_out.flush(); // the last flush tells what went wrong
    }

    void finish(const PluginCheckReport &report)
    {
        if (!report.sandbox.lines.isEmpty())
            m_out.line(QStringLiteral("the system keeps it from"));
        for (const host::SandboxReport::Line &line : report.sandbox.lines)
            m_out.line(
                QStringLiteral("        %1, %2: %3")
                    .arg(host::aspectName(line.aspect), host::strengthName(line.strength), line.sentence));
        const QStringList log = lastLines(report.log);
        m_out.line(log.isEmpty() ? QStringLiteral("its log is empty") : QStringLiteral("its log ends so"));
        for (const QString &line : log)
            m_out.line(QStringLiteral("        ") + line);
        const auto count = [&](Outcome outcome) {
            return std::count_if(report.rows.cbegin(), report.rows.cend(),
                                 [&](const PluginCheckRow &row) { return row.outcome == outcome; });
        };
        m_out.line(QStringLiteral("%1: %2 passed, %3 noted, %4 failed, %5 not asked.")
                       .arg(report.passed() ? QStringLiteral("Good") : QStringLiteral("Not good"))
                       .arg(count(Outcome::Passed))
                       .arg(count(Outcome::Noted))
                       .arg(count(Outcome::Failed))
                       .arg(count(Outcome::NotAsked)));
    }

private:
    static QString word(Outcome outcome)
    {
        switch (outcome) {
        case Outcome::Passed:
            return QStringLiteral("ok  ");
        case Outcome::Noted:
            return QStringLiteral("note");
        case Outcome::Failed:
            return QStringLiteral("FAIL");
        case Outcome::NotAsked:
            return QStringLiteral("--  ");
        }
        return {};
    }
    static QString rightTrimmed(QString line)
    {
        while (line.endsWith(QLatin1Char(' ')))
            line.chop(1);
        return line;
    }

    Printer &m_out;
    QString m_part;
};

Result<int> Check::work(Context &context)
{
    const Result<session::PluginCheckOptions> options = this->options();
    if (!options)
        return options.error();
    Printer out(context.out);
    Sheet sheet(out);
    const auto onRow = [&](const PluginCheckRow &row) {
        if (!m_json)
            sheet.add(row);
    };
    const Result<PluginCheckReport> report = session::checkPlugin(
        m_path, hostOptionsOf(context, settingsOrDefaults(context)), *options, context.stop, onRow);
    if (!report)
        return report.error();
    if (m_json)
        out.text(toText(reportToJson(*report)));
    else
        sheet.finish(*report);
    if (const Result<void> printed = out.flush(); !printed)
        return printed.error();
    return report->passed() ? Done : Findings;
}

} // namespace

std::unique_ptr<PluginsAction> pluginsCheck()
{
    return std::make_unique<Check>();
}

} // namespace verbale::commandline
