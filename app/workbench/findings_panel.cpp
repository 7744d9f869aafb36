#include "workbench/findings_panel.h"

#include "workbench/finding_words.h"
#include "workbench/theme.h"

#include <QtCore/QEvent>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>
#include <QtWidgets/QVBoxLayout>

namespace verbale::workbench {

class FindingsModel final : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    void show(const QList<session::GlossaryFinding> &findings)
    {
        beginResetModel();
        m_findings = findings;
        endResetModel();
    }
    [[nodiscard]] const QList<session::GlossaryFinding> &findings() const { return m_findings; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_findings.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (index.row() < 0 || index.row() >= m_findings.size())
            return {};
        const session::GlossaryFinding &finding = m_findings[index.row()];
        if (role == Qt::DisplayRole)
            return QStringLiteral("%1 · %2").arg(findingTitle(finding.code), finding.error.message);
        if (role == Qt::ToolTipRole)
            return finding.error.message;
        return {};
    }

private:
    QList<session::GlossaryFinding> m_findings;
};

FindingsPanel::FindingsPanel(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_list(new QListView(this))
    , m_model(new FindingsModel(this))
{
    m_title->setContentsMargins(12, 6, 12, 6);
    m_list->setModel(m_model);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setSpacing(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_title);
    layout->addWidget(m_list, 1);
    connect(m_list, &QListView::activated, this, &FindingsPanel::openCurrent);
    connect(m_list, &QListView::clicked, this, &FindingsPanel::openCurrent);
    retranslate();
}

void FindingsPanel::setBusy()
{
    if (m_state != State::Shown) // a list that is only looked at anew stays readable
        m_state = State::Busy;
    retranslate();
}

void FindingsPanel::show(const QList<session::GlossaryFinding> &findings)
{
    const int before = currentRow();
    const QString code = before >= 0 ? m_model->findings()[before].code : QString();
    const QString entry = before >= 0 ? m_model->findings()[before].entry : QString();
    m_model->show(findings);
    m_state = State::Shown;
    int at = -1;
    for (qsizetype i = 0; i < findings.size() && at < 0; ++i) {
        if (findings[i].code == code && findings[i].entry == entry)
            at = static_cast<int>(i);
    }
    // The one that was fixed is gone: its place is the one before the next.
    if (at < 0 && before >= 0)
        at = qMin(before, static_cast<int>(findings.size())) - 1;
    m_list->setCurrentIndex(m_model->index(at));
    retranslate();
}

void FindingsPanel::tell(const QString &problem)
{
    m_state = State::Failed;
    m_problem = problem;
    m_model->show({});
    retranslate();
}

int FindingsPanel::count() const
{
    return m_model->rowCount();
}

int FindingsPanel::currentRow() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? index.row() : -1;
}

bool FindingsPanel::step(int by)
{
    if (count() == 0)
        return false;
    int row = currentRow() + by;
    if (row < 0)
        row = count() - 1;
    if (row >= count())
        row = 0;
    m_list->setCurrentIndex(m_model->index(row));
    openCurrent();
    return true;
}

void FindingsPanel::openCurrent()
{
    const int row = currentRow();
    if (row < 0)
        return;
    const session::GlossaryFinding finding = m_model->findings()[row];
    if (!finding.entry.isEmpty())
        emit openRequested({finding.error.where.file, finding.entry});
}

void FindingsPanel::retranslate()
{
    switch (m_state) {
    case State::Nothing:
        m_title->setText(tr("Findings"));
        break;
    case State::Busy:
        m_title->setText(tr("Looking through the termbases…"));
        break;
    case State::Shown:
        m_title->setText(count() == 0 ? tr("Nothing to find fault with.")
                                      : tr("%n finding(s) · F8 goes to the next one", nullptr, count()));
        break;
    case State::Failed:
        m_title->setText(m_problem);
        break;
    }
    m_list->setAccessibleName(tr("Findings"));
}

void FindingsPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_list->viewport()->update();
    }
}

} // namespace verbale::workbench
