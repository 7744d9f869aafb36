#pragma once

#include "plugins/machine-translation/queue/job.h"
#include "plugins/machine-translation/store/glossary_store.h"
#include "plugins/machine-translation/store/sending_locks.h"

#include <verbale/sdk/control.h>

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <condition_variable>
#include <map>
#include <mutex>

namespace verbale::mt {

/// What the texts of a call need of a glossary.
struct TermNeed
{
    QList<TermPair> wanted; ///< one for each source
    QString elsewhere;      ///< what the texts say beside their terms, in small letters
    QSet<QString> words;    ///< of `elsewhere`: wordsOf()
};

/// The runs of letters and digits.
QSet<QString> wordsOf(const QString &text);

/// A glossary of ours at a service.
struct GlossaryPlace
{
    const Engine &engine;
    QByteArray key; ///< a hash of the account and the two languages
    QString name;   ///< by which the service shows it
};

/// Stands for the id of a glossary that is not made yet, where a request is shown beforehand.
inline constexpr QLatin1String idToBeGiven{"id-of-the-glossary"};

/// Keeps the glossaries that services have of our terms as the texts need them, and glossaries.sqlite, which
/// says what they have. Nothing is sent that a call did not ask for at this moment: what others had brought
/// there is kept there or falls away with a glossary that is made anew. One request about a glossary is on
/// its way at a time, from whichever program. Any thread.
class TermGlossaries
{
public:
    /// Opens glossaries.sqlite and sending.lock in the folder. Errors: those of the files.
    static Result<std::unique_ptr<TermGlossaries>> open(const QString &folder);

    [[nodiscard]] GlossaryPlace placeOf(const Engine &engine, const Secret &key,
                                        const QString &sourceLanguage, const QString &targetLanguage) const;

    /// As long as a call goes on, no other call takes out what it wants.
    void keep(const void *call, const QByteArray &place, const QList<TermPair> &wanted);
    void letGo(const void *call);

    /// How a step is sent: returns when its outcome is there.
    using SendStep = std::function<JobOutcome(const GlossaryStep &)>;
    struct Waiting
    {
        const StopToken &stop;
        std::function<void()> alive;       ///< called every few seconds
        std::chrono::milliseconds longest; ///< for others that bring terms to the same glossary
    };
    /// The id of the glossary that has all that is needed and that the service takes; empty: it takes none of
    /// it. Sends nothing where nothing is new. What was lost is looked for and sent again once or twice, as
    /// none of it costs anything. `rejected` gets what was left out.
    std::variant<QString, Failure> bring(const GlossaryPlace &place, const TermNeed &need,
                                         const SendStep &send, const Waiting &waiting,
                                         QList<RejectedTerm> &rejected);
    /// The steps that bring() would send if each went well, from a state on and to the one that it has then:
    /// idToBeGiven for a glossary that is to be made. `rejected` as there.
    QList<GlossaryStep> rehearse(const GlossaryPlace &place, const TermNeed &need, GlossaryState &state,
                                 QList<RejectedTerm> &rejected) const;
    /// What is known at this moment. Errors: those of the file.
    [[nodiscard]] Result<GlossaryState> known(const GlossaryPlace &place) const;
    /// The service says that it does not have it any more: the next one looks whether that is so.
    void forget(const GlossaryPlace &place, const QString &id);

private:
    TermGlossaries(std::unique_ptr<GlossaryStore> store, std::unique_ptr<SendingLocks> locks);

    [[nodiscard]] GlossaryPlan planFor(const GlossaryPlace &place, const GlossaryState &known,
                                       const TermNeed &need) const;
    [[nodiscard]] Result<GlossaryState> stateOf(const QByteArray &place) const;
    [[nodiscard]] std::optional<Failure> take(const GlossaryPlace &place, const Waiting &waiting);
    void giveBack(const QByteArray &place);
    std::variant<QString, Failure> bringInTurn(const GlossaryPlace &place, const TermNeed &need,
                                               const SendStep &send, const StopToken &stop);
    Result<void> beginStep(const QByteArray &place, const GlossaryState &known, const GlossaryStep &step);

    mutable std::mutex m_mutex; ///< guards all
    std::condition_variable_any m_changed;
    const std::unique_ptr<GlossaryStore> m_store;
    const std::unique_ptr<SendingLocks> m_locks;
    QSet<QByteArray> m_taken;
    QHash<QByteArray, GlossaryState> m_merging; ///< what is there for sure while more is on its way
    std::map<const void *, std::pair<QByteArray, QList<TermPair>>> m_running;
};

} // namespace verbale::mt
