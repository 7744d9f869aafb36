#pragma once

#include <QtCore/QString>

#include <string_view>

namespace verbale::conformance {

/// What attribute values may look like: the simple types of XML Schema and of the standards. Text is UTF-8.

/// Without white space at its ends, which the schema types other than strings allow.
std::string_view trimmed(std::string_view value);
bool isWhiteSpace(std::string_view text);

bool isNmtoken(std::string_view value);
bool isDigits(std::string_view value);
/// "x-" and something after it, without white space.
bool isExtension(std::string_view value);
/// 2025-03-01T09:30:00, with or without fractions and time zone, and a day that exists.
bool isDateTime(std::string_view value);
/// 2025-03-01
bool isDate(std::string_view value);
/// 20250301T093000Z, as TMX has it, and a day that exists.
bool isBasicDateTime(std::string_view value);

QString toQString(std::string_view text);

} // namespace verbale::conformance
