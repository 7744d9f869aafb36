// A plugin that does harm, or tries to: which, its setting "mode" says. What the system refuses comes back as
// an Error with the system's own words; "it worked" would be a suggestion.
#include <verbale/sdk/plugin.h>
#include <verbale/sdk/suggestion_provider.h>

#include <QtCore/QFile>
#include <QtCore/QHash>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <vector>

#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

using namespace verbale;

int openSocket(const QByteArray &)
{
    return ::socket(AF_INET, SOCK_STREAM, 0);
}

int resolveName(const QByteArray &)
{
    addrinfo *found = nullptr;
    if (::getaddrinfo("example.org", "443", nullptr, &found) == 0)
        return 0;
    errno = EHOSTUNREACH;
    return -1;
}

int readSecret(const QByteArray &secret)
{
    return ::open(secret.constData(), O_RDONLY);
}

int readSecretByProc(const QByteArray &secret)
{
    return ::open(("/proc/self/root" + secret).constData(), O_RDONLY);
}

int writeOutside(const QByteArray &secret)
{
    return ::open(secret.constData(), O_WRONLY | O_APPEND);
}

int deleteOutside(const QByteArray &secret)
{
    return ::unlink(secret.constData());
}

int lockOut(const QByteArray &secret)
{
    return ::chmod(secret.constData(), 0);
}

int forkBomb(const QByteArray &)
{
    for (int i = 0; i < 1000; ++i) {
        if (::fork() < 0)
            return -1;
    }
    return 0;
}

int startProgram(const QByteArray &)
{
    return std::system("/bin/true") == 0 ? 0 : -1;
}

int attachToParent(const QByteArray &)
{
    return static_cast<int>(::ptrace(PTRACE_ATTACH, ::getppid(), nullptr, nullptr));
}

int killParent(const QByteArray &)
{
    return ::kill(::getppid(), SIGKILL);
}

int eatMemory(const QByteArray &)
{
    std::vector<std::vector<char>> eaten;
    while (eaten.size() < 4096)
        eaten.emplace_back(1 << 20, 'x');
    return 0;
}

int fillDisk(const QByteArray &)
{
    const int file = ::open("large", O_CREAT | O_WRONLY | O_CLOEXEC, 0600); // in the data folder
    constexpr off_t far = off_t(300) << 20;
    return static_cast<int>(::pwrite(file, "x", 1, far));
}

int sleepForEver(const QByteArray &)
{
    while (true)
        ::pause();
}

int spinForEver(const QByteArray &)
{
    for (volatile bool on = true; on;) {
    }
    return 0;
}

int crash(const QByteArray &)
{
    return std::raise(SIGSEGV);
}

int abortInside(const QByteArray &)
{
    std::abort();
}

int exitSilently(const QByteArray &)
{
    ::_exit(0);
}

int exitInOrder(const QByteArray &)
{
    std::exit(0); // NOLINT(concurrency-mt-unsafe)
}

int printMuch(const QByteArray &)
{
    for (int i = 0; i < 200'000; ++i)
        std::puts("Content-Length: 9\r\n\r\nnot this!");
    std::fflush(stdout);
    return 0;
}

int closeEverything(const QByteArray &)
{
    for (int file = 0; file < 1024; ++file)
        ::close(file);
    return 0;
}

const QHash<QString, std::function<int(const QByteArray &)>> &deeds()
{
    static const QHash<QString, std::function<int(const QByteArray &)>> table{
        {"socket", openSocket},      {"resolve", resolveName},
        {"read", readSecret},        {"read-by-proc", readSecretByProc},
        {"write", writeOutside},     {"delete", deleteOutside},
        {"lock-out", lockOut},       {"fork", forkBomb},
        {"program", startProgram},   {"attach", attachToParent},
        {"kill-parent", killParent}, {"memory", eatMemory},
        {"disk", fillDisk},          {"sleep", sleepForEver},
        {"spin", spinForEver},       {"crash", crash},
        {"abort", abortInside},      {"exit-silently", exitSilently},
        {"exit", exitInOrder},       {"print", printMuch},
        {"close", closeEverything},
    };
    return table;
}

class Hostile : public Plugin, public SuggestionProvider
{
public:
    Result<void> start(const PluginContext &context) override
    {
        m_mode = context.settings.value(QStringLiteral("mode")).toString();
        m_secret = QFile::encodeName(context.settings.value(QStringLiteral("secret")).toString());
        if (m_mode.startsWith(QLatin1String("start-")))
            return attempt(m_mode.mid(6));
        return {};
    }
    void stop() override
    {
        if (m_mode.startsWith(QLatin1String("stop-")))
            static_cast<void>(attempt(m_mode.mid(5)));
    }
    void *interfaceFor(std::string_view id) override
    {
        return id == SuggestionProvider::interfaceId ? static_cast<SuggestionProvider *>(this) : nullptr;
    }

    Result<SuggestAnswer> suggest(const SuggestRequest &request, const StopToken &, const Progress &) override
    {
        if (auto done = attempt(m_mode); !done)
            return done.error();
        SuggestAnswer answer;
        for (const SuggestSegment &segment : request.segments) {
            Suggestion suggestion;
            suggestion.segmentId =
                m_mode == QLatin1String("other-segment") ? QStringLiteral("77") : segment.text.id;
            suggestion.revision = segment.text.revision;
            suggestion.text = m_mode == QLatin1String("placeholders") ? QStringLiteral("\uFFFC\uFFFC\uFFFC")
                                                                      : QStringLiteral("it worked");
            suggestion.origin = QStringLiteral("Hostile");
            answer.suggestions.append(suggestion);
        }
        return answer;
    }

private:
    [[nodiscard]] Result<void> attempt(const QString &deed) const
    {
        const auto found = deeds().constFind(deed);
        if (found == deeds().constEnd() || (*found)(m_secret) >= 0)
            return {};
        return Error{QStringLiteral("hostile.refused"), QString::fromLocal8Bit(std::strerror(errno))};
    }

    QString m_mode;
    QByteArray m_secret;
};

} // namespace

VERBALE_EXPORT_PLUGIN(Hostile)
