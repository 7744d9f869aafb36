#include "host/sandbox/landlock.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace verbale::host {

namespace {

// The system's header may be older than the kernel; these numbers are part of the kernel's interface.
namespace right {
constexpr quint64 execute = 1ULL << 0;
constexpr quint64 writeFile = 1ULL << 1;
constexpr quint64 readFile = 1ULL << 2;
constexpr quint64 readFolder = 1ULL << 3;
constexpr quint64 removeFolder = 1ULL << 4;
constexpr quint64 removeFile = 1ULL << 5;
constexpr quint64 makeFolder = 1ULL << 7;
constexpr quint64 makeFile = 1ULL << 8;
constexpr quint64 makeLink = 1ULL << 12;
constexpr quint64 firstVersion = (1ULL << 13) - 1; ///< all of the above, sockets, devices and pipes
constexpr quint64 moveBetweenFolders = 1ULL << 13; ///< version 2; never allowed by version 1
constexpr quint64 truncate = 1ULL << 14;           ///< version 3
constexpr quint64 controlDevice = 1ULL << 15;      ///< version 5
constexpr quint64 ofFiles = execute | writeFile | readFile | truncate | controlDevice;
constexpr quint64 bindTcp = 1ULL << 0; ///< version 4
constexpr quint64 connectTcp = 1ULL << 1;
} // namespace right

namespace scope {
constexpr quint64 abstractSockets = 1ULL << 0; ///< version 6
constexpr quint64 sendingSignals = 1ULL << 1;
} // namespace scope

struct RulesetAttributes
{
    quint64 files = 0;
    quint64 network = 0;
    quint64 scoped = 0;
};

struct PortAttributes
{
    quint64 allowed = 0;
    quint64 port = 0;
};
constexpr int portRule = 2;

constexpr quint64 reading = right::readFile | right::readFolder;
constexpr quint64 writing = right::writeFile | right::removeFolder | right::removeFile | right::makeFolder |
                            right::makeFile | right::makeLink | right::moveBetweenFolders | right::truncate;

// What is not there is passed over.
constexpr const char *systemFolders[] = {
    "/usr",    "/lib", "/lib32",     "/lib64",
    "/libx32", "/bin", "/nix/store", "/gnu/store", // where everything lies in some systems
    "/app"};                                       // a Flatpak's /usr for its program
constexpr const char *systemFiles[] = {
    "/etc/ld.so.cache",
    "/etc/ld.so.conf",
    "/etc/ld.so.conf.d",
    "/etc/ld.so.preload",
    "/etc/localtime",
    "/etc/timezone",
    "/etc/locale.alias",
    "/etc/locale.conf",
    "/etc/ssl/openssl.cnf", // read by every program that counts a checksum with OpenSSL
    "/etc/ssl/certs",
    "/etc/ca-certificates",
    "/dev/random",
    "/dev/urandom",
    "/proc/cpuinfo",
    "/proc/meminfo",
    "/proc/stat",
    "/proc/version",
    "/proc/filesystems",
    "/proc/sys/vm/overcommit_memory", // malloc() asks it
    "/sys/devices/system/cpu"};
// Of what the kernel tells a process of itself; not the folders that also tell of the machine's network.
constexpr const char *ownFiles[] = {"auxv", "cgroup", "cmdline",      "comm", "fd",    "fdinfo", "limits",
                                    "maps", "smaps",  "smaps_rollup", "stat", "statm", "status"};
constexpr const char *networkFiles[] = {
    "/etc/resolv.conf", "/etc/hosts",     "/etc/host.conf", "/etc/nsswitch.conf",   "/etc/gai.conf",
    "/etc/services",    "/etc/protocols", "/etc/pki/tls",   "/etc/crypto-policies", "/run/systemd/resolve"};

Error refused(const char *what)
{
    return {QStringLiteral("sandbox.refused"),
            QStringLiteral("The system refused to close the files to the plugin (%1: %2).")
                .arg(QLatin1String(what), QString::fromLocal8Bit(std::strerror(errno)))};
}

/// The rules as they are gathered, and the descriptor that holds them.
class Ruleset
{
public:
    Ruleset(int version, bool network)
    {
        m_attributes.files = right::firstVersion;
        if (version >= 2)
            m_attributes.files |= right::moveBetweenFolders;
        if (version >= 3)
            m_attributes.files |= right::truncate;
        if (version >= 5)
            m_attributes.files |= right::controlDevice;
        if (version >= 4)
            m_attributes.network = network ? right::bindTcp : right::bindTcp | right::connectTcp;
        if (version >= 6)
            m_attributes.scoped = scope::abstractSockets | scope::sendingSignals;
    }
    ~Ruleset()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Ruleset(const Ruleset &) = delete;
    Ruleset &operator=(const Ruleset &) = delete;

    void limitPorts() { m_attributes.network |= m_attributes.network != 0 ? right::connectTcp : 0; }
    [[nodiscard]] bool limitsPorts() const { return (m_attributes.network & right::connectTcp) != 0; }

    bool create()
    {
        // An older kernel takes a longer structure as long as what it does not know is zero.
        m_descriptor =
            static_cast<int>(::syscall(SYS_landlock_create_ruleset, &m_attributes, sizeof(m_attributes), 0));
        return m_descriptor >= 0;
    }
    /// False, with errno, when there is no such file.
    bool open(const QByteArray &path, quint64 rights)
    {
        const int place = ::open(path.constData(), O_PATH | O_CLOEXEC);
        if (place < 0)
            return false;
        struct stat status = {};
        quint64 allowed = rights & m_attributes.files;
        if (::fstat(place, &status) == 0 && !S_ISDIR(status.st_mode))
            allowed &= right::ofFiles;
        landlock_path_beneath_attr rule = {};
        rule.allowed_access = allowed;
        rule.parent_fd = place;
        const long added =
            ::syscall(SYS_landlock_add_rule, m_descriptor, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
        const int why = errno;
        ::close(place);
        errno = why;
        return added == 0;
    }
    bool openPort(quint16 port)
    {
        const PortAttributes rule{right::connectTcp, port};
        return ::syscall(SYS_landlock_add_rule, m_descriptor, portRule, &rule, 0) == 0;
    }
    bool enter() { return ::syscall(SYS_landlock_restrict_self, m_descriptor, 0) == 0; }

private:
    RulesetAttributes m_attributes;
    int m_descriptor = -1;
};

void openSystem(Ruleset &rules, const Permissions &permissions, quint64 execute)
{
    for (const char *folder : systemFolders)
        rules.open(folder, reading | execute);
    for (const char *file : systemFiles)
        rules.open(file, reading);
    // The languages' own settings for all of the system, which some distributions link to from /usr.
    const QStringList languages = {QStringLiteral("python3*"), QStringLiteral("java-*"),
                                   QStringLiteral("perl")};
    const QStringList found =
        QDir(QStringLiteral("/etc")).entryList(languages, QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : found)
        rules.open(QFile::encodeName(QLatin1String("/etc/") + name), reading);
    rules.open("/dev/null", right::readFile | right::writeFile);
    for (const char *file : ownFiles)
        rules.open(QByteArrayLiteral("/proc/") + QByteArray::number(::getpid()) + '/' + file, reading);
    if (permissions.network) {
        for (const char *file : networkFiles)
            rules.open(file, reading);
    }
}

} // namespace

int landlockVersion()
{
    const long version = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    return version > 0 ? static_cast<int>(version) : 0;
}

Result<void> closeFiles(const Permissions &permissions, int version, bool execute)
{
    Ruleset rules(version, permissions.network);
    const QList<quint16> ports = permissions.network ? portsOf(permissions) : QList<quint16>();
    if (!ports.isEmpty())
        rules.limitPorts();
    if (!rules.create())
        return refused("landlock_create_ruleset");
    const quint64 executing = execute ? right::execute : 0;
    openSystem(rules, permissions, executing);
    for (const QString &folder : permissions.readFolders)
        rules.open(QFile::encodeName(folder), reading | executing); // gone meanwhile: nothing to read there
    for (const QString &folder : permissions.writeFolders) {
        if (!rules.open(QFile::encodeName(folder), reading | writing)) {
            return Error{QStringLiteral("sandbox.folder"),
                         QStringLiteral("The plugin's data folder %1 cannot be opened: %2.")
                             .arg(folder, QString::fromLocal8Bit(std::strerror(errno)))};
        }
    }
    if (rules.limitsPorts()) {
        for (const quint16 port : ports) {
            if (!rules.openPort(port))
                return refused("landlock_add_rule");
        }
    }
    if (!rules.enter())
        return refused("landlock_restrict_self");
    return {};
}

} // namespace verbale::host
