#pragma once

#include "host/plugin_host_private.h"

namespace verbale::host {

/// Carries what a plugin's process does into its record. May outlive the host, which closes it before it
/// ends.
class PluginHost::Private::Listener final : public ProcessListener
{
public:
    Listener(Private &host, int number, QString id)
        : m_number(number), m_id(std::move(id)), m_onChange(host.options.onChange), m_host(&host)
    {
    }

    void starting() override { move(PluginState::Resolved, PluginState::Starting); }
    void running() override { move(PluginState::Starting, PluginState::Running); }
    void failed(const Error &error) override { move(PluginState::Starting, PluginState::Failed, &error); }
    std::optional<std::chrono::milliseconds> crashed(const QString &message) override;

    [[nodiscard]] int number() const { return m_number; }
    /// Waits for what is being told at this moment; nothing more is told after it.
    void close();

private:
    void move(PluginState from, PluginState to, const Error *error = nullptr);
    void tell() const
    {
        if (m_onChange)
            m_onChange(m_id);
    }

    const int m_number; ///< PluginRecord::processNumber
    const QString m_id;
    const std::function<void(const QString &)> m_onChange;
    std::mutex m_gate; ///< guards m_host
    Private *m_host;
};

} // namespace verbale::host
