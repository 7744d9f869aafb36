#pragma once

#include "formats/conformance/finding.h"
#include "formats/conformance/xml_events.h"

#include <verbale/sdk/result.h>

namespace verbale::conformance {

/// Holds a file against TMX 1.1 to 1.4 (1.4b), whichever it declares: the rules of that version's DTD, which
/// is not fetched, and what the specification says in words. Memory is bounded by the largest segment.
/// Errors: those of `pieces`.
Result<Report> validateTmx(const Pieces &pieces);

} // namespace verbale::conformance
