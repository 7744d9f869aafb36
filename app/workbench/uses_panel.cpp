#include "workbench/uses_panel.h"

#include "workbench/document_controller.h"
#include "workbench/theme.h"

#include <QtCore/QEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QVBoxLayout>

namespace verbale::workbench {

namespace {

constexpr qsizetype contextLength = 40;

} // namespace

UsesPanel::UsesPanel(DocumentController &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_title(new QLabel(this))
    , m_unify(new QPushButton(this))
    , m_table(new QTableWidget(this))
{
    m_table->setColumnCount(3);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 4, 12, 4);
    head->addWidget(m_title, 1);
    head->addWidget(m_unify);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_table, 1);
    connect(m_unify, &QPushButton::clicked, this, &UsesPanel::unifyRequested);
    connect(m_table, &QTableWidget::cellActivated, this,
            [this](int row) { emit segmentRequested(m_uses.value(row).row); });
    fill();
}

void UsesPanel::show(const QList<TermUse> &uses)
{
    m_uses = uses;
    fill();
}

QString UsesPanel::foundText(const TermUse &use) const
{
    if (!use.hasTarget)
        return tr("not translated yet");
    if (!use.isKnown)
        return tr("not looked at yet");
    switch (use.state) {
    case ReceiptState::Used:
        return use.found;
    case ReceiptState::Avoided:
        return tr("%1 (not to be used)").arg(use.found);
    case ReceiptState::NoTarget:
    case ReceiptState::Missing:
        break;
    }
    return use.found.isEmpty() ? tr("not found in the translation") : use.found;
}

void UsesPanel::fill()
{
    const int row = m_table->currentRow();
    const Colours &c = coloursOf(palette());
    m_table->setHorizontalHeaderLabels({tr("Segment"), tr("Source"), tr("Translation")});
    m_table->setAccessibleName(tr("Where the entry is used"));
    m_table->setRowCount(static_cast<int>(m_uses.size()));
    for (int i = 0; i < m_table->rowCount(); ++i) {
        const TermUse &use = m_uses[i];
        const QString source =
            use.row < m_document.rowCount()
                ? excerpt(m_document.segment(use.row).source.text, use.source, contextLength)
                : QString();
        const QStringList cells{QString::number(use.row + 1), source, foundText(use)};
        for (int column = 0; column < cells.size(); ++column) {
            auto *item = new QTableWidgetItem(cells[column]);
            item->setToolTip(cells[column]);
            if (column == 2) {
                const bool wrong = use.hasTarget && use.isKnown && use.state != ReceiptState::Used;
                item->setForeground(!use.isKnown || !use.hasTarget ? c.quietText
                                    : wrong                        ? c.forbidden
                                                                   : c.text);
            }
            m_table->setItem(i, column, item);
        }
    }
    if (!m_uses.isEmpty())
        m_table->setCurrentCell(qBound(0, row, m_table->rowCount() - 1), 0);
    m_title->setText(!m_document.hasDocument() ? tr("No document is open.")
                     : m_uses.isEmpty()        ? tr("The document does not have this entry.")
                                        : tr("%n time(s) in this document · Enter goes there", nullptr,
                                             static_cast<int>(m_uses.size())));
    m_unify->setText(tr("&Unify…"));
    m_unify->setToolTip(tr("Write one English for this entry in the whole document (Ctrl+U)"));
    m_unify->setEnabled(!m_uses.isEmpty());
}

void UsesPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        fill();
}

} // namespace verbale::workbench
