#include "glossary/engine/term_matcher.h"
#include "glossary/engine/term_places.h"

#include <QtTest/QtTest>

#include <random>

using namespace verbale;
using namespace verbale::glossary;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const Termbase> termbaseOf(const QList<QPair<QString, QString>> &terms)
{
    QList<ConceptEntry> entries;
    for (const auto &[vi, en] : terms) {
        ConceptEntry entry;
        entry.id = vi;
        entry.terms = {{u"vi"_s, vi}, {u"en"_s, en}};
        entries.append(entry);
    }
    return std::make_shared<Termbase>(u"test"_s, entries);
}

/// "surface = English" of each match.
QStringList found(const TermMatcher &matcher, const QString &text)
{
    QStringList lines;
    for (const TermMatch &match : matcher.find(text)) {
        const ConceptEntry &entry = matcher.entry(match.termbase, match.entry);
        lines.append(text.mid(match.span.start, match.span.length()) + u" = "_s +
                     fillPlaces(entry.terms.last().text, match.values).value_or(u"?"_s));
    }
    return lines;
}

const QList<QPair<QString, QString>> patterns{
    {u"Hội nghị Cấp cao ASEAN"_s, u"ASEAN Summit"_s},
    {u"Hội nghị Cấp cao ASEAN lần thứ {n}"_s, u"{n:ordinal} ASEAN Summit"_s},
    {u"ASEAN"_s, u"ASEAN"_s},
    {u"Hội nghị Cấp cao APEC {year}"_s, u"{year} APEC Summit"_s},
    {u"Hội nghị Cấp cao ASEM lần thứ {n}"_s, u"{n:ordinal} ASEM Summit"_s},
    {u"Đại hội đại biểu toàn quốc lần thứ {n} của Đảng"_s, u"{n:ordinal} National Party Congress"_s},
    {u"Đại hội {n}"_s, u"{n:word} Congress"_s},
    {u"Quốc hội khóa {n}"_s, u"{n:ordinal} National Assembly"_s},
    {u"kỳ họp thứ {n}"_s, u"{n:word} session"_s},
    {u"Kỳ họp thứ {n}"_s, u"{n:word} Session"_s},
    {u"Nghị quyết số {code}"_s, u"Resolution No. {code}"_s},
    {u"giai đoạn {year1}-{year2}"_s, u"{year1}-{year2} period"_s},
    {u"COP{n}"_s, u"COP{n}"_s},
    {u"AELM {n}"_s, u"AELM {n}"_s},
    {u"Kỳ họp thứ {1} Quốc hội khóa {2}"_s, u"{1:ordinal} Session of the {2:ordinal} National Assembly"_s},
    {u"cấp cao"_s, u"high-level"_s}};

} // namespace

class TestTermPlaces : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
    void tellsWhatStandsThere();
    void marksTheSpelling();
    void addsAndRemoves();
    void figures_data();
    void figures();
    void faults_data();
    void faults();
    void leavesPlainTermsAsTheyWere();
    void everyNumberInEveryForm();
};

void TestTermPlaces::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const QString &text, const QStringList &expected) {
        QTest::newRow(qUtf8Printable(text)) << text << expected;
    };
    const auto summit = [](const QString &surface, const QString &n) {
        return QStringList{surface + u" = "_s + n + u" ASEAN Summit"_s};
    };
    row(u"tại Hội nghị Cấp cao ASEAN lần thứ 53, ông"_s,
        summit(u"Hội nghị Cấp cao ASEAN lần thứ 53"_s, u"53rd"_s));
    row(u"Hội nghị cấp cao ASEAN lần 21 họp"_s, summit(u"Hội nghị cấp cao ASEAN lần 21"_s, u"21st"_s));
    row(u"HỘI NGHỊ CẤP CAO ASEAN LẦN THỨ XIII"_s,
        summit(u"HỘI NGHỊ CẤP CAO ASEAN LẦN THỨ XIII"_s, u"13th"_s));
    row(u"Hội nghị Cấp cao ASEAN lần thứ hai mươi mốt."_s,
        summit(u"Hội nghị Cấp cao ASEAN lần thứ hai mươi mốt"_s, u"21st"_s));
    row(u"Hội nghị Cấp cao ASEAN lần thứ nhất"_s, summit(u"Hội nghị Cấp cao ASEAN lần thứ nhất"_s, u"1st"_s));
    row(u"Hội nghị Cấp cao ASEAN lần thứ tư năm 1992"_s,
        summit(u"Hội nghị Cấp cao ASEAN lần thứ tư"_s, u"4th"_s));
    row(u"Hội nghị Cấp cao ASEAN lần thứ năm năm 1995"_s,
        summit(u"Hội nghị Cấp cao ASEAN lần thứ năm"_s, u"5th"_s));
    row(u"Hội nghị Cấp cao ASEAN lần thứ53"_s, summit(u"Hội nghị Cấp cao ASEAN lần thứ53"_s, u"53rd"_s));
    row(u"Hội nghị Cấp cao ASEAN 36 tại Hà Nội"_s, summit(u"Hội nghị Cấp cao ASEAN 36"_s, u"36th"_s));
    row(u"Hội nghị Cấp cao ASEAN-36"_s, summit(u"Hội nghị Cấp cao ASEAN-36"_s, u"36th"_s));
    row(u"Hội nghị Cấp cao ASEM12"_s, {u"Hội nghị Cấp cao ASEM12 = 12th ASEM Summit"_s});
    row(u"Hội nghị Cấp cao ASEAN 26/6"_s, {u"Hội nghị Cấp cao ASEAN = ASEAN Summit"_s});
    row(u"Hội nghị Cấp cao ASEAN 26-27/6"_s, {u"Hội nghị Cấp cao ASEAN = ASEAN Summit"_s});
    row(u"Hội nghị Cấp cao ASEAN 10 nước"_s, {u"Hội nghị Cấp cao ASEAN = ASEAN Summit"_s});
    row(u"Hội nghị Cấp cao ASEAN lần thứ"_s, {u"Hội nghị Cấp cao ASEAN = ASEAN Summit"_s});
    row(u"Hội nghị Cấp cao ASEAN lần này"_s, {u"Hội nghị Cấp cao ASEAN = ASEAN Summit"_s});
    row(u"Hội nghị Cấp cao ASEAN lần thứ 3.000"_s, {u"Hội nghị Cấp cao ASEAN = ASEAN Summit"_s});
    row(u"Hội nghị Cấp cao ASEAN lần thứ 0"_s, {u"Hội nghị Cấp cao ASEAN = ASEAN Summit"_s});
    row(u"Hội nghị Cấp cao ASEAN lần thứ0 họp"_s, {u"Hội nghị Cấp cao ASEAN = ASEAN Summit"_s});
    row(u"Hội nghị cấp cao APEC 2007 và Hội nghị Cấp cao APEC-2017"_s,
        {u"Hội nghị cấp cao APEC 2007 = 2007 APEC Summit"_s,
         u"Hội nghị Cấp cao APEC-2017 = 2017 APEC Summit"_s});
    row(u"Hội nghị cấp cao APEC 15"_s, {u"cấp cao = high-level"_s});
    row(u"Đại hội đại biểu toàn quốc lần thứ XIV của Đảng"_s,
        {u"Đại hội đại biểu toàn quốc lần thứ XIV của Đảng = 14th National Party Congress"_s});
    row(u"Đại hội XIII đề ra"_s, {u"Đại hội XIII = Thirteenth Congress"_s});
    row(u"Quốc hội khoá XV, Quốc hội khóa 14"_s,
        {u"Quốc hội khoá XV = 15th National Assembly"_s, u"Quốc hội khóa 14 = 14th National Assembly"_s});
    row(u"kỳ họp thứ Tám và Kỳ họp thứ 9"_s,
        {u"kỳ họp thứ Tám = Eighth session"_s, u"Kỳ họp thứ 9 = Ninth Session"_s});
    row(u"Kỳ họp thứ 8, Quốc hội khóa XV"_s,
        {u"Kỳ họp thứ 8 = Eighth Session"_s, u"Quốc hội khóa XV = 15th National Assembly"_s});
    row(u"Kỳ họp thứ 8 Quốc hội khóa XV"_s,
        {u"Kỳ họp thứ 8 Quốc hội khóa XV = 8th Session of the 15th National Assembly"_s});
    row(u"Nghị quyết số 72/225."_s, {u"Nghị quyết số 72/225 = Resolution No. 72/225"_s});
    row(u"Nghị quyết số 123/2020/NĐ-CP, 2"_s,
        {u"Nghị quyết số 123/2020/NĐ-CP = Resolution No. 123/2020/ND-CP"_s});
    row(u"giai đoạn 2021 - 2025"_s, {u"giai đoạn 2021 - 2025 = 2021-2025 period"_s});
    row(u"giai đoạn 2021-2025"_s, {u"giai đoạn 2021-2025 = 2021-2025 period"_s});
    row(u"COP26, COP 27, cop28"_s, {u"COP26 = COP26"_s, u"COP 27 = COP27"_s});
    row(u"Quốc hội khóa 14 năm 2016, Quốc hội khóa 5 năm"_s,
        {u"Quốc hội khóa 14 = 14th National Assembly"_s});
    row(u"(AELM-14)"_s, {u"AELM-14 = AELM 14"_s});
}

void TestTermPlaces::finds()
{
    QFETCH(QString, text);
    QFETCH(QStringList, expected);
    QCOMPARE(found(TermMatcher({termbaseOf(patterns)}, u"vi"_s), text), expected);
    // Marks apart from their letters, and no-break spaces.
    const QString decomposed = text.normalized(QString::NormalizationForm_D).replace(u' ', QChar::Nbsp);
    QStringList folded;
    for (const QString &line : found(TermMatcher({termbaseOf(patterns)}, u"vi"_s), decomposed))
        folded.append(line.normalized(QString::NormalizationForm_C).replace(QChar::Nbsp, u' '));
    QCOMPARE(folded, expected);
}

void TestTermPlaces::tellsWhatStandsThere()
{
    const TermMatcher matcher({termbaseOf(patterns)}, u"vi"_s);
    const QList<TermMatch> matches = matcher.find(u"Kỳ họp thứ tám Quốc hội khóa XV"_s);
    QCOMPARE(matches.size(), 1);
    const QList<PlaceValue> expected{{u"1"_s, u"tám"_s, 8}, {u"2"_s, u"XV"_s, 15}};
    QCOMPARE(matches.first().values, expected);
}

void TestTermPlaces::marksTheSpelling()
{
    MatchRules rules;
    rules.spellings.append({u"cấp cao"_s, u"thượng đỉnh"_s, SpellingKind::Order});
    const TermMatcher matcher({termbaseOf(patterns)}, u"vi"_s, rules);
    const QList<TermMatch> same = matcher.find(u"Hội nghị Cấp cao ASEAN lần thứ XXI"_s);
    QCOMPARE(same.size(), 1);
    QCOMPARE(same.first().spelling, TermSpelling::Same);
    const QList<TermMatch> other = matcher.find(u"Hội nghị thượng đỉnh ASEAN lần thứ 21"_s);
    QCOMPARE(other.size(), 1);
    QCOMPARE(other.first().spelling, TermSpelling::Differs);
    QCOMPARE(other.first().values.first().number, 21);
}

void TestTermPlaces::addsAndRemoves()
{
    TermMatcher matcher({std::make_shared<Termbase>()}, u"vi"_s);
    const QString text = u"họp Kỳ họp thứ 5 ở Hà Nội"_s;
    QVERIFY(matcher.find(text).isEmpty());
    ConceptEntry entry;
    entry.id = u"a"_s;
    entry.terms = {{u"vi"_s, u"kỳ họp thứ {n}"_s}, {u"en"_s, u"{n:ordinal} session"_s}};
    const qsizetype number = matcher.add(0, entry);
    QCOMPARE(found(matcher, text), QStringList{u"Kỳ họp thứ 5 = 5th session"_s});
    matcher.remove(0, number);
    QVERIFY(matcher.find(text).isEmpty());
    (void)matcher.add(0, entry);
    QCOMPARE(matcher.find(text).size(), 1);
}

void TestTermPlaces::figures_data()
{
    QTest::addColumn<qint64>("number");
    QTest::addColumn<QString>("ordinal");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("roman");
    const auto row = [](qint64 number, const char *ordinal, const char *words, const char *roman) {
        QTest::newRow(ordinal) << number << QString::fromLatin1(ordinal) << QString::fromLatin1(words)
                               << QString::fromLatin1(roman);
    };
    row(1, "1st", "first", "I");
    row(2, "2nd", "second", "II");
    row(9, "9th", "ninth", "IX");
    row(11, "11th", "eleventh", "XI");
    row(12, "12th", "twelfth", "XII");
    row(13, "13th", "thirteenth", "XIII");
    row(20, "20th", "twentieth", "XX");
    row(53, "53rd", "fifty-third", "LIII");
    row(68, "68th", "sixty-eighth", "LXVIII");
    row(79, "79th", "seventy-ninth", "LXXIX");
    row(111, "111th", "one hundred and eleventh", "CXI");
    row(200, "200th", "two hundredth", "CC");
    row(342, "342nd", "three hundred and forty-second", "CCCXLII");
}

void TestTermPlaces::figures()
{
    QFETCH(qint64, number);
    QTEST(ordinalFigures(number), "ordinal");
    QTEST(ordinalWords(number), "words");
    QTEST(romanNumeral(number), "roman");
    QFETCH(QString, roman);
    QCOMPARE(romanValue(roman), static_cast<int>(number));
}

void TestTermPlaces::faults_data()
{
    QTest::addColumn<QString>("term");
    QTest::addColumn<bool>("wrong");
    QTest::newRow("none") << u"ASEAN"_s << false;
    QTest::newRow("place") << u"lần thứ {n}"_s << false;
    QTest::newRow("form") << u"{n:ordinal} ASEAN Summit"_s << false;
    QTest::newRow("unknown form") << u"{n:th} ASEAN Summit"_s << true;
    QTest::newRow("open") << u"lần thứ {n"_s << true;
    QTest::newRow("closed") << u"lần thứ n}"_s << true;
    QTest::newRow("turned") << u"lần thứ }n{"_s << true;
    QTest::newRow("words") << u"{a name}"_s << true;
    QTest::newRow("empty") << u"{}"_s << true;
}

void TestTermPlaces::faults()
{
    QFETCH(QString, term);
    QFETCH(bool, wrong);
    QCOMPARE(!placeFault(term).isEmpty(), wrong);
    const auto unfilled = fillPlaces(u"{m}"_s, {{u"n"_s, u"5"_s, 5}});
    QVERIFY(!unfilled);
}

/// Terms with places change nothing for those without, whatever the text.
void TestTermPlaces::leavesPlainTermsAsTheyWere()
{
    QList<QPair<QString, QString>> plain;
    for (const auto &pair : patterns) {
        if (!pair.first.contains(u'{'))
            plain.append(pair);
    }
    const TermMatcher alone({termbaseOf(plain)}, u"vi"_s);
    const TermMatcher both({termbaseOf(plain), termbaseOf(patterns)}, u"vi"_s);
    const QStringList words =
        u"Hội nghị Cấp cao ASEAN lần thứ 53 XIII hai mươi năm 2020 , - / khóa Đại hội"_s.split(u' ');
    std::mt19937 random(20);
    for (int round = 0; round < 2000; ++round) {
        QString text;
        for (int i = 0; i < 20; ++i)
            text += words[static_cast<qsizetype>(random() % static_cast<unsigned>(words.size()))] + u' ';
        QList<TermMatch> expected = alone.find(text, true);
        QList<TermMatch> all = both.find(text, true);
        all.removeIf([](const TermMatch &match) { return match.termbase != 0; });
        for (QList<TermMatch> *list : {&expected, &all}) {
            for (TermMatch &match : *list)
                match.nested = false;
            std::sort(list->begin(), list->end(), [](const TermMatch &a, const TermMatch &b) {
                return std::tuple(a.span.start, a.span.end, a.entry) <
                       std::tuple(b.span.start, b.span.end, b.entry);
            });
        }
        QCOMPARE(all, expected);
    }
}

void TestTermPlaces::everyNumberInEveryForm()
{
    const TermMatcher matcher({termbaseOf({{u"kỳ họp lần thứ {n} của Ủy ban"_s, u"{n}"_s},
                                           {u"Ủy ban khóa {n}"_s, u"{n:ordinal}"_s}})},
                              u"vi"_s);
    static const QStringList digits{u""_s,    u"một"_s, u"hai"_s, u"ba"_s,  u"bốn"_s,
                                    u"năm"_s, u"sáu"_s, u"bảy"_s, u"tám"_s, u"chín"_s};
    const auto words = [](int number) {
        QString tens = number < 10 ? QString() : number < 20 ? u"mười "_s : digits[number / 10] + u" mươi "_s;
        const int last = number % 10;
        const QString one = last == 5 && number > 9    ? u"lăm"_s
                            : last == 1 && number > 20 ? u"mốt"_s
                                                       : digits[last];
        return (tens + one).trimmed();
    };
    std::mt19937 random(53);
    for (int round = 0; round < 500; ++round) {
        const int number = static_cast<int>(random() % 89) + 1;
        for (const QString &written : {QString::number(number), romanNumeral(number), words(number)}) {
            if (written == u"L"_s || (number == 1 && written == words(1)))
                continue; // a letter alone; "thứ một" is said "thứ nhất"
            const QString text = u"Trong kỳ họp lần thứ "_s + written + u" của Ủy ban, ông"_s;
            const QList<TermMatch> matches = matcher.find(text);
            QVERIFY2(matches.size() == 1, qUtf8Printable(text));
            QCOMPARE(matches.first().values.first().number, number);
            QCOMPARE(matches.first().values.first().written, written);
            QCOMPARE(matches.first().span, (Span{6, text.size() - 5}));
        }
        QCOMPARE(found(matcher, u"Ủy ban khóa "_s + romanNumeral(number == 50 ? 49 : number)).size(), 1);
    }
}

QTEST_APPLESS_MAIN(TestTermPlaces)
#include "tst_term_places.moc"
