#include "formats/file_snapshot.h"

#include <QtCore/QDir>
#include <QtCore/QTemporaryFile>

#include <algorithm>
#include <vector>

#ifdef Q_OS_UNIX
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace verbale::bilingual {

namespace {

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
        qint64 copied = 0;
#ifdef Q_OS_LINUX
        constexpr std::size_t most = 64 * 1024 * 1024;
        const auto *source = qobject_cast<QFile *>(&device);
        if (source == nullptr || !(source->openMode() & QIODevice::Unbuffered) || source->pos() != 0)
            return 0;
        for (;;) {
            const ssize_t got = copy_file_range(source->handle(), nullptr, m_file.handle(), nullptr, most, 0);
            if (got <= 0)
                break;
            copied += got;
        }
        if (copied > 0 && (!device.seek(copied) || !m_file.seek(copied)))
            return -1;
#else
        Q_UNUSED(device)
#endif
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

} // namespace verbale::bilingual
