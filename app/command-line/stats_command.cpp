#include "command-line/stats_command.h"

#include "command-line/assistance.h"
#include "command-line/inputs.h"
#include "command-line/json.h"
#include "command-line/printer.h"
#include "session/receipts.h"
#include "session/statistics.h"

#include <algorithm>
#include <array>
#include <optional>

namespace verbale::commandline {

using session::ReceiptCounts;
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

struct ReceiptCount
{
    const char *key;
    qsizetype ReceiptCounts::*member;
};

constexpr std::array receiptCounts{
    ReceiptCount{"used", &ReceiptCounts::used},
    ReceiptCount{"missing", &ReceiptCounts::missing},
    ReceiptCount{"noTarget", &ReceiptCounts::noTarget},
    ReceiptCount{"avoided", &ReceiptCounts::avoided},
    ReceiptCount{"shortForms", &ReceiptCounts::shortForms},
};

struct FileStatistics
{
    QString file;
    Statistics statistics;
    std::optional<ReceiptCounts> receipts; ///< of a file with translations
};

/// Against the glossary as it is now, not as the file was annotated. A file without targets asks nobody.
Result<ReceiptCounts> countedReceipts(Assistance &assistance, session::OpenedDocument &opened)
{
    for (const SegmentRef &ref : opened.document.segments())
        opened.document.at(ref).terms.clear();
    if (const Result<void> found = assistance.findTerms(opened.document, opened.warnings); !found)
        return found.error();
    if (const Result<void> found = assistance.findReceipts(opened.document, opened.warnings); !found)
        return found.error();
    return session::countReceipts(opened.document);
}

bool hasTargets(const Document &document)
{
    const QList<SegmentRef> refs = document.segments();
    return std::any_of(refs.begin(), refs.end(), [&document](const SegmentRef &ref) {
        return !document.at(ref).target.text.trimmed().isEmpty();
    });
}

Json toJson(const Statistics &statistics)
{
    Json json;
    for (const Count &count : counts)
        json[count.key] = statistics.*count.member;
    return json;
}

Json toJson(const ReceiptCounts &receipts)
{
    Json json;
    for (const ReceiptCount &count : receiptCounts)
        json[count.key] = receipts.*count.member;
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

std::optional<ReceiptCounts> sumOfReceipts(const QList<FileStatistics> &files)
{
    std::optional<ReceiptCounts> total;
    for (const FileStatistics &file : files) {
        if (!file.receipts)
            continue;
        if (!total)
            total.emplace();
        for (const ReceiptCount &count : receiptCounts)
            *total.*count.member += *file.receipts.*count.member;
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
        if (file.receipts)
            json["receipts"] = toJson(*file.receipts);
        list.push_back(json);
    }
    Json total = toJson(sum(files));
    if (const std::optional<ReceiptCounts> receipts = sumOfReceipts(files))
        total["receipts"] = toJson(*receipts);
    return Json{{"files", list}, {"total", total}};
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
    Assistance assistance(context, {}, false);
    QList<FileStatistics> files;
    int status = Done;
    for (const QString &input : m_inputs) {
        Result<session::OpenedDocument> opened = openInput(context, input, *options);
        if (opened) {
            FileStatistics counted{input, session::countStatistics(opened->document), {}};
            if (m_json && hasTargets(opened->document)) {
                const Result<ReceiptCounts> receipts = countedReceipts(assistance, *opened);
                if (receipts)
                    counted.receipts = *receipts;
                else
                    warn(context, receipts.error().text()); // the other counts need no plugin
            }
            files.append(counted);
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
