#pragma once

#include <verbale/sdk/receipts_provider.h>
#include <verbale/sdk/result.h>
#include <verbale/sdk/suggestion_provider.h>
#include <verbale/sdk/terms_provider.h>

#include <QtCore/QList>

namespace verbale::session {

/// One answer from those of several providers, the first provider being the strongest. A provider that failed
/// becomes a warning as long as another one answered; its Error is the result when none did. Terms: hits in
/// the order of the text; where hits of two providers are the same span and target, the first stays; where
/// they overlap, the longer one wins and the other is nested (and left out unless `includeNested`).
Result<TermsAnswer> mergeTerms(const TermsRequest &request, const QList<Result<TermsAnswer>> &answers);

/// Receipts: of two for one hit the first that found something in the target; wording that is avoided anyway
/// once for each place. No answer at all is an empty one.
Result<ReceiptsAnswer> mergeReceipts(const ReceiptsRequest &request,
                                     const QList<Result<ReceiptsAnswer>> &answers);

/// Suggestions: in the request's order of segments, those of a segment by coverage, then by provider.
Result<SuggestAnswer> mergeSuggestions(const SuggestRequest &request,
                                       const QList<Result<SuggestAnswer>> &answers);

/// Whether receipts of the one are receipts of the other.
bool sameTerms(const QList<TermHit> &one, const QList<TermHit> &other);

} // namespace verbale::session
