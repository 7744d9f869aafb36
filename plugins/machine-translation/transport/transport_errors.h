#pragma once

#include "plugins/machine-translation/transport/http_exchange.h"

namespace verbale::mt {

/// Why this side ended an exchange, if it did.
enum class Ended {
    ByLibrary, ///< libcurl ended it: see `code`
    Cancelled,
    Closing,
    FirstByteLate,
    Stalled,
    TooLong,
    TooLarge,
    TooDeep,
    Redirected,
    ProxyWantsPassword,
};

/// What is known of an exchange that brought no whole answer.
struct ExchangeFacts
{
    Ended ended = Ended::ByLibrary;
    int code = 0;               ///< CURLcode
    int systemError = 0;        ///< errno of the connection attempt
    int proxyAnswer = 0;        ///< the proxy's status for CONNECT
    long certificate = 0;       ///< X509_V_ERR_..., 0: the chain is good, 1: not looked at
    int status = 0;             ///< of an answer that had begun
    bool nameKnown = false;     ///< the name had been looked up
    bool connected = false;     ///< connection, proxy and TLS stood
    bool sentWhole = false;     ///< the last byte of the request had been handed over
    bool surelyRefused = false; ///< the service said that it did not begin with it
    QString host = {};
    QString proxy = {};   ///< empty: none is set
    QString movedTo = {}; ///< the host of a redirect
};

/// The named state: a code, a sentence with what to do, and whether it may have been charged.
[[nodiscard]] TransportError explain(const ExchangeFacts &facts);

} // namespace verbale::mt
