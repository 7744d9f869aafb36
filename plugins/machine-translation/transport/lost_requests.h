#pragma once

#include <QtCore/QByteArrayView>
#include <QtCore/QHash>

#include <optional>

namespace verbale::mt {

/// What libcurl lets be known about a request whose connection was lost, for one question: did the service
/// surely not work on it? HTTP/2 answers that with REFUSED_STREAM and with GOAWAY, which names the last
/// request that was worked on; libcurl tells of both only in its running commentary. What is not surely
/// refused counts as arrived. One thread.
class LostRequests
{
public:
    using Exchange = quint64;

    /// `silentMeansRefused`: a commentary without an error before "Connection died" means REFUSED_STREAM;
    /// true of libcurl 7.88 (http2.c), not known of others.
    explicit LostRequests(bool silentMeansRefused) : m_silentMeansRefused(silentMeansRefused) {}

    /// A line of the commentary on an exchange; `errorBefore`: libcurl has named an error of this exchange
    /// before.
    void hear(Exchange exchange, QByteArrayView line, bool errorBefore);
    /// libcurl sends it a second time by itself: how it was lost before says nothing of this time.
    void sentAnew(Exchange exchange);
    /// The service surely did not begin with it: sending it again costs nothing.
    [[nodiscard]] bool surelyRefused(Exchange exchange) const;
    /// The service wants HTTP/1.1 for this request.
    [[nodiscard]] bool wantsHttp1(Exchange exchange) const;
    void forget(Exchange exchange) { m_exchanges.remove(exchange); }

private:
    struct Known
    {
        std::optional<quint64> connection;
        std::optional<quint64> stream;
        bool refused = false;
        bool diedSilently = false;
        bool wantsHttp1 = false;
    };

    bool m_silentMeansRefused;
    QHash<Exchange, Known> m_exchanges;
    QHash<quint64, quint64> m_lastWorkedOn; ///< of connections that said GOAWAY
};

} // namespace verbale::mt
