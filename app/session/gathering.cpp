#include "session/gathering.h"

#include <algorithm>
#include <array>

namespace verbale::session {

namespace {

/// Why the host could not start a plugin's process; no plugin answers a question with these.
bool isOfTheStart(const QString &code)
{
    static constexpr std::array beginnings{"start.",
                                           "sandbox.",
                                           "load.missing-",
                                           "load.not-a-library",
                                           "load.nothing-created",
                                           "load.sdk-mismatch",
                                           "load.threw"};
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&code](const char *beginning) { return code.startsWith(QLatin1String(beginning)); });
}

} // namespace

Error named(const host::Provider &provider, Error error)
{
    error.message = QStringLiteral("%1: %2").arg(provider.name, error.text());
    error.where = {};
    if (isOfTheStart(error.code))
        error.code = QStringLiteral("plugins.not-started");
    else if (!error.code.startsWith(QLatin1String("plugins.")))
        error.code = QStringLiteral("plugins.failed");
    return error;
}

bool isOnlyOutdated(const Error &error)
{
    return error.code == QLatin1String("plugins.replaced") ||
           error.code == QLatin1String("plugins.cancelled");
}

bool isToldByHost(const Error &error)
{
    return isOnlyOutdated(error) || error.code == QLatin1String("plugins.crashed") ||
           error.code == QLatin1String("plugins.not-started") ||
           error.code == QLatin1String("plugins.quarantined");
}

} // namespace verbale::session
