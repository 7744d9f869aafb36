#pragma once

#include <QtCore/QString>

namespace verbale::text {

/// The text in NFC, and Vietnamese letters composed that NFC leaves apart because their marks stand in a
/// wrong order: e, acute, circumflex is "ế". No other character is changed.
QString composed(const QString &text);

} // namespace verbale::text
