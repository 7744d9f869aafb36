#include "document/apply_changes.h"
#include "session/journals.h"
#include "session/open.h"
#include "support.h"
#include "typist.h"

#include <QtCore/QDateTime>
#include <QtCore/QProcess>
#include <QtTest>

#include <algorithm>
#include <random>

using namespace verbale;
using namespace verbale::workbench;

/// A window is killed while somebody types, again and again: the file opens, the journal opens, and what was
/// typed is there but for the last moment. VERBALE_KILLS says how often (5), VERBALE_KILL_LIMIT how many
/// milliseconds may be lost (5000, for machines that do much else; the long test says 1000).
class JournalKillTest : public QObject
{
    Q_OBJECT
private slots:
    void losesAtMostTheLastMoment_data();
    void losesAtMostTheLastMoment();
};

namespace {

struct Step
{
    qint64 time = 0;
    QByteArray digest;
};

QList<Step> stepsIn(const QString &path)
{
    QList<Step> steps;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return steps;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const qsizetype space = line.indexOf(' ');
        if (space > 0 && line.size() - space - 1 == 40)
            steps.append({line.left(space).toLongLong(), line.mid(space + 1)});
    }
    return steps;
}

int numberFrom(const char *variable, int otherwise)
{
    const int number = qEnvironmentVariableIntValue(variable);
    return number > 0 ? number : otherwise;
}

/// What the next opening makes of the file and its journal.
Result<Document> restored(const QString &text, const QString &state)
{
    const QString read = session::existingWorkingFile(text).value_or(text);
    Result<session::OpenedDocument> opened = session::openDocument(read);
    if (!opened)
        return opened.error();
    const session::OpenedJournal journal =
        session::openJournal(opened->workingFile, read, {state, {}, false});
    if (journal.problem)
        return *journal.problem;
    if (journal.heldBy || !journal.putAside.isEmpty() || journal.damagedRows > 0)
        return Error{QStringLiteral("test"), QStringLiteral("held, put aside or damaged")};
    const AppliedChanges changes = applyChanges(opened->document, journal.unsaved, journal.sameFile);
    if (!changes.conflicts.isEmpty() || !changes.unplaced.isEmpty())
        return Error{QStringLiteral("test"), QStringLiteral("conflicts without another program")};
    EditHistory history;
    history.apply(opened->document, changes.edit);
    return opened->document;
}

} // namespace

void JournalKillTest::losesAtMostTheLastMoment_data()
{
    QTest::addColumn<bool>("xliff");
    QTest::newRow("a text without a working file") << false;
    QTest::newRow("a working file") << true;
}

void JournalKillTest::losesAtMostTheLastMoment()
{
    QFETCH(bool, xliff);
    const int kills = numberFrom("VERBALE_KILLS", 6) / 2;
    const int limit = numberFrom("VERBALE_KILL_LIMIT", 5000);
    const QTemporaryDir folder;
    const QString text = writeText(folder);
    const QString state = folder.filePath(QStringLiteral("state"));
    if (xliff) {
        const auto opened = session::openDocument(text);
        QVERIFY(session::saveDocument(opened->document, opened->workingFile).ok());
    }
    std::mt19937 random(xliff ? 20261122 : 4711);
    QList<qint64> losses;
    qint64 steps = 0;
    for (int kill = 0; kill < kills; ++kill) {
        const QString log = folder.filePath(QStringLiteral("log-%1").arg(kill));
        QProcess typist;
        typist.setProcessChannelMode(QProcess::ForwardedChannels);
        typist.start(QStringLiteral(VERBALE_TYPIST),
                     {text, state, log, QString::number(random() % 1'000'000)});
        QVERIFY(typist.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(log).size() > 0 || typist.state() == QProcess::NotRunning, 60'000);
        QTest::qWait(static_cast<int>(random() % 2000));
        QCOMPARE(typist.state(), QProcess::Running);
        const qint64 killed = QDateTime::currentMSecsSinceEpoch();
        typist.kill();
        QVERIFY(typist.waitForFinished());

        const QList<Step> done = stepsIn(log);
        QVERIFY(!done.isEmpty());
        const Result<Document> document = restored(text, state);
        QVERIFY2(document.ok(), document.ok() ? "" : qPrintable(document.error().text()));
        const QByteArray digest = digestOf(*document);
        const auto last = std::find_if(done.rbegin(), done.rend(),
                                       [&digest](const Step &step) { return step.digest == digest; });
        // A step may have reached the journal and not the log.
        const bool beyond = last == done.rend();
        const qint64 lost = beyond || last == done.rbegin() ? 0 : killed - std::prev(last)->time;
        if (beyond)
            QVERIFY2(killed - done.last().time < limit, "a state that was never there");
        QVERIFY2(lost <= limit, qPrintable(QStringLiteral("%1 ms lost").arg(lost)));
        losses.append(lost);
        steps += done.size();
    }
    std::sort(losses.begin(), losses.end());
    qInfo("%lld kills, %lld steps; lost: median %lld ms, 95 %% at most %lld ms, at most %lld ms",
          static_cast<long long>(losses.size()), static_cast<long long>(steps),
          static_cast<long long>(losses[losses.size() / 2]),
          static_cast<long long>(losses[losses.size() * 95 / 100]), static_cast<long long>(losses.last()));
}

QTEST_GUILESS_MAIN(JournalKillTest)
#include "tst_journal_kill.moc"
