#pragma once

#include "host/plugin_host.h"

#include <QtCore/QAbstractTableModel>
#include <QtGui/QPalette>

namespace verbale::workbench {

/// The plugins as the list on their page shows them: name and state. Keeps the rows of those that stay.
class PluginsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, State, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void show(const QList<host::PluginInfo> &plugins, const QPalette &palette);
    [[nodiscard]] const host::PluginInfo *at(int row) const;
    [[nodiscard]] int rowOfFolder(const QString &folder) const;
    /// Of the one that is used, where several have the id; -1: there is none.
    [[nodiscard]] int rowOfId(const QString &pluginId) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<host::PluginInfo> m_plugins;
    QPalette m_palette;
};

} // namespace verbale::workbench
