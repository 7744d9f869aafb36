#pragma once

#include "command-line/context.h"
#include "session/assist.h"
#include "session/machine_translation.h"
#include "session/settings.h"

#include <memory>
#include <optional>

namespace verbale::commandline {

/// The settings, or the defaults with a warning when they are damaged.
session::Settings settingsOrDefaults(Context &context);

/// Where this program has to look for plugins, and what it lets them do.
host::HostOptions hostOptionsOf(const Context &context, const session::Settings &settings);

/// A host that looks where this program has to look. Nothing has been started yet.
std::unique_ptr<host::PluginHost> makeHost(const Context &context, const session::Settings &settings);

/// What an engine would get, and what it would cost.
struct MachinePreview
{
    TranslatePreview preview;
    session::RedactionCounts redacted;
    std::optional<double> price; ///< of the characters, where the settings say what a million costs
    QString currency;
};

/// The plugins' help for a verb. Plugins are started when they are first needed.
class Assistance
{
public:
    /// `profile`: the house style, a file or a shipped one's name; empty: the settings' one.
    Assistance(Context &context, QStringList glossaries, bool includeNested, QString profile = {});

    /// Fills in the terms of every segment. Warnings are added to `warnings`.
    Result<void> findTerms(Document &document, QStringList &warnings);
    /// Fills in the term receipts of every segment that has a target; its terms have to be there.
    Result<void> findReceipts(Document &document, QStringList &warnings);
    /// Before anything else is asked for: the engine of machine translation that translate() is to use, and
    /// what is redacted ("persons,figures"; empty: what the settings say). Errors: those of
    /// session::switchOn() and session::redactionRules().
    Result<void> useEngine(const QString &engine, const QString &redact);
    /// Has the engine translate what has no target; what comes are suggestions.
    Result<session::MachineReport> translate(Document &document, const session::MachineOptions &options);
    /// What translate() would send; nothing is sent.
    Result<MachinePreview> preview(const Document &document, const session::MachineOptions &options);
    /// Fills in the suggestions of every segment; having no provider of suggestions is no error.
    Result<void> suggest(Document &document, QStringList &warnings);

private:
    [[nodiscard]] const session::Settings &settings();
    [[nodiscard]] session::Key keyOf(const QString &engine);
    host::PluginHost &startedHost();
    Result<session::MachineOptions> completed(const session::MachineOptions &options,
                                              const Document &document);
    [[nodiscard]] Progress progress(const QString &what) const;

    Context &m_context;
    session::AssistOptions m_options;
    std::optional<session::Settings> m_settings;
    host::HostOptions m_engineOptions; ///< settings of the engine's plugin
    session::RedactionRules m_redaction;
    std::unique_ptr<host::PluginHost> m_host;
};

} // namespace verbale::commandline
