#pragma once

#include "document/document.h"
#include "formats/losses/loss.h"

namespace verbale {

/// What the values of a document lose, or become, in a format: "xliff-1.2", "xliff-2.0", "xliff-2.1",
/// "xliff-2.2", "target", "review-html", "review-docx".
QList<Loss> modelLosses(const Document &document, const QString &format);

} // namespace verbale
