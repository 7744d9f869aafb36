#include "glossary/engine/term_matcher.h"

#include <QtTest/QtTest>

#include <thread>

using namespace verbale;
using namespace verbale::glossary;
using namespace Qt::StringLiterals;

namespace {

ConceptEntry entryOf(const QString &id, const QStringList &viTerms, TermStatus status = TermStatus::Preferred)
{
    ConceptEntry entry;
    entry.id = id;
    for (const QString &term : viTerms)
        entry.terms.append({u"vi"_s, term, status, false});
    entry.terms.append({u"en"_s, u"EN "_s + id, status, false});
    return entry;
}

std::shared_ptr<const Termbase> termbaseOf(const QStringList &viTerms)
{
    QList<ConceptEntry> entries;
    for (const QString &term : viTerms)
        entries.append(entryOf(term, {term}));
    return std::make_shared<Termbase>(u"test"_s, entries);
}

TermMatcher matcherOf(const QStringList &viTerms)
{
    return TermMatcher({termbaseOf(viTerms)}, u"vi"_s);
}

/// "start-end:surface" of each match, with a star for a nested one.
QStringList described(const QList<TermMatch> &matches, const QString &text)
{
    QStringList lines;
    for (const TermMatch &match : matches)
        lines.append(
            u"%1-%2:%3%4"_s.arg(match.span.start)
                .arg(match.span.end)
                .arg(text.mid(match.span.start, match.span.length()), match.nested ? u"*"_s : QString()));
    return lines;
}

} // namespace

class TestTermMatcher : public QObject
{
    Q_OBJECT

private slots:
    void findsSpans_data();
    void findsSpans();
    void keepsNestedOnesWhenAsked();
    void decomposedTextHasExactSpans();
    void prefersTheEarlierTermbase();
    void prefersTheBetterStatus();
    void prefersTheTextsOwnCapitals();
    void listsHomonymsWhenAsked();
    void matchesEachTermOfAnEntry();
    void knowsLanguages();
    void emptyTermbasesMatchNothing();
    void isThreadSafe();
    void survivesBeingMoved();
};

void TestTermMatcher::findsSpans_data()
{
    QTest::addColumn<QStringList>("terms");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");

    const QStringList asean{u"ASEAN"_s, u"Hội nghị Cấp cao ASEAN"_s, u"hội nghị cấp cao"_s};
    QTest::newRow("longest wins") << asean << u"Tại Hội nghị cấp cao ASEAN lần thứ 36"_s
                                  << QStringList{u"4-26:Hội nghị cấp cao ASEAN"_s};
    QTest::newRow("suffix alone") << asean << u"khối ASEAN họp"_s << QStringList{u"5-10:ASEAN"_s};
    QTest::newRow("brackets, commas") << asean << u"(ASEAN), ASEAN, “ASEAN”."_s
                                      << QStringList{u"1-6:ASEAN"_s, u"9-14:ASEAN"_s, u"17-22:ASEAN"_s};
    QTest::newRow("whole syllables") << QStringList{u"hòa"_s} << u"hòan hòa xhòa"_s
                                     << QStringList{u"5-8:hòa"_s};
    QTest::newRow("contiguous") << QStringList{u"Biển Đông"_s} << u"Biển, Đông. biển đông"_s
                                << QStringList{u"12-21:biển đông"_s};
    QTest::newRow("spaces and line ends")
        << QStringList{u"Biển Đông"_s} << u"ở Biển \r\n\t Đông"_s << QStringList{u"2-15:Biển \r\n\t Đông"_s};
    QTest::newRow("no-break space") << QStringList{u"Biển Đông"_s} << u"Biển\u00A0Đông"_s
                                    << QStringList{u"0-9:Biển\u00A0Đông"_s};
    QTest::newRow("free space at punctuation")
        << QStringList{u"Diễn đàn Á - Âu"_s} << u"Diễn đàn Á-Âu, diễn đàn Á - Âu, Diễn đàn Á- Âu"_s
        << QStringList{u"0-13:Diễn đàn Á-Âu"_s, u"15-30:diễn đàn Á - Âu"_s, u"32-46:Diễn đàn Á- Âu"_s};
    QTest::newRow("plus") << QStringList{u"ASEAN"_s, u"ASEAN+3"_s} << u"ASEAN+3 và ASEAN"_s
                          << QStringList{u"0-7:ASEAN+3"_s, u"11-16:ASEAN"_s};
    QTest::newRow("overlap, longer later")
        << QStringList{u"a b"_s, u"b c d"_s} << u"a b c d"_s << QStringList{u"2-7:b c d"_s};
    QTest::newRow("overlap, equal tokens: more characters")
        << QStringList{u"a b"_s, u"b cc"_s} << u"a b cc"_s << QStringList{u"2-6:b cc"_s};
    QTest::newRow("overlap, equal length: leftmost")
        << QStringList{u"a b"_s, u"b c"_s} << u"a b c"_s << QStringList{u"0-3:a b"_s};
    QTest::newRow("a freed neighbour still counts")
        << QStringList{u"a b"_s, u"b c d"_s, u"a"_s} << u"a b c d"_s
        << QStringList{u"0-1:a"_s, u"2-7:b c d"_s};
    QTest::newRow("no capital, no country") << QStringList{u"Pháp"_s} << u"biện pháp của Pháp, PHÁP"_s
                                            << QStringList{u"14-18:Pháp"_s, u"20-24:PHÁP"_s};
    QTest::newRow("an acronym is exact") << QStringList{u"AMM"_s, u"P5"_s} << u"Amm amm AMM p5 P5"_s
                                         << QStringList{u"8-11:AMM"_s, u"15-17:P5"_s};
    QTest::newRow("several syllables in any case") << QStringList{u"Việt Nam"_s} << u"VIỆT NAM việt nam"_s
                                                   << QStringList{u"0-8:VIỆT NAM"_s, u"9-17:việt nam"_s};
    QTest::newRow("small letters in any case")
        << QStringList{u"hoà"_s} << u"HOÀ Hoà"_s << QStringList{u"0-3:HOÀ"_s, u"4-7:Hoà"_s};
    QTest::newRow("code mark breaks a term")
        << QStringList{u"Biển Đông"_s} << u"Biển \uFFFCĐông"_s << QStringList{};
    QTest::newRow("unseen characters do not") << QStringList{u"Biển Đông"_s} << u"Bi\u200Bển Đô\u00ADng"_s
                                              << QStringList{u"0-11:Bi\u200Bển Đô\u00ADng"_s};
    QTest::newRow("repeated pattern")
        << QStringList{u"a a"_s} << u"a a a a a"_s << QStringList{u"0-3:a a"_s, u"4-7:a a"_s};
    QTest::newRow("long token") << QStringList{u"internationalisation"_s}
                                << u"internationalisations Internationalisation"_s
                                << QStringList{u"22-42:Internationalisation"_s};
    QTest::newRow("pair of surrogates before")
        << QStringList{u"Nga"_s} << u"😀Nga"_s << QStringList{u"2-5:Nga"_s};
    QTest::newRow("empty text") << asean << QString() << QStringList{};
    QTest::newRow("only spaces") << asean << u" \n "_s << QStringList{};
}

void TestTermMatcher::findsSpans()
{
    QFETCH(QStringList, terms);
    QFETCH(QString, text);
    QFETCH(QStringList, expected);
    QCOMPARE(described(matcherOf(terms).find(text), text), expected);
}

void TestTermMatcher::keepsNestedOnesWhenAsked()
{
    const TermMatcher matcher =
        matcherOf({u"ASEAN"_s, u"Hội nghị Cấp cao ASEAN"_s, u"hội nghị"_s, u"ASEAN 2020"_s});
    const QString text = u"Hội nghị Cấp cao ASEAN 2020 ASEAN"_s;
    const QStringList expected{u"0-22:Hội nghị Cấp cao ASEAN"_s, u"0-8:Hội nghị*"_s, u"17-27:ASEAN 2020*"_s,
                               u"17-22:ASEAN*"_s, u"28-33:ASEAN"_s};
    QCOMPARE(described(matcher.find(text, true), text), expected);
}

void TestTermMatcher::decomposedTextHasExactSpans()
{
    const TermMatcher matcher = matcherOf({u"Thứ trưởng"_s, u"Đức"_s});
    const QString text = u"ông Thứ trưởng Đức."_s.normalized(QString::NormalizationForm_D);
    const QString term = u"Thứ trưởng"_s.normalized(QString::NormalizationForm_D);
    const QString germany = u"Đức"_s.normalized(QString::NormalizationForm_D);
    const QList<TermMatch> matches = matcher.find(text);
    QCOMPARE(matches.size(), 2);
    QCOMPARE(text.mid(matches[0].span.start, matches[0].span.length()), term);
    QCOMPARE(text.mid(matches[1].span.start, matches[1].span.length()), germany);
}

void TestTermMatcher::prefersTheEarlierTermbase()
{
    const auto mine = std::make_shared<Termbase>(
        u"mine"_s, QList{entryOf(u"m"_s, {u"biển đông"_s}, TermStatus::Deprecated)});
    const auto shipped = std::make_shared<Termbase>(u"shipped"_s, QList{entryOf(u"s"_s, {u"Biển Đông"_s})});
    const TermMatcher matcher({mine, shipped}, u"vi"_s);
    const QList<TermMatch> matches = matcher.find(u"Biển Đông"_s);
    QCOMPARE(matches, (QList<TermMatch>{{{0, 9}, 0, 0, 0, false}}));
    QCOMPARE(matcher.termbase(matches.first().termbase).name(), u"mine"_s);
}

void TestTermMatcher::prefersTheBetterStatus()
{
    const auto base = std::make_shared<Termbase>(
        u"t"_s, QList{entryOf(u"worse"_s, {u"Biển Đông"_s}, TermStatus::Admitted),
                      entryOf(u"better"_s, {u"Biển Đông"_s}), entryOf(u"later"_s, {u"Biển Đông"_s})});
    const QList<TermMatch> matches = TermMatcher({base}, u"vi"_s).find(u"Biển Đông"_s);
    QCOMPARE(matches, (QList<TermMatch>{{{0, 9}, 0, 1, 0, false}}));
}

void TestTermMatcher::prefersTheTextsOwnCapitals()
{
    const auto base =
        std::make_shared<Termbase>(u"t"_s, QList{entryOf(u"small"_s, {u"nhà nước"_s}),
                                                 entryOf(u"great"_s, {u"Nhà nước"_s}, TermStatus::Admitted)});
    const TermMatcher matcher({base}, u"vi"_s);
    QCOMPARE(matcher.find(u"nhà nước"_s).first().entry, 0);
    QCOMPARE(matcher.find(u"Nhà nước"_s).first().entry, 1);
    QCOMPARE(matcher.find(u"NHÀ NƯỚC"_s).first().entry, 0);
}

void TestTermMatcher::listsHomonymsWhenAsked()
{
    const auto base = std::make_shared<Termbase>(
        u"t"_s, QList{entryOf(u"a"_s, {u"chủ tịch"_s, u"Chủ tịch"_s}), entryOf(u"b"_s, {u"chủ tịch"_s})});
    const TermMatcher matcher({base}, u"vi"_s);
    QCOMPARE(matcher.find(u"chủ tịch"_s), (QList<TermMatch>{{{0, 8}, 0, 0, 0, false}}));
    QCOMPARE(matcher.find(u"chủ tịch"_s, true),
             (QList<TermMatch>{{{0, 8}, 0, 0, 0, false}, {{0, 8}, 0, 1, 0, true}}));
}

void TestTermMatcher::matchesEachTermOfAnEntry()
{
    const auto base =
        std::make_shared<Termbase>(u"t"_s, QList{entryOf(u"a"_s, {u"Hoa Kỳ"_s, u"Mỹ"_s, u"USA"_s})});
    const QList<TermMatch> matches = TermMatcher({base}, u"vi"_s).find(u"Mỹ, USA, Hoa Kỳ"_s);
    QCOMPARE(matches.size(), 3);
    QCOMPARE(matches[0].term, 1);
    QCOMPARE(matches[1].term, 2);
    QCOMPARE(matches[2].term, 0);
}

void TestTermMatcher::knowsLanguages()
{
    const auto base = std::make_shared<Termbase>(u"t"_s, QList{entryOf(u"a"_s, {u"Hoa Kỳ"_s})});
    QVERIFY(TermMatcher({base}, u"vi"_s).find(u"EN a"_s).isEmpty());
    QCOMPARE(TermMatcher({base}, u"en-GB"_s).find(u"EN a"_s).size(), 1);
    QCOMPARE(TermMatcher({base}, u"vi-VN"_s).find(u"Hoa Kỳ"_s).size(), 1);
}

void TestTermMatcher::emptyTermbasesMatchNothing()
{
    QVERIFY(TermMatcher({}, u"vi"_s).find(u"một câu"_s, true).isEmpty());
    QVERIFY(matcherOf({}).find(u"một câu"_s, true).isEmpty());
    QVERIFY(matcherOf({QString(), u" "_s}).find(u"một câu"_s, true).isEmpty());
}

void TestTermMatcher::isThreadSafe()
{
    const TermMatcher matcher = matcherOf({u"ASEAN"_s, u"Việt Nam"_s});
    const QString text = u"ASEAN, Việt Nam và ASEAN"_s;
    const QList<TermMatch> expected = matcher.find(text);
    std::array<int, 4> wrong{};
    {
        std::vector<std::jthread> threads;
        for (int &count : wrong)
            threads.emplace_back([&] {
                for (int i = 0; i < 500; ++i)
                    count += matcher.find(text) == expected ? 0 : 1;
            });
    }
    QCOMPARE(wrong, (std::array<int, 4>{}));
}

void TestTermMatcher::survivesBeingMoved()
{
    TermMatcher first = matcherOf({u"ASEAN"_s});
    TermMatcher second = matcherOf({u"Nga"_s});
    second = std::move(first);
    const TermMatcher third = std::move(second);
    QCOMPARE(third.find(u"ASEAN Nga"_s).size(), 1);
}

QTEST_GUILESS_MAIN(TestTermMatcher)
#include "tst_term_matcher.moc"
