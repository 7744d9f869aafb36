#pragma once

#include "formats/conformance/finding.h"
#include "formats/conformance/xml_events.h"

#include <verbale/sdk/result.h>

namespace verbale::conformance {

/// Holds a file against XLIFF 1.2: the strict schema where xsi:schemaLocation names it, else the transitional
/// one, and what the specification says in words. Memory grows with the number of names in the file, not with
/// its text. Errors: those of `pieces`.
Result<Report> validateXliff12(const Pieces &pieces);

} // namespace verbale::conformance
