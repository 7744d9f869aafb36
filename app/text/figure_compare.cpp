#include "text/figures.h"

#include <algorithm>
#include <cmath>

namespace verbale::text {

namespace {

bool isVague(Approximation approximation)
{
    return approximation == Approximation::Several || approximation == Approximation::Dozens;
}

bool sameAmount(const Figure &a, const Amount &x, const Figure &b, const Amount &y)
{
    if (x.isEmpty() || y.isEmpty())
        return x.isEmpty() == y.isEmpty();
    if (x.value() == y.value())
        return true;
    if (a.approximation == Approximation::Exact && b.approximation == Approximation::Exact)
        return false;
    constexpr double tolerance = 0.1;
    const double first = x.value().toDouble();
    const double second = y.value().toDouble();
    return std::abs(first - second) <= tolerance * std::max(std::abs(first), std::abs(second));
}

bool sameAmounts(const Figure &a, const Figure &b)
{
    if (isVague(a.approximation) || isVague(b.approximation)) // "hàng chục" may be dozens or tens
        return isVague(a.approximation) && isVague(b.approximation) &&
               a.from.value().exponent == b.from.value().exponent;
    return sameAmount(a, a.from, b, b.from) && sameAmount(a, a.to, b, b.to);
}

/// What only one of the two says is no difference.
bool sameDay(const CalendarDay &a, const CalendarDay &b)
{
    const auto same = [](int x, int y) { return x == 0 || y == 0 || x == y; };
    return same(a.day, b.day) && same(a.month, b.month) && same(a.year, b.year) &&
           ((a.day != 0 && b.day != 0) || (a.month != 0 && b.month != 0) || (a.year != 0 && b.year != 0) ||
            a == b);
}

bool isYearAlone(const CalendarDay &day)
{
    return day.day == 0 && day.month == 0 && day.year != 0;
}

bool sameDates(const Figure &a, const Figure &b)
{
    const bool single = a.joint == Joint::Single;
    return single == (b.joint == Joint::Single) && sameDay(a.first, b.first) &&
           (single || sameDay(a.last, b.last));
}

/// "năm 2022" in one text, "2022" in the other.
bool sameYearNumber(const Figure &date, const Figure &number)
{
    const auto same = [](const CalendarDay &day, const Amount &amount) {
        return isYearAlone(day) &&
               amount.value() == Decimal{QString::number(day.year), 0, false}.normalised();
    };
    const bool single = date.joint == Joint::Single;
    return single == (number.joint == Joint::Single) && same(date.first, number.from) &&
           (single || same(date.last, number.to));
}

bool samePeriods(const Figure &a, const Figure &b)
{
    const auto half = [](const Figure &figure) { // the first six months are the first half
        if (figure.period == PeriodKind::Months && std::abs(figure.index) == 6)
            return figure.index > 0 ? 1 : 2;
        return figure.period == PeriodKind::Half ? figure.index : 0;
    };
    if (!sameDay(a.first, b.first) && a.first.year != 0 && b.first.year != 0)
        return false;
    if (half(a) != 0 && half(a) == half(b))
        return true;
    const auto pair = [](PeriodKind kind) {
        return kind == PeriodKind::Years || kind == PeriodKind::Term || kind == PeriodKind::SchoolYear;
    };
    if (pair(a.period) && pair(b.period))
        return sameDates(a, b);
    if (a.period == PeriodKind::Decade && (a.index < 100 || b.index < 100))
        return b.period == PeriodKind::Decade && a.index % 100 == b.index % 100;
    return a.period == b.period && a.index == b.index;
}

/// "tầng 65", "the 65th floor"
bool sameRank(const Figure &ordinal, const Figure &number)
{
    return number.joint == Joint::Single && number.approximation == Approximation::Exact &&
           number.from.value() == ordinal.from.value();
}

bool isSpanOfYears(const Figure &figure)
{
    if (figure.kind == FigureKind::Period)
        return figure.period == PeriodKind::Years || figure.period == PeriodKind::Term ||
               figure.period == PeriodKind::SchoolYear;
    return figure.kind == FigureKind::Date && figure.joint != Joint::Single && isYearAlone(figure.first);
}

bool sameClock(const ClockTime &a, const ClockTime &b)
{
    return a.hour % 24 == b.hour % 24 && a.minute == b.minute;
}

bool sameKinds(const Figure &a, const Figure &b)
{
    switch (a.kind) {
    case FigureKind::Number:
    case FigureKind::Ordinal:
        return sameAmounts(a, b);
    case FigureKind::Percent:
    case FigureKind::Money:
        return a.unit == b.unit && sameAmounts(a, b);
    case FigureKind::Fraction:
        return a.from.value() == b.from.value() && a.to.value() == b.to.value();
    case FigureKind::Date:
        return sameDates(a, b);
    case FigureKind::Period:
        return samePeriods(a, b);
    case FigureKind::Weekday:
        return a.index == b.index;
    case FigureKind::Time:
        return sameClock(a.begins, b.begins) && sameClock(a.ends, b.ends);
    }
    return false;
}

} // namespace

bool sameValue(const Figure &a, const Figure &b)
{
    if (a.kind == b.kind)
        return sameKinds(a, b);
    if (isSpanOfYears(a) && isSpanOfYears(b))
        return sameDates(a, b);
    if (a.kind == FigureKind::Ordinal && b.kind == FigureKind::Number)
        return sameRank(a, b);
    if (b.kind == FigureKind::Ordinal && a.kind == FigureKind::Number)
        return sameRank(b, a);
    if (a.kind == FigureKind::Date && b.kind == FigureKind::Number)
        return sameYearNumber(a, b);
    if (b.kind == FigureKind::Date && a.kind == FigureKind::Number)
        return sameYearNumber(b, a);
    return false;
}

} // namespace verbale::text
