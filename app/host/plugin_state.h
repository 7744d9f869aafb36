#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

namespace verbale::host {

/// A plugin's states. Which state may follow which is a table in plugin_state.cpp.
enum class PluginState {
    Found,       ///< a folder with a plugin.json; nothing else is known
    Rejected,    ///< the descriptor is not usable; see the problems
    Read,        ///< the descriptor is good
    Disabled,    ///< switched off by the user, or by --safe-mode
    Unresolved,  ///< something that it needs is missing, failed or goes in a circle
    Quarantined, ///< it took the program (or a trial) down; off until the user enables it again
    Resolved,    ///< everything that it needs is there
    Starting,
    Running,
    Failed, ///< its library or its start() did not work; see the problems
    Stopping,
    Stopped,
};

QString stateName(PluginState state); ///< "found", "rejected" ...
bool mayFollow(PluginState from, PluginState to);

/// One thing that is wrong with a plugin. `step` is where it was found: "read", "resolve", "load", "start",
/// "call", "stop"; `code` is stable ("descriptor.missing-key"); `message` is a sentence that says what to do.
struct Problem
{
    QString step;
    QString code;
    QString message;
};

} // namespace verbale::host
