#include "session/source_text.h"

namespace verbale::session {

namespace {

bool needsCode(QChar character)
{
    const char16_t unit = character.unicode();
    if (unit < 0x20)
        return unit != u'\t' && unit != u'\n' && unit != u'\r';
    return unit == inlineCodeMark.unicode() || unit == 0xFFFE || unit == 0xFFFF;
}

InlineCode codePointCode(QChar character)
{
    const QString hex = QStringLiteral("%1").arg(character.unicode(), 4, 16, QLatin1Char('0')).toUpper();
    InlineCode code;
    code.markup = QStringLiteral("<cp hex=\"%1\"/>").arg(hex);
    code.display = QStringLiteral("U+") + hex;
    return code;
}

/// The character of `<cp hex="..."/>`, or nothing for any other code.
QString characterOf(const InlineCode &code)
{
    if (!code.markup.startsWith(QLatin1String("<cp ")))
        return {};
    const qsizetype open = code.markup.indexOf(QLatin1Char('"'));
    const qsizetype close = code.markup.indexOf(QLatin1Char('"'), open + 1);
    bool isNumber = false;
    const uint value = QStringView(code.markup).mid(open + 1, close - open - 1).toUInt(&isNumber, 16);
    if (!isNumber || value > 0x10FFFF)
        return {};
    const char32_t character = value;
    return QString::fromUcs4(&character, 1);
}

} // namespace

InlineText inlineFromPlain(QStringView text)
{
    InlineText result;
    result.text.reserve(text.size());
    for (const QChar character : text) {
        if (needsCode(character)) {
            result.codes.append(codePointCode(character));
            result.text.append(inlineCodeMark);
        } else {
            result.text.append(character);
        }
    }
    return result;
}

QString plainFromInline(const InlineText &text, const Span &part)
{
    QString result;
    result.reserve(part.length());
    qsizetype code = QStringView(text.text).first(part.start).count(inlineCodeMark);
    for (const QChar character : QStringView(text.text).mid(part.start, part.length())) {
        if (character != inlineCodeMark || code >= text.codes.size())
            result.append(character);
        else
            result.append(characterOf(text.codes[code++]));
    }
    return result;
}

QString plainFromInline(const InlineText &text)
{
    return plainFromInline(text, {0, text.text.size()});
}

} // namespace verbale::session
