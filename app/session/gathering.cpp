#include "session/gathering.h"

namespace verbale::session {

Error named(const host::Provider &provider, Error error)
{
    error.message = QStringLiteral("%1: %2").arg(provider.name, error.text());
    error.where = {};
    if (!error.code.startsWith(QLatin1String("plugins.")))
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
           error.code == QLatin1String("plugins.quarantined");
}

} // namespace verbale::session
