#pragma once

#include <verbale/sdk/result.h>

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace verbale::session {

/// What a new plugin is to be.
struct PluginSkeleton
{
    QString id;       ///< "org.example.hello"; its last word names the library
    QString language; ///< one of skeletonLanguages()
    QString provides; ///< one of skeletonInterfaces()
    QString folder;   ///< to make; must not be there yet
};

QStringList skeletonLanguages();  ///< "cpp", "python"
QStringList skeletonInterfaces(); ///< "terms", "suggest" ...

/// Writes the folder of a plugin that works as it is: at most 60 lines in all. Never touches a folder or file
/// that is there; what it cannot write to its end it takes away again. Returns the files' names. Errors:
/// plugins.bad-id, plugins.bad-language, plugins.bad-interface, plugins.folder-exists, plugins.not-written.
Result<QStringList> writeSkeleton(const PluginSkeleton &skeleton);

} // namespace verbale::session
