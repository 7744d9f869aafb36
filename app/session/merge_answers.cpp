#include "session/merge_answers.h"

#include <QtCore/QHash>

#include <algorithm>

namespace verbale::session {

namespace {

/// The answers that came, in order; what went wrong with the others is added to `warnings`.
template <typename Answer>
QList<Answer> arrived(const QList<Result<Answer>> &answers, QStringList &warnings)
{
    QList<Answer> result;
    for (const Result<Answer> &answer : answers) {
        if (answer) {
            warnings += answer->warnings;
            result.append(*answer);
        } else {
            warnings.append(answer.error().text());
        }
    }
    return result;
}

template <typename Answer>
const Error *onlyErrors(const QList<Result<Answer>> &answers)
{
    const bool none = std::none_of(answers.begin(), answers.end(), [](const auto &a) { return a.ok(); });
    return none && !answers.isEmpty() ? &answers.first().error() : nullptr;
}

bool sameHit(const TermHit &one, const TermHit &other)
{
    return one.span == other.span && one.target == other.target;
}

/// The longer one; of equal length the one in the term's own spelling.
bool isStronger(const TermHit &one, const TermHit &other)
{
    if (one.span.length() != other.span.length())
        return one.span.length() > other.span.length();
    return one.spelling == TermSpelling::Same && other.spelling == TermSpelling::Differs;
}

/// Adds the hits of a weaker provider to those of the stronger ones.
void addHits(QList<TermHit> &hits, const QList<TermHit> &added)
{
    QList<TermHit> fresh;
    for (TermHit hit : added) {
        const auto same = [&hit](const TermHit &other) { return sameHit(hit, other); };
        if (std::any_of(hits.begin(), hits.end(), same))
            continue;
        for (TermHit &other : hits) {
            if (hit.nested || other.nested || !hit.span.overlaps(other.span))
                continue;
            if (isStronger(hit, other))
                other.nested = true;
            else
                hit.nested = true;
        }
        fresh.append(hit);
    }
    hits += fresh;
}

/// Adds the receipts of a weaker provider to those of the stronger ones.
void addReceipts(QList<TermReceipt> &receipts, const QList<TermReceipt> &added)
{
    for (const TermReceipt &receipt : added) {
        const auto same =
            std::find_if(receipts.begin(), receipts.end(), [&receipt](const TermReceipt &other) {
                return receipt.hit < 0 ? other.spans == receipt.spans : other.hit == receipt.hit;
            });
        if (same == receipts.end())
            receipts.append(receipt);
        else if (same->spans.isEmpty() && !receipt.spans.isEmpty())
            *same = receipt;
    }
}

/// Those of hits in the order of the hits, then those of none.
bool isOfEarlierHit(const TermReceipt &one, const TermReceipt &other)
{
    return (one.hit >= 0 && other.hit < 0) || (one.hit >= 0 && one.hit < other.hit);
}

bool comesBefore(const TermHit &one, const TermHit &other)
{
    if (one.span.start != other.span.start)
        return one.span.start < other.span.start;
    return one.span.end > other.span.end;
}

} // namespace

Result<TermsAnswer> mergeTerms(const TermsRequest &request, const QList<Result<TermsAnswer>> &answers)
{
    if (const Error *error = onlyErrors(answers))
        return *error;
    TermsAnswer merged;
    QHash<QString, qsizetype> rows;
    for (const SegmentText &segment : request.segments) {
        rows.insert(segment.id, merged.segments.size());
        merged.segments.append({segment.id, segment.revision, {}});
    }
    for (const TermsAnswer &answer : arrived(answers, merged.warnings)) {
        for (const SegmentTerms &terms : answer.segments) {
            const auto row = rows.constFind(terms.segmentId);
            if (row != rows.constEnd() && merged.segments[*row].revision == terms.revision)
                addHits(merged.segments[*row].hits, terms.hits);
        }
    }
    for (SegmentTerms &terms : merged.segments) {
        if (!request.includeNested && answers.size() > 1)
            terms.hits.removeIf([](const TermHit &hit) { return hit.nested; });
        std::stable_sort(terms.hits.begin(), terms.hits.end(), comesBefore);
    }
    return merged;
}

Result<ReceiptsAnswer> mergeReceipts(const ReceiptsRequest &request,
                                     const QList<Result<ReceiptsAnswer>> &answers)
{
    if (const Error *error = onlyErrors(answers))
        return *error;
    ReceiptsAnswer merged;
    QHash<QString, qsizetype> rows;
    for (const ReceiptsSegment &segment : request.segments) {
        rows.insert(segment.text.id, merged.segments.size());
        merged.segments.append({segment.text.id, segment.text.revision, {}});
    }
    for (const ReceiptsAnswer &answer : arrived(answers, merged.warnings)) {
        for (const SegmentReceipts &receipts : answer.segments) {
            const auto row = rows.constFind(receipts.segmentId);
            if (row != rows.constEnd() && merged.segments[*row].revision == receipts.revision)
                addReceipts(merged.segments[*row].receipts, receipts.receipts);
        }
    }
    for (SegmentReceipts &segment : merged.segments)
        std::stable_sort(segment.receipts.begin(), segment.receipts.end(), isOfEarlierHit);
    return merged;
}

Result<SuggestAnswer> mergeSuggestions(const SuggestRequest &request,
                                       const QList<Result<SuggestAnswer>> &answers)
{
    if (const Error *error = onlyErrors(answers))
        return *error;
    SuggestAnswer merged;
    QHash<QString, qsizetype> rows;
    for (const SuggestSegment &segment : request.segments)
        rows.insert(segment.text.id, rows.size());
    for (const SuggestAnswer &answer : arrived(answers, merged.warnings)) {
        for (const Suggestion &suggestion : answer.suggestions) {
            if (rows.contains(suggestion.segmentId))
                merged.suggestions.append(suggestion);
        }
    }
    std::stable_sort(merged.suggestions.begin(), merged.suggestions.end(),
                     [&rows](const Suggestion &one, const Suggestion &other) {
                         if (one.segmentId != other.segmentId)
                             return rows.value(one.segmentId) < rows.value(other.segmentId);
                         return one.coverage > other.coverage;
                     });
    return merged;
}

bool sameTerms(const QList<TermHit> &one, const QList<TermHit> &other)
{
    return std::equal(
        one.begin(), one.end(), other.begin(), other.end(), [](const TermHit &a, const TermHit &b) {
            return a.span == b.span && a.entryId == b.entryId && a.target == b.target &&
                   a.alternatives == b.alternatives && a.avoided == b.avoided && a.status == b.status;
        });
}

} // namespace verbale::session
