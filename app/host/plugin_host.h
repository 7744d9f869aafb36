#pragma once

#include "host/descriptor.h"
#include "host/plugin_state.h"
#include "host/process/process_status.h"
#include "host/process/supervision.h"

#include <verbale/sdk/align_provider.h>
#include <verbale/sdk/check_provider.h>
#include <verbale/sdk/command_provider.h>
#include <verbale/sdk/format_provider.h>
#include <verbale/sdk/receipts_provider.h>
#include <verbale/sdk/suggestion_provider.h>
#include <verbale/sdk/terms_provider.h>
#include <verbale/sdk/translation_provider.h>

#include <QtCore/QFuture>
#include <QtCore/QHash>
#include <QtCore/QJsonObject>
#include <QtCore/QSet>

#include <chrono>
#include <functional>
#include <memory>

namespace verbale::host {

/// Who put a plugin where it was found.
enum class Origin { Shipped, User, Environment, CommandLine };
QString originName(Origin origin);

/// A folder whose sub-folders (or itself) hold a plugin.json.
struct PluginFolder
{
    QString path;
    Origin origin = Origin::Shipped;
};

struct HostOptions
{
    QList<PluginFolder>
        folders; ///< in order; the first plugin with an id wins, later ones are Rejected as duplicates
    QSet<QString> disabled; ///< plugin ids that the user switched off
    /// Ids of plugins that did not come with Verbale and that the user lets into the program all the same;
    /// one with network access never is.
    QSet<QString> trusted;
    QHash<QString, QJsonObject> settings; ///< by plugin id: the user's values for its settings schema
    QString stateFolder;                  ///< for the crash ledger and the plugins' data; empty: none is kept
    /// verbale-plugin-host, which runs plugins in processes of their own and tries the trusted ones; empty:
    /// such plugins stay Unresolved, and there is no trial.
    QString trialProgram;
    QString locale;
    bool safeMode = false;                            ///< load none
    std::chrono::milliseconds startTimeLimit{10'000}; ///< for loading a library and its start()
    std::chrono::milliseconds stopTimeLimit{2'000};   ///< for stopping, of all plugins together
    std::chrono::milliseconds trialTimeLimit{5'000};
    Supervision supervision; ///< of plugins in processes of their own
    std::function<void(const QString &pluginId)>
        onChange; ///< of a plugin's state, on any thread; may be empty
};

/// A plugin as the plugins page and `verbale plugins list` show it.
struct PluginInfo
{
    Descriptor descriptor;
    Origin origin = Origin::Shipped;
    PluginState state = PluginState::Found;
    QList<Problem> problems;
    QString folder;
    bool ownProcess = false; ///< it runs (or would run) in a process of its own
    ProcessStatus process;   ///< of that process
};

/// A plugin that can be asked for something.
struct Provider
{
    QString id;
    QString name;         ///< in HostOptions::locale
    bool shipped = false; ///< it came with Verbale and runs in the program: its answers may be waited for
};

/// Files that a plugin reads, as its descriptor says.
struct ReadableFormat
{
    Provider provider;
    QString name;           ///< for people, in HostOptions::locale; the plugin's when it has none
    QStringList extensions; ///< without the dot, in small letters
};

/// What a PluginHost::update() came to.
struct HostUpdate
{
    QSet<QString> touched; ///< ids of the plugins that could be asked before or can be now, and did not go on
    QSet<QString> interfaces; ///< that these provide
};

/// Finds plugins, judges their descriptors, resolves what they need, starts them and calls them. Plugins that
/// came with Verbale and have no network access, and those that the user trusts, run in the program, each on
/// a worker of its own; all others in processes of their own, which are started when they are first asked for
/// something, watched, and started again after a crash. discover(), start(), update(), stop() and
/// releaseFromQuarantine() belong to one thread at a time; everything else, and waiting for the futures, may
/// be done on any. A plugin that fails is a list of problems, never the end of the program.
class PluginHost
{
public:
    explicit PluginHost(HostOptions options);
    ~PluginHost(); ///< cancels what is queued, stops every plugin; one that does not come back is left behind
    PluginHost(const PluginHost &) = delete;
    PluginHost &operator=(const PluginHost &) = delete;

    /// Reads every descriptor and resolves dependencies. No code of a plugin runs. Stops the plugins first
    /// when some are running.
    void discover();

    /// Starts every resolved plugin that runs in the program, and blocks until all of these are Running or
    /// Failed. Those in processes of their own stay Resolved until they are asked, or warmed up.
    void start();

    /// Takes over what may change while plugins run - folders, disabled, trusted, settings and safeMode of
    /// `next` -, looks for plugins anew and starts as start() does. A plugin that is as it was, and has what
    /// it needs as it was, goes on with whatever it is doing, and can be asked all the while. The others are
    /// stopped before, those that others need after these: plugins that are gone or not wanted any more,
    /// whose plugin.json, library, place or settings are others, and those in `anew`, whatever they look
    /// like.
    HostUpdate update(const HostOptions &next, const QSet<QString> &anew = {});

    /// Starts the process of a plugin that has one, if it is not there. Does not wait.
    void warmUp(const QString &pluginId);

    /// Ends every plugin, all together in HostOptions::stopTimeLimit whatever they do: those that others need
    /// after these. Cancels what they are asked at that moment.
    void stop();

    [[nodiscard]] QList<PluginInfo> plugins() const;

    /// What is wrong that is no plugin's own fault: a folder that cannot be read, a damaged ledger.
    [[nodiscard]] QList<Problem> problems() const;

    /// Ids of the plugins that can be asked for an interface, in the order of their folders: those that are
    /// Running, and those whose process is started when they are asked.
    [[nodiscard]] QStringList providersOf(const QString &interfaceId) const;
    [[nodiscard]] QList<Provider> providers(const QString &interfaceId) const; ///< likewise
    /// Of the providers of verbale.format/1, in their order.
    [[nodiscard]] QList<ReadableFormat> formats() const;

    /// Takes a plugin out of quarantine, so that the next start() tries it again. Errors: plugins.unknown,
    /// plugins.state-not-saved.
    Result<void> releaseFromQuarantine(const QString &pluginId);

    /// Calls run on the plugin's worker or in its process, in the order in which they were asked for; those
    /// of verbale.translate/1 side by side, each on a thread of its own. An unknown or stopped plugin, a
    /// missing interface, an exception and a cancel come back as an Error: plugins.not-running,
    /// plugins.no-interface, plugins.threw, plugins.cancelled; plugins.not-answering when the host had to
    /// leave the plugin behind. The plugin's own Error comes back as it is. A request still queued is
    /// cancelled at once. Of plugins in processes also: plugins.crashed (it took its process down twice with
    /// the same request, or hung), plugins.quarantined, plugins.replaced (its segments were asked for again
    /// in a newer revision), plugins.bad-answer, protocol.*, and why its process could not be started. Their
    /// futures finish on a thread of the host's, where continuations may run: these must be short and not
    /// stop the host.
    QFuture<Result<TermsAnswer>> findTerms(const QString &pluginId, TermsRequest request, StopToken stop,
                                           Progress progress = {});
    QFuture<Result<SuggestAnswer>> suggest(const QString &pluginId, SuggestRequest request, StopToken stop,
                                           Progress progress = {});
    /// Never asked a second time by the host, nor replaced by a later request: it may have cost money. What a
    /// plugin that is cancelled says of it within 400 ms is the answer, since only the plugin knows what had
    /// left by then; a process that says nothing is plugins.not-answering.
    QFuture<Result<TranslateAnswer>> translate(const QString &pluginId, TranslateRequest request,
                                               StopToken stop, Progress progress = {});
    /// What translate() would send; nothing is sent. Errors also: translate.no-preview, from a plugin that
    /// cannot say.
    QFuture<Result<TranslatePreview>> previewTranslation(const QString &pluginId, TranslateRequest request,
                                                         StopToken stop);
    QFuture<Result<CheckAnswer>> check(const QString &pluginId, CheckRequest request, StopToken stop,
                                       Progress progress = {});
    QFuture<Result<ReceiptsAnswer>> receipts(const QString &pluginId, ReceiptsRequest request, StopToken stop,
                                             Progress progress = {});
    QFuture<Result<AlignAnswer>> align(const QString &pluginId, AlignRequest request, StopToken stop,
                                       Progress progress = {});
    QFuture<Result<FormatDetectAnswer>> detectFormat(const QString &pluginId, FormatDetectRequest request,
                                                     StopToken stop, Progress progress = {});
    QFuture<Result<FormatReadAnswer>> readFormat(const QString &pluginId, FormatReadRequest request,
                                                 StopToken stop, Progress progress = {});
    QFuture<Result<FormatWriteAnswer>> writeFormat(const QString &pluginId, FormatWriteRequest request,
                                                   StopToken stop, Progress progress = {});
    QFuture<Result<CommandListAnswer>> commands(const QString &pluginId, CommandListRequest request,
                                                StopToken stop, Progress progress = {});
    QFuture<Result<CommandRunAnswer>> runCommand(const QString &pluginId, CommandRunRequest request,
                                                 StopToken stop, Progress progress = {});

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace verbale::host
