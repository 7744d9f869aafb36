#pragma once

#include "raw_peer.h"

#include <deque>
#include <map>

namespace verbale::mt::test {

/// What a server of HTTP/2 does with a request.
struct Reply
{
    enum class Kind {
        Answer,        ///< whole
        RefuseStream,  ///< RST_STREAM with REFUSED_STREAM: surely not worked on
        StreamError,   ///< RST_STREAM with INTERNAL_ERROR
        GoAwayWithout, ///< GOAWAY that names the request before it as the last
        GoAwayWith,    ///< GOAWAY that names this one, then the connection closes without an answer
        Reset,         ///< the connection is reset
        Silence,
        Half, ///< of the body, and then silence
        Deaf, ///< answered, and then the connection is dead without a word
    };
    Kind kind = Kind::Answer;
    int status = 200;
    QByteArray body = "{}";
    std::chrono::milliseconds after{0};
};

/// Speaks just enough HTTP/2 with one client to answer its requests as the script says: `script(number,
/// body)`, numbers from 0 on this connection. Returns when the client or the test ends.
class Http2Session
{
public:
    using Script = std::function<Reply(int number, const QByteArray &body)>;

    Http2Session(Connection &connection, Script script)
        : m_connection(connection), m_script(std::move(script))
    {
    }
    void serve();

private:
    using Clock = std::chrono::steady_clock;

    bool takeFrame();
    void handle(quint8 type, quint8 flags, quint32 stream, QByteArrayView payload);
    void requested(quint32 stream);
    void carryOut(quint32 stream, const Reply &reply);
    void frame(quint8 type, quint8 flags, quint32 stream, const QByteArray &payload);
    void flush();

    Connection &m_connection;
    Script m_script;
    QByteArray m_in;
    QByteArray m_out;
    bool m_greeted = false;
    int m_count = 0;
    quint32 m_before = 0; ///< the stream before the newest
    std::map<quint32, QByteArray> m_bodies;
    std::multimap<Clock::time_point, std::pair<quint32, Reply>> m_due;
};

} // namespace verbale::mt::test
