// Machine translation in the window: the switch, what is asked before something is sent, a run beside the
// work.
#include "support.h"

#include "heartbeat.h"
#include "host_test.h"
#include "workbench/editor_page.h"
#include "workbench/machine_desk.h"
#include "workbench/machine_dialog.h"
#include "workbench/machine_status.h"
#include "workbench/machine_words.h"
#include "workbench/message_bar.h"
#include "workbench/plugin_service.h"
#include "workbench/segment_grid.h"
#include "workbench/target_editor.h"
#include "workbench/window_actions.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QProcess>
#include <QtCore/QTranslator>
#include <QtGui/QAction>
#include <QtTest/QtTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace verbale;
using namespace verbale::workbench;
using namespace Qt::StringLiterals;

namespace {

const QString engine = u"test.translates"_s;
constexpr int longWait = 10'000; // ms

QStringList sentences(int count)
{
    QStringList all;
    for (int i = 1; i <= count; ++i)
        all.append(u"Hai bên nhất trí tăng cường hợp tác, lần thứ %1."_s.arg(i));
    return all;
}

/// A window with a plugin that translates and the one that came with Verbale.
struct Desk
{
    explicit Desk(const QString &place, const QJsonObject &engines = {}) : folder(place)
    {
        WindowServices services = quietServices(answers);
        services.plugins.folders = {
            {QStringLiteral(TRANSLATES), host::Origin::User},
            {QStringLiteral(SHIPPED_PLUGINS "/org.verbale.machine-translation"), host::Origin::Shipped}};
        services.plugins.trialProgram = QStringLiteral(TRIAL_PROGRAM);
        services.plugins.stateFolder = folder + u"/state"_s;
        services.machineMemoryFile = folder + u"/memory.json"_s;
        services.environment.insert(u"VERBALE_MT_KEY_OFFICE"_s, u"canary-4711"_s);
        services.settings.machineTranslation = {{u"engines"_s, engines}};
        answers.unsaved = Questions::Unsaved::Discard;
        window = std::make_unique<MainWindow>(std::move(services));
        window->resize(1200, 700);
        window->show();
        window->activateWindow();
    }
    void open(const QStringList &sources)
    {
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QTRY_VERIFY_WITH_TIMEOUT(window->plugins().host() != nullptr, longWait);
        window->controller().adopt(madeDocument(sources), {});
    }
    /// Chooses the engine and agrees.
    void switchOn(const QString &name = engine)
    {
        machine().onOff().choose(name);
        QTRY_VERIFY2_WITH_TIMEOUT(machine().dialog() != nullptr, qPrintable(bar() + lock()), longWait);
        machine().dialog()->accept();
        QVERIFY(machine().onOff().isOn());
    }
    /// Has the rest translated, and agrees.
    void begin()
    {
        trigger(Act::PretranslateRest);
        QTRY_VERIFY2_WITH_TIMEOUT(machine().dialog() != nullptr, qPrintable(bar() + lock()), longWait);
        shown = machine().dialog()->text();
        machine().dialog()->accept();
        QVERIFY(machine().run().isRunning());
    }
    /// Has 60 segments translated, up to where the first 40 are there and the second call waits a while.
    void beginHalf()
    {
        QStringList sources = sentences(60);
        sources[45] = u"Chờ một lát."_s;
        open(sources);
        switchOn();
        begin();
        QTRY_VERIFY_WITH_TIMEOUT(!target(39).isEmpty(), longWait);
    }
    void finish() { QTRY_VERIFY_WITH_TIMEOUT(!machine().run().isRunning(), longWait); }
    void trigger(Act act) const { window->actions()[act]->trigger(); }

    [[nodiscard]] MachineDesk &machine() const { return window->machine(); }
    [[nodiscard]] DocumentController &controller() const { return window->controller(); }
    [[nodiscard]] SegmentGrid *grid() const { return window->editorPage()->grid(); }
    [[nodiscard]] QString target(int row) const { return controller().segment(row).target.text; }
    [[nodiscard]] QString lock() const { return machine().status()->words(); }
    [[nodiscard]] QString bar() const
    {
        return machine().bar()->isHidden() ? QString() : machine().bar()->text();
    }
    /// How many times the plugin was asked to translate.
    [[nodiscard]] qsizetype calls() const
    {
        QFile file(folder + u"/state/data/"_s + engine + u"/calls"_s);
        return file.open(QIODevice::ReadOnly) ? file.readAll().count('\n') : 0;
    }
    [[nodiscard]] int translated() const
    {
        int count = 0;
        for (int row = 0; row < controller().rowCount(); ++row)
            count += controller().segment(row).hasTarget ? 1 : 0;
        return count;
    }

    QString folder;
    QString shown; ///< when begin() was asked
    SetAnswers::Record answers;
    std::unique_ptr<MainWindow> window;
};

/// Processes that this one has started and that run plugins.
int pluginProcesses()
{
    int count = 0;
    for (const QString &process : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        QFile status(u"/proc/%1/stat"_s.arg(process));
        if (!status.open(QIODevice::ReadOnly))
            continue;
        const QByteArray line = status.readAll();
        const QList<QByteArray> rest = line.mid(line.lastIndexOf(')') + 2).split(' ');
        if (line.contains("(verbale-plugin") &&
            rest.value(1).toLongLong() == QCoreApplication::applicationPid())
            ++count;
    }
    return count;
}

} // namespace

class TestMachineTranslation : public QObject
{
    Q_OBJECT
private slots:
    void reasonsAreInTheWindowsLanguage();
    void remarksAreInTheWindowsLanguage();
    void offMeansThatNothingStarts();
    void whoDoesNotAgreeSendsNothing();
    void markedDocumentsAreRefused();
    void theRestIsTranslatedAndOneUndoTakesItBack();
    void editsDuringARunStay();
    void cancellingIsAtOnceAndTheNextRunGoesOn();
    void otherPluginsMayChangeDuringARun();
    void aCancelledRunTellsWhatHadLeft_data();
    void aCancelledRunTellsWhatHadLeft();
    void switchingOffDuringARunTellsWhatHadLeft();
    void whoIsSwitchedOffGetsNothingMore();
    void whatMayHaveBeenChargedIsSentAgainOnWishAlone();
    void anEmptySegmentIsAskedForByItself();
    void isRememberedForTheDocument();
    void machinesTargetsAreMarkedUntilSomebodyLooksAtThem();
    void aServiceGetsWhatWasShownAndNothingElse();
};

/// The plugin speaks English; the window knows its codes.
void TestMachineTranslation::reasonsAreInTheWindowsLanguage()
{
    const auto reason = [](const QString &code, const QString &message) {
        return reasonText({code, message, 1});
    };
    QCOMPARE(
        reason("transport.refused", "api.deepl.com refuses connections."),
        "The service refuses connections: it is not running there, or a firewall stands in between. Check "
        "the address and port.");
    const QString setUp = "The service does not have what the settings ask for: address, languages, model or "
                          "glossary.";
    QCOMPARE(reason("mt.setup", "DeepL does not have what the settings ask for (404)."), setUp);
    QCOMPARE(reason("mt.setup", "DeepL does not have it (400): Glossary not found"),
             setUp + " The service says: Glossary not found");
    QCOMPARE(reason("mt.no-glossary", "DeepL does not have it (400): Not for this model"),
             "The service does not have the glossary of their terms any more, or refuses it. The service "
             "says: Not for this model");
    QCOMPARE(reason("mt.echo", "x"), "The answer is the source, not translated.");
    QCOMPARE(reason("mt", "Says this."), "Says this."); // no code that is known
    QCOMPARE(reason("org.example.own", "Says that."), "Says that.");
}

/// Those of the plugin and of the redaction, and none of anybody else's.
void TestMachineTranslation::remarksAreInTheWindowsLanguage()
{
    QTranslator vietnamese;
    QVERIFY(vietnamese.load(QStringLiteral(":/i18n/verbale_vi.qm")));
    QCoreApplication::installTranslator(&vietnamese);
    QCOMPARE(remarkText("its figures differ: 1,000 %2 is missing"), "số liệu khác bản gốc: thiếu 1,000 %2");
    QCOMPARE(remarkText("it is much shorter than the source"), "ngắn hơn bản gốc nhiều");
    QCOMPARE(remarkText("its figures differ:  is missing"), "its figures differ:  is missing");
    QCOMPARE(remarkText("Ngắn quá."), "Ngắn quá.");
    QCOMPARE(remarkNoteText("My: DeepL: the number 12/NQ-CP is missing"), "My: DeepL: thiếu số 12/NQ-CP");
    QCOMPARE(remarkNoteText("A note: of mine"), "A note: of mine");
    // What is told in another sentence is one of these as well; figures in it are no places.
    QCOMPARE(remarkText("The term \"20 %1\" (\"x\") does not go to DeepL: it has an empty side."),
             "Thuật ngữ “20 %1” (“x”) không được gửi đến DeepL: một bên để trống.");
    const QStringList warnings{
        "it has an empty side", "One.", "it has an empty side", "Two.", "Three.", "Four."};
    QCOMPARE(warningsText(warnings), "một bên để trống\nOne.\nTwo.\nThree.\nvà 1 cảnh báo khác.");
    QCOMPARE(warningsText(warnings, 9).count('\n'), 4);
    QCOMPARE(warningsText({}), QString());
    QCoreApplication::removeTranslator(&vietnamese);
}

void TestMachineTranslation::offMeansThatNothingStarts()
{
    const QTemporaryDir folder;
    Desk desk(folder.path());
    desk.open(sentences(3));
    QCOMPARE(desk.lock(), u"Nothing leaves this machine"_s);
    QTest::qWait(500); // longer than an empty segment waits
    desk.trigger(Act::PretranslateRest);
    QVERIFY2(desk.bar().contains(u"is off for this document"_s), qPrintable(desk.bar()));
    desk.trigger(Act::TranslateSegment);
    QTest::qWait(100);
    QCOMPARE(pluginProcesses(), 0);
    QCOMPARE(desk.calls(), 0);
    QVERIFY(desk.machine().bar()->choices().contains(u"Use test.translates…"_s));
}

void TestMachineTranslation::whoDoesNotAgreeSendsNothing()
{
    const QTemporaryDir folder;
    Desk desk(folder.path());
    desk.open(sentences(3));
    desk.machine().onOff().choose(engine);
    QTRY_VERIFY2_WITH_TIMEOUT(desk.machine().dialog() != nullptr, qPrintable(desk.bar() + desk.lock()),
                              longWait);
    const QString text = desk.machine().dialog()->text();
    for (const QString &part : {u"Switch on Echo"_s, u"localhost"_s, u"100 characters for this month"_s,
                                u"POST https://localhost"_s, u"not sent all at once"_s})
        QVERIFY2(text.contains(part), qPrintable(text));
    QStringList buttons;
    for (const QPushButton *button : desk.machine().dialog()->findChildren<QPushButton *>())
        buttons.append(button->text());
    QVERIFY2(buttons.contains(u"&Leave it off"_s), qPrintable(buttons.join(u' ')));
    desk.machine().dialog()->reject();
    QCOMPARE(desk.machine().onOff().state(), MachineSwitch::State::Off);
    QCOMPARE(desk.lock(), u"Nothing leaves this machine"_s);
    desk.switchOn();
    QCOMPARE(desk.lock(), u"test.translates may get texts"_s);
    QTRY_COMPARE_WITH_TIMEOUT(desk.calls(), 1, longWait); // the segment with the cursor
    desk.trigger(Act::PretranslateRest);
    QTRY_VERIFY2_WITH_TIMEOUT(desk.machine().dialog() != nullptr, qPrintable(desk.bar() + desk.lock()),
                              longWait);
    desk.machine().dialog()->reject();
    QTest::qWait(100);
    QCOMPARE(desk.calls(), 1);
    QCOMPARE(desk.translated(), 0);
}

void TestMachineTranslation::markedDocumentsAreRefused()
{
    const QTemporaryDir folder;
    const QJsonObject office{{u"type"_s, u"libretranslate"_s}, {u"address"_s, u"https://mt.example.org"_s}};
    Desk desk(folder.path(), {{u"office"_s, office}});
    desk.open({u"MẬT"_s, u"Hai bên nhất trí."_s});
    desk.machine().onOff().choose(u"office"_s);
    QTRY_COMPARE_WITH_TIMEOUT(desk.machine().onOff().state(), MachineSwitch::State::Refused, longWait);
    QCOMPARE(desk.lock(), u"Marked MẬT: nothing is sent"_s);
    QVERIFY2(desk.bar().contains(u"MẬT"_s), qPrintable(desk.bar()));
    QVERIFY(desk.machine().dialog() == nullptr);
    QCOMPARE(pluginProcesses(), 0);
    desk.machine().onOff().choose({});
    QCOMPARE(desk.lock(), u"Nothing leaves this machine"_s);
}

void TestMachineTranslation::theRestIsTranslatedAndOneUndoTakesItBack()
{
    const QTemporaryDir folder;
    Desk desk(folder.path());
    desk.open(sentences(1000));
    desk.switchOn();
    desk.begin();
    Heartbeat heart;
    heart.begin();
    desk.finish();
    const double longest = heart.end();
    qInfo() << "the event loop was away for" << longest << "ms at most";
    QCOMPARE(desk.translated(), 1000);
    QVERIFY(desk.calls() <= 7); // the one with the cursor; 40; five times 200 or less
    QVERIFY2(longest < 50 || qEnvironmentVariableIsSet("VERBALE_SLOW"), qPrintable(QString::number(longest)));
    QCOMPARE(desk.controller().history().undoLabel(), u"Machine translation"_s);
    desk.trigger(Act::Undo);
    QCOMPARE(desk.translated(), 0);
    QVERIFY(!desk.controller().history().canUndo());
    desk.trigger(Act::Redo);
    QCOMPARE(desk.translated(), 1000);
}

void TestMachineTranslation::editsDuringARunStay()
{
    const QTemporaryDir folder;
    Desk desk(folder.path());
    desk.beginHalf();
    desk.grid()->goTo(50, true);
    QTest::keyClicks(desk.grid()->editor(), u"Mine"_s);
    QVERIFY(desk.machine().run().isRunning());
    desk.finish();
    QCOMPARE(desk.target(50), u"Mine"_s);
    QCOMPARE(desk.translated(), 60);
    // What was typed is the last step; the run is one, from before.
    desk.trigger(Act::Undo);
    QCOMPARE(desk.target(50), QString());
    QCOMPARE(desk.translated(), 59);
    desk.trigger(Act::Undo);
    QCOMPARE(desk.translated(), 0);
}

void TestMachineTranslation::cancellingIsAtOnceAndTheNextRunGoesOn()
{
    const QTemporaryDir folder;
    Desk desk(folder.path());
    desk.beginHalf();
    QVERIFY2(desk.lock().endsWith(u"of 60 done"_s), qPrintable(desk.lock()));
    QElapsedTimer clock;
    clock.start();
    desk.machine().bar()->choose(u"Cancel"_s);
    QVERIFY(!desk.machine().run().isRunning());
    QVERIFY2(clock.elapsed() < 50, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(desk.lock(), u"test.translates may get texts"_s);
    QCOMPARE(desk.translated(), 40);
    QTRY_VERIFY_WITH_TIMEOUT(!desk.bar().isEmpty(), 500);
    QVERIFY2(desk.bar().startsWith(u"Cancelled; 40 of 60 segments translated by Echo, "_s),
             qPrintable(desk.bar()));
    QVERIFY(!desk.bar().contains(u"may be charged"_s)); // the plugin says that it has sent nothing more
    desk.begin();
    desk.finish();
    QCOMPARE(desk.bar(), u"20 of 20 segments translated by Echo; 924 characters sent."_s);
    QCOMPARE(desk.translated(), 60);
    desk.trigger(Act::Undo);
    QCOMPARE(desk.translated(), 40);
}

void TestMachineTranslation::otherPluginsMayChangeDuringARun()
{
    const QTemporaryDir folder;
    Desk desk(folder.path());
    desk.beginHalf();
    QSignalSpy started(&desk.window->plugins(), &PluginService::started);
    desk.window->plugins().setEnabled(session::machineTranslationPlugin, false);
    QTRY_COMPARE_WITH_TIMEOUT(started.size(), 1, longWait);
    QVERIFY(desk.machine().run().isRunning());
    QVERIFY(desk.machine().onOff().isOn());
    desk.finish();
    QCOMPARE(desk.translated(), 60);
    desk.window->plugins().setEnabled(engine, false); // the one that is in use
    QTRY_COMPARE_WITH_TIMEOUT(started.size(), 2, longWait);
    QTRY_VERIFY_WITH_TIMEOUT(!desk.machine().onOff().isOn(), longWait);
}

void TestMachineTranslation::aCancelledRunTellsWhatHadLeft_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("told");
    QTest::newRow("on its way")
        << u"Một phần."_s
        << u"Cancelled; 10 of 30 segments translated by Echo, 480 characters sent. "
           "1 segment(s) had left without an answer yet and may be charged; an answer "
           "that still comes is used in the next run."_s;
    QTest::newRow("not known")
        << u"Mãi mãi."_s
        << u"Cancelled; 0 of 30 segments translated by test.translates, 0 characters "
           "sent. What became of 30 segment(s) more is not known yet; the list of what "
           "left this machine will have it."_s;
}

/// Which is known when its calls have come to an end, a moment later; nobody waits longer than half a second.
void TestMachineTranslation::aCancelledRunTellsWhatHadLeft()
{
    QFETCH(const QString, text);
    QFETCH(const QString, told);
    const QTemporaryDir folder;
    Desk desk(folder.path());
    QStringList sources = sentences(30);
    sources[10] = text;
    desk.open(sources);
    desk.switchOn();
    QTRY_COMPARE_WITH_TIMEOUT(desk.calls(), 1, longWait); // the segment with the cursor
    desk.begin();
    QTRY_COMPARE_WITH_TIMEOUT(desk.calls(), 2, longWait);
    QElapsedTimer clock;
    clock.start();
    Heartbeat heart;
    heart.begin();
    desk.trigger(Act::CancelTranslating);
    QVERIFY(!desk.machine().run().isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(desk.bar().startsWith(u"Cancelled;"_s), longWait);
    QVERIFY2(clock.elapsed() < 700, qPrintable(QString::number(clock.elapsed())));
    const double longest = heart.end();
    QVERIFY2(longest < 50 || qEnvironmentVariableIsSet("VERBALE_SLOW"), qPrintable(QString::number(longest)));
    QCOMPARE(desk.bar(), told);
    QVERIFY(desk.machine().bar()->choices().contains(u"What left this machine…"_s));
}

/// Its process is ended at once, with what it had been given.
void TestMachineTranslation::switchingOffDuringARunTellsWhatHadLeft()
{
    const QTemporaryDir folder;
    Desk desk(folder.path());
    QStringList sources = sentences(60);
    sources[45] = u"Mãi mãi."_s;
    desk.open(sources);
    desk.switchOn();
    const QString first = desk.controller().document().segmentKey(desk.controller().refAt(0));
    QTRY_VERIFY_WITH_TIMEOUT(desk.calls() == 1 && !desk.machine().run().isAskedFor(first), longWait);
    desk.begin();
    QTRY_VERIFY_WITH_TIMEOUT(!desk.target(39).isEmpty(), longWait);
    desk.machine().onOff().choose({});
    QTRY_VERIFY_WITH_TIMEOUT(desk.bar().startsWith(u"Cancelled;"_s), longWait);
    QVERIFY2(desk.bar().contains(u"What became of 20 segment(s) more is not known yet"_s),
             qPrintable(desk.bar()));
    QCOMPARE(desk.lock(), u"Nothing leaves this machine"_s);
}

/// Also where its commands or terms have brought it into quarantine, so that it could not be asked before.
void TestMachineTranslation::whoIsSwitchedOffGetsNothingMore()
{
    const QTemporaryDir folder;
    Desk desk(folder.path());
    desk.open({u"Mãi mãi."_s, u"Xin chào."_s});
    desk.switchOn();
    QTRY_COMPARE_WITH_TIMEOUT(desk.calls(), 1, longWait);
    MachineSwitch &onOff = desk.machine().onOff();
    host::HostOptions plugins = desk.window->plugins().options();
    onOff.setPlugins(plugins, {engine}, {u"test.other"_s});
    QVERIFY(onOff.isOn());
    plugins.disabled.insert(engine);
    onOff.setPlugins(plugins, {}, {});
    QVERIFY(!onOff.isOn());
    const QString asked = desk.controller().document().segmentKey(desk.controller().refAt(0));
    QTRY_VERIFY_WITH_TIMEOUT(!desk.machine().run().isAskedFor(asked), longWait);
    QTRY_COMPARE_WITH_TIMEOUT(desk.lock(), u"Nothing leaves this machine"_s, longWait); // and no trouble
}

void TestMachineTranslation::whatMayHaveBeenChargedIsSentAgainOnWishAlone()
{
    const QTemporaryDir folder;
    Desk desk(folder.path());
    desk.open({u"Một."_s, u"Hai\u203D"_s, u"Ba?"_s, u"Bốn."_s});
    desk.switchOn();
    desk.begin();
    desk.finish();
    QCOMPARE(desk.translated(), 2);
    QVERIFY2(desk.bar().contains(u"2: They were sent and no answer came"_s), qPrintable(desk.bar()));
    QVERIFY(desk.lock().startsWith(u"Trouble with"_s));
    desk.machine().bar()->choose(u"Send again…"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(desk.machine().dialog() != nullptr, qPrintable(desk.bar() + desk.lock()),
                              longWait);
    QVERIFY(desk.machine().dialog()->text().contains(u"again what may have been charged?"_s));
    desk.machine().dialog()->accept();
    desk.finish();
    QCOMPARE(desk.target(1), u"Hai\u203D"_s);
    QCOMPARE(desk.translated(), 3);
}

void TestMachineTranslation::anEmptySegmentIsAskedForByItself()
{
    const QTemporaryDir folder;
    Desk desk(folder.path());
    desk.open(sentences(5));
    bool isDrafting = true; // the glossary may have it, and costs nothing
    desk.machine().waitWhile([&isDrafting] { return isDrafting; });
    desk.switchOn();
    QTest::qWait(700);
    QCOMPARE(desk.calls(), 0);
    isDrafting = false;
    QTRY_COMPARE_WITH_TIMEOUT(desk.controller().segment(0).suggestions.size(), 1, longWait);
    QCOMPARE(desk.controller().segment(0).suggestions[0].origin, u"Echo"_s);
    QVERIFY(!desk.controller().segment(0).hasTarget); // it is shown, and no more
    // Whoever passes quickly asks for nothing; who stays does, once.
    for (const int row : {1, 2, 3})
        desk.grid()->goTo(row, true);
    QTRY_COMPARE_WITH_TIMEOUT(desk.controller().segment(3).suggestions.size(), 1, longWait);
    QVERIFY(desk.controller().segment(1).suggestions.isEmpty());
    desk.grid()->goTo(0, true);
    QTest::qWait(400);
    QCOMPARE(desk.calls(), 2);
    // By name, also where something was written.
    QTest::keyClicks(desk.grid()->editor(), u"Mine"_s);
    desk.trigger(Act::TranslateSegment);
    QTRY_COMPARE_WITH_TIMEOUT(desk.calls(), 3, longWait);
    QTRY_COMPARE(desk.controller().segment(0).suggestions.size(), 1);
    QCOMPARE(desk.target(0), u"Mine"_s);
}

void TestMachineTranslation::isRememberedForTheDocument()
{
    const QTemporaryDir folder;
    {
        Desk desk(folder.path());
        desk.open(sentences(2));
        desk.switchOn();
    }
    {
        Desk desk(folder.path());
        desk.open(sentences(2));
        QTRY_VERIFY_WITH_TIMEOUT(desk.machine().onOff().isOn(), longWait);
        QVERIFY(desk.machine().dialog() == nullptr);
        session::OpenedDocument other = madeDocument(sentences(2));
        other.workingFile = u"/nowhere/other.xlf"_s;
        desk.controller().adopt(other, {});
        QTest::qWait(300);
        QCOMPARE(desk.machine().onOff().state(), MachineSwitch::State::Off);
        desk.controller().adopt(madeDocument(sentences(2)), {});
        QTRY_VERIFY_WITH_TIMEOUT(desk.machine().onOff().isOn(), longWait);
        desk.machine().onOff().choose({});
    }
    Desk desk(folder.path());
    desk.open(sentences(2));
    QTest::qWait(300);
    QCOMPARE(desk.machine().onOff().state(), MachineSwitch::State::Off);
}

void TestMachineTranslation::machinesTargetsAreMarkedUntilSomebodyLooksAtThem()
{
    const QTemporaryDir folder;
    Desk desk(folder.path());
    desk.open(sentences(3));
    desk.switchOn();
    desk.begin();
    desk.finish();
    const auto told = [&desk](int row) {
        return desk.grid()->model()->index(row, SegmentModel::Status).data(Qt::ToolTipRole).toString();
    };
    QCOMPARE(told(0), u"Machine translation by Echo, not yet looked at"_s);
    QCOMPARE(statusOf(desk.controller().segment(0)), SegmentStatus::MachineTranslated);
    desk.grid()->goTo(0, true);
    desk.trigger(Act::Confirm);
    QCOMPARE(told(0), u"Confirmed"_s);
    QCOMPARE(desk.controller().segment(0).subState, QString());
    desk.grid()->goTo(1, true);
    QTest::keyClicks(desk.grid()->editor(), u"x"_s);
    QCOMPARE(statusOf(desk.controller().segment(1)), SegmentStatus::Draft);
    QCOMPARE(desk.controller().segment(1).subState, QString());
}

/// With the real plugin and a real server.
void TestMachineTranslation::aServiceGetsWhatWasShownAndNothingElse()
{
    const QTemporaryDir folder;
    QProcess service;
    service.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    service.start(u"python3"_s, {QStringLiteral(SERVICE), folder.filePath(u"journal"_s)});
    QVERIFY(service.waitForReadyRead(20'000));
    const QString address =
        u"http://127.0.0.1:"_s + QString::fromLatin1(service.readAllStandardOutput().trimmed());
    const QJsonObject office{{u"type"_s, u"libretranslate"_s}, {u"address"_s, address}};
    Desk desk(folder.path(), {{u"office"_s, office}});
    desk.open({u"Hai bên nhất trí hợp tác."_s, u"Cuộc họp bắt đầu."_s});
    desk.machine().onOff().choose(u"office"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(desk.machine().dialog() != nullptr, qPrintable(desk.bar() + desk.lock()),
                              longWait);
    QVERIFY(!QFile::exists(folder.filePath(u"journal"_s)));
    const QString shown = desk.machine().dialog()->text();
    QVERIFY2(shown.contains(u"Hai bên nhất trí hợp tác."_s) && shown.contains(u"127.0.0.1"_s),
             qPrintable(shown));
    QVERIFY(!shown.contains(u"canary"_s));
    desk.machine().dialog()->accept();
    QTRY_COMPARE_WITH_TIMEOUT(desk.controller().segment(0).suggestions.size(), 1, longWait);
    desk.begin();
    QVERIFY2(desk.shown.contains(u"2 without a translation, of them 1 known already"_s),
             qPrintable(desk.shown));
    desk.finish();
    QCOMPARE(desk.translated(), 2);
    QCOMPARE(desk.target(1), u"The two sides have agreed to continue their cooperation in this field."_s);
    // The first text was paid for when it was asked for alone.
    QFile journal(folder.filePath(u"journal"_s));
    QVERIFY(journal.open(QIODevice::ReadOnly));
    QStringList got;
    for (const QByteArray &body : journal.readAll().split('\n')) {
        for (const QJsonValue &sent : QJsonDocument::fromJson(body)[u"q"].toArray())
            got.append(sent.toString());
    }
    QCOMPARE(got, (QStringList{u"Hai bên nhất trí hợp tác."_s, u"Cuộc họp bắt đầu."_s}));
    service.kill();
    service.waitForFinished();
}

QTEST_MAIN(TestMachineTranslation)
#include "tst_machine_translation.moc"
