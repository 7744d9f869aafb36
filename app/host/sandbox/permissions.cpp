#include "host/sandbox/permissions.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QLibraryInfo>
#include <QtCore/QSet>
#include <QtCore/QUrl>

#include <algorithm>

namespace verbale::host {

namespace {

bool isSameOrInside(const QString &path, const QString &folder)
{
    return path == folder ||
           path.startsWith(folder == QLatin1String("/") ? folder : folder + QLatin1Char('/'));
}

/// What the user has named in the plugin's settings is opened by naming it.
void openWhatSettingsName(const Descriptor &descriptor, const PluginContext &context,
                          Permissions &permissions)
{
    const QJsonObject properties = descriptor.settingsSchema.value(QLatin1String("properties")).toObject();
    for (auto it = properties.constBegin(); it != properties.constEnd(); ++it) {
        const QString format = it.value().toObject().value(QLatin1String("format")).toString();
        const QString value = context.settings.value(it.key()).toString();
        if (value.isEmpty())
            continue;
        if (format == QLatin1String("file") || format == QLatin1String("folder")) {
            const QFileInfo chosen(value);
            if (chosen.isAbsolute() && chosen.exists())
                permissions.readFolders.append(chosen.canonicalFilePath());
        } else if (format == QLatin1String("uri") && descriptor.network && !descriptor.hosts.isEmpty()) {
            const QUrl url(value);
            const int port = url.port(url.scheme() == QLatin1String("http") ? 80 : 443);
            if (!url.host().isEmpty())
                permissions.hosts.append(QStringLiteral("%1:%2").arg(url.host()).arg(port));
        }
    }
}

/// A plugin that obeys the environment reaches its hosts through these alone.
QList<quint16> portsOfTheProxies()
{
    QSet<quint16> ports;
    for (const char *const name : proxyVariables) {
        QByteArray place = qgetenv(name);
        if (place.isEmpty())
            continue;
        if (const qsizetype scheme = place.indexOf("://"); scheme >= 0)
            place.remove(0, scheme + 3);
        place.remove(0, place.lastIndexOf('@') + 1);
        place = place.split('/').first();
        const qsizetype colon = place.lastIndexOf(':');
        const quint16 port = colon > place.lastIndexOf(']') ? place.mid(colon + 1).toUShort() : 0;
        if (port != 0)
            ports.insert(port);
        else
            ports.unite({80, 443, 1080}); // libraries differ in what they take then
    }
    QList<quint16> list = ports.values();
    std::sort(list.begin(), list.end());
    return list;
}

} // namespace

Result<Permissions> permissionsOf(const Descriptor &descriptor, const PluginContext &context)
{
    Permissions permissions;
    permissions.network = descriptor.network;
    permissions.hosts = descriptor.hosts;
    if (descriptor.network && !descriptor.hosts.isEmpty())
        permissions.proxyPorts = portsOfTheProxies();
    permissions.memoryBytes =
        descriptor.memoryMiB > 0 ? descriptor.memoryMiB * 1024 * 1024 : defaultMemoryBytes;
    permissions.cpuSeconds = defaultCpuSeconds;
    permissions.fileBytes = defaultFileBytes;
    const QString folder = QFileInfo(context.pluginFolder).canonicalFilePath();
    if (!folder.isEmpty()) {
        if (isSameOrInside(QFileInfo(QDir::homePath()).canonicalFilePath(), folder)) {
            return Error{QStringLiteral("sandbox.folder-too-wide"),
                         QStringLiteral(
                             "The plugin lies in %1 itself, and it may read the folder that it lies in; move "
                             "it into a folder of its own.")
                             .arg(folder)};
        }
        permissions.readFolders.append(folder);
    }
    // Where Qt does not lie in /usr, its libraries are needed by every library that is linked with it.
    const QString qt = QFileInfo(QLibraryInfo::path(QLibraryInfo::LibrariesPath)).canonicalFilePath();
    if (!qt.isEmpty() && !isSameOrInside(qt, QStringLiteral("/usr")))
        permissions.readFolders.append(qt);
    openWhatSettingsName(descriptor, context, permissions);
    if (!context.dataFolder.isEmpty())
        permissions.writeFolders.append(QDir::cleanPath(QFileInfo(context.dataFolder).absoluteFilePath()));
    return permissions;
}

QList<quint16> portsOf(const Permissions &permissions)
{
    QSet<quint16> ports;
    for (const QString &host : permissions.hosts) {
        const quint16 port = host.section(QLatin1Char(':'), -1).toUShort();
        if (port != 0)
            ports.insert(port);
        else
            ports.unite({80, 443});
    }
    if (!ports.isEmpty())
        ports.unite({permissions.proxyPorts.begin(), permissions.proxyPorts.end()});
    if (!ports.isEmpty())
        ports.insert(53); // names are asked for by TCP when the answer is long
    QList<quint16> list = ports.values();
    std::sort(list.begin(), list.end());
    return list;
}

} // namespace verbale::host
