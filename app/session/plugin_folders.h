#pragma once

#include "host/plugin_host.h"
#include "session/settings.h"

#include <QtCore/QProcessEnvironment>
#include <QtCore/QStringList>

namespace verbale::session {

/// What a program knows about where its plugins may be.
struct PluginSearch
{
    QString applicationFolder; ///< of the running program: QCoreApplication::applicationDirPath()
    QStringList folders;       ///< --plugin-path
    QString locale;            ///< of the user interface, BCP 47; empty: "en"
    bool safeMode = false;     ///< --safe-mode
};

/// Where a user's own plugins are: $XDG_DATA_HOME/verbale/plugins. It need not be there.
QString userPluginFolder(const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());

/// The options for a host, from the program's place, the environment and the user's settings. Folders in
/// order (the first plugin with an id wins): --plugin-path, VERBALE_PLUGIN_PATH (separated as in PATH), those
/// shipped with the program (of the build tree or of the install tree, found from the program's own place),
/// the user's $XDG_DATA_HOME/verbale/plugins. Shipped and user folders that do not exist are left out; those
/// that someone named are kept, so that the host can complain. The trial program is the verbale-plugin-host
/// beside the program.
host::HostOptions
hostOptions(const PluginSearch &search, const Settings &settings,
            const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());

} // namespace verbale::session
