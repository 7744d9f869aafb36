#pragma once

#include "formats/conformance/grammar.h"

namespace verbale::conformance {

/// The types of XLIFF 1.2's attributes, by the names that the grammar gives them.
const Grammar::Types &xliff12Types();

} // namespace verbale::conformance
