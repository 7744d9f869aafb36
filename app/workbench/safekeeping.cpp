#include "workbench/safekeeping.h"

#include "workbench/document_controller.h"

#include <QtCore/QEvent>
#include <QtCore/QFileInfo>
#include <QtCore/QSysInfo>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace verbale::workbench {

Safekeeping::Safekeeping(DocumentController &controller,
                         const std::optional<session::JournalOptions> &options, QWidget *parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_troubles(new MessageBar(this))
    , m_news(new MessageBar(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_troubles);
    layout->addWidget(m_news);
    if (!options)
        return;
    // Before the journal takes it.
    connect(&controller, &DocumentController::opened, this, [this] {
        const auto &journal = m_controller.report().journal;
        m_holder = journal ? journal->heldBy : std::nullopt;
        m_putAside = journal ? journal->putAside : QString();
        m_unread = journal ? journal->unread : QString();
        m_conflicts = m_controller.report().restored.conflicts;
    });
    m_journal = new JournalService(controller, *options, this);
    m_disk = new DiskWatch(controller, *m_journal, this);
    connect(&controller, &DocumentController::opened, this, &Safekeeping::tellAboutOpening);
    connect(&controller, &DocumentController::saved, this, &Safekeeping::tellSaved);
    connect(&controller, &DocumentController::closed, this, [this] {
        m_news->hide();
        m_troubles->hide();
        m_conflicts.clear();
        m_undecidedText.clear();
        m_editsAtRestore.reset();
        m_saveAfterwards = false;
    });
    connect(&controller, &DocumentController::historyChanged, this, &Safekeeping::forgetUndo);
    connect(m_journal, &JournalService::failed, this, &Safekeeping::tellFailed);
    connect(m_journal, &JournalService::recovered, m_troubles, &QWidget::hide);
    connect(m_journal, &JournalService::takenOver, this, &Safekeeping::tellTakenOver);
    connect(m_disk, &DiskWatch::merged, this, &Safekeeping::tellOfMerge);
    connect(m_disk, &DiskWatch::unreadable, this, &Safekeeping::tellUnreadable);
    connect(m_disk, &DiskWatch::unchanged, this, [this] {
        if (std::exchange(m_saveAfterwards, false))
            emit saveRequested();
    });
}

/// Another window may have taken the file over while this one was behind it.
bool Safekeeping::event(QEvent *event)
{
    if (event->type() == QEvent::WindowActivate && m_journal != nullptr)
        m_journal->lookForOthers();
    return QWidget::event(event);
}

void Safekeeping::finish()
{
    if (m_journal != nullptr)
        m_journal->finish();
}

MessageBar::Choice Safekeeping::showChoice()
{
    return {tr("Show them…"), [this] { showChanges(); }};
}

QStringList Safekeeping::restoredSentences() const
{
    const AppliedChanges &restored = m_controller.report().restored;
    QStringList sentences;
    if (restored.applied > 0)
        sentences.append(tr("%n edit(s) of %1 that were not saved have been restored.", nullptr,
                            static_cast<int>(restored.applied))
                             .arg(whenText(m_journal->unsaved().lastTime())));
    if (!restored.conflicts.isEmpty())
        sentences.append(tr("The file was changed meanwhile: in %n segment(s) there are two edits, and yours "
                            "stand in the document.",
                            nullptr, static_cast<int>(restored.conflicts.size())));
    if (!m_journal->unplaced().isEmpty())
        sentences.append(tr("For %n edit(s) the file has no place any more; they are kept.", nullptr,
                            static_cast<int>(m_journal->unplaced().size())));
    if (!m_unread.isEmpty())
        sentences.append(tr("The journal %1 can be neither written nor read; edits that it alone holds are "
                            "not here. They are offered as soon as it can be read again.")
                             .arg(QFileInfo(m_unread).fileName()));
    if (!m_putAside.isEmpty())
        sentences.append(tr("The journal was damaged. What could be read in it was used; it is kept as %1.")
                             .arg(QFileInfo(m_putAside).fileName()));
    return sentences;
}

void Safekeeping::tellAboutOpening()
{
    if (m_holder) {
        tellHeld(*m_holder);
        return;
    }
    const QStringList sentences = restoredSentences();
    if (sentences.isEmpty())
        return;
    const bool restored = m_controller.report().restored.applied > 0;
    m_editsAtRestore = restored ? std::optional(m_controller.edits()) : std::nullopt;
    showRestored(sentences.join(u' '));
    if (restored)
        goToRestored();
}

/// To the last one, where one went on until then.
void Safekeeping::goToRestored()
{
    int row = -1;
    qint64 last = -1;
    for (const NetChanges::Target &target : m_journal->unsaved().targets()) {
        const int place = m_controller.rowOfAddress(target.where);
        if (place < 0 || target.time < last)
            continue;
        row = place;
        last = target.time;
    }
    if (row < 0 && m_controller.rowCount() > 0)
        row = m_controller.rowOf(m_controller.report().restored.edit.after);
    // After everybody has taken the document.
    QMetaObject::invokeMethod(
        this,
        [this, row, edits = m_controller.edits()] {
            if (m_controller.hasDocument() && edits == m_controller.edits() && row < m_controller.rowCount())
                emit goOnRequested(row);
        },
        Qt::QueuedConnection);
}

/// With what can be done about it at the moment.
void Safekeeping::showRestored(const QString &text)
{
    QList<MessageBar::Choice> choices;
    if (m_editsAtRestore)
        choices.append({tr("Undo"), [this] { emit undoRequested(); }});
    if (m_controller.report().restored.applied > 0)
        choices.append({tr("Save"), [this] { emit saveRequested(); }});
    if (hasChanges())
        choices.append(showChoice());
    m_undecidedText = hasChanges() ? text : QString();
    m_news->show(hasChanges() || !m_putAside.isEmpty() || !m_unread.isEmpty() ? MessageBar::Kind::Warning
                                                                              : MessageBar::Kind::Info,
                 text, choices);
}

/// After an edit Undo would take that edit back, not the restoring.
void Safekeeping::forgetUndo()
{
    if (!m_editsAtRestore || *m_editsAtRestore == m_controller.edits())
        return;
    m_editsAtRestore.reset();
    const QString text = m_news->text();
    if (text.isEmpty())
        return;
    if (m_controller.history().canUndo() || hasChanges())
        showRestored(text);
    else
        m_news->hide(); // the restoring was undone
}

void Safekeeping::tell(MessageBar::Kind kind, const QString &text, const QList<MessageBar::Choice> &choices)
{
    m_editsAtRestore.reset(); // the bar does not offer it any more
    m_news->show(kind, text, choices);
}

void Safekeeping::tellHeld(const JournalOwner &owner)
{
    const QString name = QFileInfo(m_controller.workingFile()).fileName();
    const QString where =
        owner.host == QSysInfo::machineHostName()
            ? tr("%1 is open in another window (process %2). Here it can be read, not edited.")
                  .arg(name)
                  .arg(owner.pid)
            : tr("%1 is open on the computer %2. Here it can be read, not edited.").arg(name, owner.host);
    tell(MessageBar::Kind::Warning, where,
         {{tr("Edit it here"), [this] { emit takeOverRequested(m_controller.workingFile()); }},
          {tr("Save as…"), [this] { emit saveAsRequested(); }}});
}

void Safekeeping::tellTakenOver()
{
    m_controller.setReadOnly(true);
    tell(MessageBar::Kind::Warning,
         tr("%1 is edited in another window now. The last words typed here may be missing there; save under "
            "another name to keep them. Here it can be read, not edited.")
             .arg(QFileInfo(m_controller.workingFile()).fileName()),
         {{tr("Edit it here"), [this] { emit takeOverRequested(m_controller.workingFile()); }},
          {tr("Save as…"), [this] { emit saveAsRequested(); }}});
}

void Safekeeping::tellFailed(const Error &error)
{
    m_troubles->show(
        MessageBar::Kind::Warning,
        tr("What you type is kept in memory only, because the journal cannot be written: %1 It is "
           "tried again. Save to be safe.")
            .arg(error.text()),
        {{tr("Save"), [this] { emit saveRequested(); }},
         {tr("Save as…"), [this] { emit saveAsRequested(); }}});
}

void Safekeeping::tellSaved()
{
    if (hasChanges())
        tellUndecided();
    else
        m_news->hide();
}

/// The other text of these segments is in their history alone.
void Safekeeping::tellUndecided()
{
    QStringList sentences;
    if (!m_conflicts.isEmpty())
        sentences.append(tr("In %n segment(s) there are two edits, and yours stand in the document.", nullptr,
                            static_cast<int>(m_conflicts.size())));
    if (!m_journal->unplaced().isEmpty())
        sentences.append(tr("For %n edit(s) the file has no place any more; they are kept.", nullptr,
                            static_cast<int>(m_journal->unplaced().size())));
    showUndecided(sentences, {showChoice()});
}

void Safekeeping::showUndecided(const QStringList &sentences, const QList<MessageBar::Choice> &choices)
{
    m_undecidedText = sentences.join(u' ');
    tell(MessageBar::Kind::Warning, m_undecidedText, choices);
}

/// The bar may speak of something else by now.
void Safekeeping::tellAfterDeciding()
{
    const QString now = m_news->text();
    if (!m_controller.hasDocument() || (!now.isEmpty() && now != m_undecidedText))
        return;
    if (hasChanges())
        tellUndecided();
    else
        m_news->hide();
}

/// Several may be of one segment.
void Safekeeping::takeDecision(const ChangeConflict &decided)
{
    m_conflicts.removeIf([&decided](const ChangeConflict &conflict) {
        return conflict.where == decided.where && conflict.theirs == decided.theirs;
    });
    if (m_conflicts.isEmpty())
        m_journal->settle();
}

void Safekeeping::addConflicts(const QList<ChangeConflict> &conflicts)
{
    m_conflicts.removeIf([&conflicts](const ChangeConflict &old) {
        return std::any_of(conflicts.begin(), conflicts.end(),
                           [&old](const ChangeConflict &conflict) { return conflict.where == old.where; });
    });
    m_conflicts += conflicts;
}

void Safekeeping::tellOfMerge(const DiskMerge &merge)
{
    addConflicts(merge.ours.conflicts);
    QStringList sentences{
        tr("%1 was changed by another program.").arg(QFileInfo(m_controller.workingFile()).fileName())};
    // Where there are two edits, ours has stayed.
    if (const qsizetype taken = merge.theirs - merge.ours.conflicts.size(); taken > 0)
        sentences.append(tr("%n segment(s) were taken over from it.", nullptr, static_cast<int>(taken)));
    if (!m_conflicts.isEmpty())
        sentences.append(tr("In %n segment(s) there are two edits, and yours stand in the document.", nullptr,
                            static_cast<int>(m_conflicts.size())));
    if (!merge.ours.unplaced.isEmpty())
        sentences.append(tr("For %n edit(s) the file has no place any more; they are kept.", nullptr,
                            static_cast<int>(merge.ours.unplaced.size())));
    if (merge.endsUndo)
        sentences.append(tr("What was done before can no longer be undone step by step."));
    const bool more = !m_conflicts.isEmpty() || !merge.ours.unplaced.isEmpty();
    QList<MessageBar::Choice> choices;
    if (more)
        choices.append(showChoice());
    const bool save = std::exchange(m_saveAfterwards, false);
    if (more && save)
        choices.append({tr("Save"), [this] { emit saveRequested(); }});
    if (more)
        showUndecided(sentences, choices);
    else
        tell(MessageBar::Kind::Info, sentences.join(u' '), choices);
    if (m_changes)
        m_changes->setConflicts(m_conflicts);
    if (!more && save)
        emit saveRequested();
}

void Safekeeping::tellUnreadable(const Error &error)
{
    m_saveAfterwards = false;
    tell(MessageBar::Kind::Warning,
         tr("Another program has changed the file, and it cannot be read: %1 Your text is still here.")
             .arg(error.text()),
         {{tr("Try again"), [this] { m_disk->look(); }},
          {tr("Save as…"), [this] { emit saveAsRequested(); }}});
}

bool Safekeeping::takeSaveError(const Error &error)
{
    if (m_disk == nullptr || error.code != QLatin1String("workbench.changed-on-disk"))
        return false;
    m_saveAfterwards = true;
    m_disk->look();
    return true;
}

void Safekeeping::showHistory(int row)
{
    if (m_journal == nullptr)
        return;
    if (!m_history) {
        m_history = new HistoryDialog(m_controller, *m_journal, this);
        m_history->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_history->showRow(row);
    m_history->show();
    m_history->raise();
    m_history->activateWindow();
}

void Safekeeping::followRow(int row)
{
    if (m_history)
        m_history->showRow(row);
}

void Safekeeping::showChanges()
{
    delete m_changes;
    m_changes = new ChangesDialog(m_controller, *m_journal, m_conflicts, this);
    m_changes->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_changes, &ChangesDialog::segmentRequested, this, &Safekeeping::segmentRequested);
    connect(m_changes, &ChangesDialog::decided, this, &Safekeeping::takeDecision);
    connect(m_changes, &QDialog::finished, this, &Safekeeping::tellAfterDeciding);
    m_changes->show();
}

} // namespace verbale::workbench
