#include <verbale/sdk/plugin_of.h>
#include <verbale/sdk/translation_provider.h>

#include <QtCore/QFile>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <thread>

namespace verbale::translates {

/// Writes each call down in its data folder, then does what the engine's name says: "echo" returns the
/// sources, but an error for those with "?"; "shuffled" answers wrongly; "refuse", "crash", "wait" (for the
/// stop), "partly" (the same; by then the first text has come and the second is on its way), "hang" (whatever
/// it is told). A text that begins with "Chờ" holds its call up for the stop, or a second; "Một phần" is as
/// "partly", with ten texts, "Mãi mãi" as "hang"; one with an interrobang may have been charged, and is
/// translated when it is sent again.
class Translates : public PluginOf<TranslationProvider>
{
public:
    Result<void> start(const PluginContext &context) override
    {
        m_dataFolder = context.dataFolder;
        return {};
    }

    Result<TranslateAnswer> translate(const TranslateRequest &request, const StopToken &stop,
                                      const Progress &progress) override
    {
        QFile calls(m_dataFolder + QStringLiteral("/calls"));
        if (!m_dataFolder.isEmpty() && (!calls.open(QIODevice::Append) || calls.write("call\n") < 0))
            return Error{QStringLiteral("translates.disk"), calls.errorString()};
        calls.close();
        if (request.engine == QLatin1String("refuse"))
            return Error{QStringLiteral("mt.settings"), QStringLiteral("There is no such engine.")};
        if (request.engine == QLatin1String("crash"))
            std::raise(SIGSEGV);
        if (request.engine == QLatin1String("hang") || has(request, QStringLiteral("Mãi mãi")))
            std::this_thread::sleep_for(std::chrono::seconds(60));
        while (request.engine == QLatin1String("wait")) {
            if (stop.stop_requested())
                return Error{QStringLiteral("translates.stopped"), QStringLiteral("Told to stop.")};
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
        if (request.engine == QLatin1String("partly"))
            return partly(request, stop, 1);
        if (has(request, QStringLiteral("Một phần")))
            return partly(request, stop, 10);
        if (waits(request, stop))
            return Error{QStringLiteral("translates.stopped"), QStringLiteral("Told to stop.")};
        TranslateAnswer answer{{}, QStringLiteral("Echo"), 0, {}};
        for (const SuggestSegment &segment : request.segments) {
            answer.translations.append(translated(segment, request));
            answer.sentCharacters += segment.text.source.size();
            if (progress)
                progress(answer.translations.size(), request.segments.size());
        }
        return answer;
    }

    Result<TranslatePreview> preview(const TranslateRequest &request, const StopToken &stop) override
    {
        if (request.engine == QLatin1String("none"))
            return TranslationProvider::preview(request, stop);
        TranslatePreview preview{.engineName = QStringLiteral("Echo"), .host = QStringLiteral("localhost")};
        OutgoingRequest outgoing{QStringLiteral("https://localhost"), QStringLiteral("{}"), {}};
        for (const SuggestSegment &segment : request.segments) {
            ++preview.segments;
            preview.characters += segment.text.source.size();
            outgoing.segmentIds.append(segment.text.id);
        }
        preview.monthLeft = 100;
        preview.requests = {outgoing};
        preview.requestCount = 1;
        return preview;
    }

private:
    /// Told to stop when the first `come` texts had come and the next one was on its way.
    static TranslateAnswer partly(const TranslateRequest &request, const StopToken &stop, qsizetype come)
    {
        while (!stop.stop_requested())
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        TranslateAnswer answer{{}, QStringLiteral("Echo"), 0, {}};
        for (const SuggestSegment &segment : request.segments) {
            const qsizetype place = answer.translations.size();
            Translation one = translated(segment, request);
            if (place >= come) {
                one.text.clear();
                one.codes.clear();
                one.error = place == come
                                ? Error{QStringLiteral("queue.cancelled-sent"), QStringLiteral("Sent.")}
                                : Error{QStringLiteral("mt.cancelled"), QStringLiteral("Not sent.")};
            }
            if (place <= come)
                answer.sentCharacters += segment.text.source.size();
            answer.translations.append(one);
        }
        return answer;
    }

    static bool has(const TranslateRequest &request, const QString &beginning)
    {
        return std::any_of(request.segments.begin(), request.segments.end(),
                           [&beginning](const SuggestSegment &segment) {
                               return segment.text.source.startsWith(beginning);
                           });
    }

    /// True: it was told to stop.
    static bool waits(const TranslateRequest &request, const StopToken &stop)
    {
        if (!has(request, QStringLiteral("Chờ")))
            return false;
        for (int i = 0; i < 100 && !stop.stop_requested(); ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        return stop.stop_requested();
    }

    static Translation translated(const SuggestSegment &segment, const TranslateRequest &request)
    {
        const SegmentText &text = segment.text;
        Translation translation{text.id, text.revision, text.source, {}, request.again, {}, {}};
        if (request.engine == QLatin1String("shuffled"))
            translation.segmentId += QLatin1Char('x');
        for (qsizetype code = 0; code < text.codes.size(); ++code)
            translation.codes.append(code);
        const bool isLost = text.source.contains(QChar(0x203D)) && !request.again;
        if (text.source.contains(QLatin1Char('?')) || isLost) {
            translation.text.clear();
            translation.codes.clear();
            translation.error =
                Error{QStringLiteral("mt.ambiguous"), QStringLiteral("It may have been charged.")};
        }
        translation.remarks.append(request.document + QLatin1Char(' ') +
                                   QString::number(segment.terms.size()));
        return translation;
    }

    QString m_dataFolder;
};

} // namespace verbale::translates

VERBALE_EXPORT_PLUGIN(verbale::translates::Translates)
