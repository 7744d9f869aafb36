#include "workbench/changes_dialog.h"

#include "workbench/document_controller.h"
#include "workbench/history_dialog.h"
#include "workbench/journal_service.h"
#include "workbench/review_list.h"
#include "workbench/segment_model.h"
#include "workbench/status.h"
#include "workbench/theme.h"

#include <QtCore/QEvent>
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
    auto *close = new QPushButton(tr("Close"), this);
    close->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(close);
    layout->addLayout(buttons);
    resize(860, 560);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(&controller, &DocumentController::closed, this, &QDialog::close);
    fill();
}

void ChangesDialog::setConflicts(const QList<ChangeConflict> &conflicts)
{
    const int before = chosen();
    const std::optional<ChangeConflict> was = before < 0 ? std::nullopt : std::optional(m_conflicts[before]);
    m_conflicts = conflicts;
    fill();
    for (int i = 0; was && i < m_conflicts.size(); ++i) {
        if (m_conflicts[i].where == was->where && m_conflicts[i].theirs == was->theirs)
            m_list->setCurrentItem(m_list->topLevelItem(i));
    }
}

void ChangesDialog::fill()
{
    for (ChangeConflict &conflict : m_conflicts) { // ours may have been edited since
        const int row = m_controller.rowOfAddress(conflict.where);
        if (row >= 0 && TargetVersion::of(m_controller.segment(row)) != conflict.theirs)
            conflict.ours = TargetVersion::of(m_controller.segment(row));
    }
    delete m_content;
    m_list = nullptr;
    m_detail = nullptr;
    m_reason = nullptr;
    m_content = new QWidget(this);
    auto *parts = new QVBoxLayout(m_content);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->setSpacing(10);
    if (!m_conflicts.isEmpty())
        parts->addWidget(makeConflicts(), 2);
    if (!m_journal.unplaced().isEmpty())
        parts->addWidget(makeUnplaced(), 1);
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, m_content, 1);
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
        item->setText(3, tr("not decided"));
        item->setSizeHint(1, {0, fontMetrics().height() + 8});
    }
    m_list->setUniformRowHeights(true);
    m_detail = new QTextBrowser(part);
    m_detail->setOpenLinks(false);
    m_detail->setTabChangesFocus(true);
    m_detail->document()->setDocumentMargin(10);
    m_detail->setAccessibleName(tr("Both translations of the segment"));
    m_reason = new QLabel(part);
    m_reason->setWordWrap(true);
    m_reason->hide();
    auto *theirs = new QPushButton(tr("Take the &other one"), part);
    auto *ours = new QPushButton(tr("Keep &yours"), part);
    for (QPushButton *button : {theirs, ours})
        button->setAutoDefault(false);
    connect(theirs, &QPushButton::clicked, this, [this] { takeTheirs(chosen()); });
    connect(ours, &QPushButton::clicked, this, [this] { takeOurs(chosen()); });
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this] {
        m_reason->hide();
        showDetail();
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
    layout->addWidget(m_detail, 1);
    layout->addWidget(m_reason);
    layout->addLayout(buttons);
    m_list->setCurrentItem(m_list->topLevelItem(0));
    return part;
}

QString ChangesDialog::detail() const
{
    return m_detail != nullptr ? m_detail->toPlainText() : QString();
}

void ChangesDialog::showDetail()
{
    if (chosen() < 0) {
        m_detail->clear();
        return;
    }
    const ChangeConflict &conflict = m_conflicts[chosen()];
    const int row = m_controller.rowOfAddress(conflict.where);
    const InlineText source = row >= 0 ? m_controller.segment(row).source : InlineText();
    const auto part = [this](const QString &title, const QString &html) {
        return titledHtml(title, html, palette());
    };
    const bool otherState = stateText(conflict.ours) != stateText(conflict.theirs);
    const auto title = [otherState](const QString &whose, const TargetVersion &version) {
        return otherState ? whose + QStringLiteral(" · ") + stateText(version) : whose;
    };
    const InlineText &ours = conflict.ours.target;
    const InlineText &theirs = conflict.theirs.target;
    m_detail->setHtml(
        part(tr("Source"), row >= 0 ? session::withLabels(source, source).toHtmlEscaped()
                                    : conflict.source.toHtmlEscaped()) +
        part(title(tr("Yours"), conflict.ours),
             ours.isEmpty() ? tr("(empty)") : session::withLabels(ours, source).toHtmlEscaped()) +
        part(title(tr("The other one, with what it changes in yours"), conflict.theirs),
             theirs.isEmpty() ? tr("(empty)")
                              : diffHtml(session::labelledDiff(ours, theirs, source), palette())));
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

QString ChangesDialog::reason() const
{
    return m_reason != nullptr && !m_reason->isHidden() ? m_reason->text() : QString();
}

/// Why nothing can be put into the row; empty: it can.
QString ChangesDialog::whyNot(int row) const
{
    if (row < 0)
        return tr("The document has this segment no more. The other translation can be copied from here.");
    return m_controller.isEditable(row) ? QString() : notEditableText(m_controller.isReadOnly());
}

void ChangesDialog::decide(int conflict, const QString &label)
{
    m_list->topLevelItem(conflict)->setText(3, label);
    m_reason->hide();
    emit decided(m_conflicts[conflict]);
    if (QTreeWidgetItem *next = m_list->topLevelItem(conflict + 1))
        m_list->setCurrentItem(next);
}

void ChangesDialog::takeTheirs(int conflict)
{
    if (conflict < 0 || conflict >= m_conflicts.size())
        return;
    const ChangeConflict &both = m_conflicts[conflict];
    const int row = m_controller.rowOfAddress(both.where);
    const bool isThere = row >= 0 && TargetVersion::of(m_controller.segment(row)) == both.theirs;
    const QString reason = isThere ? QString() : whyNot(row);
    if (!reason.isEmpty()) {
        m_list->setCurrentItem(m_list->topLevelItem(conflict));
        m_reason->setText(reason);
        m_reason->show();
        return;
    }
    if (!isThere)
        m_controller.restoreVersion(row, both.theirs, tr("Choosing between two edits"));
    decide(conflict, tr("the other one"));
}

void ChangesDialog::takeOurs(int conflict)
{
    if (conflict < 0 || conflict >= m_conflicts.size())
        return;
    // What stands there and is not the other one's is ours, and may be newer than what is listed.
    const ChangeConflict &both = m_conflicts[conflict];
    const int row = m_controller.rowOfAddress(both.where);
    if (row >= 0 && TargetVersion::of(m_controller.segment(row)) == both.theirs)
        m_controller.restoreVersion(row, both.ours, tr("Choosing between two edits"));
    decide(conflict, tr("yours"));
}

void ChangesDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_detail != nullptr)
        showDetail();
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
