#include "service_fixture.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

#include <future>

using namespace verbale;
using namespace verbale::mt;
using namespace verbale::mt::test;

namespace {

constexpr QChar place{0xFFFC};
using Kind = SegmentCode::Kind;

} // namespace

/// What comes back for a request, and when.
class MtServiceTest : public QObject, private ServiceFixture
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void answersTheSecondTimeFromTheCache();
    void namesRevisionsEngineAndCosts();
    void sendsIdenticalSegmentsOnce();
    void keepsTags();
    void judgesTags_data();
    void judgesTags();
    void judgesAnswers_data();
    void judgesAnswers();
    void remarksOnDoubtfulAnswers();
    void usesNoneOfMixedAnswersButThoseInTheirPlaces();
    void sendsTermsToModels();
    void stopsAtTheBudget();
    void stopsAtOnce();
    void answersTheActiveSegmentDuringABatch();
    void tellsOfServicesThatRefuse();
    void copiesWhatHasNothingToTranslate();
    void touchesNoNetworkWithoutNeed();
    void refusesWhatItCannotAnswerFor();
    void tellsItsProgress();
};

void MtServiceTest::answersTheSecondTimeFromTheCache()
{
    const TranslateRequest request = requestFor(sentences(60));
    const TranslateAnswer first = ask(request);
    QCOMPARE(m_network->requests(), 2); // of at most 50 texts each
    QCOMPARE(first.translations.size(), 60);
    for (const Translation &one : first.translations) {
        QVERIFY2(!one.error && !one.cached, one.error ? qPrintable(one.error->message) : "cached");
        QCOMPARE(one.text, QStringLiteral("Sentence number %1 is about the cooperation between the "
                                          "countries.")
                               .arg(one.segmentId));
        QVERIFY2(one.remarks.isEmpty(), qPrintable(one.segmentId + one.remarks.value(0)));
    }
    for (const bool restarted : {false, true}) {
        if (restarted)
            restart();
        const TranslateAnswer second = ask(request);
        QCOMPARE(endsOf(second), endsOf(first));
        QVERIFY(std::all_of(second.translations.begin(), second.translations.end(),
                            [](const Translation &one) { return one.cached; }));
        QCOMPARE(second.sentCharacters, 0);
        QCOMPARE(m_network->requests(), 2);
    }
    QCOMPARE(m_network->senders(), 1); // from the cache without a network
}

void MtServiceTest::namesRevisionsEngineAndCosts()
{
    const TranslateRequest request = requestFor({"Xin chào các bạn", "Câu số 2 ở đây"});
    const TranslateAnswer answer = ask(request);
    QCOMPARE(answer.engineName, QStringLiteral("DeepL"));
    QCOMPARE(answer.warnings, QStringList());
    QCOMPARE(answer.sentCharacters, charactersOf("Xin chào các bạnCâu số 2 ở đây"));
    QCOMPARE(answer.translations.at(1).segmentId, QStringLiteral("2"));
    QCOMPARE(answer.translations.at(1).revision, 4);
    const QList<LedgerLine> sent = lines(LedgerLine::Kind::Text);
    QCOMPARE(sent.size(), 2);
    QCOMPARE(sent.at(1).engine, QStringLiteral("deepl"));
    QCOMPARE(sent.at(1).host, QStringLiteral("api.deepl.com"));
    QCOMPARE(sent.at(1).document, QStringLiteral("speech.txt"));
    QCOMPARE(sent.at(1).segment, QStringLiteral("2"));
    QCOMPARE(QString::fromUtf8(sent.at(1).text), QStringLiteral("Câu số 2 ở đây"));
    QCOMPARE(lines(LedgerLine::Kind::Request).first().text, m_network->bodies().first());
    for (const LedgerLine &line : lines(LedgerLine::Kind::Outcome))
        QCOMPARE(line.outcome, QStringLiteral("translated"));
}

void MtServiceTest::sendsIdenticalSegmentsOnce()
{
    m_english.table = {{"Xin chào các bạn", "Hello, friends"}};
    const TranslateAnswer answer =
        ask(requestFor({"Xin chào các bạn", "Câu số 5 ở đây", "Xin chào các bạn", "Xin chào các bạn"}));
    QCOMPARE(m_network->requests(), 1);
    QCOMPARE(English::textsOf(m_network->bodies().first()),
             QStringList({"Xin chào các bạn", "Câu số 5 ở đây"}));
    QCOMPARE(answer.translations.at(0).text, QStringLiteral("Hello, friends"));
    QCOMPARE(answer.translations.at(2).text, QStringLiteral("Hello, friends"));
    QCOMPARE(answer.translations.at(3).segmentId, QStringLiteral("4"));
    QCOMPARE(answer.translations.at(3).text, QStringLiteral("Hello, friends"));
    QCOMPARE(answer.sentCharacters, charactersOf("Xin chào các bạnCâu số 5 ở đây"));
}

void MtServiceTest::keepsTags()
{
    const QString sent = QStringLiteral("Hợp tác <g1>hữu nghị &amp; bền vững</g1> của<x3/> hai nước");
    m_english.table = {{sent, "The two countries'<x3/> <g1>friendly &amp; lasting</g1> cooperation"}};
    TranslateRequest request =
        requestFor({QStringLiteral("Hợp tác %1hữu nghị & bền vững%1 của%1 hai nước").arg(place)});
    request.segments[0].text.codes = {
        {Kind::Opening, 1, "<b>"}, {Kind::Closing, 1, "</b>"}, {Kind::Standalone, 2, "<br/>"}};
    for (const bool cached : {false, true}) {
        const Translation one = ask(request).translations.value(0);
        QVERIFY2(!one.error, one.error ? qPrintable(one.error->message) : "");
        QCOMPARE(one.text,
                 QStringLiteral("The two countries'%1 %1friendly & lasting%1 cooperation").arg(place));
        QCOMPARE(one.codes, QList<qsizetype>({2, 0, 1}));
        QCOMPARE(one.cached, cached);
    }
    QCOMPARE(English::textsOf(m_network->bodies().value(0)), QStringList(sent));
}

void MtServiceTest::judgesTags_data()
{
    QTest::addColumn<QString>("translation");
    QTest::addColumn<QString>("code");
    QTest::newRow("missing") << "Friendly cooperation"
                             << "mt.tags-missing";
    QTest::newRow("half") << "<g1>Friendly cooperation"
                          << "mt.tags-broken";
    QTest::newRow("twice") << "<g1>Friendly</g1> <g1>cooperation</g1>"
                           << "mt.tags-twice";
    QTest::newRow("turned round") << "</g1>Friendly cooperation<g1>"
                                  << "mt.tags-broken";
    QTest::newRow("never sent") << "<g1>Friendly</g1> <x7/>cooperation"
                                << "mt.tags-strange";
    QTest::newRow("not escaped") << "<g1>Friendly</g1> < cooperation"
                                 << "mt.tags-broken";
}

void MtServiceTest::judgesTags()
{
    QFETCH(QString, translation);
    m_english.table = {{"Hợp tác <g1>hữu nghị</g1>", translation}};
    TranslateRequest request = requestFor({QStringLiteral("Hợp tác %1hữu nghị%1").arg(place), "Câu số 2"});
    request.segments[0].text.codes = {{Kind::Opening, 1, {}}, {Kind::Closing, 1, {}}};
    const TranslateAnswer answer = ask(request);
    QVERIFY(answer.translations.at(0).error);
    QTEST(answer.translations.at(0).error->code, "code");
    QVERIFY(answer.translations.at(0).text.isEmpty());
    QVERIFY(!answer.translations.at(1).error); // the other one is not touched
}

void MtServiceTest::judgesAnswers_data()
{
    QTest::addColumn<QString>("translation");
    QTest::addColumn<QString>("code");
    QTest::newRow("echo") << "Chào mừng các vị đại biểu"
                          << "mt.echo";
    QTest::newRow("empty") << "  "
                           << "mt.empty";
    QTest::newRow("error") << "Error: too many requests"
                           << "mt.error-text";
    QTest::newRow("page") << "&lt;html&gt;"
                          << "mt.error-text";
    QTest::newRow("another language")
        << "Chúng tôi xin được gửi lời chào mừng trân trọng nhất tới toàn thể các vị đại biểu đã tới đây"
        << "mt.language-of-answer";
}

void MtServiceTest::judgesAnswers()
{
    QFETCH(QString, translation);
    QFETCH(QString, code);
    const QString source = QStringLiteral("Chào mừng các vị đại biểu");
    m_english.table = {{source, translation}};
    TranslateRequest request = requestFor({source, "Câu số 2 ở đây"});
    for (int time = 0; time < 2; ++time) { // the second time from the cache, judged again
        const TranslateAnswer answer = ask(request);
        const Translation &bad = answer.translations.at(0);
        QCOMPARE(bad.error ? bad.error->code : QString(), code);
        QVERIFY(!bad.error || bad.error->message.contains("DeepL"));
        QVERIFY(!answer.translations.at(1).error);
        QCOMPARE(m_network->requests(), 1);
    }
    if (code.isEmpty())
        return;
    request.again = true;
    m_english.table = {{source, "Welcome, delegates"}};
    QCOMPARE(ask(request).translations.at(0).text, QStringLiteral("Welcome, delegates"));
    QCOMPARE(English::textsOf(m_network->bodies().value(1)), QStringList(source)); // the good one is kept
}

void MtServiceTest::remarksOnDoubtfulAnswers()
{
    m_english.table = {{"Có 12 đại biểu", "There are 21 delegates"}};
    const Translation one = ask(requestFor({"Có 12 đại biểu"})).translations.value(0);
    QCOMPARE(one.text, QStringLiteral("There are 21 delegates"));
    QCOMPARE(one.remarks.size(), 1);
    QVERIFY2(one.remarks.first().contains("12"), qPrintable(one.remarks.first()));
}

void MtServiceTest::usesNoneOfMixedAnswersButThoseInTheirPlaces()
{
    const QStringList texts = sentences(13).mid(8);
    m_english.table = {{texts.at(2), m_english.of(texts.at(3))}, {texts.at(3), m_english.of(texts.at(2))}};
    const TranslateRequest request = requestFor(texts);
    const TranslateAnswer answer = ask(request);
    const QString moved = QStringLiteral("mt.moved");
    // One short figure proves nothing of the first.
    QCOMPARE(endsOf(answer),
             QStringList({moved, m_english.of(texts.at(1)), moved, moved, m_english.of(texts.at(4))}));
    QStringList ends;
    for (const LedgerLine &line : lines(LedgerLine::Kind::Outcome))
        ends.append(line.outcome + line.code);
    const QString bad = QStringLiteral("bad-answer") + moved;
    const QString good = QStringLiteral("translated");
    QCOMPARE(ends, QStringList({bad, good, bad, bad, good}));

    QCOMPARE(endsOf(ask(request)),
             QStringList({charged, m_english.of(texts.at(1)), charged, charged, m_english.of(texts.at(4))}));
    QCOMPARE(m_network->requests(), 1);
    // One by one there is nothing to mix up; and so it is shown beforehand.
    TranslateRequest again = request;
    again.again = true;
    const Result<TranslatePreview> preview = m_service->preview(again, {});
    QCOMPARE(preview->requestCount, 3);
    m_english.table.clear();
    const QStringList right = endsOf(ask(again));
    for (qsizetype i = 0; i < texts.size(); ++i)
        QCOMPARE(right.at(i), m_english.of(texts.at(i)));
    QCOMPARE(m_network->requests(), 4);
    for (qsizetype i = 0; i < 3; ++i)
        QCOMPARE(m_network->bodies().at(i + 1), preview->requests.at(i).body.toUtf8());
}

void MtServiceTest::sendsTermsToModels()
{
    restart(model);
    m_network->setScript([](const HttpRequest &) { return answered(500, "{}"); });
    TranslateRequest request = requestFor({"Câu thứ nhất.", QStringLiteral("Đại sứ%1 quán.").arg(place)});
    TermHit hit;
    hit.span = {0, 6};
    hit.target = QStringLiteral("ambassador");
    TermHit nested = hit;
    nested.span = {0, 3};
    nested.nested = true;
    TermHit forbidden = hit;
    forbidden.target = QStringLiteral("envoy");
    forbidden.status = TermStatus::Forbidden;
    TermHit acrossACode = hit;
    acrossACode.span = {0, 9};
    request.segments[1].terms = {hit, nested, forbidden, acrossACode, hit};
    StopSource stop;
    const auto call = std::async(std::launch::async, [&] { return ask(request, stop.get_token()); });
    m_network->awaitRequests(1);
    stop.request_stop();
    call.wait();
    const QString body = QString::fromUtf8(m_network->bodies().first());
    QVERIFY2(body.contains(R"(\"terms\":{\"Đại sứ\":\"ambassador\"})"), qPrintable(body));
    QVERIFY(!body.contains("envoy"));
    QCOMPARE(body.count("Câu thứ nhất."), 1); // as a text, and not as another one's context
}

void MtServiceTest::stopsAtTheBudget()
{
    const qint64 one = charactersOf(sentences(1).first());
    restart(R"("deepl": {"type": "libretranslate", "address": "https://mt.example", "items": 1,
                         "requestsPerSecond": 1000})",
            ", \"budget\": {\"document\": " + QByteArray::number(3 * one) + "}");
    m_network->setScript([](const HttpRequest &) {
        return answered(200, R"({"translatedText": ["It is about cooperation."]})");
    });
    const TranslateRequest request = requestFor(sentences(6));
    const TranslateAnswer answer = ask(request);
    QStringList ends = endsOf(answer);
    QCOMPARE(ends.count("mt.budget-document"), 3);
    QCOMPARE(ends.count("It is about cooperation."), 3);
    QCOMPARE(m_network->requests(), 3);
    QCOMPARE(lines(LedgerLine::Kind::Text).size(), 3);
    QCOMPARE(answer.sentCharacters, 3 * one);
    // Of another document: its budget is its own.
    TranslateRequest other = requestFor({"Câu số 9 nói về hợp tác giữa các nước."});
    QCOMPARE(endsOf(ask(other)), QStringList("mt.budget-document"));
    other.document = QStringLiteral("other.txt");
    QCOMPARE(endsOf(ask(other)), QStringList("It is about cooperation."));
}

void MtServiceTest::stopsAtOnce()
{
    std::atomic<int> number{0};
    m_network->setScript([this, &number](const HttpRequest &request) -> std::optional<HttpOutcome> {
        if (number++ == 0)
            return answered(200, m_english.answerTo(request.body));
        return std::nullopt; // and never
    });
    StopSource stop;
    std::atomic<qint64> came{0};
    auto call = std::async(std::launch::async, [&] {
        return ask(requestFor(sentences(2000)), stop.get_token(), [&](qint64 done, qint64) { came = done; });
    });
    m_network->awaitRequests(9);
    QTRY_COMPARE(came.load(), 50);
    const auto begin = std::chrono::steady_clock::now();
    stop.request_stop();
    const TranslateAnswer answer = call.get();
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
    qInfo("stopped after %.1f ms", took.count());
    QCOMPARE(answer.translations.size(), 2000);
    const QStringList ends = endsOf(answer);
    const auto texts = std::count_if(ends.begin(), ends.end(),
                                     [](const QString &end) { return end.startsWith("Sentence"); });
    QCOMPARE(texts, 50);
    QCOMPARE(ends.count("queue.cancelled-sent") + ends.count("queue.cancelled") + ends.count("mt.cancelled"),
             1950);
    QVERIFY(ends.count("queue.cancelled-sent") <= 8 * 50); // in the eight requests without an answer
    QCOMPARE(m_network->requests(), 9);                    // nothing left after the stop
}

/// Each call counts what left for it alone.
void MtServiceTest::answersTheActiveSegmentDuringABatch()
{
    const QString active = QStringLiteral("Câu đang dịch.");
    m_network->setScript([this, &active](const HttpRequest &request) -> std::optional<HttpOutcome> {
        if (English::textsOf(request.body) == QStringList(active))
            return answered(200, m_english.answerTo(request.body));
        return std::nullopt;
    });
    auto batch = std::async(std::launch::async, [&] { return ask(requestFor(sentences(1000))); });
    m_network->awaitRequests(8); // as many as go at once
    const TranslateAnswer one = ask(requestFor({active}));
    QVERIFY(!one.translations.first().error);
    QCOMPARE(one.sentCharacters, charactersOf(active));
    QCOMPARE(m_network->requests(), 9);
    QVERIFY(batch.wait_for(std::chrono::seconds(0)) == std::future_status::timeout);
    // What waits in the batch goes first, and once.
    auto same = std::async(std::launch::async, [&] { return ask(requestFor({sentences(900).last()})); });
    m_network->awaitRequests(10);
    m_network->setScript(
        [this](const HttpRequest &sent) { return answered(200, m_english.answerTo(sent.body)); });
    m_network->release();
    QCOMPARE(same.get().sentCharacters, 0); // the batch had asked first
    const TranslateAnswer all = batch.get();
    QCOMPARE(all.sentCharacters, charactersOf(sentences(1000).join(QString())));
    QVERIFY(std::none_of(all.translations.begin(), all.translations.end(),
                         [](const Translation &translation) { return translation.error.has_value(); }));
    QStringList sent;
    for (const QByteArray &body : m_network->bodies())
        sent += English::textsOf(body);
    QCOMPARE(sent.removeDuplicates(), 0);
    QCOMPARE(sent.size(), 1001);
}

void MtServiceTest::tellsOfServicesThatRefuse()
{
    m_network->setScript(
        [](const HttpRequest &) { return answered(456, R"({"message": "Quota exceeded"})"); });
    const TranslateAnswer answer = ask(requestFor(sentences(120)));
    QCOMPARE(endsOf(answer), times("mt.quota", 120));
    QVERIFY(m_network->requests() <= 3);
    const Result<std::unique_ptr<Ledger>> ledger = Ledger::open(m_folder->filePath("ledger.sqlite"));
    QCOMPARE(ledger.value()->spentOnDocument("speech.txt").value(), 0);

    restart(R"("deepl": {"requestsPerSecond": 1000})");
    const qsizetype before = m_network->requests();
    QCOMPARE(endsOf(ask(requestFor(sentences(2)))), times("mt.no-key", 2));
    QCOMPARE(m_network->requests(), before);
}

void MtServiceTest::copiesWhatHasNothingToTranslate()
{
    TranslateRequest request = requestFor({"* * *", QStringLiteral("%1…%1").arg(place), ""});
    request.segments[1].text.codes = {{Kind::Opening, 1, {}}, {Kind::Closing, 1, {}}};
    const TranslateAnswer answer = ask(request);
    QCOMPARE(endsOf(answer), QStringList({"* * *", QStringLiteral("%1…%1").arg(place), ""}));
    QCOMPARE(answer.translations.at(1).codes, QList<qsizetype>({0, 1}));
    QCOMPARE(m_network->senders(), 0);
}

void MtServiceTest::touchesNoNetworkWithoutNeed()
{
    QVERIFY(!QFile::exists(m_folder->filePath("ledger.sqlite")));
    QCOMPARE(ask(requestFor({})).translations.size(), 0);
    StopSource stopped;
    stopped.request_stop();
    QCOMPARE(endsOf(ask(requestFor(sentences(2)), stopped.get_token())), times("mt.cancelled", 2));
    QCOMPARE(m_network->senders(), 0);
}

void MtServiceTest::refusesWhatItCannotAnswerFor()
{
    TranslateRequest request = requestFor(sentences(1));
    request.engine = QStringLiteral("babelfish");
    QCOMPARE(m_service->translate(request, {}, {}).error().code, QStringLiteral("mt.no-engine"));
    request = requestFor(sentences(1));
    request.document.clear();
    QCOMPARE(m_service->translate(request, {}, {}).error().code, QStringLiteral("mt.no-document"));
    for (const QString &folder : {QString(), m_folder->filePath("none")}) {
        TranslationService service(
            EngineRegistry::fromSettings(
                QJsonDocument::fromJson(R"({"engines": {"deepl": {"key": "k"}}})").object()),
            folder, [this](const NetworkSettings &) { return m_network->sender(); });
        QCOMPARE(service.translate(requestFor(sentences(1)), {}, {}).error().code,
                 QStringLiteral("mt.no-folder"));
    }
    QCOMPARE(m_network->senders(), 0);
}

void MtServiceTest::tellsItsProgress()
{
    QList<std::pair<qint64, qint64>> told;
    (void)ask(requestFor(sentences(130)), {}, [&](qint64 done, qint64 total) { told.append({done, total}); });
    QVERIFY(told.size() >= 3);
    QVERIFY(std::is_sorted(told.begin(), told.end()));
    QCOMPARE(told.first(), std::pair(qint64(0), qint64(130)));
    QCOMPARE(told.last(), std::pair(qint64(130), qint64(130)));
}

QTEST_GUILESS_MAIN(MtServiceTest)

#include "tst_mt_service.moc"
