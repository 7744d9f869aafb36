#pragma once

#include "host/plugin_host.h"

#include <verbale/sdk/control.h>

#include <functional>

namespace verbale::session {

struct PluginCheckOptions
{
    QJsonObject settings;                       ///< the user's values for the plugin's settings
    std::chrono::milliseconds callTimeLimit{0}; ///< 0: each interface its own
    QString sampleName; ///< of a file of the format, for a plugin that reads one; empty: none
    QByteArray sampleBytes;
    QString engine; ///< of a plugin that translates: the service to try; empty: none, since it may cost money
};

/// A line of the report.
struct PluginCheckRow
{
    enum class Outcome {
        Passed,
        Noted,    ///< allowed, and worth a look
        Failed,   ///< the plugin breaks what it promises
        NotAsked, ///< something before it has failed
    };
    QString part; ///< "descriptor", "start", "sandbox", "stop", or the interface
    QString name; ///< what was tried
    Outcome outcome = Outcome::Passed;
    QString message;
    double milliseconds = -1; ///< of the call; -1: there was none
};
QString outcomeName(PluginCheckRow::Outcome outcome); ///< "passed", "noted", "failed", "not-asked"

struct PluginCheckReport
{
    host::Descriptor descriptor;
    QString folder;
    QList<PluginCheckRow> rows;
    double startMilliseconds = -1;     ///< of its process, until it could be asked; -1: it never started
    QHash<QString, double> medians;    ///< by interface: milliseconds for one segment
    host::SandboxReport sandbox;       ///< what the system keeps it from
    QByteArray log;                    ///< the end of what it wrote for people
    [[nodiscard]] bool passed() const; ///< nothing has failed
};

/// The plugin of a folder, or the only one in its sub-folders; its descriptor is judged as the program does
/// it, nothing of it runs. `options` say what else there is. Errors: plugins.no-plugin, plugins.many.
Result<host::PluginInfo> pluginAt(const QString &path, host::HostOptions options);

/// Holds a plugin to what its interfaces promise, in a process of its own whatever it is, shut in as the
/// program does it: descriptor, start, every interface with texts as they come, a cancel, the time that a
/// call takes, its end. `onRow` hears of each row. Blocks. Errors: those of pluginAt(); plugins.cancelled.
Result<PluginCheckReport> checkPlugin(const QString &path, const host::HostOptions &hostOptions,
                                      const PluginCheckOptions &options, const StopToken &stop,
                                      const std::function<void(const PluginCheckRow &)> &onRow = {});

} // namespace verbale::session
