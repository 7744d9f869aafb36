#include "plugins/machine-translation/queue/lane.h"

#include "plugins/machine-translation/queue/lane_failures.h"

#include <QtCore/QCryptographicHash>

#include <algorithm>
#include <utility>

namespace verbale::mt {

namespace {

using namespace std::chrono_literals;

/// Longer than that the translator is told to wait rather than left waiting.
constexpr milliseconds patienceOfTheActive = 10s;
constexpr milliseconds longestRestWaited = 30s; ///< the first two; who translates in bulk is told of others
constexpr double keptForTheActive = 1;          ///< tokens of the rate
/// For what another program is sending: how often to look, and for how long. No request takes longer.
constexpr milliseconds lookAgain = 50ms;
constexpr milliseconds longestElsewhere = 15min;

void put(QByteArray &to, const QByteArray &part)
{
    to += QByteArray::number(part.size()) + ':' + part;
}

QList<QByteArray> keysOf(const Departure &departure)
{
    QList<QByteArray> keys;
    for (const Item &item : departure.batch.items)
        keys.append(item.ledgerKey);
    return keys;
}

} // namespace

Lane::Lane(std::shared_ptr<const Engine> engine, Dispatcher::Key key, Sender &sender,
           std::shared_ptr<ExitGate> gate)
    : m_engine(std::move(engine))
    , m_limits(m_engine->limits())
    , m_key(std::move(key))
    , m_sender(sender)
    , m_gate(std::move(gate))
    , m_places(std::max(1, m_limits.maxInFlight))
    , m_bucket(m_limits.requestsPerSecond, sender.now())
{
}

/// What makes two texts the same request: all that the engine gets to see of them, and whose they are.
QByteArray Lane::identityOf(const Job &job) const
{
    QByteArray whole;
    for (const QString &part :
         {job.document, job.sourceLanguage, job.targetLanguage, job.item.text, job.item.glossary})
        put(whole, part.toUtf8());
    if (m_engine->takesContext())
        put(whole, job.item.context.toUtf8());
    if (m_engine->takesTerms()) {
        for (const TermPair &term : job.item.terms) {
            put(whole, term.source.toUtf8());
            put(whole, term.target.toUtf8());
        }
    }
    if (job.item.step)
        put(whole, QByteArray(1, static_cast<char>(job.item.step->kind)) + job.item.ledgerKey);
    return QCryptographicHash::hash(whole, QCryptographicHash::Sha256);
}

void Lane::add(quint64 number, Job job)
{
    if (m_closed)
        return job.done(cancelled(false));
    const QByteArray identity = identityOf(job);
    TextPtr text = m_texts.value(identity);
    if (text) {
        text->waiters.push_back({number, std::move(job.done)});
        m_byNumber.insert(number, text);
        text->again = text->again || job.again;
        if (job.urgency < text->urgency)
            hurry(text, job.urgency);
        return;
    }
    QByteArray group;
    for (const QString &part : {job.document, job.sourceLanguage, job.targetLanguage, job.item.glossary})
        put(group, part.toUtf8());
    if (job.alone)
        put(group, identity);
    text = std::make_shared<Text>(Text{.identity = identity,
                                       .group = group,
                                       .sourceLanguage = job.sourceLanguage,
                                       .targetLanguage = job.targetLanguage,
                                       .document = job.document,
                                       .segment = job.segment,
                                       .item = std::move(job.item),
                                       .urgency = job.urgency,
                                       .again = job.again,
                                       .alone = job.alone,
                                       .sent = std::move(job.sent),
                                       .waiters = {}});
    text->waiters.push_back({number, std::move(job.done)});
    m_texts.insert(identity, text);
    m_byNumber.insert(number, text);
    queueOf(text->urgency).push_back(std::move(text));
}

void Lane::hurry(const TextPtr &text, Urgency urgency)
{
    auto &queue = queueOf(text->urgency);
    const auto at = std::find(queue.begin(), queue.end(), text);
    text->urgency = urgency;
    if (at == queue.end())
        return;
    queue.erase(at);
    queueOf(urgency).push_back(text);
}

bool Lane::cancel(quint64 number)
{
    const TextPtr text = m_byNumber.take(number);
    if (!text)
        return false;
    const auto waiter = std::find_if(text->waiters.begin(), text->waiters.end(),
                                     [number](const Waiter &one) { return one.number == number; });
    const std::function<void(JobOutcome)> done = std::move(waiter->done);
    text->waiters.erase(waiter);
    if (text->waiters.empty() && !text->onItsWay) {
        text->dropped = true;
        m_texts.remove(text->identity);
    }
    done(cancelled(text->onItsWay));
    return true;
}

void Lane::reset()
{
    m_stopped.reset();
    m_breaker.succeeded();
    m_pausedUntil = {};
    pump();
}

void Lane::hold(bool held)
{
    m_held = std::max(0, m_held + (held ? 1 : -1)); // a lane that took another's place may not know of it
    if (m_held == 0 && !m_closed)
        pump();
}

void Lane::close()
{
    m_closed = true;
    failWaiting(cancelled(false));
    for (const auto &[id, parcel] : m_onTheirWay)
        if (parcel.request != 0)
            m_sender.cancel(parcel.request);
}

EngineState Lane::state() const
{
    EngineState state;
    const Time now = m_sender.now();
    for (const TextPtr &text : m_texts)
        ++(text->onItsWay ? state.inFlight : state.waiting);
    if (m_stopped) {
        state.kind = EngineState::Kind::Stopped;
        state.why = m_stopped->error;
    } else if (m_breaker.state(now) == Breaker::State::Open) {
        state.kind = EngineState::Kind::Resting;
        state.why = m_breaker.why();
        state.until = m_breaker.until();
    } else if (now < m_pausedUntil) {
        state.kind = EngineState::Kind::Waiting;
        state.why = m_pause.error;
        state.until = m_pausedUntil;
    }
    return state;
}

Urgency Lane::urgencyOf(const Parcel &parcel)
{
    Urgency urgency = Urgency::Bulk;
    for (const TextPtr &text : parcel.texts)
        urgency = std::min(urgency, text->urgency);
    return urgency;
}

/// The active segment has a place of its own beside a full set of others, unless the service takes one at a
/// time.
bool Lane::hasPlace(Urgency urgency) const
{
    const int own = urgency == Urgency::Active && m_limits.maxInFlight > 1 ? 1 : 0;
    return static_cast<int>(m_onTheirWay.size()) < m_places + own;
}

std::deque<Lane::TextPtr> &Lane::queueOf(Urgency urgency)
{
    return m_waiting.at(static_cast<std::size_t>(urgency));
}

std::optional<Urgency> Lane::mostUrgent(Time now) const
{
    std::optional<Urgency> found;
    for (std::size_t i = 0; i < m_waiting.size() && !found; ++i) {
        if (!m_waiting.at(i).empty())
            found = static_cast<Urgency>(i);
    }
    for (const Parcel &parcel : m_again) {
        if (parcel.notBefore <= now)
            found = std::min(found.value_or(Urgency::Bulk), urgencyOf(parcel));
    }
    return found;
}

void Lane::pump()
{
    if (m_pumping)
        return;
    m_pumping = true;
    pumpOnce();
    m_pumping = false;
}

void Lane::pumpOnce()
{
    const Time now = m_sender.now();
    if (m_stopped && m_stopped->kind == FailureKind::Key && !(m_key() == m_stoppedKey))
        m_stopped.reset();
    if (m_stopped)
        return failWaiting(*m_stopped);
    if (m_breaker.state(now) == Breaker::State::Open)
        return rest(now);
    if (now < m_pausedUntil) {
        if (m_pausedUntil - now > longestAsked)
            return failWaiting(m_pause);
        if (m_pausedUntil - now > patienceOfTheActive)
            failWaiting(m_pause, Urgency::Active);
        return wakeAt(m_pausedUntil);
    }
    while (std::optional<Parcel> parcel = next(now))
        dispatch(*std::move(parcel));
    const Time then = nextTime(now);
    if (then > now)
        wakeAt(then);
}

/// Whether what is not urgent waits for the service to be tried again: one to which there was no way is
/// hardly there a few seconds later, and the translator wants to know at once.
bool Lane::restIsWaited(Time now) const
{
    return m_isReached && m_breaker.until() - now <= longestRestWaited;
}

/// What waits for a service that is left alone goes when it is tried again, unless that takes too long.
void Lane::rest(Time now)
{
    const auto left = std::chrono::ceil<milliseconds>(m_breaker.until() - now);
    const Failure failure = resting(m_engine->name(), m_breaker.why(), left);
    if (!restIsWaited(now))
        return failWaiting(failure);
    if (left > patienceOfTheActive)
        failWaiting(failure, Urgency::Active);
    wakeAt(m_breaker.until());
}

std::optional<Lane::Parcel> Lane::next(Time now)
{
    const std::optional<Urgency> urgency = mostUrgent(now);
    const bool trying = m_breaker.state(now) == Breaker::State::Trying;
    if (!urgency || !hasPlace(*urgency) || (trying && !m_onTheirWay.empty()) || now < m_pausedUntil ||
        m_stopped || m_breaker.state(now) == Breaker::State::Open)
        return std::nullopt;
    const auto again = std::find_if(m_again.begin(), m_again.end(), [&](const Parcel &one) {
        return one.notBefore <= now && urgencyOf(one) == *urgency;
    });
    if (again == m_again.end() && *urgency == Urgency::Bulk && m_held > 0 && !trying &&
        !fillsARequest(queueOf(*urgency)))
        return std::nullopt;
    if (!m_bucket.take(now, *urgency == Urgency::Active ? 0 : keptForTheActive))
        return std::nullopt;
    if (again == m_again.end())
        return gather(*urgency, trying ? 1 : m_limits.maxItems); // one text tells, and costs the least
    Parcel parcel = std::move(*again);
    m_again.erase(again);
    return parcel;
}

/// Whether gather() would leave out what is still to come.
bool Lane::fillsARequest(const std::deque<TextPtr> &queue) const
{
    const auto most = static_cast<std::size_t>(std::max(1, m_limits.maxItems));
    std::size_t count = 0;
    qint64 characters = 0;
    const QByteArray *group = nullptr;
    for (const TextPtr &text : queue) {
        if (text->dropped || (group && text->group != *group))
            continue;
        group = &text->group;
        characters += m_engine->estimatedCharacters(text->item);
        if (m_limits.maxCharacters > 0 && characters > m_limits.maxCharacters)
            return true;
        if (++count >= most)
            return true;
    }
    return false;
}

/// As many of the first one's group as one request may hold. The active segment does not wait for others'
/// length.
Lane::Parcel Lane::gather(Urgency urgency, int mostItems)
{
    auto &queue = queueOf(urgency);
    Parcel parcel;
    qint64 characters = 0;
    std::deque<TextPtr> left;
    const QByteArray group = queue.front()->group;
    const auto most = static_cast<std::size_t>(queue.front()->alone ? 1 : std::max(1, mostItems));
    while (!queue.empty() && parcel.texts.size() < most) {
        const TextPtr text = queue.front();
        if (text->dropped) {
            queue.pop_front();
            continue;
        }
        const qint64 length = m_engine->estimatedCharacters(text->item);
        const bool fitsIn = m_limits.maxCharacters <= 0 || characters + length <= m_limits.maxCharacters;
        if (text->group == group && !fitsIn && !parcel.texts.empty())
            break;
        queue.pop_front();
        if (text->group != group) {
            left.push_back(text);
            continue;
        }
        characters += length;
        parcel.texts.push_back(text);
    }
    for (auto it = left.rbegin(); it != left.rend(); ++it)
        queue.push_front(*it);
    return parcel;
}

void Lane::dispatch(Parcel parcel)
{
    std::erase_if(parcel.texts, [](const TextPtr &one) { return one->dropped; });
    if (parcel.texts.empty())
        return;
    const TextPtr first = parcel.texts.front();
    parcel.batch = {first->sourceLanguage, first->targetLanguage, {}};
    parcel.segments.clear();
    parcel.tallies.clear();
    parcel.again.clear();
    for (const TextPtr &text : parcel.texts) {
        parcel.batch.items.append(text->item);
        parcel.segments.append(text->segment);
        parcel.tallies.append(text->sent);
        parcel.again.append(text->again);
    }
    parcel.key = m_key();
    Result<HttpRequest> request = m_engine->request(parcel.batch, parcel.key);
    if (!request.ok())
        return fail(parcel, {FailureKind::Setup, request.error()});
    const bool tooLong = m_limits.maxCharacters > 0 && parcel.texts.size() == 1 &&
                         m_engine->estimatedCharacters(first->item) > m_limits.maxCharacters;
    if (tooLong || (m_limits.maxBodyBytes > 0 && request->body.size() > m_limits.maxBodyBytes))
        return cutToBody(parcel, request->body.size());
    parcel.url = request->url;
    parcel.body = request->body;
    parcel.http = *std::move(request);
    for (const TextPtr &text : parcel.texts)
        text->onItsWay = true;
    const quint64 id = ++m_lastParcel;
    const Departure departure = departureOf(m_onTheirWay.emplace(id, std::move(parcel)).first->second);
    struct Answer
    {
        QList<Verdict> verdicts;
        Result<qint64> exit = qint64(0);
    };
    const auto answer = std::make_shared<Answer>();
    // It holds the lane, and so the engine.
    m_gate->handle(m_sender, {true, keysOf(departure),
                              [gate = m_gate.get(), departure, answer] {
                                  answer->verdicts = gate->claim(departure);
                                  if (answer->verdicts.isEmpty())
                                      answer->exit = gate->leaving(departure);
                              },
                              [self = shared_from_this(), id, answer](const Result<void> &kept) {
                                  if (!kept && answer->exit.ok())
                                      answer->exit = kept.error();
                                  self->recorded(id, answer->verdicts, answer->exit);
                              }});
}

/// It may be sent now, unless something has come between.
void Lane::recorded(quint64 id, const QList<Verdict> &verdicts, const Result<qint64> &exit)
{
    auto node = m_onTheirWay.extract(id);
    if (node.empty())
        return;
    Parcel &parcel = node.mapped();
    const bool wanted = std::any_of(parcel.texts.begin(), parcel.texts.end(),
                                    [](const TextPtr &one) { return !one->waiters.empty(); });
    parcel.exit = exit.ok() && verdicts.isEmpty() ? *exit : 0;
    if (!exit.ok()) {
        fail(parcel, {FailureKind::Refused, exit.error()});
    } else if (m_closed || !wanted) {
        fail(parcel, cancelled(false));
    } else if (!verdicts.isEmpty()) {
        putBack(parcel);
        sortOut(parcel, verdicts);
    } else {
        parcel.left = m_sender.now();
        ++parcel.attempts;
        HttpRequest request = *std::exchange(parcel.http, std::nullopt);
        Parcel &kept = m_onTheirWay.insert(std::move(node)).position->second;
        // It holds the lane: whoever waits is told what came of it even when the queue has closed meanwhile.
        kept.request =
            m_sender.send(std::move(request), [self = shared_from_this(), id](HttpOutcome outcome) {
                self->arrived(id, std::move(outcome));
            });
        return;
    }
    if (!m_closed)
        pump();
}

/// Some of its texts need not go any more, or wait for another program; the others go.
void Lane::sortOut(Parcel &parcel, const QList<Verdict> &verdicts)
{
    const Time now = m_sender.now();
    m_bucket.giveBack(); // nothing is sent, and what could go must not wait for this look
    Parcel settled;
    QList<JobOutcome> outcomes;
    Parcel others{.texts = {}, .attempts = parcel.attempts, .halvingsLeft = parcel.halvingsLeft};
    Parcel waiting = others;
    waiting.notBefore = now + lookAgain;
    for (std::size_t i = 0; i < parcel.texts.size(); ++i) {
        const TextPtr &text = parcel.texts.at(i);
        const Verdict &verdict = verdicts.at(static_cast<qsizetype>(i));
        if (const auto *const outcome = std::get_if<JobOutcome>(&verdict)) {
            settled.texts.push_back(text);
            outcomes.append(*outcome);
        } else if (!std::holds_alternative<Elsewhere>(verdict)) {
            others.texts.push_back(text);
        } else if (now - text->elsewhereSince.value_or(now) > longestElsewhere) {
            settled.texts.push_back(text);
            outcomes.append(stillElsewhere());
        } else {
            text->elsewhereSince = text->elsewhereSince.value_or(now);
            waiting.texts.push_back(text);
        }
    }
    if (!others.texts.empty())
        m_again.push_front(std::move(others));
    if (!waiting.texts.empty())
        m_again.push_back(std::move(waiting));
    if (!settled.texts.empty())
        settle(settled, outcomes);
}

/// More than the service takes at once goes in halves; one text that is too long by itself does not go.
void Lane::cutToBody(Parcel &parcel, qint64 bodyBytes)
{
    if (parcel.texts.size() == 1)
        return fail(parcel, {FailureKind::BadRequest,
                             {QStringLiteral("queue.too-long"),
                              QStringLiteral("This segment is too long for %1 (%2 bytes). Split it.")
                                  .arg(m_engine->name())
                                  .arg(bodyBytes)}});
    const auto middle = parcel.texts.begin() + static_cast<std::ptrdiff_t>(parcel.texts.size() / 2);
    Parcel second;
    second.texts.assign(middle, parcel.texts.end());
    second.attempts = parcel.attempts;
    second.halvingsLeft = parcel.halvingsLeft;
    parcel.texts.erase(middle, parcel.texts.end());
    m_again.push_front(std::move(second));
    m_again.push_front(std::move(parcel));
}

void Lane::arrived(quint64 id, HttpOutcome outcome)
{
    auto node = m_onTheirWay.extract(id);
    if (node.empty())
        return;
    Parcel parcel = std::move(node.mapped());
    if (const auto *const error = std::get_if<TransportError>(&outcome)) {
        const Failure failure = failureOf(*error, *m_engine, parcel.batch);
        failed(std::move(parcel), failure);
    } else {
        auto &answer = std::get<HttpAnswer>(outcome);
        const std::optional<Failure> told = answeredWithKey(answer, parcel.key, m_engine->name());
        EngineAnswer result = told ? EngineAnswer(*told) : m_engine->answer(parcel.batch, answer);
        if (auto *const failure = std::get_if<Failure>(&result)) {
            if (!failure->retryAfter)
                failure->retryAfter = answer.retryAfter;
            failed(std::move(parcel), *failure);
        } else {
            succeed(parcel, std::get<QList<ItemAnswer>>(result));
        }
    }
    if (!m_closed)
        pump();
}

void Lane::succeed(Parcel &parcel, const QList<ItemAnswer> &answers)
{
    m_breaker.succeeded();
    m_places = std::min(m_places + 1, std::max(1, m_limits.maxInFlight));
    if (!fits(answers, parcel.batch))
        return fail(parcel, misfit(m_engine->name()));
    QList<JobOutcome> outcomes(static_cast<qsizetype>(parcel.texts.size()), unanswered(m_engine->name()));
    for (const ItemAnswer &one : answers)
        outcomes[one.item] = one.doubtful ? JobOutcome(doubtful(m_engine->name())) : one;
    // The place is free: the next request goes before what came of this one is written down.
    if (!m_closed)
        pump();
    settle(parcel, outcomes);
}

void Lane::failed(Parcel parcel, const Failure &failure)
{
    const Time now = m_sender.now();
    if (failure.kind == FailureKind::BadRequest && halve(parcel, failure))
        return;
    const bool keyChanged = failure.kind == FailureKind::Key && !(m_key() == parcel.key);
    std::optional<milliseconds> wait = waitBeforeRetry(failure, parcel.attempts, m_chance.next());
    if (keyChanged)
        wait = milliseconds(0);
    else if (stopsTheEngine(failure.kind)) {
        m_stopped = failure;
        m_stoppedKey = parcel.key;
    }
    const bool isUnbilled = failure.kind == FailureKind::Unbilled;
    if (isUnbilled || failure.kind == FailureKind::Limited) {
        m_places = std::max(1, m_places / 2);
        // What is asked meanwhile would fare no better.
        const milliseconds pause =
            isUnbilled ? wait.value_or(failure.retryAfter.value_or(0ms)) : pauseAfter(failure, wait);
        if (now + pause > m_pausedUntil) {
            m_pausedUntil = now + pause;
            m_pause = failure;
        }
    }
    // Of requests that a service could not take together, one counts.
    const bool wasCounted = isUnbilled && parcel.left <= std::exchange(m_lastUnbilled, now);
    bool rests = false;
    if (!wasCounted && countsAgainstTheService(failure, parcel.attempts)) {
        m_isReached = failure.kind != FailureKind::Unreachable && failure.kind != FailureKind::Certificate;
        rests = m_breaker.failed(failure.error, now) &&
                (!restIsWaited(now) || urgencyOf(parcel) == Urgency::Active);
    } else if (!wasCounted && failure.kind != FailureKind::Cancelled && failure.kind != FailureKind::NotSent)
        m_breaker.succeeded(); // It answers.
    const bool wanted = std::any_of(parcel.texts.begin(), parcel.texts.end(),
                                    [](const TextPtr &one) { return !one->waiters.empty(); });
    if (!wait || rests || m_closed || !wanted)
        return fail(parcel, failure);
    tellGate(parcel, QList<JobOutcome>(parcel.batch.items.size(), failure));
    parcel.notBefore = now + *wait;
    putBack(parcel);
    m_again.push_back(std::move(parcel));
}

/// A request that was refused for what it holds: its halves go one by one, so that the one bad text is found
/// and the others are translated. Only so often: a service that refuses everything is not asked for each.
bool Lane::halve(Parcel &parcel, const Failure &failure)
{
    if (parcel.texts.size() < 2 || m_closed)
        return false;
    if (!parcel.halvingsLeft) {
        parcel.halvingsLeft = std::make_shared<int>(4);
        for (std::size_t size = parcel.texts.size(); size > 1; size /= 2)
            *parcel.halvingsLeft += 4;
    }
    if (*parcel.halvingsLeft == 0)
        return false;
    --*parcel.halvingsLeft;
    m_breaker.succeeded();
    tellGate(parcel, QList<JobOutcome>(parcel.batch.items.size(), failure));
    parcel.attempts = 0;
    parcel.notBefore = {};
    putBack(parcel);
    cutToBody(parcel, parcel.body.size());
    return true;
}

/// Its texts wait again; those that nobody waits for do not go a second time.
void Lane::putBack(Parcel &parcel)
{
    for (const TextPtr &text : parcel.texts) {
        text->onItsWay = false;
        if (text->waiters.empty()) {
            text->dropped = true;
            m_texts.remove(text->identity);
        }
    }
}

void Lane::tellGate(Parcel &parcel, const QList<JobOutcome> &outcomes, std::function<void()> then)
{
    if (parcel.exit != 0) {
        const Departure departure = departureOf(parcel);
        m_gate->handle(m_sender, {false, keysOf(departure),
                                  [gate = m_gate.get(), number = parcel.exit, departure, outcomes] {
                                      gate->ended(number, departure, outcomes);
                                  },
                                  [self = shared_from_this(), then = std::move(then)](const Result<void> &) {
                                      if (then)
                                          then();
                                  }});
    } else if (then) {
        then();
    }
    parcel.exit = 0;
}

Departure Lane::departureOf(const Parcel &parcel) const
{
    return {*m_engine,       parcel.batch,   parcel.url,  parcel.body, parcel.texts.front()->document,
            parcel.segments, parcel.tallies, parcel.again};
}

/// The end of all its texts, sent or not.
void Lane::fail(Parcel &parcel, const Failure &failure)
{
    settle(parcel, QList<JobOutcome>(static_cast<qsizetype>(parcel.texts.size()), failure));
}

void Lane::settle(Parcel &parcel, const QList<JobOutcome> &outcomes)
{
    using Call = std::pair<std::function<void(JobOutcome)>, JobOutcome>;
    const auto calls = std::make_shared<std::vector<Call>>();
    for (std::size_t i = 0; i < parcel.texts.size(); ++i) {
        Text &text = *parcel.texts[i];
        if (!text.dropped)
            m_texts.remove(text.identity);
        for (Waiter &one : text.waiters) {
            m_byNumber.remove(one.number);
            calls->emplace_back(std::move(one.done), outcomes.at(static_cast<qsizetype>(i)));
        }
        text.waiters.clear();
    }
    tellGate(parcel, outcomes, [calls] {
        for (auto &[done, outcome] : *calls)
            done(std::move(outcome));
    });
}

void Lane::failWaiting(const Failure &failure, std::optional<Urgency> only)
{
    Parcel parcel;
    for (std::size_t i = 0; i < m_waiting.size(); ++i) {
        if (only && static_cast<std::size_t>(*only) != i)
            continue;
        parcel.texts.insert(parcel.texts.end(), m_waiting.at(i).begin(), m_waiting.at(i).end());
        m_waiting.at(i).clear();
    }
    for (auto it = m_again.begin(); it != m_again.end();) {
        if (only && urgencyOf(*it) != *only) {
            ++it;
            continue;
        }
        parcel.texts.insert(parcel.texts.end(), it->texts.begin(), it->texts.end());
        it = m_again.erase(it);
    }
    if (!parcel.texts.empty())
        fail(parcel, failure);
}

Lane::Time Lane::nextTime(Time now)
{
    Time next = Time::max();
    for (const Parcel &parcel : m_again) {
        if (parcel.notBefore > now)
            next = std::min(next, parcel.notBefore);
    }
    if (const std::optional<Urgency> urgency = mostUrgent(now); urgency && hasPlace(*urgency))
        next = std::min(next, m_bucket.readyAt(now, *urgency == Urgency::Active ? 0 : keptForTheActive));
    return next;
}

void Lane::wakeAt(Time when)
{
    if (when == Time::max() || (m_wake && *m_wake <= when))
        return;
    m_wake = when;
    const auto wait = std::chrono::ceil<milliseconds>(when - m_sender.now());
    m_sender.after(std::max(wait, milliseconds(0)), [self = weak_from_this()] {
        if (const std::shared_ptr<Lane> lane = self.lock()) {
            lane->m_wake.reset();
            lane->pump();
        }
    });
}

} // namespace verbale::mt
