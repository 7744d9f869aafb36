#pragma once

#include "session/termbases.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;
class QVBoxLayout;

namespace verbale::workbench {

/// The terms of an entry in one language, a row each: the text, its status, whether it is an abbreviation,
/// and for a term that is not to be used the reason and the replacement. Enter adds a row, Alt+Up and
/// Alt+Down move it; what a row does not show of its term is kept.
class TermLines final : public QWidget
{
    Q_OBJECT
public:
    /// `language`: of the rows that are added.
    explicit TermLines(const QString &language, QWidget *parent = nullptr);

    void setTerms(const QList<glossary::Term> &terms);
    /// Without the rows that are empty; NFC, without white space at the ends.
    [[nodiscard]] QList<glossary::Term> terms() const;
    [[nodiscard]] const QString &language() const { return m_language; }
    /// An empty row, the keyboard in it.
    void addRow();
    void takeFocus();
    [[nodiscard]] int rowCount() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] QLineEdit *textOf(int row) const { return m_rows[row].text; }
    [[nodiscard]] QComboBox *statusOf(int row) const { return m_rows[row].status; }
    [[nodiscard]] QLineEdit *reasonOf(int row) const { return m_rows[row].reason; }
    [[nodiscard]] QLineEdit *replacementOf(int row) const { return m_rows[row].replacement; }

signals:
    void edited();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Row
    {
        glossary::Term term; ///< as it came
        QWidget *box = nullptr;
        QLineEdit *text = nullptr;
        QComboBox *status = nullptr;
        QToolButton *abbreviation = nullptr;
        QToolButton *remove = nullptr;
        QWidget *why = nullptr;
        QLabel *reasonLabel = nullptr;
        QLineEdit *reason = nullptr;
        QLabel *replacementLabel = nullptr;
        QLineEdit *replacement = nullptr;
    };

    Row &insert(qsizetype at, const glossary::Term &term);
    void connectRow(const Row &row);
    void fit(const Row &row);
    void removeRow(const QWidget *box);
    void moveRow(const QWidget *box, int by);
    [[nodiscard]] qsizetype indexOf(const QWidget *box) const;
    [[nodiscard]] glossary::Term termOf(const Row &row) const;
    void retranslate();
    void retranslate(const Row &row);

    QString m_language;
    QList<Row> m_rows;
    QVBoxLayout *m_layout;
    bool m_filling = false;
};

} // namespace verbale::workbench
