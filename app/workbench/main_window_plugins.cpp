#include "workbench/assist_runner.h"
#include "workbench/command_menu.h"
#include "workbench/editor_page.h"
#include "workbench/engines_dialog.h"
#include "workbench/glossary_pane.h"
#include "workbench/ledger_dialog.h"
#include "workbench/machine_desk.h"
#include "workbench/main_window.h"
#include "workbench/plugin_notices.h"
#include "workbench/plugin_service.h"
#include "workbench/plugin_warnings.h"
#include "workbench/plugins_dialog.h"
#include "workbench/receipt_runner.h"
#include "workbench/segment_grid.h"
#include "workbench/window_actions.h"

#include <QtGui/QAction>
#include <QtWidgets/QStatusBar>

// What the window does with its plugins: their help, their commands, the files that they read.

namespace verbale::workbench {

namespace {

constexpr int hintTime = 4000; // ms

} // namespace

void MainWindow::connectPlugins()
{
    m_controller.awaitPlugins();
    m_warnings = new PluginWarnings(
        *m_assistBar, {{tr("Plugins…"), [this] { (*m_actions)[Act::Plugins]->trigger(); }}}, this);
    m_commands = new CommandMenu(
        m_actions->menu(Menu::Tools), m_controller, *m_bar, [this] { return m_editor->grid()->currentRow(); },
        this);
    m_commands->placeBefore((*m_actions)[Act::Plugins]);
    connect(m_commands, &CommandMenu::hint, this,
            [this](const QString &sentence) { statusBar()->showMessage(sentence, hintTime); });
    m_editor->glossary()->setSearching(true);
    // A file that is opened meanwhile may need the one that is being switched on.
    connect(m_plugins, &PluginService::starting, &m_controller, &DocumentController::awaitPlugins);
    connect(m_plugins, &PluginService::started, this, [this, isFirst = true]() mutable {
        if (m_plugins->disabled() != m_kept.disabledPlugins || m_plugins->trusted() != m_kept.trustedPlugins)
            keepSettings();
        takePlugins(std::exchange(isFirst, false));
    });
    connect(m_plugins, &PluginService::trustChanged, this, &MainWindow::keepSettings);
    connect(m_pluginNotices, &PluginNotices::detailsRequested, this, &MainWindow::showPlugins);
    connect(m_pluginNotices, &PluginNotices::quarantinesChanged, this, &MainWindow::keepSettings);
    connect(m_assist, &AssistRunner::finished, this, [this] { m_editor->glossary()->setSearching(false); });
    connect(m_assist, &AssistRunner::failed, this, [this](const Error &error) {
        m_editor->glossary()->setSearching(false);
        if (!m_plugins->isSafeMode()) // which has its own bar
            m_warnings->tellAgain(tr("Glossary terms are not shown. %1").arg(error.message));
    });
    const auto warn = [this](QStringList sentences) {
        for (QString &sentence : sentences)
            sentence = m_controller.withRowNumbers(sentence);
        m_warnings->tell(sentences);
    };
    connect(m_assist, &AssistRunner::warned, this, warn);
    connect(m_receipts, &ReceiptRunner::warned, this, warn);
}

/// Whoever asks plugins that are as they were goes on: what they are at need not be asked again.
void MainWindow::takePlugins(bool all)
{
    const std::shared_ptr<host::PluginHost> &host = m_plugins->host();
    if (all || !m_plugins->lastChange().touched.isEmpty())
        m_warnings->begin();
    m_controller.setPlugins(host);
    if (all || m_plugins->isChanged(CommandProvider::interfaceId))
        m_commands->setHost(host);
    if (all || m_plugins->isChanged(TermsProvider::interfaceId) ||
        m_plugins->isChanged(SuggestionProvider::interfaceId)) {
        m_editor->glossary()->setSearching(true);
        m_assist->setHost(host);
    }
    if (all || m_plugins->isChanged(ReceiptsProvider::interfaceId))
        m_receipts->setHost(host);
}

void MainWindow::connectMachine()
{
    m_machine->waitWhile([this] { return m_assist->isOwed(); });
    connect(m_machine, &MachineDesk::hint, this,
            [this](const QString &sentence) { statusBar()->showMessage(sentence, hintTime); });
    connect(m_plugins, &PluginService::started, this, [this] {
        QStringList engines = m_plugins->host()->providersOf(QLatin1String(TranslationProvider::interfaceId));
        engines.removeAll(session::machineTranslationPlugin);
        m_machine->onOff().setPlugins(m_plugins->options(), engines, m_plugins->lastChange().touched);
    });
    connect(m_machine, &MachineDesk::enginesRequested, this, [this] { showEngines(); });
    connect(m_machine, &MachineDesk::ledgerRequested, this, [this] { showLedger(); });
}

EnginesDialog *MainWindow::showEngines(const QString &engine)
{
    if (m_enginesPage == nullptr) {
        m_enginesPage = new EnginesDialog(
            {*m_keys, *m_questions, m_settingsFile, [this] { return m_plugins->options(); }}, this);
        m_enginesPage->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_enginesPage, &EnginesDialog::saved, this, [this] {
            const Result<session::Settings> onDisk = session::loadSettings(m_settingsFile);
            if (onDisk)
                m_settings.machineTranslation = onDisk->machineTranslation;
            m_machine->onOff().setSettings(m_settings);
            emit enginesChanged();
        });
    }
    m_enginesPage->show();
    m_enginesPage->raise();
    m_enginesPage->activateWindow();
    if (!engine.isEmpty())
        m_enginesPage->goTo(engine);
    return m_enginesPage;
}

LedgerDialog *MainWindow::showLedger()
{
    if (m_ledgerPage == nullptr) {
        m_ledgerPage = new LedgerDialog(
            m_environment, *m_questions, [this] { return session::machineSettings(m_settings); }, this);
        m_ledgerPage->model()->numberSegments([this](const QString &document, const QString &segment) {
            return document == m_controller.path() ? m_controller.rowOfKey(segment) + 1 : 0;
        });
        m_ledgerPage->setAttribute(Qt::WA_DeleteOnClose);
    } else {
        m_ledgerPage->refresh();
    }
    m_ledgerPage->show();
    m_ledgerPage->raise();
    m_ledgerPage->activateWindow();
    return m_ledgerPage;
}

/// As filters of a file dialog: "SubRip subtitles (*.srt)".
QStringList MainWindow::pluginFilters() const
{
    QStringList filters;
    if (!m_plugins->host())
        return filters;
    for (const host::ReadableFormat &format : m_plugins->host()->formats()) {
        QStringList patterns;
        for (const QString &extension : format.extensions)
            patterns.append(QLatin1String("*.") + extension);
        QString name = format.name.simplified();
        name.remove(u'(').remove(u')').replace(QLatin1String(";;"), QLatin1String(";"));
        filters.append(QStringLiteral("%1 (%2)").arg(name, patterns.join(u' ')));
    }
    return filters;
}

} // namespace verbale::workbench
