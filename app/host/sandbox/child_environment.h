#pragma once

#include <verbale/sdk/result.h>

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

namespace verbale::host {

/// The whole environment of a plugin's process, each as "NAME=value": PATH, LANG, LC_ALL, TZ when it is set
/// here, HOME and TMPDIR in the plugin's data folder. Nothing is inherited, least of all LD_* and VERBALE_*.
QList<QByteArray> childEnvironment(const QString &dataFolder);

/// Makes the data folder and tmp in it, for its owner alone. Does nothing when it is empty. Errors:
/// sandbox.folder.
Result<void> prepareDataFolder(const QString &dataFolder);

/// Closes every descriptor from `first` on. May be called between fork() and execve().
void closeDescriptorsFrom(int first) noexcept;

} // namespace verbale::host
