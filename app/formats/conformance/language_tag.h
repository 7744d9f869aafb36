#pragma once

#include <QtCore/QStringView>

#include <string>
#include <string_view>

namespace verbale::conformance {

enum class LanguageTag {
    Valid,
    Unknown, ///< well-formed, but no language is registered under its first part
    Malformed,
};

/// By BCP 47: ICU parses it, and knows the languages of two letters.
LanguageTag checkLanguageTag(std::string_view tag);
/// Whether it is not malformed, which is quicker to tell for tags like "vi" and "en-GB".
bool isWellFormedLanguage(std::string_view tag);
bool isLanguageTag(QStringView tag);

/// Two tags name the same language when they differ in case alone (RFC 5646, section 2.1.1).
bool sameLanguage(QStringView one, QStringView other);

/// "en" of "en-GB", in small letters.
std::string primaryLanguage(std::string_view tag);

} // namespace verbale::conformance
