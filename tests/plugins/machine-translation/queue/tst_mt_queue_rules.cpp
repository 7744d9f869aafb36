#include "plain_engine.h"

#include "plugins/machine-translation/queue/breaker.h"
#include "plugins/machine-translation/queue/retry_rules.h"
#include "plugins/machine-translation/queue/token_bucket.h"

#include <QtTest/QTest>

using namespace verbale;
using namespace verbale::mt;
using namespace verbale::mt::test;
using namespace std::chrono_literals;

/// The rules of the queue, one by one.
class MtQueueRulesTest : public QObject
{
    Q_OBJECT

private slots:
    void namesWhatWasLost_data();
    void namesWhatWasLost();
    void repeatsOnlyWhatCostsNothing();
    void takesChangedConnectionsForNoTrouble();
    void growsTheWaits();
    void pausesForAllThatWaits();
    void lendsTokens();
    void breaksAndMends();
};

Q_DECLARE_METATYPE(FailureKind)

void MtQueueRulesTest::namesWhatWasLost_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("mayHaveArrived");
    QTest::addColumn<int>("status");
    QTest::addColumn<FailureKind>("kind");
    const auto row = [](const char *code, bool arrived, int status, FailureKind kind) {
        QTest::addRow("%s %d %d", code, int(arrived), status) << QString(code) << arrived << status << kind;
    };
    row("transport.dns", false, 0, FailureKind::Unreachable);
    row("transport.timeout-dns", false, 0, FailureKind::Unreachable);
    row("transport.refused", false, 0, FailureKind::Unreachable);
    row("transport.timeout-connect", false, 0, FailureKind::Unreachable);
    row("transport.proxy-auth", false, 0, FailureKind::Unreachable);
    row("transport.tls", false, 0, FailureKind::Unreachable);
    row("transport.certificate-expired", false, 0, FailureKind::Certificate);
    row("transport.certificate-host", false, 0, FailureKind::Certificate);
    row("transport.certificate-file", false, 0, FailureKind::Setup);
    row("transport.address", false, 0, FailureKind::Setup);
    row("transport.header", false, 0, FailureKind::Setup);
    row("transport.redirect", false, 307, FailureKind::Refused);
    row("transport.refused-stream", false, 0, FailureKind::NotSent);
    row("transport.reset", false, 0, FailureKind::NotSent);
    row("transport.reset", true, 0, FailureKind::Ambiguous);
    row("transport.empty-reply", true, 0, FailureKind::Ambiguous);
    row("transport.timeout-first-byte", true, 0, FailureKind::Ambiguous);
    row("transport.stalled", true, 200, FailureKind::Ambiguous);
    row("transport.broken-off", true, 200, FailureKind::Ambiguous);
    row("transport.broken-off", true, 503, FailureKind::Unbilled); // the contract says so
    row("transport.broken-off", true, 429, FailureKind::Limited);
    row("transport.broken-off", true, 500, FailureKind::Ambiguous); // this engine's does not
    row("transport.too-large", true, 200, FailureKind::BadAnswer);
    row("transport.too-deep", true, 200, FailureKind::BadAnswer);
    row("transport.protocol", true, 0, FailureKind::Ambiguous);
    row("transport.cancelled", true, 0, FailureKind::Ambiguous);
    row("transport.cancelled", false, 0, FailureKind::Cancelled);
    row("transport.closing", true, 0, FailureKind::Ambiguous);
    row("transport.closing", false, 0, FailureKind::Cancelled);
    row("transport.never-heard-of", true, 0, FailureKind::Ambiguous);
}

void MtQueueRulesTest::namesWhatWasLost()
{
    QFETCH(QString, code);
    QFETCH(bool, mayHaveArrived);
    QFETCH(int, status);
    QFETCH(FailureKind, kind);
    const PlainEngine engine({});
    const Failure failure = failureOf({{code, "Lost."}, mayHaveArrived, status, std::nullopt}, engine,
                                      {"vi", "en", {{.key = {}, .text = "a"}}});
    QCOMPARE(failure.kind, kind);
    QVERIFY(!failure.error.message.isEmpty());
}

void MtQueueRulesTest::repeatsOnlyWhatCostsNothing()
{
    using Kind = FailureKind;
    for (const Kind kind : {Kind::Quota, Kind::Key, Kind::Setup, Kind::BadRequest, Kind::Ambiguous,
                            Kind::BadAnswer, Kind::Cancelled, Kind::Certificate, Kind::Refused})
        QVERIFY(!waitBeforeRetry({kind, {}, 1s}, 1, 0.5));
    for (const Kind kind : {Kind::NotSent, Kind::Unbilled, Kind::Limited, Kind::Unreachable}) {
        QVERIFY(waitBeforeRetry({kind, {}}, 1, 0.5));
        QVERIFY(!waitBeforeRetry({kind, {}}, 10, 0.5)); // not for ever
    }
    QVERIFY(!waitBeforeRetry({Kind::Unreachable, {"transport.proxy-auth", {}}}, 1, 0.5));
    QVERIFY(!waitBeforeRetry({Kind::Limited, {}, 24h}, 1, 0.5));
}

void MtQueueRulesTest::takesChangedConnectionsForNoTrouble()
{
    const Failure refused{FailureKind::NotSent, {"transport.refused-stream", {}}};
    QVERIFY(!countsAgainstTheService(refused, 1));
    QVERIFY(!countsAgainstTheService(refused, 4));
    QVERIFY(countsAgainstTheService(refused, 5)); // nor for ever
    QVERIFY(waitBeforeRetry(refused, 9, 0.5));
    QVERIFY(!waitBeforeRetry(refused, 10, 0.5));
    QVERIFY(countsAgainstTheService({FailureKind::NotSent, {"transport.reset", {}}}, 1));
}

void MtQueueRulesTest::growsTheWaits()
{
    const Failure limited{FailureKind::Limited, {}};
    milliseconds before = 0ms;
    for (int attempt = 1; attempt < 8; ++attempt) {
        const milliseconds least = waitBeforeRetry(limited, attempt, 0).value_or(0ms);
        const milliseconds most = waitBeforeRetry(limited, attempt, 1).value_or(0ms);
        QVERIFY(least > before && most > least && most <= 144s);
        before = least;
    }
    QCOMPARE(waitBeforeRetry({FailureKind::Limited, {}, 100s}, 1, 0), std::optional<milliseconds>(100s));
    QVERIFY(waitBeforeRetry({FailureKind::Limited, {}, 0ms}, 1, 0) >
            500ms); // "at once" is not taken at its word
}

void MtQueueRulesTest::pausesForAllThatWaits()
{
    const Failure limited{FailureKind::Limited, {}};
    const Failure asked{FailureKind::Limited, {}, 24h};
    QCOMPARE(pauseAfter(limited, 3s), milliseconds(3s));
    QCOMPARE(pauseAfter(limited, std::nullopt), milliseconds(120s));
    QCOMPARE(pauseAfter(asked, std::nullopt), milliseconds(24h));
}

void MtQueueRulesTest::lendsTokens()
{
    const TokenBucket::Time start{std::chrono::hours(1)};
    TokenBucket bucket(4, start);
    int taken = 0;
    while (bucket.take(start))
        ++taken;
    QCOMPARE(taken, 4);
    const TokenBucket::Time then = bucket.readyAt(start);
    QVERIFY(then > start + 240ms && then < start + 260ms);
    QVERIFY(!bucket.take(start + 200ms));
    QVERIFY(bucket.take(then));
    QVERIFY(!bucket.take(start)); // A clock that goes back gives nothing.
    QVERIFY(bucket.take(start + 1h));
    QVERIFY(!bucket.take(start + 1h, 3)); // Three are left.
    QVERIFY(bucket.take(start + 1h, 2));
    TokenBucket endless(0, start);
    for (int i = 0; i < 1000; ++i)
        QVERIFY(endless.take(start, 5));
}

void MtQueueRulesTest::breaksAndMends()
{
    Breaker breaker;
    Breaker::Time now{std::chrono::hours(1)};
    for (int i = 1; i < Breaker::failuresRunning; ++i)
        QVERIFY(!breaker.failed({}, now));
    breaker.succeeded();
    for (int i = 1; i < Breaker::failuresRunning; ++i)
        QVERIFY(!breaker.failed({}, now));
    QVERIFY(breaker.failed({"transport.dns", {}}, now));
    QCOMPARE(breaker.state(now), Breaker::State::Open);
    QCOMPARE(breaker.why().code, QString("transport.dns"));
    std::chrono::seconds rest = Breaker::firstRest;
    for (int i = 0; i < 8; ++i) {
        QCOMPARE(breaker.until() - now, Breaker::Time::duration(rest));
        now = breaker.until();
        QCOMPARE(breaker.state(now), Breaker::State::Trying);
        QVERIFY(breaker.failed({}, now)); // The one try failed.
        rest = std::min(rest * 2, Breaker::longestRest);
    }
    breaker.succeeded();
    QCOMPARE(breaker.state(now), Breaker::State::Closed);
}

QTEST_GUILESS_MAIN(MtQueueRulesTest)

#include "tst_mt_queue_rules.moc"
