#include "xml/characters.h"

#include <QtCore/QStringConverter>

#include <algorithm>
#include <array>

namespace verbale::xml {

namespace {

/// The code point at `index`; a lone surrogate is returned as it is. `length` is set to the code units it
/// takes.
char32_t codePointAt(QStringView text, qsizetype index, int &length)
{
    length = 1;
    const QChar unit = text[index];
    if (unit.isHighSurrogate() && index + 1 < text.size() && text[index + 1].isLowSurrogate()) {
        length = 2;
        return QChar::surrogateToUcs4(unit, text[index + 1]);
    }
    return unit.unicode();
}

QByteArray encodeNarrow(const QString &text, char32_t highest)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    int length = 1;
    for (qsizetype i = 0; i < text.size(); i += length) {
        const char32_t point = codePointAt(text, i, length);
        if (point <= highest)
            bytes += static_cast<char>(point);
        else
            bytes += "&#x" + QByteArray::number(static_cast<uint>(point), 16).toUpper() + ';';
    }
    return bytes;
}

void appendForbidden(QString &out, char32_t point, const QString &pattern)
{
    if (pattern.isEmpty())
        out += QChar::ReplacementCharacter;
    else
        out += pattern.arg(QString::number(static_cast<uint>(point), 16).toUpper().rightJustified(4, u'0'));
}

/// Whether appendText or appendAttribute may copy the code unit as it is, without a closer look.
bool isPlain(char16_t unit)
{
    return unit >= 0x20 && unit < 0xD800 && unit != u'&' && unit != u'<' && unit != u'>' && unit != u'"';
}

struct Range
{
    char32_t first;
    char32_t last;
};

// NameChar of XML 1.0, fifth edition, beyond ASCII.
constexpr std::array<Range, 14> nameRanges{{{0xB7, 0xB7},
                                            {0xC0, 0xD6},
                                            {0xD8, 0xF6},
                                            {0xF8, 0x37D},
                                            {0x37F, 0x1FFF},
                                            {0x200C, 0x200D},
                                            {0x203F, 0x2040},
                                            {0x2070, 0x218F},
                                            {0x2C00, 0x2FEF},
                                            {0x3001, 0xD7FF},
                                            {0xF900, 0xFDCF},
                                            {0xFDF0, 0xFFFD},
                                            {0x10000, 0xEFFFF},
                                            {0x2D, 0x2E}}};

bool isAsciiNameCharacter(char32_t point)
{
    return (point >= u'a' && point <= u'z') || (point >= u'A' && point <= u'Z') ||
           (point >= u'0' && point <= u'9') || point == u'_' || point == u':' || point == u'-' ||
           point == u'.';
}

} // namespace

QString decode(QByteArrayView bytes, Encoding encoding)
{
    switch (encoding) {
    case Encoding::Utf8:
        return QString::fromUtf8(bytes);
    case Encoding::Utf16LittleEndian:
        return QStringDecoder(QStringConverter::Utf16LE, QStringConverter::Flag::Stateless).decode(bytes);
    case Encoding::Utf16BigEndian:
        return QStringDecoder(QStringConverter::Utf16BE, QStringConverter::Flag::Stateless).decode(bytes);
    case Encoding::Latin1:
    case Encoding::Ascii:
        return QString::fromLatin1(bytes);
    }
    return {};
}

QByteArray encode(const QString &text, Encoding encoding)
{
    switch (encoding) {
    case Encoding::Utf8:
        return text.toUtf8();
    case Encoding::Utf16LittleEndian:
        return QStringEncoder(QStringConverter::Utf16LE, QStringConverter::Flag::Stateless).encode(text);
    case Encoding::Utf16BigEndian:
        return QStringEncoder(QStringConverter::Utf16BE, QStringConverter::Flag::Stateless).encode(text);
    case Encoding::Latin1:
        return encodeNarrow(text, 0xFF);
    case Encoding::Ascii:
        return encodeNarrow(text, 0x7F);
    }
    return {};
}

bool isXmlCharacter(char32_t point)
{
    if (point < 0x20)
        return point == 0x9 || point == 0xA || point == 0xD;
    return !(point >= 0xD800 && point <= 0xDFFF) && point != 0xFFFE && point != 0xFFFF && point <= 0x10FFFF;
}

void appendText(QString &out, QStringView text, const TextStyle &style)
{
    int length = 1;
    for (qsizetype i = 0; i < text.size(); i += length) {
        qsizetype run = i;
        while (run < text.size() && isPlain(text[run].unicode()))
            ++run;
        out += text.sliced(i, run - i);
        if (run == text.size())
            return;
        i = run;
        const char32_t point = codePointAt(text, i, length);
        if (point == u'&')
            out += QLatin1String("&amp;");
        else if (point == u'<')
            out += QLatin1String("&lt;");
        else if (point == u'>')
            out += QLatin1String("&gt;");
        else if (point == u'\r')
            out += QLatin1String("&#13;");
        else if (point == u'\n')
            out += style.lineEnd;
        else if (isXmlCharacter(point))
            out += text.sliced(i, length);
        else
            appendForbidden(out, point, style.forbidden);
    }
}

void appendAttribute(QString &out, QStringView name, QStringView value)
{
    out += QLatin1Char(' ') + name.toString() + QLatin1String("=\"");
    int length = 1;
    for (qsizetype i = 0; i < value.size(); i += length) {
        const char32_t point = codePointAt(value, i, length);
        if (point == u'&')
            out += QLatin1String("&amp;");
        else if (point == u'<')
            out += QLatin1String("&lt;");
        else if (point == u'>')
            out += QLatin1String("&gt;");
        else if (point == u'"')
            out += QLatin1String("&quot;");
        else if (point == u'\t' || point == u'\n' || point == u'\r')
            out += QLatin1String("&#") + QString::number(static_cast<uint>(point)) + QLatin1Char(';');
        else if (isXmlCharacter(point))
            out += value.sliced(i, length);
        else
            appendForbidden(out, point, {});
    }
    out += QLatin1Char('"');
}

bool isNmtoken(QStringView text)
{
    int length = 1;
    for (qsizetype i = 0; i < text.size(); i += length) {
        const char32_t point = codePointAt(text, i, length);
        if (isAsciiNameCharacter(point))
            continue;
        const auto holds = [point](const Range &range) {
            return point >= range.first && point <= range.last;
        };
        if (std::none_of(nameRanges.begin(), nameRanges.end(), holds))
            return false;
    }
    return !text.isEmpty();
}

QString toNmtoken(QStringView text, const QString &fallback)
{
    QString token;
    bool kept = false;
    for (const QChar unit : text) {
        const bool keep = isAsciiNameCharacter(unit.unicode());
        kept = kept || keep;
        token += keep ? unit : QChar(u'_');
    }
    return kept ? token : fallback;
}

} // namespace verbale::xml
