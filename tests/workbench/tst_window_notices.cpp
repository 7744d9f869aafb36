#include "support.h"
#include "workbench/document_export.h"
#include "workbench/editor_page.h"
#include "workbench/glossary_pane.h"
#include "workbench/notes_pane.h"
#include "workbench/safekeeping.h"
#include "workbench/segment_grid.h"
#include "workbench/tag_editing.h"
#include "workbench/target_editor.h"
#include "workbench/window_actions.h"

#include <QtGui/QAction>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStatusBar>

using namespace verbale;
using namespace verbale::workbench;

/// What the window says, and where the keyboard is afterwards.
class TestWindowNotices : public QObject
{
    Q_OBJECT
private slots:
    void savingTakesItsComplaintBack();
    void dialogsGiveTheKeyboardBack();
    void theBarTakesTheKeyboardAndGivesItBack();
    void theSecondBarGivesItBackToTheText();
    void saysWhyNothingCanBeWritten_data();
    void saysWhyNothingCanBeWritten();
    void hintsEndWithWhatTheySpeakOf();
    void notesAreShown();
    void exportBeginsWithTheFormat();
};

namespace {

struct Window : ShownWindow
{
    using ShownWindow::ShownWindow;
    [[nodiscard]] bool says(const QString &part) const
    {
        const QList<QLabel *> labels = window.statusBar()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&part](const QLabel *label) { return label->text().contains(part); });
    }
};

session::OpenedDocument lockedDocument()
{
    session::OpenedDocument made = madeDocument(3);
    made.document.units[0].translate = false;
    made.document.units[1].segments[0].locked = true;
    made.document.units[1].segments[0].target = plain(QStringLiteral("Agreed"));
    made.document.units[1].segments[0].hasTarget = true;
    return made;
}

} // namespace

void TestWindowNotices::savingTakesItsComplaintBack()
{
    const QTemporaryDir folder;
    session::OpenedDocument made = madeDocument(1);
    made.workingFile = folder.filePath(QStringLiteral("gone/made.xlf"));
    Window w(made);
    w.window.controller().type(0, plain(QStringLiteral("Both sides")));
    QVERIFY(!w.window.save());
    QVERIFY(w.window.messageBar()->text().contains(QStringLiteral("Not saved")));
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("gone")));
    QVERIFY(w.window.save());
    QVERIFY2(w.window.messageBar()->text().isEmpty(), qPrintable(w.window.messageBar()->text()));

    w.window.messageBar()->show(MessageBar::Kind::Info, QStringLiteral("Something else"));
    QVERIFY(w.window.save());
    QCOMPARE(w.window.messageBar()->text(), QStringLiteral("Something else"));
}

void TestWindowNotices::dialogsGiveTheKeyboardBack()
{
    Window w(madeDocument(3));
    w.grid()->goTo(0, true);
    QTRY_COMPARE(QApplication::focusWidget(), w.grid()->editor());
    QDialog dialog(&w.window);
    dialog.open();
    dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    w.grid()->goTo(2, false); // as a list in the dialog does
    dialog.reject();
    w.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&w.window));
    QCOMPARE(w.window.focusWidget(), w.grid()->editor());
    QTest::keyClicks(w.window.focusWidget(), QStringLiteral("Dishes"));
    QCOMPARE(w.window.controller().segment(2).target.text, QStringLiteral("Dishes"));
}

void TestWindowNotices::theBarTakesTheKeyboardAndGivesItBack()
{
    Window w(madeDocument(2));
    w.grid()->goTo(0, true);
    QTRY_COMPARE(QApplication::focusWidget(), w.grid()->editor());
    MessageBar *bar = w.window.messageBar();
    QString chosen;
    const auto show = [&] {
        bar->show(MessageBar::Kind::Warning, QStringLiteral("Which one?"),
                  {{QStringLiteral("One"), [&chosen] { chosen = QStringLiteral("one"); }},
                   {QStringLiteral("Two"), [&chosen] { chosen = QStringLiteral("two"); }}});
    };
    show();
    QCOMPARE(QApplication::focusWidget(), w.grid()->editor()); // it does not take it by itself
    const auto focused = [] {
        const auto *button = qobject_cast<QPushButton *>(QApplication::focusWidget());
        return button != nullptr ? button->text() : QString();
    };
    QTest::keyClick(w.grid()->editor(), Qt::Key_F6);
    QCOMPARE(focused(), QStringLiteral("One"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(QApplication::focusWidget(), w.grid()->editor());
    QVERIFY(!bar->text().isEmpty());
    QTest::keyClick(w.grid()->editor(), Qt::Key_F6);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(focused(), QStringLiteral("Two"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(chosen, QStringLiteral("two"));
    QVERIFY(bar->text().isEmpty());
    QCOMPARE(QApplication::focusWidget(), w.grid()->editor());
}

void TestWindowNotices::theSecondBarGivesItBackToTheText()
{
    Window w(madeDocument(2));
    w.grid()->goTo(0, true);
    QTRY_COMPARE(QApplication::focusWidget(), w.grid()->editor());
    w.window.messageBar()->show(MessageBar::Kind::Info, QStringLiteral("First"));
    w.window.safekeeping().news()->show(MessageBar::Kind::Info, QStringLiteral("Second"));
    QTest::keyClick(w.grid()->editor(), Qt::Key_F6);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
    QVERIFY(w.window.safekeeping().news()->hasKeyboard());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(QApplication::focusWidget(), w.grid()->editor());
    QTest::keyClick(w.grid()->editor(), Qt::Key_F6);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
    w.window.messageBar()->hide();
    QVERIFY(w.window.safekeeping().news()->hasKeyboard());
    w.window.safekeeping().news()->hide();
    QCOMPARE(QApplication::focusWidget(), w.grid()->editor());
}

void TestWindowNotices::saysWhyNothingCanBeWritten_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<bool>("readOnly");
    QTest::addColumn<QString>("hint");
    QTest::addColumn<QString>("state");
    QTest::newRow("not to be translated") << 0 << false << "locked or not to be translated"
                                          << "· Not to be translated";
    QTest::newRow("locked") << 1 << false << "locked or not to be translated"
                            << "Draft, not confirmed · Not to be translated";
    QTest::newRow("read-only") << 2 << true << "reading only"
                               << "· Not translated";
}

void TestWindowNotices::saysWhyNothingCanBeWritten()
{
    QFETCH(const int, row);
    QFETCH(const bool, readOnly);
    QFETCH(const QString, hint);
    QFETCH(const QString, state);
    Window w(lockedDocument());
    w.window.controller().setReadOnly(readOnly);
    w.grid()->goTo(row, true);
    QVERIFY2(w.says(state), qPrintable(w.grid()->stateText(row)));
    const QString before = w.window.controller().segment(row).target.text;
    const QList<std::function<void()>> ways{
        [&w] { QTest::keyClick(w.grid(), Qt::Key_A); }, [&w] { QTest::keyClick(w.grid(), Qt::Key_Return); },
        [&w] { w.page()->confirmAndGoOn(); }, [&w] { w.page()->useDraft(); },
        [&w] { w.page()->insertText(QStringLiteral("ASEAN")); }};
    for (const std::function<void()> &way : ways) {
        w.window.statusBar()->clearMessage();
        way();
        QVERIFY2(w.hint().contains(hint), qPrintable(w.hint()));
    }
    QCOMPARE(w.window.controller().segment(row).target.text, before);
    QCOMPARE(w.grid()->currentRow(), row);
}

void TestWindowNotices::hintsEndWithWhatTheySpeakOf()
{
    session::OpenedDocument made = madeDocument(2);
    made.document.units[0].segments[0] = segmentWithCodes();
    Window w(made);
    const auto insertAll = [&w] {
        w.grid()->goTo(0, true);
        w.window.controller().setTarget(0, plain(QStringLiteral("Ha Noi")), QStringLiteral("x"));
        w.page()->tags()->insertAll();
        return w.hint().contains(QStringLiteral("Ctrl+Z"));
    };
    QVERIFY(insertAll());
    QTest::keyClicks(w.grid()->editor(), QStringLiteral("a")); // Ctrl+Z would take this back now
    QVERIFY2(w.hint().isEmpty(), qPrintable(w.hint()));
    QVERIFY(insertAll());
    w.grid()->goTo(1, true);
    QVERIFY2(w.hint().isEmpty(), qPrintable(w.hint()));
    QVERIFY(insertAll());
    emit w.page()->currentRowChanged(0); // the same one, as when plugins have answered
    QVERIFY(w.hint().contains(QStringLiteral("Ctrl+Z")));
}

void TestWindowNotices::notesAreShown()
{
    session::OpenedDocument made = madeDocument(2);
    Note whole;
    whole.category = QStringLiteral("client");
    whole.text = QStringLiteral("Keep <names> as they are.");
    Note urgent;
    urgent.author = QStringLiteral("reviser");
    urgent.text = QStringLiteral("Look at the date.");
    urgent.priority = 1;
    urgent.appliesTo = QStringLiteral("source");
    Note other;
    other.text = QStringLiteral("of another segment");
    other.segmentId = QStringLiteral("s2");
    made.document.units[0].notes = {whole, other, urgent};
    Window w(made);
    w.grid()->goTo(0, true);
    QVERIFY(w.page()->notes()->isVisible());
    QCOMPARE(w.page()->notes()->text(),
             QStringLiteral("reviser · on the source\nLook at the date.\nclient\nKeep <names> as they are."));
    QVERIFY(w.page()->glossary()->isVisible());
    w.grid()->goTo(1, true);
    QVERIFY(!w.page()->notes()->isVisible());
}

void TestWindowNotices::exportBeginsWithTheFormat()
{
    SetAnswers::Record record;
    SetAnswers answers(record);
    DocumentExport dialog(madeDocument(1).document, QStringLiteral("/nowhere/made.xlf"), answers);
    dialog.show();
    QVERIFY(qobject_cast<QComboBox *>(dialog.focusWidget()) != nullptr);
}

QTEST_MAIN(TestWindowNotices)
#include "tst_window_notices.moc"
