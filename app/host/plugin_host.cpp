#include "host/plugin_host.h"

#include "host/discovery.h"
#include "host/host_state.h"
#include "host/plugin_runner.h"
#include "host/resolver.h"
#include "host/trial.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

#include <algorithm>
#include <mutex>

namespace verbale::host {

namespace {

/// A plugin that this host knows, with what runs of it.
struct Record
{
    PluginInfo info;
    std::shared_ptr<PluginRunner> runner; ///< set while the plugin is Running

    [[nodiscard]] const QString &id() const { return info.descriptor.id; }

    /// The one way into another state.
    void moveTo(PluginState next)
    {
        if (mayFollow(info.state, next)) {
            info.state = next;
            return;
        }
        Q_ASSERT_X(false, "PluginHost", "a state that may not follow");
        note("host", "host.illegal-state",
             QStringLiteral("The plugin host wanted to go from %1 to %2; please report this.")
                 .arg(stateName(info.state), stateName(next)));
    }
    void note(const char *step, const char *code, const QString &message)
    {
        info.problems.append({QLatin1String(step), QLatin1String(code), message});
    }
    void note(const Error &error)
    {
        const QString step = error.code.section(QLatin1Char('.'), 0, 0);
        info.problems.append({step, error.code, error.message});
    }
    void dropNotes(const char *step)
    {
        info.problems.removeIf(
            [step](const Problem &problem) { return problem.step == QLatin1String(step); });
    }
};

QString whyNotUsable(const Record &record)
{
    const auto is = [&record] {
        switch (record.info.state) {
        case PluginState::Rejected:
            return "it was rejected";
        case PluginState::Disabled:
            return "it is switched off";
        case PluginState::Quarantined:
            return "it is in quarantine";
        case PluginState::Failed:
            return "it failed";
        default:
            return "it cannot be started";
        }
    };
    const QString first = record.info.problems.isEmpty() ? QString() : record.info.problems.first().message;
    return QStringLiteral("%1: %2").arg(QLatin1String(is()), first);
}

} // namespace

struct PluginHost::Private
{
    explicit Private(HostOptions given) : options(std::move(given)), state(options.stateFolder) {}

    const HostOptions options;
    HostState state;
    std::shared_ptr<CrashLedger> ledger;

    mutable std::mutex mutex; ///< guards what follows; never held while a plugin's code runs
    QList<Record> records;    ///< in the order in which they were found
    QList<qsizetype> order;   ///< of starting
    QList<Problem> problems;

    [[nodiscard]] QString ledgerFolder() const
    {
        return options.stateFolder.isEmpty() ? QString() : options.stateFolder + QLatin1String("/running");
    }
    void note(const Result<void> &result)
    {
        if (!result)
            problems.append({QStringLiteral("ledger"), result.error().code, result.error().text()});
    }
    HostMemory remember();
    void add(const FoundPlugin &found);
    void switchOff(Record &record, const HostMemory &memory) const;
    void resolveAll();
    bool hasWhatItNeeds(Record &record);
    bool comesThroughTrial(qsizetype index);
    void startOne(qsizetype index);
    void stopAll();
    Record *find(const QString &id);

    template <typename Provider, typename Request, typename Answer>
    QFuture<Result<Answer>>
    call(Result<Answer> (Provider::*method)(const Request &, const StopToken &, const Progress &),
         const QString &id, Request request, const StopToken &stop, Progress progress);
};

Record *PluginHost::Private::find(const QString &id)
{
    // A usable one stands for its id before a rejected one.
    Record *found = nullptr;
    for (Record &record : records) {
        if (record.id() == id && (found == nullptr || found->info.state == PluginState::Rejected))
            found = &record;
    }
    return found;
}

/// What earlier runs have left behind, with the crashes that only their ledgers know of.
HostMemory PluginHost::Private::remember()
{
    HostMemory memory = state.load(problems);
    if (options.stateFolder.isEmpty())
        return memory;
    const QList<Leftover> leftovers = takeLeftovers(ledgerFolder(), problems);
    if (!leftovers.isEmpty()) {
        note(state.change([&](HostMemory &kept) {
            recordCrashes(kept, leftovers);
            memory = kept;
        }));
    }
    return memory;
}

void PluginHost::Private::add(const FoundPlugin &found)
{
    Record record;
    record.info = {found.reading.descriptor, found.origin, PluginState::Found, found.reading.problems,
                   found.folder};
    const auto same = std::find_if(records.cbegin(), records.cend(), [&record](const Record &other) {
        return other.id() == record.id() && other.info.state != PluginState::Rejected;
    });
    if (found.reading.usable() && same != records.cend()) {
        record.note("read", "descriptor.duplicate-id",
                    QStringLiteral("Another plugin with the id %1 comes first: %2. Remove one of the two.")
                        .arg(record.id(), same->info.folder));
    }
    record.moveTo(record.info.problems.isEmpty() ? PluginState::Read : PluginState::Rejected);
    records.append(record);
}

void PluginHost::Private::switchOff(Record &record, const HostMemory &memory) const
{
    const Descriptor &descriptor = record.info.descriptor;
    const auto quarantine = memory.quarantine.constFind(descriptor.id);
    if (options.safeMode) {
        record.note("resolve", "host.safe-mode",
                    QStringLiteral("Verbale runs in safe mode, without plugins."));
        record.moveTo(PluginState::Disabled);
    } else if (options.disabled.contains(descriptor.id)) {
        record.note("resolve", "host.disabled", QStringLiteral("It is switched off in the settings."));
        record.moveTo(PluginState::Disabled);
    } else if (descriptor.network || descriptor.runs == QLatin1String("process")) {
        record.note(
            "resolve", "host.needs-process",
            descriptor.network
                ? QStringLiteral(
                      "It needs the network, so it runs in a process of its own, which this version "
                      "of Verbale does not start yet.")
                : QStringLiteral("It runs in a process of its own, which this version of Verbale does not "
                                 "start yet."));
        record.moveTo(PluginState::Unresolved);
    } else if (quarantine != memory.quarantine.cend() && quarantine->stamp == libraryStamp(descriptor)) {
        record.note("quarantine", "host.quarantined",
                    QStringLiteral("It is in quarantine: %1. Enable it again to give it another try.")
                        .arg(quarantine->reason));
        record.moveTo(PluginState::Quarantined);
    }
}

void PluginHost::Private::resolveAll()
{
    QList<ResolveNode> nodes;
    for (const Record &record : std::as_const(records)) {
        const PluginState now = record.info.state;
        const bool missed =
            now == PluginState::Unresolved &&
            std::none_of(record.info.problems.cbegin(), record.info.problems.cend(),
                         [](const Problem &p) { return p.code == QLatin1String("host.needs-process"); });
        const bool candidate =
            now == PluginState::Read || now == PluginState::Resolved || now == PluginState::Running || missed;
        nodes.append({record.id(), record.info.descriptor.version, record.info.descriptor.needs, candidate,
                      candidate ? QString() : whyNotUsable(record)});
    }
    const Resolution resolution = resolve(nodes);
    order = resolution.order;
    for (qsizetype i = 0; i < records.size(); ++i) {
        Record &record = records[i];
        if (!nodes[i].candidate || record.info.state == PluginState::Running)
            continue;
        record.dropNotes("resolve");
        const auto missed = resolution.missed.constFind(i);
        const PluginState next =
            missed == resolution.missed.cend() ? PluginState::Resolved : PluginState::Unresolved;
        if (next == PluginState::Unresolved)
            record.info.problems.append(*missed);
        if (record.info.state != next)
            record.moveTo(next);
    }
}

/// Between resolving and starting, something that this plugin needs may have failed.
bool PluginHost::Private::hasWhatItNeeds(Record &record)
{
    for (const Requirement &need : std::as_const(record.info.descriptor.needs)) {
        const Record *other = find(need.id);
        if (other != nullptr && other->info.state == PluginState::Running)
            continue;
        record.note(
            "resolve", "resolve.not-usable",
            QStringLiteral("It needs the plugin %1, but %2")
                .arg(need.id, other == nullptr ? QStringLiteral("that is gone.") : whyNotUsable(*other)));
        record.moveTo(PluginState::Unresolved);
        return false;
    }
    return true;
}

/// A library that did not come with Verbale is loaded in a child process first, once for each build of it.
bool PluginHost::Private::comesThroughTrial(qsizetype index)
{
    const Descriptor descriptor = records[index].info.descriptor;
    const QString path = libraryPath(descriptor);
    if (options.trialProgram.isEmpty() || records[index].info.origin == Origin::Shipped || path.isEmpty())
        return true;
    const QString stamp = libraryStamp(descriptor);
    QList<Problem> told; // discover() has shown them
    if (state.load(told).trials.value(path) == stamp)
        return true;
    const TrialVerdict verdict = tryInChild(options.trialProgram, descriptor.folder, options.trialTimeLimit);
    const bool fatal = verdict.outcome == TrialVerdict::Outcome::Fatal;
    const std::lock_guard lock(mutex);
    if (verdict.outcome == TrialVerdict::Outcome::Unavailable) {
        problems.append({QStringLiteral("load"), QStringLiteral("trial.unavailable"), verdict.message});
        return true;
    }
    note(state.change([&](HostMemory &memory) {
        if (fatal)
            memory.quarantine.insert(descriptor.id, {verdict.message, stamp});
        else
            memory.trials.insert(path, stamp);
    }));
    if (fatal) {
        records[index].note("load", "trial.fatal", verdict.message);
        records[index].moveTo(PluginState::Quarantined);
    }
    return !fatal;
}

void PluginHost::Private::startOne(qsizetype index)
{
    {
        const std::lock_guard lock(mutex);
        if (records[index].info.state != PluginState::Resolved || !hasWhatItNeeds(records[index]))
            return;
    }
    if (!comesThroughTrial(index))
        return;
    Descriptor descriptor;
    {
        const std::lock_guard lock(mutex);
        records[index].moveTo(PluginState::Starting);
        descriptor = records[index].info.descriptor;
    }
    PluginContext context{
        descriptor.id, descriptor.folder, {}, options.settings.value(descriptor.id), options.locale};
    if (!options.stateFolder.isEmpty()) {
        const QString data = options.stateFolder + QLatin1String("/data/") + descriptor.id;
        if (QDir().mkpath(data))
            context.dataFolder = data;
    }
    auto runner = std::make_shared<PluginRunner>(descriptor, context,
                                                 CrashMark(ledger, descriptor.id, libraryStamp(descriptor)));
    const Result<void> started = runner->start(options.startTimeLimit);
    const std::lock_guard lock(mutex);
    if (started)
        records[index].runner = std::move(runner);
    else
        records[index].note(started.error());
    records[index].moveTo(started ? PluginState::Running : PluginState::Failed);
}

void PluginHost::Private::stopAll()
{
    for (auto index = order.crbegin(); index != order.crend(); ++index) {
        std::shared_ptr<PluginRunner> runner;
        {
            const std::lock_guard lock(mutex);
            Record &record = records[*index];
            if (record.info.state != PluginState::Running)
                continue;
            runner.swap(record.runner);
            record.moveTo(PluginState::Stopping);
        }
        const Result<void> stopped = runner->stop(options.stopTimeLimit);
        const std::lock_guard lock(mutex);
        if (!stopped)
            records[*index].note(stopped.error());
        records[*index].moveTo(stopped ? PluginState::Stopped : PluginState::Failed);
    }
    if (ledger)
        ledger->retire();
    ledger.reset();
}

template <typename Provider, typename Request, typename Answer>
QFuture<Result<Answer>> PluginHost::Private::call(
    Result<Answer> (Provider::*method)(const Request &, const StopToken &, const Progress &),
    const QString &id, Request request, const StopToken &stop, Progress progress)
{
    const QString interfaceId = QLatin1String(Provider::interfaceId);
    auto job = std::make_shared<PluginCall<Provider, Request, Answer>>(method, std::move(request),
                                                                       std::move(progress));
    QFuture<Result<Answer>> future = job->future();
    std::shared_ptr<PluginRunner> runner;
    {
        const std::lock_guard lock(mutex);
        if (const Record *record = find(id))
            runner = record->runner;
    }
    const Error stopped{QStringLiteral("plugins.not-running"),
                        QStringLiteral("The plugin %1 is not running.").arg(id)};
    if (!runner) {
        job->drop(stopped);
        return future;
    }
    void *interface = runner->interface(interfaceId);
    if (interface == nullptr) {
        job->drop({QStringLiteral("plugins.no-interface"),
                   QStringLiteral("The plugin %1 does not provide %2.").arg(id, interfaceId)});
        return future;
    }
    job->aim(interface, runner->mark());
    job->follow(stop);
    if (!runner->post(job))
        job->drop(stopped);
    return future;
}

QString originName(Origin origin)
{
    switch (origin) {
    case Origin::Shipped:
        return QStringLiteral("shipped");
    case Origin::User:
        return QStringLiteral("user");
    case Origin::Environment:
        return QStringLiteral("environment");
    case Origin::CommandLine:
        return QStringLiteral("command-line");
    }
    return {};
}

PluginHost::PluginHost(HostOptions options) : d(std::make_unique<Private>(std::move(options))) {}

PluginHost::~PluginHost()
{
    d->stopAll();
}

void PluginHost::stop()
{
    d->stopAll();
}

void PluginHost::discover()
{
    d->stopAll();
    const std::lock_guard lock(d->mutex);
    d->records.clear();
    d->problems.clear();
    const HostMemory memory = d->remember();
    const Discovery discovery = findPlugins(d->options.folders);
    d->problems.append(discovery.problems);
    for (const FoundPlugin &found : discovery.plugins)
        d->add(found);
    for (Record &record : d->records) {
        if (record.info.state == PluginState::Read)
            d->switchOff(record, memory);
    }
    d->resolveAll();
}

void PluginHost::start()
{
    if (!d->ledger)
        d->ledger = CrashLedger::open(d->ledgerFolder());
    if (!d->ledger && !d->options.stateFolder.isEmpty()) {
        const std::lock_guard lock(d->mutex);
        d->problems.append(
            {QStringLiteral("ledger"), QStringLiteral("ledger.not-kept"),
             QStringLiteral("%1: no crash ledger can be kept here; a plugin that takes the program down "
                            "will not be known the next time")
                 .arg(d->ledgerFolder())});
    }
    for (const qsizetype index : QList<qsizetype>(d->order))
        d->startOne(index);
}

QList<PluginInfo> PluginHost::plugins() const
{
    const std::lock_guard lock(d->mutex);
    QList<PluginInfo> infos;
    for (const Record &record : std::as_const(d->records))
        infos.append(record.info);
    return infos;
}

QList<Problem> PluginHost::problems() const
{
    const std::lock_guard lock(d->mutex);
    return d->problems;
}

QStringList PluginHost::providersOf(const QString &interfaceId) const
{
    const std::lock_guard lock(d->mutex);
    QStringList ids;
    for (const Record &record : std::as_const(d->records)) {
        if (record.info.state == PluginState::Running &&
            record.info.descriptor.provides.contains(interfaceId))
            ids.append(record.id());
    }
    return ids;
}

Result<void> PluginHost::releaseFromQuarantine(const QString &pluginId)
{
    const std::lock_guard lock(d->mutex);
    Record *record = d->find(pluginId);
    if (record == nullptr)
        return Error{QStringLiteral("plugins.unknown"),
                     QStringLiteral("There is no plugin with the id %1.").arg(pluginId)};
    Result<void> saved = d->state.change([&pluginId](HostMemory &memory) {
        memory.quarantine.remove(pluginId);
        memory.crashes.remove(pluginId);
    });
    if (saved && record->info.state == PluginState::Quarantined) {
        record->info.problems.clear();
        record->moveTo(PluginState::Read);
        d->resolveAll();
    }
    return saved;
}

QFuture<Result<TermsAnswer>> PluginHost::findTerms(const QString &pluginId, TermsRequest request,
                                                   StopToken stop, Progress progress)
{
    return d->call(&TermsProvider::findTerms, pluginId, std::move(request), stop, std::move(progress));
}

QFuture<Result<SuggestAnswer>> PluginHost::suggest(const QString &pluginId, SuggestRequest request,
                                                   StopToken stop, Progress progress)
{
    return d->call(&SuggestionProvider::suggest, pluginId, std::move(request), stop, std::move(progress));
}

QFuture<Result<CheckAnswer>> PluginHost::check(const QString &pluginId, CheckRequest request, StopToken stop,
                                               Progress progress)
{
    return d->call(&CheckProvider::check, pluginId, std::move(request), stop, std::move(progress));
}

QFuture<Result<ReceiptsAnswer>> PluginHost::receipts(const QString &pluginId, ReceiptsRequest request,
                                                     StopToken stop, Progress progress)
{
    return d->call(&ReceiptsProvider::receipts, pluginId, std::move(request), stop, std::move(progress));
}

} // namespace verbale::host
