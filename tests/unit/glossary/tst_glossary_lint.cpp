#include "glossary/data/builtin_glossary.h"
#include "glossary/engine/lint.h"
#include "glossary/engine/lint_letters.h"
#include "glossary/engine/tsv.h"

#include <QtTest/QtTest>

using namespace verbale;
using namespace verbale::glossary;
using namespace Qt::StringLiterals;

namespace {

const QString header = u"id\tvi\ten\tdomain\tstatus\ten_variants\tabbreviation_en\tnote\tauthority\n"_s;

QString row(const QString &id, const QString &vi, const QString &en, const QString &domain = u"asean"_s,
            const QString &abbreviation = {}, const QString &note = {})
{
    return QStringList{id, vi, en, domain, {}, {}, abbreviation, note, u"Charter"_s}.join(u'\t') + u'\n';
}

QStringList lint(const QString &rows)
{
    const Result<GlossaryContents> contents = readTsv((header + rows).toUtf8(), u"a.tsv"_s);
    if (!contents)
        return {contents.error().text()};
    QStringList found;
    for (const LintFinding &finding : lintGlossary({*contents}))
        found.append(u"%1:%2:%3"_s.arg(finding.where.line).arg(severityName(finding.severity), finding.code));
    return found;
}

} // namespace

class TestGlossaryLint : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
    void seesSeveralFiles();
    void seesDates_data();
    void seesDates();
    void wantsBlockingContexts();
    void wantsReasons();
    void seesLostCountries_data();
    void seesLostCountries();
    void seesLetters_data();
    void seesLetters();
    void theShippedGlossaryIsClear();
};

void TestGlossaryLint::finds_data()
{
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QStringList>("expected");
    const auto add = [](const char *name, const QString &rows, const QStringList &expected) {
        QTest::newRow(name) << rows << expected;
    };
    const QString a = row(u"a"_s, u"hội nghị"_s, u"summit"_s);
    add("nothing", a, {});
    add("rejected row", a + u"b\tx\n"_s, {u"3:error:rejected"_s});
    add("same id", a + row(u"a"_s, u"hợp tác"_s, u"cooperation"_s), {u"3:error:duplicate-id"_s});
    add("same sense", a + row(u"b"_s, u"hội nghị"_s, u"Summit"_s, u"asean"_s, {}, u"why"_s),
        {u"3:error:duplicate-sense"_s});
    add("told apart by capitals", a + row(u"b"_s, u"Hội nghị"_s, u"Summit"_s), {});
    add("same sense after twins",
        a + row(u"b"_s, u"Hội nghị"_s, u"Summit"_s) + row(u"c"_s, u"hội nghị"_s, u"summit"_s, u"un"_s),
        {u"4:warning:duplicate-sense"_s});
    add("same sense elsewhere", a + row(u"b"_s, u"hội nghị"_s, u"summit"_s, u"un"_s),
        {u"3:warning:duplicate-sense"_s});
    add("homograph", a + row(u"b"_s, u"hội nghị"_s, u"conference"_s), {u"3:error:unexplained-homograph"_s});
    add("homograph explained",
        a + row(u"b"_s, u"hội nghị"_s, u"conference"_s, u"asean"_s, {}, u"of experts"_s), {});
    add("homograph of another domain", a + row(u"b"_s, u"hội nghị"_s, u"conference"_s, u"un"_s), {});
    add("homograph without domain", a + row(u"b"_s, u"hội nghị"_s, u"conference"_s, {}),
        {u"3:warning:no-domain"_s, u"3:error:homograph-without-domain"_s});
    add("no authority", u"a\tx\ty\tasean\t\t\t\t\t\n"_s, {u"2:warning:no-authority"_s});
    add("Cyrillic", row(u"a"_s, u"x"_s, u"summ\u0456t"_s), {u"2:error:look-alike"_s});
    add("eth", row(u"a"_s, u"biển Ðông"_s, u"East Sea"_s), {u"2:error:look-alike"_s});
    add("decomposed", row(u"a"_s, u"hội"_s.normalized(QString::NormalizationForm_D), u"y"_s),
        {u"2:error:not-normalised"_s});
    add("twice white space", row(u"a"_s, u"x  z"_s, u"y"_s), {u"2:error:white-space"_s});
    add("same abbreviation",
        row(u"a"_s, u"x"_s, u"United Nations"_s, u"un"_s, u"UN"_s) +
            row(u"b"_s, u"z"_s, u"Upper Nile"_s, u"un"_s, u"UN"_s),
        {u"3:warning:ambiguous-abbreviation"_s});
    add("same abbreviation explained",
        row(u"a"_s, u"x"_s, u"United Nations"_s, u"un"_s, u"UN"_s) +
            row(u"b"_s, u"z"_s, u"Upper Nile"_s, u"un"_s, u"UN"_s, u"a state"_s),
        {});
    add("two abbreviations",
        row(u"a"_s, u"x"_s, u"United Nations"_s, u"un"_s, u"UN"_s) +
            row(u"b"_s, u"z"_s, u"United Nations"_s, u"law"_s, u"UNO"_s),
        {u"3:warning:inconsistent-abbreviation"_s});
    add("long abbreviation", row(u"a"_s, u"x"_s, u"Laos"_s, u"un"_s, u"Lao PDR"_s),
        {u"2:warning:long-abbreviation"_s});
    add("a note among the abbreviations",
        row(u"a"_s, u"x"_s, u"Ministry of Culture"_s, u"un"_s, u"of others"_s),
        {u"2:warning:odd-abbreviation"_s});
    add("places for figures", row(u"a"_s, u"lần thứ {n}"_s, u"{n:ordinal}"_s), {});
    add("place lost", row(u"a"_s, u"lần thứ {n}"_s, u"the next"_s), {u"2:error:placeholders"_s});
    add("unknown form", row(u"a"_s, u"lần thứ {n}"_s, u"{n:th}"_s),
        {u"2:error:bad-place"_s, u"2:error:placeholders"_s});
    add("a row a year",
        row(u"a"_s, u"Đại hội lần thứ XIII"_s, u"13th Congress"_s) +
            row(u"b"_s, u"Đại hội lần thứ XIV"_s, u"14th Congress"_s),
        {u"3:warning:row-a-number"_s});
    add("numbers of their own",
        row(u"a"_s, u"Công ước 1961"_s, u"Vienna Convention of 1961"_s) +
            row(u"b"_s, u"Nghị định thư 1972"_s, u"Protocol of 1972"_s),
        {});
    add("forbidden without a word", u"a\tx\ty\tasean\tforbidden\t\t\t\tC\n"_s,
        {u"2:warning:no-replacement"_s, u"2:warning:no-replacement"_s});
    add("forbidden with a note", u"a\tx\ty\tasean\tforbidden\t\t\tsay z\tC\n"_s, {});
}

void TestGlossaryLint::finds()
{
    QFETCH(QString, rows);
    QFETCH(QStringList, expected);
    QCOMPARE(lint(rows), expected);
}

void TestGlossaryLint::seesSeveralFiles()
{
    const QString a = header + row(u"a"_s, u"hội nghị"_s, u"summit"_s);
    const Result<GlossaryContents> one = readTsv(a.toUtf8(), u"one.tsv"_s);
    const Result<GlossaryContents> two = readTsv(a.toUtf8(), u"two.tsv"_s);
    const QList<LintFinding> findings = lintGlossary({*one, *two});
    QCOMPARE(findings.size(), 2);
    QCOMPARE(findings.first().code, u"duplicate-sense"_s);
    QCOMPARE(findings.first().where.file, u"two.tsv"_s);
    QVERIFY(findings.first().message.contains(u"one.tsv:2"_s));
}

void TestGlossaryLint::seesDates_data()
{
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QStringList>("expected");
    const auto ministry = [](const char *id, const char *english, const char *from, const char *to) {
        return u"%1\tBộ Y tế\t%2\tstate\tC\tnote\t%3\t%4\n"_s.arg(QLatin1String(id), QLatin1String(english),
                                                                  QLatin1String(from), QLatin1String(to));
    };
    QTest::newRow("turned") << ministry("a", "x", "2025-03", "2025-02-28") << QStringList{u"valid-dates"_s};
    QTest::newRow("a year") << ministry("a", "x", "2025-03", "2025") << QStringList();
    QTest::newRow("one after the other")
        << ministry("a", "x", "", "2025-02-28") + ministry("b", "y", "2025-03-01", "") << QStringList();
    QTest::newRow("at one time") << ministry("a", "x", "", "2025-02-28") + ministry("b", "y", "2025-02", "")
                                 << QStringList{u"two-valid"_s};
    QTest::newRow("no dates") << ministry("a", "x", "", "") + ministry("b", "y", "", "") << QStringList();
}

void TestGlossaryLint::seesDates()
{
    QFETCH(QString, rows);
    const QString file = u"id\tvi\ten\tdomain\tauthority\tnote\tvalid_from\tvalid_to\n"_s + rows;
    const Result<GlossaryContents> contents = readTsv(file.toUtf8(), u"a.tsv"_s);
    QVERIFY(contents.ok());
    QStringList codes;
    for (const LintFinding &finding : lintGlossary({*contents}))
        codes.append(finding.code);
    QTEST(codes, "expected");
}

void TestGlossaryLint::wantsBlockingContexts()
{
    QString file = header + row(u"a"_s, u"đoàn"_s, u"delegation"_s);
    const QStringList words{u"kết"_s,    u"tụ"_s,   u"viên"_s, u"thể"_s,
                            u"trưởng"_s, u"quân"_s, u"hát"_s,  u"xe"_s};
    for (const QString &word : words)
        file += row(u"w-"_s + word, u"đoàn "_s + word,
                    u"word %1"_s.arg(QLatin1Char(static_cast<char>('a' + words.indexOf(word)))));
    const Result<GlossaryContents> contents = readTsv(file.toUtf8(), u"a.tsv"_s);
    QVERIFY(contents.ok());
    const QList<LintFinding> findings = lintGlossary({*contents});
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings.first().code, u"no-blocking-context"_s);
    QCOMPARE(findings.first().entry, u"a"_s);
    QVERIFY2(findings.first().message.startsWith(u"\"đoàn\" stands"_s),
             qUtf8Printable(findings.first().message));
    MatchRules rules;
    rules.stopExpressions.append({u"đoàn tàu"_s, {u"đoàn"_s}});
    QVERIFY(lintGlossary({*contents}, rules).isEmpty());
}

void TestGlossaryLint::wantsReasons()
{
    const QString columns = u"id\tvi\ten\tdomain\tauthority\tforbidden_en\treason\n"_s;
    const auto codes = [&columns](const QString &line) {
        const Result<GlossaryContents> contents = readTsv((columns + line).toUtf8(), u"a.tsv"_s);
        QStringList list;
        for (const LintFinding &finding : lintGlossary({*contents}))
            list.append(finding.code);
        return list;
    };
    QCOMPARE(codes(u"a\tBiển Đông\tEast Sea\tsea\tC\tSouth China Sea\t\n"_s), QStringList{u"no-reason"_s});
    QCOMPARE(codes(u"a\tBiển Đông\tEast Sea\tsea\tC\tSouth China Sea\tlaw\n"_s), QStringList());
}

void TestGlossaryLint::seesLostCountries_data()
{
    QTest::addColumn<QString>("vi");
    QTest::addColumn<QString>("en");
    QTest::addColumn<QString>("note");
    QTest::addColumn<QString>("lost");
    const auto add = [](const char *name, const QString &vi, const QString &en, const QString &lost,
                        const QString &note = {}) { QTest::newRow(name) << vi << en << note << lost; };
    add("no country", u"Đại sứ"_s, u"Ambassador"_s, {});
    add("lost", u"Đại sứ EU tại Việt Nam"_s, u"Ambassador of the European Union"_s, u"Việt Nam"_s);
    add("meant", u"Quốc hội Hàn Quốc"_s, u"Gukhoe"_s, {}, u"The name says its country"_s);
    add("another note", u"Quốc hội Hàn Quốc"_s, u"Gukhoe"_s, u"Hàn Quốc"_s, u"One house"_s);
    add("named", u"Đại sứ tại Việt Nam"_s, u"Ambassador to Viet Nam"_s, {});
    add("adjective", u"công dân Việt Nam"_s, u"Vietnamese citizen"_s, {});
    add("abbreviation", u"Hạm đội Hoa Kỳ"_s, u"US Fleet"_s, {});
    add("the word us", u"Hạm đội Hoa Kỳ"_s, u"fleet near us"_s, u"Hoa Kỳ"_s);
    add("the end of its name", u"Thương mại Hàn Quốc"_s, u"Korea Trade"_s, {});
    add("formal name", u"Tổng thống Cộng hòa Pháp"_s, u"French President"_s, {});
    add("formal name lost", u"Tổng thống Cộng hòa Pháp"_s, u"President"_s, u"Cộng hòa Pháp"_s);
    add("two", u"Nhóm Việt Nam - Hàn Quốc"_s, u"Group"_s, u"Việt Nam, Hàn Quốc"_s);
    add("one of two", u"Nhóm Việt Nam - Hàn Quốc"_s, u"Group of Viet Nam"_s, u"Hàn Quốc"_s);
    add("one syllable", u"Luật Thương mại Đức"_s, u"Trade Law"_s, u"Đức"_s);
    add("one syllable, first of two", u"Đại sứ quán Đức và Pháp"_s, u"Embassy of France"_s, u"Đức"_s);
    add("one syllable of a name", u"quận Thủ Đức"_s, u"Thu Duc District"_s, {});
    add("one syllable of a word", u"danh hiệu Anh hùng"_s, u"title of Hero"_s, {});
    add("small letters", u"cải cách luật pháp"_s, u"reform of the law"_s, {});
    add("within a region's name", u"Khung Ấn Độ Dương - Thái Bình Dương"_s, u"Indo-Pacific Framework"_s, {});
    add("beside a region's name", u"Ấn Độ Dương và Ấn Độ"_s, u"the Indo-Pacific"_s, u"Ấn Độ"_s);
}

/// Whatever file has the countries, before or after.
void TestGlossaryLint::seesLostCountries()
{
    QFETCH(QString, vi);
    QFETCH(QString, en);
    QFETCH(QString, note);
    QFETCH(QString, lost);
    const QString columns = u"id\tvi\ten\tpos\tdomain\tvi_variants\ten_variants\tauthority\n"_s;
    const QString name = u"%1\t%2\t%3\tproper noun\t%4\t%5\t%6\tUN\n"_s;
    const QString countries =
        columns + name.arg(u"vn"_s, u"Việt Nam"_s, u"Viet Nam"_s, u"countries"_s, u""_s, u"Vietnamese"_s) +
        name.arg(u"kr"_s, u"Hàn Quốc"_s, u"Republic of Korea"_s, u"countries"_s, u""_s, u"ROK"_s) +
        name.arg(u"us"_s, u"Hoa Kỳ"_s, u"United States"_s, u"countries"_s, u"Mỹ"_s, u"US"_s) +
        name.arg(u"de"_s, u"Đức"_s, u"Germany"_s, u"countries"_s, u""_s, u"German"_s) +
        name.arg(u"gb"_s, u"Vương quốc Anh"_s, u"United Kingdom"_s, u"countries"_s, u"Anh"_s, u"UK"_s) +
        name.arg(u"fr"_s, u"Pháp"_s, u"France"_s, u"countries"_s, u""_s, u"French"_s) +
        name.arg(u"fr-f"_s, u"Cộng hòa Pháp"_s, u"French Republic"_s, u"countries"_s, u""_s, u""_s) +
        name.arg(u"in"_s, u"Ấn Độ"_s, u"India"_s, u"countries"_s, u""_s, u"Indian"_s) +
        name.arg(u"io"_s, u"Ấn Độ Dương"_s, u"Indo Ocean"_s, u"regions"_s, u""_s, u""_s);
    const Result<GlossaryContents> known = readTsv(countries.toUtf8(), u"countries.tsv"_s);
    const Result<GlossaryContents> asked =
        readTsv((header + row(u"a"_s, vi, en, u"law"_s, {}, note)).toUtf8(), u"a.tsv"_s);
    QVERIFY(known.ok() && asked.ok());
    QStringList messages;
    for (const QString &country : lost.split(u", "_s, Qt::SkipEmptyParts))
        messages.append(u"\"%1\" names %2,"_s.arg(vi, country));
    for (const QList<GlossaryContents> &files : {QList{*known, *asked}, QList{*asked, *known}}) {
        QStringList found;
        for (const LintFinding &finding : lintGlossary(files)) {
            if (finding.code == u"lost-country"_s && finding.entry == u"a"_s)
                found.append(finding.message.section(u" which"_s, 0, 0));
        }
        QCOMPARE(found, messages);
    }
    for (const LintFinding &finding : lintGlossary({*asked}))
        QVERIFY2(finding.code != u"lost-country"_s, "without the countries' entries nothing is known");
}

void TestGlossaryLint::seesLetters_data()
{
    QTest::addColumn<QString>("term");
    QTest::addColumn<bool>("english");
    QTest::addColumn<QString>("letter");
    QTest::newRow("plain") << u"Joint Statement (2025)"_s << true << u""_s;
    QTest::newRow("French") << u"Côte d'Ivoire, São Tomé, note à côté"_s << true << u""_s;
    QTest::newRow("a Vietnamese name") << u"Đồng Đăng"_s << true << u""_s;
    QTest::newRow("one Vietnamese letter") << u"Coơperation"_s << true << u"\"ơ\" (U+01A1)"_s;
    QTest::newRow("Cyrillic a") << u"St\u0430tement"_s << true << u"\"\u0430\" (U+0430)"_s;
    QTest::newRow("Greek o") << u"Viet N\u03B1m"_s << true << u"\"\u03B1\" (U+03B1)"_s;
    QTest::newRow("Vietnamese") << u"đường lưỡi bò"_s << false << u""_s;
    QTest::newRow("eth in Vietnamese") << u"biển ðông"_s << false << u"\"ð\" (U+00F0)"_s;
}

void TestGlossaryLint::seesLetters()
{
    QFETCH(QString, term);
    QFETCH(bool, english);
    QFETCH(QString, letter);
    const std::optional<Letter> found = wrongLetter(term, english);
    QCOMPARE(found ? found->text() : QString(), letter);
}

/// No fault in the shipped glossary; warnings are for its editors.
void TestGlossaryLint::theShippedGlossaryIsClear()
{
    const Result<Termbase> shipped = builtinGlossary();
    QVERIFY(shipped.ok());
    GlossaryContents contents;
    contents.termbase = *shipped;
    QStringList errors;
    for (const LintFinding &finding : lintGlossary({contents})) {
        if (finding.severity == LintSeverity::Error)
            errors.append(finding.entry + u": "_s + finding.message);
    }
    QCOMPARE(errors, QStringList());
}

QTEST_GUILESS_MAIN(TestGlossaryLint)
#include "tst_glossary_lint.moc"
