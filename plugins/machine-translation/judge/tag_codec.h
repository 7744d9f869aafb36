#pragma once

#include "plugins/machine-translation/engines/engine.h"

#include <verbale/sdk/segment_text.h>

#include <utility>

namespace verbale::mt {

/// A text in which each U+FFFC stands for a code: an inline code of the document, or what redaction took out.
struct MarkedText
{
    QString text;
    QList<SegmentCode> codes; ///< the n-th U+FFFC of `text` is codes[n]
};

/// What an engine is given: a well-formed text, whatever the codes are. A pair whose two codes stand in
/// order, and cross no other pair, becomes one element around its words; every other code stands alone.
struct EncodedText
{
    QString text; ///< NFC, in the engine's notation
    /// How each code of MarkedText was written: Opening and Closing share the number of their pair. What was
    /// said of the codes themselves is not in it: a lone opening code is Standalone here.
    QList<SegmentCode> written;
    /// Index of the opening and of the closing code of each pair, whichever way the two were written.
    QList<std::pair<qsizetype, qsizetype>> pairs;
    /// Numbers up to this one stand in the text itself, which speaks of tags; ours are higher.
    int numbersInText = 0;
};

/// Never fails: a U+FFFC without a code is left out, and a code without a U+FFFC is not written. Pure,
/// thread-safe.
EncodedText encodeTags(const MarkedText &marked, TagNotation notation);

/// What came back, with a U+FFFC for each code again.
struct DecodedText
{
    QString text;
    QList<qsizetype> codes; ///< for each U+FFFC the index in MarkedText::codes
};

/// Reads an engine's text. Refused ("mt.tags-missing", "-twice", "-strange", "-broken", one sentence): a code
/// that is missing, came twice, was never given or is left in the text as words; a pair that is turned round,
/// crosses another or lost its well-formed notation. So whatever is accepted holds every code exactly once,
/// in pairs that are pairs. White space and attributes that an engine adds to our tags are passed over; tags
/// of its own are refused. Linear in the length of the answer; pure, thread-safe.
Result<DecodedText> decodeTags(const QString &answer, const EncodedText &encoded, TagNotation notation);

} // namespace verbale::mt
