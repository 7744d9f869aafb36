#include "session/engine_settings.h"
#include "session/machine_translation.h"
#include "session/settings.h"

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using namespace verbale;
using namespace Qt::StringLiterals;

class tst_SessionSettings : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void missingFileGivesDefaults();
    void comesBackAsItWas();
    void unknownKeysStay();
    void keepsTenRecentFiles();
    void damagedFiles();
    void damagedFiles_data();
    void folderThatCannotBeMade();
    void placesFollowTheEnvironment();
    void enginesComeBackAsTheyWere();
    void enginesKeepWhatOthersWrote();
    void othersTookOutAllEngines();
    void anUnknownHandlingIsKept();
    void aKeyIsTakenOutOfTheFile();
    void enginesOfADamagedFile();
    void problemsOfAnEngine();
    void problemsOfAnEngine_data();
    void problemsOfNamesAndTheNetwork();

private:
    void put(const QByteArray &bytes) const
    {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    QByteArray content(const QString &path) const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void tst_SessionSettings::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"settings.json"_s);
}

void tst_SessionSettings::missingFileGivesDefaults()
{
    const auto settings = session::loadSettings(m_file);
    QVERIFY(settings.ok());
    QVERIFY(settings->disabledPlugins.isEmpty());
    QVERIFY(settings->glossaries.isEmpty());
    QVERIFY(!QFile::exists(m_file));
}

void tst_SessionSettings::comesBackAsItWas()
{
    session::Settings settings;
    settings.disabledPlugins = {u"org.example.b"_s, u"org.example.a"_s};
    settings.glossaries = {u"/thuật ngữ/bộ.tsv"_s, u"builtin"_s};
    settings.profile = u"neutral"_s;
    settings.recentFiles = {u"/a.txt"_s, u"/b \"c\".xlf"_s};
    settings.interfaceLanguage = u"vi"_s;
    settings.colourScheme = u"dark"_s;
    settings.windowGeometry = QByteArray("\x00\x01\xff", 3);
    settings.windowState = "state";
    settings.glossaryWindow = "glossary";
    settings.unusedGlossaries = {"/somewhere/old.tsv"};
    const QString deep = m_folder->filePath(u"new/folder/settings.json"_s);
    QVERIFY(session::saveSettings(settings, deep).ok());
    const auto loaded = session::loadSettings(deep);
    QVERIFY(loaded.ok());
    QCOMPARE(loaded->disabledPlugins, settings.disabledPlugins);
    QCOMPARE(loaded->glossaries, settings.glossaries);
    QCOMPARE(loaded->profile, settings.profile);
    QCOMPARE(loaded->recentFiles, settings.recentFiles);
    QCOMPARE(loaded->interfaceLanguage, settings.interfaceLanguage);
    QCOMPARE(loaded->colourScheme, settings.colourScheme);
    QCOMPARE(loaded->windowGeometry, settings.windowGeometry);
    QCOMPARE(loaded->windowState, settings.windowState);
    QCOMPARE(loaded->glossaryWindow, settings.glossaryWindow);
    QCOMPARE(loaded->unusedGlossaries, settings.unusedGlossaries);
    const QByteArray first = content(deep);
    QVERIFY(session::saveSettings(*loaded, deep).ok());
    QCOMPARE(content(deep), first);
}

void tst_SessionSettings::unknownKeysStay()
{
    put(R"({"fromALaterVersion": {"x": 1}, "glossaries": ["a.tsv"]})");
    auto settings = session::loadSettings(m_file);
    QVERIFY(settings.ok());
    settings->glossaries.append(u"b.tsv"_s);
    QVERIFY(session::saveSettings(*settings, m_file).ok());
    QVERIFY(content(m_file).contains("fromALaterVersion"));
    QVERIFY(content(m_file).contains("b.tsv"));
}

void tst_SessionSettings::keepsTenRecentFiles()
{
    session::Settings settings;
    for (int i = 0; i < 15; ++i)
        settings.recentFiles.append(QString::number(i));
    QVERIFY(session::saveSettings(settings, m_file).ok());
    const auto loaded = session::loadSettings(m_file);
    QVERIFY(loaded.ok());
    QCOMPARE(loaded->recentFiles.size(), 10);
    QCOMPARE(loaded->recentFiles.first(), u"0"_s);
}

void tst_SessionSettings::damagedFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("cut off") << QByteArray("{\"glossaries\": [\"a.t");
    QTest::newRow("not JSON") << QByteArray("glossaries = a.tsv");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("a number for a list") << QByteArray("{\"disabledPlugins\": 1}");
    QTest::newRow("a number in a list") << QByteArray("{\"recentFiles\": [1]}");
    QTest::newRow("a list for a string") << QByteArray("{\"colourScheme\": []}");
    QTest::newRow("bytes that are no UTF-8") << QByteArray("{\"colourScheme\": \"\xff\"}");
}

void tst_SessionSettings::damagedFiles()
{
    QFETCH(QByteArray, bytes);
    put(bytes);
    const auto settings = session::loadSettings(m_file);
    QVERIFY(!settings.ok());
    QCOMPARE(settings.error().code, u"settings.damaged"_s);
    QVERIFY(settings.error().text().startsWith(m_file));
    QCOMPARE(content(m_file), bytes);

    for (const QString &kept : {u".damaged"_s, u".damaged-2"_s}) {
        put(bytes);
        QVERIFY(session::saveSettings({}, m_file).ok());
        QVERIFY(session::loadSettings(m_file).ok());
        QVERIFY(QFile::exists(m_file + kept));
        QCOMPARE(content(m_file + kept), bytes);
    }
}

void tst_SessionSettings::folderThatCannotBeMade()
{
    put("{}");
    const auto saved = session::saveSettings({}, m_file + u"/under/a/file.json"_s);
    QVERIFY(!saved.ok());
    QCOMPARE(content(m_file), QByteArray("{}"));
}

void tst_SessionSettings::placesFollowTheEnvironment()
{
    qputenv("XDG_CONFIG_HOME", "/somewhere/config");
    qputenv("XDG_STATE_HOME", "relative/is/ignored");
    QCOMPARE(session::settingsFile(), u"/somewhere/config/verbale/settings.json"_s);
    QCOMPARE(session::stateFolder(), QDir::homePath() + u"/.local/state/verbale"_s);
    qunsetenv("XDG_CONFIG_HOME");
    QCOMPARE(session::settingsFile(), QDir::homePath() + u"/.config/verbale/settings.json"_s);
}

namespace {

session::EngineSetup office()
{
    session::EngineSetup engine{u"office"_s, u"libretranslate"_s, {}};
    engine.members = {{u"address"_s, u"https://translate.example.org"_s}, {u"items"_s, 10}};
    return engine;
}

} // namespace

void tst_SessionSettings::enginesComeBackAsTheyWere()
{
    session::EngineSetup engine = office();
    engine.handling = session::HandlingLevel::Internal;
    engine.pricePerMillion = 20.5;
    engine.currency = u"EUR"_s;
    session::MachineSettings own{{engine, {u"deepl"_s, u"deepl"_s, {}}}, 200'000, 2'000'000};
    own.proxy = u"none"_s;
    own.authorities = u"/etc/ssl/office.pem"_s;
    std::swap(own.engines[0], own.engines[1]); // in the order of their names
    QVERIFY(session::saveEngines(own, {}, m_file).ok());
    const auto loaded = session::loadSettings(m_file);
    QVERIFY(loaded.ok());
    QVERIFY(session::machineSettings(*loaded) == own);
    QCOMPARE(session::enginesOf(*loaded).size(), 2);

    QVERIFY(session::saveEngines({}, own, m_file).ok());
    QVERIFY(session::machineSettings(*session::loadSettings(m_file)) == session::MachineSettings());
    QVERIFY(!content(m_file).contains("engines"));
}

/// Another window, an editor, a later version.
void tst_SessionSettings::enginesKeepWhatOthersWrote()
{
    put(R"({"colourScheme": "dark", "later": [1], "machineTranslation": {"later": 2,
        "budget": {"month": 5, "later": 3}, "engines": {
        "a": {"type": "deepl", "model": "x", "glossary": "g", "later": 4}, "b": {"type": "deepl"}, "c": {"type": "azure"}}}})");
    const session::MachineSettings before = session::machineSettings(*session::loadSettings(m_file));
    put(R"({"colourScheme": "light", "later": [1], "machineTranslation": {"later": 2,
        "budget": {"month": 6, "later": 3}, "engines": {
        "a": {"type": "deepl", "model": "theirs", "glossary": "g", "later": 4}, "b": {"type": "deepl", "model": "theirs"},
        "d": {"type": "chat"}}}})");
    session::MachineSettings own = before;
    own.engines[0].members.insert(u"english"_s, u"EN-US"_s);
    own.engines[0].members.remove(u"glossary"_s);
    own.engines[2].handling = session::HandlingLevel::Mat; // which is not there any more
    own.engines.append(office());
    own.documentBudget = 7;
    QVERIFY(session::saveEngines(own, before, m_file).ok());
    const QJsonObject all = QJsonDocument::fromJson(content(m_file)).object();
    const QJsonObject wanted = QJsonDocument::fromJson(R"({"later": 2,
        "budget": {"month": 6, "document": 7, "later": 3}, "engines": {
        "a": {"type": "deepl", "model": "theirs", "english": "EN-US", "later": 4},
        "b": {"type": "deepl", "model": "theirs"}, "c": {"type": "azure", "handling": "mat"}, "d": {"type": "chat"},
        "office": {"type": "libretranslate", "address": "https://translate.example.org", "items": 10}}})")
                                   .object();
    QCOMPARE(all[u"machineTranslation"].toObject(), wanted);
    QCOMPARE(all[u"colourScheme"].toString(), u"light"_s);
    QVERIFY(all.contains(u"later"_s));
}

void tst_SessionSettings::othersTookOutAllEngines()
{
    put(R"({"machineTranslation": {"engines": {"a": {"type": "deepl"}, "b": {"type": "azure"}}}})");
    const session::MachineSettings before = session::machineSettings(*session::loadSettings(m_file));
    put("{}");
    session::MachineSettings own = before;
    own.engines[1].handling = session::HandlingLevel::Internal;
    QVERIFY(session::saveEngines(own, before, m_file).ok());
    const QList<session::EngineSetup> engines = session::enginesOf(*session::loadSettings(m_file));
    QCOMPARE(engines.size(), 1);
    QVERIFY(engines[0] == own.engines[1]);
}

/// An engine of a later version, or with a slip of the pen, gets no text by being renamed.
void tst_SessionSettings::anUnknownHandlingIsKept()
{
    put(R"({"machineTranslation": {"engines": {"a": {"type": "deepl", "handling": "of-a-later-version"}}}})");
    const session::MachineSettings before = session::machineSettings(*session::loadSettings(m_file));
    session::MachineSettings own = before;
    own.engines[0].name = u"b"_s;
    QVERIFY(session::saveEngines(own, before, m_file).ok());
    const session::Settings renamed = *session::loadSettings(m_file);
    const auto allowed = session::handlingAllowed(u"b"_s, renamed);
    QVERIFY(!allowed.ok());
    QCOMPARE(allowed.error().code, u"mt.settings"_s);
    own.engines[0].handling = session::HandlingLevel::Mat; // set right
    QVERIFY(session::saveEngines(own, session::machineSettings(renamed), m_file).ok());
    QCOMPARE(*session::handlingAllowed(u"b"_s, *session::loadSettings(m_file)), session::HandlingLevel::Mat);
}

void tst_SessionSettings::aKeyIsTakenOutOfTheFile()
{
    put(R"({"machineTranslation": {"engines": {"a": {"type": "deepl", "key": "canary"}, "b": {"key": "canary"}}}})");
    const session::MachineSettings before = session::machineSettings(*session::loadSettings(m_file));
    QVERIFY(before.engines[0].holdsKey && before.engines[1].holdsKey);
    QVERIFY(!before.engines[0].members.contains(u"key"_s));
    session::MachineSettings own = before;
    own.monthBudget = 1;
    own.engines[0].members.insert(u"key"_s, u"canary"_s);
    QVERIFY(session::saveEngines(own, before, m_file).ok());
    QVERIFY(!content(m_file).contains("canary"));
    QVERIFY(!session::enginesOf(*session::loadSettings(m_file))[0].holdsKey);
}

void tst_SessionSettings::enginesOfADamagedFile()
{
    put("{\"glossaries\": [\"a.t");
    const auto saved = session::saveEngines({{office()}}, {}, m_file);
    QVERIFY(!saved.ok());
    QCOMPARE(saved.error().code, u"settings.damaged"_s);
    QCOMPARE(content(m_file), QByteArray("{\"glossaries\": [\"a.t"));
}

void tst_SessionSettings::problemsOfAnEngine_data()
{
    using Kind = session::SetupProblem::Kind;
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<int>("kind"); // -1: none
    const auto row = [](const char *type, const char *member, const QJsonValue &value, int kind) {
        QTest::addRow("%s %s %s", type, member, qPrintable(value.toVariant().toString()))
            << QString::fromLatin1(type) << QString::fromLatin1(member) << value << kind;
    };
    const char *libre = "libretranslate";
    for (const char *sound : {"https://a.example", "https://a.example:8443/x", "http://127.0.0.1:5000",
                              "http://127.9.9.9", "http://[::1]:5000", "http://LocalHost/"})
        row(libre, "address", QLatin1String(sound), -1);
    row(libre, "address", {}, int(Kind::Missing));
    row(libre, "address", u"http://a.example"_s, int(Kind::Unencrypted));
    row(libre, "address", u"http://127.0.0.1.example.org"_s, int(Kind::Unencrypted));
    row(libre, "address", u"http://localhost.example.org"_s, int(Kind::Unencrypted));
    row(libre, "address", u"https://me:secret@a.example"_s, int(Kind::HoldsPassword));
    row(libre, "address", u"https://me@a.example"_s, int(Kind::HoldsPassword));
    for (const char *none : {"a.example", "https://", "ftp://a.example", "file:///etc/passwd", "https://a b"})
        row(libre, "address", QLatin1String(none), int(Kind::NoAddress));
    row(libre, "items", 1000, -1);
    row(libre, "items", 1001, int(Kind::NoNumber));
    row(libre, "items", 0, int(Kind::NoNumber));
    row(libre, "items", 1.5, int(Kind::NoNumber));
    row(libre, "items", u"many"_s, int(Kind::NoNumber));
    row("deepl", "requestsPerSecond", 0.5, -1);
    row("deepl", "requestsPerSecond", -1, int(Kind::NoNumber));
    row("deepl", "address", {}, -1);
    row("chat", "model", {}, int(Kind::Missing));
    row("google-v3", "project", u""_s, int(Kind::Missing));
    row("modernmt", "hints", QJsonArray{1, 2}, -1);
    for (const QJsonValue &wrong : {QJsonValue(u"x"_s), QJsonValue(-1), QJsonValue(1.5), QJsonValue(1e300)})
        row("modernmt", "hints", QJsonArray{1, wrong}, int(Kind::NoNumber));
    row("deepl", "terms", true, -1);
    row("generic", "description", {}, int(Kind::Missing));
    row("generic", "description", u"engine.json"_s, int(Kind::NotAbsolute));
    row("generic", "description", u"/no/such/engine.json"_s, int(Kind::NoFile));
    row("of-a-later-version", "anything", 1, -1);
}

void tst_SessionSettings::problemsOfAnEngine()
{
    QFETCH(QString, type);
    QFETCH(QString, member);
    QFETCH(QJsonValue, value);
    QFETCH(int, kind);
    session::EngineSetup engine{u"mine"_s, type, {}};
    if (const session::EngineType *known = session::engineType(type)) {
        for (const session::EngineMember &needed : known->members) {
            if (needed.isNeeded)
                engine.members.insert(needed.name, needed.kind == session::MemberKind::Address
                                                       ? u"https://a.example"_s
                                                       : u"something"_s);
        }
    }
    engine.members.remove(member);
    if (!value.isNull())
        engine.members.insert(member, value);
    const QList<session::SetupProblem> problems = session::problemsOf(engine, {});
    if (kind < 0) {
        QVERIFY(problems.isEmpty());
        return;
    }
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems[0].member, member);
    QCOMPARE(int(problems[0].kind), kind);
}

void tst_SessionSettings::problemsOfNamesAndTheNetwork()
{
    using Kind = session::SetupProblem::Kind;
    const auto kindOf = [](const QString &name) {
        session::EngineSetup engine = office();
        engine.name = name;
        const auto problems = session::problemsOf(engine, {{u"my-deepl"_s, u"deepl"_s, {}}});
        return problems.isEmpty() ? -1 : int(problems[0].kind);
    };
    QCOMPARE(kindOf(u"office"_s), -1);
    QCOMPARE(kindOf(u"  "_s), int(Kind::NoName));
    QCOMPARE(kindOf(u"my-deepl"_s), int(Kind::NameTaken));
    QCOMPARE(kindOf(u"My_DeepL"_s), int(Kind::VariableTaken));
    QCOMPARE(kindOf(QString(61, u'a')), int(Kind::LongName));

    session::EngineSetup deepl{u"mine"_s, u"deepl"_s, {{u"glossary"_s, u"g"_s}, {u"terms"_s, false}}};
    QVERIFY(session::problemsOf(deepl, {}).isEmpty());
    deepl.members.insert(u"terms"_s, true);
    QCOMPARE(session::problemsOf(deepl, {}),
             (QList<session::SetupProblem>{{u"glossary"_s, Kind::NotWithTerms}}));

    const auto network = [](const QString &proxy, const QString &authorities = {}) {
        session::MachineSettings settings;
        settings.proxy = proxy;
        settings.authorities = authorities;
        const auto problems = session::problemsOf(settings);
        return problems.isEmpty() ? -1 : int(problems[0].kind);
    };
    QCOMPARE(network({}), -1);
    QCOMPARE(network(u"none"_s), -1);
    QCOMPARE(network(u"http://proxy.example.org:3128"_s), -1);
    QCOMPARE(network(u"socks5h://me@proxy.example.org"_s), -1);
    QCOMPARE(network(u"proxy.example.org:3128"_s), int(Kind::NoAddress));
    QCOMPARE(network(u"http://me:secret@proxy.example.org"_s), int(Kind::HoldsPassword));
    QCOMPARE(network({}, m_folder->path()), -1);
    QCOMPARE(network({}, u"office.pem"_s), int(Kind::NotAbsolute));
    QCOMPARE(network({}, u"/no/such/office.pem"_s), int(Kind::NoFile));
}

QTEST_GUILESS_MAIN(tst_SessionSettings)
#include "tst_session_settings.moc"
