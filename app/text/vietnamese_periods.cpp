#include "text/vietnamese_words.h"

#include <algorithm>

namespace verbale::text::vietnamese {

namespace {

constexpr bool isYear(int year)
{
    return year >= 1000 && year < 2200;
}

/// "/2021", "-2021", " năm 2021", " 2021": the year of a quarter or a half; 0 when none.
int yearBehind(const Text &text, int &end, bool bare)
{
    const FigureTokens &tokens = text.tokens();
    const bool sign = (tokens.sign(end) == u'/' || tokens.isDash(end)) && tokens.joined(end + 1);
    const bool word = text.is(end, Word::FiveOrYear);
    const int number = sign || word ? end + 1 : end;
    const int year = tokens.smallNumber(number);
    if (!isYear(year) || (!sign && !word && !bare) || tokens.sign(number + 1) == u'/')
        return 0;
    end = number + 1;
    return year;
}

Reading period(const Text &text, int at, int end, PeriodKind kind, int index, Figure &figure)
{
    figure.kind = FigureKind::Period;
    figure.period = kind;
    figure.index = index;
    figure.span = text.tokens().span(at, end);
    return {end};
}

/// A small number in digits, Roman numerals or words; 0 when none.
int numberAt(const Text &text, int at, int &end)
{
    const FigureTokens &tokens = text.tokens();
    end = at + 1;
    if (const int number = tokens.smallNumber(at); number > 0)
        return number;
    if (const int roman = tokens.roman(at); roman > 0)
        return roman;
    if (text.is(at, Word::Four))
        return text.value(at);
    const AmountReading words = readNumberWords(text, at, false);
    end = words.end;
    const double value = words.amount.value().toDouble();
    return words.end > at && value < 100 ? static_cast<int>(value) : 0;
}

Reading readQuarter(const Text &text, int at, Figure &figure)
{
    int end = at;
    int quarter = 0;
    if (text.is(at + 1, Word::First) || text.begins(at + 1, Context::End)) {
        const bool first = text.is(at + 1, Word::First);
        end = at + 2;
        if (!text.is(end, Word::FiveOrYear))
            return {at};
        quarter = first ? 1 : 4;
    } else {
        quarter = numberAt(text, at + 1, end);
    }
    if (quarter < 1 || quarter > 4)
        return {at};
    figure.first.year = yearBehind(text, end, true);
    return period(text, at, end, PeriodKind::Quarter, quarter, figure);
}

/// " đầu năm", " cuối năm nay", " đầu năm 2020" behind "nửa" or "6 tháng": 1, -1; 0 when none.
int partOfYear(const Text &text, int at, int &end, int &year)
{
    const bool first = text.is(at, Word::First);
    int behind = text.begins(at, Context::FirstOfAll) ? at + 2 : at + 1;
    behind += text.begins(behind, Context::Of) ? 1 : 0;
    if ((!first && !text.is(at, Word::Last)) || !text.is(behind, Word::FiveOrYear))
        return 0;
    end = behind;
    year = yearBehind(text, end, false);
    if (year == 0)
        end = behind + 1;
    return first ? 1 : -1;
}

Reading readHalf(const Text &text, int at, Figure &figure)
{
    int end = at;
    const int part = partOfYear(text, at + 1, end, figure.first.year);
    if (part == 0)
        return {at};
    return period(text, at, end, PeriodKind::Half, part > 0 ? 1 : 2, figure);
}

/// "6 tháng đầu năm 2020"
Reading readMonths(const Text &text, int at, Figure &figure)
{
    int end = at;
    const int months = numberAt(text, at, end);
    if (months < 2 || months > 11 || text.tokens().roman(at) != 0 || !text.is(end, Word::Month))
        return {at};
    int last = end;
    const int part = partOfYear(text, end + 1, last, figure.first.year);
    if (part == 0)
        return {at};
    return period(text, at, last, PeriodKind::Months, part * months, figure);
}

Reading readCentury(const Text &text, int at, int number, Figure &figure)
{
    const int first = text.is(number, Word::Nth) ? number + 1 : number;
    int end = first;
    const int century = numberAt(text, first, end);
    if (century < 1 || century > 30)
        return {at};
    return period(text, at, end, PeriodKind::Century, century, figure);
}

/// "thập niên 90", "những năm 1990", with "của thế kỷ 20" behind it.
Reading readDecade(const Text &text, int at, int number, Figure &figure)
{
    const FigureTokens &tokens = text.tokens();
    int decade = tokens.smallNumber(number);
    int end = number + 1;
    if (decade < 0) {
        decade = numberAt(text, number, end);
        if (decade < 10)
            return {at};
    }
    const bool shortYear = decade < 100;
    if (decade % 10 != 0 || (!shortYear && !isYear(decade)) || tokens.isDash(end) ||
        (text.is(end, Word::To) && tokens.isDigits(end + 1)))
        return {at};
    const int century = text.begins(end, Context::Of) ? end + 1 : end;
    const int behind = text.phraseEnd(century, Context::Century);
    if (shortYear && behind > century) {
        int centuryEnd = behind;
        const int value = numberAt(text, behind, centuryEnd);
        if (value > 0 && value <= 21) {
            decade += (value - 1) * 100;
            end = centuryEnd;
        } else if (text.begins(behind, Context::LastCentury)) {
            decade += 1900;
            end = behind + 1;
        }
    }
    figure.certain = decade >= 100;
    return period(text, at, end, PeriodKind::Decade, decade, figure);
}

Reading readYears(const Text &text, int at, int number, PeriodKind kind, Figure &figure)
{
    const FigureTokens &tokens = text.tokens();
    const int i = text.is(number, Word::FiveOrYear) ? number + 1 : number;
    const int first = tokens.smallNumber(i);
    int last = tokens.smallNumber(i + 2);
    if (!isYear(first) || (!tokens.isDash(i + 1) && !text.is(i + 1, Word::To)))
        return {at};
    if (last < 100 && last == (first + 1) % 100)
        last = first + 1;
    if (!isYear(last) || last <= first)
        return {at};
    figure.first.year = first;
    figure.last.year = last;
    figure.joint = Joint::Dash;
    return period(text, at, i + 3, kind, 0, figure);
}

/// One time of day; its end is its start when there is none.
struct Clock
{
    ClockTime time;
    int end = 0;
    bool plain = false; ///< a number and "giờ" alone: perhaps a duration
};

Clock clockAt(const Text &text, int at)
{
    const FigureTokens &tokens = text.tokens();
    const Clock none{{}, at, false};
    Clock clock = none;
    const int hour = tokens.smallNumber(at);
    if (hour < 0 || hour > 24 || tokens[at].span.length() > 2)
        return none;
    clock.time.hour = hour;
    const bool letter = text.is(at + 1, Word::HourSign) && tokens.joined(at + 1);
    const bool colon = tokens.sign(at + 1) == u':' && tokens.joined(at + 1) && tokens.joined(at + 2);
    const bool word = text.is(at + 1, Word::Hour);
    const int minute = tokens.smallNumber(at + 2);
    const bool twoDigits = tokens[at + 2].span.length() == 2 && minute >= 0 && minute < 60;
    clock.end = at + 2;
    const bool gram = tokens.text(at + 1) == u"g" && !(twoDigits && tokens.joined(at + 2)); // "3G", "4 g"
    if (gram)
        return none;
    if (letter && twoDigits && tokens.joined(at + 2)) {
        clock.time.minute = minute;
        clock.end = at + 3;
    } else if (colon) {
        if (!twoDigits || hour == 24)
            return none;
        clock.time.minute = minute;
        clock.end = at + 3;
        const bool seconds = tokens.sign(at + 3) == u':' && tokens.isDigits(at + 4);
        if (seconds)
            return none; // a duration, or a record
        if (text.is(clock.end, Word::Hour))
            ++clock.end;
    } else if (word && minute >= 0 && minute < 60 && tokens[at + 2].span.length() <= 2 &&
               (twoDigits || text.is(at + 3, Word::Minute)) && tokens.sign(at + 3) != u'/') {
        clock.time.minute = minute;
        clock.end = at + 3;
    } else if (word && text.is(at + 2, Word::AndHalf)) {
        clock.time.minute = 30;
        clock.end = at + 3;
    } else if (word || letter) {
        clock.plain = true;
    } else {
        return none;
    }
    if (clock.end == at + 3 && (text.is(clock.end, Word::Minute) || tokens.sign(clock.end) == u'\'' ||
                                (tokens.joined(clock.end) && tokens.text(clock.end) == u"p")))
        ++clock.end;
    return clock;
}

/// "sáng", "chiều" behind a time: 3 giờ chiều is 15:00.
void readPartOfDay(const Text &text, Clock &clock)
{
    if (!text.is(clock.end, Word::PartOfDay) || clock.time.hour > 12)
        return;
    const int shift = text.value(clock.end);
    if (shift == 0 && clock.time.hour == 12)
        clock.time.hour = 0;
    else if (shift == 12 && clock.time.hour < 12)
        clock.time.hour += 12;
    else if (shift == 13 && clock.time.hour >= 6) // đêm: 11 giờ đêm is 23:00, 1 giờ đêm is 1:00
        clock.time.hour = clock.time.hour == 12 ? 0 : clock.time.hour + 12;
    else if (shift == 1 && clock.time.hour < 3)
        clock.time.hour += 12;
    clock.plain = false;
    ++clock.end;
}

} // namespace

Reading readPeriod(const Text &text, int at, Figure &figure)
{
    if (text.is(at, Word::Quarter))
        return readQuarter(text, at, figure);
    if (text.is(at, Word::Half))
        return readHalf(text, at, figure);
    if (const int behind = text.phraseEnd(at, Context::Century); behind > at)
        return readCentury(text, at, behind, figure);
    if (const int behind = text.phraseEnd(at, Context::Decade); behind > at)
        return readDecade(text, at, behind, figure);
    if (const int behind = text.phraseEnd(at, Context::SchoolYear); behind > at)
        return readYears(text, at, behind, PeriodKind::SchoolYear, figure);
    if (const int behind = text.phraseEnd(at, Context::Term); behind > at)
        return readYears(text, at, behind, PeriodKind::Term, figure);
    if (const int behind = text.phraseEnd(at, Context::Years); behind > at)
        return readYears(text, at, behind, PeriodKind::Years, figure);
    return readMonths(text, at, figure);
}

Reading readClock(const Text &text, int at, Figure &figure)
{
    const FigureTokens &tokens = text.tokens();
    const bool from = text.is(at, Word::From);
    const int start = from ? at + 1 : at;
    Clock first = clockAt(text, start);
    if (first.end == start)
        return {at};
    const bool plainWord = first.plain && text.is(start + 1, Word::Hour);
    readPartOfDay(text, first);
    int end = first.end;
    const bool dash = tokens.isDash(end);
    Clock second;
    if (dash || text.is(end, Word::To)) {
        second = clockAt(text, end + 1);
        if (second.end > end + 1) {
            readPartOfDay(text, second);
            end = second.end;
            figure.joint = from ? Joint::FromTo : (dash ? Joint::Dash : Joint::To);
        }
    }
    if (from && figure.joint == Joint::Single)
        return {at};
    const bool single = figure.joint == Joint::Single;
    if (single && plainWord && first.plain) { // "trong 24 giờ" is a duration
        const bool clock = text.begins(end, Context::ClockTail) ||
                           (text.follows(start, Context::ClockLead) && !text.follows(start, Context::Around));
        if (!clock || first.time.hour == 24)
            return {at};
    }
    figure.kind = FigureKind::Time;
    figure.begins = first.time;
    if (!single)
        figure.ends = second.time;
    figure.span = tokens.span(at, end);
    return {end};
}

} // namespace verbale::text::vietnamese
