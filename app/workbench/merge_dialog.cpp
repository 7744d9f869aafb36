#include "workbench/merge_dialog.h"

#include "workbench/entry_facts.h"
#include "workbench/entry_form.h"
#include "workbench/termbase_service.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace verbale::workbench {

MergeDialog::MergeDialog(TermbaseService &service, const QList<session::EntryKey> &keys,
                         const glossary::ConceptEntry &merged, QWidget *parent)
    : QDialog(parent)
    , m_service(service)
    , m_keys(keys)
    , m_form(new EntryForm(this))
    , m_merge(new QPushButton(tr("&Merge"), this))
{
    setWindowTitle(tr("Merge entries"));
    QStringList lines;
    for (const session::EntryKey &key : keys) {
        if (const auto row = service.termbases()->find(key))
            lines.append(QStringLiteral("• %1").arg(entryTitle(row->entry).toHtmlEscaped()));
    }
    auto *head = new QLabel(tr("<b>These %n entries become one</b>", nullptr, static_cast<int>(keys.size())) +
                                QStringLiteral("<br>") + lines.join(QStringLiteral("<br>")),
                            this);
    head->setWordWrap(true);
    head->setContentsMargins(14, 0, 14, 0);
    m_form->setChoices(service.termbases()->domains(), service.termbases()->authorities());
    m_form->setEntry(merged);
    m_merge->setDefault(true);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(14, 0, 14, 0);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_merge);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 14, 0, 14);
    layout->setSpacing(8);
    layout->addWidget(head);
    layout->addWidget(m_form, 1);
    layout->addLayout(buttons);
    resize(620, 600);
    connect(m_merge, &QPushButton::clicked, this, &MergeDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    const auto judge = [this] {
        const QString problem = m_form->problem();
        m_merge->setEnabled(problem.isEmpty());
        m_merge->setToolTip(problem);
    };
    connect(m_form, &EntryForm::edited, this, judge);
    judge();
}

void MergeDialog::accept()
{
    const Result<session::EntryKey> merged = m_service.merge(m_keys, m_form->entry());
    if (!merged.ok())
        return; // the window says why
    m_result = merged.value();
    QDialog::accept();
}

} // namespace verbale::workbench
