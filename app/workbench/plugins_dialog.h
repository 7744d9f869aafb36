#pragma once

#include "session/plugin_install.h"
#include "workbench/plugin_details.h"

#include <QtCore/QTimer>
#include <QtWidgets/QDialog>

class QLabel;
class QPushButton;
class QTableView;

namespace verbale::workbench {

class MessageBar;
class PluginInstaller;
class PluginService;
class PluginsModel;
class Questions;

/// The plugins page: every plugin that was found, and everything about the one that is chosen; switches them
/// on and off, installs and removes them. Not modal: one may watch a plugin while it works.
class PluginsDialog final : public QDialog
{
    Q_OBJECT
public:
    PluginsDialog(PluginService &service, Questions &questions, QWidget *parent = nullptr);

    void goTo(const QString &pluginId);
    [[nodiscard]] const host::PluginInfo *current() const;
    [[nodiscard]] PluginsModel *model() const { return m_model; }
    [[nodiscard]] PluginDetails *details() const { return m_details; }
    [[nodiscard]] MessageBar *messageBar() const { return m_bar; }
    [[nodiscard]] PluginInstaller *installer() const { return m_installer; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeTable();
    void layOut();
    void connectDetails();
    void connectInstaller();
    void fill();
    void showDetails();
    void askTrust(const host::PluginInfo &plugin);
    void offer(const session::PluginOffer &offer);
    void chooseWhatToInstall();

    PluginService &m_service;
    Questions &m_questions;
    PluginInstaller *m_installer;
    PluginsModel *m_model;
    QTableView *m_table;
    PluginDetails *m_details;
    QLabel *m_nothing; ///< stands in for the details when there is no plugin
    MessageBar *m_bar;
    QPushButton *m_install;
    QTimer m_every;   ///< second, while the page is open
    QString m_wanted; ///< id of the plugin to go to when it is there
};

} // namespace verbale::workbench
