#include "kept_document.h"
#include "workbench/editor_page.h"
#include "workbench/history_dialog.h"
#include "workbench/segment_grid.h"
#include "workbench/tag_editing.h"
#include "workbench/target_editor.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QStatusBar>
#include <QtWidgets/QTreeWidget>

using namespace verbale;
using namespace verbale::workbench;

class TestSafekeeping : public QObject, private KeptDocument
{
    Q_OBJECT
private slots:
    void init() { begin(); }
    void restoresWhatWasNotSaved();
    void restoringCanBeUndone();
    void halfTypedTextIsInTheJournal();
    void aWordThatIsBeingComposedIsInTheJournal();
    void discardedEditsStayAway();
    void savedEditsAreNotRestored();
    void aSecondWindowReadsOnly();
    void aSecondWindowTakesOver();
    void whatWasTakenOverIsNotLeftUnasked();
    void takingOverIsNoticedWhenTheWindowIsUsed();
    void theBarUndoesTheRestoringAlone();
    void whatIsTypedWhileSavingIsAllThatIsUnsaved();
    void goesOnAtTheLastRestoredEdit();
    void whoMayOnlyReadIsTold();
    void aHintIsOutdatedByAnotherStructure();
    void writingTheSameIsNoChange();
    void aFileThatCannotBeReadIsLeftAlone();
    void editsWithoutAPlaceAreKept();
    void historyOfASegment();
    void saveAsTakesTheHistoryAlong();
    void aDamagedJournalIsPutAside();
    void saysThatThereIsNoJournal();
    void theFolderIsRemoved();
};

void TestSafekeeping::restoresWhatWasNotSaved()
{
    {
        const auto first = open();
        QVERIFY(first);
        QVERIFY(first->news().isEmpty());
        first->controller().type(0, plain(QStringLiteral("Both sides agreed")));
        first->controller().setTarget(1, plain(QStringLiteral("Delegates")), QStringLiteral("x"));
        QVERIFY(first->controller().confirm(1));
    } // ends without being left
    const auto again = open();
    QVERIFY(again);
    QCOMPARE(again->controller().segment(0).target.text, QStringLiteral("Both sides agreed"));
    QCOMPARE(again->controller().segment(1).state, SegmentState::Translated);
    QVERIFY(again->controller().isModified());
    QVERIFY2(again->news().contains(QStringLiteral("2 edit(s) of ")), qPrintable(again->news()));
    QCOMPARE(again->safe().news()->choices(), (QStringList{QStringLiteral("Undo"), QStringLiteral("Save")}));
    again->safe().news()->choose(QStringLiteral("Save"));
    QVERIFY(again->news().isEmpty());
    QVERIFY(!again->controller().isModified());
    QCOMPARE(session::openDocument(m_file).value().document.units[0].segments[0].target.text,
             QStringLiteral("Both sides agreed"));
}

void TestSafekeeping::restoringCanBeUndone()
{
    {
        const auto first = open();
        first->controller().type(0, plain(QStringLiteral("typed")));
        static_cast<void>(first->controller().split(1, 20, -1));
    }
    {
        const auto again = open();
        QCOMPARE(again->controller().rowCount(), 5);
        again->safe().news()->choose(QStringLiteral("Undo"));
        QCOMPARE(again->controller().rowCount(), 4);
        QVERIFY(again->controller().segment(0).target.isEmpty());
        QVERIFY(!again->controller().isModified());
    }
    // What was undone is not restored a second time.
    const auto third = open();
    QVERIFY(third->news().isEmpty());
    QCOMPARE(third->controller().rowCount(), 4);
}

void TestSafekeeping::halfTypedTextIsInTheJournal()
{
    const auto first = open();
    SegmentGrid *grid = first->window->editorPage()->grid();
    grid->goTo(0, true);
    QVERIFY(grid->isEditing());
    typeLetters(grid->editor(), QStringLiteral("Hợp t"));
    QTRY_VERIFY(session::unsavedEdits(m_file, state()).has_value());
    const auto summary = session::unsavedEdits(m_file, state());
    QCOMPARE(summary->count, 1);
    QCOMPARE(summary->segments, QStringList{QStringLiteral("f1/u1/s1")});
    QVERIFY(summary->heldBy.has_value());
}

void TestSafekeeping::aWordThatIsBeingComposedIsInTheJournal()
{
    {
        const auto first = open();
        SegmentGrid *grid = first->window->editorPage()->grid();
        grid->goTo(0, true);
        typeLetters(grid->editor(), QStringLiteral("Nước "));
        QInputMethodEvent half(QStringLiteral("Việ"), {});
        QCoreApplication::sendEvent(grid->editor(), &half);
        QCOMPARE(first->controller().segment(0).target.text, QStringLiteral("Nước "));
        QTest::qWait(600);
        first->safe().journal()->flush();
    }
    {
        const auto again = open();
        QCOMPARE(again->controller().segment(0).target.text, QStringLiteral("Nước Việ"));
        again->safe().news()->choose(QStringLiteral("Undo"));
        SegmentGrid *grid = again->window->editorPage()->grid();
        grid->goTo(0, true);
        QInputMethodEvent half(QStringLiteral("Việ"), {});
        QCoreApplication::sendEvent(grid->editor(), &half);
        QTest::qWait(600);
        QInputMethodEvent given({}, {}); // thought better of
        QCoreApplication::sendEvent(grid->editor(), &given);
        QTest::qWait(600);
        again->safe().journal()->flush();
    }
    QVERIFY(open()->controller().segment(0).target.isEmpty());
}

void TestSafekeeping::discardedEditsStayAway()
{
    {
        const auto first = open();
        first->controller().type(0, plain(QStringLiteral("not wanted")));
        QVERIFY(first->window->close());
        QCOMPARE(first->answers.unsavedAsked, 1);
    }
    {
        const auto again = open();
        QVERIFY(again->news().isEmpty());
        QVERIFY(again->controller().segment(0).target.isEmpty());
        // The same file once more, in the same window.
        again->controller().type(0, plain(QStringLiteral("not wanted either")));
        QSignalSpy spy(&again->controller(), &DocumentController::opened);
        QVERIFY(again->window->openFile(m_file));
        QTRY_VERIFY(!spy.isEmpty());
        QVERIFY(again->controller().segment(0).target.isEmpty());
        QVERIFY(again->safe().journal()->isWriting());
    }
    QVERIFY(!session::unsavedEdits(m_file, state()));
}

void TestSafekeeping::savedEditsAreNotRestored()
{
    {
        const auto first = open();
        first->controller().type(0, plain(QStringLiteral("saved")));
        QVERIFY(first->window->save());
        first->controller().type(1, plain(QStringLiteral("not saved")));
    }
    QVERIFY(Journal::open(journal(), false).value()->base().value() == session::identityOf(m_file));
    const auto again = open();
    QVERIFY(again->news().contains(QStringLiteral("1 edit(s)")));
    QCOMPARE(again->controller().segment(0).target.text, QStringLiteral("saved"));
    QCOMPARE(again->controller().segment(1).target.text, QStringLiteral("not saved"));
}

void TestSafekeeping::aSecondWindowReadsOnly()
{
    const auto first = open();
    first->controller().type(0, plain(QStringLiteral("first")));
    const auto second = open();
    QVERIFY2(second->news().contains(QStringLiteral("open in another window")), qPrintable(second->news()));
    QVERIFY(second->controller().isReadOnly());
    QVERIFY(!second->controller().isEditable(0));
    QVERIFY(!second->controller().confirm(2));
    QVERIFY(!second->controller().split(0, 10, -1).ok());
    QCOMPARE(second->controller().save().error().code, QStringLiteral("workbench.read-only"));
    QVERIFY(first->controller().isEditable(0));
    // As another file it is free.
    second->answers.save = m_folder->filePath(QStringLiteral("in/copy.xlf"));
    QVERIFY(second->window->saveAs());
    QVERIFY(!second->controller().isReadOnly());
    QVERIFY(second->safe().journal()->isWriting());
}

void TestSafekeeping::aSecondWindowTakesOver()
{
    const auto first = open();
    first->controller().type(0, plain(QStringLiteral("first")));
    first->safe().journal()->flush();
    const auto second = open();
    QSignalSpy spy(&second->controller(), &DocumentController::opened);
    second->safe().news()->choose(QStringLiteral("Edit it here"));
    QTRY_VERIFY(!spy.isEmpty());
    QVERIFY(!second->controller().isReadOnly());
    QCOMPARE(second->controller().segment(0).target.text, QStringLiteral("first"));
    // The other one is told as soon as it wants to write.
    first->controller().type(1, plain(QStringLiteral("too late")));
    QVERIFY(waitForNews(first->safe().news(), QStringLiteral("in another window now")));
    QVERIFY(first->controller().isReadOnly());
    QVERIFY(second->controller().segment(1).target.isEmpty());
}

void TestSafekeeping::whatWasTakenOverIsNotLeftUnasked()
{
    const auto first = open();
    first->controller().type(0, plain(QStringLiteral("first")));
    const auto second = open(OpenMode::TakeOver);
    QVERIFY(!second->controller().isReadOnly());
    first->controller().type(1, plain(QStringLiteral("too late")));
    QVERIFY(waitForNews(first->safe().news(), QStringLiteral("in another window now")));
    first->answers.unsaved = Questions::Unsaved::Cancel;
    QVERIFY(!first->window->close());
    QCOMPARE(first->answers.unsavedAsked, 1);
    first->answers.unsaved = Questions::Unsaved::Save;
    first->answers.save = m_folder->filePath(QStringLiteral("in/mine.xlf"));
    QVERIFY(first->window->close());
    QCOMPARE(session::openDocument(first->answers.save).value().document.units[1].segments[0].target.text,
             QStringLiteral("too late"));
}

void TestSafekeeping::takingOverIsNoticedWhenTheWindowIsUsed()
{
    const auto first = open();
    first->controller().type(0, plain(QStringLiteral("first")));
    first->safe().journal()->flush();
    const auto second = open(OpenMode::TakeOver);
    QVERIFY(!second->controller().isReadOnly());
    QVERIFY(!first->controller().isReadOnly());
    QEvent activated(QEvent::WindowActivate);
    QCoreApplication::sendEvent(&first->safe(), &activated);
    QVERIFY(waitForNews(first->safe().news(), QStringLiteral("in another window now")));
    QVERIFY(first->controller().isReadOnly());
}

void TestSafekeeping::whatIsTypedWhileSavingIsAllThatIsUnsaved()
{
    {
        const auto opened = open();
        opened->controller().type(0, plain(QStringLiteral("saved")));
        QSignalSpy done(&opened->controller(), &DocumentController::saveDone);
        opened->controller().saveLater();
        opened->controller().type(0, plain(QStringLiteral("saved, and typed on")));
        opened->controller().type(1, plain(QStringLiteral("typed meanwhile")));
        QTRY_COMPARE_WITH_TIMEOUT(done.size(), 1, 10'000);
        QVERIFY(opened->controller().isModified());
        QVERIFY(opened->controller().written() == session::identityOf(m_file));
        const NetChanges &unsaved = opened->safe().journal()->unsaved();
        QCOMPARE(unsaved.count(), 2);
        QCOMPARE(unsaved.targets()
                     .value({QStringLiteral("f1"), QStringLiteral("u1"), QStringLiteral("s1")})
                     .base.target.text,
                 QStringLiteral("saved"));
        opened->safe().journal()->flush();
        QVERIFY(Journal::open(journal(), false).value()->base().value() == session::identityOf(m_file));
        // Nobody else has changed the file.
        QSignalSpy merged(opened->safe().disk(), &DiskWatch::merged);
        QSignalSpy unchanged(opened->safe().disk(), &DiskWatch::unchanged);
        opened->safe().disk()->look();
        QTRY_COMPARE(unchanged.size(), 1);
        QCOMPARE(merged.size(), 0);
    }
    const auto summary = session::unsavedEdits(m_file, state());
    QVERIFY(summary);
    QCOMPARE(summary->count, 2);
    const auto again = open();
    QVERIFY2(again->news().contains(QStringLiteral("2 edit(s)")), qPrintable(again->news()));
    QCOMPARE(again->controller().segment(0).target.text, QStringLiteral("saved, and typed on"));
}

void TestSafekeeping::goesOnAtTheLastRestoredEdit()
{
    {
        const auto first = open();
        first->controller().type(3, plain(QStringLiteral("where I was before")));
        QTest::qWait(5);
        first->controller().type(1, plain(QStringLiteral("where I was")));
    }
    const auto again = open();
    QTRY_COMPARE(again->window->editorPage()->grid()->currentRow(), 1);
    QVERIFY(again->window->editorPage()->grid()->isEditing());
}

void TestSafekeeping::whoMayOnlyReadIsTold()
{
    const auto opened = open();
    EditorPage *page = opened->window->editorPage();
    QVERIFY(opened->controller().confirm(2));
    page->grid()->goTo(2, false);
    opened->controller().setReadOnly(true);
    QSignalSpy hints(page, &EditorPage::hint);
    const QList<std::function<void()>> ways{
        [&] { page->copySource(); },
        [&] { page->replaceAvoided(); },
        [&] { page->takeBackConfirmation(); },
        [&] { page->tags()->insertNext(); },
        [&] { page->tags()->insertAll(); },
        [&] { page->tags()->insertFromSource(0); },
        [&] {
            QInputMethodEvent composed(QStringLiteral("Việ"), {});
            QCoreApplication::sendEvent(page->grid(), &composed);
        },
    };
    for (qsizetype i = 0; i < ways.size(); ++i) {
        ways[i]();
        QVERIFY2(hints.size() == 1, qPrintable(QStringLiteral("way %1").arg(i)));
        QCOMPARE(hints.takeFirst().first().toString(), QStringLiteral("The file is open for reading only."));
    }
    QCOMPARE(opened->controller().segment(2).target.text, QStringLiteral("as it was"));
}

void TestSafekeeping::aHintIsOutdatedByAnotherStructure()
{
    const auto opened = open();
    opened->window->editorPage()->grid()->goTo(1, false);
    emit opened->window->editorPage()->hint(QStringLiteral("Ctrl+Z brings it back"));
    QCOMPARE(opened->window->statusBar()->currentMessage(), QStringLiteral("Ctrl+Z brings it back"));
    QVERIFY(opened->controller().split(1, 6, -1).ok());
    QVERIFY2(opened->window->statusBar()->currentMessage().isEmpty(),
             qPrintable(opened->window->statusBar()->currentMessage()));
}

void TestSafekeeping::writingTheSameIsNoChange()
{
    const auto opened = open();
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    file.close();
    QTest::qWait(20);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
    file.close();
    QVERIFY(opened->controller().isChangedOnDisk());
    QSignalSpy unchanged(opened->safe().disk(), &DiskWatch::unchanged);
    QSignalSpy merged(opened->safe().disk(), &DiskWatch::merged);
    opened->safe().disk()->look();
    QTRY_VERIFY_WITH_TIMEOUT(!unchanged.isEmpty(), 10'000);
    QCOMPARE(merged.size(), 0);
}

void TestSafekeeping::theBarUndoesTheRestoringAlone()
{
    const QString undo = QStringLiteral("Undo");
    open()->controller().type(0, plain(QStringLiteral("typed before")));
    {
        const auto again = open();
        QVERIFY(again->safe().news()->choices().contains(undo));
        again->controller().type(1, plain(QStringLiteral("typed since")));
        QVERIFY(again->news().contains(QStringLiteral("restored")));
        QCOMPARE(again->safe().news()->choices(), QStringList{QStringLiteral("Save")});
    }
    const auto last = open();
    QVERIFY(last->safe().news()->choices().contains(undo));
    last->controller().undo();
    QVERIFY2(last->news().isEmpty(), qPrintable(last->news())); // nothing is restored any more
}

void TestSafekeeping::aFileThatCannotBeReadIsLeftAlone()
{
    const auto opened = open();
    opened->controller().type(0, plain(QStringLiteral("ours")));
    QTest::qWait(20);
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("<xliff half");
    file.close();
    QVERIFY(waitForNews(opened->safe().news(), QStringLiteral("cannot be read")));
    opened->window->save();
    QTest::qWait(300);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("<xliff half"));
    QCOMPARE(opened->controller().segment(0).target.text, QStringLiteral("ours"));
}

void TestSafekeeping::editsWithoutAPlaceAreKept()
{
    open()->controller().type(3, plain(QStringLiteral("of a paragraph that goes")));
    QCOMPARE(session::unsavedEdits(m_file, state())->count, 1);
    session::OpenedDocument made = madeDocument(3);
    QVERIFY(session::saveDocument(made.document, m_file).ok());
    for (int time = 0; time < 2; ++time) { // they are kept until they are thrown away
        const auto again = open();
        QVERIFY2(again->news().contains(QStringLiteral("1 edit(s) the file has no place")),
                 qPrintable(again->news()));
        QCOMPARE(again->safe().journal()->unplaced().size(), 1);
        QVERIFY(again->window->save());
        if (time == 1)
            again->safe().journal()->dropUnplaced();
    }
    QVERIFY(open()->news().isEmpty());
}

void TestSafekeeping::historyOfASegment()
{
    const auto opened = open();
    opened->controller().type(2, plain(QStringLiteral("first version")));
    QVERIFY(opened->controller().confirm(2));
    QVERIFY(opened->window->save());
    opened->controller().setTarget(2, plain(QStringLiteral("worse")), QStringLiteral("x"));
    opened->safe().showHistory(2);
    HistoryDialog *dialog = opened->safe().historyDialog();
    QVERIFY(dialog);
    QTRY_COMPARE(dialog->versionCount(), 4);
    const auto *list = dialog->findChild<QTreeWidget *>();
    QVERIFY(list->header()->sectionSize(0) >
            list->fontMetrics().horizontalAdvance(list->topLevelItem(3)->text(0)));
    dialog->restore(1);
    QCOMPARE(opened->controller().segment(2).target.text, QStringLiteral("first version"));
    QCOMPARE(opened->controller().segment(2).state, SegmentState::Translated);
    QTRY_COMPARE(dialog->versionCount(), 5);
    dialog->restore(4);
    QCOMPARE(opened->controller().segment(2).target.text, QStringLiteral("as it was"));
    opened->controller().undo();
    QCOMPARE(opened->controller().segment(2).target.text, QStringLiteral("first version"));
    dialog->showRow(0);
    QCOMPARE(dialog->versionCount(), 0);
}

void TestSafekeeping::saveAsTakesTheHistoryAlong()
{
    const QString other = m_folder->filePath(QStringLiteral("in/other.xlf"));
    {
        const auto opened = open();
        opened->controller().type(0, plain(QStringLiteral("typed")));
        opened->answers.save = other;
        QVERIFY(opened->window->saveAs());
        opened->controller().type(1, plain(QStringLiteral("after")));
        opened->safe().showHistory(0);
        QTRY_COMPARE(opened->safe().historyDialog()->versionCount(), 2);
    }
    QVERIFY(!session::unsavedEdits(m_file, state()));
    QCOMPARE(session::unsavedEdits(other, state())->segments, QStringList{QStringLiteral("f1/u2/s1")});
}

void TestSafekeeping::aDamagedJournalIsPutAside()
{
    open()->controller().type(0, plain(QStringLiteral("typed")));
    QFile file(journal());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.resize(file.size() / 2 + 100));
    file.close();
    const auto again = open();
    QVERIFY(again);
    QVERIFY2(again->news().contains(QStringLiteral("journal was damaged")), qPrintable(again->news()));
    QVERIFY(QFileInfo::exists(journal() + QLatin1String(".damaged")));
    QVERIFY(again->safe().journal()->isWriting());
}

void TestSafekeeping::saysThatThereIsNoJournal()
{
    QVERIFY(QDir(m_folder->path()).mkpath(QFileInfo(journal()).filePath())); // folders stand in the way
    QFile stateFile(state());
    QVERIFY(stateFile.open(QIODevice::WriteOnly));
    const auto opened = open();
    QVERIFY(opened);
    QVERIFY2(opened->safe().troubles()->text().contains(QStringLiteral("in memory only")),
             qPrintable(opened->safe().troubles()->text()));
    opened->controller().type(0, plain(QStringLiteral("typed all the same")));
    QVERIFY(opened->window->save());
}

void TestSafekeeping::theFolderIsRemoved()
{
    const auto opened = open();
    opened->controller().type(0, plain(QStringLiteral("typed")));
    opened->safe().journal()->flush();
    QVERIFY(QDir(m_folder->filePath(QStringLiteral("in"))).removeRecursively());
    opened->controller().type(1, plain(QStringLiteral("typed later")));
    QVERIFY(!opened->window->save());
    QVERIFY2(opened->window->messageBar()->text().contains(QStringLiteral("Your text is still here")),
             qPrintable(opened->window->messageBar()->text()));
    opened->safe().journal()->flush();
    QCOMPARE(session::unsavedEdits(m_file, state())->count, 2);
    QCOMPARE(opened->controller().segment(0).target.text, QStringLiteral("typed"));
    opened->answers.save = m_folder->filePath(QStringLiteral("saved.xlf"));
    opened->window->messageBar()->choose(QStringLiteral("Save as…"));
    QCOMPARE(session::openDocument(opened->answers.save).value().document.units[1].segments[0].target.text,
             QStringLiteral("typed later"));
}

QTEST_MAIN(TestSafekeeping)
#include "tst_safekeeping.moc"
