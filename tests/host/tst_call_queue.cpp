#include "host/process/call_queue.h"

#include "process_test.h"

namespace verbale::host {

namespace {

using namespace std::chrono_literals;
using Clock = CallQueue::Clock;

/// A queue with a clock that stands where the test puts it.
struct TestQueue
{
    explicit TestQueue(Supervision supervision = {}) : queue(supervision) {}

    CallQueue::Questions add(qint64 number, QList<AskedSegment> segments = {}, bool isReady = true)
    {
        auto question = std::make_shared<TestQuestion>("", segments);
        question->number = number;
        asked.insert(number, question);
        CallQueue::Entry entry;
        entry.question = question;
        entry.frame = std::to_string(number) + ' ';
        entry.limit = 10s;
        entry.segments = std::move(segments);
        return queue.add(std::move(entry), isReady);
    }
    std::string send()
    {
        std::string out;
        queue.send(now, out, discarded);
        return out;
    }
    bool answer(qint64 number) { return queue.takeAnswered(number, now) != nullptr; }
    [[nodiscard]] qint64 secondsLeft() const
    {
        const auto next = queue.nextDeadline();
        return next ? std::chrono::duration_cast<std::chrono::seconds>(next->when - now).count() : -1;
    }

    CallQueue queue;
    CallQueue::Questions discarded;
    QHash<qint64, std::shared_ptr<TestQuestion>> asked;
    Clock::time_point now = Clock::time_point(1000s);
};

QList<qint64> numbers(const CallQueue::Questions &questions)
{
    QList<qint64> list;
    for (const auto &question : questions)
        list.append(question->number);
    std::sort(list.begin(), list.end());
    return list;
}

} // namespace

class TestCallQueue : public QObject
{
    Q_OBJECT

private slots:
    void sendsAtMostEightInTheirOrder()
    {
        TestQueue test;
        for (qint64 i = 1; i <= 10; ++i)
            test.add(i);
        QCOMPARE(test.send(), std::string("1 2 3 4 5 6 7 8 "));
        QCOMPARE(test.send(), std::string());
        QVERIFY(test.answer(5)); // a child may answer in any order
        QCOMPARE(test.send(), std::string("9 "));
        QVERIFY(!test.answer(5));
        QVERIFY(!test.answer(77));
        QVERIFY(test.queue.hasWaiting() && test.queue.hasSent());
    }

    void aloneAfterACrash()
    {
        TestQueue test;
        for (qint64 i = 1; i <= 10; ++i)
            test.add(i);
        test.send();
        test.answer(1);
        QVERIFY(test.queue.lose().empty());
        QCOMPARE(test.send(), std::string("2 "));
        QCOMPARE(test.send(), std::string());
        test.answer(2);
        QCOMPARE(test.send(), std::string("3 "));
        // The second crash takes the one that was there, and no other.
        QCOMPARE(numbers(test.queue.lose()), QList<qint64>({3}));
        for (qint64 i = 4; i <= 8; ++i) {
            QCOMPARE(test.send(), std::to_string(i) + ' ');
            test.answer(i);
        }
        QCOMPARE(test.send(), std::string("9 10 "));
    }

    void notWhatItTookTooLongFor()
    {
        TestQueue test;
        for (qint64 i = 1; i <= 3; ++i)
            test.add(i);
        test.send();
        QCOMPARE(numbers(test.queue.lose(2)), QList<qint64>({2}));
        QCOMPARE(test.send(), std::string("1 "));
    }

    void neverAgainWhatCostsMoney()
    {
        TestQueue test;
        for (qint64 i = 1; i <= 10; ++i)
            test.add(i);
        for (const qint64 number : {2, 9})
            test.asked[number]->onceOnly = true;
        test.send();
        QCOMPARE(numbers(test.queue.lose()), QList<qint64>({2})); // 9 has not been sent
        for (qint64 i = 1; i <= 8; ++i) {
            if (i == 2)
                continue;
            QCOMPARE(test.send(), std::to_string(i) + ' ');
            test.answer(i);
        }
        QCOMPARE(test.send(), std::string("9 10 "));
        QCOMPARE(numbers(test.queue.lose()), QList<qint64>({9}));
    }

    void asOftenAsIsAllowed()
    {
        Supervision supervision;
        supervision.resends = 0;
        TestQueue none(supervision);
        none.add(1);
        none.send();
        QCOMPARE(numbers(none.queue.lose()), QList<qint64>({1}));
        QVERIFY(none.queue.isEmpty());
        supervision.resends = 2;
        TestQueue two(supervision);
        two.add(1);
        for (int i = 0; i < 2; ++i) {
            two.send();
            QVERIFY(two.queue.lose().empty());
        }
        two.send();
        QCOMPARE(numbers(two.queue.lose()), QList<qint64>({1}));
    }

    void cancelled()
    {
        TestQueue test;
        for (qint64 i = 1; i <= 10; ++i)
            test.add(i);
        test.send();
        QVERIFY(test.queue.cancel(9, test.discarded) == CallQueue::Cancelled::Waiting);
        QVERIFY(test.queue.cancel(2, test.discarded) == CallQueue::Cancelled::Sent);
        QVERIFY(test.queue.cancel(9, test.discarded) == CallQueue::Cancelled::NotHere);
        QCOMPARE(numbers(test.discarded), QList<qint64>({9}));
        test.asked[2]->drop({});
        QCOMPARE(numbers(test.queue.lose()), QList<qint64>({2})); // answered: not to be asked again
        test.asked[3]->drop({});
        QCOMPARE(test.send(), std::string("1 "));
        test.answer(1);
        QCOMPARE(test.send(), std::string("4 "));
        QCOMPARE(numbers(test.discarded), QList<qint64>({3, 9}));
    }

    void replaced_data()
    {
        QTest::addColumn<QList<AskedSegment>>("first");
        QTest::addColumn<QList<AskedSegment>>("second");
        QTest::addColumn<bool>("replaced");
        using L = QList<AskedSegment>;
        QTest::newRow("newer") << L{{"a", 1}} << L{{"a", 2}} << true;
        QTest::newRow("the same") << L{{"a", 1}} << L{{"a", 1}} << false;
        QTest::newRow("older") << L{{"a", 2}} << L{{"a", 1}} << false;
        QTest::newRow("another one") << L{{"a", 1}} << L{{"b", 2}} << false;
        QTest::newRow("more") << L{{"a", 1}} << L{{"b", 2}, {"a", 2}} << true;
        QTest::newRow("fewer") << L{{"a", 1}, {"b", 1}} << L{{"a", 2}} << false;
        QTest::newRow("one of them is not newer") << L{{"a", 1}, {"b", 1}} << L{{"a", 2}, {"b", 1}} << false;
        QTest::newRow("none") << L{} << L{} << false;
    }
    void replaced()
    {
        QFETCH(QList<AskedSegment>, first);
        QFETCH(QList<AskedSegment>, second);
        QFETCH(bool, replaced);
        TestQueue test;
        for (qint64 i = 1; i <= 8; ++i)
            test.add(i, {{"busy", 0}});
        test.send();
        QVERIFY(test.add(9, first).empty());
        QCOMPARE(test.add(10, second).size(), replaced ? 1U : 0U);
        for (qint64 i = 1; i <= 8; ++i)
            test.answer(i);
        QCOMPARE(test.send(), std::string(replaced ? "10 " : "9 10 "));
    }

    void whatTheChildHasIsNotReplaced()
    {
        TestQueue test;
        test.add(1, {{"a", 1}});
        test.send();
        QVERIFY(test.add(2, {{"a", 2}}).empty());
        test.send();
        test.queue.lose(); // now they wait again
        QCOMPARE(numbers(test.add(3, {{"a", 3}})), QList<qint64>({1, 2}));
    }

    void beforeThereIsAChild()
    {
        TestQueue test;
        QVERIFY(test.add(1, {{"a", 1}}, false).empty());
        QVERIFY(test.add(2, {{"b", 1}}, false).empty());
        QCOMPARE(numbers(test.add(3, {{"a", 2}}, false)), QList<qint64>({1}));
        QCOMPARE(test.send(), std::string("2 3 "));
    }

    void clocks()
    {
        TestQueue test;
        QCOMPARE(test.secondsLeft(), -1);
        test.add(1);
        QCOMPARE(test.secondsLeft(), -1); // waiting costs nothing
        test.send();
        QCOMPARE(test.secondsLeft(), 10);
        test.now += 4s;
        test.add(2);
        test.send();
        QCOMPARE(test.secondsLeft(), 6);
        test.answer(1); // the child has only now begun with the second
        QCOMPARE(test.secondsLeft(), 10);
        test.now += 9s;
        QVERIFY(test.queue.progressOf(2, test.now));
        QVERIFY(!test.queue.progressOf(1, test.now));
        QCOMPARE(test.secondsLeft(), 10);
    }

    void progressIsNoEndlessExcuse()
    {
        TestQueue test;
        test.add(1);
        test.send();
        const Clock::time_point start = test.now;
        while (test.secondsLeft() > 0) {
            test.now += 5s;
            test.queue.progressOf(1, test.now);
        }
        QCOMPARE(std::chrono::duration_cast<std::chrono::seconds>(test.now - start).count(), 100);
    }

    void answersToOthersAreNoEndlessExcuse()
    {
        TestQueue test;
        test.add(1);
        test.send();
        const Clock::time_point start = test.now;
        for (qint64 i = 2; test.secondsLeft() > 0; ++i) {
            test.add(i);
            test.send();
            test.now += 5s;
            test.answer(i);
        }
        QCOMPARE(std::chrono::duration_cast<std::chrono::seconds>(test.now - start).count(), 800);
    }

    void takesAll()
    {
        TestQueue test;
        for (qint64 i = 1; i <= 10; ++i)
            test.add(i, {{QString::number(i), 1}});
        test.send();
        const CallQueue::All all = test.queue.takeAll();
        QCOMPARE(numbers(all.sent), QList<qint64>({1, 2, 3, 4, 5, 6, 7, 8}));
        QCOMPARE(numbers(all.waiting), QList<qint64>({9, 10}));
        QVERIFY(test.queue.isEmpty());
        QVERIFY(test.add(11, {{"10", 2}}).empty());
    }
};

} // namespace verbale::host

QTEST_GUILESS_MAIN(verbale::host::TestCallQueue)
#include "tst_call_queue.moc"
