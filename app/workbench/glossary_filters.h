#pragma once

#include <verbale/sdk/term.h>

#include <QtWidgets/QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QDataStream;
class QLineEdit;

namespace verbale::workbench {

/// Which entries the glossary window shows.
struct GlossaryFilter
{
    QString typed;
    QString domain;                   ///< empty: all
    std::optional<TermStatus> status; ///< none: all
    QString termbase;                 ///< empty: all
    QString authority;                ///< empty: all
    bool onlyUsed = false;            ///< in the open document

    [[nodiscard]] bool isEmpty() const { return *this == GlossaryFilter(); }
    friend bool operator==(const GlossaryFilter &, const GlossaryFilter &) = default;
};

/// The search field and the choices beside it. Tells what is wanted after every letter.
class GlossaryFilters final : public QWidget
{
    Q_OBJECT
public:
    struct NamedTermbase
    {
        QString id;
        QString name;
    };

    explicit GlossaryFilters(QWidget *parent = nullptr);

    [[nodiscard]] GlossaryFilter filter() const;
    void setFilter(const GlossaryFilter &filter);
    /// What there is to choose from. A choice of before stays, even when nothing has it any more.
    void setChoices(const QStringList &domains, const QStringList &authorities,
                    const QList<NamedTermbase> &termbases);
    void setDocumentOpen(bool open);
    /// The keyboard into the search field, its text selected.
    void takeFocus();

    [[nodiscard]] QLineEdit *search() const { return m_search; }
    [[nodiscard]] QComboBox *domain() const { return m_domain; }
    [[nodiscard]] QComboBox *status() const { return m_status; }
    [[nodiscard]] QComboBox *termbase() const { return m_termbase; }
    [[nodiscard]] QComboBox *authority() const { return m_authority; }
    [[nodiscard]] QCheckBox *onlyUsed() const { return m_onlyUsed; }

signals:
    void changed();
    void toTable(); ///< Down or Enter in the search field

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fillStatus();
    void retranslate();

    QLineEdit *m_search;
    QComboBox *m_domain;
    QComboBox *m_status;
    QComboBox *m_termbase;
    QComboBox *m_authority;
    QCheckBox *m_onlyUsed;
};

} // namespace verbale::workbench
