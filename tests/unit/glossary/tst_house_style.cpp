#include "glossary/data/builtin_glossary.h"
#include "glossary/data/builtin_styles.h"
#include "glossary/data/style_checks.h"
#include "glossary/engine/house_style.h"

#include <QtTest/QtTest>

using namespace verbale;
using namespace verbale::glossary;
using namespace Qt::StringLiterals;

namespace {

const QString header = u"kind\twording\treplacement\tsource\tstatus\texempt\treason\tauthority\tnote\n"_s;

HouseStyle shipped(const QString &name)
{
    const Result<StyleContents> contents = loadHouseStyle(name);
    return contents ? contents->style : HouseStyle();
}

QStringList texts(const QList<AvoidedTerm> &terms)
{
    QStringList list;
    for (const AvoidedTerm &term : terms)
        list.append(term.text + u" -> "_s + term.replacement);
    return list;
}

QStringList texts(const QList<AvoidedUse> &uses)
{
    QList<AvoidedTerm> terms;
    for (const AvoidedUse &use : uses)
        terms.append(use.wording);
    return texts(terms);
}

ConceptEntry entryOf(const QString &id, const QString &vi, const QStringList &en)
{
    ConceptEntry entry;
    entry.id = id;
    entry.terms.append({u"vi"_s, vi});
    for (const QString &text : en)
        entry.terms.append({u"en"_s, text});
    return entry;
}

} // namespace

class TestHouseStyle : public QObject
{
    Q_OBJECT

private slots:
    void writes_data();
    void writes();
    void findsAvoided_data();
    void findsAvoided();
    void prefers_data();
    void prefers();
    void tellsWhatAnEntryAvoids();
    void neverWritesWhatAnEntryForbids();
    void exempts();
    void refuses_data();
    void refuses();
    void keepsAFile();
    void shippedStyles_data();
    void shippedStyles();
    void boundEntriesExist_data();
    void boundEntriesExist();
    void checksShippedFiles();
    void loadsFiles();
    void writingTwiceIsWritingOnce();
};

void TestHouseStyle::writes_data()
{
    QTest::addColumn<QString>("style");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *style, const QString &english, const QString &expected) {
        QTest::addRow("%s: %s", style, qUtf8Printable(english))
            << QString::fromLatin1(style) << english << expected;
    };
    row("mofa", u"Vietnam"_s, u"Viet Nam"_s);
    row("mofa", u"Vietnamese people"_s, u"Vietnamese people"_s);
    row("mofa", u"Vietnam Airlines"_s, u"Vietnam Airlines"_s);
    row("mofa", u"Vietnam's flag on Vietnam Airlines"_s, u"Viet Nam's flag on Vietnam Airlines"_s);
    row("mofa", u"peace in the South China Sea"_s, u"peace in the East Sea"_s);
    row("mofa", u"Declaration on the Conduct of Parties in the South China Sea"_s,
        u"Declaration on the Conduct of Parties in the South China Sea"_s);
    row("mofa", u"Hà Nội"_s, u"Ha Noi"_s);
    row("mofa", u"Đà Nẵng and Hồ Chí Minh City"_s, u"Da Nang and Ho Chi Minh City"_s);
    row("mofa", u"Turkey"_s, u"Türkiye"_s);
    row("mofa", u"Côte d'Ivoire"_s, u"Côte d'Ivoire"_s);
    row("mofa", u"São Tomé and Príncipe"_s, u"São Tomé and Príncipe"_s);
    row("mofa", u"World Health Organization"_s, u"World Health Organization"_s);
    row("mofa", u"the organization of a center"_s, u"the organisation of a centre"_s);
    row("neutral", u"Government of Viet Nam"_s, u"Government of Vietnam"_s);
    row("neutral", u"disputes in the East Sea"_s, u"disputes in the South China Sea"_s);
    row("neutral", u"East Sea Institute"_s, u"East Sea Institute"_s);
    row("neutral", u"Hoang Sa Archipelago"_s, u"Paracel Islands"_s);
    row("neutral", u"national defence centre"_s, u"national defense center"_s);
    row("neutral", u"Ministry of National Defence"_s, u"Ministry of National Defence"_s);
}

void TestHouseStyle::writes()
{
    QFETCH(QString, style);
    QFETCH(QString, english);
    QTEST(shipped(style).write(english), "expected");
}

void TestHouseStyle::findsAvoided_data()
{
    QTest::addColumn<QString>("style");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *style, const QString &english, const QStringList &expected) {
        QTest::addRow("%s: %s", style, qUtf8Printable(english))
            << QString::fromLatin1(style) << english << expected;
    };
    row("mofa", u"Viet Nam and the East Sea"_s, {});
    row("mofa", u"Vietnam"_s, {u"Vietnam -> Viet Nam"_s});
    row("mofa", u"Vietnam Airlines"_s, {});
    row("mofa", u"Vietnam Airlines of Vietnam"_s, {u"Vietnam -> Viet Nam"_s});
    row("mofa", u"the “South China Sea”"_s, {});
    row("mofa", u"\"South China Sea\" and the South China Sea"_s, {u"South China Sea -> East Sea"_s});
    row("mofa", u"the South China Sea Arbitration"_s, {});
    row("mofa", u"Hoang Sa (Paracel Islands)"_s, {});
    row("mofa", u"Organization of centers"_s, {u"centers -> centres"_s});
    row("mofa", u"visited Hà Nội"_s, {u"Nội -> Noi"_s});
    row("mofa", u"the Communist Party General Secretary"_s,
        {u"Communist Party General Secretary -> General Secretary of the Communist Party of Viet Nam Central "
         "Committee"_s});
    row("neutral", u"Viet Nam"_s, {u"Viet Nam -> Vietnam"_s});
    row("neutral", u"the Xisha islands"_s, {u"Xisha -> Paracel Islands"_s});
}

void TestHouseStyle::findsAvoided()
{
    QFETCH(QString, style);
    QFETCH(QString, english);
    QTEST(texts(shipped(style).avoidedIn(english)), "expected");
}

void TestHouseStyle::prefers_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("mofa");
    QTest::addColumn<QString>("neutral");
    QTest::newRow("country") << u"country.vn"_s << u"Viet Nam"_s << u"Vietnam"_s;
    QTest::newRow("sea") << u"regions.east-sea"_s << u"East Sea"_s << u"South China Sea"_s;
    QTest::newRow("islands") << u"regions.hoang-sa"_s << u"Hoang Sa Archipelago"_s << u"Paracel Islands"_s;
    QTest::newRow("Korea") << u"country.kr"_s << u"Republic of Korea"_s << u"South Korea"_s;
    QTest::newRow("Taiwan") << u"country.tw"_s << u"Taiwan (China)"_s << u"Taiwan"_s;
    QTest::newRow("title") << u"asean.doc"_s
                           << u"Declaration on the Conduct of Parties in the South China Sea"_s
                           << u"Declaration on the Conduct of Parties in the South China Sea"_s;
    QTest::newRow("Türkiye") << u"country.tr"_s << u"Türkiye"_s << u"Turkey"_s;
}

void TestHouseStyle::prefers()
{
    const Result<Termbase> termbase = builtinGlossary();
    QVERIFY(termbase.ok());
    QFETCH(QString, id);
    const ConceptEntry *entry = termbase->find(id);
    QVERIFY(entry);
    const QList<Term> targets = entry->termsIn(u"en"_s);
    QTEST(shipped(u"mofa"_s).preferredTarget(*entry, targets), "mofa");
    QTEST(shipped(u"neutral"_s).preferredTarget(*entry, targets), "neutral");
}

void TestHouseStyle::tellsWhatAnEntryAvoids()
{
    const HouseStyle mofa = shipped(u"mofa"_s);
    ConceptEntry sea =
        entryOf(u"x"_s, u"Biển Đông"_s, {u"East Sea"_s, u"South China Sea"_s, u"Eastern Sea"_s});
    sea.terms.last().status = TermStatus::Deprecated;
    sea.terms.last().reason = u"no name"_s;
    const QList<AvoidedTerm> avoided = mofa.avoidedFor(sea, sea.termsIn(u"en"_s));
    QCOMPARE(texts(avoided), (QStringList{u"Eastern Sea -> "_s, u"South China Sea -> East Sea"_s}));
    QCOMPARE(avoided[0].reason, u"no name"_s);
    QCOMPARE(avoided[1].status, TermStatus::Forbidden);
    QVERIFY(!avoided[1].reason.isEmpty());
    const ConceptEntry ministry = entryOf(u"y"_s, u"Bộ Công an"_s, {u"Ministry of Public Security"_s});
    QVERIFY(
        texts(mofa.avoidedFor(ministry, {})).contains(u"Interior Ministry -> Ministry of Public Security"_s));
    QVERIFY(mofa.avoidedFor(entryOf(u"z"_s, u"hòa bình"_s, {}), {{u"en"_s, u"peace"_s}}).isEmpty());
    QVERIFY(HouseStyle().avoidedFor(ministry, ministry.terms).isEmpty());
}

void TestHouseStyle::neverWritesWhatAnEntryForbids()
{
    const HouseStyle mofa = shipped(u"mofa"_s);
    ConceptEntry capital = entryOf(u"x"_s, u"Hà Nội"_s, {u"Hanoi"_s, u"Ha Noi"_s});
    QCOMPARE(mofa.preferredTarget(capital, capital.termsIn(u"en"_s)), u"Ha Noi"_s);
    capital.terms.last().status = TermStatus::Forbidden;
    capital.terms.last().replacement = u"Hanoi"_s;
    const QList<Term> targets = capital.termsIn(u"en"_s);
    QCOMPARE(mofa.preferredTarget(capital, targets), u"Hanoi"_s);
    QCOMPARE(texts(mofa.avoidedFor(capital, targets)), QStringList{u"Ha Noi -> Hanoi"_s});
}

void TestHouseStyle::exempts()
{
    const HouseStyle mofa = shipped(u"mofa"_s);
    const QList<AvoidedUse> uses = mofa.avoidedIn(u"Vietnam, “Vietnam” and Vietnam"_s);
    QCOMPARE(uses.size(), 1);
    QCOMPARE(uses.first().spans, (QList<Span>{{0, 7}, {23, 30}}));
    const QString text = u"The South China Sea Arbitration is about the South China Sea."_s;
    const QString wording = u"South China Sea"_s;
    QVERIFY(mofa.isExempt(text, {4, 19}, wording));
    const qsizetype second = text.lastIndexOf(wording);
    QVERIFY(!mofa.isExempt(text, {second, second + wording.size()}, wording));
    QVERIFY(mofa.isExempt(u"so-called “South China Sea”"_s, {11, 26}, wording));
}

void TestHouseStyle::refuses_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, const QString &line, const char *place) {
        QTest::newRow(name) << line << QString::fromLatin1(place);
    };
    row("kind", u"never\tX\tY\t\t\t\tr\ta\t"_s, "2:1");
    row("no wording", u"avoid\t\tY\t\t\t\tr\ta\t"_s, "2:7");
    row("no replacement", u"avoid\tX\t\t\t\t\tr\ta\t"_s, "2:9");
    row("itself", u"avoid\tX\tX\t\t\t\tr\ta\t"_s, "2:9");
    row("no reason", u"avoid\tX\tY\t\t\t\t\ta\t"_s, "2:14");
    row("no authority", u"write\tX\tY\t\t\t\tr\t\t"_s, "2:16");
    row("status", u"avoid\tX\tY\t\tpreferred\t\tr\ta\t"_s, "2:12");
    row("unbound preference", u"prefer\tX\t\t\t\t\t\t\t"_s, "2:11");
    row("setting", u"setting\tcolour\tred\t\t\t\t\t\t"_s, "2:9");
    row("value", u"setting\tdates\tyear\t\t\t\t\t\t"_s, "2:15");
    row("cells", u"spell\tx\ty\t\t\t\t\t\t\tz"_s, "2:17");
    row("twice", u"spell\tx\ty\t\t\t\t\t\t\nspell\tx\tz\t\t\t\t\t\t"_s, "3:7");
}

void TestHouseStyle::refuses()
{
    QFETCH(QString, line);
    const Result<StyleContents> contents = readHouseStyle((header + line).toUtf8(), u"own.tsv"_s);
    QVERIFY(contents.ok());
    QCOMPARE(contents->rejected.size(), 1);
    const Place &where = contents->rejected.first().where;
    QTEST(u"%1:%2"_s.arg(where.line).arg(where.column), "place");
    const Result<StyleContents> headless = readHouseStyle(line.toUtf8(), u"own.tsv"_s);
    QVERIFY(!headless.ok());
    QCOMPARE(headless.error().code, u"glossary.bad-style"_s);
}

void TestHouseStyle::keepsAFile()
{
    for (const QString &name : builtinStyleNames()) {
        const QByteArray file = builtinStyleFile(name);
        const Result<StyleContents> contents = readHouseStyle(file, name + u".tsv"_s);
        QVERIFY(contents.ok());
        QCOMPARE(contents->style.name(), name);
        const Result<StyleContents> again =
            readHouseStyle(writeHouseStyle(contents->style), name + u".tsv"_s);
        QVERIFY(again.ok());
        QCOMPARE(again->style.rules(), contents->style.rules());
    }
}

void TestHouseStyle::shippedStyles_data()
{
    QTest::addColumn<int>("least");
    QTest::newRow("mofa") << 60;
    QTest::newRow("neutral") << 20;
}

void TestHouseStyle::shippedStyles()
{
    QFETCH(int, least);
    const Result<StyleContents> contents = loadHouseStyle(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(contents.ok());
    QVERIFY(contents->rejected.isEmpty());
    const QList<StyleRule> &rules = contents->style.rules();
    const auto wordings = std::count_if(rules.begin(), rules.end(), [](const StyleRule &rule) {
        return rule.kind == StyleRuleKind::Avoid || rule.kind == StyleRuleKind::Write;
    });
    QVERIFY2(wordings >= least, qPrintable(QString::number(wordings)));
    // What is written instead is no wording that the style avoids.
    for (const StyleRule &rule : rules) {
        if (rule.replacement.isEmpty() || rule.kind == StyleRuleKind::Setting)
            continue;
        const QStringList avoided = texts(contents->style.avoidedIn(rule.replacement));
        QVERIFY2(avoided.isEmpty(), qUtf8Printable(rule.replacement + u": "_s + avoided.join(u", "_s)));
    }
}

void TestHouseStyle::boundEntriesExist_data()
{
    shippedStyles_data();
}

void TestHouseStyle::boundEntriesExist()
{
    const Result<Termbase> termbase = builtinGlossary();
    QVERIFY(termbase.ok());
    const HouseStyle style = shipped(QString::fromLatin1(QTest::currentDataTag()));
    for (const StyleRule &rule : style.rules()) {
        if (rule.source.startsWith(u'#'))
            QVERIFY2(termbase->find(rule.source.mid(1)), qUtf8Printable(rule.source));
    }
}

void TestHouseStyle::checksShippedFiles()
{
    const QString good = u"avoid\tA\tB\t\t\t\tr\ta\t\navoid\tC\tD\t\t\t\tr\ta\t\n"_s;
    QVERIFY(styleProblems((header + good).toUtf8(), u"a.tsv"_s).isEmpty());
    const QString unsorted = u"avoid\tC\tD\t\t\t\tr\ta\t\navoid\tA\tB\t\t\t\tr\ta\t\n"_s;
    QCOMPARE(styleProblems((header + unsorted).toUtf8(), u"a.tsv"_s).size(), 1);
    const QString circle = u"write\tA\tB\t\t\t\tr\ta\t\nwrite\tB\tC\t\t\t\tr\ta\t\n"_s;
    QCOMPARE(styleProblems((header + circle).toUtf8(), u"a.tsv"_s).size(), 1);
    QCOMPARE(styleProblems((header + u"spell\tx\ty\t\t\t\t\t\t\n"_s).toUtf8(), u"a.tsv"_s).size(), 1);
    QCOMPARE(styleProblems("nothing", u"a.tsv"_s).size(), 1);
}

void TestHouseStyle::loadsFiles()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"agency.tsv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray bytes =
        (header + u"write\tVietnam\tViệt Nam\t\t\t\tr\ta\t\nsetting\tdiacritics\tkept\t\t\t\t\t\t\n"_s)
            .toUtf8();
    QCOMPARE(file.write(bytes), bytes.size());
    file.close();
    const Result<StyleContents> own = loadHouseStyle(file.fileName());
    QVERIFY(own.ok());
    QCOMPARE(own->style.name(), u"agency"_s);
    QCOMPARE(own->style.write(u"Vietnam and Hà Nội"_s), u"Việt Nam and Hà Nội"_s);
    QVERIFY(own->style.avoidedIn(u"Hà Nội"_s).isEmpty());
    QCOMPARE(shipped({}).name(), u"mofa"_s);
    const Result<StyleContents> none = loadHouseStyle(u"nowhere"_s);
    QVERIFY(!none.ok());
    QVERIFY(none.error().message.contains(u"mofa, neutral"_s));
}

/// What a style has written it leaves alone: of every English term of the shipped glossary.
void TestHouseStyle::writingTwiceIsWritingOnce()
{
    const Result<Termbase> termbase = builtinGlossary();
    QVERIFY(termbase.ok());
    for (const QString &name : builtinStyleNames()) {
        const HouseStyle style = shipped(name);
        for (const ConceptEntry &entry : termbase->entries()) {
            for (const Term &term : entry.termsIn(u"en"_s)) {
                const QString once = style.write(term.text);
                QCOMPARE(style.write(once), once);
                QVERIFY2(!once.contains(u"  "_s), qUtf8Printable(once));
            }
        }
    }
}

QTEST_APPLESS_MAIN(TestHouseStyle)
#include "tst_house_style.moc"
