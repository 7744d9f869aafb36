#include "plugins/machine-translation/service/term_glossaries.h"

#include "ledger/ledger_line.h"

#include <QtCore/QCryptographicHash>

#include <algorithm>

namespace verbale::mt {

namespace {

using namespace std::chrono_literals;

constexpr auto lookAgain = 50ms; ///< for another program
constexpr auto signOfLife = 5s;
constexpr int longestChase = 2; ///< how often what was lost or is gone is tried anew

/// Of one that the service does not have, as it says: looked for by its name before another is made, so that
/// a service that only refuses it does not get one more with each call.
GlossaryState gone()
{
    return {.unsure = true};
}

QString primary(const QString &language)
{
    return language.section(QLatin1Char('-'), 0, 0).toLower();
}

/// Where the run of letters and digits ends that is at a place.
qsizetype endOfWord(const QString &text, qsizetype at)
{
    while (at < text.size() && text.at(at).isLetterOrNumber())
        ++at;
    return at;
}

/// Whether the texts have these words beside their terms. "Lan" is no part of "lang".
bool isElsewhere(const QString &words, const TermNeed &need)
{
    const QString first = words.first(endOfWord(words, 0));
    if (!first.isEmpty() && !need.words.contains(first))
        return false;
    const QString &text = need.elsewhere;
    for (qsizetype at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
        const bool begins = at == 0 || !text.at(at - 1).isLetterOrNumber();
        const qsizetype end = at + words.size();
        if (begins && (end == text.size() || !text.at(end).isLetterOrNumber()))
            return true;
    }
    return false;
}

/// Terms, one for each source: the first counts.
struct TermList
{
    QList<TermPair> terms;
    QSet<QString> sources;

    void append(const QList<TermPair> &more)
    {
        for (const TermPair &term : more) {
            if (!sources.contains(term.source))
                terms.append(term);
            sources.insert(term.source);
        }
    }
};

/// The service has, or may have, worked on it.
bool mayHaveChanged(FailureKind kind)
{
    return kind == FailureKind::Ambiguous || kind == FailureKind::BadAnswer ||
           kind == FailureKind::Unbilled || kind == FailureKind::Cancelled;
}

bool isLost(FailureKind kind)
{
    return kind == FailureKind::Ambiguous || kind == FailureKind::BadAnswer;
}

Failure keptWaiting(const QString &engine)
{
    return {FailureKind::Limited,
            {QStringLiteral("mt.glossary-busy"),
             QStringLiteral("Others have been bringing terms to %1 for a long time; ask again later.")
                 .arg(engine)}};
}

Failure stopped()
{
    return {FailureKind::Cancelled, {QStringLiteral("mt.cancelled"), QStringLiteral("Cancelled.")}};
}

/// Those of this call alone.
void putRejected(const GlossaryPlan &plan, const TermNeed &need, QList<RejectedTerm> &rejected)
{
    std::copy_if(plan.rejected.begin(), plan.rejected.end(), std::back_inserter(rejected),
                 [&need](const RejectedTerm &one) { return need.wanted.contains(one.term); });
}

/// Whose turn it is to speak about a glossary; the requests themselves are locked by the queue's gate.
QByteArray turnAt(const QByteArray &place)
{
    return QCryptographicHash::hash("turn:" + place, QCryptographicHash::Sha256);
}

} // namespace

QSet<QString> wordsOf(const QString &text)
{
    QSet<QString> words;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = endOfWord(text, at);
        if (end > at)
            words.insert(text.mid(at, end - at));
        at = end + 1;
    }
    return words;
}

TermGlossaries::TermGlossaries(std::unique_ptr<GlossaryStore> store, std::unique_ptr<SendingLocks> locks)
    : m_store(std::move(store)), m_locks(std::move(locks))
{
}

Result<std::unique_ptr<TermGlossaries>> TermGlossaries::open(const QString &folder)
{
    auto store = GlossaryStore::open(folder + QLatin1String("/glossaries.sqlite"));
    if (!store)
        return store.error();
    auto locks = SendingLocks::open(folder + QLatin1String("/sending.lock"));
    if (!locks)
        return locks.error();
    return std::unique_ptr<TermGlossaries>(new TermGlossaries(*std::move(store), *std::move(locks)));
}

GlossaryPlace TermGlossaries::placeOf(const Engine &engine, const Secret &key, const QString &sourceLanguage,
                                      const QString &targetLanguage) const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QString languages = primary(sourceLanguage) + QLatin1Char('-') + primary(targetLanguage);
    for (const QString &part : {m_store->owner(), engine.url(), languages})
        ledger::addField(hash, part.toUtf8());
    hash.addData(key.reveal());
    return {engine, hash.result(), QStringLiteral("Verbale %1 %2").arg(m_store->owner(), languages)};
}

void TermGlossaries::keep(const void *call, const QByteArray &place, const QList<TermPair> &wanted)
{
    const std::lock_guard lock(m_mutex);
    m_running[call] = {place, wanted};
}

void TermGlossaries::letGo(const void *call)
{
    const std::lock_guard lock(m_mutex);
    m_running.erase(call);
}

/// What the service has beyond the needs of the moment stays, unless a text has the words while no term of
/// its own says so any more: it was taken out of the user's glossary, or is not meant there.
GlossaryPlan TermGlossaries::planFor(const GlossaryPlace &place, const GlossaryState &known,
                                     const TermNeed &need) const
{
    TermList all;
    all.append(need.wanted);
    TermList ofCalls = all;
    for (const auto &[call, terms] : m_running) {
        if (terms.first == place.key)
            ofCalls.append(terms.second);
    }
    const bool isStale = std::any_of(known.entries.begin(), known.entries.end(), [&](const TermPair &entry) {
        return !ofCalls.sources.contains(entry.source) && isElsewhere(entry.source.toLower(), need);
    });
    if (isStale || known.unsure || known.id.isEmpty())
        return place.engine.planGlossary(known, ofCalls.terms);
    all.append(known.entries);
    GlossaryPlan plan = place.engine.planGlossary(known, all.terms);
    if (plan.step && plan.step->kind == GlossaryStep::Kind::Replace) // it is full
        plan = place.engine.planGlossary(known, ofCalls.terms);
    return plan;
}

Result<GlossaryState> TermGlossaries::stateOf(const QByteArray &place) const
{
    const auto merging = m_merging.constFind(place);
    return merging == m_merging.constEnd() ? m_store->find(place) : Result<GlossaryState>(*merging);
}

Result<GlossaryState> TermGlossaries::known(const GlossaryPlace &place) const
{
    const std::lock_guard lock(m_mutex);
    return stateOf(place.key);
}

QList<GlossaryStep> TermGlossaries::rehearse(const GlossaryPlace &place, const TermNeed &need,
                                             GlossaryState &state, QList<RejectedTerm> &rejected) const
{
    const std::lock_guard lock(m_mutex);
    QList<GlossaryStep> steps;
    GlossaryPlan plan = planFor(place, state, need);
    putRejected(plan, need, rejected);
    if (rejected.size() == need.wanted.size())
        return steps;
    for (; plan.step; plan = planFor(place, state, need)) {
        plan.step->name = place.name;
        steps.append(*plan.step);
        const bool isMade = plan.step->kind == GlossaryStep::Kind::Create;
        state = after(state, *plan.step, isMade ? QString(idToBeGiven) : state.id);
    }
    return steps;
}

std::variant<QString, Failure> TermGlossaries::bring(const GlossaryPlace &place, const TermNeed &need,
                                                     const SendStep &send, const Waiting &waiting,
                                                     QList<RejectedTerm> &rejected)
{
    {
        const std::lock_guard lock(m_mutex);
        const Result<GlossaryState> known = stateOf(place.key);
        if (!known)
            return Failure{FailureKind::Refused, known.error()};
        const GlossaryPlan plan = planFor(place, *known, need);
        putRejected(plan, need, rejected);
        if (rejected.size() == need.wanted.size()) // whatever others have brought there
            return QString();
        if (!plan.step)
            return known->id;
    }
    if (std::optional<Failure> notNow = take(place, waiting))
        return *std::move(notNow);
    const std::variant<QString, Failure> id = bringInTurn(place, need, send, waiting.stop);
    giveBack(place.key);
    return id;
}

/// Waits for its turn.
std::optional<Failure> TermGlossaries::take(const GlossaryPlace &place, const Waiting &waiting)
{
    const QByteArray turn = turnAt(place.key);
    const auto begin = std::chrono::steady_clock::now();
    auto told = begin;
    std::unique_lock lock(m_mutex);
    for (;;) {
        if (waiting.stop.stop_requested())
            return stopped();
        const bool isOurs = m_taken.contains(place.key);
        if (!isOurs && m_locks->take(turn)) {
            m_taken.insert(place.key);
            return {};
        }
        const auto now = std::chrono::steady_clock::now();
        if (now - begin > waiting.longest)
            return keptWaiting(place.engine.name());
        if (now - told > signOfLife) {
            told = now;
            lock.unlock();
            waiting.alive();
            lock.lock();
        }
        m_changed.wait_for(lock, waiting.stop, isOurs ? std::chrono::milliseconds(1s) : lookAgain,
                           [&] { return isOurs && !m_taken.contains(place.key); });
    }
}

void TermGlossaries::giveBack(const QByteArray &place)
{
    const std::lock_guard lock(m_mutex);
    m_merging.remove(place);
    m_taken.remove(place);
    m_locks->release(turnAt(place));
    m_changed.notify_all();
}

/// Before it leaves: a program that ends before it knows what came of it leaves the doubt behind.
Result<void> TermGlossaries::beginStep(const QByteArray &place, const GlossaryState &known,
                                       const GlossaryStep &step)
{
    if (step.kind == GlossaryStep::Kind::Find)
        return {};
    if (step.kind == GlossaryStep::Kind::Merge) {
        GlossaryState sure = known;
        for (const TermPair &entry : step.entries)
            sure.entries.removeIf([&entry](const TermPair &one) { return one.source == entry.source; });
        m_merging.insert(place, sure);
    }
    GlossaryState doubtful = known;
    doubtful.unsure = true;
    return m_store->put(place, doubtful);
}

std::variant<QString, Failure> TermGlossaries::bringInTurn(const GlossaryPlace &place, const TermNeed &need,
                                                           const SendStep &send, const StopToken &stop)
{
    int chase = 0;
    std::unique_lock lock(m_mutex);
    for (;;) {
        const Result<GlossaryState> known = m_store->find(place.key);
        if (!known)
            return Failure{FailureKind::Refused, known.error()};
        GlossaryPlan plan = planFor(place, *known, need);
        if (!plan.step)
            return known->id;
        plan.step->name = place.name;
        if (const Result<void> begun = beginStep(place.key, *known, *plan.step); !begun)
            return Failure{FailureKind::Refused, begun.error()};
        lock.unlock();
        const JobOutcome outcome = send(*plan.step);
        lock.lock();
        m_merging.remove(place.key);
        const auto *const failure = std::get_if<Failure>(&outcome);
        const bool isGone = failure != nullptr && failure->error.code == QLatin1String("mt.no-glossary");
        GlossaryState now = *known;
        if (failure == nullptr)
            now = after(*known, *plan.step, std::get<ItemAnswer>(outcome).text);
        else if (isGone)
            now = gone();
        // The doubt was written down before it left, and a cancel does not wait for the disk.
        const bool isInDoubt = failure != nullptr && !isGone && mayHaveChanged(failure->kind);
        if (const Result<void> kept = isInDoubt ? Result<void>() : m_store->put(place.key, now); !kept)
            return Failure{FailureKind::Refused, kept.error()};
        if (failure == nullptr)
            continue;
        const bool isWorthTrying = isGone || isLost(failure->kind);
        if (!isWorthTrying || ++chase > longestChase || stop.stop_requested())
            return *failure;
    }
}

void TermGlossaries::forget(const GlossaryPlace &place, const QString &id)
{
    const std::lock_guard lock(m_mutex);
    if (m_merging.value(place.key).id == id)
        m_merging.remove(place.key);
    const Result<GlossaryState> known = m_store->find(place.key);
    if (known && known->id == id)
        (void)m_store->put(place.key, gone()); // if that fails, the service says the same the next time
}

} // namespace verbale::mt
