#include "workbench/conflict_panel.h"

#include "workbench/finding_words.h"
#include "workbench/theme.h"

#include <QtCore/QEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace verbale::workbench {

namespace {

constexpr qsizetype shownConflicts = 5;

bool isSame(const session::TermConflict &a, const session::TermConflict &b)
{
    return a.code == b.code && a.severity == b.severity && a.message == b.message && a.other == b.other;
}

} // namespace

ConflictPanel::ConflictPanel(QWidget *parent)
    : QFrame(parent), m_lines(new QVBoxLayout), m_title(new QLabel(this)), m_save(new QPushButton(this))
{
    m_title->setWordWrap(true);
    m_save->setAutoDefault(false);
    m_lines->setSpacing(6);
    auto *end = new QHBoxLayout;
    end->addStretch(1);
    end->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(6);
    layout->addWidget(m_title);
    layout->addLayout(m_lines);
    layout->addLayout(end);
    setAutoFillBackground(true);
    connect(m_save, &QPushButton::clicked, this, &ConflictPanel::saveRequested);
    hide();
}

void ConflictPanel::show(const QString &problem, const QList<session::TermConflict> &conflicts, bool blocks)
{
    const bool same =
        problem == m_problem && blocks == m_blocks &&
        std::equal(conflicts.begin(), conflicts.end(), m_conflicts.begin(), m_conflicts.end(), isSame);
    if (same && isVisible())
        return;
    m_problem = problem;
    m_conflicts = conflicts;
    m_blocks = blocks;
    fill();
}

void ConflictPanel::fill()
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const bool any = !m_conflicts.isEmpty() || !m_problem.isEmpty();
    const Colours &c = coloursOf(palette());
    QPalette colours = palette();
    colours.setColor(QPalette::Window, m_blocks || !m_problem.isEmpty() ? c.warningBar : c.infoBar);
    setPalette(colours);
    m_title->setText(!m_problem.isEmpty() ? m_problem
                     : m_blocks           ? tr("<b>Look before it is saved</b>")
                                          : tr("<b>Good to know</b>"));
    setAccessibleName(m_problem);
    for (const session::TermConflict &conflict : m_conflicts.first(qMin(shownConflicts, m_conflicts.size())))
        addLine(conflict);
    if (m_conflicts.size() > shownConflicts) {
        m_lines->addWidget(new QLabel(
            tr("and %n more", nullptr, static_cast<int>(m_conflicts.size() - shownConflicts)), this));
    }
    m_save->setText(tr("Save &all the same"));
    m_save->setVisible(m_blocks && m_problem.isEmpty());
    setVisible(any);
}

void ConflictPanel::addLine(const session::TermConflict &conflict)
{
    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    auto *text = new QLabel(QStringLiteral("%1<br><span style='color:%2'>%3</span>")
                                .arg(findingTitle(conflict.code).toHtmlEscaped(),
                                     coloursOf(palette()).quietText.name(), conflict.message.toHtmlEscaped()),
                            line);
    text->setWordWrap(true);
    layout->addWidget(text, 1);
    if (conflict.other) {
        const session::EntryKey other = *conflict.other;
        auto *open = new QPushButton(tr("Open it"), line);
        auto *merge = new QPushButton(tr("Merge…"), line);
        open->setAutoDefault(false);
        merge->setAutoDefault(false);
        // Another entry is opened after this one was left: the line is gone by then.
        connect(
            open, &QPushButton::clicked, this, [this, other] { emit openRequested(other); },
            Qt::QueuedConnection);
        connect(
            merge, &QPushButton::clicked, this, [this, other] { emit mergeRequested(other); },
            Qt::QueuedConnection);
        layout->addWidget(open, 0, Qt::AlignTop);
        layout->addWidget(merge, 0, Qt::AlignTop);
    }
    m_lines->addWidget(line);
}

void ConflictPanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

} // namespace verbale::workbench
