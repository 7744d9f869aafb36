#include "plugins/machine-translation/service/rehearsal.h"

#include "plugins/machine-translation/queue/dispatcher.h"

#include <map>

namespace verbale::mt {

namespace {

constexpr const char *rehearsed = "mt.rehearsed";

/// Its thread is the caller's, in run(); its clock moves on whenever nothing is left to do but to wait.
class StandIn final : public Sender
{
public:
    void run(const StopToken &stop)
    {
        while (!m_due.empty() && !stop.stop_requested()) {
            const auto node = m_due.extract(m_due.begin());
            m_now = std::max(m_now, node.key());
            node.mapped()();
        }
        m_due.clear();
    }

    // The gate lets nothing through.
    quint64 send(HttpRequest, Done) override { return 0; }
    void cancel(quint64) override {}
    void post(std::function<void()> work) override { after(milliseconds(0), std::move(work)); }
    void after(milliseconds wait, std::function<void()> work) override
    {
        m_due.emplace(m_now + wait, std::move(work));
    }
    [[nodiscard]] Clock::time_point now() const override { return m_now; }

private:
    std::multimap<Clock::time_point, std::function<void()>> m_due;
    Clock::time_point m_now = Clock::now();
};

/// Writes down what would leave, and lets nothing out.
class ClosedGate final : public ExitGate
{
public:
    ClosedGate(Rehearsal &rehearsal, qsizetype most) : m_rehearsal(rehearsal), m_most(most) {}

    Result<qint64> leaving(const Departure &departure) override
    {
        ++m_rehearsal.count;
        for (const Item &item : departure.batch.items)
            m_rehearsal.characters += departure.engine.estimatedCharacters(item);
        if (m_rehearsal.requests.size() < m_most)
            m_rehearsal.requests.append(
                {departure.url, QString::fromUtf8(departure.body),
                 departure.batch.items.first().step ? QStringList() : departure.segments});
        return Error{QLatin1String(rehearsed), {}, {}};
    }
    void ended(qint64, const Departure &, const QList<JobOutcome> &) override {}

private:
    Rehearsal &m_rehearsal;
    qsizetype m_most;
};

} // namespace

Rehearsal rehearse(const std::shared_ptr<const Engine> &engine, const Secret &key, QList<Job> jobs,
                   qsizetype most, const StopToken &stop)
{
    Rehearsal rehearsal;
    for (Job &job : jobs) {
        job.done = [&rehearsal](const JobOutcome &outcome) {
            const auto *const failure = std::get_if<Failure>(&outcome);
            if (failure && failure->error.code != QLatin1String(rehearsed) &&
                failure->kind != FailureKind::Cancelled &&
                !rehearsal.objections.contains(failure->error.message))
                rehearsal.objections.append(failure->error.message);
        };
    }
    StandIn sender;
    Dispatcher dispatcher(sender, std::make_shared<ClosedGate>(rehearsal, most));
    dispatcher.setEngine(engine, [key] { return key; });
    (void)dispatcher.submit(std::move(jobs));
    sender.run(stop);
    return rehearsal;
}

} // namespace verbale::mt
