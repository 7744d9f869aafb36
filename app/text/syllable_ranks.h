#pragma once

#include <string_view>

namespace verbale::text {

/// The most frequent Vietnamese syllables, most frequent first, a space after each. Data, for costs.
extern const std::u16string_view frequentSyllables;

} // namespace verbale::text
