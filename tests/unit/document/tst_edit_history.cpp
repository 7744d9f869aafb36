#include "document/edit_history.h"

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
        lines << segment.target.text + QLatin1Char('|') + QString::number(segment.hasTarget) +
                     QLatin1Char('|') + stateName(segment.state) + QLatin1Char('|') + segment.subState;
    }
    return lines;
}

} // namespace

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

    QCOMPARE(history.undo(doc), std::optional<SegmentRef>(SegmentRef{0, 2}));
    QCOMPARE(text(doc, 2), QString());
    QVERIFY(!doc.at({0, 2}).hasTarget);
    QCOMPARE(history.redoLabel(), QStringLiteral("Confirm"));
    QCOMPARE(history.undo(doc), std::optional<SegmentRef>(SegmentRef{0, 1}));
    QVERIFY(!history.canUndo());
    QCOMPARE(history.redo(doc), std::optional<SegmentRef>(SegmentRef{0, 1}));
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
