#include "http2_peer.h"

namespace verbale::mt::test {

namespace {

enum Type : quint8 {
    Data = 0,
    Headers = 1,
    ResetStream = 3,
    Settings = 4,
    Ping = 6,
    GoAway = 7,
    WindowUpdate = 8
};
enum Flag : quint8 { EndStream = 1, Acknowledged = 1, EndHeaders = 4, Padded = 8 };
enum Code : quint32 { InternalError = 2, RefusedStream = 7 };
constexpr qsizetype headSize = 9;
constexpr qsizetype mostPayload = 16384;
const QByteArray preface("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");

QByteArray number(quint32 value)
{
    QByteArray bytes(4, '\0');
    for (int i = 0; i < 4; ++i)
        bytes[i] = static_cast<char>(value >> (24 - 8 * i));
    return bytes;
}

quint32 number(QByteArrayView bytes)
{
    quint32 value = 0;
    for (const char c : bytes)
        value = value << 8 | static_cast<quint8>(c);
    return value;
}

/// HPACK (RFC 7541) without its table's memory: a status and the type of content as literals.
QByteArray fields(int status)
{
    const QByteArray type("application/json");
    QByteArray block;
    block.append('\x08').append('\x03').append(QByteArray::number(status));
    block.append('\x0f').append('\x10').append(static_cast<char>(type.size())).append(type);
    return block;
}

} // namespace

void Http2Session::frame(quint8 type, quint8 flags, quint32 stream, const QByteArray &payload)
{
    m_out += number(static_cast<quint32>(payload.size())).mid(1);
    m_out.append(static_cast<char>(type)).append(static_cast<char>(flags));
    m_out += number(stream) + payload;
}

void Http2Session::flush()
{
    if (!m_out.isEmpty())
        m_connection.write(m_out);
    m_out.clear();
}

void Http2Session::serve()
{
    frame(Settings, 0, 0, QByteArray("\0\3", 2) + number(100)); // as many requests at once
    while (m_connection.open() && !m_connection.stopping()) {
        while (!m_due.empty() && m_due.begin()->first <= Clock::now()) {
            const auto next = m_due.extract(m_due.begin());
            carryOut(next.mapped().first, next.mapped().second);
        }
        flush();
        const auto wait =
            m_due.empty()
                ? std::chrono::milliseconds(10)
                : std::chrono::duration_cast<std::chrono::milliseconds>(m_due.begin()->first - Clock::now());
        m_in +=
            m_connection.read(std::clamp(wait, std::chrono::milliseconds(0), std::chrono::milliseconds(10)));
        while (takeFrame()) {
        }
    }
}

bool Http2Session::takeFrame()
{
    if (!m_greeted) {
        if (m_in.size() < preface.size())
            return false;
        m_in.remove(0, preface.size());
        m_greeted = true;
    }
    if (m_in.size() < headSize)
        return false;
    const auto size = static_cast<qsizetype>(number(QByteArrayView(m_in).first(3)));
    if (m_in.size() < headSize + size)
        return false;
    const QByteArray whole = m_in.first(headSize + size);
    m_in.remove(0, whole.size());
    handle(static_cast<quint8>(whole[3]), static_cast<quint8>(whole[4]),
           number(QByteArrayView(whole).sliced(5, 4)) & 0x7fffffffU, QByteArrayView(whole).sliced(headSize));
    return true;
}

void Http2Session::handle(quint8 type, quint8 flags, quint32 stream, QByteArrayView payload)
{
    if (type == Settings && (flags & Acknowledged) == 0)
        frame(Settings, Acknowledged, 0, {});
    if (type == Ping && (flags & Acknowledged) == 0)
        frame(Ping, Acknowledged, 0, payload.toByteArray());
    if (type == ResetStream) {
        m_bodies.erase(stream);
        std::erase_if(m_due, [stream](const auto &one) { return one.second.first == stream; });
    }
    if (type == Headers)
        m_bodies[stream];
    if (type == Data && !payload.isEmpty()) {
        m_bodies[stream] += payload;
        frame(WindowUpdate, 0, 0, number(static_cast<quint32>(payload.size())));
        frame(WindowUpdate, 0, stream, number(static_cast<quint32>(payload.size())));
    }
    if ((type == Data || type == Headers) && (flags & EndStream) != 0)
        requested(stream);
}

void Http2Session::requested(quint32 stream)
{
    const Reply reply = m_script(m_count++, m_bodies[stream]);
    m_bodies.erase(stream);
    m_due.emplace(Clock::now() + reply.after, std::pair(stream, reply));
    if (reply.kind != Reply::Kind::GoAwayWithout)
        m_before = stream;
}

void Http2Session::carryOut(quint32 stream, const Reply &reply)
{
    switch (reply.kind) {
    case Reply::Kind::Answer:
    case Reply::Kind::Deaf:
        frame(Headers, reply.body.isEmpty() ? EndHeaders | EndStream : EndHeaders, stream,
              fields(reply.status));
        for (qsizetype at = 0; at < reply.body.size(); at += mostPayload)
            frame(Data, at + mostPayload >= reply.body.size() ? EndStream : 0, stream,
                  reply.body.mid(at, mostPayload));
        if (reply.kind == Reply::Kind::Deaf) {
            flush();
            m_connection.goDeaf();
        }
        break;
    case Reply::Kind::RefuseStream:
        frame(ResetStream, 0, stream, number(RefusedStream));
        break;
    case Reply::Kind::StreamError:
        frame(ResetStream, 0, stream, number(InternalError));
        break;
    case Reply::Kind::GoAwayWithout:
        frame(GoAway, 0, 0, number(m_before) + number(0));
        break;
    case Reply::Kind::GoAwayWith:
        frame(GoAway, 0, 0, number(stream) + number(0));
        flush();
        m_connection.close();
        break;
    case Reply::Kind::Reset:
        flush();
        m_connection.reset();
        break;
    case Reply::Kind::Silence:
        break;
    case Reply::Kind::Half:
        frame(Headers, EndHeaders, stream, fields(reply.status));
        frame(Data, 0, stream, reply.body.first(reply.body.size() / 2));
        break;
    }
}

} // namespace verbale::mt::test
