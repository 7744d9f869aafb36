#include "host/plugin_host_private.h"

#include "host/resolver.h"

#include <algorithm>

namespace verbale::host {

QString whyNotUsable(const PluginRecord &record)
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

bool PluginRecord::canBeAsked() const
{
    if (process)
        return info.state == PluginState::Resolved || info.state == PluginState::Starting ||
               info.state == PluginState::Running;
    return info.state == PluginState::Running;
}

void PluginRecord::moveTo(PluginState next)
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

void PluginRecord::note(const char *step, const char *code, const QString &message)
{
    info.problems.append({QLatin1String(step), QLatin1String(code), message});
}

void PluginRecord::note(const Error &error)
{
    const QString step = error.code.section(QLatin1Char('.'), 0, 0);
    info.problems.append({step, error.code, error.message});
}

void PluginRecord::dropNotes(const char *step)
{
    info.problems.removeIf([step](const Problem &problem) { return problem.step == QLatin1String(step); });
}

void PluginRecord::goIntoQuarantine(const HostMemory &memory)
{
    const auto quarantine = memory.quarantine.constFind(id());
    if (quarantine == memory.quarantine.cend() || quarantine->stamp != libraryStamp(info.descriptor))
        return;
    note("quarantine", "host.quarantined",
         QStringLiteral("It is in quarantine: %1. Enable it again to give it another try.")
             .arg(quarantine->reason));
    moveTo(PluginState::Quarantined);
}

QString PluginHost::Private::ledgerFolder() const
{
    return options.stateFolder.isEmpty() ? QString() : options.stateFolder + QLatin1String("/running");
}

void Catalogue::note(const Result<void> &result)
{
    if (!result)
        problems.append({QStringLiteral("ledger"), result.error().code, result.error().text()});
}

Result<void> PluginHost::Private::change(const std::function<void(HostMemory &)> &edit)
{
    const std::lock_guard lock(stateMutex);
    return state.change(edit);
}

PluginRecord *PluginHost::Private::find(const QString &id)
{
    // A usable one stands for its id before a rejected one.
    PluginRecord *found = nullptr;
    for (PluginRecord &record : records) {
        if (record.id() == id && (found == nullptr || found->info.state == PluginState::Rejected))
            found = &record;
    }
    return found;
}

PluginRecord *PluginHost::Private::findProcess(int number)
{
    const auto found = std::find_if(records.begin(), records.end(), [number](const PluginRecord &record) {
        return record.process && record.processNumber == number;
    });
    return found == records.end() ? nullptr : &*found;
}

/// Without `mutex`, since it reads files and may wait for other processes. None of the records is started.
Catalogue PluginHost::Private::readAll()
{
    Catalogue catalogue;
    const HostMemory memory = remember(catalogue);
    const Discovery discovery = findPlugins(options.folders);
    catalogue.problems.append(discovery.problems);
    for (const FoundPlugin &found : discovery.plugins)
        catalogue.add(found, options);
    for (PluginRecord &record : catalogue.records) {
        if (record.info.state == PluginState::Read)
            switchOff(record, memory);
    }
    catalogue.resolveAll();
    return catalogue;
}

/// What earlier runs have left behind, with the crashes that only their ledgers know of.
HostMemory PluginHost::Private::remember(Catalogue &catalogue)
{
    const std::lock_guard lock(stateMutex); // a process may be crashing meanwhile
    HostMemory memory = state.load(catalogue.problems);
    if (options.stateFolder.isEmpty())
        return memory;
    const QList<Leftover> leftovers = takeLeftovers(ledgerFolder(), catalogue.problems);
    if (!leftovers.isEmpty()) {
        catalogue.note(state.change([&](HostMemory &kept) {
            recordCrashes(kept, leftovers);
            memory = kept;
        }));
    }
    return memory;
}

void Catalogue::add(const FoundPlugin &found, const HostOptions &options)
{
    PluginRecord record;
    const Descriptor &descriptor = found.reading.descriptor;
    record.info.descriptor = descriptor;
    record.info.origin = found.origin;
    record.info.problems = found.reading.problems;
    record.info.folder = found.folder;
    record.stamp = found.hash + libraryStamp(descriptor).toUtf8();
    const bool isTrusted = found.origin == Origin::Shipped || options.trusted.contains(descriptor.id);
    record.info.ownProcess = descriptor.network || descriptor.runs == QLatin1String("process") || !isTrusted;
    const auto same = std::find_if(records.cbegin(), records.cend(), [&record](const PluginRecord &other) {
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

void PluginHost::Private::switchOff(PluginRecord &record, const HostMemory &memory) const
{
    const Descriptor &descriptor = record.info.descriptor;
    if (options.safeMode) {
        record.note("resolve", "host.safe-mode",
                    QStringLiteral("Verbale runs in safe mode, without plugins."));
        record.moveTo(PluginState::Disabled);
    } else if (options.disabled.contains(descriptor.id)) {
        record.note("resolve", "host.disabled", QStringLiteral("It is switched off in the settings."));
        record.moveTo(PluginState::Disabled);
    } else if (record.info.ownProcess && options.trialProgram.isEmpty()) {
        record.note(
            "resolve", "host.needs-process",
            QStringLiteral("It runs in a process of its own, and verbale-plugin-host, the program for "
                           "that, is missing; install Verbale again."));
        record.moveTo(PluginState::Unresolved);
    } else {
        record.goIntoQuarantine(memory);
    }
}

void Catalogue::resolveAll()
{
    QList<ResolveNode> nodes;
    for (const PluginRecord &record : std::as_const(records)) {
        const PluginState now = record.info.state;
        const bool missed =
            now == PluginState::Unresolved &&
            std::none_of(record.info.problems.cbegin(), record.info.problems.cend(),
                         [](const Problem &p) { return p.code == QLatin1String("host.needs-process"); });
        const bool candidate = now == PluginState::Read || now == PluginState::Resolved ||
                               now == PluginState::Starting || now == PluginState::Running || missed;
        nodes.append({record.id(), record.info.descriptor.version, record.info.descriptor.needs, candidate,
                      candidate ? QString() : whyNotUsable(record)});
    }
    const Resolution resolution = resolve(nodes);
    order = resolution.order;
    for (qsizetype i = 0; i < records.size(); ++i) {
        PluginRecord &record = records[i];
        if (!nodes[i].candidate || record.info.state == PluginState::Running ||
            record.info.state == PluginState::Starting)
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

} // namespace verbale::host
