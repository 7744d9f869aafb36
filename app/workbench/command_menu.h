#pragma once

#include "host/plugin_host.h"
#include "session/plugin_commands.h"
#include "workbench/document_controller.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

class QAction;
class QMenu;

namespace verbale::workbench {

class MessageBar;

/// The commands of plugins in the menu Tools: one submenu for the segment of the moment, one for the whole
/// document; none where no plugin has commands. Plugins are asked for their commands when the menu is first
/// opened. A command runs beside the work; what it changes is one step of undo, and what was edited meanwhile
/// stays as it was edited. GUI thread.
class CommandMenu final : public QObject
{
    Q_OBJECT
public:
    /// `row`: the one of the moment, -1: none.
    CommandMenu(QMenu *tools, DocumentController &controller, MessageBar &bar, std::function<int()> row,
                QObject *parent = nullptr);
    ~CommandMenu() override;

    /// The running plugins; null while there are none.
    void setHost(std::shared_ptr<host::PluginHost> host);
    /// The submenus stand before this entry.
    void placeBefore(QAction *entry);
    /// Words and commands in the language of the moment (BCP 47).
    void retranslate(const QString &locale);

    [[nodiscard]] bool isRunning() const { return m_run != nullptr; }
    void cancel();

signals:
    /// For the status bar.
    void hint(const QString &sentence);

private:
    enum class Scope { Segment, Document };
    struct Entry
    {
        host::Provider provider;
        Command command;
    };
    /// A command that is under way. Its plugin's thread writes the numbers.
    struct Run
    {
        Entry entry;
        CommandRunRequest request;
        StopSource stop;
        std::atomic<qint64> done = 0;
        std::atomic<qint64> total = 0;
    };
    using RunPointer = std::shared_ptr<Run>;

    void list();
    void takeCommands(qsizetype provider, const Result<CommandListAnswer> &answer);
    void fill();
    void fill(QMenu *menu, Scope scope);
    void updateMenus();
    void start(const Entry &entry, Scope scope);
    void showProgress();
    void hideProgress();
    void finish(const RunPointer &run, const Result<CommandRunAnswer> &answer);
    void tellResult(const Entry &entry, const CommandRunAnswer &answer,
                    const session::CommandChanges &changes);

    DocumentController &m_controller;
    MessageBar &m_bar;
    const std::function<int()> m_row;
    QMenu *m_tools;
    QMenu *m_segment;
    QMenu *m_document;
    std::shared_ptr<host::PluginHost> m_host;
    QString m_locale = QStringLiteral("en");
    StopSource m_listing;
    QList<host::Provider> m_providers;
    QList<std::optional<QList<Command>>> m_commands; ///< of m_providers; nothing: not known yet
    bool m_listed = false;                           ///< they have been asked
    int m_lists = 0;
    RunPointer m_run;
    QTimer m_progress;
    QString m_shown; ///< what the bar says of the command that is under way
};

} // namespace verbale::workbench
