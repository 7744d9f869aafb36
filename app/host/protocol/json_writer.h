#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <string>
#include <string_view>

namespace verbale::host {

/// Appends a JSON text in quotation marks, as UTF-8. A surrogate that stands alone becomes U+FFFD.
void appendJsonText(std::string &out, QStringView text);

/// Likewise, of UTF-8; what is not well-formed becomes U+FFFD.
void appendJsonText(std::string &out, std::string_view text);

void appendJsonNumber(std::string &out, qint64 value);
void appendJsonNumber(std::string &out, double value);           ///< one that is none becomes 0
void appendJsonBytes(std::string &out, const QByteArray &bytes); ///< as a text in base64

} // namespace verbale::host
