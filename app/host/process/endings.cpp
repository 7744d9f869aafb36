#include "host/process/endings.h"

#include <QtCore/QStringList>

#include <csignal>

namespace verbale::host {

QString signalText(int number)
{
    switch (number) {
    case SIGSEGV:
        return QStringLiteral("SIGSEGV (access to memory that is not its own)");
    case SIGABRT:
        return QStringLiteral("SIGABRT (it gave up by itself)");
    case SIGBUS:
        return QStringLiteral("SIGBUS (bad access to memory)");
    case SIGFPE:
        return QStringLiteral("SIGFPE (bad arithmetic)");
    case SIGILL:
        return QStringLiteral("SIGILL (unknown machine instruction)");
    case SIGKILL:
        return QStringLiteral("SIGKILL (ended from outside)");
#ifdef SIGSYS
    case SIGSYS:
        return QStringLiteral("SIGSYS (a system call that it may not make)");
#endif
#ifdef SIGXCPU
    case SIGXCPU:
        return QStringLiteral("SIGXCPU (it has used up its processor time)");
    case SIGXFSZ:
        return QStringLiteral("SIGXFSZ (it wrote too large a file)");
#endif
    default:
        return QStringLiteral("signal %1").arg(number);
    }
}

QString lastWords(const QByteArray &log)
{
    QStringList lines = QString::fromUtf8(log.right(2000)).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    if (lines.size() > 3)
        lines = lines.mid(lines.size() - 3);
    const QString words = lines.join(QLatin1String(" / ")).simplified().right(300);
    return words.isEmpty() ? words : QStringLiteral(" Its last words: %1").arg(words);
}

QString secondsText(qint64 milliseconds)
{
    return QString::number(static_cast<double>(milliseconds) / 1000.0);
}

} // namespace verbale::host
