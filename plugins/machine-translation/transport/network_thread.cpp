#include "plugins/machine-translation/transport/network_thread.h"

#include <curl/curl.h>

#include <csignal>
#include <ctime>

namespace verbale::mt {

namespace {

using namespace std::chrono_literals;

/// A connection over HTTP/2 says when it goes away; one over HTTP/1.1 that the server has just closed looks
/// alive until a request is lost on it, so it is used again only while servers surely keep it (the shortest
/// known: 5 s).
constexpr milliseconds idleHttp2 = 60s;
constexpr milliseconds idleHttp1 = 4s;
constexpr long mostConnectionsToHost = 8; ///< over HTTP/1.1; HTTP/2 needs one
constexpr long mostConnections = 16;
constexpr int roundsOfClosing = 8; ///< for those who answer the end of a request with another one

/// libcurl 7.88's HTTP/2 says nothing more about a request that was refused.
bool silentMeansRefused()
{
    constexpr unsigned from = 0x075800;
    constexpr unsigned below = 0x080000;
    const unsigned version = curl_version_info(CURLVERSION_NOW)->version_num;
    return version >= from && version < below;
}

std::chrono::nanoseconds timeAsleep()
{
    timespec awake{};
    timespec all{};
    ::clock_gettime(CLOCK_MONOTONIC, &awake);
    ::clock_gettime(CLOCK_BOOTTIME, &all);
    return std::chrono::seconds(all.tv_sec - awake.tv_sec) +
           std::chrono::nanoseconds(all.tv_nsec - awake.tv_nsec);
}

/// Writing to a connection that is gone must not end the program: the signal stays pending on this thread.
void blockPipeSignal()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGPIPE);
    ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

void startLibrary()
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

TransportError cannotStart()
{
    return {{QStringLiteral("transport.files"),
             QStringLiteral(
                 "No connection can be opened because too many files are open. Close other programs and "
                 "start Verbale again.")},
            false,
            0,
            std::nullopt};
}

} // namespace

Transport::Thread::Thread(NetworkSettings settings)
    : m_settings(std::move(settings)), m_lost(silentMeansRefused()), m_slept(timeAsleep())
{
    startLibrary();
    openConnections();
    m_thread = std::thread([this] { run(); });
}

Transport::Thread::~Thread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closing = true;
    }
    m_loop.wake();
    m_thread.join();
}

void Transport::Thread::openConnections()
{
    m_multi = curl_multi_init();
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, &Thread::onSocket);
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, &Thread::onTimer);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_PIPELINING, static_cast<long>(CURLPIPE_MULTIPLEX));
    curl_multi_setopt(m_multi, CURLMOPT_MAX_HOST_CONNECTIONS, mostConnectionsToHost);
    curl_multi_setopt(m_multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, mostConnections);
}

void Transport::Thread::post(std::function<void()> work)
{
    {
        const std::lock_guard lock(m_mutex);
        m_posted.push_back(std::move(work));
    }
    m_loop.wake();
}

void Transport::Thread::run()
{
    blockPipeSignal();
    while (true) {
        {
            const std::lock_guard lock(m_mutex);
            if (m_closing)
                break;
        }
        runPosted();
        runDue(Clock::now());
        endOverdue(Clock::now());
        collectFinished();
        if (m_loop.good())
            handleEvents(m_loop.wait(nextWaking()));
        else
            std::this_thread::sleep_for(10ms);
        collectFinished();
    }
    closeAll();
}

void Transport::Thread::runPosted()
{
    std::vector<std::function<void()>> work;
    {
        const std::lock_guard lock(m_mutex);
        work.swap(m_posted);
    }
    for (const std::function<void()> &one : work)
        one();
}

void Transport::Thread::after(Clock::time_point when, std::function<void()> work)
{
    m_timers.emplace(when, std::move(work));
}

void Transport::Thread::runDue(Clock::time_point now)
{
    while (!m_timers.empty() && m_timers.begin()->first <= now) {
        const auto node = m_timers.extract(m_timers.begin());
        node.mapped()();
    }
}

void Transport::Thread::begin(quint64 number, HttpRequest request, Done done)
{
    if (m_ended)
        return done(explain({.ended = Ended::Closing, .host = QStringLiteral("the service")}));
    Result<Address> address = checkRequest(request);
    if (!address.ok())
        return done(TransportError{address.error(), false, 0, std::nullopt});
    if (!m_loop.good() || m_multi == nullptr)
        return done(cannotStart());
    dropConnectionsAfterSleep();
    const bool http2 = m_http2Hosts.contains(address->host);
    const Transfer::Surroundings surroundings{m_settings, m_lost, m_http1Hosts.contains(address->host),
                                              http2 ? idleHttp2 : idleHttp1};
    auto transfer = std::make_unique<Transfer>(number, std::move(request), *std::move(address), surroundings,
                                               std::move(done));
    if (transfer->handle() == nullptr || curl_multi_add_handle(m_multi, transfer->handle()) != CURLM_OK)
        return transfer->takeDone()(cannotStart());
    m_transfers.emplace(number, std::move(transfer));
}

void Transport::Thread::cancel(quint64 number)
{
    finish(number, Ended::Cancelled, CURLE_OK);
}

void Transport::Thread::endOverdue(Clock::time_point now)
{
    std::vector<std::pair<quint64, Ended>> overdue;
    for (const auto &[number, transfer] : m_transfers) {
        if (const std::optional<Ended> why = transfer->overdue(now))
            overdue.emplace_back(number, *why);
    }
    for (const auto &[number, why] : overdue)
        finish(number, why, CURLE_OK);
}

EventLoop::Clock::time_point Transport::Thread::nextWaking() const
{
    Clock::time_point next = Clock::now() + 1h;
    if (m_libraryTimer)
        next = std::min(next, *m_libraryTimer);
    if (!m_timers.empty())
        next = std::min(next, m_timers.begin()->first);
    for (const auto &[number, transfer] : m_transfers)
        next = std::min(next, transfer->deadline());
    return next;
}

void Transport::Thread::handleEvents(const std::vector<EventLoop::Event> &events)
{
    int running = 0;
    for (const EventLoop::Event &event : events) {
        const int what = ((event.ready & EventLoop::Readable) != 0 ? CURL_CSELECT_IN : 0) |
                         ((event.ready & EventLoop::Writable) != 0 ? CURL_CSELECT_OUT : 0) |
                         ((event.ready & EventLoop::Broken) != 0 ? CURL_CSELECT_ERR : 0);
        curl_multi_socket_action(m_multi, event.socket, what, &running);
    }
    if (m_libraryTimer && *m_libraryTimer <= Clock::now()) {
        m_libraryTimer.reset();
        curl_multi_socket_action(m_multi, CURL_SOCKET_TIMEOUT, 0, &running);
    }
}

void Transport::Thread::collectFinished()
{
    std::vector<std::pair<quint64, int>> finished;
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_multi, &left)) {
        char *transfer = nullptr;
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &transfer);
        if (message->msg == CURLMSG_DONE)
            finished.emplace_back(static_cast<Transfer *>(static_cast<void *>(transfer))->number(),
                                  message->data.result);
    }
    for (const auto &[number, code] : finished)
        finish(number, Ended::ByLibrary, code);
}

void Transport::Thread::finish(quint64 number, Ended ended, int code)
{
    const auto node = m_transfers.extract(number);
    if (node.empty())
        return;
    Transfer &transfer = *node.mapped();
    HttpOutcome outcome = transfer.outcome(ended, code);
    curl_multi_remove_handle(m_multi, transfer.handle());
    remember(transfer.host(), outcome, number);
    transfer.takeDone()(std::move(outcome));
}

void Transport::Thread::remember(const QString &host, const HttpOutcome &outcome, quint64 number)
{
    if (m_lost.wantsHttp1(number))
        m_http1Hosts.insert(host);
    const auto *const answer = std::get_if<HttpAnswer>(&outcome);
    if (answer == nullptr)
        return;
    if (answer->httpVersion == QLatin1String("2"))
        m_http2Hosts.insert(host);
    else
        m_http2Hosts.remove(host);
}

/// After the computer has slept, connections may be gone without anybody having said so; a request on one
/// would be lost, and nobody could tell whether it had arrived.
void Transport::Thread::dropConnectionsAfterSleep()
{
    const std::chrono::nanoseconds slept = timeAsleep();
    if (slept - m_slept < 1s || !m_transfers.empty())
        return;
    m_slept = slept;
    curl_multi_cleanup(m_multi);
    m_lost = LostRequests(silentMeansRefused());
    m_libraryTimer.reset();
    openConnections();
}

void Transport::Thread::closeAll()
{
    m_ended = true; // What is still to begin ends at once, with the same error.
    for (int round = 0; round < roundsOfClosing; ++round) {
        while (!m_transfers.empty())
            finish(m_transfers.begin()->first, Ended::Closing, CURLE_OK);
        runPosted();
    }
    curl_multi_cleanup(m_multi);
}

int Transport::Thread::onSocket(void *, int socket, int what, void *self, void *)
{
    unsigned readiness = EventLoop::None;
    if (what == CURL_POLL_IN || what == CURL_POLL_INOUT)
        readiness |= EventLoop::Readable;
    if (what == CURL_POLL_OUT || what == CURL_POLL_INOUT)
        readiness |= EventLoop::Writable;
    static_cast<Thread *>(self)->m_loop.watch(socket, readiness);
    return 0;
}

int Transport::Thread::onTimer(void *, long wait, void *self)
{
    auto *const thread = static_cast<Thread *>(self);
    if (wait < 0)
        thread->m_libraryTimer.reset();
    else
        thread->m_libraryTimer = Clock::now() + milliseconds(wait);
    return 0;
}

} // namespace verbale::mt
