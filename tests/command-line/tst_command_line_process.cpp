#include "command_line_test.h"

#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtTest/QtTest>

#include <csignal>
#include <unistd.h>

using namespace verbale::commandline::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000; // milliseconds, on a busy machine
const QByteArray sentence =
    u"Bộ Ngoại giao tiếp đoàn đại biểu các nước ASEAN tại Hà Nội sáng nay.\n"_s.toUtf8();

QString program()
{
    return programFolder() + u"/verbale"_s;
}

Outcome finish(QProcess &process)
{
    if (!process.waitForFinished(patience))
        return {};
    const int status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
    return {status, QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

Outcome execute(const Workplace &place, const QString &command, const QStringList &arguments)
{
    QProcess process;
    process.setProcessEnvironment(place.environment);
    process.start(command, arguments);
    return finish(process);
}

/// A line for the shell, in which $V is the program.
Outcome shell(Workplace &place, const QString &line)
{
    place.environment.insert(u"V"_s, program());
    return execute(place, u"bash"_s, {u"-c"_s, line});
}

} // namespace

/// What only a real process can show: streams, signals, permissions, sizes, locales, time.
class tst_CommandLineProcess : public QObject
{
    Q_OBJECT
private slots:
    void closedPipes();
    void fullDisk();
    void hugeFile();
    void folderAsInput();
    void withoutPermission();
    void otherLocales();
    void standardInputFromAPipe();
    void interruptLeavesWholeFiles();
    void startsQuickly();
};

void tst_CommandLineProcess::closedPipes()
{
    Workplace place;
    place.put(u"a.txt"_s, sentence.repeated(6000));
    for (const QString &verb : {u"segment --tsv --whole-file"_s, u"terms --tsv --whole-file"_s}) {
        const Outcome outcome =
            shell(place, u"$V %1 a.txt | head -n 2; echo \"${PIPESTATUS[0]}\""_s.arg(verb));
        const QStringList lines = outcome.out.split(u'\n');
        QVERIFY2(lines.size() == 4 && lines[2] == u"0"_s && outcome.err.isEmpty(),
                 outcome.text().constData());
    }
}

void tst_CommandLineProcess::fullDisk()
{
    if (!QFile::exists(u"/dev/full"_s))
        QSKIP("no /dev/full here");
    Workplace place;
    place.put(u"a.txt"_s, sentence);
    place.put(u"a.xlf"_s, "<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.1' srcLang='vi' "
                          "trgLang='en'><file id='f1'><unit id='u1'><segment id='s1'><source>a</source>"
                          "<target>b</target></segment></unit></file></xliff>");
    place.put(u"b.tsv"_s, "unit\tsegment\ttarget\nu1\ts1\tc\n");
    for (const QString &line :
         {u"$V segment a.txt > /dev/full"_s, u"$V draft a.txt -o - > /dev/full"_s,
          u"$V draft a.txt -o /dev/full"_s, u"$V plugins list --json > /dev/full"_s,
          u"$V export a.txt --to tsv -o /dev/full"_s, u"$V merge a.xlf --from b.tsv --json > /dev/full"_s,
          u"$V merge a.xlf --from b.tsv > /dev/full"_s}) {
        const Outcome outcome = shell(place, line);
        QVERIFY2(outcome.status == 2 && outcome.err.startsWith(u"verbale: "_s), outcome.text().constData());
        QCOMPARE(outcome.err.count(u'\n'), 1);
    }
    QVERIFY(QFileInfo(u"/dev/full"_s).exists() && !QFileInfo(u"/dev/full"_s).isFile());
}

void tst_CommandLineProcess::hugeFile()
{
    Workplace place;
    QFile file(place.path(u"big.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(200LL * 1024 * 1024)); // sparse
    file.close();
    const Outcome outcome = execute(place, program(), {u"draft"_s, u"big.txt"_s});
    QVERIFY2(outcome.status == 2 && outcome.err.startsWith(u"verbale: big.txt: "_s),
             outcome.text().constData());
    const Outcome piped = shell(place, u"$V segment - < big.txt"_s);
    QVERIFY2(piped.status == 2 && piped.err.startsWith(u"verbale: "_s), piped.text().constData());
    QVERIFY(!QFile::exists(u"big.xlf"_s));
}

void tst_CommandLineProcess::folderAsInput()
{
    Workplace place;
    QVERIFY(QDir().mkdir(u"folder.txt"_s));
    const Outcome outcome = execute(place, program(), {u"draft"_s, u"folder.txt"_s});
    QVERIFY2(outcome.status == 2 && outcome.err.startsWith(u"verbale: folder.txt: "_s),
             outcome.text().constData());
    const Outcome redirected = shell(place, u"$V segment - < folder.txt"_s);
    QVERIFY2(redirected.status == 2 && redirected.err.count(u'\n') == 1, redirected.text().constData());
}

void tst_CommandLineProcess::withoutPermission()
{
    QStringList asOther; // root may read and write everything: ask as nobody
    if (geteuid() == 0) {
        const QString setpriv = QStandardPaths::findExecutable(u"setpriv"_s);
        if (setpriv.isEmpty())
            QSKIP("running as root, and setpriv is not here to be someone else");
        asOther = {setpriv, u"--reuid=65534"_s, u"--regid=65534"_s, u"--clear-groups"_s};
    }
    Workplace place;
    place.put(u"secret.txt"_s, sentence);
    place.put(u"a.txt"_s, sentence);
    QVERIFY(QFile::setPermissions(u"secret.txt"_s, {}));
    QVERIFY(QDir().mkdir(u"closed"_s));
    QVERIFY(QFile::copy(u"a.txt"_s, u"closed/a.txt"_s));
    const auto readable = QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther;
    QVERIFY(QFile::setPermissions(u"closed"_s, readable));
    QVERIFY(QFile::setPermissions(place.path(QString()), readable | QFile::WriteOwner));
    const auto run = [&](const QStringList &arguments) {
        const QStringList line = asOther + QStringList{program()} + arguments;
        return execute(place, line.first(), line.mid(1));
    };
    const Outcome version = run({u"--version"_s});
    if (version.status != 0)
        QSKIP("another user cannot run the program from this build folder");
    const Outcome reading = run({u"segment"_s, u"secret.txt"_s});
    QVERIFY2(reading.status == 2 && reading.err.startsWith(u"verbale: secret.txt: "_s),
             reading.text().constData());
    const Outcome writing = run({u"draft"_s, u"closed/a.txt"_s});
    QVERIFY2(writing.status == 2 && writing.err.startsWith(u"verbale: closed/a.xlf: "_s),
             writing.text().constData());
    QCOMPARE(writing.err.count(u'\n'), 1);
    QCOMPARE(QDir(u"closed"_s).entryList(QDir::Files), QStringList{u"a.txt"_s});
    QVERIFY(QFile::setPermissions(u"closed"_s, readable | QFile::WriteOwner));
}

void tst_CommandLineProcess::otherLocales()
{
    Workplace place;
    place.put(u"thông cáo.txt"_s, sentence);
    const Outcome expected = execute(place, program(), {u"segment"_s, u"thông cáo.txt"_s});
    QVERIFY2(expected.status == 0, expected.text().constData());
    for (const QString &locale : {u"C"_s, u"POSIX"_s, u"vi_VN"_s, u"xx_YY.nonsense"_s}) {
        place.environment.insert(u"LC_ALL"_s, locale);
        const Outcome outcome = execute(place, program(), {u"segment"_s, u"thông cáo.txt"_s});
        QVERIFY2(outcome.status == 0 && outcome.err.isEmpty(), outcome.text().constData());
        QCOMPARE(outcome.out, expected.out);
    }
}

void tst_CommandLineProcess::standardInputFromAPipe()
{
    Workplace place;
    place.put(u"a.txt"_s, sentence.repeated(3000));
    const Outcome piped = shell(place, u"cat a.txt | $V segment - --tsv --whole-file"_s);
    const Outcome named = shell(place, u"$V segment a.txt --tsv --whole-file"_s);
    QCOMPARE(piped.status, 0);
    QCOMPARE(piped.out, named.out);
    const Outcome closed = shell(place, u"$V segment - <&-"_s);
    QVERIFY2(closed.status == 2 || closed.status == 3, closed.text().constData());
}

void tst_CommandLineProcess::interruptLeavesWholeFiles()
{
    Workplace place;
    place.put(u"a.txt"_s, sentence.repeated(12'000));
    place.put(u"a.xlf"_s, {}); // an old, empty file has to stay or be replaced as a whole
    for (const int delay : {20, 120, 400}) {
        QProcess process;
        process.setProcessEnvironment(place.environment);
        process.start(program(), {u"draft"_s, u"--whole-file"_s, u"--force"_s, u"a.txt"_s});
        QVERIFY(process.waitForStarted(patience));
        QTest::qWait(delay);
        ::kill(pid_t(process.processId()), SIGINT);
        const Outcome outcome = finish(process);
        // -2: the signal came before the program had its handler
        QVERIFY2(outcome.status == 130 || outcome.status == 0 || outcome.status == -2,
                 outcome.text().constData());
        const QByteArray written = place.content(u"a.xlf"_s);
        QVERIFY(written.isEmpty() || written.endsWith("</xliff>\n"));
        QCOMPARE(place.files(), (QStringList{u"a.txt"_s, u"a.xlf"_s}));
    }
}

void tst_CommandLineProcess::startsQuickly()
{
    Workplace place;
    place.put(u"a.txt"_s, sentence);
    qint64 best = patience;
    for (int round = 0; round < 10; ++round) {
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(execute(place, program(), {u"segment"_s, u"a.txt"_s}).status, 0);
        best = qMin(best, timer.elapsed());
    }
    qInfo("segment of one sentence: %lld ms, the best of ten", static_cast<long long>(best));
    // Measured for the log, not judged: a busy machine says nothing about the program.
}

QTEST_GUILESS_MAIN(tst_CommandLineProcess)
#include "tst_command_line_process.moc"
