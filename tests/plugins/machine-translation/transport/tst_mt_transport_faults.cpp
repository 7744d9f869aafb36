#include "exchange.h"
#include "http2_peer.h"

#include "plugins/machine-translation/transport/transport_errors.h"

#include <QtTest/QTest>

#include <arpa/inet.h>
#include <linux/tcp.h>
#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>
#include <zlib.h>

using namespace verbale::mt;
using namespace verbale::mt::test;
using std::chrono::milliseconds;

namespace {

std::atomic<bool> nameServerIsSilent{false};

QByteArray gzipped(const QByteArray &plain)
{
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray packed(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(plain.size()))), '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(plain.constData()));
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

RawPeer::Serve answering(const QByteArray &bytes)
{
    return [bytes](Connection &connection) {
        while (!connection.readRequest().isEmpty())
            connection.write(bytes);
    };
}

/// A queue of connections that is full: whoever comes next gets no answer at all.
class BlackHole
{
public:
    BlackHole()
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        m_listening = ::socket(AF_INET, SOCK_STREAM, 0);
        ::bind(m_listening, reinterpret_cast<const sockaddr *>(&address), size);
        ::listen(m_listening, 0);
        ::getsockname(m_listening, reinterpret_cast<sockaddr *>(&address), &size);
        m_port = ntohs(address.sin_port);
        for (int &one : m_filling) {
            one = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
            ::connect(one, reinterpret_cast<const sockaddr *>(&address), size);
        }
    }
    ~BlackHole()
    {
        for (const int one : m_filling)
            ::close(one);
        ::close(m_listening);
    }
    BlackHole(const BlackHole &) = delete;
    BlackHole &operator=(const BlackHole &) = delete;

    [[nodiscard]] QString url() const { return QStringLiteral("http://127.0.0.1:%1/").arg(m_port); }

private:
    int m_listening = -1;
    std::array<int, 8> m_filling{};
    quint16 m_port = 0;
};

int closedPort()
{
    const RawPeer peer([](Connection &) {});
    return peer.port();
}

} // namespace

extern "C" {
/// Stands in for the system's: names of the domain "silent" are never answered, others only if they are this
/// computer.
__attribute__((visibility("default"))) int getaddrinfo(const char *node, const char *service,
                                                       const addrinfo *hints, addrinfo **found)
{
    const QByteArray name(node);
    while (name.endsWith(".silent") && nameServerIsSilent)
        std::this_thread::sleep_for(milliseconds(10));
    const QByteArray port(service);
    in_addr four{};
    if (::inet_pton(AF_INET, name.constData(), &four) != 1)
        return EAI_NONAME;
    auto *const result = static_cast<addrinfo *>(std::calloc(1, sizeof(addrinfo) + sizeof(sockaddr_in)));
    auto *const address = reinterpret_cast<sockaddr_in *>(result + 1);
    address->sin_family = AF_INET;
    address->sin_addr = four;
    address->sin_port = htons(port.toUShort());
    result->ai_family = AF_INET;
    result->ai_socktype = hints != nullptr ? hints->ai_socktype : SOCK_STREAM;
    result->ai_addrlen = sizeof(sockaddr_in);
    result->ai_addr = reinterpret_cast<sockaddr *>(address);
    *found = result;
    return 0;
}
__attribute__((visibility("default"))) void freeaddrinfo(addrinfo *found)
{
    std::free(found);
}
}

/// Each fault that a network or a server can be guilty of ends in one named state.
class MtTransportFaultsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { nameServerIsSilent = false; }
    void endsInANamedState_data();
    void endsInANamedState();
    void doesNotConnect_data();
    void doesNotConnect();
    void http2EndsInANamedState_data();
    void http2EndsInANamedState();
    void http2NoticesAStandstillBesideOthers_data();
    void http2NoticesAStandstillBesideOthers();
    void givesADeadConnectionUp();
    void forgivesALostProbe();
    void tellsASecondAttemptFromTheFirst_data();
    void tellsASecondAttemptFromTheFirst();
    void heedsWhatNeedsNoProxy_data();
    void heedsWhatNeedsNoProxy();
    void judgesCertificates_data();
    void judgesCertificates();
    void isNotHeldUpByASilentNameServer();
    void namesNoTextAndNoKey();

private:
    [[nodiscard]] NetworkSettings settings() const
    {
        NetworkSettings settings;
        settings.proxy = NetworkSettings::Proxy::None;
        settings.authoritiesFile = m_authority.file();
        return settings;
    }

    Authority m_authority;
};

Q_DECLARE_METATYPE(RawPeer::Serve)
Q_DECLARE_METATYPE(Reply::Kind)

void MtTransportFaultsTest::initTestCase()
{
    qRegisterMetaType<RawPeer::Serve>();
}

void MtTransportFaultsTest::endsInANamedState_data()
{
    QTest::addColumn<RawPeer::Serve>("serve");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, RawPeer::Serve serve, const char *expected) {
        QTest::newRow(name) << std::move(serve) << QByteArray(expected);
    };
    const QByteArray part = answer(200, QByteArray(4000, ' '));
    const auto sends = [](const QByteArray &bytes, void (Connection::*end)()) {
        return [bytes, end](Connection &connection) {
            (void)connection.readRequest();
            connection.write(bytes);
            connection.sleep(milliseconds(30));
            (connection.*end)();
        };
    };
    row("whole", answering(answer(200, "{}")), "200");
    row(
        "reset before the request was read",
        [](Connection &c) {
            c.awaitBytes();
            c.reset();
        },
        "transport.reset+");
    row("reset after the request", sends({}, &Connection::reset), "transport.reset+");
    row("reset within the headers", sends(part.first(20), &Connection::reset), "transport.broken-off+");
    row("reset within the body", sends(part.first(900), &Connection::reset), "transport.broken-off+");
    row("closed within the body", sends(part.first(900), &Connection::close), "transport.broken-off+");
    row("reset after the body", sends(part, &Connection::reset), "200");
    row("empty reply", sends({}, &Connection::close), "transport.empty-reply+");
    row(
        "first byte never comes", [](Connection &c) { c.sleep(milliseconds(60'000)); },
        "transport.timeout-first-byte+");
    row(
        "one byte a while",
        [](Connection &c) {
            (void)c.readRequest();
            c.write(answer(200, QByteArray(4000, ' ')).first(120));
            while (c.write(" "))
                c.sleep(milliseconds(20));
        },
        "transport.stalled+");
    row(
        "stands still within the body",
        [part](Connection &c) {
            (void)c.readRequest();
            c.write(part.first(900));
            c.sleep(milliseconds(60'000));
        },
        "transport.stalled+");
    row("broken chunk",
        answering("HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nzz\r\nworld\r\n"),
        "transport.broken-off+");
    row("rubbish", sends("\x01\x02\x03\xff rubbish \r\n\r\n and more of it", &Connection::close),
        "transport.protocol+");
    row("gzip that is none", answering(answer(200, "not packed at all", "Content-Encoding: gzip\r\n")),
        "transport.protocol+");
    row(
        "body of 50 MiB in chunks",
        [](Connection &c) {
            (void)c.readRequest();
            c.write("HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n");
            const QByteArray chunk = "10000\r\n" + QByteArray(0x10000, 'x') + "\r\n";
            for (int i = 0; i < 800 && c.write(chunk); ++i) {
            }
        },
        "transport.too-large+");
    row("body of 50 MiB", answering(answer(200, QByteArray(50 << 20, 'x'))), "transport.too-large+");
    row("gzip bomb", answering(answer(200, gzipped(QByteArray(64 << 20, '0')), "Content-Encoding: gzip\r\n")),
        "transport.too-large+");
    row(
        "headers without end",
        [](Connection &c) {
            (void)c.readRequest();
            c.write("HTTP/1.1 200 X\r\n");
            for (int i = 0; i < 100'000 && c.write("X-More: " + QByteArray(200, 'x') + "\r\n"); ++i) {
            }
        },
        "transport.too-large+");
    row("a header of a megabyte", answering(answer(200, "{}", "X: " + QByteArray(1 << 20, 'x') + "\r\n")),
        "transport.memory+");
    row("deep nesting", answering(answer(200, QByteArray(100'000, '['))), "transport.too-deep+");
    row("cross-host 307", answering(answer(307, {}, "Location: https://elsewhere.example/\r\n")),
        "transport.redirect");
    row("redirect to nowhere", answering(answer(302, {})), "transport.redirect");
    row("407 of a proxy that stands in between", answering(answer(407, {})), "transport.proxy-auth");
    for (const int status : {400, 401, 403, 413, 429, 456, 500, 502, 503, 504, 529})
        row(QByteArray::number(status).constData(), answering(answer(status, {})),
            QByteArray::number(status).constData());
    row("an interim answer first", answering("HTTP/1.1 103 X\r\nLink: x\r\n\r\n" + answer(200, "{}")), "200");
    row("no TLS where it was said to be", nullptr, "transport.tls");
}

void MtTransportFaultsTest::endsInANamedState()
{
    QFETCH(RawPeer::Serve, serve);
    QFETCH(QByteArray, expected);
    const bool asHttps = serve == nullptr;
    const RawPeer::Serve inClear = [](Connection &c) {
        (void)c.read(milliseconds(1000));
        c.write(answer(400, {}));
    };
    const RawPeer peer(asHttps ? inClear : serve);
    Transport transport(settings());
    HttpRequest request = impatient(asHttps ? peer.url().replace("http:", "https:") : peer.url(), expected);
    request.maxAnswerBytes = 1 << 20;
    const HttpOutcome outcome = exchange(transport, request);
    QCOMPARE(nameOf(outcome), expected);
    QCOMPARE(peer.connections(), 1); // Nothing was tried a second time.
}

void MtTransportFaultsTest::doesNotConnect_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("unknown name") << "https://no-such-host.example/" << QByteArray("transport.dns");
    QTest::newRow("silent name server") << "https://name.silent/" << QByteArray("transport.timeout-dns");
    QTest::newRow("refused") << QStringLiteral("http://127.0.0.1:%1/").arg(closedPort())
                             << QByteArray("transport.refused");
    QTest::newRow("black hole") << QString() << QByteArray("transport.timeout-connect");
    QTest::newRow("clear text") << "http://translate.example/" << QByteArray("transport.address");
    QTest::newRow("another scheme") << "ftp://127.0.0.1/" << QByteArray("transport.address");
    QTest::newRow("file") << "file:///etc/passwd" << QByteArray("transport.address");
    QTest::newRow("password in the address")
        << "https://me:secret@translate.example/" << QByteArray("transport.address");
    QTest::newRow("no address") << "" << QByteArray("transport.address");
    QTest::newRow("looks like loopback") << "http://127.0.0.1.example/" << QByteArray("transport.address");
}

void MtTransportFaultsTest::doesNotConnect()
{
    QFETCH(QString, url);
    QFETCH(QByteArray, expected);
    nameServerIsSilent = true;
    const BlackHole hole;
    Transport transport(settings());
    QCOMPARE(nameOf(exchange(transport,
                             impatient(QTest::currentDataTag() == QByteArray("black hole") ? hole.url() : url,
                                       expected))),
             expected);
    nameServerIsSilent = false;
}

void MtTransportFaultsTest::http2EndsInANamedState_data()
{
    using Kind = Reply::Kind;
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QByteArray>("first");  ///< when it happens to the first request of a connection
    QTest::addColumn<QByteArray>("second"); ///< when it happens to a later one
    QTest::newRow("whole") << Kind::Answer << QByteArray("200") << QByteArray("200");
    QTest::newRow("refused stream") << Kind::RefuseStream << QByteArray("transport.refused-stream")
                                    << QByteArray("transport.refused-stream");
    QTest::newRow("going away without it") << Kind::GoAwayWithout << QByteArray("transport.refused-stream")
                                           << QByteArray("transport.refused-stream");
    QTest::newRow("going away after it")
        << Kind::GoAwayWith << QByteArray("transport.reset+") << QByteArray("transport.reset+");
    QTest::newRow("stream error") << Kind::StreamError << QByteArray("transport.reset+")
                                  << QByteArray("transport.reset+");
    QTest::newRow("reset") << Kind::Reset << QByteArray("transport.reset+") << QByteArray("transport.reset+");
    QTest::newRow("silence") << Kind::Silence << QByteArray("transport.timeout-first-byte+")
                             << QByteArray("transport.timeout-first-byte+");
}

void MtTransportFaultsTest::http2EndsInANamedState()
{
    QFETCH(Reply::Kind, kind);
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    for (const bool later : {false, true}) {
        std::atomic<int> seen{0};
        const RawPeer peer(
            [&](Connection &connection) {
                Http2Session(connection, [&](int, const QByteArray &) {
                    return Reply{.kind = seen++ == (later ? 1 : 0) ? kind : Reply::Kind::Answer};
                }).serve();
            },
            m_authority.identity(), "h2");
        Transport transport(settings());
        if (later)
            QCOMPARE(nameOf(exchange(transport, impatient(peer.url()))), QByteArray("200"));
        QCOMPARE(nameOf(exchange(transport, impatient(peer.url(), later ? second : first))),
                 later ? second : first);
        QCOMPARE(seen, later ? 2 : 1); // The server has seen the request once.
        QCOMPARE(nameOf(exchange(transport, impatient(peer.url()))), QByteArray("200"));
    }
}

void MtTransportFaultsTest::http2NoticesAStandstillBesideOthers_data()
{
    QTest::addColumn<Reply::Kind>("kind");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("no answer") << Reply::Kind::Silence << QByteArray("transport.timeout-first-byte+");
    QTest::newRow("half an answer") << Reply::Kind::Half << QByteArray("transport.stalled+");
}

/// The others' bytes on the same connection are none of its own.
void MtTransportFaultsTest::http2NoticesAStandstillBesideOthers()
{
    QFETCH(Reply::Kind, kind);
    QFETCH(QByteArray, expected);
    constexpr milliseconds limit{600};
    const RawPeer peer(
        [&](Connection &connection) {
            Http2Session(connection, [&](int, const QByteArray &body) {
                Reply reply{.kind = body == "it" ? kind : Reply::Kind::Answer, .body = QByteArray(4000, ' ')};
                reply.after = milliseconds(20);
                return reply;
            }).serve();
        },
        m_authority.identity(), "h2");
    std::promise<std::pair<QByteArray, Sender::Clock::time_point>> ended;
    Transport transport(settings());
    HttpRequest request = impatient(peer.url());
    request.body = "it";
    request.timeouts.firstByte = request.timeouts.stalled = limit;
    const auto begin = Sender::Clock::now();
    transport.send(request, [&ended](const HttpOutcome &outcome) {
        ended.set_value({nameOf(outcome), Sender::Clock::now()});
    });
    auto end = ended.get_future();
    while (end.wait_for(milliseconds(0)) != std::future_status::ready &&
           Sender::Clock::now() - begin < 10 * limit)
        QCOMPARE(nameOf(exchange(transport, impatient(peer.url()))), QByteArray("200"));
    QCOMPARE(end.wait_for(milliseconds(0)), std::future_status::ready);
    const auto [name, when] = end.get();
    QCOMPARE(name, expected);
    QVERIFY(when - begin >= limit);
    QVERIFY2(when - begin < limit * 19 / 10,
             qPrintable(QString::number((when - begin) / std::chrono::milliseconds(1))));
    QCOMPARE(peer.connections(), 1);
}

/// All that is on its way there, and what follows goes on another one.
void MtTransportFaultsTest::givesADeadConnectionUp()
{
    std::atomic<int> seen{0};
    const RawPeer peer(
        [&](Connection &connection) {
            Http2Session(connection, [&](int, const QByteArray &) {
                return Reply{.kind = seen++ == 0 ? Reply::Kind::Deaf : Reply::Kind::Answer};
            }).serve();
        },
        m_authority.identity(), "h2");
    Transport transport(settings());
    HttpRequest request = impatient(peer.url());
    request.timeouts.deaf = milliseconds(500);
    QCOMPARE(nameOf(exchange(transport, request)), QByteArray("200"));
    auto other = std::async(std::launch::async, [&] { return exchange(transport, request); });
    const auto begin = Sender::Clock::now();
    QCOMPARE(nameOf(exchange(transport, request)), QByteArray("transport.reset+"));
    QCOMPARE(nameOf(other.get()), QByteArray("transport.reset+"));
    QVERIFY(Sender::Clock::now() - begin < milliseconds(10'000)); // with 20 s until the first byte
    QCOMPARE(nameOf(exchange(transport, request)), QByteArray("200"));
    QCOMPARE(seen, 2); // the first and the last
}

/// While a service thinks, nothing but the system's own probes goes over the connection: one that is lost on
/// the way must not end it, as what was sent would be paid for and lost.
void MtTransportFaultsTest::forgivesALostProbe()
{
    const RawPeer peer(
        [](Connection &connection) {
            Http2Session(connection, [](int, const QByteArray &) { return Reply{}; }).serve();
        },
        m_authority.identity(), "h2");
    Transport transport(settings());
    HttpRequest request = impatient(peer.url());
    request.timeouts.deaf = Timeouts().deaf;
    QCOMPARE(nameOf(exchange(transport, request)), QByteArray("200"));
    int found = 0;
    for (int socket = 3; socket < 1024; ++socket) {
        sockaddr_in to{};
        socklen_t size = sizeof to;
        if (::getpeername(socket, reinterpret_cast<sockaddr *>(&to), &size) != 0 ||
            to.sin_family != AF_INET || ntohs(to.sin_port) != peer.port())
            continue;
        const auto option = [socket](int name) {
            int value = 0;
            socklen_t length = sizeof value;
            return ::getsockopt(socket, IPPROTO_TCP, name, &value, &length) == 0 ? value : -1;
        };
        ++found;
        const int silence = option(TCP_USER_TIMEOUT);
        QCOMPARE(silence, 12'000);
        QVERIFY(option(TCP_KEEPINTVL) > 0);
        QVERIFY2((option(TCP_KEEPIDLE) + 2 * option(TCP_KEEPINTVL)) * 1000 < silence,
                 qPrintable(QString::number(option(TCP_KEEPIDLE))));
    }
    QCOMPARE(found, 1);
}

void MtTransportFaultsTest::tellsASecondAttemptFromTheFirst_data()
{
    using Kind = Reply::Kind;
    QTest::addColumn<Kind>("kind"); ///< what happens to the second attempt
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("whole") << Kind::Answer << QByteArray("200");
    QTest::newRow("going away after it") << Kind::GoAwayWith << QByteArray("transport.reset+");
    QTest::newRow("stream error") << Kind::StreamError << QByteArray("transport.reset+");
    QTest::newRow("reset") << Kind::Reset << QByteArray("transport.reset+");
    QTest::newRow("silence") << Kind::Silence << QByteArray("transport.timeout-first-byte+");
}

/// A refused request without a body libcurl sends again by itself, as it has nothing to go back to; that one
/// may have arrived.
void MtTransportFaultsTest::tellsASecondAttemptFromTheFirst()
{
    QFETCH(Reply::Kind, kind);
    QFETCH(QByteArray, expected);
    std::atomic<int> seen{0};
    const RawPeer peer(
        [&](Connection &connection) {
            Http2Session(connection, [&](int, const QByteArray &) {
                return Reply{.kind = seen++ == 0 ? Reply::Kind::RefuseStream : kind};
            }).serve();
        },
        m_authority.identity(), "h2");
    Transport transport(settings());
    HttpRequest request = impatient(peer.url(), expected);
    request.method = "GET";
    request.body.clear();
    QCOMPARE(nameOf(exchange(transport, request)), expected);
    QCOMPARE(seen, 2);
}

void MtTransportFaultsTest::heedsWhatNeedsNoProxy_data()
{
    QTest::addColumn<QByteArray>("environment");
    QTest::addColumn<QStringList>("settings");
    QTest::addColumn<bool>("throughTheProxy");
    const QStringList other{"intranet.example"};
    QTest::newRow("nothing") << QByteArray() << QStringList() << true;
    QTest::newRow("another host") << QByteArray("elsewhere.example") << other << true;
    QTest::newRow("this host") << QByteArray("elsewhere.example,127.0.0.1") << other << false;
    QTest::newRow("this host in the settings")
        << QByteArray("*.example") << QStringList{"127.0.0.1"} << false;
    QTest::newRow("all") << QByteArray("*") << QStringList() << false;
    QTest::newRow("all, and one in the settings") << QByteArray("*") << other << false;
    QTest::newRow("all with spaces") << QByteArray(" * ") << other << false;
}

void MtTransportFaultsTest::heedsWhatNeedsNoProxy()
{
    QFETCH(QByteArray, environment);
    QFETCH(QStringList, settings);
    QFETCH(bool, throughTheProxy);
    const RawPeer peer(answering(answer(200, "{}")));
    const RawPeer proxy(answering(answer(204, {})));
    qputenv("http_proxy", proxy.url("127.0.0.1", "").toUtf8());
    qputenv("no_proxy", environment);
    NetworkSettings network;
    network.proxy = NetworkSettings::Proxy::FromEnvironment;
    network.withoutProxy = settings;
    {
        Transport transport(network);
        QCOMPARE(nameOf(exchange(transport, impatient(peer.url("127.0.0.1")))),
                 QByteArray(throughTheProxy ? "204" : "200"));
    }
    qunsetenv("http_proxy");
    qunsetenv("no_proxy");
}

void MtTransportFaultsTest::judgesCertificates_data()
{
    QTest::addColumn<QByteArray>("kind");
    for (const char *const kind : {"expired", "not-yet-valid", "self-signed", "host", "untrusted", "forged"})
        QTest::newRow(kind) << QByteArray(kind);
}

void MtTransportFaultsTest::judgesCertificates()
{
    QFETCH(QByteArray, kind);
    const Authority stranger(kind == "forged" ? "Test authority" : "Stranger");
    const char *const names = "DNS:localhost,IP:127.0.0.1";
    const ServerIdentity identity = kind == "expired"         ? m_authority.identity(names, -9, -1)
                                    : kind == "not-yet-valid" ? m_authority.identity(names, 1, 9)
                                    : kind == "self-signed"   ? Authority::selfSigned()
                                    : kind == "host"          ? m_authority.identity("DNS:translate.example")
                                                              : stranger.identity();
    std::atomic<int> requests{0};
    const RawPeer peer([&](Connection &c) { requests += c.readRequest().isEmpty() ? 0 : 1; }, identity,
                       "http/1.1");
    Transport transport(settings());
    QCOMPARE(nameOf(exchange(transport, impatient(peer.url()))),
             kind == "forged" ? "transport.tls" : "transport.certificate-" + kind);
    QCOMPARE(requests, 0);
}

void MtTransportFaultsTest::isNotHeldUpByASilentNameServer()
{
    nameServerIsSilent = true;
    const RawPeer peer(answering(answer(200, "{}")));
    Transport transport(settings());
    HttpRequest patient = impatient(QStringLiteral("https://other.silent/"));
    patient.timeouts.connect = patient.timeouts.total = milliseconds(20'000);
    std::promise<HttpOutcome> promise;
    const quint64 number =
        transport.send(patient, [&](HttpOutcome outcome) { promise.set_value(std::move(outcome)); });
    QCOMPARE(nameOf(exchange(transport, impatient(peer.url("127.0.0.1")))), QByteArray("200"));
    transport.cancel(number);
    QCOMPARE(nameOf(promise.get_future().get()), QByteArray("transport.cancelled"));
    QVERIFY(nameServerIsSilent); // It has not answered to this moment.
    nameServerIsSilent = false;
}

void MtTransportFaultsTest::namesNoTextAndNoKey()
{
    // tinyproxy says 407 to nobody's name, and 401 to a wrong password.
    for (const int refusal : {401, 407})
        QCOMPARE(explain({.proxyAnswer = refusal, .host = "far.example", .proxy = "near"}).error.code,
                 QString("transport.proxy-auth"));
    QCOMPARE(explain({.proxyAnswer = 403, .host = "far.example", .proxy = "near"}).error.code,
             QString("transport.proxy"));
    const RawPeer peer([](Connection &c) { c.reset(); });
    Transport transport(settings());
    HttpRequest request = impatient(peer.url("localhost", "/translate?key=canary-2"));
    request.secretHeaders = {{"Authorization", Secret(QByteArray("canary-1"))}};
    request.body = "canary-3";
    const HttpOutcome outcome = exchange(transport, request);
    const QString message = std::get<TransportError>(outcome).error.text();
    QVERIFY2(message.contains("localhost") && !message.contains("canary"), qPrintable(message));
    QVERIFY(!message.contains('%'));
}

QTEST_GUILESS_MAIN(MtTransportFaultsTest)

#include "tst_mt_transport_faults.moc"
