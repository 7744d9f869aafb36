#include "text/figures.h"

#include <QtCore/QStringList>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace verbale::text {

namespace {

constexpr std::array<const char *, 13> months = {"",        "January",  "February", "March",  "April",
                                                 "May",     "June",     "July",     "August", "September",
                                                 "October", "November", "December"};
constexpr std::array<const char *, 8> weekdays = {"",         "Monday", "Tuesday",  "Wednesday",
                                                  "Thursday", "Friday", "Saturday", "Sunday"};
constexpr std::array<const char *, 10> digitWords = {"zero", "one", "two",   "three", "four",
                                                     "five", "six", "seven", "eight", "nine"};
constexpr std::array<const char *, 12> ordinalWords = {"",       "first", "second", "third",
                                                       "fourth", "fifth", "sixth",  "seventh",
                                                       "eighth", "ninth", "tenth",  "eleventh"};

template <typename Table>
QString entry(const Table &table, int index)
{
    const bool known = index >= 0 && static_cast<size_t>(index) < table.size();
    return known ? QString::fromLatin1(table.at(static_cast<size_t>(index))) : QString();
}

struct CurrencyName
{
    const char *code;
    const char *one;
    const char *many;
};

/// English names: ISO 4217 and the Unicode CLDR.
constexpr std::array<CurrencyName, 25> currencies = {{
    {"VND", "dong", "dong"},
    {"USD", "US dollar", "US dollars"},
    {"EUR", "euro", "euros"},
    {"JPY", "yen", "yen"},
    {"CNY", "yuan", "yuan"},
    {"KRW", "won", "won"},
    {"GBP", "pound", "pounds"},
    {"THB", "baht", "baht"},
    {"LAK", "kip", "kip"},
    {"KHR", "riel", "riel"},
    {"AUD", "Australian dollar", "Australian dollars"},
    {"CAD", "Canadian dollar", "Canadian dollars"},
    {"SGD", "Singapore dollar", "Singapore dollars"},
    {"HKD", "Hong Kong dollar", "Hong Kong dollars"},
    {"NZD", "New Zealand dollar", "New Zealand dollars"},
    {"CHF", "Swiss franc", "Swiss francs"},
    {"RUB", "rouble", "roubles"},
    {"INR", "rupee", "rupees"},
    {"IDR", "rupiah", "rupiah"},
    {"MYR", "ringgit", "ringgit"},
    {"PHP", "peso", "pesos"},
    {"MMK", "kyat", "kyat"},
    {"BND", "Brunei dollar", "Brunei dollars"},
    {"TWD", "New Taiwan dollar", "New Taiwan dollars"},
    {"CUP", "Cuban peso", "Cuban pesos"},
}};

/// The digits of a number with the decimal point, thousands apart where wanted.
QString plainDigits(const Decimal &number, bool group)
{
    QString whole = number.digits;
    QString decimals;
    if (number.exponent < 0) {
        const qsizetype count = -number.exponent;
        if (whole.size() <= count)
            whole.prepend(QString(count - whole.size() + 1, u'0'));
        decimals = whole.right(count);
        whole.chop(count);
    } else {
        whole += QString(number.exponent, u'0');
    }
    while (whole.size() > 1 && whole.startsWith(u'0'))
        whole.remove(0, 1);
    for (qsizetype i = whole.size() - 3; group && i > 0; i -= 3)
        whole.insert(i, u',');
    const QString minus = number.negative ? QStringLiteral("-") : QString();
    return minus + whole + (decimals.isEmpty() ? QString() : u'.' + decimals);
}

struct Scaled
{
    QString digits;
    QString word; ///< with its space; empty for none
};

/// A million and more keep a magnitude word; "nghìn" and "vạn" are written out, as English does.
Scaled scaled(const Amount &amount)
{
    constexpr int million = 6;
    constexpr int trillion = 12;
    Decimal number = amount.number;
    int magnitude = amount.magnitude;
    if (amount.words && magnitude == 0 && number.exponent == 0) { // "hai triệu rưỡi": 2.5 million
        const Decimal normal = number.normalised();
        const int size = static_cast<int>(normal.digits.size()) + normal.exponent;
        if (size > million && normal.exponent >= million - 2) {
            magnitude = size > 9 ? 9 : million;
            number = normal.times10(-magnitude);
        }
    }
    if (magnitude < million)
        number = number.times10(magnitude);
    else if (magnitude % 3 != 0)
        number = number.times10(magnitude % 3);
    if (magnitude < million)
        magnitude = 0;
    magnitude -= magnitude % 3;
    const auto wholeDigits = [&number] {
        return number.normalised().digits.size() + number.normalised().exponent;
    };
    while (magnitude >= million && magnitude < trillion && wholeDigits() > 3) {
        magnitude += 3;
        number = number.normalised().times10(-3);
    }
    if (magnitude > trillion) {
        number = number.times10(magnitude - trillion);
        magnitude = trillion;
    }
    constexpr std::array<const char *, 5> words = {"", "", " million", " billion", " trillion"};
    // A run of digits is a year, a code or a small number as often as not: it stays as it was.
    const bool group = amount.grouped || amount.words || amount.magnitude > 0 || number.digits.size() > 4;
    return {plainDigits(number, group), entry(words, magnitude / 3)};
}

bool isOne(const Amount &amount)
{
    return amount.value() == Decimal{QStringLiteral("1"), 0, false};
}

/// Without magnitude words, which a range says once.
QString amountText(const Amount &amount, const FigureStyle &style, bool spell)
{
    const Scaled parts = scaled(amount);
    if (spell && style.spellSmall && amount.words && parts.word.isEmpty() && parts.digits.size() == 1)
        return entry(digitWords, parts.digits.toInt());
    return parts.digits + parts.word;
}

QString joined(const QString &first, const QString &last, Joint joint, bool spacedDash)
{
    switch (joint) {
    case Joint::Single:
        return first;
    case Joint::Dash:
        return first + (spacedDash ? QStringLiteral(" - ") : QStringLiteral("-")) + last;
    case Joint::To:
        return first + QStringLiteral(" to ") + last;
    case Joint::FromTo:
        return QStringLiteral("from ") + first + QStringLiteral(" to ") + last;
    case Joint::And:
        return first + QStringLiteral(" and ") + last;
    }
    return first;
}

/// before, behind: a currency's code, "%".
QString amounts(const Figure &figure, const FigureStyle &style, const QString &before, const QString &behind,
                bool spell)
{
    if (figure.joint == Joint::Single)
        return before + amountText(figure.from, style, spell) + behind;
    const Scaled first = scaled(figure.from);
    const Scaled last = scaled(figure.to);
    const bool sameWord = first.word == last.word;
    const QString one = before + (sameWord ? first.digits : first.digits + first.word) +
                        (figure.joint == Joint::Dash || sameWord ? QString() : behind);
    return joined(one, last.digits + last.word + behind, figure.joint, false);
}

QString vagueText(const Figure &figure)
{
    const bool several = figure.approximation == Approximation::Several;
    const int power = figure.from.magnitude;
    constexpr std::array<const char *, 13> rows = {"",
                                                   "dozens",
                                                   "hundreds",
                                                   "thousands",
                                                   "tens of thousands",
                                                   "hundreds of thousands",
                                                   "millions",
                                                   "tens of millions",
                                                   "hundreds of millions",
                                                   "billions",
                                                   "tens of billions",
                                                   "hundreds of billions",
                                                   "trillions"};
    constexpr std::array<const char *, 13> few = {
        "several",          "several dozen",     "several hundred",
        "several thousand", "tens of thousands", "several hundred thousand",
        "several million",  "tens of millions",  "several hundred million",
        "several billion",  "tens of billions",  "several hundred billion",
        "several trillion"};
    return entry(several ? few : rows, power);
}

QString approximationWord(Approximation approximation)
{
    switch (approximation) {
    case Approximation::About:
        return QStringLiteral("about ");
    case Approximation::Nearly:
        return QStringLiteral("nearly ");
    case Approximation::MoreThan:
        return QStringLiteral("more than ");
    case Approximation::LessThan:
        return QStringLiteral("less than ");
    case Approximation::AtLeast:
        return QStringLiteral("at least ");
    case Approximation::AtMost:
        return QStringLiteral("at most ");
    case Approximation::Exact:
    case Approximation::Several:
    case Approximation::Dozens:
        break;
    }
    return {};
}

/// "from about 5 to 7": the word stands behind "from".
QString withApproximation(QString text, const Figure &figure)
{
    constexpr qsizetype from = 5;
    return text.insert(figure.joint == Joint::FromTo ? from : 0, approximationWord(figure.approximation));
}

bool isVague(const Figure &figure)
{
    return figure.approximation == Approximation::Several || figure.approximation == Approximation::Dozens;
}

QString moneyText(const Figure &figure, const FigureStyle &style)
{
    const auto *currency = std::find_if(currencies.begin(), currencies.end(), [&](const CurrencyName &name) {
        return figure.unit == QLatin1String(name.code);
    });
    const bool code = style.currencyCode || currency == currencies.end();
    const QString prefix = code ? figure.unit + u' ' : QString();
    const QString amount =
        isVague(figure) ? vagueText(figure) : amounts(figure, style, prefix, QString(), false);
    if (code)
        return isVague(figure) ? prefix + amount : amount;
    if (amount.isEmpty())
        return {};
    const QString of =
        figure.approximation == Approximation::Dozens ? QStringLiteral(" of ") : QStringLiteral(" ");
    const bool one = figure.joint == Joint::Single && isOne(figure.from) && !isVague(figure);
    return amount + of + QLatin1String(one ? currency->one : currency->many);
}

QString ordinalNumber(const QString &digits)
{
    const int last = digits.right(1).toInt();
    const bool teen = digits.size() > 1 && digits[digits.size() - 2] == u'1';
    constexpr std::array<const char *, 4> endings = {"th", "st", "nd", "rd"};
    return digits + (teen || last > 3 ? QStringLiteral("th") : entry(endings, last));
}

QString fractionText(const Figure &figure)
{
    const int numerator = figure.from.value().normalised().digits.toInt();
    const int denominator = figure.to.number.digits.toInt();
    if (!figure.from.words)
        return figure.from.number.digits + u'/' + figure.to.number.digits;
    if (numerator == 1 && denominator == 2)
        return QStringLiteral("half");
    const int count = figure.from.number.digits.toInt();
    if (count < 1 || count > 9 || denominator < 2 || denominator > 11)
        return figure.from.number.digits + u'/' + figure.to.number.digits;
    QString part = denominator == 2   ? QStringLiteral("half")
                   : denominator == 4 ? QStringLiteral("quarter")
                                      : entry(ordinalWords, denominator);
    if (count > 1)
        part = denominator == 2 ? QStringLiteral("halves") : part + u's';
    return entry(digitWords, count) + (count == 1 ? QStringLiteral(" ") : QStringLiteral("-")) + part;
}

QString dayText(const CalendarDay &day, bool withMonth, bool withYear)
{
    QStringList parts;
    if (day.day != 0)
        parts += QString::number(day.day);
    if (day.month != 0 && withMonth)
        parts += entry(months, day.month);
    if (day.year != 0 && withYear)
        parts += QString::number(day.year);
    return parts.join(u' ');
}

/// "September 10, 2025"
QString monthFirstText(const CalendarDay &day, bool withMonth, bool withYear)
{
    if (day.day == 0)
        return dayText(day, withMonth, withYear);
    const QString month = withMonth ? entry(months, day.month) + u' ' : QString();
    const QString year =
        withYear && day.year != 0 ? QStringLiteral(", ") + QString::number(day.year) : QString();
    return month + QString::number(day.day) + year;
}

/// "September 9-12, 2025", "September 29 - October 4, 2025"
QString monthFirstRange(const Figure &figure)
{
    const bool sameYear = figure.first.year == figure.last.year;
    const bool sameMonth = sameYear && figure.first.month == figure.last.month;
    const QString first = monthFirstText(figure.first, true, !sameYear);
    const QString last = monthFirstText(figure.last, !sameMonth, true);
    return joined(first, last, figure.joint, !sameMonth);
}

QString dateText(const Figure &figure, const FigureStyle &style)
{
    const bool days = figure.first.day != 0 && figure.first.month != 0;
    if (style.monthFirst && days)
        return figure.joint == Joint::Single ? monthFirstText(figure.first, true, true)
                                             : monthFirstRange(figure);
    if (figure.joint == Joint::Single)
        return figure.first.month == 0 && figure.first.year == 0
                   ? QStringLiteral("the ") + ordinalNumber(QString::number(figure.first.day))
                   : dayText(figure.first, true, true);
    const bool years = figure.first.month == 0 && figure.first.day == 0;
    const bool withYear = years || figure.first.year != figure.last.year;
    const bool withMonth = withYear || figure.first.day == 0 || figure.first.month != figure.last.month;
    const QString first = dayText(figure.first, withMonth, withYear);
    const QString last = dayText(figure.last, true, true);
    // A dash between groups of words stands between spaces: 29 November - 4 December.
    return joined(first, last, figure.joint, first.contains(u' '));
}

QString yearBehind(const Figure &figure)
{
    return figure.first.year != 0 ? QStringLiteral(" of ") + QString::number(figure.first.year)
                                  : QStringLiteral(" of the year");
}

QString periodText(const Figure &figure)
{
    const QString years = QString::number(figure.first.year) + u'-' + QString::number(figure.last.year);
    switch (figure.period) {
    case PeriodKind::Quarter:
        return entry(ordinalWords, figure.index) + QStringLiteral(" quarter") +
               (figure.first.year != 0 ? yearBehind(figure) : QString());
    case PeriodKind::Half:
        return entry(ordinalWords, figure.index) + QStringLiteral(" half") + yearBehind(figure);
    case PeriodKind::Months: {
        const int count = std::abs(figure.index);
        const QString number = count < 10 ? entry(digitWords, count) : QString::number(count);
        return (figure.index > 0 ? QStringLiteral("first ") : QStringLiteral("last ")) + number +
               QStringLiteral(" months") + yearBehind(figure);
    }
    case PeriodKind::Century:
        return ordinalNumber(QString::number(figure.index)) + QStringLiteral(" century");
    case PeriodKind::Decade:
        return QString::number(figure.index) + u's';
    case PeriodKind::Years:
        return years + QStringLiteral(" period");
    case PeriodKind::Term:
        return years + QStringLiteral(" term");
    case PeriodKind::SchoolYear:
        return years + QStringLiteral(" school year");
    case PeriodKind::None:
        break;
    }
    return {};
}

QString clockText(const ClockTime &time, const FigureStyle &style)
{
    const QString minute = QString::number(time.minute).rightJustified(2, u'0');
    if (!style.twelveHours)
        return QString::number(time.hour).rightJustified(2, u'0') + u':' + minute;
    const int hour = time.hour % 12 == 0 ? 12 : time.hour % 12;
    const QString half = time.hour % 24 < 12 ? QStringLiteral(" a.m.") : QStringLiteral(" p.m.");
    return QString::number(hour) + (time.minute != 0 ? u'.' + minute : QString()) + half;
}

} // namespace

QString formatEnglish(const Figure &figure, const FigureStyle &style)
{
    switch (figure.kind) {
    case FigureKind::Number:
        return isVague(figure)
                   ? vagueText(figure)
                   : withApproximation(amounts(figure, style, QString(), QString(), true), figure);
    case FigureKind::Percent: {
        if (isVague(figure))
            return {};
        const QString sign = figure.unit == u"pp"   ? QStringLiteral(" percentage points")
                             : style.percentInWords ? QStringLiteral(" per cent")
                                                    : QStringLiteral("%");
        return withApproximation(amounts(figure, style, QString(), sign, false), figure);
    }
    case FigureKind::Money: {
        const QString text = moneyText(figure, style);
        return text.isEmpty() ? text : withApproximation(text, figure);
    }
    case FigureKind::Fraction:
        return withApproximation(fractionText(figure), figure);
    case FigureKind::Ordinal:
        return ordinalNumber(figure.from.number.digits);
    case FigureKind::Date:
        return dateText(figure, style);
    case FigureKind::Period: {
        const QString text = periodText(figure);
        return style.article && !text.isEmpty() ? QStringLiteral("the ") + text : text;
    }
    case FigureKind::Weekday:
        return entry(weekdays, figure.index);
    case FigureKind::Time:
        return joined(clockText(figure.begins, style),
                      figure.joint == Joint::Single ? QString() : clockText(figure.ends, style), figure.joint,
                      false);
    }
    return {};
}

} // namespace verbale::text
