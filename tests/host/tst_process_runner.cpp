// The host's side of a plugin in a process, against a child that does wrong what it is told to.

#include "process_test.h"

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>

#include <thread>

#include <csignal>
#include <unistd.h>

namespace verbale::host {

namespace {

using namespace std::chrono_literals;

Supervision quick()
{
    Supervision supervision;
    supervision.startTimeLimit = 300ms;
    supervision.callTimeLimit = 300ms;
    supervision.shutdownTimeLimit = 200ms;
    return supervision;
}

bool isAlive(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray line = file.readAll();
    return line.mid(line.lastIndexOf(')') + 2, 1) != "Z";
}

bool ends(qint64 pid)
{
    for (int i = 0; i < 1000 && isAlive(pid); ++i)
        std::this_thread::sleep_for(5ms);
    return !isAlive(pid);
}

} // namespace

class TestProcessRunner : public QObject
{
    Q_OBJECT

private slots:
    void startsWhenItIsAsked()
    {
        TestRunner test;
        QCOMPARE(test.runner->status().pid, 0);
        QCOMPARE(test.ask("")->outcome(), QStringLiteral("ok"));
        const ProcessStatus status = test.runner->status();
        QVERIFY(isAlive(status.pid));
        QCOMPARE(status.calls, 1);
        QCOMPARE(status.restarts, 0);
        QVERIFY(status.lastStartMilliseconds >= 0);
        QVERIFY(status.residentKiB > 0);
        QVERIFY(test.stop().ok());
        QVERIFY(!isAlive(status.pid));
        QCOMPARE(test.listener->told(), QStringList({"starting", "running"}));
        QCOMPARE(test.ask("")->outcome(), QStringLiteral("plugins.not-running"));
    }

    void isWarmedUp()
    {
        TestRunner test;
        QVERIFY(isAlive(test.warm()));
        test.runner->warmUp(); // a second time is no second child
        QCOMPARE(test.ask("")->outcome(), QStringLiteral("ok"));
        QCOMPARE(test.listener->told(), QStringList({"starting", "running"}));
    }

    /// The way into the network is the user's; nothing else of what he has set.
    void takesTheUsersProxies()
    {
        ::setenv("VERBALE_SECRET", "1", 1);
        ::setenv("https_proxy", "http://proxy.example.org:3128", 1);
        ::setenv("NO_PROXY", "", 1);
        TestRunner test("echo", {}, 1000, true);
        const QString told = test.ask("surroundings")->text();
        ::unsetenv("https_proxy");
        ::unsetenv("NO_PROXY");
        QVERIFY2(told.contains("\"environment https_proxy=http://proxy.example.org:3128\""),
                 qPrintable(told));
        QVERIFY2(told.contains("\"environment NO_PROXY=\"") && !told.contains("SECRET"), qPrintable(told));
    }

    void hasNothingOfItsParents()
    {
        ::setenv("VERBALE_SECRET", "1", 1);
        ::setenv("https_proxy", "http://proxy.example.org:3128", 1);
        const int open = ::dup(0); // not closed on exec
        TestRunner test;
        const auto question = test.ask("surroundings");
        ::close(open);
        QCOMPARE(question->outcome(), QStringLiteral("ok"));
        const auto answer = nlohmann::json::parse(question->text().toStdString());
        QStringList lines;
        for (const auto &line : answer.at("warnings"))
            lines.append(QString::fromStdString(line.get<std::string>()));
        const QString data = test.folder.filePath("data");
        const QString pid = QString::number(test.runner->status().pid);
        for (const QString &line :
             {"pid=" + pid, "session=" + pid, "cwd=" + data, QStringLiteral("open=0 1 2 "),
              QStringLiteral("umask=63"), QStringLiteral("environment PATH=/usr/local/bin:/usr/bin:/bin"),
              QStringLiteral("environment LANG=C.UTF-8"), QStringLiteral("environment LC_ALL=C.UTF-8"),
              "environment HOME=" + data, "environment TMPDIR=" + data + "/tmp"})
            QVERIFY2(lines.contains(line), qPrintable(line + " is not in " + lines.join(' ')));
        QCOMPARE(lines.size(), 10);
    }

    void faults_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<QString>("message");
        QTest::newRow("crashes")
            << "crash"
            << "came to a sudden end: SIGSEGV (access to memory that is not its own). Its "
               "last words: scripted: crashing";
        QTest::newRow("exits") << "exit"
                               << "came to a sudden end: exit status 3.";
        QTest::newRow("hangs")
            << "hang"
            << "did not answer verbale.terms/1 within 0.3 seconds, and its process was ended.";
        QTest::newRow("closes its output") << "close"
                                           << "closed its standard output, and was ended.";
        QTest::newRow("leaves a process behind") << "grandchild"
                                                 << "came to a sudden end: exit status 4.";
        QTest::newRow("sends garbage") << "garbage"
                                       << "broke the protocol and was ended: ";
        QTest::newRow("sends 4 GiB") << "huge"
                                     << "broke the protocol and was ended: ";
        QTest::newRow("nests too deeply") << "deep"
                                          << "broke the protocol and was ended: ";
        QTest::newRow("answers what was not asked") << "other-number"
                                                    << "it answered 987654, which is no request that it has.";
        QTest::newRow("asks") << "asks"
                              << "it asked the host for \"verbale.secrets/1\", and plugins only answer.";
        QTest::newRow("floods") << "flood"
                                << "it sent more than 2000 messages in a second that nobody had asked for.";
    }
    void faults()
    {
        QFETCH(QString, how);
        QFETCH(QString, message);
        TestRunner test("echo", quick());
        const qint64 pid = test.warm();
        const auto bad = test.ask(how.toStdString());
        QCOMPARE(bad->outcome(), QStringLiteral("plugins.crashed"));
        QVERIFY2(bad->text().contains(message), qPrintable(bad->text()));
        QVERIFY(!isAlive(pid));
        // It was asked twice, unless it had its time; and the plugin is there for the next one.
        const int crashes = message.startsWith("did not answer") ? 1 : 2;
        QCOMPARE(test.ask("")->outcome(), QStringLiteral("ok"));
        const QStringList told = test.listener->told();
        QCOMPARE(told.filter(QRegularExpression("^crashed")).size(), crashes);
        QCOMPARE(told.count("starting"), crashes + 1);
        QCOMPARE(told.last(), QStringLiteral("running"));
        QCOMPARE(test.runner->status().restarts, crashes);
        QVERIFY(test.stop().ok());
    }

    void asksAgainWhatACrashHasSwallowed()
    {
        TestRunner test;
        test.warm();
        const std::string mark = test.folder.filePath("mark").toStdString();
        const auto before = test.ask("sleep 20", {{"a", 1}});
        const auto guilty = test.ask("crash-once " + mark, {{"b", 1}});
        QList<std::shared_ptr<TestQuestion>> behind;
        for (int i = 0; i < 20; ++i)
            behind.append(test.ask("", {{"c" + QString::number(i), 1}}));
        QCOMPARE(before->outcome(), QStringLiteral("ok"));
        QCOMPARE(guilty->outcome(), QStringLiteral("ok"));
        for (const auto &question : behind)
            QCOMPARE(question->outcome(), QStringLiteral("ok"));
        QCOMPARE(test.listener->told().filter("crashed").size(), 1);
        QCOMPARE(test.runner->status().calls, 22);
    }

    void isAskedWhileItIsGone()
    {
        // Between the child's end and the next one's start a question must not be taken for one that was
        // sent.
        TestRunner test;
        QList<std::shared_ptr<TestQuestion>> between;
        test.listener->whenCrashed = [&] {
            between.append(test.ask("", {{QString::number(between.size()), 1}}));
        };
        test.warm();
        QCOMPARE(test.ask("crash", {{"x", 1}})->outcome(), QStringLiteral("plugins.crashed"));
        QCOMPARE(between.size(), 2);
        for (const auto &question : between)
            QCOMPARE(question->outcome(), QStringLiteral("ok"));
        QCOMPARE(test.listener->told().filter("crashed").size(), 2);
    }

    void theGuiltyOneTakesNoOtherWithIt()
    {
        TestRunner test;
        test.warm();
        const auto first = test.ask("sleep 30", {{"a", 1}}); // so that the others are in the child as well
        const auto guilty = test.ask("crash", {{"b", 1}});
        const auto other = test.ask("", {{"c", 1}});
        const auto another = test.ask("", {{"d", 1}});
        QCOMPARE(guilty->outcome(), QStringLiteral("plugins.crashed"));
        QCOMPARE(first->outcome(), QStringLiteral("ok"));
        QCOMPARE(other->outcome(), QStringLiteral("ok"));
        QCOMPARE(another->outcome(), QStringLiteral("ok"));
        QCOMPARE(test.listener->told().filter("crashed").size(), 2);
    }

    void isNotStartedAgainForEver()
    {
        TestRunner test("echo", {}, 2);
        const auto guilty = test.ask("crash", {{"a", 1}});
        const auto waiting = test.ask("", {{"b", 1}});
        QCOMPARE(guilty->outcome(), QStringLiteral("plugins.crashed"));
        QVERIFY(waiting->outcome() == "ok" || waiting->outcome() == "plugins.quarantined");
        const auto later = test.ask("");
        QCOMPARE(later->outcome(), QStringLiteral("plugins.quarantined"));
        QVERIFY2(later->text().contains("The plugin is in quarantine. The plugin's process came"),
                 qPrintable(later->text()));
        QVERIFY(test.stop().ok());
    }

    void waitsBeforeItStartsAgain()
    {
        TestRunner test;
        test.warm();
        test.listener->pause = 10'000ms;
        const auto guilty = test.ask("crash");
        QCOMPARE(guilty->outcome(300), QStringLiteral("still waiting"));
        QCOMPARE(test.listener->told().count("starting"), 1);
        QVERIFY(test.stop().ok()); // the pause holds nothing up
        QCOMPARE(guilty->outcome(), QStringLiteral("plugins.not-running"));
    }

    void startsThatFail_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("message");
        QTest::newRow("says no") << "start-error"
                                 << "start.failed"
                                 << "The plugin could not start: No licence.";
        QTest::newRow("hangs") << "start-hang"
                               << "start.time-limit"
                               << "had not started after 0.3 seconds, and its process was ended.";
        QTest::newRow("speaks a later protocol") << "start-newer"
                                                 << "start.failed"
                                                 << "protocol";
        QTest::newRow("lacks an interface") << "start-less"
                                            << "start.missing-interface"
                                            << "plugin.json lists verbale.terms/1";
    }
    void startsThatFail()
    {
        QFETCH(QString, mode);
        QFETCH(QString, message);
        TestRunner test(qPrintable(mode), quick());
        const auto question = test.ask("");
        QTEST(question->outcome(), "code");
        QVERIFY2(question->text().contains(message), qPrintable(question->text()));
        QCOMPARE(test.runner->status().pid, 0);
        // It is not tried again.
        QTEST(test.ask("")->outcome(), "code");
        const QStringList told = test.listener->told();
        QCOMPARE(told.size(), 2);
        QVERIFY2(told.last().startsWith("failed "), qPrintable(told.last()));
        QVERIFY(test.stop().ok());
    }

    void aProgramThatIsNotThere()
    {
        ProcessPlan plan;
        plan.program = QStringLiteral("/nonexistent/verbale-plugin-host");
        ProcessRunner runner(plan, std::make_shared<TestListener>());
        const auto question = std::make_shared<TestQuestion>("");
        runner.post(question);
        QCOMPARE(question->outcome(), QStringLiteral("start.no-program"));
        QVERIFY(
            question->text().contains("/nonexistent/verbale-plugin-host could not be started: No such file"));
    }

    void aDeathWhileStartingIsACrash()
    {
        TestRunner test("start-crash", {}, 3);
        QCOMPARE(test.ask("")->outcome(), QStringLiteral("plugins.quarantined"));
        QCOMPARE(test.listener->told().filter("crashed").size(), 3);
        QCOMPARE(test.listener->told().count("running"), 0);
    }

    void errorsOfThePluginsOwn()
    {
        TestRunner test;
        const auto refused = test.ask("refuse");
        QCOMPARE(refused->outcome(), QStringLiteral("child.refused"));
        QCOMPARE(refused->text(), QStringLiteral("Not today."));
        QCOMPARE(test.ask("")->outcome(), QStringLiteral("ok"));
    }

    void cancels()
    {
        TestRunner test;
        test.warm();
        const auto running = test.ask("wait", {{"a", 1}});
        QList<std::shared_ptr<TestQuestion>> sent;
        for (int i = 0; i < 7; ++i)
            sent.append(test.ask("", {{"b" + QString::number(i), 1}}));
        const auto waiting = test.ask("", {{"c", 1}});
        const auto next = test.ask("", {{"d", 1}});
        QCOMPARE(next->outcome(50), QStringLiteral("still waiting"));
        waiting->cancel(*test.runner);
        running->cancel(*test.runner); // the child is told, or it would wait for ever
        QCOMPARE(next->outcome(), QStringLiteral("ok"));
        QCOMPARE(waiting->outcome(), QStringLiteral("plugins.cancelled"));
        QCOMPARE(test.runner->status().calls, 8); // the seven and the last one
        QCOMPARE(test.listener->told(), QStringList({"starting", "running"}));
    }

    void replacesWhatWaits()
    {
        TestRunner test;
        test.warm();
        const auto running = test.ask("wait", {{"a", 1}});
        for (int i = 0; i < 7; ++i)
            test.ask("", {{"b" + QString::number(i), 1}});
        const auto old = test.ask("", {{"x", 1}, {"y", 1}});
        const auto same = test.ask("", {{"x", 1}}); // not newer
        const auto half = test.ask("", {{"x", 2}}); // newer than `same` alone
        const auto both = test.ask("", {{"x", 3}, {"y", 2}});
        QCOMPARE(same->outcome(), QStringLiteral("plugins.replaced"));
        QCOMPARE(half->outcome(), QStringLiteral("plugins.replaced"));
        QCOMPARE(old->outcome(), QStringLiteral("plugins.replaced"));
        running->cancel(*test.runner);
        QCOMPARE(both->outcome(), QStringLiteral("ok"));
    }

    void progressKeepsItAlive()
    {
        Supervision supervision = quick();
        supervision.callTimeLimit = 400ms;
        TestRunner test("echo", supervision);
        test.warm();
        const auto slow = test.ask("progress 30", {{"a", 1}}); // 0.9 seconds in all
        const auto behind = test.ask("", {{"b", 1}});
        QCOMPARE(slow->outcome(), QStringLiteral("ok"));
        QCOMPARE(behind->outcome(), QStringLiteral("ok"));
        QCOMPARE(slow->progressed.load(), 30);
        QCOMPARE(test.listener->told(), QStringList({"starting", "running"}));
    }

    void progressDoesNotKeepItAliveForEver()
    {
        Supervision supervision = quick();
        supervision.callTimeLimit = 60ms;
        supervision.resends = 0;
        TestRunner test("echo", supervision);
        test.warm();
        QCOMPARE(test.ask("progress 1000000")->outcome(), QStringLiteral("plugins.crashed"));
    }

    void aDeafChild()
    {
        Supervision supervision = quick();
        supervision.resends = 0;
        TestRunner test("deaf", supervision);
        test.warm();
        // More than a pipe takes, so that something is left to write when the child is ended.
        const auto large = test.ask(std::string(2'000'000, 'x'), {{"a", 1}});
        const auto behind = test.ask("", {{"b", 1}});
        QCOMPARE(large->outcome(), QStringLiteral("plugins.crashed"));
        QCOMPARE(behind->outcome(), QStringLiteral("plugins.crashed"));
    }

    void largeMessages()
    {
        Supervision supervision;
        supervision.messageLimit = 8 * 1024 * 1024;
        TestRunner test("echo", supervision);
        QCOMPARE(test.ask(std::string(7'000'000, 'x'))->outcome(), QStringLiteral("ok"));
        const auto tooLarge = test.ask(std::string(9'000'000, 'x'));
        QCOMPARE(tooLarge->outcome(), QStringLiteral("plugins.request-too-large"));
        QCOMPARE(test.ask("")->outcome(), QStringLiteral("ok"));
        QCOMPARE(test.runner->status().restarts, 0);
    }

    void keepsItsLog()
    {
        TestRunner test;
        QCOMPARE(test.ask("log the glossary is old")->outcome(), QStringLiteral("ok"));
        QCOMPARE(test.runner->status().log, QByteArray("info: the glossary is old\n"));
        QCOMPARE(test.ask("errors 50000")->outcome(), QStringLiteral("ok")); // five megabytes
        for (int i = 0; i < 400 && test.runner->status().log.size() < 60'000; ++i)
            std::this_thread::sleep_for(10ms);
        const QByteArray log = test.runner->status().log;
        QVERIFY(log.size() <= 64 * 1024);
        QVERIFY(log.size() > 60'000);
        QVERIFY(log.startsWith("eee"));
    }

    void diesWithItsParent_data()
    {
        QTest::addColumn<bool>("killed");
        QTest::newRow("that stops it") << false;
        QTest::newRow("that is killed") << true;
    }
    void diesWithItsParent()
    {
        QFETCH(bool, killed);
        int told[2];
        QCOMPARE(::pipe(told), 0);
        const pid_t parent = ::fork();
        if (parent == 0) {
            TestRunner test;
            const qint64 pid = test.warm();
            (void)!::write(told[1], &pid, sizeof pid);
            if (killed)
                ::raise(SIGKILL);
            (void)test.stop();
            ::_exit(0);
        }
        qint64 pid = 0;
        QCOMPARE(::read(told[0], &pid, sizeof pid), ssize_t(sizeof pid));
        QVERIFY(pid > 0);
        QVERIFY(ends(pid));
        ::close(told[0]);
        ::close(told[1]);
    }

    void stops_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("message");
        QTest::newRow("well") << "echo"
                              << ""
                              << "";
        QTest::newRow("hangs") << "stop-hang"
                               << "stop.time-limit"
                               << "had not stopped after 0.2 seconds, and its process was ended.";
        QTest::newRow("stays") << "stop-stays"
                               << "stop.time-limit"
                               << "did not end after the plugin had stopped";
        QTest::newRow("crashes")
            << "stop-crash"
            << "stop.crashed"
            << "While it was being stopped, the plugin's process came to a sudden end: SIGSEGV";
        QTest::newRow("throws") << "stop-error"
                                << "stop.threw"
                                << "It threw.";
    }
    void stops()
    {
        QFETCH(QString, mode);
        QFETCH(QString, code);
        QFETCH(QString, message);
        TestRunner test(qPrintable(mode), quick());
        const qint64 pid = test.warm();
        const auto stopped = test.stop();
        QCOMPARE(stopped.ok() ? QString() : stopped.error().code, code);
        QVERIFY2(stopped.ok() || stopped.error().message.contains(message),
                 qPrintable(stopped.error().message));
        QVERIFY(!isAlive(pid));
    }

    void stopsWhileItIsAsked()
    {
        TestRunner test("echo", quick());
        test.warm();
        const auto running = test.ask("wait", {{"a", 1}});
        const auto deaf = test.ask("hang", {{"b", 1}});
        QList<std::shared_ptr<TestQuestion>> waiting;
        for (int i = 0; i < 10; ++i)
            waiting.append(test.ask("", {{"c" + QString::number(i), 1}}));
        test.runner->beginStop();
        QCOMPARE(running->outcome(0), QStringLiteral("plugins.cancelled"));
        QCOMPARE(deaf->outcome(0), QStringLiteral("plugins.cancelled"));
        QCOMPARE(waiting.last()->outcome(0), QStringLiteral("plugins.not-running"));
        QVERIFY(!test.stop().ok()); // it hangs in the second one
    }

    void stopsWhileItStarts()
    {
        TestRunner test("start-slow");
        const auto question = test.ask("");
        while (test.runner->status().pid == 0)
            std::this_thread::sleep_for(1ms);
        QVERIFY(test.stop().ok());
        QCOMPARE(question->outcome(0), QStringLiteral("plugins.not-running"));
    }

    void endsInAContinuation()
    {
        // The last owner of a runner goes where an answer is taken, on the runner's own thread.
        TestRunner test;
        const qint64 pid = test.warm();
        const auto question = std::make_shared<TestQuestion>("sleep 20");
        ProcessRunner *runner = test.runner.get();
        question->whenAnswered = [owner = std::exchange(test.runner, {})]() mutable { owner.reset(); };
        runner->post(question);
        QCOMPARE(question->outcome(), QStringLiteral("ok"));
        QVERIFY(ends(pid));
    }

    void asksFromEverywhere()
    {
        TestRunner test;
        std::atomic<int> answered = 0;
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&, t] {
                for (int i = 0; i < 200; ++i) {
                    const auto question = test.ask("", {{QStringLiteral("%1-%2").arg(t).arg(i), 1}});
                    if ((i + t) % 3 == 0)
                        question->cancel(*test.runner);
                    const QString outcome = question->outcome();
                    if (outcome == "ok" || outcome == "plugins.cancelled")
                        ++answered;
                }
            });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(answered.load(), 800);
        QCOMPARE(test.listener->told(), QStringList({"starting", "running"}));
    }
};

} // namespace verbale::host

QTEST_GUILESS_MAIN(verbale::host::TestProcessRunner)
#include "tst_process_runner.moc"
