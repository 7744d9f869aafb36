// What is cut out of something longer is no term: stop expressions and the rules for signs, capitals, names.

#include "glossary/engine/term_matcher.h"

#include <QtTest/QtTest>

using namespace verbale;
using namespace verbale::glossary;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(verbale::glossary::StopExpression)

class TestNameRules : public QObject
{
    Q_OBJECT

private slots:
    void stopExpressions_data();
    void stopExpressions();
    void names_data();
    void names();
    void blockedOnesAreNotNested();
};

namespace {

TermMatcher matcherOf(const QStringList &terms, const MatchRules &rules)
{
    QList<ConceptEntry> entries;
    for (const QString &term : terms)
        entries.append({term, {}, {}, {}, {}, {{u"vi"_s, term, TermStatus::Preferred, false}}});
    return TermMatcher({std::make_shared<Termbase>(u"test"_s, entries)}, u"vi"_s, rules);
}

QString found(const TermMatcher &matcher, const QString &text, bool all = false)
{
    QStringList surfaces;
    for (const TermMatch &match : matcher.find(text, all))
        surfaces.append(text.mid(match.span.start, match.span.length()));
    return surfaces.join(u'|');
}

} // namespace

void TestNameRules::stopExpressions_data()
{
    QTest::addColumn<StopExpression>("rule");
    QTest::addColumn<QString>("terms");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const StopExpression solidarity{u"đoàn kết"_s, {u"đoàn"_s}};
    const auto row = [](const char *name, const StopExpression &rule, const QString &terms,
                        const QString &text, const QString &expected) {
        QTest::newRow(name) << rule << terms << text << expected;
    };
    row("blocked inside, not beside", solidarity, u"đoàn"_s, u"đoàn ta đoàn kết"_s, u"đoàn"_s);
    row("any spelling that loses nothing", solidarity, u"đoàn"_s, u"ĐÒAN\u00A0KẾT"_s, u""_s);
    row("only what it names", solidarity, u"đoàn|kết"_s, u"đoàn kết"_s, u"kết"_s);
    row("all shorter ones", {u"Bắc Mỹ"_s, {}}, u"Mỹ|Bắc"_s, u"ở Bắc Mỹ"_s, u""_s);
    row("a capital asks for one", {u"Bắc Mỹ"_s, {}}, u"Mỹ"_s, u"phía bắc Mỹ"_s, u"Mỹ"_s);
    row("capitals throughout are fine", {u"Bắc Mỹ"_s, {}}, u"Mỹ"_s, u"ở BẮC MỸ nay"_s, u""_s);
    row("overlapped", {u"cường quốc hội"_s, {}}, u"quốc hội"_s, u"cường quốc hội"_s, u""_s);
    row("the longer term wins", solidarity, u"đại đoàn kết dân tộc|đoàn"_s, u"đại đoàn kết dân tộc"_s,
        u"đại đoàn kết dân tộc"_s);
    row("as long is not shorter", solidarity, u"đoàn kết"_s, u"đoàn kết"_s, u"đoàn kết"_s);
}

void TestNameRules::stopExpressions()
{
    QFETCH(StopExpression, rule);
    QFETCH(QString, terms);
    QFETCH(QString, text);
    const TermMatcher matcher = matcherOf(terms.split(u'|'), {{rule}, {}});
    QTEST(found(matcher, text), "expected");
}

void TestNameRules::names_data()
{
    QTest::addColumn<QString>("terms");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &terms, const QString &text,
                        const QString &expected) { QTest::newRow(name) << terms << text << expected; };
    const QString asean = u"ASEAN|Canada|Hội nghị Bộ trưởng ASEAN"_s;
    row("plus", asean, u"dự Hội nghị Bộ trưởng ASEAN+3"_s, u""_s);
    row("plus with spaces", asean, u"dự họp ASEAN + 3 và ASEAN"_s, u"ASEAN"_s);
    row("plus alone", u"ADMM"_s, u"tại ADMM+ và ADMM"_s, u"ADMM"_s);
    row("a meeting with one more", asean, u"dự Hội nghị Bộ trưởng ASEAN-Canada"_s, u"ASEAN|Canada"_s);
    row("with spaces", asean, u"dự Hội nghị Bộ trưởng ASEAN – Canada"_s, u"ASEAN|Canada"_s);
    row("a dash between clauses", asean, u"dự Hội nghị Bộ trưởng ASEAN - Thủ tướng nói"_s,
        u"Hội nghị Bộ trưởng ASEAN"_s);
    row("two parties", u"Việt Nam|EU"_s, u"quan hệ Việt Nam - EU và Việt Nam-EU"_s,
        u"Việt Nam|EU|Việt Nam|EU"_s);
    row("end of a foreign name", u"Guinea"_s, u"đến Papua New Guinea và Guinea"_s, u"Guinea"_s);
    row("a foreign name after", u"Malaysia|Mỹ"_s,
        u"gặp Thủ tướng Malaysia Mahathir, Tổng thống Mỹ Donald Trump"_s, u"Malaysia|Mỹ"_s);
    row("a given name", u"Đức|Nga"_s, u"gặp bà Phạm Thị Nga và ông Nguyễn Văn Đức ở Đức"_s, u"Đức"_s);
    row("a middle name", u"Đức|Anh"_s, u"ông Trần Đức Minh và bà Lê Anh Thư đến Anh"_s, u"Anh"_s);
    row("longer terms in a name", u"Trung Quốc|Bình Minh"_s,
        u"ông Dương Trung Quốc và ông Phạm Bình Minh sang Trung Quốc"_s, u"Trung Quốc"_s);
    row("a rarer family", u"Hòa Bình"_s, u"bà Sầm Hòa Bình về thăm tỉnh Hòa Bình"_s, u"Hòa Bình"_s);
    row("a country that begins like a family", u"Hà Lan|Thái Lan|Lan"_s, u"từ Hà Lan đến Thái Lan"_s,
        u"Hà Lan|Thái Lan"_s);
    row("after a way to address", u"Nga|Nhật"_s, u"Bà Nga gặp ông Nhật ở Nhật"_s, u"Nhật"_s);
    row("a general's country", u"Nga"_s, u"theo tướng Nga thì"_s, u"Nga"_s);
    row("a document's number", u"NĐ-CP"_s, u"Nghị định số 123/2020/NĐ-CP và một NĐ-CP"_s, u"NĐ-CP"_s);
    row("a meeting behind figures", u"PMC"_s, u"tại AMM 53/PMC này"_s, u"PMC"_s);
    row("a given name without the family", u"Anh|Đức"_s, u"theo chị Ngọc Anh và anh Minh Đức thì"_s, u""_s);
    row("the first word of a sentence", u"Mỹ"_s, u"Tại Mỹ và tại Mỹ"_s, u"Mỹ|Mỹ"_s);
    row("a name after the country", u"Trung Quốc"_s, u"gặp Ngoại trưởng Trung Quốc Vương Nghị"_s,
        u"Trung Quốc"_s);
    row("capitals say nothing", u"Đức"_s, u"THỦ TƯỚNG NGUYỄN VĂN ĐỨC"_s, u"ĐỨC"_s);
}

void TestNameRules::names()
{
    QFETCH(QString, terms);
    QFETCH(QString, text);
    QTEST(found(matcherOf(terms.split(u'|'), {}), text), "expected");
}

void TestNameRules::blockedOnesAreNotNested()
{
    const TermMatcher matcher = matcherOf({u"Papua New Guinea"_s, u"Guinea"_s, u"đại dịch"_s, u"dịch"_s},
                                          {{{u"đại dịch"_s, {u"dịch"_s}}}, {}});
    QCOMPARE(found(matcher, u"ở Papua New Guinea có đại dịch"_s, true), u"Papua New Guinea|đại dịch"_s);
}

QTEST_GUILESS_MAIN(TestNameRules)
#include "tst_name_rules.moc"
