#include "plugins/machine-translation/service/translation_preview.h"

#include "plugins/machine-translation/engines/service_request.h"
#include "plugins/machine-translation/service/call_terms.h"
#include "plugins/machine-translation/service/rehearsal.h"
#include "plugins/machine-translation/service/standing.h"
#include "plugins/machine-translation/transport/address.h"

#include <algorithm>

namespace verbale::mt {

namespace {

constexpr qsizetype requestsShown = 20;

/// What an engine without its key cannot show for certain.
QString keylessWarning(const Engine &engine, const QString &host)
{
    QString warning = checkKey(Secret(), engine.name()).error().message;
    if (host == QLatin1String("api.deepl.com"))
        warning += QStringLiteral(
            " With a key of DeepL API Free the texts would go to api-free.deepl.com and not to "
            "the host that is shown, unless the engine's address is set.");
    return warning;
}

} // namespace

Result<TranslatePreview> previewOf(const TranslateRequest &request,
                                   const std::shared_ptr<const Engine> &engine, const Secret &key,
                                   const RecordingGate &gate, TermGlossaries *glossaries,
                                   const StopToken &stop)
{
    TranslatePreview preview{.segments = request.segments.size(), .engineName = engine->name()};
    const Result<Address> address = readAddress(engine->url());
    preview.host = address ? address->host : QString();
    QList<SegmentWork> works;
    QList<qsizetype> places; // of those that would be sent
    for (qsizetype place = 0; place < preview.segments && !stop.stop_requested(); ++place) {
        SegmentWork &work = works.emplaceBack(workOf(request, place, *engine));
        const Result<Standing> standing =
            standingOf(work, request.segments.at(place).text, *engine, gate, request.again);
        if (!standing)
            return standing.error();
        using Kind = Standing::Kind;
        const bool onItsWay = standing->kind == Kind::OnItsWay;
        preview.unchanged += standing->kind == Kind::Unchanged ? 1 : 0;
        preview.cached += onItsWay || standing->kind == Kind::Cached ? 1 : 0;
        preview.mayHaveBeenCharged += standing->kind == Kind::MayHaveBeenCharged ? 1 : 0;
        work.alone = standing->alone;
        if (standing->toBeSent && !onItsWay)
            places.append(place);
    }
    const Result<Budget> left = gate.left(request.document);
    if (!left)
        return left.error();
    preview.documentLeft = left->document;
    preview.monthLeft = left->month;

    const bool withoutKey = engine->needsKey() && key.isEmpty();
    if (withoutKey)
        preview.warnings.append(keylessWarning(*engine, preview.host));
    CallTerms terms(glossaries, *engine, key, request);
    QList<Job> jobs;
    for (qsizetype from = 0; from < preview.segments; from += lookedUpAtOnce) {
        const auto begin = std::lower_bound(places.cbegin(), places.cend(), from);
        const auto end = std::lower_bound(begin, places.cend(), from + lookedUpAtOnce);
        const QList<qsizetype> together(begin, end);
        if (!terms.areIn(together, works))
            continue;
        Result<QList<Job>> steps = terms.rehearse(together, works);
        if (!steps)
            return steps.error();
        jobs += *std::move(steps);
    }
    preview.warnings += terms.warnings();
    for (const qsizetype place : std::as_const(places))
        jobs.append(jobOf(request, place, works.at(place), *engine));
    // No body holds a key, so any will do.
    Rehearsal rehearsal =
        rehearse(engine, withoutKey ? Secret(QByteArray("none")) : key, std::move(jobs), requestsShown, stop);
    if (stop.stop_requested())
        return Error{QStringLiteral("mt.cancelled"), QStringLiteral("Cancelled."), {}};
    preview.requests = std::move(rehearsal.requests);
    preview.requestCount = rehearsal.count;
    preview.characters = rehearsal.characters;
    preview.warnings += rehearsal.objections;
    return preview;
}

} // namespace verbale::mt
