#include "text/byte_decoders.h"

namespace verbale::text {

namespace {

using Byte = unsigned char;

Byte byteAt(QByteArrayView bytes, qsizetype i)
{
    return static_cast<Byte>(bytes[i]);
}

/// The length of the well-formed sequence at `i` and its code point, or 0. The ranges of the second byte are
/// those of the Unicode standard's table 3-7: no overlong form, no surrogate, nothing above U+10FFFF.
int sequenceAt(QByteArrayView bytes, qsizetype i, char32_t &value)
{
    const Byte lead = byteAt(bytes, i);
    if (lead < 0xC2 || lead > 0xF4)
        return 0;
    const int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (i + length > bytes.size())
        return 0;
    const Byte low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const Byte high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    value = lead & (0x7F >> length);
    for (int k = 1; k < length; ++k) {
        const Byte next = byteAt(bytes, i + k);
        if (k == 1 ? next < low || next > high : (next & 0xC0) != 0x80)
            return 0;
        value = (value << 6) | (next & 0x3F);
    }
    return length;
}

char16_t unitAt(QByteArrayView bytes, qsizetype i, bool littleEndian)
{
    const unsigned first = byteAt(bytes, i);
    const unsigned second = byteAt(bytes, i + 1);
    return static_cast<char16_t>(littleEndian ? first | second << 8 : first << 8 | second);
}

/// Takes what is wrong at `offset`; true when decoding goes on.
bool goesOn(PartlyDecoded &result, BadBytes badBytes, qsizetype offset, qsizetype bytes, QString problem)
{
    if (badBytes == BadBytes::Replace) {
        result.replaced += bytes;
        return true;
    }
    result.failedAt = offset;
    result.problem = std::move(problem);
    return false;
}

} // namespace

QString hex(unsigned value, int digits)
{
    return QStringLiteral("%1").arg(value, digits, 16, QLatin1Char('0')).toUpper();
}

PartlyDecoded decodeUtf8(QByteArrayView bytes, BadBytes badBytes)
{
    PartlyDecoded result;
    result.text.resize(bytes.size()); // never more units than bytes
    QChar *out = result.text.data();
    const QChar *const begin = out;
    qsizetype i = 0;
    while (i < bytes.size()) {
        const Byte lead = byteAt(bytes, i);
        if (lead < 0x80) {
            *out++ = QChar(lead);
            ++i;
            continue;
        }
        char32_t value = 0;
        const int length = sequenceAt(bytes, i, value);
        if (length == 0) {
            if (!goesOn(result, badBytes, i, 1,
                        QStringLiteral("byte 0x%1 is not valid UTF-8 here").arg(hex(lead, 2))))
                break;
            *out++ = QChar(QChar::ReplacementCharacter);
            ++i;
            continue;
        }
        if (value < 0x10000) {
            *out++ = QChar(static_cast<char16_t>(value));
        } else {
            *out++ = QChar(QChar::highSurrogate(value));
            *out++ = QChar(QChar::lowSurrogate(value));
        }
        i += length;
    }
    result.text.truncate(out - begin);
    return result;
}

PartlyDecoded decodeUtf16(QByteArrayView bytes, bool littleEndian, BadBytes badBytes)
{
    PartlyDecoded result;
    result.text.reserve(bytes.size() / 2);
    for (qsizetype i = 0; i + 1 < bytes.size(); i += 2) {
        const char16_t unit = unitAt(bytes, i, littleEndian);
        if (!QChar::isSurrogate(unit)) {
            result.text += QChar(unit);
            continue;
        }
        const char16_t next = i + 3 < bytes.size() ? unitAt(bytes, i + 2, littleEndian) : u'\0';
        if (QChar::isHighSurrogate(unit) && QChar::isLowSurrogate(next)) {
            result.text += QChar(unit);
            result.text += QChar(next);
            i += 2;
            continue;
        }
        if (!goesOn(result, badBytes, i, 2,
                    QStringLiteral("half of a surrogate pair (0x%1) stands alone").arg(hex(unit, 4))))
            return result;
        result.text += QChar(QChar::ReplacementCharacter);
    }
    if (bytes.size() % 2 != 0 && goesOn(result, badBytes, bytes.size() - 1, 1,
                                        QStringLiteral("the file ends in the middle of a UTF-16 character")))
        result.text += QChar(QChar::ReplacementCharacter);
    return result;
}

} // namespace verbale::text
