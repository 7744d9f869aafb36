#include "formats/file_snapshot.h"

#include <QtCore/QDir>
#include <QtCore/QTemporaryFile>

#include <algorithm>
#include <limits>
#include <vector>

#ifdef Q_OS_UNIX
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace verbale::bilingual {

namespace {

/// Copies [start, end) of one open file to where another one stands; how much of it the system has done.
qint64 copyBetween([[maybe_unused]] int source, [[maybe_unused]] qint64 start, [[maybe_unused]] qint64 end,
                   [[maybe_unused]] int target)
{
    qint64 at = start;
#ifdef Q_OS_LINUX
    constexpr qint64 most = 64LL * 1024 * 1024;
    while (at < end) {
        off64_t from = at;
        const auto size = static_cast<std::size_t>(std::min(most, end - at));
        const ssize_t got = copy_file_range(source, &from, target, nullptr, size, 0);
        if (got <= 0)
            break;
        at += got;
    }
#endif
    return at - start;
}

/// Whether the system is where `file` believes that it is.
bool standsAt([[maybe_unused]] const QFileDevice &file, [[maybe_unused]] qint64 position)
{
#ifdef Q_OS_LINUX
    return file.handle() >= 0 && lseek(file.handle(), 0, SEEK_CUR) == position;
#else
    return false;
#endif
}

/// A file without a name, seen as memory.
class Snapshot : public OriginalBytes::Holder
{
public:
    explicit Snapshot(const QString &folder) : m_file(folder + QLatin1String("/original-XXXXXX.tmp")) {}

    bool fill(QIODevice &device)
    {
        constexpr std::size_t pieceBytes = 256 * 1024;
        if (!m_file.open())
            return false;
        m_size = copyInKernel(device);
        if (m_size < 0)
            return false;
        std::vector<char> piece(pieceBytes);
        for (;;) {
            const qint64 got = device.read(piece.data(), static_cast<qint64>(piece.size()));
            if (got <= 0)
                break;
            if (m_file.write(piece.data(), got) != got)
                return false;
            m_size += got;
        }
        if (m_size == 0 || !m_file.flush())
            return false;
        m_memory = m_file.map(0, m_size);
        // Not m_file.remove(), which closes it. Where an open file cannot be removed, it is at the end.
        m_file.setAutoRemove(!QFile::remove(m_file.fileName()));
        return m_memory != nullptr;
    }

    [[nodiscard]] QByteArrayView view() const override
    {
        return {reinterpret_cast<const char *>(m_memory), m_size};
    }

    [[nodiscard]] int handle() const { return m_file.handle(); }

    void forget(qint64 start, qint64 end) const override
    {
#ifdef Q_OS_UNIX
        const qint64 page = sysconf(_SC_PAGESIZE);
        const qint64 first = (start + page - 1) / page * page;
        const qint64 last = end >= m_size ? m_size : end / page * page;
        if (first < last)
            madvise(m_memory + first, static_cast<std::size_t>(last - first), MADV_DONTNEED);
#else
        Q_UNUSED(start)
        Q_UNUSED(end)
#endif
    }

private:
    /// As far as the system does it by itself; both files stand behind what was copied. -1: they do not.
    qint64 copyInKernel(QIODevice &device)
    {
        const auto *source = qobject_cast<QFile *>(&device);
        if (source == nullptr || !(source->openMode() & QIODevice::Unbuffered) || source->pos() != 0)
            return 0;
        const qint64 copied =
            copyBetween(source->handle(), 0, std::numeric_limits<qint64>::max(), m_file.handle());
        if (copied > 0 && (!device.seek(copied) || !m_file.seek(copied)))
            return -1;
        return copied;
    }

    QTemporaryFile m_file;
    uchar *m_memory = nullptr;
    qint64 m_size = 0;
};

} // namespace

std::shared_ptr<const OriginalBytes::Holder> takeSnapshot(QIODevice &device, const QString &folder)
{
    if (!QDir().mkpath(folder))
        return nullptr;
    auto snapshot = std::make_shared<Snapshot>(folder);
    if (!snapshot->fill(device))
        return nullptr;
    return snapshot;
}

qint64 copyInSystem(const OriginalBytes::Holder *holder, qint64 start, qint64 end, QFileDevice &file)
{
    const auto *snapshot = dynamic_cast<const Snapshot *>(holder);
    const qint64 before = file.pos();
    if (snapshot == nullptr || !file.flush() || !standsAt(file, before))
        return 0;
    const qint64 copied = copyBetween(snapshot->handle(), start, end, file.handle());
    return copied == 0 || file.seek(before + copied) ? copied : -1;
}

} // namespace verbale::bilingual
