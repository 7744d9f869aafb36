#pragma once

#include "text/figures.h"

#include <verbale/sdk/suggestion_provider.h>

#include <optional>

namespace verbale::alignment {

/// The glossary draft of a segment: the source's order kept, its outermost terms replaced by their English,
/// figures and dates with one reading in English (an ordinal before the meeting that it counts), everything
/// else left in Vietnamese and listed as untranslated.
/// Terms whose only English is deprecated or forbidden are left in Vietnamese too. It is an aid for typing
/// and no translation.
///
/// complete: nothing but terms, figures and punctuation. coverage: letters that were translated, of all the
/// letters. None when the segment has no usable term, unless it consists of figures alone.
std::optional<Suggestion> draftOf(const SuggestSegment &segment, const text::FigureStyle &figures = {});

} // namespace verbale::alignment
