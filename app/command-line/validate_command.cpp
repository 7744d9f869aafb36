#include "command-line/validate_command.h"

#include "command-line/json.h"
#include "command-line/printer.h"
#include "session/files.h"
#include "session/validate.h"

namespace verbale::commandline {

using conformance::Finding;
using conformance::Report;
using conformance::Severity;

namespace {

/// Files below this size are done before a progress line could be read.
constexpr qint64 progressBytes = 16 * 1024 * 1024;

QLatin1String nameOf(Severity severity)
{
    return QLatin1String(severity == Severity::Error ? "error" : "warning");
}

Json toJson(const Finding &finding)
{
    return {{"line", finding.line},
            {"column", finding.column},
            {"severity", nameOf(finding.severity).data()},
            {"code", finding.code.toStdString()},
            {"section", finding.section.toStdString()},
            {"message", finding.message.toStdString()}};
}

Json toJson(const QString &file, const Report &report)
{
    Json findings = Json::array();
    for (const Finding &finding : report.findings)
        findings.push_back(toJson(finding));
    return {{"file", file.toStdString()},
            {"format", report.format.toStdString()},
            {"version", report.version.toStdString()},
            {"valid", report.isValid()},
            {"findings", findings}};
}

/// "XLIFF 2.1"; "no known format"
QString describeFormat(const Report &report)
{
    if (report.format.isEmpty())
        return QStringLiteral("no known format");
    return QStringLiteral("%1 %2").arg(report.format.toUpper(), report.version).trimmed();
}

QString counted(qsizetype count, const char *what)
{
    return QStringLiteral("%1 %2%3").arg(count).arg(QLatin1String(what),
                                                    QLatin1String(count == 1 ? "" : "s"));
}

void print(Printer &out, const QString &file, const Report &report)
{
    qsizetype errors = 0;
    for (const Finding &finding : report.findings) {
        errors += finding.severity == Severity::Error ? 1 : 0;
        const QString rule = finding.section.isEmpty()
                                 ? finding.code
                                 : QStringLiteral("%1, %2").arg(finding.code, finding.section);
        out.line(QStringLiteral("%1:%2:%3: %4: %5 [%6]")
                     .arg(file)
                     .arg(finding.line)
                     .arg(finding.column)
                     .arg(nameOf(finding.severity), finding.message, rule));
    }
    const qsizetype warnings = report.findings.size() - errors;
    QString summary =
        errors > 0 ? QStringLiteral("not valid, ") + counted(errors, "error") : QStringLiteral("valid");
    if (warnings > 0)
        summary += QStringLiteral(", ") + counted(warnings, "warning");
    out.line(QStringLiteral("%1: %2, %3").arg(file, describeFormat(report), summary));
}

/// A line on the terminal that says how far the checking is, and is gone when that ends, wherever it does.
class ProgressLine
{
public:
    ProgressLine(Context &context, const QString &file) : m_context(context), m_file(file) {}
    ~ProgressLine()
    {
        if (m_percent >= 0)
            m_context.err.write("\r\x1b[K");
    }
    ProgressLine(const ProgressLine &) = delete;
    ProgressLine &operator=(const ProgressLine &) = delete;

    void show(qint64 done, qint64 total)
    {
        const qint64 percent = total > 0 ? 100 * done / total : 0;
        if (!m_context.errorIsTerminal || total < progressBytes || percent == m_percent)
            return;
        m_percent = percent;
        m_context.err.write(QStringLiteral("\r%1: %2%\x1b[K").arg(m_file).arg(percent).toUtf8());
    }

private:
    Context &m_context;
    const QString &m_file;
    qint64 m_percent = -1; ///< that is shown; -1: none
};

Result<Report> validateFile(Context &context, const QString &file)
{
    ProgressLine line(context, file);
    return session::validateFile(
        file, [&line](qint64 done, qint64 total) { line.show(done, total); }, context.stop);
}

Result<Report> validate(Context &context, const QString &input)
{
    if (input != QLatin1String("-"))
        return validateFile(context, input);
    const Result<QByteArray> bytes = session::readDevice(context.in, input);
    if (!bytes)
        return bytes.error();
    return session::validateBytes(*bytes, input);
}

} // namespace

void ValidateCommand::declare(VerbOptions &options)
{
    options.files(
        m_inputs, "FILE",
        "XLIFF, TMX or TBX files; - is standard input. Exit status 1 when one of them has an error; "
        "warnings alone leave a file valid and the status 0");
    options.flag("--json", m_json, "Print the findings as JSON");
}

int ValidateCommand::run(Context &context)
{
    Printer out(context.out);
    Json files = Json::array();
    bool isUnreadable = false;
    bool isInvalid = false;
    for (const QString &input : m_inputs) {
        const Result<Report> report = validate(context, input);
        if (context.stop.stop_requested())
            return Interrupted;
        if (!report) {
            complain(context, report.error());
            isUnreadable = true;
            continue;
        }
        isInvalid = isInvalid || !report->isValid();
        if (m_json)
            files.push_back(toJson(input, *report));
        else
            print(out, input, *report);
    }
    if (m_json)
        out.text(toText(Json{{"files", files}}));
    if (const Result<void> printed = out.flush(); !printed) {
        complain(context, printed.error());
        return Refused;
    }
    if (isUnreadable)
        return Refused;
    return isInvalid ? Findings : Done;
}

} // namespace verbale::commandline
