#include "text/file_io.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace verbale::text {

namespace {

constexpr qint64 chunkBytes = 1024 * 1024;

Error fileError(const char *code, const QString &path, const QString &message)
{
    return Error{QLatin1String(code), message, Place{path == QLatin1String("-") ? QString() : path}};
}

QString inMegabytes(qint64 bytes)
{
    return QString::number(static_cast<double>(bytes) / (1024.0 * 1024.0), 'f', 1) + QStringLiteral(" MiB");
}

Error tooLarge(const QString &path, qint64 bytes, qint64 maximum)
{
    const QString size = bytes > 0
                             ? QStringLiteral("The file has %1 (%2 bytes)").arg(inMegabytes(bytes)).arg(bytes)
                             : QStringLiteral("The input is larger than %1 bytes").arg(maximum);
    return fileError(
        "file.too-large", path,
        QStringLiteral("%1; the limit is %2. Split it into smaller files.").arg(size, inMegabytes(maximum)));
}

Error readFailed(const QString &path, const QString &why)
{
    return fileError(
        "file.read-failed", path,
        QStringLiteral("The file could not be read to its end: %1. Check the disk or the connection "
                       "and try again.")
            .arg(why));
}

/// Reads to the end, or to one byte more than the maximum.
Result<QByteArray> readAll(QFile &file, const QString &path, qint64 maximum)
{
    QByteArray bytes;
    while (bytes.size() <= maximum) {
        const qint64 wanted = qMin(chunkBytes, maximum + 1 - bytes.size());
        const qsizetype old = bytes.size();
        bytes.resize(old + wanted);
        const qint64 got = file.read(bytes.data() + old, wanted);
        bytes.resize(old + qMax<qint64>(got, 0));
        if (got < 0 || (got == 0 && file.error() != QFileDevice::NoError))
            return readFailed(path, file.errorString());
        if (got == 0)
            return bytes;
    }
    return tooLarge(path, file.isSequential() ? 0 : file.size(), maximum);
}

Result<QByteArray> readStandardInput(qint64 maximum)
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return readFailed(QStringLiteral("-"), input.errorString());
    return readAll(input, QStringLiteral("-"), maximum);
}

Error writeFailed(const QString &path, const QString &why)
{
    return fileError(
        "file.write-failed", path,
        QStringLiteral("The file could not be written: %1. Nothing was changed; free some space or "
                       "choose another folder and save again.")
            .arg(why));
}

Error notWritable(const QString &path)
{
    return fileError(
        "file.no-permission", path,
        QStringLiteral("The file may not be written. Change its permissions or save under another name."));
}

/// A write that comes back short does not say why; the next one does.
bool writeAll(QIODevice &device, const QByteArray &bytes)
{
    qint64 done = 0;
    while (done < bytes.size()) {
        const qint64 written = device.write(bytes.constData() + done, bytes.size() - done);
        if (written <= 0)
            return false;
        done += written;
    }
    return true;
}

/// The same for what is left in the buffer.
bool flushAll(QFileDevice &file)
{
    return file.flush() || file.flush();
}

using Write = std::function<Result<void>(QIODevice &device)>;

/// Brings what was written to the disk. A full disk, a quota or a lost connection may say so only now. What
/// went wrong; empty: nothing.
QString syncError(const QFileDevice &file)
{
#ifdef Q_OS_UNIX
    if (::fsync(file.handle()) == 0 || errno == EINVAL || errno == ENOTSUP || errno == EROFS)
        return {};
    return QString::fromLocal8Bit(std::strerror(errno));
#else
    Q_UNUSED(file)
    return {};
#endif
}

/// The new file belongs to the group of the one that it replaces, where that may be: a folder that several
/// people share stays shared. Where it may not, what that group might do is not for the writer's own.
void keepGroup(const QFileDevice &file, const QString &path)
{
#ifdef Q_OS_UNIX
    struct stat before = {};
    struct stat now = {};
    if (::stat(QFile::encodeName(path).constData(), &before) != 0 || ::fstat(file.handle(), &now) != 0 ||
        before.st_gid == now.st_gid)
        return;
    const bool kept = ::fchown(file.handle(), static_cast<uid_t>(-1), before.st_gid) == 0;
    // A change of group takes bits away.
    const mode_t mode = kept ? before.st_mode : now.st_mode & ~static_cast<mode_t>(S_IRWXG | S_ISGID);
    static_cast<void>(::fchmod(file.handle(), mode & 07777));
#else
    Q_UNUSED(file)
    Q_UNUSED(path)
#endif
}

/// So that the new name survives a power failure too. The file is whole in either case.
void syncFolder(const QString &path)
{
#ifdef Q_OS_UNIX
    const int folder = ::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(),
                              O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return;
    ::fsync(folder);
    ::close(folder);
#else
    Q_UNUSED(path)
#endif
}

/// A device or a pipe cannot be replaced by renaming: it is written to as it is.
Result<void> writeDirectly(QFile &file, const QString &path, const Write &write)
{
    const Result<void> done = write(file);
    if (!done && file.error() == QFileDevice::NoError)
        return done;
    if (!done || !flushAll(file))
        return fileError(
            "file.write-failed", path,
            QStringLiteral("The output could not be written to its end: %1. Free some space or choose "
                           "another output.")
                .arg(file.errorString()));
    return {};
}

Result<void> writeStandardOutput(const Write &write)
{
    QFile output;
    if (!output.open(stdout, QIODevice::WriteOnly))
        return writeFailed(QStringLiteral("-"), output.errorString());
    return writeDirectly(output, QStringLiteral("-"), write);
}

} // namespace

Result<QByteArray> readFile(const QString &path, qint64 maximumBytes)
{
    if (path == QLatin1String("-"))
        return readStandardInput(maximumBytes);
    const QFileInfo info(path);
    if (path.isEmpty() || !info.exists())
        return fileError(
            "file.missing", path,
            info.isSymLink()
                ? QStringLiteral("The link points to a file that does not exist. Check its target.")
                : QStringLiteral("There is no such file. Check the name and the folder."));
    if (info.isDir())
        return fileError("file.is-directory", path,
                         QStringLiteral("This is a folder, not a file. Name a file in it."));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        if (file.error() == QFileDevice::PermissionsError || !info.isReadable())
            return fileError(
                "file.no-permission", path,
                QStringLiteral("The file may not be read. Change its permissions or copy it to your own "
                               "folder."));
        return readFailed(path, file.errorString());
    }
    const bool sized = info.isFile() && info.size() > 0; // files of /proc say 0
    if (sized && info.size() > maximumBytes)
        return tooLarge(path, info.size(), maximumBytes);
    Result<QByteArray> bytes = readAll(file, path, maximumBytes);
    if (bytes.ok() && sized && bytes->size() < info.size())
        return readFailed(
            path, QStringLiteral("only %1 of %2 bytes were there").arg(bytes->size()).arg(info.size()));
    return bytes;
}

Result<void> writeFileAtomically(const QString &path, const QByteArray &bytes)
{
    return writeFileAtomically(path, [&bytes](QIODevice &device) -> Result<void> {
        if (!writeAll(device, bytes))
            return Error{QStringLiteral("file.write-failed"), device.errorString()};
        return {};
    });
}

Result<void> writeFileAtomically(const QString &path, const Write &write,
                                 const std::function<Result<void>(const QFileDevice &)> &mayReplace)
{
    if (path == QLatin1String("-"))
        return writeStandardOutput(write);
    const QFileInfo info(path);
    if (path.isEmpty())
        return writeFailed(path, QStringLiteral("no file name was given"));
    if (info.isDir())
        return writeFailed(path, QStringLiteral("this is a folder"));
    if (info.exists() && !info.isFile()) {
        QFile device(path);
        if (!device.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return device.error() == QFileDevice::PermissionsError ? notWritable(path)
                                                                   : writeFailed(path, device.errorString());
        return writeDirectly(device, path, write);
    }
    if (info.exists() && !info.isWritable())
        return notWritable(path);
    if (!info.dir().exists())
        return writeFailed(path, QStringLiteral("the folder %1 does not exist").arg(info.path()));
    QSaveFile file(path);
    file.setDirectWriteFallback(false);
    if (!file.open(QIODevice::WriteOnly))
        return writeFailed(path, file.errorString());
    keepGroup(file, path);
    const Result<void> done = write(file);
    if (!done || !flushAll(file)) {
        const bool isOfTheFile = file.error() != QFileDevice::NoError;
        const QString why = file.errorString();
        file.cancelWriting();
        return isOfTheFile || done ? writeFailed(path, why) : done;
    }
    if (const QString why = syncError(file); !why.isEmpty()) {
        file.cancelWriting();
        return writeFailed(path, why);
    }
    if (Result<void> may = mayReplace ? mayReplace(file) : Result<void>(); !may) {
        file.cancelWriting();
        return may;
    }
    if (!file.commit())
        return writeFailed(path, file.errorString());
    syncFolder(info.isSymLink() ? info.canonicalFilePath() : path);
    return {};
}

qint64 modifiedTime(const QFileDevice &file)
{
#ifdef Q_OS_LINUX
    struct stat status = {};
    if (::fstat(file.handle(), &status) == 0)
        return qint64{status.st_mtim.tv_sec} * 1000 + status.st_mtim.tv_nsec / 1'000'000;
#endif
    return file.fileTime(QFileDevice::FileModificationTime).toMSecsSinceEpoch();
}

} // namespace verbale::text
