#include "command-line/command_line.h"
#include "host/memory_dumps.h"
#include "interrupt.h"
#include "session/settings.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>

#include <clocale>
#include <csignal>
#include <cstdlib>
#include <unistd.h>

namespace {

/// File names are UTF-8, whatever the locale says; Qt would print a warning about a locale that is not.
void assumeUtf8()
{
    std::setlocale(LC_ALL, "");
    constexpr std::size_t longestUtf8 = 4;
    if (MB_CUR_MAX < longestUtf8)
        qputenv("LC_ALL", "C.UTF-8");
}

} // namespace

int main(int argc, char **argv)
{
    verbale::host::keepKeysOutOfDumps();
    assumeUtf8();
    std::signal(SIGPIPE, SIG_IGN); // a reader that goes away is seen where the output is written
    const QCoreApplication application(argc, argv);
    const verbale::Interrupt interrupt;

    QFile in;
    QFile out;
    QFile err;
    if (!in.open(STDIN_FILENO, QIODevice::ReadOnly | QIODevice::Unbuffered) ||
        !out.open(STDOUT_FILENO, QIODevice::WriteOnly | QIODevice::Unbuffered) ||
        !err.open(STDERR_FILENO, QIODevice::WriteOnly | QIODevice::Unbuffered))
        return 3;
    verbale::commandline::Context context{
        .in = in,
        .out = out,
        .err = err,
        .version = QStringLiteral(VERBALE_VERSION),
        .applicationFolder = QCoreApplication::applicationDirPath(),
        .environment = QProcessEnvironment::systemEnvironment(),
        .settingsFile = verbale::session::settingsFile(),
        .errorIsTerminal = isatty(STDERR_FILENO) != 0,
        .stop = interrupt.token(),
        .pluginPaths = {},
        .safeMode = false,
    };
    return verbale::commandline::runCommandLine(QCoreApplication::arguments().mid(1), context);
}
