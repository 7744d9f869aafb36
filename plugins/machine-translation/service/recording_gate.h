#pragma once

#include "plugins/machine-translation/queue/job.h"
#include "plugins/machine-translation/store/cache.h"
#include "plugins/machine-translation/store/ledger.h"
#include "plugins/machine-translation/store/sending_locks.h"

#include <verbale/sdk/control.h>

#include <QtCore/QHash>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace verbale::mt {

/// The queue's gate: nothing leaves before the exit ledger has it on the disk, and what comes back is in the
/// cache before the ledger calls it finished. What another request or another program has on its way, or has
/// got an answer for since somebody looked, does not leave a second time. Keeps the files; all methods from
/// any thread.
class RecordingGate final : public ExitGate
{
public:
    /// Opens cache.sqlite, ledger.sqlite and sending.lock in the folder. Errors: those of the files;
    /// "mt.no-folder".
    static Result<std::shared_ptr<RecordingGate>> open(const QString &folder, const Budget &budget);

    ~RecordingGate() override;

    /// On a thread of the gate's own; what waits there goes into the files together.
    void handle(Sender &sender, Errand errand) override;
    /// The sender is about to close: nothing is posted to it any more, and nothing new leaves.
    void detach();
    /// Does what is left to do, and ends the thread. After the sender has gone.
    void close();

    QList<Verdict> claim(const Departure &departure) override;
    Result<qint64> leaving(const Departure &departure) override;
    void ended(qint64 number, const Departure &departure, const QList<JobOutcome> &outcomes) override;

    /// What is known of a text before it is sent.
    struct Known
    {
        std::optional<CachedAnswer> answer;
        std::optional<Outcome> last; ///< nothing: it was never sent
    };
    [[nodiscard]] Result<Known> look(const QByteArray &cacheKey, const QByteArray &ledgerKey) const;

    /// While it lives, this thread's looks see one state and ask the system once. Not for long.
    class Looking
    {
    public:
        explicit Looking(const RecordingGate &gate);
        Looking(const Looking &) = delete;
        Looking &operator=(const Looking &) = delete;

    private:
        std::unique_lock<std::recursive_mutex> m_lock;
        sqlite::Transaction m_cache;
        sqlite::Transaction m_ledger;
    };
    /// Before the same text is asked for again.
    Result<void> forget(const QByteArray &cacheKey);

    /// Whether none of them is on its way from this program; waits for that so long, or until the stop.
    bool awaitEnd(const QList<QByteArray> &ledgerKeys, const StopToken &stop, std::chrono::milliseconds most);

    /// From this program or another one.
    [[nodiscard]] bool isOnItsWay(const QByteArray &ledgerKey) const;

    /// What is left of the budget; nothing: it has no such limit.
    [[nodiscard]] Result<Budget> left(const QString &document) const;

    /// What could not be kept since the last question, a sentence each.
    [[nodiscard]] QStringList takeWarnings();

private:
    /// The same two files, for one thread.
    struct Files
    {
        std::unique_ptr<Cache> cache;
        std::unique_ptr<Ledger> ledger;
    };
    RecordingGate(Files written, Files read, std::unique_ptr<SendingLocks> locks, const Budget &budget);
    [[nodiscard]] Verdict verdictOn(const Departure &departure, qsizetype place);
    void endOne(const QByteArray &key);
    void releaseAll();
    struct Waiting
    {
        Sender *sender;
        Errand errand;
    };
    void record();
    std::vector<Waiting> takeGroup();
    Result<void> recordTogether(std::vector<Waiting> &group);
    void takeBack(const Error &why);
    void warn(const QString &warning);
    /// Puts the answers into the cache. False: they are not in it.
    bool keep(const Departure &departure, const QList<JobOutcome> &outcomes);

    /// Who looks does not wait for what is being written.
    mutable std::recursive_mutex m_reading;
    const Files m_read;

    mutable std::recursive_mutex m_mutex; ///< guards what follows; held while a group is written
    std::condition_variable_any m_ended;
    const std::unique_ptr<Cache> m_cache;
    const std::unique_ptr<Ledger> m_ledger;
    std::unique_ptr<SendingLocks> m_locks;
    Budget m_budget;
    QHash<QByteArray, int> m_onTheirWay; ///< how often, by Item::ledgerKey
    QStringList m_warnings;
    QList<QByteArray> m_released;  ///< locks to let go of when the group is on the disk
    std::vector<Departure> m_left; ///< of this group

    std::mutex m_deskMutex; ///< guards what follows
    std::condition_variable m_deskChanged;
    std::vector<Waiting> m_desk;
    int m_passed = 0; ///< groups, since all of the desk was taken
    bool m_detached = false;
    bool m_closing = false;
    std::thread m_thread; ///< the last: it uses the others
};

} // namespace verbale::mt
