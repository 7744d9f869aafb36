#include "host/worker.h"

#include <QtTest/QTest>

#include <atomic>
#include <future>
#include <vector>

namespace verbale::host {

namespace {

using namespace std::chrono_literals;

class TestJob : public Job
{
public:
    explicit TestJob(std::function<void()> work) : m_work(std::move(work)) {}
    void run() noexcept override { m_work(); }
    void cancel() override { cancelled = true; }
    void drop(const Error &reason) override { dropped.push_back(reason.code); }

    std::atomic<bool> cancelled = false;
    std::vector<QString> dropped;

private:
    std::function<void()> m_work;
};

} // namespace

class TestWorker : public QObject
{
    Q_OBJECT

private slots:
    void inOrderOnOneThread()
    {
        std::vector<int> order;
        std::vector<std::thread::id> threads;
        {
            Worker worker;
            for (int i = 0; i < 1000; ++i)
                QVERIFY(worker.post(std::make_shared<TestJob>([&, i] {
                    order.push_back(i);
                    threads.push_back(std::this_thread::get_id());
                })));
            worker.close();
            QVERIFY(worker.join(10s));
            QVERIFY(!worker.post(std::make_shared<TestJob>([] {})));
        }
        QCOMPARE(order.size(), size_t(1000));
        QVERIFY(std::is_sorted(order.begin(), order.end()));
        QVERIFY(std::all_of(threads.begin(), threads.end(), [&](auto id) { return id == threads.front(); }));
        QVERIFY(threads.front() != std::this_thread::get_id());
    }

    void manyPosters()
    {
        std::atomic<int> done = 0;
        std::atomic<int> inside = 0;
        std::atomic<bool> together = false;
        Worker worker;
        std::vector<std::thread> posters;
        for (int poster = 0; poster < 4; ++poster)
            posters.emplace_back([&] {
                for (int i = 0; i < 500; ++i)
                    worker.post(std::make_shared<TestJob>([&] {
                        if (++inside != 1)
                            together = true;
                        ++done;
                        --inside;
                    }));
            });
        for (std::thread &poster : posters)
            poster.join();
        worker.close();
        QVERIFY(worker.join(10s));
        QCOMPARE(done.load(), 2000);
        QVERIFY(!together);
    }

    void clearDropsTheWaitingAndCancelsTheRunning()
    {
        Worker worker;
        std::promise<void> started;
        std::promise<void> mayEnd;
        bool ran = false;
        auto running = std::make_shared<TestJob>([&] {
            started.set_value();
            mayEnd.get_future().wait();
        });
        auto waiting = std::make_shared<TestJob>([&] { ran = true; });
        worker.post(running);
        worker.post(waiting);
        started.get_future().wait();
        worker.clear({QStringLiteral("why"), QString()});
        QVERIFY(running->cancelled);
        QVERIFY(running->dropped.empty());
        QCOMPARE(waiting->dropped.size(), size_t(1));
        QCOMPARE(waiting->dropped.front(), QStringLiteral("why"));
        mayEnd.set_value();
        worker.close();
        QVERIFY(worker.join(10s));
        QVERIFY(!ran);
    }

    void nothingRunsAfterTheLastJob()
    {
        for (int round = 0; round < 200; ++round) {
            Worker worker;
            std::atomic<bool> gone = false;
            std::atomic<int> late = 0;
            std::atomic<int> posted = 0;
            std::thread poster([&] {
                const auto job = std::make_shared<TestJob>([&] { late += gone ? 1 : 0; });
                while (worker.post(job))
                    ++posted;
            });
            while (posted < round % 7)
                std::this_thread::yield();
            QVERIFY(worker.finish(std::make_shared<TestJob>([&] { gone = true; }),
                                  {QStringLiteral("why"), QString()}));
            poster.join();
            QVERIFY(worker.join(10s));
            QVERIFY(gone);
            QCOMPARE(late.load(), 0);
        }
    }

    void finishDropsTheWaitingAndEndsTheQueue()
    {
        Worker worker;
        std::promise<void> started;
        std::promise<void> mayEnd;
        auto running = std::make_shared<TestJob>([&] {
            started.set_value();
            mayEnd.get_future().wait();
        });
        auto waiting = std::make_shared<TestJob>([] {});
        worker.post(running);
        worker.post(waiting);
        started.get_future().wait();
        bool ran = false;
        QVERIFY(worker.finish(std::make_shared<TestJob>([&] { ran = true; }),
                              {QStringLiteral("why"), QString()}));
        QVERIFY(running->cancelled);
        QCOMPARE(waiting->dropped.size(), size_t(1));
        QVERIFY(!worker.post(waiting));
        QVERIFY(!worker.finish(waiting, {}));
        mayEnd.set_value();
        QVERIFY(worker.join(10s));
        QVERIFY(ran);
    }

    void aThreadThatDoesNotEndIsLeftBehind()
    {
        auto mayEnd = std::make_shared<std::promise<void>>();
        auto ended = std::make_shared<std::promise<void>>();
        std::future<void> end = ended->get_future();
        auto stuck = std::make_shared<TestJob>([mayEnd, ended] {
            mayEnd->get_future().wait();
            ended->set_value();
        });
        auto waiting = std::make_shared<TestJob>([] {});
        {
            Worker worker;
            worker.post(stuck);
            worker.post(waiting);
            QTRY_VERIFY(stuck.use_count() > 1);
            worker.close();
            QElapsedTimer timer;
            timer.start();
            QVERIFY(!worker.join(50ms));
            QVERIFY(timer.elapsed() < 5000);
        }
        QCOMPARE(waiting->dropped.size(), size_t(1));
        QCOMPARE(waiting->dropped.front(), QStringLiteral("plugins.not-answering"));
        mayEnd->set_value(); // it goes on by itself and touches nothing that is gone
        QCOMPARE(end.wait_for(10s), std::future_status::ready);
    }
};

} // namespace verbale::host

QTEST_GUILESS_MAIN(verbale::host::TestWorker)
#include "tst_worker.moc"
