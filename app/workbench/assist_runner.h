#pragma once

#include "host/plugin_host.h"
#include "workbench/document_controller.h"

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QSet>

#include <memory>

namespace verbale::workbench {

/// Asks the plugins for the terms and suggestions of the open document, a batch at a time, the rows on the
/// screen first. Answers go to the controller as they come. GUI thread; the plugins work on theirs.
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

signals:
    void failed(const verbale::Error &error);
    void warned(const QStringList &warnings);
    void finished();

private:
    void begin();
    void next();
    void follow(int first, int removed, int added);
    [[nodiscard]] QStringList takeBatch();
    [[nodiscard]] QList<SegmentRef> refsOf(const QStringList &batch) const;
    void takeTerms(const Result<TermsAnswer> &answer, const QStringList &batch);
    void takeSuggestions(const Result<SuggestAnswer> &answer, const QHash<QString, qint64> &asked);
    void askAgainIfStale(const QString &segmentId, qint64 revision);
    void fail(const Error &error);

    DocumentController &m_controller;
    QStringList m_glossaries;
    QString m_profile;
    std::shared_ptr<host::PluginHost> m_host;
    StopSource m_stop;
    QList<int> m_waiting; ///< rows, the next one last
    QSet<int> m_open;     ///< the rows of m_waiting
    bool m_inFlight = false;
    bool m_first = true;
    int m_run = 0;
};

} // namespace verbale::workbench
