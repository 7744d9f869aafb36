// Inline codes in the window: chips that tell apart what opens, closes and stands alone, and edits that lose,
// double or cross none of them unseen.

#include "support.h"

#include "document/inline_codes.h"
#include "workbench/cell_text.h"
#include "workbench/code_clipboard.h"
#include "workbench/code_words.h"
#include "workbench/editor_page.h"
#include "workbench/segment_grid.h"
#include "workbench/suggestion_pane.h"
#include "workbench/tag_editing.h"
#include "workbench/target_editor.h"
#include "workbench/theme.h"
#include "workbench/window_actions.h"

#include <QtCore/QMimeData>
#include <QtGui/QAbstractTextDocumentLayout>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QDropEvent>
#include <QtGui/QPainter>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

namespace verbale::workbench {

namespace {

/// "⟨1⟩Hà Nội⟨/1⟩⟨2⟩" in two segments with tags, and one without.
session::OpenedDocument tagged()
{
    session::OpenedDocument made = madeDocument(3);
    for (const int unit : {0, 1}) {
        Segment &segment = made.document.units[unit].segments[0];
        segment = segmentWithCodes();
    }
    return made;
}

InlineText inOrder(const Segment &segment, const QString &text)
{
    InlineText result = segment.source;
    result.text = text;
    result.text.replace(u'*', inlineCodeMark);
    result.codes = segment.source.codes.mid(0, result.text.count(inlineCodeMark));
    return result;
}

struct Fixture
{
    SetAnswers::Record record;
    MainWindow window{quietServices(record)};
    DocumentController &controller = window.controller();
    EditorPage &page = *window.editorPage();
    SegmentGrid &grid = *page.grid();
    TargetEditor &editor = *grid.editor();
    TagEditing &tags = *page.tags();
    QStringList hints;

    Fixture()
    {
        QObject::connect(&page, &EditorPage::hint, &window,
                         [this](const QString &sentence) { hints.append(sentence); });
        window.resize(1200, 700);
        window.show();
        controller.adopt(tagged(), {});
        grid.goTo(0, true);
    }
    [[nodiscard]] const Segment &first() const { return controller.segment(0); }
    void write(const QString &text)
    {
        controller.setTarget(0, inOrder(first(), text), QStringLiteral("test"));
        grid.goTo(0, true);
    }
    void select(int from, int to)
    {
        QTextCursor cursor = editor.textCursor();
        cursor.setPosition(from);
        cursor.setPosition(to, QTextCursor::KeepAnchor);
        editor.setTextCursor(cursor);
    }
    void run(Act act) { window.actions()[act]->trigger(); }
    [[nodiscard]] QString shown(int row) const
    {
        return readableText(controller.segment(row).target, controller.segment(row).source.codes);
    }
};

QImage chipImage(const InlineCode &code, const ChipLook &look)
{
    QTextDocument document;
    setUpCellDocument(document, textFont(100));
    fillCellDocument(document, {QString(inlineCodeMark), {code}}, {look});
    QImage image(60, 30, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QPainter painter(&image);
    document.documentLayout()->draw(&painter, {});
    return image;
}

} // namespace

class TestTags : public QObject
{
    Q_OBJECT
private slots:
    void shapesTellKindsApart();
    void aClickFindsItsChip();
    void flagsFollowTheText();
    void labels();
    void toolTips();
    void theCursorMovesOverAChip();
    void removingIsSeenAndUndone();
    void halfAPairIsFlagged();
    void nextTagGoesInInOrder();
    void aSelectionIsWrapped();
    void allMissingInOneStep();
    void cutAndPasteMovesATag();
    void pastingNeverDoubles();
    void pastingIntoAnotherSegment();
    void pastingForeignText_data();
    void pastingForeignText();
    void droppingIsPasting();
    void tagsThatTheSourceLacksStay();
    void clipboardBytes();
    void confirmingWarnsOnce();
    void confirmingByTheBar();
    void aClickInTheSourceInserts();
    void composingBesideAChip();
    void aSuggestionBringsItsTags();
    void goesToTheNextProblem();
};

void TestTags::shapesTellKindsApart()
{
    const Segment segment = segmentWithCodes();
    QList<QImage> images;
    for (const InlineCode &code : std::as_const(segment.source.codes)) {
        images.append(chipImage(code, {QStringLiteral("1"), false}));
        images.append(chipImage(code, {QStringLiteral("1"), true}));
    }
    InlineCode annotation = segment.source.codes.at(0);
    annotation.markup = QStringLiteral("<mrk id=\"1\">");
    images.append(chipImage(annotation, {QStringLiteral("1"), false}));
    for (qsizetype i = 0; i < images.size(); ++i) { // without colours, and with one number on all of them
        for (qsizetype j = 0; j < i; ++j)
            QVERIFY2(images[i] != images[j], qPrintable(QStringLiteral("%1 and %2").arg(i).arg(j)));
    }
}

void TestTags::aClickFindsItsChip()
{
    const Segment segment = segmentWithCodes();
    QTextDocument document;
    setUpCellDocument(document, textFont(100));
    fillCellDocument(document, segment.source, sourceChips(segment));
    document.setTextWidth(500);
    QList<qsizetype> seen;
    for (int x = 0; x < 300; ++x) {
        const qsizetype chip = chipAt(document, QPointF(x, 8));
        if (seen.isEmpty() || seen.last() != chip)
            seen.append(chip);
    }
    QCOMPARE(seen, (QList<qsizetype>{0, -1, 1, 2, -1}));
    QCOMPARE(chipAt(document, QPointF(3, 4000)), -1);
}

void TestTags::flagsFollowTheText()
{
    Segment segment = segmentWithCodes();
    const auto flags = [](const QList<ChipLook> &looks) {
        QString result;
        for (const ChipLook &look : looks)
            result += QLatin1Char(look.flagged ? '!' : '.');
        return result;
    };
    QCOMPARE(flags(sourceChips(segment)), QStringLiteral("...")); // nothing is written yet
    segment.hasTarget = true;
    segment.target = inOrder(segment, QStringLiteral("*Ha Noi"));
    QCOMPARE(flags(sourceChips(segment)), QStringLiteral(".!!"));
    QCOMPARE(flags(targetChips(segment.source, segment.target)), QStringLiteral("!"));
    segment.target = segment.source;
    QCOMPARE(flags(sourceChips(segment)), QStringLiteral("..."));
    QCOMPARE(flags(targetChips(segment.source, segment.target)), QStringLiteral("..."));
}

void TestTags::labels()
{
    const Segment segment = segmentWithCodes();
    const CodeLabels labels(segment.source.codes);
    QStringList onChips;
    QStringList inTexts;
    for (const InlineCode &code : std::as_const(segment.source.codes)) {
        onChips.append(labels.onChip(code));
        inTexts.append(labels.inText(code));
    }
    QCOMPARE(onChips.join(u' '), QStringLiteral("1 1 2"));
    QCOMPARE(inTexts.join(u' '), QString::fromUtf8("1› ‹1 2"));
    InlineCode unknown;
    unknown.id = QStringLiteral("7");
    unknown.display = QStringLiteral("a very long name of a picture");
    QVERIFY(labels.onChip(unknown).startsWith(QStringLiteral("a very")));
    QVERIFY(labels.onChip(unknown).size() <= 10);
}

void TestTags::toolTips()
{
    Segment segment = segmentWithCodes();
    segment.source.codes[0].data = QStringLiteral("<b class='x'>");
    segment.source.codes[0].canDelete = false;
    segment.hasTarget = true;
    segment.target = plain(QStringLiteral("Ha Noi"));
    const QPalette palette = QApplication::palette();
    const QString tip = chipToolTip(segment, false, 0, palette);
    QVERIFY2(tip.contains(QStringLiteral("&lt;b class='x'&gt;")), qPrintable(tip));
    QVERIFY(tip.contains(QStringLiteral("opens a pair")));
    QVERIFY(tip.contains(QStringLiteral("must not be left out")));
    QVERIFY(chipToolTip(segment, false, 2, palette).contains(QStringLiteral("&lt;ph id=")));
    QCOMPARE(chipToolTip(segment, false, 9, palette), QString());
    QCOMPARE(chipToolTip(segment, true, 0, palette), QString());
}

void TestTags::theCursorMovesOverAChip()
{
    Fixture f;
    f.write(QStringLiteral("*Ha Noi**"));
    QTest::keyClick(&f.editor, Qt::Key_Home);
    QCOMPARE(f.editor.textCursor().position(), 0);
    QTest::keyClick(&f.editor, Qt::Key_Right);
    QCOMPARE(f.editor.textCursor().position(), 1);
    QTest::keyClicks(&f.editor, QStringLiteral("x"));
    QCOMPARE(f.shown(0), QString::fromUtf8("[1›]xHa Noi[‹1][2]"));
    QTest::keyClick(&f.editor, Qt::Key_End);
    QTest::keyClick(&f.editor, Qt::Key_Left);
    QTest::keyClick(&f.editor, Qt::Key_Left);
    QCOMPARE(f.editor.textCursor().position(), 8);
    QTest::keyClicks(&f.editor, QStringLiteral("y"));
    QCOMPARE(f.shown(0), QString::fromUtf8("[1›]xHa Noiy[‹1][2]"));
}

void TestTags::removingIsSeenAndUndone()
{
    Fixture f;
    f.write(QStringLiteral("*Ha Noi**"));
    QTest::keyClicks(&f.editor, QStringLiteral("z"));
    QTest::keyClick(&f.editor, Qt::Key_Backspace);
    QTest::keyClick(&f.editor, Qt::Key_Backspace); // the tag
    QCOMPARE(f.shown(0), QString::fromUtf8("[1›]Ha Noi[‹1]"));
    QVERIFY(f.hints.last().startsWith(QStringLiteral("Tag 2 was removed.")));
    QVERIFY(hasCodeProblem(checkCodes(f.first())));
    const QModelIndex state = f.grid.model()->index(0, SegmentModel::Status);
    QVERIFY(state.data(Qt::ToolTipRole).toString().contains(QStringLiteral("Tag 2 is missing.")));
    QTest::keyClicks(&f.editor, QStringLiteral("w"));
    f.page.undo(); // the letter alone
    QCOMPARE(f.shown(0), QString::fromUtf8("[1›]Ha Noi[‹1]"));
    f.page.undo();
    QCOMPARE(f.shown(0), QString::fromUtf8("[1›]Ha Noi[‹1][2]"));
    QVERIFY(!hasCodeProblem(checkCodes(f.first())));
    f.page.redo();
    QCOMPARE(f.shown(0), QString::fromUtf8("[1›]Ha Noi[‹1]"));
}

void TestTags::halfAPairIsFlagged()
{
    Fixture f;
    f.write(QStringLiteral("*Ha Noi**"));
    QTest::keyClick(&f.editor, Qt::Key_Home);
    QTest::keyClick(&f.editor, Qt::Key_Delete);
    QCOMPARE(f.shown(0), QString::fromUtf8("Ha Noi[‹1][2]"));
    QCOMPARE(codeProblems(f.first(), 5), QStringList{QStringLiteral("Tag 1 is closed and not opened.")});
    QTextCursor chip(f.editor.document());
    chip.setPosition(7); // behind the closing code
    QVERIFY(chip.charFormat() !=
            codeFormat(f.first().source.codes.at(1), {QStringLiteral("1"), false}, f.editor.font()));
    QCOMPARE(chip.charFormat(),
             codeFormat(f.first().source.codes.at(1), {QStringLiteral("1"), true}, f.editor.font()));
}

void TestTags::nextTagGoesInInOrder()
{
    Fixture f;
    QTest::keyClicks(&f.editor, QStringLiteral("In "));
    f.run(Act::InsertTag);
    QTest::keyClicks(&f.editor, QStringLiteral("Ha Noi"));
    f.run(Act::InsertTag);
    f.run(Act::InsertTag);
    QCOMPARE(f.shown(0), QString::fromUtf8("In [1›]Ha Noi[‹1][2]"));
    f.run(Act::InsertTag);
    QCOMPARE(f.hints.last(), QStringLiteral("No tag is missing."));
    f.page.undo();
    QCOMPARE(f.shown(0), QString::fromUtf8("In [1›]Ha Noi[‹1]"));
    f.grid.goTo(2, true);
    f.run(Act::InsertTag);
    QCOMPARE(f.hints.last(), QStringLiteral("This segment has no tags."));
}

void TestTags::aSelectionIsWrapped()
{
    Fixture f;
    QTest::keyClicks(&f.editor, QStringLiteral("In Ha Noi today"));
    f.select(3, 9);
    f.run(Act::InsertTag);
    QCOMPARE(f.shown(0), QString::fromUtf8("In [1›]Ha Noi[‹1] today"));
    QCOMPARE(f.editor.textCursor().position(), 11);
    f.select(12, 17); // no pair is left: behind what is selected, which stays
    f.run(Act::InsertTag);
    QCOMPARE(f.shown(0), QString::fromUtf8("In [1›]Ha Noi[‹1] today[2]"));
    f.page.undo();
    f.page.undo();
    QCOMPARE(f.shown(0), QStringLiteral("In Ha Noi today"));
}

void TestTags::allMissingInOneStep()
{
    Fixture f;
    QTest::keyClicks(&f.editor, QStringLiteral("Ha Noi"));
    f.run(Act::InsertAllTags);
    QCOMPARE(f.shown(0), QString::fromUtf8("[1›]Ha Noi[‹1][2]"));
    QVERIFY(f.hints.last().startsWith(QStringLiteral("3 tag")));
    QCOMPARE(f.editor.content(), f.first().target);
    f.run(Act::InsertAllTags);
    QCOMPARE(f.hints.last(), QStringLiteral("No tag is missing."));
    f.page.undo();
    QCOMPARE(f.shown(0), QStringLiteral("Ha Noi"));
    // The English of a term says where the pair belongs.
    session::OpenedDocument made = tagged();
    Segment &segment = made.document.units[0].segments[0];
    segment.source.text += QString::fromUtf8(" hôm nay");
    segment.hasTarget = true;
    segment.target = plain(QStringLiteral("Today in the city of Hanoi itself"));
    segment.terms = {term(segment.source.text, QString::fromUtf8("Hà Nội"), QStringLiteral("Hanoi"))};
    TermReceipt receipt;
    receipt.hit = 0;
    receipt.state = ReceiptState::Used;
    receipt.spans = {{21, 26}};
    segment.receipts = {receipt};
    segment.receiptsRevision = segment.revision;
    f.controller.adopt(made, {});
    f.grid.goTo(0, true);
    f.run(Act::InsertAllTags);
    QCOMPARE(f.shown(0), QString::fromUtf8("Today in the city of [1›]Hanoi[‹1][2] itself"));
}

void TestTags::cutAndPasteMovesATag()
{
    Fixture f;
    f.write(QStringLiteral("*Ha Noi**"));
    f.select(8, 9);
    f.editor.cut();
    QCOMPARE(f.shown(0), QString::fromUtf8("[1›]Ha Noi[‹1]"));
    QCOMPARE(QGuiApplication::clipboard()->text(), QString());
    QTest::keyClick(&f.editor, Qt::Key_Home);
    f.editor.paste();
    QCOMPARE(f.shown(0), QString::fromUtf8("[2][1›]Ha Noi[‹1]"));
    QVERIFY(!hasCodeProblem(checkCodes(f.first())));
    // A tag that is put in again where it was is not flagged.
    QTextCursor moved(f.editor.document());
    moved.setPosition(1);
    QCOMPARE(moved.charFormat(),
             codeFormat(f.first().source.codes.at(2), {QStringLiteral("2"), false}, f.editor.font()));
    f.select(1, 9);
    f.editor.cut();
    f.editor.paste();
    moved.setPosition(2);
    QCOMPARE(moved.charFormat(),
             codeFormat(f.first().source.codes.at(0), {QStringLiteral("1"), false}, f.editor.font()));
    QCOMPARE(f.shown(0), QString::fromUtf8("[2][1›]Ha Noi[‹1]"));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Ha Noi"));
}

void TestTags::pastingNeverDoubles()
{
    Fixture f;
    f.write(QStringLiteral("*Ha Noi**"));
    f.select(0, 8);
    f.editor.copy();
    QTest::keyClick(&f.editor, Qt::Key_End);
    f.editor.paste();
    QCOMPARE(f.shown(0), QString::fromUtf8("[1›]Ha Noi[‹1][2]Ha Noi"));
    QVERIFY(f.hints.last().startsWith(QStringLiteral("2 tag")));
    // Over what was copied it is no double.
    f.select(0, 8);
    f.editor.paste();
    QCOMPARE(f.shown(0), QString::fromUtf8("[1›]Ha Noi[‹1][2]Ha Noi"));
}

void TestTags::pastingIntoAnotherSegment()
{
    Fixture f;
    f.write(QStringLiteral("*Ha Noi**"));
    f.select(0, 9);
    f.editor.copy();
    f.grid.goTo(1, true);
    f.editor.paste();
    QCOMPARE(f.shown(1), QString::fromUtf8("[1›]Ha Noi[‹1][2]"));
    QCOMPARE(f.controller.segment(1).target.codes, f.controller.segment(1).source.codes);
    f.grid.goTo(2, true); // which has no tags
    f.editor.paste();
    QCOMPARE(f.shown(2), QStringLiteral("Ha Noi"));
    QVERIFY(f.controller.segment(2).target.codes.isEmpty());
    QVERIFY(f.hints.last().startsWith(QStringLiteral("3 tag")));
}

void TestTags::pastingForeignText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("with the mark of a code") << QStringLiteral("a\uFFFCb") << QByteArray();
    QTest::newRow("markup") << QStringLiteral("<pc id=\"1\">a</pc>b") << QByteArray();
    QTest::newRow("bytes that are not ours") << QStringLiteral("ab") << QByteArray("<html>");
    QTest::newRow("bytes of ours, cut off")
        << QStringLiteral("ab")
        << toBytes(CopiedText{segmentWithCodes().source, QStringLiteral("x")}).chopped(9);
}

void TestTags::pastingForeignText()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, bytes);
    Fixture f;
    f.write(QStringLiteral("*Ha Noi**"));
    auto *foreign = new QMimeData;
    foreign->setText(text);
    if (!bytes.isEmpty())
        foreign->setData(QLatin1String(codedTextType), bytes);
    QGuiApplication::clipboard()->setMimeData(foreign);
    QTest::keyClick(&f.editor, Qt::Key_End);
    f.editor.paste();
    QCOMPARE(f.shown(0), QString::fromUtf8("[1›]Ha Noi[‹1][2]") + text.remove(inlineCodeMark));
    QCOMPARE(f.first().target.codes, f.first().source.codes);
}

void TestTags::droppingIsPasting()
{
    Fixture f;
    f.write(QStringLiteral("*Ha Noi*"));
    CopiedText copied{f.first().source, {}};
    QMimeData data;
    data.setData(QLatin1String(codedTextType), toBytes(copied));
    data.setText(QStringLiteral("Hà Nội"));
    const QPointF end = f.editor.cursorRect(f.editor.textCursor()).center();
    QDragEnterEvent enter(end.toPoint(), Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(f.editor.viewport(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(end, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(f.editor.viewport(), &drop);
    // The pair stands there already; what is missing comes in.
    QCOMPARE(f.shown(0), QString::fromUtf8("[1›]Ha Noi[‹1]Hà Nội[2]"));
    QVERIFY(!hasCodeProblem(checkCodes(f.first())));
}

void TestTags::tagsThatTheSourceLacksStay()
{
    Fixture f;
    InlineText target = inOrder(f.first(), QStringLiteral("*Ha Noi***"));
    InlineCode extra;
    extra.id = QStringLiteral("9");
    extra.markup = QStringLiteral("<ph id=\"9\"/>");
    extra.display = QStringLiteral("img");
    target.codes = f.first().source.codes;
    target.codes.append(extra);
    f.controller.setTarget(0, target, QStringLiteral("test"));
    QCOMPARE(f.shown(0), QString::fromUtf8("[1›]Ha Noi[‹1][2][img]"));
    QCOMPARE(codeProblems(f.first(), 5),
             QStringList{QStringLiteral("Tag img is not in the source; it is kept.")});
    f.select(9, 10); // and it can be moved
    f.editor.cut();
    QTest::keyClick(&f.editor, Qt::Key_Home);
    f.editor.paste();
    QCOMPARE(f.shown(0), QString::fromUtf8("[img][1›]Ha Noi[‹1][2]"));
    f.editor.paste();
    QCOMPARE(f.shown(0), QString::fromUtf8("[img][1›]Ha Noi[‹1][2]"));
    f.grid.goTo(1, true);
    f.editor.paste();
    QVERIFY(f.controller.segment(1).target.codes.isEmpty());
}

void TestTags::clipboardBytes()
{
    CopiedText copied{segmentWithCodes().source, QStringLiteral("file#f1/u1/s1")};
    copied.text.codes[2].data = QStringLiteral("<br/>");
    copied.text.codes[2].canCopy = false;
    const QByteArray bytes = toBytes(copied);
    const std::optional<CopiedText> read = copiedTextFrom(bytes);
    QVERIFY(read);
    QCOMPARE(read->text, copied.text);
    QCOMPARE(read->segment, copied.segment);
    for (qsizetype length = 0; length < bytes.size(); ++length)
        QVERIFY(!copiedTextFrom(bytes.first(length)));
    QCOMPARE(partOf(copied.text, 1, 8).codes, copied.text.codes.mid(1, 1));
}

void TestTags::confirmingWarnsOnce()
{
    Fixture f;
    QTest::keyClicks(&f.editor, QStringLiteral("Ha Noi"));
    f.run(Act::Confirm);
    QCOMPARE(f.first().state, SegmentState::Initial);
    QCOMPARE(f.grid.currentRow(), 0);
    QVERIFY(f.window.messageBar()->isVisibleTo(&f.window));
    QVERIFY2(f.window.messageBar()->text().contains(QStringLiteral("Tags 1, 2 are missing.")),
             qPrintable(f.window.messageBar()->text()));
    f.run(Act::Confirm);
    QCOMPARE(f.first().state, SegmentState::Translated);
    QVERIFY(!f.window.messageBar()->isVisibleTo(&f.window));
    // Changed, it is asked about again.
    f.grid.goTo(0, true);
    QTest::keyClicks(&f.editor, QStringLiteral("!"));
    f.run(Act::Confirm);
    QCOMPARE(f.first().state, SegmentState::Initial);
    // What is in order is not asked about.
    f.run(Act::InsertAllTags);
    f.run(Act::Confirm);
    QCOMPARE(f.first().state, SegmentState::Translated);
}

void TestTags::confirmingByTheBar()
{
    Fixture f;
    QTest::keyClicks(&f.editor, QStringLiteral("Ha Noi"));
    f.run(Act::Confirm);
    MessageBar &bar = *f.window.messageBar();
    QCOMPARE(bar.choices().size(), 2);
    bar.choose(bar.choices().first());
    QCOMPARE(f.shown(0), QString::fromUtf8("[1›]Ha Noi[‹1][2]"));
    QVERIFY(!bar.isVisibleTo(&f.window));
    f.page.undo();
    QTest::keyClicks(&f.editor, QStringLiteral("."));
    f.run(Act::Confirm);
    QVERIFY(bar.isVisibleTo(&f.window));
    QCOMPARE(f.first().state, SegmentState::Initial);
    bar.choose(bar.choices().last());
    QCOMPARE(f.first().state, SegmentState::Translated);
}

void TestTags::aClickInTheSourceInserts()
{
    Fixture f;
    QTest::keyClicks(&f.editor, QStringLiteral("Ha Noi"));
    emit f.grid.sourceCodeClicked(2);
    QCOMPARE(f.shown(0), QStringLiteral("Ha Noi[2]"));
    emit f.grid.sourceCodeClicked(2);
    QCOMPARE(f.hints.last(), QStringLiteral("Tag 2 is in the translation already."));
    f.select(0, 6);
    emit f.grid.sourceCodeClicked(1); // the closing code: the pair goes around what is selected
    QCOMPARE(f.shown(0), QString::fromUtf8("[1›]Ha Noi[‹1][2]"));
    // By the mouse, on the first chip of the current row.
    f.page.undo();
    const QRect cell = f.grid.visualRect(f.grid.model()->index(0, SegmentModel::Source));
    QTest::mouseClick(f.grid.viewport(), Qt::LeftButton, {},
                      cell.topLeft() + QPoint(cellPaddingX + 8, cellPaddingY + 8));
    QVERIFY(f.shown(0).contains(QString::fromUtf8("[1›]")));
}

void TestTags::composingBesideAChip()
{
    Fixture f;
    f.write(QStringLiteral("*Ha Noi**"));
    QTextCursor cursor = f.editor.textCursor();
    cursor.setPosition(1);
    f.editor.setTextCursor(cursor);
    QInputMethodEvent preedit(QString::fromUtf8("Việ"), {});
    QCoreApplication::sendEvent(&f.editor, &preedit);
    QInputMethodEvent commit;
    commit.setCommitString(QString::fromUtf8("Việt "));
    QCoreApplication::sendEvent(&f.editor, &commit);
    QCOMPARE(f.shown(0), QString::fromUtf8("[1›]Việt Ha Noi[‹1][2]"));
    QCOMPARE(f.first().target.codes, f.first().source.codes);
}

void TestTags::aSuggestionBringsItsTags()
{
    Fixture f;
    session::OpenedDocument made = tagged();
    Suggestion lost;
    lost.text = QStringLiteral("Ha Noi");
    Suggestion moved;
    moved.text =
        inlineCodeMark + QStringLiteral("Ha ") + inlineCodeMark + QStringLiteral("Noi") + inlineCodeMark;
    moved.codes = {2, 0, 1};
    made.document.units[0].segments[0].suggestions = {lost};
    made.document.units[1].segments[0].suggestions = {moved};
    f.controller.adopt(made, {});
    f.grid.goTo(0, true);
    f.run(Act::UseDraft);
    QCOMPARE(f.shown(0), QString::fromUtf8("[1›]Ha Noi[‹1][2]"));
    QVERIFY(f.hints.last().startsWith(QStringLiteral("3 tag")));
    f.grid.goTo(1, true);
    f.run(Act::UseDraft);
    QCOMPARE(f.shown(1), QString::fromUtf8("[2]Ha [1›]Noi[‹1]"));
}

void TestTags::goesToTheNextProblem()
{
    Fixture f;
    f.run(Act::NextTagProblem);
    QCOMPARE(f.grid.currentRow(), 0);
    QVERIFY(f.hints.last().contains(QStringLiteral("as in the source")));
    f.controller.setTarget(1, plain(QStringLiteral("Ha Noi")), QStringLiteral("test"));
    f.run(Act::NextTagProblem);
    QCOMPARE(f.grid.currentRow(), 1);
    QVERIFY(f.hints.last().contains(QStringLiteral("are missing")));
}

} // namespace verbale::workbench

QTEST_MAIN(verbale::workbench::TestTags)
#include "tst_tags.moc"
