// Answers as the services' contracts show them, recorded or described there. The contracts lie outside of the
// repository; without them the small samples of tst_mt_engines and tst_mt_engine_failures stand in.
#include "engine_samples.h"

#include "plugins/machine-translation/engines/chat.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

#include <nlohmann/json.hpp>

using namespace verbale;
using namespace verbale::mt;
using samples::answerOf;
using samples::batchOf;
using Json = nlohmann::json;
using Kind = FailureKind;

Q_DECLARE_METATYPE(verbale::mt::FailureKind)

namespace {

QString folder()
{
    return qEnvironmentVariable("VERBALE_SHARED", QStringLiteral(VERBALE_SOURCE_DIR "/../shared")) +
           QStringLiteral("/contracts/mt");
}

QByteArray contract(const QString &file)
{
    QFile read(folder() + QLatin1Char('/') + file);
    return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
}

/// The JSON that begins with `start`, to its last bracket; "{...}" in it, where the contract leaves something
/// out, becomes an empty object. Empty when it is not there.
QByteArray sampleIn(const QByteArray &contract, const QByteArray &start)
{
    const qsizetype at = contract.indexOf(start);
    int depth = 0;
    bool inString = false;
    for (qsizetype i = at; at >= 0 && i < contract.size(); ++i) {
        const char c = contract.at(i);
        if (inString && c == '\\')
            ++i;
        else if (c == '"')
            inString = !inString;
        else if (!inString && (c == '{' || c == '['))
            ++depth;
        else if (!inString && (c == '}' || c == ']') && --depth == 0)
            return contract.mid(at, i - at + 1).replace("{...}", "{}");
    }
    return {};
}

} // namespace

class tst_MtRecorded : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (contract(QStringLiteral("deepl.md")).isEmpty())
            QSKIP(
                "the services' contracts are not in ../shared/contracts/mt (VERBALE_SHARED can name another "
                "folder)");
    }
    void translations_data();
    void translations();
    void failures_data();
    void failures();
    void requests_data();
    void requests();
    void answersUnderOtherIds();
};

void tst_MtRecorded::translations_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QStringList>("texts");
    QTest::addColumn<qint64>("billed"); // of all texts; -1: the service does not say
    const auto add = [](const char *engine, const char *file, const char *start, const QStringList &texts,
                        qint64 billed = -1) {
        QTest::newRow(engine) << QString::fromLatin1(engine) << QString::fromLatin1(file) << QByteArray(start)
                              << texts << billed;
    };
    add("deepl", "deepl.md", R"({"translations":[{"detected_source_language":"VI","text":"proton beam")",
        {"proton beam", "proton beam"}, 19);
    add("google-v2", "google.md", R"({"data":{"translations":)", {"Hello", "Note verbale <x id=\"1\"/>"});
    add("google-v3", "google.md", R"({"translations":[{"translatedText":"Hello"}],"glossaryTranslations")",
        {"Hello"});
    add("azure-3.0", "azure.md", R"([{"translations":[{"text":)",
        {"Note verbale No. <span class=\"notranslate\">12/CH</span>"});
    add("azure-2026", "azure.md", R"({"value":[{"translations":)", {"Hello"});
    add("libretranslate", "libretranslate.md", R"({"translatedText":["Hello","Note"]})", {"Hello", "Note"});
    add("modernmt", "modernmt.md", R"({"status":200,"data":)", {"Hello"}, 8);
    add("apertium", "apertium-apy.md", R"({"responseData":{"translatedText":"La embajada)",
        {"La embajada envía su *compliments al ministerio."}, 0);
}

void tst_MtRecorded::translations()
{
    QFETCH(QString, engine);
    QFETCH(QString, file);
    QFETCH(QByteArray, start);
    QFETCH(QStringList, texts);
    QFETCH(qint64, billed);
    const QByteArray sample = sampleIn(contract(file), start);
    QVERIFY2(!sample.isEmpty(), "the contract no longer holds this sample");
    const auto engines = samples::engines();
    const Batch batch = batchOf(QStringList(texts.size(), QStringLiteral("Xin chào")));
    const EngineAnswer answer = engines.at(engine)->answer(batch, answerOf(200, sample));
    const auto *list = std::get_if<QList<ItemAnswer>>(&answer);
    QVERIFY2(list, sample.constData());
    QCOMPARE(list->size(), texts.size());
    qint64 charged = billed < 0 ? -1 : 0;
    for (const ItemAnswer &one : *list) {
        QCOMPARE(one.text, texts.at(one.item));
        QCOMPARE(one.billedCharacters.has_value(), billed >= 0);
        charged += one.billedCharacters.value_or(0);
    }
    QCOMPARE(charged, billed);
}

void tst_MtRecorded::failures_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<FailureKind>("kind");
    const auto add = [](const char *engine, const char *file, int status, const char *start, Kind kind) {
        QTest::addRow("%s %d %s", engine, status, start)
            << QString::fromLatin1(engine) << QString::fromLatin1(file) << status << QByteArray(start)
            << kind;
    };
    add("deepl", "deepl.md", 400, R"({"message":"Use of a glossary)", Kind::Setup);
    add("deepl", "deepl.md", 400, R"({"message":"Glossary not found)", Kind::Setup);
    add("deepl", "deepl.md", 400, R"({"message":"Value for )", Kind::Setup);
    add("deepl", "deepl.md", 400, R"({"message":"Target language )", Kind::Setup);
    add("deepl", "deepl.md", 400, R"({"message":"request/body/model_type)", Kind::Setup);
    add("deepl", "deepl.md", 400, R"({"Message":"Tag handling)", Kind::BadRequest);
    add("deepl", "deepl.md", 456, R"({"message":"Quota)", Kind::Quota);
    add("google-v2", "google.md", 403, R"({"error":{"code":403,"message":"User Rate)", Kind::Limited);
    add("azure-3.0", "azure.md", 429, R"({"error":{"code":429001)", Kind::Limited);
    add("libretranslate", "libretranslate.md", 400, R"({"error":"vi is not)", Kind::Setup);
    add("libretranslate", "libretranslate.md", 403, R"({"error":"Invalid API key)", Kind::Key);
    add("libretranslate", "libretranslate.md", 429, R"({"error":"Slowdown)", Kind::Limited);
    add("libretranslate", "libretranslate.md", 500, R"({"error":"Cannot translate)", Kind::BadAnswer);
    add("libretranslate", "libretranslate.md", 200, R"({"translatedText":"<emoji>)", Kind::BadAnswer);
    add("modernmt", "modernmt.md", 200, R"({"status":401,)", Kind::Key);
    add("apertium", "apertium-apy.md", 400, R"({"status":"error","code":400)", Kind::Setup);
    add("chat", "openai-compatible.md", 401, R"({"error":{"message":"Incorrect API key)", Kind::Key);
    add("chat", "openai-compatible.md", 500, R"({"error":"the model failed)", Kind::Unbilled);
}

void tst_MtRecorded::failures()
{
    QFETCH(QString, engine);
    QFETCH(QString, file);
    QFETCH(int, status);
    QFETCH(QByteArray, start);
    QFETCH(FailureKind, kind);
    const QByteArray sample = sampleIn(contract(file), start);
    QVERIFY2(!sample.isEmpty(), "the contract no longer holds this sample");
    const auto engines = samples::engines();
    const EngineAnswer answer = engines.at(engine)->answer(batchOf({"Xin chào"}), answerOf(status, sample));
    const auto *failure = std::get_if<Failure>(&answer);
    QVERIFY(failure);
    QCOMPARE(static_cast<int>(failure->kind), static_cast<int>(kind));
}

void tst_MtRecorded::requests_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QStringList>("others"); // named elsewhere in the contract
    const auto add = [](const char *engine, const char *file, const char *start, const QStringList &others) {
        QTest::newRow(engine) << QString::fromLatin1(engine) << QString::fromLatin1(file) << QByteArray(start)
                              << others;
    };
    add("deepl", "deepl.md", R"({"text":["chùm)", {"glossary_id"});
    add("google-v2", "google.md", R"({"q":["Xin)", {});
    add("google-v3", "google.md", R"({"contents":)", {});
    add("azure-2026", "azure.md", R"({"inputs":)", {});
    add("libretranslate", "libretranslate.md", R"({"q":["Xin)", {});
    add("modernmt", "modernmt.md", R"({"source":"vi","target":"en","q")", {});
    add("chat", "openai-compatible.md", R"({"model":"mock")", {"stream", "store"});
}

/// Our requests say nothing that the contract does not know, and say it in the same types.
void tst_MtRecorded::requests()
{
    QFETCH(QString, engine);
    QFETCH(QString, file);
    QFETCH(QByteArray, start);
    QFETCH(QStringList, others);
    const QByteArray sample = sampleIn(contract(file), start);
    QVERIFY2(!sample.isEmpty(), "the contract no longer holds this sample");
    const Json known = Json::parse(sample.toStdString(), nullptr, false);
    QVERIFY(known.is_object());
    const auto engines = samples::engines();
    const auto request = engines.at(engine)->request(batchOf({"Xin chào", "Công hàm"}), samples::key());
    const Json ours = Json::parse(request->body.toStdString(), nullptr, false);
    for (const auto &[name, value] : ours.items()) {
        if (others.contains(QString::fromStdString(name)))
            continue;
        QVERIFY2(known.contains(name), name.c_str());
        QVERIFY2(value.is_number() ? known[name].is_number() : value.type() == known[name].type(),
                 name.c_str());
    }
    if (engine == QLatin1String("azure-2026")) {
        for (const auto &[name, value] : ours["inputs"][0].items())
            QVERIFY2(known["inputs"][0].contains(name), name.c_str());
        for (const auto &[name, value] : ours["inputs"][0]["targets"][0].items())
            QVERIFY2(known["inputs"][0]["targets"][0].contains(name), name.c_str());
    }
}

/// The recorded model answers under the number that it was given; ours were others.
void tst_MtRecorded::answersUnderOtherIds()
{
    const QByteArray sample =
        sampleIn(contract(QStringLiteral("openai-compatible.md")), R"({"id":"chatcmpl-...")");
    QVERIFY2(!sample.isEmpty(), "the contract no longer holds this sample");
    const auto engines = samples::engines();
    const Batch batch = batchOf({"Đại sứ quán kính chào <g1/>"});
    const EngineAnswer strange = engines.at("chat")->answer(batch, answerOf(200, sample));
    QCOMPARE(std::get<Failure>(strange).error.code, QString("mt.wrong-ids"));
    QByteArray ours = sample;
    ours.replace(R"(\"id\":1)", QByteArray(R"(\"id\":\")") + chatIds(batch).first().toUtf8() + R"(\")");
    const EngineAnswer answer = engines.at("chat")->answer(batch, answerOf(200, ours));
    QCOMPARE(std::get<QList<ItemAnswer>>(answer).first().text,
             QString("The Embassy presents its compliments <g1/>"));
}

QTEST_GUILESS_MAIN(tst_MtRecorded)
#include "tst_mt_recorded.moc"
