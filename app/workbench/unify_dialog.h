#pragma once

#include "workbench/term_uses.h"

#include <QtWidgets/QDialog>

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace verbale::workbench {

class DocumentController;

/// Shows what one English for an entry would change in the open document; what is ticked is written, as one
/// step of the document's undo.
class UnifyDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `english`: what there is to choose from, the best first.
    UnifyDialog(DocumentController &document, const QList<TermUse> &uses, const QStringList &english,
                QWidget *parent = nullptr);

    [[nodiscard]] QComboBox *english() const { return m_english; }
    [[nodiscard]] QListWidget *list() const { return m_list; }
    void accept() override;

private:
    void preview();

    DocumentController &m_document;
    QList<TermUse> m_uses;
    QList<Unified> m_changes;
    QComboBox *m_english;
    QLabel *m_summary;
    QListWidget *m_list;
    QPushButton *m_write;
};

} // namespace verbale::workbench
