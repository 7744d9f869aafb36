#pragma once

#include "document/document.h"

#include <QtCore/QString>

#include <functional>

namespace verbale::session {

/// Whether a segment's receipts speak of its target as it stands.
bool receiptsHold(const Segment &segment);

/// Whether a missing term needs no word: the segment has a short form of it ("the Ministry"), and an earlier
/// segment's target has the term itself.
bool isShortForm(const Document &document, const SegmentRef &ref, const TermReceipt &receipt);

/// Term receipts of a document, those of nested terms left out.
struct ReceiptCounts
{
    qsizetype used = 0;
    qsizetype missing = 0;
    qsizetype noTarget = 0;
    qsizetype avoided = 0;    ///< with wording that is avoided whatever the source says
    qsizetype shortForms = 0; ///< missing, but see isShortForm; not counted as missing
    friend bool operator==(const ReceiptCounts &, const ReceiptCounts &) = default;
};
/// `counted`: whose receipts count, of all when it is empty; short forms look back at every segment.
ReceiptCounts countReceipts(const Document &document,
                            const std::function<bool(const Segment &)> &counted = {});

/// "used", "missing", "no-target", "avoided".
QString receiptName(ReceiptState state);

} // namespace verbale::session
