#include "support.h"
#include "workbench/segment_grid.h"
#include "workbench/target_editor.h"
#include "workbench/theme.h"

#include <QtGui/QFontMetricsF>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollBar>

using namespace verbale;
using namespace verbale::workbench;

class TestSegmentGrid : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { applyAppearance(*qApp, QStringLiteral("light")); }
    void textColumnsAreEqualAndFillTheGrid();
    void visibleRowsHaveTheirExactHeights();
    void linesLeaveRoomForStackedMarks();
    void aRowGrowsWithItsText();
    void scrollingKeepsTheRowsInPlace();
    void typingOpensTheEditor();
    void composingIsLeftAlone();
    void editorShowsTheCellInItsPlace();
    void deletedCodeComesBackByKey();
    void enterStepsAndKeepsTheDraft();
};

namespace {

struct Fixture
{
    DocumentController controller;
    SegmentGrid grid{controller};

    explicit Fixture(int rows)
    {
        grid.resize(900, 500);
        grid.show();
        grid.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&grid));
        controller.adopt(madeDocument(rows), {});
    }
};

int exactHeight(const SegmentGrid &grid, const DocumentController &controller, int row)
{
    RowCache cache(controller);
    cache.setFont(textFont(100));
    cache.setTextWidths(grid.columnWidth(SegmentModel::Source) - 24,
                        grid.columnWidth(SegmentModel::Target) - 24);
    return cache.measure(row);
}

} // namespace

void TestSegmentGrid::textColumnsAreEqualAndFillTheGrid()
{
    Fixture f(20);
    for (const int width : {700, 1366, 1920}) {
        f.grid.resize(width, 500);
        const int source = f.grid.columnWidth(SegmentModel::Source);
        const int target = f.grid.columnWidth(SegmentModel::Target);
        QVERIFY(qAbs(source - target) <= 1);
        QCOMPARE(f.grid.columnWidth(SegmentModel::Number) + f.grid.columnWidth(SegmentModel::Status) +
                     source + target,
                 f.grid.viewport()->width());
    }
    f.grid.setSourceShare(0.4);
    QVERIFY(f.grid.columnWidth(SegmentModel::Source) < f.grid.columnWidth(SegmentModel::Target));
}

void TestSegmentGrid::visibleRowsHaveTheirExactHeights()
{
    Fixture f(500);
    for (const double place : {0.0, 0.5, 1.0}) {
        QScrollBar *bar = f.grid.verticalScrollBar();
        bar->setValue(qRound(bar->maximum() * place));
        const QList<int> rows = f.grid.visibleRows();
        QVERIFY(rows.size() > 3);
        for (const int row : rows)
            QCOMPARE(f.grid.rowHeight(row), exactHeight(f.grid, f.controller, row));
    }
}

void TestSegmentGrid::linesLeaveRoomForStackedMarks()
{
    Fixture f(3);
    RowCache cache(f.controller);
    for (const int zoom : {60, 100, 200}) {
        const QFont font = textFont(zoom);
        cache.setFont(font);
        cache.setTextWidths(4000, 4000);
        const double line = cache.sourceDocument(2)->size().height();
        QVERIFY(line >= QFontInfo(font).pixelSize() * 1.3);
        // The marks of capital letters with two of them stay inside of the line.
        const QRectF ink = QFontMetricsF(font).tightBoundingRect(QStringLiteral("ẪỂỘặẩộ"));
        QVERIFY(ink.height() <= line);
    }
}

void TestSegmentGrid::aRowGrowsWithItsText()
{
    Fixture f(5);
    f.grid.goTo(0, true);
    const int before = f.grid.rowHeight(0);
    QTest::keyClicks(f.grid.editor(),
                     QStringLiteral("a long translation that needs several lines ").repeated(6));
    const int grown = f.grid.rowHeight(0);
    QVERIFY(grown > before);
    QVERIFY(f.grid.editor()->height() >= f.grid.editor()->contentHeight() - 3);
    f.grid.goTo(1, true);
    QCOMPARE(f.grid.rowHeight(0), exactHeight(f.grid, f.controller, 0));
    while (f.controller.undo() >= 0) {
    }
    QCOMPARE(f.grid.rowHeight(0), before);
}

void TestSegmentGrid::scrollingKeepsTheRowsInPlace()
{
    Fixture f(2000);
    QScrollBar *bar = f.grid.verticalScrollBar();
    bar->setValue(bar->maximum() / 2);
    // A row that is on the screen moves by as much as the bar does, whatever is measured above it.
    for (int i = 0; i < 40; ++i) {
        const QList<int> rows = f.grid.visibleRows();
        const int row = rows.first();
        const int before = f.grid.rowViewportPosition(row);
        const int value = bar->value();
        bar->setValue(value - 30);
        QCOMPARE(f.grid.rowViewportPosition(row), before + 30);
    }
}

void TestSegmentGrid::typingOpensTheEditor()
{
    Fixture f(3);
    f.grid.goTo(1, false);
    f.grid.setFocus();
    QVERIFY(!f.grid.isEditing());
    QTest::keyClick(&f.grid, Qt::Key_T, Qt::ShiftModifier);
    QVERIFY(f.grid.isEditing());
    QTest::keyClicks(f.grid.editor(), QStringLiteral("he"));
    QCOMPARE(f.controller.segment(1).target.text.toLower(), QStringLiteral("the"));
    QTest::keyClick(f.grid.editor(), Qt::Key_Escape);
    QVERIFY(!f.grid.isEditing());
    QCOMPARE(f.controller.segment(1).target.text.toLower(), QStringLiteral("the"));
    QTest::keyClick(&f.grid, Qt::Key_F2);
    QVERIFY(f.grid.isEditing());
}

void TestSegmentGrid::composingIsLeftAlone()
{
    Fixture f(3);
    f.grid.goTo(0, true);
    QInputMethodEvent preedit(QStringLiteral("Việ"), {});
    QCoreApplication::sendEvent(f.grid.editor(), &preedit);
    QVERIFY(f.grid.editor()->isComposing());
    QVERIFY(!f.controller.segment(0).hasTarget); // not part of the text yet
    // Something that arrives in the meantime does not break the composition.
    emit f.controller.assisted({0});
    QVERIFY(f.grid.editor()->isComposing());
    QInputMethodEvent commit;
    commit.setCommitString(QStringLiteral("Việt"));
    QCoreApplication::sendEvent(f.grid.editor(), &commit);
    QCOMPARE(f.controller.segment(0).target.text, QStringLiteral("Việt"));
    QVERIFY(!f.grid.editor()->isComposing());
}

void TestSegmentGrid::editorShowsTheCellInItsPlace()
{
    Fixture f(10);
    f.grid.goTo(2, true);
    const QRect cell = f.grid.visualRect(f.grid.model()->index(2, SegmentModel::Target));
    QCOMPARE(f.grid.editor()->geometry().topLeft(), cell.topLeft() + QPoint(1, 1)); // inside of its frame
    QCOMPARE(f.grid.editor()->width(), cell.width() - 3);
    f.grid.resize(1200, 400);
    QCOMPARE(f.grid.editor()->width(), f.grid.columnWidth(SegmentModel::Target) - 3);
}

void TestSegmentGrid::deletedCodeComesBackByKey()
{
    Fixture f(1);
    session::OpenedDocument made = madeDocument(1);
    made.document.units[0].segments[0] = segmentWithCodes();
    made.document.units[0].segments[0].target = made.document.units[0].segments[0].source;
    made.document.units[0].segments[0].hasTarget = true;
    f.controller.adopt(made, {});
    f.grid.goTo(0, true);
    QTest::keyClick(f.grid.editor(), Qt::Key_Backspace);
    QCOMPARE(missingCodes(f.controller.segment(0)), f.controller.segment(0).source.codes.mid(2));
    f.grid.editor()->insertCode(missingCodes(f.controller.segment(0)).first());
    QCOMPARE(f.controller.segment(0).target, f.controller.segment(0).source);
    QTest::keyClicks(f.grid.editor(), QStringLiteral("x")); // beside a chip is text, not a chip
    QCOMPARE(f.controller.segment(0).target.text, f.controller.segment(0).source.text + u'x');
    QCOMPARE(f.controller.segment(0).target.codes, f.controller.segment(0).source.codes);
}

void TestSegmentGrid::enterStepsAndKeepsTheDraft()
{
    Fixture f(3);
    f.grid.goTo(0, true);
    QTest::keyClicks(f.grid.editor(), QStringLiteral("one"));
    QTest::keyClick(f.grid.editor(), Qt::Key_Return);
    QCOMPARE(f.grid.currentRow(), 1);
    QVERIFY(f.grid.isEditing());
    QCOMPARE(statusOf(f.controller.segment(0)), SegmentStatus::Draft);
    QTest::keyClicks(f.grid.editor(), QStringLiteral("a"));
    QTest::keyClick(f.grid.editor(), Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClicks(f.grid.editor(), QStringLiteral("b"));
    QCOMPARE(f.controller.segment(1).target.text, QStringLiteral("a\nb"));
    QTest::keyClick(f.grid.editor(), Qt::Key_Up);
    QCOMPARE(f.grid.currentRow(), 1); // a line up in the same text
    QTest::keyClick(f.grid.editor(), Qt::Key_Up);
    QCOMPARE(f.grid.currentRow(), 0);
}

QTEST_MAIN(TestSegmentGrid)
#include "tst_segment_grid.moc"
