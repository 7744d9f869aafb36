#include "session/assist.h"

#include "session/merge_answers.h"
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

template <typename Answer>
QList<QFuture<Result<Answer>>> wrongProviders(const Error &error)
{
    return {QtFuture::makeReadyFuture(Result<Answer>(error))};
}

QList<QFuture<Result<TermsAnswer>>> askForTerms(const TermsRequest &request, host::PluginHost &host,
                                                const StopToken &stop, const Progress &progress)
{
    QList<QFuture<Result<TermsAnswer>>> futures;
    const QStringList providers = host.providersOf(QLatin1String(TermsProvider::interfaceId));
    for (const QString &plugin : providers)
        futures.append(host.findTerms(plugin, request, stop, progress));
    if (futures.isEmpty())
        return wrongProviders<TermsAnswer>(
            noProvider(TermsProvider::interfaceId, QStringLiteral("finds terms")));
    return futures;
}

QList<QFuture<Result<SuggestAnswer>>> askForSuggestions(const SuggestRequest &request, host::PluginHost &host,
                                                        const StopToken &stop, const Progress &progress)
{
    QList<QFuture<Result<SuggestAnswer>>> futures;
    const QStringList providers = host.providersOf(QLatin1String(SuggestionProvider::interfaceId));
    for (const QString &plugin : providers)
        futures.append(host.suggest(plugin, request, stop, progress));
    if (futures.isEmpty())
        return wrongProviders<SuggestAnswer>(
            noProvider(SuggestionProvider::interfaceId, QStringLiteral("suggests translations")));
    return futures;
}

QList<QFuture<Result<ReceiptsAnswer>>> askForReceipts(const ReceiptsRequest &request, host::PluginHost &host,
                                                      const StopToken &stop, const Progress &progress)
{
    QList<QFuture<Result<ReceiptsAnswer>>> futures;
    if (request.segments.isEmpty())
        return futures;
    const QStringList providers = host.providersOf(QLatin1String(ReceiptsProvider::interfaceId));
    for (const QString &plugin : providers)
        futures.append(host.receipts(plugin, request, stop, progress));
    return futures;
}

template <typename Answer>
QList<Result<Answer>> answersOf(const QList<QFuture<Result<Answer>>> &futures)
{
    QList<Result<Answer>> answers;
    for (QFuture<Result<Answer>> future : futures) {
        future.waitForFinished();
        if (future.resultCount() > 0)
            answers.append(future.result());
        else
            answers.append(
                Error{QStringLiteral("plugins.cancelled"), QStringLiteral("The work was cancelled.")});
    }
    return answers;
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

/// Whether receipts of the one are receipts of the other.
bool sameTerms(const QList<TermHit> &one, const QList<TermHit> &other)
{
    return std::equal(
        one.begin(), one.end(), other.begin(), other.end(), [](const TermHit &a, const TermHit &b) {
            return a.span == b.span && a.entryId == b.entryId && a.target == b.target &&
                   a.alternatives == b.alternatives && a.avoided == b.avoided && a.status == b.status;
        });
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

Result<TermsAnswer> findTerms(const Document &document, const QList<SegmentRef> &segments,
                              host::PluginHost &host, const AssistOptions &options, const StopToken &stop,
                              const Progress &progress)
{
    const TermsRequest request = termsRequest(document, segments, options);
    return mergeTerms(request, answersOf(askForTerms(request, host, stop, progress)));
}

Result<SuggestAnswer> suggest(const Document &document, const QList<SegmentRef> &segments,
                              host::PluginHost &host, const StopToken &stop, const Progress &progress)
{
    const SuggestRequest request = suggestRequest(document, segments);
    return mergeSuggestions(request, answersOf(askForSuggestions(request, host, stop, progress)));
}

Result<ReceiptsAnswer> findReceipts(const Document &document, const QList<SegmentRef> &segments,
                                    host::PluginHost &host, const AssistOptions &options,
                                    const StopToken &stop, const Progress &progress)
{
    const ReceiptsRequest request = receiptsRequest(document, segments, options);
    return mergeReceipts(request, answersOf(askForReceipts(request, host, stop, progress)));
}

QFuture<Result<TermsAnswer>> findTermsLater(const Document &document, const QList<SegmentRef> &segments,
                                            host::PluginHost &host, const AssistOptions &options,
                                            StopToken stop)
{
    const TermsRequest request = termsRequest(document, segments, options);
    auto futures = askForTerms(request, host, stop, {});
    return QtFuture::whenAll(futures.begin(), futures.end())
        .then([request](const QList<QFuture<Result<TermsAnswer>>> &done) {
            return mergeTerms(request, answersOf(done));
        });
}

QFuture<Result<SuggestAnswer>> suggestLater(const Document &document, const QList<SegmentRef> &segments,
                                            host::PluginHost &host, StopToken stop)
{
    const SuggestRequest request = suggestRequest(document, segments);
    auto futures = askForSuggestions(request, host, stop, {});
    return QtFuture::whenAll(futures.begin(), futures.end())
        .then([request](const QList<QFuture<Result<SuggestAnswer>>> &done) {
            return mergeSuggestions(request, answersOf(done));
        });
}

QFuture<Result<ReceiptsAnswer>> findReceiptsLater(const Document &document, const QList<SegmentRef> &segments,
                                                  host::PluginHost &host, const AssistOptions &options,
                                                  StopToken stop)
{
    const ReceiptsRequest request = receiptsRequest(document, segments, options);
    auto futures = askForReceipts(request, host, stop, {});
    if (futures.isEmpty())
        return QtFuture::makeReadyFuture(mergeReceipts(request, {}));
    return QtFuture::whenAll(futures.begin(), futures.end())
        .then([request](const QList<QFuture<Result<ReceiptsAnswer>>> &done) {
            return mergeReceipts(request, answersOf(done));
        });
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

void storeSuggestions(Document &document, const SuggestAnswer &answer)
{
    const QHash<QString, SegmentRef> byKey = segmentsByKey(document);
    QSet<QString> touched;
    QList<Suggestion> fresh;
    for (const Suggestion &suggestion : answer.suggestions) {
        const auto found = byKey.constFind(suggestion.segmentId);
        if (found == byKey.constEnd() || document.at(*found).revision != suggestion.revision)
            continue;
        document.at(*found).suggestions.removeIf([&suggestion](const Suggestion &former) {
            return former.kind == suggestion.kind && former.origin == suggestion.origin;
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
