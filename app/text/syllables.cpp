#include "text/syllables.h"

namespace verbale::text {

namespace {

struct CodePoint
{
    char32_t value = 0;
    qsizetype length = 1; ///< UTF-16 units
};

CodePoint codePointAt(QStringView text, qsizetype i)
{
    const char16_t unit = text[i].unicode();
    if (QChar::isHighSurrogate(unit) && i + 1 < text.size() && text[i + 1].isLowSurrogate())
        return {QChar::surrogateToUcs4(unit, text[i + 1].unicode()), 2};
    return {unit, 1};
}

bool isWordCharacter(char32_t c)
{
    if (c < 0x80)
        return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z');
    // Latin letters, accented ones included: what a Vietnamese text consists of, without a look-up.
    if ((c >= 0xC0 && c < 0x250) || (c >= 0x1EA0 && c < 0x1EFA))
        return c != 0xD7 && c != 0xF7; // the signs of multiplication and division
    return QChar::isLetterOrNumber(c) || QChar::isMark(c);
}

} // namespace

void splitSyllables(QStringView folded, std::vector<Span> &tokens)
{
    tokens.clear();
    qsizetype wordStart = -1;
    for (qsizetype i = 0; i < folded.size();) {
        const CodePoint point = codePointAt(folded, i);
        if (isWordCharacter(point.value)) {
            if (wordStart < 0)
                wordStart = i;
        } else {
            if (wordStart >= 0)
                tokens.push_back({wordStart, i});
            wordStart = -1;
            if (point.value != U' ')
                tokens.push_back({i, i + point.length});
        }
        i += point.length;
    }
    if (wordStart >= 0)
        tokens.push_back({wordStart, folded.size()});
}

qsizetype countWords(QStringView text)
{
    qsizetype words = 0;
    bool counted = false;
    for (qsizetype i = 0; i < text.size();) {
        const CodePoint point = codePointAt(text, i);
        i += point.length;
        if (QChar::isMark(point.value) || QChar::category(point.value) == QChar::Other_Format)
            continue; // belongs to the word around it, or is not seen
        const bool word = isWordCharacter(point.value);
        if (word && !counted)
            ++words;
        counted = word;
    }
    return words;
}

} // namespace verbale::text
