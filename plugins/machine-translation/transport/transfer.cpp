#include "plugins/machine-translation/transport/transfer.h"

#include "plugins/machine-translation/transport/retry_after.h"

#include <curl/curl.h>

#include <QtCore/QDateTime>

#include <cstring>

#include <arpa/inet.h>
#include <linux/tcp.h>
#include <sys/socket.h>

namespace verbale::mt {

namespace {

template <typename T>
T informed(void *easy, CURLINFO what)
{
    T value{};
    curl_easy_getinfo(easy, what, &value);
    return value;
}

QString versionName(long version)
{
    switch (version) {
    case CURL_HTTP_VERSION_1_0:
        return QStringLiteral("1.0");
    case CURL_HTTP_VERSION_1_1:
        return QStringLiteral("1.1");
    case CURL_HTTP_VERSION_2_0:
        return QStringLiteral("2");
    default:
        return {};
    }
}

curl_slist *append(curl_slist *list, const char *line)
{
    curl_slist *const longer = curl_slist_append(list, line);
    return longer != nullptr ? longer : list;
}

} // namespace

Transfer::Transfer(quint64 number, HttpRequest request, Address address, const Surroundings &surroundings,
                   Sender::Done done)
    : m_number(number)
    , m_request(std::move(request))
    , m_address(std::move(address))
    , m_lost(surroundings.lost)
    , m_done(std::move(done))
    , m_easy(curl_easy_init())
    , m_reader(m_request.maxAnswerBytes)
    , m_started(Clock::now())
{
    if (m_easy != nullptr)
        prepare(surroundings);
}

Transfer::~Transfer()
{
    if (m_easy != nullptr)
        curl_easy_cleanup(m_easy);
    for (auto *line = static_cast<curl_slist *>(m_headers); line != nullptr; line = line->next)
        explicit_bzero(line->data, std::strlen(line->data)); // It may hold a key.
    curl_slist_free_all(static_cast<curl_slist *>(m_headers));
    m_lost.forget(m_number);
}

void Transfer::prepare(const Surroundings &surroundings)
{
    const auto count = [](auto duration) { return static_cast<long>(duration.count()); };
    curl_easy_setopt(m_easy, CURLOPT_URL, m_request.url.toUtf8().constData());
    curl_easy_setopt(m_easy, CURLOPT_PROTOCOLS_STR, m_address.loopback ? "http,https" : "https");
    curl_easy_setopt(m_easy, CURLOPT_REDIR_PROTOCOLS_STR, "https");
    curl_easy_setopt(m_easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(m_easy, CURLOPT_PATH_AS_IS, 1L);
    curl_easy_setopt(m_easy, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    curl_easy_setopt(m_easy, CURLOPT_HTTP09_ALLOWED, 0L);
    curl_easy_setopt(m_easy, CURLOPT_HTTP_VERSION,
                     static_cast<long>(surroundings.http1 ? CURL_HTTP_VERSION_1_1 : CURL_HTTP_VERSION_2TLS));
    curl_easy_setopt(m_easy, CURLOPT_PIPEWAIT, 1L);
    curl_easy_setopt(m_easy, CURLOPT_ACCEPT_ENCODING, "gzip");
    curl_easy_setopt(m_easy, CURLOPT_CONNECTTIMEOUT_MS, count(m_request.timeouts.connect));
    curl_easy_setopt(m_easy, CURLOPT_MAXAGE_CONN, std::max(1L, count(surroundings.idleAtMost) / 1000));
    curl_easy_setopt(m_easy, CURLOPT_SOCKOPTFUNCTION, &Transfer::onSocket);
    curl_easy_setopt(m_easy, CURLOPT_SOCKOPTDATA, this);
    curl_easy_setopt(m_easy, CURLOPT_TCP_KEEPALIVE, 1L);
    // Linux gives a connection up at the first probe without an answer when it has been silent for longer
    // than onSocket() allows: so three probes go before that.
    const long probes = std::max(1L, count(m_request.timeouts.deaf) / 4000);
    curl_easy_setopt(m_easy, CURLOPT_TCP_KEEPIDLE, probes);
    curl_easy_setopt(m_easy, CURLOPT_TCP_KEEPINTVL, probes);
    curl_easy_setopt(m_easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(m_easy, CURLOPT_QUICK_EXIT,
                     1L); // Else removing it waits for a name server that is silent.
    curl_easy_setopt(m_easy, CURLOPT_NOPROGRESS, 1L);

    curl_easy_setopt(m_easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(m_easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(m_easy, CURLOPT_SSL_VERIFYHOST, 2L);
    if (!surroundings.settings.authoritiesFile.isEmpty())
        curl_easy_setopt(m_easy, CURLOPT_CAINFO,
                         surroundings.settings.authoritiesFile.toLocal8Bit().constData());
    if (!surroundings.settings.authoritiesFolder.isEmpty())
        curl_easy_setopt(m_easy, CURLOPT_CAPATH,
                         surroundings.settings.authoritiesFolder.toLocal8Bit().constData());

    curl_easy_setopt(m_easy, CURLOPT_HEADERFUNCTION, &Transfer::onHeader);
    curl_easy_setopt(m_easy, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(m_easy, CURLOPT_WRITEFUNCTION, &Transfer::onBody);
    curl_easy_setopt(m_easy, CURLOPT_WRITEDATA, this);
    curl_easy_setopt(m_easy, CURLOPT_PREREQFUNCTION, &Transfer::onConnected);
    curl_easy_setopt(m_easy, CURLOPT_PREREQDATA, this);
    curl_easy_setopt(m_easy, CURLOPT_ERRORBUFFER, m_errorText.data());
    curl_easy_setopt(m_easy, CURLOPT_PRIVATE, this);
    // The commentary goes to LostRequests and nowhere else: it can hold keys.
    curl_easy_setopt(m_easy, CURLOPT_DEBUGFUNCTION, &Transfer::onCommentary);
    curl_easy_setopt(m_easy, CURLOPT_DEBUGDATA, this);
    curl_easy_setopt(m_easy, CURLOPT_VERBOSE, 1L);
    prepareProxy(surroundings.settings);
    prepareBody();
    prepareHeaders(surroundings.settings);
}

void Transfer::prepareProxy(const NetworkSettings &settings)
{
    curl_easy_setopt(m_easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    QString exceptions = QStringList(settings.withoutProxy).join(QLatin1Char(','));
    switch (settings.proxy) {
    case NetworkSettings::Proxy::None:
        curl_easy_setopt(m_easy, CURLOPT_PROXY, "");
        return;
    case NetworkSettings::Proxy::FromEnvironment:
        for (const char *const name : {"no_proxy", "NO_PROXY"}) {
            if (qEnvironmentVariableIsSet(name)) {
                const QString own = qEnvironmentVariable(name).trimmed();
                // libcurl takes the asterisk for all hosts only where it stands alone.
                exceptions = own == QLatin1Char('*') ? own : exceptions + QLatin1Char(',') + own;
                break;
            }
        }
        m_proxy = QStringLiteral("of this computer's environment");
        break;
    case NetworkSettings::Proxy::Given:
        curl_easy_setopt(m_easy, CURLOPT_PROXY, settings.proxyUrl.toUtf8().constData());
        curl_easy_setopt(m_easy, CURLOPT_PROXYAUTH, static_cast<long>(CURLAUTH_ANY));
        if (!settings.proxyUser.isEmpty()) {
            curl_easy_setopt(m_easy, CURLOPT_PROXYUSERNAME, settings.proxyUser.toUtf8().constData());
            const Secret &password = settings.proxyPassword;
            curl_easy_setopt(m_easy, CURLOPT_PROXYPASSWORD,
                             password.isEmpty() ? "" : password.reveal().data());
        }
        m_proxy = settings.proxyUrl.section(QLatin1Char('@'), -1);
        break;
    }
    curl_easy_setopt(m_easy, CURLOPT_NOPROXY, exceptions.toUtf8().constData());
}

void Transfer::prepareBody()
{
    if (size() == 0) {
        curl_easy_setopt(m_easy, CURLOPT_HTTPGET, 1L);
        curl_easy_setopt(m_easy, CURLOPT_CUSTOMREQUEST, m_request.method.constData());
        return;
    }
    curl_easy_setopt(m_easy, CURLOPT_POST, 1L);
    if (m_request.method != "POST")
        curl_easy_setopt(m_easy, CURLOPT_CUSTOMREQUEST, m_request.method.constData());
    curl_easy_setopt(m_easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(size()));
    curl_easy_setopt(m_easy, CURLOPT_READFUNCTION, &Transfer::onRead);
    curl_easy_setopt(m_easy, CURLOPT_READDATA, this);
    // libcurl sends a request again by itself when a connection that it used before is lost. It has to go
    // back to the body's beginning for that, which it may not: a service may have been paid for the first
    // one.
    curl_easy_setopt(m_easy, CURLOPT_SEEKFUNCTION, &Transfer::onSeek);
    curl_easy_setopt(m_easy, CURLOPT_SEEKDATA, this);
}

void Transfer::prepareHeaders(const NetworkSettings &settings)
{
    curl_slist *list = append(nullptr, "Expect:");
    if (size() == 0 && m_request.method == "POST")
        list = append(list, "Content-Length: 0");
    list = append(list, ("User-Agent: " + settings.userAgent.toUtf8()).constData());
    for (const Header &one : m_request.headers)
        list = append(list, (one.value.isEmpty() ? one.name + ';' : one.name + ": " + one.value).constData());
    for (const SecretHeader &one : m_request.secretHeaders) {
        const Secret line = one.value.prefixed(QByteArray(one.name + ": "));
        if (!line.isEmpty())
            list = append(list, line.reveal().data());
    }
    m_headers = list;
    curl_easy_setopt(m_easy, CURLOPT_HTTPHEADER, list);
}

qint64 Transfer::size() const
{
    return m_request.body.size() + (m_request.bodySecret ? m_request.bodySecret->value.size() : 0);
}

/// What of the body, with the key in its place, lies at `at` in one piece.
QByteArrayView Transfer::piece(qint64 at) const
{
    const QByteArrayView body(m_request.body);
    if (!m_request.bodySecret)
        return body.sliced(at);
    const qsizetype place = m_request.bodySecret->at;
    const QByteArrayView key = m_request.bodySecret->value.reveal();
    if (at < place)
        return body.sliced(at, place - at);
    if (at < place + key.size())
        return key.sliced(at - place);
    return body.sliced(at - key.size());
}

std::size_t Transfer::give(char *to, std::size_t room)
{
    std::size_t filled = 0;
    while (filled < room && m_given < size()) {
        const QByteArrayView next = piece(m_given);
        const std::size_t count = std::min(room - filled, static_cast<std::size_t>(next.size()));
        std::memcpy(to + filled, next.data(), count);
        filled += count;
        m_given += static_cast<qint64>(count);
    }
    if (m_given == size() && !m_sent)
        m_sent = Clock::now();
    return filled;
}

/// Time counts from when enough had come last, so that a standstill is noticed after it, whenever it begins.
void Transfer::received()
{
    if (m_windowBegan && m_reader.receivedBytes() - m_windowBytes < m_request.timeouts.stalledBytes)
        return;
    m_windowBegan = Clock::now();
    m_windowBytes = m_reader.receivedBytes();
}

Transfer::Clock::time_point Transfer::deadline() const
{
    const Clock::time_point total = m_started + m_request.timeouts.total;
    if (m_windowBegan)
        return std::min(total, *m_windowBegan + m_request.timeouts.stalled);
    if (m_sent)
        return std::min(total, *m_sent + m_request.timeouts.firstByte);
    if (m_connected)
        return std::min(total, *m_connected + m_request.timeouts.firstByte);
    // libcurl's own limit for connecting comes first; this one is for what it might not count.
    return std::min(total, m_started + m_request.timeouts.connect + std::chrono::seconds(1));
}

std::optional<Ended> Transfer::overdue(Clock::time_point now) const
{
    if (now < deadline())
        return std::nullopt;
    if (now >= m_started + m_request.timeouts.total)
        return Ended::TooLong;
    if (!m_windowBegan) {
        if (!m_connected)
            return Ended::TooLong;
        return sentWhole() ? Ended::FirstByteLate : Ended::Stalled;
    }
    return Ended::Stalled;
}

bool Transfer::sentWhole() const
{
    return m_connected && m_given == size();
}

ExchangeFacts Transfer::facts(Ended ended, int code) const
{
    ExchangeFacts facts;
    facts.ended = ended;
    facts.code = code;
    facts.systemError = static_cast<int>(informed<long>(m_easy, CURLINFO_OS_ERRNO));
    facts.proxyAnswer = static_cast<int>(informed<long>(m_easy, CURLINFO_HTTP_CONNECTCODE));
    facts.certificate = informed<long>(m_easy, CURLINFO_SSL_VERIFYRESULT);
    facts.status = m_reader.begun() ? static_cast<int>(informed<long>(m_easy, CURLINFO_RESPONSE_CODE)) : 0;
    facts.nameKnown = informed<curl_off_t>(m_easy, CURLINFO_NAMELOOKUP_TIME_T) > 0;
    facts.connected = m_connected.has_value();
    facts.sentWhole = sentWhole();
    facts.surelyRefused = !m_reader.begun() && m_lost.surelyRefused(m_number);
    facts.host = m_address.host;
    facts.proxy = m_proxy;
    return facts;
}

/// A whole answer that is not the service's own or not one to read.
std::optional<Ended> Transfer::unfit(int status, const QByteArray &body) const
{
    if (status >= 300 && status < 400)
        return Ended::Redirected;
    if (status == 407)
        return Ended::ProxyWantsPassword;
    if (nestsDeeperThan(body, AnswerReader::deepest))
        return Ended::TooDeep;
    return std::nullopt;
}

HttpOutcome Transfer::outcome(Ended ended, int code)
{
    if (ended == Ended::ByLibrary && m_reader.limit() != AnswerReader::Limit::Kept)
        ended = Ended::TooLarge;
    const std::optional<milliseconds> wait =
        retryAfter(m_reader.headers(), QDateTime::currentSecsSinceEpoch());
    HttpAnswer answer;
    if (ended == Ended::ByLibrary && code == CURLE_OK) {
        answer.status = static_cast<int>(informed<long>(m_easy, CURLINFO_RESPONSE_CODE));
        answer.body = m_reader.takeBodyAway();
        ended = unfit(answer.status, answer.body).value_or(Ended::ByLibrary);
    }
    if (answer.status == 0 || ended != Ended::ByLibrary) {
        ExchangeFacts known = facts(ended, code);
        if (ended == Ended::Redirected) {
            const char *to = informed<char *>(m_easy, CURLINFO_REDIRECT_URL);
            const Result<Address> moved = readAddress(QString::fromUtf8(to));
            known.movedTo = moved.ok() ? moved->host : QStringLiteral("another address");
        }
        TransportError error = explain(known);
        error.retryAfter = wait;
        return error;
    }
    answer.headers = m_reader.headers();
    answer.retryAfter = wait;
    answer.httpVersion = versionName(informed<long>(m_easy, CURLINFO_HTTP_VERSION));
    return answer;
}

std::size_t Transfer::onHeader(char *bytes, std::size_t size, std::size_t count, void *self)
{
    auto *const transfer = static_cast<Transfer *>(self);
    const bool taken = transfer->m_reader.takeHeader({bytes, static_cast<qsizetype>(size * count)});
    transfer->received();
    return taken ? size * count : 0;
}

std::size_t Transfer::onBody(char *bytes, std::size_t size, std::size_t count, void *self)
{
    auto *const transfer = static_cast<Transfer *>(self);
    const bool taken = transfer->m_reader.takeBody({bytes, static_cast<qsizetype>(size * count)});
    transfer->received();
    return taken || size * count == 0 ? size * count : 0;
}

std::size_t Transfer::onRead(char *to, std::size_t size, std::size_t count, void *self)
{
    return static_cast<Transfer *>(self)->give(to, size * count);
}

int Transfer::onSeek(void *self, qint64 offset, int origin)
{
    const bool nothingGivenYet =
        static_cast<Transfer *>(self)->m_given == 0 && offset == 0 && origin == SEEK_SET;
    return nothingGivenYet ? CURL_SEEKFUNC_OK : CURL_SEEKFUNC_FAIL;
}

/// A connection that died without a word would otherwise look alive for minutes, and take and lose one
/// request after the other.
int Transfer::onSocket(void *self, int socket, int)
{
#ifdef TCP_USER_TIMEOUT
    const auto most = static_cast<unsigned>(static_cast<Transfer *>(self)->m_request.timeouts.deaf.count());
    (void)::setsockopt(socket, IPPROTO_TCP, TCP_USER_TIMEOUT, &most,
                       sizeof most); // else it only takes longer
#endif
    return CURL_SOCKOPT_OK;
}

int Transfer::onConnected(void *self, char *, char *, int, int)
{
    auto *const transfer = static_cast<Transfer *>(self);
    if (transfer->m_connected)
        transfer->m_lost.sentAnew(transfer->m_number);
    else
        transfer->m_connected = Clock::now();
    if (transfer->size() == 0)
        transfer->m_sent = Clock::now();
    return CURL_PREREQFUNC_OK;
}

int Transfer::onCommentary(void *, int kind, char *text, std::size_t size, void *self)
{
    auto *const transfer = static_cast<Transfer *>(self);
    if (kind == CURLINFO_TEXT)
        transfer->m_lost.hear(transfer->m_number, {text, static_cast<qsizetype>(size)},
                              transfer->m_errorText[0] != '\0');
    return 0;
}

} // namespace verbale::mt
