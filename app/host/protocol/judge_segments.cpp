#include "host/protocol/judge_parts.h"

#include <QtCore/QSet>

#include <algorithm>
#include <limits>

namespace verbale::host {

namespace {

constexpr qsizetype textLimit = 1000; ///< of what a plugin says to people
constexpr const char *twice = "answered twice for a segment; the second answer was left out";

struct AsItIs
{
    template <typename Part>
    void operator()(Part &) const
    {
    }
};

/// Puts the parts of an answer into the order of the request, one for each of its segments; `judge` looks at
/// what is inside one. What was not answered stays empty, or as `leave` leaves it.
template <typename Part, typename Segment, typename Judge, typename Leave = AsItIs>
QList<Part> inOrder(QList<Part> parts, const QList<Segment> &asked, Complaints &complaints, Judge judge,
                    Leave leave = {})
{
    const AskedSegments<Segment> segments(asked);
    QList<Part> ordered(asked.size());
    QList<bool> answered(asked.size());
    for (Part &part : parts) {
        const qsizetype place = segments.find(part.segmentId, part.revision, complaints);
        if (place < 0)
            continue;
        if (answered[place]) {
            complaints.add(twice, part.segmentId);
            continue;
        }
        answered[place] = true;
        judge(part, asked[place]);
        ordered[place] = std::move(part);
    }
    for (qsizetype i = 0; i < asked.size(); ++i) {
        if (answered[i])
            continue;
        const SegmentText &text = segments.at(i);
        complaints.add("did not answer for a segment", text.id);
        ordered[i].segmentId = text.id;
        ordered[i].revision = text.revision;
        leave(ordered[i]);
    }
    return ordered;
}

void judgeHits(SegmentTerms &terms, const SegmentText &asked, Complaints &complaints)
{
    terms.hits.removeIf([&](const TermHit &hit) {
        if (liesIn(hit.span, asked.source))
            return false;
        complaints.add("found a term outside of its text or in half a character; that was left out",
                       asked.id);
        return true;
    });
    if (terms.hits.size() > hitsLimit) {
        complaints.add("found too many terms in a segment; the last ones were left out", asked.id);
        terms.hits.resize(hitsLimit);
    }
    const auto before = [](const TermHit &a, const TermHit &b) { return a.span.start < b.span.start; };
    if (!std::is_sorted(terms.hits.cbegin(), terms.hits.cend(), before))
        std::stable_sort(terms.hits.begin(), terms.hits.end(), before);
}

void judgeReceipts(SegmentReceipts &part, const ReceiptsSegment &asked, Complaints &complaints)
{
    part.receipts.removeIf([&](const TermReceipt &receipt) {
        const bool known = receipt.hit >= -1 && receipt.hit < asked.terms.size();
        const auto wrong = [&](const Span &span) { return !liesIn(span, asked.text.target); };
        if (known && std::none_of(receipt.spans.cbegin(), receipt.spans.cend(), wrong))
            return false;
        complaints.add(known ? "named words outside of the translation; that was left out"
                             : "spoke of a term that it was not asked about; that was left out",
                       asked.text.id);
        return true;
    });
    if (part.receipts.size() > hitsLimit) {
        complaints.add("spoke of too many terms in a segment; the last ones were left out", asked.text.id);
        part.receipts.resize(hitsLimit);
    }
}

/// False: it cannot be used.
bool judgeSuggestion(Suggestion &suggestion, const SegmentText &asked, Complaints &complaints)
{
    if (!placeholdersFit(suggestion.text, suggestion.codes, asked.source, asked.codes)) {
        complaints.add(
            "returned a suggestion whose inline codes are not those of the source; it was left out",
            asked.id);
        return false;
    }
    if (!(suggestion.coverage >= 0.0 && suggestion.coverage <= 1.0)) {
        complaints.add("returned a coverage that is not between 0 and 1", asked.id);
        suggestion.coverage = suggestion.coverage > 1.0 ? 1.0 : 0.0;
    }
    const qsizetype spans = suggestion.untranslated.size();
    suggestion.untranslated.removeIf([&](const Span &span) { return !liesIn(span, suggestion.text); });
    if (suggestion.untranslated.size() != spans)
        complaints.add("marked untranslated words outside of its suggestion", asked.id);
    if (suggestion.complete && spans > 0) {
        complaints.add("called a suggestion complete that has untranslated words", asked.id);
        suggestion.complete = false;
    }
    return true;
}

void refuse(Translation &translation, const QString &why)
{
    translation.text.clear();
    translation.codes.clear();
    translation.remarks.clear();
    translation.cached = false;
    translation.error = Error{QStringLiteral("plugins.bad-answer"), why};
}

void judgeError(Translation &translation, Complaints &complaints)
{
    constexpr qsizetype codeLength = 100;
    if (!translation.text.isEmpty() || !translation.codes.isEmpty()) {
        complaints.add("returned a translation and an error together; the translation was left out",
                       translation.segmentId);
        translation.text.clear();
        translation.codes.clear();
    }
    if (translation.error->code.isEmpty() || translation.error->message.isEmpty()) {
        complaints.add("returned an error that does not say what was wrong", translation.segmentId);
        refuse(translation, QStringLiteral("The plugin refused this segment and did not say why."));
    }
    translation.error->code.truncate(codeLength);
    translation.error->message.truncate(textLimit);
}

/// What cannot be used becomes an error, so that there is one of them for each segment.
void judgeTranslation(Translation &translation, const SegmentText &asked, Complaints &complaints)
{
    if (translation.error) {
        judgeError(translation, complaints);
    } else if (translation.text.trimmed().isEmpty() && !asked.source.trimmed().isEmpty()) {
        complaints.add("returned neither a translation nor an error", asked.id);
        refuse(translation, QStringLiteral("The plugin returned no translation of this segment."));
    } else if (!placeholdersFit(translation.text, translation.codes, asked.source, asked.codes)) {
        complaints.add(
            "returned a translation whose inline codes are not those of the source; it was left out",
            asked.id);
        refuse(translation, QStringLiteral("The plugin returned a translation whose inline codes are not "
                                           "those of the source."));
    }
    if (translation.remarks.size() > remarksLimit) {
        complaints.add("returned too many remarks on a segment; the last ones were left out", asked.id);
        translation.remarks.resize(remarksLimit);
    }
    for (QString &remark : translation.remarks)
        remark.truncate(textLimit);
}

/// A number of things of which there are `most`.
template <typename Number>
void judgeNumber(Number &number, Number most, Complaints &complaints)
{
    if (0 <= number && number <= most)
        return;
    complaints.add("returned numbers that cannot be; they were corrected", {});
    number = std::clamp(number, Number(0), most);
}

void judgePreviewedRequests(TranslatePreview &preview, const TranslatePreviewRequest &asked,
                            Complaints &complaints)
{
    constexpr qsizetype urlLength = 2000;
    if (preview.requests.size() > previewedRequestsLimit) {
        complaints.add("showed too many requests; the last ones were left out", {});
        preview.requests.resize(previewedRequestsLimit);
    }
    QSet<QString> ids;
    for (const SuggestSegment &segment : asked.segments)
        ids.insert(segment.text.id);
    for (OutgoingRequest &request : preview.requests) {
        request.url.truncate(urlLength);
        request.segmentIds.removeIf([&](const QString &id) {
            if (ids.contains(id))
                return false;
            complaints.add("showed a request for another segment; that was left out", id);
            return true;
        });
    }
    if (preview.requestCount < preview.requests.size()) {
        complaints.add("returned numbers that cannot be; they were corrected", {});
        preview.requestCount = preview.requests.size();
    }
}

bool judgeFinding(Finding &finding, const SegmentText &asked, Complaints &complaints)
{
    if (finding.code.isEmpty() || finding.message.isEmpty()) {
        complaints.add("returned a finding that does not say what it is about; it was left out", asked.id);
        return false;
    }
    const bool wrong = (finding.source != Span{} && !liesIn(finding.source, asked.source)) ||
                       (finding.target != Span{} && !liesIn(finding.target, asked.target));
    if (wrong) {
        complaints.add("returned a finding about words outside of their text; its places were left out",
                       asked.id);
        finding.source = {};
        finding.target = {};
        finding.suggestion.clear(); // it stood for the words of the target
    }
    return true;
}

/// Keeps what belongs to a segment that was asked for and `judge` lets pass, at most `limit` for each.
template <typename Item, typename Segment, typename Judge>
void keepGood(QList<Item> &items, const QList<Segment> &asked, qsizetype limit, Complaints &complaints,
              Judge judge)
{
    const AskedSegments<Segment> segments(asked);
    QList<qsizetype> counts(asked.size());
    QList<Item> kept;
    kept.reserve(items.size());
    for (Item &item : items) {
        const qsizetype place = segments.find(item.segmentId, item.revision, complaints);
        if (place < 0 || !judge(item, segments.at(place)))
            continue;
        if (++counts[place] <= limit)
            kept.append(std::move(item));
        else
            complaints.add("returned too much for a segment; the last was left out", item.segmentId);
    }
    items = std::move(kept);
}

} // namespace

Result<TermsAnswer> judged(TermsAnswer answer, const TermsRequest &request)
{
    Complaints complaints;
    answer.segments =
        inOrder(std::move(answer.segments), request.segments, complaints,
                [&](SegmentTerms &part, const SegmentText &asked) { judgeHits(part, asked, complaints); });
    complaints.into(answer.warnings);
    return answer;
}

Result<ReceiptsAnswer> judged(ReceiptsAnswer answer, const ReceiptsRequest &request)
{
    Complaints complaints;
    answer.segments = inOrder(
        std::move(answer.segments), request.segments, complaints,
        [&](SegmentReceipts &part, const ReceiptsSegment &asked) { judgeReceipts(part, asked, complaints); });
    complaints.into(answer.warnings);
    return answer;
}

Result<SuggestAnswer> judged(SuggestAnswer answer, const SuggestRequest &request)
{
    Complaints complaints;
    keepGood(
        answer.suggestions, request.segments, suggestionsLimit, complaints,
        [&](Suggestion &item, const SegmentText &asked) { return judgeSuggestion(item, asked, complaints); });
    complaints.into(answer.warnings);
    return answer;
}

Result<TranslateAnswer> judged(TranslateAnswer answer, const TranslateRequest &request)
{
    constexpr qsizetype nameLength = 200;
    Complaints complaints;
    answer.translations = inOrder(
        std::move(answer.translations), request.segments, complaints,
        [&](Translation &part, const SuggestSegment &asked) {
            judgeTranslation(part, asked.text, complaints);
        },
        [](Translation &part) {
            refuse(part, QStringLiteral("The plugin did not answer for this segment."));
        });
    if (answer.sentCharacters < 0) {
        complaints.add("returned a number of sent characters below zero", {});
        answer.sentCharacters = 0;
    }
    answer.engineName.truncate(nameLength);
    complaints.into(answer.warnings);
    return answer;
}

Result<TranslatePreview> judged(TranslatePreview answer, const TranslatePreviewRequest &request)
{
    constexpr qsizetype nameLength = 300;
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    Complaints complaints;
    const qsizetype count = request.segments.size();
    judgeNumber(answer.segments, count, complaints);
    answer.segments = count;
    judgeNumber(answer.cached, count, complaints);
    judgeNumber(answer.mayHaveBeenCharged, count - answer.cached, complaints);
    judgeNumber(answer.unchanged, count - answer.cached - answer.mayHaveBeenCharged, complaints);
    judgeNumber(answer.characters, most, complaints);
    for (std::optional<qint64> *left : {&answer.documentLeft, &answer.monthLeft}) {
        if (*left)
            judgeNumber(**left, most, complaints);
    }
    judgePreviewedRequests(answer, request, complaints);
    answer.engineName.truncate(nameLength);
    answer.host.truncate(nameLength);
    complaints.into(answer.warnings);
    return answer;
}

Result<CheckAnswer> judged(CheckAnswer answer, const CheckRequest &request)
{
    Complaints complaints;
    keepGood(answer.findings, request.segments, findingsLimit, complaints,
             [&](Finding &item, const SegmentText &asked) { return judgeFinding(item, asked, complaints); });
    complaints.into(answer.warnings);
    return answer;
}

} // namespace verbale::host
