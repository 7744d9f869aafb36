#include "text/syllable_grammar.h"
#include "text/typed_words.h"

#include <algorithm>
#include <string_view>

namespace verbale::text {

namespace {

using View = std::u16string_view;

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

/// The letter with a mark of its own: a^ a( o+ ...; 0 where they do not go together.
char16_t shaped(char16_t letter, char16_t mark)
{
    constexpr View letters = u"aeoaouAEOAOU";
    constexpr View marks = u"^^^(++^^^(++";
    constexpr View made = u"âêôăơưÂÊÔĂƠƯ";
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (letters[i] == letter && marks[i] == mark)
            return made[i];
    }
    return 0;
}

Tone toneOf(char16_t mark)
{
    switch (mark) {
    case u'`':
        return Tone::Grave;
    case u'?':
        return Tone::Hook;
    case u'~':
        return Tone::Tilde;
    case u'\'':
        return Tone::Acute;
    case u'.':
        return Tone::Dot;
    default:
        return Tone::Level;
    }
}

/// A word of letters with their marks, read as far as it goes.
struct Marked
{
    QString text;
    qsizetype consumed = 0;
    bool certain = false;  ///< some mark is no punctuation, or stands within the word
    char16_t lastTone = 0; ///< the sign of the tone that ends the word; 0 when none does
    QString withoutLastTone;
};

/// Reads one letter at `i` with the marks after it; `i` moves past them.
void readLetter(QStringView rest, qsizetype &i, bool &toned, Marked &word)
{
    char16_t letter = rest[i++].unicode();
    if (word.lastTone != 0)
        word.certain = true; // within the word
    word.lastTone = 0;
    if ((letter == u'd' || letter == u'D') && i < rest.size() && rest[i].toLower() == u'd') {
        word.text += letter == u'd' ? u'đ' : u'Đ';
        word.certain = true;
        ++i;
        return;
    }
    char16_t sign = 0;
    Tone tone = Tone::Level;
    bool isShaped = false;
    while (i < rest.size()) {
        const char16_t mark = rest[i].unicode();
        const char16_t made = isShaped ? u'\0' : shaped(letter, mark);
        if (made != 0) {
            letter = made;
            isShaped = true;
            word.certain = true;
        } else if (!toned && toneOf(mark) != Tone::Level && withTone(letter, Tone::Acute) != letter) {
            tone = toneOf(mark);
            sign = mark;
            toned = true;
        } else {
            break;
        }
        ++i;
    }
    word.withoutLastTone = word.text + QChar(letter);
    word.text += QChar(withTone(letter, tone));
    if (sign != 0 && rest[i - 1] == QChar(sign))
        word.lastTone = sign;
    if (sign == u'`' || sign == u'~' || (sign != 0 && word.lastTone == 0))
        word.certain = true;
}

/// How improbable it is that the sign after a word, of which `after` is the rest, is punctuation.
double punctuationCost(char16_t sign, QStringView after)
{
    if (sign == u'\'')
        return 5;
    if (sign != u'.' && sign != u'?')
        return 8;
    if (after.startsWith(u".."))
        return 0;
    qsizetype i = 0;
    while (i < after.size() && (after[i] == u'"' || after[i] == u')' || after[i] == u'\u201D'))
        ++i;
    const double more = sign == u'?' ? 1 : 0;
    if (i == after.size() || after[i] == u'\n' || after[i] == u'\r')
        return 0.3 + more;
    if (!after[i].isSpace())
        return 6;
    while (i < after.size() && after[i] == u' ')
        ++i;
    if (i == after.size() || after[i] == u'\n' || after[i] == u'\r')
        return 0.3 + more;
    return after[i].isLower() || after[i] == u'(' ? 6 + more : 1.5 + more;
}

/// How improbable it is that the sign is a tone and not punctuation.
double toneCost(char16_t sign, QStringView after)
{
    if (sign != u'.' && sign != u'?')
        return 0;
    if (after.startsWith(u".."))
        return 6;
    const bool ends = after.trimmed().isEmpty() || after.startsWith(u'\n') || after.startsWith(u'\r') ||
                      after.startsWith(u" \n") || after.startsWith(u"\u201D") || after.startsWith(u'"');
    return ends ? 2 : 0;
}

/// The characters as they are, dots and apostrophes between letters too.
qsizetype plainLength(QStringView rest)
{
    qsizetype i = 0;
    while (i < rest.size() && isAsciiLetter(rest[i]))
        ++i;
    return i;
}

} // namespace

std::vector<WordReading> viqrReadings(QStringView rest)
{
    const qsizetype plain = plainLength(rest);
    std::vector<WordReading> readings = {{rest.first(plain).toString(), plain, 0, false, false}};
    Marked word;
    bool toned = false;
    qsizetype i = 0;
    while (i < rest.size() && isAsciiLetter(rest[i]))
        readLetter(rest, i, toned, word);
    word.consumed = i;
    if (word.text == readings.front().text)
        return readings;
    const QStringView after = rest.mid(i);
    const double misplaced = hasUsualTonePlace(word.text) ? 0 : 6;
    readings.push_back({word.text, i, toneCost(word.lastTone, after) + misplaced, true, word.certain});
    if (word.lastTone != 0) {
        const double cost = punctuationCost(word.lastTone, after);
        const bool changed = word.withoutLastTone != rest.first(i - 1);
        readings.push_back({word.withoutLastTone, i - 1, cost, changed, changed});
        if (!changed)
            readings.front().cost = cost;
    }
    return readings;
}

} // namespace verbale::text
