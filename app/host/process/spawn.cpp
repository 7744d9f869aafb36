#include "host/process/spawn.h"

#include <QtCore/QFile>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

namespace verbale::host {

namespace {

/// A program that was itself started without its first three descriptors gets such numbers for its pipes.
int liftedAboveErrors(int descriptor)
{
    if (descriptor > 2)
        return descriptor;
    const int lifted = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
    ::close(descriptor);
    return lifted;
}

/// The two ends of a pipe, closed when nobody has taken them.
struct Pipe
{
    int read = -1;
    int write = -1;

    Pipe() = default;
    Pipe(const Pipe &) = delete;
    Pipe &operator=(const Pipe &) = delete;
    ~Pipe()
    {
        if (read >= 0)
            ::close(read);
        if (write >= 0)
            ::close(write);
    }
    bool open()
    {
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0)
            return false;
        read = liftedAboveErrors(ends[0]);
        write = liftedAboveErrors(ends[1]);
        return read >= 0 && write >= 0;
    }
};

int taken(int &end)
{
    return std::exchange(end, -1);
}

void doNotBlock(int descriptor)
{
    ::fcntl(descriptor, F_SETFL, ::fcntl(descriptor, F_GETFL) | O_NONBLOCK);
#ifdef F_SETPIPE_SZ
    constexpr int roomy = 256 * 1024; // fewer turns for large messages; the default does as well
    ::fcntl(descriptor, F_SETPIPE_SZ, roomy);
#endif
}

/// Strings in the form that execve() takes.
class CStrings
{
public:
    explicit CStrings(QList<QByteArray> texts) : m_bytes(std::move(texts))
    {
        for (QByteArray &bytes : m_bytes)
            m_pointers.push_back(bytes.data());
        m_pointers.push_back(nullptr);
    }
    [[nodiscard]] char *const *data() const { return m_pointers.data(); }

private:
    QList<QByteArray> m_bytes;
    std::vector<char *> m_pointers;
};

/// What the child needs, made before it is there: it shares this process's memory and must not allocate.
struct Launch
{
    const char *program;
    char *const *arguments;
    char *const *environment;
    const char *folder;
    int input;
    int output;
    int errors;
    int report; ///< what went wrong is written here, as errno
    pid_t parent;
};

/// Only calls that are safe after vfork() in a program with threads, here and in what it calls.
bool closeOnExecAboveErrors()
{
#ifdef SYS_close_range
    constexpr unsigned closeOnExec = 1U << 2U; // CLOSE_RANGE_CLOEXEC, Linux 5.11
    if (::syscall(SYS_close_range, 3U, ~0U, closeOnExec) == 0)
        return true;
#endif
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return false;
    const rlim_t end = std::min<rlim_t>(limit.rlim_cur, 1U << 20U);
    for (rlim_t descriptor = 3; descriptor < end; ++descriptor)
        ::fcntl(static_cast<int>(descriptor), F_SETFD, FD_CLOEXEC);
    return true;
}

void resetSignals()
{
    struct sigaction standard = {};
    standard.sa_handler = SIG_DFL;
    for (int number = 1; number < NSIG; ++number)
        ::sigaction(number, &standard, nullptr);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

/// The child's first steps, up to its own program.
[[noreturn]] void becomeProgram(const Launch &launch)
{
    const auto fail = [&launch] {
        const int number = errno;
        const ssize_t written = ::write(launch.report, &number, sizeof number);
        ::_exit(written > 0 ? 127 : 126);
    };
    ::setsid();
#ifdef __linux__
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != launch.parent)
        ::_exit(126); // it has died in between
#endif
    // The pipes' own numbers are all above 2.
    if (::dup2(launch.input, 0) < 0 || ::dup2(launch.output, 1) < 0 || ::dup2(launch.errors, 2) < 0 ||
        !closeOnExecAboveErrors() || ::chdir(launch.folder) != 0)
        fail();
    const rlimit noCore{0, 0};
    ::setrlimit(RLIMIT_CORE, &noCore);
    ::umask(077);
    resetSignals();
    ::execve(launch.program, launch.arguments, launch.environment);
    fail();
    ::_exit(126);
}

/// vfork(): a window with a large heap must not have its page tables copied for each plugin.
pid_t launchChild(const Launch &launch)
{
    sigset_t all;
    sigset_t before;
    ::sigfillset(&all);
    // No handler of this program may run in the child while the two share their memory.
    ::pthread_sigmask(SIG_SETMASK, &all, &before);
    const pid_t pid = ::vfork();
    if (pid == 0)
        becomeProgram(launch);
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    return pid;
}

Error notStarted(const char *code, const QString &what, int number)
{
    return {QLatin1String(code),
            QStringLiteral("%1: %2").arg(what, QString::fromLocal8Bit(std::strerror(number)))};
}

} // namespace

Result<Spawned> spawnProcess(const SpawnPlan &plan)
{
    Pipe input;
    Pipe output;
    Pipe errors;
    Pipe report;
    for (Pipe *pipe : {&input, &output, &errors, &report}) {
        if (!pipe->open())
            return notStarted("start.no-pipe", QStringLiteral("The system has no pipe for the plugin"),
                              errno);
    }
    QList<QByteArray> words = {QFile::encodeName(plan.program)};
    for (const QString &argument : plan.arguments)
        words.append(argument.toUtf8());
    const CStrings arguments(words);
    const CStrings environment(plan.environment);
    const QByteArray folder =
        QFile::encodeName(plan.workingFolder.isEmpty() ? QStringLiteral("/") : plan.workingFolder);
    const pid_t pid =
        launchChild({arguments.data()[0], arguments.data(), environment.data(), folder.constData(),
                     input.read, output.write, errors.write, report.write, ::getpid()});
    if (pid < 0)
        return notStarted("start.no-process", QStringLiteral("The system has no process for the plugin"),
                          errno);
    ::close(taken(report.write));
    int number = 0;
    ssize_t got = 0;
    do {
        got = ::read(report.read, &number, sizeof number);
    } while (got < 0 && errno == EINTR);
    if (got == static_cast<ssize_t>(sizeof number)) {
        ::waitpid(pid, nullptr, 0);
        return notStarted("start.no-program", plan.program + QStringLiteral(" could not be started"), number);
    }
    const Spawned spawned{pid, taken(input.write), taken(output.read), taken(errors.read)};
    for (const int descriptor : {spawned.input, spawned.output, spawned.errors})
        doNotBlock(descriptor);
    return spawned;
}

} // namespace verbale::host
