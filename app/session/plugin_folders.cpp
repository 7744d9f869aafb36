#include "session/plugin_folders.h"

#include "session/xdg_folders.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

namespace verbale::session {

using host::Origin;

namespace {

QStringList shippedFolders(const QString &applicationFolder)
{
    const QDir programs(applicationFolder);
    const QStringList candidates = {
        QStringLiteral("../lib/verbale/plugins"),
        QStringLiteral(VERBALE_PLUGINS_FROM_PROGRAMS),
        QStringLiteral("../lib/" VERBALE_LIBRARY_ARCHITECTURE "/verbale/plugins"),
    };
    QStringList folders;
    for (const QString &candidate : candidates) {
        const QString folder = QDir::cleanPath(programs.absoluteFilePath(candidate));
        if (!folders.contains(folder) && QFileInfo(folder).isDir())
            folders.append(folder);
    }
    return folders;
}

} // namespace

QString userPluginFolder(const QProcessEnvironment &environment)
{
    return xdgFolder(environment, QStringLiteral("XDG_DATA_HOME"), QStringLiteral(".local/share")) +
           QLatin1String("/verbale/plugins");
}

host::HostOptions hostOptions(const PluginSearch &search, const Settings &settings,
                              const QProcessEnvironment &environment)
{
    host::HostOptions options;
    for (const QString &folder : search.folders)
        options.folders.append({folder, Origin::CommandLine});
    const QString variable = environment.value(QStringLiteral("VERBALE_PLUGIN_PATH"));
    for (const QString &folder : variable.split(QDir::listSeparator(), Qt::SkipEmptyParts))
        options.folders.append({folder, Origin::Environment});
    for (const QString &folder : shippedFolders(search.applicationFolder))
        options.folders.append({folder, Origin::Shipped});
    const QString userFolder = userPluginFolder(environment);
    if (QFileInfo(userFolder).isDir())
        options.folders.append({userFolder, Origin::User});

    options.disabled = settings.disabledPlugins;
    options.trusted = settings.trustedPlugins;
    options.stateFolder =
        xdgFolder(environment, QStringLiteral("XDG_STATE_HOME"), QStringLiteral(".local/state")) +
        QLatin1String("/verbale");
    const QString trial =
        QDir(search.applicationFolder).absoluteFilePath(QStringLiteral("verbale-plugin-host"));
    if (QFileInfo(trial).isExecutable())
        options.trialProgram = trial;
    options.locale = search.locale.isEmpty() ? QStringLiteral("en") : search.locale;
    options.safeMode = search.safeMode;
    return options;
}

} // namespace verbale::session
