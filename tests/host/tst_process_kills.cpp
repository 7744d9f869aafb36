// Children that are killed at random while they are under load: no answer that is needed may be lost. 25
// kills with the other tests, 1,000 with `ctest -C long -L long`, or as many as VERBALE_RANDOM_KILLS says.

#include "host_test.h"

#include <atomic>
#include <random>
#include <thread>

#include <csignal>
#include <sys/syscall.h>
#include <unistd.h>

namespace verbale::host {

namespace {

using namespace std::chrono_literals;

const QString echo = QStringLiteral("test.echo");
constexpr int askers = 3;
constexpr int atOnce = 8; ///< questions of each asker

qint64 killsWanted()
{
    bool given = false;
    const int number = qEnvironmentVariableIntValue("VERBALE_RANDOM_KILLS", &given);
    return given ? number : 25;
}

HostOptions options()
{
    HostOptions options = optionsFor(fixture("good/echo"), Origin::User);
    options.trialProgram = QStringLiteral(TRIAL_PROGRAM);
    options.supervision.restartAfter = {0ms};
    options.supervision.crashLimit = 0; // none is a quarantine
    return options;
}

qint64 pidOf(const PluginHost &host)
{
    return pluginOf(host, echo).process.pid;
}

/// Kills the present child, whatever it does; by a file of its own, so that no other process can be meant.
bool killChild(const PluginHost &host)
{
    const qint64 pid = pidOf(host);
    if (pid == 0)
        return false;
    const int file = static_cast<int>(::syscall(SYS_pidfd_open, static_cast<pid_t>(pid), 0));
    if (file < 0)
        return false;
    const bool same = pidOf(host) == pid;
    const bool killed = same && ::syscall(SYS_pidfd_send_signal, file, SIGKILL, nullptr, 0) == 0;
    ::close(file);
    return killed;
}

/// Asks without end, and counts.
struct Load
{
    explicit Load(PluginHost &host) : m_host(host)
    {
        for (int asker = 0; asker < askers; ++asker)
            m_threads.emplace_back([this, asker] { ask(asker); });
    }
    ~Load() { stop(); }
    Load(const Load &) = delete;
    Load &operator=(const Load &) = delete;
    void stop()
    {
        m_stop = true;
        for (std::thread &thread : m_threads)
            thread.join();
        m_threads.clear();
    }

    std::atomic<qint64> answered = 0;
    std::atomic<qint64> wrong = 0; ///< answers that are not those to the question
    std::atomic<qint64> lost = 0;  ///< questions that were told to be lost, and were asked again
    std::atomic<qint64> never = 0; ///< that had no answer in the end

private:
    static SuggestRequest request(const QString &id)
    {
        SuggestRequest request;
        request.segments = {{{id, 1, QStringLiteral("Câu ") + id, {}}, {}}};
        return request;
    }

    void ask(int asker)
    {
        for (qint64 turn = 0; !m_stop; ++turn) {
            QList<QString> ids;
            QList<QFuture<Result<SuggestAnswer>>> futures;
            for (int i = 0; i < atOnce; ++i) {
                ids.append(QStringLiteral("%1-%2-%3").arg(asker).arg(turn).arg(i));
                futures.append(m_host.suggest(echo, request(ids.last()), {}));
            }
            for (int i = 0; i < atOnce; ++i)
                judge(ids[i], futures[i].result());
        }
    }

    void judge(const QString &id, Result<SuggestAnswer> answer)
    {
        for (int again = 0; !answer && answer.error().code == QLatin1String("plugins.crashed") && again < 20;
             ++again) {
            ++lost;
            answer = m_host.suggest(echo, request(id), {}).result();
        }
        if (!answer)
            ++never;
        else if (answer->suggestions.size() != 1 || answer->suggestions.first().segmentId != id ||
                 answer->suggestions.first().text != QStringLiteral("Câu ") + id)
            ++wrong;
        ++answered;
    }

    PluginHost &m_host;
    std::atomic<bool> m_stop = false;
    std::vector<std::thread> m_threads;
};

void waitForAnswers(const Load &load, qint64 more)
{
    const qint64 wanted = load.answered + more;
    while (load.answered < wanted)
        std::this_thread::sleep_for(100us);
}

} // namespace

class TestProcessKills : public QObject
{
    Q_OBJECT

private slots:
    /// As crashes come: the child gets some work done between two of them. Each question is answered.
    void atWork()
    {
        PluginHost host(options());
        host.discover();
        host.start();
        std::mt19937 random(6);
        qint64 kills = 0;
        {
            Load load(host);
            while (kills < killsWanted()) {
                const qint64 before = pluginOf(host, echo).process.restarts;
                // More than the eight that the crash before has swallowed: these are asked one by one.
                waitForAnswers(load, askers * atOnce + 9 + static_cast<qint64>(random() % 50));
                std::this_thread::sleep_for(std::chrono::microseconds(random() % 500));
                if (!killChild(host))
                    continue;
                ++kills;
                while (pluginOf(host, echo).process.restarts == before)
                    std::this_thread::sleep_for(100us);
            }
            load.stop();
            QCOMPARE(load.never.load(), 0);
            QCOMPARE(load.wrong.load(), 0);
            QCOMPARE(load.lost.load(), 0);
        }
        const PluginInfo info = pluginOf(host, echo);
        QCOMPARE(stateName(info.state), QStringLiteral("running"));
        QCOMPARE(info.process.restarts, kills);
    }

    /// At any moment, also twice in a row and while it starts. A question may then be told to be lost, never
    /// kept waiting, and has its answer when it is asked again.
    void atAnyMoment()
    {
        PluginHost host(options());
        host.discover();
        host.start();
        std::mt19937 random(7);
        Load load(host);
        for (qint64 kills = 0; kills < killsWanted();) {
            std::this_thread::sleep_for(std::chrono::microseconds(random() % 30'000));
            kills += killChild(host) ? 1 : 0;
        }
        load.stop();
        QCOMPARE(load.never.load(), 0);
        QCOMPARE(load.wrong.load(), 0);
        QVERIFY(load.answered > 0);
        qInfo("%lld answers, %lld questions lost twice and asked again", qlonglong(load.answered),
              qlonglong(load.lost));
    }
};

} // namespace verbale::host

QTEST_GUILESS_MAIN(verbale::host::TestProcessKills)
#include "tst_process_kills.moc"
