#include "session/plugin_source.h"

#include "session/plugin_source_rules.h"
#include "zip/package.h"

#include <QtCore/QCryptographicHash>

#include <algorithm>

namespace verbale::session {

namespace {

constexpr zip::PackageKind archiveKind{"install", "archive", "a plugin is smaller"};

// The kind of a file, as Unix writes it into an archive.
constexpr quint32 kindMask = 0170000;
constexpr quint32 regularFile = 0100000;
constexpr quint32 folderKind = 0040000;
constexpr quint32 linkKind = 0120000;
constexpr quint32 anyExecutable = 0111;

/// What some systems put into every archive that they make.
bool isOfTheSystem(const QString &name)
{
    return name.startsWith(QLatin1String("__MACOSX/")) ||
           name.section(QLatin1Char('/'), -1) == QLatin1String(".DS_Store");
}

class ArchiveSource final : public PluginSource
{
public:
    ArchiveSource(QByteArray bytes, zip::Package package)
        : m_bytes(std::move(bytes)), m_package(std::move(package))
    {
        m_digest = QCryptographicHash::hash(m_bytes, QCryptographicHash::Sha256).toHex();
    }

    Result<void> list(const InstallLimits &limits);
    Result<void> read(qsizetype file, const Take &take) override;

private:
    Result<void> takePart(const zip::Part &part, qsizetype index, SourceRules &rules);
    Result<void> enterOnlyFolder();

    const QByteArray m_bytes; ///< the package reads them
    zip::Package m_package;
    QList<qsizetype> m_parts; ///< of each file
};

Result<void> ArchiveSource::takePart(const zip::Part &part, qsizetype index, SourceRules &rules)
{
    if (isOfTheSystem(part.name))
        return {};
    if (part.encrypted)
        return sourceError("encrypted", part.name,
                           QStringLiteral("it has a password; pack the plugin without one"));
    const quint32 kind = part.unixMode & kindMask;
    if (kind == linkKind)
        return isALink(part.name);
    const bool isFolder = part.name.endsWith(QLatin1Char('/'));
    // Some programs call a folder in an archive a file.
    if (kind != 0 && kind != regularFile && !(isFolder && kind == folderKind))
        return isSpecial(part.name);
    if (isFolder)
        return rules.takeFolder(part.name.chopped(1));
    if (const Result<void> taken = rules.takeFile(part.name, part.size); !taken)
        return taken;
    m_files.append({part.name, part.size, (part.unixMode & anyExecutable) != 0});
    m_parts.append(index);
    return {};
}

Result<void> ArchiveSource::list(const InstallLimits &limits)
{
    const Result<QList<zip::Part>> parts = m_package.parts();
    if (!parts)
        return parts.error();
    SourceRules rules(limits);
    for (qsizetype i = 0; i < parts->size(); ++i) {
        if (const Result<void> taken = takePart(parts->at(i), i, rules); !taken)
            return taken;
    }
    constexpr qint64 harmless = 1024 * 1024;
    if (bytes() > harmless && bytes() / limits.ratio > m_bytes.size())
        return sourceError("ratio", m_package.fileName(),
                           QStringLiteral("it unpacks to more than %1 times its size, as archives do that "
                                          "are made to fill a disk")
                               .arg(limits.ratio));
    return enterOnlyFolder();
}

/// "hello/plugin.json" is as good as "plugin.json" where everything lies in "hello".
Result<void> ArchiveSource::enterOnlyFolder()
{
    const auto isDescriptor = [](const File &file) { return file.path == QLatin1String("plugin.json"); };
    if (std::any_of(m_files.cbegin(), m_files.cend(), isDescriptor))
        return {};
    const QString top = m_files.isEmpty()
                            ? QString()
                            : m_files.first().path.section(QLatin1Char('/'), 0, 0) + QLatin1Char('/');
    for (File &file : m_files) {
        if (!file.path.startsWith(top))
            return noDescriptor(m_package.fileName());
        file.path.remove(0, top.size());
    }
    if (std::none_of(m_files.cbegin(), m_files.cend(), isDescriptor))
        return noDescriptor(m_package.fileName());
    return {};
}

Result<void> ArchiveSource::read(qsizetype file, const Take &take)
{
    const File &about = m_files[file];
    qint64 got = 0;
    const Result<void> done = m_package.unpack(m_parts[file], [&](const QByteArray &piece) -> Result<void> {
        got += piece.size();
        return got > about.size ? saysAnotherSize(about.path) : take(piece);
    });
    if (done && got != about.size)
        return saysAnotherSize(about.path);
    return done;
}

} // namespace

qint64 PluginSource::bytes() const
{
    qint64 sum = 0;
    for (const File &file : m_files)
        sum += file.size;
    return sum;
}

Result<std::unique_ptr<PluginSource>> openPluginArchive(const QByteArray &bytes, const QString &fileName,
                                                        const InstallLimits &limits)
{
    Result<zip::Package> package = zip::Package::open(bytes, fileName, archiveKind, limits.bytes);
    if (!package)
        return package.error();
    auto source = std::make_unique<ArchiveSource>(bytes, std::move(package).value());
    if (const Result<void> listed = source->list(limits); !listed)
        return listed.error();
    return std::unique_ptr<PluginSource>(std::move(source));
}

} // namespace verbale::session
