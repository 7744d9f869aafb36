#pragma once

#include "sandbox_test.h"

#include <QtCore/QStandardPaths>

namespace verbale::host {

inline const QString hostileLibrary = QStringLiteral("test.hostile-library");
inline const QString hostileProgram = QStringLiteral("test.hostile-program");

/// A deed of a plugin in tests/host/hostile, and what is told of it: "ok: TEXT | WARNING" or "CODE: MESSAGE".
struct HostileMode
{
    QString plugin;
    QString mode;
    QString told;

    /// For the names of rows: "library: fork".
    [[nodiscard]] QByteArray name() const
    {
        return (plugin == hostileLibrary ? QStringLiteral("library: ") : QStringLiteral("program: "))
            .append(mode)
            .toUtf8();
    }
    /// Whether it never answers, so that only the time limit helps.
    [[nodiscard]] bool neverAnswers() const
    {
        return QStringList{QStringLiteral("sleep"), QStringLiteral("spin"), QStringLiteral("deaf")}.contains(
            mode);
    }
    /// Whether its process crashes; else it answers, badly or well, or does not start.
    [[nodiscard]] bool endsItsProcess() const
    {
        static const QStringList answers{QStringLiteral("placeholders"), QStringLiteral("older"),
                                         QStringLiteral("infinite"),     QStringLiteral("outside"),
                                         QStringLiteral("memory"),       QStringLiteral("start-read"),
                                         QStringLiteral("start-sleep"),  QStringLiteral("wrong-type")};
        return !told.startsWith(QLatin1String("ok: ")) && !told.startsWith(QLatin1String("hostile.")) &&
               !answers.contains(mode);
    }
};

inline QList<HostileMode> hostileLibraryModes()
{
    QList<HostileMode> modes;
    const auto row = [&modes](const char *mode, const char *told) {
        modes.append({hostileLibrary, QString::fromLatin1(mode), QString::fromUtf8(told)});
    };
    row("nothing", "ok: it worked");
    row("socket", "hostile.refused: Permission denied");
    row("resolve", "hostile.refused: No route to host");
    row("read", "hostile.refused: Permission denied");
    row("read-by-proc", "hostile.refused: Permission denied");
    row("write", "hostile.refused: Permission denied");
    row("delete", "hostile.refused: Permission denied");
    row("lock-out", "hostile.refused: Operation not permitted");
    row("fork", "hostile.refused: Operation not permitted");
    row("program", "hostile.refused: Operation not permitted");
    row("attach", "SIGSYS (a system call that it may not make)");
    row("kill-parent", "hostile.refused: Operation not permitted");
    row("disk", "SIGXFSZ (it wrote too large a file)");
    row("sleep",
        "The plugin did not answer verbale.suggest/1 within 0.3 seconds, and its process was ended.");
    row("spin", "The plugin did not answer verbale.suggest/1 within 0.3 seconds, and its process was ended.");
    row("crash", "SIGSEGV (access to memory that is not its own)");
    row("abort", "SIGABRT (it gave up by itself)");
    row("exit-silently", "exit status 0");
    row("exit", "exit status 0");
    row("print", "ok: it worked");
    row("close", "plugins.crashed: The plugin's process");
    row("other-segment", "ok:  | The plugin answered for another segment; that was left out");
    row("placeholders", "returned a suggestion whose inline codes are not those of the source");
    row("start-crash", "plugins.quarantined: The plugin is in quarantine. The plugin's process came to a "
                       "sudden end: SIGSEGV (access to memory that is not its own)");
    row("start-attach", "SIGSYS (a system call that it may not make)");
    row("start-read", "The plugin could not start: Permission denied");
    row("start-sleep", "The plugin had not started after 1 seconds, and its process was ended.");
    row("stop-crash", "ok: it worked");
    row("stop-sleep", "ok: it worked");
    if (kernelSupport().memory)
        row("memory", "std::bad_alloc");
    return modes;
}

inline QList<HostileMode> hostileProgramModes()
{
    QList<HostileMode> modes;
    const auto row = [&modes](const char *mode, const char *told) {
        modes.append({hostileProgram, QString::fromLatin1(mode), QString::fromUtf8(told)});
    };
    row("nothing", "ok: it worked");
    row("socket", "hostile.refused: Permission denied");
    row("resolve", "hostile.refused: Temporary failure in name resolution");
    row("read", "hostile.refused: Permission denied");
    row("write", "hostile.refused: Permission denied");
    row("list", "hostile.refused: Permission denied");
    row("fork", "hostile.refused: Operation not permitted");
    row("program", "hostile.refused: Operation not permitted");
    row("become", "hostile.refused: Function not implemented");
    row("kill-parent", "hostile.refused: Operation not permitted");
    row("garbage", "print to the standard error stream instead");
    row("print", "print to the standard error stream instead");
    row("flood", "messages in a second that nobody had asked for");
    row("flood-log", "messages in a second that nobody had asked for");
    row("flood-stdout", "plugins.crashed: The plugin's process broke the protocol and was ended");
    row("flood-stderr", "ok: it worked");
    row("huge", "A message of 4294967296 bytes was announced; the limit is");
    row("deep", "plugins.crashed: The plugin's process broke the protocol and was ended");
    row("header", "plugins.crashed: The plugin's process broke the protocol and was ended");
    row("half", "exit status 0");
    row("exit", "exit status 0");
    row("exit-3", "exit status 3");
    row("unasked", "it answered 4711, which is no request that it has.");
    row("asks-back", "and plugins only answer");
    row("close", "The plugin's process");
    row("deaf", "The plugin did not answer verbale.suggest/1 within 0.3 seconds, and its process was ended.");
    row("stays", "ok: it worked");
    row("wrong-type", "suggestions has to be a list");
    row("other-segment", "ok:  | The plugin answered for another segment; that was left out");
    row("placeholders", "returned a suggestion whose inline codes are not those of the source");
    row("older", "answered for another revision of the segment; that was left out");
    row("infinite", "returned a coverage that is not between 0 and 1");
    row("outside", "marked untranslated words outside of its suggestion");
    if (kernelSupport().memory)
        row("memory", "hostile.refused: MemoryError");
    return modes;
}

/// A host with the two of them and no others, that is quick to lose its patience with what never answers, and
/// slow with what does.
inline HostOptions hostileOptions(const HostileMode &mode, const QString &folder, const Places &places)
{
    using namespace std::chrono_literals;
    HostOptions options = optionsFor(folder, Origin::User);
    const QJsonObject settings{{QStringLiteral("mode"), mode.mode},
                               {QStringLiteral("secret"), QFile::decodeName(places.secret)}};
    options.settings = {{hostileLibrary, settings}, {hostileProgram, settings}};
    QDir(places.root.filePath(QStringLiteral("state")))
        .removeRecursively(); // what it remembers of another row
    options.stateFolder = places.root.filePath(QStringLiteral("state"));
    options.trialProgram = QStringLiteral(TRIAL_PROGRAM);
    options.startTimeLimit = mode.mode == QLatin1String("start-sleep") ? 1s : 30s;
    options.supervision.callTimeLimit = mode.neverAnswers() ? 300ms : 30'000ms;
    options.supervision.shutdownTimeLimit = 300ms;
    options.stopTimeLimit = 600ms;
    options.supervision.restartAfter = {1ms, 1ms, 1ms};
    options.supervision.crashLimit = 3;
    return options;
}

inline bool hasPython()
{
    const QStringList folders{QStringLiteral("/usr/local/bin"), QStringLiteral("/usr/bin"),
                              QStringLiteral("/bin")};
    return !QStandardPaths::findExecutable(QStringLiteral("python3"), folders).isEmpty();
}

} // namespace verbale::host
