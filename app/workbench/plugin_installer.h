#pragma once

#include "session/plugin_install.h"

#include <QtCore/QObject>

#include <functional>

namespace verbale::workbench {

class PluginService;

/// Installs, updates and removes the user's plugins on a worker, and takes it back. What is kept for that
/// goes to the trash when this object ends. What was begun is done and told to the service even then.
class PluginInstaller final : public QObject
{
    Q_OBJECT
public:
    explicit PluginInstaller(PluginService &service, QObject *parent = nullptr);
    ~PluginInstaller() override;

    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] bool canInstall() const; ///< there is a folder for it

    /// Reads a folder, a plugin.json or an archive. Ends in offered() or failed().
    void read(const QString &source);
    /// Of the offer that was made last. Ends in installed() or failed().
    void install();
    void decline();                              ///< removes the copy that was made for the offer
    void remove(const host::PluginInfo &plugin); ///< ends in removed() or failed()
    /// The last step. Ends in undone() or undoFailed(), after which it can be tried again.
    void undo();

signals:
    void busyChanged();
    void offered(const session::PluginOffer &offer);
    void installed(const host::Descriptor &plugin, bool update);
    void removed(const host::Descriptor &plugin);
    void undone();
    void failed(const Error &error);
    void undoFailed(const Error &error);

private:
    struct Step
    {
        QString id;
        session::PluginChange change;
    };
    void change(const QString &id, bool added, std::function<Result<session::PluginChange>()> work,
                std::function<void()> done);
    void undoLast();
    void setBusy(bool busy);
    [[nodiscard]] session::InstallPlace place() const;

    PluginService &m_service;
    StopSource m_stop;
    std::shared_ptr<session::StagedPlugin> m_staged;
    QList<Step> m_steps; ///< the last one can be undone
    bool m_busy = false;
};

/// Why something is not installed, in the interface's language where the reason has a translation.
QString installProblemText(const Error &error);

} // namespace verbale::workbench
