#include "workbench/progress_panel.h"

#include "workbench/theme.h"

#include <QtCore/QEvent>
#include <QtCore/QLocale>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>

namespace verbale::workbench {

SlimBar::SlimBar(QWidget *parent) : QWidget(parent)
{
    setFixedSize(140, 14);
}

void SlimBar::setShares(double done, double begun)
{
    m_done = done;
    m_begun = begun;
    update();
}

void SlimBar::paintEvent(QPaintEvent *)
{
    const Colours &c = coloursOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(Qt::NoPen);
    const QRectF groove(0, height() / 2.0 - 3, width(), 6);
    const auto part = [&](double share, const QColor &colour) {
        painter.setBrush(colour);
        if (share > 0)
            painter.drawRoundedRect(QRectF(groove.left(), groove.top(), qMax(6.0, groove.width() * share), 6),
                                    3, 3);
    };
    part(1, c.line);
    QColor begun = c.confirmed;
    begun.setAlphaF(0.35F);
    part(m_begun, begun);
    part(m_done, c.confirmed);
}

ProgressPanel::ProgressPanel(QWidget *parent)
    : QWidget(parent), m_text(new QLabel(this)), m_bar(new SlimBar(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 0, 8, 0);
    layout->setSpacing(10);
    layout->addWidget(m_text);
    layout->addWidget(m_bar);
}

void ProgressPanel::show(const session::Statistics &statistics)
{
    m_statistics = statistics;
    fill();
}

void ProgressPanel::fill()
{
    const session::Statistics &s = m_statistics;
    const QLocale locale;
    m_text->setText(tr("%1 of %2 segments, %3 of %4 words confirmed")
                        .arg(locale.toString(static_cast<qlonglong>(s.confirmed)),
                             locale.toString(static_cast<qlonglong>(s.segments)),
                             locale.toString(static_cast<qlonglong>(s.confirmedWords)),
                             locale.toString(static_cast<qlonglong>(s.sourceWords))));
    const double all = qMax<double>(1, static_cast<double>(s.sourceWords));
    const double confirmed = static_cast<double>(s.confirmedWords) / all;
    const double begun =
        static_cast<double>(s.segments - s.untranslated) / qMax<double>(1, static_cast<double>(s.segments));
    m_bar->setShares(confirmed, qMax(begun, confirmed));
    const QString percent = tr("%1 % of the words are confirmed").arg(qRound(confirmed * 100));
    m_bar->setToolTip(percent);
    m_bar->setAccessibleName(percent);
}

void ProgressPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

} // namespace verbale::workbench
