#pragma once

#include "document/document.h"

#include <QtCore/QStringView>

namespace verbale::session {

/// A text in which each inline code stands as its markup: how tables, programs and people write codes.
QString withMarkup(const InlineText &text);

/// The way back, for a target of the segment: where the markup of one of the codes of its target or source
/// stands, there is the code, the longest one that fits, and of equal ones the one that was used least.
/// Everything else is text; a U+FFFC in it is a code for that character, as the readers have it.
InlineText fromMarkup(QStringView text, const Segment &segment);

} // namespace verbale::session
