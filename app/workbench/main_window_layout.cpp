#include "workbench/main_window.h"

#include "workbench/editor_page.h"
#include "workbench/engines_dialog.h"
#include "workbench/glossary_window.h"
#include "workbench/kept_settings.h"
#include "workbench/ledger_dialog.h"
#include "workbench/plugin_notices.h"
#include "workbench/plugin_service.h"
#include "workbench/plugins_dialog.h"
#include "workbench/segment_grid.h"
#include "workbench/start_page.h"
#include "workbench/window_actions.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QMimeData>
#include <QtGui/QDragEnterEvent>
#include <QtGui/QScreen>
#include <QtWidgets/QMenu>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStatusBar>

// How the window keeps its looks, its settings and the files it had, and takes files that are dropped on it.

namespace verbale::workbench {

namespace {

constexpr int hintTime = 4000; // ms

QString onlyFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

} // namespace

void MainWindow::setZoom(int percent)
{
    m_layout.zoom = qBound(60, percent, 300);
    m_editor->setZoom(m_layout.zoom);
    statusBar()->showMessage(tr("Text size %1 %").arg(m_layout.zoom), hintTime);
}

void MainWindow::restoreLayout()
{
    resize(1280, 800);
    if (!m_settings.windowGeometry.isEmpty())
        restoreGeometry(m_settings.windowGeometry);
    const QRect available = screen()->availableGeometry();
    const QSize fitting = fittingSize(size(), available.size());
    if (fitting != size() && !isMaximized() && !isFullScreen()) {
        resize(fitting);
        if (!m_settings.windowGeometry.isEmpty())
            move(available.topLeft());
    }
    if (!m_layout.columns.isEmpty())
        m_editor->columns()->restoreState(m_layout.columns);
    if (!m_layout.panes.isEmpty())
        m_editor->panes()->restoreState(m_layout.panes);
    m_editor->grid()->setSourceShare(m_layout.sourceShare);
    m_editor->setZoom(m_layout.zoom);
}

void MainWindow::keepSettings()
{
    if (m_settingsFile.isEmpty())
        return;
    m_settings.windowGeometry = saveGeometry();
    m_layout.columns = m_editor->columns()->saveState();
    m_layout.panes = m_editor->panes()->saveState();
    m_layout.sourceShare = m_editor->grid()->sourceShare();
    m_settings.windowState = toBytes(m_layout);
    if (m_glossary != nullptr)
        m_settings.glossaryWindow = m_glossary->keptState();
    m_settings.disabledPlugins = m_plugins->disabled();
    m_settings.trustedPlugins = m_plugins->trusted();
    m_settings.knownQuarantines = m_pluginNotices->knownQuarantines();
    const Result<session::Settings> onDisk = session::loadSettings(m_settingsFile);
    if (onDisk.ok() && QFileInfo::exists(m_settingsFile))
        m_settings = mergedSettings(onDisk.value(), m_settings, m_kept);
    m_kept = m_settings;
    m_kept.disabledPlugins = m_plugins->disabled();
    m_kept.trustedPlugins = m_plugins->trusted();
    m_kept.knownQuarantines = m_pluginNotices->knownQuarantines();
    const Result<void> kept = session::saveSettings(m_settings, m_settingsFile);
    if (!kept.ok())
        m_bar->show(MessageBar::Kind::Warning, tr("The settings were not kept: %1").arg(kept.error().text()));
}

PluginsDialog *MainWindow::showPlugins(const QString &pluginId)
{
    if (m_pluginsPage == nullptr) {
        m_pluginsPage = new PluginsDialog(*m_plugins, *m_questions, this);
        m_pluginsPage->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_pluginsPage->show();
    m_pluginsPage->raise();
    m_pluginsPage->activateWindow();
    if (!pluginId.isEmpty())
        m_pluginsPage->goTo(pluginId);
    return m_pluginsPage;
}

void MainWindow::remember(const QString &path)
{
    if (path.isEmpty())
        return;
    m_settings.recentFiles.removeAll(path);
    m_settings.recentFiles.prepend(path);
    m_settings.recentFiles = m_settings.recentFiles.mid(0, recentFilesLimit);
    keepSettings();
}

void MainWindow::fillRecentMenu()
{
    QMenu *menu = m_actions->recentMenu();
    menu->clear();
    for (const QString &path : m_settings.recentFiles) {
        QString shown = QDir::toNativeSeparators(path);
        menu->addAction(shown.replace(u'&', QLatin1String("&&")), this, [this, path] { openFile(path); });
    }
    if (menu->isEmpty())
        menu->addAction(tr("No file yet"))->setEnabled(false);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    for (QDialog *page : {static_cast<QDialog *>(m_pluginsPage), static_cast<QDialog *>(m_enginesPage),
                          static_cast<QDialog *>(m_ledgerPage)}) {
        if (page != nullptr)
            page->close();
    }
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (onlyFile(event->mimeData()).isEmpty())
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    m_start->setDropHighlighted(true);
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent *)
{
    m_start->setDropHighlighted(false);
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_start->setDropHighlighted(false);
    const QString path = onlyFile(event->mimeData());
    if (path.isEmpty())
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    openFile(path);
}

} // namespace verbale::workbench
