#include "session/plugin_folders.h"

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using namespace verbale;
using namespace Qt::StringLiterals;

class tst_SessionPluginFolders : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void findsWhatIsBesideTheProgram();
    void explicitFoldersComeFirst();
    void theUsersFolder();
    void passesOnTheRest();

private:
    void makeFolder(const QString &path) const { QVERIFY(QDir(m_folder->path()).mkpath(path)); }
    QString in(const QString &path) const { return m_folder->filePath(path); }
    QStringList described(const host::HostOptions &options) const
    {
        QStringList result;
        for (const host::PluginFolder &folder : options.folders)
            result.append(host::originName(folder.origin) + u' ' +
                          QString(folder.path).remove(m_folder->path() + u'/'));
        return result;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QProcessEnvironment m_environment;
    session::PluginSearch m_search;
};

void tst_SessionPluginFolders::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    makeFolder(u"usr/bin"_s);
    m_environment = {};
    m_environment.insert(u"XDG_DATA_HOME"_s, in(u"data"_s));
    m_environment.insert(u"XDG_STATE_HOME"_s, in(u"state"_s));
    m_search = {};
    m_search.applicationFolder = in(u"usr/bin"_s);
}

void tst_SessionPluginFolders::findsWhatIsBesideTheProgram()
{
    QVERIFY(session::hostOptions(m_search, {}, m_environment).folders.isEmpty());
    makeFolder(u"usr/lib/verbale/plugins"_s);
    const QStringList expected{host::originName(host::Origin::Shipped) + u" usr/lib/verbale/plugins"_s};
    QCOMPARE(described(session::hostOptions(m_search, {}, m_environment)), expected);
}

void tst_SessionPluginFolders::explicitFoldersComeFirst()
{
    makeFolder(u"usr/lib/verbale/plugins"_s);
    makeFolder(u"data/verbale/plugins"_s);
    m_search.folders = {u"mine"_s, u"missing"_s};
    m_environment.insert(u"VERBALE_PLUGIN_PATH"_s, u"/one::/two"_s);
    const QString commandLine = host::originName(host::Origin::CommandLine);
    const QString environment = host::originName(host::Origin::Environment);
    const QStringList expected{commandLine + u" mine"_s,
                               commandLine + u" missing"_s,
                               environment + u" /one"_s,
                               environment + u" /two"_s,
                               host::originName(host::Origin::Shipped) + u" usr/lib/verbale/plugins"_s,
                               host::originName(host::Origin::User) + u" data/verbale/plugins"_s};
    QCOMPARE(described(session::hostOptions(m_search, {}, m_environment)), expected);
}

void tst_SessionPluginFolders::theUsersFolder()
{
    makeFolder(u"data/verbale/plugins"_s);
    QCOMPARE(session::hostOptions(m_search, {}, m_environment).folders.size(), 1);
    m_environment.insert(u"XDG_DATA_HOME"_s, u"data"_s); // a relative path is not valid there
    QVERIFY(!described(session::hostOptions(m_search, {}, m_environment))
                 .contains(host::originName(host::Origin::User) + u" data/verbale/plugins"_s));
}

void tst_SessionPluginFolders::passesOnTheRest()
{
    session::Settings settings;
    settings.disabledPlugins = {u"org.example.off"_s};
    m_search.safeMode = true;
    host::HostOptions options = session::hostOptions(m_search, settings, m_environment);
    QVERIFY(options.safeMode);
    QCOMPARE(options.disabled, settings.disabledPlugins);
    QCOMPARE(options.stateFolder, in(u"state/verbale"_s));
    QCOMPARE(options.locale, u"en"_s);
    QVERIFY(options.trialProgram.isEmpty());

    QFile trial(in(u"usr/bin/verbale-plugin-host"_s));
    QVERIFY(trial.open(QIODevice::WriteOnly));
    QVERIFY(trial.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    m_search.locale = u"vi"_s;
    options = session::hostOptions(m_search, settings, m_environment);
    QCOMPARE(options.trialProgram, trial.fileName());
    QCOMPARE(options.locale, u"vi"_s);
}

QTEST_GUILESS_MAIN(tst_SessionPluginFolders)
#include "tst_session_plugin_folders.moc"
