#pragma once

#include "document/edit_history.h"
#include "host/plugin_host.h"
#include "session/handling.h"
#include "session/key.h"
#include "session/redaction.h"
#include "session/settings.h"

#include <verbale/sdk/control.h>
#include <verbale/sdk/result.h>

#include <QtCore/QProcessEnvironment>

namespace verbale::session {

/// The id of the plugin that came with Verbale and speaks to services.
inline constexpr QLatin1String machineTranslationPlugin{"org.verbale.machine-translation"};

/// What a target is marked with that a service wrote and nobody has looked at; its state stays initial.
inline constexpr QLatin1String machineTranslated{"verbale:machine-translated"};

/// Whether the settings have an engine of this name: it comes before a plugin that is called so.
bool isEngineSetUp(const QString &engine, const Settings &settings);

/// "VERBALE_MT_KEY_DEEPL": the environment variable that an engine's key is taken from.
QString keyVariable(const QString &engine);

/// Sees to it that the plugin can be asked for an engine that the user has set up: hands it that engine's
/// settings alone, and its key from VERBALE_MT_KEY_ENGINE (in capitals, other characters than letters and
/// digits as "_"). Keeps this process out of core dumps when there is a key. Before the host finds its
/// plugins. Instead of an engine, a plugin with verbale.translate/1 may be named by its id: nothing to do for
/// that. Errors: mt.engine-unknown (names the ones that there are), mt.settings.
Result<void> switchOn(const QString &engine, const Settings &settings, const QProcessEnvironment &environment,
                      host::HostOptions &options);
/// The same with a key that a KeyStore has found; an empty one is none.
Result<void> switchOn(const QString &engine, const Settings &settings, const Key &key,
                      host::HostOptions &options);

struct MachineOptions
{
    QString engine;
    QString document;   ///< the name under which it stands in the ledger and has its budget
    bool again = false; ///< send again what may have been charged before
    /// At least; the document's own marking counts when it is narrower.
    HandlingLevel handling = HandlingLevel::Open;
    /// Up to which this engine may have texts; a plugin that stands for one may have all of them as long as
    /// it has no network, none but open ones otherwise.
    HandlingLevel allowed = HandlingLevel::Open;
    bool isSetUp = false; ///< the engine is one of the settings' (isEngineSetUp()), and no plugin's name
    /// Ask about segments that have a target or were edited, too: the translator asks for them by name.
    bool evenEdited = false;
    /// What is taken out of the texts: machineRedactor(). Without one nothing is asked.
    std::shared_ptr<const Redactor> redactor = {};
};

/// Segments that got no translation, by the reason.
struct MachineTrouble
{
    QString code;
    QString message; ///< of the first of them
    qsizetype segments = 0;
};

struct MachineReport
{
    QString engineName; ///< for people
    qsizetype asked = 0;
    qsizetype translated = 0; ///< segments that have a suggestion of the engine's now
    qsizetype fromCache = 0;  ///< of these, without anything being sent
    qint64 sentCharacters = 0;
    QList<MachineTrouble> troubles;
    QStringList warnings;     ///< of the plugin
    QStringList remarks;      ///< what the translator should look at; each is a note on its segment, too
    RedactionCounts redacted; ///< taken out of what was asked
};

/// The narrowest level up to which an engine may have texts: "handling" of its settings, open without it.
/// Errors: mt.settings.
Result<HandlingLevel> handlingAllowed(const QString &engine, const Settings &settings);

/// What a plugin is to be asked, and which one.
struct TranslateQuestion
{
    QString pluginId;
    TranslateRequest request; ///< without segments: there is nothing to ask
    QHash<QString, RedactedSegment> redacted =
        {}; ///< by the segment's key; only those with something taken out
};

/// Puts the segments together that have no target and hold letters (of `only`, unless that is empty). The one
/// door on which texts get to a service: a document that is marked narrower than allowed is refused before
/// any plugin sees any of it, and what the redactor takes out is in no request. Asks nobody, and may be
/// called on any thread that has the document. Errors: mt.handling, mt.no-plugin, mt.no-redactor.
Result<TranslateQuestion> translateQuestion(const Document &document, const host::PluginHost &host,
                                            const MachineOptions &options,
                                            const QList<SegmentRef> &only = {});

/// Puts back what was taken out, stores what came as suggestions, with the engine's name as origin, and adds
/// it to the report; remarks become notes on their segments, in the place of earlier ones. An answer for
/// another revision of a segment is counted as the others are, and dropped.
void takeTranslations(Document &document, const TranslateQuestion &question, const TranslateAnswer &answer,
                      MachineReport &report);

/// Asks translateQuestion() for the whole document and takes the answer. Blocks until done: not for the GUI
/// thread. Errors: mt.handling, mt.no-plugin, and what the plugin says.
Result<MachineReport> translate(Document &document, host::PluginHost &host, const MachineOptions &options,
                                const StopToken &stop = {}, const Progress &progress = {});

/// What translate() would send: nothing is sent, and the plugin is asked for its preview alone. What is
/// redacted is in none of its requests; `redacted` counts it. Blocks: not for the GUI thread. Errors: those
/// of translateQuestion(), and translate.no-preview.
Result<TranslatePreview> previewTranslation(const Document &document, host::PluginHost &host,
                                            const MachineOptions &options, RedactionCounts &redacted,
                                            const StopToken &stop = {});

/// What useMachineTranslations() would give these segments, in reading order, as an edit that can be undone.
/// Without units: it would give them nothing.
StructureEdit machineTargets(const Document &document, const QString &engineName,
                             const QList<SegmentRef> &segments);

/// Gives a target to each segment that has none, was never edited and has a sound suggestion by this engine.
/// The target is marked with `machineTranslated`. Returns how many.
qsizetype useMachineTranslations(Document &document, const QString &engineName);

} // namespace verbale::session
