#include "host/plugin_host_private.h"

#include "host/plugin_host_listener.h"
#include "host/trial.h"

#include <QtCore/QDir>

#include <algorithm>

namespace verbale::host {

/// Between resolving and starting, something that this plugin needs may have failed.
bool PluginHost::Private::hasWhatItNeeds(PluginRecord &record)
{
    for (const Requirement &need : std::as_const(record.info.descriptor.needs)) {
        const PluginRecord *other = find(need.id);
        if (other != nullptr && other->canBeAsked())
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
    {
        const std::lock_guard lock(stateMutex);
        QList<Problem> told; // discover() has shown them
        if (state.load(told).trials.value(path) == stamp)
            return true;
    }
    const TrialVerdict verdict = tryInChild(options.trialProgram, descriptor.folder, options.trialTimeLimit);
    const bool fatal = verdict.outcome == TrialVerdict::Outcome::Fatal;
    if (verdict.outcome == TrialVerdict::Outcome::Unavailable) {
        const std::lock_guard lock(mutex);
        problems.append({QStringLiteral("load"), QStringLiteral("trial.unavailable"), verdict.message});
        return true;
    }
    const Result<void> saved = change([&](HostMemory &memory) {
        if (fatal)
            memory.quarantine.insert(descriptor.id, {verdict.message, stamp});
        else
            memory.trials.insert(path, stamp);
    });
    const std::lock_guard lock(mutex);
    note(saved);
    if (fatal) {
        records[index].note("load", "trial.fatal", verdict.message);
        records[index].moveTo(PluginState::Quarantined);
    }
    return !fatal;
}

PluginContext PluginHost::Private::contextOf(const Descriptor &descriptor) const
{
    PluginContext context{
        descriptor.id, descriptor.folder, {}, options.settings.value(descriptor.id), options.locale};
    if (!options.stateFolder.isEmpty()) {
        const QString data = options.stateFolder + QLatin1String("/data/") + descriptor.id;
        if (QDir().mkpath(data))
            context.dataFolder = data;
    }
    return context;
}

void PluginHost::Private::changed(const QString &id) const
{
    if (options.onChange)
        options.onChange(id);
}

void PluginHost::Private::startOne(qsizetype index)
{
    Descriptor descriptor;
    bool ownProcess = false;
    {
        const std::lock_guard lock(mutex);
        PluginRecord &record = records[index];
        if (record.info.state != PluginState::Resolved || record.process || !hasWhatItNeeds(record))
            return;
        descriptor = record.info.descriptor;
        ownProcess = record.info.ownProcess;
    }
    if (ownProcess)
        prepareProcess(index, descriptor);
    else if (comesThroughTrial(index))
        startInProgram(index, descriptor);
    changed(descriptor.id);
}

void PluginHost::Private::startInProgram(qsizetype index, const Descriptor &descriptor)
{
    {
        const std::lock_guard lock(mutex);
        records[index].moveTo(PluginState::Starting);
    }
    changed(descriptor.id);
    auto runner = std::make_shared<PluginRunner>(descriptor, contextOf(descriptor),
                                                 CrashMark(ledger, descriptor.id, libraryStamp(descriptor)));
    const Result<void> started = runner->start(options.startTimeLimit);
    const std::lock_guard lock(mutex);
    if (started)
        records[index].runner = std::move(runner);
    else
        records[index].note(started.error());
    records[index].moveTo(started ? PluginState::Running : PluginState::Failed);
}

/// Nothing of the plugin runs yet; from now on the first question starts it.
void PluginHost::Private::prepareProcess(qsizetype index, const Descriptor &descriptor)
{
    Supervision supervision = options.supervision;
    supervision.startTimeLimit = options.startTimeLimit;
    Result<ProcessPlan> plan = planOf(descriptor, contextOf(descriptor), options.trialProgram, supervision);
    if (!plan) {
        const std::lock_guard lock(mutex);
        records[index].note(plan.error());
        records[index].moveTo(PluginState::Starting);
        records[index].moveTo(PluginState::Failed);
        return;
    }
    const int number = ++processes;
    auto listener = std::make_shared<Listener>(*this, number, descriptor.id);
    auto process = std::make_shared<ProcessRunner>(*std::move(plan), listener);
    const std::lock_guard lock(mutex);
    listeners.append(listener);
    records[index].processNumber = number;
    records[index].process = std::move(process);
}

std::optional<std::chrono::milliseconds> PluginHost::Private::processCrashed(int number,
                                                                             const QString &message)
{
    const Supervision &rules = options.supervision;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    Leftover crash;
    {
        const std::lock_guard lock(mutex);
        const PluginRecord *crashed = findProcess(number);
        if (crashed == nullptr) // it is being stopped
            return std::nullopt;
        crash = {crashed->id(), libraryStamp(crashed->info.descriptor), Activity::Called, now};
    }
    QString reason =
        QStringLiteral("its process came to a bad end %1 times in %2 minutes, the last time so: %3")
            .arg(rules.crashLimit)
            .arg(static_cast<double>(rules.crashWindow.count()) / 60'000.0)
            .arg(message);
    while (reason.endsWith(QLatin1Char('.')))
        reason.chop(1);
    const CrashRule rule{rules.crashLimit, rules.crashWindow.count(), reason};
    bool enough = false;
    {
        const std::lock_guard lock(stateMutex);
        enough = recordCrash(crashes, crash, rule);
        // What cannot be saved counts in this run all the same.
        (void)state.change([&](HostMemory &memory) { enough = recordCrash(memory, crash, rule) || enough; });
    }
    const std::lock_guard lock(mutex);
    PluginRecord *found = findProcess(number);
    if (found == nullptr)
        return std::nullopt;
    PluginRecord &record = *found;
    record.dropNotes("call");
    if (enough) {
        record.note(
            "quarantine", "host.quarantined",
            QStringLiteral("It is in quarantine: %1. Enable it again to give it another try.").arg(reason));
        record.moveTo(PluginState::Quarantined);
        return std::nullopt;
    }
    const bool soonAfter =
        record.lastCrash.isValid() && record.lastCrash.msecsTo(now) < rules.crashWindow.count();
    record.crashesInARow = soonAfter ? record.crashesInARow + 1 : 1;
    record.lastCrash = now;
    record.note("call", "process.crashed", message);
    record.moveTo(PluginState::Resolved);
    if (rules.restartAfter.isEmpty())
        return std::chrono::milliseconds(0);
    return rules.restartAfter.at(std::min<qsizetype>(record.crashesInARow, rules.restartAfter.size()) - 1);
}

void PluginHost::Private::stopAll()
{
    stopThese([](const PluginRecord &) { return true; });
    if (ledger)
        ledger->retire();
    ledger.reset();
}

void PluginHost::Private::stopThese(const Choice &isMeant)
{
    const Clock::time_point deadline = Clock::now() + options.stopTimeLimit;
    QHash<qsizetype, std::shared_ptr<ProcessRunner>> stopping;
    QSet<int> numbers;
    QStringList ids;
    {
        const std::lock_guard lock(mutex);
        for (const qsizetype index : std::as_const(order)) {
            if (isMeant(records[index]))
                ids.append(records[index].id());
        }
        for (qsizetype i = 0; i < records.size(); ++i) {
            if (!isMeant(records[i]))
                continue;
            if (auto process = std::exchange(records[i].process, {})) {
                stopping.insert(i, process);
                numbers.insert(records[i].processNumber);
            }
        }
    }
    for (const auto &process : std::as_const(stopping))
        process->beginStop();
    stopInProgram(isMeant, deadline);
    for (auto it = stopping.cbegin(); it != stopping.cend(); ++it) {
        const Result<void> stopped = it.value()->stop(deadline);
        const std::lock_guard lock(mutex);
        records[it.key()].info.process = it.value()->status();
        finishStop(it.key(), stopped);
    }
    closeListeners(numbers);
    for (const QString &id : std::as_const(ids))
        changed(id);
}

/// Without `mutex`: it waits for what they are telling.
void PluginHost::Private::closeListeners(const QSet<int> &processNumbers)
{
    QList<std::shared_ptr<Listener>> closing;
    {
        const std::lock_guard lock(mutex);
        for (qsizetype i = listeners.size() - 1; i >= 0; --i) {
            if (processNumbers.contains(listeners[i]->number()))
                closing.append(listeners.takeAt(i));
        }
    }
    for (const auto &listener : std::as_const(closing))
        listener->close();
}

/// With `mutex` held.
void PluginHost::Private::finishStop(qsizetype index, const Result<void> &stopped)
{
    PluginRecord &record = records[index];
    if (record.info.state == PluginState::Resolved)
        record.moveTo(PluginState::Stopped);
    if (record.info.state == PluginState::Starting || record.info.state == PluginState::Running)
        record.moveTo(PluginState::Stopping);
    if (record.info.state != PluginState::Stopping)
        return;
    if (!stopped)
        record.note(stopped.error());
    record.moveTo(stopped ? PluginState::Stopped : PluginState::Failed);
}

/// Those that run in the program and that no other such plugin needs. They begin to stop.
PluginHost::Private::Stopping PluginHost::Private::stopThoseNobodyNeeds(const Choice &isMeant)
{
    Stopping chosen;
    {
        const std::lock_guard lock(mutex);
        QSet<QString> needed;
        for (const PluginRecord &record : std::as_const(records)) {
            for (const Requirement &need : record.info.descriptor.needs) {
                if (record.runner && isMeant(record))
                    needed.insert(need.id);
            }
        }
        for (auto index = order.crbegin(); index != order.crend(); ++index) {
            PluginRecord &record = records[*index];
            if (!record.runner || !isMeant(record))
                continue;
            if (needed.contains(record.id())) {
                chosen.othersRun = true;
                continue;
            }
            record.moveTo(PluginState::Stopping);
            chosen.runners.append({*index, std::exchange(record.runner, {})});
        }
    }
    for (const auto &[index, runner] : std::as_const(chosen.runners))
        runner->beginStop();
    return chosen;
}

void PluginHost::Private::stopInProgram(const Choice &isMeant, Clock::time_point deadline)
{
    for (;;) {
        const Stopping chosen = stopThoseNobodyNeeds(isMeant);
        if (chosen.runners.isEmpty())
            return;
        // Half of what is left, so that those which these need have their time as well.
        const Clock::time_point now = Clock::now();
        const Clock::time_point until = chosen.othersRun ? now + (deadline - now) / 2 : deadline;
        for (const auto &[index, runner] : chosen.runners) {
            const Result<void> stopped = runner->finishStop(until);
            const std::lock_guard lock(mutex);
            finishStop(index, stopped);
        }
    }
}

} // namespace verbale::host
