#include "formats/conformance/values.h"

#include <QtCore/QDate>

#include <unicode/uloc.h>

#include <algorithm>
#include <array>
#include <string>

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

/// Whether ICU has a language of two or three letters; those for private use count as known.
bool isKnownLanguage(const std::string &language)
{
    constexpr std::array special{"mis", "mul", "und", "zxx"};
    if (std::find(special.begin(), special.end(), language) != special.end())
        return true;
    if (language.size() == 3 && language >= "qaa" && language <= "qtz")
        return true;
    // ICU lists a part of ISO 639-3 only, so that three letters are taken as they are.
    return language.size() == 3 || *uloc_getISO3Language(language.c_str()) != '\0';
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
    // Beyond ASCII nearly every character is a name character; those that are not are not worth a table.
    return !value.empty() && std::all_of(value.begin(), value.end(), [](char character) {
        return isLetter(character) || isDigit(character) || character == '-' || character == '.' ||
               character == '_' || character == ':' || static_cast<unsigned char>(character) >= 0x80;
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

LanguageTag checkLanguageTag(std::string_view tag)
{
    const std::string text(tag);
    if (text.empty() || text.find('_') != std::string::npos || text.size() > 200)
        return LanguageTag::Malformed;
    std::array<char, 256> locale{};
    int32_t parsed = 0;
    UErrorCode status = U_ZERO_ERROR;
    uloc_forLanguageTag(text.c_str(), locale.data(), static_cast<int32_t>(locale.size()), &parsed, &status);
    if (U_FAILURE(status) || parsed != static_cast<int32_t>(text.size()))
        return LanguageTag::Malformed;
    std::string language = text.substr(0, text.find('-'));
    std::transform(language.begin(), language.end(), language.begin(),
                   [](char letter) { return isLetter(letter) ? static_cast<char>(letter | 0x20) : letter; });
    if (language == "x" || language == "i" || language.size() < 2)
        return LanguageTag::Valid; // private, or registered before BCP 47; ICU knows the registered ones
    if (language.size() > 3)
        return LanguageTag::Malformed; // reserved, none is registered
    return isKnownLanguage(language) ? LanguageTag::Valid : LanguageTag::Unknown;
}

bool isWellFormedLanguage(std::string_view tag)
{
    const bool isShort = tag.size() == 2 || (tag.size() == 5 && tag[2] == '-');
    if (isShort && isLetter(tag[0]) && isLetter(tag[1]) &&
        (tag.size() == 2 || (isLetter(tag[3]) && isLetter(tag[4]))))
        return true;
    return checkLanguageTag(tag) != LanguageTag::Malformed;
}

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace verbale::conformance
