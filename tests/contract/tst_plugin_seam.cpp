// The seam that a plugin in a process of its own will be joined at: requests and answers are values that
// survive being bytes, and calls are taken one after the other on the plugin's one thread, whoever asks.

#include "host_test.h"
#include "wire.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <thread>

namespace verbale::host {

namespace {

using namespace contract;

/// A queue of byte strings between the callers and the host, as a pipe to another process would be.
class Line
{
public:
    explicit Line(PluginHost &host) : m_host(host), m_server([this] { serve(); }) {}
    ~Line()
    {
        send({}, {});
        m_server.join();
    }

    /// Sends a request for terms; its answer's bytes come through the future.
    std::future<QByteArray> ask(const QByteArray &request)
    {
        std::promise<QByteArray> promise;
        auto answer = promise.get_future();
        send(request, std::move(promise));
        return answer;
    }

private:
    struct Message
    {
        QByteArray request;
        std::promise<QByteArray> answer;
    };

    void send(const QByteArray &request, std::promise<QByteArray> promise)
    {
        const std::lock_guard lock(m_mutex);
        m_queue.push_back({request, std::move(promise)});
        m_wake.notify_one();
    }

    void serve()
    {
        for (;;) {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return !m_queue.empty(); });
            Message message = std::move(m_queue.front());
            m_queue.pop_front();
            lock.unlock();
            if (message.request.isEmpty())
                return;
            auto future =
                m_host.findTerms(QStringLiteral("test.echo"), termsRequestFrom(message.request), {});
            message.answer.set_value(toBytes(future.result()));
        }
    }

    PluginHost &m_host;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Message> m_queue;
    std::thread m_server; ///< last: it uses the others
};

TermsRequest requestOf(int caller, int number)
{
    TermsRequest request;
    request.sourceLanguage = QStringLiteral("vi");
    request.targetLanguage = QStringLiteral("en");
    request.segments = {{QStringLiteral("%1-%2").arg(caller).arg(number),
                         number,
                         QStringLiteral("Công hàm số %1 của Bộ Ngoại giao").arg(number),
                         {}}};
    return request;
}

} // namespace

class TestPluginSeam : public QObject
{
    Q_OBJECT

private slots:
    void manyCallersOneThreadInOrder_data()
    {
        QTest::addColumn<bool>("throughBytes");
        QTest::newRow("asked directly") << false;
        QTest::newRow("through a line of bytes") << true;
    }
    void manyCallersOneThreadInOrder()
    {
        QFETCH(bool, throughBytes);
        constexpr int callers = 4;
        constexpr int requests = 150;
        PluginHost host(optionsFor(fixture("good/echo")));
        host.discover();
        host.start();
        std::array<std::vector<TermHit>, callers> hits;
        std::atomic<int> wrong = 0;
        {
            Line line(host);
            std::vector<std::thread> threads;
            for (int caller = 0; caller < callers; ++caller)
                threads.emplace_back([&, caller] {
                    std::vector<std::future<QByteArray>> bytes;
                    std::vector<QFuture<Result<TermsAnswer>>> values;
                    for (int i = 0; i < requests; ++i) {
                        const TermsRequest request = requestOf(caller, i);
                        if (throughBytes)
                            bytes.push_back(line.ask(toBytes(request)));
                        else
                            values.push_back(host.findTerms(QStringLiteral("test.echo"), request, {}));
                    }
                    for (int i = 0; i < requests; ++i) {
                        const auto at = static_cast<size_t>(i);
                        const auto answer =
                            throughBytes ? termsAnswerFrom(bytes[at].get()) : values[at].result();
                        const TermsRequest asked = requestOf(caller, i);
                        const bool right =
                            answer.ok() && answer->segments.size() == 1 &&
                            answer->segments[0].segmentId == asked.segments[0].id &&
                            answer->segments[0].revision == i &&
                            answer->segments[0].hits[0].target == asked.segments[0].source.toUpper();
                        if (!right)
                            ++wrong;
                        else
                            hits[static_cast<size_t>(caller)].push_back(answer->segments[0].hits[0]);
                    }
                });
            for (std::thread &thread : threads)
                thread.join();
        }
        QCOMPARE(wrong.load(), 0);
        QSet<QString> threadsSeen;
        QSet<int> numbers;
        for (const auto &mine : hits) {
            int last = 0;
            for (const TermHit &hit : mine) {
                const int number = hit.entryId.toInt();
                QVERIFY2(number > last, "a caller's requests are taken in the order in which it asked");
                last = number;
                numbers.insert(number);
                threadsSeen.insert(hit.note);
            }
        }
        QCOMPARE(threadsSeen.size(), 1);
        QCOMPARE(numbers.size(), callers * requests);
        const auto own = QString::number(std::hash<std::thread::id>()(std::this_thread::get_id()));
        QVERIFY(!threadsSeen.contains(own));
    }

    void anErrorSurvivesBeingBytes()
    {
        const Error error{QStringLiteral("glossary.bad-row"),
                          QStringLiteral("hàng thiếu cột"),
                          {QStringLiteral("từ điển.tsv"), 12, 3, 456}};
        const auto back = termsAnswerFrom(toBytes(Result<TermsAnswer>(error)));
        QVERIFY(!back.ok());
        QCOMPARE(back.error().code, error.code);
        QCOMPARE(back.error().text(), QStringLiteral("từ điển.tsv:12:3: hàng thiếu cột"));
        QCOMPARE(back.error().where.offset, 456);
    }

    void everyInterfaceAnswersTheSameThroughBytes()
    {
        PluginHost host(optionsFor(fixture("good/echo")));
        host.discover();
        host.start();
        const QString id = QStringLiteral("test.echo");
        SuggestRequest suggest{QStringLiteral("vi"), QStringLiteral("en"), {}};
        CheckRequest check{QStringLiteral("vi"), QStringLiteral("en"), QStringLiteral("house"), {}};
        for (int i = 0; i < 20; ++i) {
            const SegmentText text{QString::number(i),
                                   i,
                                   QString(i, QChar(0x1EC7)),
                                   QString(i % 2, QChar('x')),
                                   {{SegmentCode::Kind::Closing, i, QStringLiteral("</b>")}}};
            const TermHit hit{{0, i},
                              QStringLiteral("e"),
                              QStringLiteral("t"),
                              {QStringLiteral("a"), QString()},
                              TermStatus::Forbidden,
                              QStringLiteral("d"),
                              QStringLiteral("u"),
                              QStringLiteral("n"),
                              QStringLiteral("g"),
                              true};
            suggest.segments.append({text, {hit}});
            check.segments.append({text, {hit, hit}});
        }
        const auto suggested = host.suggest(id, suggest, {}).result();
        const auto suggestedThere = host.suggest(id, suggestRequestFrom(toBytes(suggest)), {}).result();
        QVERIFY(suggested.ok());
        QCOMPARE(toBytes(suggestAnswerFrom(toBytes(suggestedThere))), toBytes(suggested));
        const auto checked = host.check(id, check, {}).result();
        const auto checkedThere = host.check(id, checkRequestFrom(toBytes(check)), {}).result();
        QVERIFY(checked.ok());
        QCOMPARE(checked->findings.size(), 10);
        QCOMPARE(toBytes(checkAnswerFrom(toBytes(checkedThere))), toBytes(checked));
        // The request came through whole, also what this plugin does not look at.
        QCOMPARE(toBytes(suggestRequestFrom(toBytes(suggest))), toBytes(suggest));
        QCOMPARE(toBytes(checkRequestFrom(toBytes(check))), toBytes(check));
        QCOMPARE(checkRequestFrom(toBytes(check)).segments[3].terms[1].alternatives.size(), 2);
        QVERIFY(checkRequestFrom(toBytes(check)).segments[3].terms[1].status == TermStatus::Forbidden);
        QCOMPARE(suggestRequestFrom(toBytes(suggest)).segments[3].text.codes.value(0).number, 3);
    }
};

} // namespace verbale::host

QTEST_GUILESS_MAIN(verbale::host::TestPluginSeam)
#include "tst_plugin_seam.moc"
