#include "english.h"
#include "fake_network.h"

#include "plugins/machine-translation/service/segment_work.h"
#include "plugins/machine-translation/service/translation_service.h"

#include <QtCore/QDir>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QTemporaryDir>
#include <QtCore/QUrl>
#include <QtTest/QTest>

#include <sqlite3.h>

#include <future>

using namespace verbale;
using namespace verbale::mt;
using namespace verbale::mt::test;

namespace {

constexpr QChar place{0xFFFC};
using Kind = SegmentCode::Kind;

/// The translations' texts, or the codes of their errors.
QStringList endsOf(const TranslateAnswer &answer)
{
    QStringList ends;
    for (const Translation &one : answer.translations)
        ends.append(one.error ? one.error->code : one.text);
    return ends;
}

QStringList times(const QString &one, qsizetype count)
{
    return QStringList(count, one);
}

const QByteArray model = R"("deepl": {"type": "chat", "address": "http://127.0.0.1:1/v1", "model": "m"})";
const QString charged = QStringLiteral("mt.may-have-been-charged");

} // namespace

/// Translating with a network that does what the test says, and the real files.
class MtServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void answersTheSecondTimeFromTheCache();
    void namesRevisionsEngineAndCosts();
    void sendsIdenticalSegmentsOnce();
    void keepsTags();
    void judgesTags_data();
    void judgesTags();
    void judgesAnswers_data();
    void judgesAnswers();
    void remarksOnDoubtfulAnswers();
    void sendsTermsToModels();
    void neverSendsAgainWhatMayHaveBeenCharged();
    void sendsTheSameTextOnceThoughAskedAgain();
    void knowsALostTextWithOthersAndTerms();
    void knowsABadAnswerWithoutItsNeighbours();
    void sendsAgainWhatDidNotArrive();
    void sendsAgainWhatWasCancelledBeforeItLeft();
    void tellsOfATextThatAKillLeftOpen();
    void stopsAtTheBudget();
    void stopsAtOnce();
    void waitsForWhatAStoppedCallHasLeft();
    void answersTheActiveSegmentDuringABatch();
    void waitsForWhatAnotherProgramSends_data();
    void waitsForWhatAnotherProgramSends();
    void sharesTheWorkWithAnotherProgram();
    void tellsOfAProgramThatDiedWhileItSent();
    void tellsOfServicesThatRefuse();
    void tellsOfAnAnswerThatCannotBeKept();
    void copiesWhatHasNothingToTranslate();
    void touchesNoNetworkWithoutNeed();
    void refusesWhatItCannotAnswerFor();
    void tellsItsProgress();
    void showsWhatItWouldSend_data();
    void showsWhatItWouldSend();
    void countsWhatItWouldNotSend();
    void showsWhyItWouldNotSend();

private:
    void restart(const QByteArray &engine = R"("deepl": {"key": "k", "requestsPerSecond": 1000})",
                 const QByteArray &others = "");
    /// Another program on the same folder.
    [[nodiscard]] std::unique_ptr<TranslationService> another();
    [[nodiscard]] TranslateAnswer ask(const TranslateRequest &request, const StopToken &stop = {},
                                      const Progress &progress = {});
    [[nodiscard]] QList<LedgerLine> lines(LedgerLine::Kind kind) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<TranslationService> m_service;
    English m_english;
};

void MtServiceTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_network = std::make_unique<FakeNetwork>();
    m_english = {};
    m_network->setScript(
        [this](const HttpRequest &request) { return answered(200, m_english.answerTo(request.body)); });
    restart();
}

void MtServiceTest::cleanup()
{
    m_service.reset();
    const Result<std::unique_ptr<Ledger>> ledger = Ledger::open(m_folder->filePath("ledger.sqlite"));
    QVERIFY(ledger);
    const Result<LedgerCheck> check = ledger.value()->verify();
    QVERIFY(check && !check.value().broken);
}

void MtServiceTest::restart(const QByteArray &engine, const QByteArray &others)
{
    const QJsonDocument settings = QJsonDocument::fromJson("{\"engines\": {" + engine + "}" + others + "}");
    QVERIFY(settings.isObject());
    m_service.reset();
    m_service = std::make_unique<TranslationService>(
        EngineRegistry::fromSettings(settings.object()), m_folder->path(),
        [this](const NetworkSettings &) { return m_network->sender(); });
}

std::unique_ptr<TranslationService> MtServiceTest::another()
{
    const QJsonObject settings =
        QJsonDocument::fromJson(R"({"engines": {"deepl": {"key": "k", "requestsPerSecond": 1000}}})")
            .object();
    return std::make_unique<TranslationService>(
        EngineRegistry::fromSettings(settings), m_folder->path(),
        [this](const NetworkSettings &) { return m_network->sender(); });
}

TranslateAnswer MtServiceTest::ask(const TranslateRequest &request, const StopToken &stop,
                                   const Progress &progress)
{
    const Result<TranslateAnswer> answer = m_service->translate(request, stop, progress);
    if (!answer) {
        qWarning("%s", qPrintable(answer.error().text()));
        return {};
    }
    return answer.value();
}

QList<LedgerLine> MtServiceTest::lines(LedgerLine::Kind kind) const
{
    const Result<std::unique_ptr<Ledger>> ledger = Ledger::open(m_folder->filePath("ledger.sqlite"));
    QList<LedgerLine> lines = ledger.value()->lines(0, 10'000).value();
    lines.removeIf([kind](const LedgerLine &line) { return line.kind != kind; });
    return lines;
}

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

void MtServiceTest::neverSendsAgainWhatMayHaveBeenCharged()
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
void MtServiceTest::sendsTheSameTextOnceThoughAskedAgain()
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
void MtServiceTest::knowsALostTextWithOthersAndTerms()
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
void MtServiceTest::knowsABadAnswerWithoutItsNeighbours()
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

void MtServiceTest::sendsAgainWhatDidNotArrive()
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

void MtServiceTest::sendsAgainWhatWasCancelledBeforeItLeft()
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
void MtServiceTest::tellsOfATextThatAKillLeftOpen()
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
    QCOMPARE(ends.count("queue.cancelled") + ends.count("mt.cancelled"), 1950);
    QCOMPARE(m_network->requests(), 9); // nothing left after the stop
}

void MtServiceTest::waitsForWhatAStoppedCallHasLeft()
{
    m_network->setScript([](const HttpRequest &) { return std::nullopt; });
    StopSource stop;
    const TranslateRequest request = requestFor(sentences(5));
    auto stopped = std::async(std::launch::async, [&] { return ask(request, stop.get_token()); });
    m_network->awaitRequests(1);
    stop.request_stop();
    QCOMPARE(endsOf(stopped.get()).count("queue.cancelled"), 5);

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

void MtServiceTest::waitsForWhatAnotherProgramSends_data()
{
    QTest::addColumn<bool>("again");
    QTest::addColumn<bool>("comes");
    QTest::newRow("the answer comes") << false << true;
    QTest::newRow("it is lost") << false << false;
    QTest::newRow("asked again, and the answer comes") << true << true;
}

/// Paid once, whichever of the two had it sent.
void MtServiceTest::waitsForWhatAnotherProgramSends()
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

void MtServiceTest::sharesTheWorkWithAnotherProgram()
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

void MtServiceTest::tellsOfAProgramThatDiedWhileItSent()
{
    const TranslateRequest request = requestFor(sentences(1));
    const Result<EngineRegistry::Entry> entry =
        EngineRegistry::fromSettings(
            QJsonDocument::fromJson(R"({"engines": {"deepl": {"key": "k"}}})").object())
            .find("deepl");
    const auto engine = entry->engine;
    const QByteArray key = workOf(request, 0, *engine).ledgerKey;
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

void MtServiceTest::tellsOfAnAnswerThatCannotBeKept()
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

void MtServiceTest::showsWhatItWouldSend_data()
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
void MtServiceTest::showsWhatItWouldSend()
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

void MtServiceTest::countsWhatItWouldNotSend()
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

void MtServiceTest::showsWhyItWouldNotSend()
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

QTEST_GUILESS_MAIN(MtServiceTest)

#include "tst_mt_service.moc"
