#include "session/plugin_run.h"

#include "host/protocol/interfaces.h"
#include "host/single_plugin.h"
#include "session/machine_translation.h"
#include "session/plugin_check.h"
#include "text/decode.h"

#include <QtCore/QFileInfo>

namespace verbale::session {

namespace {

const QString vietnamese = QStringLiteral("vi");
const QString english = QStringLiteral("en");

/// "suggest" and "format/read" in full.
QString methodOf(const QString &name)
{
    const QString prefix = QStringLiteral("verbale.");
    if (name.startsWith(prefix))
        return name;
    const QString function = name.section(QLatin1Char('/'), 1);
    return prefix + name.section(QLatin1Char('/'), 0, 0) + QLatin1String("/1") +
           (function.isEmpty() ? QString() : QLatin1Char('/') + function);
}

bool is(std::string_view id, const QString &name)
{
    return name == QLatin1String(id.data(), static_cast<qsizetype>(id.size()));
}

bool isJson(const QByteArray &input)
{
    return input.trimmed().startsWith('{');
}

QList<SegmentCode> codesOf(const QString &source)
{
    QList<SegmentCode> codes;
    for (qsizetype i = source.count(QChar(QChar::ObjectReplacementCharacter)); i > 0; --i)
        codes.append({SegmentCode::Kind::Standalone, static_cast<int>(codes.size()) + 1, {}});
    return codes;
}

/// A segment a line; `alone`: what a line without a tab is.
enum class Alone { Source, Target };
Result<QList<SegmentText>> segmentsOf(const PluginRun &run, Alone alone)
{
    const Result<text::DecodedText> decoded = text::decode(run.input, run.inputName);
    if (!decoded)
        return decoded.error();
    QList<SegmentText> segments;
    for (QString line : decoded->text.split(QLatin1Char('\n'))) {
        if (line.endsWith(QLatin1Char('\r')))
            line.chop(1);
        if (segments.isEmpty() && line.startsWith(QChar(QChar::ByteOrderMark)))
            line.remove(0, 1);
        SegmentText segment{QString::number(segments.size() + 1),
                            1,
                            line.section(QLatin1Char('\t'), 0, 0),
                            line.section(QLatin1Char('\t'), 1),
                            {}};
        if (alone == Alone::Target && !line.contains(QLatin1Char('\t')))
            std::swap(segment.source, segment.target);
        segment.codes = codesOf(segment.source);
        segments.append(segment);
    }
    if (!segments.isEmpty() && segments.constLast().source.isEmpty() && segments.constLast().target.isEmpty())
        segments.removeLast(); // behind the last line's end
    return segments;
}

/// The request that an input stands for: read from JSON, or made of a text's segments.
template <typename Request, typename Make>
Result<Request> requestOf(const PluginRun &run, Alone alone, Make make)
{
    if (isJson(run.input)) {
        Result<Request> read = host::fromJson<Request>(run.input.toStdString());
        if (read)
            return read;
        Error error = read.error();
        error.where.file = run.inputName;
        return error;
    }
    const Result<QList<SegmentText>> segments = segmentsOf(run, alone);
    if (!segments)
        return segments.error();
    return make(*segments);
}

template <typename Request>
Request withSegments(const QList<SegmentText> &segments)
{
    Request request;
    request.sourceLanguage = vietnamese;
    request.targetLanguage = english;
    for (const SegmentText &segment : segments)
        request.segments.append({segment, {}});
    return request;
}

/// A TranslateRequest, or a TranslatePreviewRequest.
template <typename Request>
Result<Request> translationOf(const PluginRun &run)
{
    return requestOf<Request>(run, Alone::Source, [&run](const QList<SegmentText> &segments) {
        auto request = withSegments<Request>(segments);
        request.engine = run.engine;
        request.document = QFileInfo(run.inputName).fileName();
        return request;
    });
}

AlignRequest twoColumns(const QList<SegmentText> &lines)
{
    AlignRequest request{vietnamese, english, {}, {}};
    for (const SegmentText &line : lines) {
        if (!line.source.isEmpty())
            request.source.append(line.source);
        if (!line.target.isEmpty())
            request.target.append(line.target);
    }
    return request;
}

/// Asks, and carries what comes back into an outcome.
class Asker
{
public:
    Asker(host::SinglePlugin &plugin, const StopToken &stop, const Progress &progress)
        : m_plugin(plugin), m_stop(stop), m_progress(progress)
    {
    }

    template <typename Request>
    Result<PluginRunOutcome> ask(const Result<Request> &request) const
    {
        if (!request)
            return request.error();
        const auto reply = m_plugin.ask(*request, m_stop, m_progress);
        if (!reply.answer)
            return reply.answer.error();
        return PluginRunOutcome{QByteArray::fromStdString(host::toJson(*reply.answer)), reply.faults,
                                reply.milliseconds};
    }

private:
    host::SinglePlugin &m_plugin;
    const StopToken &m_stop;
    const Progress &m_progress;
};

Result<PluginRunOutcome> readFileOfFormat(const PluginRun &run, const Asker &asker)
{
    constexpr qsizetype start = 64 * 1024;
    const QString name = QFileInfo(run.inputName).fileName();
    const Result<PluginRunOutcome> detect =
        asker.ask(Result<FormatDetectRequest>(FormatDetectRequest{name, run.input.left(start)}));
    if (!detect)
        return detect.error();
    Result<PluginRunOutcome> read = asker.ask(Result<FormatReadRequest>(FormatReadRequest{name, run.input}));
    if (read)
        read->json = "{\"detect\":" + detect->json + ",\"read\":" + read->json + '}';
    return read;
}

Result<PluginRunOutcome> askCommand(const PluginRun &run, const QString &method, const QString &locale,
                                    const Asker &asker)
{
    const bool json = method.endsWith(QLatin1String("/run"));
    if (run.command.isEmpty() && !json)
        return asker.ask(Result<CommandListRequest>(CommandListRequest{locale}));
    return asker.ask(
        requestOf<CommandRunRequest>(run, Alone::Target, [&](const QList<SegmentText> &segments) {
            return CommandRunRequest{run.command, vietnamese, english, segments};
        }));
}

Result<PluginRunOutcome> askMethod(const PluginRun &run, const QString &method, const QString &locale,
                                   const Asker &asker)
{
    if (is(TermsProvider::interfaceId, method))
        return asker.ask(requestOf<TermsRequest>(run, Alone::Source, [](const QList<SegmentText> &segments) {
            TermsRequest request;
            request.sourceLanguage = vietnamese;
            request.targetLanguage = english;
            request.segments = segments;
            return request;
        }));
    if (is(SuggestionProvider::interfaceId, method))
        return asker.ask(requestOf<SuggestRequest>(run, Alone::Source, withSegments<SuggestRequest>));
    if (is(TranslationProvider::interfaceId, method))
        return asker.ask(translationOf<TranslateRequest>(run));
    if (is(CheckProvider::interfaceId, method))
        return asker.ask(requestOf<CheckRequest>(run, Alone::Target, withSegments<CheckRequest>));
    if (is(ReceiptsProvider::interfaceId, method))
        return asker.ask(requestOf<ReceiptsRequest>(run, Alone::Target, withSegments<ReceiptsRequest>));
    if (is(AlignProvider::interfaceId, method))
        return asker.ask(requestOf<AlignRequest>(run, Alone::Source, twoColumns));
    if (is(FormatProvider::interfaceId, method))
        return readFileOfFormat(run, asker);
    if (is(host::Remote<host::TranslatePreviewRequest>::method, method))
        return asker.ask(translationOf<host::TranslatePreviewRequest>(run));
    const auto unmade = [](const QList<SegmentText> &) {
        return Error{QStringLiteral("plugins.no-params"),
                     QStringLiteral("This method takes its params as JSON, which begins with {.")};
    };
    if (is(host::Remote<FormatDetectRequest>::method, method))
        return asker.ask(requestOf<FormatDetectRequest>(run, Alone::Source, unmade));
    if (is(host::Remote<FormatReadRequest>::method, method))
        return asker.ask(requestOf<FormatReadRequest>(run, Alone::Source, unmade));
    if (is(host::Remote<FormatWriteRequest>::method, method))
        return asker.ask(requestOf<FormatWriteRequest>(run, Alone::Source, unmade));
    return askCommand(run, method, locale, asker);
}

} // namespace

bool readsInput(const PluginRun &run)
{
    const QString method = methodOf(run.interfaceName);
    return !run.command.isEmpty() || (!is(CommandProvider::interfaceId, method) &&
                                      !is(host::Remote<CommandListRequest>::method, method));
}

Result<PluginRunOutcome> runPlugin(const QString &path, const host::HostOptions &options,
                                   const PluginRun &run, const StopToken &stop, const Progress &progress,
                                   QByteArray &log)
{
    const Result<host::PluginInfo> info = pluginAt(path, options);
    if (!info)
        return info.error();
    if (!info->problems.isEmpty())
        return Error{QStringLiteral("plugins.unusable"), info->problems.first().message};
    const host::Descriptor &descriptor = info->descriptor;
    const QString method = methodOf(run.interfaceName);
    const host::InterfaceInfo *interface = host::interfaceOf(method.toStdString());
    if (interface == nullptr || !descriptor.provides.contains(
                                    QString::fromUtf8(interface->id.data(), qsizetype(interface->id.size()))))
        return Error{
            QStringLiteral("plugins.no-interface"),
            QStringLiteral("%1 does not provide '%2'. It provides %3.")
                .arg(descriptor.id, run.interfaceName, descriptor.provides.join(QLatin1String(", ")))};
    if (descriptor.id == machineTranslationPlugin && interface->id == TranslationProvider::interfaceId)
        return Error{
            QStringLiteral("mt.one-door"),
            QStringLiteral("Services are asked with `verbale draft --mt ENGINE` alone, which reads the "
                           "marking of the text and keeps the ledger.")};
    const auto plugin = host::SinglePlugin::make(descriptor, {.program = options.trialProgram,
                                                              .settings = run.settings,
                                                              .locale = options.locale,
                                                              .callTimeLimit = run.callTimeLimit,
                                                              .endsAllowed = 1});
    if (!plugin)
        return plugin.error();
    host::SinglePlugin &asked = **plugin;
    const Result<void> started = asked.start(stop);
    Result<PluginRunOutcome> outcome =
        started ? askMethod(run, method, options.locale, Asker(asked, stop, progress))
                : Result<PluginRunOutcome>(started.error());
    const Result<void> stopped = asked.stop();
    log = asked.status().log;
    if (outcome && !stopped)
        outcome->faults.append(stopped.error().message);
    return outcome;
}

} // namespace verbale::session
