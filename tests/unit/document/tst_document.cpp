#include "document/document.h"

#include <QtTest/QtTest>

using namespace verbale;

class TestDocument : public QObject
{
    Q_OBJECT

private slots:
    void segmentsAreInReadingOrder();
    void keysNameFileUnitAndSegment();
    void inlineTextsCompareTheirCodes();
    void statesHaveTheNamesOfXliff_data();
    void statesHaveTheNamesOfXliff();
};

namespace {

Segment segment(const char *id)
{
    Segment result;
    result.id = QLatin1String(id);
    return result;
}

Document sample()
{
    Document document;
    Unit title;
    title.id = QStringLiteral("u1");
    title.segments = {segment("s1")};
    Unit empty;
    empty.id = QStringLiteral("u2");
    Unit body;
    body.id = QStringLiteral("u3");
    body.fileId = QStringLiteral("f2");
    body.segments = {segment("s1"), segment("s2")};
    document.units = {title, empty, body};
    return document;
}

} // namespace

void TestDocument::segmentsAreInReadingOrder()
{
    const QList<SegmentRef> expected = {{0, 0}, {2, 0}, {2, 1}};
    QCOMPARE(sample().segments(), expected);
    QVERIFY(Document().segments().isEmpty());
}

void TestDocument::keysNameFileUnitAndSegment()
{
    const Document document = sample();
    QStringList keys;
    for (const SegmentRef &ref : document.segments())
        keys << document.segmentKey(ref);
    QCOMPARE(keys, QStringList(
                       {QStringLiteral("f1/u1/s1"), QStringLiteral("f2/u3/s1"), QStringLiteral("f2/u3/s2")}));
    QCOMPARE(document.at({2, 1}).id, QStringLiteral("s2"));
}

void TestDocument::inlineTextsCompareTheirCodes()
{
    const InlineCode bold{
        InlineCode::Kind::Opening, QStringLiteral("1"), QStringLiteral("<pc id=\"1\">"), {}, {}, {}};
    InlineCode other = bold;
    other.markup = QStringLiteral("<pc id=\"1\" type=\"fmt\">");
    const InlineText a{QString(inlineCodeMark), {bold}};
    QVERIFY((a == InlineText{QString(inlineCodeMark), {bold}}));
    QVERIFY((a != InlineText{QString(inlineCodeMark), {other}}));
    QVERIFY(!a.isEmpty());
    QVERIFY(InlineText().isEmpty());
}

void TestDocument::statesHaveTheNamesOfXliff_data()
{
    QTest::addColumn<SegmentState>("state");
    QTest::addColumn<QString>("name");
    QTest::newRow("initial") << SegmentState::Initial << QStringLiteral("initial");
    QTest::newRow("translated") << SegmentState::Translated << QStringLiteral("translated");
    QTest::newRow("reviewed") << SegmentState::Reviewed << QStringLiteral("reviewed");
    QTest::newRow("final") << SegmentState::Final << QStringLiteral("final");
}

void TestDocument::statesHaveTheNamesOfXliff()
{
    QFETCH(SegmentState, state);
    QFETCH(QString, name);
    QCOMPARE(stateName(state), name);
}

QTEST_APPLESS_MAIN(TestDocument)
#include "tst_document.moc"
