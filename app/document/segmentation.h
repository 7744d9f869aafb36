#pragma once

#include "document/document.h"

#include <verbale/sdk/result.h>
#include <verbale/sdk/span.h>

namespace verbale {

/// Whether the target may be changed: neither is the segment locked, nor its unit not to be translated.
bool isEditable(const Unit &unit, const Segment &segment);

/// Whether a tool's subState says that a reviser has refused the target ("sdl:RejectedTranslation",
/// "iws:rejected"): whatever its state is, it is to be done again.
bool isRejected(const Segment &segment);

/// Whether the target is what a program proposed ("verbale:pretranslated", "verbale:machine-translated") and
/// nobody has looked at.
bool isProposed(const QString &subState);

/// The whole source of a unit: its segments and the gaps between them. Splitting and merging never change it.
InlineText unitSource(const Unit &unit);

/// Where the segment begins in unitSource().
qsizetype sourcePosition(const Unit &unit, qsizetype segment);

/// A part of a text with the codes that stand in it.
InlineText inlinePart(const InlineText &text, const Span &part);

/// Whether a cut at the position would tear apart a pair of tags (pc, mrk).
bool isInsidePair(const InlineText &text, qsizetype position);

/// Cuts a segment in two at `at`, a place in its source; the white space around the place becomes the gap.
/// The target is cut at `targetAt`, or stays with the first part (-1). The first part keeps the id; a state
/// beyond initial is kept, as "translated" at most, only where both parts have a target. Terms go with their
/// part; suggestions are for asking anew. The decision is added to unit.boundaries. Errors:
/// structure.not-translated, structure.fixed, structure.nothing-to-split, structure.inside-pair,
/// structure.inside-target-pair.
Result<Unit> splitSegment(const Unit &unit, qsizetype segment, qsizetype at, qsizetype targetAt = -1);

/// Joins a segment with the next one of its unit, sources and targets with the gap between them. The state is
/// the earlier of the two, initial where one has no target. Notes of the second go with it. Errors:
/// structure.not-translated, structure.last-of-unit, structure.fixed, structure.nothing-to-merge.
Result<Unit> mergeWithNext(const Unit &unit, qsizetype segment);

/// The segments that pieces of unitSource() make: a present segment that is exactly one of the pieces stays
/// as it is; the others are new, with the terms that lie in them and without a target. `pieces` are in order,
/// with nothing but gaps between them, and every segment with a target is one of them.
QList<Segment> segmentsFromPieces(const Unit &unit, const QList<Span> &pieces);

/// Adds a decision, in the place of one about the same position.
void decideBoundary(QList<BoundaryDecision> &boundaries, const BoundaryDecision &decision);

/// An id like `wanted` that no segment of the unit and no code in it has.
QString freeSegmentId(const QList<Segment> &segments, const QString &wanted);

/// Unicode code points of a text, and where the one with a number begins.
qsizetype codePointCount(QStringView text);
qsizetype utf16Position(QStringView text, qsizetype codePoints);

} // namespace verbale
