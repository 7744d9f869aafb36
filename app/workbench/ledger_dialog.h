#pragma once

#include "session/engine_settings.h"
#include "workbench/ledger_model.h"

#include <QtWidgets/QDialog>

class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QMenu;
class QPlainTextEdit;
class QPushButton;
class QTableView;

namespace verbale::workbench {

class MessageBar;
class Questions;

/// "What left this machine": every text that was sent, exactly as it went out, with what became of it, what
/// it costs of the budget, and whether the ledger's chain holds. Reads on a worker; not modal.
class LedgerDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `budget`: the settings of the moment.
    LedgerDialog(const QProcessEnvironment &environment, Questions &questions,
                 std::function<session::MachineSettings()> budget, QWidget *parent = nullptr);

    /// Reads the ledger anew; what is chosen stays chosen.
    void refresh();
    [[nodiscard]] bool isBusy() const { return m_busy > 0; }
    [[nodiscard]] LedgerModel *model() const { return m_model; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] QComboBox *documents() const { return m_documents; }
    [[nodiscard]] QComboBox *engines() const { return m_engines; }
    [[nodiscard]] QComboBox *periods() const { return m_periods; }
    [[nodiscard]] QLineEdit *notedHash() const { return m_noted; }
    [[nodiscard]] MessageBar *messageBar() const { return m_bar; }
    [[nodiscard]] QString exactText() const;
    [[nodiscard]] QString exactRequest() const;
    [[nodiscard]] QString facts() const;
    [[nodiscard]] QString totals() const;
    [[nodiscard]] QString chain() const;
    /// Asks for a file and writes all of the ledger, or the texts that are shown as a table.
    void exportAll();
    void exportShown(session::TableFormat format);

signals:
    void ready(); ///< what was asked for is shown

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Period { All, Today, Week, Month, LastMonth, Days };

    void makeFilters();
    void makeTable();
    [[nodiscard]] QWidget *makeDetails();
    void layOut();
    void connectAll();
    void take(const Result<LedgerContentsPtr> &read);
    void fillChoices();
    [[nodiscard]] LedgerFilter filter() const;
    void applyFilter();
    void showText();
    void showTotals(const LedgerChoice &choice);
    void showChain();
    void tellExported(const Result<void> &written, const QString &path);
    void colour();

    QProcessEnvironment m_environment;
    Questions &m_questions;
    std::function<session::MachineSettings()> m_budget;
    LedgerContentsPtr m_contents;
    int m_turn = 0; ///< answers to an earlier question are dropped
    int m_filterTurn = 0;
    int m_requestTurn = 0;
    int m_busy = 0;
    qint64 m_chosen = 0; ///< the number of the text that is shown below
    bool m_filling = false;
    LedgerModel *m_model;
    MessageBar *m_bar;
    QComboBox *m_documents;
    QComboBox *m_engines;
    QComboBox *m_periods;
    QDateEdit *m_from;
    QDateEdit *m_until;
    QTableView *m_table;
    QLabel *m_facts;
    QPlainTextEdit *m_text;
    QPlainTextEdit *m_request;
    QLabel *m_totals;
    QLabel *m_chain;
    QLineEdit *m_noted;
    QPushButton *m_copy;
    QPushButton *m_refresh;
    QPushButton *m_export;
    QMenu *m_formats;
};

} // namespace verbale::workbench
