#pragma once

#include "session/review_file.h"

#include <QtCore/QStringList>

namespace verbale::session {

/// A reviewed target with the codes of the document.
struct ReviewedText
{
    InlineText text;
    QStringList lost;    ///< codes of the segment's target (or, where it has none, source) that are missing
    QStringList unknown; ///< codes that the segment does not know, and that were left out
};

/// The reviewed text with the codes of the segment's target and source in the place of its own. `sameFormat`:
/// codes that the document does not know may be kept.
ReviewedText withOwnCodes(const InlineText &reviewed, const Segment &segment, ReviewedCodes codes,
                          bool sameFormat);

/// Equal but for the form of Unicode, code by code.
bool isSameText(const InlineText &a, const InlineText &b);

} // namespace verbale::session
