#pragma once

#include "session/termbases.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace verbale::workbench {

class TermLines;

/// An entry as fields. What it has no field for is shown and kept.
class EntryForm final : public QWidget
{
    Q_OBJECT
public:
    explicit EntryForm(QWidget *parent = nullptr);

    /// Fills the fields; what was typed before is gone. The cursor stays in its field.
    void setEntry(const glossary::ConceptEntry &entry);
    /// Fills the fields with what somebody has written in the entry of setEntry(), which stays what it is
    /// compared with.
    void putTyped(const glossary::ConceptEntry &entry);
    /// As it stands in the fields.
    [[nodiscard]] glossary::ConceptEntry entry() const;
    /// Whether the fields say something else than setEntry() did.
    [[nodiscard]] bool isModified() const;
    /// What the fields offer while one types.
    void setChoices(const QStringList &domains, const QStringList &authorities);
    /// Why the entry cannot be saved as it stands: a sentence; empty when it can.
    [[nodiscard]] QString problem() const;
    void takeFocus();
    /// Widgets above and below the fields, which scroll with them.
    void addAbove(QWidget *widget);
    void addBelow(QWidget *widget);

    [[nodiscard]] TermLines *vietnamese() const { return m_vietnamese; }
    [[nodiscard]] TermLines *english() const { return m_english; }
    [[nodiscard]] QComboBox *domain() const { return m_domain; }
    [[nodiscard]] QComboBox *authority() const { return m_authority; }
    [[nodiscard]] QLineEdit *validFrom() const { return m_from; }
    [[nodiscard]] QLineEdit *validTo() const { return m_to; }
    [[nodiscard]] QPlainTextEdit *note() const { return m_note; }
    [[nodiscard]] QPlainTextEdit *example() const { return m_example; }

signals:
    void edited();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fillFields(const glossary::ConceptEntry &entry);
    void makeFields();
    void layOut();
    void markDates();
    void showOther();
    void retranslate();

    glossary::ConceptEntry m_came;     ///< as setEntry() was given it
    glossary::ConceptEntry m_baseline; ///< entry() just after that
    bool m_filling = false;
    QScrollArea *m_scroll;
    QVBoxLayout *m_column;
    int m_above = 0;
    QLabel *m_vietnameseTitle;
    TermLines *m_vietnamese;
    QToolButton *m_addVietnamese;
    QLabel *m_englishTitle;
    TermLines *m_english;
    QToolButton *m_addEnglish;
    QFormLayout *m_fields;
    QComboBox *m_domain;
    QComboBox *m_partOfSpeech;
    QComboBox *m_authority;
    QLineEdit *m_from;
    QLineEdit *m_to;
    QLabel *m_until;
    QPlainTextEdit *m_note;
    QPlainTextEdit *m_example;
    QLabel *m_other;
};

} // namespace verbale::workbench
