#include "session/plugin_install.h"

#include "host/discovery.h"
#include "host/sandbox/sandbox_sentences.h"
#include "session/plugin_source_rules.h"
#include "session/staging.h"
#include "text/file_io.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QStandardPaths>

#include <algorithm>
#include <map>

namespace verbale::session {

namespace {

using host::Descriptor;
using host::FoundPlugin;
using host::Origin;

Result<std::unique_ptr<PluginSource>> openSource(const QString &path, const InstallLimits &limits)
{
    const QFileInfo info(path);
    if (info.isDir())
        return openPluginFolder(info.canonicalFilePath(), limits);
    if (info.isFile() && info.fileName() == QLatin1String("plugin.json"))
        return openPluginFolder(info.canonicalPath(), limits);
    if (!info.isFile())
        return sourceError(
            "not-a-plugin", path,
            info.exists() ? QStringLiteral("neither a folder nor a file; choose a plugin's folder or ZIP "
                                           "archive")
                          : QStringLiteral("it is not there; check the name"));
    const Result<QByteArray> bytes = text::readFile(path, limits.archiveBytes);
    if (!bytes)
        return sourceError(bytes.error().code == QLatin1String("file.too-large") ? "too-large" : "unreadable",
                           path, bytes.error().message);
    if (!bytes->startsWith("PK"))
        return sourceError("not-a-plugin", path,
                           QStringLiteral("this is no ZIP archive; choose a plugin's folder or ZIP archive"));
    return openPluginArchive(*bytes, path, limits);
}

const QString descriptorName = QStringLiteral("plugin.json");

/// `json`: the bytes that were judged.
Result<Descriptor> descriptorOf(PluginSource &source, const QString &name, QByteArray &json)
{
    const QList<PluginSource::File> &files = source.files();
    const auto found = std::find_if(files.cbegin(), files.cend(), [](const PluginSource::File &file) {
        return file.path == descriptorName;
    });
    if (found == files.cend())
        return noDescriptor(name);
    const Result<void> read =
        source.read(found - files.cbegin(), [&json](const QByteArray &piece) -> Result<void> {
            json += piece.left(host::descriptorSizeLimit + 1 - json.size());
            return {};
        });
    if (!read)
        return read.error();
    const host::DescriptorReading reading = host::readDescriptor(json, descriptorName);
    if (!reading.ours)
        return sourceError("no-descriptor", name,
                           QStringLiteral("its plugin.json is another program's; this is no plugin of "
                                          "Verbale's"));
    QStringList problems;
    for (const host::Problem &problem : reading.problems)
        problems.append(problem.message);
    if (!problems.isEmpty())
        return sourceError("descriptor", name,
                           QStringLiteral("its plugin.json cannot be used: %1").arg(problems.join(u' ')));
    return reading.descriptor;
}

/// Where it would go, and what stands there. Judged by the files, for nothing need run for that.
Result<void> findRoom(PluginOffer &offer, const InstallPlace &place)
{
    const QString &id = offer.descriptor.id;
    const auto taken = [&](const char *code, const QString &message) {
        return sourceError(code, offer.source, message);
    };
    if (id.startsWith(QLatin1String("org.verbale."), Qt::CaseInsensitive))
        return taken("shipped-id", QStringLiteral("its id, %1, is one of Verbale's own; it is not what it "
                                                  "says it is")
                                       .arg(id));
    QList<host::PluginFolder> folders = place.folders;
    folders.append({place.userFolder, Origin::User});
    const QList<FoundPlugin> plugins = host::findPlugins(folders).plugins;
    for (const FoundPlugin &plugin : plugins) {
        if (plugin.reading.descriptor.id != id)
            continue;
        if (plugin.origin == Origin::Shipped)
            return taken("shipped-id", QStringLiteral("a plugin with its id, %1, came with Verbale, and is "
                                                      "not replaced")
                                           .arg(id));
        if (plugin.origin != Origin::User)
            return taken("elsewhere", QStringLiteral("a plugin with its id, %1, is used from %2; take that "
                                                     "out of the plugin path first")
                                          .arg(id, plugin.folder));
        offer.installed = plugin.reading.descriptor;
        offer.folder = plugin.folder;
        return {};
    }
    offer.folder = place.userFolder + QLatin1Char('/') + id;
    for (int number = 2; QFileInfo(offer.folder).exists() || QFileInfo(offer.folder).isSymbolicLink();
         ++number)
        offer.folder = place.userFolder + QStringLiteral("/%1-%2").arg(id).arg(number);
    return {};
}

/// Of a folder: of the lines "SHA-256  path", in the order of the paths' bytes, as sha256sum writes them.
QByteArray digestOfList(const std::map<QByteArray, QByteArray> &digests)
{
    QCryptographicHash all(QCryptographicHash::Sha256);
    for (const auto &[path, digest] : digests)
        all.addData(digest + "  " + path + '\n');
    return all.result().toHex();
}

Result<QByteArray> copyFiles(PluginSource &source, StagingFolder &to, const StopToken &stop)
{
    std::map<QByteArray, QByteArray> digests;
    for (qsizetype i = 0; i < source.files().size(); ++i) {
        const PluginSource::File &file = source.files().at(i);
        QCryptographicHash hash(QCryptographicHash::Sha256);
        const Result<void> written =
            to.write(file.path, file.executable, [&](const StagingFolder::Take &take) {
                return source.read(i, [&](const QByteArray &piece) -> Result<void> {
                    if (stop.stop_requested())
                        return sourceError("stopped", file.path, QStringLiteral("Installing was stopped."));
                    hash.addData(piece);
                    return take(piece);
                });
            });
        if (!written)
            return written.error();
        digests.emplace(file.path.toUtf8(), hash.result().toHex());
    }
    if (const Result<void> synced = to.sync(); !synced)
        return synced.error();
    return source.digest().isEmpty() ? digestOfList(digests) : source.digest();
}

} // namespace

StagedPlugin::~StagedPlugin()
{
    if (!copy.isEmpty())
        StagingFolder::removeWith(copy);
}

host::SandboxReport expectedSandbox(const Descriptor &descriptor, const QJsonObject &settings)
{
    const PluginContext context{descriptor.id, descriptor.folder, {}, settings, {}};
    const Result<host::Permissions> permissions = host::permissionsOf(descriptor, context);
    if (!permissions)
        return {};
    return host::reportOf(*permissions, host::kernelSupport(), descriptor.runs == QLatin1String("process"));
}

Result<std::shared_ptr<StagedPlugin>> stagePlugin(const QString &source, const InstallPlace &place,
                                                  const StopToken &stop)
{
    Result<std::unique_ptr<PluginSource>> opened = openSource(source, place.limits);
    if (!opened)
        return opened.error();
    PluginSource &files = *opened.value();
    QByteArray judged;
    const Result<Descriptor> descriptor = descriptorOf(files, source, judged);
    if (!descriptor)
        return descriptor.error();
    auto staged = std::make_shared<StagedPlugin>();
    PluginOffer &offer = staged->offer;
    offer.source = source;
    offer.descriptor = *descriptor;
    offer.bytes = files.bytes();
    offer.files = files.files().size();
    if (const Result<void> room = findRoom(offer, place); !room)
        return room.error();
    const QString chosen = QFileInfo(source).isDir() ? source : QFileInfo(source).path();
    if (offer.installed &&
        QFileInfo(chosen).canonicalFilePath() == QFileInfo(offer.folder).canonicalFilePath())
        return sourceError("already-there", source, QStringLiteral("this is the plugin that is installed"));
    Result<StagingFolder> staging = StagingFolder::make(place.userFolder, QFileInfo(offer.folder).fileName());
    if (!staging)
        return staging.error();
    staged->copy = staging->path(); // from here on it is removed with `staged`
    const Result<QByteArray> digest = copyFiles(files, *staging, stop);
    if (!digest)
        return digest.error();
    // The source was read twice: what is shown has to be what is installed.
    const Result<QByteArray> copied = text::readFile(staged->copy + QLatin1Char('/') + descriptorName);
    if (!copied || *copied != judged)
        return isChanged(descriptorName);
    offer.sha256 = *digest;
    offer.descriptor.folder = offer.folder;
    offer.sandbox = expectedSandbox(offer.descriptor);
    return staged;
}

Result<PluginChange> installPlugin(StagedPlugin &staged)
{
    const QString &folder = staged.offer.folder;
    if (const Result<void> moved =
            StagingFolder::putInPlace(staged.copy, folder, staged.offer.installed.has_value());
        !moved)
        return moved.error();
    PluginChange change{folder, {}, false};
    if (staged.offer.installed)
        change.kept = std::exchange(staged.copy, {}); // the two have changed places
    else
        StagingFolder::removeWith(std::exchange(staged.copy, {}));
    return change;
}

Result<PluginChange> removePlugin(const QString &folder, const QString &userFolder)
{
    const QFileInfo info(folder);
    const QString own = QFileInfo(userFolder).canonicalFilePath();
    if (userFolder.isEmpty() || own.isEmpty() || QFileInfo(info.absolutePath()).canonicalFilePath() != own)
        return sourceError(
            "not-yours", folder,
            QStringLiteral("the plugin does not lie in your plugins' folder; remove it where it "
                           "lies"));
    const Result<StagingFolder> kept = StagingFolder::make(userFolder, info.fileName(), false);
    if (!kept)
        return kept.error();
    if (const Result<void> moved = StagingFolder::putInPlace(folder, kept->path(), false); !moved) {
        StagingFolder::removeWith(kept->path());
        return moved.error();
    }
    return PluginChange{folder, kept->path(), true};
}

Result<void> undoChange(const PluginChange &change)
{
    if (change.removed || !change.kept.isEmpty()) {
        const Result<void> moved = StagingFolder::putInPlace(change.kept, change.folder, !change.removed);
        if (moved)
            StagingFolder::removeWith(change.kept);
        return moved;
    }
    const Result<StagingFolder> away = StagingFolder::make(QFileInfo(change.folder).absolutePath(),
                                                           QFileInfo(change.folder).fileName(), false);
    if (!away)
        return away.error();
    const Result<void> moved = StagingFolder::putInPlace(change.folder, away->path(), false);
    StagingFolder::removeWith(away->path());
    return moved;
}

void forgetChange(const PluginChange &change)
{
    if (change.kept.isEmpty())
        return;
    if (QFileInfo(change.kept).exists() || QFileInfo(change.kept).isSymbolicLink()) {
        // Where the folder of the trash's folder is missing, Qt takes the working folder for the trash.
        if (QDir().mkpath(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)))
            (void)QFile::moveToTrash(change.kept);
    }
    StagingFolder::removeWith(change.kept);
}

} // namespace verbale::session
