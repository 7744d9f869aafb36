// Machine translation against a service on this computer that takes 200 ms for each request, over TLS and
// HTTP/2, with everything that goes with it: the ledger and the cache on the disk, the judging of the
// answers. 1,000 and 10,000 segments against one by one, and the segment that the translator is in during the
// 10,000.

#include "english.h"
#include "http2_peer.h"

#include "plugins/machine-translation/machine_translation.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <thread>

using namespace verbale;
using namespace verbale::mt;
using namespace verbale::mt::test;

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds latency{200};
constexpr double promisedThousand = 1.10; ///< seconds
constexpr double promisedTenThousand = 5.3;
constexpr double promisedActive = 260; ///< milliseconds, of 99 in a hundred
constexpr int oneByOne = 10;

double secondsSince(Clock::time_point begin)
{
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

/// The service, and the plugin with a folder of its own.
class Setting
{
public:
    Setting()
        : m_peer(
              [](Connection &connection) {
                  Http2Session(connection, [](int, const QByteArray &body) {
                      Reply reply{.body = English().answerTo(body)};
                      reply.after = latency;
                      return reply;
                  }).serve();
              },
              m_authority.identity(), "h2")
    {
        const QByteArray settings = R"({"engines": {"deepl": {"type": "deepl", "key": "k", "address": ")" +
                                    m_peer.url("localhost", "").toUtf8() +
                                    R"("}}, "network": {"proxy": "none", "authorities": ")" +
                                    m_authority.file().toUtf8() + "\"}}";
        PluginContext context;
        context.dataFolder = m_folder.path();
        context.settings = QJsonDocument::fromJson(settings).object();
        if (!m_plugin.start(context))
            std::abort();
    }
    ~Setting() { m_plugin.stop(); }
    Setting(const Setting &) = delete;
    Setting &operator=(const Setting &) = delete;

    /// Seconds; every segment has its own translation, or the program ends.
    double translate(const TranslateRequest &request)
    {
        const Clock::time_point begin = Clock::now();
        const Result<TranslateAnswer> answer = m_plugin.translate(request, {}, {});
        const double took = secondsSince(begin);
        if (!answer || answer->translations.size() != request.segments.size())
            std::abort();
        for (const Translation &one : answer->translations) {
            if (one.error || !one.text.contains(QStringLiteral("number %1 ").arg(one.segmentId))) {
                std::printf("segment %s: %s\n", qPrintable(one.segmentId),
                            qPrintable(one.error ? one.error->message : one.text));
                std::abort();
            }
        }
        return took;
    }
    [[nodiscard]] int connections() const { return m_peer.connections(); }

private:
    Authority m_authority;
    QTemporaryDir m_folder;
    RawPeer m_peer;
    MachineTranslation m_plugin;
};

/// A segment alone, which nobody has asked for.
TranslateRequest single(int number)
{
    TranslateRequest request = requestFor({QStringLiteral("Câu số %1 nói về hòa bình.").arg(number)});
    request.segments.first().text.id = QString::number(number);
    return request;
}

bool tell(const char *what, double reached, double promised, const char *unit)
{
    const bool kept = reached <= promised;
    std::printf("%-46s %8.3f %s (promised: %.3f)%s\n", what, reached, unit, promised,
                kept ? "" : "  NOT REACHED");
    return kept;
}

bool measureRun(int count, double promised, const char *what)
{
    Setting setting;
    const double took = setting.translate(requestFor(sentences(count)));
    const bool kept = tell(what, took, promised, "s");
    double each = 0;
    for (int i = 0; i < oneByOne; ++i)
        each += setting.translate(single(1'000'000 + i)) / oneByOne;
    std::printf("%-46s %8.0f times as fast, over %d connection(s)\n", "  against one by one",
                each * count / took, setting.connections());
    return kept && setting.connections() == 1;
}

bool measureActive()
{
    Setting setting;
    std::atomic<bool> over{false};
    double took = 0;
    std::thread batch([&] {
        took = setting.translate(requestFor(sentences(10'000)));
        over = true;
    });
    std::vector<double> times;
    for (int i = 0; !over; ++i)
        times.push_back(setting.translate(single(1'000'000 + i)) * 1000);
    batch.join();
    std::sort(times.begin(), times.end());
    const auto part = [&](std::size_t hundredths) { return times.at((times.size() - 1) * hundredths / 100); };
    std::printf("%-46s %8.1f ms, worst %.1f ms, of %zu\n", "the active segment during 10,000: median",
                part(50), times.back(), times.size());
    std::printf("%-46s %8.3f s\n", "  the 10,000 meanwhile", took);
    return tell("  99 in a hundred", part(99), promisedActive, "ms");
}

} // namespace

int main()
{
    bool kept = measureRun(1'000, promisedThousand, "1,000 segments at 200 ms");
    kept = measureRun(10'000, promisedTenThousand, "10,000 segments at 200 ms") && kept;
    return measureActive() && kept ? 0 : 1;
}
