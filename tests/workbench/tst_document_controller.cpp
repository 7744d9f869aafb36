#include "support.h"

#include <QtCore/QDir>
#include <QtCore/QSemaphore>
#include <QtCore/QThreadPool>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace verbale;
using namespace verbale::workbench;
using namespace Qt::StringLiterals;

class TestDocumentController : public QObject
{
    Q_OBJECT
private slots:
    void opensEditsSavesAndReopens();
    void goesOnWithTheWorkingFile();
    void startsAnewAndKeepsTheOldFile();
    void tellsWhyAFileCannotBeOpened_data();
    void tellsWhyAFileCannotBeOpened();
    void theLastOpenWins();
    void undoesWordByWord();
    void undoesAcrossSegments();
    void typingTakesAConfirmationBack();
    void confirmsOnlyWhatIsThere();
    void findsTheNextUnconfirmed();
    void takesASuggestionWithItsCodes();
    void aFailedSaveKeepsTheEdits();
    void pretranslatesOnlyTexts();
    void anOpeningDoesNotDiscardEdits();
    void closingGivesUpAnOpening();
    void savingReplacesNoForeignChange();
    void savingLaterLooksAgain();
    void knowsWhatItHasWritten();
    void assistanceAfterASaveIsToBeSaved();
    void anEmptiedRowStaysEmpty();
    void saysThatTheWorkingFileFailed();
    void namesSegmentsAsTheGridDoes();
};

namespace {

void openNow(DocumentController &controller, const QString &path, OpenMode mode = OpenMode::Continue)
{
    QSignalSpy opened(&controller, &DocumentController::opened);
    QSignalSpy failed(&controller, &DocumentController::openFailed);
    controller.openLater(path, mode);
    QTRY_VERIFY2(!opened.isEmpty() || !failed.isEmpty(), "neither opened nor failed");
    QVERIFY2(failed.isEmpty(), "the file was not opened");
}

void typeAll(DocumentController &controller, int row, const QString &text)
{
    const QString before = controller.segment(row).target.text;
    for (qsizetype i = 1; i <= text.size(); ++i)
        controller.type(row, plain(before + text.left(i)));
}

} // namespace

void TestDocumentController::namesSegmentsAsTheGridDoes()
{
    DocumentController controller;
    controller.adopt(madeDocument(3), {});
    const QString key = controller.document().segmentKey(controller.refAt(1));
    QCOMPARE(controller.withRowNumbers(
                 u"The plugin gave no text (segment \"%1\"), and 2 more like this."_s.arg(key)),
             u"The plugin gave no text (segment 2), and 2 more like this."_s);
    QCOMPARE(controller.withRowNumbers(u"Segment %1 is not there; segment %1, segment \"x y\"."_s.arg(key)),
             u"Segment 2 is not there; segment 2, segment \"x y\"."_s);
    QCOMPARE(controller.withRowNumbers(u"This segment is empty."_s), u"This segment is empty."_s);
}

void TestDocumentController::opensEditsSavesAndReopens()
{
    const QTemporaryDir folder;
    const QString text = writeText(folder);
    DocumentController controller;
    openNow(controller, text);
    QCOMPARE(controller.document().sourceLanguage, QStringLiteral("vi"));
    QCOMPARE(controller.document().targetLanguage, QStringLiteral("en"));
    QVERIFY(controller.rowCount() >= 3);
    QVERIFY(!controller.isModified());
    QVERIFY(!QFile::exists(controller.workingFile())); // opening writes nothing

    const QString english = QString::fromUcs4(U"The two sides agreed; Vie\u0323\u0302t Nam hosts.");
    typeAll(controller, 1, english);
    QVERIFY(controller.confirm(1));
    QVERIFY(controller.isModified());
    QVERIFY(controller.save().ok());
    QVERIFY(!controller.isModified());

    DocumentController again;
    openNow(again, controller.workingFile());
    QCOMPARE(again.rowCount(), controller.rowCount());
    QCOMPARE(again.segment(1).target.text, english);
    QCOMPARE(statusOf(again.segment(1)), SegmentStatus::Confirmed);
    QTRY_COMPARE(again.statistics().confirmed, qsizetype(1));
}

void TestDocumentController::goesOnWithTheWorkingFile()
{
    const QTemporaryDir folder;
    const QString text = writeText(folder);
    DocumentController controller;
    openNow(controller, text);
    QVERIFY(!controller.report().continued);
    typeAll(controller, 0, QStringLiteral("Invitation"));
    QVERIFY(controller.save().ok());

    openNow(controller, text);
    QVERIFY(controller.report().continued);
    QCOMPARE(controller.report().chosenPath, text);
    QCOMPARE(controller.segment(0).target.text, QStringLiteral("Invitation"));
}

void TestDocumentController::startsAnewAndKeepsTheOldFile()
{
    const QTemporaryDir folder;
    const QString text = writeText(folder);
    DocumentController controller;
    openNow(controller, text);
    typeAll(controller, 0, QStringLiteral("Invitation"));
    QVERIFY(controller.save().ok());
    QFile former(controller.workingFile());
    QVERIFY(former.open(QIODevice::ReadOnly));
    const QByteArray bytes = former.readAll();

    openNow(controller, text, OpenMode::StartAnew);
    QVERIFY(!controller.report().continued);
    QVERIFY(controller.segment(0).target.isEmpty());
    QFile backup(controller.report().backup);
    QVERIFY(backup.open(QIODevice::ReadOnly));
    QCOMPARE(backup.readAll(), bytes);
    QVERIFY(!QFile::exists(controller.workingFile()));
}

void TestDocumentController::tellsWhyAFileCannotBeOpened_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::newRow("missing") << QByteArray() << "missing.txt";
    QTest::newRow("empty") << QByteArray("") << "empty.txt";
    QTest::newRow("bad UTF-8") << QByteArray("Vi\xff\xfe t") << "bad.txt";
    QTest::newRow("broken XLIFF") << QByteArray("<xliff version=\"2.1\"") << "broken.xlf";
}

void TestDocumentController::tellsWhyAFileCannotBeOpened()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    const QTemporaryDir folder;
    const QString path = folder.filePath(name);
    if (!bytes.isNull()) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    DocumentController controller;
    controller.adopt(madeDocument(2), {});
    controller.type(0, plain(QStringLiteral("kept")));
    QSignalSpy failed(&controller, &DocumentController::openFailed);
    controller.openLater(path);
    QTRY_COMPARE(failed.size(), 1);
    const Error error = failed.first().first().value<Error>();
    QVERIFY(!error.message.isEmpty());
    QVERIFY2(error.text().contains(name), qPrintable(error.text()));
    // What was open before stays open.
    QCOMPARE(controller.segment(0).target.text, QStringLiteral("kept"));
    QVERIFY(!controller.isOpening());
}

void TestDocumentController::theLastOpenWins()
{
    const QTemporaryDir folder;
    const QString one = writeText(folder, QStringLiteral("one.txt"));
    const QString two = writeText(folder, QStringLiteral("two.txt"));
    DocumentController controller;
    QSignalSpy opened(&controller, &DocumentController::opened);
    controller.openLater(one);
    controller.openLater(two);
    QTRY_VERIFY(!opened.isEmpty());
    QTest::qWait(50);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(controller.path(), two);
}

void TestDocumentController::undoesWordByWord()
{
    DocumentController controller;
    controller.adopt(madeDocument(3), {});
    typeAll(controller, 0, QStringLiteral("both sides agreed"));
    QCOMPARE(controller.undo(), 0);
    QCOMPARE(controller.segment(0).target.text, QStringLiteral("both sides "));
    controller.undo();
    QCOMPARE(controller.segment(0).target.text, QStringLiteral("both "));
    controller.undo();
    QVERIFY(!controller.segment(0).hasTarget);
    QVERIFY(!controller.isModified());
    QCOMPARE(controller.undo(), -1);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(controller.redo(), 0);
    QCOMPARE(controller.segment(0).target.text, QStringLiteral("both sides agreed"));
    QCOMPARE(controller.redo(), -1);
}

void TestDocumentController::undoesAcrossSegments()
{
    DocumentController controller;
    controller.adopt(madeDocument(3), {});
    typeAll(controller, 0, QStringLiteral("one"));
    QVERIFY(controller.confirm(0));
    typeAll(controller, 2, QStringLiteral("three"));
    QCOMPARE(controller.undo(), 2);
    QCOMPARE(controller.undo(), 0);
    QCOMPARE(statusOf(controller.segment(0)), SegmentStatus::Draft);
    QCOMPARE(controller.undo(), 0);
    QCOMPARE(statusOf(controller.segment(0)), SegmentStatus::Empty);
}

void TestDocumentController::typingTakesAConfirmationBack()
{
    DocumentController controller;
    controller.adopt(madeDocument(1), {});
    typeAll(controller, 0, QStringLiteral("Agreed"));
    QVERIFY(controller.confirm(0));
    QCOMPARE(statusOf(controller.segment(0)), SegmentStatus::Confirmed);
    controller.type(0, plain(QStringLiteral("Agreed.")));
    QCOMPARE(statusOf(controller.segment(0)), SegmentStatus::Draft);
    controller.undo();
    QCOMPARE(statusOf(controller.segment(0)), SegmentStatus::Confirmed);
    QVERIFY(controller.reopen(0));
    QCOMPARE(statusOf(controller.segment(0)), SegmentStatus::Draft);
    QVERIFY(!controller.reopen(0));
}

void TestDocumentController::confirmsOnlyWhatIsThere()
{
    session::OpenedDocument made = madeDocument(2);
    made.document.units[1].translate = false;
    DocumentController controller;
    controller.adopt(made, {});
    QVERIFY(!controller.confirm(0));
    controller.type(0, plain(QStringLiteral("  ")));
    QVERIFY(!controller.confirm(0));
    QVERIFY(!controller.confirm(1));
    QCOMPARE(controller.nextUnconfirmed(0), -1); // the other one is not to be translated
}

void TestDocumentController::findsTheNextUnconfirmed()
{
    DocumentController controller;
    controller.adopt(madeDocument(4), {});
    for (const int row : {1, 2}) {
        typeAll(controller, row, QStringLiteral("x"));
        QVERIFY(controller.confirm(row));
    }
    QCOMPARE(controller.firstUnconfirmed(), 0);
    QCOMPARE(controller.nextUnconfirmed(0), 3);
    QCOMPARE(controller.nextUnconfirmed(3), 0); // from the top again
}

void TestDocumentController::takesASuggestionWithItsCodes()
{
    session::OpenedDocument made = madeDocument(1);
    Suggestion suggestion;
    suggestion.text = QStringLiteral("The ASEAN ") + inlineCodeMark + QStringLiteral("Chair");
    made.document.units[0].segments[0].suggestions = {suggestion};
    DocumentController controller;
    controller.adopt(made, {});
    QVERIFY(controller.useSuggestion(0));
    // Its source has no code for that one.
    QCOMPARE(controller.segment(0).target, plain(QStringLiteral("The ASEAN Chair")));
    QCOMPARE(statusOf(controller.segment(0)), SegmentStatus::Draft);
    controller.undo();
    QVERIFY(!controller.segment(0).hasTarget);

    made.document.units[0].segments[0] = segmentWithCodes();
    suggestion.text = QStringLiteral("In ") + inlineCodeMark + QStringLiteral("Ha Noi") + inlineCodeMark;
    made.document.units[0].segments[0].suggestions = {suggestion};
    controller.adopt(made, {});
    QVERIFY(controller.useSuggestion(0));
    const Segment &used = controller.segment(0);
    QCOMPARE(used.target.codes, used.source.codes); // the one that it lacks is put in again
    QCOMPARE(QString(used.target.text).remove(inlineCodeMark), QStringLiteral("In Ha Noi"));
}

void TestDocumentController::aFailedSaveKeepsTheEdits()
{
    DocumentController controller;
    controller.adopt(madeDocument(1), {}); // its folder does not exist
    typeAll(controller, 0, QStringLiteral("Agreed"));
    QVERIFY(!controller.save().ok());
    QVERIFY(controller.isModified());
    QCOMPARE(controller.segment(0).target.text, QStringLiteral("Agreed"));
    const QTemporaryDir folder;
    QVERIFY(controller.saveAs(folder.filePath(QStringLiteral("elsewhere.xlf"))).ok());
    QVERIFY(!controller.isModified());
    QCOMPARE(controller.workingFile(), folder.filePath(QStringLiteral("elsewhere.xlf")));
}

void TestDocumentController::pretranslatesOnlyTexts()
{
    session::OpenedDocument made = madeDocument(2);
    Suggestion suggestion;
    suggestion.text = QStringLiteral("ASEAN Summit");
    suggestion.complete = true;
    suggestion.coverage = 1;
    made.document.units[1].segments[0].suggestions = {suggestion};
    DocumentController controller;
    controller.adopt(made, {});
    QSignalSpy assisted(&controller, &DocumentController::assisted);
    controller.pretranslate();
    QCOMPARE(statusOf(controller.segment(1)), SegmentStatus::Pretranslated);
    QCOMPARE(assisted.size(), 1);
    QCOMPARE(assisted.first().first().value<QList<int>>(), QList<int>{1});
    QVERIFY(!controller.isModified());

    made.document.originalBytes = QByteArray("<xliff/>");
    controller.adopt(made, {});
    controller.pretranslate();
    QVERIFY(!controller.segment(1).hasTarget);
}

namespace {

void writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

session::OpenedDocument withCompleteDraft(const QString &workingFile)
{
    session::OpenedDocument made = madeDocument(2);
    made.workingFile = workingFile;
    Suggestion suggestion;
    suggestion.text = QStringLiteral("ASEAN Summit");
    suggestion.complete = true;
    made.document.units[1].segments[0].suggestions = {suggestion};
    return made;
}

} // namespace

void TestDocumentController::anOpeningDoesNotDiscardEdits()
{
    const QTemporaryDir folder;
    const QString text = writeText(folder);
    const QString working = folder.filePath(QStringLiteral("cong-ham.xlf"));
    DocumentController controller;
    openNow(controller, text);
    QVERIFY(controller.save().ok());
    openNow(controller, text);
    QSignalSpy failed(&controller, &DocumentController::openFailed);
    controller.openLater(text, OpenMode::StartAnew);
    controller.type(0, plain(QStringLiteral("kept")));
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, QStringLiteral("workbench.edited-meanwhile"));
    QCOMPARE(controller.segment(0).target.text, QStringLiteral("kept"));
    QVERIFY(controller.isModified());
    QVERIFY(QFile::exists(working)); // it was not moved away either
    QVERIFY(controller.save().ok());
}

void TestDocumentController::closingGivesUpAnOpening()
{
    const QTemporaryDir folder;
    DocumentController controller;
    controller.adopt(madeDocument(1), {});
    QSignalSpy opened(&controller, &DocumentController::opened);
    QSignalSpy givenUp(&controller, &DocumentController::openingGivenUp);
    controller.openLater(writeText(folder));
    controller.close();
    QCOMPARE(givenUp.size(), 1);
    QVERIFY(!controller.isOpening());
    QTest::qWait(100);
    QCOMPARE(opened.size(), 0);
    QVERIFY(!controller.hasDocument());
}

void TestDocumentController::savingReplacesNoForeignChange()
{
    const QTemporaryDir folder;
    const QString text = writeText(folder);
    DocumentController controller;
    openNow(controller, text);
    const QString working = controller.workingFile();
    typeAll(controller, 0, QStringLiteral("one"));
    writeBytes(working, "somebody else's");
    const Result<void> appeared = controller.save();
    QVERIFY(!appeared.ok());
    QCOMPARE(appeared.error().code, QStringLiteral("workbench.changed-on-disk"));
    QCOMPARE(QFileInfo(working).size(), qint64(15));
    QVERIFY(controller.isModified());
    QVERIFY(controller.saveAs(working).ok()); // the reader said so
    typeAll(controller, 0, QStringLiteral(" two"));
    QVERIFY(controller.save().ok());
    openNow(controller, working);
    typeAll(controller, 0, QStringLiteral(" three"));
    writeBytes(working, "changed again");
    QVERIFY(!controller.save().ok());
    QVERIFY(QFile::remove(working)); // nothing is left to be lost
    QVERIFY(controller.save().ok());
}

/// Between the question and the writing there may be a long time.
void TestDocumentController::savingLaterLooksAgain()
{
    const QTemporaryDir folder;
    DocumentController controller;
    openNow(controller, writeText(folder));
    typeAll(controller, 0, QStringLiteral("one"));
    QVERIFY(controller.save().ok());
    typeAll(controller, 0, QStringLiteral(" two"));
    QThreadPool *pool = QThreadPool::globalInstance();
    const int threads = pool->maxThreadCount();
    pool->setMaxThreadCount(1);
    QSemaphore gate;
    pool->start([&gate] { gate.acquire(); });
    QSignalSpy done(&controller, &DocumentController::saveDone);
    controller.saveLater();
    writeBytes(controller.workingFile(), "somebody else's");
    gate.release();
    const bool came = QTest::qWaitFor([&done] { return !done.isEmpty(); }, 10'000);
    pool->setMaxThreadCount(threads);
    QVERIFY(came);
    const auto result = done.first().first().value<Result<void>>();
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, QStringLiteral("workbench.changed-on-disk"));
    QCOMPARE(QFileInfo(controller.workingFile()).size(), qint64(15));
    QVERIFY(controller.isModified());
}

void TestDocumentController::knowsWhatItHasWritten()
{
    const QTemporaryDir folder;
    DocumentController controller;
    openNow(controller, writeText(folder));
    typeAll(controller, 0, QStringLiteral("one"));
    QVERIFY(controller.save().ok());
    QVERIFY(controller.written() == session::identityOf(controller.workingFile()));
    QVERIFY(!controller.isChangedOnDisk());
    typeAll(controller, 0, QStringLiteral(" two"));
    QSignalSpy done(&controller, &DocumentController::saveDone);
    controller.saveLater();
    QTRY_VERIFY(!done.isEmpty());
    QVERIFY(controller.written() == session::identityOf(controller.workingFile()));
    QVERIFY(!controller.isChangedOnDisk());
}

void TestDocumentController::assistanceAfterASaveIsToBeSaved()
{
    const QTemporaryDir folder;
    DocumentController controller;
    controller.adopt(withCompleteDraft(folder.filePath(QStringLiteral("made.xlf"))), {});
    TermsAnswer answer;
    answer.segments = {
        {controller.document().segmentKey(controller.refAt(0)),
         0,
         {term(controller.segment(0).source.text, QStringLiteral("Hai bên"), QStringLiteral("both sides"))}}};
    controller.storeTerms(answer);
    QVERIFY(!controller.isModified());
    QVERIFY(controller.save().ok());
    controller.storeTerms(answer); // the same once more
    QVERIFY(!controller.isModified());
    controller.pretranslate();
    QVERIFY(controller.isModified());
    QVERIFY(controller.save().ok());
    QVERIFY(!controller.isModified());
    answer.segments.first().hits.clear();
    controller.storeTerms(answer);
    QVERIFY(controller.isModified());
}

void TestDocumentController::anEmptiedRowStaysEmpty()
{
    DocumentController controller;
    controller.adopt(withCompleteDraft(QStringLiteral("/nowhere/made.xlf")), {});
    controller.pretranslate();
    QCOMPARE(controller.segment(1).target.text, QStringLiteral("ASEAN Summit"));
    controller.setTarget(1, {}, QStringLiteral("Emptying"));
    SuggestAnswer again;
    again.suggestions = {controller.segment(1).suggestions.first()};
    again.suggestions.first().segmentId = controller.document().segmentKey(controller.refAt(1));
    again.suggestions.first().revision = controller.segment(1).revision;
    controller.storeSuggestions(again);
    controller.pretranslate();
    QVERIFY(!controller.segment(1).hasTarget);
}

void TestDocumentController::saysThatTheWorkingFileFailed()
{
    const QTemporaryDir folder;
    const QString text = writeText(folder);
    writeBytes(folder.filePath(QStringLiteral("cong-ham.xlf")), "<xliff version=\"2.1\"");
    DocumentController controller;
    QSignalSpy failed(&controller, &DocumentController::openFailed);
    controller.openLater(text);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().at(1).toString(), text);
    QVERIFY(failed.first().at(2).toBool());
    openNow(controller, text, OpenMode::StartAnew);
    QVERIFY(QFile::exists(controller.report().backup));
}

QTEST_MAIN(TestDocumentController)
#include "tst_document_controller.moc"
