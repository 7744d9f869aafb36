#pragma once

#include "session/glossary_preview.h"
#include "session/termbase_values.h"

#include <verbale/sdk/control.h>

#include <QtWidgets/QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace verbale::workbench {

class Questions;
class TermbaseService;

/// A file into a termbase, in two pages: what the file's columns are, with its first rows; then what would be
/// imported, what is wrong with the rest, and where it goes. Nothing is written before the last button.
class ImportWizard final : public QDialog
{
    Q_OBJECT
public:
    ImportWizard(TermbaseService &service, Questions &questions, QWidget *parent = nullptr);
    ~ImportWizard() override;

    /// As if it had been chosen.
    void chooseFile(const QString &path);
    void goOn();
    void goBack();
    void reject() override; ///< stops an import that is under way

    [[nodiscard]] int page() const;
    [[nodiscard]] QTableWidget *rows() const { return m_rows; }
    [[nodiscard]] QComboBox *column(int number) const { return m_columns.value(number); }
    [[nodiscard]] QComboBox *target() const { return m_target; }
    [[nodiscard]] QListWidget *problems() const { return m_problems; }
    [[nodiscard]] QCheckBox *skipBadRows() const { return m_skip; }
    [[nodiscard]] QPushButton *next() const { return m_next; }
    [[nodiscard]] QLabel *summary() const { return m_summary; }
    [[nodiscard]] QLabel *problem() const { return m_problem; }
    [[nodiscard]] QLabel *fileFacts() const { return m_facts; }

signals:
    void imported(int entries);

private:
    QWidget *makeFilePage();
    QWidget *makeTargetPage();
    void lookAtFile();
    void showFile(const Result<session::GlossaryPreview> &preview);
    void showColumns();
    void lookAtImport();
    void showImport(const Result<session::ImportPreview> &preview);
    void importNow();
    void setWorking(bool working);
    void updateButtons();
    void tell(const QString &problem);

    TermbaseService &m_service;
    Questions &m_questions;
    QString m_path;
    session::GlossaryPreview m_file;
    session::ImportOptions m_options;
    session::ImportPreview m_preview;
    StopSource m_stop;
    int m_run = 0;
    bool m_fileReady = false;
    bool m_importReady = false;
    bool m_working = false;
    QStackedWidget *m_pages;
    QPushButton *m_choose;
    QLabel *m_name;
    QLabel *m_facts;
    QTableWidget *m_rows;
    QList<QComboBox *> m_columns;
    QComboBox *m_target;
    QLabel *m_summary;
    QListWidget *m_problems;
    QCheckBox *m_skip;
    QLabel *m_problem;
    QProgressBar *m_progress;
    QPushButton *m_back;
    QPushButton *m_next;
    QPushButton *m_cancel;
};

} // namespace verbale::workbench
