#include "service_fixture.h"

#include "plugins/machine-translation/service/segment_work.h"

#include <QtCore/QDir>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QUrl>
#include <QtTest/QTest>

#include <sqlite3.h>

#include <future>

using namespace verbale;
using namespace verbale::mt;
using namespace verbale::mt::test;

/// What is sent, once; and what is known of it beforehand and after a program has died.
class MtSendingsTest : public QObject, private ServiceFixture
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void neverSendsAgainWhatMayHaveBeenCharged();
    void sendsTheSameTextOnceThoughAskedAgain();
    void knowsALostTextWithOthersAndTerms();
    void knowsABadAnswerWithoutItsNeighbours();
    void sendsAgainWhatDidNotArrive();
    void sendsAgainWhatWasCancelledBeforeItLeft();
    void tellsOfATextThatAKillLeftOpen();
    void waitsForWhatAStoppedCallHasLeft();
    void waitsForWhatAnotherProgramSends_data();
    void waitsForWhatAnotherProgramSends();
    void sharesTheWorkWithAnotherProgram();
    void tellsOfAProgramThatDiedWhileItSent();
    void tellsOfAnAnswerThatCannotBeKept();
    void writesFirstWhatIsToLeave();
    void writesWhatCameHoweverMuchIsToLeave();
    void showsWhatItWouldSend_data();
    void showsWhatItWouldSend();
    void countsWhatItWouldNotSend();
    void showsWhyItWouldNotSend();
};

void MtSendingsTest::neverSendsAgainWhatMayHaveBeenCharged()
{
    m_network->setScript([](const HttpRequest &) { return lost("transport.reset", true); });
    TranslateRequest request = requestFor(sentences(3));
    const TranslateAnswer first = ask(request);
    QCOMPARE(endsOf(first), times(charged, 3));
    QVERIFY(first.translations.first().error->message.contains("The connection was lost."));
    QCOMPARE(first.sentCharacters, charactersOf(sentences(3).join(QString())));
    QCOMPARE(m_network->requests(), 1);
    for (const bool restarted : {false, false, true}) {
        if (restarted)
            restart();
        const TranslateAnswer next = ask(request);
        QCOMPARE(endsOf(next), times(charged, 3));
        QCOMPARE(next.sentCharacters, 0);
        QCOMPARE(m_network->requests(), 1); // zero re-sends
    }
    // Others, and the same text under another document's name, fare no other way.
    request.document = QStringLiteral("other.txt");
    QCOMPARE(endsOf(ask(request)), times(charged, 3));
    QCOMPARE(m_network->requests(), 1);

    m_network->setScript(
        [this](const HttpRequest &sent) { return answered(200, m_english.answerTo(sent.body)); });
    request.again = true;
    const TranslateAnswer again = ask(request);
    QVERIFY(!again.translations.first().error);
    QCOMPARE(m_network->requests(), 2);
    request.again = false;
    QCOMPARE(endsOf(ask(request)), endsOf(again));
    QCOMPARE(m_network->requests(), 2);
}

/// Far enough from each other that the first has its bad answer before the last is looked up.
void MtSendingsTest::sendsTheSameTextOnceThoughAskedAgain()
{
    const QString twice = QStringLiteral("Chào mừng các vị đại biểu tới dự hội nghị.");
    for (const bool isLost : {false, true}) {
        m_network->setScript([this, isLost, &twice](const HttpRequest &request) {
            return isLost && English::textsOf(request.body).contains(twice)
                       ? lost("transport.reset", true)
                       : answered(200, m_english.answerTo(request.body));
        });
        m_english.table = {{twice, twice}};
        QStringList texts = sentences(1600);
        texts.first() = texts.last() = twice;
        TranslateRequest request = requestFor(texts);
        request.again = true;
        const qsizetype before = m_network->requests();
        const TranslateAnswer answer = ask(request);
        int times = 0;
        for (const QByteArray &body : m_network->bodies().sliced(before))
            times += int(English::textsOf(body).count(twice));
        QCOMPARE(times, 1);
        QVERIFY(answer.translations.first().error && answer.translations.last().error);
    }
}

/// The second time only those are asked for that have no translation, and the glossary may have grown.
void MtSendingsTest::knowsALostTextWithOthersAndTerms()
{
    restart(model);
    m_network->setScript([](const HttpRequest &) { return lost("transport.stalled", true); });
    QCOMPARE(endsOf(ask(requestFor({"Câu thứ nhất.", "Câu thứ hai."}))), times(charged, 2));
    TranslateRequest request = requestFor({"Câu thứ hai."});
    QCOMPARE(endsOf(ask(request)), times(charged, 1));
    TermHit hit;
    hit.span = {0, 3};
    hit.target = QStringLiteral("sentence");
    request.segments[0].terms = {hit};
    QCOMPARE(endsOf(ask(request)), times(charged, 1));
    QCOMPARE(m_network->requests(), 1);
}

/// A bad answer is known by the text alone: what stood before it in the request does not matter.
void MtSendingsTest::knowsABadAnswerWithoutItsNeighbours()
{
    restart(model);
    const QString bad = QStringLiteral("Chào mừng các vị đại biểu.");
    m_network->setScript([&bad](const HttpRequest &request) {
        const QJsonDocument asked = QJsonDocument::fromJson(request.body);
        const QString data = asked["messages"][1]["content"].toString();
        QJsonArray translations;
        for (const QJsonValue &one : QJsonDocument::fromJson(data.toUtf8())["segments"].toArray()) {
            const QString text = one["text"].toString() == bad ? bad : "This is about cooperation.";
            translations.append(QJsonObject{{"id", one["id"]}, {"text", text}});
        }
        const QJsonDocument content(QJsonObject{{"translations", translations}});
        const QJsonObject message{{"content", QString::fromUtf8(content.toJson())}};
        const QJsonObject choice{{"finish_reason", "stop"}, {"message", message}};
        return answered(200, QJsonDocument(QJsonObject{{"choices", QJsonArray{choice}}}).toJson());
    });
    const QStringList first = endsOf(ask(requestFor({"Câu này nói về hợp tác.", bad})));
    QCOMPARE(first, QStringList({"This is about cooperation.", "mt.echo"}));
    QCOMPARE(m_network->requests(), 1);
    QCOMPARE(endsOf(ask(requestFor({bad}))), QStringList("mt.echo"));
    QCOMPARE(m_network->requests(), 1);
}

void MtSendingsTest::sendsAgainWhatDidNotArrive()
{
    std::atomic<int> number{0};
    m_network->setScript([this, &number](const HttpRequest &request) {
        return number++ == 0 ? lost("transport.refused-stream", false)
                             : answered(200, m_english.answerTo(request.body));
    });
    const TranslateAnswer answer = ask(requestFor(sentences(1)));
    QVERIFY(!answer.translations.first().error);
    QCOMPARE(m_network->requests(), 2);
    QCOMPARE(answer.sentCharacters, charactersOf(sentences(1).first())); // it has arrived once
    const QList<LedgerLine> ends = lines(LedgerLine::Kind::Outcome);
    QCOMPARE(ends.size(), 2);
    QCOMPARE(ends.first().outcome, QStringLiteral("not-sent"));
    QCOMPARE(ends.last().outcome, QStringLiteral("translated"));
}

void MtSendingsTest::sendsAgainWhatWasCancelledBeforeItLeft()
{
    for (const bool mayHaveArrived : {false, true}) {
        m_network->setScript(
            [mayHaveArrived](const HttpRequest &) { return lost("transport.cancelled", mayHaveArrived); });
        const TranslateAnswer answer = ask(requestFor(sentences(1)));
        QCOMPARE(endsOf(answer), QStringList(mayHaveArrived ? charged : "transport.cancelled"));
        QCOMPARE(lines(LedgerLine::Kind::Outcome).last().outcome,
                 mayHaveArrived ? QStringLiteral("ambiguous") : QStringLiteral("not-sent"));
        QCOMPARE(answer.sentCharacters, mayHaveArrived ? codePoints(sentences(1).first()) : 0);
        QCOMPARE(m_network->requests(), mayHaveArrived ? 2 : 1);
    }
    QCOMPARE(endsOf(ask(requestFor(sentences(1)))), QStringList(charged));
    QCOMPARE(m_network->requests(), 2);
}

/// The files as a kill -9 leaves them: while the answer is out.
void MtSendingsTest::tellsOfATextThatAKillLeftOpen()
{
    m_network->setScript([](const HttpRequest &) { return std::nullopt; });
    StopSource stop;
    const TranslateRequest request = requestFor(sentences(2));
    const auto call = std::async(std::launch::async, [&] { return ask(request, stop.get_token()); });
    m_network->awaitRequests(1);
    const QTemporaryDir killed;
    for (const QString &name : QDir(m_folder->path()).entryList(QDir::Files))
        QVERIFY(QFile::copy(m_folder->filePath(name), killed.filePath(name)));
    stop.request_stop();
    call.wait();

    TranslationService next(EngineRegistry::fromSettings(
                                QJsonDocument::fromJson(R"({"engines": {"deepl": {"key": "k"}}})").object()),
                            killed.path(), [this](const NetworkSettings &) { return m_network->sender(); });
    const Result<TranslateAnswer> answer = next.translate(request, {}, {});
    QVERIFY(answer);
    QCOMPARE(endsOf(answer.value()), times(charged, 2));
    QCOMPARE(m_network->requests(), 1);
}

void MtSendingsTest::waitsForWhatAStoppedCallHasLeft()
{
    m_network->setScript([](const HttpRequest &) { return std::nullopt; });
    StopSource stop;
    const TranslateRequest request = requestFor(sentences(5));
    auto stopped = std::async(std::launch::async, [&] { return ask(request, stop.get_token()); });
    m_network->awaitRequests(1);
    stop.request_stop();
    QCOMPARE(endsOf(stopped.get()).count("queue.cancelled-sent"), 5);

    std::promise<void> asking;
    auto next = std::async(std::launch::async, [&] {
        bool told = false;
        return ask(request, {}, [&](qint64, qint64) {
            if (!std::exchange(told, true))
                asking.set_value();
        });
    });
    asking.get_future().wait();
    m_network->setScript(
        [this](const HttpRequest &sent) { return answered(200, m_english.answerTo(sent.body)); });
    m_network->release();
    const TranslateAnswer answer = next.get();
    for (const Translation &one : answer.translations)
        QVERIFY(!one.error && one.cached);
    QCOMPARE(m_network->requests(), 1); // paid once, used all the same
}

void MtSendingsTest::waitsForWhatAnotherProgramSends_data()
{
    QTest::addColumn<bool>("again");
    QTest::addColumn<bool>("comes");
    QTest::newRow("the answer comes") << false << true;
    QTest::newRow("it is lost") << false << false;
    QTest::newRow("asked again, and the answer comes") << true << true;
}

/// Paid once, whichever of the two had it sent.
void MtSendingsTest::waitsForWhatAnotherProgramSends()
{
    QFETCH(bool, again);
    QFETCH(bool, comes);
    m_network->setScript([](const HttpRequest &) { return std::nullopt; });
    TranslateRequest request = requestFor(sentences(5));
    request.again = again;
    auto first = std::async(std::launch::async, [&] { return ask(request); });
    m_network->awaitRequests(1);
    const auto other = another();
    const Result<TranslatePreview> preview = other->preview(request, {});
    QCOMPARE(preview->cached, 5);
    QCOMPARE(preview->requestCount, 0);
    auto second = std::async(std::launch::async, [&] { return other->translate(request, {}, {}); });
    QVERIFY(second.wait_for(std::chrono::milliseconds(200)) == std::future_status::timeout);
    QCOMPARE(m_network->requests(), 1);
    m_network->setScript([&](const HttpRequest &sent) {
        return comes ? answered(200, m_english.answerTo(sent.body)) : lost("transport.reset", true);
    });
    m_network->release();
    const TranslateAnswer one = first.get();
    const Result<TranslateAnswer> two = second.get();
    QCOMPARE(m_network->requests(), 1);
    QCOMPARE(two->sentCharacters, 0);
    QCOMPARE(endsOf(*two), endsOf(one));
    for (const Translation &translation : two->translations)
        QVERIFY(comes ? translation.cached : translation.error->code == charged);
}

void MtSendingsTest::sharesTheWorkWithAnotherProgram()
{
    QStringList turned = sentences(600);
    std::reverse(turned.begin(), turned.end());
    const auto other = another();
    auto second =
        std::async(std::launch::async, [&] { return other->translate(requestFor(turned), {}, {}); });
    const TranslateAnswer one = ask(requestFor(sentences(600)));
    const Result<TranslateAnswer> two = second.get();
    QVERIFY(two.ok());
    for (qsizetype i = 0; i < 600; ++i) {
        QVERIFY2(!one.translations.at(i).error, qPrintable(endsOf(one).at(i)));
        QCOMPARE(two->translations.at(599 - i).text, one.translations.at(i).text);
    }
    QStringList sent;
    for (const QByteArray &body : m_network->bodies())
        sent += English::textsOf(body);
    QCOMPARE(sent.removeDuplicates(), 0);
    QCOMPARE(sent.size(), 600);
    QCOMPARE(one.sentCharacters + two->sentCharacters, charactersOf(sentences(600).join(QString())));
}

void MtSendingsTest::tellsOfAProgramThatDiedWhileItSent()
{
    const TranslateRequest request = requestFor(sentences(1));
    const Result<EngineRegistry::Entry> entry =
        EngineRegistry::fromSettings(
            QJsonDocument::fromJson(R"({"engines": {"deepl": {"key": "k"}}})").object())
            .find("deepl");
    const auto engine = entry->engine;
    const QByteArray key = workOf(request, 0, *engine).item.ledgerKey;
    {
        const auto ledger = Ledger::open(m_folder->filePath("ledger.sqlite"));
        const ExitRequest sent{
            engine->id(), "host", "other.txt", "{}", {{"1", key, sentences(1).first(), 38}}};
        QVERIFY(ledger.value()->sending(sent, {}).ok());
    }
    auto dying = SendingLocks::open(m_folder->filePath("sending.lock"));
    QVERIFY(dying.ok() && dying.value()->take(key));
    auto call = std::async(std::launch::async, [&] { return ask(request); });
    QVERIFY(call.wait_for(std::chrono::milliseconds(200)) == std::future_status::timeout);
    dying.value().reset();
    QCOMPARE(endsOf(call.get()), QStringList(charged));
    QCOMPARE(m_network->requests(), 0);
    QCOMPARE(endsOf(ask(request)), QStringList(charged)); // and at once
}

void MtSendingsTest::tellsOfAnAnswerThatCannotBeKept()
{
    (void)ask(requestFor({"..."})); // makes the files
    sqlite3 *cache = nullptr;
    QCOMPARE(sqlite3_open(m_folder->filePath("cache.sqlite").toUtf8().constData(), &cache), SQLITE_OK);
    QCOMPARE(sqlite3_exec(cache,
                          "CREATE TRIGGER full BEFORE INSERT ON answer BEGIN SELECT RAISE(ABORT, 'x'); END",
                          nullptr, nullptr, nullptr),
             SQLITE_OK);
    const TranslateRequest request = requestFor(sentences(1));
    const TranslateAnswer first = ask(request);
    QVERIFY(!first.translations.first().error); // it was paid for, so it is shown
    QCOMPARE(first.warnings.size(), 1);
    QCOMPARE(sqlite3_exec(cache, "DROP TRIGGER full", nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(cache);
    QCOMPARE(endsOf(ask(request)), QStringList(charged));
    QCOMPARE(m_network->requests(), 1);
}

/// Holds the gate's thread until all has been handed to it.
void MtSendingsTest::writesFirstWhatIsToLeave()
{
    const auto gate = RecordingGate::open(m_folder->path(), {});
    QVERIFY(gate.ok());
    const std::unique_ptr<Sender> sender = m_network->sender();
    std::promise<void> handed;
    std::promise<void> written;
    QByteArray order;
    const auto hand = [&](bool isLeaving, const QList<QByteArray> &keys, char name) {
        const auto work = [&, name] {
            order += name;
            if (name == 'e')
                written.set_value();
        };
        gate.value()->handle(*sender, {isLeaving, keys, work, [](const auto &) {}});
    };
    gate.value()->handle(*sender, {false, {}, [&] { handed.get_future().wait(); }, [](const auto &) {}});
    hand(false, {"1", "2"}, 'a');
    hand(true, {"3"}, 'B');
    hand(true, {"4", "2"}, 'C'); // after what is known of it
    hand(true, {"4"}, 'D');      // not before C
    hand(true, {"6"}, 'F');
    hand(false, {"5"}, 'e');
    handed.set_value();
    QCOMPARE(written.get_future().wait_for(std::chrono::seconds(5)), std::future_status::ready);
    gate.value()->close();
    QCOMPARE(order, QByteArray("BFaCDe"));
}

void MtSendingsTest::writesWhatCameHoweverMuchIsToLeave()
{
    const auto gate = RecordingGate::open(m_folder->path(), {});
    QVERIFY(gate.ok());
    const std::unique_ptr<Sender> sender = m_network->sender();
    std::promise<int> written;
    int left = 0;
    const auto hand = [&](bool isLeaving, const QByteArray &key, const std::function<void()> &work) {
        gate.value()->handle(*sender, {isLeaving, {key}, work, [](const auto &) {}});
    };
    // Each hands the next to the gate while it is itself written.
    const std::function<void()> leave = [&] {
        if (++left == 2)
            hand(false, "came", [&] { written.set_value(left); });
        if (left < 100)
            hand(true, "leaves", leave);
    };
    hand(true, "leaves", leave);
    std::future<int> before = written.get_future();
    QCOMPARE(before.wait_for(std::chrono::seconds(5)), std::future_status::ready);
    gate.value()->close();
    const int count = before.get();
    QVERIFY2(count > 5 && count < 20, qPrintable(QString::number(count)));
}

void MtSendingsTest::showsWhatItWouldSend_data()
{
    QTest::addColumn<QByteArray>("engine");
    QTest::addColumn<int>("length");
    QTest::addColumn<int>("count");
    const QByteArray deepl = R"("deepl": {"key": "canary", "requestsPerSecond": 1000})";
    QTest::newRow("looked up in pieces") << deepl << 1 << 1230;
    QTest::newRow("by the number of texts") << deepl << 1 << 130;
    QTest::newRow("by the size of the body") << deepl << 200 << 130;
    QTest::newRow("by the rate") << QByteArray(R"("deepl": {"key": "canary", "requestsPerSecond": 400})") << 1
                                 << 130;
    QTest::newRow("by the characters")
        << QByteArray(R"("deepl": {"type": "libretranslate", "key": "canary", "address": "https://mt.example",
                          "characters": 500, "requestsPerSecond": 1000})")
        << 1 << 130;
    QTest::newRow("a model") << model << 1 << 130;
}

/// To the byte what is in the ledger afterwards, and nothing of it leaves.
void MtSendingsTest::showsWhatItWouldSend()
{
    QFETCH(QByteArray, engine);
    QFETCH(int, length);
    QFETCH(int, count);
    restart(engine);
    QStringList sources = sentences(count);
    for (QString &source : sources)
        source = source.repeated(length);
    sources.append(sources.at(1)); // goes once
    sources.append("* * *");
    const TranslateRequest request = requestFor(sources);
    const Result<TranslatePreview> preview = m_service->preview(request, {});
    QVERIFY2(preview.ok(), preview ? "" : qPrintable(preview.error().text()));
    QCOMPARE(m_network->senders(), 0);
    QVERIFY(lines(LedgerLine::Kind::Request).isEmpty());
    QCOMPARE(preview->segments, count + 2);
    QCOMPARE(preview->unchanged, 1);
    QCOMPARE(preview->cached + preview->mayHaveBeenCharged, 0);
    QVERIFY2(preview->warnings.isEmpty(), qPrintable(preview->warnings.join("; ")));
    QVERIFY(preview->requestCount >= 3);
    QCOMPARE(preview->requests.size(), std::min<qsizetype>(20, preview->requestCount));

    // Answers that lead to no other requests.
    m_network->setScript([&](const HttpRequest &sent) {
        return answered(200, count > 130 ? m_english.answerTo(sent.body) : QByteArray("{}"));
    });
    (void)ask(request);
    const QList<LedgerLine> sent = lines(LedgerLine::Kind::Request);
    QCOMPARE(sent.size(), preview->requestCount);
    qint64 characters = 0;
    for (const LedgerLine &line : lines(LedgerLine::Kind::Text))
        characters += line.characters;
    QCOMPARE(preview->characters, characters);
    for (qsizetype i = 0; i < preview->requests.size(); ++i) {
        const OutgoingRequest &shown = preview->requests.at(i);
        QCOMPARE(shown.body.toUtf8(), sent.at(i).text);
        QCOMPARE(shown.body.toUtf8(), m_network->bodies().at(i));
        QVERIFY(!shown.body.contains("canary") && !shown.url.contains("canary"));
        QCOMPARE(QUrl(shown.url).host(), preview->host);
        QCOMPARE(preview->host, sent.at(i).host);
        QStringList segments;
        for (const LedgerLine &line : lines(LedgerLine::Kind::Text)) {
            if (line.request == sent.at(i).number)
                segments.append(line.segment);
        }
        QCOMPARE(shown.segmentIds, segments);
    }
}

void MtSendingsTest::countsWhatItWouldNotSend()
{
    restart(R"("deepl": {"key": "k", "requestsPerSecond": 1000})", R"(, "budget": {"document": 1000})");
    (void)ask(requestFor(sentences(2)));
    m_network->setScript([](const HttpRequest &) { return lost("transport.reset", true); });
    (void)ask(requestFor(sentences(3)));
    TranslateRequest request = requestFor(sentences(5));
    const qsizetype before = m_network->requests();
    Result<TranslatePreview> preview = m_service->preview(request, {});
    QCOMPARE(preview->cached, 2);
    QCOMPARE(preview->mayHaveBeenCharged, 1);
    QCOMPARE(preview->requests.value(0).segmentIds, QStringList({"4", "5"}));
    QCOMPARE(preview->characters, charactersOf(sentences(5).mid(3).join(QString())));
    QCOMPARE(preview->documentLeft, std::optional<qint64>(1000 - charactersOf(sentences(3).join(QString()))));
    QVERIFY(!preview->monthLeft);
    request.again = true;
    preview = m_service->preview(request, {});
    QCOMPARE(preview->mayHaveBeenCharged, 1);
    QCOMPARE(preview->requests.value(0).segmentIds, QStringList({"3", "4", "5"}));
    QCOMPARE(m_network->requests(), before);
}

void MtSendingsTest::showsWhyItWouldNotSend()
{
    restart(R"("deepl": {})");
    Result<TranslatePreview> preview =
        m_service->preview(requestFor({"Xin chào", QString(140'000, 'a')}), {});
    QCOMPARE(preview->warnings.size(), 2);
    QVERIFY(preview->warnings.at(0).contains("no key for DeepL"));
    QVERIFY(preview->warnings.at(0).contains("api-free.deepl.com")); // only the key tells which of the two
    QVERIFY(preview->warnings.at(1).contains("too long for DeepL"));
    QCOMPARE(preview->requestCount, 1); // seen without a key all the same
    TranslateRequest request = requestFor(sentences(1));
    request.engine = QStringLiteral("babelfish");
    QCOMPARE(m_service->preview(request, {}).error().code, QStringLiteral("mt.no-engine"));
    StopSource stopped;
    stopped.request_stop();
    QCOMPARE(m_service->preview(requestFor(sentences(1)), stopped.get_token()).error().code,
             QStringLiteral("mt.cancelled"));
    QCOMPARE(m_network->senders(), 0);
}

QTEST_GUILESS_MAIN(MtSendingsTest)

#include "tst_mt_sendings.moc"
