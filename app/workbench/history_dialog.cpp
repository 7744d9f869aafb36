#include "workbench/history_dialog.h"

#include "workbench/document_controller.h"
#include "workbench/journal_service.h"
#include "workbench/segment_model.h"
#include "workbench/status.h"
#include "workbench/theme.h"

#include <QtCore/QDateTime>
#include <QtCore/QEvent>
#include <QtCore/QLocale>
#include <QtCore/QPointer>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTextEdit>
#include <QtWidgets/QTreeWidget>
#include <QtWidgets/QVBoxLayout>

namespace verbale::workbench {

namespace {

enum Column { When, Who, What, State, Text };

} // namespace

QString whenText(qint64 time)
{
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(time);
    const QLocale locale;
    if (when.date() == QDate::currentDate())
        return locale.toString(when.time(), QStringLiteral("HH:mm"));
    return locale.toString(when, QStringLiteral("dd/MM/yyyy HH:mm"));
}

HistoryDialog::HistoryDialog(DocumentController &controller, JournalService &journal, QWidget *parent)
    : QDialog(parent)
    , m_controller(controller)
    , m_journal(journal)
    , m_source(new QLabel(this))
    , m_list(new QTreeWidget(this))
    , m_text(new QTextEdit(this))
    , m_restore(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    m_source->setWordWrap(true);
    m_source->setFont(textFont(100));
    m_list->setColumnCount(5);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->header()->setStretchLastSection(true);
    for (const Column column : {When, Who, What, State})
        m_list->header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFont(textFont(100));
    m_text->setMaximumHeight(fontMetrics().height() * 6);
    m_restore->setDefault(true);
    m_close->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_restore);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(10);
    layout->addWidget(m_source);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_text);
    layout->addLayout(buttons);
    resize(820, 460);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &HistoryDialog::showVersion);
    connect(m_list, &QTreeWidget::itemDoubleClicked, this, &HistoryDialog::restoreChosen);
    connect(m_restore, &QPushButton::clicked, this, &HistoryDialog::restoreChosen);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(&controller, &DocumentController::closed, this, &QDialog::close);
    retranslate();
}

void HistoryDialog::showRow(int row)
{
    const bool any = row >= 0 && row < m_controller.rowCount();
    m_versions.clear();
    m_where = any ? addressOf(m_controller.document(), m_controller.refAt(row)) : SegmentAddress();
    fill();
    if (!any)
        return;
    const QPointer<HistoryDialog> self(this);
    m_journal.history(m_where, [self, where = m_where](const QList<SegmentVersion> &versions) {
        if (!self || where != self->m_where)
            return;
        self->m_versions = versions;
        self->fill();
    });
}

/// Rows move while the dialog is open.
int HistoryDialog::row() const
{
    return m_where.segment.isEmpty() ? -1 : m_controller.rowOfAddress(m_where);
}

void HistoryDialog::fill()
{
    m_list->clear();
    const int now = row();
    m_source->setText(
        now < 0 ? QString()
                : readableText(m_controller.segment(now).source, m_controller.segment(now).source.codes));
    for (const SegmentVersion &version : std::as_const(m_versions)) {
        auto *item = new QTreeWidgetItem(m_list);
        const InlineText &target = version.target.target;
        // For all, since they are uniform; of the column that takes what is left, since a hint is a width
        // too.
        item->setSizeHint(Text, {0, fontMetrics().height() + 8});
        item->setText(When, version.number == 0 ? tr("Before") : whenText(version.time));
        item->setText(Who, version.who);
        item->setText(What, version.number == 0 ? tr("As it was opened") : version.label);
        item->setText(State, stateText(version.target));
        item->setText(Text,
                      target.isEmpty() ? tr("(empty)") : readableText(target, target.codes).simplified());
        if (!version.saved)
            item->setToolTip(When, tr("Not saved yet"));
    }
    if (m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
    showVersion();
}

void HistoryDialog::showVersion()
{
    const int chosen = m_list->indexOfTopLevelItem(m_list->currentItem());
    const int now = row();
    if (chosen < 0 || chosen >= m_versions.size() || now < 0) {
        m_text->setPlainText(now < 0 ? QString() : tr("This segment has not been edited yet."));
        m_restore->setEnabled(false);
        return;
    }
    const TargetVersion &version = m_versions[chosen].target;
    m_text->setPlainText(readableText(version.target, version.target.codes));
    m_restore->setEnabled(m_controller.isEditable(now) &&
                          !(version == TargetVersion::of(m_controller.segment(now))));
}

void HistoryDialog::restore(int version)
{
    m_list->setCurrentItem(m_list->topLevelItem(version));
    restoreChosen();
}

void HistoryDialog::restoreChosen()
{
    const int chosen = m_list->indexOfTopLevelItem(m_list->currentItem());
    if (chosen < 0 || chosen >= m_versions.size() || !m_restore->isEnabled())
        return;
    const SegmentVersion &version = m_versions[chosen];
    const int now = row();
    m_controller.restoreVersion(now, version.target,
                                version.number == 0
                                    ? tr("Restoring the first version")
                                    : tr("Restoring the version of %1").arg(whenText(version.time)));
    showRow(now);
}

void HistoryDialog::retranslate()
{
    setWindowTitle(tr("History of the segment"));
    m_list->setHeaderLabels({tr("When"), tr("Who"), tr("What"), tr("State"), tr("Translation")});
    m_list->setAccessibleName(tr("Versions of the translation, the newest first"));
    m_text->setAccessibleName(tr("The version"));
    m_restore->setText(tr("&Restore this version"));
    m_close->setText(tr("Close"));
    fill();
}

void HistoryDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace verbale::workbench
