#include "plugins/machine-translation/transport/lost_requests.h"

#include <QtCore/QByteArray>

namespace verbale::mt {

namespace {

constexpr qsizetype mostConnections = 256; ///< remembered as gone away; older ones have long been closed

std::optional<quint64> numberAfter(QByteArrayView line, QByteArrayView mark)
{
    const qsizetype at = line.indexOf(mark);
    if (at < 0)
        return std::nullopt;
    quint64 number = 0;
    qsizetype digits = 0;
    for (qsizetype i = at + mark.size(); i < line.size() && digits < 18; ++i, ++digits) {
        if (line[i] < '0' || line[i] > '9')
            break;
        number = number * 10 + static_cast<quint64>(line[i] - '0');
    }
    return digits > 0 ? std::optional(number) : std::nullopt;
}

} // namespace

void LostRequests::hear(Exchange exchange, QByteArrayView line, bool errorBefore)
{
    const auto starts = [line](const char *text) { return line.startsWith(QByteArrayView(text)); };
    if (starts("Re-using existing connection") || starts("Connected to ")) {
        Known &known = m_exchanges[exchange];
        if (known.diedSilently || known.refused)
            return; // About to be tried anew: until then what matters is how it was lost.
        known.connection = numberAfter(line, starts("Connected") ? "(#" : "connection #");
    } else if (starts("Using Stream ID: ")) {
        m_exchanges[exchange].stream = numberAfter(line, "Using Stream ID: ");
    } else if (line.contains("GOAWAY, error=")) {
        const std::optional<quint64> last = numberAfter(line, "last_stream=");
        const std::optional<quint64> connection = m_exchanges.value(exchange).connection;
        if (m_lastWorkedOn.size() > mostConnections)
            m_lastWorkedOn.clear();
        if (last && connection)
            m_lastWorkedOn.insert(*connection, *last);
    } else if (starts("REFUSED_STREAM, retrying")) {
        m_exchanges[exchange].refused = true;
    } else if (starts("Connection died, retrying")) {
        if (!errorBefore)
            m_exchanges[exchange].diedSilently = true;
    } else if (starts("Downgrades to HTTP/1.1")) {
        m_exchanges[exchange].refused = true;
        m_exchanges[exchange].wantsHttp1 = true;
    }
}

void LostRequests::sentAnew(Exchange exchange)
{
    const bool wantsHttp1 = m_exchanges.take(exchange).wantsHttp1;
    if (wantsHttp1)
        m_exchanges[exchange].wantsHttp1 = true;
}

bool LostRequests::surelyRefused(Exchange exchange) const
{
    const auto found = m_exchanges.constFind(exchange);
    if (found == m_exchanges.cend())
        return false;
    if (found->refused)
        return true;
    if (!found->stream || !found->connection)
        return false;
    const auto gone = m_lastWorkedOn.constFind(*found->connection);
    if (gone != m_lastWorkedOn.cend())
        return *gone < *found->stream;
    return found->diedSilently && m_silentMeansRefused;
}

bool LostRequests::wantsHttp1(Exchange exchange) const
{
    return m_exchanges.value(exchange).wantsHttp1;
}

} // namespace verbale::mt
