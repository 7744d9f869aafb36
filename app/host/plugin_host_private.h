#pragma once

#include "host/discovery.h"
#include "host/host_state.h"
#include "host/plugin_host.h"
#include "host/plugin_runner.h"
#include "host/process/process_runner.h"
#include "host/protocol/remote_call.h"

#include <mutex>
#include <optional>

namespace verbale::host {

/// A plugin that this host knows, with what runs of it.
struct PluginRecord
{
    PluginInfo info;
    std::shared_ptr<PluginRunner> runner;   ///< set while the plugin is Running in the program
    std::shared_ptr<ProcessRunner> process; ///< set from start() to stop() when it has a process of its own
    int processNumber = 0;                  ///< by which the process's listener finds the record
    QByteArray stamp;                       ///< of its files: another one is another plugin
    int crashesInARow = 0;                  ///< of its process, none far behind the one before
    QDateTime lastCrash;

    [[nodiscard]] const QString &id() const { return info.descriptor.id; }
    [[nodiscard]] bool canBeAsked() const;
    [[nodiscard]] bool isStarted() const { return runner || process; }

    /// The one way into another state.
    void moveTo(PluginState next);
    void note(const char *step, const char *code, const QString &message);
    void note(const Error &error);
    void dropNotes(const char *step);
    /// Where that knows of one, of this very build.
    void goIntoQuarantine(const HostMemory &memory);
};

/// "it failed: There is no library ..."
QString whyNotUsable(const PluginRecord &record);

/// What looking for plugins has come to, and what has become of them.
struct Catalogue
{
    QList<PluginRecord> records; ///< in the order in which they were found
    QList<qsizetype> order;      ///< of starting
    QList<Problem> problems;

    // plugin_host_discover.cpp
    void note(const Result<void> &result);
    void add(const FoundPlugin &found, const HostOptions &options);
    void resolveAll();
};

/// The catalogue is guarded by `mutex`.
struct PluginHost::Private : Catalogue
{
    class Listener;
    using Clock = std::chrono::steady_clock;

    explicit Private(HostOptions given) : options(std::move(given)), state(options.stateFolder) {}

    HostOptions options;   ///< what update() changes is used on the host's thread alone
    std::mutex stateMutex; ///< guards the next two; `mutex` is not asked for while it is held
    HostState state;
    HostMemory crashes; ///< of this run, in case that `state` cannot be saved
    std::shared_ptr<CrashLedger> ledger;

    /// Never held while a plugin's code runs, or the state is read: any thread may wait for it.
    mutable std::mutex mutex;
    QList<std::shared_ptr<Listener>> listeners; ///< guarded by it, too
    int processes = 0;                          ///< that there were

    // plugin_host_discover.cpp
    [[nodiscard]] QString ledgerFolder() const;
    Result<void> change(const std::function<void(HostMemory &)> &edit);
    HostMemory remember(Catalogue &catalogue);
    void switchOff(PluginRecord &record, const HostMemory &memory) const;
    PluginRecord *find(const QString &id);
    PluginRecord *findProcess(int number);
    Catalogue readAll();

    // plugin_host_update.cpp
    QSet<QString> takeOptions(const HostOptions &next);
    void keepQuarantines(Catalogue &next, const QSet<QString> &kept);
    [[nodiscard]] QSet<QString> goingOn(const Catalogue &next, const QSet<QString> &anew) const;
    void noteAsked(HostUpdate &update, const QSet<QString> &kept) const;

    // plugin_host_run.cpp
    bool hasWhatItNeeds(PluginRecord &record);
    bool comesThroughTrial(qsizetype index);
    [[nodiscard]] PluginContext contextOf(const Descriptor &descriptor) const;
    void startOne(qsizetype index);
    void startInProgram(qsizetype index, const Descriptor &descriptor);
    void prepareProcess(qsizetype index, const Descriptor &descriptor);
    std::optional<std::chrono::milliseconds> processCrashed(int number, const QString &message);
    void changed(const QString &id) const;
    using Choice = std::function<bool(const PluginRecord &)>;
    void stopAll();
    void stopThese(const Choice &isMeant);
    void closeListeners(const QSet<int> &processNumbers);
    void stopInProgram(const Choice &isMeant, Clock::time_point deadline);
    struct Stopping
    {
        QList<std::pair<qsizetype, std::shared_ptr<PluginRunner>>> runners; ///< by their index
        bool othersRun = false;
    };
    Stopping stopThoseNobodyNeeds(const Choice &isMeant);
    void finishStop(qsizetype index, const Result<void> &stopped);

    template <typename Request>
    QFuture<Result<typename Remote<Request>::Answer>> call(const QString &id, Request request,
                                                           const StopToken &stop, Progress progress);
};

} // namespace verbale::host
