#pragma once

#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <algorithm>

namespace verbale::workbench {

/// How long the thread's event loop was away at most, by a timer of 5 ms. Time in which the thread could have
/// run and another one had the processor does not count: that is the machine's and not the program's.
class Heartbeat : public QObject
{
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(5);
        connect(&m_timer, &QTimer::timeout, this, &Heartbeat::beat);
    }

    void begin()
    {
        m_longest = 0;
        m_waited = waitedForProcessor();
        m_clock.start();
        m_timer.start();
    }
    /// Milliseconds.
    double end()
    {
        beat();
        m_timer.stop();
        return m_longest;
    }

private:
    void beat()
    {
        const qint64 waited = waitedForProcessor();
        const auto away = static_cast<double>(m_clock.nsecsElapsed() - (waited - m_waited)) / 1e6;
        m_longest = std::max(m_longest, away);
        m_waited = waited;
        m_clock.start();
    }

    /// Nanoseconds that this thread has stood in line; 0 where the system does not say.
    static qint64 waitedForProcessor()
    {
        QFile file(QStringLiteral("/proc/thread-self/schedstat"));
        if (!file.open(QIODevice::ReadOnly))
            return 0;
        return file.readAll().split(' ').value(1).toLongLong();
    }

    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_waited = 0;
    double m_longest = 0;
};

} // namespace verbale::workbench
