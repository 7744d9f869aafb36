#include "text/decode.h"

#include "text/code_points.h"

#include <algorithm>
#include <array>
#include <optional>

namespace verbale::text {

namespace {

using Byte = unsigned char;

Byte byteAt(QByteArrayView bytes, qsizetype i)
{
    return static_cast<Byte>(bytes[i]);
}

/// How far a decoder came: everything, or the byte that stopped it and what is wrong there.
struct Progressed
{
    QString text;
    qsizetype failedAt = -1;
    QString problem;
};

QString hex(unsigned value, int digits)
{
    return QStringLiteral("%1").arg(value, digits, 16, QLatin1Char('0')).toUpper();
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

Progressed fromUtf8(QByteArrayView bytes)
{
    Progressed result;
    result.text.resize(bytes.size()); // never more units than bytes
    QChar *out = result.text.data();
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
            result.failedAt = i;
            result.problem = QStringLiteral("byte 0x%1 is not valid UTF-8 here").arg(hex(lead, 2));
            break;
        }
        if (value < 0x10000) {
            *out++ = QChar(static_cast<char16_t>(value));
        } else {
            *out++ = QChar(QChar::highSurrogate(value));
            *out++ = QChar(QChar::lowSurrogate(value));
        }
        i += length;
    }
    result.text.truncate(out - result.text.constData());
    return result;
}

char16_t unitAt(QByteArrayView bytes, qsizetype i, bool littleEndian)
{
    const unsigned first = byteAt(bytes, i);
    const unsigned second = byteAt(bytes, i + 1);
    return static_cast<char16_t>(littleEndian ? first | second << 8 : first << 8 | second);
}

Progressed fromUtf16(QByteArrayView bytes, bool littleEndian)
{
    Progressed result;
    result.text.reserve(bytes.size() / 2);
    for (qsizetype i = 0; i + 1 < bytes.size(); i += 2) {
        const char16_t unit = unitAt(bytes, i, littleEndian);
        if (!QChar::isSurrogate(unit)) {
            result.text += QChar(unit);
            continue;
        }
        const char16_t next = i + 3 < bytes.size() ? unitAt(bytes, i + 2, littleEndian) : u'\0';
        if (!QChar::isHighSurrogate(unit) || !QChar::isLowSurrogate(next)) {
            result.failedAt = i;
            result.problem = QStringLiteral("half of a surrogate pair (0x%1) stands alone").arg(hex(unit, 4));
            return result;
        }
        result.text += QChar(unit);
        result.text += QChar(next);
        i += 2;
    }
    if (bytes.size() % 2 != 0) {
        result.failedAt = bytes.size() - 1;
        result.problem = QStringLiteral("the file ends in the middle of a UTF-16 character");
    }
    return result;
}

bool isTextControl(char16_t unit)
{
    return (unit >= u'\t' && unit <= u'\r') || unit >= 0x20;
}

/// Letters and signs that Vietnamese and Western texts are written with.
bool isExpected(char16_t unit)
{
    return unit == u'\t' || unit == u'\n' || unit == u'\r' || (unit >= 0x20 && unit < 0x370) ||
           (unit >= 0x1E00 && unit < 0x1F00) || (unit >= 0x2000 && unit < 0x2100);
}

/// True when the bytes, read in this order, are almost only characters that a Vietnamese or Western text has.
bool looksLikeUtf16(QByteArrayView bytes, bool littleEndian)
{
    const qsizetype units = bytes.size() / 2;
    qsizetype expected = 0;
    for (qsizetype i = 0; i + 1 < bytes.size(); i += 2) {
        const char16_t unit = unitAt(bytes, i, littleEndian);
        if (!isTextControl(unit))
            return false;
        if (isExpected(unit))
            ++expected;
    }
    return units >= 2 && expected * 100 >= units * 95;
}

struct Signature
{
    const char *bytes;
    int length;
    const char *advice;
};

/// What people try to open by mistake, told by its first bytes.
constexpr std::array signatures = {
    Signature{"%PDF-", 5,
              "This is a PDF document. Copy or export its text to a .txt file in UTF-8 and open that."},
    Signature{"PK\x03\x04", 4,
              "This is a Word document (.docx) or another ZIP package. Save it as plain text in UTF-8 and "
              "open that."},
    Signature{"\xD0\xCF\x11\xE0", 4,
              "This is an old Word document (.doc). Save it as plain text in UTF-8 and open that."},
    Signature{"{\\rtf", 5,
              "This is a rich text (RTF) document. Save it as plain text in UTF-8 and open that."},
    Signature{"\xFF\xFE\0\0", 4, "This text is in UTF-32. Save it as UTF-8 and open it again."},
    Signature{"\0\0\xFE\xFF", 4, "This text is in UTF-32. Save it as UTF-8 and open it again."},
    Signature{"\x89PNG", 4, "This is a picture. Verbale opens texts."},
    Signature{"\xFF\xD8\xFF", 3, "This is a picture. Verbale opens texts."},
    Signature{"\x1F\x8B", 2, "This is a compressed file. Unpack it and open the text in it."},
};

class Decoder
{
public:
    Decoder(QByteArrayView bytes, const QString &fileName) : m_bytes(bytes), m_fileName(fileName) {}

    Result<DecodedText> run() const
    {
        if (m_bytes.isEmpty())
            return Error{"text.empty", QStringLiteral("The file is empty. Open a file with text in it."),
                         place()};
        for (const Signature &signature : signatures) {
            if (m_bytes.startsWith(QByteArrayView(signature.bytes, signature.length)))
                return Error{"text.binary", QLatin1String(signature.advice), place()};
        }
        if (m_bytes.startsWith(QByteArrayView("\xFF\xFE", 2)))
            return utf16(true, true);
        if (m_bytes.startsWith(QByteArrayView("\xFE\xFF", 2)))
            return utf16(false, true);
        const bool hasNul = std::find(m_bytes.begin(), m_bytes.end(), '\0') != m_bytes.end();
        if (hasNul) {
            const bool little = looksLikeUtf16(m_bytes, true);
            if (little != looksLikeUtf16(m_bytes, false))
                return utf16(little, false);
        }
        return utf8();
    }

private:
    [[nodiscard]] Place place() const { return Place{m_fileName}; }

    /// Line and column of what follows the text that could be decoded.
    [[nodiscard]] Place placeAfter(const QString &text, qsizetype offset) const
    {
        const CodePointIndex index(text);
        return Place{m_fileName, index.line(text.size()), index.column(text.size()), offset};
    }

    Result<DecodedText> utf8() const
    {
        Progressed decoded = fromUtf8(m_bytes);
        if (const auto soup = controlSoup(decoded.text, Encoding::Utf8))
            return *soup;
        if (decoded.failedAt >= 0)
            return Error{"text.bad-utf8",
                         QStringLiteral(
                             "At byte offset %1: %2. Save the file as UTF-8 in the program that wrote it and "
                             "open it again.")
                             .arg(decoded.failedAt)
                             .arg(decoded.problem),
                         placeAfter(decoded.text, decoded.failedAt)};
        const bool mark = decoded.text.startsWith(QChar(QChar::ByteOrderMark));
        return finish({std::move(decoded.text), Encoding::Utf8, mark});
    }

    Result<DecodedText> utf16(bool littleEndian, bool mark) const
    {
        const Encoding encoding = littleEndian ? Encoding::Utf16LittleEndian : Encoding::Utf16BigEndian;
        Progressed decoded = fromUtf16(m_bytes, littleEndian);
        if (const auto soup = controlSoup(decoded.text, encoding))
            return *soup;
        if (decoded.failedAt >= 0)
            return Error{"text.bad-utf16",
                         QStringLiteral(
                             "At byte offset %1: %2. The file is damaged or was cut short; save it again as "
                             "UTF-8 in the program that wrote it.")
                             .arg(decoded.failedAt)
                             .arg(decoded.problem),
                         placeAfter(decoded.text, decoded.failedAt)};
        return finish({std::move(decoded.text), encoding, mark});
    }

    Result<DecodedText> finish(DecodedText decoded) const
    {
        const auto isBlank = [](QChar c) { return c.isSpace() || c == QChar(QChar::ByteOrderMark); };
        if (std::all_of(decoded.text.cbegin(), decoded.text.cend(), isBlank))
            return Error{
                "text.empty",
                QStringLiteral("The file holds nothing but white space. Open a file with text in it."),
                place()};
        return decoded;
    }

    /// A NUL, or many control characters: no text was ever written like that.
    [[nodiscard]] std::optional<Error> controlSoup(const QString &text, Encoding encoding) const
    {
        qsizetype controls = 0;
        qsizetype firstAt = -1;
        bool nul = false;
        for (qsizetype i = 0; i < text.size() && !nul; ++i) {
            const char16_t unit = text[i].unicode();
            if (isTextControl(unit) && unit != 0x7F)
                continue;
            ++controls;
            nul = unit == 0;
            if (firstAt < 0 || nul)
                firstAt = i;
        }
        if (!nul && (controls < 8 || controls * 50 < text.size()))
            return std::nullopt;
        const QString before = text.left(firstAt);
        const qsizetype offset = encoding == Encoding::Utf8 ? before.toUtf8().size() : 2 * before.size();
        return Error{"text.binary",
                     QStringLiteral(
                         "This is not a text file: control character 0x%1 at byte offset %2. Open a text in "
                         "UTF-8 or UTF-16.")
                         .arg(hex(text[firstAt].unicode(), 2))
                         .arg(offset),
                     placeAfter(before, offset)};
    }

    QByteArrayView m_bytes;
    QString m_fileName;
};

} // namespace

Result<DecodedText> decode(QByteArrayView bytes, const QString &fileName)
{
    return Decoder(bytes, fileName).run();
}

QString encodingName(Encoding encoding)
{
    switch (encoding) {
    case Encoding::Utf8:
        return QStringLiteral("UTF-8");
    case Encoding::Utf16LittleEndian:
        return QStringLiteral("UTF-16LE");
    case Encoding::Utf16BigEndian:
        return QStringLiteral("UTF-16BE");
    }
    Q_UNREACHABLE();
}

} // namespace verbale::text
