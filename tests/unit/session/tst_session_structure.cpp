#include "session/structure.h"

#include "document/segmentation.h"
#include "session/open.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

#include <random>

using namespace verbale;
using namespace verbale::session;
using namespace Qt::StringLiterals;

class tst_SessionStructure : public QObject
{
    Q_OBJECT
private slots:
    void rulesCutWhatNobodyHasTouched_data();
    void rulesCutWhatNobodyHasTouched();
    void randomUnitsKeepTheirTextTargetsAndDecisions();
    void segmentingAgainIsOneEdit();
    void decisionsOutliveTheFile();
    void leftOutLinesComeBackInTheirPlace();
    void aWrappedParagraphComesBackWhole();
    void paragraphsAreLeftOutAgain();
    void leavingOutIsRefused_data();
    void leavingOutIsRefused();
    void aDraftNeverReplacesDecisions();
};

namespace {

Segment segment(const QString &id, const QString &source, const QString &gap = u" "_s,
                const QString &target = {})
{
    Segment result;
    result.id = id;
    result.source.text = source;
    result.gapAfter = gap;
    result.target.text = target;
    result.hasTarget = !target.isEmpty();
    return result;
}

Unit unit(const QList<Segment> &segments)
{
    Unit result;
    result.id = u"u1"_s;
    result.segments = segments;
    result.segments.last().gapAfter.clear();
    return result;
}

QStringList sources(const Unit &unit)
{
    QStringList texts;
    for (const Segment &each : unit.segments)
        texts << each.source.text;
    return texts;
}

QStringList targets(const Unit &unit)
{
    QStringList texts;
    for (const Segment &each : unit.segments) {
        if (each.hasTarget)
            texts << each.source.text + u" = "_s + each.target.text + stateName(each.state);
    }
    return texts;
}

/// Spans that begin where the text has a mark; the marks are no part of it.
QList<Span> spans(const QList<qsizetype> &starts, qsizetype size)
{
    QList<Span> result;
    for (qsizetype i = 0; i < starts.size(); ++i)
        result.append({starts[i], i + 1 < starts.size() ? starts[i + 1] : size});
    return result;
}

const QByteArray page = "Trang chủ\n\nThư mời họp\n\nHai bên nhất trí. Họ ký kết.\n";

/// A text with a line left out before, between and behind its two paragraphs.
Document pageDocument()
{
    Document document;
    document.originalName = u"a.txt"_s;
    document.sourceLanguage = u"vi"_s;
    document.targetLanguage = u"en"_s;
    Unit first = unit({segment(u"s1"_s, u"Thư mời họp"_s)});
    first.segments[0].sourceStart = 20;
    first.segments[0].sourceEnd = 31;
    Unit second = unit({segment(u"s1"_s, u"Hai bên nhất trí."_s), segment(u"s2"_s, u"Họ ký kết."_s)});
    second.id = u"u2"_s;
    second.segments[0].sourceStart = 60;
    second.segments[0].sourceEnd = 77;
    second.segments[1].sourceStart = 78;
    second.segments[1].sourceEnd = 88;
    document.units = {first, second};
    document.leftOut = {{1, 0, 9, u"menu"_s, u"Trang chủ"_s, u"f1"_s},
                        {4, 40, 54, u"date-line"_s, u"Một. Hai \U0001F30F. Ba"_s, u"f1"_s},
                        {9, 100, 103, u"footer"_s, u"Hết"_s, u"f1"_s}};
    return document;
}

} // namespace

void tst_SessionStructure::rulesCutWhatNobodyHasTouched_data()
{
    QTest::addColumn<Unit>("before");
    QTest::addColumn<QList<qsizetype>>("starts");
    QTest::addColumn<QStringList>("after");
    const Unit two = unit({segment(u"s1"_s, u"Một. Hai."_s), segment(u"s2"_s, u"Ba."_s)});
    const QList<qsizetype> each{0, 5, 10};
    QTest::newRow("split and merged")
        << two << QList<qsizetype>{0, 5} << QStringList{u"Một."_s, u"Hai. Ba."_s};
    QTest::newRow("all one") << two << QList<qsizetype>{0} << QStringList{u"Một. Hai. Ba."_s};

    Unit translated = two;
    translated.segments[0].target.text = u"One. Two."_s;
    translated.segments[0].hasTarget = true;
    QTest::newRow("a target keeps its segment") << translated << each << sources(two);
    QTest::newRow("and its border") << translated << QList<qsizetype>{0} << sources(two);
    Unit confirmed = two;
    confirmed.segments[1].state = SegmentState::Translated;
    QTest::newRow("a confirmed one stays")
        << confirmed << QList<qsizetype>{0, 5} << QStringList{u"Một."_s, u"Hai."_s, u"Ba."_s};
    Unit fixed = two;
    fixed.segments[0].canResegment = false;
    QTest::newRow("so does a fixed one") << fixed << each << sources(two);
    Unit between = two;
    between.segments[0].mergesWithNext = false;
    QTest::newRow("and what cannot be merged") << between << QList<qsizetype>{0} << sources(two);
    Unit not_ = two;
    not_.translate = false;
    QTest::newRow("not to be translated") << not_ << each << sources(two);

    Unit byHand = two;
    byHand.boundaries = {{5, true}, {10, false}};
    QTest::newRow("decisions against the rules")
        << byHand << QList<qsizetype>{0, 10} << QStringList{u"Một."_s, u"Hai. Ba."_s};
    Unit pair = unit({segment(u"s1"_s, u"\uFFFCMột. Hai.\uFFFC Ba."_s)});
    pair.segments[0].source.codes = {{InlineCode::Kind::Opening, u"1"_s, u"<pc id=\"1\">"_s, {}, {}, {}},
                                     {InlineCode::Kind::Closing, u"1"_s, u"</pc>"_s, {}, {}, {}}};
    QTest::newRow("pairs of tags stay whole")
        << pair << QList<qsizetype>{0, 6, 12} << QStringList{u"\uFFFCMột. Hai.\uFFFC"_s, u"Ba."_s};
}

void tst_SessionStructure::rulesCutWhatNobodyHasTouched()
{
    QFETCH(Unit, before);
    QFETCH(QList<qsizetype>, starts);
    QFETCH(QStringList, after);
    const InlineText source = unitSource(before);
    const Unit again = resegmented(before, spans(starts, source.text.size()));
    QCOMPARE(sources(again), after);
    QCOMPARE(unitSource(again), source);
    QCOMPARE(targets(again), targets(before));
}

void tst_SessionStructure::randomUnitsKeepTheirTextTargetsAndDecisions()
{
    std::mt19937 random(20261122);
    const auto below = [&random](qsizetype limit) {
        return static_cast<qsizetype>(random() % static_cast<unsigned>(limit));
    };
    for (int round = 0; round < 500; ++round) {
        Unit changed =
            unit({segment(u"s1"_s, u"Ấn Độ họp.\u00A0Hà Nội, e\u0323\u0302 \U0001F30F."_s, u"\n "_s),
                  segment(u"s2"_s, u" Một hai ba. Bốn. "_s, u""_s), segment(u"s3"_s, u"Năm."_s)});
        const InlineText source = unitSource(changed);
        for (qsizetype move = below(8); move > 0; --move) {
            const qsizetype at = below(changed.segments.size());
            const auto next = below(2) == 0
                                  ? mergeWithNext(changed, at)
                                  : splitSegment(changed, at, below(changed.segments[at].source.text.size()));
            if (next)
                changed = *next;
        }
        for (Segment &each : changed.segments) {
            const qsizetype dice = below(6);
            each.target.text = dice < 2 ? u"t%1"_s.arg(below(99)) : QString();
            each.hasTarget = !each.target.text.isEmpty();
            each.state = dice == 0 ? SegmentState::Translated : SegmentState::Initial;
        }
        QList<qsizetype> starts{0};
        for (qsizetype i = 1; i < source.text.size(); ++i) {
            if (below(6) == 0 && !source.text[i].isSpace() && !source.text[i].isLowSurrogate())
                starts.append(i);
        }
        const Unit again = resegmented(changed, spans(starts, source.text.size()));
        QCOMPARE(unitSource(again), source);
        QCOMPARE(again.segments.last().gapAfter, changed.segments.last().gapAfter);
        QCOMPARE(targets(again), targets(changed));
        QCOMPARE(again.boundaries, changed.boundaries);
        QSet<qsizetype> begin;
        QSet<QString> ids;
        for (qsizetype i = 0; i < again.segments.size(); ++i) {
            begin.insert(sourcePosition(again, i));
            ids.insert(again.segments[i].id);
            QVERIFY(!again.segments[i].source.text.trimmed().isEmpty());
        }
        QCOMPARE(ids.size(), again.segments.size());
        for (const BoundaryDecision &decision : again.boundaries)
            QCOMPARE(begin.contains(decision.position), decision.splits);
        // The same rules find nothing more to do.
        QCOMPARE(sources(resegmented(again, spans(starts, source.text.size()))), sources(again));
    }
}

void tst_SessionStructure::segmentingAgainIsOneEdit()
{
    Document document = pageDocument();
    QVERIFY(segmentAgain(document).units.isEmpty());
    EditHistory history;
    history.apply(document, *mergeNext(document, {1, 0}));
    QCOMPARE(sources(document.units[1]), QStringList{u"Hai bên nhất trí. Họ ký kết."_s});
    QVERIFY(segmentAgain(document).units.isEmpty()); // merged by hand

    document.units[1].boundaries.clear();
    StructureEdit again = segmentAgain(document);
    QCOMPARE(again.units.size(), 1);
    QCOMPARE(again.after, (SegmentRef{1, 0}));
    history.apply(document, again);
    QCOMPARE(sources(document.units[1]), sources(pageDocument().units[1]));
    QCOMPARE(document.units[1].segments[1].sourceStart, 78);
    history.undo(document);
    QCOMPARE(document.units[1].segments.size(), 1);
}

void tst_SessionStructure::decisionsOutliveTheFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.xlf"_s);
    Document document = pageDocument();
    EditHistory history;
    history.apply(document, *mergeNext(document, {1, 0}));
    history.apply(document, *splitAt(document, {0, 0}, 4));
    QVERIFY(saveDocument(document, path).ok());
    for (int turn = 0; turn < 2; ++turn) {
        auto opened = openDocument(path);
        QVERIFY(opened.ok());
        QCOMPARE(opened->document.units[0].boundaries, document.units[0].boundaries);
        QCOMPARE(sources(opened->document.units[0]), (QStringList{u"Thư"_s, u"mời họp"_s}));
        QCOMPARE(opened->document.leftOut, document.leftOut);
        QVERIFY(segmentAgain(opened->document).units.isEmpty());
        QVERIFY(saveDocument(opened->document, path).ok());
    }
}

void tst_SessionStructure::leftOutLinesComeBackInTheirPlace()
{
    const Document before = pageDocument();
    for (qsizetype line = 0; line < 3; ++line) {
        Document document = before;
        EditHistory history;
        const auto edit = bringBack(document, line);
        QVERIFY(edit.ok());
        history.apply(document, *edit);
        QCOMPARE(document.units.size(), 3);
        QCOMPARE(document.leftOut.size(), 2);
        const Unit &back = document.units[line];
        QCOMPARE(edit->after, (SegmentRef{line, 0}));
        QCOMPARE(back.id, u"u3"_s);
        QCOMPARE(back.broughtBackFrom, before.leftOut[line].reason);
        QCOMPARE(back.line, before.leftOut[line].line);
        QCOMPARE(unitSource(back).text, before.leftOut[line].text);
        history.undo(document);
        QCOMPARE(document.leftOut, before.leftOut);
        QCOMPARE(document.units.size(), 2);
    }
    Document document = before;
    EditHistory history;
    history.apply(document, *bringBack(document, 1));
    QCOMPARE(sources(document.units[1]), (QStringList{u"Một."_s, u"Hai \U0001F30F."_s, u"Ba"_s}));
    QCOMPARE(document.units[1].segments[2].sourceStart, 52);
    QCOMPARE(document.units[1].segments[2].sourceEnd, 54);
    document.leftOut[0].text = u" \n"_s;
    QCOMPARE(bringBack(document, 0).error().code, u"structure.empty-line"_s);
}

void tst_SessionStructure::aWrappedParagraphComesBackWhole()
{
    Document document = pageDocument();
    document.leftOut[0].text = u"Hai bên\n  nhất trí. Họ\r\nký."_s;
    const auto edit = bringBack(document, 0);
    QVERIFY(edit.ok());
    QCOMPARE(sources(edit->units[0].added[0]), (QStringList{u"Hai bên\n  nhất trí."_s, u"Họ\r\nký."_s}));
}

void tst_SessionStructure::paragraphsAreLeftOutAgain()
{
    Document document = pageDocument();
    const QList<LeftOutLine> lines = document.leftOut;
    EditHistory history;
    history.apply(document, *bringBack(document, 1));
    history.apply(document, *leaveOut(document, 1));
    QCOMPARE(document.leftOut, QList<LeftOutLine>(lines));
    history.apply(document, *leaveOut(document, 1));
    QCOMPARE(document.units.size(), 1);
    QCOMPARE(document.leftOut.size(), 4);
    QCOMPARE(document.leftOut[2].reason, u"by-hand"_s);
    QCOMPARE(document.leftOut[2].text, u"Hai bên nhất trí. Họ ký kết."_s);
    QCOMPARE(document.leftOut[2].end, 88);
    history.apply(document, *bringBack(document, 2));
    QCOMPARE(sources(document.units[1]), sources(pageDocument().units[1]));
    while (history.canUndo())
        history.undo(document);
    QCOMPARE(document.leftOut, lines);
    QCOMPARE(document.units.size(), 2);
}

void tst_SessionStructure::leavingOutIsRefused_data()
{
    QTest::addColumn<Document>("document");
    QTest::addColumn<QString>("code");
    Document typed = pageDocument();
    typed.units[1].segments[1].target.text = u"They signed."_s;
    typed.units[1].segments[1].hasTarget = true;
    QTest::newRow("typed") << typed << u"structure.has-translation"_s;
    Document confirmed = pageDocument();
    confirmed.units[1].segments[0].state = SegmentState::Translated;
    QTest::newRow("confirmed") << confirmed << u"structure.has-translation"_s;
    Document foreign = pageDocument();
    foreign.units[1].segments[0].sourceStart = -1;
    QTest::newRow("not from a text") << foreign << u"structure.not-from-text"_s;
    Document only = pageDocument();
    only.units[0].fileId = u"f2"_s;
    QTest::newRow("the last one") << only << u"structure.last-unit"_s;
    Document proposed = pageDocument();
    proposed.units[1].segments[1].target.text = u"Signing"_s;
    proposed.units[1].segments[1].hasTarget = true;
    proposed.units[1].segments[1].subState = u"verbale:pretranslated"_s;
    QTest::newRow("a proposal is no translation") << proposed << QString();
}

void tst_SessionStructure::leavingOutIsRefused()
{
    QFETCH(Document, document);
    QFETCH(QString, code);
    const auto edit = leaveOut(document, 1);
    QCOMPARE(edit.ok(), code.isEmpty());
    if (!edit)
        QCOMPARE(edit.error().code, code);
}

void tst_SessionStructure::aDraftNeverReplacesDecisions()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.xlf"_s);
    const auto holds = [&path](const Document &document) {
        return saveDocument(document, path).ok() && holdsTranslations(path);
    };
    Document document = pageDocument();
    QVERIFY(!holds(document));
    EditHistory history;
    history.apply(document, *mergeNext(document, {1, 0}));
    QVERIFY(holds(document));
    history.undo(document);
    QVERIFY(!holds(document));
    history.apply(document, *bringBack(document, 0));
    QVERIFY(holds(document));
    history.undo(document);
    history.apply(document, *leaveOut(document, 0));
    QVERIFY(holds(document));

    QFile text(folder.filePath(u"b.txt"_s));
    QVERIFY(text.open(QIODevice::WriteOnly) && text.write(page) == page.size());
    text.close();
    const auto opened = openDocument(text.fileName());
    QVERIFY(opened.ok());
    QCOMPARE(opened->document.leftOut.size(), opened->dropped.size());
}

QTEST_APPLESS_MAIN(tst_SessionStructure)
#include "tst_session_structure.moc"
