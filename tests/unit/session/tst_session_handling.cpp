#include "document/inline_text.h"
#include "session/handling.h"

#include <QtTest/QtTest>

using namespace verbale;
using namespace verbale::session;
using namespace Qt::StringLiterals;

class TestSessionHandling : public QObject
{
    Q_OBJECT

private slots:
    void markingsAreFound_data();
    void markingsAreFound();
    void theNarrowestCounts();
    void leftOutLinesCount();
    void aMarkingMayBeCutIntoSegments();
    void aSegmentAmongOthersCounts();
    void whatIsNotTranslatedCounts();
    void namesGoBothWays();
};

namespace {

Document documentOf(const QStringList &paragraphs)
{
    Document document;
    for (const QString &paragraph : paragraphs) {
        Segment segment;
        segment.source.text = paragraph;
        Unit unit;
        unit.segments.append(segment);
        document.units.append(unit);
    }
    return document;
}

} // namespace

void TestSessionHandling::markingsAreFound_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<HandlingLevel>("level");
    QTest::newRow("mat") << u"MẬT"_s << HandlingLevel::Mat;
    QTest::newRow("toi mat") << u"TỐI MẬT"_s << HandlingLevel::ToiMat;
    QTest::newRow("tuyet mat") << u"TUYỆT MẬT"_s << HandlingLevel::TuyetMat;
    QTest::newRow("small letters, two words") << u"Tối mật"_s << HandlingLevel::ToiMat;
    QTest::newRow("in brackets") << u"[ TUYỆT  MẬT ]"_s << HandlingLevel::TuyetMat;
    QTest::newRow("with stars") << u"*** MẬT ***"_s << HandlingLevel::Mat;
    QTest::newRow("degree named") << u"Độ mật: Mật"_s << HandlingLevel::Mat;
    QTest::newRow("degree named, capitals") << u"ĐỘ MẬT - TỐI MẬT"_s << HandlingLevel::ToiMat;
    QTest::newRow("internal") << u"(Lưu hành nội bộ)"_s << HandlingLevel::Internal;
    QTest::newRow("decomposed") << u"TUYỆT MẬT"_s.normalized(QString::NormalizationForm_D)
                                << HandlingLevel::TuyetMat;
    QTest::newRow("second line") << u"BỘ NGOẠI GIAO\nMẬT\nSố: 12/BC"_s << HandlingLevel::Mat;
    QTest::newRow("eth for Đ") << u"\u00D0Ộ MẬT: TỐI MẬT"_s << HandlingLevel::ToiMat;
    QTest::newRow("full width") << u"［ＭẬＴ］"_s << HandlingLevel::Mat;
    QTest::newRow("among many stars")
        << QString(40, u'*') + u" MẬT "_s + QString(40, u'*') << HandlingLevel::Mat;
    QTest::newRow("in the middle of a line") << QString(70, u' ') + u"MẬT"_s << HandlingLevel::Mat;
    QTest::newRow("zero width space") << u"TỐI\u200B MẬT"_s << HandlingLevel::ToiMat;
    QTest::newRow("a code is the line's end")
        << u"BỘ NGOẠI GIAO"_s + inlineCodeMark + u"MẬT"_s + inlineCodeMark + u"Số: 12"_s
        << HandlingLevel::Mat;
    QTest::newRow("a code in a word") << u"TỐI"_s + inlineCodeMark + u" MẬT"_s << HandlingLevel::ToiMat;
    QTest::newRow("line separator") << u"BỘ NGOẠI GIAO\u2028MẬT\u0085Số: 12"_s << HandlingLevel::Mat;
    QTest::newRow("a heading about honey") << u"Mật"_s << HandlingLevel::Open;
    QTest::newRow("in a sentence") << u"Tài liệu này thuộc loại tối mật của Nhà nước."_s
                                   << HandlingLevel::Open;
    QTest::newRow("kind of text") << u"TÀI LIỆU MẬT"_s << HandlingLevel::Mat;
    QTest::newRow("kind of text, small letters") << u"Tài liệu tối mật"_s << HandlingLevel::ToiMat;
    QTest::newRow("urgent") << u"TỐI MẬT - KHẨN"_s << HandlingLevel::ToiMat;
    QTest::newRow("urgent, slash") << u"MẬT/HỎA TỐC"_s << HandlingLevel::Mat;
    QTest::newRow("copy") << u"MẬT (Bản số 1)"_s << HandlingLevel::Mat;
    QTest::newRow("with its number") << u"TUYỆT MẬT Số: 12/BC-BNG"_s << HandlingLevel::TuyetMat;
    QTest::newRow("its degree follows") << u"Mức độ: MẬT"_s << HandlingLevel::Mat;
    QTest::newRow("its degree follows, named") << u"Mức độ mật: Tuyệt mật"_s << HandlingLevel::TuyetMat;
    QTest::newRow("only internal") << u"CHỈ LƯU HÀNH NỘI BỘ"_s << HandlingLevel::Internal;
    QTest::newRow("internal, not to be spread")
        << u"LƯU HÀNH NỘI BỘ – KHÔNG PHỔ BIẾN"_s << HandlingLevel::Internal;
    QTest::newRow("two degrees") << u"MẬT, TỐI MẬT"_s << HandlingLevel::ToiMat;
    QTest::newRow("a heading about secrecy") << u"BẢO VỆ TÀI LIỆU MẬT"_s << HandlingLevel::Open;
    QTest::newRow("density") << u"Mật độ"_s << HandlingLevel::Open;
    QTest::newRow("density, capitals") << u"MẬT ĐỘ"_s << HandlingLevel::Open;
    QTest::newRow("a council") << u"CƠ MẬT"_s << HandlingLevel::Open;
    QTest::newRow("a letter") << u"MẬT THƯ"_s << HandlingLevel::Open;
    QTest::newRow("honey, small letters") << u"mật"_s << HandlingLevel::Open;
    QTest::newRow("within the service") << u"Lưu hành nội bộ trong ngành"_s << HandlingLevel::Internal;
    QTest::newRow("a report") << u"BÁO CÁO TỐI MẬT"_s << HandlingLevel::ToiMat;
    QTest::newRow("a telegram") << u"ĐIỆN MẬT"_s << HandlingLevel::Mat;
    QTest::newRow("not to be copied")
        << u"TUYỆT MẬT. Không sao chụp. Số 3/TTr-BNG"_s << HandlingLevel::TuyetMat;
    QTest::newRow("secret agent") << u"MẬT VỤ"_s << HandlingLevel::Open;
    QTest::newRow("the label, its degree left open") << u"MỨC ĐỘ MẬT:"_s << HandlingLevel::Open;
    QTest::newRow("part of a word") << u"BÍ MẬT"_s << HandlingLevel::Open;
    QTest::newRow("the degree alone") << u"ĐỘ MẬT"_s << HandlingLevel::Open;
    QTest::newRow("signs alone") << u"* * *"_s << HandlingLevel::Open;
    QTest::newRow("nothing") << QString() << HandlingLevel::Open;
}

void TestSessionHandling::markingsAreFound()
{
    QFETCH(QString, line);
    QFETCH(HandlingLevel, level);
    const HandlingMark mark = handlingOf(documentOf({u"Hội nghị khai mạc sáng nay."_s, line}));
    QCOMPARE(mark.level, level);
    QCOMPARE(mark.text.isEmpty(), level == HandlingLevel::Open);
}

void TestSessionHandling::theNarrowestCounts()
{
    const HandlingMark mark = handlingOf(documentOf({u"LƯU HÀNH NỘI BỘ"_s, u"TỐI MẬT"_s, u"MẬT"_s}));
    QCOMPARE(mark.level, HandlingLevel::ToiMat);
    QCOMPARE(mark.text, u"TỐI MẬT"_s);
}

void TestSessionHandling::leftOutLinesCount()
{
    Document document = documentOf({u"Hội nghị khai mạc sáng nay."_s});
    LeftOutLine line;
    line.text = u"MẬT"_s;
    document.leftOut.append(line);
    QCOMPARE(handlingOf(document).level, HandlingLevel::Mat);
}

void TestSessionHandling::aMarkingMayBeCutIntoSegments()
{
    Document document = documentOf({u"Độ mật:"_s});
    document.units[0].segments[0].gapAfter = u" "_s;
    Segment rest;
    rest.source.text = u"Tuyệt mật"_s;
    document.units[0].segments.append(rest);
    QCOMPARE(handlingOf(document).level, HandlingLevel::TuyetMat);
}

void TestSessionHandling::aSegmentAmongOthersCounts()
{
    Document document = documentOf({u"TỐI MẬT"_s});
    Segment rest;
    rest.source.text = u"Kính gửi các đại sứ quán"_s;
    document.units[0].segments.append(rest);
    QCOMPARE(handlingOf(document).level, HandlingLevel::ToiMat);
}

void TestSessionHandling::whatIsNotTranslatedCounts()
{
    Document document = documentOf({u"MẬT"_s});
    document.units[0].translate = false;
    QCOMPARE(handlingOf(document).level, HandlingLevel::Mat);
}

void TestSessionHandling::namesGoBothWays()
{
    QCOMPARE(handlingNames().size(), 5);
    for (const QString &name : handlingNames())
        QCOMPARE(handlingName(*handlingNamed(name)), name);
    QVERIFY(!handlingNamed(u"secret"_s));
}

QTEST_GUILESS_MAIN(TestSessionHandling)
#include "tst_session_handling.moc"
