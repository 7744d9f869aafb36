#pragma once

#include "host/descriptor.h"
#include "host/plugin_state.h"

#include <verbale/sdk/check_provider.h>
#include <verbale/sdk/receipts_provider.h>
#include <verbale/sdk/suggestion_provider.h>
#include <verbale/sdk/terms_provider.h>

#include <QtCore/QFuture>
#include <QtCore/QHash>
#include <QtCore/QJsonObject>
#include <QtCore/QSet>

#include <chrono>
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
    QSet<QString> disabled;               ///< plugin ids that the user switched off
    QHash<QString, QJsonObject> settings; ///< by plugin id: the user's values for its settings schema
    QString stateFolder;                  ///< for the crash ledger and the plugins' data; empty: none is kept
    QString trialProgram; ///< verbale-plugin-host, which tries a foreign library in a child; empty: no trial
    QString locale;
    bool safeMode = false;                            ///< load none
    std::chrono::milliseconds startTimeLimit{10'000}; ///< for loading a library and its start()
    std::chrono::milliseconds stopTimeLimit{2'000};   ///< for the call that is running and stop()
    std::chrono::milliseconds trialTimeLimit{5'000};
};

/// A plugin as the plugins page and `verbale plugins list` show it.
struct PluginInfo
{
    Descriptor descriptor;
    Origin origin = Origin::Shipped;
    PluginState state = PluginState::Found;
    QList<Problem> problems;
    QString folder;
};

/// Finds plugins, judges their descriptors, resolves what they need, starts them and calls them, each on a
/// worker of its own. discover(), start(), stop() and releaseFromQuarantine() belong to one thread;
/// everything else, and waiting for the futures, may be done on any. A plugin that fails is a list of
/// problems, never the end of the program.
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

    /// Starts every resolved plugin. Blocks until all are Running or Failed.
    void start();

    /// Ends every running plugin, the last one started first; cancels what they are asked at that moment.
    void stop();

    [[nodiscard]] QList<PluginInfo> plugins() const;

    /// What is wrong that is no plugin's own fault: a folder that cannot be read, a damaged ledger.
    [[nodiscard]] QList<Problem> problems() const;

    /// Ids of the running plugins that provide an interface, in the order of their folders.
    [[nodiscard]] QStringList providersOf(const QString &interfaceId) const;

    /// Takes a plugin out of quarantine, so that the next start() tries it again. Errors: plugins.unknown,
    /// plugins.state-not-saved.
    Result<void> releaseFromQuarantine(const QString &pluginId);

    /// Calls run on the plugin's worker, in the order in which they were asked for. An unknown or stopped
    /// plugin, a missing interface, an exception and a cancel come back as an Error: plugins.not-running,
    /// plugins.no-interface, plugins.threw, plugins.cancelled; plugins.not-answering when the host had to
    /// leave the plugin behind. The plugin's own Error comes back as it is. A request still queued is
    /// cancelled at once.
    QFuture<Result<TermsAnswer>> findTerms(const QString &pluginId, TermsRequest request, StopToken stop,
                                           Progress progress = {});
    QFuture<Result<SuggestAnswer>> suggest(const QString &pluginId, SuggestRequest request, StopToken stop,
                                           Progress progress = {});
    QFuture<Result<CheckAnswer>> check(const QString &pluginId, CheckRequest request, StopToken stop,
                                       Progress progress = {});
    QFuture<Result<ReceiptsAnswer>> receipts(const QString &pluginId, ReceiptsRequest request, StopToken stop,
                                             Progress progress = {});

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace verbale::host
