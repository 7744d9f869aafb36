#include "glossary/data/builtin_glossary.h"
#include "glossary/data/compiled_rules.h"
#include "glossary/engine/match_rules.h"

#include <QtTest/QtTest>

using namespace verbale;
using namespace verbale::glossary;
using namespace Qt::StringLiterals;

namespace {

const QByteArray stopHeader = "expression\tblocks\tnote\n";
const QByteArray spellingHeader = "a\tb\tkind\tnote\n";

QStringList textsOf(const QList<Error> &errors)
{
    QStringList texts;
    for (const Error &error : errors)
        texts.append(error.text());
    return texts;
}

} // namespace

class TestMatchRules : public QObject
{
    Q_OBJECT

private slots:
    void readsStopExpressions();
    void readsSpellings();
    void rejectsStopRows_data();
    void rejectsStopRows();
    void rejectsSpellingRows_data();
    void rejectsSpellingRows();
    void refusesAnotherHeader();
    void compiledFormKeepsEverything();
    void damagedBytesAreAnError();
    void shipsRules();
};

void TestMatchRules::readsStopExpressions()
{
    const auto read = readStopExpressions(
        stopHeader + "đoàn kết\tđoàn\tsolidarity\r\nBắc Mỹ\n\nBiển Đông Á\tBiển|Đông|a\\|b\t\n", u"s.tsv"_s);
    QVERIFY(read.ok());
    QCOMPARE(read->rows, (QList<StopExpression>{{u"đoàn kết"_s, {u"đoàn"_s}},
                                                {u"Bắc Mỹ"_s, {}},
                                                {u"Biển Đông Á"_s, {u"Biển"_s, u"Đông"_s, u"a|b"_s}}}));
    QVERIFY(read->rejected.isEmpty());
}

void TestMatchRules::readsSpellings()
{
    const auto read = readSpellings(spellingHeader + "I-ran\tIran\ttransliteration\tChina, Việt Nam\n"
                                                     "LHQ\tLiên hợp quốc\tabbreviation\n"
                                                     "cấp cao\tcao cấp\torder\t\n",
                                    u"p.tsv"_s);
    QVERIFY(read.ok());
    QVERIFY(read->rejected.isEmpty());
    QCOMPARE(read->rows, (QList<SpellingPair>{{u"I-ran"_s, u"Iran"_s, SpellingKind::Transliteration},
                                              {u"LHQ"_s, u"Liên hợp quốc"_s, SpellingKind::Abbreviation},
                                              {u"cấp cao"_s, u"cao cấp"_s, SpellingKind::Order}}));
    QCOMPARE(spellingKindName(SpellingKind::Transliteration), u"transliteration"_s);
}

void TestMatchRules::rejectsStopRows_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("message");
    QTest::newRow("no expression") << QByteArray("\tđoàn\tx") << u"s.tsv:3:1: the row has no expression"_s;
    QTest::newRow("twice") << QByteArray("ĐẠI DỊCH") << u"s.tsv:3:1: \"ĐẠI DỊCH\" stands twice"_s;
    QTest::newRow("blocked twice") << QByteArray("hòa bình\thòa|HÒA")
                                   << u"s.tsv:3:1: \"HÒA\" is blocked twice"_s;
    QTest::newRow("never shorter")
        << QByteArray("hòa\tbình minh")
        << u"s.tsv:3:1: \"bình minh\" is not shorter than \"hòa\" and can never be blocked by it"_s;
}

void TestMatchRules::rejectsStopRows()
{
    QFETCH(QByteArray, row);
    const auto read =
        readStopExpressions(stopHeader + "đại dịch\tdịch\n" + row + "\ngiao dịch\n", u"s.tsv"_s);
    QVERIFY(read.ok());
    QCOMPARE(read->rows.size(), 2);
    QTEST(textsOf(read->rejected).join(u'\n'), "message");
}

void TestMatchRules::rejectsSpellingRows_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("message");
    QTest::newRow("half") << QByteArray("Iran\t\torder")
                          << u"p.tsv:3:1: the row needs both spellings, a and b"_s;
    QTest::newRow("same") << QByteArray("hòa\tHÒA\torder")
                          << u"p.tsv:3:1: \"hòa\" and \"HÒA\" are one spelling already"_s;
    QTest::newRow("twice, turned round")
        << QByteArray("Cuba\tCu-ba\torder") << u"p.tsv:3:1: \"Cuba\" and \"Cu-ba\" stand twice"_s;
    QTest::newRow("kind")
        << QByteArray("Iran\tI-ran\tother")
        << u"p.tsv:3:12: kind \"other\" is not known; write order, transliteration or abbreviation"_s;
}

void TestMatchRules::rejectsSpellingRows()
{
    QFETCH(QByteArray, row);
    const auto read = readSpellings(
        spellingHeader + "Cu-ba\tCuba\ttransliteration\n" + row + "\na\tb\torder\n", u"p.tsv"_s);
    QVERIFY(read.ok());
    QCOMPARE(read->rows.size(), 2);
    QTEST(textsOf(read->rejected).join(u'\n'), "message");
}

void TestMatchRules::refusesAnotherHeader()
{
    QCOMPARE(readStopExpressions("vi\ten\n", u"s.tsv"_s).error().text(),
             u"s.tsv:1:1: the first line has to be the columns expression blocks note, separated by tabs"_s);
    QCOMPARE(readSpellings("a\tb\n", u"p.tsv"_s).error().code, u"glossary.bad-rules"_s);
}

void TestMatchRules::compiledFormKeepsEverything()
{
    const MatchRules rules{{{u"đoàn kết"_s, {u"đoàn"_s, u"kết"_s}}, {u"Bắc Mỹ"_s, {}}},
                           {{u"I-ran"_s, u"Iran"_s, SpellingKind::Transliteration},
                            {u"LHQ"_s, u"Liên hợp quốc"_s, SpellingKind::Abbreviation}}};
    const auto read = readCompiledRules(compileRules(rules));
    QVERIFY(read.ok());
    QCOMPARE(*read, rules);
    QCOMPARE(*readCompiledRules(compileRules({})), MatchRules());
}

void TestMatchRules::damagedBytesAreAnError()
{
    const QByteArray whole =
        compileRules({{{u"đoàn kết"_s, {u"đoàn"_s}}}, {{u"a"_s, u"b"_s, SpellingKind::Order}}});
    for (qsizetype size = 0; size < whole.size(); ++size)
        QCOMPARE(readCompiledRules(whole.first(size)).error().code, u"glossary.damaged"_s);
    QVERIFY(!readCompiledRules(whole + 'x').ok());
    QByteArray badKind = whole;
    badKind.back() = 9;
    QVERIFY(!readCompiledRules(badKind).ok());
}

void TestMatchRules::shipsRules()
{
    const Result<MatchRules> rules = builtinMatchRules();
    QVERIFY(rules.ok());
    QVERIFY(rules->stopExpressions.contains(StopExpression{u"đoàn kết"_s, {u"đoàn"_s}}));
    QVERIFY(rules->spellings.contains(SpellingPair{u"I-ran"_s, u"Iran"_s, SpellingKind::Transliteration}));
}

QTEST_GUILESS_MAIN(TestMatchRules)
#include "tst_match_rules.moc"
