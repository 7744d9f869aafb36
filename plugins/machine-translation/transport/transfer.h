#pragma once

#include "plugins/machine-translation/transport/address.h"
#include "plugins/machine-translation/transport/answer_reader.h"
#include "plugins/machine-translation/transport/lost_requests.h"
#include "plugins/machine-translation/transport/network_settings.h"
#include "plugins/machine-translation/transport/sender.h"
#include "plugins/machine-translation/transport/transport_errors.h"

#include <array>
#include <memory>

namespace verbale::mt {

/// One request on its way: a handle of libcurl, what goes out and what has come in. On the network thread
/// alone.
class Transfer
{
public:
    using Clock = std::chrono::steady_clock;
    struct Surroundings
    {
        const NetworkSettings &settings;
        LostRequests &lost;
        bool http1 = false;         ///< this host wants HTTP/1.1
        milliseconds idleAtMost{0}; ///< how long a connection may have idled to be used again
    };

    Transfer(quint64 number, HttpRequest request, Address address, const Surroundings &surroundings,
             Sender::Done done);
    ~Transfer();
    Transfer(const Transfer &) = delete;
    Transfer &operator=(const Transfer &) = delete;

    [[nodiscard]] void *handle() const { return m_easy; } ///< CURL *
    [[nodiscard]] quint64 number() const { return m_number; }
    [[nodiscard]] QString host() const { return m_address.host; }
    /// When to look at it again, and whether it has gone on for too long by then.
    [[nodiscard]] Clock::time_point deadline() const;
    [[nodiscard]] std::optional<Ended> overdue(Clock::time_point now) const;
    /// The request has been handed to the connection whole.
    [[nodiscard]] bool sentWhole() const;
    /// What came of it; `code` is libcurl's when that ended it. Once.
    [[nodiscard]] HttpOutcome outcome(Ended ended, int code);
    [[nodiscard]] Sender::Done takeDone() { return std::move(m_done); }

private:
    void prepare(const Surroundings &surroundings);
    void prepareProxy(const NetworkSettings &settings);
    void prepareBody();
    void prepareHeaders(const NetworkSettings &settings);
    void received();
    [[nodiscard]] std::size_t give(char *to, std::size_t room);
    [[nodiscard]] QByteArrayView piece(qint64 at) const;
    [[nodiscard]] qint64 size() const;
    [[nodiscard]] ExchangeFacts facts(Ended ended, int code) const;
    [[nodiscard]] std::optional<Ended> unfit(int status, const QByteArray &body) const;

    static std::size_t onHeader(char *bytes, std::size_t size, std::size_t count, void *self);
    static std::size_t onBody(char *bytes, std::size_t size, std::size_t count, void *self);
    static std::size_t onRead(char *to, std::size_t size, std::size_t count, void *self);
    static int onSeek(void *self, qint64 offset, int origin);
    static int onSocket(void *self, int socket, int purpose);
    static int onConnected(void *self, char *, char *, int, int);
    static int onCommentary(void *handle, int kind, char *text, std::size_t size, void *self);

    quint64 m_number;
    HttpRequest m_request;
    Address m_address;
    LostRequests &m_lost;
    Sender::Done m_done;
    void *m_easy = nullptr;
    void *m_headers = nullptr; ///< curl_slist *
    AnswerReader m_reader;
    std::array<char, 256> m_errorText{};
    qint64 m_given = 0; ///< bytes of the body that libcurl has taken
    QString m_proxy;
    Clock::time_point m_started;
    std::optional<Clock::time_point> m_connected; ///< connection, proxy and TLS stand; the request goes next
    std::optional<Clock::time_point> m_sent;
    std::optional<Clock::time_point> m_windowBegan; ///< when the answer began, or enough more of it had come
    qint64 m_windowBytes = 0;
};

} // namespace verbale::mt
