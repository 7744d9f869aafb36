#pragma once

#include "plugins/machine-translation/engines/engine.h"

namespace verbale::mt {

/// What an exchange without a whole answer means for its texts. An engine may know more of an error status
/// whose body broke off.
[[nodiscard]] Failure failureOf(const TransportError &error, const Engine &engine, const Batch &batch);

/// How long to wait before sending the same texts again by itself; nothing: not by itself. Only where the
/// request surely did not arrive or the contract says that it cost nothing, and only so often. `attempt`: 1
/// after the first. `chance`: 0 to 1, spreads many clients.
[[nodiscard]] std::optional<milliseconds> waitBeforeRetry(const Failure &failure, int attempt, double chance);

/// 0 to 1: enough to keep many clients from coming back at the same moment.
class Chance
{
public:
    [[nodiscard]] double next();

private:
    quint32 m_state = 0x9e3779b9U;
};

/// A service that asks for a longer pause gets it: we say so and stop.
constexpr milliseconds longestAsked{900'000};
/// For how long nothing at all is sent after a service was asked too much; `wait` is waitBeforeRetry().
[[nodiscard]] milliseconds pauseAfter(const Failure &limited, std::optional<milliseconds> wait);

/// No further request will fare better until the user has done something.
[[nodiscard]] bool stopsTheEngine(FailureKind kind);
/// The service, or the way to it, is in trouble. `attempt`: as above. A server that closes its connections
/// after so many requests, and refuses the streams that came too late, is in none before it has done so
/// several times.
[[nodiscard]] bool countsAgainstTheService(const Failure &failure, int attempt);

/// Each of the batch's items has at most one answer; otherwise nobody can tell which text belongs to which
/// segment.
[[nodiscard]] bool fits(const QList<ItemAnswer> &answers, const Batch &batch);

} // namespace verbale::mt
