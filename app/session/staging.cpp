#include "session/staging.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

#include <cerrno>
#include <cstdio>
#include <cstring>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace verbale::session {

namespace {

const QString hiddenPrefix = QStringLiteral(".verbale-staging-");

Error notWritten(const QString &path, const QString &why)
{
    return {QStringLiteral("install.not-written"),
            QStringLiteral("it could not be written: %1. Nothing was changed; free some space or look at the "
                           "folder's permissions, and try again")
                .arg(why),
            {path}};
}

QString systemSays()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

bool syncFolder(const QString &path)
{
#ifdef Q_OS_UNIX
    const int folder = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return false;
    const bool synced = ::fsync(folder) == 0 || errno == EINVAL || errno == ENOTSUP;
    ::close(folder);
    return synced;
#else
    Q_UNUSED(path)
    return true;
#endif
}

bool isThere(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() || info.isSymbolicLink();
}

void removeLeftovers(const QString &beside)
{
    const QFileInfoList old =
        QDir(beside).entryInfoList({hiddenPrefix + QLatin1Char('*')},
                                   QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot | QDir::NoSymLinks);
    for (const QFileInfo &folder : old) {
        if (folder.lastModified().addDays(1) <= QDateTime::currentDateTime())
            (void)QDir(folder.filePath()).removeRecursively();
    }
}

bool rename(const QString &from, const QString &to)
{
    return std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
}

/// In one step where the system can; otherwise the old one comes back when the new one does not stand.
bool changePlaces(const QString &folder, const QString &place)
{
#ifdef Q_OS_LINUX
    if (::renameat2(AT_FDCWD, QFile::encodeName(folder).constData(), AT_FDCWD,
                    QFile::encodeName(place).constData(), RENAME_EXCHANGE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS)
        return false;
#endif
    const QString former = folder + QLatin1String(".former");
    if (!rename(place, former))
        return false;
    if (rename(folder, place))
        return rename(former, folder);
    const int why = errno;
    (void)rename(former, place);
    errno = why;
    return false;
}

} // namespace

Result<StagingFolder> StagingFolder::make(const QString &beside, const QString &name, bool inner)
{
    if (beside.isEmpty() || !QDir().mkpath(beside))
        return notWritten(beside, QStringLiteral("the folder of plugins could not be made"));
    removeLeftovers(beside);
    QTemporaryDir hidden(beside + QLatin1Char('/') + hiddenPrefix + QLatin1String("XXXXXX"));
    if (!hidden.isValid())
        return notWritten(beside, hidden.errorString());
    const QString path = hidden.filePath(name);
    if (inner && !QDir().mkdir(path))
        return notWritten(path, systemSays());
    hidden.setAutoRemove(false);
    return StagingFolder(path);
}

Result<void> StagingFolder::write(const QString &name, bool executable,
                                  const std::function<Result<void>(const Take &)> &produce)
{
    const QString path = m_path + QLatin1Char('/') + name;
    if (!QDir().mkpath(QFileInfo(path).path()))
        return notWritten(path, systemSays());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered))
        return notWritten(path, file.errorString());
    const Result<void> written = produce([&](const QByteArray &piece) -> Result<void> {
        for (qsizetype done = 0; done < piece.size();) {
            const qint64 now = file.write(piece.constData() + done, piece.size() - done);
            if (now <= 0)
                return notWritten(path, file.errorString());
            done += now;
        }
        return {};
    });
    if (!written)
        return written;
    QFile::Permissions rights = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther;
    if (executable)
        rights |= QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther;
    file.setPermissions(rights);
#ifdef Q_OS_UNIX
    if (::fsync(file.handle()) != 0 && errno != EINVAL && errno != ENOTSUP)
        return notWritten(path, systemSays());
#endif
    return {};
}

Result<void> StagingFolder::sync() const
{
    QDirIterator folders(m_path, QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot | QDir::NoSymLinks,
                         QDirIterator::Subdirectories);
    while (folders.hasNext()) {
        const QString folder = folders.next();
        if (!syncFolder(folder))
            return notWritten(folder, systemSays());
    }
    return syncFolder(m_path) ? Result<void>() : notWritten(m_path, systemSays());
}

Result<void> StagingFolder::putInPlace(const QString &folder, const QString &place, bool exchange)
{
    if (!exchange && isThere(place))
        return notWritten(place, QStringLiteral("something stands there already"));
    if (!isThere(folder))
        return notWritten(folder, QStringLiteral("it is not there any more"));
    if (exchange ? !changePlaces(folder, place) : !rename(folder, place))
        return notWritten(place, systemSays());
    (void)syncFolder(QFileInfo(place).path()); // the folder is whole in either case
    return {};
}

void StagingFolder::removeWith(const QString &inner)
{
    const QFileInfo hidden(QFileInfo(inner).path());
    if (hidden.fileName().startsWith(hiddenPrefix))
        (void)QDir(hidden.filePath()).removeRecursively();
}

} // namespace verbale::session
