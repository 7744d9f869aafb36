#include "command-line/assistance.h"

#include "session/engine_settings.h"
#include "session/key_store.h"
#include "session/plugin_folders.h"
#include "session/termbases.h"

#include <QtCore/QElapsedTimer>

namespace verbale::commandline {

session::Settings settingsOrDefaults(Context &context)
{
    Result<session::Settings> settings = session::loadSettings(context.settingsFile);
    if (settings)
        return *settings;
    warnOnce(context, settings.error().text());
    return {};
}

host::HostOptions hostOptionsOf(const Context &context, const session::Settings &settings)
{
    const session::PluginSearch search{context.applicationFolder, context.pluginPaths, QStringLiteral("en"),
                                       context.safeMode};
    return session::hostOptions(search, settings, context.environment);
}

std::unique_ptr<host::PluginHost> makeHost(const Context &context, const session::Settings &settings)
{
    return std::make_unique<host::PluginHost>(hostOptionsOf(context, settings));
}

Assistance::Assistance(Context &context, QStringList glossaries, bool includeNested, QString profile)
    : m_context(context)
{
    m_options.profile = std::move(profile);
    m_options.glossaries = std::move(glossaries);
    m_options.includeNested = includeNested;
}

const session::Settings &Assistance::settings()
{
    if (!m_settings)
        m_settings = settingsOrDefaults(m_context);
    return *m_settings;
}

Result<void> Assistance::useEngine(const QString &engine, const QString &redact)
{
    const Result<session::RedactionRules> rules =
        redact.isEmpty() ? session::redactionRules(settings()) : session::redactionRules(redact, settings());
    if (!rules)
        return rules.error();
    m_redaction = *rules;
    return session::switchOn(engine, settings(), keyOf(engine), m_engineOptions);
}

/// From the environment, else from the system's keyring, which is not asked where it is of no use.
session::Key Assistance::keyOf(const QString &engine)
{
    const std::optional<session::EngineSetup> setup = session::engineNamed(engine, settings());
    const session::EngineType *type = setup ? session::engineType(setup->type) : nullptr;
    using KeyUse = session::EngineType::KeyUse;
    if (type == nullptr || type->key == KeyUse::None || setup->holdsKey)
        return session::Key(m_context.environment.value(session::keyVariable(engine)));
    const session::KeyStore keys({m_context.environment});
    QFuture<session::FoundKey> asked = keys.find(engine);
    asked.waitForFinished();
    const session::FoundKey found = asked.result();
    if (keys.hasKeyring() && !found.problem.isEmpty() && type->key == KeyUse::Needed)
        warnOnce(m_context, found.problem);
    return found.key;
}

/// With what the settings say of the engine.
Result<session::MachineOptions> Assistance::completed(const session::MachineOptions &options,
                                                      const Document &document)
{
    const Result<session::HandlingLevel> allowed = session::handlingAllowed(options.engine, settings());
    if (!allowed)
        return allowed.error();
    session::MachineOptions complete = options;
    complete.allowed = *allowed;
    complete.isSetUp = session::isEngineSetUp(options.engine, settings());
    Result<std::shared_ptr<const session::Redactor>> redactor = session::Redactor::load(
        m_redaction, document.sourceLanguage, document.targetLanguage, m_options.profile);
    if (!redactor)
        return redactor.error();
    complete.redactor = *std::move(redactor);
    return complete;
}

Result<session::MachineReport> Assistance::translate(Document &document,
                                                     const session::MachineOptions &options)
{
    host::PluginHost &host = startedHost();
    const Result<session::MachineOptions> complete = completed(options, document);
    if (!complete)
        return complete.error();
    return session::translate(document, host, *complete, m_context.stop,
                              progress(QStringLiteral("Translating")));
}

Result<MachinePreview> Assistance::preview(const Document &document, const session::MachineOptions &options)
{
    host::PluginHost &host = startedHost();
    const Result<session::MachineOptions> complete = completed(options, document);
    if (!complete)
        return complete.error();
    MachinePreview preview;
    Result<TranslatePreview> found =
        session::previewTranslation(document, host, *complete, preview.redacted, m_context.stop);
    if (!found)
        return found.error();
    preview.preview = *std::move(found);
    const std::optional<session::EngineSetup> setup = session::engineNamed(options.engine, settings());
    if (setup && setup->pricePerMillion)
        preview.price = *setup->pricePerMillion * double(preview.preview.characters) / 1e6;
    preview.currency = setup ? setup->currency : QString();
    return preview;
}

host::PluginHost &Assistance::startedHost()
{
    if (!m_host) {
        const session::Settings &settings = this->settings();
        if (m_options.glossaries.isEmpty())
            m_options.glossaries = session::existingGlossaries(session::glossariesOf(settings));
        if (m_options.profile.isEmpty())
            m_options.profile = settings.profile;
        host::HostOptions options = hostOptionsOf(m_context, settings);
        options.settings = m_engineOptions.settings;
        m_host = std::make_unique<host::PluginHost>(std::move(options));
        m_host->discover();
        m_host->start();
    }
    return *m_host;
}

Progress Assistance::progress(const QString &what) const
{
    if (!m_context.errorIsTerminal)
        return {};
    QElapsedTimer shown;
    return [this, what, shown](qint64 done, qint64 total) mutable {
        constexpr qint64 millisecondsBetween = 100;
        const bool atEnd = done >= total;
        if (total <= 0 || (!atEnd && shown.isValid() && shown.elapsed() < millisecondsBetween))
            return;
        shown.start();
        // The line is taken away at the end, so that a terminal keeps the result alone.
        const QString line = atEnd ? QStringLiteral("\r\033[K")
                                   : QStringLiteral("\r%1 %2%\033[K").arg(what).arg(100 * done / total);
        (void)m_context.err.write(line.toUtf8());
    };
}

Result<void> Assistance::findTerms(Document &document, QStringList &warnings)
{
    host::PluginHost &host = startedHost();
    const Result<TermsAnswer> answer = session::findTerms(document, {}, host, m_options, m_context.stop,
                                                          progress(QStringLiteral("Looking up terms")));
    if (!answer)
        return answer.error();
    warnings += answer->warnings;
    session::storeTerms(document, *answer);
    return {};
}

Result<void> Assistance::findReceipts(Document &document, QStringList &warnings)
{
    host::PluginHost &host = startedHost();
    const Result<ReceiptsAnswer> answer =
        session::findReceipts(document, {}, host, m_options, m_context.stop,
                              progress(QStringLiteral("Comparing with the targets")));
    if (!answer)
        return answer.error();
    warnings += answer->warnings;
    session::storeReceipts(document, *answer);
    return {};
}

Result<void> Assistance::suggest(Document &document, QStringList &warnings)
{
    host::PluginHost &host = startedHost();
    const Result<SuggestAnswer> answer =
        session::suggest(document, {}, host, m_context.stop, progress(QStringLiteral("Drafting")));
    if (!answer) {
        if (answer.error().code == QLatin1String("assist.no-suggestion-provider"))
            return {};
        return answer.error();
    }
    warnings += answer->warnings;
    session::storeSuggestions(document, *answer);
    return {};
}

} // namespace verbale::commandline
