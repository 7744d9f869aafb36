#pragma once

#include "plugins/machine-translation/transport/secret.h"

#include <verbale/sdk/result.h>

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

#include <chrono>
#include <optional>
#include <variant>

namespace verbale::mt {

using std::chrono::milliseconds;

/// A header that anybody may read. Names are compared without regard to case. A line break or NUL in either
/// is refused before anything is sent.
struct Header
{
    QByteArray name;
    QByteArray value;
};

/// A header that carries a key: {"Authorization", key.prefixed("Bearer ")}.
struct SecretHeader
{
    QByteArray name;
    Secret value;
};

/// A key within the body: sent between body[0, at) and body[at, end), as it stands (escape it for JSON
/// before). `body` itself, which the ledger and the preview show, never holds it.
struct BodySecret
{
    qsizetype at = 0;
    Secret value;
};

/// How long each step may take. `firstByte` counts from the moment the request has been sent whole, `stalled`
/// is the time in which at least `stalledBytes` bytes of the answer have to come once it has begun. After
/// `deaf`, a connection whose other side has not even acknowledged what it was sent is given up, with all
/// that is on it.
struct Timeouts
{
    milliseconds connect{10'000}; ///< Name, connection, proxy and TLS together.
    milliseconds firstByte{15'000};
    milliseconds stalled{10'000};
    qint64 stalledBytes = 256;
    milliseconds deaf{12'000};
    milliseconds total{120'000};
};

/// One request. https everywhere; http for loopback addresses alone. Never followed elsewhere.
struct HttpRequest
{
    QByteArray method = "POST";
    QString url;
    QList<Header> headers = {};
    QList<SecretHeader> secretHeaders = {};
    QByteArray body = {};
    std::optional<BodySecret> bodySecret = std::nullopt;
    Timeouts timeouts = {};
    qint64 maxAnswerBytes = qint64(4)
                            << 20; ///< After decompression; an answer beyond is cut off and refused.
};

/// An answer that came whole, whatever its status.
struct HttpAnswer
{
    int status = 0;
    QList<Header> headers = {};
    QByteArray body = {}; ///< Decompressed; its bytes as they came, not checked for UTF-8.
    std::optional<milliseconds> retryAfter =
        std::nullopt;         ///< From Retry-After or retry-after-ms, at most a day.
    QString httpVersion = {}; ///< "1.1", "2"

    /// The first header of that name, or empty.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

/// Why no whole answer came. `error.code` is one of the table in docs/adr/0039 ("transport.dns",
/// "transport.reset"...), `error.message` a sentence for the translator with what to do; neither holds a key
/// or a text that was to be translated.
struct TransportError
{
    Error error;
    bool requestMayHaveArrived = false; ///< The service may have worked, and may charge for it.
    int status = 0;                     ///< Of an answer that broke off; 0: none had begun.
    std::optional<milliseconds> retryAfter = std::nullopt;
};

using HttpOutcome = std::variant<HttpAnswer, TransportError>;

} // namespace verbale::mt
