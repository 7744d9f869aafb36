#pragma once

#include "plugins/machine-translation/queue/breaker.h"
#include "plugins/machine-translation/queue/dispatcher.h"
#include "plugins/machine-translation/queue/retry_rules.h"
#include "plugins/machine-translation/queue/token_bucket.h"

#include <QtCore/QHash>

#include <array>
#include <deque>
#include <map>

namespace verbale::mt {

/// What waits for one engine and what is on its way to it. On the sender's thread alone.
class Lane : public std::enable_shared_from_this<Lane>
{
public:
    Lane(std::shared_ptr<const Engine> engine, Dispatcher::Key key, Sender &sender,
         std::shared_ptr<ExitGate> gate);

    void add(quint64 number, Job job);
    bool cancel(quint64 number);
    void reset();
    /// Further texts are to be expected, or no longer. Once each.
    void hold(bool held);
    void close();
    [[nodiscard]] EngineState state() const;
    /// Sends what may go now, and sees to being called again.
    void pump();

private:
    using Time = Sender::Clock::time_point;
    void pumpOnce();
    [[nodiscard]] bool restIsWaited(Time now) const;
    void rest(Time now);
    struct Waiter
    {
        quint64 number;
        std::function<void(JobOutcome)> done;
    };
    /// A text, and all who wait for it.
    struct Text
    {
        QByteArray identity;
        QByteArray group; ///< may share a request with others of the same
        QString sourceLanguage;
        QString targetLanguage;
        QString document;
        QString segment;
        Item item;
        Urgency urgency;
        bool again;
        bool alone;
        Tally sent;
        std::vector<Waiter> waiters;
        bool onItsWay = false;
        std::optional<Time> elsewhereSince = {};
        bool dropped = false; ///< nobody waits for it any more; it goes when its turn comes
    };
    using TextPtr = std::shared_ptr<Text>;
    /// Texts that go together, for the first time or again.
    struct Parcel
    {
        std::vector<TextPtr> texts;
        int attempts = 0;
        std::shared_ptr<int> halvingsLeft = {}; ///< shared by all parts of a request that was refused
        Time notBefore{};
        Time left{}; ///< the last time
        Secret key = {};
        quint64 request = 0;
        qint64 exit = 0;
        Batch batch = {};
        std::optional<HttpRequest> http = {};
        QString url = {};
        QByteArray body = {};
        QStringList segments = {};
        QList<Tally> tallies = {};
        QList<bool> again = {};
    };

    void hurry(const TextPtr &text, Urgency urgency);
    [[nodiscard]] std::deque<TextPtr> &queueOf(Urgency urgency);
    [[nodiscard]] QByteArray identityOf(const Job &job) const;
    [[nodiscard]] static Urgency urgencyOf(const Parcel &parcel);
    [[nodiscard]] bool hasPlace(Urgency urgency) const;
    [[nodiscard]] std::optional<Parcel> next(Time now);
    [[nodiscard]] Parcel gather(Urgency urgency, int mostItems);
    [[nodiscard]] bool fillsARequest(const std::deque<TextPtr> &queue) const;
    [[nodiscard]] std::optional<Urgency> mostUrgent(Time now) const;
    void dispatch(Parcel parcel);
    void recorded(quint64 parcel, const QList<Verdict> &verdicts, const Result<qint64> &exit);
    void sortOut(Parcel &parcel, const QList<Verdict> &verdicts);
    void cutToBody(Parcel &parcel, qint64 bodyBytes);
    void arrived(quint64 parcel, HttpOutcome outcome);
    void succeed(Parcel &parcel, const QList<ItemAnswer> &answers);
    void failed(Parcel parcel, const Failure &failure);
    bool halve(Parcel &parcel, const Failure &failure);
    void fail(Parcel &parcel, const Failure &failure);
    void settle(Parcel &parcel, const QList<JobOutcome> &outcomes);
    void putBack(Parcel &parcel);
    [[nodiscard]] Departure departureOf(const Parcel &parcel) const;
    void tellGate(Parcel &parcel, const QList<JobOutcome> &outcomes, std::function<void()> then = {});
    void failWaiting(const Failure &failure, std::optional<Urgency> only = std::nullopt);
    void wakeAt(Time when);
    [[nodiscard]] Time nextTime(Time now);

    std::shared_ptr<const Engine> m_engine;
    EngineLimits m_limits;
    Dispatcher::Key m_key;
    Sender &m_sender;
    std::shared_ptr<ExitGate> m_gate;

    std::array<std::deque<TextPtr>, 3> m_waiting; ///< by urgency
    std::deque<Parcel> m_again;                   ///< to be sent again, or in halves
    std::map<quint64, Parcel> m_onTheirWay;
    QHash<QByteArray, TextPtr> m_texts; ///< waiting or on their way, by identity
    QHash<quint64, TextPtr> m_byNumber; ///< of a job
    quint64 m_lastParcel = 0;
    int m_places; ///< requests at once: fewer after the service was asked too much

    TokenBucket m_bucket;
    Breaker m_breaker;
    bool m_isReached = true; ///< by what failed last
    Time m_lastUnbilled{};   ///< when the service last failed at no cost
    Time m_pausedUntil{};
    Failure m_pause;
    std::optional<Failure> m_stopped;
    Secret m_stoppedKey; ///< the one that was refused
    std::optional<Time> m_wake;
    Chance m_chance;
    int m_held = 0; ///< how many are about to add further texts
    bool m_pumping = false;
    bool m_closed = false;
};

} // namespace verbale::mt
