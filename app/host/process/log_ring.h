#pragma once

#include <QtCore/QByteArray>

namespace verbale::host {

/// The last 64 KiB of what was appended, from the start of a line on. Not thread-safe.
class LogRing
{
public:
    static constexpr qsizetype limit = 64 * 1024;

    void append(const QByteArray &bytes)
    {
        m_bytes += bytes.right(limit);
        if (m_bytes.size() > 2 * limit) // seldom, so that each byte is moved once
            m_bytes = m_bytes.right(limit);
    }
    [[nodiscard]] QByteArray bytes() const
    {
        if (m_bytes.size() <= limit)
            return m_bytes;
        const QByteArray last = m_bytes.right(limit);
        const qsizetype end = last.indexOf('\n');
        return end < 0 ? last : last.mid(end + 1);
    }

private:
    QByteArray m_bytes;
};

} // namespace verbale::host
