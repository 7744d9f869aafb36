#include "session/plugin_source_rules.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace verbale::session {

namespace {

Error unreadable(const QString &file)
{
    return sourceError("unreadable", file,
                       QStringLiteral("it cannot be read; change its permissions or copy it to a folder of "
                                      "yours"));
}

Error changed(const QString &file)
{
    return sourceError("changed", file,
                       QStringLiteral("it was changed while it was read; try again when nobody writes it"));
}

/// Opens what is a file at this very moment: neither a link nor a pipe that keeps one waiting.
bool openAsItIs(QFile &file)
{
#ifdef Q_OS_UNIX
    const int descriptor = ::open(QFile::encodeName(file.fileName()).constData(),
                                  O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    struct stat about = {};
    if (descriptor < 0)
        return false;
    if (::fstat(descriptor, &about) == 0 && S_ISREG(about.st_mode) &&
        file.open(descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle))
        return true;
    ::close(descriptor);
    return false;
#else
    return !QFileInfo(file).isSymbolicLink() && file.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
#endif
}

class FolderSource final : public PluginSource
{
public:
    FolderSource(QString folder, const InstallLimits &limits) : m_folder(std::move(folder)), m_rules(limits)
    {
    }

    Result<void> list(const QString &under = {});
    Result<void> read(qsizetype file, const Take &take) override;

private:
    const QString m_folder;
    SourceRules m_rules;
};

Result<void> FolderSource::list(const QString &under)
{
    const QDir folder(m_folder + QLatin1Char('/') + under);
    if (!folder.isReadable())
        return unreadable(under.isEmpty() ? m_folder : under);
    constexpr QDir::Filters all = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
    const QFileInfoList entries = folder.entryInfoList(all, QDir::Name);
    for (const QFileInfo &entry : entries) {
        const QString path = under + entry.fileName();
        if (entry.isSymbolicLink())
            return isALink(path);
        Result<void> taken;
        if (entry.isDir()) {
            taken = m_rules.takeFolder(path);
            if (taken)
                taken = list(path + QLatin1Char('/'));
        } else if (entry.isFile()) {
            taken = m_rules.takeFile(path, entry.size());
            m_files.append({path, entry.size(), entry.isExecutable()});
        } else {
            taken = isSpecial(path);
        }
        if (!taken)
            return taken;
    }
    return {};
}

Result<void> FolderSource::read(qsizetype file, const Take &take)
{
    const File &about = m_files[file];
    QFile input(m_folder + QLatin1Char('/') + about.path);
    if (!openAsItIs(input))
        return unreadable(about.path);
    QByteArray piece(256 * 1024, Qt::Uninitialized);
    qint64 all = 0;
    for (;;) {
        const qint64 got = input.read(piece.data(), piece.size());
        if (got < 0)
            return unreadable(about.path);
        all += got;
        if (all > about.size || (got == 0 && all != about.size))
            return changed(about.path);
        if (got == 0)
            return {};
        if (const Result<void> taken = take(QByteArray::fromRawData(piece.constData(), got)); !taken)
            return taken;
    }
}

} // namespace

Result<std::unique_ptr<PluginSource>> openPluginFolder(const QString &folder, const InstallLimits &limits)
{
    if (!QFileInfo::exists(folder + QLatin1String("/plugin.json")))
        return noDescriptor(folder);
    auto source = std::make_unique<FolderSource>(folder, limits);
    if (const Result<void> listed = source->list(); !listed)
        return listed.error();
    return std::unique_ptr<PluginSource>(std::move(source));
}

} // namespace verbale::session
