#pragma once

#include "host/plugin_host.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtTest/QTest>

namespace verbale::host {

inline QString fixture(const QString &name)
{
    return QStringLiteral(FIXTURES "/") + name;
}

inline HostOptions optionsFor(const QString &folder, Origin origin = Origin::Shipped)
{
    HostOptions options;
    options.folders = {{folder, origin}};
    return options;
}

inline PluginInfo pluginOf(const PluginHost &host, const QString &id)
{
    const QList<PluginInfo> all = host.plugins();
    for (const PluginInfo &info : all) {
        if (info.descriptor.id == id)
            return info;
    }
    return {};
}

inline QString messagesOf(const QList<Problem> &problems)
{
    QStringList lines;
    for (const Problem &problem : problems)
        lines.append(problem.step + QLatin1Char(' ') + problem.code + QLatin1String(": ") + problem.message);
    return lines.join(QLatin1Char('\n'));
}

inline bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) &&
           file.write(bytes) == bytes.size();
}

} // namespace verbale::host
