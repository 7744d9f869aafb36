#include "workbench/dialogs.h"

#include <QtCore/QCoreApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QVBoxLayout>

namespace verbale::workbench {

namespace {

struct DialogWords
{
    Q_DECLARE_TR_FUNCTIONS(verbale::workbench::DialogWords)
};

void addCloseButton(QDialog *dialog, QVBoxLayout *layout)
{
    auto *close = new QPushButton(DialogWords::tr("Close"), dialog);
    close->setDefault(true);
    QObject::connect(close, &QPushButton::clicked, dialog, &QDialog::accept);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(close);
    layout->addLayout(row);
}

QDialog *makeTableDialog(const QString &title, const QStringList &header, const QList<QStringList> &rows,
                         QWidget *parent)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto *table = new QTableWidget(static_cast<int>(rows.size()), static_cast<int>(header.size()), dialog);
    table->setHorizontalHeaderLabels(header);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setHighlightSections(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(dialog->fontMetrics().height() + 10);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionMode(QAbstractItemView::NoSelection);
    table->setFocusPolicy(Qt::StrongFocus);
    table->setAccessibleName(title);
    for (int row = 0; row < rows.size(); ++row) {
        for (int column = 0; column < header.size(); ++column) {
            auto *item = new QTableWidgetItem(rows[row][column]);
            item->setToolTip(rows[row][column]);
            table->setItem(row, column, item);
        }
    }
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(table);
    addCloseButton(dialog, layout);
    return dialog;
}

} // namespace

QDialog *makeShortcutsDialog(const QList<ShortcutLine> &lines, QWidget *parent)
{
    QList<QStringList> rows;
    for (const ShortcutLine &line : lines)
        rows.append({line.keys, line.does});
    QDialog *dialog =
        makeTableDialog(DialogWords::tr("Keyboard shortcuts"),
                        {DialogWords::tr("Keys"), DialogWords::tr("What they do")}, rows, parent);
    dialog->resize(620, 620);
    return dialog;
}

QDialog *makeAboutDialog(QWidget *parent)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(DialogWords::tr("About Verbale"));
    auto *emblem = new QLabel(dialog);
    emblem->setPixmap(programIcon().pixmap(QSize(64, 64), dialog->devicePixelRatioF()));
    auto *text = new QLabel(dialog);
    text->setWordWrap(true);
    text->setMinimumWidth(340);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setText(
        QStringLiteral("<h2 style='margin:0'>Verbale</h2><p>%1</p><p>%2</p><p>%3</p>")
            .arg(DialogWords::tr("Version %1").arg(QCoreApplication::applicationVersion()),
                 DialogWords::tr("A workbench for translators who draft the English of Vietnamese diplomatic "
                                 "texts."),
                 DialogWords::tr("Free software under the Apache License 2.0. Built with Qt %1.")
                     .arg(QString::fromLatin1(qVersion()))));
    auto *head = new QHBoxLayout;
    head->setSpacing(20);
    head->addWidget(emblem, 0, Qt::AlignTop);
    head->addWidget(text, 1);
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(16);
    layout->addLayout(head);
    addCloseButton(dialog, layout);
    return dialog;
}

} // namespace verbale::workbench
