#include "sandbox_test.h"

#include <QtCore/QProcess>
#include <QtCore/QTimeZone>

#include <clocale>
#include <ctime>
#include <thread>

#include <dlfcn.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sched.h>
#include <spawn.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <unicode/brkiter.h>

namespace verbale::host {

namespace {

int openFile(const char *path, int flags)
{
    const int file = ::open(path, flags | O_CLOEXEC, 0600);
    const int why = errnoOf(file);
    if (file >= 0)
        ::close(file);
    return why;
}

int makeSocket(int family, int type, int protocol = 0)
{
    return errnoOf(::socket(family, type, protocol));
}

sockaddr_in somewhere()
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(443);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

int touchMemory(size_t bytes, int flags)
{
    void *memory = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, flags | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        return errno;
    std::memset(memory, 1, bytes);
    return 0;
}

int writeMuch(const QByteArray &path, qint64 bytes)
{
    const int file = ::open(path.constData(), O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0600);
    const QByteArray block(64 * 1024, 'x');
    for (qint64 done = 0; done < bytes; done += block.size()) {
        if (::write(file, block.constData(), size_t(block.size())) < 0)
            return errno;
    }
    return 0;
}

int spawnTrue()
{
    char name[] = "true";
    char *arguments[] = {name, nullptr};
    pid_t child = 0;
    return ::posix_spawn(&child, "/bin/true", nullptr, nullptr, arguments, environ);
}

#if defined(__x86_64__)
int callLikeA386()
{
    long result = 20; // getpid() there
    asm volatile("int $0x80" : "+a"(result) : : "memory", "r8", "r9", "r10", "r11");
    return 0;
}
#endif

void row(const char *name, const Attempt &attempt, const char *outcome)
{
    QTest::newRow(name) << attempt << QString::fromLatin1(outcome);
}

} // namespace

class TestSandbox : public QObject
{
    Q_OBJECT

    Places m_places;

    void networkRows() const
    {
        row(
            "socket of IPv4", [] { return makeSocket(AF_INET, SOCK_STREAM); }, "EACCES");
        row(
            "socket of IPv4, datagrams", [] { return makeSocket(AF_INET, SOCK_DGRAM); }, "EACCES");
        row(
            "socket of IPv6", [] { return makeSocket(AF_INET6, SOCK_STREAM); }, "EACCES");
        row(
            "socket of this machine", [] { return makeSocket(AF_UNIX, SOCK_STREAM); }, "EACCES");
        row(
            "socket of the kernel", [] { return makeSocket(AF_NETLINK, SOCK_RAW); }, "EACCES");
        row(
            "socket of packets", [] { return makeSocket(AF_PACKET, SOCK_RAW); }, "EACCES");
        row(
            "pair of datagram sockets",
            [] {
                int pair[2];
                return errnoOf(::socketpair(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0, pair));
            },
            "EACCES");
        row(
            "connect",
            [] {
                const sockaddr_in address = somewhere();
                return errnoOf(::connect(0, reinterpret_cast<const sockaddr *>(&address), sizeof(address)));
            },
            "EACCES");
        row(
            "bind",
            [] {
                const sockaddr_in address = somewhere();
                return errnoOf(::bind(0, reinterpret_cast<const sockaddr *>(&address), sizeof(address)));
            },
            "EACCES");
        row(
            "sendto",
            [] {
                const sockaddr_in address = somewhere();
                return errnoOf(
                    ::sendto(0, "x", 1, 0, reinterpret_cast<const sockaddr *>(&address), sizeof(address)));
            },
            "EACCES");
        row(
            "name of a host",
            [] {
                addrinfo *found = nullptr;
                const int failed = ::getaddrinfo("example.org", "443", nullptr, &found);
                return failed == 0 ? 0 : EHOSTUNREACH;
            },
            "EHOSTUNREACH");
        row(
            "io_uring", [] { return errnoOf(::syscall(SYS_io_uring_setup, 1, nullptr)); }, "ENOSYS");
    }

    void programRows() const
    {
        row(
            "exec", [] { return errnoOf(::execl("/bin/true", "true", static_cast<char *>(nullptr))); },
            "EPERM");
        row(
            "execveat",
            [] {
                char *none[] = {nullptr};
                return errnoOf(::syscall(SYS_execveat, AT_FDCWD, "/bin/true", none, none, 0));
            },
            "EPERM");
        row("spawn", spawnTrue, "EPERM");
        row(
            "fork", [] { return errnoOf(::fork()); }, "EPERM");
        row(
            "clone as fork", [] { return errnoOf(::syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0)); }, "EPERM");
        row(
            "clone3", [] { return errnoOf(::syscall(SYS_clone3, nullptr, 0)); }, "ENOSYS");
        row(
            "QProcess",
            [] {
                QProcess process;
                process.start(QStringLiteral("/bin/true"), QStringList());
                return process.waitForStarted(2000) ? 0 : ECHILD;
            },
            "ECHILD");
    }

    void processRows() const
    {
        const pid_t parent = ::getpid();
        row(
            "signal to the parent", [parent] { return errnoOf(::kill(parent, 0)); }, "EPERM");
        row(
            "signal to everybody", [] { return errnoOf(::kill(-1, 0)); }, "EPERM");
        row(
            "signal to a thread", [parent] { return errnoOf(::syscall(SYS_tgkill, parent, parent, 0)); },
            "EPERM");
        row(
            "signal with a value", [parent] { return errnoOf(::sigqueue(parent, SIGUSR1, {})); }, "EPERM");
        row(
            "signal by a descriptor of the process",
            [parent] { return errnoOf(::syscall(SYS_pidfd_open, parent, 0)); }, "EPERM");
        row(
            "signal when a descriptor is ready", [parent] { return errnoOf(::fcntl(0, F_SETOWN, parent)); },
            "EPERM");
        row(
            "trace", [parent] { return errnoOf(::ptrace(PTRACE_ATTACH, parent, nullptr, nullptr)); },
            "SIGSYS");
        row(
            "read another's memory",
            [parent] {
                char byte = 0;
                const iovec own{&byte, 1};
                const iovec other{&byte, 1};
                return errnoOf(::process_vm_readv(parent, &own, 1, &other, 1, 0));
            },
            "SIGSYS");
        row(
            "open another's memory",
            [parent] {
                return openFile(QByteArray("/proc/" + QByteArray::number(parent) + "/mem").constData(),
                                O_RDONLY);
            },
            "EACCES");
        row(
            "read another's environment",
            [parent] {
                return openFile(QByteArray("/proc/" + QByteArray::number(parent) + "/environ").constData(),
                                O_RDONLY);
            },
            "EACCES");
        row(
            "limits of another",
            [parent] {
                const rlimit none{0, 0};
                return errnoOf(::prlimit(parent, RLIMIT_CPU, &none, nullptr));
            },
            "EPERM");
        row(
            "priority of another",
            [parent] { return errnoOf(::setpriority(PRIO_PROCESS, id_t(parent), 19)); }, "EPERM");
        row(
            "outlive the program", [] { return errnoOf(::prctl(PR_SET_PDEATHSIG, 0, 0, 0, 0)); }, "EPERM");
        row(
            "type on the terminal", [] { return errnoOf(::ioctl(0, TIOCSTI, "x")); }, "EPERM");
        row(
            "new namespaces", [] { return errnoOf(::unshare(CLONE_NEWUSER)); }, "EPERM");
        row(
            "mount", [] { return errnoOf(::mount("none", "/mnt", "tmpfs", 0, nullptr)); }, "EPERM");
        row(
            "a system call of tomorrow", [] { return errnoOf(::syscall(452, 0, 0, 0, 0)); }, "ENOSYS");
#if defined(__x86_64__)
        row(
            "a system call of x32", [] { return errnoOf(::syscall(0x40000000 + 39)); }, "SIGSYS");
        row("a system call of i386", callLikeA386, "SIGSYS");
#endif
    }

    void fileRows() const
    {
        const Places &p = m_places;
        row(
            "read the home folder's file", [&p] { return openFile(p.secret.constData(), O_RDONLY); },
            "EACCES");
        row(
            "list the home folder",
            [&p] { return openFile(QFile::encodeName(p.home).constData(), O_RDONLY | O_DIRECTORY); },
            "EACCES");
        row(
            "read the list of users", [] { return openFile("/etc/passwd", O_RDONLY); }, "EACCES");
        row(
            "list the folder of everybody's temporary files",
            [] { return openFile("/tmp", O_RDONLY | O_DIRECTORY); }, "EACCES");
        row(
            "read round by /proc",
            [&p] { return openFile(("/proc/self/root" + p.secret).constData(), O_RDONLY); }, "EACCES");
        row(
            "read of the machine's connections", [] { return openFile("/proc/self/net/tcp", O_RDONLY); },
            "EACCES");
        row(
            "write outside", [&p] { return openFile((p.secret + ".new").constData(), O_CREAT | O_WRONLY); },
            "EACCES");
        row(
            "write into its own folder", [&p] { return openFile(p.own.constData(), O_WRONLY); }, "EACCES");
        row(
            "cut off", [&p] { return errnoOf(::truncate(p.secret.constData(), 0)); }, "EACCES");
        row(
            "cut off by opening", [&p] { return openFile(p.secret.constData(), O_RDONLY | O_TRUNC); },
            "EACCES");
        row(
            "delete", [&p] { return errnoOf(::unlink(p.secret.constData())); }, "EACCES");
        row(
            "move into the data folder",
            [&p] { return errnoOf(::rename(p.secret.constData(), (p.note + ".2").constData())); }, "EACCES");
        row(
            "read by a symbolic link",
            [&p] {
                const QByteArray link = p.note + ".link";
                return ::symlink(p.secret.constData(), link.constData()) != 0
                           ? EINVAL
                           : openFile(link.constData(), O_RDONLY);
            },
            "EACCES");
        row(
            "change who may read", [&p] { return errnoOf(::chmod(p.secret.constData(), 0)); }, "EPERM");
        row(
            "change the time",
            [&p] { return errnoOf(::utimensat(AT_FDCWD, p.secret.constData(), nullptr, 0)); }, "EPERM");
        row(
            "watch", [] { return errnoOf(::inotify_init1(IN_CLOEXEC)); }, "EPERM");
        row(
            "too large a file", [&p] { return writeMuch(p.note + ".large", 2 << 20); }, "SIGXFSZ");
        row(
            "too many open files",
            [&p] {
                for (int i = 0; i < 100; ++i) {
                    if (::open(p.own.constData(), O_RDONLY | O_CLOEXEC) < 0)
                        return errno;
                }
                return 0;
            },
            "EMFILE");
    }

    void memoryRows() const
    {
        if (!kernelSupport().memory)
            return; // a sanitizer
        constexpr size_t much = size_t(512) << 20;
        row(
            "memory of its own", [] { return touchMemory(much, MAP_PRIVATE); }, "ENOMEM");
        row(
            "memory that is shared", [] { return touchMemory(4096, MAP_SHARED); }, "EPERM");
        row(
            "memory that grows like a stack", [] { return touchMemory(4096, MAP_PRIVATE | MAP_GROWSDOWN); },
            "EPERM");
        row(
            "memory as a file", [] { return errnoOf(::memfd_create("x", 0)); }, "ENOSYS");
        row(
            "memory of System V", [] { return errnoOf(::syscall(SYS_shmget, 0, 4096, 01600)); }, "EPERM");
        row(
            "much memory, bit by bit",
            [] {
                for (size_t done = 0; done < much; done += 1 << 20) {
                    char *bytes = static_cast<char *>(std::malloc(1 << 20));
                    if (bytes == nullptr)
                        return ENOMEM;
                    std::memset(bytes, 1, 1 << 20);
                }
                return 0;
            },
            "ENOMEM");
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_places.make());
        if (!kernelSupport().seccomp || kernelSupport().landlock == 0)
            QSKIP("this kernel has no Landlock or no filters of system calls");
    }

    void refuses_data()
    {
        QTest::addColumn<Attempt>("attempt");
        QTest::addColumn<QString>("outcome");
        networkRows();
        programRows();
        processRows();
        fileRows();
        memoryRows();
    }
    /// Each fails as libraries expect, and the file beside stays whole.
    void refuses()
    {
        QFETCH(const Attempt, attempt);
        QFETCH(const QString, outcome);
        QCOMPARE(tryShutIn(attempt, m_places.permissions()), outcome);
        QFile secret(QFile::decodeName(m_places.secret));
        QVERIFY(secret.open(QIODevice::ReadOnly));
        QCOMPARE(secret.readAll(), QByteArrayLiteral("not for plugins"));
    }

    void lets_data()
    {
        QTest::addColumn<Attempt>("attempt");
        const Places &p = m_places;
        const auto works = [](const char *name, const Attempt &attempt) { QTest::newRow(name) << attempt; };
        works("read its own file", [&p] { return openFile(p.own.constData(), O_RDONLY); });
        works("list its own folder",
              [&p] { return openFile(QFile::encodeName(p.plugin).constData(), O_RDONLY | O_DIRECTORY); });
        works("write its data", [&p] { return openFile(p.note.constData(), O_WRONLY | O_TRUNC); });
        works("make, move and delete in its data folder", [&p] {
            const QByteArray folder = QFile::encodeName(p.data) + "/cache";
            const QByteArray file = folder + "/a";
            if (::mkdir(folder.constData(), 0700) != 0 || openFile(file.constData(), O_CREAT | O_RDWR) != 0)
                return errno;
            const QByteArray moved = QFile::encodeName(p.data) + "/b";
            if (::rename(file.constData(), moved.constData()) != 0 || ::unlink(moved.constData()) != 0)
                return errno;
            return errnoOf(::rmdir(folder.constData()));
        });
        works("threads", [] {
            int sum = 0;
            std::thread([&sum] { sum = 42; }).join();
            return sum == 42 ? 0 : EINVAL;
        });
        works("a locale", [] { return std::setlocale(LC_ALL, "C.UTF-8") != nullptr ? 0 : EINVAL; });
        works("a time zone", [] {
            if (!QFile::exists(QStringLiteral("/usr/share/zoneinfo/Asia/Ho_Chi_Minh")))
                return 0; // not installed
            return QTimeZone("Asia/Ho_Chi_Minh").offsetFromUtc(QDateTime::currentDateTime()) == 7 * 3600
                       ? 0
                       : EINVAL;
        });
        works("the local time", [] {
            const std::time_t now = std::time(nullptr);
            std::tm local = {};
            ::tzset();
            return ::localtime_r(&now, &local) != nullptr ? 0 : EINVAL;
        });
        works("ICU's data", [] {
            UErrorCode code = U_ZERO_ERROR;
            const std::unique_ptr<icu::BreakIterator> words(
                icu::BreakIterator::createWordInstance(icu::Locale("vi"), code));
            return U_SUCCESS(code) && words != nullptr ? 0 : EINVAL;
        });
        works("another library of Qt", [] {
            return ::dlopen("libQt6Xml.so.6", RTLD_NOW) != nullptr ||
                           ::dlopen("libQt6Network.so.6", RTLD_NOW) ||
                           ::dlopen("libQt6Gui.so.6", RTLD_NOW) != nullptr
                       ? 0
                       : EINVAL;
        });
        works("random numbers", [] { return openFile("/dev/urandom", O_RDONLY); });
        works("nothing to read and to write to", [] { return openFile("/dev/null", O_RDWR); });
        works("its own memory map", [] { return openFile("/proc/self/maps", O_RDONLY); });
        works("a pair of streams", [] {
            int pair[2];
            return errnoOf(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair));
        });
        works("a signal to itself", [] { return errnoOf(::kill(::getpid(), 0)); });
        works("sleeping", [] {
            const timespec moment{0, 1000};
            return errnoOf(::nanosleep(&moment, nullptr));
        });
        works("a hundred megabytes", [] { return touchMemory(size_t(100) << 20, MAP_PRIVATE); });
    }
    void lets()
    {
        QFETCH(const Attempt, attempt);
        QCOMPARE(tryShutIn(attempt, m_places.permissions()), QStringLiteral("done"));
    }

    void abortIsStillAbort()
    {
        QCOMPARE(tryShutIn([]() -> int { std::abort(); }, m_places.permissions()), QStringLiteral("SIGABRT"));
    }

    void theNetworkPermissionOpensTheInternetAlone_data()
    {
        QTest::addColumn<Attempt>("attempt");
        QTest::addColumn<QString>("outcome");
        row(
            "TCP", [] { return makeSocket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, IPPROTO_TCP); }, "done");
        row(
            "UDP", [] { return makeSocket(AF_INET6, SOCK_DGRAM | SOCK_NONBLOCK); }, "done");
        row(
            "raw", [] { return makeSocket(AF_INET, SOCK_RAW, IPPROTO_ICMP); }, "EACCES");
        row(
            "TCP of many paths", [] { return makeSocket(AF_INET, SOCK_STREAM, 262); }, "EACCES");
        row(
            "this machine's", [] { return makeSocket(AF_UNIX, SOCK_STREAM); }, "EACCES");
        row(
            "the kernel's", [] { return makeSocket(AF_NETLINK, SOCK_RAW); }, "EACCES");
        row(
            "Bluetooth", [] { return makeSocket(AF_BLUETOOTH, SOCK_STREAM); }, "EACCES");
        row(
            "listening", [] { return errnoOf(::listen(0, 1)); }, "EACCES");
        row(
            "accepting", [] { return errnoOf(::accept4(0, nullptr, nullptr, 0)); }, "EACCES");
        row(
            "the table of hosts", [] { return openFile("/etc/hosts", O_RDONLY); }, "done");
        row("exec", spawnTrue, "EPERM");
        row(
            "being looked into by other programs of the user", // who would find its keys
            [] { return ::prctl(PR_GET_DUMPABLE) == 0 ? EPERM : 0; }, "EPERM");
        row(
            "letting them", [] { return errnoOf(::prctl(PR_SET_DUMPABLE, 1, 0, 0, 0)); }, "EPERM");
        row(
            "keeping them out oneself", [] { return errnoOf(::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)); }, "done");
        if (kernelSupport().landlock < 4)
            return;
        const auto connectTo = [](quint16 port) {
            const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
            sockaddr_in address = somewhere();
            address.sin_port = htons(port);
            return errnoOf(::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof(address)));
        };
        row(
            "a port that is named", [connectTo] { return connectTo(65500); }, "ECONNREFUSED");
        row(
            "a port that is not named", [connectTo] { return connectTo(65501); }, "EACCES");
    }
    void theNetworkPermissionOpensTheInternetAlone()
    {
        QFETCH(const Attempt, attempt);
        QFETCH(const QString, outcome);
        Permissions permissions = m_places.permissions();
        permissions.network = true;
        permissions.hosts = QStringList{QStringLiteral("localhost:65500")};
        QCOMPARE(tryShutIn(attempt, permissions), outcome);
    }

    void olderKernels_data()
    {
        QTest::addColumn<int>("landlock");
        for (int version = 1; version <= kernelSupport().landlock; ++version)
            QTest::addRow("Landlock %d", version) << version;
    }
    /// Whatever the version of Landlock, files outside stay as they are and unread, and the data folder
    /// works.
    void olderKernels()
    {
        QFETCH(const int, landlock);
        KernelSupport support = kernelSupport();
        support.landlock = landlock;
        const Places &p = m_places;
        const auto outcome = [&](const Attempt &attempt) {
            return tryShutIn(attempt, p.permissions(), support);
        };
        const auto closed = QStringLiteral("EACCES");
        QCOMPARE(outcome([&p] { return openFile(p.secret.constData(), O_RDONLY); }), closed);
        QCOMPARE(outcome([&p] { return openFile(p.secret.constData(), O_RDONLY | O_TRUNC); }), closed);
        QCOMPARE(outcome([&p] { return errnoOf(::truncate(p.secret.constData(), 0)); }), closed);
        QCOMPARE(outcome([&p] { return errnoOf(::unlink(p.secret.constData())); }), closed);
        QCOMPARE(outcome([] { return openFile("/dev/tty", O_RDWR); }), closed);
        QCOMPARE(outcome([&p] { return openFile(p.note.constData(), O_CREAT | O_TRUNC | O_RDWR); }),
                 QStringLiteral("done"));
    }

    void withoutLandlockNothingCanBeChanged()
    {
        KernelSupport support = kernelSupport();
        support.landlock = 0;
        const Places &p = m_places;
        const auto outcome = [&](const Attempt &attempt) {
            return tryShutIn(attempt, p.permissions(), support);
        };
        const auto closed = QStringLiteral("EACCES");
        QCOMPARE(outcome([&p] { return openFile(p.secret.constData(), O_RDONLY); }), QStringLiteral("done"));
        QCOMPARE(outcome([&p] { return openFile(p.secret.constData(), O_WRONLY); }), closed);
        QCOMPARE(outcome([&p] { return openFile(p.note.constData(), O_RDWR); }), closed);
        QCOMPARE(outcome([&p] { return openFile((p.note + ".x").constData(), O_CREAT | O_RDONLY); }), closed);
        QCOMPARE(outcome([&p] { return errnoOf(::unlink(p.secret.constData())); }), closed);
        QCOMPARE(outcome([&p] { return errnoOf(::mkdir((p.note + ".d").constData(), 0700)); }), closed);
    }

    void aSecondThreadIsRefused()
    {
        if (!kernelSupport().memory)
            QSKIP("a sanitizer has threads of its own");
        const pid_t child = ::fork();
        if (child == 0) {
            std::thread([] { ::pause(); }).detach();
            const auto entered = enterSandbox(m_places.permissions());
            ::_exit(!entered && entered.error().code == QLatin1String("sandbox.threads") ? 0 : EINVAL);
        }
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QCOMPARE(outcomeOf(status), QStringLiteral("done"));
    }

    void aMissingDataFolderIsAnError()
    {
        Permissions permissions = m_places.permissions();
        permissions.writeFolders = QStringList{m_places.data + QLatin1String("/not-there")};
        QCOMPARE(tryShutIn([] { return 0; }, permissions), QStringLiteral("not entered"));
    }
};

} // namespace verbale::host

QTEST_GUILESS_MAIN(verbale::host::TestSandbox)
#include "tst_sandbox.moc"
