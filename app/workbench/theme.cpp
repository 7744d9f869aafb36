#include "workbench/theme.h"

#include "workbench/quiet_style.h"

#include <QtCore/QtMath>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtWidgets/QApplication>

namespace verbale::workbench {

namespace {

double channel(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) +
           0.0722 * channel(colour.blueF());
}

} // namespace

const QColor &Colours::termColour(TermStatus status) const
{
    switch (status) {
    case TermStatus::Preferred:
        return preferred;
    case TermStatus::Admitted:
        return admitted;
    case TermStatus::Deprecated:
        return deprecated;
    case TermStatus::Forbidden:
        break;
    }
    return forbidden;
}

const Colours &lightColours()
{
    static const Colours colours = [] {
        Colours c;
        c.window = QColor(0xF3F4F6);
        c.page = QColor(0xFFFFFF);
        c.text = QColor(0x1C2128);
        c.quietText = QColor(0x57606C);
        c.line = QColor(0xDDE1E6);
        c.accent = QColor(0x17606E);
        c.onAccent = QColor(0xFFFFFF);
        c.currentRow = QColor(0xEAF3F5);
        c.chip = QColor(0xDCE4EE);
        c.chipText = QColor(0x27415F);
        c.preferred = QColor(0x0B7550);
        c.admitted = QColor(0x1D5C9E);
        c.deprecated = QColor(0x8F5200);
        c.forbidden = QColor(0xB3261E);
        c.confirmed = QColor(0x0B7550);
        c.draft = QColor(0x8F5200);
        c.pretranslated = QColor(0x6A4FA3);
        c.infoBar = QColor(0xDFEFF1);
        c.warningBar = QColor(0xFBF0DA);
        c.errorBar = QColor(0xFBE5E3);
        return c;
    }();
    return colours;
}

const Colours &darkColours()
{
    static const Colours colours = [] {
        Colours c;
        c.dark = true;
        c.window = QColor(0x1B1E23);
        c.page = QColor(0x22262C);
        c.text = QColor(0xE4E7EB);
        c.quietText = QColor(0xA6AFBB);
        c.line = QColor(0x363C45);
        c.accent = QColor(0x72C4D0);
        c.onAccent = QColor(0x0F1A1D);
        c.currentRow = QColor(0x27343A);
        c.chip = QColor(0x3A4553);
        c.chipText = QColor(0xD3DEEB);
        c.preferred = QColor(0x5CC79B);
        c.admitted = QColor(0x82B4EE);
        c.deprecated = QColor(0xE2B062);
        c.forbidden = QColor(0xFF938A);
        c.confirmed = QColor(0x5CC79B);
        c.draft = QColor(0xE2B062);
        c.pretranslated = QColor(0xB9A3EC);
        c.infoBar = QColor(0x213A42);
        c.warningBar = QColor(0x40351F);
        c.errorBar = QColor(0x472826);
        return c;
    }();
    return colours;
}

const Colours &coloursOf(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? darkColours() : lightColours();
}

QPalette paletteOf(const Colours &c)
{
    QPalette palette;
    const QColor button = c.dark ? QColor(0x2D333B) : QColor(0xFBFCFD);
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.page);
    palette.setColor(QPalette::AlternateBase, c.window);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::Button, button);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, c.onAccent);
    palette.setColor(QPalette::ToolTipBase, c.dark ? QColor(0x30363F) : QColor(0xFFFFFF));
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::PlaceholderText, c.quietText);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.onAccent);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::LinkVisited, c.accent);
    palette.setColor(QPalette::Light, c.dark ? QColor(0x3A414B) : QColor(0xFFFFFF));
    palette.setColor(QPalette::Midlight, c.line);
    palette.setColor(QPalette::Mid, c.dark ? QColor(0x454D59) : QColor(0xC3C9D1));
    palette.setColor(QPalette::Dark, c.dark ? QColor(0x14161A) : QColor(0xA3ABB6));
    palette.setColor(QPalette::Shadow, QColor(0, 0, 0));
    const QColor off = c.dark ? QColor(0x6F7885) : QColor(0x969EA9);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, off);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c.line);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, off);
    return palette;
}

void applyAppearance(QApplication &application, const QString &scheme)
{
    bool dark = scheme == QLatin1String("dark");
    if (!dark && scheme != QLatin1String("light")) {
        application.setPalette(QPalette()); // the platform's own, which says whether the desktop is dark
        dark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    }
    if (!application.property("verbaleStyled").toBool()) {
        QApplication::setStyle(new QuietStyle);
        application.setProperty("verbaleStyled", true);
    }
    application.setPalette(paletteOf(dark ? darkColours() : lightColours()));
}

void drawTermLine(QPainter &painter, qreal left, qreal right, qreal y, TermStatus status,
                  const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setBrush(Qt::NoBrush);
    QPen pen(colour, 1.6);
    pen.setCapStyle(Qt::FlatCap);
    switch (status) {
    case TermStatus::Preferred:
        break;
    case TermStatus::Admitted:
        pen.setDashPattern({4, 2.2});
        break;
    case TermStatus::Deprecated:
        pen.setWidthF(2);
        pen.setCapStyle(Qt::RoundCap);
        pen.setDashPattern({0.1, 2});
        break;
    case TermStatus::Forbidden: {
        QPainterPath wave(QPointF(left, y));
        for (qreal x = left; x < right; x += 4) {
            wave.quadTo(x + 1, y - 2.4, x + 2, y);
            wave.quadTo(x + 3, y + 2.4, x + 4, y);
        }
        pen.setWidthF(1.3);
        painter.setPen(pen);
        painter.setClipRect(QRectF(left, y - 4, right - left, 8));
        painter.drawPath(wave);
        painter.restore();
        return;
    }
    }
    painter.setPen(pen);
    painter.drawLine(QPointF(left, y), QPointF(right, y));
    painter.restore();
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (qMax(a, b) + 0.05) / (qMin(a, b) + 0.05);
}

QFont textFont(int zoomPercent)
{
    QFont font = QApplication::font();
    const qreal size = qMax(11.5, font.pointSizeF() * 1.1);
    font.setPointSizeF(size * zoomPercent / 100.0);
    return font;
}

} // namespace verbale::workbench
