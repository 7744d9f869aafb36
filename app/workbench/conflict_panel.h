#pragma once

#include "session/termbase_values.h"

#include <QtWidgets/QFrame>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace verbale::workbench {

/// What stands against an entry before it is saved, a line each, with what can be done about it. Hidden while
/// there is nothing; never takes the keyboard.
class ConflictPanel final : public QFrame
{
    Q_OBJECT
public:
    explicit ConflictPanel(QWidget *parent = nullptr);

    /// `problem`: why it cannot be saved at all. `blocks`: saving waits for "save all the same".
    void show(const QString &problem, const QList<session::TermConflict> &conflicts, bool blocks);
    [[nodiscard]] const QList<session::TermConflict> &conflicts() const { return m_conflicts; }
    [[nodiscard]] QPushButton *saveButton() const { return m_save; }

signals:
    void openRequested(const verbale::session::EntryKey &key);
    void mergeRequested(const verbale::session::EntryKey &key);
    void saveRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void addLine(const session::TermConflict &conflict);

    QString m_problem;
    QList<session::TermConflict> m_conflicts;
    bool m_blocks = false;
    QVBoxLayout *m_lines;
    QLabel *m_title;
    QPushButton *m_save;
};

} // namespace verbale::workbench
