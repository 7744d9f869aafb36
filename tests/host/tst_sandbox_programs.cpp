// Plugins that are programs of their own: how the program is found, and what it can do once it runs.
#include "sandbox_test.h"

#include "host/sandbox/program_lookup.h"
#include "host/sandbox/sandbox_json.h"

#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>

namespace verbale::host {

namespace {

constexpr const char *descriptorText = R"({
    "schema": "verbale.plugin/1", "id": "test.program", "name": {"en": "Program"}, "version": "1.0.0",
    "sdk": ">=1.0 <2", "runs": "process", "command": [%1], "provides": ["verbale.check/1"]
})";

struct Ran
{
    QString report; ///< the frame that comes first
    QString words;  ///< what the program wrote
    QString log;
    int status = -1;
};

bool writeProgram(const QString &path, const QByteArray &text)
{
    return writeFile(path, text) &&
           QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

} // namespace

class TestSandboxPrograms : public QObject
{
    Q_OBJECT

    Places m_places;
    QString m_python;

    [[nodiscard]] Ran run(const QString &command, const QByteArray &input = {}) const
    {
        writeFile(m_places.plugin + QLatin1String("/plugin.json"),
                  QByteArray(descriptorText).replace("%1", command.toUtf8()));
        QProcess process;
        process.setWorkingDirectory(m_places.data);
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        environment.insert(QStringLiteral("HOME"), m_places.data);
        environment.insert(QStringLiteral("TMPDIR"), m_places.data);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(TRIAL_PROGRAM),
                      {QStringLiteral("--exec"), m_places.plugin, QStringLiteral("--permissions"),
                       QString::fromUtf8(permissionsText(m_places.permissions()))});
        process.write(input);
        process.closeWriteChannel();
        process.waitForFinished(30'000);
        Ran ran;
        ran.log = QString::fromUtf8(process.readAllStandardError());
        ran.status = process.exitCode();
        const QByteArray out = process.readAllStandardOutput();
        const qsizetype body = out.indexOf("\r\n\r\n") + 4;
        const qsizetype size = out.mid(16, body - 20).toLongLong(); // behind "Content-Length: "
        ran.report = QString::fromUtf8(out.mid(body, size));
        ran.words = QString::fromUtf8(out.mid(body + size));
        return ran;
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_places.make());
        if (!kernelSupport().seccomp || kernelSupport().landlock == 0)
            QSKIP("this kernel has no Landlock or no filters of system calls");
        m_python = QStandardPaths::findExecutable(QStringLiteral("python3"), programFolders());
    }

    void pythonCanDoWhatAPluginNeeds_data()
    {
        QTest::addColumn<QByteArray>("program");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const char *program, const char *words) {
            QTest::newRow(name) << QByteArray(program) << QString::fromUtf8(words);
        };
        row("print", "print('xin chào')", "xin chào\n");
        row("standard input", "import sys; print(sys.stdin.readline())", "asked\n\n");
        row("common modules", "import json, re, ctypes, ssl, hashlib, unicodedata, sqlite3; print('ok')",
            "ok\n");
        row("a checksum", "import hashlib; print(hashlib.sha256(b'x').hexdigest()[:6])", "2d7116\n");
        row("threads",
            "import threading; t = threading.Thread(target=print, args=('ok',)); t.start(); t.join()",
            "ok\n");
        row("a temporary file", "import tempfile; f = tempfile.TemporaryFile(); f.write(b'x'); print('ok')",
            "ok\n");
        row("its own module", "import words; print(words.greeting)", "hello\n");
        row("fork", "import os\ntry: os.fork()\nexcept PermissionError: print('no')", "no\n");
        row("another program",
            "import subprocess\ntry: subprocess.run(['/bin/true'])\nexcept PermissionError: print('no')",
            "no\n");
        row("becoming another program",
            "import os\ntry: os.execv('/bin/true', ['true'])\nexcept OSError as e: print(e.strerror)",
            "Function not implemented\n");
        row("becoming another program by the second try",
            "import os\nfor i in range(2):\n  try: os.execv('/bin/true', ['true'])\n"
            "  except OSError as e: print(e.errno)",
            "38\n38\n");
        row("a socket", "import socket\ntry: socket.socket()\nexcept PermissionError: print('no')", "no\n");
        row("the name of a host",
            "import socket\ntry: socket.getaddrinfo('example.org', 443)\nexcept socket.gaierror: print('no')",
            "no\n");
        row("the home folder", "try: open('../home/secret.txt')\nexcept PermissionError: print('no')",
            "no\n");
        row("open descriptors", "import os; print(sorted(os.listdir('/proc/self/fd'))[:3])",
            "['0', '1', '2']\n");
    }
    void pythonCanDoWhatAPluginNeeds()
    {
        QFETCH(const QByteArray, program);
        QFETCH(const QString, words);
        if (m_python.isEmpty())
            QSKIP("python3 is not installed");
        QVERIFY(writeFile(m_places.plugin + QLatin1String("/words.py"), "greeting = 'hello'\n"));
        QVERIFY(writeFile(m_places.plugin + QLatin1String("/main.py"), program));
        const Ran ran = run(QStringLiteral(R"("python3", "main.py")"), "asked\n");
        QVERIFY2(ran.report.contains(QLatin1String(R"("method":"$/sandbox")")),
                 qPrintable(ran.report + ran.log));
        QVERIFY2(ran.words == words, qPrintable(ran.words + ran.log));
        QCOMPARE(ran.status, 0);
    }

    void aScriptForPythonRunsWithoutEnv()
    {
        if (m_python.isEmpty())
            QSKIP("python3 is not installed");
        QVERIFY(writeProgram(m_places.plugin + QLatin1String("/run"),
                             "#!/usr/bin/env python3\nimport sys; print(sys.argv[1:])\n"));
        QCOMPARE(run(QStringLiteral(R"("./run", "--fast", "x")")).words, QStringLiteral("['--fast', 'x']\n"));
    }

    void aScriptOfTheShellRuns()
    {
        QVERIFY(writeProgram(m_places.plugin + QLatin1String("/run.sh"),
                             "#!/bin/sh\necho here; ls / || echo no\n"));
        const Ran ran = run(QStringLiteral(R"("./run.sh")"));
        QVERIFY2(ran.words.startsWith(QLatin1String("here\n")), qPrintable(ran.words + ran.log));
        QVERIFY2(!ran.words.contains(QLatin1String("usr")), qPrintable(ran.words));
    }

    void aMissingProgramIsTheAnswerToTheFirstRequest()
    {
        const QByteArray request = R"({"jsonrpc":"2.0","id":7,"method":"initialize","params":{}})";
        const Ran ran = run(QStringLiteral(R"("verbale-no-such-program")"),
                            "Content-Length: " + QByteArray::number(request.size()) + "\r\n\r\n" + request);
        QCOMPARE(ran.status, 1);
        QVERIFY2(ran.report.contains(QLatin1String("\"id\":7")), qPrintable(ran.report));
        QVERIFY2(ran.report.contains(QLatin1String("sandbox.no-program")), qPrintable(ran.report));
        QVERIFY2(ran.log.contains(QLatin1String("needs the program verbale-no-such-program, which is not in "
                                                "/usr/local/bin, /usr/bin, /bin; install it")),
                 qPrintable(ran.log));
    }

    void findsPrograms_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<QStringList>("arguments"); // %1: the plugin's folder; empty: not found
        QTest::newRow("in a folder of programs")
            << QStringList{"tool", "-v"} << QStringList{"%1/bin/tool", "-v"};
        QTest::newRow("its own") << QStringList{"./own"} << QStringList{"%1/own"};
        QTest::newRow("its own by an absolute path")
            << QStringList{"/bin/sh", "own"} << QStringList{"/bin/sh", "%1/own"};
        QTest::newRow("a word that names no file")
            << QStringList{"tool", "else"} << QStringList{"%1/bin/tool", "else"};
        QTest::newRow("an option that names a file")
            << QStringList{"tool", "-file"} << QStringList{"%1/bin/tool", "-file"};
        QTest::newRow("env") << QStringList{"./by-env", "1"} << QStringList{"%1/bin/tool", "%1/by-env", "1"};
        QTest::newRow("env -S") << QStringList{"./by-env-s"}
                                << QStringList{"%1/bin/tool", "-u", "%1/by-env-s"};
        QTest::newRow("env with a variable") << QStringList{"./by-env-odd"} << QStringList{"%1/by-env-odd"};
        QTest::newRow("env of what is not there") << QStringList{"./by-env-missing"} << QStringList();
        QTest::newRow("not executable") << QStringList{"./plain"} << QStringList();
        QTest::newRow("not there") << QStringList{"nothing"} << QStringList();
        QTest::newRow("no command") << QStringList() << QStringList();
    }
    void findsPrograms()
    {
        QFETCH(const QStringList, command);
        QFETCH(QStringList, arguments);
        const QTemporaryDir folder;
        const QString bin = folder.filePath(QStringLiteral("bin"));
        QVERIFY(writeProgram(bin + QLatin1String("/tool"), "#!/bin/sh\n"));
        QVERIFY(writeProgram(folder.filePath(QStringLiteral("own")), "#!/bin/sh\n"));
        QVERIFY(writeProgram(folder.filePath(QStringLiteral("by-env")), "#!/usr/bin/env tool\n"));
        QVERIFY(writeProgram(folder.filePath(QStringLiteral("by-env-s")), "#! /usr/bin/env -S tool -u\n"));
        QVERIFY(writeProgram(folder.filePath(QStringLiteral("by-env-odd")), "#!/usr/bin/env A=1 tool\n"));
        QVERIFY(writeProgram(folder.filePath(QStringLiteral("by-env-missing")), "#!/usr/bin/env nothing\n"));
        QVERIFY(writeFile(folder.filePath(QStringLiteral("plain")), "text"));
        QVERIFY(writeFile(folder.filePath(QStringLiteral("-file")), "text"));

        Descriptor descriptor;
        descriptor.folder = folder.path();
        descriptor.command = command;
        const auto line = lookUpProgram(descriptor, {bin});
        QCOMPARE(line.ok(), !arguments.isEmpty());
        if (!line.ok())
            return;
        QStringList found;
        for (const QByteArray &argument : line->arguments)
            found.append(QFile::decodeName(argument));
        arguments.replaceInStrings(QStringLiteral("%1"), folder.path());
        QCOMPARE(found, arguments);
        QCOMPARE(line->program, line->arguments.first());
    }
};

} // namespace verbale::host

QTEST_GUILESS_MAIN(verbale::host::TestSandboxPrograms)
#include "tst_sandbox_programs.moc"
