#include "workbench/plugin_service.h"

#include "workbench/later.h"

namespace verbale::workbench {

namespace {

using HostPointer = std::shared_ptr<host::PluginHost>;

/// Runs on a worker. The former host stops its plugins before the new one loads them.
HostPointer startHost(HostPointer former, const host::HostOptions &options, const QString &release)
{
    former.reset();
    auto host = std::make_shared<host::PluginHost>(options);
    host->discover();
    if (!release.isEmpty() && host->releaseFromQuarantine(release).ok())
        host->discover();
    host->start();
    return host;
}

} // namespace

PluginService::PluginService(host::HostOptions options, QObject *parent)
    : QObject(parent), m_options(std::move(options))
{
}

PluginService::~PluginService() = default;

void PluginService::start()
{
    if (m_starting) {
        m_again = true;
        return;
    }
    m_starting = true;
    emit stopping();
    const QString release = std::exchange(m_release, {});
    auto work = [former = std::exchange(m_host, {}), options = m_options, release]() mutable {
        return startHost(std::move(former), options, release);
    };
    whenDone(this, runLater(std::move(work)), [this](const HostPointer &host) {
        m_starting = false;
        m_host = host;
        if (std::exchange(m_again, false))
            start();
        else
            emit started();
    });
}

void PluginService::setEnabled(const QString &pluginId, bool enabled)
{
    if (enabled) {
        m_options.disabled.remove(pluginId);
        m_release = pluginId;
    } else {
        m_options.disabled.insert(pluginId);
    }
    start();
}

} // namespace verbale::workbench
