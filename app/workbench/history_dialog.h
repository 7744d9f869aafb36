#pragma once

#include "document/journal.h"

#include <QtWidgets/QDialog>

class QLabel;
class QPushButton;
class QTextEdit;
class QTreeWidget;

namespace verbale::workbench {

class DocumentController;
class JournalService;

/// "12:41", or with the date where it is not today.
QString whenText(qint64 time);

/// The versions of the current segment's translation: when, by whom, in which state. Any of them can be
/// restored, as one step of undo. Not modal: it follows the segment in which one works.
class HistoryDialog final : public QDialog
{
    Q_OBJECT
public:
    HistoryDialog(DocumentController &controller, JournalService &journal, QWidget *parent = nullptr);
    void showRow(int row);

    [[nodiscard]] int versionCount() const { return static_cast<int>(m_versions.size()); }
    /// As a choice in the list and a click on Restore.
    void restore(int version);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] int row() const;
    void fill();
    void showVersion();
    void restoreChosen();
    void retranslate();

    DocumentController &m_controller;
    JournalService &m_journal;
    SegmentAddress m_where;
    QList<SegmentVersion> m_versions;
    QLabel *m_source;
    QTreeWidget *m_list;
    QTextEdit *m_text;
    QPushButton *m_restore;
    QPushButton *m_close;
};

} // namespace verbale::workbench
