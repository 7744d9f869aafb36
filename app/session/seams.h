#pragma once

#include "session/open.h"

#include <verbale/sdk/term.h>

#include <QtCore/QList>

#include <vector>

namespace verbale::session {

/// A place where a text is broken between two segments that stand together: a line end, or the end of a
/// sentence.
struct Seam
{
    SegmentRef before; ///< the segment that ends here; the next one begins behind the gap
    qint64 start = 0;  ///< of the part of the text that is looked at: a code point offset in the file
    Span gap;          ///< the white space between the segments, in that part; UTF-16 code units
};

/// The surroundings of all seams of a text as a document of their own, a unit each, so that terms can be
/// looked for in them like in any document.
struct Seams
{
    Document document;
    std::vector<Seam> seams; ///< of document.units
};

/// A term that no segment holds whole, because a line or a sentence is broken inside it.
struct SeamTerm
{
    SegmentRef before;
    qint64 start = 0; ///< code point offsets in the file
    qint64 end = 0;
    QString surface;
    TermHit hit;
};

/// The seams of a text: where nothing but white space without a blank line lies between two segments. None
/// for XLIFF. Linear.
Seams seamsOf(const OpenedDocument &opened);

/// The terms of seams.document's segments that lie across their seam, in the text's order.
QList<SeamTerm> termsAcross(const Seams &seams);

} // namespace verbale::session
