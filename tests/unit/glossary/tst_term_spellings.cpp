// Spellings of one term: those that lose nothing are the term itself, with exact offsets; others are found
// and marked; different words are not found.

#include "glossary/engine/term_matcher.h"

#include <QtTest/QtTest>

using namespace verbale;
using namespace verbale::glossary;
using namespace Qt::StringLiterals;

namespace {

TermMatcher matcherOf(const QStringList &terms, const MatchRules &rules = {})
{
    QList<ConceptEntry> entries;
    for (const QString &term : terms)
        entries.append({term, {}, {}, {}, {}, {{u"vi"_s, term, TermStatus::Preferred, false}}});
    return TermMatcher({std::make_shared<Termbase>(u"test"_s, entries)}, u"vi"_s, rules);
}

/// The outermost matches as "surface", with ~ before one whose spelling differs.
QStringList found(const TermMatcher &matcher, const QString &text)
{
    QStringList surfaces;
    for (const TermMatch &match : matcher.find(text))
        surfaces.append((match.spelling == TermSpelling::Differs ? u"~"_s : QString()) +
                        text.mid(match.span.start, match.span.length()));
    return surfaces;
}

const MatchRules listed{{},
                        {{u"quan chức cao cấp"_s, u"quan chức cấp cao"_s, SpellingKind::Order},
                         {u"An-giê-ri"_s, u"Algeria"_s, SpellingKind::Transliteration},
                         {u"I-ran"_s, u"Iran"_s, SpellingKind::Transliteration},
                         {u"LHQ"_s, u"Liên hợp quốc"_s, SpellingKind::Abbreviation}}};

struct VariantRow
{
    QString kind;
    QString term;
    QString variant;
};

/// The rows of the file of variant pairs; none where it is not there.
QList<VariantRow> variantRows()
{
    const QString shared =
        qEnvironmentVariable("VERBALE_SHARED", QStringLiteral(VERBALE_SOURCE_DIR "/../shared"));
    QFile file(shared + u"/vietnamese/orthography/variant_pairs.tsv"_s);
    QList<VariantRow> rows;
    if (!file.open(QIODevice::ReadOnly))
        return rows;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        const QStringList cells = line.split(u'\t');
        if (cells.size() >= 3 && !line.startsWith(u'#'))
            rows.append({cells[0], cells[1], QString(cells[2]).replace(u"\\n"_s, u"\n"_s)});
    }
    return rows;
}

} // namespace

class TestTermSpellings : public QObject
{
    Q_OBJECT

private slots:
    void lossless_data();
    void lossless();
    void softer_data();
    void softer();
    void differentWords_data();
    void differentWords();
    void sameSpellingWins();
    void caseOfNames_data();
    void caseOfNames();
    void addsAndRemoves();
    void variantPairs();
};

void TestTermSpellings::lossless_data()
{
    QTest::addColumn<QString>("term");
    QTest::addColumn<QString>("variant");
    const auto row = [](const char *name, const QString &term, const QString &variant) {
        QTest::newRow(name) << term << variant;
    };
    const QString talks = u"vòng đối thoại an ninh"_s;
    row("decomposed", talks, talks.normalized(QString::NormalizationForm_D));
    row("tone apart", u"chính sách đối ngoại"_s, u"chi\u0301nh sa\u0301ch đô\u0301i ngoa\u0323i"_s);
    row("marks out of order", u"cuối kỳ"_s, u"cu\u00F3\u0302i kỳ"_s);
    row("tone before the mark", u"cấp"_s, u"ca\u0301\u0302p"_s);
    row("new style", u"hòa giải, ủy quyền"_s, u"hoà giải, uỷ quyền"_s);
    row("misplaced", u"loài người cuối mùa"_s, u"lòai ngừơi cuôí muà"_s);
    row("eth", u"Đông Dương"_s, u"Ðông Dương"_s);
    row("African d", u"đàm phán Đại Tây Dương"_s, u"ɖàm phán Ɖại Tây Dương"_s);
    row("narrow no-break space", u"vịnh Thái Lan"_s, u"vịnh\u202FThái\u00A0Lan"_s);
    row("ideographic space", u"vịnh Thái Lan"_s, u"vịnh\u3000Thái  Lan"_s);
    row("line break, indented", u"vịnh Thái Lan"_s, u"vịnh\r\n    Thái\n\tLan"_s);
    row("unseen inside", u"vịnh Thái Lan"_s, u"v\u200Bịnh T\u00ADhái L\u200Dan"_s);
    row("unseen beside a space", u"vịnh Thái Lan"_s, u"vịnh \u200BThái\uFEFF Lan"_s);
    row("tight dash", u"Á - Phi - Mỹ Latinh"_s, u"Á-Phi–Mỹ Latinh"_s);
    row("spaced dashes", u"Mê-hi-cô"_s, u"Mê ‑ hi — cô"_s);
    row("minus and full width", u"Mê-hi-cô"_s, u"Mê−hi－cô"_s);
    row("full width", u"Tầm nhìn ASEAN 2045"_s, u"Ｔầｍ ｎｈìｎ ＡＳＥＡＮ　２０４５"_s);
    row("apostrophe", u"Cốt Đi’voa"_s, u"Cốt Đi'voa"_s);
    row("capitals", u"vịnh Thái Lan"_s, u"VỊNH THÁI LAN"_s);
    row("pairs of surrogates", u"a 𐐀𐐀"_s, u"A 𐐨𐐨"_s);
}

void TestTermSpellings::lossless()
{
    QFETCH(QString, term);
    QFETCH(QString, variant);
    const TermMatcher matcher = matcherOf({term});
    for (const auto &[before, after] :
         {std::pair(u""_s, u""_s), std::pair(u"Hai bên bàn về "_s, u" hôm nay."_s),
          std::pair(u"Theo đó: “"_s, u"” (𐐀)"_s)}) {
        const QString text = before + variant + after;
        const QList<TermMatch> matches = matcher.find(text);
        QCOMPARE(matches.size(), 1);
        QCOMPARE(matches[0].span, (Span{before.size(), before.size() + variant.size()}));
        QCOMPARE(matches[0].spelling, TermSpelling::Same);
    }
}

void TestTermSpellings::softer_data()
{
    QTest::addColumn<QString>("term");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("surface");
    const auto row = [](const char *name, const QString &term, const QString &text, const QString &surface) {
        QTest::newRow(name) << term << text << surface;
    };
    row("i for y", u"thế kỷ mới"_s, u"bước vào thế kỉ mới"_s, u"thế kỉ mới"_s);
    row("y for i after qu", u"quy ước"_s, u"theo qui ước chung"_s, u"qui ước"_s);
    row("i alone", u"Ý"_s, u"thăm nước Í vào tháng tới"_s, u"Í"_s);
    row("Cyrillic letter", u"vùng lãnh thổ"_s, u"các vùng lãnh tһổ khác"_s, u"vùng lãnh tһổ"_s);
    row("Cyrillic capital", u"Nam Âu"_s, u"các nước Nаm Âu"_s, u"Nаm Âu"_s);
    row("old code for ư", u"thư viện"_s, u"ở thƣ viện này"_s, u"thƣ viện"_s);
    row("macron for tilde and circumflex", u"xã hội Việt"_s, u"nền xā hội Viēt nay"_s, u"xā hội Viēt"_s);
    row("no marks at all", u"Bộ Tư pháp"_s, u"Bo Tu phap ra thong bao"_s, u"Bo Tu phap"_s);
    row("no marks among others that have", u"Bộ Tư pháp"_s, u"Bo Tu phap ra thông báo"_s, u"Bo Tu phap"_s);
    row("one syllable in a text without marks", u"Đức"_s, u"Thu tuong Duc tham Ha Noi"_s, u"Duc"_s);
    row("letters apart", u"luật biển"_s, u"theo lu ậ t bi ể n quốc tế"_s, u"lu ậ t bi ể n"_s);
    row("letters apart, vowels alone", u"Ủy ban"_s, u"các Ủ y ban"_s, u"Ủ y ban"_s);
    row("spaces lost", u"luật biển quốc tế"_s, u"theo luậtbiển quốctế"_s, u"luậtbiển quốctế"_s);
    row("dashes lost", u"Mô-dăm-bích"_s, u"nước Môdămbích"_s, u"Môdămbích"_s);
    row("order by list", u"Cuộc gặp quan chức cao cấp"_s, u"tại Cuộc gặp quan chức cấp cao lần này"_s,
        u"Cuộc gặp quan chức cấp cao"_s);
    row("transcription by list", u"Iran"_s, u"sang I-ran dự họp"_s, u"I-ran"_s);
    row("listed inside", u"Đại sứ quán Algeria"_s, u"Đại sứ quán An-giê-ri"_s, u"Đại sứ quán An-giê-ri"_s);
    row("abbreviation inside", u"Đại hội đồng Liên hợp quốc"_s, u"tại Đại hội đồng LHQ"_s,
        u"Đại hội đồng LHQ"_s);
    row("bracketed acronym", u"Hội nghị quan chức ASEAN"_s, u"Hội nghị quan chức (SOM+3) ASEAN"_s,
        u"Hội nghị quan chức (SOM+3) ASEAN"_s);
    row("quotation inside", u"Sáng kiến Con đường mới"_s, u"về Sáng kiến “Con đường mới” đó"_s,
        u"Sáng kiến “Con đường mới”"_s);
    row("quotation at the beginning", u"gia đình ASEAN"_s, u"trong “gia đình” ASEAN này"_s,
        u"“gia đình” ASEAN"_s);
}

void TestTermSpellings::softer()
{
    QFETCH(QString, term);
    QFETCH(QString, text);
    QFETCH(QString, surface);
    QVERIFY(text.contains(surface));
    QCOMPARE(found(matcherOf({term}, listed), text), QStringList{u"~"_s + surface});
}

void TestTermSpellings::differentWords_data()
{
    QTest::addColumn<QString>("term");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &term, const QString &text) {
        QTest::newRow(name) << term << text;
    };
    row("other tone", u"hòa"_s, u"hóa hoa họa"_s);
    row("other letter", u"cơ sở"_s, u"cờ sở cô sở"_s);
    row("i and y that part words", u"thi hành"_s, u"thy hành ky hành"_s);
    row("y without a tone", u"ky"_s, u"ki"_s);
    row("half of the marks", u"Bộ Tư pháp"_s, u"Bộ Tu pháp"_s);
    row("one syllable without its marks", u"Đức"_s, u"ông Duc đến"_s);
    row("English", u"Mỹ"_s, u"my country"_s);
    row("words apart", u"an ninh mạng"_s, u"an ninh và mạng"_s);
    row("another order", u"an ninh mạng"_s, u"mạng an ninh"_s);
    row("syllables cut differently", u"cá cảnh"_s, u"các ảnh"_s);
    row("a bracket with words", u"Hội nghị ASEAN"_s, u"Hội nghị (lần này) ASEAN"_s);
    row("abbreviation in small letters", u"Liên hợp quốc"_s, u"lhq"_s);
    row("a quotation cut in two", u"vai trò lãnh đạo"_s, u"vai trò “lãnh đạo gương mẫu” đó"_s);
    row("a sign between", u"Biển Đông"_s, u"Bien, Dong"_s);
}

void TestTermSpellings::differentWords()
{
    QFETCH(QString, term);
    QFETCH(QString, text);
    QCOMPARE(found(matcherOf({term}, listed), text), QStringList());
}

void TestTermSpellings::sameSpellingWins()
{
    const TermMatcher matcher = matcherOf({u"quy ước"_s, u"qui ước"_s, u"ước lệ"_s});
    const QList<TermMatch> matches = matcher.find(u"qui ước"_s, true);
    QCOMPARE(matches.size(), 2);
    QCOMPARE(matches[0], (TermMatch{{0, 7}, 0, 1, 0, false, TermSpelling::Same}));
    QCOMPARE(matches[1], (TermMatch{{0, 7}, 0, 0, 0, true, TermSpelling::Differs}));
    QCOMPARE(found(matcher, u"qui ước lệ"_s), QStringList{u"qui ước"_s});
}

void TestTermSpellings::caseOfNames_data()
{
    QTest::addColumn<QString>("term");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("surfaces");
    QTest::newRow("a syllable") << u"Pháp"_s << u"pháp PHÁP"_s << QStringList{u"PHÁP"_s};
    QTest::newRow("a foreign name") << u"Fiji"_s << u"fiji Fiji"_s << QStringList{u"fiji"_s, u"Fiji"_s};
    QTest::newRow("a long acronym") << u"ASEAN"_s << u"Asean, asean"_s << QStringList{u"Asean"_s, u"asean"_s};
    QTest::newRow("a short acronym") << u"SOM"_s << u"som Som SOM"_s << QStringList{u"SOM"_s};
    QTest::newRow("without a vowel") << u"WHQR"_s << u"Whqr WHQR"_s << QStringList{u"WHQR"_s};
}

void TestTermSpellings::caseOfNames()
{
    QFETCH(QString, term);
    QFETCH(QString, text);
    QTEST(found(matcherOf({term}), text), "surfaces");
}

void TestTermSpellings::addsAndRemoves()
{
    TermMatcher matcher = matcherOf({u"Biển Đông"_s});
    const QString text = u"Bien Dong, Biển Đông, thềm lục địa"_s;
    const qsizetype shelf = matcher.add(
        0, {u"new"_s, {}, {}, {}, {}, {{u"vi"_s, u"thềm lục địa"_s, TermStatus::Preferred, false}}});
    QCOMPARE(matcher.entry(0, shelf).id, u"new"_s);
    QCOMPARE(found(matcher, text), (QStringList{u"~Bien Dong"_s, u"Biển Đông"_s, u"thềm lục địa"_s}));
    matcher.remove(0, 0);
    QCOMPARE(found(matcher, text), QStringList{u"thềm lục địa"_s});
    const qsizetype again =
        matcher.add(0, {u"sea"_s, {}, {}, {}, {}, {{u"vi"_s, u"biển đông"_s, TermStatus::Admitted, false}}});
    matcher.remove(0, shelf);
    QCOMPARE(found(matcher, text), (QStringList{u"~Bien Dong"_s, u"Biển Đông"_s}));
    QCOMPARE(matcher.find(text).last().entry, again);
}

/// Every class of the file: those that lose nothing have to be complete with exact spans.
void TestTermSpellings::variantPairs()
{
    const QList<VariantRow> rows = variantRows();
    if (rows.isEmpty())
        QSKIP("the file of variant pairs is not there");
    const QStringList apart{u"listed-variant"_s, u"transliteration/other-name"_s};
    const QStringList soft{u"i/y"_s, u"homoglyph-1"_s, u"no-diacritics"_s, u"spaced-letters-pdf"_s};
    QMap<QString, std::array<int, 2>> counts; // found, of
    QStringList missed;
    for (const VariantRow &row : rows) {
        if (apart.contains(row.kind))
            continue;
        const TermMatcher matcher = matcherOf({row.term});
        for (const auto &[before, after] :
             {std::pair(u""_s, u""_s), std::pair(u"Hai bên bàn về "_s, u" hôm nay."_s)}) {
            const Span wanted{before.size(), before.size() + row.variant.size()};
            const QList<TermMatch> matches = matcher.find(before + row.variant + after);
            const bool hit = matches.size() == 1 && matches[0].span == wanted &&
                             (matches[0].spelling == TermSpelling::Same) != soft.contains(row.kind);
            ++counts[row.kind][1];
            counts[row.kind][0] += hit ? 1 : 0;
            if (!hit && !soft.contains(row.kind) && !(row.kind == u"lower"_s && !row.term.contains(u' ')))
                missed.append(row.kind + u": "_s + row.variant);
        }
    }
    for (auto count = counts.cbegin(); count != counts.cend(); ++count) {
        qInfo("%-20s %d of %d", qPrintable(count.key()), (*count)[0], (*count)[1]);
        QVERIFY2(!soft.contains(count.key()) || (*count)[0] * 10 >= (*count)[1] * 9, qPrintable(count.key()));
    }
    QCOMPARE(missed, QStringList());
}

QTEST_GUILESS_MAIN(TestTermSpellings)
#include "tst_term_spellings.moc"
