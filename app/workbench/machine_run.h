#pragma once

#include "session/machine_translation.h"
#include "workbench/document_controller.h"

#include <QtCore/QSet>
#include <QtCore/QTimer>

#include <atomic>
#include <memory>

namespace verbale::workbench {

/// Has segments translated, a batch at a time and some batches at once, and one segment alone that passes
/// them. Answers go to the controller as they come. Nothing here waits; the plugin works in its process.
class MachineRun final : public QObject
{
    Q_OBJECT
public:
    explicit MachineRun(DocumentController &controller, QObject *parent = nullptr);
    ~MachineRun() override;

    /// Suggestions and, where nobody has written anything, targets. One run at a time; ends in finished().
    void start(std::shared_ptr<host::PluginHost> host, const session::TranslateQuestion &question);
    /// Asks for nothing more, at once. What had come by then is used, as soon as the calls have said so; ends
    /// in finished() when they have, half a second later at most. What still comes is kept by the plugin for
    /// the next run.
    void cancel();
    /// Waits no longer for the calls of a run that was cancelled.
    void settle();
    [[nodiscard]] bool isRunning() const { return m_running; }
    [[nodiscard]] qsizetype done() const;
    [[nodiscard]] qsizetype total() const { return m_total; }

    /// A suggestion for one segment; ends in oneFinished(). Nothing when it is asked for already.
    void translateOne(const std::shared_ptr<host::PluginHost> &host,
                      const session::TranslateQuestion &question);
    [[nodiscard]] bool isAskedFor(const QString &segmentKey) const { return m_asked.contains(segmentKey); }

    /// Everything, that of one segment too; nothing is told.
    void stop();

    /// Segments that were sent and lost: they are not sent again by themselves.
    [[nodiscard]] const QStringList &mayHaveBeenCharged() const { return m_charged; }

signals:
    void progressed();
    void finished(const verbale::session::MachineReport &report, bool cancelled);
    void oneFinished(const verbale::session::MachineReport &report);

private:
    /// A call that is under way. The host's thread writes the number.
    struct Call
    {
        session::TranslateQuestion question;
        std::atomic<qint64> done = 0;
    };
    using CallPointer = std::shared_ptr<Call>;

    void next();
    [[nodiscard]] session::TranslateQuestion takeBatch();
    void ask(const CallPointer &call);
    void take(const CallPointer &call, const Result<TranslateAnswer> &answer);
    void store(const session::TranslateQuestion &question, const Result<TranslateAnswer> &answer,
               session::MachineReport &report, int run);
    void forgetCalls();
    void end(bool cancelled);

    DocumentController &m_controller;
    std::shared_ptr<host::PluginHost> m_host;
    session::TranslateQuestion m_question; ///< of the whole run
    session::MachineReport m_report;
    qsizetype m_next = 0; ///< of its segments
    qsizetype m_total = 0;
    qsizetype m_finished = 0;
    QList<CallPointer> m_calls;
    QSet<QString> m_asked; ///< segments that are under way, those of single calls too
    QStringList m_charged;
    StopSource m_stop;
    StopSource m_stopOnes;
    QTimer m_beat;
    QTimer m_patience;
    int m_run = 0;
    int m_targetsOf = 0; ///< the run whose answers become targets
    int m_document = 0;  ///< answers for the one before are not wanted
    bool m_running = false;
    bool m_ending = false; ///< cancelled, and its calls are awaited
    bool m_goesOn = false; ///< more may be asked
};

} // namespace verbale::workbench
