// A plugin author's first quarter of an hour, by docs/plugin-guide.md, in a folder that knows nothing of this
// house: `verbale plugins new`, a build against the installed SDK, `verbale plugins check`, `run`, and the
// plugin's words in `verbale draft`. Programs, plugins and SDK are in an install tree.

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

class TestPluginAuthor : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    bool m_python = false;

    struct Outcome
    {
        int status = -1;
        QByteArray out;
        QByteArray all;
    };

    [[nodiscard]] QString path(const QString &name) const { return m_dir.filePath(name); }

    Outcome run(const QString &program, const QStringList &arguments, const QByteArray &input = {}) const
    {
        QProcess process;
        process.setWorkingDirectory(path(u"work"_s));
        QProcessEnvironment environment;
        environment.insert(u"PATH"_s, path(u"prefix/bin"_s) + u":/usr/local/bin:/usr/bin:/bin"_s);
        environment.insert(u"HOME"_s, path(u"home"_s));
        environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        for (const char *kept : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS", "CCACHE_DIR"}) {
            if (qEnvironmentVariableIsSet(kept))
                environment.insert(QLatin1String(kept), qEnvironmentVariable(kept));
        }
        process.setProcessEnvironment(environment);
        process.start(program, arguments);
        process.write(input);
        process.closeWriteChannel();
        constexpr int limit = 300'000;
        const bool ended = process.waitForFinished(limit);
        Outcome outcome;
        outcome.out = process.readAllStandardOutput();
        outcome.all = outcome.out + process.readAllStandardError();
        outcome.status = ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
        return outcome;
    }
    Outcome verbale(const QStringList &arguments, const QByteArray &input = {}) const
    {
        return run(path(u"prefix/bin/verbale"_s), arguments, input);
    }
    void makeAndBuild(const QString &id, const QString &language, const QString &provides,
                      QString &built) const
    {
        Outcome made =
            verbale({u"plugins"_s, u"new"_s, id, u"--language"_s, language, u"--provides"_s, provides});
        QVERIFY2(made.status == 0, made.all.constData());
        built = id;
        if (language != u"cpp"_s)
            return;
        built = id + u"/build/plugins/"_s + id;
        made = run(QStringLiteral(CMAKE_PROGRAM),
                   {u"-S"_s, id, u"-B"_s, id + u"/build"_s, u"-DCMAKE_PREFIX_PATH="_s + path(u"prefix"_s),
                    u"-DCMAKE_CXX_COMPILER="_s + QStringLiteral(CXX_COMPILER),
                    u"-DCMAKE_CXX_FLAGS=-Wall -Wextra -Wpedantic -Werror"_s});
        QVERIFY2(made.status == 0, made.all.constData());
        made = run(QStringLiteral(CMAKE_PROGRAM), {u"--build"_s, id + u"/build"_s});
        QVERIFY2(made.status == 0, made.all.constData());
    }

private slots:
    /// What the Debian packages install, but for the window, which an author does not need.
    void initTestCase()
    {
        m_python =
            !QStandardPaths::findExecutable(u"python3"_s, {u"/usr/local/bin"_s, u"/usr/bin"_s}).isEmpty();
        for (const QString &folder : {u"prefix/bin"_s, u"home"_s, u"work"_s})
            QVERIFY(QDir().mkpath(path(folder)));
        for (const QString &component : {u"sdk"_s, u"plugins"_s}) {
            const Outcome done = run(QStringLiteral(CMAKE_PROGRAM),
                                     {u"--install"_s, QStringLiteral(VERBALE_BINARY_DIR), u"--component"_s,
                                      component, u"--prefix"_s, path(u"prefix"_s)});
            QVERIFY2(done.status == 0, done.all.constData());
        }
        for (const QString &program : {u"verbale"_s, u"verbale-plugin-host"_s})
            QVERIFY(QFile::copy(QStringLiteral(VERBALE_BINARY_DIR "/bin/") + program,
                                path(u"prefix/bin/"_s + program)));
    }

    void aSkeletonIsBuiltAndPassesItsCheck_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("provides");
        for (const QString &language : {u"cpp"_s, u"python"_s}) {
            for (const QString &provides :
                 {u"terms"_s, u"suggest"_s, u"check"_s, u"align"_s, u"format"_s, u"command"_s})
                QTest::newRow(qPrintable(language + u' ' + provides)) << language << provides;
        }
    }
    void aSkeletonIsBuiltAndPassesItsCheck()
    {
        QFETCH(const QString, language);
        QFETCH(const QString, provides);
        if (language == u"python"_s && !m_python)
            QSKIP("python3 is not installed");
        const QString id = u"org.example.%1-%2"_s.arg(language, provides);
        QString built;
        makeAndBuild(id, language, provides, built);
        if (QTest::currentTestFailed())
            return;
        QFile sample(path(u"work/a.properties"_s));
        QVERIFY(sample.open(QIODevice::WriteOnly));
        sample.write("chào = Xin chào\ntạm.biệt = Tạm biệt\n");
        sample.close();
        const Outcome report = verbale({u"plugins"_s, u"check"_s, built, u"--sample"_s, u"a.properties"_s});
        QVERIFY2(report.status == 0, report.all.constData());
        QVERIFY2(report.out.contains("\nGood: ") && report.out.contains(id.toUtf8()), report.out.constData());
        for (const QByteArray &line : report.out.split('\n'))
            QVERIFY2(!line.startsWith("  FAIL") && (!line.startsWith("  note") || line.contains("a cancel")),
                     report.out.constData());
    }

    void itAnswersInTheDraft_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("cpp") << u"cpp"_s;
        QTest::newRow("python") << u"python"_s;
    }
    void itAnswersInTheDraft()
    {
        QFETCH(const QString, language);
        if (language == u"python"_s && !m_python)
            QSKIP("python3 is not installed");
        const QString id = u"org.example.draft-"_s + language;
        QString built;
        makeAndBuild(id, language, u"suggest"_s, built);
        if (QTest::currentTestFailed())
            return;
        const QByteArray thanks = u"Xin trân trọng cảm ơn.\n"_s.toUtf8();
        const Outcome asked = verbale(
            {u"plugins"_s, u"run"_s, built, u"--interface"_s, u"suggest"_s, u"--input"_s, u"-"_s}, thanks);
        QVERIFY2(asked.status == 0, asked.all.constData());
        QVERIFY2(asked.out.contains("\"text\": \"Thank you.\""), asked.out.constData());
        QFile text(path(u"work/bài.txt"_s));
        QVERIFY(text.open(QIODevice::WriteOnly));
        text.write(thanks);
        text.close();
        const Outcome drafted =
            verbale({u"draft"_s, u"bài.txt"_s, u"--whole-file"_s, u"--force"_s, u"--plugin-path"_s, built});
        QVERIFY2(drafted.status == 0, drafted.all.constData());
        QFile xliff(path(u"work/bài.xlf"_s));
        QVERIFY(xliff.open(QIODevice::ReadOnly));
        QVERIFY2(xliff.readAll().contains(">Thank you.</target>"), drafted.all.constData());
    }

    void nothingIsOverwritten()
    {
        QVERIFY(QDir().mkpath(path(u"work/mine"_s)));
        const Outcome again = verbale(
            {u"plugins"_s, u"new"_s, u"mine"_s, u"--language"_s, u"cpp"_s, u"--provides"_s, u"check"_s});
        QCOMPARE(again.status, 2);
        QVERIFY2(again.all.startsWith("verbale: mine: is there already"), again.all.constData());
        QVERIFY(QDir(path(u"work/mine"_s)).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPluginAuthor)
#include "tst_plugin_author.moc"
