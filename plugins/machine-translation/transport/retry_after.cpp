#include "plugins/machine-translation/transport/retry_after.h"

#include <curl/curl.h>

#include <algorithm>
#include <cmath>

namespace verbale::mt {

namespace {

constexpr milliseconds longest = std::chrono::hours(24);
constexpr qsizetype longestDate = 64; ///< bytes; the longest form of a date has 34

QByteArray valueOf(const QList<Header> &headers, QByteArrayView name)
{
    for (const Header &one : headers) {
        if (one.name.compare(name, Qt::CaseInsensitive) == 0)
            return one.value.trimmed();
    }
    return {};
}

milliseconds within(double value)
{
    const double most = static_cast<double>(longest.count());
    return milliseconds(static_cast<qint64>(std::ceil(std::clamp(value, 0.0, most))));
}

/// Digits with at most one point: what services send as a number. Nothing of "1e9", "-1", "0x10" or "inf".
std::optional<double> plainNumber(const QByteArray &text)
{
    const auto allowed = [](char c) { return (c >= '0' && c <= '9') || c == '.'; };
    if (text.isEmpty() || text.size() > 20 || !std::all_of(text.cbegin(), text.cend(), allowed))
        return std::nullopt;
    bool ok = false;
    const double value = text.toDouble(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

std::optional<qint64> date(const QByteArray &text)
{
    if (text.isEmpty() || text.size() > longestDate || !text.contains(':') || text.contains('\0'))
        return std::nullopt;
    const time_t seconds = curl_getdate(text.constData(), nullptr);
    return seconds < 0 ? std::nullopt : std::optional<qint64>(seconds);
}

} // namespace

std::optional<milliseconds> retryAfter(const QList<Header> &headers, qint64 now)
{
    if (const std::optional<double> given = plainNumber(valueOf(headers, "retry-after-ms")))
        return within(*given);
    const QByteArray value = valueOf(headers, "Retry-After");
    if (const std::optional<double> given = plainNumber(value))
        return within(*given * 1000);
    const std::optional<qint64> then = date(value);
    if (!then)
        return std::nullopt;
    const qint64 base = date(valueOf(headers, "Date")).value_or(now);
    return within((static_cast<double>(*then) - static_cast<double>(base)) * 1000);
}

} // namespace verbale::mt
