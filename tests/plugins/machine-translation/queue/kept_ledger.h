#pragma once

#include "plugins/machine-translation/queue/job.h"

#include <QtCore/QSet>

namespace verbale::mt::test {

/// Keeps what left and what came of it; counts what was never told to have ended.
class KeptLedger final : public ExitGate
{
public:
    QList<Verdict> claim(const Departure &departure) override
    {
        return elsewhere.contains(departure.body) ? QList<Verdict>{Elsewhere{}} : QList<Verdict>{};
    }
    Result<qint64> leaving(const Departure &departure) override
    {
        if (full)
            return Error{"test.full", "The disk is full."};
        bodies.append(departure.body);
        open.insert(bodies.size());
        return bodies.size();
    }
    void ended(qint64 number, const Departure &departure, const QList<JobOutcome> &outcomes) override
    {
        sound = sound && open.remove(number) && outcomes.size() == departure.batch.items.size() &&
                departure.segments.size() == outcomes.size();
    }

    bool full = false;
    bool sound = true;
    QSet<QByteArray> elsewhere; ///< bodies that another program is sending
    QSet<qint64> open;
    QList<QByteArray> bodies;
};

} // namespace verbale::mt::test
