#include "workbench/glossary_pane.h"

#include "workbench/receipt_marks.h"
#include "workbench/status.h"
#include "workbench/term_card.h"

#include <QtCore/QEvent>
#include <QtCore/QHash>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QVBoxLayout>

namespace verbale::workbench {

namespace {

/// Of several occurrences of a term, the one with something to mend is shown.
int weight(const std::optional<TermReceipt> &receipt)
{
    if (!receipt)
        return 0;
    switch (receipt->state) {
    case ReceiptState::Used:
        return 1;
    case ReceiptState::NoTarget:
        return 2;
    case ReceiptState::Missing:
        return 3;
    case ReceiptState::Avoided:
        break;
    }
    return 4;
}

bool sameShown(const ShownTerm &one, const ShownTerm &other)
{
    return one.surface == other.surface && one.receipt == other.receipt && one.inShort == other.inShort &&
           one.hit.entryId == other.hit.entryId && one.hit.glossary == other.hit.glossary &&
           one.hit.target == other.hit.target && one.hit.alternatives == other.hit.alternatives &&
           one.hit.note == other.hit.note && one.hit.status == other.hit.status;
}

} // namespace

void TermListModel::show(const Segment *segment, const QList<qsizetype> &shortForms)
{
    const QList<ShownTerm> before = std::exchange(m_terms, {});
    QHash<QString, qsizetype> seen;
    for (qsizetype i = 0; segment != nullptr && i < segment->terms.size(); ++i) {
        const TermHit &hit = segment->terms[i];
        const TermReceipt *found = receiptOf(*segment, i);
        ShownTerm shown{segment->source.text.mid(hit.span.start, hit.span.length()), hit, {}, false};
        if (found != nullptr) {
            shown.receipt = *found;
            shown.inShort = shortForms.contains(found - segment->receipts.constData());
        }
        const QString key = hit.glossary + u'\n' + hit.entryId + u'\n' + hit.target;
        const auto known = seen.constFind(key);
        if (known == seen.constEnd()) {
            seen.insert(key, m_terms.size());
            m_terms.append(shown);
        } else if (weight(shown.receipt) > weight(m_terms[*known].receipt)) {
            m_terms[*known] = shown;
        }
    }
    if (segment != nullptr && !segment->target.text.trimmed().isEmpty())
        addAvoided(*segment);
    if (std::equal(before.begin(), before.end(), m_terms.begin(), m_terms.end(), sameShown))
        return;
    if (before.size() == m_terms.size() && !before.isEmpty()) { // the same cards: nothing jumps
        emit dataChanged(index(0), index(rowCount() - 1));
        emit layoutChanged();
        return;
    }
    const QList<ShownTerm> now = std::exchange(m_terms, before);
    beginResetModel();
    m_terms = now;
    endResetModel();
}

void TermListModel::addAvoided(const Segment &segment)
{
    for (const TermReceipt &receipt : segment.receipts) {
        if (receipt.hit >= 0)
            continue;
        ShownTerm shown;
        shown.hit.target = receipt.expected.isEmpty() ? receipt.found : receipt.expected;
        shown.hit.status = receipt.status;
        shown.receipt = receipt;
        m_terms.append(shown);
    }
}

int TermListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_terms.size());
}

QVariant TermListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_terms.size())
        return {};
    const ShownTerm &term = m_terms[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return term.hit.target;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1. %2: %3. %4. %5")
            .arg(index.row() + 1)
            .arg(term.surface, term.hit.target,
                 term.receipt ? receiptText(*term.receipt) : termStatusText(term.hit.status),
                 term.hit.authority);
    case TermRole:
        return QVariant::fromValue(term);
    default:
        return {};
    }
}

GlossaryPane::GlossaryPane(QWidget *parent)
    : QWidget(parent)
    , m_model(new TermListModel(this))
    , m_list(new QListView(this))
    , m_title(new QLabel(this))
    , m_hint(new QLabel(this))
{
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setContentsMargins(14, 0, 8, 0);
    m_title->setFixedHeight(34);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new TermCard(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMouseTracking(true);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setMinimumHeight(80);
    m_title->setBuddy(m_list);
    m_hint->setWordWrap(true);
    m_hint->setContentsMargins(14, 10, 14, 10);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_hint->setBackgroundRole(QPalette::Base);
    m_hint->setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_title);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_hint, 1);
    // Activated by a double click (the styles here do not activate on one click) and by Enter.
    connect(m_list, &QListView::activated, this,
            [this](const QModelIndex &index) { emit insertRequested(term(index.row())); });
    connect(m_list, &QListView::customContextMenuRequested, this, &GlossaryPane::showMenu);
    retranslate();
}

void GlossaryPane::showSegment(const Segment *segment, const QList<qsizetype> &shortForms)
{
    m_hasSegment = segment != nullptr;
    m_model->show(segment, shortForms);
    updateState();
}

void GlossaryPane::setSearching(bool searching)
{
    m_searching = searching;
    updateState();
}

QString GlossaryPane::term(int number) const
{
    return number >= 0 && number < m_model->terms().size() ? m_model->terms()[number].hit.target : QString();
}

void GlossaryPane::takeFocus()
{
    if (m_model->rowCount() == 0)
        return;
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0));
    m_list->setFocus(Qt::ShortcutFocusReason);
}

void GlossaryPane::updateState()
{
    const bool any = m_model->rowCount() > 0;
    m_list->setVisible(any);
    m_hint->setVisible(!any);
    if (!any)
        m_hint->setText(!m_hasSegment ? QString()
                        : m_searching ? tr("Looking for terms…")
                                      : tr("No glossary term in this segment."));
}

void GlossaryPane::showMenu(const QPoint &at)
{
    const QModelIndex index = m_list->indexAt(at);
    if (!index.isValid())
        return;
    const TermHit &hit = m_model->terms()[index.row()].hit;
    const std::optional<TermReceipt> &receipt = m_model->terms()[index.row()].receipt;
    QMenu menu(this);
    if (receipt && receipt->state == ReceiptState::Avoided && !receipt->expected.isEmpty())
        menu.addAction(tr("Replace “%1” by “%2”").arg(receipt->found, receipt->expected), this,
                       &GlossaryPane::replaceRequested);
    for (const QString &english : QStringList(hit.target) + hit.alternatives) {
        QString shown = english;
        menu.addAction(tr("Insert “%1”").arg(shown.replace(u'&', QLatin1String("&&"))), this,
                       [this, english] { emit insertRequested(english); });
    }
    menu.exec(m_list->viewport()->mapToGlobal(at));
}

void GlossaryPane::retranslate()
{
    m_title->setText(tr("Glossary"));
    m_list->setAccessibleName(tr("Terms of this segment"));
    m_list->setToolTip(tr("Double click or Alt+number inserts the English"));
    updateState();
}

void GlossaryPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace verbale::workbench
