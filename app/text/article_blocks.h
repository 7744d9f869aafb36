#pragma once

#include "text/article.h"

#include <vector>

namespace verbale::text {

/// A paragraph of the file while the article is looked for: one line, or the lines that a hard wrap made of
/// one.
struct Block
{
    std::vector<Span> lines; ///< without the white space around them; never empty, line numbers without a gap
    qsizetype line = 0;      ///< 1-based number of the first
    QString text;            ///< as its reader sees it (readable()), lines joined with a space
    QString key;             ///< lineKey() of it
    int words = 0;
    bool afterGap = false; ///< a blank line stands before it
    bool sentence = false; ///< ends like a sentence
    LineRole role = LineRole::Body;
    DropReason reason = DropReason::None;
    // A repeated headline or a picture's name that is glued to the start of the block and cut off it.
    qsizetype cutEnd = 0;  ///< where it ends; 0 when there is none
    qsizetype cutRest = 0; ///< where the rest begins
    DropReason cutReason = DropReason::None;

    [[nodiscard]] bool kept() const { return role != LineRole::Dropped; }
    /// A full paragraph of running text.
    [[nodiscard]] bool isParagraph() const { return role == LineRole::Body && sentence && words >= 20; }
    /// Reads like a headline or a section's heading: short, open at the end.
    [[nodiscard]] bool isHeadline() const;
    void drop(DropReason why);
};

using Blocks = std::vector<Block>;

/// The file's non-blank lines, those of a hard-wrapped paragraph together.
Blocks readBlocks(QStringView text);

/// The pieces of all blocks, in order.
QList<ArticlePiece> toPieces(const Blocks &blocks);

/// The next or last kept block after or before `index`; blocks.size() when there is none.
size_t nextKept(const Blocks &blocks, size_t index);
size_t previousKept(const Blocks &blocks, size_t index);

// The rules that look at more than one line, in the order in which article.cpp applies them. All leave alone
// what is dropped already.

/// Links printed twice (as the picture's text and as the headline) and the teasers that belong to them.
void dropDoubledLinks(Blocks &blocks, size_t firstParagraph);
/// Headlines with a teaser below that was cut in the middle (" ..."), within the text.
void dropCutTeasers(Blocks &blocks, size_t firstParagraph);
/// Lists under "Tin liên quan" and the like: in the middle their links, at the end everything that follows.
void dropRelatedLists(Blocks &blocks, size_t firstParagraph);
/// Headlines with the cut start of their text after the last paragraph.
void dropTrailingTeasers(Blocks &blocks);
/// A run of headlines after the last paragraph.
void dropTrailingHeadlines(Blocks &blocks);
/// Other articles that were saved below this one. Conservative: needs a main part that keeps naming what the
/// title and the lead name, and sections with headings after it that never do.
void dropOtherStories(Blocks &blocks, size_t title);

} // namespace verbale::text
