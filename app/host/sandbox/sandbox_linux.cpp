#include "host/sandbox/landlock.h"
#include "host/sandbox/limits.h"
#include "host/sandbox/program_lookup.h"
#include "host/sandbox/sandbox.h"
#include "host/sandbox/sandbox_json.h"
#include "host/sandbox/sandbox_sentences.h"
#include "host/sandbox/system_calls.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

#include <cerrno>
#include <cstring>
#include <string>
#include <vector>

#include <fcntl.h>
#include <linux/close_range.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace verbale::host {

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool sanitized = true;
#elif defined(__has_feature)
constexpr bool sanitized = __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);
#else
constexpr bool sanitized = false;
#endif

/// The filter and Landlock hold for the thread that enters them and for what it starts later: another one
/// that is there already would stay outside.
Result<void> haveOneThread()
{
    const auto threads = QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    if (threads.size() <= 1 || sanitized) // a sanitizer has threads of its own
        return {};
    return Error{
        QStringLiteral("sandbox.threads"),
        QStringLiteral("The plugin's process has %1 threads already, so it cannot be shut in any more.")
            .arg(threads.size())};
}

Result<int> shutIn(const Permissions &permissions, const KernelSupport &support, bool program)
{
    if (auto limited = limitThisProcess(permissions, support.memory); !limited)
        return limited.error();
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) {
        return Error{
            QStringLiteral("sandbox.refused"),
            QStringLiteral("The system refused to bar the plugin's process from getting more rights.")};
    }
    if (support.landlock > 0) {
        if (auto closed = closeFiles(permissions, support.landlock, program); !closed)
            return closed.error();
    }
    if (!support.seccomp)
        return -1;
    SystemCallPolicy policy;
    policy.network = permissions.network;
    policy.program = program && support.oneExec;
    policy.everyProgram = program && !support.oneExec;
    policy.limitMemory = support.memory && permissions.memoryBytes > 0;
    policy.landlock = support.landlock;
    return filterSystemCalls(policy);
}

/// Whole or not at all: nobody else writes there yet.
bool writeAll(int descriptor, const std::string &bytes)
{
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t written = ::write(descriptor, bytes.data() + done, bytes.size() - done);
        if (written < 0 && errno != EINTR)
            return false;
        if (written > 0)
            done += static_cast<std::size_t>(written);
    }
    return true;
}

void closeAtExec()
{
    constexpr unsigned fromThree = 3;
    if (::syscall(SYS_close_range, fromThree, ~0U, CLOSE_RANGE_CLOEXEC) == 0)
        return;
    for (int descriptor = 3; descriptor < 1024; ++descriptor) // before Linux 5.11
        ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
}

} // namespace

KernelSupport kernelSupport()
{
    const bool filters = systemCallFilters();
    return {landlockVersion(), filters, filters && execCanBeCounted(), !sanitized};
}

Result<SandboxReport> enterSandbox(const Permissions &permissions, const KernelSupport &support)
{
    if (auto one = haveOneThread(); !one)
        return one.error();
    const auto entered = shutIn(permissions, support, false);
    if (!entered)
        return entered.error();
    return reportOf(permissions, support, false);
}

Error execSandboxed(const Descriptor &descriptor, const Permissions &permissions,
                    const KernelSupport &support)
{
    const auto line = lookUpProgram(descriptor);
    if (!line)
        return line.error();
    std::vector<char *> arguments;
    for (const QByteArray &argument : line->arguments)
        arguments.push_back(const_cast<char *>(argument.constData())); // execve() does not write there
    arguments.push_back(nullptr);
    Permissions own = permissions;
    own.readFolders.append(
        QFile::decodeName(line->program)); // it may lie outside of every folder of the system

    if (auto one = haveOneThread(); !one)
        return one.error();
    OneExec permit(support.seccomp && support.oneExec);
    const auto listener = shutIn(own, support, true);
    if (!listener)
        return listener.error();
    if (!writeAll(STDOUT_FILENO, sandboxNotification(reportOf(permissions, support, true))))
        return {QStringLiteral("sandbox.no-program"), QStringLiteral("Nobody reads what the plugin says.")};
    closeAtExec();
    if (*listener >= 0)
        permit.allow(*listener);
    ::execve(line->program.constData(), arguments.data(), environ);
    return {QStringLiteral("sandbox.no-program"),
            QStringLiteral("The plugin's program %1 could not be run: %2.")
                .arg(QFile::decodeName(line->program), QString::fromLocal8Bit(std::strerror(errno)))};
}

} // namespace verbale::host
