#include "plugins/machine-translation/service/recording_gate.h"

#include "plugins/machine-translation/transport/address.h"

#include <QtCore/QDateTime>
#include <QtCore/QFileInfo>
#include <QtCore/QSet>

#include <algorithm>

namespace verbale::mt {

namespace {

constexpr int mostPassing = 8; ///< groups that go before what came earlier

/// What became of a text that had left.
Outcome outcomeOf(FailureKind kind)
{
    switch (kind) {
    case FailureKind::NotSent:
    case FailureKind::Unreachable:
    case FailureKind::Certificate:
    case FailureKind::Cancelled: // before the request was handed over; else it is ambiguous
        return Outcome::NotSent;
    case FailureKind::Unbilled:
    case FailureKind::Limited:
    case FailureKind::Quota:
    case FailureKind::Key:
    case FailureKind::Setup:
    case FailureKind::BadRequest:
    case FailureKind::Refused: // it was sent elsewhere, and not followed
        return Outcome::Unbilled;
    case FailureKind::BadAnswer:
        return Outcome::BadAnswer;
    case FailureKind::Ambiguous:
        break;
    }
    return Outcome::Ambiguous;
}

/// An item has left once more; or, after all, has not.
void count(const Departure &departure, qsizetype item, qint64 times)
{
    if (const Tally &tally = departure.tallies.at(item))
        *tally += times * codePoints(departure.batch.items.at(item).text);
}

TextOutcome outcomeOf(qsizetype text, const JobOutcome &outcome)
{
    if (const auto *const answer = std::get_if<ItemAnswer>(&outcome))
        return {text, Outcome::Translated, {}, answer->billedCharacters, answer->text};
    const auto &failure = std::get<Failure>(outcome);
    return {text, outcomeOf(failure.kind), failure.error.code, {}, {}};
}

} // namespace

RecordingGate::RecordingGate(Files written, Files read, std::unique_ptr<SendingLocks> locks,
                             const Budget &budget)
    : m_read(std::move(read))
    , m_cache(std::move(written.cache))
    , m_ledger(std::move(written.ledger))
    , m_locks(std::move(locks))
    , m_budget(budget)
    , m_thread([this] { record(); })
{
}

RecordingGate::~RecordingGate()
{
    close();
}

void RecordingGate::handle(Sender &sender, Errand errand)
{
    const std::lock_guard lock(m_deskMutex);
    m_desk.push_back({&sender, std::move(errand)});
    m_deskChanged.notify_one();
}

void RecordingGate::detach()
{
    const std::lock_guard lock(m_deskMutex);
    m_detached = true;
}

void RecordingGate::close()
{
    {
        const std::lock_guard lock(m_deskMutex);
        m_detached = true;
        m_closing = true;
        m_deskChanged.notify_one();
    }
    if (m_thread.joinable())
        m_thread.join();
}

/// What is to leave first: a service that could be at work waits for it. Not before what is to be written of
/// the same text, and not for ever.
std::vector<RecordingGate::Waiting> RecordingGate::takeGroup()
{
    if (m_detached)
        std::erase_if(m_desk, [](const Waiting &one) { return one.errand.isLeaving; });
    QSet<QByteArray> ending;
    std::vector<Waiting> group;
    std::vector<Waiting> others;
    for (Waiting &one : m_desk) {
        const QList<QByteArray> &keys = one.errand.keys;
        const bool passes = one.errand.isLeaving && m_passed < mostPassing &&
                            std::none_of(keys.begin(), keys.end(),
                                         [&ending](const QByteArray &key) { return ending.contains(key); });
        if (!passes)
            ending.unite(QSet<QByteArray>(keys.begin(), keys.end()));
        (passes ? group : others).push_back(std::move(one));
    }
    if (group.empty())
        group.swap(others);
    m_passed = others.empty() ? 0 : m_passed + 1;
    m_desk = std::move(others);
    return group;
}

/// The thread's life.
void RecordingGate::record()
{
    std::unique_lock lock(m_deskMutex);
    while (true) {
        m_deskChanged.wait(lock, [this] { return m_closing || !m_desk.empty(); });
        if (m_desk.empty())
            return;
        std::vector<Waiting> group = takeGroup();
        lock.unlock();
        const Result<void> kept = recordTogether(group);
        lock.lock();
        for (Waiting &one : group) {
            if (!m_detached)
                one.sender->post([then = std::move(one.errand.then), kept] { then(kept); });
        }
        lock.unlock();
        group.clear();             // what it holds may be the last of a queue
        std::this_thread::yield(); // who was told can send at once, on the same core too
        lock.lock();
    }
}

/// One commit of each file for all of them, the cache's first.
Result<void> RecordingGate::recordTogether(std::vector<Waiting> &group)
{
    const std::lock_guard lock(m_mutex);
    sqlite::Transaction cache(m_cache->database());
    sqlite::Transaction ledger(m_ledger->database());
    const bool answers =
        std::any_of(group.begin(), group.end(), [](const Waiting &one) { return !one.errand.isLeaving; });
    const bool together = ledger.beginWrite().ok(); // otherwise each errand has a transaction of its own
    const bool cacheToo = together && answers && cache.beginWrite().ok();
    for (const Waiting &one : group)
        one.errand.work();
    Result<void> kept;
    if (cacheToo)
        kept = cache.commit();
    if (kept && together)
        kept = ledger.commit();
    if (!kept)
        takeBack(kept.error());
    m_left.clear();
    releaseAll();
    m_ended.notify_all();
    return kept;
}

Result<std::shared_ptr<RecordingGate>> RecordingGate::open(const QString &folder, const Budget &budget)
{
    if (folder.isEmpty() || !QFileInfo(folder).isDir())
        return Error{
            QStringLiteral("mt.no-folder"),
            QStringLiteral("Machine translation has no folder for its ledger, and sends nothing that "
                           "is not written there; see that Verbale's own folder can be written."),
            {folder}};
    const QString ledgerPath = folder + QLatin1String("/ledger.sqlite");
    const QString cachePath = folder + QLatin1String("/cache.sqlite");
    Result<std::unique_ptr<Ledger>> ledger = Ledger::open(ledgerPath);
    Result<Cache::Opened> cache = ledger ? Cache::open(cachePath) : Result<Cache::Opened>(ledger.error());
    if (!cache)
        return cache.error();
    Result<std::unique_ptr<Ledger>> readLedger = Ledger::open(ledgerPath);
    Result<std::unique_ptr<Cache>> readCache = Cache::openBeside(cachePath);
    if (!readLedger || !readCache)
        return readLedger ? readCache.error() : readLedger.error();
    Result<std::unique_ptr<SendingLocks>> locks = SendingLocks::open(folder + QLatin1String("/sending.lock"));
    if (!locks)
        return locks.error();
    std::shared_ptr<RecordingGate> gate(new RecordingGate({std::move(cache->cache), *std::move(ledger)},
                                                          {*std::move(readCache), *std::move(readLedger)},
                                                          *std::move(locks), budget));
    if (!cache->warning.isEmpty())
        gate->warn(cache->warning);
    return gate;
}

void RecordingGate::warn(const QString &warning)
{
    if (!m_warnings.contains(warning))
        m_warnings.append(warning);
}

/// Between the look and now, another call or another program may have had it translated. With its lock in
/// hand nobody can while the request is written and sent.
Verdict RecordingGate::verdictOn(const Departure &departure, qsizetype place)
{
    const Item &item = departure.batch.items.at(place);
    const Result<std::optional<CachedAnswer>> found = m_cache->find(item.key);
    if (!found)
        return Failure{FailureKind::Refused, found.error()};
    if (const std::optional<CachedAnswer> &answer = found.value())
        return ItemAnswer{place, answer->text, {}, answer->truncated, true};
    const Result<std::optional<Outcome>> last = m_ledger->lastOutcome(item.ledgerKey);
    if (!last)
        return Failure{FailureKind::Refused, last.error()};
    if (!departure.again.at(place) && last.value() && mayHaveBeenCharged(*last.value()))
        return Failure{FailureKind::Ambiguous,
                       {QStringLiteral("queue.sent-elsewhere"),
                        QStringLiteral("It was sent by another request meanwhile, and no translation of it "
                                       "was kept.")}};
    return {};
}

/// One request with the text fewer; after the last, others may have it when what is known is on the disk.
void RecordingGate::endOne(const QByteArray &key)
{
    if (--m_onTheirWay[key] > 0)
        return;
    m_onTheirWay.remove(key);
    m_released.append(key);
}

void RecordingGate::releaseAll()
{
    for (const QByteArray &key : std::exchange(m_released, {})) {
        if (!m_onTheirWay.contains(key))
            m_locks->release(key);
    }
}

/// Nothing of the group is in the files: its requests do not leave, and what had left stays unfinished.
void RecordingGate::takeBack(const Error &why)
{
    warn(QStringLiteral("What became of requests could not be written into the ledger: %1").arg(why.text()));
    for (const Departure &departure : m_left) {
        for (qsizetype i = 0; i < departure.batch.items.size(); ++i) {
            count(departure, i, -1);
            endOne(departure.batch.items.at(i).ledgerKey);
        }
    }
}

QList<Verdict> RecordingGate::claim(const Departure &departure)
{
    const QList<Item> &items = departure.batch.items;
    const std::lock_guard lock(m_mutex);
    // Locks first: what was on its way before has come to its end in the state that is seen then.
    QList<bool> mine;
    for (const Item &item : items)
        mine.append(!m_onTheirWay.contains(item.ledgerKey) && m_locks->take(item.ledgerKey));
    sqlite::Transaction cache(m_cache->database());
    sqlite::Transaction ledger(m_ledger->database());
    (void)cache.beginRead(); // each look would be one of its own
    (void)ledger.beginRead();
    QList<Verdict> verdicts;
    for (qsizetype i = 0; i < items.size(); ++i)
        verdicts.append(mine.at(i) ? verdictOn(departure, i) : Elsewhere{});
    if (std::all_of(verdicts.begin(), verdicts.end(),
                    [](const Verdict &verdict) { return std::holds_alternative<std::monostate>(verdict); }))
        return {};
    for (const Item &item : items)
        m_released.append(item.ledgerKey);
    return verdicts;
}

Result<qint64> RecordingGate::leaving(const Departure &departure)
{
    const Result<Address> address = readAddress(departure.url);
    const QList<Item> &items = departure.batch.items;
    ExitRequest request{departure.engine.id(),
                        address ? address.value().host : QString(),
                        departure.document,
                        departure.body,
                        {}};
    for (qsizetype i = 0; i < items.size(); ++i) {
        const Item &item = items.at(i);
        request.texts.append({departure.segments.value(i), item.ledgerKey, item.text,
                              departure.engine.estimatedCharacters(item)});
    }
    const std::lock_guard lock(m_mutex);
    const Result<qint64> number = m_ledger->sending(request, m_budget);
    if (!number) {
        for (const Item &item : items)
            m_released.append(item.ledgerKey);
        return number;
    }
    for (qsizetype i = 0; i < items.size(); ++i) {
        count(departure, i, 1);
        ++m_onTheirWay[items.at(i).ledgerKey];
    }
    m_left.push_back(departure);
    return number;
}

bool RecordingGate::keep(const Departure &departure, const QList<JobOutcome> &outcomes)
{
    QList<Cache::Entry> entries;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    for (qsizetype i = 0; i < outcomes.size(); ++i) {
        const auto *const answer = std::get_if<ItemAnswer>(&outcomes.at(i));
        if (answer == nullptr || departure.batch.items.at(i).step)
            continue;
        entries.append({departure.batch.items.at(i).key,
                        {answer->text, answer->truncated, answer->billedCharacters, now}});
    }
    const Result<void> kept =
        entries.isEmpty() ? Result<void>() : m_cache->put(entries, departure.engine.id());
    if (!kept)
        warn(QStringLiteral("Translations could not be kept, so the next time they would have to be paid for "
                            "again: %1")
                 .arg(kept.error().text()));
    return kept.ok();
}

void RecordingGate::ended(qint64 number, const Departure &departure, const QList<JobOutcome> &outcomes)
{
    const std::lock_guard lock(m_mutex);
    const bool kept = keep(departure, outcomes);
    QList<TextOutcome> told;
    for (qsizetype i = 0; i < outcomes.size(); ++i) {
        // What was answered and is not in the cache stays unfinished: nobody pays for it twice unasked.
        if (!kept && std::holds_alternative<ItemAnswer>(outcomes.at(i)))
            continue;
        told.append(outcomeOf(i, outcomes.at(i)));
        if (told.last().outcome == Outcome::NotSent)
            count(departure, i, -1);
    }
    if (const Result<void> written = m_ledger->finished(number, told); !written)
        warn(QStringLiteral("What became of a request could not be written into the ledger: %1")
                 .arg(written.error().text()));
    for (const Item &item : departure.batch.items)
        endOne(item.ledgerKey);
}

RecordingGate::Looking::Looking(const RecordingGate &gate)
    : m_lock(gate.m_reading), m_cache(gate.m_read.cache->database()), m_ledger(gate.m_read.ledger->database())
{
    // Without it each look sees a state of its own.
    (void)m_cache.beginRead();
    (void)m_ledger.beginRead();
}

Result<RecordingGate::Known> RecordingGate::look(const QByteArray &cacheKey,
                                                 const QByteArray &ledgerKey) const
{
    const std::lock_guard lock(m_reading);
    const Result<std::optional<CachedAnswer>> answer = m_read.cache->find(cacheKey);
    if (!answer)
        return answer.error();
    if (answer.value())
        return Known{answer.value(), {}};
    const Result<std::optional<Outcome>> last = m_read.ledger->lastOutcome(ledgerKey);
    if (!last)
        return last.error();
    return Known{{}, last.value()};
}

Result<void> RecordingGate::forget(const QByteArray &cacheKey)
{
    const std::lock_guard lock(m_reading);
    return m_read.cache->forget(cacheKey);
}

bool RecordingGate::awaitEnd(const QList<QByteArray> &ledgerKeys, const StopToken &stop,
                             std::chrono::milliseconds most)
{
    std::unique_lock lock(m_mutex);
    return m_ended.wait_for(lock, stop, most, [&] {
        return m_onTheirWay.isEmpty() ||
               std::none_of(ledgerKeys.begin(), ledgerKeys.end(),
                            [this](const QByteArray &key) { return m_onTheirWay.contains(key); });
    });
}

bool RecordingGate::isOnItsWay(const QByteArray &ledgerKey) const
{
    const std::lock_guard lock(m_mutex);
    return m_onTheirWay.contains(ledgerKey) || m_locks->isElsewhere(ledgerKey);
}

Result<Budget> RecordingGate::left(const QString &document) const
{
    const std::lock_guard lock(m_reading);
    Budget left = m_budget;
    if (left.document) {
        const Result<qint64> spent = m_read.ledger->spentOnDocument(document);
        if (!spent)
            return spent.error();
        left.document = std::max<qint64>(0, *left.document - *spent);
    }
    if (left.month) {
        const Result<qint64> spent = m_read.ledger->spentInMonth();
        if (!spent)
            return spent.error();
        left.month = std::max<qint64>(0, *left.month - *spent);
    }
    return left;
}

QStringList RecordingGate::takeWarnings()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_warnings, {});
}

} // namespace verbale::mt
