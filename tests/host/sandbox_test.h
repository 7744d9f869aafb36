#pragma once

#include "host/sandbox/sandbox.h"

#include "host_test.h"

#include <QtCore/QTemporaryDir>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <functional>

#include <sys/wait.h>
#include <unistd.h>

namespace verbale::host {

/// Something that a plugin tries: 0 when it worked, else the errno.
using Attempt = std::function<int()>;

inline int errnoOf(long result)
{
    return result < 0 ? errno : 0;
}

/// "done", "EACCES", "SIGSYS".
inline QString outcomeOf(int status)
{
    if (WIFSIGNALED(status))
        return QLatin1String("SIG") + QLatin1String(sigabbrev_np(WTERMSIG(status)));
    const int number = WEXITSTATUS(status);
    return QLatin1String(number == 0 ? "done" : strerrorname_np(number));
}

/// The folders of a plugin, and a home with a secret beside them.
struct Places
{
    QTemporaryDir root;
    QString plugin = root.filePath(QStringLiteral("plugin"));
    QString data = root.filePath(QStringLiteral("data"));
    QString home = root.filePath(QStringLiteral("home"));
    QByteArray secret = QFile::encodeName(home + QLatin1String("/secret.txt"));
    QByteArray own = QFile::encodeName(plugin + QLatin1String("/words.txt"));
    QByteArray note = QFile::encodeName(data + QLatin1String("/note.txt"));

    [[nodiscard]] bool make() const
    {
        return root.isValid() && QDir().mkpath(data) &&
               writeFile(QFile::decodeName(secret), "not for plugins") &&
               writeFile(QFile::decodeName(own), "words") && writeFile(QFile::decodeName(note), "note");
    }
    [[nodiscard]] Permissions permissions() const
    {
        Permissions permissions;
        permissions.readFolders = {plugin};
        permissions.writeFolders = {data};
        permissions.memoryBytes = qint64(256) << 20;
        permissions.cpuSeconds = 60;
        permissions.fileBytes = 1 << 20;
        return permissions;
    }
};

/// Runs it in a child that has entered the sandbox; "not entered: ..." when that failed.
inline QString tryShutIn(const Attempt &attempt, const Permissions &permissions,
                         const KernelSupport &support = kernelSupport())
{
    constexpr int notEntered = 200;
    const pid_t child = ::fork();
    if (child == 0) {
        for (const int number : {SIGABRT, SIGSEGV, SIGSYS, SIGXFSZ})
            ::signal(number, SIG_DFL); // QtTest's own handlers look for a debugger
        const auto entered = enterSandbox(permissions, support);
        if (!entered) {
            std::fprintf(stderr, "%s\n", qPrintable(entered.error().text()));
            ::_exit(notEntered);
        }
        ::alarm(20);
        ::_exit(attempt());
    }
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == notEntered)
        return QStringLiteral("not entered");
    return outcomeOf(status);
}

} // namespace verbale::host

Q_DECLARE_METATYPE(verbale::host::Attempt)
