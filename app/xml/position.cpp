#include "xml/position.h"

#include <algorithm>

namespace verbale::xml {

Locator::Locator(QByteArrayView bytes, Encoding encoding) : m_bytes(bytes), m_encoding(encoding)
{
    if (encoding == Encoding::Utf8 && bytes.startsWith("\xEF\xBB\xBF"))
        m_at = 3;
    else if (isWide() && (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF")))
        m_at = 2;
}

Place Locator::placeOf(qint64 offset)
{
    const qint64 end = std::min<qint64>(offset, m_bytes.size());
    while (m_at < end)
        isWide() ? stepWide() : stepByte();
    m_place.offset = offset;
    return m_place;
}

bool Locator::isWide() const
{
    return m_encoding == Encoding::Utf16LittleEndian || m_encoding == Encoding::Utf16BigEndian;
}

void Locator::stepByte()
{
    const auto byte = static_cast<unsigned char>(m_bytes[m_at++]);
    const bool continues = m_encoding == Encoding::Utf8 && (byte & 0xC0U) == 0x80U;
    if (!continues)
        step(byte);
}

void Locator::stepWide()
{
    const auto one = static_cast<unsigned char>(m_bytes[m_at]);
    const auto two = m_at + 1 < m_bytes.size() ? static_cast<unsigned char>(m_bytes[m_at + 1]) : 0U;
    m_at += 2;
    const unsigned unit = m_encoding == Encoding::Utf16BigEndian ? (one << 8U) | two : (two << 8U) | one;
    if ((unit & 0xFC00U) != 0xDC00U) // the second half of a pair
        step(unit);
}

void Locator::step(unsigned character)
{
    if (character == '\n' && m_afterReturn) {
        m_afterReturn = false;
        return;
    }
    m_afterReturn = character == '\r';
    if (character == '\n' || character == '\r') {
        ++m_place.line;
        m_place.column = 1;
    } else {
        ++m_place.column;
    }
}

Place locate(QByteArrayView bytes, Encoding encoding, qint64 offset)
{
    return Locator(bytes, encoding).placeOf(offset);
}

} // namespace verbale::xml
