#pragma once

#include "session/open.h"

namespace verbale::session {

/// The subState of a segment whose source is in the language of the translation already.
inline constexpr QLatin1String alreadyTranslated{"verbale:same-language"};

/// Settles the paragraphs whose `language` is not the document's. Each gets a note of the category
/// "verbale:language", which begins with the language's tag. Those in the target language become their own
/// translation (state translated, subState "verbale:same-language"), so that nothing is lost. A document that
/// is as a whole in another language than its source language is left alone, with a warning.
void settleLanguages(OpenedDocument &opened);

/// Sets each unit's `language` as its note says: for a document that was read from XLIFF.
void readLanguages(Document &document);

/// How many units are in the target language already.
qsizetype unitsInTargetLanguage(const Document &document);

} // namespace verbale::session
