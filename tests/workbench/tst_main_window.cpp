#include "support.h"
#include "workbench/editor_page.h"
#include "workbench/glossary_pane.h"
#include "workbench/glossary_window.h"
#include "workbench/interface_language.h"
#include "workbench/plugin_service.h"
#include "workbench/plugin_words.h"
#include "workbench/plugins_dialog.h"
#include "workbench/plugins_model.h"
#include "workbench/segment_grid.h"
#include "workbench/start_page.h"
#include "workbench/suggestion_pane.h"
#include "workbench/target_editor.h"
#include "workbench/termbase_service.h"
#include "workbench/theme.h"
#include "workbench/window_actions.h"

#include <QtCore/QFile>
#include <QtCore/QMimeData>
#include <QtCore/QTemporaryDir>
#include <QtGui/QAccessible>
#include <QtGui/QAction>
#include <QtGui/QActionGroup>
#include <QtGui/QDropEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableWidget>

using namespace verbale;
using namespace verbale::workbench;

class TestMainWindow : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { applyAppearance(*qApp, QStringLiteral("light")); }
    void theWholeWayByKeys();
    void altNumberInsertsATerm();
    void draftIsTakenByItsKeyAlone();
    void undoAndRedoByKeys();
    void dropsOpenAFile_data();
    void dropsOpenAFile();
    void asksBeforeEditsAreLost_data();
    void asksBeforeEditsAreLost();
    void saysSoWhenAFileCannotBeOpened();
    void goesOnAndStartsAnewFromTheBar();
    void namesAndChangesTheEncoding();
    void keepsSettings();
    void leavesOthersSettings();
    void offersToReplaceAChangedFile();
    void startsAnewFromADamagedWorkingFile();
    void namesWhatIsSuggested();
    void speaksVietnameseAtOnce();
    void everyControlHasAName();
    void listsPlugins();
    void opensTheGlossaryByItsKey();
    void looksForTermsAgainWhenTheGlossaryChanges();
};

namespace {

struct Window
{
    SetAnswers::Record answers;
    MainWindow window;

    Window() : window(quietServices(answers)) { show(); }
    explicit Window(WindowServices services) : window(std::move(services)) { show(); }

    void show()
    {
        window.resize(1200, 700);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }
    void open(const QString &path)
    {
        QSignalSpy opened(&window.controller(), &DocumentController::opened);
        QVERIFY(window.openFile(path));
        QTRY_COMPARE(opened.size(), 1);
    }
    void adopt(const session::OpenedDocument &document) { window.controller().adopt(document, {}); }
    [[nodiscard]] SegmentGrid *grid() const { return window.editorPage()->grid(); }
    [[nodiscard]] TargetEditor *editor() const { return grid()->editor(); }
    const Segment &segment(int row) { return window.controller().segment(row); }
};

session::OpenedDocument documentWithTerms()
{
    session::OpenedDocument made = madeDocument(3);
    Segment &segment = made.document.units[0].segments[0];
    segment.source = plain(QStringLiteral("Hội nghị Cấp cao ASEAN tại Hà Nội"));
    segment.terms = {
        term(segment.source.text, QStringLiteral("Hội nghị Cấp cao ASEAN"), QStringLiteral("ASEAN Summit")),
        term(segment.source.text, QStringLiteral("Hà Nội"), QStringLiteral("Ha Noi"), TermStatus::Admitted)};
    Suggestion draft;
    draft.text = QStringLiteral("ASEAN Summit tại Ha Noi");
    draft.untranslated = {{13, 16}};
    draft.coverage = 0.8;
    segment.suggestions = {draft};
    return made;
}

void drop(QWidget &window, const QList<QUrl> &urls)
{
    QMimeData data;
    data.setUrls(urls);
    QDragEnterEvent enter({100, 300}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &enter);
    if (!enter.isAccepted())
        return;
    QDropEvent event({100, 300}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &event);
}

} // namespace

void TestMainWindow::theWholeWayByKeys()
{
    const QTemporaryDir folder;
    Window w;
    w.open(writeText(folder));
    QCOMPARE(w.grid()->currentRow(), 0);
    QTRY_COMPARE(QApplication::focusWidget(), w.editor()); // ready to write, nothing was asked
    QTest::keyClicks(w.editor(), QStringLiteral("Invitation"));
    QTest::keyClick(w.editor(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(statusOf(w.segment(0)), SegmentStatus::Confirmed);
    QCOMPARE(w.grid()->currentRow(), 1);
    QCOMPARE(QApplication::focusWidget(), w.editor());
    QTest::keyClick(w.editor(), Qt::Key_Return, Qt::ControlModifier); // nothing to confirm: stays
    QCOMPARE(w.grid()->currentRow(), 1);
    const QString combining = QString::fromUcs4(U"Vie\u0323\u0302t Nam and Laos agreed.");
    typeLetters(w.editor(), combining);
    QTest::keyClick(w.editor(), Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(w.grid()->currentRow(), 2);
    QTest::keyClick(w.editor(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(w.grid()->currentRow(), 1);
    QVERIFY(w.window.isWindowModified());
    QTest::keyClick(w.editor(), Qt::Key_S, Qt::ControlModifier);
    QVERIFY(!w.window.isWindowModified());

    DocumentController reread;
    QSignalSpy opened(&reread, &DocumentController::opened);
    reread.openLater(w.window.controller().workingFile());
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(statusOf(reread.segment(0)), SegmentStatus::Confirmed);
    QCOMPARE(reread.segment(0).target.text, QStringLiteral("Invitation"));
    QCOMPARE(reread.segment(1).target.text, combining);
    QCOMPARE(statusOf(reread.segment(1)), SegmentStatus::Draft);
}

void TestMainWindow::altNumberInsertsATerm()
{
    Window w;
    w.adopt(documentWithTerms());
    QCOMPARE(w.window.editorPage()->glossary()->termCount(), 2);
    QTest::keyClicks(w.editor(), QStringLiteral("The"));
    QTest::keyClick(w.editor(), Qt::Key_1, Qt::AltModifier);
    QTest::keyClicks(w.editor(), QStringLiteral(" in"));
    QTest::keyClick(w.editor(), Qt::Key_2, Qt::AltModifier);
    QTest::keyClick(w.editor(), Qt::Key_3, Qt::AltModifier); // no such term
    QCOMPARE(w.segment(0).target.text, QStringLiteral("The ASEAN Summit in Ha Noi"));
    QTest::keyClick(w.editor(), Qt::Key_Z, Qt::ControlModifier); // an insertion is a step of its own
    QCOMPARE(w.segment(0).target.text, QStringLiteral("The ASEAN Summit in"));
    QTest::keyClick(w.editor(), Qt::Key_Escape);
    QTest::keyClick(w.grid(), Qt::Key_2, Qt::AltModifier); // from the grid too
    QCOMPARE(w.segment(0).target.text, QStringLiteral("The ASEAN Summit in Ha Noi"));
}

void TestMainWindow::draftIsTakenByItsKeyAlone()
{
    Window w;
    w.adopt(documentWithTerms());
    QTest::keyClick(w.editor(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!w.segment(0).hasTarget);
    QTest::keyClick(w.editor(), Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(w.segment(0).target.text, QStringLiteral("ASEAN Summit tại Ha Noi"));
    QCOMPARE(statusOf(w.segment(0)), SegmentStatus::Draft);
    QCOMPARE(w.editor()->content().text, w.segment(0).target.text);
}

void TestMainWindow::undoAndRedoByKeys()
{
    Window w;
    w.adopt(madeDocument(3));
    QTest::keyClicks(w.editor(), QStringLiteral("one two"));
    QTest::keyClick(w.editor(), Qt::Key_Return, Qt::ControlModifier);
    QTest::keyClicks(w.editor(), QStringLiteral("second"));
    QTest::keyClick(w.editor(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(w.editor()->content().text, QString());
    QTest::keyClick(w.editor(), Qt::Key_Z, Qt::ControlModifier); // goes back to the other segment
    QCOMPARE(w.grid()->currentRow(), 0);
    QCOMPARE(statusOf(w.segment(0)), SegmentStatus::Draft);
    QTest::keyClick(w.editor(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(w.editor()->content().text, QStringLiteral("one "));
    QTest::keyClick(w.editor(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(w.editor()->content().text, QStringLiteral("one two"));
    QTest::keyClicks(w.editor(), QStringLiteral("!"));
    QCOMPARE(w.segment(0).target.text, QStringLiteral("one two!"));
    QVERIFY(!w.window.actions()[Act::Redo]->isEnabled());
}

void TestMainWindow::dropsOpenAFile_data()
{
    QTest::addColumn<bool>("withDocument");
    QTest::newRow("on the start page") << false;
    QTest::newRow("on the editor") << true;
}

void TestMainWindow::dropsOpenAFile()
{
    QFETCH(bool, withDocument);
    const QTemporaryDir folder;
    const QString path = writeText(folder, QStringLiteral("thư mời.txt"));
    Window w;
    if (withDocument)
        w.adopt(madeDocument(3));
    drop(w.window, {QUrl(QStringLiteral("https://example.org/a.txt"))});
    drop(w.window, {QUrl::fromLocalFile(path), QUrl::fromLocalFile(path)});
    QVERIFY(!w.window.controller().isOpening());
    drop(w.window, {QUrl::fromLocalFile(path)});
    QTRY_COMPARE(w.window.controller().path(), path);
    QCOMPARE(w.window.settings().recentFiles, QStringList{path});
}

void TestMainWindow::asksBeforeEditsAreLost_data()
{
    QTest::addColumn<Questions::Unsaved>("answer");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<bool>("saved");
    QTest::newRow("save") << Questions::Unsaved::Save << true << true;
    QTest::newRow("discard") << Questions::Unsaved::Discard << true << false;
    QTest::newRow("cancel") << Questions::Unsaved::Cancel << false << false;
}

void TestMainWindow::asksBeforeEditsAreLost()
{
    QFETCH(Questions::Unsaved, answer);
    const QTemporaryDir folder;
    Window w;
    w.open(writeText(folder));
    QTest::keyClicks(w.editor(), QStringLiteral("Inv"));
    w.answers.unsaved = answer;
    QTEST(w.window.close(), "closes");
    QCOMPARE(w.answers.unsavedAsked, 1);
    QTEST(QFile::exists(w.window.controller().workingFile()), "saved");
    QCOMPARE(w.segment(0).target.text, QStringLiteral("Inv"));
}

void TestMainWindow::saysSoWhenAFileCannotBeOpened()
{
    Window w;
    QVERIFY(w.window.openFile(QStringLiteral("/nowhere/at-all.txt")));
    QTRY_VERIFY(w.window.messageBar()->text().contains(u"at-all.txt"));
    QVERIFY(!w.window.controller().hasDocument());
    QVERIFY(QApplication::overrideCursor() == nullptr);
}

void TestMainWindow::goesOnAndStartsAnewFromTheBar()
{
    const QTemporaryDir folder;
    const QString path = writeText(folder);
    Window w;
    w.open(path);
    QTest::keyClicks(w.editor(), QStringLiteral("Invitation"));
    QVERIFY(w.window.save());
    w.open(path);
    QCOMPARE(w.answers.unsavedAsked, 0);
    QCOMPARE(w.segment(0).target.text, QStringLiteral("Invitation"));
    QVERIFY(w.window.messageBar()->text().contains(u"cong-ham.xlf"));
    QCOMPARE(w.window.messageBar()->choices().first(), QStringLiteral("Start anew"));
    QSignalSpy opened(&w.window.controller(), &DocumentController::opened);
    w.window.messageBar()->choose(QStringLiteral("Start anew"));
    QTRY_COMPARE(opened.size(), 1);
    QVERIFY(!w.segment(0).hasTarget);
    QVERIFY(w.window.messageBar()->text().contains(u"backup"));
    QCOMPARE(QDir(folder.path()).entryList({QStringLiteral("*.backup-*.xlf")}).size(), 1);
}

/// A text in TCVN3 is read, said to be that, and read again as another encoding from the menu.
void TestMainWindow::namesAndChangesTheEncoding()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("cu.txt"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("H\xE9i ngh\xDE B\xE9 tr\xAD\xEBng Ngo\xB9i giao t\xB9i H\xB5 N\xE9i.\n");
    file.close();
    Window w;
    w.open(path);
    MessageBar *bar = w.window.messageBar();
    QVERIFY2(bar->text().contains(u"Read as TCVN3 (ABC), 9"), qPrintable(bar->text()));
    QVERIFY(bar->choices().contains(QStringLiteral("Other encoding…")));
    const QMenu *menu = w.window.actions().encodingMenu();
    QVERIFY(menu->isEnabled());
    QAction *western = nullptr;
    for (QAction *action : menu->actions())
        western = action->text() == QLatin1String("windows-1252") ? action : western;
    QVERIFY(western != nullptr);
    western->trigger();
    QTRY_VERIFY(w.window.controller().segment(0).source.text.startsWith(u"Héi"));
    QVERIFY(w.window.messageBar()->text().contains(u"windows-1252"));
}

void TestMainWindow::keepsSettings()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("settings.json"));
    const QString text = writeText(folder);
    {
        SetAnswers::Record answers;
        WindowServices services = quietServices(answers);
        services.settingsFile = file;
        Window w(std::move(services));
        w.open(text);
        w.grid()->setSourceShare(0.4);
        w.window.actions()[Act::ZoomIn]->trigger();
        w.window.actions().appearance()->actions()[2]->trigger();
        QVERIFY(w.window.close());
    }
    const Result<session::Settings> settings = session::loadSettings(file);
    QVERIFY(settings.ok());
    QCOMPARE(settings.value().recentFiles, QStringList{text});
    QCOMPARE(settings.value().colourScheme, QStringLiteral("dark"));
    SetAnswers::Record answers;
    WindowServices services = quietServices(answers);
    services.settings = settings.value();
    const Window again(std::move(services));
    QVERIFY(qAbs(again.grid()->sourceShare() - 0.4) < 0.01);
    QCOMPARE(layoutFrom(settings.value().windowState).zoom, 110);
    applyAppearance(*qApp, QStringLiteral("light"));
}

void TestMainWindow::leavesOthersSettings()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("settings.json"));
    SetAnswers::Record answers;
    WindowServices services = quietServices(answers);
    services.settingsFile = file;
    services.settings.recentFiles = {QStringLiteral("/a/ours.txt")};
    Window w(std::move(services));
    session::Settings other; // written by another program meanwhile
    other.disabledPlugins = {QStringLiteral("org.example.off")};
    other.glossaries = {QStringLiteral("/a/g.tbx")};
    other.interfaceLanguage = QStringLiteral("vi");
    other.recentFiles = {QStringLiteral("/a/theirs.txt")};
    QVERIFY(session::saveSettings(other, file).ok());
    QVERIFY(w.window.close());
    const Result<session::Settings> kept = session::loadSettings(file);
    QVERIFY(kept.ok());
    QCOMPARE(kept.value().disabledPlugins, other.disabledPlugins);
    QCOMPARE(kept.value().glossaries, other.glossaries);
    QCOMPARE(kept.value().interfaceLanguage, other.interfaceLanguage);
    QCOMPARE(kept.value().recentFiles,
             (QStringList{QStringLiteral("/a/ours.txt"), QStringLiteral("/a/theirs.txt")}));
    QVERIFY(!kept.value().windowGeometry.isEmpty());
}

void TestMainWindow::offersToReplaceAChangedFile()
{
    const QTemporaryDir folder;
    Window w;
    w.open(writeText(folder));
    QTest::keyClicks(w.editor(), QStringLiteral("Inv"));
    const QString working = w.window.controller().workingFile();
    QFile foreign(working);
    QVERIFY(foreign.open(QIODevice::WriteOnly));
    foreign.write("foreign");
    foreign.close();
    QVERIFY(!w.window.save());
    QCOMPARE(QFileInfo(working).size(), qint64(7));
    QCOMPARE(w.window.messageBar()->choices().last(), QStringLiteral("Replace it"));
    w.window.messageBar()->choose(QStringLiteral("Replace it"));
    QVERIFY(QFileInfo(working).size() > 7);
    QVERIFY(!w.window.isWindowModified());
}

void TestMainWindow::startsAnewFromADamagedWorkingFile()
{
    const QTemporaryDir folder;
    QFile damaged(folder.filePath(QStringLiteral("cong-ham.xlf")));
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write("<xliff version=\"2.1\"");
    damaged.close();
    Window w;
    QVERIFY(w.window.openFile(writeText(folder)));
    QTRY_COMPARE(w.window.messageBar()->choices(), QStringList{QStringLiteral("Start anew")});
    QSignalSpy opened(&w.window.controller(), &DocumentController::opened);
    w.window.messageBar()->choose(QStringLiteral("Start anew"));
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(QDir(folder.path()).entryList({QStringLiteral("*.backup-*.xlf")}).size(), 1);
}

void TestMainWindow::namesWhatIsSuggested()
{
    session::OpenedDocument made = documentWithTerms();
    Suggestion &match = made.document.units[0].segments[0].suggestions[0];
    match.kind = SuggestionKind::MemoryMatch;
    match.origin = QStringLiteral("Ministry memory");
    Window w;
    w.adopt(made);
    const auto *pane = w.window.editorPage()->suggestion();
    QStringList said;
    for (const QLabel *label : pane->findChildren<QLabel *>())
        said += {label->text(), label->toolTip()};
    QVERIFY(said.contains(QStringLiteral("Memory match")));
    QVERIFY(said.contains(QStringLiteral("From: Ministry memory")));
    QVERIFY(said.filter(QStringLiteral("lossary")).isEmpty());
    w.window.actions()[Act::UseDraft]->trigger();
    QCOMPARE(w.window.controller().history().undoLabel(), QStringLiteral("Using the memory match"));
}

void TestMainWindow::speaksVietnameseAtOnce()
{
    InterfaceLanguage language;
    language.apply(QStringLiteral("en"));
    SetAnswers::Record answers;
    WindowServices services = quietServices(answers);
    services.language = &language;
    Window w(std::move(services));
    w.adopt(madeDocument(2));
    const QString english = w.window.menuBar()->actions().first()->text();
    w.window.actions().language()->actions()[1]->trigger();
    QCoreApplication::processEvents();
    QVERIFY(w.window.menuBar()->actions().first()->text() != english);
    QCOMPARE(w.grid()->model()->headerData(SegmentModel::Target, Qt::Horizontal).toString(),
             QStringLiteral("Tiếng Anh"));
    w.window.actions().language()->actions()[0]->trigger();
    QCoreApplication::processEvents();
    QCOMPARE(w.window.menuBar()->actions().first()->text(), english);
}

void TestMainWindow::everyControlHasAName()
{
    Window w;
    w.adopt(documentWithTerms());
    for (QWidget *widget : w.window.findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible())
            continue;
        const QAccessibleInterface *seen = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(seen != nullptr);
        QVERIFY2(!seen->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
    }
}

void TestMainWindow::listsPlugins()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("broken")));
    QFile json(folder.filePath(QStringLiteral("broken/plugin.json")));
    QVERIFY(json.open(QIODevice::WriteOnly));
    json.write("{\"id\": \"org.example.broken\"");
    json.close();
    host::HostOptions options;
    options.folders = {{folder.path(), host::Origin::User}};
    PluginService service(options);
    QSignalSpy started(&service, &PluginService::started);
    service.start();
    QVERIFY(service.isStarting());
    QTRY_COMPARE(started.size(), 1);
    SetAnswers::Record answers;
    SetAnswers questions(answers);
    PluginsDialog dialog(service, questions);
    const PluginsModel *model = dialog.model();
    QCOMPARE(model->rowCount(), 1);
    QCOMPARE(model->data(model->index(0, PluginsModel::State), Qt::DisplayRole).toString(),
             pluginStateText(host::PluginState::Rejected));
    service.setEnabled(QStringLiteral("org.example.broken"), false);
    QTRY_COMPARE(started.size(), 2);
    QVERIFY(service.disabled().contains(QStringLiteral("org.example.broken")));
}

void TestMainWindow::opensTheGlossaryByItsKey()
{
    Window w;
    QTest::keyClick(&w.window, Qt::Key_F9);
    GlossaryWindow *glossary = w.window.showGlossary();
    QVERIFY(glossary->isVisible());
    QCOMPARE(w.window.showGlossary(), glossary); // one for all
    w.window.close();
    QVERIFY(!glossary->isVisible());
}

void TestMainWindow::looksForTermsAgainWhenTheGlossaryChanges()
{
    const QTemporaryDir folder;
    SetAnswers::Record answers;
    WindowServices services = quietServices(answers);
    const QString own = folder.filePath(QStringLiteral("own.vtb"));
    services.termbases = {{own}, own, QStringLiteral("An")};
    MainWindow window(std::move(services));
    QSignalSpy ready(&window.termbases(), &TermbaseService::ready);
    window.termbases().open();
    QVERIFY(window.termbases().isReady() || ready.wait());
    glossary::ConceptEntry entry;
    entry.terms = {{QStringLiteral("vi"), QStringLiteral("công hàm")},
                   {QStringLiteral("en"), QStringLiteral("note verbale")}};
    QSignalSpy changed(&window.termbases(), &TermbaseService::changed);
    QVERIFY(window.termbases().add(entry).ok());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(window.termbases().glossaries(), QStringList{own}); // what requests name from now on
}

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
