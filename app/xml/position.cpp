#include "xml/parse.h"

#include <algorithm>

namespace verbale::xml {

namespace {

/// The characters of a file as far as lines and columns need them, one after another.
class Characters
{
public:
    Characters(QByteArrayView bytes, Encoding encoding) : m_bytes(bytes), m_encoding(encoding) {}

    [[nodiscard]] bool atEnd() const { return m_at >= m_bytes.size(); }
    /// A code unit of UTF-16, or a byte; 0 for a unit that does not begin a character.
    char16_t next()
    {
        if (m_encoding == Encoding::Utf16LittleEndian || m_encoding == Encoding::Utf16BigEndian) {
            const bool little = m_encoding == Encoding::Utf16LittleEndian;
            const auto first = static_cast<unsigned char>(m_bytes[m_at]);
            const auto second =
                m_at + 1 < m_bytes.size() ? static_cast<unsigned char>(m_bytes[m_at + 1]) : 0U;
            m_at += 2;
            const auto unit = static_cast<char16_t>(little ? second << 8 | first : first << 8U | second);
            return QChar::isLowSurrogate(unit) ? u'\0' : unit;
        }
        const auto byte = static_cast<unsigned char>(m_bytes[m_at++]);
        return m_encoding == Encoding::Utf8 && (byte & 0xC0) == 0x80 ? u'\0' : byte;
    }

private:
    QByteArrayView m_bytes;
    Encoding m_encoding;
    qsizetype m_at = 0;
};

} // namespace

Place locate(QByteArrayView bytes, Encoding encoding, qint64 offset)
{
    Place place{{}, 1, 1, offset};
    Characters characters(bytes.first(std::clamp<qint64>(offset, 0, bytes.size())), encoding);
    char16_t before = u'\0';
    for (bool first = true; !characters.atEnd(); first = false) {
        const char16_t unit = characters.next();
        if (unit == u'\n' && before == u'\r') {
            before = unit;
            continue;
        }
        if (unit == u'\n' || unit == u'\r') {
            ++place.line;
            place.column = 1;
        } else if (unit != u'\0' && !(first && (unit == QChar::ByteOrderMark || unit == 0xEF))) {
            ++place.column;
        }
        before = unit;
    }
    return place;
}

} // namespace verbale::xml
