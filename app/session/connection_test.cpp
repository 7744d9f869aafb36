#include "session/connection_test.h"

#include "session/machine_translation.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTime>

#include <memory>

namespace verbale::session {

namespace {

Document documentOf(const QString &sentence)
{
    Segment segment;
    segment.id = QStringLiteral("1");
    segment.source.text = sentence;
    Unit unit;
    unit.id = QStringLiteral("1");
    unit.segments = {segment};
    Document document;
    document.sourceLanguage = QStringLiteral("vi");
    document.targetLanguage = QStringLiteral("en");
    document.units = {unit};
    return document;
}

/// A host in which no plugin runs but the one that is asked.
struct Asked
{
    std::unique_ptr<host::PluginHost> host;
    TranslateQuestion question;
};

/// Nothing of theirs is wanted here.
void disableOthers(host::HostOptions &options)
{
    host::PluginHost found(options);
    found.discover();
    const QList<host::PluginInfo> plugins = found.plugins();
    for (const host::PluginInfo &plugin : plugins) {
        if (plugin.descriptor.id != machineTranslationPlugin)
            options.disabled.insert(plugin.descriptor.id);
    }
}

Result<Asked> prepare(const ConnectionTest &test)
{
    host::HostOptions options = test.plugins;
    options.settings.clear();
    options.onChange = {};
    if (const Result<void> on = switchOn(test.engine, test.settings, test.key, options); !on)
        return on.error();
    const Result<HandlingLevel> allowed = handlingAllowed(test.engine, test.settings);
    if (!allowed)
        return allowed.error();
    MachineOptions machine;
    machine.engine = test.engine;
    machine.document = QStringLiteral("connection-test");
    machine.allowed = *allowed;
    machine.isSetUp = true;
    disableOthers(options);
    // Nobody's text, and its number is what makes it a new one.
    const auto redactor = Redactor::load({}, QStringLiteral("vi"), QStringLiteral("en"));
    if (!redactor)
        return redactor.error();
    machine.redactor = *redactor;
    Asked asked{std::make_unique<host::PluginHost>(std::move(options)), {}};
    asked.host->discover();
    asked.host->start(); // the means to start the process when it is asked
    Result<TranslateQuestion> question = translateQuestion(documentOf(test.sentence), *asked.host, machine);
    if (!question)
        return question.error();
    asked.question = *std::move(question);
    return asked;
}

template <typename Answer>
Result<Answer> waitFor(QFuture<Result<Answer>> future)
{
    future.waitForFinished();
    if (future.resultCount() == 0)
        return Error{QStringLiteral("plugins.cancelled"), QStringLiteral("The work was cancelled.")};
    return future.result();
}

} // namespace

QString connectionSentence()
{
    const int number = QTime::currentTime().msecsSinceStartOfDay() / 100;
    return QStringLiteral("Xin chào, đây là lần thử số %1.").arg(number);
}

Result<TranslatePreview> previewConnection(const ConnectionTest &test, const StopToken &stop)
{
    Result<Asked> asked = prepare(test);
    if (!asked)
        return asked.error();
    return waitFor(asked->host->previewTranslation(asked->question.pluginId, asked->question.request, stop));
}

Result<ConnectionAnswer> tryConnection(const ConnectionTest &test, const StopToken &stop)
{
    Result<Asked> asked = prepare(test);
    if (!asked)
        return asked.error();
    QElapsedTimer since;
    since.start();
    const Result<TranslateAnswer> answer =
        waitFor(asked->host->translate(asked->question.pluginId, asked->question.request, stop));
    if (!answer)
        return answer.error();
    if (answer->translations.isEmpty())
        return Error{QStringLiteral("mt.empty"), QStringLiteral("The plugin gave no answer.")};
    const Translation &translation = answer->translations.first();
    if (translation.error)
        return *translation.error;
    return ConnectionAnswer{answer->engineName, translation.text, std::chrono::milliseconds(since.elapsed()),
                            answer->sentCharacters, translation.remarks + answer->warnings};
}

} // namespace verbale::session
