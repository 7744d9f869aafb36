#include "workbench/command_menu.h"

#include "session/gathering.h"
#include "workbench/later.h"
#include "workbench/message_bar.h"
#include "workbench/plugin_warnings.h"
#include "workbench/plugin_words.h"

#include <QtGui/QAction>
#include <QtGui/QGuiApplication>
#include <QtGui/QInputMethod>
#include <QtGui/QTextDocument>
#include <QtWidgets/QMenu>

#include <algorithm>
#include <utility>

namespace verbale::workbench {

namespace {

constexpr int progressPause = 200; // ms: what is over by then shows no progress
constexpr int titleLimit = 80;     // characters of a plugin's words in a menu

QString shortened(const QString &text)
{
    const QString line = tamed(text);
    return line.size() <= titleLimit ? line : line.first(titleLimit - 1) + QChar(0x2026);
}

QString menuText(const QString &text)
{
    return shortened(text).replace(u'&', QLatin1String("&&"));
}

} // namespace

CommandMenu::CommandMenu(QMenu *tools, DocumentController &controller, MessageBar &bar,
                         std::function<int()> row, QObject *parent)
    : QObject(parent)
    , m_controller(controller)
    , m_bar(bar)
    , m_row(std::move(row))
    , m_tools(tools)
    , m_segment(new QMenu(tools))
    , m_document(new QMenu(tools))
{
    m_segment->setToolTipsVisible(true);
    m_document->setToolTipsVisible(true);
    m_progress.setInterval(progressPause);
    connect(&m_progress, &QTimer::timeout, this, &CommandMenu::showProgress);
    connect(tools, &QMenu::aboutToShow, this, [this] {
        list();
        updateMenus();
    });
    connect(&controller, &DocumentController::closed, this, &CommandMenu::cancel);
    updateMenus();
}

CommandMenu::~CommandMenu()
{
    m_listing.request_stop();
    if (m_run)
        m_run->stop.request_stop();
}

void CommandMenu::placeBefore(QAction *entry)
{
    m_tools->insertMenu(entry, m_segment);
    m_tools->insertMenu(entry, m_document);
    m_tools->insertSeparator(entry);
    updateMenus();
}

void CommandMenu::setHost(std::shared_ptr<host::PluginHost> host)
{
    if (host != m_host) // else it answers of what runs
        cancel();
    m_host = std::move(host);
    m_listing.request_stop();
    m_listing = StopSource();
    m_listed = false;
    ++m_lists;
    m_providers.clear();
    if (m_host)
        m_providers = m_host->providers(QLatin1String(CommandProvider::interfaceId));
    m_commands = QList<std::optional<QList<Command>>>(m_providers.size());
    fill();
}

void CommandMenu::retranslate(const QString &locale)
{
    m_segment->setTitle(tr("Plugin commands on the &segment"));
    m_document->setTitle(tr("Plugin commands on the whole &document"));
    if (std::exchange(m_locale, locale) != locale)
        setHost(m_host);
    else
        fill();
}

/// Asks each plugin once.
void CommandMenu::list()
{
    if (!m_host || std::exchange(m_listed, true))
        return;
    for (qsizetype i = 0; i < m_providers.size(); ++i) {
        whenDone(this, m_host->commands(m_providers[i].id, {m_locale}, m_listing.get_token()),
                 [this, i, lists = m_lists](const Result<CommandListAnswer> &answer) {
                     if (lists == m_lists)
                         takeCommands(i, answer);
                 });
    }
}

void CommandMenu::takeCommands(qsizetype provider, const Result<CommandListAnswer> &answer)
{
    m_commands[provider] = answer ? answer->commands : QList<Command>();
    if (!answer && !session::isToldByHost(answer.error()))
        m_bar.show(MessageBar::Kind::Warning,
                   tr("The commands of a plugin are missing. %1")
                       .arg(tamed(session::named(m_providers[provider], answer.error()).message)));
    fill();
}

void CommandMenu::fill()
{
    fill(m_segment, Scope::Segment);
    fill(m_document, Scope::Document);
    updateMenus();
}

void CommandMenu::fill(QMenu *menu, Scope scope)
{
    menu->clear();
    for (qsizetype i = 0; i < m_providers.size(); ++i) {
        if (m_commands[i] && m_commands[i]->isEmpty())
            continue;
        if (m_providers.size() > 1)
            menu->addSection(menuText(m_providers[i].name));
        if (!m_commands[i]) {
            menu->addAction(tr("Asking %1…").arg(menuText(m_providers[i].name)))->setEnabled(false);
            continue;
        }
        for (const Command &command : std::as_const(*m_commands[i])) {
            const Entry entry{m_providers[i], command};
            QAction *action = menu->addAction(menuText(command.title.isEmpty() ? command.id : command.title));
            if (const QString description = tamed(command.description); !description.isEmpty())
                action->setToolTip(Qt::convertFromPlainText(description));
            connect(action, &QAction::triggered, this, [this, entry, scope] { start(entry, scope); });
        }
    }
}

void CommandMenu::updateMenus()
{
    const bool any = std::any_of(m_commands.begin(), m_commands.end(),
                                 [](const auto &commands) { return !commands || !commands->isEmpty(); });
    const bool usable = m_controller.hasDocument() && !m_controller.isReadOnly() && !m_run;
    const int row = m_row();
    m_segment->menuAction()->setVisible(any);
    m_document->menuAction()->setVisible(any);
    m_segment->setEnabled(usable && row >= 0 && row < m_controller.rowCount() &&
                          m_controller.isEditable(row));
    m_document->setEnabled(usable);
}

void CommandMenu::start(const Entry &entry, Scope scope)
{
    if (!m_host || m_run || !m_controller.hasDocument() || m_controller.isReadOnly())
        return;
    QGuiApplication::inputMethod()->commit(); // what is being composed belongs to the text
    m_controller.endTyping();
    QList<SegmentRef> chosen;
    if (scope == Scope::Segment) {
        const int row = m_row();
        if (row < 0 || row >= m_controller.rowCount())
            return;
        chosen.append(m_controller.refAt(row));
    }
    auto run = std::make_shared<Run>();
    run->entry = entry;
    run->request = session::commandRequest(m_controller.document(), chosen, entry.command.id);
    if (run->request.segments.isEmpty()) {
        emit hint(tr("There is nothing here that may be changed."));
        return;
    }
    m_run = run;
    m_shown.clear();
    m_progress.start();
    updateMenus();
    const Progress progress = [run](qint64 done, qint64 total) {
        run->done = done;
        run->total = total;
    };
    whenDone(this, m_host->runCommand(entry.provider.id, run->request, run->stop.get_token(), progress),
             [this, run](const Result<CommandRunAnswer> &answer) {
                 if (run == m_run)
                     finish(run, answer);
             });
}

void CommandMenu::cancel()
{
    if (!m_run)
        return;
    const RunPointer run = std::exchange(m_run, nullptr);
    run->stop.request_stop();
    hideProgress();
    updateMenus();
}

void CommandMenu::showProgress()
{
    if (!m_run)
        return;
    const QString title = shortened(m_run->entry.command.title);
    const qint64 total = m_run->total;
    const QString text =
        total > 0 ? tr("%1: %2 of %3").arg(title, QString::number(m_run->done.load()), QString::number(total))
                  : tr("%1 is at work…").arg(title);
    if (m_shown.isEmpty()) {
        m_bar.show(MessageBar::Kind::Info, text, {{tr("Cancel"), [this] {
                                                       cancel();
                                                       emit hint(tr("Cancelled; nothing was changed."));
                                                   }}});
    } else if (m_bar.text() == m_shown) {
        m_bar.setText(text);
    } else {
        return; // the bar has something else to say by now
    }
    m_shown = text;
}

void CommandMenu::hideProgress()
{
    m_progress.stop();
    if (!m_shown.isEmpty() && m_bar.text() == m_shown)
        m_bar.hide();
    m_shown.clear();
}

void CommandMenu::finish(const RunPointer &run, const Result<CommandRunAnswer> &answer)
{
    m_run.reset();
    hideProgress();
    updateMenus();
    if (!answer) {
        if (session::isOnlyOutdated(answer.error()))
            return;
        if (session::isToldByHost(answer.error())) // why, says the plugins' bar
            m_bar.show(MessageBar::Kind::Warning, tr("“%1” was not carried out. Nothing was changed.")
                                                      .arg(shortened(run->entry.command.title)));
        else
            m_bar.show(MessageBar::Kind::Error,
                       tr("%1 Nothing was changed.")
                           .arg(tamed(session::named(run->entry.provider, answer.error()).message)));
        return;
    }
    const session::CommandChanges changes =
        session::changesOf(m_controller.document(), run->request, *answer);
    QMap<int, InlineText> targets;
    for (const session::CommandChanges::Target &target : changes.targets)
        targets.insert(m_controller.rowOf(target.segment), target.text);
    m_controller.setTargets(targets, shortened(run->entry.command.title));
    tellResult(run->entry, *answer, changes);
}

void CommandMenu::tellResult(const Entry &entry, const CommandRunAnswer &answer,
                             const session::CommandChanges &changes)
{
    const int count = static_cast<int>(changes.targets.size());
    emit hint(count == 0 ? tr("Nothing was changed.") : tr("%n segment(s) changed", nullptr, count));
    QStringList sentences;
    for (const QString &text : QStringList(answer.message) + answer.warnings) {
        if (!text.trimmed().isEmpty())
            sentences.append(session::named(entry.provider, {{}, text}).message);
    }
    if (!sentences.isEmpty())
        sentences = {briefly(sentences)};
    if (changes.outdated > 0)
        sentences.append(tr("%n segment(s) were edited meanwhile and stay as they are.", nullptr,
                            static_cast<int>(changes.outdated)));
    if (changes.mended > 0)
        sentences.append(
            tr("In %n segment(s) tags were lost or doubled and have been put right; look at them.", nullptr,
               static_cast<int>(changes.mended)));
    const bool bad = changes.outdated > 0 || changes.mended > 0 || !answer.warnings.isEmpty();
    if (!sentences.isEmpty())
        m_bar.show(bad ? MessageBar::Kind::Warning : MessageBar::Kind::Info, sentences.join(u' '));
}

} // namespace verbale::workbench
