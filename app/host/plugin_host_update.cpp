#include "host/plugin_host_private.h"

#include <algorithm>

// A change in the plugins while others run.

namespace verbale::host {

/// Returns the ids of the plugins whose settings are others now.
QSet<QString> PluginHost::Private::takeOptions(const HostOptions &next)
{
    QSet<QString> ids(options.settings.keyBegin(), options.settings.keyEnd());
    ids.unite(QSet<QString>(next.settings.keyBegin(), next.settings.keyEnd()));
    ids.removeIf([&](const QString &id) { return options.settings.value(id) == next.settings.value(id); });
    options.folders = next.folders;
    options.disabled = next.disabled;
    options.trusted = next.trusted;
    options.settings = next.settings;
    options.safeMode = next.safeMode;
    return ids;
}

/// With `mutex` held: the plugins that `next` has again, unchanged and with unchanged plugins behind them.
QSet<QString> PluginHost::Private::goingOn(const Catalogue &next, const QSet<QString> &anew) const
{
    QHash<QString, const PluginRecord *> running;
    for (const PluginRecord &record : records) {
        if (record.isStarted() && record.canBeAsked() && !anew.contains(record.id()))
            running.insert(record.id(), &record);
    }
    QSet<QString> kept;
    for (const qsizetype index : next.order) { // what is needed comes first
        const PluginRecord &record = next.records[index];
        const PluginRecord *before = running.value(record.id());
        const QList<Requirement> &needs = record.info.descriptor.needs;
        if (before != nullptr && before->stamp == record.stamp && before->info.folder == record.info.folder &&
            before->info.ownProcess == record.info.ownProcess &&
            std::all_of(needs.begin(), needs.end(),
                        [&kept](const Requirement &need) { return kept.contains(need.id); }))
            kept.insert(record.id());
    }
    return kept;
}

/// Those of this run that could not be saved, or came while `next` was read.
void PluginHost::Private::keepQuarantines(Catalogue &next, const QSet<QString> &kept)
{
    const std::lock_guard lock(stateMutex);
    for (PluginRecord &record : next.records) {
        if (record.info.state == PluginState::Resolved && !kept.contains(record.id()))
            record.goIntoQuarantine(crashes);
    }
}

/// With `mutex` held: the plugins that can be asked at the moment, but for those that go on.
void PluginHost::Private::noteAsked(HostUpdate &update, const QSet<QString> &kept) const
{
    for (const PluginRecord &record : records) {
        if (!record.canBeAsked() || kept.contains(record.id()))
            continue;
        update.touched.insert(record.id());
        for (const QString &interface : record.info.descriptor.provides)
            update.interfaces.insert(interface);
    }
}

HostUpdate PluginHost::update(const HostOptions &next, const QSet<QString> &anew)
{
    const QSet<QString> others = d->takeOptions(next) + anew;
    Catalogue fresh = d->readAll();
    HostUpdate update;
    QSet<QString> kept;
    {
        const std::lock_guard lock(d->mutex);
        kept = d->goingOn(fresh, others);
        d->noteAsked(update, kept);
    }
    d->stopThese(
        [&kept](const PluginRecord &record) { return record.isStarted() && !kept.contains(record.id()); });
    d->keepQuarantines(fresh, kept);
    {
        const std::lock_guard lock(d->mutex);
        for (PluginRecord &record : fresh.records) {
            const PluginRecord *former = kept.contains(record.id()) ? d->find(record.id()) : nullptr;
            if (former != nullptr && record.info.state == PluginState::Resolved)
                record = *former; // with what has become of it meanwhile
        }
        static_cast<Catalogue &>(*d) = std::move(fresh);
    }
    start();
    const std::lock_guard lock(d->mutex);
    d->noteAsked(update, kept);
    return update;
}

} // namespace verbale::host
