// The plugin host with plugins that run in processes of their own: verbale-plugin-host and the fixtures.

#include "host_test.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QLockFile>
#include <QtCore/QTemporaryDir>

#include <future>
#include <mutex>
#include <thread>

namespace verbale::host {

namespace {

using namespace std::chrono_literals;

const QString echo = QStringLiteral("test.echo");

HostOptions ownProcess(const QString &folder)
{
    HostOptions options = optionsFor(fixture(folder), Origin::User);
    options.trialProgram = QStringLiteral(TRIAL_PROGRAM);
    options.supervision.restartAfter = {1ms};
    return options;
}

std::unique_ptr<PluginHost> started(const HostOptions &options)
{
    auto host = std::make_unique<PluginHost>(options);
    host->discover();
    host->start();
    return host;
}

TermsRequest ask(const QString &how, const QString &text = QStringLiteral("ASEAN"))
{
    TermsRequest request;
    request.glossaries = {how};
    request.segments = {{QStringLiteral("s1"), 7, text, {}}};
    return request;
}

QString codeOf(const QFuture<Result<TermsAnswer>> &future)
{
    const auto result = future.result();
    return result.ok() ? QStringLiteral("ok") : result.error().code;
}

QString problemsOf(const PluginHost &host, const QString &id)
{
    return messagesOf(pluginOf(host, id).problems);
}

bool copyFolder(const QString &from, const QString &to)
{
    bool copied = QDir().mkpath(to);
    const QFileInfoList files = QDir(from).entryInfoList(QDir::Files);
    for (const QFileInfo &file : files)
        copied = QFile::copy(file.filePath(), to + u'/' + file.fileName()) && copied;
    return copied;
}

/// Three plugins in folders of their own, each in a process: "test.echo", "test.above", which needs it, and
/// "test.other", which nobody needs.
class Three
{
public:
    Three()
    {
        const bool copied = copyFolder(fixture("good/echo"), folder("echo")) &&
                            copyFolder(fixture("good/above"), folder("above")) &&
                            copyFolder(fixture("good/echo"), folder("other"));
        if (!copied || !edit("other", "\"test.echo\"", "\"test.other\""))
            return;
        options = ownProcess({});
        options.folders = {{m_folder.path(), Origin::User}};
        options.stateFolder = m_state.path();
        host = started(options);
    }
    [[nodiscard]] QString folder(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] bool edit(const QString &name, const char *what, const char *by) const
    {
        QFile file(folder(name) + "/plugin.json");
        if (!file.open(QIODevice::ReadOnly))
            return false;
        const QByteArray json = file.readAll();
        file.close();
        return json.contains(what) && file.remove() &&
               writeFile(file.fileName(), QByteArray(json).replace(what, by));
    }
    [[nodiscard]] qint64 pid(const QString &id) const { return pluginOf(*host, id).process.pid; }
    [[nodiscard]] QString state(const QString &id) const { return stateName(pluginOf(*host, id).state); }
    /// Has them answer, and returns their processes' numbers.
    [[nodiscard]] QHash<QString, qint64> ask(const QStringList &ids) const
    {
        QHash<QString, qint64> pids;
        for (const QString &id : ids) {
            if (codeOf(host->findTerms(id, host::ask(""), {})) == QStringLiteral("ok"))
                pids.insert(id, pid(id));
        }
        return pids;
    }

    HostOptions options;
    std::unique_ptr<PluginHost> host;

private:
    QTemporaryDir m_folder;
    QTemporaryDir m_state;
};

} // namespace

class TestPluginHostProcess : public QObject
{
    Q_OBJECT

private slots:
    void startsWhenItIsAsked()
    {
        std::mutex mutex;
        QStringList changes;
        HostOptions options = ownProcess("good/echo");
        options.onChange = [&](const QString &id) {
            const std::lock_guard lock(mutex);
            changes.append(id);
        };
        PluginHost host(options);
        host.discover();
        QVERIFY(host.providersOf("verbale.terms/1").isEmpty());
        QCOMPARE(codeOf(host.findTerms(echo, ask(""), {})), QStringLiteral("plugins.not-running"));
        host.start();
        PluginInfo info = pluginOf(host, echo);
        QVERIFY(info.ownProcess);
        QCOMPARE(stateName(info.state), QStringLiteral("resolved"));
        QCOMPARE(info.process.pid, 0);
        QCOMPARE(host.providersOf("verbale.terms/1"), QStringList({echo}));

        QList<qint64> progress;
        const auto answer = host.findTerms(echo, ask("", "họp báo"), {}).result();
        QVERIFY2(answer.ok(), qPrintable(problemsOf(host, echo)));
        QCOMPARE(answer->segments.first().segmentId, QStringLiteral("s1"));
        QCOMPARE(answer->segments.first().revision, 7);
        QCOMPARE(answer->segments.first().hits.first().target, QStringLiteral("HỌP BÁO"));
        info = pluginOf(host, echo);
        QCOMPARE(stateName(info.state), QStringLiteral("running"));
        QVERIFY2(info.problems.isEmpty(), qPrintable(messagesOf(info.problems)));
        QVERIFY(info.process.pid > 0);
        QCOMPARE(info.process.calls, 1);
        QVERIFY(info.process.lastStartMilliseconds >= 0);
        QCOMPARE(info.process.sandbox.lines.size(), 5); // one an aspect: it has said how it is shut in
        host.stop();
        info = pluginOf(host, echo);
        QCOMPARE(stateName(info.state), QStringLiteral("stopped"));
        QCOMPARE(info.process.pid, 0);
        QCOMPARE(info.process.calls, 1);
        QCOMPARE(codeOf(host.findTerms(echo, ask(""), {})), QStringLiteral("plugins.not-running"));
        const std::lock_guard lock(mutex);
        QVERIFY(changes.size() >= 3);
        QCOMPARE(changes.count(echo), changes.size());
    }

    void everyInterface()
    {
        auto host = started(ownProcess("good/echo"));
        SuggestRequest suggest;
        suggest.segments = {{{QStringLiteral("s2"), 1, QStringLiteral("x"), {}}, {}}};
        const auto suggestions = host->suggest(echo, suggest, {}).result();
        QVERIFY(suggestions.ok());
        QCOMPARE(suggestions->suggestions.first().text, QStringLiteral("x"));
        CheckRequest check;
        check.segments = {{{QStringLiteral("s3"), 1, QStringLiteral("x"), {}}, {}}};
        const auto findings = host->check(echo, check, {}).result();
        QVERIFY(findings.ok());
        QCOMPARE(findings->findings.first().code, QStringLiteral("echo.empty"));
        for (const QString &code : {host->receipts(echo, {}, {}).result().error().code,
                                    host->align(echo, {}, {}).result().error().code,
                                    host->detectFormat(echo, {}, {}).result().error().code,
                                    host->readFormat(echo, {}, {}).result().error().code,
                                    host->writeFormat(echo, {}, {}).result().error().code,
                                    host->commands(echo, {}, {}).result().error().code,
                                    host->runCommand(echo, {}, {}).result().error().code})
            QCOMPARE(code, QStringLiteral("plugins.no-interface"));
        QCOMPARE(pluginOf(*host, echo).process.calls, 2);
    }

    void settingsAndDataFolder()
    {
        const QTemporaryDir dir;
        HostOptions options = ownProcess("good/echo");
        options.stateFolder = dir.path();
        options.settings.insert(echo, {{"domain", "ngoại giao"}});
        auto host = started(options);
        const auto answer = host->findTerms(echo, ask(""), {}).result();
        QVERIFY(answer.ok());
        QCOMPARE(answer->segments.first().hits.first().domain, QStringLiteral("ngoại giao"));
        QCOMPARE(answer->segments.first().hits.first().authority, dir.filePath("data/test.echo"));
        QVERIFY(QFileInfo(dir.filePath("data/test.echo/tmp")).isDir());
        QCOMPARE(QFileInfo(dir.filePath("data/test.echo")).permissions() & 0x0fff,
                 QFile::Permissions(QFile::ReadUser | QFile::WriteUser | QFile::ExeUser));
    }

    void whoRunsInTheProgram_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<int>("origin");
        QTest::addColumn<bool>("trusted");
        QTest::addColumn<bool>("ownProcess");
        const int user = static_cast<int>(Origin::User);
        const int shipped = static_cast<int>(Origin::Shipped);
        QTest::newRow("came with Verbale") << "good/echo" << shipped << false << false;
        QTest::newRow("a user's") << "good/echo" << user << false << true;
        QTest::newRow("a user's, trusted") << "good/echo" << user << true << false;
        QTest::newRow("by the environment")
            << "good/echo" << static_cast<int>(Origin::Environment) << false << true;
        QTest::newRow("by the command line")
            << "good/echo" << static_cast<int>(Origin::CommandLine) << false << true;
        QTest::newRow("with the network") << "runs-network" << shipped << false << true;
        QTest::newRow("with the network, trusted") << "runs-network" << user << true << true;
        QTest::newRow("a program, trusted") << "runs-process" << user << true << true;
    }
    void whoRunsInTheProgram()
    {
        QFETCH(QString, folder);
        QFETCH(int, origin);
        QFETCH(bool, trusted);
        HostOptions options = ownProcess(folder);
        options.folders.first().origin = static_cast<Origin>(origin);
        const QString id = folder == "good/echo" ? echo : "test." + folder;
        if (trusted)
            options.trusted = {id};
        auto host = started(options);
        QTEST(pluginOf(*host, id).ownProcess, "ownProcess");
        QCOMPARE(stateName(pluginOf(*host, id).state),
                 pluginOf(*host, id).ownProcess ? QStringLiteral("resolved") : QStringLiteral("running"));
    }

    void needsOfEachOther()
    {
        auto host = started(ownProcess("good"));
        QCOMPARE(host->providersOf("verbale.terms/1"), QStringList({"test.above", "test.echo"}));
        QCOMPARE(codeOf(host->findTerms("test.above", ask(""), {})), QStringLiteral("ok"));
        // In the program, and it needs one that is not.
        HostOptions options = ownProcess("good");
        options.trusted = {QStringLiteral("test.above")};
        host = started(options);
        QCOMPARE(stateName(pluginOf(*host, "test.above").state), QStringLiteral("running"));
        QCOMPARE(stateName(pluginOf(*host, echo).state), QStringLiteral("resolved"));
    }

    void faultsInACall_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("message");
        QTest::newRow("throws") << "throw"
                                << "plugins.threw"
                                << "the echo is gone";
        QTest::newRow("throws a number") << "throw-number"
                                         << "plugins.threw"
                                         << "says nothing";
        QTest::newRow("its own Error") << "refuse"
                                       << "echo.refused"
                                       << "Not today.";
        QTest::newRow("crashes") << "crash"
                                 << "plugins.crashed"
                                 << "The plugin's process came to a sudden end: SIGSEGV";
        QTest::newRow("hangs") << "sleep-long"
                               << "plugins.crashed"
                               << "The plugin did not answer verbale.terms/1 within 0.2 seconds";
    }
    void faultsInACall()
    {
        QFETCH(QString, how);
        QFETCH(QString, code);
        QFETCH(QString, message);
        HostOptions options = ownProcess("good/echo");
        options.supervision.callTimeLimit = 200ms;
        auto host = started(options);
        const auto answer = host->findTerms(echo, ask(how), {}).result();
        QVERIFY(!answer.ok());
        QCOMPARE(answer.error().code, code);
        QVERIFY2(answer.error().message.contains(message), qPrintable(answer.error().message));
        // It is there for the next request.
        QCOMPARE(codeOf(host->findTerms(echo, ask(""), {})), QStringLiteral("ok"));
        const PluginInfo info = pluginOf(*host, echo);
        QCOMPARE(stateName(info.state), QStringLiteral("running"));
        if (code != "plugins.crashed") {
            QVERIFY2(info.problems.isEmpty(), qPrintable(messagesOf(info.problems)));
            return;
        }
        QCOMPARE(info.problems.size(), 1);
        QCOMPARE(info.problems.first().code, QStringLiteral("process.crashed"));
        QVERIFY(info.problems.first().message.contains(message));
        QCOMPARE(info.process.restarts, how == "crash" ? 2 : 1); // what hangs is not asked again
    }

    void threeCrashesAreAQuarantine()
    {
        const QTemporaryDir dir;
        HostOptions options = ownProcess("good/echo");
        options.stateFolder = dir.path();
        auto host = started(options);
        QCOMPARE(codeOf(host->findTerms(echo, ask("crash"), {})), QStringLiteral("plugins.crashed"));
        QCOMPARE(codeOf(host->findTerms(echo, ask("crash"), {})), QStringLiteral("plugins.quarantined"));
        QCOMPARE(codeOf(host->findTerms(echo, ask(""), {})), QStringLiteral("plugins.quarantined"));
        QVERIFY(host->providersOf("verbale.terms/1").isEmpty());
        QCOMPARE(stateName(pluginOf(*host, echo).state), QStringLiteral("quarantined"));
        QVERIFY2(problemsOf(*host, echo)
                     .contains("its process came to a bad end 3 times in 5 minutes, the last time "
                               "so: The plugin's process came to a sudden end: SIGSEGV"),
                 qPrintable(problemsOf(*host, echo)));

        // The next run of the program knows it.
        auto next = started(options);
        QCOMPARE(stateName(pluginOf(*next, echo).state), QStringLiteral("quarantined"));
        QCOMPARE(problemsOf(*next, echo), problemsOf(*host, echo));
        next.reset();

        // Released by hand, it is tried again at once.
        QVERIFY(host->releaseFromQuarantine(echo).ok());
        QCOMPARE(stateName(pluginOf(*host, echo).state), QStringLiteral("resolved"));
        host->start();
        QCOMPARE(codeOf(host->findTerms(echo, ask(""), {})), QStringLiteral("ok"));
        QCOMPARE(codeOf(host->findTerms(echo, ask("crash"), {})), QStringLiteral("plugins.crashed"));
    }

    void crashesAreCountedFromOneRunToTheNext()
    {
        const QTemporaryDir dir;
        HostOptions options = ownProcess("good/echo");
        options.stateFolder = dir.path();
        options.supervision.resends = 0; // a crash for each request
        for (const char *code : {"plugins.crashed", "plugins.crashed", "plugins.crashed"}) {
            auto host = started(options);
            QCOMPARE(codeOf(host->findTerms(echo, ask("crash"), {})), QLatin1String(code));
        }
        QCOMPARE(stateName(pluginOf(*started(options), echo).state), QStringLiteral("quarantined"));
    }

    void aCrashHarmsNoOther()
    {
        auto host = started(ownProcess("good"));
        QCOMPARE(codeOf(host->findTerms("test.above", ask(""), {})), QStringLiteral("ok"));
        auto above = host->findTerms("test.above", ask("wait"), {});
        QCOMPARE(codeOf(host->findTerms(echo, ask("crash"), {})), QStringLiteral("plugins.crashed"));
        QVERIFY(!above.isFinished());
        host.reset();
        QCOMPARE(codeOf(above), QStringLiteral("plugins.cancelled"));
    }

    void cancelled()
    {
        auto host = started(ownProcess("good/echo"));
        StopSource stop;
        const auto running = host->findTerms(echo, ask("wait"), stop.get_token());
        const auto next = host->findTerms(echo, ask(""), {});
        stop.request_stop();
        QCOMPARE(codeOf(running), QStringLiteral("plugins.cancelled"));
        QCOMPARE(codeOf(next), QStringLiteral("ok")); // the plugin was told, and came back
        QCOMPARE(codeOf(host->findTerms(echo, ask(""), stop.get_token())),
                 QStringLiteral("plugins.cancelled"));
    }

    void aChangeLeavesTheOthersAlone()
    {
        Three three;
        QVERIFY(three.host);
        PluginHost &host = *three.host;
        const QString above = QStringLiteral("test.above");
        const QString other = QStringLiteral("test.other");
        const QHash<QString, qint64> pids = three.ask({echo, above, other});
        QCOMPARE(pids.size(), 3);
        StopSource stop;
        const auto busy = host.findTerms(other, ask("wait"), stop.get_token());
        const auto touched = [&](const QSet<QString> &anew = {}) {
            return host.update(three.options, anew).touched;
        };

        QCOMPARE(touched(), QSet<QString>()); // nothing is another
        three.options.disabled = {above};
        QCOMPARE(touched(), QSet<QString>({above}));
        QCOMPARE(three.state(above), QStringLiteral("disabled"));
        QCOMPARE(codeOf(host.findTerms(above, ask(""), {})), QStringLiteral("plugins.not-running"));
        three.options.disabled.clear();
        const HostUpdate update = host.update(three.options);
        QCOMPARE(update.touched, QSet<QString>({above}));
        QCOMPARE(update.interfaces, QSet<QString>({"verbale.terms/1"}));
        const qint64 second = three.ask({above}).value(above);
        QVERIFY(second > 0 && second != pids[above]);

        three.options.trusted = {above};
        QCOMPARE(touched(), QSet<QString>({above}));
        QCOMPARE(three.state(above), QStringLiteral("running")); // in the program
        QCOMPARE(three.pid(above), 0);
        three.options.trusted.clear();
        QCOMPARE(touched(), QSet<QString>({above}));
        QCOMPARE(three.ask({echo}), (QHash<QString, qint64>{{echo, pids[echo]}}));

        QVERIFY(three.edit("above", "\"1.0.0\"", "\"1.1.0\"")); // an update of it
        QCOMPARE(touched(), QSet<QString>({above}));
        QCOMPARE(pluginOf(host, above).descriptor.version, QVersionNumber(1, 1, 0));
        QVERIFY(QDir(three.folder("above")).removeRecursively());
        QCOMPARE(touched(), QSet<QString>({above}));
        QVERIFY(pluginOf(host, above).descriptor.id.isEmpty());

        QCOMPARE(three.pid(echo), pids[echo]);
        QCOMPARE(three.pid(other), pids[other]);
        QVERIFY(!busy.isFinished());
        stop.request_stop();
        QCOMPARE(codeOf(busy), QStringLiteral("plugins.cancelled"));
        // Who crashes is still known.
        QCOMPARE(codeOf(host.findTerms(other, ask("crash"), {})), QStringLiteral("plugins.crashed"));
        QVERIFY(problemsOf(host, other).contains("SIGSEGV"));
        QVERIFY(three.ask({other}).value(other) != pids[other]);
    }

    void whoNeedsWhatChangesStartsAnew()
    {
        Three three;
        QVERIFY(three.host);
        PluginHost &host = *three.host;
        const QString above = QStringLiteral("test.above");
        const QString other = QStringLiteral("test.other");
        const QSet<QString> both{echo, above};
        const QHash<QString, qint64> pids = three.ask({echo, above, other});
        QCOMPARE(pids.size(), 3);
        three.options.disabled = {echo};
        QCOMPARE(host.update(three.options).touched, both);
        QCOMPARE(three.state(above), QStringLiteral("unresolved"));
        QVERIFY(problemsOf(host, above).contains("switched off"));
        three.options.disabled.clear();
        QCOMPARE(host.update(three.options).touched, both);
        QHash<QString, qint64> next = three.ask({echo, above});
        QCOMPARE(next.size(), 2);
        QVERIFY(next[echo] != pids[echo] && next[above] != pids[above]);
        three.options.settings.insert(echo, {{"domain", "law"}});
        QCOMPARE(host.update(three.options).touched, both);
        QCOMPARE(host.update(three.options).touched, QSet<QString>());
        QCOMPARE(host.update(three.options, {above}).touched, QSet<QString>({above}));
        QCOMPARE(three.ask({echo, above}).size(), 2);

        // Out of quarantine.
        three.options.settings.clear();
        QCOMPARE(host.update(three.options).touched, both);
        next = three.ask({echo, above});
        (void)host.findTerms(echo, ask("crash"), {}).result();
        (void)host.findTerms(echo, ask("crash"), {}).result();
        QCOMPARE(three.state(echo), QStringLiteral("quarantined"));
        QCOMPARE(three.pid(above), next[above]);
        QVERIFY(host.releaseFromQuarantine(echo).ok());
        QCOMPARE(host.update(three.options).touched, both);
        QCOMPARE(three.ask({echo, above}).size(), 2);
        three.options.safeMode = true;
        QCOMPARE(host.update(three.options).touched, QSet<QString>({echo, above, other}));
        QVERIFY(three.ask({echo, above, other}).isEmpty());
        three.options.safeMode = false;
        (void)host.update(three.options);
        QCOMPARE(three.ask({echo, above, other}).size(), 3);
    }

    /// Where nothing can be saved, a change of another plugin does not end a quarantine.
    void aQuarantineOutlastsAChangeOfOthers()
    {
        const QTemporaryDir dir;
        QVERIFY(writeFile(dir.filePath("file"), "in the way"));
        HostOptions options = ownProcess("good");
        options.stateFolder = dir.filePath("file/state");
        auto host = started(options);
        for (int i = 0; i < 2; ++i)
            (void)host->findTerms(echo, ask("crash"), {}).result();
        QCOMPARE(stateName(pluginOf(*host, echo).state), QStringLiteral("quarantined"));
        options.disabled = {QStringLiteral("test.above")};
        QCOMPARE(host->update(options).touched, options.disabled);
        QCOMPARE(stateName(pluginOf(*host, echo).state), QStringLiteral("quarantined"));
        QVERIFY(problemsOf(*host, echo).contains("came to a bad end 3 times"));
        QVERIFY(!host->releaseFromQuarantine(echo).ok()); // which is not saved, either
        QCOMPARE(host->update(options).touched, QSet<QString>({echo}));
        QCOMPARE(codeOf(host->findTerms(echo, ask(""), {})), QStringLiteral("ok"));
    }

    /// Another program has crashed, and a third one holds the file in which that is kept.
    void nobodyWaitsForAChange()
    {
        Three three;
        QVERIFY(three.host);
        const QString state = three.options.stateFolder;
        const QString crashed = state + "/running/running-1-1.ledger";
        QVERIFY(writeFile(crashed, "verbale-crash-ledger/1\nC test.echo\tstamp\n"));
        QLockFile lock(state + "/plugins.json.lock");
        QVERIFY(lock.lock());
        auto updating = std::async(std::launch::async, [&] { return three.host->update(three.options); });
        QTRY_VERIFY(!QFile::exists(crashed));
        QElapsedTimer time;
        time.start();
        QCOMPARE(three.host->providersOf("verbale.terms/1").size(), 3);
        const qint64 waited = time.elapsed();
        QCOMPARE(updating.wait_for(0s), std::future_status::timeout);
        lock.unlock();
        QVERIFY2(waited < 100, qPrintable(QString::number(waited)));
        QCOMPARE(updating.get().touched, QSet<QString>());
    }

    /// From any thread, while one plugin is switched off and on again and again.
    void othersAnswerDuringChanges()
    {
        Three three;
        QVERIFY(three.host);
        const QString other = QStringLiteral("test.other");
        const qint64 pid = three.ask({other}).value(other);
        std::atomic<bool> enough = false;
        auto asking = std::async(std::launch::async, [&] {
            QStringList codes;
            while (!enough)
                codes.append(codeOf(three.host->findTerms(other, ask(""), {})));
            return codes;
        });
        for (int i = 0; i < 20; ++i) {
            three.options.disabled = i % 2 == 0 ? QSet<QString>{echo} : QSet<QString>();
            (void)three.host->update(three.options);
            (void)three.ask({echo});
        }
        enough = true;
        const QStringList codes = asking.get();
        QVERIFY(!codes.isEmpty());
        QCOMPARE(codes.count("ok"), codes.size());
        QCOMPARE(three.pid(other), pid);
    }

    void stopsInTime()
    {
        HostOptions options = ownProcess("good");
        options.folders.append({fixture("hang-in-stop"), Origin::User});
        options.folders.append({fixture("crash-in-start"), Origin::User});
        options.stopTimeLimit = 400ms;
        auto host = started(options);
        host->warmUp("test.hang-in-stop");
        host->warmUp("test.crash-in-start");
        const auto deaf = host->findTerms(echo, ask("sleep-long"), {});
        const auto waiting = host->findTerms("test.above", ask("wait"), {});
        while (pluginOf(*host, "test.hang-in-stop").state != PluginState::Running)
            std::this_thread::sleep_for(5ms);
        host->stop();
        QVERIFY(deaf.isFinished() && waiting.isFinished());
        for (const PluginInfo &info : host->plugins()) {
            QCOMPARE(info.process.pid, 0);
            QVERIFY2(info.state == PluginState::Stopped || info.state == PluginState::Failed ||
                         info.state == PluginState::Quarantined,
                     qPrintable(info.descriptor.id + ' ' + stateName(info.state)));
        }
        QVERIFY(problemsOf(*host, "test.hang-in-stop").contains("stop.time-limit"));
    }

    void withoutTheProgramForIt()
    {
        HostOptions options = ownProcess("good/echo");
        options.trialProgram.clear();
        auto host = started(options);
        QCOMPARE(stateName(pluginOf(*host, echo).state), QStringLiteral("unresolved"));
        QVERIFY(problemsOf(*host, echo).contains("host.needs-process"));
        options.trialProgram = QStringLiteral("/nonexistent/verbale-plugin-host");
        host = started(options);
        QCOMPARE(codeOf(host->findTerms(echo, ask(""), {})), QStringLiteral("start.no-program"));
        QCOMPARE(stateName(pluginOf(*host, echo).state), QStringLiteral("failed"));
    }
};

} // namespace verbale::host

QTEST_GUILESS_MAIN(verbale::host::TestPluginHostProcess)
#include "tst_plugin_host_process.moc"
