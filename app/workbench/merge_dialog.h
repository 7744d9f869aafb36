#pragma once

#include "session/termbase_values.h"

#include <QtWidgets/QDialog>

class QPushButton;

namespace verbale::workbench {

class EntryForm;
class TermbaseService;

/// Several entries as one, to look at and change before they are merged.
class MergeDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `merged`: of Termbases::merged().
    MergeDialog(TermbaseService &service, const QList<session::EntryKey> &keys,
                const glossary::ConceptEntry &merged, QWidget *parent = nullptr);

    [[nodiscard]] EntryForm *form() const { return m_form; }
    /// Closes when the entries were merged.
    void accept() override;
    /// The one that they have become.
    [[nodiscard]] const std::optional<session::EntryKey> &result() const { return m_result; }

private:
    TermbaseService &m_service;
    QList<session::EntryKey> m_keys;
    EntryForm *m_form;
    QPushButton *m_merge;
    std::optional<session::EntryKey> m_result;
};

} // namespace verbale::workbench
