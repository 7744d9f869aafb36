#include "kept_document.h"
#include "workbench/changes_dialog.h"
#include "workbench/editor_page.h"
#include "workbench/history_dialog.h"
#include "workbench/segment_grid.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QStatusBar>
#include <QtWidgets/QTreeWidget>

using namespace verbale;
using namespace verbale::workbench;

class TestEditsOfTwo : public QObject, private KeptDocument
{
    Q_OBJECT
private slots:
    void init() { begin(); }
    void mergesWhatAnotherProgramWrote();
    void bothChangedASegment();
    void editsOfTwoStayInReachUntilTheyAreDecided();
    void aConflictIsToldAgainAfterACrash();
    void aDecidedConflictIsNotToldAgain();
    void conflictsOfOneSegmentAreDecidedOneByOne();
    void theListFollowsTheNextMerge();
    void theOtherTextStaysInTheHistory();
    void leavingAsksAboutTheUndecided();
    void whereNothingCanBeWrittenOursIsKept();
    void decidingLeavesOtherMessagesAlone();
    void savingMergesFirst();
};

void TestEditsOfTwo::mergesWhatAnotherProgramWrote()
{
    const auto opened = open();
    opened->controller().type(0, plain(QStringLiteral("ours")));
    opened->window->editorPage()->grid()->goTo(2, false);
    writeFile([](Document &document) { setTarget(document.units[1].segments[0], QStringLiteral("theirs")); });
    QVERIFY(waitForNews(opened->safe().news(), QStringLiteral("changed by another program")));
    QVERIFY2(opened->news().contains(QStringLiteral("1 segment(s) were taken over")),
             qPrintable(opened->news()));
    QVERIFY2(opened->news().contains(QStringLiteral("no longer be undone")), qPrintable(opened->news()));
    QCOMPARE(opened->controller().segment(0).target.text, QStringLiteral("ours"));
    QCOMPARE(opened->controller().segment(1).target.text, QStringLiteral("theirs"));
    QCOMPARE(opened->window->editorPage()->grid()->currentRow(), 2);
    QVERIFY(opened->controller().isModified());
    QVERIFY(opened->window->save());
    const auto saved = session::openDocument(m_file);
    QCOMPARE(saved->document.units[0].segments[0].target.text, QStringLiteral("ours"));
    QCOMPARE(saved->document.units[1].segments[0].target.text, QStringLiteral("theirs"));
}

void TestEditsOfTwo::bothChangedASegment()
{
    const auto opened = open();
    opened->controller().type(2, plain(QStringLiteral("ours")));
    writeFile([](Document &document) { setTarget(document.units[2].segments[0], QStringLiteral("theirs")); });
    QVERIFY(waitForNews(opened->safe().news(), QStringLiteral("two edits")));
    QCOMPARE(opened->controller().segment(2).target.text, QStringLiteral("ours"));
    opened->safe().news()->choose(QStringLiteral("Show them…"));
    ChangesDialog *dialog = opened->safe().changesDialog();
    QVERIFY(dialog);
    QCOMPARE(dialog->conflictCount(), 1);
    dialog->takeTheirs(0);
    QCOMPARE(opened->controller().segment(2).target.text, QStringLiteral("theirs"));
    dialog->takeOurs(0);
    QCOMPARE(opened->controller().segment(2).target.text, QStringLiteral("ours"));
    opened->controller().undo();
    QCOMPARE(opened->controller().segment(2).target.text, QStringLiteral("theirs"));
}

void TestEditsOfTwo::editsOfTwoStayInReachUntilTheyAreDecided()
{
    const QString show = QStringLiteral("Show them…");
    const auto opened = open();
    opened->controller().type(2, plain(QStringLiteral("we agreed upon this")));
    writeFile([](Document &document) {
        setTarget(document.units[1].segments[0], QStringLiteral("taken over"));
        setTarget(document.units[2].segments[0], QStringLiteral("they agreed upon that"));
    });
    QVERIFY(waitForNews(opened->safe().news(), QStringLiteral("In 1 segment(s) there are two edits")));
    QVERIFY2(opened->news().contains(QStringLiteral("1 segment(s) were taken over")),
             qPrintable(opened->news())); // the other one was not
    opened->safe().news()->choose(show);
    ChangesDialog *dialog = opened->safe().changesDialog();
    for (const QString &whole :
         {QStringLiteral("we agreed upon this"), QStringLiteral("wethey agreed upon thisthat")})
        QVERIFY2(dialog->detail().contains(whole),
                 qPrintable(dialog->detail())); // what goes, then what comes
    dialog->close();
    QVERIFY(opened->safe().news()->choices().contains(show));
    QVERIFY(opened->window->save());
    QVERIFY(opened->safe().news()->choices().contains(show));
    opened->controller().type(2, plain(QStringLiteral("we agreed later")));
    opened->safe().news()->choose(show);
    QVERIFY2(opened->safe().changesDialog()->detail().contains(QStringLiteral("we agreed later")),
             qPrintable(opened->safe().changesDialog()->detail()));
    opened->controller().type(2, plain(QStringLiteral("we agreed in the end")));
    opened->safe().changesDialog()->takeOurs(0);
    QCOMPARE(opened->controller().segment(2).target.text, QStringLiteral("we agreed in the end"));
    opened->safe().changesDialog()->takeTheirs(0);
    QCOMPARE(opened->controller().segment(2).target.text, QStringLiteral("they agreed upon that"));
    opened->safe().changesDialog()->close();
    QVERIFY2(opened->news().isEmpty(), qPrintable(opened->news()));
}

void TestEditsOfTwo::aConflictIsToldAgainAfterACrash()
{
    QVERIFY(openWithConflict()); // ends without being left
    const auto again = open();
    QVERIFY2(again->news().contains(QStringLiteral("in 1 segment(s) there are two edits")),
             qPrintable(again->news()));
    QCOMPARE(again->safe().undecided(), 1);
    QCOMPARE(again->controller().segment(2).target.text, QStringLiteral("ours"));
}

void TestEditsOfTwo::aDecidedConflictIsNotToldAgain()
{
    {
        const auto opened = openWithConflict();
        QVERIFY(opened);
        opened->safe().showChanges();
        opened->safe().changesDialog()->takeOurs(0);
        QCOMPARE(opened->safe().undecided(), 0);
    }
    const auto again = open();
    QVERIFY2(!again->news().contains(QStringLiteral("two edits")), qPrintable(again->news()));
    QCOMPARE(again->controller().segment(2).target.text, QStringLiteral("ours"));
}

/// Ours has made one segment of two; the other program has changed both.
void TestEditsOfTwo::conflictsOfOneSegmentAreDecidedOneByOne()
{
    const auto opened = open();
    QVERIFY(opened->controller().split(2, 6, -1).ok());
    QVERIFY(opened->window->save());
    QVERIFY(opened->controller().mergeWithNext(2).ok());
    writeFile([](Document &document) {
        setTarget(document.units[2].segments[0], QStringLiteral("their first half"));
        setTarget(document.units[2].segments[1], QStringLiteral("their second half"));
    });
    QVERIFY(waitForNews(opened->safe().news(), QStringLiteral("In 2 segment(s) there are two edits")));
    opened->safe().showChanges();
    opened->safe().changesDialog()->takeOurs(0);
    QCOMPARE(opened->safe().undecided(), 1);
    opened->safe().changesDialog()->takeTheirs(1);
    QCOMPARE(opened->safe().undecided(), 0);
    QCOMPARE(opened->controller().segment(2).target.text, QStringLiteral("their second half"));
}

void TestEditsOfTwo::theListFollowsTheNextMerge()
{
    const auto opened = openWithConflict();
    QVERIFY(opened);
    opened->safe().showChanges();
    ChangesDialog *dialog = opened->safe().changesDialog();
    opened->controller().type(0, plain(QStringLiteral("ours too")));
    writeFile([](Document &document) {
        setTarget(document.units[0].segments[0], QStringLiteral("theirs too"));
        setTarget(document.units[2].segments[0], QStringLiteral("theirs again"));
    });
    QTRY_COMPARE_WITH_TIMEOUT(dialog->conflictCount(), 2, 10'000);
    QVERIFY(opened->safe().changesDialog() == dialog);
    for (int i = 0; i < 2; ++i)
        dialog->takeTheirs(i);
    QCOMPARE(opened->controller().segment(0).target.text, QStringLiteral("theirs too"));
    QCOMPARE(opened->controller().segment(2).target.text, QStringLiteral("theirs again"));
}

void TestEditsOfTwo::theOtherTextStaysInTheHistory()
{
    {
        const auto opened = openWithConflict();
        QVERIFY(opened);
        QVERIFY(opened->window->save());
        QVERIFY2(opened->news().contains(QStringLiteral("two edits")), qPrintable(opened->news()));
    }
    const auto again = open();
    QVERIFY(again->news().isEmpty());
    again->safe().showHistory(2);
    HistoryDialog *dialog = again->safe().historyDialog();
    QTRY_COMPARE(dialog->versionCount(), 3);
    dialog->restore(0);
    QCOMPARE(again->controller().segment(2).target.text, QStringLiteral("theirs"));
}

void TestEditsOfTwo::leavingAsksAboutTheUndecided()
{
    const auto opened = openWithConflict();
    QVERIFY(opened);
    opened->answers.unsaved = Questions::Unsaved::Save;
    opened->answers.leaveUndecided = false;
    QVERIFY(!opened->window->close());
    QCOMPARE(opened->answers.undecidedAsked, 1);
    QVERIFY(!opened->controller().isModified());
    QVERIFY(opened->safe().changesDialog());
    opened->safe().changesDialog()->takeOurs(0);
    opened->answers.undecidedAsked = 0;
    QVERIFY(opened->window->close());
    QCOMPARE(opened->answers.undecidedAsked, 0);
}

void TestEditsOfTwo::whereNothingCanBeWrittenOursIsKept()
{
    const auto opened = openWithConflict();
    QVERIFY(opened);
    opened->controller().setReadOnly(true);
    opened->safe().showChanges();
    ChangesDialog *dialog = opened->safe().changesDialog();
    dialog->takeTheirs(0);
    QVERIFY(!dialog->reason().isEmpty());
    QCOMPARE(opened->safe().undecided(), 1);
    dialog->takeOurs(0);
    QVERIFY(dialog->reason().isEmpty());
    QCOMPARE(opened->safe().undecided(), 0);
    QCOMPARE(opened->controller().segment(2).target.text, QStringLiteral("ours"));
}

void TestEditsOfTwo::decidingLeavesOtherMessagesAlone()
{
    const auto opened = openWithConflict();
    QVERIFY(opened);
    opened->safe().showChanges();
    const QString other = QStringLiteral("Something else");
    const QString undecided = opened->news();
    opened->safe().news()->show(MessageBar::Kind::Warning, other);
    opened->safe().changesDialog()->close();
    QCOMPARE(opened->news(), other);
    opened->safe().news()->show(MessageBar::Kind::Warning, undecided);
    opened->safe().showChanges();
    opened->safe().changesDialog()->takeOurs(0);
    opened->safe().changesDialog()->close();
    QVERIFY2(opened->news().isEmpty(), qPrintable(opened->news())); // it was not true any more
}

void TestEditsOfTwo::savingMergesFirst()
{
    const auto opened = open();
    opened->controller().type(0, plain(QStringLiteral("ours")));
    writeFile([](Document &document) { setTarget(document.units[1].segments[0], QStringLiteral("theirs")); });
    opened->window->save(); // before the change has been noticed
    QTRY_VERIFY_WITH_TIMEOUT(!opened->controller().isModified(), 10'000);
    const auto saved = session::openDocument(m_file);
    QCOMPARE(saved->document.units[0].segments[0].target.text, QStringLiteral("ours"));
    QCOMPARE(saved->document.units[1].segments[0].target.text, QStringLiteral("theirs"));
}

QTEST_MAIN(TestEditsOfTwo)
#include "tst_edits_of_two.moc"
