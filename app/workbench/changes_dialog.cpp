#include "workbench/changes_dialog.h"

#include "workbench/document_controller.h"
#include "workbench/history_dialog.h"
#include "workbench/journal_service.h"
#include "workbench/segment_model.h"
#include "workbench/theme.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTextBrowser>
#include <QtWidgets/QTreeWidget>
#include <QtWidgets/QVBoxLayout>

namespace verbale::workbench {

namespace {

QString shown(const InlineText &text)
{
    return text.isEmpty() ? ChangesDialog::tr("(empty)") : readableText(text, text.codes).simplified();
}

} // namespace

ChangesDialog::ChangesDialog(DocumentController &controller, JournalService &journal,
                             const QList<ChangeConflict> &conflicts, QWidget *parent)
    : QDialog(parent), m_controller(controller), m_journal(journal), m_conflicts(conflicts)
{
    setWindowTitle(tr("Edits of two"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(10);
    if (!m_conflicts.isEmpty())
        layout->addWidget(makeConflicts(), 2);
    if (!m_journal.unplaced().isEmpty())
        layout->addWidget(makeUnplaced(), 1);
    auto *close = new QPushButton(tr("Close"), this);
    close->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(close);
    layout->addLayout(buttons);
    resize(860, 520);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(&controller, &DocumentController::closed, this, &QDialog::close);
}

QWidget *ChangesDialog::makeConflicts()
{
    auto *part = new QWidget(this);
    auto *head =
        new QLabel(tr("<b>%n segment(s) were changed here and by another program.</b> Your text stands "
                      "in the document; the other one can take its place.",
                      nullptr, static_cast<int>(m_conflicts.size())),
                   part);
    head->setWordWrap(true);
    m_list = new QTreeWidget(part);
    m_list->setColumnCount(4);
    m_list->setHeaderLabels({tr("Segment"), tr("Yours"), tr("The other one"), tr("Taken")});
    m_list->setRootIsDecorated(false);
    m_list->setWordWrap(true);
    m_list->setAccessibleName(tr("Segments that both have changed"));
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(3, QHeaderView::ResizeToContents);
    for (const ChangeConflict &conflict : std::as_const(m_conflicts)) {
        auto *item = new QTreeWidgetItem(m_list);
        const int row = m_controller.rowOfAddress(conflict.where);
        item->setText(0, row >= 0 ? QString::number(row + 1) : conflict.where.unit);
        item->setToolTip(0, conflict.source);
        item->setText(1, shown(conflict.ours.target));
        item->setText(2, shown(conflict.theirs.target));
        item->setText(3, tr("yours"));
        for (const int column : {1, 2})
            item->setToolTip(column, item->text(column));
    }
    m_list->setCurrentItem(m_list->topLevelItem(0));
    auto *theirs = new QPushButton(tr("Take the &other one"), part);
    auto *ours = new QPushButton(tr("Keep &yours"), part);
    for (QPushButton *button : {theirs, ours})
        button->setAutoDefault(false);
    connect(theirs, &QPushButton::clicked, this, [this] { takeTheirs(chosen()); });
    connect(ours, &QPushButton::clicked, this, [this] { takeOurs(chosen()); });
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this] {
        const int row = chosen() < 0 ? -1 : m_controller.rowOfAddress(m_conflicts[chosen()].where);
        if (row >= 0)
            emit segmentRequested(row);
    });
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(ours);
    buttons->addWidget(theirs);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(head);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    return part;
}

QWidget *ChangesDialog::makeUnplaced()
{
    auto *part = new QWidget(this);
    const QList<JournalEntry> &entries = m_journal.unplaced();
    auto *head =
        new QLabel(tr("<b>For %n edit(s) the file has no place any more.</b> They are kept until you "
                      "throw them away.",
                      nullptr, static_cast<int>(entries.size())),
                   part);
    head->setWordWrap(true);
    auto *texts = new QTextBrowser(part);
    texts->setAccessibleName(tr("Edits without a place"));
    QString all;
    for (const JournalEntry &entry : entries) {
        const auto &change = std::get<TargetChange>(entry.change);
        all += QStringLiteral("<p><span style=\"color:%1\">%2 · %3</span><br>%4</p>")
                   .arg(coloursOf(palette()).quietText.name(), whenText(entry.time).toHtmlEscaped(),
                        shown(change.source).toHtmlEscaped(), shown(change.after.target).toHtmlEscaped());
    }
    texts->setHtml(all);
    auto *copy = new QPushButton(tr("&Copy them"), part);
    auto *drop = new QPushButton(tr("Throw them &away"), part);
    for (QPushButton *button : {copy, drop})
        button->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this, &ChangesDialog::copyUnplaced);
    connect(drop, &QPushButton::clicked, this, [this, part] {
        m_journal.dropUnplaced();
        part->hide();
    });
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(copy);
    buttons->addWidget(drop);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(head);
    layout->addWidget(texts, 1);
    layout->addLayout(buttons);
    return part;
}

int ChangesDialog::chosen() const
{
    return m_list != nullptr ? m_list->indexOfTopLevelItem(m_list->currentItem()) : -1;
}

void ChangesDialog::take(int conflict, const TargetVersion &version, const QString &label)
{
    if (conflict < 0 || conflict >= m_conflicts.size())
        return;
    const int row = m_controller.rowOfAddress(m_conflicts[conflict].where);
    if (row < 0 || !m_controller.isEditable(row))
        return;
    m_controller.restoreVersion(row, version, tr("Choosing between two edits"));
    m_list->topLevelItem(conflict)->setText(3, label);
    if (QTreeWidgetItem *next = m_list->topLevelItem(conflict + 1))
        m_list->setCurrentItem(next);
}

void ChangesDialog::takeTheirs(int conflict)
{
    if (conflict >= 0 && conflict < m_conflicts.size())
        take(conflict, m_conflicts[conflict].theirs, tr("the other one"));
}

void ChangesDialog::takeOurs(int conflict)
{
    if (conflict >= 0 && conflict < m_conflicts.size())
        take(conflict, m_conflicts[conflict].ours, tr("yours"));
}

void ChangesDialog::copyUnplaced() const
{
    QStringList lines;
    for (const JournalEntry &entry : m_journal.unplaced()) {
        const auto &change = std::get<TargetChange>(entry.change);
        lines.append(shown(change.source) + QLatin1Char('\t') + shown(change.after.target));
    }
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

} // namespace verbale::workbench
