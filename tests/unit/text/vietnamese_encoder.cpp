#include "vietnamese_encoder.h"

#include "text/byte_tables.h"

#include <QtCore/QStringEncoder>

#include <map>

namespace verbale::text {

namespace {

/// A letter taken apart by Unicode's decomposition: base, letter-making mark, tone mark.
struct Parts
{
    QChar base;
    QChar shape;
    QChar tone;
};

Parts partsOf(QChar letter)
{
    Parts parts{letter, {}, {}};
    if (letter.unicode() < 0x80)
        return parts;
    const QString apart = QString(letter).normalized(QString::NormalizationForm_D);
    parts.base = apart.front();
    for (const QChar mark : apart.mid(1))
        (mark == QChar(0x302) || mark == QChar(0x306) || mark == QChar(0x31B) ? parts.shape : parts.tone) =
            mark;
    return parts;
}

char keyOf(QChar mark, bool viqr)
{
    switch (mark.unicode()) {
    case 0x300:
        return viqr ? '`' : 'f';
    case 0x301:
        return viqr ? '\'' : 's';
    case 0x303:
        return viqr ? '~' : 'x';
    case 0x309:
        return viqr ? '?' : 'r';
    case 0x323:
        return viqr ? '.' : 'j';
    case 0x302:
        return '^';
    case 0x306:
        return '(';
    default:
        return '+';
    }
}

QByteArray viqr(const QString &text)
{
    QByteArray bytes;
    for (const QChar letter : text) {
        if (letter == u'đ' || letter == u'Đ') {
            bytes += letter == u'đ' ? "dd" : "DD";
            continue;
        }
        const Parts parts = partsOf(letter);
        bytes += QString(parts.base).toUtf8();
        for (const QChar mark : {parts.shape, parts.tone}) {
            if (!mark.isNull())
                bytes += keyOf(mark, true);
        }
    }
    return bytes;
}

QByteArray telex(const QString &text)
{
    QByteArray bytes;
    char tone = 0;
    for (const QChar letter : text + QChar(u'\0')) {
        if (!letter.isLetter() && tone != 0) {
            bytes += tone;
            tone = 0;
        }
        if (letter.isNull())
            break;
        if (letter == u'đ' || letter == u'Đ') {
            bytes += letter == u'đ' ? "dd" : "DD";
            continue;
        }
        const Parts parts = partsOf(letter);
        bytes += QString(parts.base).toUtf8();
        if (parts.shape == QChar(0x302))
            bytes += QString(parts.base.toLower()).toUtf8();
        else if (!parts.shape.isNull())
            bytes += 'w';
        if (!parts.tone.isNull())
            tone = keyOf(parts.tone, false);
    }
    return bytes;
}

/// Each character's bytes, found by decoding all single bytes.
std::map<char16_t, char> turnedRound(Encoding encoding)
{
    std::map<char16_t, char> bytes;
    for (int byte = 255; byte >= 0; --byte) {
        const char16_t character = characterOf(encoding, static_cast<unsigned char>(byte));
        if (character != undefinedByte && (character < 0x300 || character > 0x36F))
            bytes[character] = static_cast<char>(byte);
    }
    return bytes;
}

std::optional<QByteArray> singleBytes(const QString &text, Encoding encoding)
{
    const std::map<char16_t, char> table = turnedRound(encoding);
    QByteArray bytes;
    for (const QChar letter : text) {
        auto found = table.find(letter.unicode());
        if (found == table.end() && encoding == Encoding::Tcvn3)
            found = table.find(letter.toLower().unicode());
        if (found == table.end())
            return std::nullopt;
        bytes += found->second;
    }
    return bytes;
}

std::optional<QByteArray> windows1258(const QString &text)
{
    const std::map<char16_t, char> table = turnedRound(Encoding::Windows1258);
    QByteArray bytes;
    for (const QChar letter : text) {
        const Parts parts = partsOf(letter);
        QString base = parts.base;
        if (!parts.shape.isNull())
            base = (base + parts.shape).normalized(QString::NormalizationForm_C);
        const auto found = table.find(base.front().unicode());
        if (found == table.end())
            return std::nullopt;
        bytes += found->second;
        constexpr std::u16string_view tones = u"\u0300\u0309\u0303\u0301\u0323";
        constexpr char marks[] = {'\xCC', '\xD2', '\xDE', '\xEC', '\xF2'};
        if (!parts.tone.isNull())
            bytes += marks[tones.find(parts.tone.unicode())];
    }
    return bytes;
}

std::optional<QByteArray> vni(const QString &text)
{
    // Whole letters first: those of one byte.
    static const std::map<char16_t, char> whole = {
        {u'ỉ', '\xE6'}, {u'ì', '\xEC'}, {u'í', '\xED'}, {u'ỵ', '\xEE'}, {u'đ', '\xF1'},
        {u'ị', '\xF2'}, {u'ĩ', '\xF3'}, {u'Ỉ', '\xC6'}, {u'Ì', '\xCC'}, {u'Í', '\xCD'},
        {u'Ỵ', '\xCE'}, {u'Đ', '\xD1'}, {u'Ị', '\xD2'}, {u'Ĩ', '\xD3'}};
    // Tone marks by the letter's own mark: none or horn, circumflex, breve.
    static const std::map<char16_t, std::array<int, 3>> tones = {
        {u'\0', {0, 0xE2, 0xEA}},        {u'\u0301', {0xF9, 0xE1, 0xE9}}, {u'\u0300', {0xF8, 0xE0, 0xE8}},
        {u'\u0309', {0xFB, 0xE5, 0xFA}}, {u'\u0303', {0xF5, 0xE3, 0xFC}}, {u'\u0323', {0xEF, 0xE4, 0xEB}}};
    QByteArray bytes;
    for (const QChar letter : text) {
        if (const auto found = whole.find(letter.unicode()); found != whole.end()) {
            bytes += found->second;
            continue;
        }
        const Parts parts = partsOf(letter);
        if (parts.base.unicode() >= 0x80)
            return std::nullopt;
        const bool upper = parts.base.isUpper();
        const int capital = upper ? 0x20 : 0;
        if (parts.shape == QChar(0x31B))
            bytes += static_cast<char>((parts.base.toLower() == u'o' ? 0xF4 : 0xF6) - capital);
        else
            bytes += static_cast<char>(parts.base.unicode());
        const std::size_t column = parts.shape == QChar(0x302) ? 1 : parts.shape == QChar(0x306) ? 2 : 0;
        if (const int mark = tones.at(parts.tone.unicode())[column]; mark != 0)
            bytes += static_cast<char>(mark - capital);
    }
    return bytes;
}

} // namespace

std::optional<QByteArray> encoded(const QString &text, Encoding encoding)
{
    switch (encoding) {
    case Encoding::Utf8:
        return text.toUtf8();
    case Encoding::Utf16LittleEndian:
        return QStringEncoder(QStringEncoder::Utf16LE, QStringEncoder::Flag::Stateless)(text);
    case Encoding::Utf16BigEndian:
        return QStringEncoder(QStringEncoder::Utf16BE, QStringEncoder::Flag::Stateless)(text);
    case Encoding::Windows1258:
        return windows1258(text);
    case Encoding::Vni:
        return vni(text);
    case Encoding::Viqr:
        return viqr(text);
    case Encoding::Telex:
        return telex(text);
    case Encoding::Mojibake:
        return misread(text, 1, false);
    default:
        return singleBytes(text, encoding);
    }
}

QByteArray misread(const QString &text, int rounds, bool loseBytes)
{
    QString current = text;
    for (int round = 0; round < rounds; ++round) {
        QString next;
        for (const char byte : current.toUtf8()) {
            const auto value = static_cast<unsigned char>(byte);
            const char16_t character = characterOf(Encoding::Windows1252, value);
            const char16_t lost = loseBytes ? char16_t(0xFFFD) : char16_t(value);
            next += QChar(character == undefinedByte ? lost : character);
        }
        current = next;
    }
    return current.toUtf8();
}

} // namespace verbale::text
