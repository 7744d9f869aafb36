#pragma once

#include "workbench/plugin_service.h"

#include <QtWidgets/QDialog>

class QLabel;
class QPushButton;
class QTableWidget;

namespace verbale::workbench {

/// The plugins page: every plugin that was found, its state, where it is from, what is wrong with it;
/// switches them on and off.
class PluginsDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit PluginsDialog(PluginService &service, QWidget *parent = nullptr);

private:
    void fill();
    void showDetails();
    void toggle();
    [[nodiscard]] const host::PluginInfo *current() const;

    PluginService &m_service;
    QList<host::PluginInfo> m_plugins;
    QTableWidget *m_table;
    QLabel *m_details;
    QPushButton *m_toggle;
};

/// "Running", "Switched off" ... in the interface's language.
QString pluginStateText(host::PluginState state);

} // namespace verbale::workbench
