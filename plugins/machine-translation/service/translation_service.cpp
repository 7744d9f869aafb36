#include "plugins/machine-translation/service/translation_service.h"

#include "plugins/machine-translation/service/call_terms.h"
#include "plugins/machine-translation/service/segment_work.h"
#include "plugins/machine-translation/service/standing.h"
#include "plugins/machine-translation/service/translation_preview.h"
#include "plugins/machine-translation/transport/transport.h"

#include <algorithm>

namespace verbale::mt {

namespace {

using namespace std::chrono_literals;

constexpr auto signOfLife = 5s;          ///< between two reports of progress, however little goes on
constexpr auto patienceAfterStop = 20ms; ///< for the queue to say what had left; a stop takes 50 ms at most

/// What the queue has told and the call has not yet taken. The queue may hold it longer than the call.
struct Arrivals
{
    std::mutex mutex;
    std::condition_variable_any changed;
    QList<std::pair<qsizetype, JobOutcome>> outcomes; ///< with the segment's place in the request
};

Error cancelled()
{
    return {QStringLiteral("mt.cancelled"), QStringLiteral("Cancelled before a translation came."), {}};
}

} // namespace

/// One request: its segments, and what is known of each so far.
class TranslationService::Call
{
public:
    Call(const TranslateRequest &request, const EngineRegistry::Entry &entry, RecordingGate &gate,
         TermGlossaries *glossaries, const StopToken &stop, const Progress &progress)
        : m_request(request)
        , m_engine(*entry.engine)
        , m_gate(gate)
        , m_terms(glossaries, m_engine, entry.key, request)
        , m_stop(stop)
        , m_progress(progress)
        , m_works(request.segments.size())
        , m_translations(request.segments.size())
    {
    }

    /// Bit by bit: while the first texts are under way, the next are looked up. `dispatcher` is asked for
    /// with the first text that has to be sent.
    Result<void> run(const std::function<Dispatcher &()> &dispatcher);
    TranslateAnswer answer();

private:
    Result<QList<qsizetype>> lookUp(qsizetype from, qsizetype to);
    void awaitEarlierCalls(qsizetype from, qsizetype to);
    void awaitAnswers(Dispatcher &dispatcher);
    void submit(Dispatcher &dispatcher, QList<qsizetype> places);
    void bringTerms(Dispatcher &dispatcher, QList<qsizetype> &places);
    void submitAnew(Dispatcher &dispatcher);
    [[nodiscard]] Result<bool> isToBeSent(qsizetype place);
    [[nodiscard]] bool asksAgain(qsizetype place) const;
    void settle(qsizetype place, Translation translation);
    void take(qsizetype place, const JobOutcome &outcome);
    [[nodiscard]] QList<Job> jobsOf(const QList<qsizetype> &places) const;
    bool collect(std::chrono::milliseconds most, const StopToken &stop);
    void report();

    [[nodiscard]] const SegmentText &segment(qsizetype place) const
    {
        return m_request.segments.at(place).text;
    }

    const TranslateRequest &m_request;
    const Engine &m_engine;
    RecordingGate &m_gate;
    CallTerms m_terms;
    const StopToken &m_stop;
    const Progress &m_progress;
    QList<SegmentWork> m_works;
    QList<quint64> m_jobs;
    QSet<QByteArray> m_submitted; ///< by Item::ledgerKey
    QList<qsizetype> m_orphans;   ///< the service did not have the glossary of their terms
    QSet<qsizetype> m_anew;       ///< those of them that were sent once more
    Dispatcher::Hold m_hold;      ///< while more is to be submitted soon
    QList<std::optional<Translation>> m_translations;
    qsizetype m_done = 0;
    Tally m_sent = std::make_shared<std::atomic<qint64>>(0);
    std::shared_ptr<Arrivals> m_arrivals = std::make_shared<Arrivals>();
};

void TranslationService::Call::report()
{
    if (m_progress)
        m_progress(m_done, m_translations.size());
}

void TranslationService::Call::settle(qsizetype place, Translation translation)
{
    m_translations[place] = std::move(translation);
    ++m_done;
}

/// What an earlier call has left on its way when it was stopped: only its end says whether the text has to be
/// sent.
void TranslationService::Call::awaitEarlierCalls(qsizetype from, qsizetype to)
{
    QList<QByteArray> keys;
    for (qsizetype place = from; place < to; ++place) {
        if (!m_submitted.contains(m_works.at(place).item.ledgerKey))
            keys.append(m_works.at(place).item.ledgerKey);
    }
    if (m_gate.awaitEnd(keys, m_stop, 0ms))
        return;
    m_hold.reset(); // that may take minutes, in which others' texts would not go
    while (!m_gate.awaitEnd(keys, m_stop, signOfLife) && !m_stop.stop_requested())
        report();
}

/// What is known without sending anything; gives the places of the segments that have to be sent.
Result<QList<qsizetype>> TranslationService::Call::lookUp(qsizetype from, qsizetype to)
{
    for (qsizetype place = from; place < to; ++place)
        m_works[place] = workOf(m_request, place, m_engine);
    awaitEarlierCalls(from, to);
    QList<qsizetype> places;
    QList<qsizetype> doubtful;
    {
        const RecordingGate::Looking together(m_gate);
        for (qsizetype place = from; place < to && !m_stop.stop_requested(); ++place) {
            const Result<Standing> standing =
                standingOf(m_works.at(place), segment(place), m_engine, m_gate, asksAgain(place));
            if (!standing)
                return standing.error();
            if (standing->translation && standing->kind != Standing::Kind::MayHaveBeenCharged)
                settle(place, *standing->translation);
            else if (standing->kind == Standing::Kind::Unsent && !standing->toBeForgotten)
                places.append(place);
            else
                doubtful.append(place);
        }
    }
    // What came meanwhile changes these.
    for (const qsizetype place : std::as_const(doubtful)) {
        const Result<bool> send = isToBeSent(place);
        if (!send)
            return send.error();
        if (*send)
            places.append(place);
    }
    std::sort(places.begin(), places.end());
    return places;
}

/// What this call itself has sent has had its second time, whatever came of it.
bool TranslationService::Call::asksAgain(qsizetype place) const
{
    return m_request.again && !m_submitted.contains(m_works.at(place).item.ledgerKey);
}

Result<bool> TranslationService::Call::isToBeSent(qsizetype place)
{
    Result<Standing> standing =
        standingOf(m_works.at(place), segment(place), m_engine, m_gate, asksAgain(place));
    if (!standing)
        return standing.error();
    if (standing->toBeForgotten) {
        if (const Result<void> forgotten = m_gate.forget(m_works.at(place).item.key); !forgotten)
            return forgotten.error();
    }
    m_works[place].alone = standing->alone;
    if (!standing->toBeSent)
        settle(place, *std::move(standing->translation));
    return standing->toBeSent;
}

QList<Job> TranslationService::Call::jobsOf(const QList<qsizetype> &places) const
{
    QList<Job> jobs;
    jobs.reserve(places.size());
    for (const qsizetype place : places) {
        Job job = jobOf(m_request, place, m_works.at(place), m_engine);
        job.again = asksAgain(place);
        job.sent = m_sent;
        job.done = [arrivals = m_arrivals, place](JobOutcome outcome) {
            const std::lock_guard lock(arrivals->mutex);
            arrivals->outcomes.append({place, std::move(outcome)});
            arrivals->changed.notify_all();
        };
        jobs.append(std::move(job));
    }
    return jobs;
}

/// Takes what has come, or waits for it. False: nothing came within the time, or before the stop.
bool TranslationService::Call::collect(std::chrono::milliseconds most, const StopToken &stop)
{
    QList<std::pair<qsizetype, JobOutcome>> outcomes;
    {
        std::unique_lock lock(m_arrivals->mutex);
        m_arrivals->changed.wait_for(lock, stop, most, [this] { return !m_arrivals->outcomes.isEmpty(); });
        outcomes.swap(m_arrivals->outcomes);
    }
    for (const auto &[place, outcome] : std::as_const(outcomes))
        take(place, outcome);
    return !outcomes.isEmpty();
}

void TranslationService::Call::take(qsizetype place, const JobOutcome &outcome)
{
    if (m_translations.at(place))
        return;
    const auto *const failure = std::get_if<Failure>(&outcome);
    if (failure != nullptr && failure->error.code == QLatin1String("mt.no-glossary") &&
        !m_anew.contains(place)) {
        m_anew.insert(place);
        m_orphans.append(place);
        return;
    }
    if (const auto *const answer = std::get_if<ItemAnswer>(&outcome))
        settle(place, translationOf(m_works.at(place), segment(place), *answer, m_engine));
    else
        settle(place, failed(segment(place), errorOf(*failure)));
}

Result<void> TranslationService::Call::run(const std::function<Dispatcher &()> &dispatcher)
{
    report();
    Dispatcher *used = nullptr;
    const qsizetype count = m_translations.size();
    for (qsizetype from = 0; from < count && !m_stop.stop_requested(); from += lookedUpAtOnce) {
        const Result<QList<qsizetype>> places = lookUp(from, std::min(from + lookedUpAtOnce, count));
        if (!places) {
            if (used)
                used->cancel(m_jobs);
            return places.error();
        }
        if (!places->isEmpty() && !m_stop.stop_requested()) {
            if (!used)
                used = &dispatcher();
            submit(*used, *places);
        }
        collect(0ms, {});
        report();
    }
    m_hold.reset();
    if (used)
        awaitAnswers(*used);
    return {};
}

/// Their terms first, where the service keeps those.
void TranslationService::Call::submit(Dispatcher &dispatcher, QList<qsizetype> places)
{
    if (!m_hold)
        m_hold = dispatcher.hold(m_engine.id());
    if (m_terms.areIn(places, m_works))
        bringTerms(dispatcher, places);
    if (m_stop.stop_requested()) // in that time
        return;
    m_jobs += dispatcher.submit(jobsOf(places));
    for (const qsizetype place : std::as_const(places))
        m_submitted.insert(m_works.at(place).item.ledgerKey);
}

/// Leaves those that can be sent.
void TranslationService::Call::bringTerms(Dispatcher &dispatcher, QList<qsizetype> &places)
{
    const std::optional<Failure> failure = m_terms.bring(places, m_works, dispatcher, m_stop, [this] {
        m_hold.reset(); // it takes long: others' texts go meanwhile
        report();
    });
    if (!failure)
        return;
    places.removeIf([&](qsizetype place) {
        if (m_works.at(place).item.terms.isEmpty())
            return false;
        if (failure->kind != FailureKind::Cancelled)
            settle(place, failed(segment(place), termsError(*failure, m_engine.name())));
        return true;
    });
}

/// Whose glossary somebody has deleted at the service: with a new one, once.
void TranslationService::Call::submitAnew(Dispatcher &dispatcher)
{
    const QList<qsizetype> places = std::exchange(m_orphans, {});
    if (places.isEmpty() || m_stop.stop_requested())
        return;
    for (const qsizetype place : places)
        m_terms.lost(m_works.at(place).item.glossary);
    submit(dispatcher, places);
    m_hold.reset();
}

void TranslationService::Call::awaitAnswers(Dispatcher &dispatcher)
{
    const qsizetype wanted = m_translations.size();
    while (m_done < wanted && !m_stop.stop_requested()) {
        collect(signOfLife, m_stop);
        submitAnew(dispatcher);
        report();
    }
    if (m_done == wanted)
        return;
    dispatcher.cancel(m_jobs);
    const auto end = std::chrono::steady_clock::now() + patienceAfterStop;
    while (m_done < wanted) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        if (left <= 0ms || !collect(left, {}))
            return;
    }
}

TranslateAnswer TranslationService::Call::answer()
{
    TranslateAnswer answer;
    answer.engineName = m_engine.name();
    for (qsizetype place = 0; place < m_translations.size(); ++place) {
        const std::optional<Translation> &one = m_translations.at(place);
        answer.translations.append(one ? *one : failed(segment(place), cancelled()));
    }
    answer.sentCharacters = *m_sent;
    answer.warnings = m_gate.takeWarnings() + m_terms.warnings();
    return answer;
}

TranslationService::TranslationService(EngineRegistry registry, QString folder, SenderMaker makeSender)
    : m_registry(std::move(registry)), m_folder(std::move(folder)), m_makeSender(std::move(makeSender))
{
    if (!m_makeSender)
        m_makeSender = [](const NetworkSettings &network) { return std::make_unique<Transport>(network); };
}

TranslationService::~TranslationService()
{
    m_dispatcher.reset();
    if (m_gate)
        m_gate->detach();
    m_sender.reset();
    if (m_gate)
        m_gate->close();
}

Dispatcher &TranslationService::dispatcherFor(const QString &name, const EngineRegistry::Entry &entry)
{
    const std::lock_guard lock(m_mutex);
    if (!m_dispatcher) {
        m_sender = m_makeSender(m_registry.network());
        m_dispatcher = std::make_unique<Dispatcher>(*m_sender, m_gate);
    }
    if (!m_started.contains(name)) {
        m_started.insert(name);
        m_dispatcher->setEngine(entry.engine, [key = entry.key] { return key; });
    }
    return *m_dispatcher;
}

Result<EngineRegistry::Entry> TranslationService::open(const TranslateRequest &request)
{
    Result<EngineRegistry::Entry> entry = m_registry.find(request.engine);
    if (!entry)
        return entry;
    if (request.document.isEmpty())
        return Error{QStringLiteral("mt.no-document"),
                     QStringLiteral("A request for translations has to name its document: the ledger and the "
                                    "budget go by it."),
                     {}};
    const std::lock_guard lock(m_mutex);
    if (!m_gate) {
        Result<std::shared_ptr<RecordingGate>> gate = RecordingGate::open(m_folder, m_registry.budget());
        if (!gate)
            return gate.error();
        m_gate = *std::move(gate);
    }
    if (entry->engine->keepsGlossary() && !m_glossaries) {
        Result<std::unique_ptr<TermGlossaries>> glossaries = TermGlossaries::open(m_folder);
        if (!glossaries)
            return glossaries.error();
        m_glossaries = *std::move(glossaries);
    }
    return entry;
}

/// For others it is not read: it may be being opened at this moment.
TermGlossaries *TranslationService::glossariesOf(const Engine &engine) const
{
    return engine.keepsGlossary() ? m_glossaries.get() : nullptr;
}

Result<TranslateAnswer> TranslationService::translate(const TranslateRequest &request, const StopToken &stop,
                                                      const Progress &progress)
{
    const Result<EngineRegistry::Entry> entry = open(request);
    if (!entry)
        return entry.error();
    Call call(request, entry.value(), *m_gate, glossariesOf(*entry->engine), stop, progress);
    const auto dispatcher = [&]() -> Dispatcher & {
        Dispatcher &found = dispatcherFor(request.engine, entry.value());
        if (request.again)
            found.reset(entry.value().engine->id());
        return found;
    };
    if (const Result<void> ran = call.run(dispatcher); !ran)
        return ran.error();
    return call.answer();
}

Result<TranslatePreview> TranslationService::preview(const TranslateRequest &request, const StopToken &stop)
{
    const Result<EngineRegistry::Entry> entry = open(request);
    if (!entry)
        return entry.error();
    return previewOf(request, entry->engine, entry->key, *m_gate, glossariesOf(*entry->engine), stop);
}

} // namespace verbale::mt
