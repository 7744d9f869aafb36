#include "workbench/term_lines.h"

#include "workbench/field_keys.h"
#include "workbench/icons.h"
#include "workbench/status.h"

#include <QtCore/QEvent>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

namespace verbale::workbench {

namespace {

constexpr std::array statuses{TermStatus::Preferred, TermStatus::Admitted, TermStatus::Deprecated,
                              TermStatus::Forbidden};

QString typedText(const QLineEdit *field)
{
    return field->text().normalized(QString::NormalizationForm_C).trimmed();
}

bool isAvoided(TermStatus status)
{
    return status == TermStatus::Deprecated || status == TermStatus::Forbidden;
}

/// A text that nobody has touched stays as it came, white space and all.
QString valueOf(const QLineEdit *field, const QString &came)
{
    return field->text() == came ? came : typedText(field);
}

} // namespace

TermLines::TermLines(const QString &language, QWidget *parent)
    : QWidget(parent), m_language(language), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(4);
}

void TermLines::setTerms(const QList<glossary::Term> &terms)
{
    m_filling = true;
    while (m_rows.size() > qMax<qsizetype>(1, terms.size())) {
        m_rows.last().box->hide();
        m_rows.last().box->deleteLater();
        m_rows.removeLast();
    }
    // Rows that stand there are filled anew: making them takes longer.
    for (qsizetype i = 0; i < qMax<qsizetype>(1, terms.size()); ++i) {
        const glossary::Term term = i < terms.size() ? terms[i] : glossary::Term{m_language, {}};
        if (i >= m_rows.size()) {
            insert(i, term);
            continue;
        }
        Row &row = m_rows[i];
        row.term = term;
        row.text->setText(term.text);
        row.text->setCursorPosition(0);
        row.status->setCurrentIndex(static_cast<int>(term.status));
        row.abbreviation->setChecked(term.abbreviation);
        row.reason->setText(term.reason);
        row.replacement->setText(term.replacement);
        fit(row);
    }
    m_filling = false;
    retranslate();
}

glossary::Term TermLines::termOf(const Row &row) const
{
    glossary::Term term = row.term;
    term.text = valueOf(row.text, row.term.text);
    term.status = statuses[static_cast<std::size_t>(qMax(0, row.status->currentIndex()))];
    term.abbreviation = row.abbreviation->isChecked();
    if (isAvoided(term.status)) { // a term that may be used again keeps what it came with
        term.reason = valueOf(row.reason, row.term.reason);
        term.replacement = valueOf(row.replacement, row.term.replacement);
    }
    return term;
}

QList<glossary::Term> TermLines::terms() const
{
    QList<glossary::Term> terms;
    for (const Row &row : m_rows) {
        const glossary::Term term = termOf(row);
        if (!term.text.isEmpty())
            terms.append(term);
    }
    return terms;
}

TermLines::Row &TermLines::insert(qsizetype at, const glossary::Term &term)
{
    Row row;
    row.term = term;
    row.box = new QWidget(this);
    row.text = new QLineEdit(term.text, row.box);
    row.text->setCursorPosition(0);
    row.status = new QComboBox(row.box);
    for (const TermStatus status : statuses)
        row.status->addItem(termStatusText(status));
    row.status->setCurrentIndex(static_cast<int>(term.status));
    row.abbreviation = new QToolButton(row.box);
    row.abbreviation->setCheckable(true);
    row.abbreviation->setChecked(term.abbreviation);
    row.abbreviation->setFocusPolicy(Qt::TabFocus);
    row.remove = new QToolButton(row.box);
    row.remove->setIcon(icon(Glyph::Close));
    row.remove->setIconSize({14, 14});
    row.remove->setAutoRaise(true);
    row.remove->setFocusPolicy(Qt::TabFocus);
    row.why = new QWidget(row.box);
    row.reasonLabel = new QLabel(row.why);
    row.reason = new QLineEdit(term.reason, row.why);
    row.replacementLabel = new QLabel(row.why);
    row.replacement = new QLineEdit(term.replacement, row.why);
    auto *why = new QGridLayout(row.why);
    why->setContentsMargins(16, 0, 0, 2);
    why->setHorizontalSpacing(8);
    why->setVerticalSpacing(4);
    why->addWidget(row.reasonLabel, 0, 0);
    why->addWidget(row.reason, 0, 1);
    why->addWidget(row.replacementLabel, 1, 0);
    why->addWidget(row.replacement, 1, 1);
    auto *line = new QHBoxLayout;
    line->setSpacing(4);
    line->addWidget(row.text, 1);
    line->addWidget(row.status);
    line->addWidget(row.abbreviation);
    line->addWidget(row.remove);
    auto *layout = new QVBoxLayout(row.box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(line);
    layout->addWidget(row.why);
    m_layout->insertWidget(static_cast<int>(at), row.box);
    connectRow(row);
    fit(row);
    retranslate(row);
    m_rows.insert(at, row);
    // The keyboard goes through the rows in their order, wherever a row was put in.
    for (qsizetype i = 1; i < m_rows.size(); ++i) {
        setTabOrder(m_rows[i - 1].replacement, m_rows[i].text);
        setTabOrder(m_rows[i].text, m_rows[i].status);
        setTabOrder(m_rows[i].status, m_rows[i].abbreviation);
        setTabOrder(m_rows[i].abbreviation, m_rows[i].remove);
        setTabOrder(m_rows[i].remove, m_rows[i].reason);
        setTabOrder(m_rows[i].reason, m_rows[i].replacement);
    }
    return m_rows[at];
}

void TermLines::connectRow(const Row &row)
{
    const auto tell = [this] {
        if (!m_filling)
            emit edited();
    };
    row.text->installEventFilter(this);
    for (QLineEdit *field : {row.text, row.reason, row.replacement}) {
        connect(field, &QLineEdit::textChanged, this, tell);
        shareUndoKeys(field);
    }
    connect(row.abbreviation, &QToolButton::toggled, this, tell);
    connect(row.status, &QComboBox::currentIndexChanged, this, [this, tell, box = row.box] {
        if (const qsizetype at = indexOf(box); at >= 0)
            fit(m_rows[at]);
        tell();
    });
    connect(row.remove, &QToolButton::clicked, this, [this, box = row.box] { removeRow(box); });
}

/// Reason and replacement stand there for a term that is not to be used.
void TermLines::fit(const Row &row)
{
    row.why->setVisible(isAvoided(statuses[static_cast<std::size_t>(qMax(0, row.status->currentIndex()))]));
}

qsizetype TermLines::indexOf(const QWidget *box) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [box](const Row &row) { return row.box == box; });
    return found == m_rows.end() ? -1 : found - m_rows.begin();
}

void TermLines::addRow()
{
    // One empty row is enough.
    if (m_rows.isEmpty() || !typedText(m_rows.last().text).isEmpty()) {
        const bool any = !m_rows.isEmpty();
        insert(m_rows.size(),
               {m_language, {}, any ? TermStatus::Admitted : TermStatus::Preferred, false, {}, {}, {}});
    }
    m_rows.last().text->setFocus(Qt::TabFocusReason);
}

void TermLines::takeFocus()
{
    if (m_rows.isEmpty())
        addRow();
    m_rows.first().text->setFocus(Qt::TabFocusReason);
    m_rows.first().text->selectAll();
}

void TermLines::removeRow(const QWidget *box)
{
    const qsizetype at = indexOf(box);
    if (at < 0)
        return;
    if (m_rows.size() == 1) {
        setTerms({});
    } else {
        m_rows[at].box->hide();
        m_rows[at].box->deleteLater();
        m_rows.removeAt(at);
    }
    m_rows[qMin(at, m_rows.size() - 1)].text->setFocus(Qt::TabFocusReason);
    emit edited();
}

void TermLines::moveRow(const QWidget *box, int by)
{
    const qsizetype from = indexOf(box);
    const qsizetype to = from + by;
    if (from < 0 || to < 0 || to >= m_rows.size())
        return;
    QList<glossary::Term> terms;
    for (const Row &row : std::as_const(m_rows))
        terms.append(termOf(row));
    terms.move(from, to);
    const int cursor = m_rows[from].text->cursorPosition();
    setTerms(terms);
    m_rows[to].text->setFocus(Qt::TabFocusReason);
    m_rows[to].text->setCursorPosition(cursor);
    emit edited();
}

bool TermLines::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const auto *box = static_cast<QWidget *>(watched)->parentWidget();
        const bool alt = key->modifiers() == Qt::AltModifier;
        if (alt && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            moveRow(box, key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
        if (key->modifiers() == Qt::NoModifier && key->key() == Qt::Key_Return) {
            addRow();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void TermLines::retranslate(const Row &row)
{
    const QString language = languageName(m_language);
    row.text->setAccessibleName(tr("%1 term").arg(language));
    row.text->setToolTip(tr("Enter adds a term, Alt+Up and Alt+Down move it"));
    for (int i = 0; i < row.status->count(); ++i)
        row.status->setItemText(i, termStatusText(statuses[static_cast<std::size_t>(i)]));
    row.status->setAccessibleName(tr("Status of the %1 term").arg(language));
    row.abbreviation->setText(tr("Abbr."));
    row.abbreviation->setToolTip(tr("It is an abbreviation"));
    row.abbreviation->setAccessibleName(tr("Abbreviation"));
    row.remove->setToolTip(tr("Remove this term"));
    row.remove->setAccessibleName(tr("Remove this term"));
    row.reasonLabel->setText(tr("Reason"));
    row.reason->setAccessibleName(tr("Why the term is not to be used"));
    row.replacementLabel->setText(tr("Instead"));
    row.replacement->setAccessibleName(tr("What to write instead"));
}

void TermLines::retranslate()
{
    for (const Row &row : std::as_const(m_rows))
        retranslate(row);
}

void TermLines::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace verbale::workbench
