#pragma once

#include "host/plugin_host.h"

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QSet>

namespace verbale::workbench {

class MessageBar;
class PluginService;

/// Says in one quiet bar what becomes of plugins: one that crashed, could not be started, or was put into
/// quarantine; and that there are none in safe mode. More crashes of a plugin change the sentence; one that
/// was closed does not come back for the same plugin until it is in quarantine, which is said once.
class PluginNotices final : public QObject
{
    Q_OBJECT
public:
    PluginNotices(PluginService &service, MessageBar &bar, QObject *parent = nullptr);

    /// Plugins of which it was told before that they are in quarantine, in other runs too.
    void setKnownQuarantines(const QSet<QString> &pluginIds) { m_knownQuarantines = pluginIds; }
    [[nodiscard]] const QSet<QString> &knownQuarantines() const { return m_knownQuarantines; }

signals:
    void detailsRequested(const QString &pluginId);
    void quarantinesChanged();

private:
    enum class Kind { Crashed, Failed, Quarantined };
    struct Notice
    {
        QString pluginId;
        QString name;
        Kind kind = Kind::Crashed;
        qint64 crashes = 0;
    };
    struct Seen
    {
        host::PluginState state = host::PluginState::Found;
        qint64 crashes = 0;
    };

    void begin();
    void look();
    void lookAt(const host::PluginInfo &plugin);
    void add(const Notice &notice);
    void show();
    [[nodiscard]] static QString sentence(const Notice &notice);

    PluginService &m_service;
    MessageBar &m_bar;
    QHash<QString, Seen> m_seen;
    QList<Notice> m_notices; ///< that the bar shows
    QSet<QString> m_told;    ///< whose crash was told
    QSet<QString> m_knownQuarantines;
};

} // namespace verbale::workbench
