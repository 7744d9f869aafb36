#include "workbench/icons.h"

#include "workbench/theme.h"

#include <QtGui/QIconEngine>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtWidgets/QApplication>

namespace verbale::workbench {

namespace {

/// Maps a 24 x 24 drawing onto a box.
class Drawing
{
public:
    Drawing(QPainter &painter, const QRectF &box, const QColor &colour, qreal width = 1.7)
        : m_painter(painter)
    {
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing, true);
        const qreal side = qMin(box.width(), box.height());
        m_painter.translate(box.center() - QPointF(side / 2, side / 2));
        m_painter.scale(side / 24, side / 24);
        m_painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_painter.setBrush(Qt::NoBrush);
    }
    ~Drawing() { m_painter.restore(); }
    Drawing(const Drawing &) = delete;
    Drawing &operator=(const Drawing &) = delete;

    void lines(std::initializer_list<QPointF> points)
    {
        m_painter.drawPolyline(QPolygonF(QList<QPointF>(points)));
    }
    void shape(std::initializer_list<QPointF> points)
    {
        m_painter.drawPolygon(QPolygonF(QList<QPointF>(points)));
    }

private:
    QPainter &m_painter;
};

void drawArrowBack(QPainter &painter, Drawing &drawing, bool mirrored)
{
    if (mirrored) {
        painter.translate(24, 0);
        painter.scale(-1, 1);
    }
    drawing.lines({{8, 5}, {4, 9}, {8, 13}});
    QPainterPath path(QPointF(4, 9));
    path.lineTo(14, 9);
    path.cubicTo(18, 9, 20.5, 11.5, 20.5, 14.5);
    path.cubicTo(20.5, 17.5, 18, 19.5, 14.5, 19.5);
    path.lineTo(10, 19.5);
    painter.drawPath(path);
}

void drawFile(QPainter &painter, Drawing &drawing, Glyph glyph)
{
    switch (glyph) {
    case Glyph::Open:
        drawing.lines({{3.5, 18.5}, {3.5, 5.5}, {9, 5.5}, {11.5, 8}, {19, 8}, {19, 11}});
        drawing.shape({{3.5, 18.5}, {6.5, 11}, {22, 11}, {19, 18.5}});
        break;
    case Glyph::Save:
        drawing.lines({{12, 3.5}, {12, 14.5}});
        drawing.lines({{7.5, 10.5}, {12, 15}, {16.5, 10.5}});
        drawing.lines({{4, 15.5}, {4, 20}, {20, 20}, {20, 15.5}});
        break;
    case Glyph::Draft:
        drawing.shape({{4.5, 19.5}, {5.5, 15.5}, {16, 5}, {19, 8}, {8.5, 18.5}});
        drawing.lines({{13.8, 7.2}, {16.8, 10.2}});
        break;
    default:
        painter.drawRoundedRect(QRectF(5, 3.5, 14.5, 17), 1.5, 1.5);
        drawing.lines({{9, 3.5}, {9, 20.5}});
        drawing.lines({{12, 8}, {16.5, 8}});
        break;
    }
}

/// Draws its glyph in the palette's colours of the moment.
class GlyphEngine final : public QIconEngine
{
public:
    explicit GlyphEngine(Glyph glyph) : m_glyph(glyph) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Normal;
        const QColor colour = QApplication::palette().color(group, QPalette::ButtonText);
        drawGlyph(*painter, rect, m_glyph, colour);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    [[nodiscard]] QIconEngine *clone() const override { return new GlyphEngine(m_glyph); }

private:
    Glyph m_glyph;
};

class ProgramEngine final : public QIconEngine
{
public:
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode, QIcon::State) override
    {
        const Drawing drawing(*painter, rect, Qt::transparent);
        painter->scale(24.0 / 128, 24.0 / 128);
        painter->setPen(Qt::NoPen);
        const auto box = [painter](const QRectF &place, qreal radius, const QBrush &fill) {
            painter->setBrush(fill);
            painter->drawRoundedRect(place, radius, radius);
        };
        QLinearGradient ground(0, 6, 0, 122);
        ground.setColorAt(0, QColor(0x1F6F78));
        ground.setColorAt(1, QColor(0x134B5F));
        box({6, 6, 116, 116}, 24, ground);
        for (const qreal page : {22.0, 68.0}) {
            box({page, 26, 38, 76}, 5, Qt::white);
            const QColor line(0x9DB8BF);
            box({page + 7, 37, 24, 6}, 3, line);
            box({page + 7, 49, page < 50 ? 18.0 : 21.0, 6}, 3, line);
            box({page + 7, 76, page < 50 ? 24.0 : 20.0, 6}, 3, line);
            box({page + 7, 88, page < 50 ? 14.0 : 24.0, 6}, 3, line);
        }
        box({29, 61, 70, 9}, 4.5, QColor(0xF2A33A));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    [[nodiscard]] QIconEngine *clone() const override { return new ProgramEngine; }
};

} // namespace

void drawGlyph(QPainter &painter, const QRectF &box, Glyph glyph, const QColor &colour)
{
    Drawing drawing(painter, box, colour);
    switch (glyph) {
    case Glyph::Undo:
    case Glyph::Redo:
        drawArrowBack(painter, drawing, glyph == Glyph::Redo);
        break;
    case Glyph::Confirm:
        drawing.lines({{4.5, 12.5}, {10, 18}, {20, 6.5}});
        break;
    case Glyph::Close:
        drawing.lines({{6.5, 6.5}, {17.5, 17.5}});
        drawing.lines({{17.5, 6.5}, {6.5, 17.5}});
        break;
    case Glyph::Info:
        painter.drawEllipse(QPointF(12, 12), 9, 9);
        drawing.lines({{12, 11}, {12, 16.5}});
        drawing.lines({{12, 7.5}, {12, 7.6}});
        break;
    case Glyph::Warning:
        drawing.shape({{12, 3.5}, {21.5, 20}, {2.5, 20}});
        drawing.lines({{12, 9.5}, {12, 14}});
        drawing.lines({{12, 17}, {12, 17.1}});
        break;
    case Glyph::Lock:
        painter.drawRoundedRect(QRectF(5.5, 11, 13, 9), 1.5, 1.5);
        painter.drawArc(QRectF(8, 4, 8, 10), 0, 180 * 16);
        drawing.lines({{8, 9}, {8, 11}});
        drawing.lines({{16, 9}, {16, 11}});
        break;
    case Glyph::OpenLock: // the shackle hangs out at the side
        painter.drawRoundedRect(QRectF(2.5, 11, 13, 9), 1.5, 1.5);
        painter.drawArc(QRectF(12.5, 3.5, 8, 10), 0, 180 * 16);
        drawing.lines({{12.5, 8.5}, {12.5, 11}});
        drawing.lines({{20.5, 8.5}, {20.5, 11}});
        break;
    case Glyph::Blocked:
        painter.drawEllipse(QPointF(12, 12), 8.5, 8.5);
        drawing.lines({{6, 18}, {18, 6}});
        break;
    case Glyph::Error:
        painter.drawEllipse(QPointF(12, 12), 9, 9);
        drawing.lines({{9, 9}, {15, 15}});
        drawing.lines({{15, 9}, {9, 15}});
        break;
    default:
        drawFile(painter, drawing, glyph);
    }
}

QIcon icon(Glyph glyph)
{
    return QIcon(new GlyphEngine(glyph));
}

QIcon programIcon()
{
    return QIcon(new ProgramEngine);
}

void drawStatus(QPainter &painter, const QRectF &box, SegmentStatus status, const QPalette &palette)
{
    const Colours &c = coloursOf(palette);
    switch (status) {
    case SegmentStatus::Empty: {
        Drawing drawing(painter, box, c.quietText, 1.6);
        painter.drawEllipse(QPointF(12, 12), 6.5, 6.5);
        break;
    }
    case SegmentStatus::Pretranslated: { // half full: something is there, no one has looked at it
        Drawing drawing(painter, box, c.pretranslated, 1.8);
        painter.drawEllipse(QPointF(12, 12), 6.5, 6.5);
        painter.setBrush(c.pretranslated);
        painter.drawPie(QRectF(5.5, 5.5, 13, 13), 270 * 16, 180 * 16);
        break;
    }
    case SegmentStatus::MachineTranslated: { // the same, with the legs of a chip: a machine put it there
        Drawing drawing(painter, box, c.pretranslated, 1.8);
        painter.drawRoundedRect(QRectF(6.5, 6.5, 11, 11), 1.5, 1.5);
        painter.fillRect(QRectF(6.5, 12, 11, 5.5), c.pretranslated);
        for (const qreal at : {9.5, 14.5}) {
            drawing.lines({{2.5, at}, {5.5, at}});
            drawing.lines({{18.5, at}, {21.5, at}});
            drawing.lines({{at, 2.5}, {at, 5.5}});
            drawing.lines({{at, 18.5}, {at, 21.5}});
        }
        break;
    }
    case SegmentStatus::Draft:
        drawGlyph(painter, box.adjusted(1, 1, -1, -1), Glyph::Draft, c.draft);
        break;
    case SegmentStatus::Rejected: {
        Drawing drawing(painter, box, c.forbidden, 2.2);
        drawing.lines({{6.5, 6.5}, {17.5, 17.5}});
        drawing.lines({{17.5, 6.5}, {6.5, 17.5}});
        break;
    }
    case SegmentStatus::Confirmed: {
        Drawing drawing(painter, box, c.confirmed, 2.4);
        drawing.lines({{5, 12.5}, {10, 17.5}, {19.5, 7}});
        break;
    }
    case SegmentStatus::Reviewed: {
        Drawing drawing(painter, box, c.confirmed, 2.2);
        drawing.lines({{2, 12.5}, {6.5, 17}, {15, 7.5}});
        drawing.lines({{11, 15.5}, {12.5, 17}, {22, 7}});
        break;
    }
    case SegmentStatus::Final: {
        Drawing drawing(painter, box, c.confirmed, 1.5);
        painter.setBrush(c.confirmed);
        painter.drawEllipse(QPointF(12, 12), 9, 9);
        painter.setPen(QPen(c.page, 2.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        drawing.lines({{7.5, 12.5}, {11, 16}, {16.5, 9}});
        break;
    }
    }
}

void drawWarning(QPainter &painter, const QRectF &box, const QPalette &palette)
{
    drawGlyph(painter, box, Glyph::Warning, coloursOf(palette).forbidden);
}

} // namespace verbale::workbench
