#include "document/edit_history.h"
#include "document/segmentation.h"

#include <QtTest/QtTest>

#include <random>

using namespace verbale;

class TestEditHistory : public QObject
{
    Q_OBJECT

private slots:
    void undoAndRedoNameTheSegmentThatChanged();
    void anEditThatChangesNothingIsNotRecorded();
    void everyChangeRaisesTheRevision();
    void typingIsOneStep();
    void typingIsNotMergedAcross_data();
    void typingIsNotMergedAcross();
    void typingThatEndsWhereItBeganIsNoStep();
    void theSavedStateCanBeReachedAgain();
    void theSavedStateIsLostWithItsBranch();
    void aNewEditCutsTheRedoBranch();
    void randomWalkAgreesWithSnapshots();
    void aStructuralEditIsOneStep();
    void typingIsNotMergedAcrossAStructuralEdit();
    void whatCameMeanwhileStaysWhereTheEditDidNotReach();
    void anAnswerToAnOlderShapeIsNeverCurrent();
    void unitsAndLeftOutLinesGoTogether();
    void randomStructuresAgreeWithSnapshots();
    void targetsOfARunAreOneStep();
    void targetsOfARunAreAStepOfTheirOwn_data();
    void targetsOfARunAreAStepOfTheirOwn();
};

namespace {

constexpr int typingKey = 7;
const QString typing = QStringLiteral("Typing");

Document document(int segments = 3)
{
    Document result;
    Unit unit;
    unit.id = QStringLiteral("u1");
    for (int i = 0; i < segments; ++i) {
        Segment segment;
        segment.id = QStringLiteral("s%1").arg(i + 1);
        unit.segments.append(segment);
    }
    result.units.append(unit);
    return result;
}

TargetEdit edit(qsizetype segment, const QString &text, const QString &label = typing)
{
    TargetEdit result;
    result.segment = {0, segment};
    result.target.text = text;
    result.label = label;
    return result;
}

QString text(const Document &document, qsizetype segment)
{
    return document.at({0, segment}).target.text;
}

/// What of a document edits can change, without revisions, which only ever rise.
QStringList picture(const Document &document)
{
    QStringList lines;
    for (const SegmentRef &ref : document.segments()) {
        const Segment &segment = document.at(ref);
        lines << segment.source.text + QLatin1Char('|') + segment.gapAfter + QLatin1Char('|') +
                     segment.target.text + QLatin1Char('|') + QString::number(segment.hasTarget) +
                     QLatin1Char('|') + stateName(segment.state) + QLatin1Char('|') + segment.subState;
    }
    for (const Unit &unit : document.units) {
        lines << unit.id;
        for (const BoundaryDecision &boundary : unit.boundaries)
            lines << QString::number(boundary.position) + QLatin1Char(boundary.splits ? '+' : '-');
    }
    for (const LeftOutLine &line : document.leftOut)
        lines << line.text;
    return lines;
}

std::optional<SegmentRef> place(const std::optional<DocumentChange> &change)
{
    return change ? std::optional(change->segment) : std::nullopt;
}

/// A unit of two sentences, the first one with a translation.
Document twoSentences()
{
    Document doc = document(2);
    doc.units[0].segments[0].source.text = QStringLiteral("Hai bên nhất trí. Họ ký kết.");
    doc.units[0].segments[0].gapAfter = QStringLiteral(" ");
    doc.units[0].segments[1].source.text = QStringLiteral("Lễ ký diễn ra hôm nay.");
    return doc;
}

StructureEdit inPlace(qsizetype unit, const Unit &changed, const QString &label = QStringLiteral("Splitting"))
{
    StructureEdit edit;
    edit.units = {{unit, 1, {changed}}};
    edit.before = edit.after = {unit, 0};
    edit.label = label;
    return edit;
}

} // namespace

void TestEditHistory::aStructuralEditIsOneStep()
{
    Document doc = twoSentences();
    const QStringList before = picture(doc);
    EditHistory history;
    const DocumentChange change = history.apply(doc, inPlace(0, *splitSegment(doc.units[0], 0, 17)));
    QCOMPARE(change.units.size(), 1);
    QCOMPARE(change.units[0].added, 1);
    QCOMPARE(doc.units[0].segments.size(), 3);
    QCOMPARE(history.undoLabel(), QStringLiteral("Splitting"));
    const QStringList after = picture(doc);
    history.apply(doc, edit(2, QStringLiteral("The ceremony")));

    QVERIFY(history.undo(doc)->units.isEmpty());
    QCOMPARE(history.undo(doc)->units.size(), 1);
    QCOMPARE(picture(doc), before);
    QVERIFY(!history.isModified());
    history.redo(doc);
    QCOMPARE(picture(doc), after);
    history.redo(doc); // its place is that of the document with three segments
    QCOMPARE(text(doc, 2), QStringLiteral("The ceremony"));
}

void TestEditHistory::typingIsNotMergedAcrossAStructuralEdit()
{
    Document doc = twoSentences();
    EditHistory history;
    history.apply(doc, edit(0, QStringLiteral("a")), typingKey);
    history.apply(doc, inPlace(0, *mergeWithNext(doc.units[0], 0)));
    history.apply(doc, edit(0, QStringLiteral("ab")), typingKey);
    history.undo(doc);
    QCOMPARE(text(doc, 0), QStringLiteral("a"));
    QCOMPARE(doc.units[0].segments.size(), 1);
    history.undo(doc);
    QCOMPARE(doc.units[0].segments.size(), 2);
    QCOMPARE(text(doc, 0), QStringLiteral("a"));
}

void TestEditHistory::whatCameMeanwhileStaysWhereTheEditDidNotReach()
{
    Document doc = twoSentences();
    EditHistory history;
    history.apply(doc, inPlace(0, *splitSegment(doc.units[0], 0, 17)));
    // As the plugins do, without a step of their own.
    TermHit hit;
    hit.span = {0, 5};
    doc.units[0].segments[2].terms = {hit};
    doc.units[0].segments[2].target.text = QStringLiteral("Pre-translated");
    doc.units[0].segments[2].hasTarget = true;
    doc.units[0].notes.append(
        Note{QStringLiteral("n1"), {}, QStringLiteral("from the glossary"), {}, {}, {}, 0});
    history.undo(doc);
    QCOMPARE(doc.units[0].segments.size(), 2);
    QCOMPARE(doc.units[0].segments[1].terms.size(), 1);
    QCOMPARE(text(doc, 1), QStringLiteral("Pre-translated"));
    QCOMPARE(doc.units[0].notes.size(), 1);
    history.redo(doc);
    QCOMPARE(doc.units[0].segments[2].terms.size(), 1);
    QCOMPARE(doc.units[0].notes.size(), 1);
}

void TestEditHistory::anAnswerToAnOlderShapeIsNeverCurrent()
{
    Document doc = twoSentences();
    EditHistory history;
    QHash<QString, QHash<qint64, QString>> seen; // key -> revision -> source
    const auto look = [&] {
        for (const SegmentRef &ref : doc.segments()) {
            const Segment &segment = doc.at(ref);
            const QString known = seen[doc.segmentKey(ref)].value(segment.revision, segment.source.text);
            if (known != segment.source.text)
                return false;
            seen[doc.segmentKey(ref)].insert(segment.revision, segment.source.text);
        }
        return true;
    };
    QVERIFY(look());
    for (int turn = 0; turn < 4; ++turn) {
        history.apply(doc, inPlace(0, *splitSegment(doc.units[0], 0, 17 - turn)));
        QVERIFY(look());
        history.apply(doc, edit(1, QString::number(turn)));
        QVERIFY(look());
        history.undo(doc);
        history.undo(doc);
        QVERIFY(look());
    }
}

void TestEditHistory::unitsAndLeftOutLinesGoTogether()
{
    Document doc = twoSentences();
    doc.leftOut = {{3, 60, 70, QStringLiteral("menu"), QStringLiteral("Trang chủ"), {}}};
    const QStringList before = picture(doc);
    Unit back;
    back.id = QStringLiteral("u2");
    back.segments = document(1).units[0].segments;
    StructureEdit edit;
    edit.units = {{1, 0, {back}}};
    edit.leftOut = QList<LeftOutLine>();
    edit.after = {1, 0};
    EditHistory history;
    QVERIFY(history.apply(doc, edit).leftOut);
    QCOMPARE(doc.units.size(), 2);
    QVERIFY(doc.leftOut.isEmpty());
    const auto undone = history.undo(doc);
    QVERIFY(undone->leftOut);
    QCOMPARE(undone->segment, (SegmentRef{0, 0}));
    QCOMPARE(picture(doc), before);
    QCOMPARE(history.redo(doc)->segment, (SegmentRef{1, 0}));
    QCOMPARE(doc.units.size(), 2);
}

/// Edits of every kind against whole pictures of the document.
void TestEditHistory::randomStructuresAgreeWithSnapshots()
{
    std::mt19937 random(77);
    const auto below = [&random](qsizetype limit) {
        return static_cast<qsizetype>(random() % static_cast<unsigned>(limit));
    };
    for (int walk = 0; walk < 60; ++walk) {
        Document doc = twoSentences();
        doc.units.append(twoSentences().units[0]);
        doc.units[1].id = QStringLiteral("u2");
        EditHistory history;
        QList<QStringList> pictures = {picture(doc)};
        qsizetype now = 0;
        for (int move = 0; move < 80; ++move) {
            const qsizetype unit = below(2);
            const qsizetype segment = below(doc.units[unit].segments.size());
            const qsizetype dice = below(10);
            if (dice < 2) {
                TargetEdit next = edit(segment, QStringLiteral("t%1").arg(move));
                next.segment.unit = unit;
                history.apply(doc, next);
            } else if (dice < 4) {
                const auto split =
                    splitSegment(doc.units[unit], segment,
                                 below(doc.units[unit].segments[segment].source.text.size()), below(3) - 1);
                if (!split)
                    continue;
                history.apply(doc, inPlace(unit, *split));
            } else if (dice < 6) {
                const auto merged = mergeWithNext(doc.units[unit], segment);
                if (!merged)
                    continue;
                history.apply(doc, inPlace(unit, *merged));
            } else {
                const bool back = dice < 8;
                const auto change = back ? history.undo(doc) : history.redo(doc);
                QCOMPARE(change.has_value(), back ? now > 0 : now + 1 < pictures.size());
                if (change)
                    now += back ? -1 : 1;
                QCOMPARE(picture(doc), pictures[now]);
                continue;
            }
            pictures.resize(++now);
            pictures.append(picture(doc));
            QCOMPARE(unitSource(doc.units[unit]).text, unitSource(twoSentences().units[0]).text);
        }
    }
}

namespace {

/// As a machine's target for one segment.
StructureEdit machineTarget(const Document &document, qsizetype segment)
{
    Unit changed = document.units[0];
    changed.segments[segment].target.text = QStringLiteral("m%1").arg(segment);
    changed.segments[segment].hasTarget = true;
    return inPlace(0, changed, QStringLiteral("Machine translation"));
}

} // namespace

/// They come a part at a time, while somebody types in another segment of the same unit.
void TestEditHistory::targetsOfARunAreOneStep()
{
    Document doc = document(4);
    EditHistory history;
    QVERIFY(history.applyTargets(doc, machineTarget(doc, 0), 5).onlyTargets);
    history.apply(doc, edit(1, QStringLiteral("mine")), typingKey);
    history.markSaved();
    history.applyTargets(doc, machineTarget(doc, 2), 5);
    QVERIFY(history.isModified());
    history.apply(doc, edit(1, QStringLiteral("mine too")), typingKey);
    const qint64 revision = doc.at({0, 3}).revision;
    QCOMPARE(history.undoLabel(), typing);
    history.undo(doc);
    QCOMPARE(text(doc, 1), QString());
    QCOMPARE(text(doc, 2), QStringLiteral("m2"));
    QVERIFY(!history.undoesStructure());
    history.undo(doc);
    for (const qsizetype segment : {0, 1, 2})
        QVERIFY(!doc.at({0, segment}).hasTarget);
    QVERIFY(!history.canUndo());
    history.redo(doc);
    history.redo(doc);
    QCOMPARE(text(doc, 0), QStringLiteral("m0"));
    QCOMPARE(text(doc, 1), QStringLiteral("mine too"));
    QCOMPARE(text(doc, 2), QStringLiteral("m2"));
    QCOMPARE(doc.at({0, 3}).revision, revision); // nobody has changed it
}

void TestEditHistory::targetsOfARunAreAStepOfTheirOwn_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<bool>("splits");
    QTest::addColumn<bool>("undone");
    QTest::newRow("another run") << 6 << false << false;
    QTest::newRow("after a split") << 5 << true << false;
    QTest::newRow("where a split was undone") << 5 << true << true;
    QTest::newRow("where the run was undone") << 5 << false << true;
}

void TestEditHistory::targetsOfARunAreAStepOfTheirOwn()
{
    QFETCH(const int, key);
    QFETCH(const bool, splits);
    QFETCH(const bool, undone);
    Document doc = document(2);
    EditHistory history;
    history.applyTargets(doc, machineTarget(doc, 0), 5);
    if (splits)
        history.apply(doc, inPlace(0, doc.units[0]));
    if (undone)
        history.undo(doc);
    const QStringList before = picture(doc);
    history.applyTargets(doc, machineTarget(doc, 1), key);
    QVERIFY(!history.canRedo());
    history.undo(doc);
    QCOMPARE(picture(doc), before);
}

void TestEditHistory::undoAndRedoNameTheSegmentThatChanged()
{
    Document doc = document();
    EditHistory history;
    QVERIFY(!history.undo(doc));
    QVERIFY(!history.redo(doc));
    QCOMPARE(history.undoLabel(), QString());

    history.apply(doc, edit(1, QStringLiteral("one"), QStringLiteral("Insert term")));
    history.apply(doc, edit(2, QStringLiteral("two"), QStringLiteral("Confirm")));
    QCOMPARE(history.undoLabel(), QStringLiteral("Confirm"));
    QCOMPARE(history.redoLabel(), QString());

    QCOMPARE(place(history.undo(doc)), std::optional<SegmentRef>(SegmentRef{0, 2}));
    QCOMPARE(text(doc, 2), QString());
    QVERIFY(!doc.at({0, 2}).hasTarget);
    QCOMPARE(history.redoLabel(), QStringLiteral("Confirm"));
    QCOMPARE(place(history.undo(doc)), std::optional<SegmentRef>(SegmentRef{0, 1}));
    QVERIFY(!history.canUndo());
    QCOMPARE(place(history.redo(doc)), std::optional<SegmentRef>(SegmentRef{0, 1}));
    QCOMPARE(text(doc, 1), QStringLiteral("one"));
    QVERIFY(doc.at({0, 1}).hasTarget);
}

void TestEditHistory::anEditThatChangesNothingIsNotRecorded()
{
    Document doc = document();
    EditHistory history;
    history.apply(doc, edit(0, QStringLiteral("a")));
    const qint64 revision = doc.at({0, 0}).revision;
    history.apply(doc, edit(0, QStringLiteral("a"), QStringLiteral("Paste")));
    QCOMPARE(doc.at({0, 0}).revision, revision);
    QCOMPARE(history.undoLabel(), typing);
    history.undo(doc);
    QVERIFY(!history.canUndo());
}

void TestEditHistory::everyChangeRaisesTheRevision()
{
    Document doc = document();
    EditHistory history;
    history.apply(doc, edit(0, QStringLiteral("a")));
    QCOMPARE(doc.at({0, 0}).revision, 1);
    history.undo(doc);
    QCOMPARE(doc.at({0, 0}).revision, 2);
    history.redo(doc);
    QCOMPARE(doc.at({0, 0}).revision, 3);
    QCOMPARE(doc.at({0, 1}).revision, 0);
}

void TestEditHistory::typingIsOneStep()
{
    Document doc = document();
    EditHistory history;
    const QString word = QStringLiteral("Vienna");
    for (int length = 1; length <= word.size(); ++length)
        history.apply(doc, edit(0, word.left(length)), typingKey);
    QCOMPARE(text(doc, 0), word);
    history.undo(doc);
    QCOMPARE(text(doc, 0), QString());
    QVERIFY(!history.canUndo());
    history.redo(doc);
    QCOMPARE(text(doc, 0), word);
}

void TestEditHistory::typingIsNotMergedAcross_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("segment");
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("between");
    QTest::newRow("another key") << 8 << 0 << typing << QString();
    QTest::newRow("key 0") << 0 << 0 << typing << QString();
    QTest::newRow("another segment") << typingKey << 1 << typing << QString();
    QTest::newRow("another label") << typingKey << 0 << QStringLiteral("Paste") << QString();
    QTest::newRow("a save") << typingKey << 0 << typing << QStringLiteral("save");
}

void TestEditHistory::typingIsNotMergedAcross()
{
    QFETCH(int, key);
    QFETCH(int, segment);
    QFETCH(QString, label);
    QFETCH(QString, between);
    Document doc = document();
    EditHistory history;
    history.apply(doc, edit(0, QStringLiteral("a")), typingKey);
    if (between == QLatin1String("save"))
        history.markSaved();
    history.apply(doc, edit(segment, QStringLiteral("ab"), label), key);
    history.undo(doc);
    QVERIFY(history.canUndo());
    QCOMPARE(text(doc, 0), QStringLiteral("a"));
}

void TestEditHistory::typingThatEndsWhereItBeganIsNoStep()
{
    Document doc = document();
    EditHistory history;
    history.apply(doc, edit(0, QStringLiteral("a"), QStringLiteral("Paste")));
    history.markSaved();
    history.apply(doc, edit(0, QStringLiteral("ab")), typingKey);
    QVERIFY(history.isModified());
    history.apply(doc, edit(0, QStringLiteral("a")), typingKey);
    QVERIFY(!history.isModified());
    QCOMPARE(history.undoLabel(), QStringLiteral("Paste"));
}

void TestEditHistory::theSavedStateCanBeReachedAgain()
{
    Document doc = document();
    EditHistory history;
    QVERIFY(!history.isModified());
    history.apply(doc, edit(0, QStringLiteral("a")));
    QVERIFY(history.isModified());
    history.markSaved();
    QVERIFY(!history.isModified());
    history.apply(doc, edit(0, QStringLiteral("b")));
    history.undo(doc);
    QVERIFY(!history.isModified());
    history.undo(doc);
    QVERIFY(history.isModified());
    history.redo(doc);
    QVERIFY(!history.isModified());
}

void TestEditHistory::theSavedStateIsLostWithItsBranch()
{
    Document doc = document();
    EditHistory history;
    history.apply(doc, edit(0, QStringLiteral("a")));
    history.markSaved();
    history.undo(doc);
    history.apply(doc, edit(0, QStringLiteral("b")));
    QVERIFY(history.isModified());
    history.undo(doc);
    QVERIFY(history.isModified());
    history.redo(doc);
    QVERIFY(history.isModified());
    history.markSaved();
    QVERIFY(!history.isModified());
}

void TestEditHistory::aNewEditCutsTheRedoBranch()
{
    Document doc = document();
    EditHistory history;
    history.apply(doc, edit(0, QStringLiteral("a")), typingKey);
    history.apply(doc, edit(1, QStringLiteral("b")), typingKey);
    history.undo(doc);
    history.apply(doc, edit(0, QStringLiteral("ac")), typingKey);
    QVERIFY(!history.canRedo());
    history.undo(doc);
    QCOMPARE(text(doc, 0), QStringLiteral("a"));
}

/// The oracle keeps a whole picture of the document after each step.
void TestEditHistory::randomWalkAgreesWithSnapshots()
{
    std::mt19937 random(20240517);
    const auto below = [&random](int limit) {
        return static_cast<int>(random() % static_cast<unsigned>(limit));
    };
    for (int walk = 0; walk < 50; ++walk) {
        Document doc = document(4);
        EditHistory history;
        QList<QStringList> pictures = {picture(doc)};
        qsizetype now = 0;
        QStringList saved = pictures.first();
        qsizetype savedAt = 0;
        for (int move = 0; move < 200; ++move) {
            const int dice = below(10);
            if (dice < 5) {
                TargetEdit next =
                    edit(below(4), QString(below(3), QLatin1Char(static_cast<char>('a' + below(3)))));
                next.hasTarget = next.target.text.size() > 0 || below(2) == 0;
                next.state = static_cast<SegmentState>(below(4));
                next.subState = below(2) == 0 ? QString() : QStringLiteral("verbale:pretranslated");
                history.apply(doc, next);
                if (picture(doc) != pictures[now]) {
                    if (savedAt > now)
                        savedAt = -1;
                    pictures.resize(++now);
                    pictures.append(picture(doc));
                }
            } else if (dice < 7) {
                QCOMPARE(history.undo(doc).has_value(), now > 0);
                now = std::max<qsizetype>(0, now - 1);
            } else if (dice < 9) {
                QCOMPARE(history.redo(doc).has_value(), now + 1 < pictures.size());
                now = std::min(pictures.size() - 1, now + 1);
            } else {
                history.markSaved();
                saved = picture(doc);
                savedAt = now;
            }
            QCOMPARE(picture(doc), pictures[now]);
            QCOMPARE(history.canUndo(), now > 0);
            QCOMPARE(history.canRedo(), now + 1 < pictures.size());
            QCOMPARE(history.isModified(), now != savedAt);
            if (!history.isModified())
                QCOMPARE(picture(doc), saved);
        }
    }
}

QTEST_APPLESS_MAIN(TestEditHistory)
#include "tst_edit_history.moc"
