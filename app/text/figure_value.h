#pragma once

#include <verbale/sdk/span.h>

#include <QtCore/QString>

namespace verbale::text {

enum class FigureKind { Number, Percent, Money, Fraction, Ordinal, Date, Period, Weekday, Time };

enum class Approximation { Exact, About, Nearly, MoreThan, LessThan, AtLeast, AtMost, Several, Dozens };

/// How the two ends of a figure are joined. Single: there is only the first.
enum class Joint { Single, Dash, To, FromTo, And };

enum class PeriodKind { None, Quarter, Half, Months, Century, Decade, Years, Term, SchoolYear };

/// An exact number: digits × 10^exponent.
struct Decimal
{
    QString digits;   ///< decimal digits alone, as written ("18" of "1,8", "04")
    int exponent = 0; ///< negative for digits behind the decimal point
    bool negative = false;

    [[nodiscard]] bool isEmpty() const { return digits.isEmpty(); }
    [[nodiscard]] double toDouble() const;
    /// Without zeros that say nothing: equal numbers become equal values.
    [[nodiscard]] Decimal normalised() const;
    [[nodiscard]] Decimal times10(int power) const { return {digits, exponent + power, negative}; }
    friend bool operator==(const Decimal &, const Decimal &) = default;
};

/// A number as it was written.
struct Amount
{
    Decimal number;
    int magnitude = 0;    ///< the power of ten of its magnitude word: 6 for "triệu"
    bool words = false;   ///< written in words
    bool grouped = false; ///< thousands were set apart

    [[nodiscard]] bool isEmpty() const { return number.isEmpty(); }
    [[nodiscard]] Decimal value() const { return number.times10(magnitude).normalised(); }
    friend bool operator==(const Amount &, const Amount &) = default;
};

/// A day, a month or a year; 0 stands for what was not said.
struct CalendarDay
{
    int day = 0;
    int month = 0;
    int year = 0;

    friend bool operator==(const CalendarDay &, const CalendarDay &) = default;
};

/// A time of day; hour -1 stands for none.
struct ClockTime
{
    int hour = -1;
    int minute = 0;

    friend bool operator==(const ClockTime &, const ClockTime &) = default;
};

/// A figure with its place. Which members count depends on the kind; the second of a pair is there when the
/// joint is not Single.
struct Figure
{
    FigureKind kind = FigureKind::Number;
    Span span;              ///< UTF-16 units of the text, the words that belong to it included ("hơn 1.100")
    bool certain = true;    ///< false where another reading is possible
    bool malformed = false; ///< a typing error was seen through ("21//01", "70. 000")
    Approximation approximation = Approximation::Exact;
    Joint joint = Joint::Single;
    Amount from, to;         ///< Number, Percent, Money, Ordinal; Fraction: numerator, denominator
    QString unit;            ///< Money: ISO 4217 code; Percent: "%" or "pp"
    CalendarDay first, last; ///< Date; Period: of what year; Years, Term, SchoolYear: both ends
    ClockTime begins, ends;  ///< Time
    PeriodKind period = PeriodKind::None;
    int index = 0; ///< Weekday: 1 Monday to 7; Period: quarter, half, century, decade, months (last ones < 0)
};

} // namespace verbale::text
