// Plugins that do harm, or try to, through the host as the program has it: each is contained, the message is
// right, the file beside it is whole, and no process is left.
#include "sandbox_test.h"

#include "host/plugin_host.h"

#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>

#include <algorithm>

#include <sys/stat.h>

namespace verbale::host {

namespace {

using namespace std::chrono_literals;

const QString library = QStringLiteral("test.hostile-library");
const QString program = QStringLiteral("test.hostile-program");

SuggestRequest request()
{
    SuggestRequest request;
    request.sourceLanguage = QStringLiteral("vi");
    request.targetLanguage = QStringLiteral("en");
    SuggestSegment segment;
    segment.text.id = QStringLiteral("s1");
    segment.text.revision = 3;
    segment.text.source = QStringLiteral("Việt Nam\uFFFC");
    request.segments = {segment};
    return request;
}

/// "ok: TEXT | WARNING" or "CODE: MESSAGE".
QString told(const Result<SuggestAnswer> &answer)
{
    if (!answer)
        return answer.error().code + QLatin1String(": ") + answer.error().message;
    const QString text = answer->suggestions.isEmpty() ? QString() : answer->suggestions.first().text;
    return QLatin1String("ok: ") + text + QLatin1String(" | ") + answer->warnings.join(QLatin1String(" | "));
}

} // namespace

class TestHostile : public QObject
{
    Q_OBJECT

    Places m_places;
    bool m_python = false;

    [[nodiscard]] HostOptions options(const QString &mode) const
    {
        HostOptions options = optionsFor(QStringLiteral(HOSTILE), Origin::User);
        const QJsonObject settings{{"mode", mode}, {"secret", QFile::decodeName(m_places.secret)}};
        options.settings = {{library, settings}, {program, settings}};
        QDir(m_places.root.filePath(QStringLiteral("state")))
            .removeRecursively(); // what it remembers of another row
        options.stateFolder = m_places.root.filePath(QStringLiteral("state"));
        options.trialProgram = QStringLiteral(TRIAL_PROGRAM);
        // Short for what never answers, and beyond doubt for what does.
        const bool never = QStringList{"sleep", "spin", "deaf"}.contains(mode);
        options.startTimeLimit = mode == QLatin1String("start-sleep") ? 1s : 30s;
        options.supervision.callTimeLimit = never ? 300ms : 30'000ms;
        options.supervision.shutdownTimeLimit = 300ms;
        options.stopTimeLimit = 600ms;
        options.supervision.restartAfter = {1ms, 1ms, 1ms};
        options.supervision.crashLimit = 3;
        return options;
    }

    void librariesRows() const
    {
        const auto row = [](const char *mode, const char *told) {
            QTest::addRow("library: %s", mode)
                << library << QString::fromLatin1(mode) << QString::fromUtf8(told);
        };
        row("nothing", "ok: it worked");
        row("socket", "hostile.refused: Permission denied");
        row("resolve", "hostile.refused: No route to host");
        row("read", "hostile.refused: Permission denied");
        row("read-by-proc", "hostile.refused: Permission denied");
        row("write", "hostile.refused: Permission denied");
        row("delete", "hostile.refused: Permission denied");
        row("lock-out", "hostile.refused: Operation not permitted");
        row("fork", "hostile.refused: Operation not permitted");
        row("program", "hostile.refused: Operation not permitted");
        row("attach", "SIGSYS (a system call that it may not make)");
        row("kill-parent", "hostile.refused: Operation not permitted");
        row("disk", "SIGXFSZ (it wrote too large a file)");
        row("sleep",
            "The plugin did not answer verbale.suggest/1 within 0.3 seconds, and its process was ended.");
        row("spin",
            "The plugin did not answer verbale.suggest/1 within 0.3 seconds, and its process was ended.");
        row("crash", "SIGSEGV (access to memory that is not its own)");
        row("abort", "SIGABRT (it gave up by itself)");
        row("exit-silently", "exit status 0");
        row("exit", "exit status 0");
        row("print", "ok: it worked");
        row("close", "plugins.crashed: The plugin's process");
        row("other-segment", "ok:  | The plugin answered for another segment; that was left out");
        row("placeholders", "returned a suggestion whose inline codes are not those of the source");
        row("start-crash", "plugins.quarantined: The plugin is in quarantine. The plugin's process came to a "
                           "sudden end: SIGSEGV (access to memory that is not its own)");
        row("start-attach", "SIGSYS (a system call that it may not make)");
        row("start-read", "The plugin could not start: Permission denied");
        row("start-sleep", "The plugin had not started after 1 seconds, and its process was ended.");
        row("stop-crash", "ok: it worked");
        row("stop-sleep", "ok: it worked");
        if (kernelSupport().memory)
            row("memory", "std::bad_alloc");
    }

    void programsRows() const
    {
        const auto row = [](const char *mode, const char *told) {
            QTest::addRow("program: %s", mode)
                << program << QString::fromLatin1(mode) << QString::fromUtf8(told);
        };
        row("nothing", "ok: it worked");
        row("socket", "hostile.refused: Permission denied");
        row("resolve", "hostile.refused: Temporary failure in name resolution");
        row("read", "hostile.refused: Permission denied");
        row("write", "hostile.refused: Permission denied");
        row("list", "hostile.refused: Permission denied");
        row("fork", "hostile.refused: Operation not permitted");
        row("program", "hostile.refused: Operation not permitted");
        row("become", "hostile.refused: Function not implemented");
        row("kill-parent", "hostile.refused: Operation not permitted");
        row("garbage", "print to the standard error stream instead");
        row("print", "print to the standard error stream instead");
        row("flood", "messages in a second that nobody had asked for");
        row("flood-log", "messages in a second that nobody had asked for");
        row("flood-stdout", "plugins.crashed: The plugin's process broke the protocol and was ended");
        row("flood-stderr", "ok: it worked");
        row("huge", "A message of 4294967296 bytes was announced; the limit is");
        row("deep", "plugins.crashed: The plugin's process broke the protocol and was ended");
        row("header", "plugins.crashed: The plugin's process broke the protocol and was ended");
        row("half", "exit status 0");
        row("exit", "exit status 0");
        row("exit-3", "exit status 3");
        row("unasked", "it answered 4711, which is no request that it has.");
        row("asks-back", "and plugins only answer");
        row("close", "The plugin's process");
        row("deaf",
            "The plugin did not answer verbale.suggest/1 within 0.3 seconds, and its process was ended.");
        row("stays", "ok: it worked");
        row("wrong-type", "suggestions has to be a list");
        row("other-segment", "ok:  | The plugin answered for another segment; that was left out");
        row("placeholders", "returned a suggestion whose inline codes are not those of the source");
        row("older", "answered for another revision of the segment; that was left out");
        row("infinite", "returned a coverage that is not between 0 and 1");
        row("outside", "marked untranslated words outside of its suggestion");
        if (kernelSupport().memory)
            row("memory", "hostile.refused: MemoryError");
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_places.make());
        if (!kernelSupport().seccomp || kernelSupport().landlock == 0)
            QSKIP("this kernel has no Landlock or no filters of system calls");
        m_python = !QStandardPaths::findExecutable(QStringLiteral("python3"),
                                                   {QStringLiteral("/usr/local/bin"),
                                                    QStringLiteral("/usr/bin"), QStringLiteral("/bin")})
                        .isEmpty();
    }

    void isContained_data()
    {
        QTest::addColumn<QString>("plugin");
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QString>("words");
        librariesRows();
        programsRows();
    }
    void isContained()
    {
        QFETCH(const QString, plugin);
        QFETCH(const QString, mode);
        QFETCH(const QString, words);
        if (plugin == program && !m_python)
            QSKIP("python3 is not installed");
        PluginHost host(options(mode));
        host.discover();
        host.start();
        const QString answer = told(host.suggest(plugin, request(), {}).result());
        const PluginInfo info = pluginOf(host, plugin);
        QVERIFY2(answer.contains(words), qPrintable(answer + messagesOf(info.problems) + info.process.log));
        host.stop();
        QVERIFY(info.process.pid == 0 || (::kill(pid_t(info.process.pid), 0) < 0 && errno == ESRCH));
        QFile secret(QFile::decodeName(m_places.secret));
        QVERIFY(secret.open(QIODevice::ReadOnly));
        QCOMPARE(secret.readAll(), QByteArrayLiteral("not for plugins"));
    }

    /// A plugin cannot say for itself how it is shut in.
    void aLieAboutTheSandboxIsPassedOver()
    {
        if (!m_python)
            QSKIP("python3 is not installed");
        PluginHost host(options(QStringLiteral("lies")));
        host.discover();
        host.start();
        QVERIFY(host.suggest(program, request(), {}).result().ok());
        const SandboxReport report = pluginOf(host, program).process.sandbox;
        QCOMPARE(report.line(SandboxReport::Aspect::Network).code, QStringLiteral("network.none"));
        QCOMPARE(report.weakest(), kernelSupport().memory ? SandboxReport::Strength::Enforced
                                                          : SandboxReport::Strength::Partly);
    }

    void crashesWhileStoppingAreTold()
    {
        PluginHost host(options(QStringLiteral("stop-crash")));
        host.discover();
        host.start();
        QVERIFY(host.suggest(library, request(), {}).result().ok());
        host.stop();
        const QString problems = messagesOf(pluginOf(host, library).problems);
        QVERIFY2(problems.contains(QLatin1String("stop")), qPrintable(problems));
    }

    void nothingGoesToTheNetwork_data()
    {
        QTest::addColumn<QString>("plugin");
        QTest::addColumn<QString>("mode");
        for (const char *mode : {"socket", "resolve", "nothing"}) {
            QTest::addRow("library: %s", mode) << library << QString::fromLatin1(mode);
            QTest::addRow("program: %s", mode) << program << QString::fromLatin1(mode);
        }
    }
    /// Seen by strace: not one connect(), no message to an address, no question to a name server.
    void nothingGoesToTheNetwork()
    {
        QFETCH(const QString, plugin);
        QFETCH(const QString, mode);
        const QString strace = QStandardPaths::findExecutable(QStringLiteral("strace"));
        if (strace.isEmpty())
            QSKIP("strace is not installed");
        if (QProcess::execute(
                strace, {QStringLiteral("-o"), QStringLiteral("/dev/null"), QStringLiteral("true")}) != 0)
            QSKIP("strace may not trace here");
        if (plugin == program && !m_python)
            QSKIP("python3 is not installed");
        const QString trace = m_places.root.filePath(QStringLiteral("trace"));
        const QString wrapper = m_places.root.filePath(QStringLiteral("traced-host"));
        QVERIFY(writeFile(
            wrapper, QStringLiteral("#!/bin/sh\nexec '%1' -f -o '%2' -e trace=network,execve '%3' \"$@\"\n")
                         .arg(strace, trace, QStringLiteral(TRIAL_PROGRAM))
                         .toUtf8()));
        QVERIFY(QFile::setPermissions(wrapper, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        {
            HostOptions traced = options(mode);
            traced.trialProgram = wrapper;
            PluginHost host(traced);
            host.discover();
            host.start();
            const QString answer = told(host.suggest(plugin, request(), {}).result());
            QVERIFY2(answer.contains(mode == QLatin1String("nothing") ? QLatin1String("ok:")
                                                                      : QLatin1String("hostile.refused")),
                     qPrintable(answer + pluginOf(host, plugin).process.log));
        }
        QFile file(trace);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray calls = file.readAll();
        QVERIFY(calls.contains("execve(")); // it was traced
        for (const char *call : {"connect(", "sendto(", "sendmsg(", "sendmmsg(", "sin_port", "sin6_port"})
            QVERIFY2(!calls.contains(call), calls.constData());
        // Whoever asked for a socket was refused it.
        QCOMPARE(calls.count("socket("), calls.count("= -1 EACCES"));
    }
};

} // namespace verbale::host

QTEST_GUILESS_MAIN(verbale::host::TestHostile)
#include "tst_hostile.moc"
