#include "workbench/plugin_service.h"

#include "workbench/later.h"

#include <algorithm>
#include <mutex>

namespace verbale::workbench {

using namespace std::chrono_literals;
using HostPointer = std::shared_ptr<host::PluginHost>;

/// Brings changes from the host's threads to the service's; outlives the service where the host does.
class PluginService::Relay
{
public:
    explicit Relay(PluginService *service) : m_service(service) {}

    void tell()
    {
        const std::lock_guard lock(m_mutex);
        if (m_service == nullptr)
            return;
        QMetaObject::invokeMethod(
            m_service, [service = m_service] { service->m_soon.start(); }, Qt::QueuedConnection);
    }
    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_service = nullptr;
    }

private:
    std::mutex m_mutex;
    PluginService *m_service;
};

PluginService::PluginService(host::HostOptions options, QString userFolder, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_userFolder(std::move(userFolder))
    , m_relay(std::make_shared<Relay>(this))
{
    m_options.onChange = [relay = m_relay, also = m_options.onChange](const QString &id) {
        relay->tell();
        if (also)
            also(id);
    };
    m_soon.setSingleShot(true);
    m_soon.setInterval(20ms);
    connect(&m_soon, &QTimer::timeout, this, &PluginService::look);
}

PluginService::~PluginService()
{
    m_relay->close();
}

/// Runs on a worker; one at a time.
PluginService::Started PluginService::run(HostPointer host, const host::HostOptions &options,
                                          const QSet<QString> &release, const QSet<QString> &anew)
{
    if (!host) {
        host = std::make_shared<host::PluginHost>(options);
        if (!release.isEmpty())
            host->discover();
    }
    for (const QString &id : release)
        (void)host->releaseFromQuarantine(id); // where nothing stands under this id, nothing is in quarantine
    host::HostUpdate change = host->update(options, anew);
    return {host, std::move(change), host->plugins()};
}

void PluginService::start()
{
    if (m_starting) {
        m_again = true;
        return;
    }
    m_starting = true;
    ++m_starts;
    emit starting();
    const auto isUsers = [this](const host::PluginFolder &folder) { return folder.path == m_userFolder; };
    if (!m_userFolder.isEmpty() &&
        std::none_of(m_options.folders.cbegin(), m_options.folders.cend(), isUsers))
        m_options.folders.append({m_userFolder, host::Origin::User});
    auto work = [host = m_host, options = m_options, release = std::exchange(m_release, {}),
                 anew = std::exchange(m_anew, {})] { return run(host, options, release, anew); };
    whenDone(this, runLater(std::move(work)), [this](const Started &started) { takeOver(started); });
}

void PluginService::takeOver(const Started &started)
{
    m_starting = false;
    m_host = started.host;
    if (std::exchange(m_told, false))
        m_change = {};
    m_change.touched.unite(started.change.touched);
    m_change.interfaces.unite(started.change.interfaces);
    if (std::exchange(m_again, false)) {
        start();
        return;
    }
    m_plugins = started.plugins;
    m_told = true;
    emit this->started();
    emit looked();
}

void PluginService::look()
{
    if (m_looking || m_starting) {
        m_lookAgain = m_looking;
        return;
    }
    if (!m_host)
        return;
    m_looking = true;
    auto work = [host = m_host] { return host->plugins(); };
    whenDone(this, runLater(std::move(work)), [this, starts = m_starts](const auto &seen) {
        m_looking = false;
        if (starts == m_starts) {
            m_plugins = seen;
            emit looked();
        }
        if (std::exchange(m_lookAgain, false))
            look();
    });
}

void PluginService::setEnabled(const QString &pluginId, bool enabled)
{
    if (enabled) {
        m_options.disabled.remove(pluginId);
        m_release.insert(pluginId);
    } else {
        m_options.disabled.insert(pluginId);
    }
    start();
}

void PluginService::setTrusted(const QString &pluginId, bool trusted)
{
    if (trusted)
        m_options.trusted.insert(pluginId);
    else
        m_options.trusted.remove(pluginId);
    start();
}

void PluginService::leaveSafeMode()
{
    m_options.safeMode = false;
    start();
}

bool PluginService::takeTrust(const QString &pluginId)
{
    if (!m_options.trusted.remove(pluginId))
        return false;
    emit trustChanged();
    return true;
}

void PluginService::giveTrustBack(const QString &pluginId)
{
    m_options.trusted.insert(pluginId);
    emit trustChanged();
}

void PluginService::replaced(const QString &pluginId, bool added)
{
    m_options.trusted.remove(pluginId);
    m_anew.insert(pluginId);
    if (added)
        m_options.disabled.remove(pluginId);
    start();
}

} // namespace verbale::workbench
