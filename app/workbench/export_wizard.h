#pragma once

#include "session/termbase_values.h"

#include <QtWidgets/QDialog>

class QComboBox;
class QLabel;
class QPushButton;

namespace verbale::workbench {

class Questions;
class TermbaseService;

/// Entries into a file: which, in what format, and what that format cannot hold, on one page.
class ExportWizard final : public QDialog
{
    Q_OBJECT
public:
    /// What can be written, beside whole termbases.
    struct Choices
    {
        session::TermFilter shown;         ///< what the window's filters let through
        QList<session::EntryKey> selected; ///< in the table
        QString termbase;                  ///< the one to propose; empty: all
    };

    ExportWizard(TermbaseService &service, Questions &questions, Choices choices, QWidget *parent = nullptr);

    [[nodiscard]] QComboBox *what() const { return m_what; }
    [[nodiscard]] QComboBox *format() const { return m_format; }
    [[nodiscard]] QLabel *losses() const { return m_losses; }
    [[nodiscard]] QPushButton *writeButton() const { return m_write; }

signals:
    void exported(const QString &path);

private:
    void fillChoices();
    [[nodiscard]] QList<glossary::ConceptEntry> entries() const;
    void preview();
    void write();

    TermbaseService &m_service;
    Questions &m_questions;
    Choices m_choices;
    QByteArray m_bytes;
    int m_run = 0;
    QComboBox *m_what;
    QComboBox *m_format;
    QLabel *m_count;
    QLabel *m_losses;
    QLabel *m_problem;
    QPushButton *m_write;
};

} // namespace verbale::workbench
