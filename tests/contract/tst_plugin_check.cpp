// What `verbale plugins check` does: every row of its report can pass and can fail, and a plugin that does
// harm fails it and does none.

#include "host_test.h"
#include "session/plugin_check.h"
#include "session/plugin_skeleton.h"

#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>

#include <algorithm>
#include <thread>

namespace verbale::session {

namespace {

using Outcome = PluginCheckRow::Outcome;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

const QString liar = QStringLiteral(VERBALE_SOURCE_DIR "/tests/contract/liar");

host::HostOptions hostOptions()
{
    host::HostOptions options;
    options.trialProgram = QStringLiteral(PLUGIN_HOST);
    options.locale = QStringLiteral("en");
    return options;
}

QString text(const PluginCheckReport &report)
{
    QStringList lines;
    for (const PluginCheckRow &row : report.rows)
        lines.append(row.part + u": "_s + row.name + u": "_s + outcomeName(row.outcome) + u": "_s +
                     row.message);
    return lines.join(u'\n') + u"\nlog: "_s + QString::fromUtf8(report.log);
}

QString key(const PluginCheckRow &row)
{
    return row.part + u": "_s + row.name;
}

QSet<QString> rowsWith(const PluginCheckReport &report, Outcome outcome)
{
    QSet<QString> keys;
    for (const PluginCheckRow &row : report.rows) {
        if (row.outcome == outcome)
            keys.insert(key(row));
    }
    return keys;
}

} // namespace

class TestPluginCheck : public QObject
{
    Q_OBJECT

private:
    bool m_python = false;

    static Result<PluginCheckReport> check(const QString &folder, const QString &mode,
                                           std::chrono::milliseconds limit = 30s,
                                           const QString &engine = QStringLiteral("liar"))
    {
        PluginCheckOptions options;
        const QTemporaryDir elsewhere;
        const QString secret = elsewhere.filePath(u"secret"_s);
        if (!host::writeFile(secret, "not for plugins"))
            qFatal("no temporary file can be written");
        options.settings = {{"mode", mode}, {"secret", secret}};
        options.callTimeLimit = limit;
        options.engine = engine;
        options.sampleName = QStringLiteral("a.liar");
        options.sampleBytes = "Xin chào.\nTạm biệt.\n";
        return checkPlugin(folder, hostOptions(), options, {});
    }

private slots:
    void initTestCase()
    {
        m_python =
            !QStandardPaths::findExecutable(QStringLiteral("python3"),
                                            {QStringLiteral("/usr/local/bin"), QStringLiteral("/usr/bin")})
                 .isEmpty();
    }

    void everySkeletonInPythonPasses_data()
    {
        QTest::addColumn<QString>("provides");
        for (const QString &provides : skeletonInterfaces())
            QTest::newRow(qPrintable(provides)) << provides;
    }
    void everySkeletonInPythonPasses()
    {
        QFETCH(const QString, provides);
        if (!m_python)
            QSKIP("python3 is not installed");
        const QTemporaryDir place;
        const QString folder = place.filePath(QStringLiteral("p"));
        QVERIFY(writeSkeleton(
                    {QStringLiteral("org.example.set-phrases"), QStringLiteral("python"), provides, folder})
                    .ok());
        PluginCheckOptions options;
        options.sampleName = QStringLiteral("a.properties");
        options.sampleBytes = "# Chữ\r\nchào = Xin chào\r\n\r\ntạm.biệt=Tạm biệt \r\n";
        const auto report = checkPlugin(folder, hostOptions(), options, {});
        QVERIFY2(report.ok(), qPrintable(report.ok() ? QString() : report.error().text()));
        QVERIFY2(report->passed(), qPrintable(text(*report)));
        QVERIFY2(report->medians.value(u"verbale."_s + provides + u"/1"_s, -1) >= 0,
                 qPrintable(text(*report)));
        QVERIFY(!report->sandbox.lines.isEmpty());
        for (const PluginCheckRow &row : report->rows) {
            // On a busy machine a cancel may take its time.
            const bool mayBeNoted = row.name == QLatin1String("a cancel");
            QVERIFY2(row.outcome == Outcome::Passed || mayBeNoted, qPrintable(text(*report)));
        }
    }

    /// Whatever can be said in the report of a good plugin is said otherwise of a bad one.
    void everyRowCanFail()
    {
        if (!m_python)
            QSKIP("python3 is not installed");
        const auto good = check(liar, QStringLiteral("good"));
        QVERIFY(good.ok());
        QVERIFY2(good->passed(), qPrintable(text(*good)));
        QSet<QString> wanted;
        for (const PluginCheckRow &row : good->rows)
            wanted.insert(key(row));
        QVERIFY(wanted.size() > 80);
        for (const char *mode : {"error", "form", "wrong", "bad-writer", "tires", "start", "stop"}) {
            const auto report = check(liar, QLatin1String(mode));
            QVERIFY(report.ok());
            QVERIFY2(!report->passed(), qPrintable(text(*report)));
            wanted -= rowsWith(*report, Outcome::Failed);
        }
        const auto peeks = check(liar, QStringLiteral("peeks"));
        QVERIFY(peeks.ok());
        wanted -= rowsWith(*peeks, Outcome::Noted);
        // The descriptor's row has a test of its own.
        wanted.remove(QStringLiteral("descriptor: plugin.json"));
        QVERIFY2(wanted.isEmpty(), qPrintable(QStringList(wanted.cbegin(), wanted.cend()).join(u'\n')));
    }

    void whatIsAllowedIsNoted()
    {
        if (!m_python)
            QSKIP("python3 is not installed");
        const auto unsure = check(liar, QStringLiteral("unsure"));
        QVERIFY2(unsure.ok() && unsure->passed(), qPrintable(text(*unsure)));
        QVERIFY(rowsWith(*unsure, Outcome::Noted).contains(u"verbale.terms/1: the same question twice"_s));
        const auto forgets = check(liar, QStringLiteral("forgets-codes"));
        QVERIFY2(forgets.ok() && forgets->passed(), qPrintable(text(*forgets)));
        QVERIFY(rowsWith(*forgets, Outcome::Noted).contains(u"verbale.suggest/1: inline codes"_s));
        QVERIFY2(text(*forgets).contains(u"lost inline codes"_s), qPrintable(text(*forgets)));
        const auto peeks = check(liar, QStringLiteral("peeks"));
        QVERIFY2(peeks.ok() && text(*peeks).contains(u"/home/anna"_s), qPrintable(text(*peeks)));
    }

    /// What may cost money is tried where the author names the service, and a few times alone.
    void servicesAreTriedByName()
    {
        if (!m_python)
            QSKIP("python3 is not installed");
        const auto rowsOfTranslate = [](const PluginCheckReport &report) {
            QStringList names;
            for (const PluginCheckRow &row : report.rows) {
                if (row.part == QLatin1String(TranslationProvider::interfaceId))
                    names.append(row.name + u": "_s + outcomeName(row.outcome));
            }
            return names;
        };
        const auto unnamed = check(liar, QStringLiteral("good"), 30s, {});
        QVERIFY2(unnamed.ok() && unnamed->passed(), qPrintable(text(*unnamed)));
        QCOMPARE(rowsOfTranslate(*unnamed), (QStringList{u"a service that it does not have: passed"_s,
                                                         u"a service that it has: noted"_s}));
        const auto named = check(liar, QStringLiteral("good"));
        QVERIFY2(named.ok() && named->passed(), qPrintable(text(*named)));
        QCOMPARE(rowsOfTranslate(*named),
                 (QStringList{u"a service that it does not have: passed"_s, u"no segments: passed"_s,
                              u"an ordinary sentence: passed"_s, u"empty segments: passed"_s,
                              u"inline codes: passed"_s}));
        const auto another = check(liar, QStringLiteral("good"), 30s, QStringLiteral("no-such-service"));
        QVERIFY2(another.ok() && !another->passed(), qPrintable(text(*another)));
    }

    void badDescriptorsAreTold_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("says");
        const QByteArray good = R"({"schema": "verbale.plugin/1", "id": "test.x", "name": {"en": "X"},
            "version": "1.0", "sdk": ">=1.0 <2", "library": "x", "provides": ["verbale.check/1"]})";
        QTest::newRow("syntax") << QByteArray("{\"id\": \"test.x\", oops}") << u"not valid JSON"_s;
        QTest::newRow("a later SDK") << QByteArray(good).replace(">=1.0 <2", ">=9 <10") << u"SDK"_s;
        QTest::newRow("unknown interface")
            << QByteArray(good).replace("check/1", "poetry/1") << u"verbale.poetry/1"_s;
        QTest::newRow("it needs another")
            << QByteArray(good).replace("\"library\"", "\"needs\": [{\"id\": \"test.nowhere\"}], \"library\"")
            << u"test.nowhere"_s;
        QTest::newRow("no library") << good << u"There is no library"_s;
    }
    void badDescriptorsAreTold()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const QString, says);
        const QTemporaryDir place;
        QVERIFY(host::writeFile(place.filePath(QStringLiteral("plugin.json")), json));
        const auto report = check(place.path(), {});
        QVERIFY2(report.ok(), qPrintable(report.ok() ? QString() : report.error().text()));
        QVERIFY(!report->passed());
        QVERIFY2(text(*report).contains(says), qPrintable(text(*report)));
    }

    void sourcesThatAreNotBuiltAreRecognised()
    {
        const QTemporaryDir place;
        const QString folder = place.filePath(QStringLiteral("p"));
        QVERIFY(writeSkeleton(
                    {QStringLiteral("org.example.p"), QStringLiteral("cpp"), QStringLiteral("check"), folder})
                    .ok());
        const auto report = check(folder, {});
        QVERIFY(report.ok() && !report->passed());
        QVERIFY2(text(*report).contains(u"build/plugins/org.example.p"_s), qPrintable(text(*report)));
    }

    void noPluginIsAnError_data()
    {
        QTest::addColumn<QStringList>("plugins");
        QTest::addColumn<QString>("code");
        QTest::newRow("an empty folder") << QStringList{} << u"plugins.no-plugin"_s;
        QTest::newRow("one below") << QStringList{u"a/plugin.json"_s} << QString();
        QTest::newRow("two below") << QStringList{u"a/plugin.json"_s, u"b/plugin.json"_s}
                                   << u"plugins.many"_s;
    }
    void noPluginIsAnError()
    {
        QFETCH(const QStringList, plugins);
        QFETCH(const QString, code);
        const QTemporaryDir place;
        for (const QString &name : plugins)
            QVERIFY(host::writeFile(place.filePath(name), R"({"schema": "verbale.plugin/1", "id": "test.)" +
                                                              name.left(1).toUtf8() + R"("})"));
        const auto report = check(place.path(), {});
        QCOMPARE(report.ok() ? QString() : report.error().code, code);
        QCOMPARE(check(place.filePath(u"nowhere"_s), {}).error().code, u"plugins.no-plugin"_s);
    }

    void hostilePluginsFail_data()
    {
        QTest::addColumn<QString>("plugin");
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *plugin, const char *mode, const char *says) {
            QTest::addRow("%s: %s", plugin, mode)
                << QString::fromLatin1(plugin) << QString::fromLatin1(mode) << QString::fromUtf8(says);
        };
        row("library", "socket", "Permission denied");
        row("library", "read", "Permission denied");
        row("library", "fork", "Operation not permitted");
        row("library", "attach", "SIGSYS (a system call that it may not make)");
        row("library", "crash", "SIGSEGV (access to memory that is not its own)");
        row("library", "sleep", "did not answer verbale.suggest/1 within 0.3 seconds");
        row("library", "exit-silently", "exit status 0");
        row("library", "other-segment", "answered for another segment");
        row("library", "placeholders", "inline codes are not those of the source");
        row("library", "start-crash", "SIGSEGV");
        row("library", "start-read", "The plugin could not start: Permission denied");
        row("library", "stop-crash", "While it was being stopped");
        row("library", "stop-sleep", "had not stopped after");
        row("program", "garbage", "print to the standard error stream instead");
        row("program", "flood", "messages in a second that nobody had asked for");
        row("program", "huge", "A message of 4294967296 bytes was announced");
        row("program", "deep", "broke the protocol");
        row("program", "deaf", "did not answer verbale.suggest/1 within 0.3 seconds");
        row("program", "asks-back", "and plugins only answer");
        row("program", "wrong-type", "suggestions has to be a list");
        row("program", "older", "another revision");
        row("program", "infinite", "a coverage that is not between 0 and 1");
        row("program", "outside", "untranslated words outside of its suggestion");
        row("program", "stays", "had not stopped after");
    }
    void hostilePluginsFail()
    {
        QFETCH(const QString, plugin);
        QFETCH(const QString, mode);
        QFETCH(const QString, says);
        if (plugin == QLatin1String("program") && !m_python)
            QSKIP("python3 is not installed");
        const bool never = QStringList{"sleep", "deaf"}.contains(mode);
        const auto report =
            check(QStringLiteral(HOSTILE "/") + plugin, mode, never ? 300ms : std::chrono::milliseconds(30s));
        QVERIFY2(report.ok(), qPrintable(report.ok() ? QString() : report.error().text()));
        QVERIFY2(!report->passed(), qPrintable(text(*report)));
        QVERIFY2(text(*report).contains(says), qPrintable(text(*report)));
        QVERIFY2(report->rows.size() >= 2, qPrintable(text(*report)));
        const auto bad = [](const PluginCheckRow &row) {
            return row.outcome == Outcome::Failed && row.message.contains(u"bad end"_s);
        };
        QVERIFY(std::none_of(report->rows.cbegin(), report->rows.cend(), bad));
    }

    /// A crash fails the question that it came with, and the next one is asked all the same.
    void aCrashTakesItsOwnRowsAlone()
    {
        if (!m_python)
            QSKIP("python3 is not installed");
        const auto report = check(liar, QStringLiteral("dies-of-many"));
        QVERIFY(report.ok());
        const QSet<QString> failed = rowsWith(*report, Outcome::Failed);
        QVERIFY2(failed.contains(u"verbale.terms/1: empty segments"_s), qPrintable(text(*report)));
        QVERIFY2(rowsWith(*report, Outcome::Passed).contains(u"verbale.terms/1: a long segment"_s),
                 qPrintable(text(*report)));
        QVERIFY2(rowsWith(*report, Outcome::NotAsked).contains(u"verbale.check/1: inline codes"_s),
                 qPrintable(text(*report)));
    }

    void aStopEndsTheCheck()
    {
        if (!m_python)
            QSKIP("python3 is not installed");
        PluginCheckOptions options;
        options.settings = {{"mode", "deaf"}};
        StopSource source;
        int rows = 0;
        const auto onRow = [&](const PluginCheckRow &) {
            if (++rows == 2)
                source.request_stop();
        };
        const auto report = checkPlugin(QStringLiteral(HOSTILE "/program"), hostOptions(), options,
                                        source.get_token(), onRow);
        QVERIFY(!report.ok());
        QCOMPARE(report.error().code, u"plugins.cancelled"_s);
    }
};

} // namespace verbale::session

QTEST_GUILESS_MAIN(verbale::session::TestPluginCheck)
#include "tst_plugin_check.moc"
