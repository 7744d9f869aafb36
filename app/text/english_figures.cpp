#include "text/english_words.h"
#include "text/figures.h"

#include <algorithm>
#include <array>

namespace verbale::text {

namespace english {

namespace {

struct Phrase
{
    int meaning = 0;
    int value = 0; ///< 0: none
    int end = 0;
};

Phrase phraseAt(const Text &text, int at, FigureWord (*find)(QStringView))
{
    for (int length = 4; length > 0; --length) {
        const FigureWord word = find(text.tokens().text(at, at + length - 1));
        if (word.meaning != 0)
            return {word.meaning, word.value, at + length};
    }
    return {0, 0, at};
}

/// "%", "per cent", "percentage points".
Phrase percentBehind(const Text &text, int at)
{
    const FigureTokens &tokens = text.tokens();
    constexpr int perCent = 1;
    constexpr int points = 2;
    const int i = tokens.isDash(at) ? at + 1 : at;
    if (tokens.sign(at) == u'%')
        return {1, tokens.text(at + 1) == u"points" ? points : perCent,
                tokens.text(at + 1) == u"points" ? at + 2 : at + 1};
    const QStringView two = tokens.text(i, i + 1);
    if (two == u"percentage points" || two == u"percentage point")
        return {1, points, i + 2};
    if (tokens.text(i) == u"percent")
        return {1, perCent, i + 1};
    return two == u"per cent" ? Phrase{1, perCent, i + 2} : Phrase{0, 0, at};
}

class QuantityReader
{
public:
    QuantityReader(const Text &text, int at, Figure &figure)
        : m_text(text), m_tokens(text.tokens()), m_start(at), m_figure(figure)
    {
    }

    Reading read()
    {
        int at = m_start;
        const bool from = m_text.is(at, Word::From);
        at += from ? 1 : 0;
        const Phrase approximation = phraseAt(m_text, at, findApproximation);
        at = approximation.end;
        const Phrase prefix = prefixAt(at);
        at = prefix.end;
        const bool minus = m_tokens.isDash(at) && !m_tokens.joined(at) && m_tokens.joined(at + 1) &&
                           m_tokens.isDigits(at + 1) && !m_tokens.isDigits(at - 1);
        const bool word = m_tokens.text(at) == u"minus" && m_tokens.isDigits(at + 1);
        at += minus || word ? 1 : 0;
        const AmountReading first = readAmount(m_text, at, prefix.value != 0);
        if (first.end == at)
            return {m_start};
        if (first.ordinal || isSuffixed(first.end))
            return from || at > m_start ? Reading{m_start} : ordinal(first, at);
        if (at > m_start && startsOther(at))
            return {m_start};
        m_figure.from = first.amount;
        m_figure.from.number.negative = minus || word;
        m_figure.certain = first.certain;
        m_figure.approximation = first.approximation;
        const int unit = readUnit(first.end, prefix);
        const int end = readSecond(unit, from, prefix);
        if (end < 0)
            return {-end, false};
        if (from && end == unit)
            return {m_start};
        if (approximation.value != 0 && m_figure.approximation == Approximation::Exact)
            m_figure.approximation = static_cast<Approximation>(approximation.value);
        return finish(at, end);
    }

private:
    /// "around 11 am", "about 12 September": the figure behind is no quantity.
    [[nodiscard]] bool startsOther(int at) const
    {
        Figure other;
        return m_tokens.isDigits(at) &&
               (readClock(m_text, at, other).end > at || readDate(m_text, at, other).end > at);
    }

    [[nodiscard]] Phrase prefixAt(int at) const
    {
        const Phrase prefix = phraseAt(m_text, at, findCurrency);
        const bool codeOrSign =
            prefix.value != 0 && (!m_tokens.isWord(prefix.end - 1) || m_tokens[at].capitals);
        return codeOrSign && m_tokens.isDigits(prefix.end) ? prefix : Phrase{0, 0, at};
    }

    [[nodiscard]] bool isSuffixed(int end) const
    {
        return m_tokens.joined(end) && m_text.is(end, Word::Suffix);
    }

    Reading ordinal(const AmountReading &reading, int at)
    {
        const int end = isSuffixed(reading.end) ? reading.end + 1 : reading.end;
        m_figure.kind = FigureKind::Ordinal;
        m_figure.from = reading.amount;
        m_figure.certain = reading.certain;
        m_figure.span = m_tokens.span(at, end);
        return {end};
    }

    int readUnit(int at, const Phrase &prefix)
    {
        if (const Phrase percent = percentBehind(m_text, at); percent.value != 0) {
            m_figure.kind = FigureKind::Percent;
            m_figure.unit = percent.value == 1 ? QStringLiteral("%") : QStringLiteral("pp");
            return percent.end;
        }
        const int i = m_tokens.isDash(at) && m_tokens.joined(at + 1) ? at + 1 : at;
        const int of = m_text.is(i, Word::Of) ? i + 1 : i;
        const Phrase behind = phraseAt(m_text, of, findCurrency);
        const bool pounds = behind.meaning == 2 && m_figure.from.magnitude == 0;
        const bool twice = prefix.value != 0;
        const Phrase currency = twice ? prefix : (pounds ? Phrase{} : behind);
        if (currency.value == 0)
            return at;
        m_figure.kind = FigureKind::Money;
        m_figure.unit = currencyCode(currency.value);
        return twice ? at : currency.end;
    }

    int readSecond(int at, bool from, const Phrase &prefix)
    {
        const bool dash = m_tokens.isDash(at);
        if (!dash && !m_text.is(at, Word::To) && !(from && m_text.is(at, Word::And)))
            return at;
        if (dash && (!m_tokens.isDigits(at + 1) || m_tokens.joined(at) != m_tokens.joined(at + 1)) &&
            prefixAt(at + 1).value == 0)
            return at;
        const Phrase again = prefixAt(at + 1);
        const AmountReading second = readAmount(m_text, again.end, again.value != 0 || prefix.value != 0);
        if (second.end == again.end || second.ordinal || isSuffixed(second.end))
            return at;
        const Figure saved = m_figure;
        m_figure.to = second.amount;
        m_figure.certain = m_figure.certain && second.certain;
        const int end = readUnit(second.end, again.value != 0 ? again : prefix);
        if (saved.kind == FigureKind::Number && m_figure.from.magnitude == 0)
            m_figure.from.magnitude = m_figure.to.magnitude;
        if (m_figure.from.magnitude == 0 && saved.kind == FigureKind::Money && prefix.value != 0)
            m_figure.from.magnitude = m_figure.to.magnitude; // "$5-7 million"
        const bool sameKind = saved.kind == FigureKind::Number || saved.kind == m_figure.kind;
        if (dash && m_figure.kind == FigureKind::Number && m_tokens.isDigits(at - 1) &&
            m_figure.from.value().toDouble() >= m_figure.to.value().toDouble())
            return -end; // a score
        if (!sameKind || m_figure.from.value().toDouble() >= m_figure.to.value().toDouble()) {
            m_figure = saved;
            return at;
        }
        m_figure.joint = from ? Joint::FromTo : (dash ? Joint::Dash : Joint::To);
        return end;
    }

    Reading finish(int at, int end)
    {
        const bool plain = m_figure.kind == FigureKind::Number && m_figure.joint == Joint::Single &&
                           m_tokens.isDigits(at) && !m_figure.from.grouped && m_figure.from.magnitude == 0;
        const int before = m_tokens.sign(at - 1) == u'.' ? at - 2 : at - 1;
        const bool no = m_tokens.text(before) == u"no" || m_tokens.text(before) == u"number";
        const bool label =
            m_text.is(before, Word::Label) && m_tokens[before].capital && (before == at - 1 || no);
        const bool code = m_figure.from.number.digits.size() > 2 &&
                          m_figure.from.number.digits.startsWith(u'0') && m_figure.from.number.exponent == 0;
        if (plain && (label || code))
            return {end, false};
        if (m_tokens.sign(end) == u'/' && m_tokens.joined(end) && m_tokens.isDigits(end + 1))
            return {m_start}; // the half of something with a slash
        m_figure.span = m_tokens.span(m_start, end);
        return {end};
    }

    const Text &m_text;
    const FigureTokens &m_tokens;
    int m_start = 0;
    Figure &m_figure;
};

} // namespace

Reading readQuantity(const Text &text, int at, Figure &figure)
{
    return QuantityReader(text, at, figure).read();
}

Reading readFraction(const Text &text, int at, Figure &figure)
{
    const FigureTokens &tokens = text.tokens();
    const Phrase approximation = phraseAt(text, at, findApproximation);
    int i = approximation.end;
    const auto set = [&figure](int numerator, int denominator, bool words) {
        figure.from = {{QString::number(numerator), 0, false}, 0, words, false};
        figure.to = {{QString::number(denominator), 0, false}, 0, words, false};
    };
    if (tokens.isDigits(i) && tokens.sign(i + 1) == u'/' && tokens.joined(i + 1) && tokens.isDigits(i + 2)) {
        const int numerator = tokens.smallNumber(i);
        const int denominator = tokens.smallNumber(i + 2);
        if (numerator < 1 || numerator > 99 || denominator < 2 || numerator > denominator ||
            tokens.sign(i + 3) == u'/')
            return {at};
        set(numerator, denominator, false);
        figure.certain = !isDay(numerator, denominator) && !isDay(denominator, numerator);
        i += 3;
    } else {
        const bool article = text.is(i, Word::Article);
        const bool digit = text.is(i, Word::Digit);
        const int part = tokens.isDash(i + 1) && tokens.joined(i + 1) ? i + 2 : i + 1;
        const bool half = text.is(i, Word::Half) && !text.is(i + 1, Word::Article) && !tokens.isDash(i + 1);
        const bool plural = digit && text.is(part, Word::Parts);
        const bool one = (article || (digit && text.value(i) == 1)) &&
                         (text.is(part, Word::Half) || text.is(part, Word::Quarter) ||
                          (text.is(part, Word::Ordinal) && text.value(part) > 2));
        if (!half && !plural && !one)
            return {at};
        set(half ? 1 : text.value(i), half ? 2 : text.value(part), true);
        figure.certain = plural || (one && digit) || (half && text.is(i + 1, Word::Of));
        i = half ? i + 1 : part + 1;
    }
    figure.kind = FigureKind::Fraction;
    figure.approximation = static_cast<Approximation>(approximation.value);
    figure.span = tokens.span(at, i);
    return {i};
}

Reading readCode(const Text &text, int at)
{
    const FigureTokens &tokens = text.tokens();
    constexpr QStringView joints = u"-+/_.@#&–";
    const auto isJoint = [&](int i) {
        const char16_t c = tokens.sign(i);
        return c != 0 && joints.contains(QChar(c)) && tokens.joined(i) && tokens.joined(i + 1);
    };
    const auto isKnown = [&](int i) {
        const Word known[] = {Word::Suffix, Word::ShortScale, Word::Scale, Word::Month};
        const bool listed =
            std::any_of(std::begin(known), std::end(known), [&](Word word) { return text.is(i, word); });
        const QStringView word = tokens.text(i);
        return listed || word == u"s" || word == u"am" || word == u"pm" || word == u"p" || word == u"a" ||
               word == u"km" || word == u"kg" || word == u"m" || word == u"cm" || word == u"mm" ||
               word == u"ft" || word == u"mph" || findCurrency(word).meaning != 0;
    };
    const bool wordBefore =
        tokens.joined(at) && tokens.isWord(at - 1) && findCurrency(tokens.text(at - 1)).meaning == 0;
    const bool jointBefore =
        tokens.joined(at) && isJoint(at - 1) && tokens.isWord(at - 2) && !text.is(at - 2, Word::Month);
    const bool wordBehind = tokens.joined(at + 1) && tokens.isWord(at + 1) && !isKnown(at + 1);
    int i = at + 1;
    bool capitals = false;
    constexpr int longestCode = 24;
    for (; tokens.joined(i) && i < at + longestCode; ++i) {
        if (isJoint(i))
            continue;
        if (!tokens.isDigits(i) && !tokens.isWord(i))
            break;
        capitals = capitals || (tokens[i].capitals && tokens.sign(i - 1) != 0 && tokens[i].span.length() > 1);
    }
    return wordBefore || jointBefore || wordBehind || capitals ? Reading{i, false} : Reading{at};
}

} // namespace english

namespace {

using Reader = english::Reading (*)(const english::Text &, int, Figure &);

english::Reading readWeekday(const english::Text &text, int at, Figure &figure)
{
    const FigureTokens &tokens = text.tokens();
    if (!text.is(at, english::Word::Weekday) || !tokens[at].capital)
        return {at};
    figure.kind = FigureKind::Weekday;
    figure.index = text.value(at);
    figure.certain = tokens[at].span.length() > 3;
    figure.span = tokens.span(at, at + 1);
    return {at + 1};
}

constexpr std::array<Reader, 6> readers = {readWeekday,           english::readPeriod, english::readClock,
                                           english::readFraction, english::readDate,   english::readQuantity};

english::Reading readAt(const english::Text &text, int at, Figure &figure)
{
    if (text.tokens().isDigits(at)) {
        const english::Reading code = english::readCode(text, at);
        if (code.end > at)
            return code;
    }
    for (const Reader reader : readers) {
        figure = Figure();
        const english::Reading reading = reader(text, at, figure);
        if (reading.end > at)
            return reading;
    }
    return {text.tokens().isDigits(at) ? digitsEnd(text.tokens(), at) : at, false};
}

} // namespace

std::vector<Figure> englishFigures(QStringView source)
{
    const english::Text text(source);
    std::vector<Figure> figures;
    for (int at = 0; at < text.tokens().size();) {
        Figure figure;
        const english::Reading reading = readAt(text, at, figure);
        if (reading.end <= at) {
            ++at;
            continue;
        }
        if (reading.isFigure)
            figures.push_back(std::move(figure));
        at = reading.end;
    }
    return figures;
}

} // namespace verbale::text
