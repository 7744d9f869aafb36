#include "support.h"

#include "session/review_file.h"
#include "workbench/review_dialog.h"
#include "workbench/review_flow.h"
#include "workbench/theme.h"

#include <QtCore/QFile>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTextBrowser>
#include <QtWidgets/QTreeView>

using namespace verbale;
using namespace verbale::workbench;
using namespace Qt::StringLiterals;

namespace {

/// Four segments with a translation each: "Target 1" ...
session::OpenedDocument translated()
{
    session::OpenedDocument made = madeDocument(4);
    int number = 0;
    for (const SegmentRef &ref : made.document.segments()) {
        Segment &segment = made.document.at(ref);
        segment.target.text = u"Target %1"_s.arg(++number);
        segment.hasTarget = true;
        segment.state = SegmentState::Translated;
    }
    return made;
}

/// A table in which the first `changed` rows say something else; a row of it is in no document.
QByteArray reviewed(const Document &document, int changed)
{
    QString table = u"unit\tsegment\tstate\tsource\ttarget\tcomment\n"_s;
    int number = 0;
    for (const SegmentRef &ref : document.segments()) {
        ++number;
        const Segment &segment = document.at(ref);
        const QString target = number <= changed ? u"Better %1"_s.arg(number) : segment.target.text;
        table += u"%1\t%2\t%3\t%4\t%5\t%6\n"_s.arg(
            document.units[ref.unit].id, segment.id, number == 4 ? u"final"_s : u"translated"_s,
            segment.source.text, target, number == 1 ? u"Please look"_s : QString());
    }
    return (table + u"u99\ts1\tfinal\tKhông có\tNothing\t\n"_s).toUtf8();
}

session::ReviewComparison compared(const DocumentController &document, int changed)
{
    const auto copy = session::readReviewBytes(reviewed(document.document(), changed), u"b.tsv"_s);
    return copy.ok() ? session::compareReview(document.document(), *copy) : session::ReviewComparison();
}

QStringList targets(const DocumentController &document)
{
    QStringList result;
    for (int row = 0; row < document.rowCount(); ++row)
        result.append(document.segment(row).target.text);
    return result;
}

} // namespace

class TestReview : public QObject
{
    Q_OBJECT

private slots:
    void keysDecideOneByOne();
    void everythingIsAcceptedAsOneStep();
    void decisionsAreTakenBack();
    void linesAreFiltered();
    void detailsSayEverything();
    void differencesAreReadableWithoutColour();
    void theFlowReadsAndTells();
};

void TestReview::keysDecideOneByOne()
{
    DocumentController document;
    document.adopt(translated(), {});
    ReviewDialog dialog(document, compared(document, 2), u"b.tsv"_s);
    dialog.show();
    QCOMPARE(dialog.list()->model()->rowCount(), 4); // two texts, a state, and what was not found
    QTest::keyClick(dialog.list(), Qt::Key_Return);
    QCOMPARE(document.segment(0).target.text, u"Better 1"_s);
    QTest::keyClick(dialog.list(), Qt::Key_Delete);
    QTest::keyClick(dialog.list(), Qt::Key_Return);
    QCOMPARE(targets(document), (QStringList{u"Better 1"_s, u"Target 2"_s, u"Target 3"_s, u"Target 4"_s}));
    QVERIFY(document.segment(3).state == SegmentState::Final);
    QCOMPARE(dialog.model().count(ReviewDecision::Accepted), 2);
    QCOMPARE(dialog.model().count(ReviewDecision::Rejected), 1);
    QCOMPARE(dialog.model().count(ReviewDecision::Open), 0);
    document.undo();
    QVERIFY(document.segment(3).state == SegmentState::Translated);
    document.undo();
    QCOMPARE(document.segment(0).target.text, u"Target 1"_s);
    QVERIFY(!document.history().canUndo());
}

void TestReview::everythingIsAcceptedAsOneStep()
{
    DocumentController document;
    document.adopt(translated(), {});
    session::ReviewComparison comparison = compared(document, 3);
    comparison.changes[1].sourceDiffers = true;
    ReviewDialog dialog(document, comparison, u"b.tsv"_s);
    dialog.show();
    QTest::keyClick(dialog.list(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(targets(document), (QStringList{u"Better 1"_s, u"Target 2"_s, u"Better 3"_s, u"Target 4"_s}));
    QCOMPARE(dialog.model().count(ReviewDecision::Open), 1); // another source: to be looked at
    QTest::keyClick(dialog.list(), Qt::Key_Return);
    QCOMPARE(document.segment(1).target.text, u"Better 2"_s);
    document.undo();
    document.undo();
    QCOMPARE(targets(document), (QStringList{u"Target 1"_s, u"Target 2"_s, u"Target 3"_s, u"Target 4"_s}));
    QVERIFY(!document.history().canUndo());
}

void TestReview::decisionsAreTakenBack()
{
    DocumentController document;
    document.adopt(translated(), {});
    ReviewDialog dialog(document, compared(document, 2), u"b.tsv"_s);
    dialog.show();
    dialog.acceptCurrent();
    dialog.rejectCurrent();
    dialog.takeBack();
    QCOMPARE(dialog.model().count(ReviewDecision::Open), 2);
    QCOMPARE(document.segment(0).target.text, u"Better 1"_s);
    dialog.takeBack();
    QCOMPARE(document.segment(0).target.text, u"Target 1"_s);
    QCOMPARE(dialog.model().count(ReviewDecision::Open), 3);
    QCOMPARE(dialog.list()->currentIndex().row(), 0);
    dialog.takeBack(); // nothing is left to take back
    QCOMPARE(dialog.model().count(ReviewDecision::Open), 3);
}

void TestReview::linesAreFiltered()
{
    DocumentController document;
    document.adopt(translated(), {});
    ReviewDialog dialog(document, compared(document, 2), u"b.tsv"_s);
    dialog.show();
    const auto shown = [&dialog](ReviewFilter filter) {
        dialog.filter()->setCurrentIndex(static_cast<int>(filter));
        return dialog.list()->model()->rowCount();
    };
    QCOMPARE(shown(ReviewFilter::Text), 2);
    QCOMPARE(shown(ReviewFilter::StateOnly), 1);
    QCOMPARE(shown(ReviewFilter::ToLookAt), 2); // a note, and what was not found
    dialog.filter()->setCurrentIndex(static_cast<int>(ReviewFilter::All));
    dialog.words()->setText(u"better 2"_s);
    QCOMPARE(dialog.list()->model()->rowCount(), 1);
    dialog.acceptCurrent();
    QCOMPARE(document.segment(1).target.text, u"Better 2"_s);
    dialog.words()->clear();
    QCOMPARE(shown(ReviewFilter::Open), 2);
}

void TestReview::detailsSayEverything()
{
    DocumentController document;
    document.adopt(translated(), {});
    session::ReviewComparison comparison = compared(document, 1);
    comparison.changes[0].lostCodes = QStringList{u"‹7›"_s};
    ReviewDialog dialog(document, comparison, u"b.tsv"_s);
    dialog.show();
    const QString text = dialog.detail()->toPlainText();
    for (const QString &part :
         {document.segment(0).source.text, u"Target 1"_s, u"Better"_s, u"Please look"_s, u"‹7›"_s})
        QVERIFY2(text.contains(part), qPrintable(part + u" in "_s + text));
    dialog.list()->setCurrentIndex(dialog.list()->model()->index(2, 0));
    QVERIFY2(dialog.detail()->toPlainText().contains(u"Nothing"_s),
             qPrintable(dialog.detail()->toPlainText()));
    dialog.acceptCurrent(); // what was not found cannot be accepted
    QVERIFY(!document.history().canUndo());
}

void TestReview::differencesAreReadableWithoutColour()
{
    using Kind = text::DiffPiece::Kind;
    const QList<text::DiffPiece> pieces{
        {Kind::Same, u"a <"_s}, {Kind::Removed, u"b"_s}, {Kind::Added, u"c"_s}};
    for (const Colours &colours : {lightColours(), darkColours()}) {
        const QString html = diffHtml(pieces, paletteOf(colours));
        QVERIFY(html.startsWith(u"a &lt;<s "_s));
        QVERIFY(html.contains(u">b</s><u "_s) && html.endsWith(u">c</u>"_s));
        QVERIFY(contrast(colours.forbidden, colours.page) >= 4.5);
        QVERIFY(contrast(colours.confirmed, colours.page) >= 4.5);
        QVERIFY(contrast(colours.confirmed, colours.currentRow) >= 4.5);
        QVERIFY(contrast(colours.forbidden, colours.currentRow) >= 4.5);
    }
}

void TestReview::theFlowReadsAndTells()
{
    QTemporaryDir folder;
    DocumentController document;
    document.adopt(translated(), {});
    const auto put = [&folder](const QString &name, const QByteArray &bytes) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                    : QString();
    };
    QWidget window;
    MessageBar bar;
    ReviewFlow flow(document, bar, window);
    QSignalSpy shown(&flow, &ReviewFlow::shown);
    QSignalSpy told(&flow, &ReviewFlow::told);
    flow.bringBack(put(u"b.tsv"_s, reviewed(document.document(), 2)));
    QTRY_COMPARE(shown.size(), 1);
    QVERIFY(flow.dialog() != nullptr);
    QCOMPARE(flow.dialog()->model().rowCount(), 4);
    flow.dialog()->close();
    QTRY_VERIFY(flow.dialog() == nullptr);

    flow.bringBack(put(u"c.tsv"_s, "unit\tsegment\tsource\ttarget\n" +
                                       document.document().units[0].id.toUtf8() + "\t" +
                                       document.segment(0).id.toUtf8() + "\t" +
                                       document.segment(0).source.text.toUtf8() + "\tTarget 1\n"));
    QTRY_COMPARE(told.size(), 1);
    QVERIFY2(bar.text().contains(u"c.tsv"_s), qPrintable(bar.text()));
    flow.bringBack(folder.filePath(u"none.xlf"_s));
    QTRY_COMPARE(told.size(), 2);
    QVERIFY2(bar.text().contains(u"none.xlf"_s), qPrintable(bar.text()));
    QCOMPARE(shown.size(), 1);

    // What could not be read of the copy is told too.
    const QByteArray row = document.document().units[0].id.toUtf8() + "\t" + document.segment(0).id.toUtf8();
    flow.bringBack(put(u"d.tsv"_s, "unit\tsegment\ttarget\tcomment\n" + row + "\tBetter\n"));
    QTRY_COMPARE(shown.size(), 2);
    QVERIFY2(bar.text().contains(u"in line 2"_s), qPrintable(bar.text()));
    flow.dialog()->close();
    flow.bringBack(put(u"e.tsv"_s, "unit\tsegment\ttarget\n" + row + "\n"));
    QTRY_COMPARE(told.size(), 3);
    QVERIFY2(bar.text().contains(u"e.tsv"_s) && bar.text().contains(u"in line 2"_s), qPrintable(bar.text()));
}

QTEST_MAIN(TestReview)
#include "tst_review.moc"
