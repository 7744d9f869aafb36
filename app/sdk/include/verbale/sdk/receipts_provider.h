#pragma once

#include <verbale/sdk/control.h>
#include <verbale/sdk/result.h>
#include <verbale/sdk/segment_text.h>
#include <verbale/sdk/term_receipt.h>

namespace verbale {

/// JSON: {"text": {...}, "terms": [...]}
struct ReceiptsSegment
{
    SegmentText text;
    QList<TermHit> terms; ///< of the source
};

/// JSON: {"sourceLanguage": "vi", "targetLanguage": "en", "profile": "", "segments": [...]}
struct ReceiptsRequest
{
    QString sourceLanguage; ///< BCP 47
    QString targetLanguage; ///< BCP 47
    QString profile;        ///< as in TermsRequest
    QList<ReceiptsSegment> segments;
};

/// JSON: {"segmentId": "7", "revision": 3, "receipts": [...]}
struct SegmentReceipts
{
    QString segmentId;
    qint64 revision = 0;
    QList<TermReceipt> receipts; ///< in the order of the hits, then what belongs to none
};

/// JSON: {"segments": [...], "warnings": ["..."]}
struct ReceiptsAnswer
{
    QList<SegmentReceipts> segments; ///< one for each segment of the request, in its order
    QStringList warnings;
};

/// Finds where a target carries the terms of its source. Called on the plugin's worker thread, one call at a
/// time.
class ReceiptsProvider
{
public:
    static constexpr const char *interfaceId = "verbale.receipts/1";
    virtual ~ReceiptsProvider() = default;
    virtual Result<ReceiptsAnswer> receipts(const ReceiptsRequest &request, const StopToken &stop,
                                            const Progress &progress) = 0;
};

} // namespace verbale
