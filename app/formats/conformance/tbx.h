#pragma once

#include "formats/conformance/finding.h"
#include "formats/conformance/xml_events.h"

#include <verbale/sdk/result.h>

namespace verbale::conformance {

/// Holds a file against TBX: version 3 (ISO 30042:2019) in DCA or DCT style, with the data categories of the
/// dialects TBX-Core, TBX-Min and TBX-Basic, or the core structure of version 2 (ISO 30042:2008). Memory
/// grows with the number of ids in the file, not with its text. Errors: those of `pieces`.
Result<Report> validateTbx(const Pieces &pieces);

} // namespace verbale::conformance
