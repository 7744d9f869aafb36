#include "formats/conformance/values.h"

#include "xml/characters.h"

#include <QtCore/QDate>

#include <algorithm>

namespace verbale::conformance {

namespace {

constexpr bool isSpace(char character)
{
    return character == ' ' || character == '\t' || character == '\n' || character == '\r';
}

constexpr bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

constexpr bool isLetter(char character)
{
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

/// Takes `count` digits off the front; -1 when they are not there.
int takeNumber(std::string_view &rest, std::size_t count)
{
    if (rest.size() < count || !isDigits(rest.substr(0, count)))
        return -1;
    int number = 0;
    for (const char digit : rest.substr(0, count))
        number = number * 10 + (digit - '0');
    rest.remove_prefix(count);
    return number;
}

bool take(std::string_view &rest, char expected)
{
    if (rest.empty() || rest.front() != expected)
        return false;
    rest.remove_prefix(1);
    return true;
}

/// A year of four or more digits, perhaps before our era.
bool takeDate(std::string_view &rest)
{
    take(rest, '-');
    const auto end = rest.find('-');
    if (end == std::string_view::npos || end < 4 || end > 9 || (end > 4 && rest.front() == '0'))
        return false;
    const int year = takeNumber(rest, end);
    if (year <= 0 || !take(rest, '-'))
        return false;
    const int month = takeNumber(rest, 2);
    if (!take(rest, '-'))
        return false;
    return QDate::isValid(year, month, takeNumber(rest, 2));
}

bool isTime(int hour, int minute, int second)
{
    if (hour == 24)
        return minute == 0 && second == 0;
    return hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
}

bool isTimeZone(std::string_view rest)
{
    if (rest.empty() || rest == "Z")
        return true;
    if (rest.front() != '+' && rest.front() != '-')
        return false;
    rest.remove_prefix(1);
    const int hour = takeNumber(rest, 2);
    if (!take(rest, ':'))
        return false;
    const int minute = takeNumber(rest, 2);
    return rest.empty() && minute >= 0 && minute < 60 && hour >= 0 &&
           (hour < 14 || (hour == 14 && minute == 0));
}

} // namespace

std::string_view trimmed(std::string_view value)
{
    while (!value.empty() && isSpace(value.front()))
        value.remove_prefix(1);
    while (!value.empty() && isSpace(value.back()))
        value.remove_suffix(1);
    return value;
}

bool isWhiteSpace(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), isSpace);
}

bool isNmtoken(std::string_view value)
{
    value = trimmed(value);
    const bool isAscii = std::none_of(value.begin(), value.end(), [](char character) {
        return static_cast<unsigned char>(character) >= 0x80;
    });
    if (!isAscii)
        return xml::isNmtoken(toQString(value));
    return !value.empty() && std::all_of(value.begin(), value.end(), [](char character) {
        return isLetter(character) || isDigit(character) || character == '-' || character == '.' ||
               character == '_' || character == ':';
    });
}

bool isDigits(std::string_view value)
{
    return !value.empty() && std::all_of(value.begin(), value.end(), isDigit);
}

bool isExtension(std::string_view value)
{
    return value.size() > 2 && value.substr(0, 2) == "x-" &&
           std::none_of(value.begin(), value.end(), isSpace);
}

bool isDateTime(std::string_view value)
{
    std::string_view rest = trimmed(value);
    if (!takeDate(rest) || !take(rest, 'T'))
        return false;
    const int hour = takeNumber(rest, 2);
    if (!take(rest, ':'))
        return false;
    const int minute = takeNumber(rest, 2);
    if (!take(rest, ':'))
        return false;
    if (!isTime(hour, minute, takeNumber(rest, 2)))
        return false;
    if (take(rest, '.')) {
        const auto digits =
            static_cast<std::size_t>(std::find_if_not(rest.begin(), rest.end(), isDigit) - rest.begin());
        if (digits == 0)
            return false;
        rest.remove_prefix(digits);
    }
    return isTimeZone(rest);
}

bool isDate(std::string_view value)
{
    std::string_view rest = trimmed(value);
    return takeDate(rest) && rest.empty();
}

bool isBasicDateTime(std::string_view value)
{
    std::string_view rest = value;
    const int year = takeNumber(rest, 4);
    const int month = takeNumber(rest, 2);
    const int day = takeNumber(rest, 2);
    if (year < 1 || !QDate::isValid(year, month, day) || !take(rest, 'T'))
        return false;
    const int hour = takeNumber(rest, 2);
    const int minute = takeNumber(rest, 2);
    const int second = takeNumber(rest, 2);
    return isTime(hour, minute, second) && rest == "Z";
}

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace verbale::conformance
