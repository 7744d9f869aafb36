#pragma once

#include "text/encodings.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <optional>

namespace verbale::text {

/// The way back, for tests: a Vietnamese text (NFC) as the bytes of an encoding. Written on its own, from the
/// letters' names and not from the decoders' tables, except for the single-byte ones, which are turned round.
/// Nothing where the encoding cannot write the text.
std::optional<QByteArray> encoded(const QString &text, Encoding encoding);

/// UTF-8 misread as windows-1252 `rounds` times; the undefined bytes become C1 control characters, or U+FFFD.
QByteArray misread(const QString &text, int rounds, bool loseBytes);

} // namespace verbale::text
