// What a process of its own costs a plugin: a call for one segment against the same call in the program and
// against a bare exchange of as many bytes over two pipes, in the same run; many calls at once; and the
// start.

#include "host/plugin_host.h"

#include <QtCore/QFileInfo>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <thread>
#include <vector>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace verbale;
using namespace verbale::host;

namespace {

using Clock = std::chrono::steady_clock;

const QString echo = QStringLiteral("test.echo");
constexpr int calls = 20'000;
constexpr int segmentsAtOnce = 20'000;
constexpr int starts = 20;
constexpr std::size_t messageBytes = 300; ///< about what a request for one segment and its answer have
constexpr double promisedMedian = 40;     ///< microseconds
constexpr double promisedWorst = 500;     ///< of a hundred calls
constexpr double promisedPerSecond = 20'000;
constexpr double promisedStart = 30; ///< milliseconds

double microsecondsSince(Clock::time_point start)
{
    return std::chrono::duration<double, std::micro>(Clock::now() - start).count();
}

struct Spread
{
    double median = 0;
    double worstOfHundred = 0;
};

Spread spreadOf(std::vector<double> &times)
{
    std::sort(times.begin(), times.end());
    return {times[times.size() / 2], times[times.size() * 99 / 100]};
}

template <typename Call>
Spread measure(Call call)
{
    for (int i = 0; i < calls / 10; ++i)
        call();
    std::vector<double> times;
    times.reserve(calls);
    for (int i = 0; i < calls; ++i) {
        const Clock::time_point start = Clock::now();
        call();
        times.push_back(microsecondsSince(start));
    }
    return spreadOf(times);
}

TermsRequest requestFor(int number)
{
    TermsRequest request;
    request.sourceLanguage = QStringLiteral("vi");
    request.targetLanguage = QStringLiteral("en");
    request.segments = {{QString::number(number),
                         1,
                         QStringLiteral("Hai bên nhất trí tiếp tục thúc đẩy quan hệ đối tác chiến lược."),
                         {}}};
    return request;
}

std::unique_ptr<PluginHost> startedHost(Origin origin)
{
    HostOptions options;
    options.folders = {{QStringLiteral(FIXTURES "/good/echo"), origin}};
    options.trialProgram = QStringLiteral(TRIAL_PROGRAM);
    auto host = std::make_unique<PluginHost>(options);
    host->discover();
    host->start();
    return host;
}

bool exchange(int write, int read, std::vector<char> &bytes)
{
    return ::write(write, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()) &&
           ::read(read, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size());
}

/// A child that sends back what it gets, and nothing else.
Spread barePipes()
{
    int there[2];
    int back[2];
    if (::pipe(there) != 0 || ::pipe(back) != 0)
        return {};
    const pid_t child = ::fork();
    std::vector<char> bytes(messageBytes);
    if (child == 0) {
        ::close(there[1]);
        while (::read(there[0], bytes.data(), bytes.size()) > 0) {
            if (::write(back[1], bytes.data(), bytes.size()) < 0)
                break;
        }
        ::_exit(0);
    }
    const Spread spread = measure([&] { exchange(there[1], back[0], bytes); });
    for (const int file : {there[0], there[1], back[0], back[1]})
        ::close(file);
    ::waitpid(child, nullptr, 0);
    return spread;
}

Spread roundTrips(PluginHost &host)
{
    int number = 0;
    return measure([&] {
        if (!host.findTerms(echo, requestFor(++number), {}).result().ok())
            std::puts("a call failed");
    });
}

double processorMilliseconds()
{
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    const auto milliseconds = [](const timeval &time) {
        return double(time.tv_sec) * 1000 + double(time.tv_usec) / 1000;
    };
    return milliseconds(used.ru_utime) + milliseconds(used.ru_stime);
}

double pipelined(PluginHost &host)
{
    QList<QFuture<Result<TermsAnswer>>> futures;
    futures.reserve(segmentsAtOnce);
    const Clock::time_point start = Clock::now();
    for (int i = 0; i < segmentsAtOnce; ++i)
        futures.append(host.findTerms(echo, requestFor(i), {}));
    int good = 0;
    for (const auto &future : futures)
        good += future.result().ok() ? 1 : 0;
    return good * 1e6 / microsecondsSince(start);
}

std::vector<double> startsToFirstAnswer()
{
    std::vector<double> times;
    for (int i = 0; i < starts; ++i) {
        const auto host = startedHost(Origin::User);
        const Clock::time_point start = Clock::now();
        (void)host->findTerms(echo, requestFor(i), {}).result().ok();
        times.push_back(microsecondsSince(start) / 1000);
    }
    std::sort(times.begin(), times.end());
    return times;
}

void line(const char *what, const Spread &spread)
{
    std::printf("%-44s p50 %7.1f us   p99 %7.1f us\n", what, spread.median, spread.worstOfHundred);
}

} // namespace

int main()
{
    const auto inProgram = startedHost(Origin::Shipped);
    const auto inProcess = startedHost(Origin::User);
    const Spread pipes = barePipes();
    const Spread here = roundTrips(*inProgram);
    const Spread there = roundTrips(*inProcess);
    line("bare pipes, 300 bytes each way", pipes);
    line("one segment, plugin in the program", here);
    line("one segment, plugin in a process", there);
    const double usedHere = processorMilliseconds();
    const qint64 usedThere = inProcess->plugins().first().process.cpuMilliseconds;
    const double perSecond = pipelined(*inProcess);
    const double perSegment = 1000.0 / segmentsAtOnce;
    // On a busy machine the processor time says more than the clock.
    std::printf(
        "pipelined, one segment a request: %.0f segments/s, processor time %.1f us in Verbale and %.1f us "
        "in the plugin's process\n",
        perSecond, (processorMilliseconds() - usedHere) * perSegment,
        static_cast<double>(inProcess->plugins().first().process.cpuMilliseconds - usedThere) * perSegment);
    std::printf("the same in the program: %.0f segments/s\n", pipelined(*inProgram));
    const std::vector<double> times = startsToFirstAnswer();
    std::printf("start to first answer: median %.1f ms, worst of %d %.1f ms\n", times[times.size() / 2],
                starts, times.back());
    const bool kept = there.median <= promisedMedian && there.worstOfHundred <= promisedWorst &&
                      perSecond >= promisedPerSecond && times[times.size() / 2] <= promisedStart;
    std::printf("promised: p50 %.0f us, p99 %.0f us, %.0f segments/s, start %.0f ms: %s\n", promisedMedian,
                promisedWorst, promisedPerSecond, promisedStart, kept ? "kept" : "NOT KEPT");
    return kept ? 0 : 1;
}
