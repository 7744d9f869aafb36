#include "workbench/glossary_pane.h"

#include "workbench/status.h"
#include "workbench/term_card.h"

#include <QtCore/QEvent>
#include <QtCore/QSet>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QVBoxLayout>

namespace verbale::workbench {

void TermListModel::show(const Segment *segment)
{
    beginResetModel();
    m_terms.clear();
    QSet<QString> seen;
    if (segment != nullptr) {
        for (const TermHit &hit : segment->terms) {
            const QString key = hit.glossary + u'\n' + hit.entryId + u'\n' + hit.target;
            if (seen.contains(key))
                continue;
            seen.insert(key);
            m_terms.append({segment->source.text.mid(hit.span.start, hit.span.length()), hit});
        }
    }
    endResetModel();
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
            .arg(term.surface, term.hit.target, termStatusText(term.hit.status), term.hit.authority);
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

void GlossaryPane::showSegment(const Segment *segment)
{
    m_hasSegment = segment != nullptr;
    m_model->show(segment);
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
    QMenu menu(this);
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
