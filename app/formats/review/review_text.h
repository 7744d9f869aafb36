#pragma once

#include "document/document.h"

#include <QtCore/QString>

namespace verbale::review {

/// A segment's texts as a reviewer reads and edits them: an inline code is "⟦1⟧", the end of a pair "⟦/1⟧",
/// one without a pair "⟦1/⟧"; a "⟦" of the text itself is doubled. A code has the same number in source and
/// target.
struct ReviewTexts
{
    QString source;
    QString target;
};
ReviewTexts reviewTexts(const Segment &segment);

/// The target that a reviewer's text stands for: codes are those of the segment, target first, then source.
/// A number that the segment does not have stays text.
InlineText fromReviewText(const QString &text, const Segment &segment);

} // namespace verbale::review
