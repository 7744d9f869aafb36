#include "session/merge_answers.h"

#include <QtTest/QtTest>

using namespace verbale;
using namespace Qt::StringLiterals;

namespace {

TermHit hit(qsizetype start, qsizetype end, const QString &target, bool nested = false)
{
    TermHit result;
    result.span = {start, end};
    result.target = target;
    result.entryId = target;
    result.nested = nested;
    return result;
}

TermsRequest request(bool includeNested = false)
{
    TermsRequest result;
    result.includeNested = includeNested;
    result.segments = {{u"f1/u1/s1"_s, 3, u"Bộ Ngoại giao"_s, {}}, {u"f1/u1/s2"_s, 0, u"ASEAN"_s, {}}};
    return result;
}

Result<TermsAnswer> answer(const QList<TermHit> &hits, qint64 revision = 3)
{
    TermsAnswer result;
    result.segments = {{u"f1/u1/s1"_s, revision, hits}};
    return result;
}

QStringList printed(const SegmentTerms &terms)
{
    QStringList result;
    for (const TermHit &found : terms.hits)
        result.append(u"%1-%2 %3%4"_s.arg(found.span.start)
                          .arg(found.span.end)
                          .arg(found.target, found.nested ? u" nested"_s : QString()));
    return result;
}

Suggestion suggestion(const QString &segment, const QString &text, double coverage)
{
    Suggestion result;
    result.segmentId = segment;
    result.text = text;
    result.coverage = coverage;
    return result;
}

} // namespace

class tst_SessionMerge : public QObject
{
    Q_OBJECT
private slots:
    void terms();
    void terms_data();
    void everySegmentHasARow();
    void failuresBecomeWarnings();
    void suggestionsInOrder();
    void receipts();
};

using Answers = QList<QList<TermHit>>;

void tst_SessionMerge::terms_data()
{
    QTest::addColumn<QList<QList<TermHit>>>("answers");
    QTest::addColumn<bool>("includeNested");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("one provider is not touched") << Answers{{hit(0, 6, u"a"_s), hit(2, 4, u"b"_s, true)}}
                                                 << false << QStringList{u"0-6 a"_s, u"2-4 b nested"_s};
    QTest::newRow("in the order of the text") << Answers{{hit(4, 6, u"late"_s)}, {hit(0, 2, u"early"_s)}}
                                              << false << QStringList{u"0-2 early"_s, u"4-6 late"_s};
    QTest::newRow("the same hit counts once")
        << Answers{{hit(0, 2, u"a"_s)}, {hit(0, 2, u"a"_s)}} << true << QStringList{u"0-2 a"_s};
    QTest::newRow("an equal span goes to the first provider")
        << Answers{{hit(0, 2, u"first"_s)}, {hit(0, 2, u"second"_s)}} << false << QStringList{u"0-2 first"_s};
    QTest::newRow("the longer one wins")
        << Answers{{hit(0, 2, u"short"_s)}, {hit(0, 6, u"long"_s)}} << false << QStringList{u"0-6 long"_s};
    QTest::newRow("the shorter one is nested") << Answers{{hit(0, 2, u"short"_s)}, {hit(0, 6, u"long"_s)}}
                                               << true << QStringList{u"0-6 long"_s, u"0-2 short nested"_s};
    QTest::newRow("hits that only touch both stay")
        << Answers{{hit(0, 2, u"a"_s)}, {hit(2, 4, u"b"_s)}} << false << QStringList{u"0-2 a"_s, u"2-4 b"_s};
    QTest::newRow("a loser hides nothing")
        << Answers{{hit(0, 4, u"a"_s)}, {hit(2, 6, u"b"_s)}, {hit(5, 9, u"c"_s)}} << false
        << QStringList{u"0-4 a"_s, u"5-9 c"_s};
}

void tst_SessionMerge::terms()
{
    QFETCH(Answers, answers);
    QFETCH(bool, includeNested);
    QFETCH(QStringList, expected);
    QList<Result<TermsAnswer>> results;
    for (const QList<TermHit> &hits : answers)
        results.append(answer(hits));
    const auto merged = session::mergeTerms(request(includeNested), results);
    QVERIFY(merged.ok());
    QCOMPARE(printed(merged->segments.first()), expected);
}

void tst_SessionMerge::everySegmentHasARow()
{
    TermsAnswer strange;
    strange.segments = {{u"unknown"_s, 0, {hit(0, 1, u"x"_s)}}, {u"f1/u1/s1"_s, 2, {hit(0, 1, u"old"_s)}}};
    const auto merged = session::mergeTerms(request(), {strange, answer({hit(0, 3, u"new"_s)})});
    QVERIFY(merged.ok());
    QCOMPARE(merged->segments.size(), 2);
    QCOMPARE(printed(merged->segments[0]), QStringList{u"0-3 new"_s});
    QCOMPARE(merged->segments[0].revision, 3);
    QVERIFY(merged->segments[1].hits.isEmpty());
}

void tst_SessionMerge::failuresBecomeWarnings()
{
    const Error broken{u"plugins.threw"_s, u"it broke"_s, {u"a.plugin"_s}};
    const auto partly = session::mergeTerms(request(), {broken, answer({hit(0, 3, u"a"_s)})});
    QVERIFY(partly.ok());
    QCOMPARE(partly->warnings, QStringList{u"a.plugin: it broke"_s});
    QCOMPARE(printed(partly->segments[0]), QStringList{u"0-3 a"_s});

    const auto wholly = session::mergeTerms(request(), {broken, Error{u"x"_s, u"too"_s}});
    QVERIFY(!wholly.ok());
    QCOMPARE(wholly.error().code, u"plugins.threw"_s);
}

void tst_SessionMerge::suggestionsInOrder()
{
    SuggestRequest asked;
    asked.segments = {{{u"one"_s, 0, {}, {}}, {}}, {{u"two"_s, 0, {}, {}}, {}}};
    SuggestAnswer first;
    first.suggestions = {suggestion(u"two"_s, u"2a"_s, 0.5), suggestion(u"one"_s, u"1a"_s, 0.5),
                         suggestion(u"three"_s, u"3"_s, 1.0)};
    first.warnings = {u"w1"_s};
    SuggestAnswer second;
    second.suggestions = {suggestion(u"one"_s, u"1b"_s, 0.9), suggestion(u"two"_s, u"2b"_s, 0.5)};
    const auto merged = session::mergeSuggestions(asked, {first, second, Error{u"x"_s, u"w2"_s}});
    QVERIFY(merged.ok());
    QStringList texts;
    for (const Suggestion &found : merged->suggestions)
        texts.append(found.text);
    QCOMPARE(texts, (QStringList{u"1b"_s, u"1a"_s, u"2a"_s, u"2b"_s}));
    QCOMPARE(merged->warnings, (QStringList{u"w1"_s, u"w2"_s}));
    QVERIFY(!session::mergeSuggestions(asked, {Error{u"x"_s, u"y"_s}}).ok());
}

void tst_SessionMerge::receipts()
{
    ReceiptsRequest asked;
    asked.segments = {{{u"f1/u1/s1"_s, 3, {}, u"Vietnam's MOFA"_s}, {}}};
    const auto receipt = [](qsizetype number, ReceiptState state, const QList<Span> &spans) {
        return TermReceipt{number, state, TermStatus::Preferred, spans, {}, {}, {}};
    };
    const auto answered = [](const QList<TermReceipt> &found, qint64 revision) {
        return Result<ReceiptsAnswer>(ReceiptsAnswer{{{u"f1/u1/s1"_s, revision, found}}, {}});
    };
    const TermReceipt missing = receipt(0, ReceiptState::Missing, {});
    const TermReceipt used = receipt(0, ReceiptState::Used, {{10, 14}});
    const TermReceipt noTarget = receipt(1, ReceiptState::NoTarget, {});
    const TermReceipt style = receipt(-1, ReceiptState::Avoided, {{0, 7}});
    const auto merged = session::mergeReceipts(
        asked, {answered({missing, style}, 3), answered({used, noTarget, style}, 3), answered({style}, 2)});
    QVERIFY(merged.ok());
    QCOMPARE(merged->segments.first().receipts, (QList<TermReceipt>{used, noTarget, style}));
    const auto none = session::mergeReceipts(asked, {});
    QCOMPARE(none->segments.size(), 1);
    const Error broken{u"plugins.threw"_s, u"it broke"_s, {}};
    QVERIFY(!session::mergeReceipts(asked, {broken}).ok());
    const auto partly = session::mergeReceipts(asked, {broken, answered({used}, 3)});
    QCOMPARE(partly->warnings.size(), 1);
}

QTEST_GUILESS_MAIN(tst_SessionMerge)
#include "tst_session_merge.moc"
