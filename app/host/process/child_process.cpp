#include "host/process/child_process.h"

#include "host/process/endings.h"
#include "host/process/spawn.h"
#include "host/sandbox/permissions.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <thread>

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace verbale::host {

namespace {

using Clock = std::chrono::steady_clock;

qint64 millisecondsOf(const timeval &time)
{
    return qint64(time.tv_sec) * 1000 + time.tv_usec / 1000;
}

void closeIt(int &descriptor)
{
    if (descriptor >= 0)
        ::close(descriptor);
    descriptor = -1;
}

int openPidFile([[maybe_unused]] pid_t pid)
{
#ifdef SYS_pidfd_open
    return static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)); // closed on exec, as such files are
#else
    return -1;
#endif
}

/// The fields of /proc/PID/stat behind the name, which may hold anything.
QList<QByteArray> statOf(pid_t pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray line = file.read(4096);
    return line.mid(line.lastIndexOf(')') + 2).split(' ');
}

} // namespace

QList<QByteArray> childEnvironment(const QString &dataFolder, bool network)
{
    QList<QByteArray> environment = {"PATH=/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8", "LC_ALL=C.UTF-8"};
    const QByteArray folder = QFile::encodeName(dataFolder);
    environment.append("HOME=" + (folder.isEmpty() ? QByteArray("/") : folder));
    if (!folder.isEmpty())
        environment.append("TMPDIR=" + folder + "/tmp");
    if (!network)
        return environment;
    const auto pass = [&environment](const char *name) {
        if (qEnvironmentVariableIsSet(name))
            environment.append(name + QByteArray("=") + qgetenv(name));
    };
    std::for_each(proxyVariables.begin(), proxyVariables.end(), pass);
    pass("no_proxy");
    pass("NO_PROXY");
    return environment;
}

Result<void> prepareDataFolder(const QString &dataFolder)
{
    if (dataFolder.isEmpty())
        return {};
    const QString temporary = dataFolder + QLatin1String("/tmp");
    const auto forItsOwner = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    if (QDir().mkpath(temporary) && QFile::setPermissions(dataFolder, forItsOwner))
        return {};
    return Error{QStringLiteral("start.no-folder"),
                 QStringLiteral("%1: the plugin's data folder cannot be made").arg(dataFolder)};
}

QString ChildEnding::text() const
{
    return bySignal ? signalText(number) : QStringLiteral("exit status %1").arg(number);
}

Result<std::unique_ptr<ChildProcess>> ChildProcess::spawn(const SpawnPlan &plan)
{
    const Result<Spawned> spawned = spawnProcess(plan);
    if (!spawned)
        return spawned.error();
    std::unique_ptr<ChildProcess> child(new ChildProcess);
    child->m_pid = spawned->pid;
    child->m_input = spawned->input;
    child->m_output = spawned->output;
    child->m_errors = spawned->errors;
    child->m_pidFile = openPidFile(spawned->pid);
    return child;
}

ChildProcess::~ChildProcess()
{
    kill();
    // A killed process ends at once, unless it hangs in the kernel; then it is left to init.
    waitFor(std::chrono::milliseconds(500));
    closeIt(m_input);
    closeIt(m_output);
    closeIt(m_errors);
    closeIt(m_pidFile);
}

void ChildProcess::closeInput()
{
    closeIt(m_input);
}

void ChildProcess::kill() const noexcept
{
    // As long as nobody has waited for the child, its number and its group's belong to nobody else.
    if (!m_ended.load())
        ::kill(-m_pid, SIGKILL);
}

std::optional<ChildEnding> ChildProcess::waitFor(std::chrono::milliseconds limit)
{
    if (m_end)
        return m_end;
    const Clock::time_point deadline = Clock::now() + limit;
    siginfo_t info{};
    for (;;) {
        info.si_pid = 0;
        const int found = ::waitid(P_PID, static_cast<id_t>(m_pid), &info, WEXITED | WNOHANG | WNOWAIT);
        if ((found == 0 && info.si_pid != 0) || (found < 0 && errno != EINTR))
            break;
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
        if (left.count() <= 0)
            return std::nullopt;
        pollfd file{m_pidFile, POLLIN, 0};
        if (m_pidFile >= 0)
            ::poll(&file, 1, static_cast<int>(left.count()));
        else
            std::this_thread::sleep_for(std::min(left, std::chrono::milliseconds(2)));
    }
    ::kill(-m_pid, SIGKILL); // what it has left behind
    m_ended = true;
    rusage used{};
    int status = 0;
    ChildEnding ending;
    if (::wait4(m_pid, &status, 0, &used) == m_pid) {
        ending.bySignal = WIFSIGNALED(status);
        ending.number = ending.bySignal ? WTERMSIG(status) : WEXITSTATUS(status);
        ending.cpuMilliseconds = millisecondsOf(used.ru_utime) + millisecondsOf(used.ru_stime);
    }
    m_end = ending;
    return m_end;
}

ChildUsage ChildProcess::usage() const
{
    if (m_ended.load())
        return {};
    const QList<QByteArray> fields = statOf(m_pid);
    constexpr int userTime = 11; // counted from the state, which is the third field of the line
    constexpr int systemTime = 12;
    constexpr int resident = 21;
    if (fields.size() <= resident)
        return {};
    const qint64 ticks = fields[userTime].toLongLong() + fields[systemTime].toLongLong();
    return {ticks * 1000 / ::sysconf(_SC_CLK_TCK),
            fields[resident].toLongLong() * ::sysconf(_SC_PAGESIZE) / 1024};
}

} // namespace verbale::host
