#include "command-line/stats_command.h"

#include "command-line/inputs.h"
#include "command-line/json.h"
#include "command-line/printer.h"
#include "session/statistics.h"

#include <array>

namespace verbale::commandline {

using session::Statistics;

namespace {

struct Count
{
    const char *key;
    const char *label;
    qsizetype Statistics::*member;
};

constexpr std::array counts{
    Count{"units", "paragraphs", &Statistics::units},
    Count{"segments", "sentences", &Statistics::segments},
    Count{"sourceWords", "words", &Statistics::sourceWords},
    Count{"targetWords", "words translated to", &Statistics::targetWords},
    Count{"repeatedSegments", "repeated", &Statistics::repeatedSegments},
    Count{"untranslated", "untranslated", &Statistics::untranslated},
    Count{"pretranslated", "pre-translated", &Statistics::pretranslated},
    Count{"draft", "draft", &Statistics::draft},
    Count{"confirmed", "confirmed", &Statistics::confirmed},
    Count{"confirmedWords", "words confirmed", &Statistics::confirmedWords},
    Count{"termHits", "terms marked", &Statistics::termHits},
};

struct FileStatistics
{
    QString file;
    Statistics statistics;
};

Json toJson(const Statistics &statistics)
{
    Json json;
    for (const Count &count : counts)
        json[count.key] = statistics.*count.member;
    return json;
}

/// Segments of different files that repeat each other are not counted as repeated.
Statistics sum(const QList<FileStatistics> &files)
{
    Statistics total;
    for (const FileStatistics &file : files) {
        for (const Count &count : counts)
            total.*count.member += file.statistics.*count.member;
    }
    return total;
}

void print(Printer &out, const QString &title, const Statistics &statistics)
{
    const qsizetype percent =
        statistics.sourceWords > 0 ? 100 * statistics.confirmedWords / statistics.sourceWords : 0;
    out.line(title);
    for (const Count &count : counts)
        out.line(
            QStringLiteral("  %1 %2").arg(QLatin1String(count.label), -19).arg(statistics.*count.member, 7));
    out.line(QStringLiteral("  %1 %2%").arg(QLatin1String("done"), -19).arg(percent, 6));
}

Json allToJson(const QList<FileStatistics> &files)
{
    Json list = Json::array();
    for (const FileStatistics &file : files) {
        Json json{{"file", file.file.toStdString()}};
        json.update(toJson(file.statistics));
        list.push_back(json);
    }
    return Json{{"files", list}, {"total", toJson(sum(files))}};
}

} // namespace

void StatsCommand::declare(VerbOptions &options)
{
    options.files(m_inputs, "FILE", "XLIFF or text files; - is standard input");
    options.flag("--json", m_json, "Print the counts as JSON");
    declareEncoding(options, m_encoding);
    options.flag("--whole-file", m_wholeFile, "Count every line of a text, menus and links too");
    declareSegmentationRules(options, m_rules);
}

int StatsCommand::run(Context &context)
{
    const Result<session::OpenOptions> options = openOptions(m_wholeFile, m_encoding, m_rules);
    if (!options) {
        complain(context, options.error());
        return Refused;
    }
    QList<FileStatistics> files;
    int status = Done;
    for (const QString &input : m_inputs) {
        const Result<session::OpenedDocument> opened = openInput(context, input, *options);
        if (opened) {
            files.append({input, session::countStatistics(opened->document)});
        } else {
            complain(context, opened.error());
            status = Refused;
        }
    }
    Printer out(context.out);
    if (m_json) {
        out.text(toText(allToJson(files)));
    } else {
        for (const FileStatistics &file : files)
            print(out, file.file, file.statistics);
        if (files.size() > 1)
            print(out, QStringLiteral("total of %1 files").arg(files.size()), sum(files));
    }
    if (const Result<void> printed = out.flush(); !printed) {
        complain(context, printed.error());
        return Refused;
    }
    return status;
}

} // namespace verbale::commandline
