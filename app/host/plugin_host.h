#pragma once

#include "host/descriptor.h"
#include "host/plugin_state.h"

#include <verbale/sdk/check_provider.h>
#include <verbale/sdk/suggestion_provider.h>
#include <verbale/sdk/terms_provider.h>

#include <QtCore/QFuture>
#include <QtCore/QSet>

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
    QList<PluginFolder> folders; ///< in order; the first plugin with an id wins, later ones are Rejected as duplicates
    QSet<QString> disabled;      ///< plugin ids that the user switched off
    QString stateFolder;         ///< for the crash ledger and the plugins' data; empty: none is kept
    QString trialProgram;        ///< verbale-plugin-host, which tries a foreign library in a child; empty: no trial
    QString locale;
    bool safeMode = false; ///< load none
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

/// Finds plugins, judges their descriptors, resolves what they need, starts them and calls them, each on a worker of
/// its own. Owned by one thread; the futures that it returns may be waited for on any thread. A plugin that fails is
/// a list of problems, never the end of the program.
class PluginHost
{
public:
    explicit PluginHost(HostOptions options);
    ~PluginHost(); ///< stops every plugin, waits at most two seconds for each
    PluginHost(const PluginHost &) = delete;
    PluginHost &operator=(const PluginHost &) = delete;

    /// Reads every descriptor and resolves dependencies. No code of a plugin runs.
    void discover();

    /// Starts every resolved plugin. Blocks until all are Running or Failed.
    void start();

    [[nodiscard]] QList<PluginInfo> plugins() const;

    /// Ids of the running plugins that provide an interface, in the order of their folders.
    [[nodiscard]] QStringList providersOf(const QString &interfaceId) const;

    /// Takes a plugin out of quarantine, so that the next start tries it again. Error: plugins.unknown.
    Result<void> releaseFromQuarantine(const QString &pluginId);

    /// Calls run on the plugin's worker, in the order in which they were asked for. An unknown or stopped plugin, a
    /// missing interface, an exception and a cancel come back as an Error: plugins.not-running,
    /// plugins.no-interface, plugins.threw, plugins.cancelled.
    QFuture<Result<TermsAnswer>> findTerms(const QString &pluginId, TermsRequest request, StopToken stop,
                                           Progress progress = {});
    QFuture<Result<SuggestAnswer>> suggest(const QString &pluginId, SuggestRequest request, StopToken stop,
                                           Progress progress = {});
    QFuture<Result<CheckAnswer>> check(const QString &pluginId, CheckRequest request, StopToken stop,
                                       Progress progress = {});

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace verbale::host
