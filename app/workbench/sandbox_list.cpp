#include "workbench/sandbox_list.h"

#include "workbench/plugin_words.h"
#include "workbench/theme.h"

#include <QtCore/QEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>

namespace verbale::workbench {

namespace {

using Strength = host::SandboxReport::Strength;
constexpr int aspects = 5;
constexpr int captionLetters = 22; // as in FactList

QColor colourOf(Strength strength, const Colours &colours)
{
    switch (strength) {
    case Strength::Enforced:
        return colours.preferred;
    case Strength::Partly:
        return colours.deprecated;
    case Strength::NotEnforced:
        return colours.forbidden;
    }
    return colours.text;
}

} // namespace

SandboxList::SandboxList(QWidget *parent) : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(2, 1);
    grid->setColumnMinimumWidth(0, fontMetrics().averageCharWidth() * captionLetters);
    for (int row = 0; row < aspects; ++row) {
        m_rows.append({new QLabel(this), new QLabel(this), new QLabel(this)});
        int column = 0;
        for (QLabel *label : {m_rows[row].aspect, m_rows[row].strength, m_rows[row].sentence}) {
            label->setTextFormat(Qt::PlainText);
            label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
            grid->addWidget(label, row, column++);
        }
        m_rows[row].sentence->setWordWrap(true);
        m_rows[row].sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    hide();
}

void SandboxList::show(const host::SandboxReport &report)
{
    if (report != m_report) {
        m_report = report;
        fill();
    }
    setVisible(!report.lines.isEmpty());
}

void SandboxList::fill()
{
    const QPalette own = QApplication::palette();
    const Colours &colours = coloursOf(own);
    const auto paint = [&own](QLabel *label, const QColor &colour) {
        QPalette palette = own;
        palette.setColor(QPalette::WindowText, colour);
        label->setPalette(palette);
    };
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows[i];
        const bool known = i < m_report.lines.size();
        for (QLabel *label : {row.aspect, row.strength, row.sentence})
            label->setVisible(known);
        if (!known)
            continue;
        const host::SandboxReport::Line &line = m_report.lines[i];
        row.aspect->setText(aspectText(line.aspect));
        row.strength->setText(strengthText(line.strength));
        row.sentence->setText(sandboxText(line));
        paint(row.aspect, colours.quietText);
        paint(row.strength, colourOf(line.strength, colours));
    }
}

void SandboxList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        fill();
}

} // namespace verbale::workbench
