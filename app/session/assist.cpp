#include "session/assist.h"

#include "session/plugin_text.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <algorithm>

namespace verbale::session {

namespace {

QList<SegmentRef> chosenSegments(const Document &document, const QList<SegmentRef> &segments)
{
    return segments.isEmpty() ? document.segments() : segments;
}

TermsRequest termsRequest(const Document &document, const QList<SegmentRef> &segments,
                          const AssistOptions &options)
{
    TermsRequest request{
        document.sourceLanguage, document.targetLanguage, options.glossaries,   options.includeNested, {},
        options.profile,         options.domains,         options.chosenEntries};
    for (const SegmentRef &ref : chosenSegments(document, segments)) {
        if (document.units[ref.unit].language.isEmpty())
            request.segments.append(pluginText(document, ref));
    }
    return request;
}

SuggestRequest suggestRequest(const Document &document, const QList<SegmentRef> &segments)
{
    SuggestRequest request{document.sourceLanguage, document.targetLanguage, {}};
    for (const SegmentRef &ref : chosenSegments(document, segments)) {
        const Unit &unit = document.units[ref.unit];
        if (unit.translate && unit.language.isEmpty())
            request.segments.append({pluginText(document, ref), document.at(ref).terms});
    }
    return request;
}

ReceiptsRequest receiptsRequest(const Document &document, const QList<SegmentRef> &segments,
                                const AssistOptions &options)
{
    ReceiptsRequest request{document.sourceLanguage, document.targetLanguage, options.profile, {}};
    for (const SegmentRef &ref : chosenSegments(document, segments)) {
        const Segment &segment = document.at(ref);
        if (document.units[ref.unit].language.isEmpty() && !segment.target.text.trimmed().isEmpty())
            request.segments.append({pluginText(document, ref), segment.terms});
    }
    return request;
}

Error noProvider(const char *interfaceId, const QString &what)
{
    const bool terms = interfaceId == TermsProvider::interfaceId;
    return {terms ? QStringLiteral("assist.no-terms-provider")
                  : QStringLiteral("assist.no-suggestion-provider"),
            QStringLiteral("No plugin that %1 is running. See `verbale plugins list`.").arg(what)};
}

Error noAnswer()
{
    return {QStringLiteral("plugins.cancelled"), QStringLiteral("The work was cancelled.")};
}

/// Waits for all of them.
template <typename Request, typename Answer>
Result<Answer> allOf(Question<Request, Answer> question)
{
    for (qsizetype i = 0; i < question.answers.size(); ++i) {
        QFuture<Result<Answer>> &future = question.answers[i];
        future.waitForFinished();
        question.gathering.add(i, future.resultCount() > 0 ? future.result() : Result<Answer>(noAnswer()));
    }
    return question.gathering.merged();
}

/// The segments of a document by the id that plugins know them by.
QHash<QString, SegmentRef> segmentsByKey(const Document &document)
{
    QHash<QString, SegmentRef> result;
    for (const SegmentRef &ref : document.segments())
        result.insert(document.segmentKey(ref), ref);
    return result;
}

bool liesIn(const Span &span, qsizetype size)
{
    return span.start >= 0 && span.start < span.end && span.end <= size;
}

/// By how much is translated; of two that say the same about that, a person's translation comes first.
bool isBetter(const Suggestion &one, const Suggestion &other)
{
    if (one.coverage != other.coverage)
        return one.coverage > other.coverage;
    const auto fromMemory = [](const Suggestion &s) { return s.kind == SuggestionKind::MemoryMatch; };
    return fromMemory(one) && !fromMemory(other);
}

} // namespace

Result<Question<TermsRequest, TermsAnswer>> askForTerms(const Document &document,
                                                        const QList<SegmentRef> &segments,
                                                        host::PluginHost &host, const AssistOptions &options,
                                                        const StopToken &stop, const Progress &progress)
{
    const QList<host::Provider> providers = host.providers(QLatin1String(TermsProvider::interfaceId));
    if (providers.isEmpty())
        return noProvider(TermsProvider::interfaceId, QStringLiteral("finds terms"));
    const TermsRequest request = termsRequest(document, segments, options);
    Question<TermsRequest, TermsAnswer> question{{request, providers}, {}};
    for (const host::Provider &provider : providers)
        question.answers.append(host.findTerms(provider.id, request, stop, progress));
    return question;
}

Result<Question<SuggestRequest, SuggestAnswer>>
askForSuggestions(const Document &document, const QList<SegmentRef> &segments, host::PluginHost &host,
                  const StopToken &stop, const Progress &progress)
{
    const QList<host::Provider> providers = host.providers(QLatin1String(SuggestionProvider::interfaceId));
    if (providers.isEmpty())
        return noProvider(SuggestionProvider::interfaceId, QStringLiteral("suggests translations"));
    const SuggestRequest request = suggestRequest(document, segments);
    Question<SuggestRequest, SuggestAnswer> question{{request, providers}, {}};
    for (const host::Provider &provider : providers)
        question.answers.append(host.suggest(provider.id, request, stop, progress));
    return question;
}

Question<ReceiptsRequest, ReceiptsAnswer> askForReceipts(const Document &document,
                                                         const QList<SegmentRef> &segments,
                                                         host::PluginHost &host, const AssistOptions &options,
                                                         const StopToken &stop, const Progress &progress)
{
    const ReceiptsRequest request = receiptsRequest(document, segments, options);
    QList<host::Provider> providers;
    if (!request.segments.isEmpty())
        providers = host.providers(QLatin1String(ReceiptsProvider::interfaceId));
    Question<ReceiptsRequest, ReceiptsAnswer> question{{request, providers}, {}};
    for (const host::Provider &provider : std::as_const(providers))
        question.answers.append(host.receipts(provider.id, request, stop, progress));
    return question;
}

Result<TermsAnswer> findTerms(const Document &document, const QList<SegmentRef> &segments,
                              host::PluginHost &host, const AssistOptions &options, const StopToken &stop,
                              const Progress &progress)
{
    auto question = askForTerms(document, segments, host, options, stop, progress);
    return question ? allOf(std::move(*question)) : Result<TermsAnswer>(question.error());
}

Result<SuggestAnswer> suggest(const Document &document, const QList<SegmentRef> &segments,
                              host::PluginHost &host, const StopToken &stop, const Progress &progress)
{
    auto question = askForSuggestions(document, segments, host, stop, progress);
    return question ? allOf(std::move(*question)) : Result<SuggestAnswer>(question.error());
}

Result<ReceiptsAnswer> findReceipts(const Document &document, const QList<SegmentRef> &segments,
                                    host::PluginHost &host, const AssistOptions &options,
                                    const StopToken &stop, const Progress &progress)
{
    return allOf(askForReceipts(document, segments, host, options, stop, progress));
}

void storeTerms(Document &document, const TermsAnswer &answer)
{
    const QHash<QString, SegmentRef> byKey = segmentsByKey(document);
    for (const SegmentTerms &terms : answer.segments) {
        const auto found = byKey.constFind(terms.segmentId);
        if (found == byKey.constEnd() || document.at(*found).revision != terms.revision)
            continue;
        Segment &segment = document.at(*found);
        QList<TermHit> hits;
        for (const TermHit &hit : terms.hits) {
            if (liesIn(hit.span, segment.source.text.size()))
                hits.append(hit);
        }
        if (!sameTerms(hits, segment.terms)) {
            segment.receipts.clear();
            segment.receiptsRevision = -1;
        }
        segment.terms = hits;
    }
}

void storeReceipts(Document &document, const ReceiptsAnswer &answer)
{
    const QHash<QString, SegmentRef> byKey = segmentsByKey(document);
    for (const SegmentReceipts &found : answer.segments) {
        const auto ref = byKey.constFind(found.segmentId);
        if (ref == byKey.constEnd() || document.at(*ref).revision != found.revision)
            continue;
        Segment &segment = document.at(*ref);
        segment.receipts.clear();
        for (const TermReceipt &receipt : found.receipts) {
            const bool inside =
                std::all_of(receipt.spans.begin(), receipt.spans.end(),
                            [&](const Span &span) { return liesIn(span, segment.target.text.size()); });
            if (inside && receipt.hit >= -1 && receipt.hit < segment.terms.size())
                segment.receipts.append(receipt);
        }
        segment.receiptsRevision = found.revision;
    }
}

void storeSuggestions(Document &document, const SuggestAnswer &answer, const SuggestAnswer &former)
{
    const QHash<QString, SegmentRef> byKey = segmentsByKey(document);
    for (const Suggestion &gone : former.suggestions) {
        const auto ref = byKey.constFind(gone.segmentId);
        if (ref != byKey.constEnd() && document.at(*ref).revision == gone.revision) {
            document.at(*ref).suggestions.removeIf([&gone](const Suggestion &other) {
                return gone.kind == other.kind && gone.origin == other.origin;
            });
        }
    }
    QSet<QString> touched;
    QList<Suggestion> fresh;
    for (const Suggestion &suggestion : answer.suggestions) {
        const auto found = byKey.constFind(suggestion.segmentId);
        if (found == byKey.constEnd() || document.at(*found).revision != suggestion.revision)
            continue;
        document.at(*found).suggestions.removeIf([&suggestion](const Suggestion &other) {
            return other.kind == suggestion.kind && other.origin == suggestion.origin;
        });
        touched.insert(suggestion.segmentId);
        fresh.append(suggestion);
    }
    for (const Suggestion &suggestion : fresh)
        document.at(byKey.value(suggestion.segmentId)).suggestions.append(suggestion);
    for (const QString &key : touched) {
        QList<Suggestion> &all = document.at(byKey.value(key)).suggestions.edit();
        std::stable_sort(all.begin(), all.end(), isBetter);
    }
}

} // namespace verbale::session
