#include "plugins/machine-translation/service/segment_work.h"

#include "plugins/machine-translation/service/recording_gate.h"

#include "text/compose.h"

#include <algorithm>

namespace verbale::mt {

namespace {

constexpr QChar placeholder{0xFFFC};
constexpr const char *chargedCode = "mt.may-have-been-charged";

bool isTranslatable(const QString &text)
{
    return std::any_of(text.begin(), text.end(),
                       [](QChar unit) { return unit.isLetterOrNumber() || unit.isSurrogate(); });
}

QList<TermPair> termsOf(const SuggestSegment &segment)
{
    QList<TermPair> terms;
    for (const TermHit &hit : segment.terms) {
        const QString source = text::composed(segment.text.source.mid(hit.span.start, hit.span.length()));
        const bool mayBeUsed = hit.status == TermStatus::Preferred || hit.status == TermStatus::Admitted;
        const TermPair term{source, hit.target};
        if (mayBeUsed && !hit.nested && !hit.target.isEmpty() && !source.trimmed().isEmpty() &&
            !source.contains(placeholder) && !terms.contains(term))
            terms.append(term);
    }
    return terms;
}

QString joined(const QList<Objection> &objections)
{
    QStringList sentences;
    for (const Objection &objection : objections)
        sentences.append(objection.sentence);
    return sentences.join(QLatin1String("; "));
}

} // namespace

SegmentWork workOf(const TranslateRequest &request, qsizetype place, const Engine &engine)
{
    const SuggestSegment &segment = request.segments.at(place);
    SegmentWork work;
    work.source.marked = {segment.text.source, segment.text.codes};
    work.source.encoded = encodeTags(work.source.marked, engine.notation());
    work.source.sourceLanguage = request.sourceLanguage;
    work.source.targetLanguage = request.targetLanguage;
    work.item.text = work.source.encoded.text;
    work.needsEngine = isTranslatable(segment.text.source);
    // No context: only the document's own neighbour would be one, and it is no part of what is asked.
    if (engine.takesTerms())
        work.item.terms = termsOf(segment);
    work.item.key = cacheKey(engine, request.sourceLanguage, request.targetLanguage, work.item);
    work.item.ledgerKey = work.item.terms.isEmpty()
                              ? work.item.key
                              : cacheKey(engine, request.sourceLanguage, request.targetLanguage,
                                         {.key = {}, .text = work.item.text});
    return work;
}

Job jobOf(const TranslateRequest &request, qsizetype place, const SegmentWork &work, const Engine &engine)
{
    return {.engine = engine.id(),
            .sourceLanguage = request.sourceLanguage,
            .targetLanguage = request.targetLanguage,
            .document = request.document,
            .segment = request.segments.at(place).text.id,
            .item = work.item,
            // One alone is the one that the translator is in.
            .urgency = request.segments.size() == 1 ? Urgency::Active : Urgency::Bulk,
            .done = {},
            .again = request.again,
            .alone = work.alone};
}

Translation translationOf(const SegmentWork &work, const SegmentText &segment, const ItemAnswer &answer,
                          const Engine &engine)
{
    const Judgement judgement = judge(work.source, answer, engine.notation());
    if (!judgement.usable())
        return failed(segment, {judgement.fatal.first().code,
                                QStringLiteral("The translation by %1 is not used: %2.")
                                    .arg(engine.name(), joined(judgement.fatal)),
                                {}});
    Translation translation{.segmentId = segment.id,
                            .revision = segment.revision,
                            .text = text::composed(judgement.decoded.text),
                            .codes = judgement.decoded.codes,
                            .cached = answer.kept};
    for (const Objection &objection : judgement.suspicious)
        translation.remarks.append(objection.sentence);
    return translation;
}

Translation unchanged(const SegmentText &segment)
{
    Translation translation{.segmentId = segment.id, .revision = segment.revision, .text = segment.source};
    for (qsizetype i = 0; i < segment.source.count(placeholder); ++i)
        translation.codes.append(i < segment.codes.size() ? i : -1);
    return translation;
}

Translation failed(const SegmentText &segment, const Error &error)
{
    return {.segmentId = segment.id, .revision = segment.revision, .text = {}, .error = error};
}

Error errorOf(const Failure &failure)
{
    if (failure.kind != FailureKind::Ambiguous)
        return failure.error;
    return {QLatin1String(chargedCode),
            QStringLiteral("The text may have been charged, so it is sent again only if you ask for it: %1")
                .arg(failure.error.message),
            {}};
}

Error mayHaveBeenChargedError(const QString &engineName)
{
    return {QLatin1String(chargedCode),
            QStringLiteral("This text was sent to %1 before and no translation of it was kept; it may have "
                           "been charged, so it is sent again only if you ask for it.")
                .arg(engineName),
            {}};
}

} // namespace verbale::mt
