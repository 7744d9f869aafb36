#include "host/sandbox/system_calls.h"

#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <memory>
#include <thread>

#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/utsname.h>
#include <unistd.h>

namespace verbale::host {

namespace {

/// The last call that this list of refusals has been thought through for (cachestat, Linux 6.5). What is
/// newer is not there, as far as a plugin can tell; every program knows how to live with that. Numbers from
/// 424 on are the same for all architectures.
constexpr unsigned firstUnknownCall = 452;

/// Processes are looked into and steered with these; no plugin has an honest use for them.
constexpr int deadly[] = {SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev)};

/// Refused with EPERM, whatever the arguments.
constexpr int refused[] = {
    // other processes
    SCMP_SYS(fork), SCMP_SYS(vfork), SCMP_SYS(tkill), SCMP_SYS(pidfd_open), SCMP_SYS(pidfd_getfd),
    SCMP_SYS(pidfd_send_signal), SCMP_SYS(process_madvise), SCMP_SYS(process_mrelease), SCMP_SYS(kcmp),
    SCMP_SYS(move_pages), SCMP_SYS(migrate_pages), SCMP_SYS(unshare), SCMP_SYS(setns),
    // memory that is shared with other processes, or that no limit counts
    SCMP_SYS(shmget), SCMP_SYS(shmat), SCMP_SYS(shmctl), SCMP_SYS(msgget), SCMP_SYS(msgsnd), SCMP_SYS(msgrcv),
    SCMP_SYS(msgctl), SCMP_SYS(semget), SCMP_SYS(semop), SCMP_SYS(semtimedop), SCMP_SYS(semctl),
    SCMP_SYS(mq_open), SCMP_SYS(mq_unlink),
    // files round Landlock: by handle, and what others do with theirs; owners, rights, attributes
    SCMP_SYS(name_to_handle_at), SCMP_SYS(open_by_handle_at), SCMP_SYS(inotify_init), SCMP_SYS(inotify_init1),
    SCMP_SYS(fanotify_init), SCMP_SYS(fanotify_mark), SCMP_SYS(chmod), SCMP_SYS(fchmodat), SCMP_SYS(chown),
    SCMP_SYS(lchown), SCMP_SYS(fchown), SCMP_SYS(fchownat), SCMP_SYS(utime), SCMP_SYS(utimes),
    SCMP_SYS(futimesat), SCMP_SYS(setxattr), SCMP_SYS(lsetxattr), SCMP_SYS(fsetxattr), SCMP_SYS(removexattr),
    SCMP_SYS(lremovexattr), SCMP_SYS(fremovexattr),
    // file systems
    SCMP_SYS(mount), SCMP_SYS(umount), SCMP_SYS(umount2), SCMP_SYS(pivot_root), SCMP_SYS(chroot),
    SCMP_SYS(fsopen), SCMP_SYS(fsconfig), SCMP_SYS(fsmount), SCMP_SYS(fspick), SCMP_SYS(move_mount),
    SCMP_SYS(open_tree), SCMP_SYS(mount_setattr), SCMP_SYS(swapon), SCMP_SYS(swapoff), SCMP_SYS(quotactl),
    SCMP_SYS(quotactl_fd), SCMP_SYS(acct),
    // the kernel and the machine
    SCMP_SYS(bpf), SCMP_SYS(perf_event_open), SCMP_SYS(userfaultfd), SCMP_SYS(keyctl), SCMP_SYS(add_key),
    SCMP_SYS(request_key), SCMP_SYS(init_module), SCMP_SYS(finit_module), SCMP_SYS(delete_module),
    SCMP_SYS(kexec_load), SCMP_SYS(kexec_file_load), SCMP_SYS(reboot), SCMP_SYS(iopl), SCMP_SYS(ioperm),
    SCMP_SYS(personality), SCMP_SYS(modify_ldt), SCMP_SYS(settimeofday), SCMP_SYS(clock_settime),
    SCMP_SYS(clock_adjtime), SCMP_SYS(adjtimex), SCMP_SYS(sethostname), SCMP_SYS(setdomainname),
    SCMP_SYS(syslog), SCMP_SYS(vhangup)};

/// Said not to exist: what calls them has another way that can be judged, or does without.
constexpr int unknown[] = {
    SCMP_SYS(clone3), // its flags lie in memory; the C library then calls clone
    SCMP_SYS(io_uring_setup), SCMP_SYS(io_uring_enter), SCMP_SYS(io_uring_register),
    SCMP_SYS(memfd_create),   SCMP_SYS(memfd_secret), // memory as a file, which no limit counts
    SCMP_SYS(openat2)};                               // the same for the flags of openat

constexpr int listening[] = {SCMP_SYS(listen), SCMP_SYS(accept), SCMP_SYS(accept4)};
constexpr int connecting[] = {SCMP_SYS(connect), SCMP_SYS(bind)};

/// Everything that changes a folder.
constexpr int changes[] = {SCMP_SYS(creat),     SCMP_SYS(unlink),   SCMP_SYS(unlinkat),  SCMP_SYS(rmdir),
                           SCMP_SYS(rename),    SCMP_SYS(renameat), SCMP_SYS(renameat2), SCMP_SYS(mkdir),
                           SCMP_SYS(mkdirat),   SCMP_SYS(link),     SCMP_SYS(linkat),    SCMP_SYS(symlink),
                           SCMP_SYS(symlinkat), SCMP_SYS(mknod),    SCMP_SYS(mknodat),   SCMP_SYS(truncate)};

/// The rules as they are gathered. The first that the library does not take is remembered.
class Filter
{
public:
    Filter() : m_context(seccomp_init(SCMP_ACT_ALLOW))
    {
        if (m_context == nullptr) {
            m_fault = -ENOMEM;
            return;
        }
        note(seccomp_attr_set(m_context, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS));
        note(seccomp_attr_set(m_context, SCMP_FLTATR_CTL_OPTIMIZE, 2)); // a binary tree instead of a list
    }
    ~Filter() { seccomp_release(m_context); }
    Filter(const Filter &) = delete;
    Filter &operator=(const Filter &) = delete;

    void add(uint32_t action, int call)
    {
        judge(seccomp_rule_add_array(m_context, action, call, 0, nullptr));
    }
    void add(uint32_t action, int call, const scmp_arg_cmp &argument)
    {
        judge(seccomp_rule_add_array(m_context, action, call, 1, &argument));
    }
    void add(uint32_t action, int call, const scmp_arg_cmp &argument, const scmp_arg_cmp &another)
    {
        const scmp_arg_cmp both[] = {argument, another};
        judge(seccomp_rule_add_array(m_context, action, call, 2, both));
    }
    template <std::size_t size>
    void addAll(uint32_t action, const int (&calls)[size])
    {
        for (const int call : calls)
            add(action, call);
    }
    int load()
    {
        if (m_fault == 0)
            m_fault = seccomp_load(m_context);
        return m_fault;
    }
    [[nodiscard]] int listener() const { return seccomp_notify_fd(m_context); }

private:
    void note(int result)
    {
        if (result != 0 && m_fault == 0)
            m_fault = result;
    }
    void judge(int result)
    {
        if (result != -EDOM) // this architecture has no such call
            note(result);
    }

    scmp_filter_ctx m_context;
    int m_fault = 0;
};

scmp_arg_cmp argument(unsigned index, scmp_compare how, quint64 value)
{
    return {index, how, value, 0};
}

scmp_arg_cmp masked(unsigned index, quint64 mask, quint64 value)
{
    return {index, SCMP_CMP_MASKED_EQ, mask, value};
}

/// An int; the kernel does not look at the upper half of the register.
scmp_arg_cmp exactly(unsigned index, quint32 value)
{
    return masked(index, 0xffff'ffff, value);
}

void closeNetwork(Filter &filter, bool network)
{
    const uint32_t no = SCMP_ACT_ERRNO(EACCES);
    constexpr unsigned domain = 0;
    constexpr unsigned type = 1;
    constexpr quint64 typeMask = 0xf;
    filter.addAll(no, listening);
    // A pair of connected streams talks to nobody else; datagrams could be sent to any socket of the system.
    filter.add(no, SCMP_SYS(socketpair), argument(domain, SCMP_CMP_NE, AF_UNIX));
    for (quint64 kind = 0; kind <= typeMask; ++kind) {
        if (kind != SOCK_STREAM && kind != SOCK_SEQPACKET)
            filter.add(no, SCMP_SYS(socketpair), masked(type, typeMask, kind));
    }
    if (!network) {
        filter.add(no, SCMP_SYS(socket));
        filter.addAll(no, connecting);
        constexpr unsigned address = 4;
        filter.add(no, SCMP_SYS(sendto), argument(address, SCMP_CMP_NE, 0));
        return;
    }
    // Local sockets are closed even so: behind them are the desktop, the key ring and services that start
    // programs.
    filter.add(no, SCMP_SYS(socket), argument(domain, SCMP_CMP_LT, AF_INET));
    filter.add(no, SCMP_SYS(socket), argument(domain, SCMP_CMP_GT, AF_INET6));
    for (quint64 family = AF_INET + 1; family < AF_INET6; ++family)
        filter.add(no, SCMP_SYS(socket), argument(domain, SCMP_CMP_EQ, family));
    for (quint64 kind = 0; kind <= typeMask; ++kind) {
        if (kind != SOCK_STREAM && kind != SOCK_DGRAM)
            filter.add(no, SCMP_SYS(socket), masked(type, typeMask, kind));
    }
    // Beyond UDP's number are protocols that Landlock does not take for TCP, among them a TCP of many paths.
    constexpr quint64 udp = 17;
    filter.add(no, SCMP_SYS(socket), argument(2, SCMP_CMP_GT, udp));
}

void closeProcesses(Filter &filter)
{
    const uint32_t no = SCMP_ACT_ERRNO(EPERM);
    constexpr quint64 thread = 0x0001'0000; // CLONE_THREAD
    const auto self = static_cast<quint64>(::getpid());
    filter.add(no, SCMP_SYS(clone), masked(0, thread, 0));
    for (const int call :
         {SCMP_SYS(kill), SCMP_SYS(tgkill), SCMP_SYS(rt_sigqueueinfo), SCMP_SYS(rt_tgsigqueueinfo)})
        filter.add(no, call, argument(0, SCMP_CMP_NE, self));
    // Whoever runs as the same user may change the limits and the priority of every process of his: 0 is
    // oneself.
    for (const int call : {SCMP_SYS(prlimit64), SCMP_SYS(sched_setaffinity), SCMP_SYS(sched_setscheduler),
                           SCMP_SYS(sched_setparam), SCMP_SYS(sched_setattr)})
        filter.add(no, call, argument(0, SCMP_CMP_NE, 0));
    for (const int call : {SCMP_SYS(setpriority), SCMP_SYS(ioprio_set)})
        filter.add(no, call, argument(1, SCMP_CMP_NE, 0));
    // Signals that the kernel sends in one's name when a descriptor becomes ready.
    for (const quint32 command : {F_SETOWN, 15 /* F_SETOWN_EX */})
        filter.add(no, SCMP_SYS(fcntl), exactly(1, command));
    // Those, and what types on the terminal that the log may go to.
    constexpr quint32 setOwner = 0x8901;  // FIOSETOWN
    constexpr quint32 setGroup = 0x8902;  // SIOCSPGRP
    constexpr quint32 typeByte = 0x5412;  // TIOCSTI
    constexpr quint32 ofConsole = 0x541c; // TIOCLINUX
    for (const quint32 request : {setOwner, setGroup, typeByte, ofConsole})
        filter.add(no, SCMP_SYS(ioctl), exactly(1, request));
    // Not to end with the program, to allow others to look into it, another memory map.
    for (const quint32 option : {quint32(PR_SET_PDEATHSIG), quint32(PR_SET_PTRACER), quint32(PR_SET_MM)})
        filter.add(no, SCMP_SYS(prctl), exactly(0, option));
    // To be looked into; a program, which the system makes so anew when it starts, may put an end to it.
    filter.add(no, SCMP_SYS(prctl), exactly(0, PR_SET_DUMPABLE), argument(1, SCMP_CMP_NE, 0));
}

void closeFileChanges(Filter &filter, int landlock)
{
    constexpr uint32_t no = SCMP_ACT_ERRNO(EACCES);
    constexpr unsigned path = 1;
    filter.add(SCMP_ACT_ERRNO(EPERM), SCMP_SYS(utimensat), argument(path, SCMP_CMP_NE, 0));
    const auto opening = [&filter](quint64 mask, quint64 flags) {
        filter.add(no, SCMP_SYS(open), masked(1, mask, flags));
        filter.add(no, SCMP_SYS(openat), masked(2, mask, flags));
    };
    if (landlock < 3) { // truncating is not among its rights: not by path, not by opening for reading
        filter.add(no, SCMP_SYS(truncate));
        opening(O_ACCMODE | O_TRUNC, O_RDONLY | O_TRUNC);
    }
    if (landlock > 0)
        return;
    filter.addAll(no, changes);
    for (const quint64 flag : {O_WRONLY, O_RDWR, O_CREAT, O_TRUNC})
        opening(flag, flag);
}

/// Memory that is writable and yet not counted as the process's own: shared memory without a file, and stacks
/// that grow by themselves.
void closeUncountedMemory(Filter &filter)
{
    for (const quint64 flags : {MAP_SHARED | MAP_ANONYMOUS, MAP_GROWSDOWN})
        filter.add(SCMP_ACT_ERRNO(EPERM), SCMP_SYS(mmap), masked(3, flags, flags));
}

/// A filter of five instructions before the other: every call from a number on does not exist. False with
/// errno.
bool closeUnknownCalls()
{
    sock_filter instructions[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, seccomp_arch_native(), 0, 2),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, firstUnknownCall, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
    };
    const sock_fprog program{static_cast<unsigned short>(std::size(instructions)), instructions};
    return ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

Error refusal(int fault)
{
    return {QStringLiteral("sandbox.refused"),
            QStringLiteral("The system refused the filter of system calls for the plugin: %1.")
                .arg(QString::fromLocal8Bit(std::strerror(fault < 0 ? -fault : fault)))};
}

} // namespace

bool systemCallFilters()
{
    return ::prctl(PR_GET_SECCOMP, 0, 0, 0, 0) >= 0 &&
           seccomp_api_get() >= 3; // the action of ending a process
}

bool execCanBeCounted()
{
    utsname system = {};
    int major = 0;
    int minor = 0;
    return systemCallFilters() && seccomp_api_get() >= 5 && ::uname(&system) == 0 &&
           std::sscanf(system.release, "%d.%d", &major, &minor) == 2 &&
           (major > 5 || (major == 5 && minor >= 5));
}

Result<int> filterSystemCalls(const SystemCallPolicy &policy)
{
    if (!closeUnknownCalls())
        return refusal(errno);
    Filter filter;
    filter.addAll(SCMP_ACT_KILL_PROCESS, deadly);
    filter.addAll(SCMP_ACT_ERRNO(EPERM), refused);
    filter.addAll(SCMP_ACT_ERRNO(ENOSYS), unknown);
    closeNetwork(filter, policy.network);
    closeProcesses(filter);
    closeFileChanges(filter, policy.landlock);
    if (policy.limitMemory)
        closeUncountedMemory(filter);
    if (!policy.everyProgram) {
        filter.add(policy.program ? SCMP_ACT_NOTIFY : SCMP_ACT_ERRNO(EPERM), SCMP_SYS(execve));
        filter.add(SCMP_ACT_ERRNO(EPERM), SCMP_SYS(execveat));
    }
    if (const int fault = filter.load(); fault != 0)
        return refusal(fault);
    return policy.program ? filter.listener() : -1;
}

OneExec::OneExec(bool wanted)
{
    if (!wanted)
        return;
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return;
    m_write = ends[1];
    std::thread([from = ends[0]] {
        int listener = -1;
        seccomp_notif *question = nullptr;
        seccomp_notif_resp *answer = nullptr;
        if (::read(from, &listener, sizeof(listener)) != sizeof(listener) ||
            seccomp_notify_alloc(&question, &answer) != 0 || seccomp_notify_receive(listener, question) != 0)
            return;
        answer->id = question->id;
        answer->error = 0;
        answer->val = 0;
        answer->flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE;
        seccomp_notify_respond(listener, answer);
        // The exec ends this thread. Should it fail, the listener stays, and further ones wait for ever;
        // execSandboxed() comes back with an error then and the process ends.
    }).detach();
}

void OneExec::allow(int listener)
{
    if (::write(m_write, &listener, sizeof(listener)) != sizeof(listener))
        ::close(m_write); // the thread ends, and the exec finds nobody who listens
}

} // namespace verbale::host
