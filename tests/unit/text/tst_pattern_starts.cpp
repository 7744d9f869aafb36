// What a pattern can begin with, against the pattern itself.

#include "text/pattern_starts.h"

#include <QtTest>

using verbale::text::PatternStarts;
using namespace Qt::StringLiterals;

class PatternStartsTest : public QObject
{
    Q_OBJECT

private slots:
    void judges_data();
    void judges();
    void neverLosesAMatch_data();
    void neverLosesAMatch();
};

void PatternStartsTest::judges_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("may");
    const QString names = u"^(tin|bài) (khác|mới)$|^xem thêm"_s;
    QTest::newRow("one of the words") << names << u"tin khác"_s << true;
    QTest::newRow("a start is enough") << names << u"tin xa"_s << true;
    QTest::newRow("another word") << names << u"tiếng nói"_s << false;
    QTest::newRow("second alternative") << names << u"xem thêm"_s << true;
    QTest::newRow("too short") << names << u"xem"_s << false;
    QTest::newRow("empty") << names << QString() << false;
    QTest::newRow("not anchored") << u"tin"_s << u"bài"_s << true;
    QTest::newRow("one alternative not anchored") << u"^tin|bài"_s << u"một"_s << true;
    QTest::newRow("may be left out") << u"^(mời )?xem"_s << u"xem"_s << true;
    QTest::newRow("neither") << u"^(mời )?xem"_s << u"nghe"_s << false;
    QTest::newRow("class, often or never") << u"^[> ]*xem"_s << u">> x"_s << true;
    QTest::newRow("class, never") << u"^[> ]*xem"_s << u"xem"_s << true;
    QTest::newRow("class, other") << u"^[> ]*xem"_s << u"- xem"_s << false;
    QTest::newRow("digit") << u"^\\d{1,2} giờ"_s << u"7 giờ"_s << true;
    QTest::newRow("no digit") << u"^\\d{1,2} giờ"_s << u"bảy giờ"_s << false;
    QTest::newRow("digit of another plane") << u"^\\d"_s << u"𝟕"_s << true;
    QTest::newRow("other than") << u"^[^.]tin"_s << u"xtin"_s << true;
    QTest::newRow("look ahead") << u"^(home)(?!\\w)"_s << u"home"_s << true;
    QTest::newRow("look ahead, other") << u"^(home)(?!\\w)"_s << u"house"_s << false;
    QTest::newRow("not understood") << u"^(?<name>tin)"_s << u"bài"_s << true;
    QTest::newRow("broken") << u"^(tin"_s << u"bài"_s << true;
}

void PatternStartsTest::judges()
{
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    QTEST(PatternStarts(pattern).mayMatch(text), "may");
}

void PatternStartsTest::neverLosesAMatch_data()
{
    QTest::addColumn<QString>("pattern");
    for (const QString &pattern :
         {u"^((tin|bài)( liên quan| khác)?|x[eè]m (thêm)*)$"_s, u"^[>»• \\-]*\\[?(video|ảnh)\\]?\\s*:?"_s,
          u"^\\d+ (lượt|phút)|^[<«]? ?1( \\d{1,3})+ ?\\.{0,3}"_s, u"^(quý |bạn |hãy )*theo .{2,5} trên$"_s,
          u"^(\\(c\\) ?\\d{4}|© ?(19|20)\\d{2}|®)"_s, u"^[a-c]{0,2}(b+|\\w)x?y"_s, u"^.?\\bxem\\b"_s,
          u"^(tags?|t[ừu] khóa)\\s*:|^(nhóm )?pv(?!\\w)"_s})
        QTest::newRow(qPrintable(pattern)) << pattern;
}

void PatternStartsTest::neverLosesAMatch()
{
    QFETCH(QString, pattern);
    const PatternStarts starts(pattern);
    const QRegularExpression expression(pattern, QRegularExpression::UseUnicodePropertiesOption);
    const QStringList parts =
        u"tin,bài, ,khác,x,e,è,m,thêm,>,»,-,[,video,ảnh,],:,1,20,12,٣,lượt,phút, lượt,1 ,12 phút,theo xa "
        u"trên,<,.,quý ,bạn ,"
        u"theo,a,b,y,(c),©,®,19,tag,s,từ,khóa,pv,nhóm ,xem, liên quan,trên"_s.split(u',');
    QRandomGenerator random(11);
    int matches = 0;
    for (int round = 0; round < 20000; ++round) {
        QString text;
        for (int i = 1 + random.bounded(6); i > 0; --i)
            text += parts[random.bounded(static_cast<int>(parts.size()))];
        if (!expression.match(text).hasMatch())
            continue;
        ++matches;
        QVERIFY2(starts.mayMatch(text), qPrintable(text));
    }
    QVERIFY(matches > 0);
}

QTEST_APPLESS_MAIN(PatternStartsTest)
#include "tst_pattern_starts.moc"
