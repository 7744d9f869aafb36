#include "raw_peer.h"

#include <arpa/inet.h>
#include <csignal>
#include <linux/filter.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace verbale::mt::test {

namespace {

int chooseProtocol(SSL *, const unsigned char **out, unsigned char *size, const unsigned char *in,
                   unsigned inSize, void *wanted)
{
    const auto &protocol = *static_cast<const QByteArray *>(wanted);
    QByteArray list;
    list.append(static_cast<char>(protocol.size())).append(protocol);
    auto *chosen = const_cast<unsigned char *>(*out);
    const int result =
        SSL_select_next_proto(&chosen, size, reinterpret_cast<const unsigned char *>(list.constData()),
                              static_cast<unsigned>(list.size()), in, inSize);
    // The list dies with this function; what was chosen is the same text in the client's own.
    for (unsigned at = 0; at < inSize; at += in[at] + 1U) {
        if (QByteArrayView(in + at + 1, in[at]) == QByteArrayView(protocol)) {
            *out = in + at + 1;
            *size = in[at];
            return SSL_TLSEXT_ERR_OK;
        }
    }
    return result == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_NOACK;
}

bool ready(int socket, short what, std::chrono::milliseconds patience)
{
    pollfd one{socket, what, 0};
    return ::poll(&one, 1, static_cast<int>(patience.count())) > 0;
}

} // namespace

Connection::Connection(int socket, SSL_CTX *context, const std::atomic<bool> &stopping)
    : m_socket(socket), m_stopping(stopping)
{
    if (context == nullptr)
        return;
    m_tls = SSL_new(context);
    SSL_set_fd(m_tls, m_socket);
    timeval patience{5, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (SSL_accept(m_tls) != 1)
        close();
}

Connection::~Connection()
{
    close();
    SSL_free(m_tls);
}

QByteArray Connection::read(std::chrono::milliseconds patience)
{
    if (m_socket < 0)
        return {};
    if ((m_tls == nullptr || SSL_pending(m_tls) == 0) && !ready(m_socket, POLLIN, patience))
        return {};
    QByteArray bytes(65536, Qt::Uninitialized);
    const int room = static_cast<int>(bytes.size());
    const auto count = m_tls != nullptr ? static_cast<ssize_t>(SSL_read(m_tls, bytes.data(), room))
                                        : ::recv(m_socket, bytes.data(), static_cast<std::size_t>(room), 0);
    if (count <= 0) {
        close();
        return {};
    }
    bytes.truncate(static_cast<qsizetype>(count));
    return bytes;
}

void Connection::awaitBytes() const
{
    while (m_socket >= 0 && !m_stopping && !ready(m_socket, POLLIN, std::chrono::milliseconds(10))) {
    }
}

bool Connection::write(QByteArrayView bytes)
{
    while (m_socket >= 0 && !bytes.isEmpty()) {
        const auto count =
            m_tls != nullptr
                ? static_cast<ssize_t>(SSL_write(m_tls, bytes.data(), static_cast<int>(bytes.size())))
                : ::send(m_socket, bytes.data(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL);
        if (count <= 0) {
            close();
            return false;
        }
        bytes = bytes.sliced(static_cast<qsizetype>(count));
    }
    return m_socket >= 0;
}

void Connection::close()
{
    if (m_socket < 0)
        return;
    ::shutdown(m_socket, SHUT_WR);
    ::close(m_socket);
    m_socket = -1;
}

void Connection::reset()
{
    if (m_socket < 0)
        return;
    const linger now{1, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    ::close(m_socket);
    m_socket = -1;
}

void Connection::goDeaf() const
{
    sock_filter nothing = BPF_STMT(BPF_RET | BPF_K, 0);
    const sock_fprog program{1, &nothing};
    ::setsockopt(m_socket, SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof program);
}

void Connection::sleep(std::chrono::milliseconds time) const
{
    const auto until = std::chrono::steady_clock::now() + time;
    while (!m_stopping && std::chrono::steady_clock::now() < until)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
}

QByteArray Connection::readRequest()
{
    QByteArray request;
    while (open() && !m_stopping) {
        request += read(std::chrono::milliseconds(50));
        const qsizetype end = request.indexOf("\r\n\r\n");
        if (end < 0)
            continue;
        const qsizetype at = request.toLower().indexOf("content-length:");
        const qsizetype length =
            at < 0 || at > end
                ? 0
                : request.mid(at + 15, request.indexOf('\r', at) - at - 15).trimmed().toLongLong();
        if (request.size() >= end + 4 + length)
            return request;
    }
    return {};
}

QByteArray Connection::bodyOf(const QByteArray &request)
{
    return request.mid(request.indexOf("\r\n\r\n") + 4);
}

RawPeer::RawPeer(Serve serve, const ServerIdentity &identity, QByteArray protocol)
    : m_serve(std::move(serve)), m_protocol(std::move(protocol))
{
    std::signal(SIGPIPE, SIG_IGN); // OpenSSL writes to connections that the client has closed.
    if (identity.certificate) {
        m_context = SSL_CTX_new(TLS_server_method());
        SSL_CTX_use_certificate(m_context, identity.certificate.get());
        SSL_CTX_use_PrivateKey(m_context, identity.key.get());
        SSL_CTX_set_alpn_select_cb(m_context, &chooseProtocol, &m_protocol);
    }
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ::bind(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address);
    ::listen(m_socket, 64);
    socklen_t size = sizeof address;
    ::getsockname(m_socket, reinterpret_cast<sockaddr *>(&address), &size);
    m_port = ntohs(address.sin_port);
    m_acceptor = std::thread([this] { accept(); });
}

RawPeer::~RawPeer()
{
    m_stopping = true;
    m_acceptor.join();
    for (std::thread &one : m_threads)
        one.join();
    ::close(m_socket);
    SSL_CTX_free(m_context);
}

QString RawPeer::url(const char *host, const char *path) const
{
    return QStringLiteral("%1://%2:%3%4")
        .arg(QLatin1String(m_context != nullptr ? "https" : "http"), QLatin1String(host))
        .arg(m_port)
        .arg(QLatin1String(path));
}

void RawPeer::accept()
{
    while (!m_stopping) {
        if (!ready(m_socket, POLLIN, std::chrono::milliseconds(10)))
            continue;
        const int socket = ::accept4(m_socket, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0)
            continue;
        // As every server of HTTP/2 does: else an answer waits until the client has acknowledged the one
        // before it, which the client puts off by 40 ms.
        const int yes = 1;
        ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        ++m_connections;
        m_threads.emplace_back([this, socket] {
            Connection connection(socket, m_context, m_stopping);
            if (connection.open())
                m_serve(connection);
        });
    }
}

QByteArray answer(int status, const QByteArray &body, const QByteArray &headers)
{
    return "HTTP/1.1 " + QByteArray::number(status) +
           " X\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) +
           "\r\n" + headers + "\r\n" + body;
}

} // namespace verbale::mt::test
