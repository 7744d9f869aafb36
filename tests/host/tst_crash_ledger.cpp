#include "host/host_state.h"

#include "host_test.h"

#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

namespace verbale::host {

namespace {

QStringList ledgersIn(const QString &folder)
{
    return QDir(folder).entryList({QStringLiteral("*.ledger*")}, QDir::Files);
}

Leftover crash(const QString &id, int second, Activity activity = Activity::Called)
{
    return {id, QStringLiteral("stamp"), activity,
            QDateTime::fromSecsSinceEpoch(1'700'000'000 + second, Qt::UTC)};
}

/// The victim's exit, and what it printed.
QString runVictim(const QString &plugin, const QString &state, const QStringList &call = {})
{
    QProcess victim;
    victim.start(QStringLiteral(VICTIM), QStringList{fixture(plugin), state} + call);
    if (!victim.waitForFinished(30'000))
        return QStringLiteral("did not end");
    return victim.exitStatus() == QProcess::CrashExit
               ? QStringLiteral("crashed")
               : QString::fromLocal8Bit(victim.readAllStandardOutput()).simplified();
}

} // namespace

class TestCrashLedger : public QObject
{
    Q_OBJECT

private slots:
    void aLivingProcessIsLeftAlone()
    {
        const QTemporaryDir dir;
        auto ledger = CrashLedger::open(dir.path());
        QVERIFY(ledger);
        const CrashMark mark(ledger, QStringLiteral("a"), QStringLiteral("1"));
        mark.set(Activity::Called);
        QList<Problem> problems;
        QVERIFY(takeLeftovers(dir.path(), problems).isEmpty());
        QCOMPARE(ledgersIn(dir.path()).size(), 1);
        ledger->retire();
        QVERIFY(ledgersIn(dir.path()).isEmpty());
        mark.set(Activity::Idle); // harmless
        QVERIFY(problems.isEmpty());
    }

    void aDeadOnesMarksAreTaken()
    {
        const QTemporaryDir dir;
        {
            auto ledger = CrashLedger::open(dir.path());
            QVERIFY(ledger);
            const CrashMark idle(ledger, QStringLiteral("org.a"), QStringLiteral("1 2 /path/a"));
            const CrashMark called(ledger, QStringLiteral("org.b"), QStringLiteral("3 4 /path/b"));
            const CrashMark starting(ledger, QStringLiteral("org.c"), QString());
            idle.set(Activity::Called);
            idle.set(Activity::Idle);
            called.set(Activity::Called);
            starting.set(Activity::Starting);
        } // closed without retire(): the lock is gone, as when the process dies
        QList<Problem> problems;
        const QList<Leftover> leftovers = takeLeftovers(dir.path(), problems);
        QCOMPARE(leftovers.size(), 2);
        QCOMPARE(leftovers[0].pluginId, QStringLiteral("org.b"));
        QCOMPARE(leftovers[0].stamp, QStringLiteral("3 4 /path/b"));
        QVERIFY(leftovers[0].activity == Activity::Called);
        QVERIFY(leftovers[1].activity == Activity::Starting);
        QVERIFY(qAbs(leftovers[0].when.secsTo(QDateTime::currentDateTimeUtc())) < 60);
        QVERIFY(ledgersIn(dir.path()).isEmpty());
        QVERIFY(problems.isEmpty());
    }

    void aDamagedLedgerIsAWarning_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("zeros") << QByteArray(100, '\0');
        QTest::newRow("another file") << QByteArray("hello\n");
        QTest::newRow("a broken line") << QByteArray("verbale-crash-ledger/1\nC \n");
        QTest::newRow("a strange mark") << QByteArray("verbale-crash-ledger/1\nQ org.a\tstamp\n");
    }
    void aDamagedLedgerIsAWarning()
    {
        QFETCH(QByteArray, bytes);
        const QTemporaryDir dir;
        QVERIFY(writeFile(dir.filePath("running/running-1-1.ledger"), bytes));
        HostOptions options = optionsFor(fixture("good"));
        options.stateFolder = dir.path();
        PluginHost host(options);
        host.discover();
        QCOMPARE(host.problems().size(), 1);
        QCOMPARE(host.problems().first().code, QStringLiteral("ledger.damaged"));
        host.start();
        QVERIFY(pluginOf(host, "test.echo").state == PluginState::Running);
    }

    void aDamagedStateFileIsAWarning_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut off") << QByteArray(
            "{\"schema\": \"verbale.plugin-host-state/1\", \"crashes\": {");
        QTest::newRow("another schema") << QByteArray("{\"schema\": \"x\"}");
        QTest::newRow("wrong types") << QByteArray(
            "{\"schema\": \"verbale.plugin-host-state/1\", \"crashes\": {\"a\": [\"x\"]}}");
        QTest::newRow("parts missing") << QByteArray("{\"schema\": \"verbale.plugin-host-state/1\"}");
    }
    void aDamagedStateFileIsAWarning()
    {
        QFETCH(QByteArray, bytes);
        const QTemporaryDir dir;
        QVERIFY(writeFile(dir.filePath("plugins.json"), bytes));
        HostState state(dir.path());
        QList<Problem> problems;
        QVERIFY(state.load(problems).quarantine.isEmpty());
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems.first().code, QStringLiteral("ledger.damaged"));
        QVERIFY(QFile::exists(dir.filePath("plugins.json.damaged")));
        QVERIFY(state.change([](HostMemory &memory) {
                         memory.quarantine.insert("a", {"why", "stamp"});
                     })
                    .ok());
        problems.clear();
        QCOMPARE(state.load(problems).quarantine.value("a").reason, QStringLiteral("why"));
        QVERIFY(problems.isEmpty());
    }

    void theStateFileReadsBack()
    {
        const QTemporaryDir dir;
        HostState state(dir.filePath("made/on/demand"));
        QVERIFY(state
                    .change([](HostMemory &memory) {
                        memory.crashes.insert("a", {1, 1'700'000'000'123});
                        memory.quarantine.insert("b", {"vì sao \"?\"", "9 8 /c"});
                        memory.trials.insert("/c", "9 8 /c");
                    })
                    .ok());
        QList<Problem> problems;
        const HostMemory memory = state.load(problems);
        QCOMPARE(memory.crashes.value("a"), QList<qint64>({1, 1'700'000'000'123}));
        QCOMPARE(memory.quarantine.value("b").reason, QStringLiteral("vì sao \"?\""));
        QCOMPARE(memory.trials.value("/c"), QStringLiteral("9 8 /c"));
        QVERIFY(problems.isEmpty());
    }

    void aStateThatCannotBeWritten()
    {
        const QTemporaryDir dir;
        QVERIFY(writeFile(dir.filePath("file"), "x"));
        HostState state(dir.filePath("file"));
        const auto saved = state.change([](HostMemory &) {});
        QVERIFY(!saved.ok());
        QCOMPARE(saved.error().code, QStringLiteral("plugins.state-not-saved"));
        HostOptions options = optionsFor(fixture("good"));
        options.stateFolder = dir.filePath("file");
        PluginHost host(options);
        host.discover();
        host.start();
        QCOMPARE(host.problems().size(), 1);
        QCOMPARE(host.problems().first().code, QStringLiteral("ledger.not-kept"));
        QVERIFY(pluginOf(host, "test.echo").state == PluginState::Running);
    }

    void threeCrashesInFiveMinutes()
    {
        HostMemory memory;
        recordCrashes(memory, {crash("a", 0), crash("b", 1)});
        recordCrashes(memory, {crash("a", 200)});
        QVERIFY(memory.quarantine.isEmpty());
        recordCrashes(memory, {crash("a", 301)}); // the first is too old by now
        QVERIFY(memory.quarantine.isEmpty());
        recordCrashes(memory, {crash("a", 302, Activity::Stopping)});
        QCOMPARE(memory.quarantine.keys(), QStringList({"a"}));
        QVERIFY(memory.quarantine.value("a").reason.contains("three times in five minutes"));
        recordCrashes(memory, {crash("c", 400, Activity::Starting)});
        QVERIFY(memory.quarantine.contains("c"));
    }

    void crashesInCallsAndTheWayOut()
    {
        const QTemporaryDir dir;
        HostOptions options = optionsFor(fixture("good/echo"));
        options.stateFolder = dir.path();
        const auto stateNow = [&options] {
            PluginHost host(options);
            host.discover();
            return pluginOf(host, "test.echo").state;
        };
        for (int i = 0; i < 3; ++i) {
            QVERIFY(stateNow() == PluginState::Resolved);
            QCOMPARE(runVictim("good/echo", dir.path(), {"crash"}), QStringLiteral("crashed"));
        }
        QVERIFY(stateNow() == PluginState::Quarantined);
        // The quarantine protects the program, and it lasts.
        QCOMPARE(runVictim("good/echo", dir.path(), {"crash"}), QStringLiteral("alive"));
        PluginHost host(options);
        host.discover();
        host.start();
        QVERIFY(host.providersOf("verbale.terms/1").isEmpty());
        QCOMPARE(host.releaseFromQuarantine("test.nobody").error().code, QStringLiteral("plugins.unknown"));
        QVERIFY(host.releaseFromQuarantine("test.echo").ok());
        QVERIFY(pluginOf(host, "test.echo").state == PluginState::Resolved);
        QVERIFY(pluginOf(host, "test.echo").problems.isEmpty());
        host.start();
        QVERIFY(pluginOf(host, "test.echo").state == PluginState::Running);
        QVERIFY(stateNow() == PluginState::Resolved);
    }

    void whatNeedsAQuarantinedPluginComesBackWithIt()
    {
        const QTemporaryDir dir;
        HostOptions options = optionsFor(fixture("good"));
        options.stateFolder = dir.path();
        HostState state(dir.path());
        PluginHost scout(options);
        scout.discover();
        scout.start();
        for (int i = 0; i < 3; ++i)
            QCOMPARE(runVictim("good/echo", dir.path(), {"crash"}), QStringLiteral("crashed"));
        PluginHost host(options);
        host.discover();
        QVERIFY(pluginOf(host, "test.above").state == PluginState::Unresolved);
        QVERIFY2(pluginOf(host, "test.above").problems.first().message.contains("it is in quarantine"),
                 qPrintable(messagesOf(pluginOf(host, "test.above").problems)));
        QVERIFY(host.releaseFromQuarantine("test.echo").ok());
        host.start();
        QVERIFY(pluginOf(host, "test.above").state == PluginState::Running);
        QVERIFY(pluginOf(host, "test.above").problems.isEmpty());
    }

    void aNewBuildLeavesQuarantine()
    {
        const QTemporaryDir dir;
        for (const char *name : {"plugin.json", "echo.so"})
            QVERIFY(
                QFile::copy(fixture("good/echo/") + QLatin1String(name), dir.filePath(QLatin1String(name))));
        HostOptions options = optionsFor(dir.path());
        options.stateFolder = dir.filePath("state");
        for (int i = 0; i < 3; ++i) {
            QProcess victim;
            victim.start(QStringLiteral(VICTIM), {dir.path(), options.stateFolder, "crash"});
            QVERIFY(victim.waitForFinished(30'000));
        }
        PluginHost host(options);
        host.discover();
        QVERIFY(pluginOf(host, "test.echo").state == PluginState::Quarantined);
        QFile library(dir.filePath("echo.so"));
        QVERIFY(library.open(QIODevice::ReadWrite));
        QVERIFY(
            library.setFileTime(QDateTime::currentDateTime().addSecs(5), QFileDevice::FileModificationTime));
        library.close();
        host.discover();
        QVERIFY(pluginOf(host, "test.echo").state == PluginState::Resolved);
    }

    void anOrderlyEndLeavesNothing()
    {
        const QTemporaryDir dir;
        QCOMPARE(runVictim("good", dir.path()), QStringLiteral("alive"));
        QCOMPARE(runVictim("throw-in-start", dir.path()), QStringLiteral("alive"));
        QCOMPARE(runVictim("good/echo", dir.path(), {"throw"}), QStringLiteral("refused alive"));
        QVERIFY(ledgersIn(dir.filePath("running")).isEmpty());
        QVERIFY(!QFile::exists(dir.filePath("plugins.json")));
    }
};

} // namespace verbale::host

QTEST_GUILESS_MAIN(verbale::host::TestCrashLedger)
#include "tst_crash_ledger.moc"
