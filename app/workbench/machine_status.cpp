#include "workbench/machine_status.h"

#include "workbench/progress_panel.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolButton>

namespace verbale::workbench {

MachineStatus::MachineStatus(QMenu *menu, QWidget *parent)
    : QWidget(parent), m_button(new QToolButton(this)), m_bar(new SlimBar(this))
{
    m_button->setAutoRaise(true);
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_button, &QToolButton::clicked, this,
            [this, menu] { menu->popup(m_button->mapToGlobal(QPoint(0, -menu->sizeHint().height()))); });
    m_button->setFocusPolicy(Qt::TabFocus);
    m_button->setIconSize({16, 16});
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 0, 8, 0);
    layout->setSpacing(10);
    layout->addWidget(m_button);
    layout->addWidget(m_bar);
    m_bar->hide();
}

void MachineStatus::show(Glyph glyph, const QString &words, const QString &explanation)
{
    m_button->setIcon(icon(glyph));
    m_button->setText(words);
    m_button->setToolTip(explanation);
    m_button->setAccessibleName(words);
    m_button->setAccessibleDescription(explanation);
}

void MachineStatus::setProgress(qsizetype done, qsizetype total)
{
    m_bar->setVisible(total > 0);
    if (total > 0)
        m_bar->setShares(static_cast<double>(done) / static_cast<double>(total), 0);
    m_bar->setAccessibleName(m_button->text());
}

QString MachineStatus::words() const
{
    return m_button->text();
}

} // namespace verbale::workbench
