#pragma once

#include "document/document.h"

#include <QtCore/QString>

namespace verbale {

struct TargetTextOptions
{
    QString sourceText;       ///< the text that the document was made from, as decoded; empty: not at hand
    bool keepLeftOut = false; ///< lines that were left out stand where they stood, in the source language
};

/// The document in the target language as a plain text, laid out as its source: paragraphs, blank lines, line
/// ends. What has no translation stands in the source language; a paragraph that is in the target language
/// already stays. Without the source's text the layout is that of the offsets; without offsets a blank line
/// parts the paragraphs. Inline codes are left out, but for line breaks.
QString targetText(const Document &document, const TargetTextOptions &options = {});

} // namespace verbale
