#include "document/journal.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QFile>
#include <QtCore/QSysInfo>
#include <QtCore/QUuid>

#include <optional>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <csignal>
#endif

namespace verbale {

namespace {

constexpr qint64 silenceOfTheDead = 120'000; // ms without a sign of life from another host

/// When a process began, in clock ticks since the system did; 0 where the system does not say. Nothing: it
/// does not run.
std::optional<qint64> startOf(qint64 pid)
{
#ifdef Q_OS_LINUX
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray line = file.readAll();
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' '); // from the third one on
    constexpr int stateField = 0;
    constexpr int startField = 19;
    if (fields.size() <= startField || fields[stateField] == "Z")
        return std::nullopt;
    return fields[startField].toLongLong();
#elif defined(Q_OS_UNIX)
    return ::kill(static_cast<pid_t>(pid), 0) == 0 || errno == EPERM ? std::optional<qint64>(0)
                                                                     : std::nullopt;
#else
    Q_UNUSED(pid)
    return 0;
#endif
}

} // namespace

JournalOwner JournalOwner::ofThisProcess()
{
    const qint64 pid = QCoreApplication::applicationPid();
    return {QUuid::createUuid().toString(QUuid::WithoutBraces), pid, QSysInfo::machineHostName(),
            startOf(pid).value_or(0), QDateTime::currentMSecsSinceEpoch()};
}

bool JournalOwner::isAlive(qint64 now) const
{
    if (token.isEmpty() || pid <= 0)
        return false;
    if (host != QSysInfo::machineHostName())
        return now - beat < silenceOfTheDead;
    const std::optional<qint64> start = startOf(pid);
    return start && (started == 0 || *start == 0 || *start == started);
}

} // namespace verbale
