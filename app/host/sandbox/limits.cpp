#include "host/sandbox/limits.h"

#include "host/memory_dumps.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace verbale::host {

namespace {

/// Threads of one user in all, beyond which this process gets no more of them: far above what a desktop has,
/// far below what would bring it to a stand. The kernel does not count for the super-user.
constexpr rlim_t threadsOfTheUser = 8192;

Result<void> limit(decltype(RLIMIT_DATA) resource, rlim_t most)
{
    rlimit now{};
    if (::getrlimit(resource, &now) == 0) {
        now.rlim_max = std::min(now.rlim_max, most);
        now.rlim_cur = std::min(now.rlim_cur, now.rlim_max);
        if (::setrlimit(resource, &now) == 0)
            return {};
    }
    return Error{QStringLiteral("sandbox.refused"),
                 QStringLiteral("The system refused a limit for the plugin's process: %1.")
                     .arg(QString::fromLocal8Bit(std::strerror(errno)))};
}

void volunteerForTheEndOfMemory()
{
    // Not there, not writable: then the kernel chooses as it likes.
    if (std::FILE *file = std::fopen("/proc/self/oom_score_adj", "w")) {
        std::fputs("1000", file);
        std::fclose(file);
    }
}

bool dropCapabilities()
{
    ::prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0,
            0); // is implied by the next call in newer kernels
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    const __user_cap_data_struct none[_LINUX_CAPABILITY_U32S_3] = {};
    return ::syscall(SYS_capset, &header, none) == 0;
}

} // namespace

Result<void> limitThisProcess(const Permissions &permissions, bool memory)
{
    volunteerForTheEndOfMemory();
    struct Limit
    {
        decltype(RLIMIT_DATA) resource;
        qint64 most; ///< 0: none
    };
    // What can be written to, not the whole address space: Go, Java and malloc() itself reserve gigabytes of
    // it that they never touch.
    const Limit limits[] = {{RLIMIT_DATA, memory ? permissions.memoryBytes : 0},
                            {RLIMIT_CPU, permissions.cpuSeconds},
                            {RLIMIT_FSIZE, permissions.fileBytes},
                            {RLIMIT_NOFILE, permissions.openFiles},
                            {RLIMIT_NPROC, threadsOfTheUser}};
    for (const Limit &one : limits) {
        if (one.most <= 0)
            continue;
        if (auto done = limit(one.resource, static_cast<rlim_t>(one.most)); !done)
            return done;
    }
    if (auto done = limit(RLIMIT_CORE, 0); !done)
        return done;
    if (permissions.network)
        keepOutOfDumps(); // It may be given keys of services. A program has to do it again: execve() undoes
                          // it.
    if (!dropCapabilities()) {
        return Error{QStringLiteral("sandbox.refused"),
                     QStringLiteral("The system refused to take the super-user's rights from the plugin.")};
    }
    return {};
}

} // namespace verbale::host
