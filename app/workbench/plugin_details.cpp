#include "workbench/plugin_details.h"

#include "session/plugin_install.h"
#include "workbench/fact_list.h"
#include "workbench/plugin_log_view.h"
#include "workbench/plugin_words.h"
#include "workbench/sandbox_list.h"
#include "workbench/theme.h"

#include <QtCore/QDir>
#include <QtCore/QLocale>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>

namespace verbale::workbench {

namespace {

using host::PluginInfo;
using host::PluginState;

enum Row { State, Provides, Wishes, Start, Processor, Memory, Calls, Restarts, Id, Folder };

bool isOff(const PluginInfo &plugin)
{
    return plugin.state == PluginState::Disabled || plugin.state == PluginState::Quarantined;
}

/// Only a library may run in the program, and one with the network never does.
bool mayBeTrusted(const PluginInfo &plugin)
{
    return plugin.origin != host::Origin::Shipped && !plugin.descriptor.network &&
           plugin.descriptor.runs != QLatin1String("process") && plugin.state != PluginState::Rejected &&
           !plugin.descriptor.id.isEmpty();
}

void setText(QLabel *label, const QString &text)
{
    if (label->text() != text)
        label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

PluginDetails::PluginDetails(QWidget *parent)
    : QScrollArea(parent)
    , m_page(new QWidget(this))
    , m_name(makeTitle({}, m_page))
    , m_about(makeText(m_page))
    , m_description(makeText(m_page))
    , m_problems(makeText(m_page))
    , m_enable(new QPushButton(m_page))
    , m_trust(new QPushButton(m_page))
    , m_remove(new QPushButton(tr("&Remove"), m_page))
    , m_open(new QPushButton(tr("Show &folder"), m_page))
    , m_facts(new FactList(m_page))
    , m_place(makeText(m_facts))
    , m_sandbox(new SandboxList(m_page))
    , m_use(new FactList(m_page))
    , m_files(new FactList(m_page))
    , m_log(new PluginLogView(m_page))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::TabFocus); // the keys of the arrows scroll
    setAccessibleName(tr("About the plugin"));
    makeFacts();
    layOut();
    connect(m_enable, &QPushButton::clicked, this,
            [this] { emit enableRequested(m_enable->property("on").toBool()); });
    connect(m_trust, &QPushButton::clicked, this,
            [this] { emit trustRequested(m_trust->property("on").toBool()); });
    connect(m_remove, &QPushButton::clicked, this, &PluginDetails::removeRequested);
    connect(m_open, &QPushButton::clicked, this, &PluginDetails::folderRequested);
    m_page->hide();
}

void PluginDetails::makeFacts()
{
    const auto add = [this](FactList *list, const QString &caption) { m_rows.append(list->addRow(caption)); };
    add(m_facts, tr("State"));
    add(m_facts, tr("What it does"));
    add(m_facts, tr("What it asks for"));
    m_facts->addHeading(tr("Where it runs"));
    m_facts->addWidget(m_place);
    m_use->addHeading(tr("What it used"));
    add(m_use, tr("Last start"));
    add(m_use, tr("Processor time"));
    add(m_use, tr("Memory"));
    add(m_use, tr("Answers"));
    add(m_use, tr("Restarts"));
    m_files->addHeading(tr("Where it lies"));
    add(m_files, tr("Identifier"));
    add(m_files, tr("Folder"));
}

void PluginDetails::layOut()
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton *button : {m_enable, m_trust, m_remove, m_open}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(m_page);
    layout->setContentsMargins(20, 4, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(m_name);
    layout->addWidget(m_about);
    layout->addWidget(m_description);
    layout->addWidget(m_problems);
    layout->addLayout(buttons);
    layout->addSpacing(6);
    layout->addWidget(m_facts);
    layout->addWidget(m_sandbox);
    layout->addWidget(m_use);
    layout->addWidget(m_files);
    layout->addWidget(m_log);
    layout->addStretch(1);
    setWidget(m_page);
}

void PluginDetails::show(const PluginInfo *plugin, const Rights &rights)
{
    m_page->setVisible(plugin != nullptr);
    if (plugin == nullptr) {
        m_folder.clear();
        return;
    }
    if (m_folder != plugin->folder) {
        m_folder = plugin->folder;
        m_log->clear();
        verticalScrollBar()->setValue(0);
    }
    showHead(*plugin);
    showButtons(*plugin, rights);
    showPlace(*plugin, rights.trusted);
    showUse(*plugin);
    m_log->setVisible(plugin->ownProcess);
    m_log->show(plugin->process.log);
}

void PluginDetails::showHead(const PluginInfo &plugin)
{
    const host::Descriptor &descriptor = plugin.descriptor;
    setText(m_name, pluginName(plugin));
    QStringList about;
    if (!descriptor.version.isNull())
        about.append(tr("Version %1").arg(descriptor.version.toString()));
    const QString vendor = tamed(descriptor.vendor);
    if (vendor.isEmpty())
        about.append(tr("no author named"));
    else
        about.append(plugin.origin == host::Origin::Shipped ? tr("by %1").arg(vendor)
                                                            : tr("by %1, as it says itself").arg(vendor));
    about.append(descriptor.licence.isEmpty() ? tr("no licence named") : tamed(descriptor.licence));
    setText(m_about, about.join(QStringLiteral(" · ")));
    setText(m_description, pluginDescription(descriptor));
    QStringList problems;
    for (const host::Problem &problem : plugin.problems)
        problems.append(problemText(problem));
    setText(m_problems, problems.join(u'\n'));
    const Colours &colours = coloursOf(palette());
    const auto paint = [this](QLabel *label, const QColor &colour) {
        QPalette own = palette();
        own.setColor(QPalette::WindowText, colour);
        label->setPalette(own);
    };
    paint(m_about, colours.quietText);
    paint(m_problems, plugin.state == PluginState::Disabled ? colours.quietText : colours.forbidden);

    QStringList provides;
    for (const QString &interface : descriptor.provides)
        provides.append(interfaceText(interface));
    FactList::setText(m_rows[State], pluginStateText(plugin));
    FactList::setText(m_rows[Provides], provides.join(u'\n'));
    const bool shipped = plugin.origin == host::Origin::Shipped;
    FactList::setText(m_rows[Wishes],
                      descriptor.id.isEmpty() || shipped ? QString() : wishTexts(descriptor).join(u'\n'));
    FactList::setText(m_rows[Id], tamed(descriptor.id));
    FactList::setText(m_rows[Folder], QDir::toNativeSeparators(plugin.folder));
}

void PluginDetails::showButtons(const PluginInfo &plugin, const Rights &rights)
{
    const bool known = !plugin.descriptor.id.isEmpty() && plugin.state != PluginState::Rejected;
    const bool off = isOff(plugin);
    m_enable->setText(plugin.state == PluginState::Quarantined ? tr("Give it another &try")
                      : off                                    ? tr("Switch &on")
                                                               : tr("Switch &off"));
    m_enable->setProperty("on", off);
    m_enable->setVisible(known);
    m_enable->setEnabled(!rights.busy && !rights.safeMode);
    m_trust->setText(rights.trusted ? tr("Run it in a process of its ow&n")
                                    : tr("Trust it to r&un inside Verbale…"));
    m_trust->setProperty("on", !rights.trusted);
    m_trust->setVisible(mayBeTrusted(plugin));
    m_trust->setEnabled(!rights.busy && !rights.safeMode);
    m_remove->setVisible(plugin.origin == host::Origin::User);
    m_remove->setEnabled(!rights.busy && rights.remove);
}

void PluginDetails::showPlace(const PluginInfo &plugin, bool trusted)
{
    QString place = pluginOriginText(plugin.origin) + u' ';
    if (plugin.ownProcess)
        place += plugin.process.pid > 0
                     ? tr("It runs in a process of its own, number %1.").arg(plugin.process.pid)
                     : tr("It runs in a process of its own, which is started when it is needed.");
    else if (trusted && plugin.origin != host::Origin::Shipped)
        place += tr("It runs inside Verbale, because you trust it: it can do whatever you can, and a crash "
                    "of it is a "
                    "crash of Verbale.");
    else
        place += tr("It runs inside Verbale.");
    const bool measured = !plugin.process.sandbox.lines.isEmpty();
    if (plugin.ownProcess && !measured)
        place += u' ' + tr("This system will shut it in like this:");
    else if (plugin.ownProcess)
        place += u' ' + tr("This system shuts it in like this:");
    setText(m_place, place);
    m_sandbox->show(!plugin.ownProcess ? host::SandboxReport()
                    : measured         ? plugin.process.sandbox
                                       : session::expectedSandbox(plugin.descriptor));
}

void PluginDetails::showUse(const PluginInfo &plugin)
{
    const host::ProcessStatus &process = plugin.process;
    const QLocale locale;
    const bool started = plugin.ownProcess && process.lastStartMilliseconds >= 0;
    m_use->setVisible(plugin.ownProcess);
    const auto show = [this](Row row, const QString &text) { FactList::setText(m_rows[row], text); };
    show(Start, started ? tr("took %1").arg(secondsText(process.lastStartMilliseconds)) : tr("not yet"));
    show(Processor, secondsText(process.cpuMilliseconds));
    show(Memory, process.pid > 0 ? locale.formattedDataSize(process.residentKiB * 1024)
                                 : tr("none: it does not run"));
    show(Calls, locale.toString(process.calls));
    show(Restarts, locale.toString(process.restarts));
}

} // namespace verbale::workbench
