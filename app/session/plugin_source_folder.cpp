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

#ifdef Q_OS_UNIX
/// Opens a path below a folder part by part, so that at no moment a link is followed; -1: it cannot.
int openBelow(const QString &folder, const QString &path)
{
    constexpr int flags = O_RDONLY | O_NOFOLLOW | O_CLOEXEC;
    int place = ::open(QFile::encodeName(folder).constData(), flags | O_DIRECTORY);
    const QStringList parts = path.split(QLatin1Char('/'));
    for (qsizetype i = 0; i < parts.size() && place >= 0; ++i) {
        const bool isLast = i + 1 == parts.size();
        const int next = ::openat(place, QFile::encodeName(parts[i]).constData(),
                                  flags | (isLast ? O_NONBLOCK : O_DIRECTORY));
        ::close(place);
        place = next;
    }
    return place;
}
#endif

/// Opens what is a file of the folder at this very moment: neither a link nor behind one, and no pipe that
/// keeps one waiting.
bool openAsItIs(QFile &file, const QString &folder, const QString &path)
{
#ifdef Q_OS_UNIX
    const int descriptor = openBelow(folder, path);
    struct stat about = {};
    if (descriptor < 0)
        return false;
    if (::fstat(descriptor, &about) == 0 && S_ISREG(about.st_mode) &&
        file.open(descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle))
        return true;
    ::close(descriptor);
    return false;
#else
    file.setFileName(folder + QLatin1Char('/') + path);
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
    QFile input;
    if (!openAsItIs(input, m_folder, about.path))
        return unreadable(about.path);
    QByteArray piece(256 * 1024, Qt::Uninitialized);
    qint64 all = 0;
    for (;;) {
        const qint64 got = input.read(piece.data(), piece.size());
        if (got < 0)
            return unreadable(about.path);
        all += got;
        if (all > about.size || (got == 0 && all != about.size))
            return isChanged(about.path);
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
