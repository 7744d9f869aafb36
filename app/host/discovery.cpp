#include "host/discovery.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

namespace verbale::host {

namespace {

constexpr qsizetype pluginLimit = 200;

class Search
{
public:
    void searchFolder(const PluginFolder &folder);
    Discovery takeDiscovery() { return std::move(m_discovery); }

private:
    void problem(const char *code, const QString &message)
    {
        m_discovery.problems.append({QStringLiteral("find"), QLatin1String(code), message});
    }
    bool isReadable(const PluginFolder &folder, const QFileInfo &info);
    bool take(const QString &folder, Origin origin);

    Discovery m_discovery;
    QSet<QString> m_visited;
};

bool Search::isReadable(const PluginFolder &folder, const QFileInfo &info)
{
    const bool asked = folder.origin == Origin::CommandLine || folder.origin == Origin::Environment;
    if (!info.exists()) {
        // The shipped and the user's folder need not be there; one that somebody named has to be.
        if (asked || info.isSymbolicLink())
            problem("folder.missing",
                    QStringLiteral("%1: there is no such folder of plugins").arg(folder.path));
        return false;
    }
    if (!info.isDir()) {
        problem(
            "folder.not-a-folder",
            QStringLiteral("%1: not a folder; name the folder that plugin.json lies in").arg(folder.path));
        return false;
    }
    if (!info.isReadable() || !info.isExecutable()) {
        problem("folder.unreadable",
                QStringLiteral("%1: no permission to read this folder").arg(folder.path));
        return false;
    }
    return true;
}

/// True when the folder is a plugin's (usable or not), or was looked at before.
bool Search::take(const QString &folder, Origin origin)
{
    const QFileInfo file(folder + QLatin1String("/plugin.json"));
    if (!file.exists() && !file.isSymbolicLink())
        return false;
    const QString canonical = QFileInfo(folder).canonicalFilePath();
    if (m_visited.contains(canonical))
        return true;
    m_visited.insert(canonical);

    FoundPlugin found{folder, origin, {}, {}};
    const auto unreadable = [&found, &file](const QString &why) {
        found.reading.problems.append({QStringLiteral("read"), QStringLiteral("descriptor.unreadable"),
                                       file.filePath() + QLatin1String(": ") + why});
    };
    const auto read = [&found, &file](const QByteArray &json) {
        found.reading = readDescriptor(json, file.filePath());
        found.hash = QCryptographicHash::hash(json, QCryptographicHash::Sha256);
    };
    QFile source(file.filePath());
    if (!file.isFile())
        unreadable(QStringLiteral("not a regular file"));
    else if (!source.open(QIODevice::ReadOnly))
        unreadable(QStringLiteral("cannot be read: ") + source.errorString());
    else
        read(source.read(descriptorSizeLimit + 1));
    found.reading.descriptor.folder = folder;
    if (found.reading.ours)
        m_discovery.plugins.append(found);
    return true;
}

void Search::searchFolder(const PluginFolder &folder)
{
    if (folder.path.isEmpty())
        return;
    const QFileInfo info(folder.path);
    if (!isReadable(folder, info))
        return;
    const QString base = QDir::cleanPath(info.absoluteFilePath());
    if (take(base, folder.origin))
        return;
    const QFileInfoList entries =
        QDir(base).entryInfoList(QDir::Dirs | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
    for (const QFileInfo &entry : entries) {
        if (m_discovery.plugins.size() >= pluginLimit) {
            problem(
                "folder.too-many",
                QStringLiteral("%1: more than %2 plugins; the rest is left out").arg(base).arg(pluginLimit));
            return;
        }
        if (entry.isSymbolicLink() && !entry.exists())
            problem("folder.broken-link",
                    QStringLiteral("%1: a link that leads nowhere or in a circle").arg(entry.filePath()));
        else if (entry.isDir() && !entry.isReadable())
            problem("folder.unreadable",
                    QStringLiteral("%1: no permission to read this folder").arg(entry.filePath()));
        else if (entry.isDir())
            take(entry.filePath(), folder.origin);
    }
}

} // namespace

Discovery findPlugins(const QList<PluginFolder> &folders)
{
    Search search;
    for (const PluginFolder &folder : folders)
        search.searchFolder(folder);
    return search.takeDiscovery();
}

} // namespace verbale::host
