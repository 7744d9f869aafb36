#pragma once

#include <QtCore/QByteArrayView>

#include <span>

namespace verbale::xml {

/// Fills expat's table of an encoding that has one byte a character, -1 for a byte that is none; false when
/// ICU does not know such an encoding.
bool fillEncoding(const char *name, std::span<int, 256> table);

/// Looks for a byte order mark, which expat counts as a column of the first line.
class MarkSeeker
{
public:
    /// To be called for each piece of a file.
    void see(QByteArrayView piece);
    /// `column`, from 1, as people count them.
    [[nodiscard]] qint64 corrected(qint64 line, qint64 column) const
    {
        return m_isMarked && line == 1 && column > 1 ? column - 1 : column;
    }

private:
    char m_head[3] = {};
    qsizetype m_seen = 0;
    bool m_isMarked = false;
};

} // namespace verbale::xml
