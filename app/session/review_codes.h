#pragma once

#include "document/document.h"

#include <QtCore/QStringList>

namespace verbale::session {

/// How the codes stand in a reviewed text.
struct ReviewedCodes
{
    bool asMarkup = false;   ///< in the text, as a table has them; else as codes
    bool sameFormat = false; ///< codes that the document does not know may be kept
};

/// A reviewed target with the codes of the document.
struct ReviewedText
{
    InlineText text;
    QStringList lost;    ///< codes of the segment's target (or, where it has none, source) that are missing
    QStringList unknown; ///< codes that the segment does not know, and that were left out
};

/// The reviewed text with the codes of the segment's target and source in the place of its own.
ReviewedText withOwnCodes(const InlineText &reviewed, const Segment &segment, const ReviewedCodes &codes);

/// Equal but for the form of Unicode, code by code.
bool isSameText(const InlineText &a, const InlineText &b);

} // namespace verbale::session
