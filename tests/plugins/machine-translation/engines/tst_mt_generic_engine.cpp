#include "engine_samples.h"

#include "plugins/machine-translation/engines/generic.h"

#include <QtTest/QTest>

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace verbale;
using namespace verbale::mt;
using samples::answerOf;
using samples::batchOf;
using Json = nlohmann::json;

namespace {

/// A description that works, in which a test changes one thing.
Json description()
{
    // \u002a is the star: in a raw string moc would see a comment begin.
    return Json::parse(
        R"({"schema": "verbale.engine/1", "id": "ministry", "name": "Ministry",)"
        R"("url": "https://mt.example.org/translate", "auth": {"header": "X-Api-Key", "prefix": "Key "},)"
        R"("headers": {"X-Client": "Verbale"}, "languages": {"vi": "vie", "en-GB": "eng-uk"},)"
        R"("body": {"inputs": ["${each}", {"t": "${text}", "n": 1}], "pair": "${source}-${target}", "fast": true},)"
        R"("answer": {"texts": "/out/\u002a/t/0", "billed": "/cost"}, "tags": "tokens",)"
        R"("limits": {"items": 5, "characters": 900, "perSecond": 3, "inFlight": 1, "firstByteSeconds": 9},)"
        R"("statuses": {"unbilled": [500, 503], "setup": [410]}})");
}

Result<std::unique_ptr<GenericEngine>> engineOf(const Json &json)
{
    return GenericEngine::fromJson(QByteArray::fromStdString(json.dump()), QStringLiteral("ministry.json"));
}

} // namespace

class tst_MtGenericEngine : public QObject
{
    Q_OBJECT

private slots:
    void fillsItsBody();
    void readsItsAnswers();
    void takesOneText();
    void textsAreNoPlaces();
    void refusesBadDescriptions_data();
    void refusesBadDescriptions();
    void changesOfTheFileChangeTheOptions();
};

void tst_MtGenericEngine::fillsItsBody()
{
    const auto engine = engineOf(description());
    QVERIFY2(engine.ok(), engine ? "" : qPrintable(engine.error().text()));
    const auto request = (*engine)->request(batchOf({"một", "hai"}, "vi", "en-GB"), samples::key());
    QCOMPARE(
        request->body,
        QByteArray(R"({"fast":true,"inputs":[{"n":1,"t":"một"},{"n":1,"t":"hai"}],"pair":"vie-eng-uk"})"));
    QVERIFY(std::any_of(request->headers.begin(), request->headers.end(), [](const Header &header) {
        return header.name == "X-Client" && header.value == "Verbale";
    }));
    QCOMPARE(request->secretHeaders.first().value.reveal(), QByteArrayView("Key canary-5e1f-key"));
    // A region that the description does not name is that of the language.
    const auto pairFor = [&engine](const char *source, const char *target) {
        const auto one = (*engine)->request(batchOf({"một"}, source, target), samples::key());
        return Json::parse(one->body.toStdString())["pair"].get<std::string>();
    };
    QCOMPARE(pairFor("vi-VN", "en-GB"), std::string("vie-eng-uk"));
    QCOMPARE(pairFor("VI-Latn-VN", "en-US"), std::string("vie-en"));
    QCOMPARE(pairFor("fr-FR", "en"), std::string("fr-en"));
    QCOMPARE((*engine)->id(), QString("generic:ministry"));
    QCOMPARE((*engine)->limits().maxItems, 5);
    QCOMPARE((*engine)->limits().maxCharacters, 900);
    QCOMPARE((*engine)->limits().firstByte, std::chrono::milliseconds(9000));
    QCOMPARE((*engine)->notation(), TagNotation::Tokens);
}

void tst_MtGenericEngine::readsItsAnswers()
{
    const auto engine = engineOf(description());
    const Batch batch = batchOf({"một", "hai"});
    const EngineAnswer answer =
        (*engine)->answer(batch, answerOf(200, R"({"out":[{"t":["one"]},{"t":["two"]}],"cost":6})"));
    const auto &list = std::get<QList<ItemAnswer>>(answer);
    QCOMPARE(list.at(1).text, QString("two"));
    QCOMPARE(*list.at(0).billedCharacters + *list.at(1).billedCharacters, 6);
    for (const char *bad :
         {R"({"out":[{"t":["one"]}]})", R"({"out":{"t":["one"]}})", R"({"out":[{"t":[]},{"t":["x"]}]})",
          R"({"out":[{"t":[1]},{"t":["x"]}]})", R"({})", R"([])"})
        QCOMPARE(std::get<Failure>((*engine)->answer(batch, answerOf(200, bad))).kind,
                 FailureKind::BadAnswer);
    QCOMPARE(std::get<Failure>((*engine)->answer(batch, answerOf(410, ""))).kind, FailureKind::Setup);
    QCOMPARE(std::get<Failure>((*engine)->answer(batch, answerOf(500, ""))).kind, FailureKind::Unbilled);
}

void tst_MtGenericEngine::takesOneText()
{
    Json json = description();
    json["body"] = {{"q", "${text}"}};
    json["answer"] = {{"texts", "/a~1b"}, {"billed", "/n"}};
    json.erase("auth");
    const auto engine = engineOf(json);
    QVERIFY(engine.ok());
    QCOMPARE((*engine)->limits().maxItems, 1);
    QVERIFY(!(*engine)->needsKey());
    const auto request = (*engine)->request(batchOf({"một"}), Secret());
    QCOMPARE(request->body, QByteArray(R"({"q":"một"})"));
    const EngineAnswer answer = (*engine)->answer(batchOf({"một"}), answerOf(200, R"({"a/b":"one","n":3})"));
    QCOMPARE(std::get<QList<ItemAnswer>>(answer).first().text, QString("one"));
    QCOMPARE(std::get<QList<ItemAnswer>>(answer).first().billedCharacters, std::optional<qint64>(3));
}

void tst_MtGenericEngine::textsAreNoPlaces()
{
    const auto engine = engineOf(description());
    const auto request = (*engine)->request(batchOf({"${source} \"${text}\" ${each}"}), samples::key());
    const Json body = Json::parse(request->body.toStdString());
    QCOMPARE(body["inputs"][0]["t"].get<std::string>(), std::string("${source} \"${text}\" ${each}"));
}

void tst_MtGenericEngine::refusesBadDescriptions_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("value"); // JSON; empty: taken out
    QTest::addColumn<QString>("words");
    QTest::newRow("schema") << "/schema"
                            << "\"verbale.engine/2\""
                            << "schema";
    QTest::newRow("id") << "/id"
                        << ""
                        << "\"id\"";
    QTest::newRow("name") << "/name"
                          << "7"
                          << "\"name\"";
    QTest::newRow("no url") << "/url"
                            << ""
                            << "\"url\"";
    QTest::newRow("not https") << "/url"
                               << "\"http://mt.example.org\""
                               << "https://";
    QTest::newRow("no body") << "/body"
                             << ""
                             << "\"body\"";
    QTest::newRow("no place") << "/body"
                              << R"({"a":"b"})"
                              << "\"body\"";
    QTest::newRow("no answer") << "/answer"
                               << ""
                               << "\"answer\"";
    QTest::newRow("two stars") << "/answer/texts"
                               << "\"/a/*/b/*\""
                               << "\"answer\"";
    QTest::newRow("no pointer") << "/answer/texts"
                                << "\"a\""
                                << "\"answer\"";
    QTest::newRow("tags") << "/tags"
                          << "\"sgml\""
                          << "\"tags\"";
    QTest::newRow("items") << "/limits/items"
                           << "0"
                           << "\"items\"";
    QTest::newRow("time") << "/limits/firstByteSeconds"
                          << "\"long\""
                          << "firstByteSeconds";
    QTest::newRow("status") << "/statuses/unbilled"
                            << "[200]"
                            << "statuses";
    QTest::newRow("header") << "/headers"
                            << R"({"A\nB":"c"})"
                            << "headers";
    QTest::newRow("header's value") << "/headers"
                                    << R"({"A":"b\r\nc"})"
                                    << "headers";
    const auto add = [](const char *name, const char *pointer, const char *value, const char *words) {
        QTest::newRow(name) << QString::fromLatin1(pointer) << QString::fromLatin1(value)
                            << QString::fromLatin1(words);
    };
    add("id of a path", "/id", R"("../cache")", "\"id\"");
    add("id with a line end", "/id", R"("ministry\n")", "\"id\"");
    add("a place within words", "/body", R"({"q":"Translate: ${text}"})", "stand alone");
    add("a place twice over", "/body", R"({"q":["${each}",["${each}","${text}"]]})", "${each}");
    add("each of nothing", "/body", R"({"q":["${each}",{"n":1}]})", "${each}");
    add("each without a pattern", "/body", R"({"q":["${each}"],"t":"${text}"})", "${each}");
    add("languages", "/languages", R"(["vi"])", "\"languages\"");
    add("a language without a name", "/languages", R"({"vi":7})", "\"languages\"");
    add("limits", "/limits", "5", "\"limits\"");
    add("statuses without lists", "/statuses", R"({"key":401})", "\"statuses\"");
    add("what is charged", "/answer/billed", R"("cost")", "\"billed\"");
    add("a header of the transport's", "/headers", R"({"Content-Length":"5"})", "\"headers\"");
    add("a header with a line end", "/headers", R"({"X-A\n":"b"})", "\"headers\"");
    add("a key with a line end", "/auth", R"({"header":"X-Key\n"})", "\"auth\"");
    QTest::newRow("key's header") << "/auth"
                                  << R"({"header":"a b"})"
                                  << "auth";
}

void tst_MtGenericEngine::refusesBadDescriptions()
{
    QFETCH(QString, pointer);
    QFETCH(QString, value);
    QFETCH(QString, words);
    Json json = description();
    const Json::json_pointer place(pointer.toStdString());
    if (value.isEmpty())
        json.erase(pointer.mid(1).toStdString());
    else
        json[place] = Json::parse(value.toStdString());
    const auto engine = engineOf(json);
    QVERIFY(!engine.ok());
    QCOMPARE(engine.error().code, QString("mt.engine-file"));
    QCOMPARE(engine.error().where.file, QString("ministry.json"));
    QVERIFY2(engine.error().message.contains(words), qPrintable(engine.error().message));
    QCOMPARE(GenericEngine::fromJson("{", "x").error().code, QString("mt.engine-file"));
}

void tst_MtGenericEngine::changesOfTheFileChangeTheOptions()
{
    Json json = description();
    const QByteArray before = (*engineOf(json))->options();
    json["body"]["fast"] = false;
    QVERIFY((*engineOf(json))->options() != before);
}

QTEST_GUILESS_MAIN(tst_MtGenericEngine)
#include "tst_mt_generic_engine.moc"
