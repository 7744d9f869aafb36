#pragma once

#include "document/edit_history.h"
#include "session/review_file.h"
#include "text/word_diff.h"

#include <QtCore/QList>

namespace verbale::session {

/// What a reviser changed in a segment.
struct ReviewChange
{
    enum class MatchedBy { Id, Source };
    SegmentRef segment;
    MatchedBy matchedBy = MatchedBy::Id;
    TargetEdit before; ///< as the document has it
    TargetEdit after;  ///< as the reviser wants it, with the codes of the document
    /// The sources differ, so that the reviser has looked at another text: `reviewedSource` is his.
    bool sourceDiffers = false;
    QString reviewedSource;
    bool locked = false;      ///< the file wants this target left as it is; acceptReview() does
    QStringList lostCodes;    ///< codes that the target of the document has and the reviewed one lacks
    QStringList unknownCodes; ///< codes of the reviewed target that the document does not know: left out
    QList<Note> notes;        ///< that the document does not have
    /// What changes in the target, codes as "‹1›"; one piece when only the state changes.
    QList<text::DiffPiece> diff;

    [[nodiscard]] bool changesTarget() const
    {
        return before.hasTarget != after.hasTarget || before.target != after.target;
    }
    [[nodiscard]] bool changesState() const { return before.state != after.state; }
    /// Only a note came back.
    [[nodiscard]] bool changesNothing() const { return !changesTarget() && !changesState(); }
};

/// A segment of the reviewed copy that belongs to none of the document's.
struct UnmatchedReview
{
    ReviewedSegment reviewed;
    QString reason; ///< a sentence
};

/// A document and its reviewed copy, side by side.
struct ReviewComparison
{
    QList<ReviewChange> changes; ///< in the order of the document
    QList<UnmatchedReview> unmatched;
    QList<SegmentRef> missing; ///< segments of the document that the copy does not have
    qsizetype unchanged = 0;
};

/// Finds for each reviewed segment its own: by its id when the sources agree; else by its source, where it is
/// clear which one is meant (repeated sentences: in their order, when there are as many); else by its id
/// alone, marked sourceDiffers. Sources agree when they differ in nothing but spaces and the form of Unicode.
/// A reviewed segment without a target leaves target and state as they are; one with an empty target empties
/// it, as an empty field of a table does. Without a target there is no state to take. A
/// target that differs in nothing but the form of Unicode is not changed. Codes are those of the document,
/// found by kind and id, or else by their markup.
ReviewComparison compareReview(const Document &document, const ReviewedCopy &copy);

/// The changes as one step of EditHistory; its label is the caller's to set. No unit in it: nothing changes.
/// Locked segments and paragraphs that are not to be translated stay as they are.
/// They are made on the document that was compared, or one in which these segments have the same ids.
StructureEdit acceptReview(const Document &document, const QList<ReviewChange> &changes);

/// A text of a segment with this source, in which each inline code stands as "‹1›", "‹/1›": by its number in
/// the source; one that the source lacks by its id, or what is shown for it.
QString withLabels(const InlineText &text, const InlineText &source);

/// What makes one text of a segment with this source out of another, codes as withLabels() has them and each
/// of them a word.
QList<text::DiffPiece> labelledDiff(const InlineText &before, const InlineText &after,
                                    const InlineText &source);

} // namespace verbale::session
