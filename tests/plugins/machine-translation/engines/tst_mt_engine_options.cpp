#include "engine_samples.h"

#include "plugins/machine-translation/engines/apertium.h"
#include "plugins/machine-translation/engines/azure.h"
#include "plugins/machine-translation/engines/chat.h"
#include "plugins/machine-translation/engines/deepl.h"
#include "plugins/machine-translation/engines/generic.h"
#include "plugins/machine-translation/engines/google.h"
#include "plugins/machine-translation/engines/libretranslate.h"
#include "plugins/machine-translation/engines/modernmt.h"

#include <QtTest/QTest>

#include <nlohmann/json.hpp>

using namespace verbale;
using namespace verbale::mt;
using Json = nlohmann::json;

namespace {

template <typename E, typename O>
QByteArray optionsAt(const char *address)
{
    O options{};
    options.address = QString::fromLatin1(address);
    return E(options).options();
}

using OptionsAt = QByteArray (*)(const char *);

Json description()
{
    return Json::parse(
        R"({"schema": "verbale.engine/1", "id": "ministry", "name": "Ministry",)"
        R"("url": "https://mt.example.org/translate", "body": {"texts": "${texts}", "fast": true},)"
        R"("answer": {"texts": "/out/\u002a"}, "limits": {"items": 5, "firstByteSeconds": 9},)"
        R"("statuses": {"unbilled": [500]}})");
}

/// Empty for a description that cannot be used.
QByteArray optionsOf(const QByteArray &json)
{
    const auto engine = GenericEngine::fromJson(json, QStringLiteral("ministry.json"));
    return engine ? (*engine)->options() : QByteArray();
}

QByteArray optionsOf(const Json &json)
{
    return optionsOf(QByteArray::fromStdString(json.dump()));
}

} // namespace

Q_DECLARE_METATYPE(OptionsAt)

/// What answers are kept by, beside the text: too little, and one server's answers are given out as
/// another's; too much, and what was paid for is paid for again.
class tst_MtEngineOptions : public QObject
{
    Q_OBJECT

private slots:
    void anotherAddressIsAnotherEngine_data();
    void anotherAddressIsAnotherEngine();
    void hostsOfDeepLAreOne();
    void anotherProjectIsAnotherEngine();
    void whatShapesTranslationsCounts_data();
    void whatShapesTranslationsCounts();
    void whatShapesRequestsAloneDoesNot();
};

void tst_MtEngineOptions::anotherAddressIsAnotherEngine_data()
{
    QTest::addColumn<OptionsAt>("at");
    QTest::newRow("deepl") << OptionsAt(optionsAt<DeepLEngine, DeepLOptions>);
    QTest::newRow("azure") << OptionsAt(optionsAt<AzureEngine, AzureOptions>);
    QTest::newRow("google-v2") << OptionsAt(optionsAt<GoogleV2Engine, GoogleV2Options>);
    QTest::newRow("google-v3") << OptionsAt(optionsAt<GoogleV3Engine, GoogleV3Options>);
    QTest::newRow("modernmt") << OptionsAt(optionsAt<ModernMtEngine, ModernMtOptions>);
    QTest::newRow("libretranslate") << OptionsAt(optionsAt<LibreTranslateEngine, LibreTranslateOptions>);
    QTest::newRow("apertium") << OptionsAt(optionsAt<ApertiumEngine, ApertiumOptions>);
    QTest::newRow("chat") << OptionsAt(optionsAt<ChatEngine, ChatOptions>);
}

void tst_MtEngineOptions::anotherAddressIsAnotherEngine()
{
    QFETCH(OptionsAt, at);
    QCOMPARE(at("https://a.example.org"), at("https://a.example.org"));
    QVERIFY(at("https://a.example.org") != at("https://b.example.org"));
    QVERIFY(at("https://a.example.org") != at("https://a.example.org/other"));
}

void tst_MtEngineOptions::hostsOfDeepLAreOne()
{
    const OptionsAt at = optionsAt<DeepLEngine, DeepLOptions>;
    QCOMPARE(at("https://api-free.deepl.com"), at("https://api.deepl.com"));
    QVERIFY(at("https://api.deepl.com") != at("https://api.deepl.com.example.org"));
}

void tst_MtEngineOptions::anotherProjectIsAnotherEngine()
{
    GoogleV3Options options;
    options.project = QStringLiteral("embassy");
    const QByteArray before = GoogleV3Engine(options).options();
    options.project = QStringLiteral("ministry");
    QVERIFY(GoogleV3Engine(options).options() != before);
}

void tst_MtEngineOptions::whatShapesTranslationsCounts_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QString>("value");
    const auto add = [](const char *member, const char *value) {
        QTest::newRow(member) << QString::fromLatin1(member) << QString::fromLatin1(value);
    };
    add("url", R"("https://mt.example.org/other")");
    add("body", R"({"texts": "${texts}", "fast": false})");
    add("headers", R"({"X-Model": "2"})");
    add("languages", R"({"vi": "vie"})");
    add("answer", R"({"texts": "/other/\u002a"})");
    add("tags", R"("tokens")");
    add("auth", R"({"header": "X-Key"})");
}

void tst_MtEngineOptions::whatShapesTranslationsCounts()
{
    QFETCH(QString, member);
    QFETCH(QString, value);
    Json json = description();
    const QByteArray before = optionsOf(json);
    QVERIFY(!before.isEmpty());
    json[member.toStdString()] = Json::parse(value.toStdString());
    QVERIFY(!optionsOf(json).isEmpty());
    QVERIFY(optionsOf(json) != before);
}

void tst_MtEngineOptions::whatShapesRequestsAloneDoesNot()
{
    const Json json = description();
    const QByteArray before = optionsOf(json);
    QVERIFY(!before.isEmpty());
    Json other = json;
    other["limits"] = {{"items", 7}, {"firstByteSeconds", 90}, {"inFlight", 1}};
    QCOMPARE(optionsOf(other), before);
    other.erase("limits");
    QCOMPARE(optionsOf(other), before);
    other["statuses"] = {{"unbilled", {500, 503}}};
    QCOMPARE(optionsOf(other), before);
    other["name"] = "The Ministry's translator";
    QCOMPARE(optionsOf(other), before);
    // The same description, written in another way.
    QCOMPARE(optionsOf(QByteArray::fromStdString(json.dump(4)) + '\n'), before);
}

QTEST_GUILESS_MAIN(tst_MtEngineOptions)
#include "tst_mt_engine_options.moc"
