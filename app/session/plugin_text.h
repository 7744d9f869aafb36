#pragma once

#include "document/document.h"

#include <verbale/sdk/segment_text.h>

namespace verbale::session {

/// A segment as plugins see it: each code stands as one U+FFFC, and nothing else does, for a reader makes a
/// code of a U+FFFC that stands in the text. `codes` says what stands behind those of the source.
SegmentText pluginText(const Document &document, const SegmentRef &ref);

} // namespace verbale::session
