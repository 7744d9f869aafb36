#pragma once

#include "document/document.h"

namespace verbale::session {

/// Counts of a document, from the same model that the window shows. Units that are not to be translated are
/// left out. Every segment is one of untranslated, pretranslated, draft and confirmed.
struct Statistics
{
    qsizetype units = 0;
    qsizetype segments = 0;
    qsizetype sourceWords = 0; ///< Vietnamese syllables
    qsizetype targetWords = 0;
    qsizetype repeatedSegments = 0; ///< segments whose source stood before
    qsizetype untranslated = 0;     ///< segments without a target, or with an empty one
    qsizetype pretranslated = 0;    ///< targets that no one has looked at
    qsizetype draft = 0;            ///< targets typed but not confirmed, or refused
    qsizetype confirmed = 0;        ///< translated, reviewed or final
    qsizetype confirmedWords = 0;   ///< source words of confirmed segments
    qsizetype termHits = 0;
    qsizetype termEntries = 0; ///< distinct entries among the hits
};

Statistics countStatistics(const Document &document);

} // namespace verbale::session
