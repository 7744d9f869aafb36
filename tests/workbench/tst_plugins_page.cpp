// The plugins page, installing, and what the window says of plugins that crash, with plugins that really do:
// they come from tests/host and docs/examples.
#include "support.h"

#include "host/sandbox/sandbox_sentences.h"
#include "workbench/editor_page.h"
#include "workbench/glossary_pane.h"
#include "workbench/interface_language.h"
#include "workbench/plugin_details.h"
#include "workbench/plugin_installer.h"
#include "workbench/plugin_log_view.h"
#include "workbench/plugin_notices.h"
#include "workbench/plugin_offer_dialog.h"
#include "workbench/plugin_service.h"
#include "workbench/plugin_words.h"
#include "workbench/plugins_dialog.h"
#include "workbench/plugins_model.h"
#include "workbench/termbase_service.h"

#include <QtCore/QDir>
#include <QtCore/QMimeData>
#include <QtCore/QPointer>
#include <QtCore/QSemaphore>
#include <QtCore/QStandardPaths>
#include <QtCore/QThreadPool>
#include <QtGui/QAccessible>
#include <QtGui/QClipboard>
#include <QtGui/QDropEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>

namespace verbale::workbench {

namespace {

using host::Origin;
using host::PluginState;

const QString hostile = QStringLiteral("test.hostile-library");
const QString echo = QStringLiteral("test.echo");
const QString doubled = QStringLiteral("org.example.doubled");

/// The labels that can be read in a part of the window.
QString readable(const QWidget &widget)
{
    QStringList lines;
    for (const QLabel *label : widget.findChildren<QLabel *>()) {
        if (!label->isHidden())
            lines.append(label->text());
    }
    return lines.join(u'\n');
}

QPushButton *button(const QWidget &widget, const QString &text)
{
    for (QPushButton *found : widget.findChildren<QPushButton *>()) {
        if (QString(found->text()).remove(u'&') == text && !found->isHidden())
            return found;
    }
    return nullptr;
}

bool copyFolder(const QString &from, const QString &to)
{
    const QFileInfoList files = QDir(from).entryInfoList(QDir::Files);
    return QDir().mkpath(to) && std::all_of(files.begin(), files.end(), [&to](const QFileInfo &file) {
               return QFile::copy(file.filePath(), to + u'/' + file.fileName());
           });
}

bool replaceIn(const QString &path, const QByteArray &from, const QByteArray &to)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return false;
    QByteArray bytes = file.readAll();
    if (!bytes.contains(from))
        return false;
    bytes.replace(from, to);
    return file.resize(0) && file.seek(0) && file.write(bytes) == bytes.size();
}

/// Every worker of the pool waits until it is let go.
class Busy
{
public:
    Busy()
    {
        m_pool->waitForDone();
        for (int i = 0; i < m_pool->maxThreadCount(); ++i)
            m_pool->start([hold = m_hold] { hold->acquire(); });
    }
    ~Busy() { letGo(); }
    void letGo() { m_hold->release(m_pool->maxThreadCount()); }

private:
    QThreadPool *m_pool = QThreadPool::globalInstance();
    std::shared_ptr<QSemaphore> m_hold = std::make_shared<QSemaphore>();
};

SuggestRequest anyRequest()
{
    SuggestRequest request;
    SuggestSegment segment;
    segment.text.id = QStringLiteral("s1");
    segment.text.source = QStringLiteral("Việt Nam");
    request.segments = {segment};
    return request;
}

} // namespace

class TestPluginsPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_root;
    SetAnswers::Record m_answers;

    [[nodiscard]] QString in(const QString &path) const { return m_root->filePath(path); }
    [[nodiscard]] QString example() const { return in("source/python-plugin"); }

    [[nodiscard]] host::HostOptions options(const QString &folder = {}, const QString &mode = {}) const
    {
        host::HostOptions options;
        if (!folder.isEmpty())
            options.folders = {{folder, Origin::User}};
        options.settings = {{hostile, QJsonObject{{"mode", mode}}}};
        options.stateFolder = in("state");
        options.trialProgram = QStringLiteral(TRIAL_PROGRAM);
        options.startTimeLimit = std::chrono::seconds(30);
        options.supervision.callTimeLimit = std::chrono::seconds(30);
        options.supervision.restartAfter = {std::chrono::milliseconds(1)};
        options.stopTimeLimit = std::chrono::milliseconds(600);
        return options;
    }
    [[nodiscard]] WindowServices services(const host::HostOptions &options)
    {
        WindowServices services = quietServices(m_answers);
        services.plugins = options;
        services.pluginFolder = in("plugins");
        services.settingsFile = in("settings.json");
        return services;
    }
    [[nodiscard]] session::Settings kept() const
    {
        const Result<session::Settings> settings = session::loadSettings(in("settings.json"));
        return settings.ok() ? settings.value() : session::Settings();
    }
    /// A page whose plugins have started.
    struct Page
    {
        Page(const host::HostOptions &options, const QString &userFolder, SetAnswers::Record &answers)
            : service(options, userFolder), questions(answers), dialog(service, questions)
        {
            service.start();
            QTRY_VERIFY(service.host() != nullptr);
            dialog.show();
        }
        PluginService service;
        SetAnswers questions;
        PluginsDialog dialog;

        [[nodiscard]] host::PluginInfo plugin(const QString &id) const
        {
            const int row = dialog.model()->rowOfId(id);
            return row < 0 ? host::PluginInfo() : *dialog.model()->at(row);
        }
        [[nodiscard]] QString details() const { return readable(*dialog.details()); }
        [[nodiscard]] PluginOfferDialog *offer() const { return dialog.findChild<PluginOfferDialog *>(); }
        Result<SuggestAnswer> suggest(const QString &id)
        {
            auto answer = service.host()->suggest(id, anyRequest(), {});
            answer.waitForFinished();
            return answer.result();
        }
    };

private slots:
    void init()
    {
        m_root = std::make_unique<QTemporaryDir>();
        m_answers = {};
        qputenv("XDG_DATA_HOME", in("data").toUtf8()); // the trash
        QVERIFY(copyFolder(QStringLiteral(VERBALE_SOURCE_DIR "/docs/examples/python-plugin"), example()));
    }

    void installsTheExampleAndShowsIt();
    void updatesWithWhatIsNew();
    void removesAndUndoes();
    void updatesTakeTheTrustAway();
    void undoesOnceItCan();
    void undoesNothingWhilePluginsStart();
    void saysWhyNothingIsInstalled();
    void takesWhatIsDropped();
    void switchesOffAndOn();
    void trusts();
    void trustsNoProgramAndNoNetwork();
    void quarantineIsLiftedByHand();
    void crashesAreOneQuietBar();
    void closedBarsStayClosed();
    void quarantineIsSaidOnce();
    void startsInSafeMode();
    void keepsWhatWasChosen();
    void leavesWhatOtherWindowsKnow();
    void everySandboxSentenceIsTranslated();
    void hostileTextsAreTamed();
    void hostileLogsAreTamed();
    void everythingHasAName();
};

void TestPluginsPage::installsTheExampleAndShowsIt()
{
    Page page(options(), in("plugins"), m_answers);
    QCOMPARE(page.dialog.model()->rowCount(), 0);
    page.dialog.installer()->read(example());
    QTRY_VERIFY(page.offer() != nullptr);
    const QString offered = page.offer()->text();
    for (const char *part :
         {"Install “Doubled words”?", "not signed", "Verbale cannot say who made it", "none named",
          "Checks translations", "No network.", "To be run as a program: python3 doubled.py",
          "In a process of its own", "Enforced", "SHA-256"})
        QVERIFY2(offered.contains(QString::fromUtf8(part)), part);
    QVERIFY(offered.contains(in("plugins/") + doubled));
    QVERIFY(!QFileInfo::exists(in("plugins/") + doubled)); // nothing is there, and nothing has run
    QVERIFY(!page.offer()->installButton()->isDefault());
    page.offer()->installButton()->click();
    QTRY_COMPARE(page.plugin(doubled).state, PluginState::Resolved);
    QCOMPARE(page.dialog.current()->descriptor.id, doubled);
    QVERIFY(page.dialog.messageBar()->text().contains("“Doubled words” 1.0.0 was installed."));
    QVERIFY(page.details().contains("Ready"));
    if (QStandardPaths::findExecutable("python3").isEmpty())
        QSKIP("python3 is not installed");

    CheckRequest request;
    CheckSegment segment;
    segment.text.id = QStringLiteral("s1");
    segment.text.target = QStringLiteral("of of Viet Nam");
    request.segments = {segment};
    auto answer = page.service.host()->check(doubled, request, {});
    QTRY_VERIFY_WITH_TIMEOUT(answer.isFinished(), 30'000);
    const Result<CheckAnswer> checked = answer.result();
    QVERIFY2(checked.ok(), checked.ok() ? "" : qPrintable(checked.error().text()));
    QCOMPARE(checked->findings.size(), 1);
    QTRY_VERIFY(page.plugin(doubled).process.calls == 1);
    QTRY_VERIFY(page.plugin(doubled).process.residentKiB > 0);
    QTRY_COMPARE(page.plugin(doubled).state, PluginState::Running);
    const QString shown = page.details();
    for (const char *part :
         {"Running", "Version 1.0.0", "no author named", "You installed it.", "in a process of its own",
          "This system shuts it in like this:", "took 0", "Answers", "Folder"})
        QVERIFY2(shown.contains(QString::fromUtf8(part)), part);
    QCOMPARE(page.plugin(doubled).process.sandbox.lines.size(), 5);
}

void TestPluginsPage::updatesWithWhatIsNew()
{
    QVERIFY(copyFolder(example(), in("plugins/doubled-by-hand")));
    Page page(options(), in("plugins"), m_answers);
    QVERIFY(replaceIn(example() + "/plugin.json", "1.0.0", "1.1.0"));
    QVERIFY(replaceIn(example() + "/plugin.json", "\"runs\"",
                      "\"network\": true, \"hosts\": [\"api.example.org\"], \"runs\""));
    page.service.setEnabled(doubled, false);
    QTRY_COMPARE(page.plugin(doubled).state, PluginState::Disabled);
    page.dialog.installer()->read(example() + "/plugin.json");
    QTRY_VERIFY(page.offer() != nullptr);
    const QString offered = page.offer()->text();
    QVERIFY(offered.contains("1.1.0, in place of 1.0.0"));
    QVERIFY(offered.contains(
        "The new version asks for more than the old one:\n• To use the network; it says that it "
        "talks to api.example.org."));
    page.offer()->reject();
    QTRY_VERIFY(page.offer() == nullptr);
    QCOMPARE(page.plugin(doubled).descriptor.version.toString(), "1.0.0");

    page.dialog.installer()->read(example());
    QTRY_VERIFY(page.offer() != nullptr);
    page.offer()->installButton()->click();
    QTRY_COMPARE(page.plugin(doubled).descriptor.version.toString(), "1.1.0");
    QCOMPARE(page.plugin(doubled).state, PluginState::Disabled); // an update switches nothing on
    QCOMPARE(page.dialog.model()->rowCount(), 1);
    page.dialog.messageBar()->choose("Undo");
    QTRY_COMPARE(page.plugin(doubled).descriptor.version.toString(), "1.0.0");
}

void TestPluginsPage::removesAndUndoes()
{
    QVERIFY(copyFolder(example(), in("plugins/doubled")));
    {
        Page page(options(), in("plugins"), m_answers);
        button(*page.dialog.details(), "Remove")->click();
        QTRY_COMPARE(page.dialog.model()->rowCount(), 0);
        page.dialog.messageBar()->choose("Undo");
        QTRY_COMPARE(page.plugin(doubled).state, PluginState::Resolved);
        QTRY_VERIFY(button(*page.dialog.details(), "Remove")->isEnabled());
        button(*page.dialog.details(), "Remove")->click();
        QTRY_COMPARE(page.dialog.model()->rowCount(), 0);
    }
    QCOMPARE(QDir(in("plugins")).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList());
    QCOMPARE(QDir(in("data/Trash/files")).entryList(QDir::Dirs | QDir::NoDotAndDotDot),
             QStringList{QStringLiteral("doubled")});
}

/// Also where nobody looks any more when the new one is in its place.
void TestPluginsPage::updatesTakeTheTrustAway()
{
    QVERIFY(copyFolder(example(), in("plugins/doubled")));
    QVERIFY(replaceIn(example() + "/plugin.json", "1.0.0", "1.1.0"));
    MainWindow window(services(options()));
    QTRY_VERIFY(window.plugins().host() != nullptr);
    window.plugins().setTrusted(doubled, true);
    QTRY_VERIFY(kept().trustedPlugins.contains(doubled));
    QTRY_VERIFY(!window.plugins().isStarting());
    QPointer<PluginsDialog> page = window.showPlugins(doubled);
    page->installer()->read(example());
    QTRY_VERIFY(page->findChild<PluginOfferDialog *>() != nullptr);
    Busy busy;
    page->findChild<PluginOfferDialog *>()->installButton()->click();
    QVERIFY(page->installer()->isBusy());
    QVERIFY(!window.plugins().trusted().contains(doubled));
    QVERIFY(!kept().trustedPlugins.contains(doubled)); // before anything stands there
    page->close();
    QTRY_VERIFY(page == nullptr);
    busy.letGo();
    const auto version = [&window] {
        const QList<host::PluginInfo> &plugins = window.plugins().plugins();
        return plugins.isEmpty() ? QString() : plugins.first().descriptor.version.toString();
    };
    QTRY_COMPARE(version(), "1.1.0");
    QVERIFY(!window.plugins().trusted().contains(doubled));
    QVERIFY(!kept().trustedPlugins.contains(doubled));
    // What was kept for an undo that nobody can ask for goes to the trash.
    const auto left = [this] {
        return QDir(in("plugins")).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    };
    QTRY_COMPARE(left(), QStringList{QStringLiteral("doubled")});
}

void TestPluginsPage::undoesOnceItCan()
{
    QVERIFY(copyFolder(example(), in("plugins/doubled")));
    Page page(options(), in("plugins"), m_answers);
    button(*page.dialog.details(), "Remove")->click();
    QTRY_COMPARE(page.dialog.model()->rowCount(), 0);
    QVERIFY(QDir().mkpath(in("plugins/doubled"))); // somebody is quicker
    QVERIFY(QFile::copy(example() + "/doubled.py", in("plugins/doubled/doubled.py")));
    page.dialog.messageBar()->choose("Undo");
    QTRY_VERIFY(page.dialog.messageBar()->text().startsWith("Nothing was changed."));
    QCOMPARE(page.dialog.messageBar()->choices(), QStringList{"Undo"});
    QVERIFY(QDir(in("plugins/doubled")).removeRecursively());
    page.dialog.messageBar()->choose("Undo");
    QTRY_COMPARE(page.plugin(doubled).state, PluginState::Resolved);
}

/// Whoever reads the folder then may load the other plugin with the trust of this one.
void TestPluginsPage::undoesNothingWhilePluginsStart()
{
    QVERIFY(copyFolder(example(), in("plugins/doubled")));
    Page page(options(), in("plugins"), m_answers);
    PluginInstaller *installer = page.dialog.installer();
    QList<bool> back;
    connect(&page.service, &PluginService::started, installer,
            [&] { back.append(QDir(in("plugins/doubled")).exists()); });
    connect(installer, &PluginInstaller::removed, installer, [&] {
        QVERIFY(page.service.isStarting());
        installer->undo();
        QThreadPool::globalInstance()->waitForDone();
    });
    button(*page.dialog.details(), "Remove")->click();
    QTRY_COMPARE(page.plugin(doubled).state, PluginState::Resolved);
    QTRY_COMPARE(back, (QList<bool>{false, true}));
}

void TestPluginsPage::saysWhyNothingIsInstalled()
{
    Page page(options(), in("plugins"), m_answers);
    QVERIFY(QFile::link("/etc", example() + "/etc"));
    page.dialog.installer()->read(example());
    QTRY_VERIFY(page.dialog.messageBar()->text().contains("It holds a link."));
    QVERIFY(page.dialog.messageBar()->text().startsWith("Nothing was changed."));
    QVERIFY(page.offer() == nullptr);
    QVERIFY(!page.dialog.installer()->isBusy());
}

void TestPluginsPage::takesWhatIsDropped()
{
    Page page(options(), in("plugins"), m_answers);
    const auto dropped = [&page](const QString &path) {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QCoreApplication::sendEvent(&page.dialog, &enter);
        QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&page.dialog, &drop);
        return enter.isAccepted();
    };
    QVERIFY(!dropped(example() + "/doubled.py"));
    QVERIFY(dropped(example()));
    QTRY_VERIFY(page.offer() != nullptr);
}

void TestPluginsPage::switchesOffAndOn()
{
    Page page(options(QStringLiteral(FIXTURES "/good")), {}, m_answers);
    page.dialog.goTo(echo);
    QTRY_COMPARE(page.dialog.current()->descriptor.id, echo);
    QVERIFY(!page.dialog.installer()->canInstall());
    button(*page.dialog.details(), "Switch off")->click();
    QTRY_COMPARE(page.plugin(echo).state, PluginState::Disabled);
    QVERIFY(page.details().contains("You have switched it off."));
    QVERIFY(!page.service.host()->providersOf("verbale.terms/1").contains(echo));
    QTRY_VERIFY(button(*page.dialog.details(), "Switch on")->isEnabled());
    button(*page.dialog.details(), "Switch on")->click();
    QTRY_COMPARE(page.plugin(echo).state, PluginState::Resolved);
    QCOMPARE(page.dialog.current()->descriptor.id, echo); // the same one is still chosen
}

void TestPluginsPage::trusts()
{
    Page page(options(QStringLiteral(FIXTURES "/good")), {}, m_answers);
    page.dialog.goTo(echo);
    QVERIFY(page.plugin(echo).ownProcess);
    button(*page.dialog.details(), "Trust it to run inside Verbale…")->click();
    const QString asked = page.dialog.messageBar()->text();
    QVERIFY(asked.contains("read and change all your files, use the network"));
    QVERIFY(page.plugin(echo).ownProcess); // a question is no answer
    page.dialog.messageBar()->choose("Leave it shut in");
    QVERIFY(!page.service.isStarting());

    button(*page.dialog.details(), "Trust it to run inside Verbale…")->click();
    page.dialog.messageBar()->choose("Trust it");
    QTRY_COMPARE(page.plugin(echo).state, PluginState::Running);
    QVERIFY(!page.plugin(echo).ownProcess);
    QVERIFY(page.details().contains("inside Verbale, because you trust it"));
    QTRY_VERIFY(button(*page.dialog.details(), "Run it in a process of its own")->isEnabled());
    button(*page.dialog.details(), "Run it in a process of its own")->click();
    QTRY_VERIFY(page.plugin(echo).ownProcess);
    QVERIFY(page.details().contains("It cannot use the network")); // as it will be shut in again
}

void TestPluginsPage::trustsNoProgramAndNoNetwork()
{
    for (const char *name : {"runs-network", "runs-process", "json-missing-key"}) {
        Page page(options(QStringLiteral(FIXTURES "/") + QLatin1String(name)), {}, m_answers);
        QCOMPARE(page.dialog.model()->rowCount(), 1);
        QVERIFY2(button(*page.dialog.details(), "Trust it to run inside Verbale…") == nullptr, name);
    }
}

void TestPluginsPage::quarantineIsLiftedByHand()
{
    Page page(options(QStringLiteral(HOSTILE "/library"), "crash"), {}, m_answers);
    QVERIFY(!page.suggest(hostile).ok());
    QVERIFY(!page.suggest(hostile).ok());
    QTRY_COMPARE(page.plugin(hostile).state, PluginState::Quarantined);
    const QString shown = page.details();
    QVERIFY(shown.contains("In quarantine"));
    QVERIFY(shown.contains("It is not used until you switch it on again."));
    QVERIFY(shown.contains("SIGSEGV"));
    QTRY_VERIFY(button(*page.dialog.details(), "Give it another try")->isEnabled());
    button(*page.dialog.details(), "Give it another try")->click();
    QTRY_COMPARE(page.plugin(hostile).state, PluginState::Resolved);
    QCOMPARE(page.plugin(hostile).problems.size(), 0);
}

void TestPluginsPage::crashesAreOneQuietBar()
{
    host::HostOptions given = options(QStringLiteral(HOSTILE "/library"), "crash");
    given.supervision.crashLimit = 1000;
    MainWindow window(services(given));
    window.show();
    QTRY_VERIFY(window.plugins().host() != nullptr);
    const auto ask = [&window] {
        window.plugins().host()->suggest(hostile, anyRequest(), {}).waitForFinished();
    };
    ask();
    QTRY_VERIFY(window.pluginBar()->text().contains("“Hostile library” stopped unexpectedly"));
    QVERIFY(window.pluginBar()->text().endsWith("Your text is whole."));
    ask();
    QTRY_VERIFY(window.pluginBar()->text().contains("time"));
    QCOMPARE(window.pluginBar()->text().count("Hostile library"), 1);
    QVERIFY(QApplication::activeModalWidget() == nullptr);
    QCOMPARE(window.pluginBar()->choices(), QStringList{"Details"});
    window.pluginBar()->choose("Details");
    PluginsDialog *page = window.findChild<PluginsDialog *>();
    QVERIFY(page != nullptr && page->isVisible() && !page->isModal());
    QCOMPARE(page->current()->descriptor.id, hostile);
    QVERIFY(readable(*page->details()).contains("SIGSEGV"));
    QCOMPARE(window.showPlugins(), page); // one for all
}

void TestPluginsPage::closedBarsStayClosed()
{
    host::HostOptions given = options(QStringLiteral(HOSTILE "/library"), "crash");
    given.supervision.crashLimit = 6;
    MainWindow window(services(given));
    QTRY_VERIFY(window.plugins().host() != nullptr);
    const auto ask = [&window] {
        window.plugins().host()->suggest(hostile, anyRequest(), {}).waitForFinished();
    };
    ask(); // twice, since it is asked again
    QTRY_VERIFY(!window.pluginBar()->isHidden());
    window.pluginBar()->hide();
    ask();
    QSignalSpy looked(&window.plugins(), &PluginService::looked);
    window.plugins().look();
    QTRY_VERIFY(!looked.isEmpty());
    QVERIFY(window.pluginBar()->isHidden());
    ask();
    QTRY_VERIFY(window.pluginBar()->text().contains("was put into quarantine"));
}

void TestPluginsPage::quarantineIsSaidOnce()
{
    for (const bool first : {true, false}) {
        MainWindow window([&] {
            WindowServices given = services(options(QStringLiteral(HOSTILE "/library"), "crash"));
            if (!first)
                given.settings = kept();
            return given;
        }());
        QTRY_VERIFY(window.plugins().host() != nullptr);
        if (first) {
            for (int i = 0; i < 2; ++i)
                window.plugins().host()->suggest(hostile, anyRequest(), {}).waitForFinished();
            QTRY_VERIFY(window.pluginBar()->text().contains("was put into quarantine"));
            QTRY_VERIFY(kept().knownQuarantines.contains(hostile));
            continue;
        }
        QCOMPARE(window.plugins().plugins().first().state, PluginState::Quarantined);
        QVERIFY(window.pluginBar()->isHidden());
        window.plugins().setEnabled(hostile, true);
        QTRY_VERIFY(!kept().knownQuarantines.contains(hostile));
    }
}

void TestPluginsPage::startsInSafeMode()
{
    host::HostOptions given = options(QStringLiteral(FIXTURES "/good"));
    given.safeMode = true;
    MainWindow window(services(given));
    QTRY_VERIFY(window.plugins().host() != nullptr);
    QVERIFY(window.pluginBar()->text().contains("safe mode"));
    QCOMPARE(window.pluginBar()->choices(), QStringList{"Start plugins"});
    QVERIFY(window.plugins().host()->providersOf("verbale.terms/1").isEmpty());
    window.controller().adopt(madeDocument(1), {});
    QTRY_VERIFY(readable(*window.editorPage()->glossary()).contains("No glossary term in this segment."));
    emit window.termbases().changed();
    QVERIFY(readable(*window.editorPage()->glossary()).contains("No glossary term in this segment."));
    const PluginsDialog *page = window.showPlugins(echo);
    QVERIFY(!button(*page->details(), "Switch on")->isEnabled()); // it would change nothing
    window.pluginBar()->choose("Start plugins");
    QTRY_VERIFY(!window.plugins().isStarting() &&
                window.plugins().host()->providersOf("verbale.terms/1").contains(echo));
    QVERIFY(window.pluginBar()->isHidden());
    QTRY_VERIFY(button(*page->details(), "Switch off")->isEnabled());
}

void TestPluginsPage::keepsWhatWasChosen()
{
    {
        MainWindow window(services(options(QStringLiteral(FIXTURES "/good"))));
        QTRY_VERIFY(window.plugins().host() != nullptr);
        window.plugins().setTrusted(echo, true);
        QTRY_VERIFY(kept().trustedPlugins.contains(echo));
        window.plugins().setEnabled(echo, false);
        QTRY_VERIFY(kept().disabledPlugins.contains(echo));
    }
    MainWindow window([&] {
        WindowServices given = services(options(QStringLiteral(FIXTURES "/good")));
        given.settings = kept();
        given.plugins.trusted = given.settings.trustedPlugins;
        given.plugins.disabled = given.settings.disabledPlugins;
        return given;
    }());
    QTRY_VERIFY(window.plugins().host() != nullptr);
    window.plugins().replaced(echo, true); // installed anew: nobody has trusted that
    QTRY_VERIFY(kept().trustedPlugins.isEmpty());
    QVERIFY(kept().disabledPlugins.isEmpty());
}

void TestPluginsPage::leavesWhatOtherWindowsKnow()
{
    MainWindow window(services(options(QStringLiteral(FIXTURES "/good"))));
    QTRY_VERIFY(window.plugins().host() != nullptr);
    session::Settings others = kept();
    others.knownQuarantines = {QStringLiteral("org.example.other")};
    QVERIFY(session::saveSettings(others, in("settings.json")).ok());
    for (const bool trusted : {true, false}) {
        window.plugins().setTrusted(echo, trusted);
        QTRY_COMPARE(kept().trustedPlugins.contains(echo), trusted);
        QCOMPARE(kept().knownQuarantines, QSet<QString>{QStringLiteral("org.example.other")});
    }
}

void TestPluginsPage::everySandboxSentenceIsTranslated()
{
    InterfaceLanguage language;
    language.apply(QStringLiteral("vi"));
    int sentences = 0;
    for (int bits = 0; bits < 256; ++bits) {
        host::KernelSupport support;
        support.landlock = (bits & 1) != 0 ? ((bits & 2) != 0 ? 6 : 2) : 0;
        support.seccomp = (bits & 4) != 0;
        support.oneExec = (bits & 8) != 0;
        support.memory = (bits & 16) != 0;
        host::Permissions permissions;
        permissions.network = (bits & 32) != 0;
        permissions.hosts = (bits & 64) != 0 ? QStringList{"api.example.org"} : QStringList();
        permissions.proxyPorts = (bits & 8) != 0 ? QList<quint16>{3128} : QList<quint16>();
        permissions.memoryBytes = host::defaultMemoryBytes;
        permissions.cpuSeconds = host::defaultCpuSeconds;
        permissions.fileBytes = host::defaultFileBytes;
        const host::SandboxReport report = host::reportOf(permissions, support, (bits & 128) != 0);
        for (const host::SandboxReport::Line &line : report.lines) {
            ++sentences;
            const QString translated = sandboxText(line);
            QVERIFY2(translated != line.sentence && !translated.contains("%"), qPrintable(line.code));
            for (const char *part : {"api.example.org", "443", "3128"})
                QCOMPARE(translated.contains(part), line.sentence.contains(part));
            QCOMPARE(translated.contains("ủy nhiệm"), line.sentence.contains("proxies"));
        }
    }
    QCOMPARE(sentences, 256 * 5);
    language.apply(QStringLiteral("en"));
}

void TestPluginsPage::hostileTextsAreTamed()
{
    QCOMPARE(tamed(QStringLiteral("<b>Ver\u202Ebale\u0007\n is here</b>")), "<b>Verbale is here</b>");
    QCOMPARE(tamed(QString(10'000, u'x')).size(), 301);
    host::Permissions permissions;
    permissions.network = true;
    for (int i = 1; i <= 40; ++i)
        permissions.hosts.append(QStringLiteral("\u202Eapi-%1.example.org").arg(i));
    InterfaceLanguage language;
    for (const char *code : {"vi", "en"}) {
        language.apply(QLatin1String(code));
        const QString network = sandboxText(host::reportOf(permissions, {}, true).lines.first());
        for (int i = 1; i <= 40; ++i)
            QVERIFY2(network.contains(QStringLiteral("api-%1.example.org").arg(i)), qPrintable(network));
        QVERIFY(!network.contains(QChar(0x202E)));
    }
    QVERIFY(QDir().mkpath(in("plugins/evil")));
    QFile json(in("plugins/evil/plugin.json"));
    QVERIFY(json.open(QIODevice::WriteOnly));
    json.write(R"({"schema": "verbale.plugin/1", "id": "org.example.evil", "name": {"en": "<h1>Verbale</h1>"},
        "vendor": "<img src='/etc/passwd'>", "version": "1", "sdk": ">=1.0 <2", "library": "x",
        "provides": ["verbale.check/1"]})");
    json.close();
    Page page(options(), in("plugins"), m_answers);
    QVERIFY(page.details().contains("<h1>Verbale</h1>"));
    for (const QLabel *label : page.dialog.details()->findChildren<QLabel *>()) {
        if (label->text().contains(u'<'))
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
}

void TestPluginsPage::hostileLogsAreTamed()
{
    QCOMPARE(logText("một\x1b[31m\r\nhai\tba\x07\n"), "một[31m\nhai ba\n");
    const QString text = logText(QByteArray(64 * 1024, 'x'));
    const QStringList lines = text.split(u'\n');
    QVERIFY(std::all_of(lines.begin(), lines.end(), [](const QString &line) { return line.size() <= 500; }));
    PluginLogView view;
    view.show("eins\n");
    view.text()->selectAll();
    view.show("eins\nzwei\n"); // not under the reader's hands
    QCOMPARE(view.text()->toPlainText(), "eins\n");
    view.text()->moveCursor(QTextCursor::End);
    view.show("eins\nzwei\n");
    view.copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), "eins\nzwei\n");
}

void TestPluginsPage::everythingHasAName()
{
    QVERIFY(copyFolder(example(), in("plugins/doubled")));
    Page page(options(), in("plugins"), m_answers);
    page.dialog.installer()->read(QStringLiteral(FIXTURES "/good/good"));
    for (const QWidget *widget : page.dialog.findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible())
            continue;
        const QAccessibleInterface *seen =
            QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        QVERIFY(seen != nullptr);
        QVERIFY2(!seen->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
    }
}

} // namespace verbale::workbench

QTEST_MAIN(verbale::workbench::TestPluginsPage)
#include "tst_plugins_page.moc"
