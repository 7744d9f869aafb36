#pragma once

#include "text/encodings.h"

namespace verbale::text {

/// What a byte is that means nothing in an encoding.
inline constexpr char16_t undefinedByte = 0xFFFF;

/// The character of a byte in TCVN3, VISCII, VPS, windows-1258 or windows-1252; a combining mark in
/// windows-1258 and, rarely, TCVN3. Of TCVN3's bytes for a small and a capital letter it is the small one.
char16_t characterOf(Encoding encoding, unsigned char byte);

/// The byte of a character in windows-1252, its five undefined bytes and all that Latin-1 has at 0x80 to
/// 0x9F as themselves; -1 where it has none.
int windows1252Byte(char16_t character);

} // namespace verbale::text
