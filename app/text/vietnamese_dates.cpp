#include "text/vietnamese_words.h"

#include <algorithm>

namespace verbale::text::vietnamese {

namespace {

/// One end of a date as it stands: "ngày 9", "12/9", "tháng 3", "năm 2020", "2020".
struct Point
{
    CalendarDay day;
    int end = 0;         ///< its start when there is none
    int bare = 0;        ///< a number that only its neighbour can explain
    bool marked = false; ///< "ngày", "tháng" or "năm" stands before it
    bool certain = true;
    bool lunar = false; ///< in doubt whatever stands around it: most often a day of the lunar year
    bool malformed = false;
    bool dashed = false; ///< day and month with a hyphen between
};

constexpr bool isYear(int year)
{
    return year >= 1000 && year < 2200;
}

class DateReader
{
public:
    explicit DateReader(const Text &text) : m_text(text), m_tokens(text.tokens()) {}

    [[nodiscard]] Point point(int at, bool dashed) const
    {
        if (m_text.is(at, Word::Day))
            return markedDay(at);
        if (m_text.is(at, Word::Month))
            return month(at);
        if (m_text.is(at, Word::FiveOrYear))
            return year(at);
        if (m_tokens.isDigits(at))
            return digits(at, dashed);
        Point none;
        none.end = at;
        return none;
    }

    /// " năm 2020", "/2020", "-2020" behind a day or a month.
    void readYear(Point &point, bool dash) const
    {
        int at = point.end;
        const bool word = m_text.is(at, Word::FiveOrYear) ||
                          (m_tokens.sign(at) == u',' && m_text.is(at + 1, Word::FiveOrYear));
        if (word)
            at += m_tokens.sign(at) == u',' ? 1 : 0;
        const bool sign = m_tokens.sign(at) == u'/' || (dash && m_tokens.isDash(at) && m_tokens.joined(at));
        const int year = m_tokens.smallNumber(at + 1);
        const bool attached = word || (sign && m_tokens.joined(at + 1));
        if (!attached || m_tokens.sign(at + 2) == u'/')
            return;
        if (isYear(year) || (word && year >= 100)) {
            point.day.year = year;
            point.end = at + 2;
        } else if (sign && m_tokens.sign(at) == u'/' && year >= 0 && m_tokens[at + 1].span.length() == 2) {
            point.day.year = 2000 + year; // "10/9/20"
            point.certain = false;
            point.end = at + 2;
        }
    }

private:
    [[nodiscard]] int smallWords(int at, int &end) const
    {
        const AmountReading words = readNumberWords(m_text, at, false);
        const double value = words.amount.value().toDouble();
        end = words.end;
        return words.end > at && value >= 1 && value <= 31 ? static_cast<int>(value) : 0;
    }

    /// A number of a day behind "ngày"; words only with "tháng" behind them.
    [[nodiscard]] Point markedDay(int at) const
    {
        int i = at + 1;
        if (m_text.is(i, Word::Day) && m_text.value(i) == 2)
            ++i;
        Point point;
        point.end = at;
        point.marked = true;
        if (m_tokens.isDigits(i)) {
            const Point inner = digits(i, true);
            if (inner.end > i && (inner.day.day != 0 || (inner.bare > 0 && inner.bare <= 31))) {
                point = inner;
                point.marked = true;
                point.certain = inner.certain || (inner.day.month != 0 && !inner.dashed &&
                                                  inner.day.year == 0 && !inner.lunar);
                return point;
            }
            return point;
        }
        int end = i;
        const int day = smallWords(i, end);
        if (day != 0 && (m_text.is(end, Word::Month) || m_text.value(at) == 2)) {
            point.end = end;
            point.bare = day;
            withMonthWord(point, day);
        }
        return point;
    }

    /// "9", "9/12", "9/12/2020", "9-12-2020", "9.12.2020", "9 tháng 12", "12/2020".
    [[nodiscard]] Point digits(int at, bool mayDash) const
    {
        Point point;
        point.end = at;
        const int first = m_tokens.smallNumber(at);
        if (first < 1)
            return point;
        int sign = at + 1;
        const bool doubled = m_tokens.sign(sign) == u'/' && m_tokens.sign(sign + 1) == u'/';
        const int next = sign + (doubled ? 2 : 1);
        const int second = m_tokens.smallNumber(next);
        const bool joined = m_tokens.joined(next);
        point.bare = first;
        point.end = at + 1;
        if (m_tokens.sign(sign) == u'/' && second > 0) {
            point.malformed = doubled;
            if (isDay(first, second)) {
                point.day = {first, second, 0};
                point.bare = 0;
                point.end = next + 1;
                readYear(point, false);
                const bool valid = m_tokens.sign(point.end) != u'/' && isDay(first, second, point.day.year);
                return valid ? point : nothing(at);
            }
            if (first >= 1 && first <= 12 && isYear(second) && joined && m_tokens.sign(next + 1) != u'/') {
                point.day = {0, first, second};
                point.bare = 0;
                point.end = next + 1;
                return point;
            }
            return nothing(at);
        }
        if (m_tokens.isDash(sign) && second > 0 && joined)
            return dashedDay(point, at, first, second, mayDash);
        if (m_tokens.sign(sign) == u'.' && joined && second > 0 && isDay(first, second) &&
            m_tokens.sign(next + 1) == u'.' && m_tokens.joined(next + 2) &&
            isYear(m_tokens.smallNumber(next + 2))) {
            point.day = {first, second, m_tokens.smallNumber(next + 2)};
            point.bare = 0;
            point.end = next + 3;
            return isDay(first, second, point.day.year) ? point : nothing(at);
        }
        if (m_text.is(sign, Word::Month))
            withMonthWord(point, first);
        const bool decimal = m_tokens.joined(sign) && m_tokens.joined(next) && m_tokens.isDigits(next) &&
                             (m_tokens.sign(sign) == u',' || m_tokens.sign(sign) == u'.');
        return decimal ? nothing(at) : point;
    }

    [[nodiscard]] static Point nothing(int at)
    {
        Point point;
        point.end = at;
        return point;
    }

    /// "13-1", "13-1-2021". "9-12" may be two days; "9-12/9" is.
    [[nodiscard]] Point dashedDay(const Point &bare, int at, int day, int month, bool mayDash) const
    {
        Point point = bare;
        if (!isDay(day, month) || m_tokens.sign(at + 3) == u'/')
            return bare;
        point.day = {day, month, 0};
        point.bare = 0;
        point.dashed = true;
        point.end = at + 3;
        readYear(point, true);
        if (point.day.year == 0 && (!mayDash || m_text.is(point.end, Word::Month)))
            return bare;
        if (point.day.year == 0 && day < month)
            point.certain = false;
        return isDay(day, month, point.day.year) && !m_tokens.isDash(point.end) ? point : bare;
    }

    /// "2 tháng 9 năm 1945", "2 tháng Chín".
    void withMonthWord(Point &point, int day) const
    {
        if (!m_text.is(point.end, Word::Month))
            return;
        const Point named = month(point.end);
        if (named.end == point.end || named.day.month == 0 || !isDay(day, named.day.month, named.day.year))
            return;
        point.day = {day, named.day.month, named.day.year};
        point.bare = 0;
        point.end = named.end;
        point.certain = named.certain;
        point.lunar = named.lunar;
    }

    /// "tháng 9", "tháng 9/2020", "tháng Chín năm 2020", "tháng 9-2020".
    [[nodiscard]] Point month(int at) const
    {
        Point point;
        point.end = at;
        point.marked = true;
        int end = at + 2;
        int month = m_tokens.smallNumber(at + 1);
        if (month < 0 && m_text.is(at + 1, Word::January)) {
            month = 1;
            point.certain = false;
            point.lunar = true;
        } else if (month < 0 && (m_text.is(at + 1, Word::Four) || m_text.is(at + 1, Word::FiveOrYear))) {
            month = m_text.value(at + 1);
            // "tháng năm" is May unless a year's number follows; "tháng tư" is April.
            if (month == 5 && m_tokens.isDigits(at + 2) && !m_tokens[at + 1].capital)
                return point;
        } else if (month < 0) {
            month = smallWords(at + 1, end);
            if (month == 1 && !m_tokens[at + 1].capital)
                point.certain = false; // "tháng một": also "one month"
        }
        const bool decimal = m_tokens.joined(end) && m_tokens.joined(end + 1) && m_tokens.isDigits(end + 1) &&
                             (m_tokens.sign(end) == u',' || m_tokens.sign(end) == u'.');
        if (month < 1 || month > 12 || decimal)
            return nothing(at);
        point.day.month = month;
        point.end = end;
        readYear(point, true);
        readBareYear(point, at + 1);
        return point;
    }

    /// "tháng Sáu, 2005", "tháng Năm 2006": as English writes it.
    void readBareYear(Point &point, int month) const
    {
        const bool comma = m_tokens.sign(point.end) == u',';
        const int at = comma ? point.end + 1 : point.end;
        const bool wanted = comma || (m_tokens.isWord(month) && m_tokens[month].capital);
        const int year = m_tokens.smallNumber(at);
        if (point.day.year != 0 || !wanted || year < 1900 || !isYear(year) || m_tokens.joined(at) ||
            (m_tokens.joined(at + 1) && m_tokens.isDash(at + 1)))
            return;
        point.day.year = year;
        point.end = at + 1;
    }

    [[nodiscard]] Point year(int at) const
    {
        Point point;
        point.end = at;
        point.marked = true;
        const int year = m_tokens.smallNumber(at + 1);
        const bool decimal = (m_tokens.sign(at + 2) == u'.' || m_tokens.sign(at + 2) == u',') &&
                             m_tokens.joined(at + 2) && m_tokens.joined(at + 3) && m_tokens.isDigits(at + 3);
        if (year < 100 || year >= 2200 || decimal || (m_tokens.joined(at + 2) && m_tokens.isWord(at + 2)))
            return point;
        point.day.year = year;
        point.end = at + 2;
        return point;
    }

    const Text &m_text;
    const FigureTokens &m_tokens;
};

/// Explains a bare number by its neighbour and fills in what only the second end says. False when the two
/// do not go together.
bool match(Point &first, Point &second)
{
    if (first.bare != 0 && second.day.day != 0)
        first.day.day = first.bare;
    else if (first.bare != 0 && isYear(first.bare) && second.day == CalendarDay{0, 0, second.day.year})
        first.day.year = first.bare;
    else if (first.bare != 0 && second.bare == 0 && second.day.month != 0 && first.bare <= 12)
        first.day.month = first.bare;
    else if (first.bare != 0)
        return false;
    const bool years = first.day.month == 0 && first.day.day == 0;
    if (second.bare != 0 && years && isYear(second.bare))
        second.day.year = second.bare;
    else if (second.bare != 0 && years && second.bare < 100 && second.bare == (first.day.year + 1) % 100)
        second.day.year = first.day.year + 1; // "2020-21"
    else if (second.bare != 0 && years && second.bare < 100 && second.bare > first.day.year % 100)
        second.day.year = first.day.year - first.day.year % 100 + second.bare; // "1961-90"
    else if (second.bare != 0 && first.day.month != 0 && first.day.day == 0 && second.bare <= 12)
        second.day.month = second.bare;
    else if (second.bare != 0)
        return false;
    if (first.day.month == 0 && !years)
        first.day.month = second.day.month;
    const bool sameForm =
        (first.day.day == 0) == (second.day.day == 0) && (first.day.month == 0) == (second.day.month == 0);
    if (!sameForm)
        return false;
    const auto order = [](const CalendarDay &day) { return day.month * 100 + day.day; };
    if (first.day.year == 0 && second.day.year != 0)
        first.day.year = second.day.year - (order(first.day) > order(second.day) ? 1 : 0);
    if (first.day.month != 0 && first.day.day != 0 &&
        (!isDay(first.day.day, first.day.month) || !isDay(second.day.day, second.day.month)))
        return false;
    return first.day.year == 0 || second.day.year == 0 || first.day.year < second.day.year ||
           (first.day.year == second.day.year && order(first.day) < order(second.day));
}

/// Whether day and month with a slash are a date: "2/3" may be two thirds.
bool isDateContext(const Text &text, int at, int end)
{
    const FigureTokens &tokens = text.tokens();
    const int before = tokens.sign(at - 1) == u',' || tokens.sign(at - 1) == u'(' ? at - 2 : at - 1;
    if (tokens.sign(at - 1) == u'(' && tokens.sign(end) == u')')
        return true;
    if (text.follows(before + 1, Context::DateLead))
        return true;
    const int numerator = tokens.smallNumber(at);
    const int denominator = tokens.smallNumber(at + 2);
    return numerator > denominator && !(numerator == 24 && denominator == 7) &&
           !text.begins(end, Context::Counted);
}

int jointAt(const Text &text, int at, Joint &joint)
{
    const FigureTokens &tokens = text.tokens();
    if (tokens.isDash(at))
        joint = Joint::Dash;
    else if (text.is(at, Word::To))
        joint = Joint::To;
    else if (text.is(at, Word::And) || tokens.sign(at) == u'&')
        joint = Joint::And;
    else if (tokens.sign(at) == u'/' && isYear(tokens.smallNumber(at - 1)) &&
             tokens.smallNumber(at + 1) == tokens.smallNumber(at - 1) + 1)
        joint = Joint::Dash; // "2011/2012"
    else
        return at;
    return at + 1;
}

} // namespace

Reading readDate(const Text &text, int at, Figure &figure)
{
    const FigureTokens &tokens = text.tokens();
    const bool from = text.is(at, Word::From);
    const int start = from ? at + 1 : at;
    const DateReader reader(text);
    Point first = reader.point(start, from);
    if (first.end == start)
        return {at};
    int end = first.end;
    Joint joint = Joint::Single;
    const int behind = jointAt(text, end, joint);
    Point second;
    bool two = false;
    if (behind > end) {
        second = reader.point(behind, first.dashed);
        Point one = first;
        const bool yearAlone = first.day.year != 0 && first.day.month == 0;
        const bool wanted = joint != Joint::And || (first.bare != 0 && first.bare <= 31) ||
                            (first.day.day == 0 && !second.marked && !yearAlone);
        const bool numbers = first.bare > 31 && !first.marked && second.bare > 31; // "1500-2000 người"
        const bool counted =
            second.bare != 0 &&
            (numbers || (!isYear(second.bare) && (joint != Joint::Dash || second.bare > 12))) &&
            text.begins(second.end, Context::Counted);
        if (second.end > behind && wanted && !counted && match(one, second)) {
            two = true;
            first = one;
            end = second.end;
        }
    }
    if (!two && (from || (first.bare != 0 && !first.marked)))
        return {at};
    figure.kind = FigureKind::Date;
    figure.certain = first.certain && (!two || second.certain);
    figure.malformed = first.malformed || (two && second.malformed);
    if (first.bare != 0 && !two) { // "ngày 15"
        figure.first.day = first.bare;
        figure.certain = false;
    } else {
        figure.first = first.day;
    }
    if (two) {
        figure.last = second.day;
        figure.joint = from ? Joint::FromTo : joint;
    }
    const bool unmarkedDay = !first.marked && !two && first.day.day != 0 && first.day.year == 0;
    if (unmarkedDay && tokens.sign(start + 1) == u'/' && !isDateContext(text, start, end))
        figure.certain = false;
    const bool monthWord = unmarkedDay && text.is(start + 1, Word::Month);
    if (monthWord && !text.follows(start, Context::DateLead) && tokens.sign(start - 1) == 0)
        figure.certain = false; // "trong 6 tháng 9": six months?
    figure.span = tokens.span(at, end);
    return {end};
}

} // namespace verbale::text::vietnamese
