#pragma once

#include "document/inline_text.h"

#include <verbale/sdk/span.h>

#include <QtCore/QList>

#include <optional>

namespace verbale {

/// The codes of the source that a target lacks, as indexes into source.codes, in order. What a target may do
/// without (annotations, characters) is not among them.
QList<qsizetype> missingCodes(const InlineText &source, const InlineText &target);

/// The code to insert next: the first of missingCodes(), then the annotations that the target lacks.
std::optional<InlineCode> nextMissingCode(const InlineText &source, const InlineText &target);

/// A pair of which the target has neither code, the first one in the order of the source.
struct MissingPair
{
    InlineCode opening;
    InlineCode closing;
};
std::optional<MissingPair> nextMissingPair(const InlineText &source, const InlineText &target);

/// The text with a code put in before the character at `place`.
InlineText withCode(const InlineText &text, qsizetype place, const InlineCode &code);

/// Parts of a source and its target that say the same: a term and its English.
struct Correspondence
{
    Span source;
    Span target;
};

/// The target with each of missingCodes() put in where it probably belongs: between the codes that it stands
/// between in the source, beside the words and figures that both texts have and `known` parts, else at the
/// word that stands as far along; a code of the source's end at the end. Nothing else changes, opening codes
/// stay before their closing ones, and where the target has the others in the order of the source, it has
/// all of them so.
InlineText withAllMissingCodes(const InlineText &source, const InlineText &target,
                               const QList<Correspondence> &known = {});

/// A text whose placeholders have become codes again.
struct RestoredText
{
    InlineText text;
    qsizetype lost = 0;    ///< codes of the source that had no placeholder; they were put in again
    qsizetype dropped = 0; ///< placeholders that stood for no code, or for one that stood before
    bool moved = false;    ///< the codes are there, and yet something is wrong with them: see checkCodes()
    [[nodiscard]] bool isSound() const { return lost == 0 && dropped == 0 && !moved; }
};

/// Which code of the source each U+FFFC of a plain text stands for, as indexes into source.codes, -1 for
/// none. `order` says so; where it is empty they stand in the order of the source, and of too few each takes
/// the code that stands as far along. None stands for a code that another one before it stands for.
QList<qsizetype> placeholderCodes(const QString &text, const InlineText &source,
                                  const QList<qsizetype> &order = {});

/// The way back from plain text, by placeholderCodes().
RestoredText codesForText(const QString &text, const InlineText &source, const QList<qsizetype> &order = {});

} // namespace verbale
