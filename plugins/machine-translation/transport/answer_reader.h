#pragma once

#include "plugins/machine-translation/transport/http_exchange.h"

namespace verbale::mt {

/// Gathers an answer from the pieces that come from the network, and counts for itself: libcurl's own limit
/// does not stop bodies that are chunked or compressed. A piece that goes beyond a limit is refused, and with
/// it the answer. Not tied to a thread.
class AnswerReader
{
public:
    enum class Limit { Kept, HeadersTooLarge, BodyTooLarge };

    static constexpr qint64 mostHeaderBytes = qint64(64) << 10;
    static constexpr qsizetype mostHeaders = 256;
    /// How deep an answer in JSON may nest: services nest to 7; a parser that recurses fails at some
    /// thousands.
    static constexpr int deepest = 64;

    explicit AnswerReader(qint64 mostBodyBytes) : m_mostBodyBytes(mostBodyBytes) {}

    /// A header line as it came, with its line end. A status line begins anew (an interim answer came
    /// before).
    [[nodiscard]] bool takeHeader(QByteArrayView line);
    [[nodiscard]] bool takeBody(QByteArrayView bytes);

    [[nodiscard]] Limit limit() const { return m_limit; }
    [[nodiscard]] bool begun() const { return m_begun; }
    [[nodiscard]] qint64 receivedBytes() const { return m_receivedBytes; } ///< with headers
    [[nodiscard]] const QList<Header> &headers() const { return m_headers; }
    [[nodiscard]] QByteArray takeBodyAway() { return std::move(m_body); }

private:
    qint64 m_mostBodyBytes;
    qint64 m_headerBytes = 0;
    qint64 m_receivedBytes = 0;
    bool m_begun = false;
    bool m_bodyBegun = false;
    Limit m_limit = Limit::Kept;
    QList<Header> m_headers;
    QByteArray m_body;
};

/// Whether the brackets of a JSON text nest deeper than `depth`. Looks at brackets and strings alone.
[[nodiscard]] bool nestsDeeperThan(QByteArrayView json, int depth);

} // namespace verbale::mt
