// Holds the host to the tables of docs/plugin-states.md: each faulty plugin ends in its documented state.

#include "host_test.h"

#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

#include <algorithm>

namespace verbale::host {

namespace {

QList<QStringList> rowsOf(const QString &heading)
{
    QFile file(QStringLiteral(VERBALE_SOURCE_DIR "/docs/plugin-states.md"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString text = QString::fromUtf8(file.readAll());
    const qsizetype start = text.indexOf(QLatin1String("## ") + heading + QLatin1Char('\n'));
    const QString section = start < 0 ? QString() : text.mid(start + 3).section(QLatin1String("\n## "), 0, 0);
    QList<QStringList> rows;
    for (const QString &line : section.split(QLatin1Char('\n'))) {
        QStringList cells = line.split(QLatin1Char('|'));
        if (cells.size() != 8)
            continue;
        std::for_each(cells.begin(), cells.end(), [](QString &cell) { cell = cell.trimmed(); });
        rows.append(cells.mid(1, 6));
    }
    return rows.mid(2); // the table's head
}

void addRows(const QString &heading)
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("message");
    const QList<QStringList> rows = rowsOf(heading);
    QVERIFY2(!rows.isEmpty(), qPrintable(heading));
    for (const QStringList &row : rows)
        QTest::addRow("%s: %s", qPrintable(row[1]), qPrintable(row[0]))
            << row[1] << row[2] << row[3] << row[4] << row[5];
}

bool hangs(const QString &folder)
{
    return folder.startsWith(QLatin1String("hang"));
}

} // namespace

class TestPluginStates : public QObject
{
    Q_OBJECT

private:
    void compare(const PluginHost &host)
    {
        QFETCH(QString, id);
        QFETCH(QString, state);
        QFETCH(QString, code);
        QFETCH(QString, message);
        const QList<PluginInfo> all = host.plugins();
        const auto info = std::find_if(all.cbegin(), all.cend(), [&](const PluginInfo &candidate) {
            return candidate.descriptor.id == id && stateName(candidate.state) == state;
        });
        QStringList seen;
        for (const PluginInfo &other : all)
            seen.append(other.descriptor.id + QLatin1Char(' ') + stateName(other.state) + QLatin1Char('\n') +
                        messagesOf(other.problems));
        if (state.isEmpty()) {
            QVERIFY2(all.isEmpty(), qPrintable(seen.join(QLatin1Char('\n'))));
            return;
        }
        QVERIFY2(info != all.cend(), qPrintable(seen.join(QLatin1Char('\n'))));
        if (code.isEmpty()) {
            QVERIFY2(info->problems.isEmpty(), qPrintable(messagesOf(info->problems)));
            return;
        }
        // One fault, one problem: a second one would be noise.
        QCOMPARE(info->problems.size(), 1);
        QCOMPARE(info->problems.first().code, code);
        QVERIFY2(info->problems.first().message.contains(message),
                 qPrintable(info->problems.first().message));
        QVERIFY(!info->problems.first().step.isEmpty());
    }

private slots:
    void loadedIntoTheProgram_data() { addRows(QStringLiteral("Loaded into the program")); }
    void loadedIntoTheProgram()
    {
        QFETCH(QString, folder);
        QVERIFY2(QFileInfo(fixture(folder)).isDir(), qPrintable(folder));
        HostOptions options = optionsFor(fixture(folder));
        if (hangs(folder))
            options.startTimeLimit = std::chrono::milliseconds(300);
        PluginHost host(options);
        host.discover();
        host.start();
        compare(host);
    }

    void triedFirst_data() { addRows(QStringLiteral("Tried in a process of its own first")); }
    void triedFirst()
    {
        QFETCH(QString, folder);
        QFETCH(QString, state);
        const QTemporaryDir state1;
        HostOptions options = optionsFor(fixture(folder), Origin::User);
        QFETCH(QString, id);
        options.trusted = {id};
        options.trialProgram = QStringLiteral(TRIAL_PROGRAM);
        options.stateFolder = state1.path();
        if (hangs(folder))
            options.trialTimeLimit = std::chrono::milliseconds(1000);
        {
            PluginHost host(options);
            host.discover();
            host.start();
            compare(host);
            QVERIFY2(host.problems().isEmpty(), qPrintable(messagesOf(host.problems())));
        }
        // The outcome is remembered: the next start does not try again.
        options.trialProgram = QStringLiteral("/nonexistent/trial-program");
        PluginHost again(options);
        again.discover();
        again.start();
        QVERIFY2(again.problems().isEmpty(), qPrintable(messagesOf(again.problems())));
        QCOMPARE(stateName(pluginOf(again, id).state), state);
    }

    void inAProcessOfItsOwn_data() { addRows(QStringLiteral("In a process of its own")); }
    void inAProcessOfItsOwn()
    {
        QFETCH(QString, folder);
        QFETCH(QString, id);
        HostOptions options = optionsFor(fixture(folder), Origin::User);
        options.trialProgram = QStringLiteral(TRIAL_PROGRAM);
        options.supervision.restartAfter = {std::chrono::milliseconds(1)};
        if (hangs(folder))
            options.startTimeLimit = std::chrono::milliseconds(300);
        PluginHost host(options);
        host.discover();
        host.start();
        QCOMPARE(stateName(pluginOf(host, id).state), QStringLiteral("resolved"));
        TermsRequest request;
        request.segments = {{QStringLiteral("s1"), 1, QStringLiteral("ASEAN"), {}}};
        (void)host.findTerms(id, request, {}).result().ok(); // comes back, whatever happens in there
        compare(host);
    }

    void afterItTookTheProgramDown_data() { addRows(QStringLiteral("After it took the program down")); }
    void afterItTookTheProgramDown()
    {
        QFETCH(QString, folder);
        const QTemporaryDir state;
        QProcess victim;
        victim.start(QStringLiteral(VICTIM), {fixture(folder), state.path()});
        QVERIFY(victim.waitForFinished(30'000));
        HostOptions options = optionsFor(fixture(folder));
        options.stateFolder = state.path();
        PluginHost host(options);
        host.discover();
        host.start();
        compare(host);
    }

    void everyFixtureIsInATable()
    {
        QStringList named;
        for (const char *heading : {"Loaded into the program", "Tried in a process of its own first",
                                    "In a process of its own", "After it took the program down"})
            for (const QStringList &row : rowsOf(QLatin1String(heading)))
                named.append(row[1]);
        // These two are about stop(), which tst_plugin_calls looks at.
        named << QStringLiteral("throw-in-stop") << QStringLiteral("hang-in-stop");
        const QStringList folders = QDir(QStringLiteral(VERBALE_SOURCE_DIR "/tests/host/fixtures"))
                                        .entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        QVERIFY(folders.size() > 30);
        for (const QString &folder : folders)
            QVERIFY2(named.contains(folder), qPrintable(folder));
    }

    void theTransitionTableIsTheDocumentedOne()
    {
        using S = PluginState;
        QFile file(QStringLiteral(VERBALE_SOURCE_DIR "/docs/plugin-states.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        const S all[] = {S::Found,    S::Rejected, S::Read,    S::Disabled, S::Unresolved, S::Quarantined,
                         S::Resolved, S::Starting, S::Running, S::Failed,   S::Stopping,   S::Stopped};
        for (const S from : all) {
            const qsizetype start =
                text.indexOf(QLatin1String("\n| ") + stateName(from) + QLatin1String(" |"));
            QVERIFY2(start > 0, qPrintable(stateName(from)));
            const QString row = text.mid(start + 1).section(QLatin1Char('\n'), 0, 0);
            const QStringList next =
                row.section(QLatin1Char('|'), 3, 3).trimmed().split(QLatin1String(", "), Qt::SkipEmptyParts);
            for (const S to : all)
                QVERIFY2(mayFollow(from, to) == next.contains(stateName(to)),
                         qPrintable(stateName(from) + QStringLiteral(" -> ") + stateName(to)));
        }
    }
};

} // namespace verbale::host

QTEST_GUILESS_MAIN(verbale::host::TestPluginStates)
#include "tst_plugin_states.moc"
