#pragma once

#include "plugins/machine-translation/queue/job.h"

#include <memory>

namespace verbale::mt {

/// Sends texts to engines: the most urgent first, in batches within the engine's limits, each text once
/// however many segments have it, no faster than the service wants, and again by itself only where that costs
/// nothing. What may have been charged is never sent again unless it is submitted again. All methods from any
/// thread; the work is done on the sender's, which has to live as long.
class Dispatcher
{
public:
    /// Asked before each request, so that a key can be changed while others are on their way. Any thread.
    using Key = std::function<Secret()>;

    Dispatcher(Sender &sender, std::shared_ptr<ExitGate> gate);
    /// Everything that waits ends as cancelled.
    ~Dispatcher();
    Dispatcher(const Dispatcher &) = delete;
    Dispatcher &operator=(const Dispatcher &) = delete;

    /// Replaces an engine of the same id; what is on its way with that one still ends.
    void setEngine(std::shared_ptr<const Engine> engine, Key key);

    /// A number for each job, in their order. Those of one call are batched together.
    QList<quint64> submit(QList<Job> jobs);
    /// As long as it lives, further jobs are to be expected: those in bulk go only as many together as a
    /// request may hold. So a caller who has many can submit them bit by bit, and the requests are the same.
    using Hold = std::shared_ptr<void>;
    [[nodiscard]] Hold hold(const QString &engine);
    /// The jobs end at once as cancelled, whether they had left or not. An answer that still comes is paid
    /// for: the gate gets it.
    void cancel(const QList<quint64> &jobs);
    /// Tries at once what rests or has been stopped.
    void reset(const QString &engine);
    /// Calls back on the sender's thread; nothing for an engine that is not there.
    void state(const QString &engine, std::function<void(std::optional<EngineState>)> tell);

private:
    class Lanes;
    Sender &m_sender;
    std::shared_ptr<Lanes> m_lanes;
};

} // namespace verbale::mt
