#include "kept_ledger.h"
#include "manual_sender.h"
#include "plain_engine.h"

#include "plugins/machine-translation/queue/dispatcher.h"

#include <QtTest/QTest>

using namespace verbale;
using namespace verbale::mt;
using namespace verbale::mt::test;
using namespace std::chrono_literals;

namespace {

QByteArray nameOf(const JobOutcome &outcome)
{
    if (const auto *const answer = std::get_if<ItemAnswer>(&outcome))
        return answer->text.toUtf8();
    return std::get<Failure>(outcome).error.code.toUtf8();
}

} // namespace

/// The queue with a network and a clock that do what the test says.
class MtQueueTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { start({.maxItems = 3, .maxInFlight = 2, .requestsPerSecond = 0}); }
    void cleanup();

    void batchesWithinTheLimits();
    void letsTheActiveSegmentPass();
    void sendsTheSameTextOnce();
    void neverSendsAgainWhatMayHaveBeenCharged();
    void sendsAgainWhatDidNotArrive();
    void goesOnWhenConnectionsChange();
    void givesAnOverburdenedServiceTime();
    void waitsAsLongAsTheServiceAsks();
    void tellsTheActiveSegmentOfALongWait();
    void stopsForAPauseThatNobodyWaitsFor();
    void pausesAfterTheLastAttempt();
    void restsNoLongerThanAnOutageAsks();
    void stopsForQuotaAndKey_data();
    void stopsForQuotaAndKey();
    void goesOnWithAnotherKey();
    void repeatsNoKeyThatAServiceSays();
    void findsTheOneBadText();
    void doesNotAskForEachWhenAllIsRefused();
    void restsAfterFailuresAndSaysSo();
    void goesOnByItselfAfterAShortRest();
    void endsWhenTheRestIsLong();
    void endsAtOnceWhereThereIsNoWay_data();
    void endsAtOnceWhereThereIsNoWay();
    void sendsAfterTheRestWhatDidNotArrive();
    void insertsNothingThatMayBelongElsewhere_data();
    void insertsNothingThatMayBelongElsewhere();
    void cancelsAtOnce();
    void sendsNothingThatTheLedgerDoesNotTake();
    void keepsTheRate();
    void looksForAnothersEndBesideTheRate();
    void splitsWhatIsTooLong();
    void endsEverythingWhenItCloses();

private:
    void start(EngineLimits limits)
    {
        dispatcher.reset();
        sender.run();
        outcomes.clear();
        sender.sent = 0;
        sender.onTheirWay.clear();
        sender.cancelled.clear();
        ledger = std::make_shared<KeptLedger>();
        dispatcher = std::make_unique<Dispatcher>(sender, ledger);
        key = Secret(QByteArray("first"));
        dispatcher->setEngine(std::make_shared<PlainEngine>(limits), [this] { return key; });
    }
    QList<quint64> submit(const QStringList &texts, Urgency urgency = Urgency::Bulk)
    {
        QList<Job> jobs;
        for (const QString &text : texts) {
            const qsizetype place = outcomes.size();
            outcomes.append(QByteArray());
            jobs.append({"plain",
                         "vi",
                         "en",
                         "note.xlf",
                         QString::number(place),
                         {.key = {}, .text = text},
                         urgency,
                         [this, place](JobOutcome outcome) {
                             QVERIFY2(outcomes[place].isEmpty(), "told twice");
                             outcomes[place] = nameOf(outcome);
                             if (const auto *const failure = std::get_if<Failure>(&outcome))
                                 said = failure->error.message.toUtf8();
                         }});
        }
        const QList<quint64> numbers = dispatcher->submit(jobs);
        sender.run();
        return numbers;
    }
    QByteArray translateOldest()
    {
        return sender.onTheirWay.empty()
                   ? QByteArray("nothing was on its way")
                   : sender.answer(200, PlainEngine::translated(sender.onTheirWay.front().request.body));
    }
    EngineState state()
    {
        EngineState state;
        dispatcher->state("plain",
                          [&](std::optional<EngineState> now) { state = now.value_or(EngineState()); });
        sender.run();
        return state;
    }
    [[nodiscard]] int count(const QByteArray &outcome) const { return int(outcomes.count(outcome)); }

    ManualSender sender;
    std::shared_ptr<KeptLedger> ledger;
    Secret key;
    std::unique_ptr<Dispatcher> dispatcher;
    QList<QByteArray> outcomes;
    QByteArray said; ///< by the last failure
};

void MtQueueTest::cleanup()
{
    QVERIFY(ledger->sound);
    dispatcher.reset();
    sender.run();
    while (!sender.onTheirWay.empty())
        sender.fail("transport.cancelled", true);
    QVERIFY(ledger->open.isEmpty()); // Every request that left has an end.
    QVERIFY(ledger->sound);
    QCOMPARE(count({}), 0); // Every text has a translation or a named state.
}

void MtQueueTest::batchesWithinTheLimits()
{
    submit({"a", "b", "c", "d", "e", "f", "g"});
    QCOMPARE(sender.sent, 2);
    QCOMPARE(translateOldest(), QByteArray("a\nb\nc\n"));
    QCOMPARE(translateOldest(), QByteArray("d\ne\nf\n"));
    QCOMPARE(translateOldest(), QByteArray("g\n"));
    QCOMPARE(outcomes, QList<QByteArray>({"A", "B", "C", "D", "E", "F", "G"}));

    start({.maxItems = 50, .maxCharacters = 5, .maxInFlight = 9, .requestsPerSecond = 0});
    submit({"aaa", "bb", "cc", "dddddd", "e"});
    QCOMPARE(translateOldest(), QByteArray("aaa\nbb\n"));
    QCOMPARE(translateOldest(), QByteArray("cc\n"));
    QCOMPARE(translateOldest(), QByteArray("e\n"));
    QCOMPARE(outcomes[3], QByteArray("queue.too-long"));
}

void MtQueueTest::letsTheActiveSegmentPass()
{
    submit({"a", "b", "c", "d", "e", "f", "g", "h", "i"});
    QCOMPARE(sender.sent, 2);
    submit({"now"}, Urgency::Active);
    QCOMPARE(sender.sent, 3); // It has a place of its own.
    QCOMPARE(sender.onTheirWay.back().request.body, QByteArray("now\n"));
    submit({"i"}, Urgency::Active); // It waits among the others: now it goes before them.
    translateOldest();
    QCOMPARE(sender.onTheirWay.back().request.body, QByteArray("i\n"));
    for (int i = 0; i < 9; ++i)
        translateOldest();
    QCOMPARE(outcomes.last(), QByteArray("I"));
    QCOMPARE(outcomes[8], QByteArray("I"));
}

void MtQueueTest::sendsTheSameTextOnce()
{
    submit({"a", "b", "a", "a", "c"});
    QCOMPARE(sender.sent, 1);
    submit({"a"}); // on its way already
    QCOMPARE(sender.sent, 1);
    QCOMPARE(translateOldest(), QByteArray("a\nb\nc\n"));
    QCOMPARE(count("A"), 4);
}

void MtQueueTest::neverSendsAgainWhatMayHaveBeenCharged()
{
    submit({"a", "b"});
    sender.fail("transport.reset", true);
    sender.advance(1h);
    QCOMPARE(sender.sent, 1);
    QCOMPARE(count("transport.reset"), 2);
    submit({"a"}); // only when somebody says so
    QCOMPARE(sender.sent, 2);
}

void MtQueueTest::sendsAgainWhatDidNotArrive()
{
    submit({"a"});
    sender.fail("transport.refused-stream", false);
    QCOMPARE(sender.sent, 1);
    sender.advance(1s);
    QCOMPARE(sender.sent, 2);
    sender.answer(503, {});
    sender.advance(3s);
    QCOMPARE(sender.sent, 3);
    translateOldest();
    QCOMPARE(outcomes[0], QByteArray("A"));
    QCOMPARE(ledger->bodies.size(), 3); // each of them is in the ledger
}

/// A server that takes so many requests on a connection refuses all the others that are on their way there.
void MtQueueTest::goesOnWhenConnectionsChange()
{
    start({.maxItems = 1, .maxInFlight = 8, .requestsPerSecond = 0});
    submit({"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"});
    QCOMPARE(sender.sent, 8);
    for (int i = 0; i < 8; ++i)
        sender.fail("transport.refused-stream", false);
    QCOMPARE(state().kind, EngineState::Kind::Working);
    for (int i = 0; i < 10; ++i) {
        sender.advance(1s);
        while (!sender.onTheirWay.empty())
            translateOldest();
    }
    QCOMPARE(count("A") + count("E") + count("J"), 3);
    QCOMPARE(sender.sent, 18);
}

/// As many at once as it was asked: that is one failure and no outage, and the next ones come one by one.
void MtQueueTest::givesAnOverburdenedServiceTime()
{
    start({.maxItems = 1, .maxInFlight = 8, .requestsPerSecond = 0});
    submit({"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"});
    QCOMPARE(sender.sent, 8);
    for (int i = 0; i < 8; ++i)
        sender.answer(503, {});
    QCOMPARE(state().kind, EngineState::Kind::Waiting);
    QVERIFY(sender.onTheirWay.empty());
    sender.advance(2s);
    QCOMPARE(sender.onTheirWay.size(), std::size_t(1));
    for (int i = 0; i < 10; ++i) {
        while (!sender.onTheirWay.empty())
            translateOldest();
        sender.advance(1s);
    }
    QCOMPARE(count("A") + count("H") + count("J"), 3);
    submit({"k"});
    for (int i = 0; i < 5; ++i) { // one after the other, it is an outage
        sender.answer(503, {});
        sender.advance(10s);
    }
    QCOMPARE(outcomes.last(), QByteArray("plain.503"));
    QCOMPARE(state().kind, EngineState::Kind::Resting);
    submit({"l"}, Urgency::Active); // five seconds are left of it
    QVERIFY(sender.onTheirWay.empty() && outcomes.last().isEmpty());
    sender.advance(6s);
    QCOMPARE(translateOldest(), QByteArray("l\n"));
}

void MtQueueTest::waitsAsLongAsTheServiceAsks()
{
    submit({"a", "b", "c", "d", "e", "f", "g"});
    sender.answer(429, {}, 7s);
    translateOldest();
    QCOMPARE(sender.sent, 2);
    QCOMPARE(state().kind, EngineState::Kind::Waiting);
    sender.advance(6900ms);
    QCOMPARE(sender.sent, 2);
    sender.advance(200ms);
    QVERIFY(sender.sent > 2);
    while (!sender.onTheirWay.empty())
        translateOldest();
    QCOMPARE(count("A") + count("G"), 2);
    QCOMPARE(state().kind, EngineState::Kind::Working);
}

void MtQueueTest::tellsTheActiveSegmentOfALongWait()
{
    submit({"a"});
    sender.answer(429, {}, 60s);
    submit({"now"}, Urgency::Active);
    QCOMPARE(outcomes[1], QByteArray("plain.429"));
    QCOMPARE(sender.sent, 1);
    sender.advance(61s);
    translateOldest();
    QCOMPARE(outcomes[0], QByteArray("A"));
    submit({"b"});
    sender.answer(429, {}, 24h); // longer than anybody waits
    QCOMPARE(outcomes[2], QByteArray("plain.429"));
}

void MtQueueTest::stopsForAPauseThatNobodyWaitsFor()
{
    start({.maxItems = 1, .maxInFlight = 2, .requestsPerSecond = 0});
    submit({"a", "b", "c", "d", "e"});
    QCOMPARE(sender.sent, 2);
    sender.answer(429, {}, 3600s);
    QCOMPARE(count("plain.429"), 4); // but for the one that is on its way
    QCOMPARE(translateOldest(), QByteArray("b\n"));
    QCOMPARE(outcomes[1], QByteArray("B"));
    QCOMPARE(state().kind, EngineState::Kind::Waiting);
    QVERIFY(state().until - sender.now() == 3600s);
    submit({"f", "now"}, Urgency::Active);
    QCOMPARE(count("plain.429"), 6);
    QCOMPARE(sender.sent, 2);
    sender.advance(3601s);
    submit({"g"});
    QCOMPARE(translateOldest(), QByteArray("g\n"));

    submit({"h"});
    sender.answer(429, {}, 3600s);
    dispatcher->reset("plain"); // asked for again
    submit({"i"});
    QCOMPARE(translateOldest(), QByteArray("i\n"));
}

void MtQueueTest::pausesAfterTheLastAttempt()
{
    start({.maxItems = 1, .maxInFlight = 1, .requestsPerSecond = 0});
    submit({"a", "b", "c"});
    while (outcomes[0].isEmpty() && sender.sent < 20) {
        sender.answer(429, {});
        if (outcomes[0].isEmpty())
            sender.advance(150s);
    }
    QCOMPARE(outcomes[0], QByteArray("plain.429"));
    const int sent = sender.sent;
    QVERIFY(sent < 20);
    QVERIFY(sender.onTheirWay.empty()); // The next one does not go at once.
    sender.advance(119s);
    QCOMPARE(sender.sent, sent);
    sender.advance(2s);
    QCOMPARE(sender.sent, sent + 1);
    translateOldest();
    translateOldest();
    QCOMPARE(outcomes.last(), QByteArray("C"));
}

void MtQueueTest::restsNoLongerThanAnOutageAsks()
{
    start({.maxItems = 1, .maxInFlight = 1, .requestsPerSecond = 0});
    submit({"a"});
    for (int i = 0; i < 5; ++i) {
        sender.answer(503, {}, 1s);
        sender.advance(10s);
    }
    QCOMPARE(outcomes[0], QByteArray("plain.503"));
    sender.advance(10s); // as long as it is left alone
    submit({"b"});
    QCOMPARE(translateOldest(), QByteArray("b\n"));
}

void MtQueueTest::stopsForQuotaAndKey_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("quota") << 456;
    QTest::newRow("key") << 401;
}

void MtQueueTest::stopsForQuotaAndKey()
{
    QFETCH(int, status);
    const QByteArray expected = "plain." + QByteArray::number(status);
    submit({"a", "b", "c", "d", "e", "f", "g", "h"});
    sender.answer(status, {});
    sender.answer(status, {});
    QCOMPARE(sender.sent, 2);
    QCOMPARE(count(expected), 8);
    submit({"z"});
    sender.advance(24h);
    QCOMPARE(sender.sent, 2);
    QCOMPARE(outcomes.last(), expected);
    QCOMPARE(state().kind, EngineState::Kind::Stopped);
    dispatcher->reset("plain");
    submit({"y"});
    QCOMPARE(translateOldest(), QByteArray("y\n"));
}

void MtQueueTest::goesOnWithAnotherKey()
{
    submit({"a", "b", "c", "d"});
    key = Secret(QByteArray("second"));
    sender.answer(401, {}); // the first one's
    sender.advance(1ms);
    while (!sender.onTheirWay.empty())
        translateOldest();
    QCOMPARE(outcomes, QList<QByteArray>({"A", "B", "C", "D"}));
    submit({"e"});
    sender.answer(401, {});
    QCOMPARE(outcomes.last(), QByteArray("plain.401"));
    key = Secret(QByteArray("third"));
    submit({"e"});
    translateOldest();
    QCOMPARE(outcomes.last(), QByteArray("E"));
}

void MtQueueTest::repeatsNoKeyThatAServiceSays()
{
    key = Secret(QByteArray("canary/4711"));
    submit({"a"});
    sender.answer(401, "canary/4711 is no key"); // PlainEngine names the status and repeats the body
    QCOMPARE(count("plain.401"), 1);
    QVERIFY2(said.contains("*********** is no key"), said.constData());

    key = Secret(QByteArray("canary/4712"));
    submit({"b"});
    sender.answer(200, "0 B canary\\/4712");
    QCOMPARE(outcomes.last(), QByteArray("queue.key-in-answer"));
    QVERIFY2(!said.contains("4712"), said.constData());

    key = Secret(QByteArray("B")); // too short to be told from a word
    submit({"c"});
    sender.answer(200, "0 B");
    QCOMPARE(outcomes.last(), QByteArray("B"));
}

void MtQueueTest::findsTheOneBadText()
{
    start({.maxItems = 50, .maxInFlight = 1, .requestsPerSecond = 0});
    QStringList texts;
    for (int i = 0; i < 50; ++i)
        texts.append(i == 31 ? QString("bad") : QString("text %1").arg(i));
    submit(texts);
    while (!sender.onTheirWay.empty()) {
        if (sender.onTheirWay.front().request.body.contains("bad"))
            sender.answer(400, {});
        else
            translateOldest();
        sender.advance(1ms);
    }
    QCOMPARE(count("plain.400"), 1);
    QCOMPARE(outcomes[31], QByteArray("plain.400"));
    QCOMPARE(outcomes[49], QByteArray("TEXT 49"));
    QVERIFY(sender.sent <= 14);
}

void MtQueueTest::doesNotAskForEachWhenAllIsRefused()
{
    start({.maxItems = 50, .maxInFlight = 1, .requestsPerSecond = 0});
    QStringList texts;
    for (int i = 0; i < 50; ++i)
        texts.append(QString::number(i));
    submit(texts);
    while (!sender.onTheirWay.empty())
        sender.answer(400, {});
    QCOMPARE(count("plain.400"), 50);
    QVERIFY2(sender.sent < 60, qPrintable(QString::number(sender.sent)));
}

void MtQueueTest::restsAfterFailuresAndSaysSo()
{
    start({.maxItems = 1, .maxInFlight = 1, .requestsPerSecond = 0});
    submit({"a", "b", "c", "d", "e"});
    for (int i = 0; i < 5; ++i)
        sender.fail("transport.reset", true);
    QCOMPARE(sender.sent, 5);
    QCOMPARE(count("transport.reset"), 5);
    QCOMPARE(state().kind, EngineState::Kind::Resting);
    QVERIFY(state().why.message.contains("Lost."));
    submit({"f", "g"}, Urgency::Active); // nobody waits so long at a segment
    QCOMPARE(count("queue.resting"), 2);
    QVERIFY(said.contains("Lost.") && said.contains("Not sent") && said.contains(':'));
    sender.advance(16s);
    submit({"h", "i"}); // one tries whether it works again
    QCOMPARE(sender.sent, 6);
    translateOldest();
    translateOldest();
    QCOMPARE(outcomes.last(), QByteArray("I"));
    QCOMPARE(state().kind, EngineState::Kind::Working);
}

/// With one text, which costs the least if it is lost as well.
void MtQueueTest::goesOnByItselfAfterAShortRest()
{
    start({.maxItems = 2, .maxInFlight = 1, .requestsPerSecond = 0});
    submit({"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o"});
    for (int i = 0; i < 5; ++i)
        sender.fail("transport.reset", true);
    QCOMPARE(state().kind, EngineState::Kind::Resting);
    sender.advance(14s);
    QCOMPARE(sender.sent, 5);
    sender.advance(2s);
    QCOMPARE(sender.onTheirWay.front().request.body, QByteArray("k\n"));
    QCOMPARE(sender.sent, 6);
    sender.fail("transport.reset", true); // not yet
    sender.advance(29s);
    QCOMPARE(sender.sent, 6);
    sender.advance(2s);
    QCOMPARE(translateOldest(), QByteArray("l\n"));
    QCOMPARE(translateOldest(), QByteArray("m\nn\n"));
    QCOMPARE(translateOldest(), QByteArray("o\n"));
    QCOMPARE(count("transport.reset"), 11);
    QCOMPARE(count("queue.resting"), 0);
}

void MtQueueTest::endsWhenTheRestIsLong()
{
    start({.maxItems = 1, .maxInFlight = 1, .requestsPerSecond = 0});
    submit({"a", "b", "c", "d", "e", "f", "g", "h", "i"});
    for (int i = 0; i < 5; ++i)
        sender.fail("transport.reset", true);
    for (int i = 0; i < 2; ++i) {
        sender.advance(31s);
        sender.fail("transport.reset", true);
    }
    QCOMPARE(sender.sent, 7);
    QCOMPARE(count("queue.resting"), 2); // "h" and "i", which can be asked for in a minute
    submit({"j"});
    QCOMPARE(outcomes.last(), QByteArray("queue.resting"));
    sender.advance(31s);
    submit({"k"}); // the rest of the rest is short
    QCOMPARE(outcomes.last(), QByteArray());
    sender.advance(31s);
    QCOMPARE(translateOldest(), QByteArray("k\n"));
}

void MtQueueTest::endsAtOnceWhereThereIsNoWay_data()
{
    QTest::addColumn<QByteArray>("code");
    for (const char *code :
         {"transport.refused", "transport.dns", "transport.timeout-connect", "transport.certificate-expired"})
        QTest::newRow(code) << QByteArray(code);
}

/// Without a network nobody is kept waiting for the service's rest.
void MtQueueTest::endsAtOnceWhereThereIsNoWay()
{
    QFETCH(QByteArray, code);
    start({.maxItems = 1, .maxInFlight = 1, .requestsPerSecond = 0});
    submit({"a", "b", "c", "d", "e", "f", "g", "h", "i"});
    for (int i = 0; i < 10 && !sender.onTheirWay.empty(); ++i) {
        sender.fail(code.constData(), false);
        sender.advance(2s);
    }
    QCOMPARE(state().kind, EngineState::Kind::Resting);
    QCOMPARE(count(code) + count("queue.resting"), 9);
    QVERIFY(count("queue.resting") > 0);
}

/// What surely cost nothing goes after the rest too.
void MtQueueTest::sendsAfterTheRestWhatDidNotArrive()
{
    start({.maxItems = 1, .maxInFlight = 8, .requestsPerSecond = 0});
    submit({"a", "b", "c", "d", "e", "f"});
    for (int i = 0; i < 6; ++i)
        sender.fail("transport.reset", false);
    QCOMPARE(state().kind, EngineState::Kind::Resting);
    sender.advance(16s);
    QCOMPARE(sender.sent, 7);
    for (int i = 0; i < 6; ++i)
        translateOldest();
    QCOMPARE(count("A") + count("C") + count("F"), 3);
}

void MtQueueTest::insertsNothingThatMayBelongElsewhere_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QList<QByteArray>>("expected");
    const auto row = [](const char *name, const char *answer, const QList<QByteArray> &expected) {
        QTest::newRow(name) << QByteArray(answer) << expected;
    };
    const QList<QByteArray> misfit{"queue.misfit", "queue.misfit", "queue.misfit"};
    row("whole", "0 A\n1 B\n2 C\n", {"A", "B", "C"});
    row("shuffled", "2 C\n0 A\n1 B\n", {"A", "B", "C"});
    row("too few", "0 A\n2 C\n", {"A", "queue.no-answer", "C"});
    row("too many", "0 A\n1 B\n2 C\n3 D\n", misfit);
    row("twice", "0 A\n1 B\n1 C\n", misfit);
    row("before the first", "-1 A\n1 B\n", misfit);
    row("none", "", {"plain.200", "plain.200", "plain.200"});
}

void MtQueueTest::insertsNothingThatMayBelongElsewhere()
{
    QFETCH(QByteArray, answer);
    QFETCH(QList<QByteArray>, expected);
    submit({"a", "b", "c"});
    sender.answer(200, answer);
    QCOMPARE(outcomes, expected);
    sender.advance(1h);
    QCOMPARE(sender.sent, 1);
}

void MtQueueTest::cancelsAtOnce()
{
    const QList<quint64> jobs = submit({"a", "b", "c", "d", "e", "f", "g", "h"});
    dispatcher->cancel({jobs[0], jobs[1], jobs[2], jobs[6], jobs[7]});
    sender.run();
    QCOMPARE(count("queue.cancelled-sent"), 3);
    QCOMPARE(count("queue.cancelled"), 2);
    QVERIFY(sender.cancelled.isEmpty()); // What has been paid for may still come.
    translateOldest();
    translateOldest();
    QCOMPARE(sender.sent, 2); // "g" and "h" never left.
    QCOMPARE(ledger->open.size(), 0);
    QCOMPARE(outcomes[3], QByteArray("D"));

    const QList<quint64> others = submit({"x"});
    dispatcher->cancel(others);
    dispatcher->cancel(others);
    sender.run();
    QVERIFY(sender.cancelled.isEmpty());
    QCOMPARE(outcomes.last(), QByteArray("queue.cancelled-sent"));
}

void MtQueueTest::sendsNothingThatTheLedgerDoesNotTake()
{
    ledger->full = true;
    submit({"a", "b"});
    QCOMPARE(sender.sent, 0);
    QCOMPARE(count("test.full"), 2);
}

void MtQueueTest::keepsTheRate()
{
    start({.maxItems = 1, .maxInFlight = 100, .requestsPerSecond = 5});
    QStringList texts;
    for (int i = 0; i < 30; ++i)
        texts.append(QString::number(i));
    submit(texts);
    QCOMPARE(sender.sent, 4); // One place of the five is the active segment's.
    submit({"now"}, Urgency::Active);
    QCOMPARE(sender.sent, 5);
    for (int second = 1; second <= 4; ++second) {
        sender.advance(1s);
        QVERIFY(sender.sent <= 5 + 5 * second);
    }
    QVERIFY(sender.sent >= 20);
    sender.advance(10s);
    QCOMPARE(sender.sent, 31);
    while (!sender.onTheirWay.empty())
        translateOldest();
}

void MtQueueTest::looksForAnothersEndBesideTheRate()
{
    start({.maxItems = 1, .maxInFlight = 4, .requestsPerSecond = 1});
    ledger->elsewhere = {"a\n"};
    submit({"a", "b", "c", "d"});
    sender.advance(4s);
    QCOMPARE(sender.sent, 3); // all but the one that another program sends
    ledger->elsewhere.clear();
    sender.advance(2s);
    QCOMPARE(sender.sent, 4);
    while (!sender.onTheirWay.empty())
        translateOldest();
    QCOMPARE(outcomes.first(), QByteArray("A"));
}

void MtQueueTest::splitsWhatIsTooLong()
{
    start({.maxItems = 50, .maxBodyBytes = 10, .maxInFlight = 9, .requestsPerSecond = 0});
    submit({"aaa", "bbb", "ccc", "dddddddddddd"});
    while (!sender.onTheirWay.empty())
        translateOldest();
    QCOMPARE(outcomes, QList<QByteArray>({"AAA", "BBB", "CCC", "queue.too-long"}));
    for (const QByteArray &body : std::as_const(ledger->bodies))
        QVERIFY(body.size() <= 10);
}

void MtQueueTest::endsEverythingWhenItCloses()
{
    submit({"a", "b", "c", "d", "e", "f", "g", "h"});
    dispatcher.reset();
    sender.run();
    QCOMPARE(count("queue.cancelled"), 2);
    QCOMPARE(sender.cancelled.size(), 2);
    sender.fail("transport.cancelled", true);
    sender.fail("transport.cancelled", true);
    QCOMPARE(count("transport.cancelled"), 6);
}

QTEST_GUILESS_MAIN(MtQueueTest)

#include "tst_mt_queue.moc"
