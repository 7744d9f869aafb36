#include "text/vietnamese_words.h"

#include <algorithm>

namespace verbale::text::vietnamese {

namespace {

struct Phrase
{
    int value = 0; ///< 0: none
    int end = 0;
};

/// The longest phrase of up to four tokens that the finder knows.
Phrase phraseAt(const Text &text, int at, FigureWord (*find)(QStringView))
{
    for (int length = 4; length > 0; --length) {
        const FigureWord word = find(text.tokens().text(at, at + length - 1));
        if (word.meaning != 0)
            return {word.value, at + length};
    }
    return {0, at};
}

Phrase approximationAt(const Text &text, int at)
{
    const bool comparative = text.begins(at, Context::Than) && text.follows(at, Context::Comparative);
    return comparative ? Phrase{0, at} : phraseAt(text, at, findApproximation);
}

/// "đồng" is the currency unless the next syllable makes another word of it ("5 đồng chí", comrades); "bảng",
/// "yên", "đô" need a magnitude or a joined sign before them to be no other word.
Phrase currencyBehind(const Text &text, int at, bool large)
{
    constexpr int dong = 1;
    const Phrase found = phraseAt(text, at, findCurrency);
    const bool single = found.end == at + 1 && text.tokens().isWord(at);
    if (single && found.value == dong && text.begins(at + 1, Context::NotDong))
        return {0, at};
    const bool doubtful = single && text.begins(at, Context::DoubtfulCurrency);
    return doubtful && !large && !text.tokens()[at].capitals ? Phrase{0, at} : found;
}

/// "%", "phần trăm", "điểm phần trăm", "điểm %".
Phrase percentBehind(const Text &text, int at)
{
    const FigureTokens &tokens = text.tokens();
    constexpr int perCent = 1;
    constexpr int points = 2;
    const auto perCentEnd = [&](int i) {
        if (tokens.sign(i) == u'%')
            return i + 1;
        return text.is(i, Word::Part) && text.is(i + 1, Word::Hundred) ? i + 2 : i;
    };
    if (text.is(at, Word::Points) && perCentEnd(at + 1) > at + 1)
        return {points, perCentEnd(at + 1)};
    return perCentEnd(at) > at ? Phrase{perCent, perCentEnd(at)} : Phrase{0, at};
}

/// One quantity while it is read.
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
        const Phrase approximation = approximationAt(m_text, at);
        at = approximation.end;
        const Phrase prefix = phraseAt(m_text, at, findCurrency);
        if (prefix.value != 0 && (m_text.is(prefix.end, Word::Digit) || !isPrefix(at, prefix.end)))
            return {m_start};
        at = prefix.end;
        const AmountReading first = readSigned(at);
        if (first.end == at || (at > m_start && startsOther(at)))
            return {m_start};
        take(first, m_figure.from);
        int end = readUnit(first.end, prefix.value);
        const int rangeEnd = readSecond(end, from);
        if (rangeEnd < 0)
            return {-rangeEnd, false};
        if (from && rangeEnd == end)
            return {m_start};
        end = rangeEnd;
        applyApproximation(approximation.value);
        return finish(at, end);
    }

private:
    [[nodiscard]] bool isPrefix(int at, int end) const
    {
        return m_tokens.isDigits(end) && (!m_tokens.isWord(at) || m_tokens[at].capitals);
    }

    /// "khoảng 10:15", "hơn 6 tháng đầu năm": the figure behind is no quantity.
    [[nodiscard]] bool startsOther(int at) const
    {
        Figure other;
        return m_tokens.isDigits(at) &&
               (readClock(m_text, at, other).end > at || readPeriod(m_text, at, other).end > at ||
                readDate(m_text, at, other).end > at);
    }

    /// A minus belongs to a number when it touches it and nothing before it.
    AmountReading readSigned(int &at)
    {
        const bool apart =
            !m_tokens.joined(at) || m_tokens[at - 1].kind == TokenKind::End || m_tokens.sign(at - 1) == u'(';
        const bool minus =
            m_tokens.isDash(at) && apart && m_tokens.joined(at + 1) && m_tokens.isDigits(at + 1);
        const bool word = m_text.begins(at, Context::Minus) && m_tokens.isDigits(at + 1);
        AmountReading reading = readAmount(m_text, minus || word ? at + 1 : at);
        if ((minus || word) && reading.end > at + 1)
            reading.amount.number.negative = true;
        else if (minus || word)
            reading.end = at;
        return reading;
    }

    void take(const AmountReading &reading, Amount &amount)
    {
        amount = reading.amount;
        m_figure.certain = m_figure.certain && reading.certain;
        m_figure.malformed = m_figure.malformed || reading.malformed;
        if (reading.approximation != Approximation::Exact)
            m_figure.approximation = reading.approximation;
    }

    /// "%" or a currency: decides the kind.
    int readUnit(int at, int prefix)
    {
        if (const Phrase percent = percentBehind(m_text, at); percent.value != 0) {
            m_figure.kind = FigureKind::Percent;
            m_figure.unit = percent.value == 1 ? QStringLiteral("%") : QStringLiteral("pp");
            return percent.end;
        }
        const bool large = m_figure.from.magnitude > 0 || m_figure.from.grouped;
        const Phrase currency = prefix != 0 ? Phrase{prefix, at} : currencyBehind(m_text, at, large);
        if (currency.value == 0)
            return at;
        m_figure.kind = FigureKind::Money;
        m_figure.unit = currencyCode(currency.value);
        return currency.end;
    }

    /// The other end of a range: its end; `at` when there is none; the negative end of what is no figure.
    int readSecond(int at, bool from)
    {
        const bool dash = m_tokens.isDash(at);
        if (!dash && !m_text.is(at, Word::To))
            return at;
        if (dash && !m_tokens.isDigits(at + 1))
            return at;
        if (dash && m_tokens.joined(at) != m_tokens.joined(at + 1))
            return at;
        const AmountReading second = readAmount(m_text, at + 1);
        if (second.end == at + 1 || (!dash && m_tokens.sign(second.end) == u'/'))
            return at;
        if (dash && m_tokens.isDash(second.end) && m_tokens.joined(second.end)) { // "4-4-2"
            const int third = second.end + 1;
            return m_tokens.isDigits(third) ? -(third + 1) : at;
        }
        Figure saved = m_figure;
        take(second, m_figure.to);
        const int end = readUnit(second.end, 0);
        if (saved.kind == FigureKind::Number && m_figure.from.magnitude == 0)
            m_figure.from.magnitude = m_figure.to.magnitude; // "5-7 triệu"
        const bool sameKind =
            saved.kind == FigureKind::Number || (saved.kind == m_figure.kind && saved.unit == m_figure.unit);
        const bool rises = m_figure.from.value().toDouble() < m_figure.to.value().toDouble();
        if (!rises || !sameKind) {
            const bool score = dash && saved.kind == FigureKind::Number;
            m_figure = std::move(saved);
            return score ? -end : at;
        }
        m_figure.joint = dash ? (from ? Joint::FromTo : Joint::Dash) : (from ? Joint::FromTo : Joint::To);
        // "9-10" alone may be a day and a month, a score, a section.
        if (dash && m_figure.kind == FigureKind::Number && m_figure.to.magnitude == 0 &&
            (!m_tokens.isWord(end) || m_tokens[end].capital))
            m_figure.certain = false;
        return end;
    }

    /// "trên 3 trụ cột" is on three pillars: small numbers behind "trên" and "dưới" are no limits.
    void applyApproximation(int value)
    {
        if (value == 0 || m_figure.approximation != Approximation::Exact)
            return;
        const auto approximation = static_cast<Approximation>(value);
        m_figure.approximation = approximation;
        const int word = m_figure.joint == Joint::FromTo ? m_start + 1 : m_start;
        constexpr double large = 100;
        if (m_text.begins(word, Context::Limit) && m_figure.kind == FigureKind::Number &&
            m_figure.from.value().toDouble() < large)
            m_approximationDoubtful = true;
    }

    Reading finish(int numberStart, int end)
    {
        if (m_approximationDoubtful) { // the word before is left to the text
            m_figure.approximation = Approximation::Exact;
            m_start = numberStart;
        }
        if (m_tokens.sign(end) == u'/' && m_tokens.joined(end) && m_tokens.isDigits(end + 1))
            return {m_start}; // the half of something with a slash
        const bool plain = m_figure.kind == FigureKind::Number && m_figure.joint == Joint::Single &&
                           !m_figure.from.words && !m_figure.from.grouped && m_figure.from.magnitude == 0;
        if (plain && m_figure.from.number.digits.size() > 2 && m_figure.from.number.digits.startsWith(u'0') &&
            m_figure.from.number.exponent == 0)
            return {end, false}; // "016": a code
        if (plain && isLabelled(numberStart))
            return {end, false};
        const bool more = m_text.begins(end, Context::OrMore);
        if (more || m_text.begins(end, Context::OrLess)) {
            m_figure.approximation = more ? Approximation::AtLeast : Approximation::AtMost;
            end += 2;
        }
        if (m_text.is(end + 1, Word::AndHalf)) // "hai năm rưỡi"
            m_figure.certain = false;
        m_figure.span = m_tokens.span(m_start, end);
        return {end};
    }

    [[nodiscard]] bool isLabelled(int at) const
    {
        if (!m_text.follows(at, Context::Label))
            return false;
        return !m_text.follows(at, Context::NumberSign) || !m_text.follows(at - 1, Context::NoLabel);
    }

    const Text &m_text;
    const FigureTokens &m_tokens;
    int m_start = 0;
    Figure &m_figure;
    bool m_approximationDoubtful = false;
};

} // namespace

Reading readQuantity(const Text &text, int at, Figure &figure)
{
    const FigureTokens &tokens = text.tokens();
    const bool opens = tokens.opens(at) && tokens.isWord(at + 1) && !tokens[at + 1].capital &&
                       !text.begins(at + 1, Context::NotFive);
    if (text.is(at, Word::FiveOrYear) &&
        (opens || text.begins(at + 1, Context::Counted))) { // "năm nước": five, or a year
        const Reading reading = QuantityReader(text, at, figure).read();
        if (reading.end > at)
            return reading;
        figure = Figure();
        figure.from = {{QStringLiteral("5"), 0, false}, 0, true, false};
        figure.certain = false;
        figure.span = tokens.span(at, at + 1);
        return {at + 1};
    }
    return QuantityReader(text, at, figure).read();
}

Reading readFraction(const Text &text, int at, Figure &figure)
{
    const FigureTokens &tokens = text.tokens();
    const Phrase approximation = approximationAt(text, at);
    const int start = approximation.end;
    int i = start;
    if (text.is(i, Word::Digit) && text.value(i) == 1 && text.is(i + 1, Word::Half)) { // "một nửa"
        figure.from = {{QStringLiteral("1"), 0, false}, 0, true, false};
        figure.to = {{QStringLiteral("2"), 0, false}, 0, true, false};
        i += 2;
    } else if (tokens.isDigits(i) && tokens.sign(i + 1) == u'/' && tokens.isDigits(i + 2)) {
        const int numerator = tokens.smallNumber(i);
        const int denominator = tokens.smallNumber(i + 2);
        const bool counted = text.begins(i + 3, Context::Counted);
        const bool date = isDay(numerator, denominator);
        if (numerator < 1 || denominator < 2 || denominator > 999 || numerator > denominator ||
            !tokens.joined(i + 1) || tokens.sign(i + 3) == u'/' ||
            (date && !counted && approximation.value == 0))
            return {at};
        figure.from.number = {tokens.text(i).toString(), 0, false};
        figure.to.number = {tokens.text(i + 2).toString(), 0, false};
        figure.certain = counted || approximation.value != 0;
        i += 3;
    } else { // "hai phần ba"
        const AmountReading numerator = readNumberWords(text, i);
        if (numerator.end == i || !text.is(numerator.end, Word::Part))
            return {at};
        const int below = numerator.end + 1;
        AmountReading denominator = readNumberWords(text, below);
        if (denominator.end == below && (text.is(below, Word::Four) || text.is(below, Word::FiveOrYear))) {
            denominator.amount = {{QString::number(text.value(below)), 0, false}, 0, true, false};
            denominator.end = below + 1;
        }
        if (denominator.end == below)
            return {at};
        figure.from = numerator.amount;
        figure.to = denominator.amount;
        i = denominator.end;
    }
    figure.kind = FigureKind::Fraction;
    figure.approximation = static_cast<Approximation>(approximation.value);
    figure.span = tokens.span(at, i);
    return {i};
}

Reading readCode(const Text &text, int at)
{
    const FigureTokens &tokens = text.tokens();
    constexpr QStringView joints = u"-+/_.@#&:–";
    const auto isJoint = [&](int i) {
        const char16_t c = tokens.sign(i);
        return c != 0 && joints.contains(QChar(c)) && tokens.joined(i) && tokens.joined(i + 1);
    };
    const auto isKnown = [&](int i) { // "ngày10/9", "VND500", but not "G20"
        return findCurrency(tokens.text(i)).meaning != 0 ||
               (findWord(tokens.text(i)).meaning != 0 && tokens[i].span.length() > 1);
    };
    const bool wordBefore = tokens.joined(at) && tokens.isWord(at - 1) && !isKnown(at - 1);
    const bool jointBefore = tokens.joined(at) && isJoint(at - 1) && tokens.isWord(at - 2);
    int i = at + 1;
    const bool unit = text.begins(i, Context::Unit) && tokens.original(i) != u"G"; // "4G" is no weight
    const bool wordBehind = tokens.joined(i) && tokens.isWord(i) && !unit &&
                            findCurrency(tokens.text(i)).meaning == 0 &&
                            (findWord(tokens.text(i)).meaning == 0 || tokens.original(i) == u"G");
    // The whole run of joined pieces: "03/2009/TT-BNG", "1.2.3.4".
    bool capitalsBehind = false;
    constexpr int longestCode = 24;
    for (; tokens.joined(i) && i < at + longestCode; ++i) {
        if (isJoint(i))
            continue;
        if (!tokens.isDigits(i) && !tokens.isWord(i))
            break;
        capitalsBehind =
            capitalsBehind || (tokens.isWord(i) && tokens[i].capitals && tokens.sign(i - 1) != 0 &&
                               findCurrency(tokens.text(i)).meaning == 0);
    }
    if (wordBefore || jointBefore || wordBehind || capitalsBehind)
        return {i, false};
    // Telephone numbers: groups behind a zero or a country's code.
    const bool phone = tokens.text(at).startsWith(u'0') && tokens[at].span.length() > 2;
    const bool groups = tokens.isDigits(at + 1) || ((isJoint(at + 1)) && tokens.isDigits(at + 2));
    if (phone && groups) {
        while (tokens.isDigits(i) || ((tokens.sign(i) == u'.' || tokens.isDash(i)) && tokens.isDigits(i + 1)))
            ++i;
        return {i, false};
    }
    return {at};
}

} // namespace verbale::text::vietnamese
