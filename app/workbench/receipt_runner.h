#pragma once

#include "host/plugin_host.h"
#include "session/former_answers.h"
#include "workbench/document_controller.h"

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QSet>
#include <QtCore/QTimer>

#include <memory>

namespace verbale::workbench {

/// Keeps the term receipts of the open document: those of a segment that is being typed a moment after the
/// last key, those of all others in the background. What was found stays until the next answer is there; only
/// the plugins that came with Verbale are waited for. GUI thread; the plugins work on theirs.
class ReceiptRunner final : public QObject
{
    Q_OBJECT
public:
    explicit ReceiptRunner(DocumentController &controller, QObject *parent = nullptr);
    ~ReceiptRunner() override;

    /// The running plugins; null while there are none. Starts over with the open document.
    void setHost(std::shared_ptr<host::PluginHost> host);
    /// The house style to hold targets to: a shipped one's name, or a file.
    void setProfile(const QString &profile) { m_profile = profile; }
    [[nodiscard]] bool isBusy() const
    {
        return m_inFlight != 0 || !m_waiting.isEmpty() || m_pause.isActive();
    }

signals:
    void finished();
    /// Sentences of plugins as they come; the same may come with every answer.
    void warned(const QStringList &warnings);

private:
    void begin();
    void stop();
    void take(const QList<int> &rows);
    void next();
    void store(int number, const session::ReceiptsGathering &gathering);

    DocumentController &m_controller;
    std::shared_ptr<host::PluginHost> m_host;
    StopSource m_stop;
    QString m_profile;
    QTimer m_pause;               ///< after a key
    QStringList m_waiting;        ///< segment keys, the next one last
    QSet<QString> m_known;        ///< those of m_waiting
    QHash<QString, int> m_newest; ///< by segment: the number of the last question about it
    session::FormerAnswers m_former;
    int m_questions = 0;
    int m_inFlight = 0; ///< the number of the question that is waited for; 0: of none
    int m_run = 0;
};

} // namespace verbale::workbench
