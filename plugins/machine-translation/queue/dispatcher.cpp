#include "plugins/machine-translation/queue/dispatcher.h"

#include "plugins/machine-translation/queue/lane.h"

#include <atomic>

namespace verbale::mt {

/// The lanes, one an engine; on the sender's thread but for the numbers.
class Dispatcher::Lanes
{
public:
    explicit Lanes(std::shared_ptr<ExitGate> gate) : m_gate(std::move(gate)) {}

    void setEngine(std::shared_ptr<const Engine> engine, Key key, Sender &sender)
    {
        std::shared_ptr<Lane> &lane = m_lanes[engine->id()];
        if (lane)
            lane->close();
        lane = std::make_shared<Lane>(std::move(engine), std::move(key), sender, m_gate);
    }

    void submit(quint64 first, QList<Job> jobs)
    {
        QHash<QString, std::shared_ptr<Lane>> used;
        for (Job &job : jobs) {
            const quint64 number = first++;
            const std::shared_ptr<Lane> lane = m_lanes.value(job.engine);
            if (!lane || m_closed) {
                job.done(missing(job.engine));
                continue;
            }
            used.insert(job.engine, lane);
            lane->add(number, std::move(job));
        }
        for (const std::shared_ptr<Lane> &lane : std::as_const(used))
            lane->pump();
    }

    void cancel(const QList<quint64> &jobs)
    {
        for (const quint64 job : jobs) {
            for (const std::shared_ptr<Lane> &lane : std::as_const(m_lanes)) {
                if (lane->cancel(job))
                    break;
            }
        }
    }

    [[nodiscard]] std::shared_ptr<Lane> lane(const QString &engine) const { return m_lanes.value(engine); }

    void close()
    {
        m_closed = true;
        for (const std::shared_ptr<Lane> &lane : std::as_const(m_lanes))
            lane->close();
    }

    quint64 reserve(qsizetype count) { return m_lastNumber.fetch_add(static_cast<quint64>(count)) + 1; }

private:
    [[nodiscard]] static Failure missing(const QString &engine)
    {
        return {FailureKind::Refused,
                {QStringLiteral("queue.no-engine"),
                 QStringLiteral("The translation service \"%1\" is not switched on.").arg(engine)}};
    }

    std::shared_ptr<ExitGate> m_gate;
    std::atomic<quint64> m_lastNumber{0};
    QHash<QString, std::shared_ptr<Lane>> m_lanes;
    bool m_closed = false;
};

Dispatcher::Dispatcher(Sender &sender, std::shared_ptr<ExitGate> gate)
    : m_sender(sender), m_lanes(std::make_shared<Lanes>(std::move(gate)))
{
}

Dispatcher::~Dispatcher()
{
    m_sender.post([lanes = m_lanes] { lanes->close(); });
}

void Dispatcher::setEngine(std::shared_ptr<const Engine> engine, Key key)
{
    m_sender.post(
        [lanes = m_lanes, engine = std::move(engine), key = std::move(key), &sender = m_sender]() mutable {
            lanes->setEngine(std::move(engine), std::move(key), sender);
        });
}

QList<quint64> Dispatcher::submit(QList<Job> jobs)
{
    const quint64 first = m_lanes->reserve(jobs.size());
    QList<quint64> numbers(jobs.size());
    for (qsizetype i = 0; i < numbers.size(); ++i)
        numbers[i] = first + static_cast<quint64>(i);
    m_sender.post([lanes = m_lanes, first, jobs = std::move(jobs)]() mutable {
        lanes->submit(first, std::move(jobs));
    });
    return numbers;
}

Dispatcher::Hold Dispatcher::hold(const QString &engine)
{
    const auto change = [&sender = m_sender, lanes = m_lanes, engine](bool held) {
        sender.post([lanes, engine, held] {
            if (const std::shared_ptr<Lane> lane = lanes->lane(engine))
                lane->hold(held);
        });
    };
    change(true);
    return {nullptr, [change](void *) { change(false); }};
}

void Dispatcher::cancel(const QList<quint64> &jobs)
{
    m_sender.post([lanes = m_lanes, jobs] { lanes->cancel(jobs); });
}

void Dispatcher::reset(const QString &engine)
{
    m_sender.post([lanes = m_lanes, engine] {
        if (const std::shared_ptr<Lane> lane = lanes->lane(engine))
            lane->reset();
    });
}

void Dispatcher::state(const QString &engine, std::function<void(std::optional<EngineState>)> tell)
{
    m_sender.post([lanes = m_lanes, engine, tell = std::move(tell)] {
        const std::shared_ptr<Lane> lane = lanes->lane(engine);
        tell(lane ? std::optional(lane->state()) : std::nullopt);
    });
}

} // namespace verbale::mt
