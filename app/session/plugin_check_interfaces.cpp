#include "session/machine_translation.h"
#include "session/plugin_checker.h"

#include "session/plugin_samples.h"

#include <thread>

namespace verbale::session {

namespace {

using namespace std::chrono_literals;

const QString twice = QStringLiteral("the same question twice");

/// "1 term", "3 terms".
QString counted(qsizetype count, const char *thing)
{
    return QStringLiteral("%1 %2%3").arg(count).arg(QLatin1String(thing),
                                                    QLatin1String(count == 1 ? "" : "s"));
}

/// Whether the plugin itself refused, in good order; not the host because of it.
bool isItsOwn(const Error &error)
{
    return error.code == QLatin1String("plugins.error") ||
           !(error.code.startsWith(QLatin1String("plugins.")) ||
             error.code.startsWith(QLatin1String("protocol.")));
}

QString milliseconds(double value)
{
    return QStringLiteral("%1 ms").arg(value, 0, 'f', value < 10 ? 2 : 0);
}

PluginChecker::Remark translationRemark(const TranslateAnswer &answer)
{
    QString refusal;
    qsizetype texts = 0;
    for (const Translation &translation : answer.translations) {
        texts += translation.error ? 0 : 1;
        if (translation.error && refusal.isEmpty())
            refusal = translation.error->message;
    }
    const QString many = counted(texts, "translation");
    if (!refusal.isEmpty())
        return {many + QStringLiteral("; refused: ") + refusal, true};
    if (texts > 0 && answer.engineName.isEmpty())
        return {many + QStringLiteral("; the translator is not told where they are from: set engineName"),
                true};
    return {many, false};
}

} // namespace

template <typename Make, typename Describe>
void PluginChecker::askSamples(Make make, Describe describe)
{
    for (const PluginSample &sample : pluginSamples()) {
        const auto request = make(sample.segments);
        ask(sample.name, request, [&](const auto &answer) { return describe(answer, request); });
    }
    constexpr qsizetype many = 2'000;
    askAgain(make(manySegments(3)));
    askAndCancel(make(manySegments(many)), make({ordinarySegment()}));
    measure(make({ordinarySegment()}));
}

template <typename Request>
void PluginChecker::askAgain(const Request &request)
{
    std::string first;
    ask(twice, request, [&](const AnswerTo<Request> &answer) -> Remark {
        first = host::toJson(answer);
        const auto second = m_plugin->ask(request, m_stop);
        if (!second.answer)
            return {QStringLiteral("The second time it answered: ") + second.answer.error().message, true};
        if (host::toJson(*second.answer) != first)
            return {QStringLiteral("It answers differently the second time."), true};
        return {QStringLiteral("the same answer"), false};
    });
}

/// A plugin may leave a cancel unheard, but what comes next has to be answered.
template <typename Request>
void PluginChecker::askAndCancel(const Request &large, const Request &small)
{
    const QString name = QStringLiteral("a cancel");
    if (!mayAsk(name))
        return;
    StopSource cancel;
    const std::stop_callback fromOutside(m_stop, [&] { cancel.request_stop(); });
    bool isCancelled = false;
    double taken = 0;
    {
        const std::jthread later([&](const StopToken &over) {
            constexpr auto soon = 20ms;
            std::this_thread::sleep_for(soon);
            if (!over.stop_requested())
                cancel.request_stop();
        });
        const auto reply = m_plugin->ask(large, cancel.get_token());
        taken = reply.milliseconds;
        isCancelled = !reply.answer && reply.answer.error().code == QLatin1String("plugins.cancelled");
        if (!reply.answer && !isCancelled)
            return addFailure(name, reply.answer.error(), taken);
    }
    double again = 0;
    const auto describe = [&](const AnswerTo<Request> &) -> Remark {
        constexpr double late = 250; // 50 are asked for, but reading so much takes its time too
        if (!isCancelled)
            return {QStringLiteral("done before it could be cancelled, after %1").arg(milliseconds(taken)),
                    false};
        const QString when = QStringLiteral("answers again %1 after a cancel").arg(milliseconds(again));
        return again > late ? Remark{when + QStringLiteral("; ask the stop token more often"), true}
                            : Remark{when, false};
    };
    ask(name, small, describe, &again);
}

template <typename Request>
void PluginChecker::measure(const Request &request)
{
    const QString name = QStringLiteral("the time of a call");
    if (!mayAsk(name))
        return;
    constexpr int calls = 25;
    std::vector<double> times;
    for (int call = 0; call < calls; ++call) {
        const auto reply = m_plugin->ask(request, m_stop);
        if (!reply.answer)
            return addFailure(name, reply.answer.error(), reply.milliseconds);
        times.push_back(reply.milliseconds);
    }
    std::sort(times.begin(), times.end());
    const double median = times[times.size() / 2];
    m_report.medians.insert(m_part, median);
    constexpr double slow = 1000; // a translator waits for it, at each segment
    add(median > slow ? Outcome::Noted : Outcome::Passed, name,
        QStringLiteral("half of them within %1, all within %2")
            .arg(milliseconds(median), milliseconds(times.back())));
}

void PluginChecker::askTerms()
{
    qsizetype found = 0;
    const auto make = [](const QList<SegmentText> &segments) {
        TermsRequest request;
        request.sourceLanguage = QStringLiteral("vi");
        request.targetLanguage = QStringLiteral("en");
        request.segments = segments;
        return request;
    };
    askSamples(make, [&](const TermsAnswer &answer, const TermsRequest &) -> Remark {
        qsizetype hits = 0;
        for (const SegmentTerms &terms : answer.segments)
            hits += terms.hits.size();
        found += hits;
        return {counted(hits, "term"), false};
    });
    if (found == 0 && mayAsk(m_part))
        add(Outcome::Noted, QStringLiteral("its answers"), QStringLiteral("It found no term in any sample."));
}

void PluginChecker::askSuggest()
{
    qsizetype made = 0;
    askSamples(suggestSample, [&](const SuggestAnswer &answer, const SuggestRequest &request) -> Remark {
        made += answer.suggestions.size();
        qsizetype lost = 0;
        qsizetype unnamed = 0;
        const QChar code(QChar::ObjectReplacementCharacter);
        for (const Suggestion &suggestion : answer.suggestions) {
            unnamed += suggestion.origin.isEmpty() ? 1 : 0;
            for (const SuggestSegment &segment : request.segments) {
                const bool its = segment.text.id == suggestion.segmentId;
                lost += its && suggestion.text.count(code) < segment.text.source.count(code) ? 1 : 0;
            }
        }
        const QString many = counted(answer.suggestions.size(), "suggestion");
        if (lost > 0)
            return {QStringLiteral("%1; %2 lost inline codes, which will be put back by guessing")
                        .arg(many)
                        .arg(lost),
                    true};
        if (unnamed > 0)
            return {many + QStringLiteral("; the translator is not told where they are from: set origin"),
                    true};
        return {many, false};
    });
    if (made == 0 && mayAsk(m_part))
        add(Outcome::Noted, QStringLiteral("its answers"),
            QStringLiteral("It had nothing to suggest for any sample."));
}

void PluginChecker::askUnknownService()
{
    const QString name = QStringLiteral("a service that it does not have");
    if (!mayAsk(name))
        return;
    const auto reply =
        m_plugin->ask(translateSample(QStringLiteral("no-such-service"), {ordinarySegment()}), m_stop);
    if (!reply.answer && !isItsOwn(reply.answer.error()))
        return addFailure(name, reply.answer.error(), reply.milliseconds);
    if (!reply.faults.isEmpty())
        return add(Outcome::Failed, name, reply.faults.join(QLatin1Char(' ')), reply.milliseconds);
    const std::optional<Error> refusal =
        reply.answer ? reply.answer->translations.constFirst().error : reply.answer.error();
    add(refusal ? Outcome::Passed : Outcome::Noted, name,
        refusal ? QStringLiteral("refused: ") + refusal->message
                : QStringLiteral("It does as if it had it; return an error."),
        reply.milliseconds);
}

void PluginChecker::askTranslate()
{
    askUnknownService();
    // What it sends has to stand in the ledger, and here it has none that lasts.
    if (m_report.descriptor.id == machineTranslationPlugin) {
        add(Outcome::Noted, QStringLiteral("a service that it has"),
            QStringLiteral("Not tried: its services are asked with `verbale draft --mt ENGINE` alone."));
        return;
    }
    if (m_options.engine.isEmpty()) {
        add(Outcome::Noted, QStringLiteral("a service that it has"),
            QStringLiteral("Not tried, since it may cost money: name one with --engine NAME."));
        return;
    }
    for (const PluginSample &sample : fewPluginSamples())
        ask(sample.name, translateSample(m_options.engine, sample.segments), translationRemark);
}

void PluginChecker::askCheck()
{
    askSamples(checkSample, [](const CheckAnswer &answer, const CheckRequest &) -> Remark {
        return {counted(answer.findings.size(), "finding"), false};
    });
}

void PluginChecker::askReceipts()
{
    askSamples(receiptsSample, [](const ReceiptsAnswer &answer, const ReceiptsRequest &) -> Remark {
        qsizetype receipts = 0;
        for (const SegmentReceipts &segment : answer.segments)
            receipts += segment.receipts.size();
        return {counted(receipts, "receipt"), false};
    });
}

void PluginChecker::askAlign()
{
    const auto make = [](const QList<SegmentText> &segments) {
        AlignRequest request{QStringLiteral("vi"), QStringLiteral("en"), {}, {}};
        for (const SegmentText &segment : segments) {
            request.source.append(segment.source);
            request.target.append(segment.target);
        }
        return request;
    };
    const auto describe = [](const AlignAnswer &answer, const AlignRequest &) -> Remark {
        return {counted(answer.parts.size(), "pair"), false};
    };
    const auto also = [&](const QString &name, const AlignRequest &request) {
        ask(name, request, [&](const AlignAnswer &answer) { return describe(answer, request); });
    };
    AlignRequest alone = make(manySegments(3));
    alone.target.clear();
    also(QStringLiteral("a text without a translation"), alone);
    std::swap(alone.source, alone.target);
    also(QStringLiteral("a translation without a text"), alone);
    AlignRequest uneven = make(manySegments(5));
    uneven.target = {uneven.target.mid(0, 4).join(QLatin1Char(' ')), uneven.target.last()};
    also(QStringLiteral("five sentences, two of the translation"), uneven);
    askSamples(make, describe);
}

void PluginChecker::askFormat()
{
    const QList<std::pair<QString, QByteArray>> files{
        {QStringLiteral("an empty file"), {}},
        {QStringLiteral("a text file"), ordinarySegment().source.toUtf8() + '\n'},
        {QStringLiteral("bytes that are no text"),
         QByteArray("\x00\xFF\xFE\x80\xC3(\r\n=\x00=", 12).repeated(500)},
    };
    const QString fileName = QStringLiteral("sample.bin");
    constexpr qsizetype start = 64 * 1024;
    for (const auto &[name, bytes] : files) {
        ask(QStringLiteral("detect: ") + name, FormatDetectRequest{fileName, bytes.left(start)},
            [](const FormatDetectAnswer &answer) -> Remark {
                return {QStringLiteral("confidence %1").arg(answer.confidence), answer.confidence > 0.5};
            });
        const QString read = QStringLiteral("read: ") + name;
        if (!mayAsk(read))
            continue;
        const auto reply = m_plugin->ask(FormatReadRequest{fileName, bytes}, m_stop);
        if (reply.answer)
            add(Outcome::Passed, read, counted(reply.answer->units.size(), "text"), reply.milliseconds);
        else if (!isItsOwn(reply.answer.error()))
            addFailure(read, reply.answer.error(), reply.milliseconds);
        else // refusing a file that is none of its own is right
            add(Outcome::Passed, read, QStringLiteral("refused: ") + reply.answer.error().message,
                reply.milliseconds);
    }
    askSampleFile();
}

void PluginChecker::askSampleFile()
{
    const QString &fileName = m_options.sampleName;
    const QByteArray &bytes = m_options.sampleBytes;
    if (fileName.isEmpty()) {
        add(Outcome::Noted, QStringLiteral("a file of the format"),
            QStringLiteral("Not tried: name one with --sample FILE."));
        return;
    }
    constexpr qsizetype start = 64 * 1024;
    ask(QStringLiteral("detect: ") + fileName, FormatDetectRequest{fileName, bytes.left(start)},
        [](const FormatDetectAnswer &answer) -> Remark {
            return {QStringLiteral("%1, confidence %2").arg(answer.format).arg(answer.confidence),
                    answer.confidence <= 0};
        });
    const FormatReadRequest request{fileName, bytes};
    const auto read = ask(QStringLiteral("read: ") + fileName, request, [](const FormatReadAnswer &answer) {
        return Remark{counted(answer.units.size(), "text"), answer.units.isEmpty()};
    });
    if (!read)
        return;
    const auto isLost = [&bytes](const FormatWriteAnswer &answer) {
        return answer.bytes.isEmpty() && !bytes.isEmpty();
    };
    const Remark lost{QStringLiteral("0 bytes: the file is lost"), true, true};
    ask(QStringLiteral("write: nothing translated"),
        FormatWriteRequest{fileName, bytes, QStringLiteral("en"), {}}, [&](const FormatWriteAnswer &answer) {
            return isLost(answer)          ? lost
                   : answer.bytes == bytes ? Remark{QStringLiteral("the file as it was")}
                                           : Remark{QStringLiteral("the file has changed"), true};
        });
    FormatWriteRequest write{fileName, bytes, QStringLiteral("en"), {}};
    for (const FormatUnit &unit : read->units) {
        FormatTarget target{unit.id, QStringLiteral("Translated %1").arg(unit.id), {}};
        target.text += QString(unit.codes.size(), QChar(QChar::ObjectReplacementCharacter));
        write.targets.append(target);
    }
    ask(QStringLiteral("write: everything translated"), write, [&](const FormatWriteAnswer &answer) {
        return isLost(answer) ? lost
                              : Remark{QStringLiteral("%1 bytes").arg(answer.bytes.size()),
                                       answer.bytes == bytes && !write.targets.isEmpty()};
    });
    measure(request);
}

void PluginChecker::askCommands()
{
    CommandListAnswer list;
    ask(QStringLiteral("the list"), CommandListRequest{QStringLiteral("vi")},
        [&](const CommandListAnswer &answer) -> Remark {
            list = answer;
            return {counted(answer.commands.size(), "command"), answer.commands.isEmpty()};
        });
    const QString unknown = QStringLiteral("a command that it does not have");
    CommandRunRequest request{
        QStringLiteral("no-such-command"), QStringLiteral("vi"), QStringLiteral("en"), {}};
    if (mayAsk(unknown)) {
        const auto reply = m_plugin->ask(request, m_stop);
        if (reply.answer)
            add(Outcome::Noted, unknown, QStringLiteral("It does as if it had it; return an error."));
        else if (!isItsOwn(reply.answer.error()))
            addFailure(unknown, reply.answer.error(), reply.milliseconds);
        else
            add(Outcome::Passed, unknown, QStringLiteral("refused: ") + reply.answer.error().message,
                reply.milliseconds);
    }
    for (const Command &command : list.commands) {
        const auto make = [&](const QList<SegmentText> &segments) {
            return CommandRunRequest{command.id, QStringLiteral("vi"), QStringLiteral("en"), segments};
        };
        askSamples(make, [&](const CommandRunAnswer &answer, const CommandRunRequest &) -> Remark {
            return {QStringLiteral("\"%1\": %2").arg(command.id, counted(answer.edits.size(), "edit")),
                    false};
        });
    }
}

void PluginChecker::askInterface(const QString &interfaceId)
{
    using Ask = void (PluginChecker::*)();
    static const QHash<QString, Ask> table{
        {QLatin1String(TermsProvider::interfaceId), &PluginChecker::askTerms},
        {QLatin1String(SuggestionProvider::interfaceId), &PluginChecker::askSuggest},
        {QLatin1String(TranslationProvider::interfaceId), &PluginChecker::askTranslate},
        {QLatin1String(CheckProvider::interfaceId), &PluginChecker::askCheck},
        {QLatin1String(ReceiptsProvider::interfaceId), &PluginChecker::askReceipts},
        {QLatin1String(AlignProvider::interfaceId), &PluginChecker::askAlign},
        {QLatin1String(FormatProvider::interfaceId), &PluginChecker::askFormat},
        {QLatin1String(CommandProvider::interfaceId), &PluginChecker::askCommands},
    };
    if (const Ask askIt = table.value(interfaceId))
        (this->*askIt)();
}

} // namespace verbale::session
