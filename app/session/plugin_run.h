#pragma once

#include "host/plugin_host.h"

#include <verbale/sdk/control.h>

namespace verbale::session {

/// One question to a plugin, by hand.
struct PluginRun
{
    QString interfaceName; ///< "suggest", "format/read", "verbale.suggest/1", "verbale.format/1/read"
    QByteArray input;      ///< JSON, the params of the method; or a text with a segment a line; or a file
    QString inputName;     ///< for messages, and for a plugin that reads formats
    QString command;       ///< of a plugin with commands: which to run; empty: list them
    QString engine;        ///< of a plugin that translates: the service to ask
    QJsonObject settings;
    std::chrono::milliseconds callTimeLimit{0}; ///< 0: each interface its own
};

struct PluginRunOutcome
{
    QByteArray json;    ///< the answer as the program would use it
    QStringList faults; ///< what of the answer did not fit and was left out, a sentence each
    double milliseconds = 0;
};

/// Whether a run of this interface reads its input.
bool readsInput(const PluginRun &run);

/// Asks the plugin of a folder in a process of its own, shut in as the program does it. A line of a text is a
/// source, or a source, a tab and its translation; for `check` and `command` a line without a tab is a
/// translation. For `align` the lines' two columns are the two texts. For `format` the input is a file, which
/// is recognised and read. Blocks. `log` is what the plugin wrote, also when it fails. Errors: those of
/// pluginAt(), plugins.unusable (its descriptor), plugins.no-interface, text.* and protocol.* (the input),
/// what the plugin says.
Result<PluginRunOutcome> runPlugin(const QString &path, const host::HostOptions &options,
                                   const PluginRun &run, const StopToken &stop, const Progress &progress,
                                   QByteArray &log);

} // namespace verbale::session
