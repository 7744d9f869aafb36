#include "plugins/machine-translation/transport/address.h"
#include "plugins/machine-translation/transport/answer_reader.h"
#include "plugins/machine-translation/transport/lost_requests.h"
#include "plugins/machine-translation/transport/retry_after.h"
#include "plugins/machine-translation/transport/transport_errors.h"

#include <QtCore/QSet>
#include <QtTest/QTest>

#include <curl/curl.h>

using namespace verbale::mt;

namespace {

const QByteArray sentAnew("(sent anew)"); // no line of the commentary

} // namespace

/// What comes from the network is read within limits, and what it means is told without a network.
class MtAnswersTest : public QObject
{
    Q_OBJECT

private slots:
    void readsRetryAfter_data();
    void readsRetryAfter();
    void keepsTheLimits();
    void keepsTheLastHeadersOnly();
    void measuresNesting_data();
    void measuresNesting();
    void knowsLoopback_data();
    void knowsLoopback();
    void refusesHeadersWithLines();
    void tellsRefusedFromLost_data();
    void tellsRefusedFromLost();
    void explainsEveryCode();
};

void MtAnswersTest::readsRetryAfter_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("date"); // the answer's own
    QTest::addColumn<qint64>("expected"); // -1: nothing
    const auto row = [](const char *name, const char *value, const char *date, qint64 expected) {
        QTest::newRow(name) << QByteArray(value) << QByteArray(date) << expected;
    };
    const char *const now = "Sun, 06 Nov 1994 08:49:00 GMT";
    row("seconds", "7", "", 7'000);
    row("none", "0", "", 0);
    row("fraction", "0.5", "", 500);
    row("spaces", "  3 ", "", 3'000);
    row("a year", "31536000", "", 86'400'000);
    row("overflow", "99999999999999999999", "", 86'400'000);
    row("too many digits", "999999999999999999999999999999999", "", -1);
    row("negative", "-5", "", -1);
    row("exponent", "1e3", "", -1);
    row("hexadecimal", "0x10", "", -1);
    row("infinite", "inf", "", -1);
    row("words", "soon", "", -1);
    row("empty", "", "", -1);
    row("date", "Sun, 06 Nov 1994 08:49:37 GMT", now, 37'000);
    row("date as of RFC 850", "Sunday, 06-Nov-94 08:49:37 GMT", now, 37'000);
    row("date of asctime", "Sun Nov  6 08:49:37 1994", now, 37'000);
    row("date that has passed", "Sun, 06 Nov 1994 08:48:37 GMT", now, 0);
    row("date far off", "Sun, 06 Nov 2094 08:49:37 GMT", now, 86'400'000);
    row("date without the answer's own", "Thu, 01 Jan 1970 00:16:50 GMT", "", 10'000); // now is 1000
    row("date with a wrong one of its own", "Thu, 01 Jan 1970 00:16:50 GMT", "yesterday", 10'000);
    row("rubbish with colons", ":::::", now, -1);
}

void MtAnswersTest::readsRetryAfter()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, date);
    QFETCH(qint64, expected);
    QList<Header> headers{{"retry-after", value}};
    if (!date.isEmpty())
        headers.append(Header{"Date", date});
    const auto wait = retryAfter(headers, 1000);
    QCOMPARE(wait ? wait->count() : -1, expected);
    // Milliseconds, where they are given, are the finer word.
    headers.append(Header{"Retry-After-Ms", "1500"});
    QCOMPARE(retryAfter(headers, 1000), std::optional(milliseconds(1500)));
}

void MtAnswersTest::keepsTheLimits()
{
    AnswerReader reader(10);
    QVERIFY(reader.takeHeader("HTTP/1.1 200 OK\r\n"));
    QVERIFY(reader.takeBody("0123456789"));
    QVERIFY(!reader.takeBody("x"));
    QCOMPARE(reader.limit(), AnswerReader::Limit::BodyTooLarge);

    AnswerReader many(10);
    int taken = 0;
    while (many.takeHeader("A: b\r\n"))
        ++taken;
    QCOMPARE(taken, int(AnswerReader::mostHeaders));
    QCOMPARE(many.limit(), AnswerReader::Limit::HeadersTooLarge);

    AnswerReader large(10);
    QVERIFY(!large.takeHeader(QByteArray("A: " + QByteArray(AnswerReader::mostHeaderBytes, 'b'))));
}

void MtAnswersTest::keepsTheLastHeadersOnly()
{
    AnswerReader reader(10);
    for (const char *const line : {"HTTP/1.1 103 Early\r\n", "Link: x\r\n", "\r\n", "HTTP/1.1 200 OK\r\n",
                                   "A:  b \r\n", "no colon\r\n", ": no name\r\n", "Empty:\r\n", "\r\n"})
        QVERIFY(reader.takeHeader(line));
    QVERIFY(reader.takeBody("{}"));
    QVERIFY(reader.takeHeader("Trailer: x\r\n"));
    QCOMPARE(reader.headers().size(), 2);
    QCOMPARE(reader.headers()[0].name + '=' + reader.headers()[0].value, QByteArray("A=b"));
    QVERIFY(reader.headers()[1].value.isEmpty());
    QCOMPARE(reader.takeBodyAway(), QByteArray("{}"));
}

void MtAnswersTest::measuresNesting_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("deeper"); // than three
    QTest::newRow("three") << QByteArray("[[[1]]]") << false;
    QTest::newRow("four") << QByteArray("[[{\"a\":[]}]]") << true;
    QTest::newRow("beside each other") << QByteArray("[[],[],[],[],[]]") << false;
    QTest::newRow("in a string") << QByteArray(R"(["[[[[\"[[[[", "\\"])") << false;
    QTest::newRow("after a string") << QByteArray(R"(["\\", [[[)") << true;
    QTest::newRow("cut in an escape") << QByteArray("\"\\") << false;
    QTest::newRow("none") << QByteArray() << false;
    QTest::newRow("closing") << QByteArray("]]]]]]]]") << false;
}

void MtAnswersTest::measuresNesting()
{
    QFETCH(QByteArray, json);
    QFETCH(bool, deeper);
    QCOMPARE(nestsDeeperThan(json, 3), deeper);
}

void MtAnswersTest::knowsLoopback_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("loopback");
    for (const char *const host : {"localhost", "LOCALHOST", "127.0.0.1", "127.8.9.10", "::1", "[::1]"})
        QTest::newRow(host) << QByteArray(host) << true;
    for (const char *const host : {"", "127.0.0.1.example.org", "localhost.example.org", "128.0.0.1",
                                   "10.0.0.1", "::2", "[::ffff:127.0.0.1]", "0.0.0.0", "2130706433"})
        QTest::newRow(*host == '\0' ? "empty" : host) << QByteArray(host) << false;
}

void MtAnswersTest::knowsLoopback()
{
    QFETCH(QByteArray, host);
    QFETCH(bool, loopback);
    QCOMPARE(isLoopback(host), loopback);
}

void MtAnswersTest::refusesHeadersWithLines()
{
    HttpRequest request;
    request.url = "https://translate.example/v1";
    QVERIFY(checkRequest(request).ok());
    request.secretHeaders = {{"Authorization", Secret(QByteArray("key\r\nX-Other: 1"))}};
    QCOMPARE(checkRequest(request).error().code, QString("transport.header"));
    QVERIFY(!checkRequest(request).error().message.contains("key\r"));
    request.secretHeaders = {{"Auth orization", Secret(QByteArray("key"))}};
    QCOMPARE(checkRequest(request).error().code, QString("transport.header"));
    request.secretHeaders = {};
    request.headers = {{"A", QByteArray("b\0c", 3)}};
    QCOMPARE(checkRequest(request).error().code, QString("transport.header"));
    request.headers = {};
    request.bodySecret = {5, Secret(QByteArray("key"))};
    QCOMPARE(checkRequest(request).error().code, QString("transport.header"));
    request.bodySecret = std::nullopt;
    request.method = "GET /\r\nX";
    QCOMPARE(checkRequest(request).error().code, QString("transport.header"));
}

void MtAnswersTest::tellsRefusedFromLost_data()
{
    using Lines = QList<QPair<QByteArray, bool>>; // a line, and whether an error was named before it
    QTest::addColumn<Lines>("lines");
    QTest::addColumn<bool>("refused"); // with libcurl 7.88
    QTest::addColumn<bool>("refusedElsewhere");
    const QPair<QByteArray, bool> reused{"Re-using existing connection #4 with host localhost\n", false};
    const QPair<QByteArray, bool> stream{"Using Stream ID: 7 (easy handle 0x55)\n", false};
    const QPair<QByteArray, bool> died{"Connection died, retrying a fresh connect (retry count: 1)\n", false};
    const QPair<QByteArray, bool> anew{"Connected to localhost (127.0.0.1) port 443 (#5)\n", false};
    QTest::newRow("nothing") << Lines{} << false << false;
    QTest::newRow("said by itself") << Lines{{"REFUSED_STREAM, retrying a fresh connect\n", false}} << true
                                    << true;
    QTest::newRow("silence") << Lines{reused, stream, died, anew} << true << false;
    QTest::newRow("after an error") << Lines{reused, stream, {died.first, true}, anew} << false << false;
    QTest::newRow("HTTP/1.1") << Lines{reused, died, anew} << false << false;
    QTest::newRow("gone before it")
        << Lines{reused, stream, {"recveived GOAWAY, error=0, last_stream=5\n", false}, died} << true << true;
    QTest::newRow("gone after it") << Lines{reused,
                                            stream,
                                            {"received GOAWAY, error=0, last_stream=7\n", false},
                                            died}
                                   << false << false;
    QTest::newRow("another connection went")
        << Lines{reused, stream, {"received GOAWAY, error=0, last_stream=\n", false}} << false << false;
    QTest::newRow("refused, and sent anew")
        << Lines{{"REFUSED_STREAM, retrying a fresh connect\n", false}, anew, {sentAnew, false}, stream}
        << false << false;
    QTest::newRow("refused twice") << Lines{{"REFUSED_STREAM, retrying a fresh connect\n", false},
                                            {sentAnew, false},
                                            {"REFUSED_STREAM, retrying a fresh connect\n", false}}
                                   << true << true;
    QTest::newRow("silence, and sent anew")
        << Lines{reused, stream, died, anew, {sentAnew, false}, stream} << false << false;
    QTest::newRow("wants HTTP/1.1, and sent anew")
        << Lines{reused, stream, {"Downgrades to HTTP/1.1\n", false}, {sentAnew, false}} << false << false;
    QTest::newRow("wants HTTP/1.1") << Lines{reused, stream, {"Downgrades to HTTP/1.1\n", false}} << true
                                    << true;
}

void MtAnswersTest::tellsRefusedFromLost()
{
    using Lines = QList<QPair<QByteArray, bool>>;
    QFETCH(Lines, lines);
    QFETCH(bool, refused);
    QFETCH(bool, refusedElsewhere);
    for (const bool silence : {true, false}) {
        LostRequests lost(silence);
        bool downgraded = false;
        for (const auto &[line, errorBefore] : lines) {
            if (line == sentAnew)
                lost.sentAnew(1);
            else
                lost.hear(1, line, errorBefore);
            downgraded = downgraded || line.startsWith("Downgrades");
        }
        QCOMPARE(lost.surelyRefused(1), silence ? refused : refusedElsewhere);
        QCOMPARE(lost.wantsHttp1(1), downgraded); // of the service, however often it is sent
        QVERIFY(!lost.surelyRefused(2));
        lost.forget(1);
        QVERIFY(!lost.surelyRefused(1));
    }
}

void MtAnswersTest::explainsEveryCode()
{
    QSet<QString> codes;
    for (int code = 1; code < CURL_LAST; ++code) {
        for (const bool connected : {false, true}) {
            const TransportError error = explain(
                {.code = code, .connected = connected, .sentWhole = connected, .host = "translate.example"});
            QVERIFY(error.error.code.startsWith("transport."));
            QVERIFY(error.error.message.endsWith('.') && !error.error.message.contains('%'));
            QCOMPARE(error.requestMayHaveArrived, connected); // In doubt, it has.
            QCOMPARE(error.error.message.contains("may have been charged"), connected);
            codes.insert(error.error.code);
        }
    }
    QVERIFY(codes.size() >= 14);
}

QTEST_GUILESS_MAIN(MtAnswersTest)

#include "tst_mt_answers.moc"
