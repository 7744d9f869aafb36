#pragma once

#include "workbench/term_uses.h"

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;
class QTableWidget;

namespace verbale::workbench {

class DocumentController;

/// Where the open document has the entry, and what its translation says there.
class UsesPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit UsesPanel(DocumentController &document, QWidget *parent = nullptr);

    void show(const QList<TermUse> &uses);
    [[nodiscard]] const QList<TermUse> &uses() const { return m_uses; }
    [[nodiscard]] QTableWidget *table() const { return m_table; }

signals:
    void segmentRequested(int row);
    void unifyRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QString foundText(const TermUse &use) const;
    void fill();

    DocumentController &m_document;
    QList<TermUse> m_uses;
    QLabel *m_title;
    QPushButton *m_unify;
    QTableWidget *m_table;
};

} // namespace verbale::workbench
