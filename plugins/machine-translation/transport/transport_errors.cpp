#include "plugins/machine-translation/transport/transport_errors.h"

#include <curl/curl.h>

#include <cerrno>

namespace verbale::mt {

namespace {

/// X509_V_ERR_... of OpenSSL, whose numbers libcurl hands through.
enum Certificate : long {
    Good = 0,
    NotLookedAt = 1,
    NotYetValid = 9,
    Expired = 10,
    SelfSigned = 18,
    SelfSignedInChain = 19
};

struct Named
{
    const char *code;
    const char *sentence; ///< %1: the host, %2: the proxy or the host of a redirect
};

Named certificate(long verdict)
{
    switch (verdict) {
    case Expired:
        return {"transport.certificate-expired", "The certificate of %1 has expired, so nothing was sent. "
                                                 "Check this computer's date; if it is right, "
                                                 "tell who runs the service."};
    case NotYetValid:
        return {"transport.certificate-not-yet-valid", "The certificate of %1 is not valid yet, so nothing "
                                                       "was sent. Check this computer's date and time."};
    case SelfSigned:
    case SelfSignedInChain:
        return {
            "transport.certificate-self-signed",
            "%1 shows a certificate that no authority has signed, so nothing was sent. For a service of your "
            "own, add the file with its authority's certificate to the engine's settings."};
    case Good:
    case NotLookedAt: // The name is compared before the chain is.
        return {
            "transport.certificate-host",
            "The certificate shown is not that of %1, so nothing was sent. Check the address; a network's "
            "sign-in page can also stand in between."};
    default:
        return {
            "transport.certificate-untrusted",
            "The certificate of %1 comes from an authority that this computer does not know, so nothing was "
            "sent. If your office inspects traffic, add its authority's certificate to the engine's "
            "settings."};
    }
}

Named timedOutConnecting(const ExchangeFacts &facts)
{
    if (!facts.nameKnown)
        return {"transport.timeout-dns",
                "The name %1 could not be looked up in time. Check the network connection."};
    return {"transport.timeout-connect",
            "%1 did not accept a connection in time. Check the network connection, the "
            "address and the proxy's settings."};
}

Named proxyFailed(const ExchangeFacts &facts)
{
    if (facts.proxyAnswer == 407 || facts.proxyAnswer == 401) // as some answer to a wrong password
        return {"transport.proxy-auth",
                "The proxy %2 wants a user name and password, or refused those that it got. "
                "Enter them in the network settings."};
    return {"transport.proxy",
            "The proxy %2 did not connect to %1. Check the proxy's settings, or ask who runs it "
            "to let %1 through."};
}

Named lost(const ExchangeFacts &facts)
{
    if (facts.status != 0)
        return {"transport.broken-off", "The answer of %1 broke off or was garbled before its end."};
    if (facts.code == CURLE_GOT_NOTHING)
        return {"transport.empty-reply", "%1 closed the connection without an answer."};
    return {"transport.reset", "The connection to %1 was cut before an answer came."};
}

Named beforeConnection(const ExchangeFacts &facts)
{
    switch (facts.code) {
    case CURLE_COULDNT_RESOLVE_HOST:
        return {"transport.dns",
                "No computer of the name %1 is known. Check the address and the network connection."};
    case CURLE_COULDNT_RESOLVE_PROXY:
        return {"transport.proxy-dns", "No proxy of the name %2 is known. Check the network settings."};
    case CURLE_COULDNT_CONNECT:
        if (facts.systemError == ECONNREFUSED)
            return {"transport.refused",
                    "%1 refuses connections: the service is not running there, or a firewall "
                    "stands in between. Check the address and port."};
        return {"transport.unreachable",
                "%1 cannot be reached from this network. Check the network connection and "
                "the proxy's settings."};
    case CURLE_PEER_FAILED_VERIFICATION:
        return certificate(facts.certificate);
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CRL_BADFILE:
        return {"transport.certificate-file",
                "The file of trusted certificates cannot be read, so nothing was sent "
                "to %1. Check its path in the network settings."};
    case CURLE_OPERATION_TIMEDOUT:
        return timedOutConnecting(facts);
    case CURLE_PROXY:
        return proxyFailed(facts);
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CIPHER:
        return {"transport.tls",
                "No encrypted connection to %1 could be agreed on. Check the address and port; the "
                "service must offer TLS 1.2 or newer."};
    default:
        return {"transport.not-connected",
                "No connection to %1 came about. Check the network connection and the "
                "proxy's settings."};
    }
}

Named byLibrary(const ExchangeFacts &facts)
{
    if (facts.surelyRefused)
        return {"transport.refused-stream",
                "%1 took no more requests on this connection and did not begin with this "
                "one."};
    if (facts.proxyAnswer >= 300)
        return proxyFailed(facts);
    if (!facts.connected)
        return beforeConnection(facts);
    switch (facts.code) {
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_SEND_FAIL_REWIND: // libcurl wanted to send it again by itself, which is not its to decide.
    case CURLE_PARTIAL_FILE:
    case CURLE_HTTP2_STREAM:
        return lost(facts);
    case CURLE_OPERATION_TIMEDOUT:
        return {"transport.timeout-total", "%1 took too long to answer."};
    case CURLE_OUT_OF_MEMORY:
        return {"transport.memory", "There was not enough memory to talk to %1. Close other programs."};
    default:
        return {"transport.protocol",
                "What came from %1 is not an answer that HTTP knows. Check that the address is "
                "that of the service."};
    }
}

Named named(const ExchangeFacts &facts)
{
    switch (facts.ended) {
    case Ended::ByLibrary:
        break;
    case Ended::Cancelled:
        return {"transport.cancelled", "The request to %1 was cancelled."};
    case Ended::Closing:
        return {"transport.closing", "The request to %1 was given up because Verbale is closing."};
    case Ended::FirstByteLate:
        return {"transport.timeout-first-byte", "%1 took the request but did not begin to answer in time."};
    case Ended::Stalled:
        return {"transport.stalled", "The exchange with %1 came to a standstill."};
    case Ended::TooLong:
        return {"transport.timeout-total", "%1 took too long to answer."};
    case Ended::TooLarge:
        return {"transport.too-large",
                "The answer of %1 is larger than any translation would be; it was not read to "
                "its end."};
    case Ended::TooDeep:
        return {"transport.too-deep",
                "The answer of %1 is nested deeper than any translation would be; it was not "
                "read."};
    case Ended::Redirected:
        return {"transport.redirect",
                "%1 wanted the text sent to %2 instead. Verbale sends texts and keys nowhere "
                "but to the address that was set; correct it if the service has moved."};
    case Ended::ProxyWantsPassword:
        return proxyFailed({.proxyAnswer = 407});
    }
    return byLibrary(facts);
}

/// A redirect and a proxy's refusal are answers of somebody who did not work on the text.
bool workedOnPossible(const ExchangeFacts &facts)
{
    const bool refused = facts.surelyRefused || facts.ended == Ended::Redirected ||
                         facts.ended == Ended::ProxyWantsPassword || facts.proxyAnswer >= 300;
    return !refused && facts.sentWhole;
}

} // namespace

TransportError explain(const ExchangeFacts &facts)
{
    const Named name = named(facts);
    const bool mayHaveArrived = workedOnPossible(facts);
    const QString other = facts.ended == Ended::Redirected ? facts.movedTo : facts.proxy;
    QString sentence = QString::fromLatin1(name.sentence);
    sentence.replace(QStringLiteral("%2"), other).replace(QStringLiteral("%1"), facts.host);
    if (mayHaveArrived)
        sentence += QStringLiteral(" The text may have been charged; it is sent again only if you say so.");
    return {{QString::fromLatin1(name.code), sentence}, mayHaveArrived, facts.status, std::nullopt};
}

} // namespace verbale::mt
