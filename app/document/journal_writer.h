#pragma once

#include "document/journal.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace verbale {

/// Writes a journal on a thread of its own, so that neither a slow disk holds up the typing nor a long task
/// of the window the journal. What is added is in the file within 250 ms; where it cannot be written it is
/// kept in memory and tried again every second. It says that it is there at least once a
/// minute. add(), saved(), change() and ask() may be called from one thread at a
/// time and never wait.
class JournalWriter
{
public:
    /// What became of writing, whenever that changes: told on the writer's thread. Error journal.taken-over
    /// is the last one: nothing more is written.
    using Listener = std::function<void(const Result<void> &)>;
    /// `owner` has claimed the journal. `otherPath`: where to go on when the journal's folder is gone.
    JournalWriter(std::unique_ptr<Journal> journal, JournalOwner owner, QString otherPath, Listener listener);
    /// Writes what waits, and gives the journal back.
    ~JournalWriter();
    JournalWriter(const JournalWriter &) = delete;
    JournalWriter &operator=(const JournalWriter &) = delete;

    void add(const JournalEntry &entry);
    /// Everything added before is in the file. `identity` is asked on the writer's thread; nothing: the edits
    /// are given up, the file stays as it is.
    void saved(std::function<std::optional<FileIdentity>()> identity);
    /// Another change of the journal, in its turn; where it cannot be written it is tried again too.
    void change(std::function<Result<void>(Journal &)> change);
    /// Runs on the writer's thread after what was added before has been tried.
    void ask(std::function<void(Journal &)> question);
    /// Waits until everything was written or tried.
    void flush();

private:
    struct Item
    {
        std::variant<JournalEntry, std::function<std::optional<FileIdentity>()>,
                     std::function<Result<void>(Journal &)>>
            what;
    };
    void run();
    void waitForWork(std::unique_lock<std::mutex> &lock);
    void remember();
    void rememberState();
    void beatInTime();
    void releaseFormer();
    [[nodiscard]] Result<void> write(std::deque<Item> &items);
    [[nodiscard]] Result<void> writeNext(std::deque<Item> &items);
    [[nodiscard]] Result<void> writeEntries(std::deque<Item> &items);
    [[nodiscard]] Result<void> ensureFile();
    void tell(const Result<void> &result);

    std::unique_ptr<Journal> m_journal;
    JournalOwner m_owner;
    QString m_otherPath;
    Listener m_listener;
    // Of the writer's thread: what is to be written again where the file has gone.
    JournalTail m_held;
    QString m_formerPath; ///< of the journal that went with its folder
    bool m_failed = false;
    bool m_takenOver = false;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_done;
    std::deque<Item> m_items;
    std::deque<std::function<void(Journal &)>> m_questions;
    qint64 m_asked = 0; ///< how often flush() was called, and up to which call it was done
    qint64 m_flushed = 0;
    bool m_stop = false;
    std::thread m_thread;
};

} // namespace verbale
