#include "text/figure_tokens.h"

#include <QtCore/QDate>

#include <algorithm>
#include <array>

namespace verbale::text {

namespace {

bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isWordUnit(QChar c)
{
    return c.isLetter() || c.isMark() || c.isSurrogate() || (c.isNumber() && !isAsciiDigit(c));
}

Span trimmed(QStringView text, Span span)
{
    while (span.length() > 1 && text[span.start].isSpace())
        ++span.start;
    while (span.length() > 1 && text[span.end - 1].isSpace())
        --span.end;
    return span;
}

/// Longer runs of digits are codes, not numbers.
constexpr qsizetype longestNumber = 24;

} // namespace

FigureWords::FigureWords(std::initializer_list<Entry> entries)
{
    for (const Entry &entry : entries) {
        for (const QString &phrase : QString::fromUtf16(entry.phrases).split(u'|'))
            m_words.push_back({foldTerm(phrase), {entry.meaning, entry.value}});
    }
    std::stable_sort(m_words.begin(), m_words.end(),
                     [](const Folded &a, const Folded &b) { return a.phrase < b.phrase; });
}

std::vector<FigureWords::Folded>::const_iterator FigureWords::first(QStringView folded) const
{
    return std::lower_bound(m_words.begin(), m_words.end(), folded, [](const Folded &word, QStringView text) {
        // As QString compares, but mostly done with the first character.
        return std::lexicographical_compare(word.phrase.begin(), word.phrase.end(), text.begin(), text.end());
    });
}

FigureWord FigureWords::find(QStringView folded) const
{
    const auto found = first(folded);
    return found != m_words.end() && found->phrase == folded ? found->word : FigureWord{};
}

bool FigureWords::begins(QStringView word) const
{
    const auto found = first(word); // a space and a hyphen come before every letter
    return found != m_words.end() && found->phrase.startsWith(word) &&
           (found->phrase.size() == word.size() || !found->phrase[word.size()].isLetter());
}

bool FigureWords::has(QStringView folded, int meaning) const
{
    for (auto word = first(folded); word != m_words.end() && word->phrase == folded; ++word) {
        if (word->word.meaning == meaning)
            return true;
    }
    return false;
}

FigureTokens::FigureTokens(QStringView source) : m_source(source), m_key(makeTermKey(source))
{
    cut();
}

void FigureTokens::cut()
{
    const QStringView text = m_key.text;
    qsizetype originalEnd = 0;
    for (qsizetype i = 0; i < text.size();) {
        if (text[i].isSpace()) {
            ++i;
            continue;
        }
        FigureToken token;
        qsizetype end = i + 1;
        if (isAsciiDigit(text[i])) {
            token.kind = TokenKind::Digits;
            while (end < text.size() && isAsciiDigit(text[end]))
                ++end;
        } else if (isWordUnit(text[i])) {
            token.kind = TokenKind::Word;
            while (end < text.size() && isWordUnit(text[end]))
                ++end;
        } else {
            token.kind = TokenKind::Sign;
        }
        token.span = {i, end};
        token.original = trimmed(m_source, m_key.original(token.span));
        const QStringView between =
            m_source.mid(originalEnd, qMax<qsizetype>(token.original.start - originalEnd, 0));
        token.spaced = std::any_of(between.begin(), between.end(), [](QChar c) { return c.isSpace(); });
        originalEnd = token.original.end;
        if (token.kind == TokenKind::Word) {
            const QStringView word = m_source.mid(token.original.start, token.original.length());
            const auto isLower = [](QChar c) { return c.isLower(); };
            token.capital = word.front().isUpper();
            token.capitals = token.capital && std::none_of(word.begin(), word.end(), isLower);
        }
        m_tokens.push_back(token);
        i = end;
    }
}

QStringView FigureTokens::text(int i) const
{
    const Span span = (*this)[i].span;
    return QStringView(m_key.text).mid(span.start, span.length());
}

QStringView FigureTokens::text(int first, int last) const
{
    if ((*this)[first].kind == TokenKind::End || (*this)[last].kind == TokenKind::End)
        return {};
    const qsizetype start = (*this)[first].span.start;
    return QStringView(m_key.text).mid(start, (*this)[last].span.end - start);
}

QStringView FigureTokens::original(int i) const
{
    const Span span = (*this)[i].original;
    return m_source.mid(span.start, span.length());
}

Span FigureTokens::span(int first, int end) const
{
    return {(*this)[first].original.start, (*this)[end - 1].original.end};
}

char16_t FigureTokens::sign(int i) const
{
    return (*this)[i].kind == TokenKind::Sign ? text(i).front().unicode() : u'\0';
}

bool FigureTokens::noBreak(int i) const
{
    constexpr QStringView spaces = u"\u00A0\u202F\u2009\u2007";
    const qsizetype before = (*this)[i].original.start - 1;
    return (*this)[i].kind != TokenKind::End && before >= 0 && spaces.contains(m_source[before]);
}

bool FigureTokens::isDash(int i) const
{
    constexpr QStringView dashes = u"-\u2010\u2011\u2012\u2013\u2014\u2212";
    const char16_t c = sign(i);
    return c != 0 && dashes.contains(QChar(c));
}

int FigureTokens::smallNumber(int i) const
{
    return isDigits(i) && (*this)[i].span.length() <= 4 ? text(i).toInt() : -1;
}

bool FigureTokens::opens(int i) const
{
    constexpr QStringView openers = u".!?:;…“\"(«‘'[\uFFFC";
    const char16_t before = sign(i - 1);
    return (*this)[i - 1].kind == TokenKind::End || isDash(i - 1) ||
           (before != 0 && openers.contains(QChar(before)));
}

int FigureTokens::roman(int i) const
{
    if (!isWord(i) || !(*this)[i].capitals || (*this)[i].span.length() > 8)
        return 0;
    static constexpr std::array<const char16_t *, 10> ones = {u"",  u"I",  u"II",  u"III",  u"IV",
                                                              u"V", u"VI", u"VII", u"VIII", u"IX"};
    static constexpr std::array<const char16_t *, 10> tens = {u"",
                                                              u"X",
                                                              u"XX",
                                                              u"XX"
                                                              u"X",
                                                              u"XL",
                                                              u"L",
                                                              u"LX",
                                                              u"LXX",
                                                              u"LXXX",
                                                              u"XC"};
    const QStringView word = original(i);
    for (size_t ten = tens.size(); ten-- > 0;) {
        const QStringView head(tens.at(ten));
        if (!word.startsWith(head))
            continue;
        const auto one = std::find(ones.begin(), ones.end(), word.mid(head.size()));
        return one != ones.end() ? static_cast<int>(ten) * 10 + static_cast<int>(one - ones.begin()) : 0;
    }
    return 0;
}

namespace {

/// Runs of digits with one . or , between each two.
struct Chain
{
    std::vector<QStringView> groups;
    QString signs;
    int end = 0;
};

Chain chainAt(const FigureTokens &tokens, int at)
{
    Chain chain;
    chain.groups.push_back(tokens.text(at));
    int i = at + 1;
    constexpr size_t longestChain = 9;
    for (;
         chain.groups.size() < longestChain && tokens.joined(i) &&
         (tokens.sign(i) == u'.' || tokens.sign(i) == u',') && tokens.joined(i + 1) && tokens.isDigits(i + 1);
         i += 2) {
        chain.signs += QChar(tokens.sign(i));
        chain.groups.push_back(tokens.text(i + 1));
    }
    chain.end = i;
    return chain;
}

/// How many signs from the first on are the same and followed by three digits, as thousands are set apart.
qsizetype thousandsIn(const Chain &chain)
{
    if (chain.signs.isEmpty() || chain.groups[0].size() > 3 || chain.groups[0].startsWith(u'0'))
        return 0;
    qsizetype count = 0;
    while (count < chain.signs.size() && chain.signs[count] == chain.signs[0] &&
           chain.groups[static_cast<size_t>(count) + 1].size() == 3)
        ++count;
    return count;
}

/// "70. 000" and "70 000": thousands behind a space.
void readSpacedThousands(const FigureTokens &tokens, DigitNumber &number)
{
    const bool point = tokens.sign(number.end) == u'.' && tokens.joined(number.end);
    int i = number.end + (point ? 1 : 0);
    int groups = 0;
    const bool noBreak = !point && tokens.noBreak(i);
    QString digits = number.amount.number.digits;
    while (tokens.isDigits(i) && !tokens.joined(i) && tokens.text(i).size() == 3 &&
           (point ? tokens.text(i) == u"000" : !tokens.joined(i + 1) || !tokens.isDigits(i + 2))) {
        digits += tokens.text(i++);
        if (++groups == 4 || point)
            break;
    }
    if (groups == 0 || (!point && !noBreak && !digits.endsWith(u"000")))
        return;
    number.amount.number.digits = digits;
    number.amount.grouped = true;
    number.malformed = point;
    number.certain = !point;
    number.end = i;
}

} // namespace

DigitNumber readDigits(const FigureTokens &tokens, int at, char16_t decimalPoint)
{
    const Chain chain = chainAt(tokens, at);
    DigitNumber result;
    result.end = at;
    const qsizetype thousands = thousandsIn(chain);
    const qsizetype signs = chain.signs.size();
    if (chain.groups.size() > 8 || signs > thousands + 1)
        return result;
    const bool hasDecimals =
        signs == thousands + 1 && (thousands == 0 || chain.signs.back() != chain.signs[0]);
    if (signs > thousands && !hasDecimals)
        return result;
    QString digits;
    for (const QStringView group : chain.groups)
        digits += group;
    if (digits.size() > longestNumber)
        return result;
    result.end = chain.end;
    result.amount.number.digits = digits;
    const bool soleThousands = thousands == 1 && signs == 1;
    if (hasDecimals) {
        result.amount.number.exponent = -static_cast<int>(chain.groups.back().size());
        // "4.0" in Vietnamese, "2,5" in English: perhaps a name, perhaps the other language's habit.
        result.certain = thousands > 0 || chain.signs[0] == QChar(decimalPoint);
        result.amount.grouped = thousands > 0;
    } else if (soleThousands && chain.signs[0] == QChar(decimalPoint)) {
        // "3,000" in Vietnamese: thousands by English habits, more often than three and no thousandths.
        result.amount.grouped = true;
        result.certain = false;
    } else if (signs > 0) {
        result.amount.grouped = true;
    } else if (digits.size() <= 3 && !digits.startsWith(u'0')) {
        readSpacedThousands(tokens, result);
    }
    return result;
}

int digitsEnd(const FigureTokens &tokens, int at)
{
    constexpr QStringView joints = u".,/-";
    int end = at + 1;
    while (tokens.joined(end) && tokens.sign(end) != 0 && joints.contains(QChar(tokens.sign(end))) &&
           tokens.joined(end + 1) && tokens.isDigits(end + 1))
        end += 2;
    return end;
}

bool isDay(int day, int month, int year)
{
    constexpr int leapYear = 2000;
    return QDate::isValid(year == 0 ? leapYear : year, month, day);
}

} // namespace verbale::text
