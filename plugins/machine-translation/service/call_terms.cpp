#include "plugins/machine-translation/service/call_terms.h"

#include "text/compose.h"

#include <algorithm>

namespace verbale::mt {

namespace {

using namespace std::chrono_literals;

constexpr qsizetype warningsShown = 10;
constexpr auto signOfLife = 5s;
constexpr auto patienceAfterStop = 20ms;
/// For others that bring terms to the same glossary: a request of theirs takes no longer.
constexpr auto patience = 60s;
constexpr auto patienceOfTheActive = 10s;

/// What came of a step, for who waits; the queue may hold it longer.
struct Arrival
{
    std::mutex mutex;
    std::condition_variable_any changed;
    std::optional<JobOutcome> outcome;
};

} // namespace

CallTerms::CallTerms(TermGlossaries *glossaries, const Engine &engine, const Secret &key,
                     const TranslateRequest &request)
    : m_glossaries(glossaries), m_engine(engine), m_request(request)
{
    if (m_glossaries != nullptr)
        m_place.emplace(m_glossaries->placeOf(engine, key, request.sourceLanguage, request.targetLanguage));
}

CallTerms::~CallTerms()
{
    if (m_glossaries != nullptr)
        m_glossaries->letGo(this);
}

bool CallTerms::areIn(const QList<qsizetype> &places, const QList<SegmentWork> &works) const
{
    return m_glossaries != nullptr && std::any_of(places.begin(), places.end(), [&](qsizetype place) {
               return !works.at(place).item.terms.isEmpty();
           });
}

void CallTerms::want(const TermPair &term)
{
    const auto known = m_english.constFind(term.source);
    if (known == m_english.constEnd()) {
        m_english.insert(term.source, term.target);
        m_wanted.append(term);
    } else if (*known != term.target) {
        warn(RejectedTerm{term,
                          QStringLiteral("the glossary there has one English for it, \"%1\"").arg(*known)});
    }
}

/// The call's terms so far, and what these texts say beside theirs.
TermNeed CallTerms::needOf(const QList<qsizetype> &places, const QList<SegmentWork> &works)
{
    QString elsewhere;
    for (const qsizetype place : places) {
        const QList<TermPair> &terms = works.at(place).item.terms;
        if (terms.isEmpty())
            continue;
        QStringList sources; // of a text's terms for the same words the first is the best
        QString text = text::composed(m_request.segments.at(place).text.source);
        for (const TermPair &term : terms) {
            const QString source = text::composed(term.source).trimmed();
            if (!sources.contains(source))
                want({source, text::composed(term.target).trimmed()});
            sources.append(source);
        }
        std::sort(sources.begin(), sources.end(),
                  [](const QString &a, const QString &b) { return a.size() > b.size(); });
        for (const QString &source : std::as_const(sources))
            text.replace(source, QLatin1String("\n"));
        elsewhere += text.toLower() + QLatin1Char('\n');
    }
    return {m_wanted, elsewhere, wordsOf(elsewhere)};
}

void CallTerms::warn(const RejectedTerm &rejected)
{
    warn(QStringLiteral("The term \"%1\" (\"%2\") does not go to %3: %4.")
             .arg(rejected.term.source.left(80), rejected.term.target.left(80), m_engine.name(),
                  rejected.reason));
}

void CallTerms::warn(const QString &warning)
{
    if (!m_warnings.contains(warning) && m_warnings.size() < warningsShown)
        m_warnings.append(warning);
}

Job CallTerms::jobOf(const GlossaryStep &step) const
{
    Item item;
    item.text = tableOf(step.entries);
    item.ledgerKey = m_place->key; // so that the gate lets one at a time about this glossary leave
    item.step = std::make_shared<const GlossaryStep>(step);
    return {.engine = m_engine.id(),
            .sourceLanguage = m_request.sourceLanguage,
            .targetLanguage = m_request.targetLanguage,
            .document = m_request.document,
            .segment = QStringLiteral("glossary"),
            .item = std::move(item),
            // The texts wait for it.
            .urgency = m_request.segments.size() == 1 ? Urgency::Active : Urgency::Visible,
            .done = {},
            .again = true, // it costs nothing
            .alone = true};
}

JobOutcome CallTerms::send(const GlossaryStep &step, Dispatcher &dispatcher, const StopToken &stop,
                           const std::function<void()> &alive) const
{
    const auto arrival = std::make_shared<Arrival>();
    Job job = jobOf(step);
    job.done = [arrival](JobOutcome outcome) {
        const std::lock_guard lock(arrival->mutex);
        arrival->outcome = std::move(outcome);
        arrival->changed.notify_all();
    };
    const QList<quint64> numbers = dispatcher.submit({std::move(job)});
    const auto hasCome = [&arrival] { return arrival->outcome.has_value(); };
    std::unique_lock lock(arrival->mutex);
    while (!arrival->changed.wait_for(lock, stop, signOfLife, hasCome) && !stop.stop_requested()) {
        lock.unlock();
        alive();
        lock.lock();
    }
    if (!hasCome()) {
        lock.unlock();
        dispatcher.cancel(numbers);
        lock.lock();
        (void)arrival->changed.wait_for(lock, patienceAfterStop, hasCome);
    }
    if (hasCome())
        return *arrival->outcome;
    return Failure{FailureKind::Cancelled, {QStringLiteral("mt.cancelled"), QStringLiteral("Cancelled.")}};
}

void CallTerms::setGlossary(const QList<qsizetype> &places, QList<SegmentWork> &works, const QString &id)
{
    for (const qsizetype place : places) {
        if (Item &item = works[place].item; !item.terms.isEmpty())
            item.glossary = id;
    }
}

std::optional<Failure> CallTerms::bring(const QList<qsizetype> &places, QList<SegmentWork> &works,
                                        Dispatcher &dispatcher, const StopToken &stop,
                                        const std::function<void()> &alive)
{
    const TermNeed need = needOf(places, works);
    m_glossaries->keep(this, m_place->key, m_wanted);
    const bool isActive = m_request.segments.size() == 1;
    QList<RejectedTerm> rejected;
    const std::variant<QString, Failure> id = m_glossaries->bring(
        *m_place, need, [&](const GlossaryStep &step) { return send(step, dispatcher, stop, alive); },
        {stop, alive, isActive ? patienceOfTheActive : patience}, rejected);
    for (const RejectedTerm &one : std::as_const(rejected))
        warn(one);
    if (const auto *const failure = std::get_if<Failure>(&id))
        return *failure;
    setGlossary(places, works, std::get<QString>(id));
    return {};
}

Result<QList<Job>> CallTerms::rehearse(const QList<qsizetype> &places, QList<SegmentWork> &works)
{
    if (!m_rehearsed) {
        Result<GlossaryState> known = m_glossaries->known(*m_place);
        if (!known)
            return known.error();
        m_rehearsed = *std::move(known);
    }
    QList<RejectedTerm> rejected;
    QList<Job> jobs;
    const QList<GlossaryStep> steps =
        m_glossaries->rehearse(*m_place, needOf(places, works), *m_rehearsed, rejected);
    for (const GlossaryStep &step : steps)
        jobs.append(jobOf(step));
    for (const RejectedTerm &one : std::as_const(rejected))
        warn(one);
    if (m_rehearsed->id == idToBeGiven)
        warn(
            QStringLiteral("%1 gives the glossary of your terms its id when it is made; \"%2\" stands for it "
                           "in what is shown.")
                .arg(m_engine.name(), m_rehearsed->id));
    setGlossary(places, works, rejected.size() < m_wanted.size() ? m_rehearsed->id : QString());
    return jobs;
}

void CallTerms::lost(const QString &glossary)
{
    if (m_glossaries != nullptr)
        m_glossaries->forget(*m_place, glossary);
}

Error termsError(const Failure &failure, const QString &engineName)
{
    switch (failure.kind) {
    case FailureKind::BadRequest:
    case FailureKind::Setup:
    case FailureKind::BadAnswer:
    case FailureKind::Ambiguous:
    case FailureKind::Unbilled:
    case FailureKind::Limited:
        break;
    default: // what the text itself would be told
        return failure.error;
    }
    return {
        QStringLiteral("mt.terms-not-sent"),
        QStringLiteral("The terms of this segment did not get into the glossary at %1, so the segment was "
                       "not sent; try again, or switch \"terms\" off for this engine: %2")
            .arg(engineName, failure.error.message),
        {}};
}

} // namespace verbale::mt
