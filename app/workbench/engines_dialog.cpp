#include "workbench/engines_dialog.h"

#include "session/machine_translation.h"
#include "workbench/engine_form.h"
#include "workbench/engine_words.h"
#include "workbench/later.h"
#include "workbench/message_bar.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace verbale::workbench {

namespace {

using session::EngineSetup;
using session::KeyPlace;
using session::MachineSettings;

constexpr int listLetters = 34;

/// "deepl", "deepl-2" ...
QString freeName(const QString &type, const QList<EngineSetup> &others)
{
    const auto isTaken = [&others](const QString &name) {
        return std::any_of(others.begin(), others.end(), [&name](const EngineSetup &other) {
            return session::keyVariable(other.name) == session::keyVariable(name);
        });
    };
    QString name = type;
    for (int number = 2; isTaken(name); ++number)
        name = QStringLiteral("%1-%2").arg(type).arg(number);
    return name;
}

} // namespace

EnginesDialog::EnginesDialog(EngineServices services, QWidget *parent)
    : QDialog(parent)
    , m_services(std::move(services))
    , m_list(new QListWidget(this))
    , m_add(new QPushButton(tr("&Add"), this))
    , m_types(new QMenu(this))
    , m_remove(new QPushButton(tr("&Remove"), this))
    , m_pages(new QStackedWidget(this))
    , m_form(new EngineForm(
          m_services.questions, m_services.keys, [this] { return connectionTest(); }, this))
    , m_machine(new MachineForm(m_services.questions, this))
    , m_bar(new MessageBar(this))
    , m_save(new QPushButton(tr("&Save"), this))
{
    setWindowTitle(tr("Engines of machine translation"));
    for (const session::EngineType &type : session::engineTypes()) {
        m_types->addAction(engineTypeName(type.name), this, [this, name = type.name] { add(name); })
            ->setToolTip(engineTypeAbout(type.name));
    }
    m_types->setToolTipsVisible(true);
    m_add->setMenu(m_types);
    m_pages->addWidget(m_form);
    m_pages->addWidget(m_machine);
    layOut();
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (!m_filling)
            showRow(row);
    });
    connect(m_remove, &QPushButton::clicked, this, &EnginesDialog::removeCurrent);
    connect(m_save, &QPushButton::clicked, this, &EnginesDialog::save);
    connect(m_form, &EngineForm::edited, this, &EnginesDialog::look);
    connect(m_machine, &MachineForm::edited, this, [this] {
        m_machine->check();
        look();
    });
    connect(m_form->key(), &EngineKeyBox::removeRequested, this, &EnginesDialog::removeKey);
    load({});
}

void EnginesDialog::layOut()
{
    m_list->setFixedWidth(fontMetrics().averageCharWidth() * listLetters);
    m_list->setAccessibleName(tr("Engines"));
    m_list->setSpacing(2);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    auto *close = new QPushButton(tr("Close"), this);
    for (QPushButton *button : {m_add, m_remove, close})
        button->setAutoDefault(false);
    m_save->setDefault(true);
    auto *under = new QHBoxLayout;
    under->setSpacing(6);
    under->addWidget(m_add);
    under->addWidget(m_remove);
    under->addStretch(1);
    auto *left = new QVBoxLayout;
    left->setSpacing(8);
    left->addWidget(m_list, 1);
    left->addLayout(under);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(4);
    middle->addLayout(left);
    middle->addWidget(m_pages, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(close);
    buttons->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_bar);
    layout->addLayout(middle, 1);
    layout->addLayout(buttons);
    resize(1040, 660);
    connect(close, &QPushButton::clicked, this, &EnginesDialog::reject);
}

/// Reads the file anew. What was not saved is gone.
void EnginesDialog::load(const QString &engine)
{
    if (m_services.settingsFile.isEmpty()) {
        m_bar->show(
            MessageBar::Kind::Warning,
            tr("The settings file is damaged, so nothing can be saved in it. Correct it or move it away, "
               "and start Verbale again."));
    } else if (const Result<session::Settings> read = session::loadSettings(m_services.settingsFile)) {
        m_all = *read;
    } else {
        m_bar->show(MessageBar::Kind::Error, read.error().text());
    }
    m_read = session::machineSettings(m_all);
    m_lines.clear();
    m_gone.clear();
    QStringList holders;
    for (const EngineSetup &setup : m_read.engines) {
        m_lines.append({setup, setup.name, {}});
        if (setup.holdsKey)
            holders.append(setup.name);
    }
    m_machine->show(m_read);
    m_machine->check();
    fill();
    goTo(engine);
    if (!holders.isEmpty())
        m_bar->show(
            MessageBar::Kind::Warning,
            tr("The settings file holds a key of %1 in clear, so that Verbale refuses it. It is in your "
               "backups by now: have it replaced where it was issued, and type the new one here. Saving "
               "takes the old one out of the file.")
                .arg(holders.join(QLatin1String(", "))));
}

void EnginesDialog::fill()
{
    m_filling = true;
    m_list->clear();
    for (const Line &line : std::as_const(m_lines))
        m_list->addItem(line.setup.name + u'\n' + engineTypeName(line.setup.type));
    m_list->addItem(tr("All engines") + u'\n' + tr("Budget, proxy, certificates"));
    m_filling = false;
    m_row = -1;
}

void EnginesDialog::goTo(const QString &engine)
{
    int row = 0;
    while (row < m_lines.size() && m_lines[row].setup.name != engine)
        ++row;
    if (row == m_lines.size() && engine.isEmpty())
        row = 0; // the first engine, where there is one
    if (m_list->currentRow() == row)
        showRow(row);
    else
        m_list->setCurrentRow(row);
}

void EnginesDialog::showRow(int row)
{
    if (row < 0)
        return;
    takeForm();
    m_row = row;
    const bool isEngine = row < m_lines.size();
    m_pages->setCurrentWidget(isEngine ? static_cast<QWidget *>(m_form) : m_machine);
    if (isEngine) {
        m_form->show(m_lines[row].setup, m_lines[row].storedAs, !m_lines[row].typed.isEmpty());
        if (!m_lines[row].price.isEmpty())
            m_form->price()->setText(m_lines[row].price);
    }
    m_remove->setEnabled(isEngine && !m_saving);
    look();
}

/// What was typed belongs to its engine before another one is shown.
void EnginesDialog::takeForm()
{
    if (m_row < 0 || m_row >= m_lines.size())
        return;
    Line &line = m_lines[m_row];
    line.setup = m_form->setup();
    line.price = m_form->price()->text();
    if (m_form->key()->hasTyped())
        line.typed = m_form->key()->takeTyped();
}

/// After every edit: what is wrong, and whether there is something to save.
void EnginesDialog::look()
{
    if (m_row >= 0 && m_row < m_lines.size()) {
        const EngineSetup setup = m_form->setup();
        m_form->setProblems(session::problemsOf(setup, othersThan(m_row)));
        const QString name = setup.name.isEmpty() ? tr("(no name)") : setup.name;
        m_list->item(m_row)->setText(name + u'\n' + engineTypeName(setup.type));
    }
    m_save->setEnabled(!m_services.settingsFile.isEmpty() && !m_saving && isModified());
    m_add->setEnabled(!m_saving);
}

QList<EngineSetup> EnginesDialog::othersThan(int row) const
{
    QList<EngineSetup> others;
    for (int i = 0; i < m_lines.size(); ++i) {
        if (i != row)
            others.append(m_lines[i].setup);
    }
    return others;
}

MachineSettings EnginesDialog::settings() const
{
    MachineSettings own;
    for (int i = 0; i < m_lines.size(); ++i)
        own.engines.append(i == m_row ? m_form->setup() : m_lines[i].setup);
    std::sort(own.engines.begin(), own.engines.end(),
              [](const EngineSetup &a, const EngineSetup &b) { return a.name < b.name; });
    m_machine->writeTo(own);
    return own;
}

bool EnginesDialog::isModified() const
{
    const bool typed =
        std::any_of(m_lines.begin(), m_lines.end(), [](const Line &line) { return !line.typed.isEmpty(); });
    const bool holdsKey = std::any_of(m_read.engines.begin(), m_read.engines.end(),
                                      [](const EngineSetup &engine) { return engine.holdsKey; });
    return typed || holdsKey || (m_row >= 0 && m_row < m_lines.size() && m_form->key()->hasTyped()) ||
           !(settings() == m_read);
}

void EnginesDialog::add(const QString &type)
{
    takeForm();
    EngineSetup setup;
    setup.type = type;
    setup.name = freeName(type, othersThan(-1));
    m_lines.append({setup, {}, {}});
    fill();
    goTo(setup.name);
    m_form->takeFocus();
}

void EnginesDialog::removeCurrent()
{
    if (m_row < 0 || m_row >= m_lines.size() || m_saving)
        return;
    takeForm();
    const int row = m_row;
    const Line line = m_lines.takeAt(row);
    if (!line.storedAs.isEmpty())
        m_gone.append(line.storedAs);
    fill();
    m_list->setCurrentRow(qMin(row, static_cast<int>(m_lines.size())));
    const auto putBack = [this, row, line] {
        takeForm();
        m_gone.removeOne(line.storedAs);
        m_lines.insert(qMin(row, static_cast<int>(m_lines.size())), line);
        fill();
        goTo(line.setup.name);
    };
    m_bar->show(MessageBar::Kind::Info,
                line.storedAs.isEmpty()
                    ? tr("“%1” was removed.").arg(line.setup.name)
                    : tr("“%1” goes when you save, and its key with it.").arg(line.setup.name),
                {{tr("Undo"), putBack}});
}

int EnginesDialog::firstWrongRow()
{
    for (int row = 0; row < m_lines.size(); ++row) {
        // What stands in the file as it is holds up nothing else.
        const bool isAsRead = m_read.engines.contains(m_lines[row].setup);
        if (!isAsRead && !session::problemsOf(m_lines[row].setup, othersThan(row)).isEmpty())
            return row;
    }
    return m_machine->check() ? -1 : static_cast<int>(m_lines.size());
}

void EnginesDialog::save()
{
    if (m_saving || m_services.settingsFile.isEmpty())
        return;
    const int current = m_row;
    takeForm();
    if (const int wrong = firstWrongRow(); wrong >= 0) {
        m_list->setCurrentRow(wrong);
        if (wrong == current)
            showRow(wrong);
        m_bar->show(MessageBar::Kind::Error,
                    tr("Nothing was saved yet: something here has to be corrected first."));
        if (wrong < m_lines.size())
            m_form->takeFocus(session::problemsOf(m_lines[wrong].setup, othersThan(wrong)).first().member);
        return;
    }
    const MachineSettings own = settings();
    m_saving = true;
    m_goAfterSaving = current < m_lines.size() ? m_lines[current].setup.name : QString();
    look();
    whenDone(this, runLater([own, before = m_read, file = m_services.settingsFile] {
                 return session::saveEngines(own, before, file);
             }),
             [this, own](const Result<void> &saved) { afterSaving(saved, own); });
}

void EnginesDialog::afterSaving(const Result<void> &saved, const MachineSettings &own)
{
    m_saving = false;
    if (!saved) {
        m_bar->show(MessageBar::Kind::Error, tr("Not saved: %1").arg(saved.error().text()));
        showRow(m_row);
        return;
    }
    m_bar->hide();
    m_read = own;
    keepKeys();
    load(m_goAfterSaving);
    emit this->saved();
}

/// Of engines that were renamed or removed, and what was typed.
void EnginesDialog::keepKeys()
{
    const auto isAgain = [this](const QString &name) {
        return std::any_of(m_lines.begin(), m_lines.end(),
                           [&name](const Line &line) { return line.setup.name == name; });
    };
    for (const QString &name : std::as_const(m_gone)) {
        if (isAgain(name))
            continue; // another one is called so now
        whenDone(this, m_services.keys.remove(name), [this, name](const Result<bool> &removed) {
            if (!removed)
                m_bar->show(MessageBar::Kind::Warning,
                            tr("“%1” is removed. Its key may still be in the keyring: %2")
                                .arg(name, removed.error().message));
        });
    }
    for (const Line &line : std::as_const(m_lines)) {
        const QString name = line.setup.name;
        const QString former = line.storedAs;
        const bool isRenamed = !former.isEmpty() && former != name;
        const auto keep = [this, name](const session::Key &key) {
            whenDone(this, m_services.keys.keep(name, key), [this, name](const session::KeptKey &kept) {
                tellKept(name, kept);
                if (m_row >= 0 && m_row < m_lines.size() && m_lines[m_row].storedAs == name)
                    m_form->key()->look();
                emit this->saved();
            });
        };
        if (!line.typed.isEmpty())
            keep(line.typed);
        if (!isRenamed)
            continue;
        whenDone(this, m_services.keys.find(former),
                 [this, former, keep, isTyped = !line.typed.isEmpty()](const session::FoundKey &found) {
                     if (found.place != KeyPlace::Keyring && found.place != KeyPlace::Session)
                         return;
                     if (!isTyped)
                         keep(found.key);
                     (void)m_services.keys.remove(former);
                 });
    }
}

void EnginesDialog::tellKept(const QString &engine, const session::KeptKey &kept)
{
    if (kept.place == KeyPlace::Keyring)
        m_bar->show(MessageBar::Kind::Info,
                    tr("The key of “%1” is kept in the system's keyring.").arg(engine));
    else
        m_bar->show(
            MessageBar::Kind::Warning,
            tr("The key of “%1” is kept for this session only: when Verbale ends, it is forgotten. %2")
                .arg(engine, kept.problem));
}

void EnginesDialog::removeKey()
{
    if (m_row < 0 || m_row >= m_lines.size())
        return;
    const QString name = m_lines[m_row].storedAs;
    const auto remove = [this, name] {
        whenDone(this, m_services.keys.remove(name), [this, name](const Result<bool> &removed) {
            if (!removed)
                m_bar->show(MessageBar::Kind::Error,
                            tr("The key of “%1” may still be there: %2").arg(name, removed.error().message));
            else if (!*removed)
                m_bar->show(MessageBar::Kind::Warning,
                            tr("The keyring has no key of “%1”, or is locked.").arg(name));
            else
                m_bar->show(MessageBar::Kind::Info, tr("The key of “%1” is removed.").arg(name));
            m_form->key()->look();
            emit saved();
        });
    };
    m_bar->show(MessageBar::Kind::Warning,
                tr("Remove the key of “%1”? It cannot be brought back from here.").arg(name),
                {{tr("Leave it"), [] {}}, {tr("Remove it"), remove}});
    m_bar->takeKeyboard();
}

session::ConnectionTest EnginesDialog::connectionTest() const
{
    session::ConnectionTest test;
    test.engine = m_form->setup().name;
    test.settings = session::withEngines(m_all, settings());
    test.plugins = m_services.plugins();
    test.sentence = session::connectionSentence();
    test.key = m_form->key()->typed();
    if (test.key.isEmpty() && m_row < m_lines.size())
        test.key = m_lines[m_row].typed;
    if (test.key.isEmpty())
        test.key = m_form->key()->found().key;
    return test;
}

bool EnginesDialog::mayClose()
{
    if (m_services.settingsFile.isEmpty() || (!isModified() && !m_saving))
        return true;
    const auto discard = [this] {
        load({});
        m_bar->hide();
        QDialog::reject();
    };
    m_bar->show(MessageBar::Kind::Warning, tr("There are changes that are not saved."),
                {{tr("Save"), [this] { save(); }}, {tr("Throw them away"), discard}});
    m_bar->takeKeyboard();
    return false;
}

void EnginesDialog::reject()
{
    if (mayClose())
        QDialog::reject();
}

} // namespace verbale::workbench
