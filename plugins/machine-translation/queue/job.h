#pragma once

#include "plugins/machine-translation/engines/engine.h"
#include "plugins/machine-translation/transport/sender.h"

#include <QtCore/QStringList>

#include <atomic>
#include <memory>

namespace verbale::mt {

/// What goes first. The segment that the translator is in passes everything else, and has a place of its own
/// beside the requests that are on their way.
enum class Urgency { Active, Visible, Bulk };

/// What came of one text: a translation that nobody has judged yet, or a named state.
using JobOutcome = std::variant<ItemAnswer, Failure>;

/// Counts code points that left this machine; any thread. May be null.
using Tally = std::shared_ptr<std::atomic<qint64>>;

/// One text to be translated.
struct Job
{
    QString engine; ///< Engine::id()
    QString sourceLanguage;
    QString targetLanguage;
    QString document;
    QString segment;
    Item item;
    Urgency urgency = Urgency::Bulk;
    /// Called once, on the sender's thread. Be quick.
    std::function<void(JobOutcome)> done;
    bool again = false; ///< although it may have been charged
    bool alone = false; ///< shares a request with no other text
    Tally sent = {};    ///< of whoever asked first for the text, each time that it leaves and perhaps arrives
};

/// A request that is about to leave this computer.
struct Departure
{
    const Engine &engine;
    Batch batch;
    QString url;
    QByteArray body; ///< exactly as sent, without a key
    QString document;
    QStringList segments; ///< one an item
    QList<Tally> tallies; ///< likewise
    QList<bool> again;    ///< likewise: Job::again
};

/// Another request has the same text on its way at this moment, from this program or another one.
struct Elsewhere
{
};

/// What becomes of a text that was about to leave: it may, it has to wait, or it need not any more.
using Verdict = std::variant<std::monostate, Elsewhere, JobOutcome>;

/// Stands between the queue and the network: the exit ledger and the cache.
class ExitGate
{
public:
    virtual ~ExitGate() = default;

    /// What is to be asked of the gate or told it, by `work`, and what follows from that.
    struct Errand
    {
        bool isLeaving = false; ///< about a request that has not left; needless when the sender closes
        QList<QByteArray> keys; ///< Item::ledgerKey of its texts
        std::function<void()> work;
        std::function<void(const Result<void> &kept)> then; ///< with why nothing of it could be kept
    };
    /// Called on the sender's thread; runs the errands, perhaps elsewhere and several together, and `then` on
    /// the sender's thread. Those about one text in their order; what leaves may pass others. Here: at once.
    virtual void handle(Sender &, Errand errand)
    {
        const auto then = std::move(errand.then);
        errand.work();
        then({});
    }

    // Called by an errand's work alone.

    /// Before leaving(). Empty: all its texts may leave, and nobody else sends them until ended(), or until
    /// leaving() has failed. Otherwise none may in this request, and the verdicts, one an item, say why.
    virtual QList<Verdict> claim(const Departure &) { return {}; }
    /// Nothing is sent on an error: the texts get FailureKind::Refused with it.
    virtual Result<qint64> leaving(const Departure &departure) = 0;
    /// What came of each item, in their order; also of those that nobody waits for any more.
    virtual void ended(qint64 number, const Departure &departure, const QList<JobOutcome> &outcomes) = 0;
};

/// How an engine does, for the window: never a blank without a reason.
struct EngineState
{
    enum class Kind {
        Working,
        Waiting, ///< until `until`, because the service asked for it
        Resting, ///< until `until`, after failures; reset() tries at once
        Stopped, ///< until the user has done what `why` says, and reset()
    };
    Kind kind = Kind::Working;
    Error why = {};
    Sender::Clock::time_point until = {};
    qsizetype waiting = 0;
    qsizetype inFlight = 0;
};

} // namespace verbale::mt
