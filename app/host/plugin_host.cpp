#include "host/plugin_host.h"

#include "host/plugin_host_listener.h"
#include "host/process/question.h"
#include "host/protocol/interfaces.h"

namespace verbale::host {

template <typename Request>
QFuture<Result<typename Remote<Request>::Answer>>
PluginHost::Private::call(const QString &id, Request request, const StopToken &stop, Progress progress)
{
    using Method = Remote<Request>;
    const QString interfaceId = QLatin1String(Method::Provider::interfaceId);
    std::shared_ptr<PluginRunner> runner;
    std::shared_ptr<ProcessRunner> process;
    bool provided = false;
    {
        const std::lock_guard lock(mutex);
        if (const PluginRecord *record = find(id)) {
            runner = record->runner;
            process = record->process;
            provided = record->info.descriptor.provides.contains(interfaceId);
        }
    }
    const Error notRunning{QStringLiteral("plugins.not-running"),
                           QStringLiteral("The plugin %1 is not running.").arg(id)};
    const Error notProvided{QStringLiteral("plugins.no-interface"),
                            QStringLiteral("The plugin %1 does not provide %2.").arg(id, interfaceId)};
    if (process) {
        auto question = std::make_shared<Question<Request>>(std::move(request), std::move(progress));
        if (provided) {
            question->follow(stop, process);
            process->post(question);
        } else {
            question->drop(notProvided);
        }
        return question->future();
    }
    auto job = std::make_shared<PluginCall<typename Method::Provider, Request, typename Method::Answer>>(
        Method::function, std::move(request), std::move(progress));
    void *interface = runner ? runner->interface(interfaceId) : nullptr;
    if (interface == nullptr) {
        job->drop(runner ? notProvided : notRunning);
        return job->future();
    }
    QFuture<Result<typename Method::Answer>> future = job->future();
    job->aim(interface, runner->mark());
    job->follow(stop);
    const bool posted = interfaceOf(Method::method)->sideBySide ? runner->postAside(job) : runner->post(job);
    if (!posted)
        job->drop(notRunning);
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
    Catalogue catalogue = d->readAll();
    const std::lock_guard lock(d->mutex);
    static_cast<Catalogue &>(*d) = std::move(catalogue);
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

void PluginHost::warmUp(const QString &pluginId)
{
    std::shared_ptr<ProcessRunner> process;
    {
        const std::lock_guard lock(d->mutex);
        if (const PluginRecord *record = d->find(pluginId))
            process = record->process;
    }
    if (process)
        process->warmUp();
}

QList<PluginInfo> PluginHost::plugins() const
{
    QList<PluginInfo> infos;
    QList<std::shared_ptr<ProcessRunner>> processes;
    {
        const std::lock_guard lock(d->mutex);
        for (const PluginRecord &record : std::as_const(d->records)) {
            infos.append(record.info);
            processes.append(record.process);
        }
    }
    for (qsizetype i = 0; i < infos.size(); ++i) {
        if (processes[i])
            infos[i].process = processes[i]->status();
    }
    return infos;
}

QList<Problem> PluginHost::problems() const
{
    const std::lock_guard lock(d->mutex);
    return d->problems;
}

QStringList PluginHost::providersOf(const QString &interfaceId) const
{
    QStringList ids;
    for (const Provider &provider : providers(interfaceId))
        ids.append(provider.id);
    return ids;
}

QList<Provider> PluginHost::providers(const QString &interfaceId) const
{
    const std::lock_guard lock(d->mutex);
    QList<Provider> found;
    for (const PluginRecord &record : std::as_const(d->records)) {
        const PluginInfo &info = record.info;
        if (record.canBeAsked() && info.descriptor.provides.contains(interfaceId))
            found.append({record.id(), info.descriptor.name(d->options.locale),
                          info.origin == Origin::Shipped && !info.ownProcess});
    }
    return found;
}

QList<ReadableFormat> PluginHost::formats() const
{
    const QList<Provider> readers = providers(QLatin1String(FormatProvider::interfaceId));
    const std::lock_guard lock(d->mutex);
    QList<ReadableFormat> found;
    for (const Provider &reader : readers) {
        const PluginRecord *record = d->find(reader.id);
        if (record == nullptr)
            continue;
        for (const FileFormat &format : record->info.descriptor.formats) {
            const QString name = inLanguage(format.names, d->options.locale);
            found.append({reader, name.isEmpty() ? reader.name : name, format.extensions});
        }
    }
    return found;
}

Result<void> PluginHost::releaseFromQuarantine(const QString &pluginId)
{
    std::shared_ptr<ProcessRunner> former; // its thread may be asking for the lock
    {
        const std::lock_guard lock(d->mutex);
        PluginRecord *record = d->find(pluginId);
        if (record == nullptr)
            return Error{QStringLiteral("plugins.unknown"),
                         QStringLiteral("There is no plugin with the id %1.").arg(pluginId)};
        if (record->info.state == PluginState::Quarantined)
            former = std::exchange(record->process, {});
    }
    former.reset();
    Result<void> saved = d->change([&pluginId](HostMemory &memory) {
        memory.quarantine.remove(pluginId);
        memory.crashes.remove(pluginId);
    });
    {
        const std::lock_guard state(d->stateMutex);
        d->crashes.crashes.remove(pluginId);
        d->crashes.quarantine.remove(pluginId);
    }
    const std::lock_guard lock(d->mutex);
    PluginRecord *record = d->find(pluginId);
    if (saved && record != nullptr && record->info.state == PluginState::Quarantined) {
        record->info.problems.clear();
        record->crashesInARow = 0;
        record->moveTo(PluginState::Read);
        d->resolveAll();
    }
    return saved;
}

QFuture<Result<TermsAnswer>> PluginHost::findTerms(const QString &pluginId, TermsRequest request,
                                                   StopToken stop, Progress progress)
{
    return d->call(pluginId, std::move(request), stop, std::move(progress));
}

QFuture<Result<SuggestAnswer>> PluginHost::suggest(const QString &pluginId, SuggestRequest request,
                                                   StopToken stop, Progress progress)
{
    return d->call(pluginId, std::move(request), stop, std::move(progress));
}

QFuture<Result<TranslateAnswer>> PluginHost::translate(const QString &pluginId, TranslateRequest request,
                                                       StopToken stop, Progress progress)
{
    return d->call(pluginId, std::move(request), stop, std::move(progress));
}

QFuture<Result<TranslatePreview>> PluginHost::previewTranslation(const QString &pluginId,
                                                                 TranslateRequest request, StopToken stop)
{
    return d->call(pluginId, TranslatePreviewRequest{std::move(request)}, stop, {});
}

QFuture<Result<CheckAnswer>> PluginHost::check(const QString &pluginId, CheckRequest request, StopToken stop,
                                               Progress progress)
{
    return d->call(pluginId, std::move(request), stop, std::move(progress));
}

QFuture<Result<ReceiptsAnswer>> PluginHost::receipts(const QString &pluginId, ReceiptsRequest request,
                                                     StopToken stop, Progress progress)
{
    return d->call(pluginId, std::move(request), stop, std::move(progress));
}

QFuture<Result<AlignAnswer>> PluginHost::align(const QString &pluginId, AlignRequest request, StopToken stop,
                                               Progress progress)
{
    return d->call(pluginId, std::move(request), stop, std::move(progress));
}

QFuture<Result<FormatDetectAnswer>> PluginHost::detectFormat(const QString &pluginId,
                                                             FormatDetectRequest request, StopToken stop,
                                                             Progress progress)
{
    return d->call(pluginId, std::move(request), stop, std::move(progress));
}

QFuture<Result<FormatReadAnswer>> PluginHost::readFormat(const QString &pluginId, FormatReadRequest request,
                                                         StopToken stop, Progress progress)
{
    return d->call(pluginId, std::move(request), stop, std::move(progress));
}

QFuture<Result<FormatWriteAnswer>> PluginHost::writeFormat(const QString &pluginId,
                                                           FormatWriteRequest request, StopToken stop,
                                                           Progress progress)
{
    return d->call(pluginId, std::move(request), stop, std::move(progress));
}

QFuture<Result<CommandListAnswer>> PluginHost::commands(const QString &pluginId, CommandListRequest request,
                                                        StopToken stop, Progress progress)
{
    return d->call(pluginId, std::move(request), stop, std::move(progress));
}

QFuture<Result<CommandRunAnswer>> PluginHost::runCommand(const QString &pluginId, CommandRunRequest request,
                                                         StopToken stop, Progress progress)
{
    return d->call(pluginId, std::move(request), stop, std::move(progress));
}

} // namespace verbale::host
