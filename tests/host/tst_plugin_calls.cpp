#include "host_test.h"

#include <QtCore/QTemporaryDir>

#include <future>
#include <thread>

namespace verbale::host {

namespace {

using namespace std::chrono_literals;

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

/// Waits until the plugin is inside a call that lasts until it is stopped.
QFuture<Result<TermsAnswer>> occupy(PluginHost &host, const StopToken &stop, const QString &how)
{
    auto future = host.findTerms(QStringLiteral("test.echo"), ask(how), stop);
    std::this_thread::sleep_for(50ms);
    return future;
}

} // namespace

class TestPluginCalls : public QObject
{
    Q_OBJECT

private:
    static std::unique_ptr<PluginHost> started(HostOptions options = optionsFor(fixture("good/echo")))
    {
        auto host = std::make_unique<PluginHost>(std::move(options));
        host->discover();
        host->start();
        return host;
    }

private slots:
    void answers()
    {
        auto host = started();
        QList<qint64> progress;
        const auto terms =
            host->findTerms("test.echo", ask("", "họp báo"), {},
                            [&progress](qint64 done, qint64 total) { progress << done << total; });
        const auto answer = terms.result();
        QVERIFY2(answer.ok(), "");
        QCOMPARE(answer->segments.first().segmentId, QStringLiteral("s1"));
        QCOMPARE(answer->segments.first().revision, 7);
        QCOMPARE(answer->segments.first().hits.first().target, QStringLiteral("HỌP BÁO"));
        QCOMPARE(progress, QList<qint64>({1, 1}));

        SuggestRequest suggest;
        suggest.segments = {{{QStringLiteral("s2"), 1, QStringLiteral("x"), {}}, {}}};
        const auto suggestions = host->suggest("test.echo", suggest, {}).result();
        QVERIFY(suggestions.ok());
        QCOMPARE(suggestions->suggestions.first().text, QStringLiteral("x"));

        CheckRequest check;
        check.segments = {{{QStringLiteral("s3"), 1, QStringLiteral("x"), {}}, {}}};
        const auto findings = host->check("test.echo", check, {}).result();
        QVERIFY(findings.ok());
        QCOMPARE(findings->findings.first().code, QStringLiteral("echo.empty"));
    }

    void settingsAndDataFolder()
    {
        const QTemporaryDir dir;
        HostOptions options = optionsFor(fixture("good/echo"));
        options.stateFolder = dir.path();
        options.settings.insert("test.echo", {{"domain", "ngoại giao"}});
        auto host = started(options);
        const auto answer = host->findTerms("test.echo", ask(""), {}).result();
        QVERIFY(answer.ok());
        QCOMPARE(answer->segments.first().hits.first().domain, QStringLiteral("ngoại giao"));
        QCOMPARE(answer->segments.first().hits.first().authority, dir.filePath("data/test.echo"));
        QVERIFY(QFileInfo(dir.filePath("data/test.echo")).isDir());
    }

    void whatCannotBeAsked()
    {
        PluginHost early(optionsFor(fixture("good/echo")));
        QCOMPARE(codeOf(early.findTerms("test.echo", ask(""), {})), QStringLiteral("plugins.not-running"));
        early.discover();
        QCOMPARE(codeOf(early.findTerms("test.echo", ask(""), {})), QStringLiteral("plugins.not-running"));
        auto host = started(optionsFor(fixture("good")));
        QCOMPARE(codeOf(host->findTerms("test.nobody", ask(""), {})), QStringLiteral("plugins.not-running"));
        const auto none = host->suggest("test.above", {}, {}).result();
        QVERIFY(!none.ok());
        QCOMPARE(none.error().code, QStringLiteral("plugins.no-interface"));
        QCOMPARE(host->providersOf("verbale.terms/1"), QStringList({"test.above", "test.echo"}));
        QCOMPARE(host->providersOf("verbale.check/1"), QStringList({"test.echo"}));
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
    }
    void faultsInACall()
    {
        QFETCH(QString, how);
        QFETCH(QString, message);
        auto host = started();
        const auto answer = host->findTerms("test.echo", ask(how), {}).result();
        QVERIFY(!answer.ok());
        QTEST(answer.error().code, "code");
        QVERIFY(answer.error().message.contains(message));
        // It is still there for the next request.
        QCOMPARE(codeOf(host->findTerms("test.echo", ask(""), {})), QStringLiteral("ok"));
    }

    void cancelled()
    {
        auto host = started();
        StopSource first;
        StopSource second;
        const auto running = occupy(*host, first.get_token(), "wait");
        const auto queued = host->findTerms("test.echo", ask(""), second.get_token());
        const auto next = host->findTerms("test.echo", ask(""), {});
        second.request_stop();
        QVERIFY(queued.isFinished()); // at once, though the plugin is busy
        QCOMPARE(codeOf(queued), QStringLiteral("plugins.cancelled"));
        QVERIFY(!running.isFinished());
        first.request_stop();
        QCOMPARE(codeOf(running), QStringLiteral("plugins.cancelled"));
        QCOMPARE(codeOf(next), QStringLiteral("ok"));
        QCOMPARE(codeOf(host->findTerms("test.echo", ask(""), first.get_token())),
                 QStringLiteral("plugins.cancelled"));
    }

    void cancelsFromEverywhere()
    {
        auto host = started();
        std::atomic<int> answered = 0;
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&, t] {
                for (int i = 0; i < 200; ++i) {
                    StopSource stop;
                    auto future = host->findTerms("test.echo", ask(""), stop.get_token());
                    if ((i + t) % 2 == 0)
                        stop.request_stop();
                    const QString code = codeOf(future);
                    if (code == QLatin1String("ok") || code == QLatin1String("plugins.cancelled"))
                        ++answered;
                }
            });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(answered.load(), 800);
    }

    void theHostEndsWhileItIsAsked()
    {
        auto host = started();
        const auto running = occupy(*host, {}, "wait"); // nobody but the host can stop it
        const auto queued = host->findTerms("test.echo", ask(""), {});
        QElapsedTimer timer;
        timer.start();
        host.reset();
        QVERIFY(timer.elapsed() < 1900);
        QCOMPARE(codeOf(running), QStringLiteral("plugins.cancelled"));
        QCOMPARE(codeOf(queued), QStringLiteral("plugins.not-running"));
    }

    void theHostEndsAndThePluginDoesNot()
    {
        HostOptions options = optionsFor(fixture("good/echo"));
        options.stopTimeLimit = 100ms;
        auto host = started(options);
        const auto running = occupy(*host, {}, "sleep");
        const auto queued = host->findTerms("test.echo", ask(""), {});
        host.reset();
        QVERIFY(running.isFinished());
        QCOMPARE(codeOf(running), QStringLiteral("plugins.not-answering"));
        QCOMPARE(codeOf(queued), QStringLiteral("plugins.not-running"));
        std::this_thread::sleep_for(600ms); // it wakes up, and finds nobody to answer to
    }

    void stopsThatFail_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("code");
        QTest::newRow("throws") << "throw-in-stop"
                                << "stop.threw";
        QTest::newRow("hangs") << "hang-in-stop"
                               << "stop.time-limit";
    }
    void stopsThatFail()
    {
        QFETCH(QString, folder);
        HostOptions options = optionsFor(fixture(folder));
        options.stopTimeLimit = 100ms;
        const QTemporaryDir dir;
        options.stateFolder = dir.path();
        auto host = started(options);
        QVERIFY(pluginOf(*host, "test." + folder).state == PluginState::Running);
        host->stop();
        const PluginInfo info = pluginOf(*host, "test." + folder);
        QVERIFY(info.state == PluginState::Failed);
        QCOMPARE(info.problems.size(), 1);
        QTEST(info.problems.first().code, "code");
        QCOMPARE(info.problems.first().step, QStringLiteral("stop"));
        QVERIFY(QDir(dir.filePath("running")).isEmpty());
    }

    void stoppedInGoodOrder()
    {
        auto host = started(optionsFor(fixture("good")));
        host->stop();
        QVERIFY(pluginOf(*host, "test.echo").state == PluginState::Stopped);
        QVERIFY(host->providersOf("verbale.terms/1").isEmpty());
        QCOMPARE(codeOf(host->findTerms("test.echo", ask(""), {})), QStringLiteral("plugins.not-running"));
        host->discover(); // everything anew
        host->start();
        QCOMPARE(codeOf(host->findTerms("test.echo", ask(""), {})), QStringLiteral("ok"));
    }

    void switchedOff()
    {
        HostOptions options = optionsFor(fixture("good"));
        options.disabled = {QStringLiteral("test.echo")};
        auto host = started(options);
        QVERIFY(pluginOf(*host, "test.echo").state == PluginState::Disabled);
        QCOMPARE(pluginOf(*host, "test.echo").problems.first().code, QStringLiteral("host.disabled"));
        QVERIFY(pluginOf(*host, "test.above").state == PluginState::Unresolved);
        QVERIFY(pluginOf(*host, "test.above").problems.first().message.contains("it is switched off"));

        options.disabled.clear();
        options.safeMode = true;
        auto safe = started(options);
        for (const PluginInfo &info : safe->plugins()) {
            QVERIFY(info.state == PluginState::Disabled);
            QCOMPARE(info.problems.first().code, QStringLiteral("host.safe-mode"));
        }
        QVERIFY(safe->providersOf("verbale.terms/1").isEmpty());
    }

    void aTrialThatCannotBeMade()
    {
        HostOptions options = optionsFor(fixture("good/echo"), Origin::CommandLine);
        options.trialProgram = QStringLiteral("/nonexistent/verbale-plugin-host");
        options.trusted = {QStringLiteral("test.echo")};
        auto host = started(options);
        QCOMPARE(host->problems().size(), 1);
        QCOMPARE(host->problems().first().code, QStringLiteral("trial.unavailable"));
        QVERIFY(pluginOf(*host, "test.echo").state == PluginState::Running);
    }

    void originsHaveNames()
    {
        QCOMPARE(originName(Origin::Shipped), QStringLiteral("shipped"));
        QCOMPARE(originName(Origin::User), QStringLiteral("user"));
        QCOMPARE(originName(Origin::Environment), QStringLiteral("environment"));
        QCOMPARE(originName(Origin::CommandLine), QStringLiteral("command-line"));
    }
};

} // namespace verbale::host

QTEST_GUILESS_MAIN(verbale::host::TestPluginCalls)
#include "tst_plugin_calls.moc"
