#include "workbench/main_window.h"

#include "workbench/assist_runner.h"
#include "workbench/command_menu.h"
#include "workbench/dialogs.h"
#include "workbench/document_export.h"
#include "workbench/editor_page.h"
#include "workbench/engines_dialog.h"
#include "workbench/glossary_pane.h"
#include "workbench/glossary_window.h"
#include "workbench/harvest_pane.h"
#include "workbench/interface_language.h"
#include "workbench/invalid_file.h"
#include "workbench/kept_settings.h"
#include "workbench/ledger_dialog.h"
#include "workbench/left_out_pane.h"
#include "workbench/machine_desk.h"
#include "workbench/machine_status.h"
#include "workbench/plugin_notices.h"
#include "workbench/plugin_service.h"
#include "workbench/plugins_dialog.h"
#include "workbench/progress_panel.h"
#include "workbench/questions.h"
#include "workbench/receipt_runner.h"
#include "workbench/review_flow.h"
#include "workbench/safekeeping.h"
#include "workbench/sample.h"
#include "workbench/segment_grid.h"
#include "workbench/start_page.h"
#include "workbench/tag_editing.h"
#include "workbench/target_editor.h"
#include "workbench/term_adding.h"
#include "workbench/termbase_service.h"
#include "workbench/theme.h"
#include "workbench/window_actions.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QTimer>
#include <QtGui/QAction>
#include <QtGui/QActionGroup>
#include <QtGui/QCloseEvent>
#include <QtGui/QCursor>
#include <QtGui/QInputMethod>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QStatusBar>
#include <QtWidgets/QToolBar>
#include <QtWidgets/QVBoxLayout>

namespace verbale::workbench {

namespace {

constexpr int hintTime = 4000; // ms

/// Before the file is written: the journal is never behind the file.
void writeJournal(const Safekeeping &safe)
{
    if (JournalService *journal = safe.journal())
        journal->flush();
}

QWidget *stacked(const QList<QWidget *> &bars, QWidget *pages)
{
    auto *central = new QWidget(pages->parentWidget());
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (QWidget *bar : bars)
        layout->addWidget(bar);
    layout->addWidget(pages, 1);
    return central;
}

} // namespace

MainWindow::MainWindow(WindowServices services)
    : m_settings(std::move(services.settings))
    , m_kept(m_settings)
    , m_settingsFile(std::move(services.settingsFile))
    , m_sampleFile(std::move(services.sampleFile))
    , m_dismissedTermsFile(std::move(services.dismissedTermsFile))
    , m_questions(std::move(services.questions))
    , m_language(services.language)
    , m_layout(layoutFrom(m_settings.windowState))
    , m_actions(new WindowActions(this))
    , m_plugins(new PluginService(std::move(services.plugins), std::move(services.pluginFolder), this))
    , m_termbases(new TermbaseService(std::move(services.termbases), this))
    , m_assist(new AssistRunner(m_controller, m_termbases->glossaries(), this))
    , m_receipts(new ReceiptRunner(m_controller, this))
    , m_safe(new Safekeeping(m_controller, services.journals, this))
    , m_pages(new QStackedWidget(this))
    , m_start(new StartPage(this))
    , m_editor(new EditorPage(m_controller, this))
    , m_bar(new MessageBar(this))
    , m_adding(new TermAdding(m_controller, *m_editor->grid(), *m_termbases, *m_bar, this))
    , m_pluginBar(new MessageBar(this))
    , m_pluginNotices(new PluginNotices(*m_plugins, *m_pluginBar, this))
    , m_environment(services.environment)
    , m_keys(services.keys != nullptr
                 ? std::move(services.keys)
                 : std::make_shared<session::KeyStore>(session::KeyStore::Options{m_environment}))
    , m_assistBar(new MessageBar(this))
    , m_languages(new QLabel(this))
    , m_place(new QLabel(this))
    , m_progress(new ProgressPanel(this))
    , m_tools(nullptr)
    , m_review(new ReviewFlow(m_controller, *m_bar, *this))
    , m_machine(new MachineDesk(
          m_controller, *m_editor, *m_actions,
          {m_settings, m_plugins->options(), std::move(services.machineMemoryFile), m_keys}, this))
{
    setWindowIcon(programIcon());
    setAcceptDrops(true);
    m_kept.disabledPlugins = m_plugins->disabled();
    m_kept.trustedPlugins = m_plugins->trusted();
    m_pluginNotices->setKnownQuarantines(m_settings.knownQuarantines);
    m_assist->setProfile(m_settings.profile);
    m_receipts->setProfile(m_settings.profile);
    setCentralWidget(stacked({m_bar, m_safe, m_pluginBar, m_machine->bar(), m_assistBar}, m_pages));
    m_pages->addWidget(m_start);
    m_pages->addWidget(m_editor);
    buildToolBar();
    buildStatusBar();
    connectController();
    connectFileActions();
    connectEditActions();
    connectViewActions();
    connectPlugins();
    connectMachine();
    connectTermbases();
    connectSafekeeping();
    m_start->setRecentFiles(m_settings.recentFiles);
    m_start->setSampleAvailable(!m_sampleFile.isEmpty());
    m_editor->grid()->editor()->setWindowShortcuts(m_actions->keys());
    m_editor->tags()->setBar(m_bar);
    restoreLayout();
    retranslate();
    showStart();
    if (!services.settingsProblem.isEmpty())
        m_bar->show(MessageBar::Kind::Warning, services.settingsProblem);
    // The window is on the screen before the plugins start, on a worker.
    QTimer::singleShot(0, m_plugins, &PluginService::start);
}

MainWindow::~MainWindow()
{
    hide(); // views that are hidden later, with the widget, would look into what is gone by then
    delete m_pluginsPage.data();
    delete m_enginesPage.data();
    delete m_ledgerPage.data();
    delete m_harvest; // it uses what this window owns
    delete m_glossary;
    m_assist->stop();
    disconnect(&m_controller, nullptr, this, nullptr);
}

void MainWindow::buildToolBar()
{
    m_tools = addToolBar(QString());
    m_tools->setObjectName(QStringLiteral("tools"));
    m_tools->setMovable(false);
    m_tools->setContextMenuPolicy(Qt::PreventContextMenu);
    m_tools->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_tools->addAction((*m_actions)[Act::Open]);
    m_tools->addAction((*m_actions)[Act::Save]);
    m_tools->addSeparator();
    m_tools->addAction((*m_actions)[Act::Undo]);
    m_tools->addAction((*m_actions)[Act::Redo]);
    m_tools->addSeparator();
    m_tools->addAction((*m_actions)[Act::Confirm]);
}

void MainWindow::buildStatusBar()
{
    statusBar()->setSizeGripEnabled(false);
    m_languages->setContentsMargins(10, 3, 10, 3);
    m_place->setContentsMargins(10, 3, 10, 3);
    statusBar()->addWidget(m_languages);
    statusBar()->addWidget(m_place);
    statusBar()->addPermanentWidget(m_machine->status());
    statusBar()->addPermanentWidget(m_progress);
}

void MainWindow::connectController()
{
    connect(&m_controller, &DocumentController::openingStarted, this, [this](const QString &path) {
        m_start->setBusy(QFileInfo(path).fileName());
        QApplication::setOverrideCursor(Qt::BusyCursor);
    });
    connect(&m_controller, &DocumentController::opened, this, &MainWindow::showDocument);
    connect(&m_controller, &DocumentController::openFailed, this, &MainWindow::tellWhyNotOpened);
    new InvalidFileNotice(m_controller, *m_bar, this);
    connect(&m_controller, &DocumentController::readOnlyChanged, this, &MainWindow::updateTitle);
    connect(&m_controller, &DocumentController::openingGivenUp, this, [this] {
        QApplication::restoreOverrideCursor();
        m_start->setBusy({});
    });
    connect(&m_controller, &DocumentController::historyChanged, this, &MainWindow::updateHistoryActions);
    connect(&m_controller, &DocumentController::statisticsChanged, this,
            [this] { m_progress->show(m_controller.statistics()); });
    connect(&m_controller, &DocumentController::edited, this, [this](int row) {
        if (row == m_editor->grid()->currentRow())
            updatePlace(row);
    });
    connect(m_editor, &EditorPage::currentRowChanged, this, &MainWindow::updatePlace);
    const auto tell = [this](const QString &sentence) {
        m_hint = {m_editor->grid()->currentRow(), sentence};
        statusBar()->showMessage(sentence, hintTime);
    };
    // "Ctrl+Z brings it back" is true until the next edit.
    const auto outdate = [this] {
        if (statusBar()->currentMessage() == m_hint.second)
            statusBar()->clearMessage();
    };
    connect(&m_controller, &DocumentController::edited, this, outdate);
    connect(&m_controller, &DocumentController::rowsReplaced, this, outdate);
    connect(m_editor, &EditorPage::currentRowChanged, this, [this, outdate](int row) {
        if (row != m_hint.first)
            outdate();
    });
    connect(m_editor, &EditorPage::hint, this, tell);
    connect(m_adding, &TermAdding::hint, this, tell);
    connect(m_editor->grid(), &SegmentGrid::visibleRowsChanged, this,
            [this] { m_assist->prefer(m_editor->grid()->visibleRows()); });
}

void MainWindow::connectFileActions()
{
    m_actions->on(Act::Open, [this] { chooseFile(); });
    m_actions->on(Act::OpenSample, [this] { openSample(); });
    (*m_actions)[Act::OpenSample]->setVisible(!m_sampleFile.isEmpty());
    m_actions->on(Act::Save, [this] { saveBeside(); });
    m_actions->on(Act::SaveAs, [this] { saveAs(); });
    m_actions->on(Act::ExportDocument,
                  [this] { showDocumentExport(m_controller, *m_questions, m_bar, this, m_plugins->host()); });
    m_actions->on(Act::BringBackReview, [this] { m_review->choose(*m_questions); });
    connect(m_review, &ReviewFlow::segmentRequested, this,
            [this](int row) { m_editor->grid()->goTo(row, false); });
    m_actions->on(Act::CloseDocument, [this] {
        if (mayLeaveDocument()) {
            m_controller.close();
            showStart();
        }
    });
    m_actions->on(Act::Quit, [this] { close(); });
    connect(m_start, &StartPage::openRequested, this, &MainWindow::chooseFile);
    connect(m_start, &StartPage::sampleRequested, this, &MainWindow::openSample);
    connect(m_start, &StartPage::fileChosen, this, [this](const QString &path) { openFile(path); });
    connect(m_actions->recentMenu(), &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
    fillEncodingMenu();
}

void MainWindow::connectEditActions()
{
    m_actions->on(Act::Undo, [this] { m_editor->undo(); });
    m_actions->on(Act::Redo, [this] { m_editor->redo(); });
    m_actions->on(Act::Confirm, [this] { m_editor->confirmAndGoOn(); });
    m_actions->on(Act::TakeBack, [this] { m_editor->takeBackConfirmation(); });
    m_actions->on(Act::UseDraft, [this] { m_editor->useDraft(); });
    m_actions->on(Act::CopySource, [this] { m_editor->copySource(); });
    m_actions->on(Act::InsertTag, [this] { m_editor->tags()->insertNext(); });
    m_actions->on(Act::InsertAllTags, [this] { m_editor->tags()->insertAll(); });
    m_actions->on(Act::NextTagProblem, [this] { m_editor->tags()->goToNextProblem(); });
    m_actions->on(Act::ReplaceAvoided, [this] { m_editor->replaceAvoided(); });
    m_actions->on(Act::AddTerm, [this] { m_adding->addOrOpen(); });
    m_actions->on(Act::Split, [this] { m_editor->split(); });
    m_actions->on(Act::Merge, [this] { m_editor->mergeWithNext(); });
    m_actions->on(Act::LeaveOut, [this] { m_editor->leaveOutOrBringBack(); });
    m_actions->on(Act::SegmentAgain, [this] { m_editor->segmentAgain(); });
    m_actions->on(Act::ToLeftOut, [this] { m_editor->leftOut()->toggle(); });
    m_actions->on(Act::Previous, [this] { m_editor->step(-1); });
    m_actions->on(Act::Next, [this] { m_editor->step(1); });
    m_actions->on(Act::NextUnconfirmed, [this] { m_editor->goToNextUnconfirmed(); });
    m_actions->on(Act::ToGrid, [this] { m_editor->grid()->startEditing(); });
    m_actions->on(Act::ToSource, [this] { m_editor->grid()->beginSourceSelection(); });
    m_actions->on(Act::ToMessage, [this] {
        goToMessage({m_bar, m_safe->troubles(), m_safe->news(), m_machine->bar(), m_pluginBar, m_assistBar});
    });
    m_actions->on(Act::ToGlossary, [this] { m_editor->glossary()->takeFocus(); });
    for (int number = 0; number < 9; ++number)
        connect(m_actions->insertTerm(number), &QAction::triggered, this,
                [this, number] { m_editor->insertTerm(number); });
}

void MainWindow::connectViewActions()
{
    m_actions->on(Act::ZoomIn, [this] { setZoom(m_layout.zoom + 10); });
    m_actions->on(Act::ZoomOut, [this] { setZoom(m_layout.zoom - 10); });
    m_actions->on(Act::ZoomReset, [this] { setZoom(100); });
    m_actions->on(Act::GlossaryWindow, [this] { showGlossary(); });
    m_actions->on(Act::FindCandidates, [this] { toggleHarvest(); });
    m_actions->on(Act::Plugins, [this] { showPlugins(); });
    m_actions->on(Act::Shortcuts, [this] { makeShortcutsDialog(m_actions->shortcutLines(), this)->open(); });
    m_actions->on(Act::About, [this] { makeAboutDialog(this)->open(); });
    for (QAction *action : m_actions->appearance()->actions())
        action->setChecked(action->data().toString() == m_settings.colourScheme);
    connect(m_actions->appearance(), &QActionGroup::triggered, this, [this](const QAction *action) {
        m_settings.colourScheme = action->data().toString();
        applyAppearance(*qApp, m_settings.colourScheme);
    });
    for (QAction *action : m_actions->language()->actions())
        action->setChecked(m_language != nullptr && action->data().toString() == m_language->current());
    connect(m_actions->language(), &QActionGroup::triggered, this, [this](const QAction *action) {
        m_settings.interfaceLanguage = action->data().toString();
        if (m_language != nullptr)
            m_language->apply(m_settings.interfaceLanguage);
    });
}

void MainWindow::connectTermbases()
{
    connect(m_termbases, &TermbaseService::changed, this, [this] {
        m_assist->setGlossaries(m_termbases->glossaries());
        showSearching();
        m_assist->prefer(m_editor->grid()->visibleRows());
    });
    connect(m_adding, &TermAdding::openRequested, this,
            [this](const session::EntryKey &key) { showGlossary()->openEntry(key); });
}

void MainWindow::connectSafekeeping()
{
    connect(m_safe, &Safekeeping::saveRequested, this, &MainWindow::saveBeside);
    connect(&m_controller, &DocumentController::saveDone, this, &MainWindow::tellSaved);
    connect(m_safe, &Safekeeping::saveAsRequested, this, &MainWindow::saveAs);
    connect(m_safe, &Safekeeping::undoRequested, m_editor, &EditorPage::undo);
    connect(m_safe, &Safekeeping::takeOverRequested, this,
            [this](const QString &path) { openFile(path, OpenMode::TakeOver); });
    connect(m_safe, &Safekeeping::segmentRequested, this,
            [this](int row) { m_editor->grid()->goTo(row, false); });
    connect(m_safe, &Safekeeping::goOnRequested, this,
            [this](int row) { m_editor->grid()->goTo(row, true); });
    connect(m_editor, &EditorPage::currentRowChanged, m_safe, &Safekeeping::followRow);
    if (DiskWatch *disk = m_safe->disk()) {
        const auto place = std::make_shared<std::pair<SegmentAddress, bool>>(); // where one works
        connect(disk, &DiskWatch::merging, this, [this, place] {
            const int row = m_editor->grid()->currentRow();
            *place = {row >= 0 ? addressOf(m_controller.document(), m_controller.refAt(row))
                               : SegmentAddress(),
                      m_editor->grid()->isEditing()};
        });
        connect(disk, &DiskWatch::merged, this, [this, place] {
            m_editor->grid()->goTo(qMax(0, m_controller.rowOfAddress(place->first)), place->second);
        });
    }
    connect(m_editor->grid()->editor(), &TargetEditor::composing, this,
            [this](const QString &composed, int at) {
                if (JournalService *journal = m_safe->journal())
                    journal->compose(m_editor->grid()->currentRow(), composed, at);
            });
    m_actions->on(Act::History, [this] { m_safe->showHistory(m_editor->grid()->currentRow()); });
}

GlossaryWindow *MainWindow::showGlossary()
{
    if (m_glossary == nullptr) {
        m_glossary = new GlossaryWindow(*m_termbases, m_controller, *m_questions, m_settings.glossaryWindow);
        m_glossary->setUnusedGlossaries(m_settings.unusedGlossaries);
        connect(m_glossary, &GlossaryWindow::segmentRequested, this, [this](int row) {
            show();
            raise();
            activateWindow();
            m_editor->grid()->goTo(row, true);
        });
        connect(m_glossary, &GlossaryWindow::glossariesChosen, this,
                [this](const QStringList &used, const QStringList &unused) {
                    m_settings.glossaries = used;
                    m_settings.unusedGlossaries = unused;
                    keepSettings();
                });
    }
    m_glossary->show();
    m_glossary->setWindowState(m_glossary->windowState() & ~Qt::WindowMinimized);
    m_glossary->raise();
    m_glossary->activateWindow();
    return m_glossary;
}

HarvestPane *MainWindow::toggleHarvest()
{
    if (m_harvest == nullptr) {
        m_harvest = new HarvestPane(*m_termbases, m_controller, m_dismissedTermsFile, this);
        addDockWidget(Qt::BottomDockWidgetArea, m_harvest);
        resizeDocks({m_harvest}, {height() / 3}, Qt::Vertical);
        connect(m_harvest, &HarvestPane::segmentRequested, this,
                [this](int row) { m_editor->grid()->goTo(row, false); });
        connect(m_harvest, &HarvestPane::entryRequested, this,
                [this](const session::EntryKey &key) { showGlossary()->openEntry(key); });
        connect(m_harvest, &HarvestPane::left, this, [this] { m_editor->grid()->startEditing(); });
    }
    m_harvest->toggle();
    return m_harvest;
}

bool MainWindow::openFile(const QString &path, OpenMode mode, std::optional<text::Encoding> encoding)
{
    if (!mayLeaveDocument())
        return false;
    m_bar->hide();
    if (m_controller.isOpening())
        QApplication::restoreOverrideCursor();
    m_controller.openLater(QFileInfo(path).absoluteFilePath(), mode, encoding);
    return true;
}

/// The encodings by their names; each opens the text of the moment again.
void MainWindow::fillEncodingMenu()
{
    for (const text::Encoding encoding : text::allEncodings)
        m_actions->encodingMenu()->addAction(text::encodingName(encoding), this,
                                             [this, encoding] { reopenWith(encoding); });
}

void MainWindow::reopenWith(text::Encoding encoding)
{
    const QString path = m_failedPath.isEmpty() ? m_controller.report().chosenPath : m_failedPath;
    if (!path.isEmpty())
        openFile(path, OpenMode::StartAnew, encoding);
}

void MainWindow::openSample()
{
    const Result<QString> copy = writableSample(m_sampleFile);
    if (copy.ok())
        openFile(copy.value());
    else
        fail(copy.error().text());
}

void MainWindow::chooseFile()
{
    const QString known = m_controller.hasDocument() ? m_controller.path() : m_settings.recentFiles.value(0);
    const QString folder = known.isEmpty() ? QDir::homePath() : QFileInfo(known).absolutePath();
    const QString path = m_questions->fileToOpen(this, folder, pluginFilters());
    if (!path.isEmpty())
        openFile(path);
}

void MainWindow::showDocument()
{
    QApplication::restoreOverrideCursor();
    m_start->setBusy({});
    m_pages->setCurrentWidget(m_editor);
    m_pages->setMinimumHeight(fontMetrics().height() * 12); // the panes' own hints leave a dock no room
    m_actions->setDocumentOpen(true);
    showSearching();
    m_failedPath.clear();
    // XLIFF says itself how it is written.
    m_actions->encodingMenu()->setEnabled(m_controller.report().encoding || m_controller.report().continued);
    remember(m_controller.report().chosenPath);
    retranslate();
    tellAboutOpening();
    // The page has its size only now.
    m_editor->grid()->goTo(qMax(0, m_editor->grid()->currentRow()), true);
}

/// Who fails at once has done so before this is asked.
void MainWindow::showSearching()
{
    m_editor->glossary()->setSearching(m_controller.hasDocument() &&
                                       (!m_plugins->host() || m_assist->isBusy()));
}

void MainWindow::showStart()
{
    m_pages->setCurrentWidget(m_start);
    m_pages->setMinimumHeight(0);
    m_actions->setDocumentOpen(false);
    m_failedPath.clear();
    m_actions->encodingMenu()->setEnabled(false);
    m_bar->hide();
    m_start->setRecentFiles(m_settings.recentFiles);
    m_progress->hide();
    retranslate();
}

void MainWindow::tellAboutOpening()
{
    const OpenReport &report = m_controller.report();
    const QString path = report.chosenPath;
    QStringList sentences;
    QList<MessageBar::Choice> choices;
    if (report.continued) {
        sentences.append(
            tr("Going on with %1, which holds the translation of %2.")
                .arg(QFileInfo(m_controller.workingFile()).fileName(), QFileInfo(path).fileName()));
        choices.append({tr("Start anew"), [this, path] { openFile(path, OpenMode::StartAnew); }});
    }
    if (!report.backup.isEmpty())
        sentences.append(
            tr("The former translation is kept as %1.").arg(QFileInfo(report.backup).fileName()));
    if (!report.dropped.isEmpty()) {
        sentences.append(tr("%n line(s) outside of the article were left out.", nullptr,
                            static_cast<int>(report.dropped.size())));
        choices.append({tr("Show them"), [this] { m_editor->leftOut()->toggle(); }});
        choices.append({tr("Keep every line"), [this, path] { openFile(path, OpenMode::WholeFile); }});
    }
    if (report.encoding && (report.encodingConfidence < 1 || !report.warnings.isEmpty() ||
                            *report.encoding > text::Encoding::Utf16BigEndian)) {
        sentences.append(
            tr("Read as %1.").arg(text::describeEncoding(*report.encoding, report.encodingConfidence)));
        choices.append({tr("Other encoding…"), [this] { m_actions->encodingMenu()->popup(QCursor::pos()); }});
    }
    sentences += report.warnings;
    if (!sentences.isEmpty())
        m_bar->show(report.warnings.isEmpty() ? MessageBar::Kind::Info : MessageBar::Kind::Warning,
                    sentences.join(u' '), choices);
}

void MainWindow::tellWhyNotOpened(const Error &error, const QString &path, bool workingFile)
{
    QApplication::restoreOverrideCursor();
    m_start->setBusy({});
    QList<MessageBar::Choice> choices;
    if (workingFile) // it is kept as a backup
        choices.append({tr("Start anew"), [this, path] { openFile(path, OpenMode::StartAnew); }});
    m_failedPath = path;
    m_actions->encodingMenu()->setEnabled(true);
    if (error.code == QLatin1String("text.unknown-encoding") ||
        error.code.startsWith(QLatin1String("text.bad")))
        choices.append({tr("Other encoding…"), [this] { m_actions->encodingMenu()->popup(QCursor::pos()); }});
    m_bar->show(MessageBar::Kind::Error, error.text(), choices);
}

void MainWindow::fail(const QString &sentence)
{
    m_bar->show(MessageBar::Kind::Error, sentence);
}

bool MainWindow::save()
{
    if (!m_controller.hasDocument())
        return true;
    QGuiApplication::inputMethod()->commit(); // what is being composed belongs to the text
    writeJournal(*m_safe);
    return tellSaved(m_controller.save());
}

void MainWindow::saveBeside()
{
    if (!m_controller.hasDocument() || !m_controller.isLarge()) {
        save();
        return;
    }
    QGuiApplication::inputMethod()->commit();
    statusBar()->showMessage(tr("Saving %1…").arg(QFileInfo(m_controller.workingFile()).fileName()));
    writeJournal(*m_safe);
    m_controller.saveLater();
}

bool MainWindow::tellSaved(const Result<void> &saved)
{
    const QString path = m_controller.workingFile();
    if (saved.ok()) {
        if (!m_saveProblem.isEmpty() && m_bar->text() == m_saveProblem)
            m_bar->hide();
        m_saveProblem.clear();
        statusBar()->showMessage(tr("Saved to %1").arg(QFileInfo(path).fileName()), hintTime);
        return true;
    }
    if (m_safe->takeSaveError(saved.error()))
        return false;
    QList<MessageBar::Choice> choices{{tr("Save as…"), [this] { saveAs(); }}};
    if (saved.error().code == QLatin1String("workbench.changed-on-disk"))
        choices.append({tr("Replace it"), [this, path] { saveTo(path); }});
    m_saveProblem =
        tr("Not saved: %1 Your text is still here.").arg(m_controller.withRowNumbers(saved.error().text()));
    m_bar->show(MessageBar::Kind::Error, m_saveProblem, choices);
    return false;
}

bool MainWindow::saveAs()
{
    const QString path = m_questions->fileToSave(this, m_controller.workingFile());
    if (path.isEmpty())
        return false;
    if (!saveTo(path))
        return false;
    remember(path);
    updateTitle();
    return true;
}

bool MainWindow::saveTo(const QString &path)
{
    writeJournal(*m_safe);
    return m_controller.hasDocument() && tellSaved(m_controller.saveAs(path));
}

bool MainWindow::mayLeaveDocument()
{
    QGuiApplication::inputMethod()->commit();
    if (m_controller.isSaving()) {
        statusBar()->showMessage(tr("The file is being saved. Wait a moment."), hintTime);
        return false;
    }
    if (!m_controller.hasDocument())
        return true;
    if (!m_controller.isModified())
        return mayLeaveUndecided();
    switch (m_questions->unsavedEdits(this, QFileInfo(m_controller.workingFile()).fileName())) {
    case Questions::Unsaved::Save: // what another window has taken over can be kept as another file
        return (m_controller.isReadOnly() ? saveAs() : save()) && mayLeaveUndecided();
    case Questions::Unsaved::Discard:
        return true;
    case Questions::Unsaved::Cancel:
        break;
    }
    return false;
}

bool MainWindow::mayLeaveUndecided()
{
    const int segments = m_safe->undecided();
    if (segments == 0 || m_questions->leaveUndecided(this, segments))
        return true;
    m_safe->showChanges();
    return false;
}

void MainWindow::updateTitle()
{
    const QString mark = m_controller.isReadOnly() ? u' ' + tr("[read-only]") : QString();
    setWindowTitle(
        m_controller.hasDocument()
            ? QStringLiteral("%1%2[*] — Verbale").arg(QFileInfo(m_controller.workingFile()).fileName(), mark)
            : QStringLiteral("Verbale"));
    setWindowModified(m_controller.hasDocument() && m_controller.isModified());
}

void MainWindow::updateHistoryActions()
{
    const EditHistory &history = m_controller.history();
    QAction *undo = (*m_actions)[Act::Undo];
    QAction *redo = (*m_actions)[Act::Redo];
    undo->setEnabled(history.canUndo());
    redo->setEnabled(history.canRedo());
    undo->setToolTip(history.canUndo() ? tr("Undo: %1").arg(history.undoLabel()) : tr("Undo"));
    redo->setToolTip(history.canRedo() ? tr("Redo: %1").arg(history.redoLabel()) : tr("Redo"));
    setWindowModified(m_controller.hasDocument() && m_controller.isModified());
}

void MainWindow::updatePlace(int row)
{
    const bool any = m_controller.hasDocument() && row >= 0 && row < m_controller.rowCount();
    m_place->setText(any ? tr("Segment %1 of %2 · %3")
                               .arg(row + 1)
                               .arg(m_controller.rowCount())
                               .arg(m_editor->grid()->stateText(row))
                         : QString());
}

void MainWindow::retranslate()
{
    m_actions->retranslate();
    m_commands->retranslate(m_language != nullptr ? m_language->current() : QStringLiteral("en"));
    const auto keysOf = [this](Act act) {
        return (*m_actions)[act]->shortcut().toString(QKeySequence::NativeText);
    };
    m_machine->retranslate();
    m_editor->leftOut()->setKeys(keysOf(Act::ToLeftOut), keysOf(Act::LeaveOut));
    m_tools->setWindowTitle(tr("Tools"));
    m_languages->setText(
        m_controller.hasDocument()
            ? QStringLiteral("%1 → %2").arg(languageName(m_controller.document().sourceLanguage),
                                            languageName(m_controller.document().targetLanguage))
            : QString());
    m_progress->setVisible(m_controller.hasDocument());
    updateTitle();
    updateHistoryActions();
    updatePlace(m_editor->grid()->currentRow());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!mayLeaveDocument() || (m_glossary != nullptr && !m_glossary->mayClose())) {
        event->ignore();
        return;
    }
    if (m_enginesPage != nullptr && m_enginesPage->isVisible() && !m_enginesPage->mayClose()) {
        showEngines(); // which asks
        event->ignore();
        return;
    }
    m_assist->stop();
    m_safe->finish();
    keepSettings();
    if (m_glossary != nullptr)
        m_glossary->close();
    event->accept();
}

} // namespace verbale::workbench
