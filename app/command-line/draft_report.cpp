#include "command-line/draft_report.h"

#include "command-line/inputs.h"

namespace verbale::commandline {

namespace {

void printCount(Printer &out, const char *label, qsizetype count, const QString &more = {})
{
    out.line(QStringLiteral("  %1 %2%3").arg(QLatin1String(label), -15).arg(count, 6).arg(more));
}

QString oneLine(QString text)
{
    for (QChar &character : text) {
        if (character == u'\n' || character == u'\r' || character == u'\t')
            character = u' ';
    }
    return text;
}

void printRedacted(Printer &out, const session::RedactionCounts &redacted)
{
    if (redacted.all() > 0)
        printCount(out, "redacted", redacted.all(),
                   QStringLiteral(" places: %1 of persons, %2 of figures, %3 of terms")
                       .arg(redacted.persons)
                       .arg(redacted.figures)
                       .arg(redacted.terms));
}

void printMachine(Printer &out, const DraftReport &report)
{
    const session::MachineReport &machine = *report.machine;
    printCount(out, "machine", report.machineTargets,
               QStringLiteral(" of %1 by %2, %3 from the cache; %4 characters sent")
                   .arg(machine.asked)
                   .arg(machine.engineName)
                   .arg(machine.fromCache)
                   .arg(machine.sentCharacters));
    printRedacted(out, machine.redacted);
    if (report.machineTermsMissing > 0)
        printCount(out, "terms missing", report.machineTermsMissing, QStringLiteral(" in what it wrote"));
}

Json redactedToJson(const session::RedactionCounts &redacted)
{
    return {{"persons", redacted.persons}, {"figures", redacted.figures}, {"terms", redacted.terms}};
}

Json previewToJson(const MachinePreview &told)
{
    const TranslatePreview &preview = told.preview;
    Json requests = Json::array();
    for (const OutgoingRequest &request : preview.requests) {
        Json ids = Json::array();
        for (const QString &id : request.segmentIds)
            ids.push_back(id.toStdString());
        requests.push_back(
            {{"url", request.url.toStdString()}, {"body", request.body.toStdString()}, {"segments", ids}});
    }
    Json json{{"engine", preview.engineName.toStdString()},
              {"host", preview.host.toStdString()},
              {"segments", preview.segments},
              {"fromCache", preview.cached},
              {"mayHaveBeenCharged", preview.mayHaveBeenCharged},
              {"unchanged", preview.unchanged},
              {"characters", preview.characters},
              {"redacted", redactedToJson(told.redacted)},
              {"requestCount", preview.requestCount},
              {"requests", requests}};
    if (preview.documentLeft)
        json["documentLeft"] = *preview.documentLeft;
    if (preview.monthLeft)
        json["monthLeft"] = *preview.monthLeft;
    if (told.price) {
        json["price"] = *told.price;
        json["currency"] = told.currency.toStdString();
    }
    return json;
}

Json machineToJson(const DraftReport &report)
{
    const session::MachineReport &machine = *report.machine;
    Json troubles = Json::array();
    for (const session::MachineTrouble &trouble : machine.troubles) {
        troubles.push_back({{"code", trouble.code.toStdString()},
                            {"message", trouble.message.toStdString()},
                            {"segments", trouble.segments}});
    }
    return {{"engine", machine.engineName.toStdString()},
            {"asked", machine.asked},
            {"targets", report.machineTargets},
            {"fromCache", machine.fromCache},
            {"sentCharacters", machine.sentCharacters},
            {"termsMissing", report.machineTermsMissing},
            {"redacted", redactedToJson(machine.redacted)},
            {"remarks", toJson(machine.remarks)},
            {"troubles", troubles}};
}

} // namespace

void printPreview(Printer &out, const DraftReport &report)
{
    const TranslatePreview &preview = report.preview->preview;
    out.line(QStringLiteral("%1 -> %2%3, nothing has been sent")
                 .arg(report.input, preview.engineName,
                      preview.host.isEmpty() ? QString() : QStringLiteral(" at %1").arg(preview.host)));
    printCount(out, "segments", preview.segments,
               QStringLiteral(": %1 from the cache, %2 may have been charged before, %3 stay as they are")
                   .arg(preview.cached)
                   .arg(preview.mayHaveBeenCharged)
                   .arg(preview.unchanged));
    printRedacted(out, report.preview->redacted);
    QString left;
    if (preview.documentLeft)
        left += QStringLiteral("; %1 are left of the document's budget").arg(*preview.documentLeft);
    if (preview.monthLeft)
        left += QStringLiteral("; %1 are left of the month's budget").arg(*preview.monthLeft);
    printCount(out, "characters", preview.characters, QStringLiteral(" to be sent") + left);
    if (report.preview->price)
        out.line(QStringLiteral("  %1 %2 %3")
                     .arg(QLatin1String("price"), -15)
                     .arg(QString::number(*report.preview->price, 'f', 4), report.preview->currency));
    printCount(out, "requests", preview.requestCount);
    for (const OutgoingRequest &request : preview.requests) {
        out.line(QStringLiteral("  to %1").arg(request.url));
        out.line(request.body);
    }
    if (preview.requestCount > preview.requests.size())
        out.line(
            QStringLiteral("  and %1 requests more").arg(preview.requestCount - preview.requests.size()));
}

void printReport(Printer &out, const DraftReport &report, bool showDropped)
{
    const session::Statistics &counts = report.counts;
    out.line(QStringLiteral("%1 -> %2").arg(report.input, report.output));
    if (report.encoding)
        out.line(QStringLiteral("  %1 %2")
                     .arg(QLatin1String("encoding"), -15)
                     .arg(text::describeEncoding(*report.encoding, report.encodingConfidence)));
    printCount(out, "sentences", counts.segments, QStringLiteral(" in %1 paragraphs").arg(counts.units));
    printCount(out, "words", counts.sourceWords);
    printCount(out, report.patched ? "terms found" : "terms marked", counts.termHits,
               QStringLiteral(" of %1 glossary entries").arg(counts.termEntries));
    printCount(out, "pre-translated", report.pretranslated);
    if (report.machine)
        printMachine(out, report);
    if (report.inTargetLanguage > 0)
        printCount(out, "kept as they are", report.inTargetLanguage,
                   QStringLiteral(" paragraphs already in the target language"));
    printCount(out, "lines left out", report.dropped.size(),
               report.dropped.isEmpty() || showDropped ? QString()
                                                       : QStringLiteral(" (--show-dropped lists them)"));
    if (showDropped) {
        for (const session::DroppedLine &line : report.dropped) {
            out.line(QStringLiteral("    line %1  %2  %3")
                         .arg(line.line, 4)
                         .arg(text::dropReasonName(line.reason), -13)
                         .arg(oneLine(line.text)));
        }
    }
    if (report.output != QLatin1String("-"))
        out.line(QStringLiteral("  next: verbale-workbench %1").arg(shellQuoted(report.output)));
}

Json reportToJson(const DraftReport &report, bool showDropped)
{
    const session::Statistics &counts = report.counts;
    Json json;
    json["file"] = toJson(report.input);
    if (report.preview) {
        json["machinePreview"] = previewToJson(*report.preview);
        json["warnings"] = toJson(report.warnings);
        return json;
    }
    json["output"] = toJson(report.output);
    json["sourceLanguage"] = toJson(report.sourceLanguage);
    json["targetLanguage"] = toJson(report.targetLanguage);
    if (report.encoding) {
        json["encoding"] = toJson(text::encodingId(*report.encoding));
        json["encodingConfidence"] = report.encodingConfidence;
    }
    json["units"] = counts.units;
    json["segments"] = counts.segments;
    json["words"] = counts.sourceWords;
    json["termHits"] = counts.termHits;
    json["termEntries"] = counts.termEntries;
    json["pretranslated"] = report.pretranslated;
    json["unitsInTargetLanguage"] = report.inTargetLanguage;
    json["droppedLines"] = report.dropped.size();
    if (showDropped) {
        Json lines = Json::array();
        for (const session::DroppedLine &line : report.dropped) {
            lines.push_back({{"line", line.line},
                             {"start", line.start},
                             {"end", line.end},
                             {"reason", text::dropReasonName(line.reason).toStdString()},
                             {"text", line.text.toStdString()}});
        }
        json["dropped"] = lines;
    }
    if (report.machine)
        json["machineTranslation"] = machineToJson(report);
    json["warnings"] = toJson(report.warnings);
    return json;
}

} // namespace verbale::commandline
