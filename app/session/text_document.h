#pragma once

#include "session/open.h"
#include "text/decode.h"

namespace verbale::session {

/// A text's article as a document: a unit a paragraph, a segment a sentence. Error: document.no-text.
Result<OpenedDocument> makeTextDocument(const text::DecodedText &decoded, const QString &path,
                                        const OpenOptions &options);

} // namespace verbale::session
