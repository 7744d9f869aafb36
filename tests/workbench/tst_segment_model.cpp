#include "support.h"
#include "workbench/glossary_pane.h"
#include "workbench/segment_model.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace verbale;
using namespace verbale::workbench;

class TestSegmentModel : public QObject
{
    Q_OBJECT
private slots:
    void keepsTheRulesOfModels();
    void showsASegment();
    void namesTheLanguages();
    void saysWhichCodesAreMissing();
    void tellsOneRowPerEdit();
    void marksWhatIsNotToBeTranslated();
    void listsEachTermOnce();
};

void TestSegmentModel::keepsTheRulesOfModels()
{
    DocumentController controller;
    SegmentModel model(controller);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    controller.adopt(madeDocument(5), {});
    QCOMPARE(model.rowCount(), 5);
    controller.type(3, plain(QStringLiteral("x")));
    controller.undo();
    controller.adopt(madeDocument(2), {});
    QCOMPARE(model.rowCount(), 2);
    controller.close();
    QCOMPARE(model.rowCount(), 0);
}

void TestSegmentModel::showsASegment()
{
    session::OpenedDocument made = madeDocument(1);
    made.document.units[0].segments[0] = segmentWithCodes();
    DocumentController controller;
    controller.adopt(made, {});
    const SegmentModel model(controller);
    QCOMPARE(model.index(0, SegmentModel::Number).data().toString(), QStringLiteral("1"));
    QCOMPARE(model.index(0, SegmentModel::Source).data().toString(), QStringLiteral("[1›]Hà Nội[‹1][2]"));
    QCOMPARE(model.index(0, SegmentModel::Status).data(Qt::AccessibleTextRole).toString(),
             statusText(SegmentStatus::Empty));
    controller.type(0, plain(QStringLiteral("Ha Noi")));
    QCOMPARE(model.index(0, SegmentModel::Target).data().toString(), QStringLiteral("Ha Noi"));
}

void TestSegmentModel::namesTheLanguages()
{
    DocumentController controller;
    controller.adopt(madeDocument(1), {});
    const SegmentModel model(controller);
    QCOMPARE(model.headerData(SegmentModel::Source, Qt::Horizontal).toString(), QStringLiteral("Vietnamese"));
    QCOMPARE(model.headerData(SegmentModel::Target, Qt::Horizontal).toString(), QStringLiteral("English"));
    QCOMPARE(languageName(QStringLiteral("vi-VN")), QStringLiteral("Vietnamese"));
    QCOMPARE(languageName(QStringLiteral("de")), QStringLiteral("German"));
    QCOMPARE(languageName(QStringLiteral("qqq-x")), QStringLiteral("qqq-x"));
}

void TestSegmentModel::saysWhichCodesAreMissing()
{
    session::OpenedDocument made = madeDocument(1);
    made.document.units[0].segments[0] = segmentWithCodes();
    DocumentController controller;
    controller.adopt(made, {});
    const SegmentModel model(controller);
    const QModelIndex status = model.index(0, SegmentModel::Status);
    QVERIFY(!status.data(Qt::ToolTipRole).toString().contains(u'\n'));
    InlineText target = controller.segment(0).source;
    controller.type(0, target);
    QVERIFY(!status.data(Qt::ToolTipRole).toString().contains(u'\n'));
    target.text.chop(1);
    target.codes.removeLast();
    controller.type(0, target);
    QVERIFY(status.data(Qt::ToolTipRole).toString().contains(u"Tag 2 is missing."));
}

void TestSegmentModel::tellsOneRowPerEdit()
{
    DocumentController controller;
    controller.adopt(madeDocument(4), {});
    SegmentModel model(controller);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    controller.type(2, plain(QStringLiteral("x")));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(0).value<QModelIndex>().row(), 2);
    QCOMPARE(changed.first().at(1).value<QModelIndex>().row(), 2);
    controller.type(2, plain(QStringLiteral("x"))); // nothing new
    QCOMPARE(changed.size(), 1);
}

void TestSegmentModel::marksWhatIsNotToBeTranslated()
{
    session::OpenedDocument made = madeDocument(2);
    made.document.units[1].translate = false;
    DocumentController controller;
    controller.adopt(made, {});
    const SegmentModel model(controller);
    QVERIFY(model.flags(model.index(0, SegmentModel::Target)) & Qt::ItemIsEditable);
    QVERIFY(!(model.flags(model.index(0, SegmentModel::Source)) & Qt::ItemIsEditable));
    QVERIFY(!(model.flags(model.index(1, SegmentModel::Target)) & Qt::ItemIsEditable));
}

void TestSegmentModel::listsEachTermOnce()
{
    Segment segment;
    segment.source = plain(QStringLiteral("ASEAN và Liên hợp quốc; ASEAN mở rộng"));
    TermHit second = term(segment.source.text, QStringLiteral("ASEAN"), QStringLiteral("ASEAN"));
    second.span = {24, 29};
    segment.terms = {
        term(segment.source.text, QStringLiteral("ASEAN"), QStringLiteral("ASEAN")),
        term(segment.source.text, QStringLiteral("Liên hợp quốc"), QStringLiteral("United Nations")), second};
    TermListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(&segment);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.terms()[1].surface, QStringLiteral("Liên hợp quốc"));
    QVERIFY(model.index(1).data(Qt::AccessibleTextRole).toString().contains(u"United Nations"));
    model.show(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

QTEST_MAIN(TestSegmentModel)
#include "tst_segment_model.moc"
