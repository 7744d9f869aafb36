#pragma once

#include "document/document.h"

#include <QtWidgets/QWidget>

class QLabel;
class QTextBrowser;

namespace verbale::workbench {

/// Beside the grid: what the client, a reviser or the sending program wrote about the current segment. There
/// is no pane where nobody wrote anything.
class NotesPane final : public QWidget
{
    Q_OBJECT
public:
    explicit NotesPane(QWidget *parent = nullptr);
    /// Those about the segment, or about all of its unit; nothing for nullptr.
    void showNotes(const Unit *unit, const QString &segmentId);
    /// As it is read.
    [[nodiscard]] QString text() const;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fill();
    void fit();

    QLabel *m_title;
    QTextBrowser *m_text;
    QList<Note> m_notes;
};

} // namespace verbale::workbench
