#pragma once

#include "document/edit_history.h"

#include <verbale/sdk/result.h>
#include <verbale/sdk/span.h>

namespace verbale::session {

/// Edits of what a document consists of, for EditHistory to apply; their labels are the caller's to set. The
/// document is not touched. Errors name what stands in the way; those of splitSegment() and mergeWithNext()
/// are handed on.
Result<StructureEdit> splitAt(const Document &document, const SegmentRef &ref, qsizetype at,
                              qsizetype targetAt = -1);
Result<StructureEdit> mergeNext(const Document &document, const SegmentRef &ref);

/// The left-out line with this number as a paragraph at its place in reading order. Error:
/// structure.empty-line.
Result<StructureEdit> bringBack(const Document &document, qsizetype leftOut);
/// Takes a paragraph out of the document, into its left-out lines. Errors: structure.not-from-text (only
/// paragraphs of a text of ours can go; another program's file is owed whole), structure.has-translation,
/// structure.last-unit.
Result<StructureEdit> leaveOut(const Document &document, qsizetype unit);

/// Cuts all units again by the rules of the moment; see resegmented(). No units in it: nothing to do.
StructureEdit segmentAgain(const Document &document);

/// The sentences of a unit's source, by the rules of the moment.
QList<Span> sentencesOf(const Unit &unit);

/// The unit cut at the beginnings of `sentences` (spans of unitSource()), a pure function. What a translator
/// has decided by hand stays; so does every segment that has a target, is confirmed or is fixed by its file,
/// and every pair of tags. The source stays the same, character by character.
Unit resegmented(const Unit &unit, const QList<Span> &sentences);

} // namespace verbale::session
