#include "command_line_test.h"
#include "session/journals.h"
#include "session/open.h"

#include <QtTest>

using namespace verbale;
using namespace verbale::commandline::testing;

/// The verbs work on what is saved, and say that there is more.
class CommandLineUnsavedTest : public QObject
{
    Q_OBJECT
private slots:
    void namesWhatWasNotSaved();
};

void CommandLineUnsavedTest::namesWhatWasNotSaved()
{
    Workplace place;
    place.put(QStringLiteral("thu.txt"), "Thư mời\n\nHai bên nhất trí tăng cường hợp tác với nhau.\n");
    QCOMPARE(place.run({QStringLiteral("draft"), QStringLiteral("--whole-file"), QStringLiteral("thu.txt")})
                 .status,
             0);
    const QString file = place.path(QStringLiteral("thu.xlf"));
    const QStringList stats{QStringLiteral("stats"), QStringLiteral("--json"), file};
    const Outcome before = place.run(stats);
    QVERIFY2(before.status == 0 && before.err.isEmpty(), before.text().constData());

    const Result<session::OpenedDocument> opened = session::openDocument(file);
    QVERIFY(opened.ok());
    session::OpenedJournal journal = session::openJournal(file, file, {});
    QVERIFY(journal.journal);
    JournalEntry entry;
    entry.time = 1'700'000'000'000;
    entry.change = TargetChange{addressOf(opened->document, {0, 0}),
                                opened->document.units[0].segments[0].source,
                                {},
                                {{QStringLiteral("Invitation"), {}}, true, SegmentState::Initial, {}}};
    QVERIFY(journal.journal->add({entry}).ok());

    Outcome after = place.run(stats);
    QCOMPARE(after.status, 0);
    QCOMPARE(after.out, before.out);
    QVERIFY2(after.err.contains(QStringLiteral("thu.xlf has 1 unsaved edit of 2023-11-1")),
             after.text().constData());
    QVERIFY(after.err.contains(QStringLiteral("f1/u1/s1")));
    QVERIFY(after.err.contains(QStringLiteral("open in the workbench")));
    journal.journal->release();
    after = place.run(stats);
    QVERIFY2(after.err.contains(QStringLiteral("to restore them")), after.text().constData());
    // Asking has changed nothing.
    QCOMPARE(session::unsavedEdits(file, {})->count, 1);
}

QTEST_GUILESS_MAIN(CommandLineUnsavedTest)
#include "tst_command_line_unsaved.moc"
