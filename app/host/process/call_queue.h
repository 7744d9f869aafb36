#pragma once

#include "host/process/remote_question.h"
#include "host/process/supervision.h"

#include <QtCore/QHash>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace verbale::host {

/// The questions to one plugin: those that wait here and those that its child has. Bookkeeping alone: no
/// lock, no thread, no clock of its own.
class CallQueue
{
public:
    using Clock = std::chrono::steady_clock;
    using Question = std::shared_ptr<RemoteQuestion>;
    using Questions = std::vector<Question>;

    struct Entry
    {
        Question question;
        std::string frame; ///< kept until it is answered: it may have to be sent again
        std::chrono::milliseconds limit{0};
        QList<AskedSegment> segments;
        int losses = 0; ///< crashes that happened while the child had it
        bool indexed = false;
        Clock::time_point sent;
        Clock::time_point patience = Clock::time_point::max(); ///< see awaitEnd()
    };

    explicit CallQueue(const Supervision &supervision) : m_supervision(supervision) {}

    /// Adds a question behind the others. Returns those that it makes needless, which are taken out: they
    /// wait for the same method, and each of their segments is asked for in a newer revision. `isReady`:
    /// there is a child, and send() comes next.
    Questions add(Entry entry, bool isReady);

    /// Appends to `out` what the child may have now. Questions that a crash has swallowed before go alone, so
    /// that the one which brings the child down takes no other with it. What has been cancelled meanwhile
    /// goes to `discarded`: the last owner of a question must hold no lock, since its end waits for a cancel
    /// under way.
    void send(Clock::time_point now, std::string &out, Questions &discarded);

    /// The question with this number, which the child has answered; null when it was not asked that.
    Question takeAnswered(qint64 number, Clock::time_point now);
    /// The same for its progress: it stays, and every clock starts anew.
    Question progressOf(qint64 number, Clock::time_point now);

    enum class Cancelled { NotHere, Waiting, Sent };
    /// Takes out a question that waits; one that the child has stays until it is answered.
    Cancelled cancel(qint64 number, Questions &discarded);
    /// The child has it and may say until then what came of it, though it is cancelled. False: it has it not.
    bool awaitEnd(qint64 number, Clock::time_point until);
    /// Those that were awaited until `now` and no longer. They stay, as what the child has.
    Questions takeOverdue(Clock::time_point now);
    [[nodiscard]] Clock::time_point nextOverdue() const; ///< the greatest time: there is none

    /// The child is gone. What it had waits again, but for what has been lost too often or may not be asked
    /// again, and for the one that it took too long for (0: none): those are returned.
    Questions lose(qint64 overdue = 0);

    struct All
    {
        Questions sent;
        Questions waiting;
    };
    All takeAll();

    /// When the child has taken too long for a question, and for which; nothing when it has none.
    struct Deadline
    {
        Clock::time_point when;
        const Entry *entry = nullptr;
    };
    [[nodiscard]] std::optional<Deadline> nextDeadline() const;

    [[nodiscard]] bool isEmpty() const { return m_waiting.empty() && m_sent.empty(); }
    [[nodiscard]] bool hasSent() const { return !m_sent.empty(); }
    [[nodiscard]] bool hasWaiting() const { return !m_waiting.empty(); }

private:
    using Entries = std::map<qint64, Entry>; ///< by number: what was asked first, comes first

    static QString key(const Entry &entry, const QString &segmentId);
    void index(Entry &entry);
    void unindex(Entry &entry);
    [[nodiscard]] bool roomFor(const Entry &entry) const;

    const Supervision m_supervision;
    Entries m_waiting;
    Entries m_sent;
    QMultiHash<QString, qint64> m_bySegment; ///< the waiting ones
    Clock::time_point m_lastSign;            ///< an answer or progress
    Clock::time_point m_lastAnswer;
};

} // namespace verbale::host
