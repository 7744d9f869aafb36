#include "workbench/plugin_installer.h"

#include "workbench/later.h"
#include "workbench/plugin_service.h"
#include "workbench/plugin_words.h"

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
    for (const PluginChange &change : std::as_const(m_changes))
        session::forgetChange(change);
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
    setBusy(true);
    const auto staged = std::exchange(m_staged, {});
    auto work = [staged] { return session::installPlugin(*staged); };
    whenDone(this, runLater(std::move(work)), [this, staged](const Changed &change) {
        setBusy(false);
        if (!change) {
            emit failed(change.error());
            return;
        }
        m_changes.append(*change);
        const bool update = staged->offer.installed.has_value();
        m_service.replaced(staged->offer.descriptor.id, !update);
        emit installed(staged->offer.descriptor, update);
    });
}

void PluginInstaller::remove(const host::PluginInfo &plugin)
{
    if (m_busy)
        return;
    setBusy(true);
    auto work = [folder = plugin.folder, own = m_service.userFolder()] {
        return session::removePlugin(folder, own);
    };
    whenDone(this, runLater(std::move(work)), [this, plugin = plugin.descriptor](const Changed &change) {
        setBusy(false);
        if (!change) {
            emit failed(change.error());
            return;
        }
        m_changes.append(*change);
        m_service.replaced(plugin.id, false);
        emit removed(plugin);
    });
}

void PluginInstaller::undo()
{
    if (m_busy || m_changes.isEmpty())
        return;
    setBusy(true);
    const PluginChange change = m_changes.takeLast();
    whenDone(this, runLater([change] { return session::undoChange(change); }),
             [this](const Result<void> &done) {
                 setBusy(false);
                 if (!done) {
                     emit failed(done.error());
                     return;
                 }
                 m_service.start();
                 emit undone();
             });
}

} // namespace verbale::workbench
