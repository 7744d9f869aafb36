#pragma once

#include "xml/parse.h"

namespace verbale::conformance::xliff2 {

/// Whether a name token of the element or of one in it ("id", "startRef" ...) has white space at its ends.
bool hasLooseTokens(const xml::Element &element);

/// A copy without such white space: it is no part of the value of a name token (XML Schema, part 2,
/// whiteSpace "collapse"), and ids that differ in it alone are the same.
xml::Element withCollapsedTokens(const xml::Element &element);

} // namespace verbale::conformance::xliff2
