#include "plugins/machine-translation/registry/engine_kinds.h"
#include "plugins/machine-translation/registry/engine_registry.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace verbale;
using namespace verbale::mt;

namespace {

EngineRegistry registryOf(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        qFatal("the test's own JSON is broken: %s", json.constData());
    return EngineRegistry::fromSettings(document.object());
}

EngineRegistry engineOf(const QByteArray &name, const QByteArray &members)
{
    return registryOf("{\"engines\": {\"" + name + "\": {" + members + "}}}");
}

QByteArray write(const QTemporaryDir &folder, const char *name, const QByteArray &bytes)
{
    const QString path = folder.filePath(QLatin1String(name));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
    return path.toUtf8();
}

const QByteArray description = R"({"schema": "verbale.engine/1", "id": "ministry", "name": "Ministry",
    "url": "https://mt.example/translate", "body": {"texts": "${texts}"}, "answer": {"texts": "/data/*"}})";

} // namespace

/// Settings to engines, and what is told of mistakes.
class MtRegistryTest : public QObject
{
    Q_OBJECT

private slots:
    void makesEveryKind_data();
    void makesEveryKind();
    void hasARowForEveryKind();
    void takesOverWhatIsSet();
    void keepsTwoOfOneKindApart();
    void tellsOfEachMistake_data();
    void tellsOfEachMistake();
    void leavesTheOtherEnginesUsable();
    void readsTheBudget();
    void letsNothingOutWithAMistakenBudget();
    void readsTheNetwork();
    void givesNoKeyAway();

private:
    QTemporaryDir m_folder;
};

void MtRegistryTest::makesEveryKind_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("needsKey");
    const auto row = [](const char *kind, const QByteArray &members, const char *id, const char *url,
                        bool needsKey) {
        QTest::newRow(kind) << QByteArray("\"type\": \"" + QByteArray(kind) + "\"" + members)
                            << QString::fromLatin1(id) << QString::fromLatin1(url) << needsKey;
    };
    row("deepl", R"(, "address": "", "model": "", "glossary": "", "formality": "", "requestsPerSecond": 0)",
        "deepl:one", "https://api.deepl.com/v2/translate", true);
    row("azure",
        R"(, "region": "westeurope", "version": "2026-06-06", "deployment": "gpt", "tone": "formal")",
        "azure:one", "https://api.cognitive.microsofttranslator.com/translate", true);
    row("google", "", "google-v2:one", "https://translation.googleapis.com/language/translate/v2", true);
    row("google-v3", R"(, "project": "p1", "location": "europe-west1")", "google-v3:one",
        "https://translate.googleapis.com/v3/projects/p1/locations/europe-west1:translateText", true);
    row("modernmt", R"(, "hints": [37, 38], "glossaries": [])", "modernmt:one",
        "https://api.modernmt.com/translate", true);
    row("libretranslate", R"(, "address": "https://translate.example/")", "libretranslate:one",
        "https://translate.example/translate", false);
    row("apertium", "", "apertium:one", "http://127.0.0.1:2737/translate", false);
    row("chat", R"(, "address": "http://127.0.0.1:11434/v1", "model": "qwen3")", "chat:one",
        "http://127.0.0.1:11434/v1/chat/completions", false);
    row("generic", ", \"description\": \"" + write(m_folder, "ministry.json", description) + "\"",
        "generic:ministry:one", "https://mt.example/translate", false);
}

void MtRegistryTest::makesEveryKind()
{
    QFETCH(QByteArray, members);
    const EngineRegistry registry = engineOf("one", members);
    QCOMPARE(registry.mistakes().size(), 0);
    const Result<EngineRegistry::Entry> entry = registry.find(QStringLiteral("one"));
    QVERIFY2(entry, entry ? "" : qPrintable(entry.error().message));
    const Engine &engine = *entry.value().engine;
    QTEST(engine.id(), "id");
    QTEST(engine.url(), "url");
    QTEST(engine.needsKey(), "needsKey");
    QVERIFY(entry.value().key.isEmpty());
}

void MtRegistryTest::hasARowForEveryKind()
{
    QCOMPARE(engineKinds(), QStringList({"deepl", "azure", "google", "google-v3", "modernmt",
                                         "libretranslate", "apertium", "chat", "generic"}));
}

void MtRegistryTest::takesOverWhatIsSet()
{
    const EngineRegistry registry =
        engineOf("deepl", R"("key": "canary:fx", "requestsPerSecond": 2.5, "formality": "prefer_more",
                             "glossary": "g-1", "model": "latency_optimized", "english": "EN-US")");
    const Result<EngineRegistry::Entry> entry = registry.find(QStringLiteral("deepl"));
    QVERIFY(entry);
    const Engine &engine = *entry.value().engine;
    QCOMPARE(engine.id(), QStringLiteral("deepl")); // the name is the type, and says it once
    QCOMPARE(engine.limits().requestsPerSecond, 2.5);
    QCOMPARE(engine.limits().maxItems, 50);
    const Result<HttpRequest> request = engine.request({"vi", "en", {{"1", "Xin chào"}}}, entry.value().key);
    QVERIFY(request);
    QCOMPARE(request.value().url, QStringLiteral("https://api-free.deepl.com/v2/translate"));
    QCOMPARE(request.value().secretHeaders.first().value.reveal(),
             QByteArrayView("DeepL-Auth-Key canary:fx"));
    for (const char *const part : {"prefer_more", "g-1", "latency_optimized", "EN-US"})
        QVERIFY2(request.value().body.contains(part), part);
}

void MtRegistryTest::keepsTwoOfOneKindApart()
{
    const EngineRegistry registry = registryOf(R"({"engines": {
        "ollama": {"type": "chat", "address": "http://localhost:11434/v1", "model": "a"},
        "office": {"type": "chat", "address": "https://llm.example/v1", "model": "b", "name": "House model"}}})");
    const auto one = registry.find(QStringLiteral("ollama"));
    const auto other = registry.find(QStringLiteral("office"));
    QVERIFY(one && other);
    QCOMPARE(one.value().engine->id(), QStringLiteral("chat:ollama"));
    QCOMPARE(other.value().engine->id(), QStringLiteral("chat:office"));
    QCOMPARE(other.value().engine->name(), QStringLiteral("House model"));
    QVERIFY(one.value().engine->takesContext() && one.value().engine->takesTerms());
}

void MtRegistryTest::tellsOfEachMistake_data()
{
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<QStringList>("parts"); ///< of the sentence
    const auto row = [](const char *name, const QByteArray &members, const QStringList &parts) {
        QTest::newRow(name) << QByteArray("{\"engines\": {\"mine\": {" + members + "}}}")
                            << QStringList("Engine \"mine\"") + parts;
    };
    row("unknown type", R"("type": "babelfish")", {"\"babelfish\"", "\"deepl\", \"azure\"", "\"generic\""});
    row("no type", "", {"\"type\"", "\"mine\""});
    row("misspelt member", R"("type": "deepl", "modle": "x")", {"\"modle\"", "\"formality\""});
    row("two glossaries", R"("type": "deepl", "glossary": "g", "terms": true)",
        {"\"glossary\"", "\"terms\""});
    row("wrong kind of text", R"("type": "deepl", "formality": 3)", {"\"formality\"", "a text"});
    row("key that is none", R"("type": "deepl", "key": 5)", {"\"key\""});
    row("too fast", R"("type": "deepl", "requestsPerSecond": -1)", {"\"requestsPerSecond\"", "0 to 1000"});
    row("clear text address", R"("type": "deepl", "address": "http://mt.example")", {"\"address\"", "https"});
    row("no address", R"("type": "libretranslate")", {"\"address\""});
    row("no model", R"("type": "chat")", {"\"model\""});
    row("no project", R"("type": "google-v3")", {"\"project\""});
    row("unknown version", R"("type": "azure", "version": "2")", {"\"version\"", "\"2026-06-06\""});
    row("flag that is none", R"("type": "azure", "terms": "yes")", {"\"terms\"", "true or false"});
    row("half a number", R"("type": "chat", "model": "m", "items": 2.5)", {"\"items\"", "1 to 100"});
    row("hints", R"("type": "modernmt", "hints": ["a"])", {"\"hints\"", "whole numbers"});
    row("no description", R"("type": "generic")", {"\"description\""});
    row("description that is not there", R"("type": "generic", "description": "/no/such.json")",
        {"\"description\"", "/no/such.json"});
    row("wrong description",
        "\"type\": \"generic\", \"description\": \"" + write(m_folder, "wrong.json", "{\"schema\": 1}") +
            "\"",
        {"\"description\"", "wrong.json", "schema"});
    QTest::newRow("no object") << QByteArray(R"({"engines": {"mine": "deepl"}})")
                               << QStringList{"Engine \"mine\"", "object"};
    QTest::newRow("engines") << QByteArray(R"({"engines": []})") << QStringList{"\"engines\"", "object"};
    QTest::newRow("budget") << QByteArray(R"({"budget": {"month": "much"}})")
                            << QStringList{"budget", "\"month\""};
    QTest::newRow("member of the budget")
        << QByteArray(R"({"budget": {"week": 1}})") << QStringList{"budget", "\"week\""};
    QTest::newRow("proxy") << QByteArray(R"({"network": {"proxy": "proxy.example"}})")
                           << QStringList{"network", "\"proxy\""};
    QTest::newRow("authorities") << QByteArray(R"({"network": {"authorities": "/no/such.pem"}})")
                                 << QStringList{"network", "\"authorities\"", "/no/such.pem"};
}

void MtRegistryTest::tellsOfEachMistake()
{
    QFETCH(QByteArray, settings);
    QFETCH(QStringList, parts);
    const QList<Error> mistakes = registryOf(settings).mistakes();
    QCOMPARE(mistakes.size(), 1);
    QCOMPARE(mistakes.first().code, QStringLiteral("mt.settings"));
    for (const QString &part : std::as_const(parts))
        QVERIFY2(mistakes.first().message.contains(part), qPrintable(mistakes.first().message));
    QVERIFY(mistakes.first().message.endsWith('.') && !mistakes.first().message.contains('%'));
}

void MtRegistryTest::leavesTheOtherEnginesUsable()
{
    const EngineRegistry registry = registryOf(R"({"engines": {"deepl": {}, "broken": {"type": "x"},
        "twice": {"type": "chat", "items": 0}}, "maximumHandling": "public"})");
    QVERIFY(registry.find(QStringLiteral("deepl")));
    const auto broken = registry.find(QStringLiteral("broken"));
    QVERIFY(!broken);
    QCOMPARE(broken.error().code, QStringLiteral("mt.settings"));
    QVERIFY(!broken.error().message.contains("twice"));
    const auto twice = registry.find(QStringLiteral("twice"));
    QVERIFY(!twice);
    QVERIFY(twice.error().message.contains("\"model\"") && twice.error().message.contains("\"items\""));
    const auto missing = registry.find(QStringLiteral("bing"));
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, QStringLiteral("mt.no-engine"));
    QVERIFY(missing.error().message.contains("\"broken\", \"deepl\", \"twice\""));
    QCOMPARE(EngineRegistry::fromSettings({}).find("deepl").error().code, QStringLiteral("mt.no-engine"));
    QCOMPARE(registry.mistakes().size(), 3);
}

void MtRegistryTest::readsTheBudget()
{
    const EngineRegistry registry = registryOf(R"({"budget": {"document": 200000, "month": 0}})");
    QCOMPARE(registry.budget().document, std::optional<qint64>(200'000));
    QCOMPARE(registry.budget().month, std::optional<qint64>(0)); // nothing may be spent
    const EngineRegistry none = registryOf(R"({"budget": {"document": null}})");
    QVERIFY(!none.budget().document && !none.budget().month);
}

void MtRegistryTest::letsNothingOutWithAMistakenBudget()
{
    const EngineRegistry registry = registryOf(R"({"engines": {"deepl": {}}, "budget": {"month": -1}})");
    const auto entry = registry.find(QStringLiteral("deepl"));
    QVERIFY(!entry);
    QCOMPARE(entry.error().code, QStringLiteral("mt.settings"));
    QVERIFY(entry.error().message.contains("\"month\""));
}

void MtRegistryTest::readsTheNetwork()
{
    using Proxy = NetworkSettings::Proxy;
    QCOMPARE(EngineRegistry::fromSettings({}).network().proxy, Proxy::FromEnvironment);
    QCOMPARE(registryOf(R"({"network": {"proxy": "none"}})").network().proxy, Proxy::None);
    const QByteArray pem = write(m_folder, "authority.pem", "x");
    const EngineRegistry registry = registryOf(
        R"({"network": {"proxy": "http://me:p%40ss@proxy.example:3128", "authorities": ")" + pem + "\"}}");
    QCOMPARE(registry.mistakes().size(), 0);
    const NetworkSettings &network = registry.network();
    QCOMPARE(network.proxy, Proxy::Given);
    QCOMPARE(network.proxyUrl, QStringLiteral("http://proxy.example:3128"));
    QCOMPARE(network.proxyUser, QStringLiteral("me"));
    QCOMPARE(network.proxyPassword.reveal(), QByteArrayView("p@ss"));
    QCOMPARE(network.authoritiesFile.toUtf8(), pem);
    const NetworkSettings folder =
        registryOf(R"({"network": {"authorities": ")" + m_folder.path().toUtf8() + "\"}}").network();
    QCOMPARE(folder.authoritiesFolder, m_folder.path());
    QVERIFY(folder.authoritiesFile.isEmpty());
}

void MtRegistryTest::givesNoKeyAway()
{
    const EngineRegistry registry =
        registryOf(R"({"engines": {"deepl": {"key": "canary-1", "modle": 1}, "x": {"key": "canary-2"},
        "chat": {"key": "canary-3", "model": "m"}},
        "network": {"proxy": "http://me:canary-4@"}})");
    QVERIFY(registry.mistakes().size() >= 3);
    for (const Error &mistake : registry.mistakes())
        QVERIFY2(!mistake.message.contains("canary"), qPrintable(mistake.message));
    const EngineRegistry sound = engineOf("chat", R"("key": "canary-3", "model": "m")");
    const auto entry = sound.find(QStringLiteral("chat"));
    QVERIFY(entry);
    QVERIFY(!entry.value().engine->options().contains("canary"));
    QCOMPARE(entry.value().key.reveal(), QByteArrayView("canary-3"));
}

QTEST_GUILESS_MAIN(MtRegistryTest)

#include "tst_mt_registry.moc"
