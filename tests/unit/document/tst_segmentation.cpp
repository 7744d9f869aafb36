#include "document/segmentation.h"

#include <QtTest/QtTest>

#include <random>

using namespace verbale;

class TestSegmentation : public QObject
{
    Q_OBJECT

private slots:
    void splits_data();
    void splits();
    void theWhiteSpaceBecomesTheGap();
    void termsOffsetsAndNotesFollow();
    void theTargetIsCutWhereItsCursorStands_data();
    void theTargetIsCutWhereItsCursorStands();
    void statesFallBack_data();
    void statesFallBack();
    void targetsAreJoinedWithTheGap_data();
    void targetsAreJoinedWithTheGap();
    void refusals_data();
    void refusals();
    void decisionsAreKeptInOrder();
    void newIdsAreFree();
    void piecesKeepWhatIsTheSame();
    void whateverIsDoneTheSourceStays();
};

namespace {

using Kind = InlineCode::Kind;

Segment segment(const char *id, const char *source, const char *gap = "")
{
    Segment result;
    result.id = QLatin1String(id);
    result.source.text = QString::fromUtf8(source);
    result.gapAfter = QString::fromUtf8(gap);
    return result;
}

Unit unit(const QList<Segment> &segments)
{
    Unit result;
    result.id = QStringLiteral("u1");
    result.segments = segments;
    return result;
}

Unit one(const char *source)
{
    return unit({segment("s1", source)});
}

/// "Một ⟨b⟩hai ba⟨/b⟩ bốn⟨br/⟩năm"
Unit withCodes()
{
    Unit result = one("Một \uFFFChai ba\uFFFC bốn\uFFFCnăm");
    result.segments[0].source.codes = {
        {Kind::Opening, QStringLiteral("1"), QStringLiteral("<pc id=\"1\">"), {}, {}, {}},
        {Kind::Closing, QStringLiteral("1"), QStringLiteral("</pc>"), {}, {}, {}},
        {Kind::Standalone, QStringLiteral("2"), QStringLiteral("<ph id=\"2\"/>"), {}, {}, {}}};
    return result;
}

QStringList sources(const Unit &unit)
{
    QStringList texts;
    for (const Segment &segment : unit.segments)
        texts << segment.source.text;
    return texts;
}

} // namespace

void TestSegmentation::splits_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<int>("at");
    QTest::addColumn<QStringList>("parts");
    const auto row = [](const char *name, const QString &source, int at, const QStringList &parts) {
        QTest::newRow(name) << source << at << parts;
    };
    row("before a word", QStringLiteral("Một. Hai."), 5, {QStringLiteral("Một."), QStringLiteral("Hai.")});
    row("behind a word", QStringLiteral("Một. Hai."), 4, {QStringLiteral("Một."), QStringLiteral("Hai.")});
    row("in the white space", QStringLiteral("Một. \u00A0 Hai."), 6,
        {QStringLiteral("Một."), QStringLiteral("Hai.")});
    row("within a word", QStringLiteral("Một/Hai"), 4, {QStringLiteral("Một/"), QStringLiteral("Hai")});
    row("never within a letter and its marks", QStringLiteral("a e\u0323\u0302 o"), 4,
        {QStringLiteral("a"), QStringLiteral("e\u0323\u0302 o")});
    row("never within a surrogate pair", QStringLiteral("a \U0001F30F o"), 3,
        {QStringLiteral("a"), QStringLiteral("\U0001F30F o")});
    row("white space at the ends stays", QStringLiteral(" a b "), 2,
        {QStringLiteral(" a"), QStringLiteral("b ")});
}

void TestSegmentation::splits()
{
    QFETCH(QString, source);
    QFETCH(int, at);
    QFETCH(QStringList, parts);
    const Unit whole = unit({segment("s1", source.toUtf8().constData(), "\n")});
    const auto split = splitSegment(whole, 0, at);
    QVERIFY(split.ok());
    QCOMPARE(sources(*split), parts);
    QCOMPARE(unitSource(*split), unitSource(whole));
    QCOMPARE(split->segments[1].gapAfter, QStringLiteral("\n"));
    QCOMPARE(split->segments[0].id, QStringLiteral("s1"));
    QCOMPARE(split->segments[1].id, QStringLiteral("s1-2"));
    QCOMPARE(split->boundaries, (QList<BoundaryDecision>{{source.size() - parts[1].size(), true}}));
}

void TestSegmentation::theWhiteSpaceBecomesTheGap()
{
    const auto split = splitSegment(one("a \t b"), 0, 2);
    QVERIFY(split.ok());
    QCOMPARE(split->segments[0].gapAfter, QStringLiteral(" \t "));
    const auto tight = splitSegment(one("a,b"), 0, 2);
    QVERIFY(tight.ok());
    QCOMPARE(tight->segments[0].gapAfter, QString());
}

void TestSegmentation::termsOffsetsAndNotesFollow()
{
    Unit whole = one("\U0001F30F Hà Nội. Bộ Ngoại giao.");
    Segment &source = whole.segments[0];
    const auto hit = [&source](const char *surface) {
        TermHit result;
        const QString wanted = QString::fromUtf8(surface);
        result.span.start = source.source.text.indexOf(wanted);
        result.span.end = result.span.start + wanted.size();
        result.entryId = wanted;
        return result;
    };
    source.terms = {hit("Hà Nội"), hit("Nội. Bộ"), hit("Bộ Ngoại giao")};
    source.sourceStart = 100;
    source.sourceEnd = 100 + codePointCount(source.source.text);
    source.suggestions = {Suggestion()};
    whole.notes = {{QStringLiteral("n1"), {}, QStringLiteral("note"), QStringLiteral("s1"), {}, {}, 0}};

    const auto split = splitSegment(whole, 0, source.source.text.indexOf(QStringLiteral("Bộ")));
    QVERIFY(split.ok());
    const Segment &first = split->segments[0];
    const Segment &second = split->segments[1];
    QCOMPARE(first.terms.size(), 1);
    QCOMPARE(second.terms.size(), 1); // the one across the cut is gone
    QCOMPARE(second.terms[0].entryId, QStringLiteral("Bộ Ngoại giao"));
    QCOMPARE(second.terms[0].span, (Span{0, 13}));
    QVERIFY(first.suggestions.isEmpty() && second.suggestions.isEmpty());
    QCOMPARE(first.sourceStart, 100);
    QCOMPARE(first.sourceEnd, 109); // the globe is one code point
    QCOMPARE(second.sourceStart, 110);
    QCOMPARE(second.sourceEnd, source.sourceEnd);
    QCOMPARE(split->notes[0].segmentId, QStringLiteral("s1"));

    Unit apart = *split;
    apart.notes[0].segmentId = second.id;
    const auto merged = mergeWithNext(apart, 0);
    QVERIFY(merged.ok());
    QCOMPARE(merged->segments[0].source, source.source);
    QCOMPARE(merged->segments[0].sourceStart, 100);
    QCOMPARE(merged->segments[0].sourceEnd, source.sourceEnd);
    QCOMPARE(merged->segments[0].terms.size(), 2);
    QCOMPARE(merged->segments[0].terms[1].span, source.terms[2].span);
    QCOMPARE(merged->notes[0].segmentId, QStringLiteral("s1"));
    QCOMPARE(merged->boundaries, (QList<BoundaryDecision>{{11, false}}));
}

void TestSegmentation::theTargetIsCutWhereItsCursorStands_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<int>("at");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    const QString both = QStringLiteral("They agreed. They signed.");
    QTest::newRow("no cursor") << both << -1 << both << QString();
    QTest::newRow("cursor at the end") << both << 25 << both << QString();
    QTest::newRow("cursor at the start") << both << 0 << QString() << both;
    QTest::newRow("cursor between") << both << 12 << QStringLiteral("They agreed.")
                                    << QStringLiteral("They signed.");
    QTest::newRow("nothing to cut") << QString() << 0 << QString() << QString();
}

void TestSegmentation::theTargetIsCutWhereItsCursorStands()
{
    QFETCH(QString, target);
    QFETCH(int, at);
    QFETCH(QString, first);
    QFETCH(QString, second);
    Unit whole = one("Họ nhất trí. Họ ký.");
    whole.segments[0].target.text = target;
    whole.segments[0].hasTarget = !target.isEmpty();
    const auto split = splitSegment(whole, 0, 13, at);
    QVERIFY(split.ok());
    QCOMPARE(split->segments[0].target.text, first);
    QCOMPARE(split->segments[1].target.text, second);
    QCOMPARE(split->segments[0].hasTarget, !first.isEmpty());
    QCOMPARE(split->segments[1].hasTarget, !second.isEmpty());
}

void TestSegmentation::statesFallBack_data()
{
    QTest::addColumn<SegmentState>("first");
    QTest::addColumn<SegmentState>("second");
    QTest::addColumn<QString>("firstTarget");
    QTest::addColumn<QString>("secondTarget");
    QTest::addColumn<SegmentState>("merged");
    const QString a = QStringLiteral("A.");
    const auto row = [&](const char *name, SegmentState first, SegmentState second, const QString &left,
                         const QString &right, SegmentState merged) {
        QTest::newRow(name) << first << second << left << right << merged;
    };
    using State = SegmentState;
    row("both translated", State::Translated, State::Translated, a, a, State::Translated);
    row("the earlier one", State::Final, State::Reviewed, a, a, State::Reviewed);
    row("one initial", State::Translated, State::Initial, a, a, State::Initial);
    row("one without a target", State::Translated, State::Initial, a, {}, State::Initial);
    row("an empty one is not translated", State::Translated, State::Translated, a, {}, State::Initial);
}

void TestSegmentation::statesFallBack()
{
    QFETCH(SegmentState, first);
    QFETCH(SegmentState, second);
    QFETCH(QString, firstTarget);
    QFETCH(QString, secondTarget);
    QFETCH(SegmentState, merged);
    Unit pair = unit({segment("s1", "Một.", " "), segment("s2", "Hai.")});
    pair.segments[0].target.text = firstTarget;
    pair.segments[0].hasTarget = !firstTarget.isEmpty();
    pair.segments[0].state = first;
    pair.segments[1].target.text = secondTarget;
    pair.segments[1].hasTarget = !secondTarget.isEmpty();
    pair.segments[1].state = second;
    const auto joined = mergeWithNext(pair, 0);
    QVERIFY(joined.ok());
    QCOMPARE(joined->segments[0].state, merged);

    // Apart again, with a target for each part or with all of it in one.
    Unit whole = *joined;
    whole.segments[0].target.text = QStringLiteral("A. B.");
    whole.segments[0].hasTarget = true;
    whole.segments[0].state = first;
    const SegmentState kept = std::min(first, SegmentState::Translated);
    const auto apart = splitSegment(whole, 0, 5, 3);
    QVERIFY(apart.ok());
    QCOMPARE(apart->segments[0].state, kept);
    QCOMPARE(apart->segments[1].state, kept);
    const auto inOne = splitSegment(whole, 0, 5);
    QVERIFY(inOne.ok());
    QCOMPARE(inOne->segments[0].state, SegmentState::Initial);
    QCOMPARE(inOne->segments[1].state, SegmentState::Initial);
}

void TestSegmentation::targetsAreJoinedWithTheGap_data()
{
    QTest::addColumn<QString>("gap");
    QTest::addColumn<QString>("joined");
    QTest::newRow("space") << QStringLiteral(" ") << QStringLiteral("A. B.");
    QTest::newRow("two spaces") << QStringLiteral("  ") << QStringLiteral("A.  B.");
    QTest::newRow("a line's end is none of the translation's")
        << QStringLiteral("\r\n ") << QStringLiteral("A. B.");
    QTest::newRow("none") << QString() << QStringLiteral("A. B.");
}

void TestSegmentation::targetsAreJoinedWithTheGap()
{
    QFETCH(QString, gap);
    QFETCH(QString, joined);
    Unit pair = unit({segment("s1", "Một.", gap.toUtf8().constData()), segment("s2", "Hai.")});
    pair.segments[0].target.text = QStringLiteral("A.");
    pair.segments[1].target.text = QStringLiteral("B.");
    pair.segments[0].hasTarget = pair.segments[1].hasTarget = true;
    const auto merged = mergeWithNext(pair, 0);
    QVERIFY(merged.ok());
    QCOMPARE(merged->segments[0].target.text, joined);
    QCOMPARE(merged->segments[0].source.text, QStringLiteral("Một.") + gap + QStringLiteral("Hai."));
}

void TestSegmentation::refusals_data()
{
    QTest::addColumn<Unit>("unit");
    QTest::addColumn<int>("at"); // -1: merging
    QTest::addColumn<int>("targetAt");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const Unit &unit, int at, const char *code, int targetAt = -1) {
        QTest::newRow(name) << unit << at << targetAt << QString::fromLatin1(code);
    };
    Unit pair = unit({segment("s1", "Một hai.", " "), segment("s2", "Ba.")});
    row("at the start", pair, 0, "structure.nothing-to-split");
    row("at the end", pair, 8, "structure.nothing-to-split");
    row("beyond the end", pair, 99, "structure.nothing-to-split");
    row("between two tags of a pair", withCodes(), 9, "structure.inside-pair");
    row("right behind the opening tag", withCodes(), 5, "structure.inside-pair");
    Unit targetPair = withCodes();
    targetPair.segments[0].target = targetPair.segments[0].source;
    row("in the target too", targetPair, 13, "structure.inside-target-pair", 8);
    row("the last of its paragraph", one("Một."), -1, "structure.last-of-unit");
    Unit untranslated = pair;
    untranslated.translate = false;
    row("not to be translated", untranslated, 4, "structure.not-translated");
    row("not to be translated, merged", untranslated, -1, "structure.not-translated");
    Unit fixed = pair;
    fixed.segments[0].canResegment = false;
    row("fixed by its file", fixed, 4, "structure.fixed");
    row("fixed by its file, merged", fixed, -1, "structure.fixed");
    Unit next = pair;
    next.segments[1].canResegment = false;
    row("the next one fixed", next, -1, "structure.fixed");
    Unit empty = pair;
    empty.segments[1].source.text.clear();
    row("nothing to merge", empty, -1, "structure.nothing-to-merge");
    Unit between = pair;
    between.segments[0].mergesWithNext = false;
    row("something between the two", between, -1, "structure.fixed");
}

void TestSegmentation::refusals()
{
    QFETCH(Unit, unit);
    QFETCH(int, at);
    QFETCH(int, targetAt);
    QFETCH(QString, code);
    const auto result = at < 0 ? mergeWithNext(unit, 0) : splitSegment(unit, 0, at, targetAt);
    QVERIFY(!result);
    QCOMPARE(result.error().code, code);
    QVERIFY(result.error().message.endsWith(u'.'));
}

void TestSegmentation::decisionsAreKeptInOrder()
{
    QList<BoundaryDecision> boundaries;
    decideBoundary(boundaries, {9, true});
    decideBoundary(boundaries, {3, false});
    decideBoundary(boundaries, {5, true});
    decideBoundary(boundaries, {9, false});
    QCOMPARE(boundaries, (QList<BoundaryDecision>{{3, false}, {5, true}, {9, false}}));
}

void TestSegmentation::newIdsAreFree()
{
    Unit whole = withCodes();
    whole.segments[0].source.codes[2].id = QStringLiteral("s1-2");
    const auto split = splitSegment(whole, 0, 13);
    QVERIFY(split.ok());
    QCOMPARE(split->segments[1].id, QStringLiteral("s1-3"));
    QCOMPARE(split->segments[0].source.codes.size(), 2);
    QCOMPARE(split->segments[1].source.codes.size(), 1);
}

void TestSegmentation::piecesKeepWhatIsTheSame()
{
    Unit before = unit({segment("s1", "Một.", " "), segment("s2", "Hai.", " "), segment("s3", "Ba.", "!")});
    before.segments[2].target.text = QStringLiteral("Three.");
    before.segments[2].hasTarget = true;
    before.segments[2].revision = 4;
    const QList<Segment> after = segmentsFromPieces(before, {{0, 9}, {10, 13}});
    QCOMPARE(after.size(), 2);
    QCOMPARE(after[0].source.text, QStringLiteral("Một. Hai."));
    QCOMPARE(after[0].id, QStringLiteral("s1"));
    QCOMPARE(after[0].gapAfter, QStringLiteral(" "));
    QCOMPARE(after[1].id, QStringLiteral("s3"));
    QCOMPARE(after[1].target.text, QStringLiteral("Three."));
    QCOMPARE(after[1].revision, 4);
    QCOMPARE(after[1].gapAfter, QStringLiteral("!"));
}

void TestSegmentation::whateverIsDoneTheSourceStays()
{
    std::mt19937 random(5);
    const auto below = [&random](qsizetype limit) {
        return static_cast<int>(random() % static_cast<unsigned>(limit));
    };
    for (int round = 0; round < 300; ++round) {
        Unit changed =
            round % 2 == 0 ? withCodes() : one("Ấn Độ, e\u0323\u0302 \U0001F30F.  Họp\nhôm nay, Hà Nội.");
        changed.segments[0].target.text = QStringLiteral("India met today in Ha Noi.");
        changed.segments[0].hasTarget = true;
        const InlineText source = unitSource(changed);
        const auto letters = [](const Unit &unit) {
            QString all;
            for (const Segment &segment : unit.segments)
                all += segment.target.text;
            return all.remove(u' ');
        };
        const QString targets = letters(changed);
        for (int move = 0; move < 12; ++move) {
            const int at = below(changed.segments.size());
            const Segment &segment = changed.segments[at];
            const auto next = below(2) == 0 ? mergeWithNext(changed, at)
                                            : splitSegment(changed, at, below(segment.source.text.size() + 1),
                                                           below(segment.target.text.size() + 2) - 1);
            if (next)
                changed = *next;
            QCOMPARE(unitSource(changed), source);
            QCOMPARE(letters(changed), targets);
            QSet<QString> ids;
            for (const Segment &each : changed.segments) {
                ids.insert(each.id);
                QVERIFY(!each.source.text.trimmed().isEmpty());
            }
            QCOMPARE(ids.size(), changed.segments.size());
        }
    }
}

QTEST_APPLESS_MAIN(TestSegmentation)
#include "tst_segmentation.moc"
