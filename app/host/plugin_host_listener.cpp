#include "host/plugin_host_listener.h"

namespace verbale::host {

void PluginHost::Private::Listener::move(PluginState from, PluginState to, const Error *error)
{
    {
        const std::lock_guard gate(m_gate);
        if (m_host == nullptr)
            return;
        const std::lock_guard lock(m_host->mutex);
        PluginRecord *record = m_host->findProcess(m_number);
        if (record == nullptr || record->info.state != from) // it is being stopped
            return;
        if (error != nullptr)
            record->note(*error);
        record->moveTo(to);
    }
    tell();
}

std::optional<std::chrono::milliseconds> PluginHost::Private::Listener::crashed(const QString &message)
{
    std::optional<std::chrono::milliseconds> pause;
    {
        const std::lock_guard gate(m_gate);
        if (m_host == nullptr)
            return std::nullopt;
        pause = m_host->processCrashed(m_number, message);
    }
    tell();
    return pause;
}

void PluginHost::Private::Listener::close()
{
    const std::lock_guard gate(m_gate);
    m_host = nullptr;
}

} // namespace verbale::host
