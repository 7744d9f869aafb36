#include "workbench/plugins_dialog.h"

#include "workbench/theme.h"

#include <QtCore/QLocale>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QVBoxLayout>

namespace verbale::workbench {

namespace {

QString originText(host::Origin origin)
{
    switch (origin) {
    case host::Origin::Shipped:
        return PluginsDialog::tr("Verbale");
    case host::Origin::User:
        return PluginsDialog::tr("Installed by you");
    case host::Origin::Environment:
        return PluginsDialog::tr("Plugin path");
    case host::Origin::CommandLine:
        return PluginsDialog::tr("Command line");
    }
    return {};
}

} // namespace

QString pluginStateText(host::PluginState state)
{
    using host::PluginState;
    switch (state) {
    case PluginState::Running:
        return PluginsDialog::tr("Running");
    case PluginState::Disabled:
        return PluginsDialog::tr("Switched off");
    case PluginState::Rejected:
        return PluginsDialog::tr("Not usable");
    case PluginState::Unresolved:
        return PluginsDialog::tr("Something is missing");
    case PluginState::Quarantined:
        return PluginsDialog::tr("Quarantined after a crash");
    case PluginState::Failed:
        return PluginsDialog::tr("Failed");
    case PluginState::Found:
    case PluginState::Read:
    case PluginState::Resolved:
        return PluginsDialog::tr("Not started");
    case PluginState::Starting:
        return PluginsDialog::tr("Starting");
    case PluginState::Stopping:
    case PluginState::Stopped:
        return PluginsDialog::tr("Stopped");
    }
    return {};
}

PluginsDialog::PluginsDialog(PluginService &service, QWidget *parent)
    : QDialog(parent)
    , m_service(service)
    , m_table(new QTableWidget(this))
    , m_details(new QLabel(this))
    , m_toggle(new QPushButton(this))
{
    setWindowTitle(tr("Plugins"));
    m_table->setColumnCount(4);
    m_table->setHorizontalHeaderLabels({tr("Plugin"), tr("Version"), tr("From"), tr("State")});
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int column = 1; column < 4; ++column)
        m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 16);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setAccessibleName(tr("Plugins"));
    m_details->setWordWrap(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_details->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_details->setMinimumHeight(fontMetrics().height() * 6);
    auto *close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_toggle);
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_details);
    layout->addLayout(buttons);
    resize(720, 460);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_toggle, &QPushButton::clicked, this, &PluginsDialog::toggle);
    connect(m_table, &QTableWidget::currentCellChanged, this, &PluginsDialog::showDetails);
    connect(&m_service, &PluginService::started, this, &PluginsDialog::fill);
    fill();
}

void PluginsDialog::fill()
{
    const int row = qMax(0, m_table->currentRow());
    m_plugins = m_service.host() ? m_service.host()->plugins() : QList<host::PluginInfo>();
    m_table->setRowCount(static_cast<int>(m_plugins.size()));
    const QString locale = QLocale().name();
    for (int i = 0; i < m_plugins.size(); ++i) {
        const host::PluginInfo &plugin = m_plugins[i];
        const QString name = plugin.descriptor.name(locale);
        const QStringList cells{name.isEmpty() ? plugin.folder : name, plugin.descriptor.version.toString(),
                                originText(plugin.origin), pluginStateText(plugin.state)};
        for (int column = 0; column < cells.size(); ++column)
            m_table->setItem(i, column, new QTableWidgetItem(cells[column]));
    }
    if (!m_plugins.isEmpty())
        m_table->setCurrentCell(qMin(row, static_cast<int>(m_plugins.size()) - 1), 0);
    showDetails();
}

const host::PluginInfo *PluginsDialog::current() const
{
    const int row = m_table->currentRow();
    return row >= 0 && row < m_plugins.size() ? &m_plugins[row] : nullptr;
}

void PluginsDialog::showDetails()
{
    const host::PluginInfo *plugin = current();
    m_toggle->setEnabled(plugin != nullptr && !plugin->descriptor.id.isEmpty() && !m_service.isStarting());
    const bool off = plugin != nullptr && (plugin->state == host::PluginState::Disabled ||
                                           plugin->state == host::PluginState::Quarantined);
    m_toggle->setText(off ? tr("Switch &on") : tr("Switch &off"));
    if (plugin == nullptr) {
        m_details->setText(m_service.isStarting() ? tr("Plugins are starting…") : tr("No plugin was found."));
        return;
    }
    const QString locale = QLocale().name();
    const QHash<QString, QString> &descriptions = plugin->descriptor.descriptions;
    QStringList lines;
    const QString description =
        descriptions.value(locale.section(u'_', 0, 0), descriptions.value(QStringLiteral("en")));
    if (!description.isEmpty())
        lines.append(description.toHtmlEscaped());
    for (const host::Problem &problem : plugin->problems)
        lines.append(QStringLiteral("<span style='color:%1'>%2</span>")
                         .arg(coloursOf(palette()).forbidden.name(), problem.message.toHtmlEscaped()));
    lines.append(QStringLiteral("<span style='color:%1'>%2 · %3</span>")
                     .arg(coloursOf(palette()).quietText.name(), plugin->descriptor.id.toHtmlEscaped(),
                          plugin->folder.toHtmlEscaped()));
    m_details->setText(lines.join(QStringLiteral("<br>")));
}

void PluginsDialog::toggle()
{
    const host::PluginInfo *plugin = current();
    if (plugin == nullptr)
        return;
    const bool off =
        plugin->state == host::PluginState::Disabled || plugin->state == host::PluginState::Quarantined;
    m_toggle->setEnabled(false);
    m_service.setEnabled(QString(plugin->descriptor.id), off);
}

} // namespace verbale::workbench
