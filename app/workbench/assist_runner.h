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

/// Asks the plugins for the terms and suggestions of the open document, a batch at a time, the rows on the
/// screen first. Answers go to the controller as they come: those of the plugins that came with Verbale at
/// once, each other plugin's when it is there, and nobody waits for these. GUI thread; the plugins work on
/// theirs.
class AssistRunner final : public QObject
{
    Q_OBJECT
public:
    AssistRunner(DocumentController &controller, QStringList glossaries, QObject *parent = nullptr);
    ~AssistRunner() override;

    /// The running plugins; null while there are none. Starts over with the open document.
    void setHost(std::shared_ptr<host::PluginHost> host);

    /// The glossaries that are asked from now on. Starts over: what they have may be another.
    void setGlossaries(const QStringList &glossaries);

    /// The house style, see session::Settings::profile. For what is asked from now on.
    void setProfile(const QString &profile) { m_profile = profile; }

    /// These rows come next, the first one first.
    void prefer(const QList<int> &rows);
    /// Drops what waits and what is under way.
    void stop();
    [[nodiscard]] bool isBusy() const { return m_inFlight || !m_waiting.isEmpty(); }
    /// Answers that are still to come, of plugins that nobody waits for too.
    [[nodiscard]] bool isOwed() const { return isBusy() || m_owed > 0; }

signals:
    void failed(const verbale::Error &error);
    /// Sentences of plugins as they come; the same may come with every answer.
    void warned(const QStringList &warnings);
    /// Every row has what the plugins that came with Verbale have for it.
    void finished();

private:
    /// Rows that are asked about together, by their keys, for rows may move while an answer is under way.
    struct Batch
    {
        QStringList keys;
        int number = 0;
        bool termsCame = false;       ///< and suggestions were asked for
        int suggestionsAsked = 0;     ///< how many times
        bool suggestionsCame = false; ///< those that are waited for
        SuggestAnswer former;         ///< what stands from terms that have changed since
    };
    using BatchPointer = std::shared_ptr<Batch>;

    void begin();
    void next();
    void settle();
    void follow(int first, int removed, int added);
    [[nodiscard]] BatchPointer takeBatch();
    [[nodiscard]] QList<SegmentRef> refsOf(const QStringList &keys) const;
    void takeTerms(const BatchPointer &batch, const session::TermsGathering &gathering);
    QStringList storeTerms(const BatchPointer &batch, const TermsAnswer &answer);
    void askForSuggestions(const BatchPointer &batch, const QStringList &keys);
    void takeSuggestions(const BatchPointer &batch, int asked, const session::SuggestGathering &gathering);
    void goOn(const BatchPointer &batch);
    void askAgainIfStale(const Batch &batch, const QString &segmentId, qint64 revision);
    void fail(const Error &error);

    DocumentController &m_controller;
    QStringList m_glossaries;
    QString m_profile;
    std::shared_ptr<host::PluginHost> m_host;
    StopSource m_stop;
    QList<int> m_waiting;           ///< rows, the next one last
    QSet<int> m_open;               ///< the rows of m_waiting
    QHash<QString, int> m_newest;   ///< by key: the number of the last batch that asks about it
    QHash<QString, int> m_proposed; ///< by key: the number of the last question for suggestions
    session::FormerAnswers m_former;
    QTimer m_patience; ///< for those that are not waited for, before the document is pre-translated
    bool m_inFlight = false;
    bool m_first = true;
    bool m_toldNoTerms = false;
    int m_batches = 0;
    int m_questions = 0;
    int m_owed = 0; ///< questions that somebody has not answered yet
    int m_run = 0;
};

} // namespace verbale::workbench
