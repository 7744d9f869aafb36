#include "text/english_words.h"

#include <algorithm>

namespace verbale::text::english {

namespace {

constexpr bool isYear(int year)
{
    return year >= 1000 && year < 2200;
}

/// One end of a date: "12 September 2020", "September 12, 2020", "September 2020", "2020", "9".
struct Point
{
    CalendarDay day;
    int end = 0;  ///< its start when there is none
    int bare = 0; ///< a number that only its neighbour can explain
    bool certain = true;
};

class DateReader
{
public:
    explicit DateReader(const Text &text) : m_text(text), m_tokens(text.tokens()) {}

    [[nodiscard]] Point point(int at) const
    {
        Point point;
        point.end = at;
        if (isMonth(at))
            return monthFirst(at);
        const int number = m_tokens.smallNumber(at);
        if (number < 1)
            return point;
        int end = at + 1;
        if (m_tokens.joined(end) && m_text.is(end, Word::Suffix))
            ++end;
        int month = m_text.is(end, Word::Of) ? end + 1 : end;
        if (number <= 31 && isMonth(month)) {
            point.day = {number, m_text.value(month), 0};
            point.end = monthEnd(month);
            readYear(point);
            return isDay(number, point.day.month, point.day.year) ? point : Point{{}, at, 0};
        }
        const bool part =
            m_tokens.joined(end) &&
            (m_tokens.isWord(end) || m_tokens.sign(end) == u'.' || m_tokens.sign(end) == u',') &&
            m_tokens.joined(end + 1) && m_tokens.isDigits(end + 1);
        if (part || m_tokens.sign(end) == u'%')
            return point;
        point.bare = number;
        point.end = end;
        return point;
    }

    /// ", 2020" or " 2020" behind a month or a day.
    void readYear(Point &point) const
    {
        const int at = m_tokens.sign(point.end) == u',' ? point.end + 1 : point.end;
        const int year = m_tokens.smallNumber(at);
        const bool decimal =
            m_tokens.sign(at + 1) == u',' && m_tokens.joined(at + 2) && m_tokens.isDigits(at + 2);
        if (!isYear(year) || decimal || m_tokens.joined(at))
            return;
        point.day.year = year;
        point.end = at + 1;
    }

private:
    /// Months are written with a capital; "may", "march" and "mar" are other words without one.
    [[nodiscard]] bool isMonth(int i) const { return m_text.is(i, Word::Month) && m_tokens[i].capital; }

    [[nodiscard]] int monthEnd(int i) const
    {
        const bool shortened = m_tokens[i].span.length() <= 4 && m_tokens.sign(i + 1) == u'.' &&
                               m_tokens.joined(i + 1) && m_tokens.isDigits(i + 2);
        return shortened ? i + 2 : i + 1;
    }

    [[nodiscard]] Point monthFirst(int at) const
    {
        Point point;
        point.day.month = m_text.value(at);
        point.end = monthEnd(at);
        const int number = m_tokens.smallNumber(point.end);
        int end = point.end + 1;
        if (m_tokens.joined(end) && m_text.is(end, Word::Suffix))
            ++end;
        const bool decimal = (m_tokens.sign(end) == u',' || m_tokens.sign(end) == u'.') &&
                             m_tokens.joined(end + 1) && m_tokens.isDigits(end + 1);
        if (number >= 1 && number <= 31 && m_tokens[point.end].span.length() <= 2 && !decimal) {
            point.day.day = number;
            point.end = end;
        }
        readYear(point);
        if (point.day.day != 0 && !isDay(point.day.day, point.day.month, point.day.year))
            return {{}, at, 0};
        // A month alone may be a name, and "May" a verb.
        const bool alone = point.day.day == 0 && point.day.year == 0;
        point.certain = !alone || (m_tokens[at].span.length() > 4 && !m_tokens.opens(at)) ||
                        m_text.is(at - 1, Word::YearLead) || m_text.is(at - 1, Word::Of) ||
                        m_text.is(at - 1, Word::Last);
        return point;
    }

    const Text &m_text;
    const FigureTokens &m_tokens;
};

bool match(Point &first, Point &second, const DateReader &reader)
{
    if (first.bare != 0 && second.day.day != 0 && first.bare <= 31)
        first.day = {first.bare, second.day.month, 0};
    else if (first.bare != 0 && isYear(first.bare) && second.bare > first.bare && isYear(second.bare))
        first.day.year = first.bare;
    else if (first.bare != 0 && isYear(first.bare) && second.bare == (first.bare + 1) % 100 &&
             second.bare > 0) {
        first.day.year = first.bare;
        second.day.year = first.bare + 1;
        return true;
    } else if (first.bare != 0 && isYear(first.bare) && second.bare < 100 && second.bare > first.bare % 100) {
        first.day.year = first.bare; // "1961-90"
        second.day.year = first.bare - first.bare % 100 + second.bare;
        return true;
    } else if (first.bare != 0)
        return false;
    const bool years = first.day.month == 0;
    if (second.bare != 0 && years && isYear(second.bare)) {
        second.day.year = second.bare;
    } else if (second.bare != 0 && first.day.day != 0 && second.bare <= 31) { // "September 9-12, 2020"
        second.day = {second.bare, first.day.month, 0};
        reader.readYear(second);
    } else if (second.bare != 0) {
        return false;
    }
    const bool sameForm =
        (first.day.day == 0) == (second.day.day == 0) && (first.day.month == 0) == (second.day.month == 0);
    const auto order = [](const CalendarDay &day) { return day.month * 100 + day.day; };
    if (!sameForm)
        return false;
    if (first.day.year == 0 && second.day.year != 0)
        first.day.year = second.day.year - (order(first.day) > order(second.day) ? 1 : 0);
    return first.day.year == 0 || second.day.year == 0 || first.day.year < second.day.year ||
           (first.day.year == second.day.year && order(first.day) < order(second.day));
}

} // namespace

Reading readDate(const Text &text, int at, Figure &figure)
{
    const FigureTokens &tokens = text.tokens();
    const bool from = text.is(at, Word::From);
    const int start = from ? at + 1 : at;
    const DateReader reader(text);
    Point first = reader.point(start);
    if (first.end == start)
        return {at};
    int end = first.end;
    const bool season =
        tokens.sign(end) == u'/' && isYear(first.bare) && tokens.smallNumber(end + 1) == first.bare + 1;
    const bool dash = tokens.isDash(end) || season;
    const bool to = text.is(end, Word::To);
    const bool conjunction = text.is(end, Word::And);
    Point second;
    bool two = false;
    if (dash || to || conjunction) {
        second = reader.point(end + 1);
        Point one = first;
        const bool wanted = !conjunction || from || (first.bare != 0 && !isYear(first.bare));
        if (second.end > end + 1 && wanted && match(one, second, reader)) {
            first = one;
            end = second.end;
            two = true;
        }
    }
    const bool year = first.bare != 0 && isYear(first.bare) && text.is(start - 1, Word::YearLead) && !two &&
                      !text.is(end, Word::Suffix) && (!tokens.joined(end) || !tokens.isWord(end));
    if (year)
        first.day.year = first.bare;
    if (!two && (from || (first.bare != 0 && !year)))
        return {at};
    figure.kind = FigureKind::Date;
    figure.first = first.day;
    figure.certain = (first.certain && (!two || second.certain)) || (two && second.day.year != 0);
    if (two) {
        figure.last = second.day;
        figure.joint = from ? Joint::FromTo : (dash ? Joint::Dash : (to ? Joint::To : Joint::And));
        const bool years = first.day.month == 0;
        const int kind = text.is(end, Word::SchoolYear) && text.is(end + 1, Word::Year) ? end + 1 : end;
        if (years && dash && (kind > end || text.is(end, Word::Period) || text.is(end, Word::Term))) {
            figure.kind = FigureKind::Period;
            figure.period = kind > end                   ? PeriodKind::SchoolYear
                            : text.is(end, Word::Period) ? PeriodKind::Years
                                                         : PeriodKind::Term;
            end = kind + 1;
        }
    }
    figure.span = tokens.span(at, end);
    return {end};
}

namespace {

/// " of 2020", " 2020", " of the year", " of this year": the year behind a part of a year.
bool readOfYear(const Text &text, int &end, int &year)
{
    const FigureTokens &tokens = text.tokens();
    const bool of = text.is(end, Word::Of) || text.is(end, Word::YearLead);
    const int at = of ? end + 1 : end;
    const int number = tokens.smallNumber(at);
    if (isYear(number) && !tokens.joined(at)) {
        year = number;
        end = at + 1;
        return true;
    }
    const bool word =
        of && (text.is(at, Word::The) || tokens.text(at) == u"this") && text.is(at + 1, Word::Year);
    if (word)
        end = at + 2;
    return word;
}

Reading period(const Text &text, int at, int end, PeriodKind kind, int index, Figure &figure)
{
    figure.kind = FigureKind::Period;
    figure.period = kind;
    figure.index = index;
    figure.span = text.tokens().span(at, end);
    return {end};
}

/// "1990s", "90s", "21st century"
Reading readDigitPeriod(const Text &text, int at, Figure &figure)
{
    const FigureTokens &tokens = text.tokens();
    const int number = tokens.smallNumber(at);
    const bool plural = tokens.text(at + 1) == u"s" && tokens.joined(at + 1);
    const bool apostrophe = (tokens.sign(at + 1) == u'\'' || tokens.sign(at + 1) == u'’') &&
                            tokens.text(at + 2) == u"s" && tokens.joined(at + 1) && tokens.joined(at + 2);
    if ((plural || apostrophe) && number >= 10 && number % 10 == 0 && (number < 100 || isYear(number))) {
        figure.certain = number >= 100;
        return period(text, at, at + (plural ? 2 : 3), PeriodKind::Decade, number, figure);
    }
    const int century = tokens.isDash(at + 2) ? at + 3 : at + 2;
    if (text.is(at + 1, Word::Suffix) && text.is(century, Word::Century) && number >= 1 && number <= 30)
        return period(text, at, century + 1, PeriodKind::Century, number, figure);
    return {at};
}

} // namespace

Reading readPeriod(const Text &text, int at, Figure &figure)
{
    const FigureTokens &tokens = text.tokens();
    if (tokens.isDigits(at)) {
        const Reading reading = readDigitPeriod(text, at, figure);
        if (reading.end > at)
            return reading;
    }
    if (tokens.text(at) == u"q" && tokens.joined(at + 1)) { // "Q3 2020"
        const int quarter = tokens.smallNumber(at + 1);
        int end = at + 2;
        readOfYear(text, end, figure.first.year);
        if (quarter >= 1 && quarter <= 4)
            return period(text, at, end, PeriodKind::Quarter, quarter, figure);
        return {at};
    }
    const bool digits = tokens.isDigits(at) && text.is(at + 1, Word::Suffix);
    const AmountReading ordinal = digits ? AmountReading{} : readNumberWords(text, at);
    const bool last = text.is(at, Word::Last);
    if (!digits && !last && !ordinal.ordinal)
        return {at};
    const int number = digits ? tokens.smallNumber(at) : (last ? -1 : ordinal.amount.number.digits.toInt());
    int end = digits ? at + 2 : (last ? at + 1 : ordinal.end);
    const int century = tokens.isDash(end) ? end + 1 : end;
    if (text.is(century, Word::Century) && number > 0)
        return period(text, at, century + 1, PeriodKind::Century, number, figure);
    if (text.is(end, Word::Quarter) && (last || (number >= 1 && number <= 4))) {
        ++end;
        const bool year = readOfYear(text, end, figure.first.year);
        figure.certain = year;
        return period(text, at, end, PeriodKind::Quarter, last ? 4 : number, figure);
    }
    if (text.is(end, Word::Half) && (last || (number >= 1 && number <= 2))) {
        ++end;
        if (!readOfYear(text, end, figure.first.year))
            return {at};
        return period(text, at, end, PeriodKind::Half, last ? 2 : number, figure);
    }
    if (number != 1 && !last)
        return {at};
    const AmountReading count = readAmount(text, end);
    if (count.end == end || !text.is(count.end, Word::Months))
        return {at};
    end = count.end + 1;
    const int months = count.amount.number.digits.toInt();
    if (!readOfYear(text, end, figure.first.year))
        return {at};
    return period(text, at, end, PeriodKind::Months, last ? -months : months, figure);
}

namespace {

/// "a.m.", "pm", "p.m": 0 or 12; -1 when none.
int halfOfDay(const Text &text, int &end)
{
    const FigureTokens &tokens = text.tokens();
    const QStringView word = tokens.text(end);
    if (word == u"am" || word == u"pm") {
        ++end;
        return word == u"am" ? 0 : 12;
    }
    const bool dotted = (word == u"a" || word == u"p") && tokens.sign(end + 1) == u'.' &&
                        tokens.text(end + 2) == u"m" && tokens.joined(end + 1) && tokens.joined(end + 2);
    if (!dotted)
        return -1;
    end += tokens.sign(end + 3) == u'.' && tokens.joined(end + 3) ? 4 : 3;
    return word == u"a" ? 0 : 12;
}

bool isZone(QStringView word)
{
    return word == u"gmt" || word == u"utc" || word == u"bst" || word == u"est" || word == u"edt" ||
           word == u"local" || word == u"hrs" || word == u"hours";
}

struct Clock
{
    ClockTime time;
    int end = 0;       ///< its start when there is none
    bool open = false; ///< am or pm may come with the other end
};

Clock clockAt(const Text &text, int at)
{
    const FigureTokens &tokens = text.tokens();
    Clock clock;
    clock.end = at;
    const int hour = tokens.smallNumber(at);
    if (hour >= 0 && tokens[at].span.length() == 4 && hour < 2400 && hour % 100 < 60 &&
        isZone(tokens.text(at + 1)))
        return {{hour / 100, hour % 100}, at + 1, false}; // "1930 GMT"
    if (hour < 0 || hour > 24 || tokens[at].span.length() > 2)
        return clock;
    const bool point = tokens.sign(at + 1) == u'.';
    const bool apart =
        (tokens.sign(at + 1) == u':' || point) && tokens.joined(at + 1) && tokens.joined(at + 2);
    const int minute = tokens.smallNumber(at + 2);
    const bool minutes = apart && minute >= 0 && minute < 60 && tokens[at + 2].span.length() == 2;
    int end = minutes ? at + 3 : at + 1;
    if (minutes && tokens.sign(end) == u':')
        return clock;
    const int half = halfOfDay(text, end);
    const bool oclock = tokens.text(end) == u"o" && tokens.text(end + 2) == u"clock";
    clock.time = {hour, minutes ? minute : 0};
    if (half >= 0 && hour >= 1 && hour <= 12)
        clock.time.hour = hour % 12 + half;
    else if (half >= 0 && hour > 12)
        return {{}, at};
    else if (oclock && !minutes)
        end += 3;
    else if (!minutes || (point && !isZone(tokens.text(end))))
        clock.open = true;
    clock.end = end;
    return clock;
}

} // namespace

Reading readClock(const Text &text, int at, Figure &figure)
{
    const FigureTokens &tokens = text.tokens();
    const bool from = text.is(at, Word::From);
    const int start = from ? at + 1 : at;
    Clock first = clockAt(text, start);
    if (first.end == start)
        return {at};
    int end = first.end;
    const bool dash = tokens.isDash(end);
    if (dash || text.is(end, Word::To) || (from && text.is(end, Word::And))) {
        const Clock second = clockAt(text, end + 1);
        if (second.end > end + 1 && !second.open) {
            if (first.open && second.time.hour >= 12 && first.time.hour < 12 &&
                first.time.hour + 12 <= second.time.hour)
                first.time.hour += 12; // "7.30-9 p.m."
            first.open = false;
            figure.ends = second.time;
            figure.joint = from ? Joint::FromTo : (dash ? Joint::Dash : Joint::To);
            end = second.end;
        }
    }
    if (first.open || (from && figure.joint == Joint::Single))
        return {at};
    figure.kind = FigureKind::Time;
    figure.begins = first.time;
    figure.span = tokens.span(at, end);
    return {end};
}

} // namespace verbale::text::english
