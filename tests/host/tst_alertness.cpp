#include "host/protocol/alertness.h"

#include <QtTest/QTest>

#include <array>

#include <poll.h>
#include <unistd.h>

namespace verbale::host {

class TestAlertness : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QCOMPARE(::pipe(m_ends.data()), 0);
        m_file = {m_ends[0], POLLIN, 0};
    }
    void cleanup()
    {
        ::close(m_ends[0]);
        ::close(m_ends[1]);
    }

    void findsWhatIsThere()
    {
        Alertness alertness(std::chrono::seconds(20));
        alertness.somethingCame();
        QCOMPARE(::write(m_ends[1], "x", 1), 1);
        QVERIFY(alertness.lookFor(&m_file, 1));
        QCOMPARE(m_file.revents & POLLIN, POLLIN);
    }

    void givesUpAfterTheMoment()
    {
        Alertness alertness(std::chrono::microseconds(50));
        alertness.somethingCame();
        QVERIFY(!alertness.lookFor(&m_file, 1));
    }

    void sleepsWhenNothingHasCome()
    {
        Alertness alertness(std::chrono::seconds(20));
        QCOMPARE(::write(m_ends[1], "x", 1), 1);
        QVERIFY(!alertness.lookFor(&m_file, 1)); // whoever asks goes to poll()
        QCOMPARE(m_file.revents, 0);
    }

private:
    std::array<int, 2> m_ends{};
    pollfd m_file{};
};

} // namespace verbale::host

QTEST_GUILESS_MAIN(verbale::host::TestAlertness)
#include "tst_alertness.moc"
