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

QTEST_GUILESS_MAIN(tst_SessionSettings)
#include "tst_session_settings.moc"
