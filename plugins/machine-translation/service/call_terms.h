#pragma once

#include "plugins/machine-translation/queue/dispatcher.h"
#include "plugins/machine-translation/service/segment_work.h"
#include "plugins/machine-translation/service/term_glossaries.h"

namespace verbale::mt {

/// The terms of one call's texts, on their way into the glossary that the service keeps. On the call's
/// thread.
class CallTerms
{
public:
    /// `glossaries`: nullptr where the engine keeps none.
    CallTerms(TermGlossaries *glossaries, const Engine &engine, const Secret &key,
              const TranslateRequest &request);
    ~CallTerms();
    CallTerms(const CallTerms &) = delete;
    CallTerms &operator=(const CallTerms &) = delete;

    /// Whether one of these texts has terms that go into a glossary.
    [[nodiscard]] bool areIn(const QList<qsizetype> &places, const QList<SegmentWork> &works) const;
    /// Brings the terms of these texts there, and tells the texts which glossary has them. A failure holds
    /// for those that have terms: without them they are not what was asked for, and are not paid for.
    std::optional<Failure> bring(const QList<qsizetype> &places, QList<SegmentWork> &works,
                                 Dispatcher &dispatcher, const StopToken &stop,
                                 const std::function<void()> &alive);
    /// The steps that bring() would send, as jobs; the texts are told of an id that may be but a stand-in.
    /// For the same texts at a time as bring() gets them. Errors: those of the glossaries' file.
    Result<QList<Job>> rehearse(const QList<qsizetype> &places, QList<SegmentWork> &works);

    /// The service did not have the glossary of this text.
    void lost(const QString &glossary);

    /// Terms that did not go, a sentence each.
    [[nodiscard]] const QStringList &warnings() const { return m_warnings; }

private:
    [[nodiscard]] TermNeed needOf(const QList<qsizetype> &places, const QList<SegmentWork> &works);
    static void setGlossary(const QList<qsizetype> &places, QList<SegmentWork> &works, const QString &id);
    void want(const TermPair &term);
    void warn(const RejectedTerm &rejected);
    void warn(const QString &warning);
    [[nodiscard]] Job jobOf(const GlossaryStep &step) const;
    JobOutcome send(const GlossaryStep &step, Dispatcher &dispatcher, const StopToken &stop,
                    const std::function<void()> &alive) const;

    TermGlossaries *m_glossaries;
    const Engine &m_engine;
    const TranslateRequest &m_request;
    std::optional<GlossaryPlace> m_place;
    QList<TermPair> m_wanted;          ///< of all texts so far
    QHash<QString, QString> m_english; ///< of m_wanted, by source
    std::optional<GlossaryState> m_rehearsed;
    QStringList m_warnings;
};

/// What a text is told whose terms could not be brought there.
Error termsError(const Failure &failure, const QString &engineName);

} // namespace verbale::mt
