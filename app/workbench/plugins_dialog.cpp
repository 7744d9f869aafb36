#include "workbench/plugins_dialog.h"

#include "workbench/message_bar.h"
#include "workbench/plugin_installer.h"
#include "workbench/plugin_offer_dialog.h"
#include "workbench/plugin_service.h"
#include "workbench/plugin_words.h"
#include "workbench/plugins_model.h"
#include "workbench/questions.h"

#include <QtCore/QFileInfo>
#include <QtCore/QMimeData>
#include <QtCore/QUrl>
#include <QtGui/QDesktopServices>
#include <QtGui/QDropEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

namespace verbale::workbench {

namespace {

using namespace std::chrono_literals;

/// A folder or an archive; empty: something else was dropped.
QString droppedPlugin(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    if (urls.size() != 1 || !urls.first().isLocalFile())
        return {};
    const QFileInfo file(urls.first().toLocalFile());
    const bool fits = file.isDir() || file.suffix().compare(QLatin1String("zip"), Qt::CaseInsensitive) == 0 ||
                      file.fileName() == QLatin1String("plugin.json");
    return fits ? file.filePath() : QString();
}

} // namespace

PluginsDialog::PluginsDialog(PluginService &service, Questions &questions, QWidget *parent)
    : QDialog(parent)
    , m_service(service)
    , m_questions(questions)
    , m_installer(new PluginInstaller(service, this))
    , m_model(new PluginsModel(this))
    , m_table(new QTableView(this))
    , m_details(new PluginDetails(this))
    , m_nothing(new QLabel(this))
    , m_bar(new MessageBar(this))
    , m_install(new QPushButton(tr("&Install a plugin…"), this))
{
    setWindowTitle(tr("Plugins"));
    setAcceptDrops(true);
    makeTable();
    layOut();
    connectDetails();
    connectInstaller();
    m_every.setInterval(1s);
    connect(&m_every, &QTimer::timeout, &m_service, &PluginService::look);
    connect(&m_service, &PluginService::starting, this, &PluginsDialog::showDetails);
    connect(&m_service, &PluginService::looked, this, &PluginsDialog::fill);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &PluginsDialog::showDetails);
    fill();
}

void PluginsDialog::makeTable()
{
    m_table->setModel(m_model);
    m_table->horizontalHeader()->setSectionResizeMode(PluginsModel::Name, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(PluginsModel::State, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 16);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setAccessibleName(tr("Plugins"));
    m_table->setFixedWidth(fontMetrics().averageCharWidth() * 52);
}

void PluginsDialog::layOut()
{
    auto *close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    m_install->setAutoDefault(false);
    m_install->setVisible(m_installer->canInstall());
    auto *middle = new QHBoxLayout;
    middle->setSpacing(4);
    middle->addWidget(m_table);
    middle->addWidget(m_details, 1);
    middle->addWidget(m_nothing, 1);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setEnabled(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_install);
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_bar);
    layout->addLayout(middle, 1);
    layout->addLayout(buttons);
    resize(1080, 660);
    m_table->setFocus();
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_install, &QPushButton::clicked, this, &PluginsDialog::chooseWhatToInstall);
}

void PluginsDialog::connectDetails()
{
    connect(m_details, &PluginDetails::enableRequested, this, [this](bool enable) {
        if (const host::PluginInfo *plugin = current())
            m_service.setEnabled(QString(plugin->descriptor.id), enable);
    });
    connect(m_details, &PluginDetails::trustRequested, this, [this](bool trust) {
        const host::PluginInfo *plugin = current();
        if (plugin != nullptr && trust)
            askTrust(*plugin);
        else if (plugin != nullptr)
            m_service.setTrusted(QString(plugin->descriptor.id), false);
    });
    connect(m_details, &PluginDetails::removeRequested, this, [this] {
        if (const host::PluginInfo *plugin = current())
            m_installer->remove(*plugin);
    });
    connect(m_details, &PluginDetails::folderRequested, this, [this] {
        if (const host::PluginInfo *plugin = current())
            QDesktopServices::openUrl(QUrl::fromLocalFile(plugin->folder));
    });
}

void PluginsDialog::connectInstaller()
{
    const QList<MessageBar::Choice> undo{{tr("Undo"), [this] { m_installer->undo(); }}};
    connect(m_installer, &PluginInstaller::busyChanged, this, &PluginsDialog::showDetails);
    connect(m_installer, &PluginInstaller::offered, this, &PluginsDialog::offer);
    connect(m_installer, &PluginInstaller::failed, this, [this](const Error &error) {
        if (error.code != QLatin1String("install.stopped"))
            m_bar->show(MessageBar::Kind::Error, installProblemText(error));
    });
    connect(m_installer, &PluginInstaller::undoFailed, this, [this, undo](const Error &error) {
        m_bar->show(MessageBar::Kind::Error, installProblemText(error), undo);
    });
    connect(m_installer, &PluginInstaller::installed, this,
            [this, undo](const host::Descriptor &plugin, bool update) {
                m_wanted = plugin.id;
                m_bar->show(MessageBar::Kind::Info,
                            (update ? tr("“%1” was updated to %2.") : tr("“%1” %2 was installed."))
                                .arg(pluginName(plugin), plugin.version.toString()),
                            undo);
            });
    connect(m_installer, &PluginInstaller::removed, this, [this, undo](const host::Descriptor &plugin) {
        m_bar->show(
            MessageBar::Kind::Info,
            tr("“%1” was removed. It goes to the trash when this page is closed.").arg(pluginName(plugin)),
            undo);
    });
}

void PluginsDialog::fill()
{
    const host::PluginInfo *before = current();
    const QString folder = before == nullptr ? QString() : before->folder;
    const int row = m_table->currentIndex().row();
    m_model->show(m_service.plugins(), palette());
    int wanted = m_wanted.isEmpty() ? -1 : m_model->rowOfId(m_wanted);
    if (wanted >= 0)
        m_wanted.clear();
    else
        wanted = m_model->rowOfFolder(folder);
    if (wanted < 0)
        wanted = qMin(qMax(0, row), m_model->rowCount() - 1);
    if (wanted != m_table->currentIndex().row())
        m_table->selectRow(wanted);
    showDetails();
}

void PluginsDialog::goTo(const QString &pluginId)
{
    const int row = m_model->rowOfId(pluginId);
    m_wanted = row < 0 ? pluginId : QString();
    if (row >= 0)
        m_table->selectRow(row);
    m_table->setFocus();
}

const host::PluginInfo *PluginsDialog::current() const
{
    return m_model->at(m_table->currentIndex().row());
}

void PluginsDialog::showDetails()
{
    const host::PluginInfo *plugin = current();
    PluginDetails::Rights rights;
    rights.busy = m_service.isStarting() || m_installer->isBusy();
    rights.safeMode = m_service.isSafeMode();
    rights.trusted = plugin != nullptr && m_service.trusted().contains(plugin->descriptor.id);
    rights.remove = m_installer->canInstall();
    m_details->show(plugin, rights);
    m_details->setVisible(plugin != nullptr);
    m_nothing->setVisible(plugin == nullptr);
    m_nothing->setText(rights.busy ? tr("Plugins are starting…") : tr("No plugin was found."));
    m_install->setEnabled(!rights.busy);
}

void PluginsDialog::askTrust(const host::PluginInfo &plugin)
{
    const QString id = plugin.descriptor.id;
    m_bar->show(
        MessageBar::Kind::Warning,
        tr("Trust “%1” to run inside Verbale? Nothing shuts it in there: it can read and change all your "
           "files, use the network and send your texts away, and a crash of it is a crash of Verbale. "
           "It is faster by some millionths of a second.")
            .arg(pluginName(plugin)),
        {{tr("Leave it shut in"), [] {}}, {tr("Trust it"), [this, id] { m_service.setTrusted(id, true); }}});
    m_bar->takeKeyboard();
}

void PluginsDialog::chooseWhatToInstall()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto read = [this](const QString &path) {
        if (!path.isEmpty())
            m_installer->read(path);
    };
    menu->addAction(tr("From an &archive (.zip)…"), this,
                    [this, read] { read(m_questions.pluginArchive(this)); });
    menu->addAction(tr("From a &folder…"), this, [this, read] { read(m_questions.pluginFolder(this)); });
    menu->popup(m_install->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

void PluginsDialog::offer(const session::PluginOffer &offer)
{
    m_bar->hide();
    auto *dialog = new PluginOfferDialog(offer, m_service.trusted().contains(offer.descriptor.id), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, m_installer, &PluginInstaller::install);
    connect(dialog, &QDialog::rejected, m_installer, &PluginInstaller::decline);
    dialog->open();
}

void PluginsDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    m_every.start();
    m_service.look();
}

void PluginsDialog::hideEvent(QHideEvent *event)
{
    QDialog::hideEvent(event);
    m_every.stop();
}

void PluginsDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_installer->canInstall() && !m_installer->isBusy() && !droppedPlugin(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void PluginsDialog::dropEvent(QDropEvent *event)
{
    const QString plugin = droppedPlugin(*event->mimeData());
    if (plugin.isEmpty())
        return;
    event->acceptProposedAction();
    m_installer->read(plugin);
}

} // namespace verbale::workbench
