#pragma once

#include <verbale/sdk/result.h>

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QStringList>

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>

#include <sys/types.h>

namespace verbale::host {

/// What to run. Nothing of this process goes to the child that is not named here.
struct SpawnPlan
{
    QString program;               ///< absolute path
    QStringList arguments;         ///< after the program's own name
    QList<QByteArray> environment; ///< "NAME=value"; all that the child gets
    QString workingFolder;         ///< has to be there; empty: "/"
};

/// PATH, LANG, LC_ALL, HOME and TMPDIR, made anew: a plugin learns nothing else from the user's environment.
/// HOME is the data folder and TMPDIR its "tmp"; without a data folder HOME is "/" and there is no TMPDIR.
/// With `network` also which proxies the user's other programs take, as that is the way into the network;
/// their names and passwords with them, where the variables hold some.
QList<QByteArray> childEnvironment(const QString &dataFolder, bool network);

/// Makes the data folder with its "tmp", for its owner alone. Nothing for an empty name. Error:
/// start.no-folder.
Result<void> prepareDataFolder(const QString &dataFolder);

/// How a child came to its end.
struct ChildEnding
{
    bool bySignal = false;
    int number = 0; ///< the signal, or the exit status
    qint64 cpuMilliseconds = 0;
    [[nodiscard]] QString text() const; ///< "it ended with exit status 3", "SIGSEGV (...) ended it"
};

struct ChildUsage
{
    qint64 cpuMilliseconds = 0;
    qint64 residentKiB = 0;
};

/// A process of its own session, with a pipe on each of its first three descriptors and no other descriptor
/// open, which ends when the thread that spawned it does: that thread has to live as long as the child is
/// wanted. Not thread-safe, except for usage() and kill() as long as the object lives. POSIX only.
class ChildProcess
{
public:
    /// Errors: start.no-pipe, start.no-process, start.no-program.
    static Result<std::unique_ptr<ChildProcess>> spawn(const SpawnPlan &plan);
    ~ChildProcess(); ///< kills the child when it is still there, and waits for its end
    ChildProcess(const ChildProcess &) = delete;
    ChildProcess &operator=(const ChildProcess &) = delete;

    // Descriptors of this process; the first three do not block.
    [[nodiscard]] int input() const { return m_input; }   ///< written to: the child's standard input
    [[nodiscard]] int output() const { return m_output; } ///< read from: its standard output
    [[nodiscard]] int errors() const { return m_errors; } ///< read from: its standard error
    [[nodiscard]] int ending() const
    {
        return m_pidFile;
    } ///< readable when it has ended; -1: unknown to the kernel
    void closeInput();

    [[nodiscard]] pid_t pid() const { return m_pid; }
    /// SIGKILL for it and for everything in its process group. Nothing when its end is known.
    void kill() const noexcept;
    /// Waits for its end, and then ends what is left of its group. nullopt when the time ran out. Once it has
    /// ended, the same ending again.
    std::optional<ChildEnding> waitFor(std::chrono::milliseconds limit);
    /// What it has used until now; zeros when that cannot be known.
    [[nodiscard]] ChildUsage usage() const;

private:
    ChildProcess() = default;

    pid_t m_pid = -1;
    int m_input = -1;
    int m_output = -1;
    int m_errors = -1;
    int m_pidFile = -1;
    std::optional<ChildEnding> m_end;
    std::atomic<bool> m_ended = false;
};

} // namespace verbale::host
