#include "support.h"
#include "workbench/document_domains.h"
#include "workbench/editor_page.h"
#include "workbench/entry_pane.h"
#include "workbench/glossary_window.h"
#include "workbench/message_bar.h"
#include "workbench/segment_grid.h"
#include "workbench/source_caret.h"
#include "workbench/target_editor.h"
#include "workbench/term_adding.h"
#include "workbench/term_form.h"
#include "workbench/termbase_service.h"
#include "workbench/theme.h"

#include <QtGui/QClipboard>
#include <QtGui/QKeyEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>

using namespace verbale;
using namespace verbale::workbench;
using namespace Qt::StringLiterals;

class TestTermAdding : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { applyAppearance(*qApp, u"light"_s); }
    void selectsInTheSourceByKeys();
    void selectsInTheSourceByMouse();
    void findsWords_data();
    void findsWords();
    void addsWhatIsSelected();
    void undoesWhatWasAddedAlone();
    void opensThePairThatIsThere();
    void asksForTheOtherSide_data();
    void asksForTheOtherSide();
    void opensTheTermAtTheCursor();
    void guessesTheDomain();
};

namespace {

const QString sentence = u"Đại sứ trao công hàm, và rời Hà Nội."_s;
const QString draft = u"The Ambassador handed over a note verbale."_s;

TermHit hitOf(const QString &surface, const QString &domain)
{
    TermHit hit = term(sentence, surface, u"x"_s);
    hit.domain = domain;
    return hit;
}

/// The window with a document of one row that matters, and the user's own termbase in a folder.
struct Window
{
    QTemporaryDir folder;
    SetAnswers::Record answers;
    MainWindow window{services()};

    Window()
    {
        session::OpenedDocument made = madeDocument(3);
        Segment &segment = made.document.units[0].segments[0];
        segment.source = plain(sentence);
        segment.target = plain(draft);
        segment.hasTarget = true;
        segment.terms = {hitOf(u"Đại sứ"_s, u"titles"_s), hitOf(u"Hà Nội"_s, u"places"_s)};
        window.resize(1200, 700);
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window does not become active");
        window.controller().adopt(made, {});
        grid()->goTo(0, true);
        QSignalSpy ready(&window.termbases(), &TermbaseService::ready);
        window.termbases().open();
        if (!window.termbases().isReady() && !ready.wait())
            qFatal("the termbases were not read");
    }
    WindowServices services()
    {
        WindowServices services;
        services.questions = std::make_unique<SetAnswers>(answers);
        const QString own = folder.filePath(u"own.vtb"_s);
        services.termbases = {{own}, own, u"An"_s};
        return services;
    }
    [[nodiscard]] SegmentGrid *grid() const { return window.editorPage()->grid(); }
    [[nodiscard]] MessageBar *bar() const { return window.messageBar(); }
    [[nodiscard]] TermForm *form() const { return window.termAdding().form(); }
    void selectSource(const QString &part)
    {
        grid()->beginSourceSelection();
        for (qsizetype i = 0; i < sentence.indexOf(part); ++i)
            QTest::keyClick(grid(), Qt::Key_Right);
        for (qsizetype i = 0; i < part.size(); ++i)
            QTest::keyClick(grid(), Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(grid(), Qt::Key_Return);
    }
    void selectTarget(const QString &part)
    {
        QTextCursor cursor = grid()->editor()->textCursor();
        cursor.setPosition(static_cast<int>(draft.indexOf(part)));
        cursor.setPosition(static_cast<int>(draft.indexOf(part) + part.size()), QTextCursor::KeepAnchor);
        grid()->editor()->setTextCursor(cursor);
    }
    void press() { QTest::keyClick(grid()->editor(), Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier); }
    [[nodiscard]] QList<session::TermRow> entries() const
    {
        return window.termbases().termbases()->search({}, 10).rows;
    }
};

} // namespace

void TestTermAdding::selectsInTheSourceByKeys()
{
    SourceCaret caret;
    const auto press = [&caret](int key, Qt::KeyboardModifiers modifiers = {}) {
        return caret.handle(QKeyEvent(QEvent::KeyPress, key, modifiers), sentence);
    };
    caret.beginSelecting(4);
    QCOMPARE(press(Qt::Key_Right, Qt::ControlModifier), SourceCaret::Answer::Moved);
    QVERIFY(caret.selection().isEmpty());
    press(Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(caret.selection(), (Span{4, 7}));
    press(Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(caret.selection(), (Span{4, 6}));
    press(Qt::Key_Home, Qt::ShiftModifier);
    QCOMPARE(caret.selection(), (Span{0, 4}));
    QCOMPARE(press(Qt::Key_Return), SourceCaret::Answer::Selected);
    press(Qt::Key_End);
    QVERIFY(caret.selection().isEmpty());
    QCOMPARE(press(Qt::Key_Return), SourceCaret::Answer::Selected); // put there to select
    caret.begin(4, sentence);
    QCOMPARE(press(Qt::Key_Return), SourceCaret::Answer::Split);
}

void TestTermAdding::selectsInTheSourceByMouse()
{
    Window w;
    QWidget *view = w.grid()->viewport();
    const QRect cell = w.grid()->visualRect(w.grid()->model()->index(0, SegmentModel::Source));
    const QPoint start = cell.topLeft() + QPoint(13, 18);
    w.selectTarget(u"Ambassador"_s);
    QTest::mousePress(view, Qt::LeftButton, {}, start);
    QMouseEvent move(QEvent::MouseMove, QPointF(start + QPoint(cell.width(), 0)),
                     view->mapToGlobal(QPointF(start + QPoint(cell.width(), 0))), Qt::NoButton,
                     Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(view, &move);
    QTest::mouseRelease(view, Qt::LeftButton, {}, start + QPoint(60, 0));
    QCOMPARE(w.grid()->sourceSelection().start, 0);
    QVERIFY(w.grid()->sourceSelection().length() > 10);
    QCOMPARE(w.grid()->targetSelection(), (Span{4, 14})); // both sides at once
    QTest::mouseDClick(view, Qt::LeftButton, {}, start + QPoint(4, 0));
    QCOMPARE(w.grid()->sourceSelection(), (Span{0, 3}));
    w.grid()->beginSourceSelection();
    QTest::keySequence(w.grid(), QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"Đại"_s);
    w.grid()->goTo(1, true);
    QVERIFY(w.grid()->sourceSelection().isEmpty());
}

void TestTermAdding::findsWords_data()
{
    QTest::addColumn<int>("position");
    QTest::addColumn<QString>("word");
    QTest::newRow("the first letter") << 0 << u"Đại"_s;
    QTest::newRow("before a comma") << 20 << u"hàm"_s;
    QTest::newRow("between a comma and a space") << 21 << QString();
    QTest::newRow("the end") << int(sentence.size()) << QString();
}

void TestTermAdding::findsWords()
{
    QFETCH(int, position);
    const Span word = wordAt(sentence, position);
    QTEST(sentence.mid(word.start, word.length()), "word");
}

void TestTermAdding::addsWhatIsSelected()
{
    Window w;
    QSignalSpy changed(&w.window.termbases(), &TermbaseService::changed);
    w.selectSource(u"công hàm, "_s);
    w.selectTarget(u"note verbale."_s);
    w.press();
    QCOMPARE(changed.size(), 1); // the plugins are asked for terms again
    const QList<session::TermRow> entries = w.entries();
    QCOMPARE(entries.size(), 1);
    const glossary::ConceptEntry &entry = entries.first().entry;
    QCOMPARE(entry.termsIn(u"vi"_s).first().text, u"công hàm"_s); // the sentence's marks left out
    QCOMPARE(entry.termsIn(u"en"_s).first().text, u"note verbale"_s);
    QCOMPARE(entry.domain, u"places"_s); // of two as frequent, the first one
    QCOMPARE(entry.terms.first().extra.value(0).value, sentence);
    const auto history = w.window.termbases().termbases()->history(entries.first().key);
    QVERIFY(history.ok());
    QCOMPARE(history->first().who, u"An"_s);
    QCOMPARE(w.bar()->text(), u"Added: công hàm = note verbale"_s);
    QCOMPARE(w.bar()->choices(), (QStringList{u"Undo"_s, u"Edit"_s}));
    QCOMPARE(w.window.controller().segment(0).target.text, draft); // the text stays as it was
    w.bar()->choose(u"Undo"_s);
    QTRY_COMPARE(w.entries().size(), 0);
}

void TestTermAdding::undoesWhatWasAddedAlone()
{
    Window w;
    w.window.termAdding().add(u"công hàm"_s, u"note verbale"_s);
    glossary::ConceptEntry other;
    other.terms = {{u"vi"_s, u"quốc thư"_s}, {u"en"_s, u"letter of credence"_s}};
    QVERIFY(w.window.termbases().add(other).ok());
    w.bar()->choose(u"Undo"_s);
    QTRY_COMPARE(w.entries().size(), 1);
    QCOMPARE(w.entries().first().entry.terms.first().text, u"quốc thư"_s);
}

void TestTermAdding::opensThePairThatIsThere()
{
    Window w;
    QSignalSpy open(&w.window.termAdding(), &TermAdding::openRequested);
    w.window.termAdding().add(u"công hàm"_s, u"note verbale"_s);
    QCOMPARE(open.size(), 0);
    w.window.termAdding().add(u"Công hàm "_s, u"note  verbale"_s);
    QCOMPARE(open.size(), 1);
    QCOMPARE(w.entries().size(), 1);
    QVERIFY(w.bar()->text().contains(u"already"_s));
    QCOMPARE(w.bar()->choices(), QStringList{u"Edit"_s});
    QCOMPARE(*w.window.showGlossary()->pane()->current(), w.entries().first().key);
    w.window.termAdding().add(u"công hàm"_s, u"diplomatic note"_s); // other English is another matter
    QCOMPARE(w.entries().size(), 2);
    QCOMPARE(w.bar()->text(), u"Added: công hàm = diplomatic note. The glossary also has: note verbale"_s);
}

void TestTermAdding::asksForTheOtherSide_data()
{
    QTest::addColumn<bool>("vietnamese");
    QTest::addColumn<QString>("typed");
    QTest::newRow("Vietnamese is selected") << true << u"note verbale"_s;
    QTest::newRow("English is selected") << false << u"công hàm"_s;
}

void TestTermAdding::asksForTheOtherSide()
{
    QFETCH(bool, vietnamese);
    QFETCH(QString, typed);
    Window w;
    if (vietnamese)
        w.selectSource(u"công hàm"_s);
    else
        w.selectTarget(u"note verbale"_s);
    w.press();
    QVERIFY(w.form()->isVisible());
    QVERIFY(w.form()->parentWidget()->rect().contains(w.form()->geometry()));
    QTRY_COMPARE(QApplication::focusWidget(), w.form()->text());
    QTest::keyClick(w.form()->text(), Qt::Key_Return); // nothing to add yet
    QVERIFY(w.form()->isVisible());
    QTest::keyClick(w.form()->text(), Qt::Key_Escape);
    QVERIFY(!w.form()->isVisible());
    QCOMPARE(QApplication::focusWidget(), w.grid()->editor());
    QCOMPARE(w.entries().size(), 0);
    w.press();
    typeLetters(w.form()->text(), typed);
    QTest::keyClick(w.form()->text(), Qt::Key_Return);
    QVERIFY(!w.form()->isVisible());
    QCOMPARE(w.entries().size(), 1);
    QCOMPARE(w.entries().first().entry.termsIn(u"vi"_s).first().text, u"công hàm"_s);
    QCOMPARE(w.entries().first().entry.termsIn(u"en"_s).first().text, u"note verbale"_s);
    QCOMPARE(QApplication::focusWidget(), w.grid()->editor());
}

void TestTermAdding::opensTheTermAtTheCursor()
{
    Segment segment;
    segment.source = plain(sentence);
    segment.target = plain(draft);
    TermHit shorter = hitOf(u"sứ"_s, {});
    shorter.entryId = u"short"_s;
    TermHit longer = hitOf(u"Đại sứ"_s, {});
    longer.entryId = u"long"_s;
    segment.terms = {shorter, longer};
    segment.receipts = {{1, ReceiptState::Used, TermStatus::Preferred, {{4, 14}}, {}, {}, {}}};
    QCOMPARE(termAt(segment, 5, -1)->entryId, u"long"_s);
    QVERIFY(termAt(segment, 10, -1) == nullptr);
    QCOMPARE(termAt(segment, -1, 8)->entryId, u"long"_s);
    QVERIFY(termAt(segment, -1, 20) == nullptr);

    Window w;
    QSignalSpy hint(&w.window.termAdding(), &TermAdding::hint);
    w.press();
    QCOMPARE(hint.size(), 1);
    QCOMPARE(w.entries().size(), 0);
}

void TestTermAdding::guessesTheDomain()
{
    TermHit unsure = hitOf(u"Hà Nội"_s, u"unsure"_s);
    unsure.senses = {TermSense{}};
    TermHit nested = hitOf(u"Hà Nội"_s, u"nested"_s);
    nested.nested = true;
    const QList<TermHit> hits{hitOf(u"Hà Nội"_s, u"b"_s),
                              hitOf(u"Hà Nội"_s, u"a"_s),
                              hitOf(u"Hà Nội"_s, u"b"_s),
                              hitOf(u"Hà Nội"_s, {}),
                              unsure,
                              nested};
    QCOMPARE(likelyDomains(hits), (QStringList{u"b"_s, u"a"_s}));
    Document document = madeDocument(2).document;
    document.units[0].segments[0].terms = hits;
    QCOMPARE(likelyDomains(document), (QStringList{u"b"_s, u"a"_s}));
    QCOMPARE(likelyDomain(document, 1), u"b"_s); // the document's
    document.units[1].segments[0].terms = {hitOf(u"Hà Nội"_s, u"a"_s)};
    QCOMPARE(likelyDomain(document, 1), u"a"_s);
}

QTEST_MAIN(TestTermAdding)
#include "tst_term_adding.moc"
