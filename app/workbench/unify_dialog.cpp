#include "workbench/unify_dialog.h"

#include "workbench/document_controller.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace verbale::workbench {

namespace {

QString changesText(const Unified &change)
{
    QStringList parts;
    for (qsizetype i = 0; i < change.changed.size(); ++i) {
        const Span &old = change.changed[i];
        const Span &now = change.replaced[i];
        parts.append(QStringLiteral("%1 → %2").arg(change.before.mid(old.start, old.length()),
                                                   change.after.text.mid(now.start, now.length())));
    }
    return parts.join(QStringLiteral("; "));
}

} // namespace

UnifyDialog::UnifyDialog(DocumentController &document, const QList<TermUse> &uses, const QStringList &english,
                         QWidget *parent)
    : QDialog(parent)
    , m_document(document)
    , m_uses(uses)
    , m_english(new QComboBox(this))
    , m_summary(new QLabel(this))
    , m_list(new QListWidget(this))
    , m_write(new QPushButton(tr("&Write it"), this))
{
    setWindowTitle(tr("Unify"));
    m_english->addItems(english);
    m_english->setEditable(true);
    m_english->setInsertPolicy(QComboBox::NoInsert);
    m_english->setAccessibleName(tr("The English for this entry"));
    m_summary->setWordWrap(true);
    m_list->setWordWrap(true);
    m_list->setAlternatingRowColors(false);
    m_list->setSpacing(3);
    m_list->setAccessibleName(tr("What would change"));
    m_write->setDefault(true);
    auto *label = new QLabel(tr("The &English for this entry"), this);
    label->setBuddy(m_english);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_write);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(10);
    layout->addWidget(label);
    layout->addWidget(m_english);
    layout->addWidget(m_summary);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    resize(760, 460);
    connect(m_english, &QComboBox::currentTextChanged, this, &UnifyDialog::preview);
    connect(m_write, &QPushButton::clicked, this, &UnifyDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    preview();
}

void UnifyDialog::preview()
{
    const QString english = m_english->currentText().simplified();
    m_changes = english.isEmpty() ? QList<Unified>() : unify(m_document, m_uses, english);
    m_list->clear();
    for (const Unified &change : std::as_const(m_changes)) {
        auto *item = new QListWidgetItem(
            QStringLiteral("%1. %2\n%3").arg(change.row + 1).arg(changesText(change), change.after.text),
            m_list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
        item->setToolTip(change.before);
    }
    if (m_list->count() > 0)
        m_list->setCurrentRow(0);
    m_summary->setText(
        m_changes.isEmpty()
            ? tr("Nothing to change: the translation says so already, or nobody has looked at it yet.")
            : tr("%n segment(s) say something else. Space unticks what is to stay.", nullptr,
                 static_cast<int>(m_changes.size())));
    m_write->setEnabled(!m_changes.isEmpty());
}

void UnifyDialog::accept()
{
    QMap<int, InlineText> targets;
    for (int i = 0; i < m_list->count(); ++i) {
        const Unified &change = m_changes[i];
        const bool present =
            change.row < m_document.rowCount() && m_document.segment(change.row).revision == change.revision;
        if (present && m_list->item(i)->checkState() == Qt::Checked)
            targets.insert(change.row, change.after);
    }
    m_document.setTargets(targets, tr("Unify “%1”").arg(m_english->currentText().simplified()));
    QDialog::accept();
}

} // namespace verbale::workbench
