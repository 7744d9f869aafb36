#include "support.h"
#include "workbench/editor_page.h"
#include "workbench/left_out_pane.h"
#include "workbench/main_window.h"
#include "workbench/segment_grid.h"
#include "workbench/source_caret.h"
#include "workbench/target_editor.h"
#include "workbench/window_actions.h"

#include <QtGui/QAction>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStatusBar>
#include <QtWidgets/QTreeWidget>

using namespace verbale;
using namespace verbale::workbench;

/// Splitting, merging, leaving out and bringing back, by keys, as a translator does it.
class TestStructureEditing : public QObject
{
    Q_OBJECT
private slots:
    void aLikelyPlaceIsProposed_data();
    void aLikelyPlaceIsProposed();
    void splitsAndMergesByKeys();
    void splitsWhereTheMouseWas();
    void splitsTheTranslationToo();
    void refusalsAreSaid();
    void longDocumentsStayWhereTheyAre();
    void leftOutLinesComeBackByKeys();
    void paragraphsAreLeftOutByTheSameKey();
    void segmentingAgainKeepsTheRow();
    void answersToTheOldShapeAreDropped();
    void everythingHasANameAndAKey();
};

namespace {

session::OpenedDocument made(int units)
{
    session::OpenedDocument opened = madeDocument(units);
    qint64 offset = 100;
    for (Unit &unit : opened.document.units) {
        Segment &segment = unit.segments[0];
        segment.source = plain(QStringLiteral("Hai bên nhất trí. Lễ ký diễn ra hôm nay."));
        segment.sourceStart = offset;
        segment.sourceEnd = offset + segment.source.text.size();
        offset = segment.sourceEnd + 100;
    }
    opened.document.leftOut = {
        {1, 0, 9, QStringLiteral("menu"), QStringLiteral("Trang chủ"), QStringLiteral("f1")},
        {2, 20, 28, QStringLiteral("date-line"), QStringLiteral("10/9/2020"), QStringLiteral("f1")},
        {9, 150, 160, QStringLiteral("menu"), QStringLiteral("Liên hệ. Hỏi đáp."), QStringLiteral("f1")}};
    return opened;
}

struct Window : ShownWindow
{
    using ShownWindow::ShownWindow;
    [[nodiscard]] DocumentController &controller() { return window.controller(); }
    void act(Act act) { window.actions()[act]->trigger(); }
    [[nodiscard]] QString source(int row) { return controller().segment(row).source.text; }
};

} // namespace

void TestStructureEditing::aLikelyPlaceIsProposed_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<int>("place");
    QTest::newRow("behind a sentence") << QStringLiteral("Một, hai. Ba bốn.") << 10;
    QTest::newRow("else behind a comma") << QStringLiteral("Một, hai ba.") << 5;
    QTest::newRow("else at the middle word") << QStringLiteral("Một hai ba bốn") << 8;
    QTest::newRow("one word") << QStringLiteral("Một") << 3;
    QTest::newRow("nothing") << QString() << 0;
}

void TestStructureEditing::aLikelyPlaceIsProposed()
{
    QFETCH(QString, source);
    QFETCH(int, place);
    QCOMPARE(likelySplit(source), place);
}

void TestStructureEditing::splitsAndMergesByKeys()
{
    Window w(made(3));
    const QString whole = w.source(0);
    w.act(Act::Split); // puts the cursor into the source
    QVERIFY(w.grid()->sourceCaret().takesKeys());
    QCOMPARE(QApplication::focusWidget(), w.grid());
    QCOMPARE(w.grid()->sourceCaret().position(), 18);
    QTest::keyClick(w.grid(), Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(w.grid()->sourceCaret().position(), 21);
    QTest::keyClick(w.grid(), Qt::Key_Left, Qt::ControlModifier);
    QTest::keyClick(w.grid(), Qt::Key_Return);
    QCOMPARE(w.controller().rowCount(), 4);
    QCOMPARE(w.grid()->model()->rowCount(), 4);
    QCOMPARE(w.source(0), QStringLiteral("Hai bên nhất trí."));
    QCOMPARE(w.source(1), QStringLiteral("Lễ ký diễn ra hôm nay."));
    QCOMPARE(w.grid()->currentRow(), 0);
    QCOMPARE(QApplication::focusWidget(), w.grid()->editor());
    QVERIFY(w.controller().isModified());
    QTest::keyClicks(w.grid()->editor(), QStringLiteral("They agreed."));

    w.act(Act::Merge);
    QCOMPARE(w.controller().rowCount(), 3);
    QCOMPARE(w.source(0), whole);
    QCOMPARE(w.controller().segment(0).target.text, QStringLiteral("They agreed."));
    QCOMPARE(w.grid()->editor()->content().text, QStringLiteral("They agreed."));
    w.act(Act::Undo);
    QCOMPARE(w.controller().rowCount(), 4);
    w.act(Act::Undo); // the second word
    w.act(Act::Undo);
    QVERIFY(!w.controller().segment(0).hasTarget);
    w.act(Act::Undo);
    QCOMPARE(w.source(0), whole);
    QVERIFY(!w.controller().isModified());
    w.act(Act::Redo);
    QCOMPARE(w.controller().rowCount(), 4);

    w.act(Act::Split);
    QTest::keyClick(w.grid(), Qt::Key_Escape);
    QVERIFY(!w.grid()->sourceCaret().takesKeys());
    QCOMPARE(w.controller().rowCount(), 4);
    QCOMPARE(QApplication::focusWidget(), w.grid()->editor());
}

void TestStructureEditing::splitsWhereTheMouseWas()
{
    Window w(made(3));
    const QModelIndex cell = w.grid()->model()->index(1, SegmentModel::Source);
    const QRect box = w.grid()->visualRect(cell);
    QTest::mouseClick(w.grid()->viewport(), Qt::LeftButton, Qt::NoModifier,
                      box.topLeft() + QPoint(box.width() / 3, 18));
    QCOMPARE(w.grid()->currentRow(), 1);
    QVERIFY(w.grid()->sourceCaret().isAt(1));
    QVERIFY(!w.grid()->sourceCaret().takesKeys()); // the keyboard stays with the translation
    const qsizetype at = w.grid()->sourceCaret().position();
    QVERIFY(at > 5 && at < w.source(1).size() - 1);
    const QString whole = w.source(1);
    w.act(Act::Split);
    QCOMPARE(w.controller().rowCount(), 4);
    QCOMPARE(w.source(1), whole.left(at).trimmed());
    QVERIFY(!w.grid()->sourceCaret().isAt(1));
}

void TestStructureEditing::splitsTheTranslationToo()
{
    Window w(made(1));
    QTest::keyClicks(w.grid()->editor(), QStringLiteral("They agreed. They signed."));
    QTextCursor cursor = w.grid()->editor()->textCursor();
    cursor.setPosition(12);
    w.grid()->editor()->setTextCursor(cursor);
    w.act(Act::Split);
    w.act(Act::Split); // the same key again splits
    QCOMPARE(w.controller().rowCount(), 2);
    QCOMPARE(w.controller().segment(0).target.text, QStringLiteral("They agreed."));
    QCOMPARE(w.controller().segment(1).target.text, QStringLiteral("They signed."));
}

void TestStructureEditing::refusalsAreSaid()
{
    Window w(made(2));
    w.act(Act::Merge); // a paragraph of one segment
    QCOMPARE(w.controller().rowCount(), 2);
    QVERIFY(w.hint().contains(QStringLiteral("paragraph ends here")));
    w.act(Act::Split);
    QTest::keyClick(w.grid(), Qt::Key_Home);
    QTest::keyClick(w.grid(), Qt::Key_Return);
    QVERIFY(w.hint().contains(QStringLiteral("one side of the cursor")));
    QCOMPARE(w.controller().rowCount(), 2);
    QVERIFY(!w.controller().isModified());
}

void TestStructureEditing::longDocumentsStayWhereTheyAre()
{
    Window w(made(4000));
    w.grid()->goTo(2000, true);
    const int scroll = w.grid()->verticalScrollBar()->value();
    const int top = w.grid()->rowViewportPosition(2000);
    QSignalSpy resets(w.grid()->model(), &QAbstractItemModel::modelReset);
    w.act(Act::Split);
    w.act(Act::Split);
    QCOMPARE(w.controller().rowCount(), 4001);
    QCOMPARE(w.grid()->currentRow(), 2000);
    QCOMPARE(w.grid()->rowViewportPosition(2000), top);
    QCOMPARE(w.grid()->verticalScrollBar()->value(), scroll);
    QCOMPARE(w.controller().rowOfKey(QStringLiteral("f1/u2002/s1")), 2002);
    w.act(Act::Undo);
    QCOMPARE(w.grid()->currentRow(), 2000);
    QCOMPARE(w.grid()->rowViewportPosition(2000), top);
    QCOMPARE(w.grid()->verticalScrollBar()->value(), scroll);
    QVERIFY(resets.isEmpty());
    QTRY_COMPARE(w.controller().statistics().segments, 4000);
}

void TestStructureEditing::leftOutLinesComeBackByKeys()
{
    Window w(made(2));
    LeftOutPane *pane = w.page()->leftOut();
    QVERIFY(pane->isVisible());
    QVERIFY(!pane->isOpen());
    w.act(Act::ToLeftOut);
    QVERIFY(pane->isOpen());
    QTRY_COMPARE(QApplication::focusWidget(), pane->list());
    QCOMPARE(pane->list()->topLevelItemCount(), 2); // by class
    QCOMPARE(pane->list()->topLevelItem(0)->text(0), QStringLiteral("Menus (2)"));
    QCOMPARE(pane->currentLine(), 0);
    QTest::keyClick(pane->list(), Qt::Key_Down);
    QCOMPARE(pane->currentLine(), 2);
    QTest::keyClick(pane->list(), Qt::Key_Insert);
    QCOMPARE(w.controller().rowCount(), 4); // two sentences, behind the first paragraph
    QCOMPARE(w.source(1), QStringLiteral("Liên hệ."));
    QCOMPARE(w.source(2), QStringLiteral("Hỏi đáp."));
    QCOMPARE(w.grid()->currentRow(), 1);
    QCOMPARE(QApplication::focusWidget(), pane->list());
    QCOMPARE(w.controller().document().leftOut.size(), 2);
    w.act(Act::LeaveOut); // the window's key does the same in the list
    QCOMPARE(w.controller().document().leftOut.size(), 1);
    w.act(Act::Undo);
    w.act(Act::Undo);
    QCOMPARE(w.controller().rowCount(), 2);
    QCOMPARE(w.controller().document().leftOut.size(), 3);
    QVERIFY(!w.controller().isModified());
    w.act(Act::ToLeftOut);
    QTest::keyClick(pane->list(), Qt::Key_Escape);
    QVERIFY(!pane->isOpen());
    QCOMPARE(QApplication::focusWidget(), w.grid()->editor());
}

void TestStructureEditing::paragraphsAreLeftOutByTheSameKey()
{
    Window w(made(3));
    w.grid()->goTo(1, true);
    w.act(Act::LeaveOut);
    QCOMPARE(w.controller().rowCount(), 2);
    QCOMPARE(w.controller().document().leftOut.size(), 4);
    QCOMPARE(w.grid()->currentRow(), 1);
    QTest::keyClicks(w.grid()->editor(), QStringLiteral("x"));
    w.act(Act::LeaveOut);
    QCOMPARE(w.controller().rowCount(), 2);
    QVERIFY(w.hint().contains(QStringLiteral("has a translation")));
    w.grid()->goTo(0, true);
    w.act(Act::LeaveOut);
    QCOMPARE(w.controller().rowCount(), 1);
    for (int i = 0; i < 3; ++i)
        w.act(Act::Undo);
    QCOMPARE(w.controller().rowCount(), 3);
    QCOMPARE(w.controller().document().leftOut.size(), 3);
}

void TestStructureEditing::segmentingAgainKeepsTheRow()
{
    Window w(made(300)); // each paragraph is one segment of two sentences
    w.grid()->goTo(200, true);
    QTest::keyClicks(w.grid()->editor(), QStringLiteral("One sentence in English."));
    w.act(Act::SegmentAgain);
    QCOMPARE(w.controller().rowCount(), 599); // what was typed stays one
    QCOMPARE(w.grid()->currentRow(), 400);
    QCOMPARE(w.controller().segment(400).target.text, QStringLiteral("One sentence in English."));
    QVERIFY(w.grid()->visibleRows().contains(400));
    w.act(Act::Undo);
    QCOMPARE(w.controller().rowCount(), 300);
    w.act(Act::Redo);
    w.act(Act::SegmentAgain);
    QCOMPARE(w.controller().rowCount(), 599);
    QVERIFY(w.hint().contains(QStringLiteral("nothing to change")));
}

void TestStructureEditing::answersToTheOldShapeAreDropped()
{
    Window w(made(2));
    SegmentTerms answer;
    answer.segmentId = QStringLiteral("f1/u1/s1");
    answer.revision = w.controller().segment(0).revision;
    answer.hits = {term(w.source(0), QStringLiteral("Lễ ký"), QStringLiteral("signing ceremony"))};
    w.act(Act::Split);
    w.act(Act::Split);
    TermsAnswer late;
    late.segments = {answer};
    w.controller().storeTerms(late);
    QVERIFY(w.controller().segment(0).terms.isEmpty());
}

void TestStructureEditing::everythingHasANameAndAKey()
{
    Window w(made(1));
    LeftOutPane *pane = w.page()->leftOut();
    QVERIFY(!pane->list()->accessibleName().isEmpty());
    for (const Act act : {Act::Split, Act::Merge, Act::LeaveOut, Act::ToLeftOut})
        QVERIFY(!w.window.actions()[act]->shortcut().isEmpty());
    for (const Act act : {Act::Split, Act::Merge, Act::LeaveOut}) {
        const QAction *action = w.window.actions()[act];
        QVERIFY(action->toolTip().contains(action->shortcut().toString(QKeySequence::NativeText)));
    }
    QSet<QKeySequence> keys;
    for (const QKeySequence &key : w.window.actions().keys()) {
        QVERIFY2(!keys.contains(key), qPrintable(key.toString()));
        keys.insert(key);
    }
    w.act(Act::CloseDocument);
    QVERIFY(!w.window.actions()[Act::Split]->isEnabled());
}

QTEST_MAIN(TestStructureEditing)
#include "tst_structure_editing.moc"
