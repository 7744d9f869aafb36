#pragma once

#include "plugins/machine-translation/queue/dispatcher.h"
#include "plugins/machine-translation/registry/engine_registry.h"
#include "plugins/machine-translation/service/recording_gate.h"
#include "plugins/machine-translation/service/term_glossaries.h"

#include <verbale/sdk/translation_provider.h>

#include <QtCore/QSet>

namespace verbale::mt {

/// Has segments translated by the engines of a registry: from the cache where it has them, else by the
/// engine, each answer judged before it is given out. What may have been charged is not sent again unless the
/// request says so. Without a segment that has to be sent nothing of the network is touched.
class TranslationService
{
public:
    using SenderMaker = std::function<std::unique_ptr<Sender>(const NetworkSettings &)>;

    /// `folder`: of ledger.sqlite and cache.sqlite, and of glossaries.sqlite where a service keeps the terms;
    /// they are made with the first request. `makeSender`: the
    /// real network when it is empty; it is made with the first text that has to be sent.
    TranslationService(EngineRegistry registry, QString folder, SenderMaker makeSender = {});
    /// What is on its way ends as perhaps charged.
    ~TranslationService();
    TranslationService(const TranslationService &) = delete;
    TranslationService &operator=(const TranslationService &) = delete;

    /// From several threads at once. Errors: "mt.no-engine", "mt.settings", "mt.no-document", "mt.no-folder"
    /// and those of the files; whatever befalls a segment is told in its Translation. After a stop the
    /// segments that are not there say "mt.cancelled"; an answer that still comes is kept for the next time.
    /// Progress is told at least every few seconds.
    Result<TranslateAnswer> translate(const TranslateRequest &request, const StopToken &stop,
                                      const Progress &progress);

    /// What translate() would send: nothing leaves, and no network is touched. Errors: as translate(), and
    /// "mt.cancelled".
    Result<TranslatePreview> preview(const TranslateRequest &request, const StopToken &stop);

    /// For people, such as the log: every mistake in the settings.
    [[nodiscard]] QList<Error> mistakes() const { return m_registry.mistakes(); }

private:
    class Call;
    /// Sees to the gate, and finds the engine.
    Result<EngineRegistry::Entry> open(const TranslateRequest &request);
    /// After open(). nullptr: it keeps none.
    [[nodiscard]] TermGlossaries *glossariesOf(const Engine &engine) const;
    Dispatcher &dispatcherFor(const QString &name, const EngineRegistry::Entry &entry);

    const EngineRegistry m_registry;
    const QString m_folder;
    SenderMaker m_makeSender;

    std::mutex m_mutex; ///< of what the first calls make
    std::shared_ptr<RecordingGate> m_gate;
    std::unique_ptr<TermGlossaries> m_glossaries; ///< once an engine needs it
    std::unique_ptr<Sender> m_sender;             ///< outlives the dispatcher
    std::unique_ptr<Dispatcher> m_dispatcher;
    QSet<QString> m_started; ///< engines that the dispatcher has
};

} // namespace verbale::mt
