#include "workbench/plugin_notices.h"

#include "workbench/message_bar.h"
#include "workbench/plugin_service.h"
#include "workbench/plugin_words.h"

#include <algorithm>

namespace verbale::workbench {

namespace {

using host::PluginInfo;
using host::PluginState;

constexpr qsizetype mostSentences = 2;

/// How often its process has come to a bad end, as far as the host tells.
qint64 crashesOf(const PluginInfo &plugin)
{
    const bool waits =
        plugin.state == PluginState::Resolved &&
        std::any_of(plugin.problems.cbegin(), plugin.problems.cend(), [](const host::Problem &problem) {
            return problem.code == QLatin1String("process.crashed");
        });
    return plugin.process.restarts + (waits ? 1 : 0);
}

} // namespace

PluginNotices::PluginNotices(PluginService &service, MessageBar &bar, QObject *parent)
    : QObject(parent), m_service(service), m_bar(bar)
{
    connect(&m_service, &PluginService::started, this, &PluginNotices::begin);
    connect(&m_service, &PluginService::looked, this, &PluginNotices::look);
}

/// What was said of plugins that are gone, or were started anew, is over.
void PluginNotices::begin()
{
    QSet<QString> wanted;
    for (const PluginInfo &plugin : m_service.plugins()) {
        if (plugin.state != PluginState::Disabled)
            wanted.insert(plugin.descriptor.id);
    }
    const auto isOver = [&](const QString &id) {
        return !wanted.contains(id) || m_service.lastChange().touched.contains(id);
    };
    m_seen.removeIf([&](const auto &seen) { return isOver(seen.key()); });
    m_told.removeIf(isOver);
    const bool wasShown = !m_bar.isHidden() && !m_notices.isEmpty();
    m_notices.removeIf([&](const Notice &notice) { return isOver(notice.pluginId); });
    if (m_notices.isEmpty())
        m_bar.hide();
    else if (wasShown)
        show();
    if (m_service.isSafeMode())
        m_bar.show(
            MessageBar::Kind::Info,
            tr("Verbale was started in safe mode: no plugin runs, so no terms are shown and nothing is "
               "suggested."),
            {{tr("Start plugins"), [this] { m_service.leaveSafeMode(); }}});
}

void PluginNotices::look()
{
    if (m_service.isSafeMode())
        return;
    if (m_bar.isHidden())
        m_notices.clear(); // closed, or gone to the details
    const qsizetype before = m_notices.size();
    const QSet<QString> known = m_knownQuarantines;
    const auto text = [this] {
        QStringList all;
        for (const Notice &notice : std::as_const(m_notices))
            all.append(sentence(notice));
        return all;
    };
    const QStringList said = text();
    for (const PluginInfo &plugin : m_service.plugins())
        lookAt(plugin);
    if (m_notices.size() != before || text() != said)
        show();
    if (known != m_knownQuarantines)
        emit quarantinesChanged();
}

void PluginNotices::lookAt(const PluginInfo &plugin)
{
    const QString &id = plugin.descriptor.id;
    if (id.isEmpty() || plugin.state == PluginState::Rejected)
        return;
    const bool isNew = !m_seen.contains(id);
    const Seen before = std::exchange(m_seen[id], {plugin.state, crashesOf(plugin)});
    const Notice notice{id, pluginName(plugin), Kind::Crashed, crashesOf(plugin)};
    if (plugin.state == PluginState::Quarantined) {
        if (!m_knownQuarantines.contains(id))
            add({id, notice.name, Kind::Quarantined, 0});
        m_knownQuarantines.insert(id);
        return;
    }
    m_knownQuarantines.remove(id);
    if (isNew)
        return;
    if (plugin.state == PluginState::Failed && before.state != PluginState::Failed)
        add({id, notice.name, Kind::Failed, 0});
    else if (notice.crashes > before.crashes)
        add(notice);
}

void PluginNotices::add(const Notice &notice)
{
    const auto same = std::find_if(m_notices.begin(), m_notices.end(), [&notice](const Notice &other) {
        return other.pluginId == notice.pluginId;
    });
    if (same != m_notices.end()) {
        *same = notice;
        return;
    }
    if (notice.kind == Kind::Crashed && m_told.contains(notice.pluginId))
        return; // the user has closed it
    m_told.insert(notice.pluginId);
    m_notices.append(notice);
}

QString PluginNotices::sentence(const Notice &notice)
{
    switch (notice.kind) {
    case Kind::Crashed:
        return notice.crashes > 1
                   ? tr("The plugin “%1” stopped unexpectedly %n time(s) and is started again. Your text is "
                        "whole.",
                        nullptr, static_cast<int>(notice.crashes))
                         .arg(notice.name)
                   : tr("The plugin “%1” stopped unexpectedly and is started again. Your text is whole.")
                         .arg(notice.name);
    case Kind::Failed:
        return tr("The plugin “%1” could not be started.").arg(notice.name);
    case Kind::Quarantined:
        return tr("The plugin “%1” was put into quarantine, since it crashed again and again. It is not used "
                  "until "
                  "you switch it on again. Your text is whole.")
            .arg(notice.name);
    }
    return {};
}

void PluginNotices::show()
{
    QStringList sentences;
    for (const Notice &notice : std::as_const(m_notices).mid(0, mostSentences))
        sentences.append(sentence(notice));
    if (m_notices.size() > mostSentences)
        sentences.append(tr("%n more plugin(s) have problems.", nullptr,
                            static_cast<int>(m_notices.size() - mostSentences)));
    const QString id = m_notices.last().pluginId;
    m_bar.show(MessageBar::Kind::Warning, sentences.join(u' '),
               {{tr("Details"), [this, id] { emit detailsRequested(id); }}});
}

} // namespace verbale::workbench
