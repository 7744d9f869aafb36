#include "plugins/machine-translation/store/sending_locks.h"

#include <QtCore/QFile>
#include <QtCore/QtEndian>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace verbale::mt {

namespace {

/// The byte that stands for a key, which is a hash: two texts share one once in some billion billion.
struct flock byteOf(const QByteArray &key, short kind)
{
    quint64 place = 0;
    std::memcpy(&place, key.constData(), std::min(sizeof(place), static_cast<std::size_t>(key.size())));
    struct flock lock = {};
    lock.l_type = kind;
    lock.l_whence = SEEK_SET;
    lock.l_start = static_cast<off_t>(qFromLittleEndian(place) >> 2U);
    lock.l_len = 1;
    return lock;
}

} // namespace

Result<std::unique_ptr<SendingLocks>> SendingLocks::open(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW,
                            S_IRUSR | S_IWUSR);
    if (file < 0)
        return Error{QStringLiteral("mt.store-no-permission"),
                     QStringLiteral("This file could not be opened: %1.")
                         .arg(QString::fromLocal8Bit(std::strerror(errno))),
                     {path}};
    return std::unique_ptr<SendingLocks>(new SendingLocks(file));
}

SendingLocks::~SendingLocks()
{
    ::close(m_file);
}

bool SendingLocks::take(const QByteArray &key)
{
    struct flock lock = byteOf(key, F_WRLCK);
    return ::fcntl(m_file, F_OFD_SETLK, &lock) == 0 || (errno != EAGAIN && errno != EACCES);
}

void SendingLocks::release(const QByteArray &key)
{
    struct flock lock = byteOf(key, F_UNLCK);
    (void)::fcntl(m_file, F_OFD_SETLK, &lock);
}

bool SendingLocks::isElsewhere(const QByteArray &key) const
{
    struct flock lock = byteOf(key, F_WRLCK);
    return ::fcntl(m_file, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

} // namespace verbale::mt
