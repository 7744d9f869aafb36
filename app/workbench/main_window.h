#pragma once

#include "host/plugin_host.h"
#include "session/settings.h"
#include "session/termbases.h"
#include "workbench/document_controller.h"
#include "workbench/message_bar.h"
#include "workbench/window_layout.h"

#include <QtCore/QPointer>
#include <QtCore/QProcessEnvironment>
#include <QtWidgets/QMainWindow>

#include <memory>

namespace verbale::session {
class KeyStore;
}

class QLabel;
class QStackedWidget;

namespace verbale::workbench {

class AssistRunner;
class CommandMenu;
class EditorPage;
class EnginesDialog;
class GlossaryWindow;
class HarvestPane;
class InterfaceLanguage;
class LedgerDialog;
class MachineDesk;
class PluginNotices;
class PluginService;
class PluginWarnings;
class PluginsDialog;
class ProgressPanel;
class Questions;
class ReceiptRunner;
class ReviewFlow;
class Safekeeping;
class StartPage;
class TermAdding;
class TermbaseService;
class WindowActions;

/// What the window is given by main(), or by a test.
struct WindowServices
{
    session::Settings settings;
    QString settingsFile;    ///< empty: nothing is kept
    QString settingsProblem; ///< a sentence to show at the start; empty: none
    host::HostOptions plugins;
    QString pluginFolder; ///< where plugins are installed; empty: nowhere
    session::TermbasesOptions termbases;
    QString sampleFile;                              ///< empty: no sample
    std::optional<session::JournalOptions> journals; ///< nothing: no journals, no restoring
    QString machineMemoryFile; ///< the documents that are machine-translated; empty: forgotten at the end
    QProcessEnvironment environment;         ///< whose keys of engines, and whose ledger
    std::shared_ptr<session::KeyStore> keys; ///< null: keys are kept for the session
    QString dismissedTermsFile;              ///< empty: dismissed term candidates are forgotten at the end
    std::unique_ptr<Questions> questions;
    InterfaceLanguage *language = nullptr; ///< outlives the window
};

/// The window: a start page, then the grid with its panes.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(WindowServices services);
    ~MainWindow() override;

    /// As if the user had chosen the file: asks about unsaved edits first. False when the user thought better
    /// of it.
    bool openFile(const QString &path, OpenMode mode = OpenMode::Continue,
                  std::optional<text::Encoding> encoding = {});
    void openSample();
    bool save();
    /// As save(); a large file is written beside the work.
    void saveBeside();
    bool saveAs();

    [[nodiscard]] DocumentController &controller() { return m_controller; }
    [[nodiscard]] EditorPage *editorPage() const { return m_editor; }
    [[nodiscard]] StartPage *startPage() const { return m_start; }
    [[nodiscard]] MessageBar *messageBar() const { return m_bar; }
    /// What the plugins have to say.
    [[nodiscard]] MessageBar *assistBar() const { return m_assistBar; }
    [[nodiscard]] WindowActions &actions() const { return *m_actions; }
    [[nodiscard]] PluginService &plugins() const { return *m_plugins; }
    [[nodiscard]] TermbaseService &termbases() const { return *m_termbases; }
    [[nodiscard]] TermAdding &termAdding() const { return *m_adding; }
    [[nodiscard]] ReviewFlow &review() const { return *m_review; }
    [[nodiscard]] Safekeeping &safekeeping() const { return *m_safe; }
    [[nodiscard]] CommandMenu &commands() const { return *m_commands; }
    [[nodiscard]] MachineDesk &machine() const { return *m_machine; }
    /// Opens the glossary window, or brings it to the front.
    GlossaryWindow *showGlossary();
    /// Opens the plugins page, or brings it to the front; at this plugin, if one is named.
    PluginsDialog *showPlugins(const QString &pluginId = {});
    /// Opens the engines page, or brings it to the front; at this engine, if one is named.
    EnginesDialog *showEngines(const QString &engine = {});
    /// Opens the list of what left this machine, or brings it to the front and reads it anew.
    LedgerDialog *showLedger();
    [[nodiscard]] session::KeyStore &keys() const { return *m_keys; }
    [[nodiscard]] MessageBar *pluginBar() const { return m_pluginBar; }
    /// Opens the list of names that are no terms yet and looks for them; closes it when it has the keyboard.
    HarvestPane *toggleHarvest();
    [[nodiscard]] const session::Settings &settings() const { return m_settings; }

signals:
    /// An engine, the budget, the way to the network or a key: settings() has what the file has.
    void enginesChanged();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildToolBar();
    void buildStatusBar();
    void connectController();
    void connectFileActions();
    void connectEditActions();
    void connectViewActions();
    void connectPlugins();
    void takePlugins(bool all);
    void connectMachine();
    [[nodiscard]] QStringList pluginFilters() const;
    void connectTermbases();
    void connectSafekeeping();
    void restoreLayout();
    void keepSettings();
    bool mayLeaveDocument();
    bool mayLeaveUndecided();
    void showDocument();
    void showSearching();
    void showStart();
    void tellAboutOpening();
    void fail(const QString &sentence);
    void tellWhyNotOpened(const Error &error, const QString &path, bool workingFile);
    bool saveTo(const QString &path);
    bool tellSaved(const Result<void> &saved);
    void chooseFile();
    void remember(const QString &path);
    void fillRecentMenu();
    void fillEncodingMenu();
    void reopenWith(text::Encoding encoding);
    void updateTitle();
    void updateHistoryActions();
    void updatePlace(int row);
    void setZoom(int percent);
    void retranslate();

    session::Settings m_settings;
    session::Settings m_kept; ///< as they were read or last written: what differs was changed here
    QString m_settingsFile;
    QString m_sampleFile;
    QString m_dismissedTermsFile;
    std::unique_ptr<Questions> m_questions;
    InterfaceLanguage *m_language;
    WindowLayout m_layout;
    DocumentController m_controller;
    WindowActions *m_actions;
    PluginService *m_plugins;
    TermbaseService *m_termbases;
    AssistRunner *m_assist;
    ReceiptRunner *m_receipts;
    Safekeeping *m_safe;
    GlossaryWindow *m_glossary = nullptr;
    HarvestPane *m_harvest = nullptr;
    QStackedWidget *m_pages;
    StartPage *m_start;
    EditorPage *m_editor;
    MessageBar *m_bar;
    TermAdding *m_adding;
    MessageBar *m_pluginBar; ///< what becomes of plugins
    PluginNotices *m_pluginNotices;
    QPointer<PluginsDialog> m_pluginsPage;
    const QProcessEnvironment m_environment;
    const std::shared_ptr<session::KeyStore> m_keys;
    QPointer<EnginesDialog> m_enginesPage;
    QPointer<LedgerDialog> m_ledgerPage;
    PluginWarnings *m_warnings = nullptr;
    MessageBar *m_assistBar; ///< what the plugins have to say; the other bar speaks of the document
    QString m_failedPath;    ///< of a text that could not be opened: it may need another encoding
    QString m_saveProblem;   ///< what the bar says of the last save, if it failed
    std::pair<int, QString> m_hint = {-1, {}}; ///< the row that the last hint was about, and its words
    QLabel *m_languages;
    QLabel *m_place;
    ProgressPanel *m_progress;
    QToolBar *m_tools;
    ReviewFlow *m_review;
    CommandMenu *m_commands = nullptr;
    MachineDesk *m_machine;
};

} // namespace verbale::workbench
