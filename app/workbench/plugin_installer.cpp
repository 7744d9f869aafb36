#include "workbench/plugin_installer.h"

#include "workbench/later.h"
#include "workbench/plugin_service.h"
#include "workbench/plugin_words.h"

#include <QtCore/QPointer>

namespace verbale::workbench {

namespace {

using session::PluginChange;
using Staged = Result<std::shared_ptr<session::StagedPlugin>>;
using Changed = Result<PluginChange>;

/// What is wrong, by the end of the code; empty: only the sentence says it.
QString reasonOf(const QString &code)
{
    if (code == QLatin1String("no-descriptor"))
        return PluginInstaller::tr("There is no plugin.json in it, so it is no plugin of Verbale's.");
    if (code == QLatin1String("not-a-plugin"))
        return PluginInstaller::tr("It is neither a plugin's folder nor a ZIP archive.");
    if (code == QLatin1String("descriptor"))
        return PluginInstaller::tr("Its description, plugin.json, cannot be used.");
    if (code == QLatin1String("outside"))
        return PluginInstaller::tr(
            "A path in it leads out of the plugin's folder. Do not trust this plugin.");
    if (code == QLatin1String("name"))
        return PluginInstaller::tr("A file in it has a name that no file needs.");
    if (code == QLatin1String("link"))
        return PluginInstaller::tr("It holds a link. Plugins are installed without links.");
    if (code == QLatin1String("special"))
        return PluginInstaller::tr("It holds something that is neither a file nor a folder.");
    if (code == QLatin1String("double"))
        return PluginInstaller::tr("A file stands in it twice.");
    if (code == QLatin1String("too-many") || code == QLatin1String("too-large") ||
        code == QLatin1String("too-deep"))
        return PluginInstaller::tr("It is larger than a plugin may be.");
    if (code == QLatin1String("ratio"))
        return PluginInstaller::tr(
            "It would unpack to far more than its size, as archives do that are made to "
            "fill a disk.");
    if (code == QLatin1String("encrypted"))
        return PluginInstaller::tr("The archive has a password. Get it without one.");
    if (code == QLatin1String("damaged"))
        return PluginInstaller::tr("The archive is damaged. Get it again.");
    if (code == QLatin1String("shipped-id"))
        return PluginInstaller::tr("It calls itself one of Verbale's own plugins, which are not replaced.");
    if (code == QLatin1String("elsewhere"))
        return PluginInstaller::tr("This plugin is used from another folder already.");
    if (code == QLatin1String("already-there"))
        return PluginInstaller::tr("This is the plugin that is installed.");
    if (code == QLatin1String("unreadable") || code == QLatin1String("changed"))
        return PluginInstaller::tr("A file of it could not be read.");
    if (code == QLatin1String("not-written"))
        return PluginInstaller::tr("It could not be written to your plugins' folder.");
    return {};
}

void forgetLater(const PluginChange &change)
{
    QThreadPool::globalInstance()->start([change] { session::forgetChange(change); });
}

} // namespace

QString installProblemText(const Error &error)
{
    const QString reason = reasonOf(error.code.section(u'.', 1));
    const QString sentence = tamed(error.text());
    return PluginInstaller::tr("Nothing was changed.") + u' ' +
           (reason.isEmpty() ? sentence : QStringLiteral("%1 (%2)").arg(reason, sentence));
}

PluginInstaller::PluginInstaller(PluginService &service, QObject *parent)
    : QObject(parent), m_service(service)
{
}

PluginInstaller::~PluginInstaller()
{
    m_stop.request_stop();
    for (const Step &step : std::as_const(m_steps))
        session::forgetChange(step.change);
}

bool PluginInstaller::canInstall() const
{
    return !m_service.userFolder().isEmpty();
}

session::InstallPlace PluginInstaller::place() const
{
    return {m_service.userFolder(), m_service.options().folders};
}

void PluginInstaller::setBusy(bool busy)
{
    m_busy = busy;
    emit busyChanged();
}

void PluginInstaller::read(const QString &source)
{
    if (m_busy || !canInstall())
        return;
    m_staged.reset();
    setBusy(true);
    auto work = [source, where = place(), stop = m_stop.get_token()] {
        return std::make_shared<Staged>(session::stagePlugin(source, where, stop));
    };
    whenDone(this, runLater(std::move(work)), [this](const std::shared_ptr<Staged> &staged) {
        setBusy(false);
        if (!staged->ok()) {
            emit failed(staged->error());
            return;
        }
        m_staged = staged->value();
        emit offered(m_staged->offer);
    });
}

void PluginInstaller::decline()
{
    m_staged.reset();
}

void PluginInstaller::install()
{
    if (m_busy || !m_staged)
        return;
    const auto staged = std::exchange(m_staged, {});
    const bool update = staged->offer.installed.has_value();
    change(
        staged->offer.descriptor.id, !update, [staged] { return session::installPlugin(*staged); },
        [this, staged, update] { emit installed(staged->offer.descriptor, update); });
}

void PluginInstaller::remove(const host::PluginInfo &plugin)
{
    if (m_busy)
        return;
    auto work = [folder = plugin.folder, own = m_service.userFolder()] {
        return session::removePlugin(folder, own);
    };
    change(plugin.descriptor.id, false, std::move(work),
           [this, plugin = plugin.descriptor] { emit removed(plugin); });
}

/// The service outlives this object: another plugin may stand there by the time that nobody looks any more.
void PluginInstaller::change(const QString &id, bool added, std::function<Changed()> work,
                             std::function<void()> done)
{
    setBusy(true);
    if (m_service.isStarting()) { // it may be about to be loaded, trusted as it was
        connect(
            &m_service, &PluginService::started, this,
            [this, id, added, work, done] { change(id, added, work, done); }, Qt::SingleShotConnection);
        return;
    }
    const bool trusted = m_service.takeTrust(id);
    whenDone(&m_service, runLater(std::move(work)),
             [service = &m_service, self = QPointer(this), id, added, trusted, done](const Changed &change) {
                 if (change)
                     service->replaced(id, added);
                 else if (trusted)
                     service->giveTrustBack(id);
                 if (!self) {
                     if (change)
                         forgetLater(*change);
                     return;
                 }
                 self->setBusy(false);
                 if (!change) {
                     emit self->failed(change.error());
                     return;
                 }
                 self->m_steps.append({id, *change});
                 done();
             });
}

void PluginInstaller::undo()
{
    if (m_busy || m_steps.isEmpty())
        return;
    setBusy(true);
    undoLast();
}

void PluginInstaller::undoLast()
{
    if (m_service.isStarting()) { // as in change()
        connect(&m_service, &PluginService::started, this, &PluginInstaller::undoLast,
                Qt::SingleShotConnection);
        return;
    }
    const Step step = m_steps.takeLast();
    const bool trusted = m_service.takeTrust(step.id);
    whenDone(&m_service, runLater([change = step.change] { return session::undoChange(change); }),
             [service = &m_service, self = QPointer(this), step, trusted](const Result<void> &done) {
                 if (done)
                     service->replaced(step.id, false);
                 else if (trusted)
                     service->giveTrustBack(step.id);
                 if (!self) {
                     if (!done)
                         forgetLater(step.change);
                     return;
                 }
                 self->setBusy(false);
                 if (done) {
                     emit self->undone();
                     return;
                 }
                 self->m_steps.append(step);
                 emit self->undoFailed(done.error());
             });
}

} // namespace verbale::workbench
