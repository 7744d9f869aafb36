#pragma once

#include "document/document.h"
#include "formats/losses/loss.h"

namespace verbale {

/// What stands in the bytes that the document was read from and has no place in the document's own values, so
/// that a file which is written anew lacks it: modules and extensions, notes of files, the structure of
/// groups, skeletons, headers. Empty for a document that was not read from XLIFF.
QList<Loss> originalLosses(const Document &document);

} // namespace verbale
