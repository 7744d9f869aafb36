#pragma once

#include "certificates.h"

#include <QtCore/QString>

#include <openssl/ssl.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace verbale::mt::test {

/// A connection that a test's server has accepted, in clear or with TLS. One thread.
class Connection
{
public:
    Connection(int socket, SSL_CTX *context, const std::atomic<bool> &stopping);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    [[nodiscard]] bool open() const { return m_socket >= 0; }
    [[nodiscard]] bool stopping() const { return m_stopping; }
    /// Bytes that come within the time; empty: none came, or the connection is closed (see open()).
    QByteArray read(std::chrono::milliseconds patience);
    /// Until the first byte of a request is there, which stays unread.
    void awaitBytes() const;
    bool write(QByteArrayView bytes);
    void close();
    /// Closes with RST, as a crashed peer or a firewall does.
    void reset();
    /// Nothing that comes from now on is even acknowledged, as when a network is gone.
    void goDeaf() const;
    void sleep(std::chrono::milliseconds time) const;

    /// A whole request of HTTP/1.1 with its body (Content-Length); empty when the client is gone.
    QByteArray readRequest();
    /// What came after the last blank line of a request.
    static QByteArray bodyOf(const QByteArray &request);

private:
    int m_socket = -1;
    SSL *m_tls = nullptr;
    const std::atomic<bool> &m_stopping;
};

/// A server on a free port of 127.0.0.1 that does to each connection what the test says, on a thread of its
/// own.
class RawPeer
{
public:
    using Serve = std::function<void(Connection &)>;

    explicit RawPeer(Serve serve) : RawPeer(std::move(serve), {}, {}) {}
    /// With TLS; `protocol`: what it agrees to speak, "h2" or "http/1.1".
    RawPeer(Serve serve, const ServerIdentity &identity, QByteArray protocol);
    ~RawPeer();
    RawPeer(const RawPeer &) = delete;
    RawPeer &operator=(const RawPeer &) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString url(const char *host = "localhost", const char *path = "/translate") const;
    [[nodiscard]] int connections() const { return m_connections; }

private:
    void accept();

    Serve m_serve;
    QByteArray m_protocol;
    SSL_CTX *m_context = nullptr;
    int m_socket = -1;
    quint16 m_port = 0;
    std::atomic<bool> m_stopping{false};
    std::atomic<int> m_connections{0};
    std::mutex m_mutex;
    std::vector<std::thread> m_threads;
    std::thread m_acceptor;
};

/// An answer of HTTP/1.1 with its length.
[[nodiscard]] QByteArray answer(int status, const QByteArray &body, const QByteArray &headers = {});

} // namespace verbale::mt::test
