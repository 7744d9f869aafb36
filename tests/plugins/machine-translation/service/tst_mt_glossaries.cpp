#include "deepl_service.h"
#include "fake_network.h"
#include "raw_peer.h"

#include "plugins/machine-translation/service/translation_service.h"

#include <QtCore/QDir>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QTemporaryDir>
#include <QtCore/QUrl>
#include <QtTest/QTest>

#include <future>

using namespace verbale;
using namespace verbale::mt;
using namespace verbale::mt::test;
using namespace std::chrono_literals;

namespace {

const QByteArray on = R"("terms": true, )";

} // namespace

/// Terms that DeepL keeps in a glossary, with a network that does what the test says and with a real one.
class MtGlossariesTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void bringsTheTermsBeforeTheTexts();
    void sendsOnlyWhatIsNew();
    void paysForNoTextAgainForOtherTerms();
    void sendsTextsWithoutTermsWithoutAGlossary();
    void takesOutWhatIsMeantNoMore();
    void sendsNothingThatNobodyAskedFor();
    void keepsWhatAnotherCallNeeds();
    void changesATerm();
    void makesANewOneWhereItWasDeleted_data();
    void makesANewOneWhereItWasDeleted();
    void neverLoopsWhereNoneCanBeFound();
    void makesNoOtherWhereItsTextsAreRefused();
    void makesAnotherForAnotherKey();
    void looksForOneThatWasLostOnTheWay_data();
    void looksForOneThatWasLostOnTheWay();
    void makesNoSecondOneAfterAKill_data();
    void makesNoSecondOneAfterAKill();
    void sendsAMergeAgainThatWasLost();
    void leavesOutBadTermsAlone();
    void saysWhichOfTwoMeaningsWent();
    void refusesTextsWhoseTermsDidNotArrive_data();
    void refusesTextsWhoseTermsDidNotArrive();
    void makesOneForManyCallsAtOnce();
    void twoProgramsShareOne();
    void stopsAtOnce();
    void sendsNoTextAfterAStop();
    void answersTheActiveSegmentWhileTermsAreOnTheirWay();
    void showsWhatItWouldSend_data();
    void showsWhatItWouldSend();
    void refusesAGlossaryBesideTheTerms();
    void beginsAnewWithADamagedFile_data();
    void beginsAnewWithADamagedFile();
    void agreesWithTheJournalOfARealServer();

private:
    void connect();
    HttpOutcome outcomeOf(const HttpRequest &request);
    [[nodiscard]] std::unique_ptr<TranslationService> service(const QByteArray &members = on,
                                                              const QByteArray &key = "key-of-mine");
    [[nodiscard]] TranslateAnswer ask(const QList<Sentence> &sentences);
    [[nodiscard]] std::pair<QList<QByteArray>, qint64> ledger() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<DeepLService> m_deepl;
    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<TranslationService> m_service;
};

void MtGlossariesTest::init()
{
    m_folder = folderInMemory();
    QVERIFY(m_folder->isValid());
    m_deepl = std::make_unique<DeepLService>();
    connect();
    m_service = service();
}

/// A new network, which knows of no request that an earlier one holds.
void MtGlossariesTest::connect()
{
    m_network = std::make_unique<FakeNetwork>();
    m_network->setScript([this](const HttpRequest &request) { return outcomeOf(request); });
}

HttpOutcome MtGlossariesTest::outcomeOf(const HttpRequest &request)
{
    const DeepLService::Reply reply =
        m_deepl->handle({request.method, QUrl(request.url).path(), request.body});
    return reply.status == 0 ? lost("transport.reset", true) : answered(reply.status, reply.body);
}

/// Whatever happened: what left is what the ledger says, to the byte, and the file holds.
void MtGlossariesTest::cleanup()
{
    m_service.reset();
    QList<QByteArray> bodies;
    for (const DeepLService::Seen &seen : m_deepl->journal())
        bodies.append(seen.body);
    QList<QByteArray> written = ledger().first;
    std::sort(bodies.begin(), bodies.end());
    std::sort(written.begin(), written.end());
    QCOMPARE(written, bodies);
}

std::unique_ptr<TranslationService> MtGlossariesTest::service(const QByteArray &members,
                                                              const QByteArray &key)
{
    const QJsonDocument settings = QJsonDocument::fromJson(
        R"({"engines": {"deepl": {)" + members + R"("requestsPerSecond": 1000, "key": ")" + key + R"("}}})");
    return std::make_unique<TranslationService>(
        EngineRegistry::fromSettings(settings.object()), m_folder->path(),
        [this](const NetworkSettings &) { return m_network->sender(); });
}

TranslateAnswer MtGlossariesTest::ask(const QList<Sentence> &sentences)
{
    const Result<TranslateAnswer> answer = m_service->translate(requestWith(sentences), {}, {});
    if (!answer)
        qFatal("%s", qPrintable(answer.error().message));
    return *answer;
}

/// The bodies of all requests, and the characters of all texts.
std::pair<QList<QByteArray>, qint64> MtGlossariesTest::ledger() const
{
    const auto ledger = Ledger::open(m_folder->filePath("ledger.sqlite"));
    std::pair<QList<QByteArray>, qint64> found;
    const Result<QList<LedgerLine>> lines = (*ledger)->lines(0, 100'000);
    for (const LedgerLine &line : *lines) {
        if (line.kind == LedgerLine::Kind::Request)
            found.first.append(line.text);
        found.second += line.cost;
    }
    const Result<LedgerCheck> check = (*ledger)->verify();
    if (!check || check->broken)
        found.first.append("the chain is broken");
    return found;
}

void MtGlossariesTest::bringsTheTermsBeforeTheTexts()
{
    const TranslateAnswer answer = ask({withNote, withBoth});
    QCOMPARE(endsOf(answer),
             QStringList({sentence(1, {"note verbale"}), sentence(2, {"note verbale", "embassy"})}));
    QCOMPARE(m_deepl->glossaryRequests(), QStringList("POST /v3/glossaries"));
    QCOMPARE(m_deepl->journal().first().path, QString("/v3/glossaries"));
    QVERIFY(m_deepl->journal().last().body.contains(R"("glossary_id":"g-1")"));
    QCOMPARE(m_deepl->glossaries().size(), 1);
    // The terms cost nothing, in no budget.
    const qint64 characters = charactersOf(withNote.source + withBoth.source);
    QCOMPARE(answer.sentCharacters, characters);
    QCOMPARE(ledger().second, characters);
    QVERIFY(answer.warnings.isEmpty());
}

void MtGlossariesTest::sendsOnlyWhatIsNew()
{
    (void)ask({withNote});
    (void)ask({{"Câu số 4 về công hàm.", {note}}});
    QCOMPARE(m_deepl->glossaryRequests().size(), 1);
    m_service = service(); // another day
    (void)ask({withBoth});
    QCOMPARE(m_deepl->glossaryRequests(), QStringList({"POST /v3/glossaries", "PATCH /v3/glossaries/g-1"}));
    const auto seen = m_deepl->journal();
    const auto patch =
        std::find_if(seen.begin(), seen.end(), [](const auto &one) { return one.method == "PATCH"; });
    QVERIFY(patch->body.contains("embassy") && !patch->body.contains("verbale"));
    QCOMPARE(m_deepl->glossaries()["g-1"].entries.size(), 2);
}

void MtGlossariesTest::paysForNoTextAgainForOtherTerms()
{
    (void)ask({withNote});
    (void)ask({withBoth});
    const qsizetype before = m_deepl->journal().size();
    QVERIFY(ask({withNote, withBoth}).translations.first().cached);
    m_deepl->deleteGlossaries(); // nobody looks
    QCOMPARE(endsOf(ask({withNote})), QStringList(sentence(1, {"note verbale"})));
    QCOMPARE(m_deepl->journal().size(), before);
    // A text whose own term has changed is another question.
    QVERIFY(!ask({{withNote.source, {{"công hàm", "diplomatic note"}}}}).translations.first().cached);
}

void MtGlossariesTest::sendsTextsWithoutTermsWithoutAGlossary()
{
    m_service = service({}); // without "terms"
    QCOMPARE(endsOf(ask({without, withNote})), QStringList({sentence(3), sentence(1)}));
    QCOMPARE(m_deepl->glossaryRequests(), QStringList());
    m_service = service();
    QVERIFY(ask({without}).translations.first().cached); // the same text, kept by the same key
    QCOMPARE(m_deepl->journal().size(), 1);
    QCOMPARE(endsOf(ask({{"Câu số 5 nói về hợp tác."}, withNote})),
             QStringList({sentence(5), sentence(1, {"note verbale"})}));
    QCOMPARE(m_deepl->translations(), 3);
    QVERIFY(!m_deepl->journal().at(2).body.contains("glossary_id") ||
            !m_deepl->journal().at(3).body.contains("glossary_id"));
}

/// It was taken out of the user's glossary, and a text still has the words.
void MtGlossariesTest::takesOutWhatIsMeantNoMore()
{
    (void)ask({withBoth});
    QCOMPARE(endsOf(ask({{"Câu số 6 về công hàm gửi đại sứ quán.", {embassy}}})),
             QStringList(sentence(6, {"embassy"})));
    QCOMPARE(m_deepl->glossaryRequests().last(), QString("PUT /v3/glossaries/g-1/dictionaries"));
    QCOMPARE(m_deepl->glossaries()["g-1"].entries.keys(), QStringList("đại sứ quán"));
    // Part of another word, or of a longer term, is no reason.
    const qsizetype before = m_deepl->glossaryRequests().size();
    (void)ask({{"Câu số 7 về đại sứ quán và đại sứ quánh.", {embassy}}});
    QCOMPARE(m_deepl->glossaryRequests().size(), before);
}

/// What an earlier text had brought there may be confidential by now.
void MtGlossariesTest::sendsNothingThatNobodyAskedFor()
{
    const Sentence withSecret{"Câu số 4 về Chiến dịch Hoa Sen.", {{"Chiến dịch Hoa Sen", "Operation Lotus"}}};
    (void)ask({withBoth, withSecret});
    const qsizetype before = m_deepl->journal().size();
    (void)ask({{"Câu số 6 về công hàm gửi đại sứ quán.", {embassy}}}); // the whole pair
    m_deepl->deleteGlossaries();
    (void)ask({{"Câu số 7 về công hàm.", {note}}}); // and a new glossary
    for (const DeepLService::Seen &seen : m_deepl->journal().mid(before))
        QVERIFY2(!seen.body.contains("Operation Lotus"), seen.body.constData());
    QCOMPARE(m_deepl->glossaryRequests().mid(1),
             QStringList({"PUT /v3/glossaries/g-1/dictionaries", "PATCH /v3/glossaries/g-1",
                          "GET /v3/glossaries", "POST /v3/glossaries"}));
    QCOMPARE(endsOf(ask({{"Câu số 8 về Chiến dịch Hoa Sen.", withSecret.terms}})),
             QStringList(sentence(8, {"Operation Lotus"})));
}

/// Its texts are on their way while the whole pair is sent anew.
void MtGlossariesTest::keepsWhatAnotherCallNeeds()
{
    (void)ask({{"Câu số 4 về hợp tác.", {{"hợp tác", "cooperation"}}}});
    std::atomic<bool> isHeld = false;
    m_network->setScript([&](const HttpRequest &request) -> std::optional<HttpOutcome> {
        if (request.url.endsWith("/v2/translate") && !isHeld.exchange(true))
            return std::nullopt;
        return outcomeOf(request);
    });
    auto other = std::async(std::launch::async, [&] { return endsOf(ask({withBoth})); });
    m_network->awaitRequests(4);
    QCOMPARE(endsOf(ask({{"Câu số 5 về hợp tác và công hàm.", {note}}})),
             QStringList(sentence(5, {"note verbale"})));
    QCOMPARE(m_deepl->glossaryRequests().last(), QString("PUT /v3/glossaries/g-1/dictionaries"));
    m_network->release();
    QCOMPARE(other.get(), QStringList(sentence(2, {"note verbale", "embassy"})));
}

void MtGlossariesTest::changesATerm()
{
    (void)ask({withNote});
    QCOMPARE(endsOf(ask({{"Câu số 8 về công hàm.", {{"công hàm", "diplomatic note"}}}})),
             QStringList(sentence(8, {"diplomatic note"})));
    QCOMPARE(m_deepl->glossaryRequests().last(), QString("PATCH /v3/glossaries/g-1"));
    QCOMPARE(m_deepl->glossaries()["g-1"].entries.size(), 1);
}

void MtGlossariesTest::makesANewOneWhereItWasDeleted_data()
{
    QTest::addColumn<bool>("hasNewTerms");
    QTest::newRow("found out with the terms") << true;
    QTest::newRow("found out with the text") << false;
}

void MtGlossariesTest::makesANewOneWhereItWasDeleted()
{
    QFETCH(bool, hasNewTerms);
    (void)ask({withNote});
    m_deepl->deleteGlossaries();
    const Sentence next = hasNewTerms ? withBoth : Sentence{"Câu số 2 về công hàm.", {note}};
    QCOMPARE(endsOf(ask({next, without})), QStringList({hasNewTerms ? sentence(2, {"note verbale", "embassy"})
                                                                    : sentence(2, {"note verbale"}),
                                                        sentence(3)}));
    QCOMPARE(m_deepl->glossaries().keys(), QStringList("g-2"));
    QCOMPARE(m_deepl->glossaryRequests().size(), hasNewTerms ? 4 : 3); // looked for before another is made
}

void MtGlossariesTest::neverLoopsWhereNoneCanBeFound()
{
    m_deepl->setInstead([](const DeepLService::Seen &seen) -> std::optional<DeepLService::Reply> {
        if (seen.method == "POST" && seen.path == "/v3/glossaries")
            return DeepLService::Reply{201, R"({"glossary_id": "gone"})"};
        return std::nullopt;
    });
    QCOMPARE(endsOf(ask({withNote, without})), QStringList({"mt.no-glossary", sentence(3)}));
    QCOMPARE(m_deepl->glossaryRequests().size(), 3);
    QCOMPARE(m_deepl->translations(), 3); // the text twice, which cost nothing
    QCOMPARE(ledger().second, charactersOf(without.source));
}

/// Whatever the service has against it: it is there, and each call would leave another one in the account.
void MtGlossariesTest::makesNoOtherWhereItsTextsAreRefused()
{
    m_deepl->setInstead([](const DeepLService::Seen &seen) -> std::optional<DeepLService::Reply> {
        if (seen.body.contains("glossary_id"))
            return DeepLService::Reply{400, R"({"message": "This glossary cannot be used"})"};
        return std::nullopt;
    });
    for (int i = 0; i < 3; ++i) {
        const TranslateAnswer answer = ask({withNote});
        QCOMPARE(endsOf(answer), QStringList("mt.no-glossary"));
        const QString message = answer.translations.first().error->message;
        QVERIFY2(message.endsWith("This glossary cannot be used"), qPrintable(message));
    }
    QCOMPARE(m_deepl->glossaries().keys(), QStringList("g-1"));
    QCOMPARE(ledger().second, 0);
}

void MtGlossariesTest::makesAnotherForAnotherKey()
{
    (void)ask({withNote});
    m_service = service(on, "another-key");
    QCOMPARE(endsOf(ask({{"Câu số 4 về công hàm.", {note}}})), QStringList(sentence(4, {"note verbale"})));
    QCOMPARE(m_deepl->glossaryRequests(), QStringList({"POST /v3/glossaries", "POST /v3/glossaries"}));
}

void MtGlossariesTest::looksForOneThatWasLostOnTheWay_data()
{
    QTest::addColumn<bool>("wasMade");
    QTest::addColumn<int>("status"); // 0: no answer came
    QTest::addColumn<QStringList>("requests");
    const QStringList found{"POST /v3/glossaries", "GET /v3/glossaries",
                            "PUT /v3/glossaries/g-1/dictionaries"};
    const QStringList notFound{"POST /v3/glossaries", "GET /v3/glossaries", "POST /v3/glossaries"};
    QTest::newRow("made, and the answer lost") << true << 0 << found;
    QTest::newRow("made, and a bad answer") << true << 200 << found;
    QTest::newRow("made, and then out of order") << true << 503 << found;
    QTest::newRow("lost on the way there") << false << 0 << notFound;
    QTest::newRow("not made") << false << 503 << notFound;
}

void MtGlossariesTest::looksForOneThatWasLostOnTheWay()
{
    QFETCH(bool, wasMade);
    QFETCH(int, status);
    m_deepl->setInstead(
        [this, wasMade, status](const DeepLService::Seen &seen) -> std::optional<DeepLService::Reply> {
            if (seen.method != "POST" || seen.path != "/v3/glossaries")
                return std::nullopt;
            m_deepl->setInsteadHere({});
            if (wasMade)
                (void)m_deepl->keepHere(seen);
            return DeepLService::Reply{status, "<html>"};
        });
    QCOMPARE(endsOf(ask({withNote})), QStringList(sentence(1, {"note verbale"})));
    QTEST(m_deepl->glossaryRequests(), "requests");
    QCOMPARE(m_deepl->glossaries().size(), 1);
}

void MtGlossariesTest::makesNoSecondOneAfterAKill_data()
{
    QTest::addColumn<bool>("isKilled");
    QTest::newRow("cancelled") << false;
    QTest::newRow("killed") << true;
}

/// The program ends while the request is out; the next one looks before it makes another.
void MtGlossariesTest::makesNoSecondOneAfterAKill()
{
    m_network->setScript([&](const HttpRequest &request) {
        (void)m_deepl->handle({request.method, QUrl(request.url).path(), request.body});
        return std::optional<HttpOutcome>(); // made, and nobody hears of it
    });
    StopSource stop;
    auto asked = std::async(std::launch::async, [&] {
        return m_service->translate(requestWith({withNote}), stop.get_token(), {});
    });
    m_network->awaitRequests(1);
    // As a kill at this moment would leave the files; the others end as after a cancel.
    auto left = std::make_unique<QTemporaryDir>();
    for (const QString &name : QDir(m_folder->path()).entryList(QDir::Files))
        QVERIFY(QFile::copy(m_folder->filePath(name), left->filePath(name)));
    stop.request_stop();
    QCOMPARE(endsOf(*asked.get()), QStringList("mt.cancelled"));
    m_service.reset();
    connect();
    QFETCH(bool, isKilled);
    if (isKilled)
        m_folder = std::move(left);
    m_service = service();
    QCOMPARE(endsOf(ask({withNote})), QStringList(sentence(1, {"note verbale"})));
    QCOMPARE(m_deepl->glossaryRequests(), QStringList({"POST /v3/glossaries", "GET /v3/glossaries",
                                                       "PUT /v3/glossaries/g-1/dictionaries"}));
    QCOMPARE(m_deepl->glossaries().size(), 1);
}

void MtGlossariesTest::sendsAMergeAgainThatWasLost()
{
    (void)ask({withNote});
    m_deepl->setInstead([this](const DeepLService::Seen &seen) -> std::optional<DeepLService::Reply> {
        if (seen.method != "PATCH")
            return std::nullopt;
        m_deepl->setInsteadHere({});
        return DeepLService::Reply{0};
    });
    QCOMPARE(endsOf(ask({withBoth})), QStringList(sentence(2, {"note verbale", "embassy"})));
    QCOMPARE(m_deepl->glossaryRequests(), QStringList({"POST /v3/glossaries", "PATCH /v3/glossaries/g-1",
                                                       "PUT /v3/glossaries/g-1/dictionaries"}));
}

void MtGlossariesTest::leavesOutBadTermsAlone()
{
    const TermPair tooLong{"đại sứ quán", QString(1100, 'l')};
    const TranslateAnswer answer = ask({{withBoth.source, {note, tooLong}}});
    QCOMPARE(endsOf(answer), QStringList(sentence(2, {"note verbale"})));
    QCOMPARE(answer.warnings.size(), 1);
    QVERIFY2(answer.warnings.first().contains("đại sứ quán") && answer.warnings.first().contains("1,024"),
             qPrintable(answer.warnings.first()));
    // A text none of whose terms can go goes without a glossary.
    const QList<Sentence> withBad{{"Câu số 4 về đại sứ quán.", {tooLong}}};
    const Result<TranslatePreview> preview = m_service->preview(requestWith(withBad), {});
    QCOMPARE(endsOf(ask(withBad)), QStringList(sentence(4)));
    QCOMPARE(m_deepl->glossaryRequests().size(), 1);
    QVERIFY(!m_deepl->journal().last().body.contains("glossary_id"));
    QCOMPARE(preview->requests.last().body.toUtf8(), m_deepl->journal().last().body);
}

void MtGlossariesTest::saysWhichOfTwoMeaningsWent()
{
    const TranslateAnswer answer =
        ask({withNote, {"Câu số 4 về công hàm.", {{"công hàm", "diplomatic note"}}}});
    QCOMPARE(answer.warnings.size(), 1);
    QVERIFY2(answer.warnings.first().contains("diplomatic note") &&
                 answer.warnings.first().contains("note verbale"),
             qPrintable(answer.warnings.first()));
    QCOMPARE(m_deepl->glossaries()["g-1"].entries["công hàm"], QString("note verbale"));
    // Two meanings of one text: the first is the better one, and nothing is to be said.
    QVERIFY(ask({{"Câu số 5 về công hàm.", {note, {"công hàm", "diplomatic note"}}}}).warnings.isEmpty());
}

void MtGlossariesTest::refusesTextsWhoseTermsDidNotArrive_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("othersGo");
    QTest::newRow("refused") << 400 << "mt.terms-not-sent" << true;
    QTest::newRow("too large") << 413 << "mt.terms-not-sent" << true;
    QTest::newRow("no such thing there") << 404 << "mt.terms-not-sent" << true;
    QTest::newRow("used up") << 456 << "mt.quota" << false;
    QTest::newRow("the key") << 403 << "mt.key" << false;
}

void MtGlossariesTest::refusesTextsWhoseTermsDidNotArrive()
{
    QFETCH(int, status);
    QFETCH(QString, code);
    QFETCH(bool, othersGo);
    m_deepl->setInstead([status](const DeepLService::Seen &seen) {
        return seen.path == "/v2/translate" ? std::nullopt : std::optional(DeepLService::Reply{status, {}});
    });
    QCOMPARE(endsOf(ask({withNote, without})), QStringList({code, othersGo ? sentence(3) : code}));
    QCOMPARE(m_deepl->glossaryRequests().size(), 1);
    QCOMPARE(ledger().second, othersGo ? charactersOf(without.source) : 0);
    m_deepl->setInstead({});
    m_service = service();
    QCOMPARE(endsOf(ask({withNote, without})), QStringList({sentence(1, {"note verbale"}), sentence(3)}));
    QCOMPARE(m_deepl->glossaries().size(), 1);
}

void MtGlossariesTest::makesOneForManyCallsAtOnce()
{
    std::vector<std::future<QStringList>> calls;
    for (int i = 0; i < 8; ++i)
        calls.push_back(std::async(std::launch::async, [this, i] {
            const QString source = QStringLiteral("từ số %1").arg(i);
            const QString target = QStringLiteral("word number %1").arg(i);
            return endsOf(ask({{QStringLiteral("Câu số %1 có %2.").arg(i).arg(source), {{source, target}}}}));
        }));
    for (int i = 0; i < 8; ++i)
        QCOMPARE(calls.at(static_cast<std::size_t>(i)).get(),
                 QStringList(sentence(i, {QStringLiteral("word number %1").arg(i)})));
    QCOMPARE(m_deepl->glossaries().size(), 1);
    QCOMPARE(m_deepl->glossaries()["g-1"].entries.size(), 8);
    QCOMPARE(m_deepl->glossaryRequests().count("POST /v3/glossaries"), 1);
}

void MtGlossariesTest::twoProgramsShareOne()
{
    const auto other = service();
    std::atomic<bool> isHeld = false;
    m_network->setScript([&](const HttpRequest &request) -> std::optional<HttpOutcome> {
        if (!isHeld.exchange(true))
            return std::nullopt; // the first program's request for a glossary
        return outcomeOf(request);
    });
    auto first = std::async(std::launch::async, [&] { return endsOf(ask({withNote})); });
    m_network->awaitRequests(1);
    auto second = std::async(std::launch::async,
                             [&] { return endsOf(*other->translate(requestWith({withBoth}), {}, {})); });
    QCOMPARE(second.wait_for(150ms), std::future_status::timeout);
    QCOMPARE(m_network->requests(), 1);
    m_network->release();
    QCOMPARE(first.get(), QStringList(sentence(1, {"note verbale"})));
    QCOMPARE(second.get(), QStringList(sentence(2, {"note verbale", "embassy"})));
    QCOMPARE(m_deepl->glossaryRequests(), QStringList({"POST /v3/glossaries", "PATCH /v3/glossaries/g-1"}));
}

void MtGlossariesTest::stopsAtOnce()
{
    m_network->setScript([&](const HttpRequest &) { return std::optional<HttpOutcome>(); });
    StopSource stop;
    auto asked = std::async(std::launch::async, [&] {
        return m_service->translate(requestWith({withNote}), stop.get_token(), {});
    });
    m_network->awaitRequests(1);
    // One that waits for its turn, too.
    auto waits = std::async(std::launch::async, [&] {
        return m_service->translate(requestWith({withBoth}), stop.get_token(), {});
    });
    QCOMPARE(waits.wait_for(60ms), std::future_status::timeout);
    const auto begin = std::chrono::steady_clock::now();
    stop.request_stop();
    QCOMPARE(endsOf(*asked.get()), QStringList("mt.cancelled"));
    QCOMPARE(endsOf(*waits.get()), QStringList("mt.cancelled"));
    QVERIFY(std::chrono::steady_clock::now() - begin < 1s);
    // What had left is waited for before anything else is said about the glossary.
    m_network->setScript(
        [this](const HttpRequest &request) -> std::optional<HttpOutcome> { return outcomeOf(request); });
    auto next = std::async(std::launch::async, [&] { return endsOf(ask({withBoth})); });
    QCOMPARE(next.wait_for(150ms), std::future_status::timeout);
    m_network->release();
    QCOMPARE(next.get(), QStringList(sentence(2, {"note verbale", "embassy"})));
    QCOMPARE(m_deepl->glossaries().size(), 1);
}

/// One without terms, too, that was to go after the terms of others.
void MtGlossariesTest::sendsNoTextAfterAStop()
{
    m_network->setScript([&](const HttpRequest &request) {
        (void)outcomeOf(request);
        return std::optional<HttpOutcome>(); // and nobody hears of it
    });
    StopSource stop;
    auto asked = std::async(std::launch::async, [&] {
        return m_service->translate(requestWith({withNote, without}), stop.get_token(), {});
    });
    m_network->awaitRequests(1);
    stop.request_stop();
    QCOMPARE(endsOf(*asked.get()), QStringList({"mt.cancelled", "mt.cancelled"}));
    m_service.reset();
    connect();
    QCOMPARE(ledger().first.size(), 1); // the glossary's
    QCOMPARE(ledger().second, 0);
}

/// Whose terms are there already: a merge for others does not hold it up.
void MtGlossariesTest::answersTheActiveSegmentWhileTermsAreOnTheirWay()
{
    (void)ask({withNote});
    std::atomic<bool> isHeld = false;
    m_network->setScript([&](const HttpRequest &request) -> std::optional<HttpOutcome> {
        if (request.method == "PATCH" && !isHeld.exchange(true))
            return std::nullopt;
        return outcomeOf(request);
    });
    auto bulk = std::async(std::launch::async, [&] { return endsOf(ask({withBoth, without})); });
    m_network->awaitRequests(3);
    QCOMPARE(endsOf(ask({{"Câu số 4 về công hàm.", {note}}})), QStringList(sentence(4, {"note verbale"})));
    m_network->release();
    QCOMPARE(bulk.get(), QStringList({sentence(2, {"note verbale", "embassy"}), sentence(3)}));
}

void MtGlossariesTest::showsWhatItWouldSend_data()
{
    QTest::addColumn<QList<Sentence>>("before");
    QTest::addColumn<bool>("isNew");
    QTest::newRow("a new glossary") << QList<Sentence>{} << true;
    QTest::newRow("new terms") << QList<Sentence>{{"Câu số 9 về công hàm.", {note}}} << false;
    QTest::newRow("nothing new") << QList<Sentence>{{"Câu số 9 về công hàm của đại sứ quán.",
                                                     {note, embassy}}}
                                 << false;
    QTest::newRow("a term that is meant no more")
        << QList<Sentence>{{"Câu số 9 về hợp tác.", {{"hợp tác", "cooperation"}}}} << false;
}

void MtGlossariesTest::showsWhatItWouldSend()
{
    QFETCH(QList<Sentence>, before);
    QFETCH(bool, isNew);
    if (!before.isEmpty())
        (void)ask(before);
    QList<Sentence> all{withNote, withBoth, without};
    for (int i = 10; i < 620; ++i) // more than are looked up at once
        all.append({QStringLiteral("Câu số %1 về từ %2 và hợp tác.").arg(i).arg(i / 7),
                    {{QStringLiteral("từ %1").arg(i / 7), QStringLiteral("word %1").arg(i / 7)}}});
    const Result<TranslatePreview> preview = m_service->preview(requestWith(all), {});
    QVERIFY(preview);
    const qsizetype known = m_deepl->journal().size();
    QCOMPARE(known, before.isEmpty() ? 0 : 2);
    const TranslateAnswer answer = ask(all);
    QList<QByteArray> sent;
    for (const DeepLService::Seen &seen : m_deepl->journal().mid(known)) {
        QByteArray body = seen.body;
        sent.append(isNew ? body.replace(R"("glossary_id":"g-1")", R"("glossary_id":"id-of-the-glossary")")
                          : body);
    }
    QList<QByteArray> shown;
    for (const OutgoingRequest &one : preview->requests)
        shown.append(one.body.toUtf8());
    std::sort(sent.begin(), sent.end());
    std::sort(shown.begin(), shown.end());
    QCOMPARE(shown, sent);
    QCOMPARE(preview->requestCount, sent.size());
    QCOMPARE(preview->characters, answer.sentCharacters);
    QCOMPARE(preview->warnings.size(), isNew ? 1 : 0);
}

void MtGlossariesTest::refusesAGlossaryBesideTheTerms()
{
    m_service = service(on + R"("glossary": "g-9", )");
    const Result<TranslateAnswer> answer = m_service->translate(requestWith({withNote}), {}, {});
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, QString("mt.settings"));
    QVERIFY2(answer.error().message.contains("\"terms\""), qPrintable(answer.error().message));
    m_service = service(R"("glossary": "g-9", )");
    QCOMPARE(endsOf(ask({without})), QStringList("mt.setup"));
    QVERIFY(m_deepl->journal().last().body.contains(R"("glossary_id":"g-9")"));
}

void MtGlossariesTest::beginsAnewWithADamagedFile_data()
{
    QTest::addColumn<int>("pages"); // before what is damaged
    QTest::newRow("from its beginning") << 0;
    QTest::newRow("a page with entries alone") << 3;
}

void MtGlossariesTest::beginsAnewWithADamagedFile()
{
    QFETCH(int, pages);
    (void)ask({withNote});
    m_service.reset();
    for (const char *const part : {"-wal", "-shm"})
        QFile::remove(m_folder->filePath("glossaries.sqlite") + part);
    QFile file(m_folder->filePath("glossaries.sqlite"));
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 page = 4096;
    QCOMPARE(file.size(), 4 * page);
    QVERIFY(file.seek(pages * page));
    file.write(QByteArray(page, 'x'));
    file.close();
    m_service = service();
    QCOMPARE(endsOf(ask({withBoth})), QStringList(sentence(2, {"note verbale", "embassy"})));
    QCOMPARE(m_deepl->glossaries().size(),
             2); // of another name: the first cannot be told from others' any more
    QVERIFY(QFile::exists(file.fileName() + ".damaged"));
}

void MtGlossariesTest::agreesWithTheJournalOfARealServer()
{
    RawPeer peer([this](Connection &connection) {
        while (connection.open()) {
            const QByteArray request = connection.readRequest();
            if (request.isEmpty())
                return;
            const QList<QByteArray> line = request.left(request.indexOf('\r')).split(' ');
            QVERIFY(request.contains("Authorization: DeepL-Auth-Key key-of-mine"));
            const DeepLService::Reply reply =
                m_deepl->handle({line.at(0), QString::fromLatin1(line.at(1)), Connection::bodyOf(request)});
            connection.write(
                mt::test::answer(reply.status, reply.body, "Content-Type: application/json\r\n"));
        }
    });
    const QByteArray address = "http://127.0.0.1:" + QByteArray::number(peer.port());
    const QJsonDocument settings = QJsonDocument::fromJson(
        R"({"network": {"proxy": "none"}, "engines": {"deepl": {"terms": true, "address": ")" + address +
        R"(", "key": "key-of-mine"}}})");
    m_service = std::make_unique<TranslationService>(EngineRegistry::fromSettings(settings.object()),
                                                     m_folder->path());
    QCOMPARE(endsOf(ask({withNote, without})), QStringList({sentence(1, {"note verbale"}), sentence(3)}));
    QCOMPARE(endsOf(ask({withBoth})), QStringList(sentence(2, {"note verbale", "embassy"})));
    QCOMPARE(endsOf(ask({{"Câu số 6 về công hàm gửi đại sứ quán.", {embassy}}})),
             QStringList(sentence(6, {"embassy"})));
    m_deepl->deleteGlossaries();
    QCOMPARE(endsOf(ask({{"Câu số 7 về đại sứ quán.", {embassy}}})), QStringList(sentence(7, {"embassy"})));
    QCOMPARE(m_deepl->glossaryRequests(), QStringList({"POST /v3/glossaries", "PATCH /v3/glossaries/g-1",
                                                       "PUT /v3/glossaries/g-1/dictionaries",
                                                       "GET /v3/glossaries", "POST /v3/glossaries"}));
    m_service.reset(); // before the server
}

QTEST_GUILESS_MAIN(MtGlossariesTest)

#include "tst_mt_glossaries.moc"
