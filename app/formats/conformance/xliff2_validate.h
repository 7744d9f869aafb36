#pragma once

#include "formats/conformance/finding.h"

namespace verbale::conformance {

/// Every rule of XLIFF 2.0, 2.1 and 2.2, core and modules. What is not well-formed is a finding of its own,
/// "xml.malformed", after those of what stands before it. Memory is bounded by the largest unit, the ids of
/// the document and the findings. Any thread.
/// Errors: xliff.too-large.
Result<Report> validateXliff2(const QByteArray &bytes, const QString &fileName);

} // namespace verbale::conformance
