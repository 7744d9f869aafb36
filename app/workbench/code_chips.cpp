#include "workbench/code_chips.h"

#include "document/inline_codes.h"
#include "workbench/theme.h"

#include <QtCore/QtMath>
#include <QtGui/QAbstractTextDocumentLayout>
#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtGui/QTextBlock>
#include <QtGui/QTextCursor>
#include <QtGui/QTextDocument>
#include <QtGui/QTextLayout>
#include <QtWidgets/QApplication>

namespace verbale::workbench {

namespace {

constexpr int codeProperty = QTextFormat::UserProperty + 1;
constexpr int labelProperty = QTextFormat::UserProperty + 2;
constexpr int flaggedProperty = QTextFormat::UserProperty + 3;

QFont chipFont(const QTextFormat &format)
{
    QFont font = format.toCharFormat().font();
    font.setPointSizeF(font.pointSizeF() * 0.78);
    font.setBold(true);
    return font;
}

/// The room that a chip's point takes.
qreal pointOf(qreal height)
{
    return height * 0.36;
}

QPainterPath outline(const QRectF &box, InlineCode::Kind kind)
{
    QPainterPath path;
    const qreal point = pointOf(box.height());
    const qreal round = box.height() * 0.2;
    if (kind == InlineCode::Kind::Standalone) {
        path.addRoundedRect(box, box.height() * 0.32, box.height() * 0.32);
        return path;
    }
    // Drawn as an opening one; a closing one is its mirror image.
    path.moveTo(box.left() + round, box.top());
    path.lineTo(box.right() - point, box.top());
    path.lineTo(box.right(), box.center().y());
    path.lineTo(box.right() - point, box.bottom());
    path.lineTo(box.left() + round, box.bottom());
    path.quadTo(box.bottomLeft(), QPointF(box.left(), box.bottom() - round));
    path.lineTo(box.left(), box.top() + round);
    path.quadTo(box.topLeft(), QPointF(box.left() + round, box.top()));
    path.closeSubpath();
    if (kind == InlineCode::Kind::Opening)
        return path;
    QTransform mirror;
    mirror.translate(box.left() + box.right(), 0);
    mirror.scale(-1, 1);
    return mirror.map(path);
}

} // namespace

CodeChips::CodeChips(QTextDocument *document) : QObject(document) {}

QSizeF CodeChips::intrinsicSize(QTextDocument *, int, const QTextFormat &format)
{
    const QFontMetricsF metrics(chipFont(format));
    const QFontMetricsF line(format.toCharFormat().font());
    const qreal label = qMax(metrics.horizontalAdvance(format.property(labelProperty).toString()),
                             metrics.horizontalAdvance(u'0'));
    const bool alone = codeOf(format.toCharFormat()).kind == InlineCode::Kind::Standalone;
    const qreal sides = line.ascent() * (alone ? 0.62 : 0.5) + (alone ? 0 : pointOf(line.ascent()));
    return {qCeil(label + sides) + 4.0, line.ascent()};
}

void CodeChips::drawObject(QPainter *painter, const QRectF &box, QTextDocument *, int,
                           const QTextFormat &format)
{
    const Colours &c = coloursOf(QApplication::palette());
    const InlineCode code = codeOf(format.toCharFormat());
    const bool flagged = format.property(flaggedProperty).toBool();
    const bool annotation = codeClass(code) == CodeClass::Annotation;
    // Half a pixel in, so that lines of one pixel are sharp.
    const QRectF body = box.adjusted(2.5, 1.5, -2.5, 1.5);
    QColor line = flagged ? c.draft : annotation ? c.quietText : c.chipText;
    if (!flagged)
        line.setAlphaF(0.6F); // the letters and the shape count
    QPen pen(line, flagged ? 1.6 : 1);
    if (flagged)
        pen.setDashPattern({2.2, 1.6});
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, true);
    painter->setPen(pen);
    painter->setBrush(flagged || annotation ? QBrush(c.page) : QBrush(c.chip));
    painter->drawPath(outline(body, code.kind));
    const qreal point = code.kind == InlineCode::Kind::Standalone ? 0 : pointOf(body.height()) * 0.6;
    const QRectF text = code.kind == InlineCode::Kind::Closing ? body.adjusted(point, 0, 0, 0)
                                                               : body.adjusted(0, 0, -point, 0);
    painter->setPen(flagged ? c.draft : annotation ? c.quietText : c.chipText);
    painter->setFont(chipFont(format));
    painter->drawText(text, Qt::AlignCenter, format.property(labelProperty).toString());
    painter->restore();
}

QTextCharFormat codeFormat(const InlineCode &code, const ChipLook &look, const QFont &font)
{
    QTextCharFormat format;
    format.setObjectType(codeObject);
    format.setFont(font);
    format.setProperty(codeProperty, QVariant::fromValue(code));
    format.setProperty(labelProperty, look.label);
    format.setProperty(flaggedProperty, look.flagged);
    return format;
}

void drawChipsIn(QTextDocument &document)
{
    if (document.documentLayout()->handlerForObject(codeObject) == nullptr)
        document.documentLayout()->registerHandler(codeObject, new CodeChips(&document));
}

bool isChip(const QTextCharFormat &format)
{
    return format.objectType() == codeObject && format.hasProperty(codeProperty);
}

InlineCode codeOf(const QTextCharFormat &format)
{
    return format.property(codeProperty).value<InlineCode>();
}

namespace {

/// Calls `visit` with the place of each chip and its format, in order, until it returns false.
template <typename Visit>
void forEachChip(const QTextDocument &document, const Visit &visit)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            if (!isChip(fragment.charFormat()))
                continue;
            const QString text = fragment.text();
            for (qsizetype i = 0; i < text.size(); ++i) {
                if (text[i] == inlineCodeMark &&
                    !visit(fragment.position() + static_cast<int>(i), fragment.charFormat()))
                    return;
            }
        }
    }
}

} // namespace

void setChipLooks(QTextDocument &document, const QList<ChipLook> &looks)
{
    QList<std::pair<int, QTextCharFormat>> changes;
    qsizetype next = 0;
    forEachChip(document, [&](int position, const QTextCharFormat &format) {
        const ChipLook look = looks.value(next++);
        const ChipLook now{format.property(labelProperty).toString(),
                           format.property(flaggedProperty).toBool()};
        if (next <= looks.size() && look != now)
            changes.append({position, codeFormat(codeOf(format), look, format.font())});
        return true;
    });
    QTextCursor cursor(&document);
    for (const auto &[position, format] : std::as_const(changes)) {
        cursor.setPosition(position);
        cursor.setPosition(position + 1, QTextCursor::KeepAnchor);
        cursor.setCharFormat(format);
    }
}

qsizetype chipAt(const QTextDocument &document, const QPointF &point)
{
    qsizetype found = -1;
    qsizetype index = 0;
    forEachChip(document, [&](int position, const QTextCharFormat &) {
        const QTextBlock block = document.findBlock(position);
        const QTextLayout *layout = block.layout();
        const int place = position - block.position();
        const QTextLine line = layout->lineForTextPosition(place);
        if (line.isValid()) {
            const QPointF origin = layout->position();
            const QRectF box(
                QPointF(origin.x() + line.cursorToX(place), origin.y() + line.y()),
                QPointF(origin.x() + line.cursorToX(place + 1), origin.y() + line.y() + line.height()));
            if (box.normalized().contains(point))
                found = index;
        }
        ++index;
        return found < 0;
    });
    return found;
}

} // namespace verbale::workbench
