#pragma once

#include "host/plugin_host.h"

#include <QtCore/QObject>

#include <memory>

namespace verbale::workbench {

/// Keeps the plugin host: starts it, and starts it anew after a change, on a worker thread.
class PluginService final : public QObject
{
    Q_OBJECT
public:
    explicit PluginService(host::HostOptions options, QObject *parent = nullptr);
    ~PluginService() override;

    /// Ends in started().
    void start();
    /// Null until started().
    [[nodiscard]] const std::shared_ptr<host::PluginHost> &host() const { return m_host; }
    [[nodiscard]] bool isStarting() const { return m_starting; }

    [[nodiscard]] const QSet<QString> &disabled() const { return m_options.disabled; }
    /// Emits stopping(), then starts every plugin anew; one that was quarantined and is switched on is tried
    /// again.
    void setEnabled(const QString &pluginId, bool enabled);

signals:
    void stopping(); ///< whoever holds the host lets it go now
    void started();

private:
    host::HostOptions m_options;
    std::shared_ptr<host::PluginHost> m_host;
    QString m_release; ///< the plugin to take out of quarantine at the next start
    bool m_starting = false;
    bool m_again = false;
};

} // namespace verbale::workbench
