#include "workbench/entry_pane.h"

#include "workbench/conflict_panel.h"
#include "workbench/entry_facts.h"
#include "workbench/entry_form.h"
#include "workbench/entry_table.h"
#include "workbench/termbase_service.h"

#include <QtCore/QEvent>
#include <QtGui/QGuiApplication>
#include <QtGui/QInputMethod>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace verbale::workbench {

namespace {

constexpr int judgeAfter = 150; // ms after the last letter

bool isOneOf(const session::TermConflict &conflict, const QList<session::TermConflict> &known)
{
    return std::any_of(known.begin(), known.end(), [&](const session::TermConflict &other) {
        return other.code == conflict.code && other.other == conflict.other;
    });
}

bool anyErrors(const QList<session::TermConflict> &conflicts)
{
    return std::any_of(conflicts.begin(), conflicts.end(), [](const session::TermConflict &conflict) {
        return conflict.severity == QLatin1String("error");
    });
}

} // namespace

EntryPane::EntryPane(TermbaseService &service, QWidget *parent)
    : QWidget(parent)
    , m_service(service)
    , m_head(new QLabel(this))
    , m_form(new EntryForm(this))
    , m_conflicts(new ConflictPanel(this))
    , m_facts(new EntryFacts(service, this))
    , m_nothing(new QLabel(this))
    , m_save(new QPushButton(this))
    , m_revert(new QPushButton(this))
    , m_confirm(new QPushButton(this))
{
    m_head->setContentsMargins(14, 8, 14, 4);
    m_head->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setEnabled(false);
    m_form->addBelow(m_facts);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(14, 8, 14, 10);
    buttons->setSpacing(8);
    buttons->addWidget(m_save);
    buttons->addWidget(m_revert);
    buttons->addStretch(1);
    buttons->addWidget(m_confirm);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_form, 1);
    layout->addWidget(m_nothing, 1);
    layout->addWidget(m_conflicts);
    layout->addLayout(buttons);
    m_judge.setSingleShot(true);
    m_judge.setInterval(judgeAfter);
    connectParts();
    retranslate();
    showNothing();
}

void EntryPane::connectParts()
{
    connect(&m_judge, &QTimer::timeout, this, &EntryPane::judge);
    connect(m_form, &EntryForm::edited, this, [this] {
        m_judge.start();
        updateButtons();
        emit draftsChanged();
    });
    connect(m_save, &QPushButton::clicked, this, [this] { save(); });
    connect(m_revert, &QPushButton::clicked, this, &EntryPane::revert);
    connect(m_confirm, &QPushButton::clicked, this, &EntryPane::confirmRequested);
    connect(m_conflicts, &ConflictPanel::saveRequested, this, [this] { save(true); });
    connect(m_conflicts, &ConflictPanel::openRequested, this, &EntryPane::openRequested);
    connect(m_conflicts, &ConflictPanel::mergeRequested, this, [this](const session::EntryKey &other) {
        // What is in the form comes along: it is saved first.
        if (isModified() && !save(true))
            return;
        if (m_key)
            emit mergeRequested({other, *m_key});
    });
    connect(m_facts, &EntryFacts::openRequested, this, &EntryPane::openRequested);
    connect(m_facts, &EntryFacts::giveUpRequested, this, &EntryPane::giveUpRequested);
    connect(m_facts, &EntryFacts::restoreRequested, this, &EntryPane::restore);
    connect(m_facts, &EntryFacts::usesRequested, this, &EntryPane::usesRequested);
}

void EntryPane::open(const session::EntryKey &key, int uses)
{
    m_uses = uses;
    if (m_key && *m_key == key && !m_isNew)
        return;
    leave();
    if (!m_service.isReady())
        return;
    m_row = m_service.termbases()->find(key);
    if (!m_row) {
        showNothing();
        return;
    }
    m_key = key;
    m_isNew = false;
    m_known = m_service.termbases()->conflicts(m_row->entry, key);
    const auto draft = m_drafts.constFind(key.toString());
    fill(m_row->entry, draft == m_drafts.cend() ? std::nullopt : std::optional(draft->entry));
}

void EntryPane::openNew(const glossary::ConceptEntry &entry)
{
    leave();
    m_key.reset();
    m_row.reset();
    m_known.clear();
    m_isNew = true;
    m_newName = QStringLiteral("new:%1").arg(++m_newCount);
    m_seed = {};
    m_seed.domain = entry.domain;
    fill({}, entry);
    m_form->takeFocus();
}

void EntryPane::showNothing()
{
    m_key.reset();
    m_row.reset();
    m_known.clear();
    m_isNew = false;
    m_form->hide();
    m_facts->clear();
    m_conflicts->hide();
    m_nothing->show();
    updateButtons();
}

/// `typed`: what was written in it already.
void EntryPane::fill(const glossary::ConceptEntry &saved, const std::optional<glossary::ConceptEntry> &typed)
{
    m_nothing->hide();
    m_form->show();
    m_form->setChoices(m_service.termbases()->domains(), m_service.termbases()->authorities());
    m_form->setEntry(saved);
    if (typed)
        m_form->putTyped(*typed);
    if (m_row)
        m_facts->show(*m_row, m_uses);
    else
        m_facts->clear();
    judge();
    updateButtons();
}

glossary::ConceptEntry EntryPane::entry() const
{
    return m_form->entry();
}

bool EntryPane::isModified() const
{
    if (m_isNew) {
        const glossary::ConceptEntry now = m_form->entry();
        return !now.terms.isEmpty() || now.note != m_seed.note || now.authority != m_seed.authority;
    }
    return m_key && m_form->isModified();
}

QList<session::TermConflict> EntryPane::newConflicts() const
{
    QList<session::TermConflict> withEntry;
    QList<session::TermConflict> others;
    for (const session::TermConflict &conflict : m_service.termbases()->conflicts(m_form->entry(), m_key)) {
        if (!isOneOf(conflict, m_known))
            (conflict.other ? withEntry : others).append(conflict);
    }
    return withEntry + others; // another entry is more than a field that is empty
}

void EntryPane::judge()
{
    m_judge.stop();
    if (!m_key && !m_isNew)
        return;
    showConflicts(false);
}

/// `insist`: it was to be saved, so the panel also says what is missing.
void EntryPane::showConflicts(bool insist)
{
    if (!isModified() && !insist) {
        m_conflicts->show({}, {}, false);
        return;
    }
    const QList<session::TermConflict> conflicts = newConflicts();
    m_conflicts->show(insist ? m_form->problem() : QString(), conflicts, anyErrors(conflicts));
}

bool EntryPane::save(bool allTheSame)
{
    QGuiApplication::inputMethod()->commit(); // what is being composed belongs to the entry
    if (!isModified())
        return true;
    if (!m_form->problem().isEmpty() || (!allTheSame && anyErrors(newConflicts()))) {
        showConflicts(true);
        return false;
    }
    const glossary::ConceptEntry entry = m_form->entry();
    const QString name = draftName();
    m_saving = true;
    const Result<session::EntryKey> done = m_isNew ? m_service.add(entry) : m_service.save(*m_key, entry);
    m_saving = false;
    if (!done.ok())
        return false;
    m_drafts.remove(name);
    m_key = done.value();
    m_isNew = false;
    m_row = m_service.termbases()->find(*m_key);
    m_known = m_service.termbases()->conflicts(entry, m_key);
    m_form->setEntry(m_row ? m_row->entry : entry);
    if (m_row)
        m_facts->show(*m_row, m_uses);
    m_conflicts->show({}, {}, false);
    updateButtons();
    emit draftsChanged();
    emit saved(*m_key);
    return true;
}

void EntryPane::revert()
{
    m_drafts.remove(draftName());
    if (m_isNew) {
        showNothing();
    } else if (m_row) {
        fill(m_row->entry, {});
    }
    emit draftsChanged();
}

void EntryPane::restore(const glossary::ConceptEntry &entry)
{
    if (!m_key || !m_row)
        return;
    glossary::ConceptEntry version = entry;
    version.id = m_row->entry.id;
    version.overrides = m_row->entry.overrides;
    m_form->setEntry(m_row->entry);
    m_form->putTyped(version);
    save(true);
}

QString EntryPane::draftName() const
{
    return m_isNew ? m_newName : m_key ? m_key->toString() : QString();
}

void EntryPane::keepDraft()
{
    m_drafts.insert(draftName(), {m_key, m_form->entry()});
}

void EntryPane::leave()
{
    QGuiApplication::inputMethod()->commit();
    m_judge.stop();
    if ((!m_key && !m_isNew) || !m_service.isReady())
        return;
    if (!isModified()) {
        if (m_drafts.remove(draftName()) > 0)
            emit draftsChanged();
        return;
    }
    if (!m_form->problem().isEmpty() || anyErrors(newConflicts())) {
        keepDraft();
        emit draftsChanged();
        return;
    }
    if (!save())
        keepDraft();
}

void EntryPane::refresh(int uses)
{
    m_uses = uses;
    if (m_saving || !m_key || m_isNew || !m_service.isReady())
        return;
    m_row = m_service.termbases()->find(*m_key);
    if (!m_row) {
        if (!isModified())
            showNothing();
        return;
    }
    m_known = m_service.termbases()->conflicts(m_row->entry, m_key);
    if (!isModified())
        m_form->setEntry(m_row->entry);
    m_facts->show(*m_row, m_uses);
    judge();
    updateButtons();
}

int EntryPane::unsavedCount() const
{
    const bool current = isModified() && !m_drafts.contains(draftName());
    return static_cast<int>(m_drafts.size()) + (current ? 1 : 0);
}

QSet<QString> EntryPane::unsavedKeys() const
{
    QSet<QString> keys;
    for (const Draft &draft : m_drafts) {
        if (draft.key)
            keys.insert(draft.key->toString());
    }
    if (m_key && isModified())
        keys.insert(m_key->toString());
    return keys;
}

bool EntryPane::openUnsaved()
{
    const QString present = draftName();
    const QStringList names = m_drafts.keys(); // opening one may change the drafts
    for (const QString &name : names) {
        if (name == present)
            continue;
        const Draft draft = m_drafts.value(name);
        if (draft.key) {
            emit openRequested(*draft.key);
        } else {
            openNew(draft.entry);
            m_newName = name;
        }
        return true;
    }
    return false;
}

bool EntryPane::saveAll()
{
    bool all = !isModified() || save(true);
    if (!all)
        keepDraft();
    const QHash<QString, Draft> drafts = m_drafts;
    for (auto it = drafts.cbegin(); it != drafts.cend(); ++it) {
        m_saving = true;
        const bool done = it->key ? m_service.save(*it->key, it->entry).ok() : m_service.add(it->entry).ok();
        m_saving = false;
        if (done)
            m_drafts.remove(it.key());
        all = all && done;
    }
    emit draftsChanged();
    return all;
}

void EntryPane::discardAll()
{
    m_drafts.clear();
    revert();
}

void EntryPane::updateButtons()
{
    const bool any = m_key || m_isNew;
    const bool modified = any && isModified();
    for (QPushButton *button : {m_save, m_revert, m_confirm})
        button->setVisible(any);
    m_save->setEnabled(modified);
    m_revert->setEnabled(modified || m_isNew);
    m_confirm->setEnabled(m_key && !modified);
    QString head;
    if (m_isNew)
        head = tr("New entry");
    else if (m_row && m_service.isReady()) {
        for (const session::TermbaseInfo &termbase : m_service.termbases()->list()) {
            if (termbase.path == m_row->key.termbase)
                head = QStringLiteral("%1 · %2").arg(termbaseText(termbase), m_row->entry.id);
        }
    }
    m_head->setText(head);
    m_head->setVisible(any);
}

void EntryPane::retranslate()
{
    m_nothing->setText(tr("Choose an entry, or begin a new one with Ctrl+N."));
    m_save->setText(tr("Sa&ve"));
    m_revert->setText(tr("Discard"));
    m_confirm->setText(tr("Confirm"));
    m_save->setToolTip(tr("Save the entry (Ctrl+S)"));
    m_revert->setToolTip(tr("Discard what was typed (Ctrl+R)"));
    m_confirm->setToolTip(tr("Say that the entry is right as of today (Ctrl+Enter)"));
    updateButtons();
}

void EntryPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void EntryPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit left();
    else
        QWidget::keyPressEvent(event);
}

} // namespace verbale::workbench
