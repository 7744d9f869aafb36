#include "workbench/plugins_model.h"

#include "workbench/plugin_words.h"
#include "workbench/theme.h"

#include <algorithm>

namespace verbale::workbench {

namespace {

using host::PluginInfo;
using host::PluginState;

bool isTrouble(PluginState state)
{
    return state == PluginState::Rejected || state == PluginState::Failed ||
           state == PluginState::Quarantined || state == PluginState::Unresolved;
}

QColor stateColour(const PluginInfo &plugin, const QPalette &palette)
{
    const Colours &colours = coloursOf(palette);
    if (isTrouble(plugin.state))
        return colours.forbidden;
    return plugin.state == PluginState::Running ? colours.text : colours.quietText;
}

} // namespace

void PluginsModel::show(const QList<PluginInfo> &plugins, const QPalette &palette)
{
    const bool same =
        std::equal(plugins.cbegin(), plugins.cend(), m_plugins.cbegin(), m_plugins.cend(),
                   [](const PluginInfo &one, const PluginInfo &other) { return one.folder == other.folder; });
    if (!same)
        beginResetModel();
    m_plugins = plugins;
    m_palette = palette;
    if (!same)
        endResetModel();
    else if (!m_plugins.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

const PluginInfo *PluginsModel::at(int row) const
{
    return row >= 0 && row < m_plugins.size() ? &m_plugins[row] : nullptr;
}

int PluginsModel::rowOfFolder(const QString &folder) const
{
    for (int row = 0; row < m_plugins.size(); ++row) {
        if (m_plugins[row].folder == folder)
            return row;
    }
    return -1;
}

int PluginsModel::rowOfId(const QString &pluginId) const
{
    int found = -1;
    for (int row = 0; row < m_plugins.size(); ++row) {
        const PluginInfo &plugin = m_plugins[row];
        if (plugin.descriptor.id == pluginId &&
            (found < 0 || m_plugins[found].state == PluginState::Rejected))
            found = row;
    }
    return found;
}

int PluginsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_plugins.size());
}

int PluginsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PluginsModel::data(const QModelIndex &index, int role) const
{
    const PluginInfo *plugin = at(index.row());
    if (plugin == nullptr)
        return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return index.column() == Name ? pluginName(*plugin) : pluginStateText(*plugin);
    if (role == Qt::ToolTipRole)
        return index.column() == Name ? tamed(plugin->descriptor.id) : pluginStateText(*plugin);
    if (role == Qt::ForegroundRole && index.column() == State)
        return stateColour(*plugin, m_palette);
    return {};
}

QVariant PluginsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    return section == Name ? tr("Plugin") : tr("State");
}

} // namespace verbale::workbench
