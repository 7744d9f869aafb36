#include "formats/conformance/language_tag.h"

#include "formats/conformance/values.h"

#include <QtCore/QString>

#include <unicode/uloc.h>

#include <algorithm>
#include <array>

namespace verbale::conformance {

namespace {

constexpr bool isLetter(char character)
{
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
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
    const std::string language = primaryLanguage(text);
    if (language == "x" || language == "i" || language.size() < 2)
        return LanguageTag::Valid; // private, or registered before BCP 47; ICU knows the registered ones
    if (language.size() > 3)
        return LanguageTag::Unknown; // well-formed (RFC 5646, section 2.1), but none is registered
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

bool isLanguageTag(QStringView tag)
{
    const QByteArray bytes = tag.toUtf8();
    return isWellFormedLanguage({bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

bool sameLanguage(QStringView one, QStringView other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

std::string primaryLanguage(std::string_view tag)
{
    tag = trimmed(tag);
    std::string primary(tag.substr(0, tag.find('-')));
    std::transform(primary.begin(), primary.end(), primary.begin(),
                   [](char letter) { return isLetter(letter) ? static_cast<char>(letter | 0x20) : letter; });
    return primary;
}

} // namespace verbale::conformance
