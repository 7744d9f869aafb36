#include "text/figures.h"
#include "text/vietnamese_words.h"

#include <algorithm>

namespace verbale::text::vietnamese {

namespace {

constexpr int noScale = 16;
constexpr int largestScale = 15;

qint64 power10(int exponent)
{
    qint64 power = 1;
    for (; exponent > 0; --exponent)
        power *= 10;
    return power;
}

/// Reads the number words from a token on. Each function returns false and stays where it is when there is
/// nothing for it.
class NumberWords
{
public:
    NumberWords(const Text &text, int at) : m_text(text), m_at(at) {}

    [[nodiscard]] int end() const { return m_at; }
    [[nodiscard]] qint64 value() const { return m_value; }
    /// The power of ten of the last word, for "rưỡi".
    [[nodiscard]] int lastPower() const { return m_lastPower; }

    bool read()
    {
        const int start = m_at;
        int lastScale = noScale;
        qint64 group = 0;
        while (m_value < power10(17) && readGroup(group, lastScale < noScale)) {
            const int scale = readScale(lastScale);
            if (scale == 0) {
                m_value += group;
                return true;
            }
            m_value += group * power10(scale);
            m_lastPower = scale;
            lastScale = scale;
            if (lastScale < 3)
                break;
        }
        return m_at > start;
    }

    /// A digit that stands by itself behind trăm linh, phẩy or phần.
    bool readLoneDigit(qint64 &digit)
    {
        if (!isDigit(m_at) && !is(m_at, Word::FiveOrYear) && !is(m_at, Word::Four))
            return false;
        digit = m_text.value(m_at++);
        return true;
    }

private:
    [[nodiscard]] bool is(int i, Word word) const { return m_text.is(i, word); }

    [[nodiscard]] bool isDigit(int i) const
    {
        const bool carriesOn = is(i + 1, Word::Tens) || is(i + 1, Word::TenCount) ||
                               is(i + 1, Word::Hundred) || is(i + 1, Word::Scale);
        return is(i, Word::Digit) || (is(i, Word::FiveOrYear) && carriesOn);
    }

    /// The tail of mười and mươi: năm is a year there.
    qint64 readTail()
    {
        const bool tail = (is(m_at, Word::Digit) && !carriesHundred(m_at)) || is(m_at, Word::Four) ||
                          is(m_at, Word::FiveTail) || is(m_at, Word::OneTail);
        return tail ? m_text.value(m_at++) : 0;
    }

    [[nodiscard]] bool carriesHundred(int i) const
    {
        return is(i + 1, Word::Hundred) || is(i + 1, Word::Tens);
    }

    bool readBelowHundred(qint64 &value)
    {
        if (is(m_at, Word::Ten)) {
            ++m_at;
            value = 10 + readTail();
            m_lastPower = 0;
            return true;
        }
        if (!isDigit(m_at))
            return false;
        value = m_text.value(m_at++);
        m_lastPower = 0;
        if (is(m_at, Word::Tens)) {
            ++m_at;
            value = value * 10 + readTail();
        } else if (is(m_at, Word::TenCount)) {
            ++m_at;
            value *= 10;
            m_lastPower = 1;
        } else if (is(m_at, Word::FiveTail) || is(m_at, Word::OneTail)) { // "hai lăm"
            value = value * 10 + m_text.value(m_at++);
        }
        return true;
    }

    bool readHundreds(qint64 &value, bool follows)
    {
        const bool digit = isDigit(m_at) || (follows && is(m_at, Word::Zero));
        if (!digit || !is(m_at + 1, Word::Hundred))
            return false;
        value = m_text.value(m_at) * 100;
        m_at += 2;
        m_lastPower = 2;
        qint64 rest = 0;
        const int start = m_at;
        if (is(m_at, Word::Odd)) {
            ++m_at;
            if (readLoneDigit(rest))
                m_lastPower = 0;
            else
                m_at = start;
        } else if (readBelowHundred(rest) && rest < 10) { // "hai trăm, ba ...": another number
            m_at = start;
            m_lastPower = 2;
            rest = 0;
        }
        value += rest;
        return true;
    }

    /// A number below a thousand. After a scale word a digit alone is another number, except behind linh.
    bool readGroup(qint64 &value, bool follows)
    {
        const int start = m_at;
        if (readHundreds(value, follows))
            return true;
        if (follows && is(m_at, Word::Odd)) {
            ++m_at;
            if (readLoneDigit(value))
                return true;
            m_at = start;
            return false;
        }
        const int lastPower = m_lastPower;
        if (!readBelowHundred(value))
            return false;
        if (follows && value < 10 && !is(m_at, Word::Scale)) {
            m_at = start;
            m_lastPower = lastPower;
            return false;
        }
        return true;
    }

    /// The scale words here as one power of ten ("nghìn tỷ"), when it is smaller than the last one.
    int readScale(int lastScale)
    {
        const int start = m_at;
        int scale = 0;
        while (is(m_at, Word::Scale) && scale + m_text.value(m_at) <= largestScale &&
               !m_text.begins(m_at + 1, Context::NotScale))
            scale += m_text.value(m_at++);
        if (scale < lastScale)
            return scale;
        m_at = start;
        return 0;
    }

    const Text &m_text;
    int m_at = 0;
    qint64 m_value = 0;
    int m_lastPower = 0;
};

/// Names are written with capitals: "Ba Lan", "Hai Bà Trưng"; syllables of foreign names with hyphens.
bool isName(const Text &text, int at, int end)
{
    const FigureTokens &tokens = text.tokens();
    const bool hyphenBefore = tokens.isDash(at - 1) && tokens.joined(at) && tokens.isWord(at - 2);
    const bool hyphenBehind = tokens.isDash(end) && tokens.joined(end) && tokens.joined(end + 1);
    if (hyphenBefore || hyphenBehind)
        return true;
    if (!tokens[at].capital)
        return false;
    if (tokens[at].capitals && tokens[at].span.length() > 1 &&
        (tokens[end].capitals || tokens[at - 1].capitals))
        return false;
    const bool acronym = end - at == 1 && tokens[at].capitals && tokens[at].span.length() > 1; // "(BA)"
    return acronym || !tokens.opens(at) || (end - at == 1 && tokens[end].capital);
}

void setNumber(Amount &amount, qint64 value)
{
    amount.number = {QString::number(value), 0, false};
    amount.words = true;
}

/// "phẩy năm", "phẩy hai lăm": the digits behind the decimal point, and a scale word.
void readDecimals(const Text &text, AmountReading &reading)
{
    if (!text.is(reading.end, Word::Point))
        return;
    NumberWords digits(text, reading.end + 1);
    QString decimals;
    qint64 digit = 0;
    while (decimals.size() < 3 && digits.readLoneDigit(digit))
        decimals += QString::number(digit);
    if (decimals.isEmpty())
        return;
    reading.amount.number.digits += decimals;
    reading.amount.number.exponent = -static_cast<int>(decimals.size());
    reading.end = digits.end();
    for (; text.is(reading.end, Word::Scale) && reading.amount.magnitude < 9; ++reading.end)
        reading.amount.magnitude += text.value(reading.end);
}

} // namespace

AmountReading readNumberWords(const Text &text, int at, bool mayBeName)
{
    AmountReading reading;
    reading.end = at;
    NumberWords words(text, at);
    const bool none = text.is(at, Word::Zero) && text.is(at + 1, Word::Point);
    if (!none && !words.read())
        return reading;
    const int end = none ? at + 1 : words.end();
    if (mayBeName && isName(text, at, end))
        return reading;
    const bool alone = end == at + 1;
    if (alone && text.begins(end, Context::NotDigit))
        return reading;
    reading.end = end;
    setNumber(reading.amount, words.value());
    reading.certain = !(alone && text.is(at, Word::Digit) && text.value(at) == 1); // một: also "a"
    if (text.is(end, Word::AndHalf) && words.lastPower() > 0) {
        setNumber(reading.amount, words.value() + power10(words.lastPower()) / 2);
        ++reading.end;
    }
    readDecimals(text, reading);
    return reading;
}

namespace {

/// "hàng chục", "vài nghìn", "nửa triệu", "trăm triệu" behind them.
AmountReading readVague(const Text &text, int at)
{
    AmountReading reading;
    reading.end = at;
    const bool rows = text.is(at, Word::Rows);
    const bool few = text.is(at, Word::Few);
    const bool half = text.is(at, Word::Half);
    int i = at + 1;
    int power = 0;
    if ((rows || few) && (text.is(i, Word::TenCount) || text.is(i, Word::Hundred)))
        power += text.is(i++, Word::TenCount) ? 1 : 2;
    for (; text.is(i, Word::Scale) && power < largestScale - 9 && !text.begins(i + 1, Context::NotScale); ++i)
        power += text.value(i);
    const bool counts = few ? true : power > 0;
    if ((!rows && !few && !half) || !counts || (text.tokens()[at].capital && !text.tokens().opens(at)))
        return reading;
    reading.end = i;
    setNumber(reading.amount, half ? 5 : 1);
    reading.amount.number.exponent = half ? -1 : 0;
    reading.amount.magnitude = power;
    if (!half)
        reading.approximation = rows ? Approximation::Dozens : Approximation::Several;
    return reading;
}

} // namespace

AmountReading readAmount(const Text &text, int at)
{
    const FigureTokens &tokens = text.tokens();
    if (!tokens.isDigits(at)) {
        const AmountReading vague = readVague(text, at);
        return vague.end > at ? vague : readNumberWords(text, at);
    }
    AmountReading reading;
    const DigitNumber number = readDigits(tokens, at, u',');
    reading.amount = number.amount;
    reading.end = number.end;
    reading.certain = number.certain;
    reading.malformed = number.malformed;
    if (number.end == at)
        return reading;
    int i = number.end;
    for (; text.is(i, Word::Scale) && reading.amount.magnitude + text.value(i) <= largestScale &&
           !text.begins(i + 1, Context::NotScale);
         ++i)
        reading.amount.magnitude += text.value(i);
    const bool scaled =
        i > number.end || tokens.sign(i) == u'%' || (text.is(i, Word::Part) && text.is(i + 1, Word::Hundred));
    if (scaled && number.end == at + 3 && tokens.sign(at + 1) == u',') { // "1,234 tỷ": the decimal point
        reading.amount.number.exponent = -static_cast<int>(tokens.text(at + 2).size());
        reading.amount.grouped = false;
        reading.certain = true;
    }
    if (i == number.end && tokens.joined(i) && (tokens.text(i) == u"tr" || tokens.text(i) == u"bn")) {
        reading.amount.magnitude = tokens.text(i) == u"tr" ? 6 : 9;
        ++i;
    }
    if (i > number.end && text.is(i, Word::AndHalf) && reading.amount.number.exponent == 0) {
        reading.amount.number.digits += u'5';
        reading.amount.number.exponent = -1;
        ++i;
    }
    reading.end = i;
    return reading;
}

} // namespace verbale::text::vietnamese

namespace verbale::text {

std::optional<qint64> vietnameseNumber(QStringView words)
{
    const vietnamese::Text text(words);
    const int size = text.tokens().size();
    if (size == 1 && text.is(0, vietnamese::Word::Zero))
        return 0;
    if (size == 1 && text.is(0, vietnamese::Word::FiveOrYear))
        return 5;
    const vietnamese::AmountReading reading = vietnamese::readNumberWords(text, 0);
    if (size == 0 || reading.end != size || reading.amount.number.exponent != 0)
        return std::nullopt;
    bool ok = false;
    const qint64 value = reading.amount.number.digits.toLongLong(&ok);
    return ok && reading.amount.magnitude == 0 ? std::optional(value) : std::nullopt;
}

} // namespace verbale::text
