#pragma once

#include "session/termbase_values.h"

#include <QtWidgets/QDialog>

class QLabel;
class QPushButton;
class QTableWidget;

namespace verbale::workbench {

class Questions;
class TermbaseService;

/// Which termbases are used, the strongest first. What is not ticked is not used. Told by chosen() when the
/// dialog is accepted and something is another.
class TermbasesDialog final : public QDialog
{
    Q_OBJECT
public:
    TermbasesDialog(TermbaseService &service, Questions &questions, const QStringList &unused,
                    QWidget *parent = nullptr);

    void addFile(const QString &path);
    void createFile(const QString &path);
    void moveCurrent(int by);
    void setUsed(int row, bool used);
    [[nodiscard]] QTableWidget *table() const { return m_table; }
    [[nodiscard]] QLabel *problem() const { return m_problem; }
    [[nodiscard]] QStringList used() const;
    [[nodiscard]] QStringList unused() const;
    void accept() override;

signals:
    void chosen(const QStringList &used, const QStringList &unused);

private:
    struct Line
    {
        session::TermbaseInfo termbase;
        bool used = true;
    };

    void makeTable();
    void layOut();
    void fill();
    void showDetails();

    TermbaseService &m_service;
    Questions &m_questions;
    QList<Line> m_lines;
    QStringList m_usedBefore;
    QStringList m_unusedBefore;
    bool m_filling = false;
    QTableWidget *m_table;
    QLabel *m_problem;
    QPushButton *m_up;
    QPushButton *m_down;
};

} // namespace verbale::workbench
