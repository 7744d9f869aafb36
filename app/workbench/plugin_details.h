#pragma once

#include "host/plugin_host.h"

#include <QtWidgets/QScrollArea>

class QLabel;
class QPushButton;

namespace verbale::workbench {

class FactList;
class PluginLogView;
class SandboxList;

/// Everything that is known of one plugin, with what can be done about it.
class PluginDetails final : public QScrollArea
{
    Q_OBJECT
public:
    /// What the user may do with it at this moment.
    struct Rights
    {
        bool busy = false; ///< plugins are starting
        bool safeMode = false;
        bool trusted = false;
        bool remove = false;
    };

    explicit PluginDetails(QWidget *parent = nullptr);

    /// May be called every second: what has not changed is not touched. nullptr: none is chosen.
    void show(const host::PluginInfo *plugin, const Rights &rights);
    [[nodiscard]] PluginLogView *log() const { return m_log; }

signals:
    void enableRequested(bool enable);
    void trustRequested(bool trust);
    void removeRequested();
    void folderRequested();

private:
    void layOut();
    void makeFacts();
    void showHead(const host::PluginInfo &plugin);
    void showButtons(const host::PluginInfo &plugin, const Rights &rights);
    void showPlace(const host::PluginInfo &plugin, bool trusted);
    void showUse(const host::PluginInfo &plugin);

    QString m_folder; ///< of the plugin that is shown
    QWidget *m_page;
    QLabel *m_name;
    QLabel *m_about;
    QLabel *m_description;
    QLabel *m_problems;
    QPushButton *m_enable;
    QPushButton *m_trust;
    QPushButton *m_remove;
    QPushButton *m_open;
    FactList *m_facts;
    QLabel *m_place;
    SandboxList *m_sandbox;
    FactList *m_use;
    FactList *m_files;
    PluginLogView *m_log;
    QList<QLabel *> m_rows; ///< in the order of enum Row
};

} // namespace verbale::workbench
