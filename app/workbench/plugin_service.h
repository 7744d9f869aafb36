#pragma once

#include "host/plugin_host.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <memory>

namespace verbale::workbench {

/// Keeps the plugin host: starts it, and has it take up changes, on a worker thread; and knows what it last
/// said of its plugins.
class PluginService final : public QObject
{
    Q_OBJECT
public:
    /// `userFolder`: where plugins are installed; empty: nowhere.
    explicit PluginService(host::HostOptions options, QString userFolder = {}, QObject *parent = nullptr);
    ~PluginService() override;

    /// Ends in started(), after it has looked for plugins anew.
    void start();
    /// Null until started() for the first time; then it stays the same.
    [[nodiscard]] const std::shared_ptr<host::PluginHost> &host() const { return m_host; }
    [[nodiscard]] bool isStarting() const { return m_starting; }

    [[nodiscard]] const QSet<QString> &disabled() const { return m_options.disabled; }
    [[nodiscard]] const QSet<QString> &trusted() const { return m_options.trusted; }
    [[nodiscard]] bool isSafeMode() const { return m_options.safeMode; }
    [[nodiscard]] const host::HostOptions &options() const { return m_options; }
    [[nodiscard]] const QString &userFolder() const { return m_userFolder; }

    // Each of these ends in started(), and leaves all other plugins as they are and at what they do.
    /// One that was quarantined and is switched on is tried again.
    void setEnabled(const QString &pluginId, bool enabled);
    /// In the program, or in a process of its own; what may not be trusted stays in its process.
    void setTrusted(const QString &pluginId, bool trusted);
    void leaveSafeMode();
    /// What stands under this id is another one now, and nobody has trusted that. `added`: there was none,
    /// and this one is wanted.
    void replaced(const QString &pluginId, bool added);

    // These start nothing; they hold from the next start on.
    /// Before something else is put in its place: returns whether it was trusted.
    bool takeTrust(const QString &pluginId);
    /// It stands there as before.
    void giveTrustBack(const QString &pluginId);

    /// What was stopped or started between the last two started(); all of it at the first.
    [[nodiscard]] const host::HostUpdate &lastChange() const { return m_change; }
    /// Whether other plugins have this interface than before, or some of them were started anew.
    [[nodiscard]] bool isChanged(const char *interfaceId) const
    {
        return m_change.interfaces.contains(QLatin1String(interfaceId));
    }

    /// Asks the host on a worker; ends in looked().
    void look();
    /// As last looked().
    [[nodiscard]] const QList<host::PluginInfo> &plugins() const { return m_plugins; }

signals:
    void starting(); ///< host() may be asked all the while
    void started();
    void trustChanged(); ///< taken or given back, without a start
    void looked();       ///< plugins() is new; also after the state of one of them has changed

private:
    class Relay;
    struct Started
    {
        std::shared_ptr<host::PluginHost> host;
        host::HostUpdate change;
        QList<host::PluginInfo> plugins;
    };
    static Started run(std::shared_ptr<host::PluginHost> host, const host::HostOptions &options,
                       const QSet<QString> &release, const QSet<QString> &anew);
    void takeOver(const Started &started);

    host::HostOptions m_options;
    const QString m_userFolder;
    std::shared_ptr<host::PluginHost> m_host;
    std::shared_ptr<Relay> m_relay;
    QList<host::PluginInfo> m_plugins;
    QTimer m_soon;           ///< several changes of state are looked at together
    QSet<QString> m_release; ///< plugins to take out of quarantine at the next start
    QSet<QString> m_anew;    ///< plugins that the next start is to start anew, whatever they look like
    host::HostUpdate m_change;
    int m_starts = 0;
    bool m_told = false; ///< that it has started
    bool m_starting = false;
    bool m_again = false;
    bool m_looking = false;
    bool m_lookAgain = false;
};

} // namespace verbale::workbench
