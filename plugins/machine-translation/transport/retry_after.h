#pragma once

#include "plugins/machine-translation/transport/http_exchange.h"

namespace verbale::mt {

/// How long a service asks to be left alone: `retry-after-ms` (OpenAI and others), else `Retry-After` in
/// seconds or as a date (RFC 9110, 10.2.3). A date is held against the answer's own `Date` where there is
/// one, so that a wrong clock here does not count, else against `now` (seconds since 1970, UTC). At least 0,
/// at most a day; nothing where the header is absent or means nothing.
[[nodiscard]] std::optional<milliseconds> retryAfter(const QList<Header> &headers, qint64 now);

} // namespace verbale::mt
