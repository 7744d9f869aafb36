// verbale-plugin-host --serve, spoken to over its pipes.

#include "host/protocol/initialize.h"
#include "host/protocol/remote_call.h"
#include "host_test.h"
#include "speaking_process.h"

#include <thread>

namespace verbale::host {

class TestChildServe : public QObject
{
    Q_OBJECT

private:
    static SpeakingProcess serving(const QString &name)
    {
        return SpeakingProcess(QStringLiteral(TRIAL_PROGRAM), {QStringLiteral("--serve"), fixture(name)});
    }

    static TermsRequest termsRequest(const QString &how = {})
    {
        TermsRequest request{QStringLiteral("vi"), QStringLiteral("en"), {}, false, {}};
        if (!how.isEmpty())
            request.glossaries.append(how);
        request.segments = {{QStringLiteral("a"), 4, QStringLiteral("Bộ \U0001F1FB"), {}, {}}};
        return request;
    }

    static std::string terms(qint64 id, const QString &how = {})
    {
        return requestText(id, Remote<TermsRequest>::method, toJson(termsRequest(how)));
    }

    static std::string cancelOf(qint64 id) { return notificationText("$/cancel", cancelParams(id)); }

private slots:
    void aLifeInGoodOrder()
    {
        SpeakingProcess child = serving("good/echo");
        child.initialize("test.echo");
        const auto hello = child.receive();
        QVERIFY(hello && hello->second.kind == Message::Kind::Answer && hello->second.id == 1);
        const auto answer = readInitializeAnswer(hello->second.value);
        QVERIFY(answer.ok());
        QVERIFY(answer->provides.contains(QStringLiteral("verbale.terms/1")));
        QVERIFY2(answer->sandbox.find("\"network\"") != std::string::npos, answer->sandbox.c_str());

        child.send(terms(2));
        const auto found = child.receive();
        QVERIFY(found && found->second.id == 2);
        const TermsRequest request = termsRequest();
        const auto hits = Remote<TermsRequest>::decode(found->second.value, request);
        QVERIFY(hits.ok() && hits->warnings.isEmpty());
        QCOMPARE(hits->segments[0].hits[0].target, QStringLiteral("BỘ \U0001F1FB"));
        QVERIFY(hits->segments[0].hits[0].span == (Span{0, request.segments[0].source.size()}));

        child.send(requestText(3, "shutdown", "null"));
        const auto stopped = child.receive();
        QVERIFY(stopped && stopped->second.id == 3 && stopped->second.kind == Message::Kind::Answer);
        child.send(terms(4));
        const auto late = child.receive();
        QVERIFY(late && late->second.number == -32601);
        child.send(notificationText("exit", "null"));
        QCOMPARE(child.end(), 0);
    }

    void manyRequestsAreAnsweredInTheirOrder()
    {
        SpeakingProcess child = serving("good/echo");
        child.initialize();
        QVERIFY(child.receive());
        std::string all;
        for (int i = 0; i < 3000; ++i)
            all += frame(terms(10 + i));
        child.write(all);
        for (int i = 0; i < 3000; ++i) {
            const auto answer = child.receive();
            QVERIFY(answer && answer->second.id == 10 + i && answer->second.kind == Message::Kind::Answer);
        }
        child.closeInput();
        QCOMPARE(child.end(), 0);
    }

    void aCancelStopsTheCallThatRuns()
    {
        SpeakingProcess child = serving("good/echo");
        child.initialize();
        QVERIFY(child.receive());
        child.send(terms(2, QStringLiteral("wait")));
        child.send(terms(3));
        child.send(terms(4));
        child.send(cancelOf(3));
        child.send(cancelOf(99)); // nothing of this number was asked
        std::this_thread::sleep_for(std::chrono::milliseconds(60));
        child.send(cancelOf(2));
        for (const int id : {2, 3}) {
            const auto cancelled = child.receive();
            QVERIFY(cancelled && cancelled->second.id == id);
            QCOMPARE(cancelled->second.number, -32800);
            QCOMPARE(cancelled->second.error.code, QStringLiteral("plugins.cancelled"));
        }
        const auto answer = child.receive();
        QVERIFY(answer && answer->second.id == 4 && answer->second.kind == Message::Kind::Answer);
    }

    void cancelledBeforeItsTurn()
    {
        SpeakingProcess child = serving("good/echo");
        child.initialize();
        QVERIFY(child.receive());
        child.write(frame(terms(2)) + frame(terms(3, QStringLiteral("wait"))) + frame(cancelOf(3)) +
                    frame(terms(4)));
        QCOMPARE(child.receive()->second.id, 2);
        QCOMPARE(child.receive()->second.number, -32800);
        QCOMPARE(child.receive()->second.id, 4);
    }

    void thePipeIsEmptiedDuringACall()
    {
        SpeakingProcess child = serving("good/echo");
        child.initialize();
        QVERIFY(child.receive());
        child.send(terms(2, QStringLiteral("wait")));
        TermsRequest large = termsRequest();
        large.segments[0].source = QString(3'000'000, QLatin1Char('x')); // much more than a pipe holds
        child.send(requestText(3, "verbale.terms/1", toJson(large)));
        child.send(cancelOf(2));
        QCOMPARE(child.receive()->second.number, -32800);
        const auto answer = child.receive();
        QVERIFY(answer && answer->second.id == 3 && answer->second.value.size() > 3'000'000);
    }

    void errorsOfThePlugin_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("message");
        QTest::newRow("an Error") << "refuse"
                                  << "echo.refused"
                                  << "Not today.";
        QTest::newRow("an exception") << "throw"
                                      << "plugins.threw"
                                      << "The plugin threw an exception: the echo is gone";
        QTest::newRow("a number") << "throw-number"
                                  << "plugins.threw"
                                  << "The plugin threw an exception: one that says nothing";
    }
    void errorsOfThePlugin()
    {
        QFETCH(QString, how);
        SpeakingProcess child = serving("good/echo");
        child.initialize();
        QVERIFY(child.receive());
        child.send(terms(2, how));
        const auto answer = child.receive();
        QVERIFY(answer && answer->second.kind == Message::Kind::Failure && answer->second.number == -32000);
        QTEST(answer->second.error.code, "code");
        QTEST(answer->second.error.message, "message");
        child.send(terms(3));
        QCOMPARE(child.receive()->second.kind, Message::Kind::Answer);
    }

    void requestsThatCannotBeAnswered_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("says");
        QTest::newRow("no such method")
            << QByteArray(R"({"jsonrpc":"2.0","id":2,"method":"verbale.poetry/1"})") << -32601
            << "There is no method \"verbale.poetry/1\".";
        QTest::newRow("not provided")
            << QByteArray(R"({"jsonrpc":"2.0","id":2,"method":"verbale.align/1","params":{}})") << -32601
            << "The plugin does not provide verbale.align/1.";
        QTest::newRow("bad params")
            << QByteArray(
                   R"({"jsonrpc":"2.0","id":2,"method":"verbale.terms/1","params":{"segments":[{"id":1}]}})")
            << -32602 << "segments[0].id has to be a text.";
        QTest::newRow("no params") << QByteArray(R"({"jsonrpc":"2.0","id":2,"method":"verbale.terms/1"})")
                                   << -32602 << "has to be an object";
        QTest::newRow("initialized twice")
            << QByteArray(R"({"jsonrpc":"2.0","id":2,"method":"initialize","params":{"protocol":1}})")
            << -32600 << "a second time";
    }
    void requestsThatCannotBeAnswered()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, number);
        QFETCH(QString, says);
        SpeakingProcess child = serving("good/echo");
        child.initialize();
        QVERIFY(child.receive());
        child.send(request.toStdString());
        const auto answer = child.receive();
        QVERIFY(answer && answer->second.id == 2);
        QCOMPARE(answer->second.number, number);
        QVERIFY2(answer->second.error.message.contains(says), qPrintable(answer->second.error.message));
        child.send(terms(3));
        QCOMPARE(child.receive()->second.kind, Message::Kind::Answer);
    }

    void streamsThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        QTest::newRow("garbage") << QByteArray("hello\r\n") << "is no header line of a message";
        QTest::newRow("no JSON") << QByteArray("Content-Length: 3\r\n\r\n{a}") << "A message cannot be read";
        QTest::newRow("a batch") << QByteArray("Content-Length: 2\r\n\r\n[]") << "one message at a time";
        QTest::newRow("too large") << QByteArray("Content-Length: 99999999999\r\n\r\n")
                                   << "the limit is 67108864 bytes";
        QTest::newRow("cut off") << QByteArray("Content-Length: 30\r\n\r\n{}")
                                 << "in the middle of a message";
        QTest::newRow("an answer")
            << QByteArray("Content-Length: 35\r\n\r\n{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":1} ")
            << "nothing was asked";
    }
    void streamsThatAreNone()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        SpeakingProcess child = serving("good/echo");
        child.write(bytes.toStdString());
        child.closeInput();
        QCOMPARE(child.end(), 1);
        const QString log = QString::fromUtf8(child.log());
        QVERIFY2(log.startsWith("verbale-plugin-host: ") && log.contains(says) && log.count('\n') == 1,
                 qPrintable(log));
    }

    void pluginsThatDoNotStart_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("code");
        QTest::newRow("an Error in start()") << "error-in-start"
                                             << ""
                                             << "start.failed";
        QTest::newRow("an exception in start()") << "throw-in-start"
                                                 << ""
                                                 << "start.threw";
        QTest::newRow("no library") << "library-missing"
                                    << ""
                                    << "load.missing-library";
        QTest::newRow("no plugin.json") << "nowhere"
                                        << ""
                                        << "descriptor.unreadable";
        QTest::newRow("another program's") << "not-ours"
                                           << ""
                                           << "descriptor.schema";
        QTest::newRow("a faulty one") << "json-missing-key"
                                      << ""
                                      << "descriptor.missing-key";
        QTest::newRow("another plugin") << "good/echo"
                                        << "test.other"
                                        << "descriptor.bad-id";
    }
    void pluginsThatDoNotStart()
    {
        QFETCH(QString, name);
        QFETCH(QString, id);
        SpeakingProcess child = serving(name);
        child.initialize(id.toStdString());
        const auto answer = child.receive();
        QVERIFY(answer && answer->second.number == -32000);
        QTEST(answer->second.error.code, "code");
        QVERIFY(!answer->second.error.message.isEmpty());
        child.send(terms(2));
        QCOMPARE(child.receive()->second.error.message, QStringLiteral("The plugin is not running."));
        child.send(notificationText("exit", "null"));
        QCOMPARE(child.end(), 0);
    }

    void anotherProtocolIsRefused()
    {
        SpeakingProcess child = serving("good/echo");
        child.send(requestText(1, "initialize", R"({"protocol":2})"));
        const auto answer = child.receive();
        QVERIFY(answer && answer->second.number == -32602);
        QCOMPARE(answer->second.error.code, QStringLiteral("plugins.protocol"));
    }

    /// A plugin may print what it likes: its standard output is its log.
    void printingHarmsNothing()
    {
        SpeakingProcess child = serving("talks");
        child.initialize();
        const auto hello = child.receive();
        QVERIFY2(hello, qPrintable(child.fault.text()));
        QCOMPARE(hello->second.kind, Message::Kind::Answer);
        child.send(requestText(2, "verbale.check/1", R"({"segments":[]})"));
        // What it reads of its standard input is nothing, and the progress of a long call comes in between.
        auto next = child.receiveAny();
        int progress = 0;
        while (next && next->second.kind == Message::Kind::Notification) {
            QCOMPARE(next->second.method, std::string("$/progress"));
            const auto report = readProgress(next->second.value);
            QVERIFY(report.ok() && report->id == 2 && report->done > 0 && report->total == 1'000'000);
            ++progress;
            next = child.receiveAny();
        }
        QVERIFY(next && next->second.id == 2 && next->second.kind == Message::Kind::Answer);
        QVERIFY2(progress >= 1 && progress < 40, "progress is told, and not too often");
        const auto answer = fromJson<CheckAnswer>(next->second.value);
        QVERIFY(answer.ok());
        QCOMPARE(answer->warnings, QStringList{QStringLiteral("read 0 bytes")});
        child.send(notificationText("exit", "null"));
        QCOMPARE(child.end(), 0);
        const QByteArray log = child.log();
        QVERIFY(log.contains("printed in start") && log.contains("written with cout") &&
                log.contains("written to descriptor 1"));
    }

    /// Nobody is left to answer: a call that hangs does not keep the process alive.
    void theProcessEndsWithItsHost()
    {
        for (const char *how : {"wait", "sleep-long"}) {
            SpeakingProcess child = serving("good/echo");
            child.initialize();
            QVERIFY(child.receive());
            child.send(terms(2, QString::fromLatin1(how)));
            child.closeInput();
            const int status = child.end();
            QVERIFY2(status == 0 || status == 1, how);
        }
    }
};

} // namespace verbale::host

QTEST_GUILESS_MAIN(verbale::host::TestChildServe)
#include "tst_child_serve.moc"
