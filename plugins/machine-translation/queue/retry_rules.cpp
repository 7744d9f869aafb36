#include "plugins/machine-translation/queue/retry_rules.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace verbale::mt {

namespace {

constexpr double growth = 1.6;
constexpr double spread = 0.2;
constexpr milliseconds longest{120'000};
constexpr int refusalsInOrder = 5; ///< of one request, by a server that changes its connections

bool isRefusedStream(const Failure &failure)
{
    return failure.error.code == QLatin1String("transport.refused-stream");
}

bool isAny(const QString &code, std::initializer_list<const char *> codes)
{
    return std::any_of(codes.begin(), codes.end(),
                       [&](const char *one) { return code == QLatin1String(one); });
}

FailureKind kindOf(const TransportError &error)
{
    const QString &code = error.error.code;
    if (isAny(code, {"transport.cancelled", "transport.closing"}))
        return error.requestMayHaveArrived ? FailureKind::Ambiguous : FailureKind::Cancelled;
    if (isAny(code, {"transport.too-large", "transport.too-deep"}))
        return FailureKind::BadAnswer;
    if (error.requestMayHaveArrived)
        return FailureKind::Ambiguous;
    if (isAny(code, {"transport.address", "transport.header", "transport.certificate-file"}))
        return FailureKind::Setup;
    if (code.startsWith(QLatin1String("transport.certificate")))
        return FailureKind::Certificate;
    if (code == QLatin1String("transport.redirect"))
        return FailureKind::Refused;
    if (isAny(code, {"transport.refused-stream", "transport.reset", "transport.stalled",
                     "transport.empty-reply", "transport.broken-off"}))
        return FailureKind::NotSent;
    return FailureKind::Unreachable;
}

struct Plan
{
    int attempts;
    milliseconds first;
};

Plan planFor(const Failure &failure)
{
    switch (failure.kind) {
    case FailureKind::NotSent:
        return {isRefusedStream(failure) ? 2 * refusalsInOrder : 4, milliseconds(100)};
    case FailureKind::Unbilled:
        return {5, milliseconds(1000)};
    case FailureKind::Limited:
        return {8, milliseconds(1000)};
    case FailureKind::Unreachable:
        return {isAny(failure.error.code, {"transport.proxy-auth", "transport.timeout-connect"}) ? 1 : 2,
                milliseconds(1000)};
    default:
        return {1, milliseconds(0)};
    }
}

} // namespace

Failure failureOf(const TransportError &error, const Engine &engine, const Batch &batch)
{
    if (error.status >= 400) {
        HttpAnswer broken;
        broken.status = error.status;
        broken.retryAfter = error.retryAfter;
        const EngineAnswer known = engine.answer(batch, broken);
        const auto *const failure = std::get_if<Failure>(&known);
        if (failure != nullptr &&
            (failure->kind == FailureKind::Limited || failure->kind == FailureKind::Unbilled))
            return *failure;
    }
    return {kindOf(error), error.error, error.retryAfter};
}

std::optional<milliseconds> waitBeforeRetry(const Failure &failure, int attempt, double chance)
{
    const Plan plan = planFor(failure);
    if (attempt >= plan.attempts || failure.retryAfter.value_or(milliseconds(0)) > longestAsked)
        return std::nullopt;
    const double own = static_cast<double>(plan.first.count()) * std::pow(growth, attempt - 1);
    const double spreadOut =
        std::min(own, static_cast<double>(longest.count())) * (1 - spread + 2 * spread * chance);
    return std::max(milliseconds(static_cast<qint64>(spreadOut)),
                    failure.retryAfter.value_or(milliseconds(0)));
}

/// Xorshift.
double Chance::next()
{
    m_state ^= m_state << 13U;
    m_state ^= m_state >> 17U;
    m_state ^= m_state << 5U;
    return static_cast<double>(m_state) / static_cast<double>(std::numeric_limits<quint32>::max());
}

milliseconds pauseAfter(const Failure &limited, std::optional<milliseconds> wait)
{
    return wait.value_or(std::max(longest, limited.retryAfter.value_or(milliseconds(0))));
}

bool stopsTheEngine(FailureKind kind)
{
    return kind == FailureKind::Quota || kind == FailureKind::Key;
}

bool countsAgainstTheService(const Failure &failure, int attempt)
{
    if (isRefusedStream(failure) && attempt < refusalsInOrder)
        return false;
    const FailureKind kind = failure.kind;
    return kind == FailureKind::NotSent || kind == FailureKind::Unbilled || kind == FailureKind::Ambiguous ||
           kind == FailureKind::Unreachable || kind == FailureKind::Certificate;
}

bool fits(const QList<ItemAnswer> &answers, const Batch &batch)
{
    QList<bool> seen(batch.items.size(), false);
    return std::all_of(answers.cbegin(), answers.cend(), [&](const ItemAnswer &one) {
        if (one.item < 0 || one.item >= seen.size() || seen.at(one.item))
            return false;
        seen[one.item] = true;
        return true;
    });
}

} // namespace verbale::mt
