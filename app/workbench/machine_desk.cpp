#include "workbench/machine_desk.h"

#include "document/segmentation.h"
#include "workbench/editor_page.h"
#include "workbench/machine_dialog.h"
#include "workbench/machine_status.h"
#include "workbench/machine_words.h"
#include "workbench/message_bar.h"
#include "workbench/plugin_words.h"
#include "workbench/segment_grid.h"
#include "workbench/window_actions.h"

#include <QtCore/QLocale>
#include <QtGui/QAction>
#include <QtGui/QActionGroup>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>

#include <algorithm>

namespace verbale::workbench {

namespace {

constexpr int arrivalPause = 300; // ms in a segment before it is asked for
constexpr int mostWaits = 12;     // such pauses, for the glossary

QString counted(qsizetype number)
{
    return QLocale().toString(static_cast<qlonglong>(number));
}

bool hasMachineSuggestion(const Segment &segment)
{
    const QList<Suggestion> &all = segment.suggestions;
    return std::any_of(all.begin(), all.end(), [](const Suggestion &suggestion) {
        return suggestion.kind == SuggestionKind::MachineTranslation;
    });
}

} // namespace

MachineDesk::MachineDesk(DocumentController &controller, EditorPage &page, WindowActions &actions,
                         MachineSetup setup, QWidget *window)
    : QObject(window)
    , m_controller(controller)
    , m_page(page)
    , m_actions(actions)
    , m_window(window)
    , m_switch(controller, std::move(setup))
    , m_run(controller)
    , m_bar(new MessageBar(window))
    , m_status(new MachineStatus(actions.menu(Menu::Machine), window))
{
    actions.on(Act::TranslateSegment, [this] { translateSegment(); });
    actions.on(Act::PretranslateRest, [this] { pretranslateRest(); });
    actions.on(Act::CancelTranslating, [this] { m_run.cancel(); });
    actions.on(Act::Engines, [this] { emit enginesRequested(); });
    actions.on(Act::Ledger, [this] { emit ledgerRequested(); });
    connect(&m_switch, &MachineSwitch::changed, this, [this] {
        if (!m_switch.isOn())
            m_run.cancel();
        m_looking = false;
        update();
        m_pause.start();
    });
    connect(&m_switch, &MachineSwitch::decisionNeeded, this, &MachineDesk::ask);
    connect(&m_switch, &MachineSwitch::failed, this, &MachineDesk::tellFailure);
    connect(&m_switch, &MachineSwitch::asked, this, [this](const session::TranslateQuestion &question) {
        m_run.translateOne(m_switch.host(), question);
    });
    connect(&m_run, &MachineRun::progressed, this, &MachineDesk::showProgress);
    connect(&m_run, &MachineRun::finished, this, &MachineDesk::tellResult);
    connect(&m_run, &MachineRun::oneFinished, this, &MachineDesk::tellOne);
    m_pause.setSingleShot(true);
    m_pause.setInterval(arrivalPause);
    connect(&m_pause, &QTimer::timeout, this, &MachineDesk::lookAtRow);
    connect(page.grid(), &SegmentGrid::currentRowChanged, this, [this] { m_pause.start(); });
    const auto forget = [this] {
        delete m_dialog.data();
        m_tried.clear();
        m_waits = 0;
        m_trouble.clear();
        m_looking = false;
        m_bar->hide();
        update();
    };
    connect(&controller, &DocumentController::opened, this, forget);
    connect(&controller, &DocumentController::closed, this, forget);
    retranslate();
}

MachineDesk::~MachineDesk()
{
    m_run.stop();
}

MachineDialog *MachineDesk::dialog() const
{
    return m_dialog;
}

void MachineDesk::retranslate()
{
    fillMenu();
    update();
}

/// "Off" and the engines in front of what can be done with them.
void MachineDesk::fillMenu()
{
    delete m_choices;
    m_choices = new QActionGroup(this);
    QMenu *menu = m_actions.menu(Menu::Machine);
    QAction *const rest = menu->actions().first();
    const auto add = [&](const QString &text, const QString &engine) {
        auto *action = new QAction(QString(text).replace(u'&', QLatin1String("&&")), m_choices);
        action->setCheckable(true);
        action->setData(engine);
        menu->insertAction(rest, action);
    };
    add(tr("Off for this document"), {});
    for (const QString &engine : m_switch.engines())
        add(tamed(engine), engine);
    connect(m_choices, &QActionGroup::triggered, this, [this](const QAction *action) {
        m_bar->hide();
        m_trouble.clear();
        m_switch.choose(action->data().toString());
        update();
    });
}

void MachineDesk::update()
{
    QStringList offered;
    for (const QAction *choice : m_choices->actions().mid(1)) // behind "off"
        offered.append(choice->data().toString());
    if (offered != m_switch.engines())
        fillMenu();
    const bool document = m_controller.hasDocument();
    for (QAction *choice : m_choices->actions()) {
        choice->setEnabled(document);
        choice->setChecked(document && choice->data().toString() == m_switch.engine());
    }
    const bool running = m_run.isRunning();
    m_actions[Act::TranslateSegment]->setEnabled(document);
    m_actions[Act::PretranslateRest]->setEnabled(document && !running && !m_looking);
    m_actions[Act::CancelTranslating]->setEnabled(running);
    m_status->setVisible(document);
    m_status->setProgress(m_run.done(), running ? m_run.total() : 0);
    const QString engine = tamed(m_switch.engine());
    if (running)
        m_status->show(Glyph::OpenLock,
                       tr("%1 of %2 done").arg(counted(m_run.done()), counted(m_run.total())),
                       tr("%1 translates what is left. You can go on working.").arg(engine));
    else if (m_switch.state() == MachineSwitch::State::Refused)
        m_status->show(Glyph::Blocked, tr("Marked %1: nothing is sent").arg(tamed(m_switch.marking())),
                       tr("The document is marked “%1”, and %2 may not have such texts.")
                           .arg(tamed(m_switch.marking()), engine));
    else if (!m_trouble.isEmpty())
        m_status->show(Glyph::Warning, tr("Trouble with %1").arg(engine), m_trouble);
    else if (m_switch.isOn())
        m_status->show(Glyph::OpenLock, tr("%1 may get texts").arg(engine),
                       tr("Machine translation is on for this document: empty segments that you come to are "
                          "sent to %1.")
                           .arg(engine));
    else
        m_status->show(Glyph::Lock, tr("Nothing leaves this machine"),
                       tr("Machine translation is off for this document."));
}

void MachineDesk::showProgress()
{
    update();
    if (m_run.isRunning())
        m_bar->setText(tr("%1: %2 of %3 segments")
                           .arg(tamed(m_switch.engine()), counted(m_run.done()), counted(m_run.total())));
}

void MachineDesk::ask(const MachineOutlook &outlook)
{
    m_looking = false;
    update();
    if (outlook.purpose != MachinePurpose::SwitchOn && outlook.question.request.segments.isEmpty()) {
        emit hint(tr("Nothing is left to translate. What you have emptied stays empty."));
        return;
    }
    const bool isFree = outlook.problem.isEmpty() && outlook.preview.requestCount == 0;
    if (outlook.purpose != MachinePurpose::SwitchOn && isFree) { // known already: nothing to decide
        decide(outlook, true);
        return;
    }
    delete m_dialog.data();
    const QJsonObject engines =
        m_switch.settings().machineTranslation.value(QLatin1String("engines")).toObject();
    m_dialog = new MachineDialog(outlook, engines.value(m_switch.engine()).toObject(), m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &QDialog::finished, this, [this, outlook](int result) {
        m_dialog.clear();
        decide(outlook, result == QDialog::Accepted);
    });
    m_dialog->open();
}

void MachineDesk::decide(const MachineOutlook &outlook, bool yes)
{
    if (outlook.purpose == MachinePurpose::SwitchOn) {
        m_switch.decide(yes);
        return;
    }
    if (!yes || !m_switch.isOn())
        return;
    m_trouble.clear();
    m_run.settle();
    m_bar->show(MessageBar::Kind::Info, QString(), {{tr("Cancel"), [this] { m_run.cancel(); }}});
    m_run.start(m_switch.host(), outlook.question);
}

void MachineDesk::tellFailure(const Error &error)
{
    m_looking = false;
    update();
    const bool refused = m_switch.state() == MachineSwitch::State::Refused;
    m_bar->show(MessageBar::Kind::Warning,
                refused ? tr("Nothing is sent: this document is marked “%1”, and %2 may not have such texts.")
                              .arg(tamed(m_switch.marking()), tamed(m_switch.engine()))
                        : reasonText({error.code, error.message}),
                {{tr("Engines…"), [this] { emit enginesRequested(); }}});
}

void MachineDesk::tellResult(const session::MachineReport &report, bool cancelled)
{
    const QString troubles = m_controller.withRowNumbers(troublesText(report, cancelled));
    m_trouble = cancelled ? QString() : troubles;
    update();
    const QString result = cancelled ? cancelledText(report) : resultText(report);
    QList<MessageBar::Choice> choices;
    if (!m_run.mayHaveBeenCharged().isEmpty())
        choices.append({tr("Send again…"), [this] { sendAgain(); }});
    if (!troubles.isEmpty())
        choices.append({tr("Engines…"), [this] { emit enginesRequested(); }});
    if (cancelled && choices.isEmpty())
        choices.append({tr("What left this machine…"), [this] { emit ledgerRequested(); }});
    QStringList beware{troubles, warningsText(report.warnings)};
    beware.removeAll(QString());
    if (beware.isEmpty())
        m_bar->show(MessageBar::Kind::Info, result, choices);
    else
        m_bar->show(MessageBar::Kind::Warning, result + u'\n' + beware.join(u'\n'), choices);
}

/// Trouble with a segment that nobody has asked for by name is shown by the lock alone.
void MachineDesk::tellOne(const session::MachineReport &report)
{
    if (!m_switch.isOn()) // its engine was taken away meanwhile
        return;
    if (report.troubles.isEmpty())
        m_trouble.clear();
    else
        m_trouble = m_controller.withRowNumbers(reasonText(report.troubles.first()));
    update();
    if (!m_trouble.isEmpty())
        emit hint(m_trouble);
    else if (!report.warnings.isEmpty())
        emit hint(warningsText(report.warnings.mid(0, 1)));
}

void MachineDesk::sendAgain()
{
    QList<SegmentRef> refs;
    for (const QString &key : m_run.mayHaveBeenCharged()) {
        if (const int row = m_controller.rowOfKey(key); row >= 0)
            refs.append(m_controller.refAt(row));
    }
    if (!refs.isEmpty())
        m_switch.look(MachinePurpose::Again, refs);
}

void MachineDesk::tellOff()
{
    if (m_switch.state() == MachineSwitch::State::Preparing)
        return;
    QList<MessageBar::Choice> choices;
    for (const QString &engine : m_switch.engines().mid(0, 3))
        choices.append({tr("Use %1…").arg(tamed(engine)), [this, engine] { m_switch.choose(engine); }});
    choices.append({tr("Engines…"), [this] { emit enginesRequested(); }});
    m_bar->show(MessageBar::Kind::Info,
                m_switch.engines().isEmpty()
                    ? tr("No engine of machine translation is set up. Nothing leaves this machine.")
                    : tr("Machine translation is off for this document. Nothing leaves this machine."),
                choices);
}

void MachineDesk::translateSegment()
{
    const int row = m_page.grid()->currentRow();
    if (!m_switch.isOn()) {
        tellOff();
        return;
    }
    if (row < 0 || !m_controller.isEditable(row)) {
        emit hint(notEditableText(m_controller.isReadOnly()));
        return;
    }
    m_switch.ask(m_controller.refAt(row), true);
}

void MachineDesk::pretranslateRest()
{
    if (!m_switch.isOn()) {
        tellOff();
        return;
    }
    if (m_run.isRunning() || m_looking || m_controller.isReadOnly())
        return;
    m_looking = true;
    update();
    m_switch.look(MachinePurpose::Rest);
}

/// The segment that the translator has come to, when it waits for a translation.
void MachineDesk::lookAtRow()
{
    const int row = m_page.grid()->currentRow();
    if (!m_switch.isOn() || row < 0 || row >= m_controller.rowCount() || !m_controller.isEditable(row))
        return;
    if (m_isDrafting && m_waits < mostWaits && m_isDrafting()) {
        ++m_waits;
        m_pause.start();
        return;
    }
    const Segment &segment = m_controller.segment(row);
    const QString key = m_controller.document().segmentKey(m_controller.refAt(row));
    if (segment.hasTarget || segment.revision != 0 || hasMachineSuggestion(segment) ||
        m_tried.contains(key) || m_run.isAskedFor(key))
        return;
    m_tried.insert(key);
    m_switch.ask(m_controller.refAt(row), false);
}

} // namespace verbale::workbench
