#include "host/plugin_state.h"

#include <algorithm>
#include <array>
#include <utility>

namespace verbale::host {

namespace {

struct Row
{
    PluginState state;
    const char *name;
    QList<PluginState> next;
};

const auto &table()
{
    using S = PluginState;
    static const std::array rows = {
        Row{S::Found, "found", {S::Rejected, S::Read}},
        Row{S::Rejected, "rejected", {}},
        Row{S::Read, "read", {S::Disabled, S::Quarantined, S::Unresolved, S::Resolved}},
        Row{S::Disabled, "disabled", {}},
        Row{S::Unresolved, "unresolved", {S::Resolved}},
        Row{S::Quarantined, "quarantined", {S::Read}},
        Row{S::Resolved, "resolved", {S::Starting, S::Quarantined, S::Unresolved, S::Stopped}},
        Row{S::Starting, "starting", {S::Running, S::Failed, S::Resolved, S::Quarantined, S::Stopping}},
        Row{S::Running, "running", {S::Stopping, S::Resolved, S::Quarantined}},
        Row{S::Failed, "failed", {}},
        Row{S::Stopping, "stopping", {S::Stopped, S::Failed}},
        Row{S::Stopped, "stopped", {}},
    };
    return rows;
}

const Row &row(PluginState state)
{
    const auto &rows = table();
    return *std::find_if(rows.begin(), rows.end(), [state](const Row &r) { return r.state == state; });
}

} // namespace

QString stateName(PluginState state)
{
    return QLatin1String(row(state).name);
}

bool mayFollow(PluginState from, PluginState to)
{
    return row(from).next.contains(to);
}

} // namespace verbale::host
