// Plugins that do harm, or try to, through the host as the program has it: each is contained, the message is
// right, the file beside it is whole, and no process is left.
#include "hostile_modes.h"

#include "host/plugin_host.h"

#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>

#include <algorithm>

#include <sys/stat.h>

namespace verbale::host {

namespace {

const QString library = hostileLibrary;
const QString program = hostileProgram;

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
        return hostileOptions({{}, mode, {}}, QStringLiteral(HOSTILE), m_places);
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_places.make());
        if (!kernelSupport().seccomp || kernelSupport().landlock == 0)
            QSKIP("this kernel has no Landlock or no filters of system calls");
        m_python = hasPython();
    }

    void isContained_data()
    {
        QTest::addColumn<QString>("plugin");
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QString>("words");
        for (const HostileMode &mode : hostileLibraryModes() + hostileProgramModes())
            QTest::newRow(mode.name().constData()) << mode.plugin << mode.mode << mode.told;
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
