#pragma once

#include "session/journals.h"
#include "workbench/changes_dialog.h"
#include "workbench/disk_watch.h"
#include "workbench/history_dialog.h"
#include "workbench/journal_service.h"
#include "workbench/message_bar.h"

#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

namespace verbale::workbench {

class DocumentController;

/// Sees to it that nothing typed is lost, and tells about it in bars: edits that were restored, a file that
/// another program has changed or another window has open, a journal that cannot be written.
class Safekeeping final : public QWidget
{
    Q_OBJECT
public:
    /// Without options nothing is kept; then there is nothing to tell either.
    Safekeeping(DocumentController &controller, const std::optional<session::JournalOptions> &options,
                QWidget *parent = nullptr);

    /// What saving could not do because the file was changed: merges, then saves again if nothing is left to
    /// be decided. False: it is not such an error.
    bool takeSaveError(const Error &error);
    /// The document is left on purpose.
    void finish();
    void showHistory(int row);
    void followRow(int row);
    /// The edits of two and those without a place; what is left undecided is told again afterwards.
    void showChanges();
    /// Segments of which nobody has decided whose edit stays.
    [[nodiscard]] int undecided() const { return static_cast<int>(m_conflicts.size()); }

    [[nodiscard]] MessageBar *news() const { return m_news; }
    [[nodiscard]] MessageBar *troubles() const { return m_troubles; }
    [[nodiscard]] JournalService *journal() const { return m_journal; }
    [[nodiscard]] DiskWatch *disk() const { return m_disk; }
    [[nodiscard]] HistoryDialog *historyDialog() const { return m_history; }
    [[nodiscard]] ChangesDialog *changesDialog() const { return m_changes; }

protected:
    bool event(QEvent *event) override;

signals:
    void saveRequested();
    void saveAsRequested();
    void undoRequested();
    void takeOverRequested(const QString &path);
    void segmentRequested(int row);
    void goOnRequested(int row); ///< to write there

private:
    void tellAboutOpening();
    void tellOfMerge(const DiskMerge &merge);
    void tellUnreadable(const Error &error);
    void tellHeld(const JournalOwner &owner);
    void tellTakenOver();
    void tellFailed(const Error &error);
    void tellSaved();
    void tellUndecided();
    void showUndecided(const QStringList &sentences, const QList<MessageBar::Choice> &choices);
    void tellAfterDeciding();
    void takeDecision(const ChangeConflict &decided);
    void goToRestored();
    void showRestored(const QString &text);
    void tell(MessageBar::Kind kind, const QString &text, const QList<MessageBar::Choice> &choices);
    void forgetUndo();
    void addConflicts(const QList<ChangeConflict> &conflicts);
    [[nodiscard]] bool hasChanges() const
    {
        return !m_conflicts.isEmpty() || !m_journal->unplaced().isEmpty();
    }
    [[nodiscard]] QStringList restoredSentences() const;
    [[nodiscard]] MessageBar::Choice showChoice();

    DocumentController &m_controller;
    MessageBar *m_troubles;
    MessageBar *m_news;
    JournalService *m_journal = nullptr;
    DiskWatch *m_disk = nullptr;
    QPointer<HistoryDialog> m_history;
    QPointer<ChangesDialog> m_changes;
    QList<ChangeConflict> m_conflicts;   ///< that nobody has decided
    std::optional<int> m_editsAtRestore; ///< while the bar offers to undo the restoring
    QString m_undecidedText;             ///< that the bar shows, or showed last
    QString m_putAside;
    QString m_unread;
    std::optional<JournalOwner> m_holder;
    bool m_saveAfterwards = false;
};

} // namespace verbale::workbench
