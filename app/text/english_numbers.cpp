#include "text/english_words.h"

namespace verbale::text::english {

namespace {

constexpr int largestScale = 15;

qint64 power10(int exponent)
{
    qint64 power = 1;
    for (; exponent > 0; --exponent)
        power *= 10;
    return power;
}

/// Reads number words from a token on: "two hundred and twenty-one thousand five hundredth".
class NumberWords
{
public:
    NumberWords(const Text &text, int at) : m_text(text), m_tokens(text.tokens()), m_at(at) {}

    [[nodiscard]] int end() const { return m_at; }
    [[nodiscard]] qint64 value() const { return m_value; }
    [[nodiscard]] bool ordinal() const { return m_ordinal; }

    bool read()
    {
        const int start = m_at;
        int lastScale = largestScale + 1;
        while (m_value < power10(16)) {
            const int before = m_at;
            if (m_at > start && m_text.is(m_at, Word::And))
                ++m_at;
            qint64 group = 0;
            if (!readGroup(group, m_at > start)) {
                m_at = before;
                break;
            }
            if (m_ordinal || !m_text.is(m_at, Word::Scale) || m_text.value(m_at) >= lastScale) {
                if (lastScale <= largestScale && group >= power10(lastScale)) {
                    m_at = before;
                    break;
                }
                m_value += group;
                break;
            }
            lastScale = m_text.value(m_at++);
            m_value += group * power10(lastScale);
        }
        return m_at > start;
    }

private:
    [[nodiscard]] int afterHyphen(int i) const
    {
        return m_tokens.isDash(i) && m_tokens.joined(i) ? i + 1 : i;
    }

    bool readBelowHundred(qint64 &value)
    {
        if (m_text.is(m_at, Word::Ordinal) || m_text.is(m_at, Word::TensOrdinal)) {
            m_ordinal = true;
            value = m_text.value(m_at++);
            return true;
        }
        if (m_text.is(m_at, Word::Digit) || m_text.is(m_at, Word::Teen)) {
            value = m_text.value(m_at++);
            return true;
        }
        if (!m_text.is(m_at, Word::Tens))
            return false;
        value = m_text.value(m_at++);
        const int next = afterHyphen(m_at);
        const bool ordinal = m_text.is(next, Word::Ordinal) && m_text.value(next) < 10;
        if (m_text.is(next, Word::Digit) || ordinal) {
            value += m_text.value(next);
            m_ordinal = ordinal;
            m_at = next + 1;
        }
        return true;
    }

    bool readGroup(qint64 &value, bool follows)
    {
        const int start = m_at;
        const bool one = !follows && m_text.is(m_at, Word::Article);
        if (one) {
            const int next = m_at + 1;
            if (!m_text.is(next, Word::Hundred) && !m_text.is(next, Word::Scale))
                return false;
            value = 1;
            m_at = next;
        } else if (!readBelowHundred(value)) {
            return false;
        }
        const int next = afterHyphen(m_at);
        if (m_ordinal || value > 99 ||
            (!m_text.is(next, Word::Hundred) && !m_text.is(next, Word::HundredOrdinal)))
            return m_at > start;
        m_ordinal = m_text.is(next, Word::HundredOrdinal);
        value *= 100;
        m_at = next + 1;
        if (m_ordinal)
            return true;
        const int before = m_at;
        if (m_text.is(m_at, Word::And))
            ++m_at;
        qint64 rest = 0;
        if (readBelowHundred(rest))
            value += rest;
        else
            m_at = before;
        return true;
    }

    const Text &m_text;
    const FigureTokens &m_tokens;
    int m_at = 0;
    qint64 m_value = 0;
    bool m_ordinal = false;
};

/// "dozens", "tens of thousands", "several hundred", "a few thousand".
AmountReading readVague(const Text &text, int at)
{
    const FigureTokens &tokens = text.tokens();
    AmountReading reading;
    reading.end = at;
    reading.approximation = Approximation::Dozens;
    int i = at;
    int power = 0;
    if (text.is(i, Word::Vague)) {
        power = text.value(i++);
        if (text.is(i, Word::Of) && text.is(i + 1, Word::Vague)) {
            power += text.value(i + 1);
            i += 2;
        }
    } else {
        const bool few = text.is(i, Word::Article) && tokens.text(i + 1) == u"few";
        if (tokens.text(i) != u"several" && !few)
            return reading;
        i += few ? 2 : 1;
        reading.approximation = Approximation::Several;
        if (text.is(i, Word::Dozen)) {
            power = 1;
            ++i;
        } else if (text.is(i, Word::Hundred)) {
            power = 2;
            ++i;
        }
        if (text.is(i, Word::Scale))
            power += text.value(i++);
    }
    reading.end = i;
    reading.amount.number = {QStringLiteral("1"), 0, false};
    reading.amount.words = true;
    reading.amount.magnitude = power;
    return reading;
}

/// "million", "bn" and "and a half million" behind a number.
void readMagnitude(const Text &text, AmountReading &reading, bool money)
{
    const FigureTokens &tokens = text.tokens();
    int i = reading.end;
    const bool half = text.is(i, Word::And) && text.is(i + 1, Word::Article) && text.is(i + 2, Word::Half);
    if (half && reading.amount.number.exponent == 0) {
        reading.amount.number.digits += u'5';
        reading.amount.number.exponent = -1;
        i += 3;
    }
    if (!reading.amount.words || half) {
        const int scale = tokens.isDash(i) && tokens.joined(i) && tokens.joined(i + 1) ? i + 1 : i;
        if (text.is(scale, Word::Hundred) && !reading.amount.words) {
            reading.amount.magnitude = 2;
            i = scale + 1;
        } else if (text.is(scale, Word::Scale) || (text.is(i, Word::ShortScale) && tokens.joined(i) &&
                                                   scale == i && (money || tokens[i].span.length() > 1))) {
            reading.amount.magnitude = text.value(scale);
            i = scale + 1;
        }
    }
    reading.end = i;
}

} // namespace

AmountReading readNumberWords(const Text &text, int at)
{
    AmountReading reading;
    reading.end = at;
    const FigureTokens &tokens = text.tokens();
    const bool halfScale =
        text.is(at, Word::Half) && text.is(at + 1, Word::Article) && text.is(at + 2, Word::Scale);
    if (halfScale) { // "half a million"
        reading.amount = {{QStringLiteral("5"), -1, false}, text.value(at + 2), true, false};
        reading.end = at + 3;
        return reading;
    }
    if (text.is(at, Word::Article) && text.is(at + 1, Word::Dozen)) {
        reading.amount = {{QStringLiteral("12"), 0, false}, 0, true, false};
        reading.certain = false;
        reading.end = at + 2;
        return reading;
    }
    NumberWords words(text, at);
    if (!words.read())
        return reading;
    reading.end = words.end();
    reading.ordinal = words.ordinal();
    reading.amount = {{QString::number(words.value()), 0, false}, 0, true, false};
    if (text.is(reading.end, Word::Dozen)) { // "two dozen" is seldom 24 exactly
        reading.amount.number.digits = QString::number(words.value() * 12);
        reading.certain = false;
        ++reading.end;
        return reading;
    }
    const bool alone = reading.end == at + 1;
    const bool one = alone && text.is(at, Word::Digit) && text.value(at) == 1;
    reading.certain = !one && !(alone && tokens.text(at) == u"second");
    if (!reading.ordinal)
        readMagnitude(text, reading, false);
    reading.certain = reading.certain || reading.end > words.end();
    return reading;
}

AmountReading readAmount(const Text &text, int at, bool money)
{
    const FigureTokens &tokens = text.tokens();
    if (!tokens.isDigits(at)) {
        AmountReading vague = readVague(text, at);
        return vague.end > at ? vague : readNumberWords(text, at);
    }
    AmountReading reading;
    const DigitNumber number = readDigits(tokens, at, u'.');
    reading.amount = number.amount;
    reading.end = number.end;
    reading.certain = number.certain;
    if (number.end == at + 3 && tokens.sign(at + 1) == u'.') { // "3.125" is no thousand in English
        reading.amount.grouped = false;
        reading.amount.number.exponent = -static_cast<int>(tokens.text(at + 2).size());
        reading.certain = true;
    }
    if (reading.end > at)
        readMagnitude(text, reading, money);
    return reading;
}

} // namespace verbale::text::english
