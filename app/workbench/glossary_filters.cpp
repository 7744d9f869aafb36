#include "workbench/glossary_filters.h"

#include "workbench/status.h"

#include <QtCore/QEvent>
#include <QtCore/QSignalBlocker>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

namespace verbale::workbench {

namespace {

constexpr std::array statuses{TermStatus::Preferred, TermStatus::Admitted, TermStatus::Deprecated,
                              TermStatus::Forbidden};

QComboBox *makeChoice(QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(9);
    box->setMaxVisibleItems(24);
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    box->addItem(QString(), QString());
    return box;
}

void choose(QComboBox *box, const QString &value)
{
    int at = box->findData(value);
    if (at < 0) {
        box->addItem(value, value);
        at = box->count() - 1;
    }
    box->setCurrentIndex(at);
}

} // namespace

GlossaryFilters::GlossaryFilters(QWidget *parent)
    : QWidget(parent)
    , m_search(new QLineEdit(this))
    , m_domain(makeChoice(this))
    , m_status(makeChoice(this))
    , m_termbase(makeChoice(this))
    , m_authority(makeChoice(this))
    , m_onlyUsed(new QCheckBox(this))
{
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    fillStatus();
    auto *choices = new QHBoxLayout;
    choices->setSpacing(8);
    for (QComboBox *box : {m_domain, m_status, m_termbase, m_authority})
        choices->addWidget(box, 1);
    auto *first = new QHBoxLayout;
    first->setSpacing(12);
    first->addWidget(m_search, 1);
    first->addWidget(m_onlyUsed);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(8);
    layout->addLayout(first);
    layout->addLayout(choices);
    setTabOrder(m_search, m_onlyUsed);
    setTabOrder(m_onlyUsed, m_domain);
    connect(m_search, &QLineEdit::textChanged, this, &GlossaryFilters::changed);
    for (const QComboBox *box : {m_domain, m_status, m_termbase, m_authority})
        connect(box, &QComboBox::currentIndexChanged, this, &GlossaryFilters::changed);
    connect(m_onlyUsed, &QCheckBox::toggled, this, &GlossaryFilters::changed);
    retranslate();
    setDocumentOpen(false);
}

GlossaryFilter GlossaryFilters::filter() const
{
    GlossaryFilter filter;
    filter.typed = m_search->text();
    filter.domain = m_domain->currentData().toString();
    if (m_status->currentIndex() > 0)
        filter.status = statuses[static_cast<std::size_t>(m_status->currentIndex() - 1)];
    filter.termbase = m_termbase->currentData().toString();
    filter.authority = m_authority->currentData().toString();
    filter.onlyUsed = m_onlyUsed->isChecked() && m_onlyUsed->isEnabled();
    return filter;
}

void GlossaryFilters::setFilter(const GlossaryFilter &wanted)
{
    if (wanted == filter())
        return;
    {
        const QSignalBlocker quiet(this);
        m_search->setText(wanted.typed);
        choose(m_domain, wanted.domain);
        m_status->setCurrentIndex(wanted.status ? static_cast<int>(*wanted.status) + 1 : 0);
        choose(m_termbase, wanted.termbase);
        choose(m_authority, wanted.authority);
        m_onlyUsed->setChecked(wanted.onlyUsed);
    }
    emit changed();
}

void GlossaryFilters::setChoices(const QStringList &domains, const QStringList &authorities,
                                 const QList<NamedTermbase> &termbases)
{
    const auto refill = [](QComboBox *box, const QList<NamedTermbase> &choices) {
        const QSignalBlocker quiet(box);
        const QString chosen = box->currentData().toString();
        while (box->count() > 1)
            box->removeItem(box->count() - 1);
        for (const NamedTermbase &choice : choices) {
            if (!choice.id.isEmpty()) {
                box->addItem(choice.name, choice.id);
                box->setItemData(box->count() - 1, choice.name, Qt::ToolTipRole);
            }
        }
        choose(box, chosen);
    };
    const auto named = [](const QStringList &names) {
        QList<NamedTermbase> choices;
        for (const QString &name : names)
            choices.append({name, name});
        return choices;
    };
    refill(m_domain, named(domains));
    refill(m_authority, named(authorities));
    refill(m_termbase, termbases);
}

void GlossaryFilters::setDocumentOpen(bool open)
{
    if (m_onlyUsed->isEnabled() == open)
        return;
    m_onlyUsed->setEnabled(open);
    if (m_onlyUsed->isChecked())
        emit changed();
}

void GlossaryFilters::takeFocus()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

bool GlossaryFilters::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
        const bool on =
            key->key() == Qt::Key_Down || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (on && key->modifiers() == Qt::NoModifier) {
            emit toTable();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void GlossaryFilters::fillStatus()
{
    while (m_status->count() <= static_cast<int>(statuses.size()))
        m_status->addItem(QString(), QStringLiteral("status"));
    for (std::size_t i = 0; i < statuses.size(); ++i)
        m_status->setItemText(static_cast<int>(i) + 1, termStatusText(statuses[i]));
}

void GlossaryFilters::retranslate()
{
    m_search->setPlaceholderText(tr("Search in Vietnamese or English, with or without diacritics"));
    m_search->setAccessibleName(tr("Search"));
    m_onlyUsed->setText(tr("&Used in this document"));
    m_domain->setItemText(0, tr("All domains"));
    m_domain->setAccessibleName(tr("Domain"));
    m_status->setItemText(0, tr("Every status"));
    m_status->setAccessibleName(tr("Status"));
    m_termbase->setItemText(0, tr("All termbases"));
    m_termbase->setAccessibleName(tr("Termbase"));
    m_authority->setItemText(0, tr("Every authority"));
    m_authority->setAccessibleName(tr("Authority"));
    fillStatus();
}

void GlossaryFilters::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace verbale::workbench
