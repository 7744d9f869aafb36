#include "workbench/quiet_style.h"

#include "workbench/theme.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyleFactory>
#include <QtWidgets/QStyleOption>

namespace verbale::workbench {

namespace {

constexpr int headerMargin = 12;
constexpr int scrollBarExtent = 12;
constexpr int shortestSlider = 32;

void drawButton(QPainter &painter, const QStyleOptionButton &button)
{
    const Colours &c = coloursOf(button.palette);
    const bool enabled = button.state & QStyle::State_Enabled;
    const bool main = enabled && (button.features & QStyleOptionButton::DefaultButton);
    QColor fill = main ? c.accent : button.palette.color(QPalette::Button);
    if (button.state & QStyle::State_Sunken)
        fill = c.dark ? fill.lighter(115) : fill.darker(108);
    else if (enabled && (button.state & QStyle::State_MouseOver))
        fill = c.dark ? fill.lighter(108) : fill.darker(103);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(main ? c.accent : button.palette.color(QPalette::Mid), 1));
    painter.setBrush(fill);
    const QRectF box = QRectF(button.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(box, 5, 5);
    if ((button.state & QStyle::State_HasFocus) && (button.state & QStyle::State_KeyboardFocusChange)) {
        painter.setPen(QPen(main ? c.onAccent : c.accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 4, 4);
    }
    painter.restore();
}

void drawMenuTitle(QPainter &painter, const QStyleOptionMenuItem &title, const QStyle &style)
{
    const Colours &c = coloursOf(title.palette);
    painter.fillRect(title.rect, title.palette.window());
    const bool lit = title.state & (QStyle::State_Selected | QStyle::State_Sunken);
    if (lit) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing, true);
        painter.setPen(Qt::NoPen);
        painter.setBrush(c.line);
        painter.drawRoundedRect(title.rect.adjusted(1, 2, -1, -1), 4, 4);
        painter.restore();
    }
    style.drawItemText(&painter, title.rect, Qt::AlignCenter | Qt::TextShowMnemonic, title.palette,
                       title.state & QStyle::State_Enabled, title.text, QPalette::WindowText);
}

/// The slider's place in the groove, from a scroll bar's values.
QRect sliderRect(const QStyleOptionSlider &bar)
{
    const bool upright = bar.orientation == Qt::Vertical;
    const int length = upright ? bar.rect.height() : bar.rect.width();
    const double range = static_cast<double>(bar.maximum) - bar.minimum;
    int size = length;
    if (range > 0)
        size = qBound(shortestSlider, qRound(length * (bar.pageStep / (range + bar.pageStep))), length);
    const int start = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                                      length - size, bar.upsideDown);
    return upright ? QRect(bar.rect.left(), bar.rect.top() + start, bar.rect.width(), size)
                   : QRect(bar.rect.left() + start, bar.rect.top(), size, bar.rect.height());
}

void drawScrollBar(QPainter &painter, const QStyleOptionSlider &bar)
{
    const Colours &c = coloursOf(bar.palette);
    painter.fillRect(bar.rect, c.page);
    if (bar.maximum <= bar.minimum)
        return;
    const bool lit = (bar.state & QStyle::State_MouseOver) || (bar.state & QStyle::State_Sunken);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(Qt::NoPen);
    painter.setBrush(bar.palette.color(lit ? QPalette::Dark : QPalette::Mid));
    if (lit && c.dark)
        painter.setBrush(c.quietText);
    const QRectF slider = QRectF(sliderRect(bar)).adjusted(3, 3, -3, -3);
    const double radius = qMin(slider.width(), slider.height()) / 2;
    painter.drawRoundedRect(slider, radius, radius);
    painter.restore();
}

} // namespace

QuietStyle::QuietStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

int QuietStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ToolBarItemSpacing:
        return 4;
    case PM_ToolBarItemMargin:
        return 5;
    case PM_ToolBarFrameWidth:
        return 0;
    case PM_SplitterWidth:
        return 1;
    case PM_SmallIconSize:
    case PM_ToolBarIconSize:
        return 20;
    case PM_HeaderMargin:
        return headerMargin;
    case PM_FocusFrameHMargin:
        return 8;
    case PM_ButtonMargin:
        return 12;
    case PM_ScrollBarExtent:
        return scrollBarExtent;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int QuietStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *data) const
{
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons || hint == SH_ItemView_ActivateItemOnSingleClick)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, data);
}

void QuietStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    switch (element) {
    case CE_ToolBar:
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, option->palette.window());
        return;
    case CE_Splitter:
        painter->fillRect(option->rect, coloursOf(option->palette).line);
        return;
    case CE_MenuBarItem:
        if (const auto *title = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            drawMenuTitle(*painter, *title, *this);
            return;
        }
        break;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea: {
        const Colours &c = coloursOf(option->palette);
        painter->fillRect(option->rect, c.window);
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), c.line);
        return;
    }
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            QStyleOptionHeader label(*header); // the whole height, so that a low header does not clip letters
            label.rect.adjust(0, -headerMargin, 0, headerMargin);
            QProxyStyle::drawControl(element, &label, painter, widget);
            return;
        }
        break;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton label(*button);
            const bool main =
                (label.features & QStyleOptionButton::DefaultButton) && (label.state & State_Enabled);
            if (main)
                label.palette.setColor(QPalette::ButtonText, coloursOf(label.palette).onAccent);
            QProxyStyle::drawControl(element, &label, painter, widget);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void QuietStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    switch (element) {
    case PE_PanelMenuBar:
    case PE_FrameStatusBarItem:
    case PE_PanelStatusBar:
        return;
    case PE_FrameFocusRect:
        if (option->state & State_KeyboardFocusChange) {
            painter->setPen(coloursOf(option->palette).accent);
            painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        }
        return;
    case PE_PanelButtonCommand:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            drawButton(*painter, *button);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void QuietStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                    QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            drawScrollBar(*painter, *bar);
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect QuietStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                 const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || bar == nullptr)
        return QProxyStyle::subControlRect(control, option, part, widget);
    const QRect slider = sliderRect(*bar);
    const bool upright = bar->orientation == Qt::Vertical;
    switch (part) {
    case SC_ScrollBarSlider:
        return slider;
    case SC_ScrollBarGroove:
        return bar->rect;
    case SC_ScrollBarSubPage:
        return upright ? QRect(bar->rect.topLeft(), slider.topRight() - QPoint(0, 1))
                       : QRect(bar->rect.topLeft(), slider.bottomLeft() - QPoint(1, 0));
    case SC_ScrollBarAddPage:
        return upright ? QRect(slider.bottomLeft() + QPoint(0, 1), bar->rect.bottomRight())
                       : QRect(slider.topRight() + QPoint(1, 0), bar->rect.bottomRight());
    default:
        return {}; // no arrows
    }
}

} // namespace verbale::workbench
