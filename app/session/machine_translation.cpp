#include "session/machine_translation.h"

#include "document/inline_repair.h"
#include "document/machine_remarks.h"
#include "document/segmentation.h"
#include "session/assist.h"
#include "session/plugin_text.h"

#include <algorithm>

namespace verbale::session {

namespace {

/// Where a service may put a text. What a translator has touched and emptied stays empty.
bool isOpenForMachines(const Unit &unit, const Segment &segment)
{
    return isEditable(unit, segment) && unit.language.isEmpty() && !segment.hasTarget &&
           segment.revision == 0 && segment.state == SegmentState::Initial;
}

bool hasLetters(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
}

/// Fills in the request: every segment without what may not leave.
void putSegments(TranslateQuestion &question, const Document &document, const MachineOptions &options,
                 const QList<SegmentRef> &segments)
{
    const text::KnownNames names = options.redactor->namesOf(document);
    for (const SegmentRef &ref : segments) {
        const Unit &unit = document.units[ref.unit];
        const Segment &segment = document.at(ref);
        const bool isWanted = options.evenEdited ? isEditable(unit, segment) && unit.language.isEmpty()
                                                 : isOpenForMachines(unit, segment);
        if (!isWanted || !hasLetters(segment.source.text))
            continue;
        SuggestSegment asked{pluginText(document, ref), segment.terms};
        if (!options.redactor->rules().isEmpty()) {
            const RedactedSegment redacted = options.redactor->redact(asked.text, asked.terms, names);
            if (!redacted.spans.isEmpty())
                question.redacted.insert(asked.text.id, redacted);
            asked = {redacted.text, redacted.terms};
        }
        question.request.segments.append(asked);
    }
}

Error refusal(const MachineOptions &options, const HandlingMark &mark, HandlingLevel allowed)
{
    const QString why =
        mark.text.isEmpty()
            ? QStringLiteral("its handling level is %1").arg(handlingName(mark.level))
            : QStringLiteral("it is marked \"%1\" (%2)").arg(mark.text, handlingName(mark.level));
    return {QStringLiteral("mt.handling"),
            QStringLiteral("Nothing of %1 was sent to %2: %3, and this engine may have texts up to %4.")
                .arg(options.document, options.engine, why, handlingName(allowed))};
}

/// Who is to be asked, and up to which level: the plugin that the engine's name is the id of, else the one
/// that came with Verbale.
struct Translator
{
    QString id;
    HandlingLevel allowed = HandlingLevel::Open;
};

Error noPlugin(const host::PluginHost &host)
{
    const QList<host::PluginInfo> plugins = host.plugins();
    const bool isQuarantined =
        std::any_of(plugins.begin(), plugins.end(), [](const host::PluginInfo &plugin) {
            return plugin.descriptor.id == machineTranslationPlugin &&
                   plugin.state == host::PluginState::Quarantined;
        });
    return {QStringLiteral("mt.no-plugin"),
            isQuarantined
                ? QStringLiteral("The plugin that speaks to services of machine translation was switched off "
                                 "after it had crashed. `verbale plugins enable %1` brings it back.")
                      .arg(machineTranslationPlugin)
                : QStringLiteral("The plugin that speaks to services of machine translation is not there. "
                                 "See `verbale plugins list`.")};
}

std::optional<Translator> translator(const host::PluginHost &host, const MachineOptions &options)
{
    const QStringList providers = host.providersOf(QLatin1String(TranslationProvider::interfaceId));
    if (!options.isSetUp && options.engine != machineTranslationPlugin &&
        providers.contains(options.engine)) {
        for (const host::PluginInfo &plugin : host.plugins()) {
            if (plugin.descriptor.id == options.engine && !plugin.descriptor.network)
                return Translator{options.engine, HandlingLevel::TuyetMat};
        }
        return Translator{options.engine, HandlingLevel::Open};
    }
    if (!providers.contains(machineTranslationPlugin))
        return std::nullopt;
    return Translator{machineTranslationPlugin, options.allowed};
}

void count(QList<MachineTrouble> &troubles, const Error &error)
{
    const auto same = std::find_if(troubles.begin(), troubles.end(), [&error](const MachineTrouble &known) {
        return known.code == error.code;
    });
    if (same == troubles.end())
        troubles.append({error.code, error.message, 1});
    else
        ++same->segments;
}

/// What came, as suggestions; the report counts the rest. `former`: what the engine said of the rest before,
/// in a file that came with it, and that does not stand for an answer.
SuggestAnswer suggestionsFrom(const QList<Translation> &translations, MachineReport &report,
                              SuggestAnswer &former)
{
    SuggestAnswer suggestions;
    for (const Translation &translation : translations) {
        if (translation.error) {
            count(report.troubles, *translation.error);
            Suggestion gone;
            gone.segmentId = translation.segmentId;
            gone.revision = translation.revision;
            gone.kind = SuggestionKind::MachineTranslation;
            gone.origin = report.engineName;
            former.suggestions.append(gone);
            continue;
        }
        ++report.translated;
        report.fromCache += translation.cached ? 1 : 0;
        for (const QString &remark : translation.remarks)
            report.remarks.append(QStringLiteral("Look at segment %1 of %2: %3")
                                      .arg(translation.segmentId, report.engineName, remark));
        Suggestion suggestion;
        suggestion.segmentId = translation.segmentId;
        suggestion.revision = translation.revision;
        suggestion.kind = SuggestionKind::MachineTranslation;
        suggestion.text = translation.text;
        suggestion.origin = report.engineName;
        suggestion.coverage = 1;
        suggestion.complete = true;
        suggestion.codes = translation.codes;
        suggestions.suggestions.append(suggestion);
    }
    return suggestions;
}

/// What is to be looked at in the translations, as notes on their segments.
void noteRemarks(Document &document, const QList<Translation> &translations, const QString &engineName)
{
    QHash<QString, const Translation *> byKey;
    for (const Translation &translation : translations) {
        if (!translation.error)
            byKey.insert(translation.segmentId, &translation);
    }
    for (const SegmentRef &ref : document.segments()) {
        const Translation *translation = byKey.value(document.segmentKey(ref));
        const Segment &segment = std::as_const(document).at(ref);
        if (translation == nullptr || translation->revision != segment.revision)
            continue;
        QStringList texts;
        for (const QString &remark : translation->remarks)
            texts.append(engineName + QLatin1String(": ") + remark);
        const Unit &unit = std::as_const(document).units[ref.unit];
        if (!texts.isEmpty() || !unit.notes.isEmpty())
            setMachineRemarks(document.units[ref.unit], segment.id, texts);
    }
}

/// The first sound suggestion of an engine, as a target.
std::optional<InlineText> targetOf(const Segment &segment, const QString &engineName)
{
    for (const Suggestion &suggestion : segment.suggestions) {
        if (suggestion.kind != SuggestionKind::MachineTranslation || suggestion.origin != engineName ||
            suggestion.revision != segment.revision || suggestion.text.trimmed().isEmpty())
            continue;
        const RestoredText repaired = codesForText(suggestion.text, segment.source, suggestion.codes);
        if (repaired.isSound())
            return repaired.text;
    }
    return std::nullopt;
}

void putTarget(Segment &segment, const InlineText &target)
{
    segment.target = target;
    segment.hasTarget = true;
    segment.subState = machineTranslated;
    ++segment.revision;
}

} // namespace

Result<TranslateQuestion> translateQuestion(const Document &document, const host::PluginHost &host,
                                            const MachineOptions &options, const QList<SegmentRef> &only)
{
    HandlingMark mark = handlingOf(document);
    if (options.handling > mark.level)
        mark = {options.handling, {}};
    const std::optional<Translator> translator = session::translator(host, options);
    if (!translator) {
        return noPlugin(host);
    }
    if (mark.level > translator->allowed)
        return refusal(options, mark, translator->allowed);
    if (!options.redactor) {
        return Error{QStringLiteral("mt.no-redactor"),
                     QStringLiteral("Nothing was sent to %1: it is not known what has to be redacted.")
                         .arg(options.engine)};
    }
    TranslateQuestion question{translator->id,
                               {options.engine,
                                document.sourceLanguage,
                                document.targetLanguage,
                                options.document,
                                options.again,
                                {}}};
    putSegments(question, document, options, only.isEmpty() ? document.segments() : only);
    return question;
}

void takeTranslations(Document &document, const TranslateQuestion &question, const TranslateAnswer &answer,
                      MachineReport &report)
{
    report.engineName = answer.engineName.isEmpty() ? question.request.engine : answer.engineName;
    report.asked += question.request.segments.size();
    report.sentCharacters += answer.sentCharacters;
    report.warnings += answer.warnings;
    QList<Translation> translations;
    for (const Translation &translation : answer.translations)
        translations.append(restored(question.redacted.value(translation.segmentId), translation));
    // The question may be one of several parts of a whole whose redacted segments it still has.
    for (const SuggestSegment &asked : question.request.segments)
        report.redacted.add(question.redacted.value(asked.text.id));
    SuggestAnswer former;
    const SuggestAnswer suggestions = suggestionsFrom(translations, report, former);
    storeSuggestions(document, suggestions, former);
    noteRemarks(document, translations, report.engineName);
}

Result<MachineReport> translate(Document &document, host::PluginHost &host, const MachineOptions &options,
                                const StopToken &stop, const Progress &progress)
{
    const Result<TranslateQuestion> question = translateQuestion(document, host, options);
    if (!question)
        return question.error();
    MachineReport report;
    report.engineName = options.engine;
    if (question->request.segments.isEmpty())
        return report;
    QFuture<Result<TranslateAnswer>> future =
        host.translate(question->pluginId, question->request, stop, progress);
    future.waitForFinished();
    if (future.resultCount() == 0)
        return Error{QStringLiteral("plugins.cancelled"), QStringLiteral("The work was cancelled.")};
    const Result<TranslateAnswer> answer = future.result();
    if (!answer)
        return answer.error();
    takeTranslations(document, *question, *answer, report);
    return report;
}

Result<TranslatePreview> previewTranslation(const Document &document, host::PluginHost &host,
                                            const MachineOptions &options, RedactionCounts &redacted,
                                            const StopToken &stop)
{
    const Result<TranslateQuestion> question = translateQuestion(document, host, options);
    if (!question)
        return question.error();
    for (const RedactedSegment &segment : question->redacted)
        redacted.add(segment);
    if (question->request.segments.isEmpty())
        return TranslatePreview{.engineName = options.engine};
    QFuture<Result<TranslatePreview>> future =
        host.previewTranslation(question->pluginId, question->request, stop);
    future.waitForFinished();
    if (future.resultCount() == 0)
        return Error{QStringLiteral("plugins.cancelled"), QStringLiteral("The work was cancelled.")};
    return future.result();
}

StructureEdit machineTargets(const Document &document, const QString &engineName,
                             const QList<SegmentRef> &segments)
{
    StructureEdit edit;
    for (const SegmentRef &ref : segments) {
        const std::optional<InlineText> target = isOpenForMachines(document.units[ref.unit], document.at(ref))
                                                     ? targetOf(document.at(ref), engineName)
                                                     : std::nullopt;
        if (!target)
            continue;
        if (edit.units.isEmpty())
            edit.before = edit.after = ref;
        if (edit.units.isEmpty() || edit.units.last().unit != ref.unit)
            edit.units.append({ref.unit, 1, {document.units[ref.unit]}});
        putTarget(edit.units.last().added.first().segments[ref.segment], *target);
    }
    return edit;
}

qsizetype useMachineTranslations(Document &document, const QString &engineName)
{
    qsizetype used = 0;
    for (Unit &unit : document.units) {
        for (Segment &segment : unit.segments) {
            if (!isOpenForMachines(unit, segment))
                continue;
            if (const std::optional<InlineText> target = targetOf(segment, engineName)) {
                putTarget(segment, *target);
                ++used;
            }
        }
    }
    return used;
}

} // namespace verbale::session
