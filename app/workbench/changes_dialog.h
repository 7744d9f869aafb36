#pragma once

#include "document/apply_changes.h"

#include <QtWidgets/QDialog>

class QLabel;
class QTextBrowser;
class QTreeWidget;

namespace verbale::workbench {

class DocumentController;
class JournalService;

/// Segments that both we and another program have changed, of which one chooses the text, and edits for which
/// the file has no place any more.
class ChangesDialog final : public QDialog
{
    Q_OBJECT
public:
    ChangesDialog(DocumentController &controller, JournalService &journal,
                  const QList<ChangeConflict> &conflicts, QWidget *parent = nullptr);
    /// What is to be decided now, in place of what was listed: the document was merged again.
    void setConflicts(const QList<ChangeConflict> &conflicts);
    [[nodiscard]] int conflictCount() const { return static_cast<int>(m_conflicts.size()); }
    /// The texts of the chosen segment, in full.
    [[nodiscard]] QString detail() const;
    /// Why the other translation could not be put in; empty: nobody has tried in vain.
    [[nodiscard]] QString reason() const;
    /// As a choice in the list and a click on the button.
    void takeTheirs(int conflict);
    void takeOurs(int conflict);

protected:
    void changeEvent(QEvent *event) override;

signals:
    void segmentRequested(int row);
    void decided(const verbale::ChangeConflict &conflict);

private:
    [[nodiscard]] QWidget *makeConflicts();
    [[nodiscard]] QWidget *makeUnplaced();
    void fill();
    void decide(int conflict, const QString &label);
    [[nodiscard]] QString whyNot(int row) const;
    [[nodiscard]] int chosen() const;
    void showDetail();
    void copyUnplaced() const;

    DocumentController &m_controller;
    JournalService &m_journal;
    QList<ChangeConflict> m_conflicts;
    QTreeWidget *m_list = nullptr;
    QTextBrowser *m_detail = nullptr;
    QLabel *m_reason = nullptr;
    QWidget *m_content = nullptr;
};

} // namespace verbale::workbench
