#include "workbench/fact_list.h"

#include "workbench/theme.h"

#include <QtCore/QEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>

namespace verbale::workbench {

namespace {

constexpr int captionLetters = 22; // so that lists below each other stand in line

} // namespace

FactList::FactList(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnMinimumWidth(0, fontMetrics().averageCharWidth() * captionLetters);
}

QLabel *FactList::addRow(const QString &caption)
{
    const int row = m_grid->rowCount();
    auto *head = new QLabel(caption, this);
    head->setTextFormat(Qt::PlainText);
    head->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *text = makeText(this);
    text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    head->setBuddy(text);
    m_grid->addWidget(head, row, 0);
    m_grid->addWidget(text, row, 1);
    m_captions.append(head);
    head->hide();
    text->hide();
    colour();
    return text;
}

void FactList::addHeading(const QString &text)
{
    auto *heading = new QLabel(text, this);
    QFont bold = font();
    bold.setBold(true);
    heading->setFont(bold);
    heading->setContentsMargins(0, 10, 0, 0);
    addWidget(heading);
}

void FactList::addWidget(QWidget *widget)
{
    m_grid->addWidget(widget, m_grid->rowCount(), 0, 1, 2);
}

void FactList::setText(QLabel *row, const QString &text)
{
    if (row->text() != text)
        row->setText(text);
    row->setVisible(!text.isEmpty());
    const QList<QLabel *> labels = row->parentWidget()->findChildren<QLabel *>();
    for (QLabel *label : labels) {
        if (label->buddy() == row)
            label->setVisible(!text.isEmpty());
    }
}

void FactList::colour()
{
    QPalette quiet = QApplication::palette();
    quiet.setColor(QPalette::WindowText, coloursOf(quiet).quietText);
    for (QLabel *caption : std::as_const(m_captions))
        caption->setPalette(quiet);
}

void FactList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        colour();
}

QLabel *makeText(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QLabel *makeTitle(const QString &text, QWidget *parent)
{
    auto *title = makeText(parent);
    title->setText(text);
    QFont large = parent->font();
    large.setBold(true);
    large.setPointSizeF(large.pointSizeF() * 1.35);
    title->setFont(large);
    return title;
}

} // namespace verbale::workbench
