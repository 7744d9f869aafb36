#pragma once

#include <string_view>

namespace verbale::text {

/// Whether a word in small letters without marks is built like a Vietnamese syllable: onset, one to three
/// vowels, coda. Foreign names and acronyms ("asean", "london") mostly are not.
bool isSyllableShaped(std::u16string_view word);

} // namespace verbale::text
