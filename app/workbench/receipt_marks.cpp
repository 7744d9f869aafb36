#include "workbench/receipt_marks.h"

#include "session/receipts.h"
#include "workbench/theme.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <algorithm>

namespace verbale::workbench {

namespace {

/// The strings of this file, in one translation context.
struct ReceiptWords
{
    Q_DECLARE_TR_FUNCTIONS(verbale::workbench::ReceiptWords)
};

} // namespace

const TermReceipt *receiptOf(const Segment &segment, qsizetype hit)
{
    if (segment.target.text.trimmed().isEmpty())
        return nullptr;
    const auto found = std::find_if(segment.receipts.begin(), segment.receipts.end(),
                                    [hit](const TermReceipt &receipt) { return receipt.hit == hit; });
    return found == segment.receipts.end() ? nullptr : &*found;
}

QList<AvoidedMark> avoidedMarks(const Segment &segment)
{
    QList<AvoidedMark> marks;
    const bool holds = session::receiptsHold(segment);
    const auto add = [&marks](const Span &span, qsizetype receipt) {
        const bool known = std::any_of(marks.begin(), marks.end(),
                                       [&span](const AvoidedMark &mark) { return mark.span.overlaps(span); });
        if (!known)
            marks.append({span, receipt});
    };
    for (qsizetype i = 0; i < segment.receipts.size(); ++i) {
        const TermReceipt &receipt = segment.receipts[i];
        if (receipt.state != ReceiptState::Avoided)
            continue;
        if (holds) {
            for (const Span &span : receipt.spans)
                add(span, i);
            continue;
        }
        const QString &words = receipt.found;
        qsizetype at = words.isEmpty() ? -1 : segment.target.text.indexOf(words);
        for (; at >= 0; at = segment.target.text.indexOf(words, at + words.size()))
            add({at, at + words.size()}, i);
    }
    std::sort(marks.begin(), marks.end(),
              [](const AvoidedMark &a, const AvoidedMark &b) { return a.span.start < b.span.start; });
    return marks;
}

const TermReceipt *avoidedAt(const Segment &segment, qsizetype position)
{
    for (const AvoidedMark &mark : avoidedMarks(segment)) {
        if (position >= mark.span.start && position < mark.span.end)
            return &segment.receipts[mark.receipt];
    }
    return nullptr;
}

bool isName(const TermHit &hit)
{
    return std::any_of(hit.target.begin(), hit.target.end(), [](QChar c) { return c.isUpper(); });
}

QString receiptText(const TermReceipt &receipt)
{
    switch (receipt.state) {
    case ReceiptState::Used:
        return ReceiptWords::tr("Used");
    case ReceiptState::Missing:
        return receipt.found.isEmpty() ? ReceiptWords::tr("Not in the translation")
                                       : ReceiptWords::tr("In short: “%1”").arg(receipt.found);
    case ReceiptState::NoTarget:
        return ReceiptWords::tr("No English in the glossary");
    case ReceiptState::Avoided:
        return ReceiptWords::tr("Not to be used: “%1”").arg(receipt.found);
    }
    return {};
}

QColor receiptColour(const TermReceipt &receipt, const TermHit &hit, const Colours &colours)
{
    switch (receipt.state) {
    case ReceiptState::Used:
        return colours.confirmed;
    case ReceiptState::Missing:
        return isName(hit) && receipt.found.isEmpty() ? colours.draft : colours.quietText;
    case ReceiptState::NoTarget:
        return colours.quietText;
    case ReceiptState::Avoided:
        break;
    }
    return colours.termColour(receipt.status == TermStatus::Deprecated ? TermStatus::Deprecated
                                                                       : TermStatus::Forbidden);
}

QString avoidedToolTip(const TermReceipt &receipt, const QPalette &palette)
{
    const Colours &c = coloursOf(palette);
    QString text = QStringLiteral("<div style='white-space:pre-wrap'><b style='color:%1'>%2</b>")
                       .arg(receiptColour(receipt, {}, c).name(), receiptText(receipt).toHtmlEscaped());
    if (!receipt.expected.isEmpty())
        text += QStringLiteral("<br>") +
                ReceiptWords::tr("Write: %1 (Ctrl+R)").arg(receipt.expected).toHtmlEscaped();
    if (!receipt.reason.isEmpty())
        text += QStringLiteral("<br><i>%1</i>").arg(receipt.reason.toHtmlEscaped());
    return text + QStringLiteral("</div>");
}

void drawReceiptGlyph(QPainter &painter, const QRectF &box, ReceiptState state, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setBrush(Qt::NoBrush);
    QPen pen(colour, qMax<qreal>(1.5, box.height() / 7));
    pen.setCapStyle(Qt::RoundCap);
    pen.setJoinStyle(Qt::RoundJoin);
    painter.setPen(pen);
    const QRectF inner = box.adjusted(pen.widthF(), pen.widthF(), -pen.widthF(), -pen.widthF());
    switch (state) {
    case ReceiptState::Used: {
        QPainterPath tick(QPointF(inner.left(), inner.center().y()));
        tick.lineTo(inner.left() + inner.width() * 0.38, inner.bottom() - inner.height() * 0.08);
        tick.lineTo(inner.right(), inner.top() + inner.height() * 0.1);
        painter.drawPath(tick);
        break;
    }
    case ReceiptState::Missing:
        painter.drawEllipse(inner);
        break;
    case ReceiptState::NoTarget:
        painter.drawLine(QPointF(inner.left(), inner.center().y()),
                         QPointF(inner.right(), inner.center().y()));
        break;
    case ReceiptState::Avoided:
        painter.drawLine(inner.topLeft(), inner.bottomRight());
        painter.drawLine(inner.topRight(), inner.bottomLeft());
        break;
    }
    painter.restore();
}

void drawReceiptLine(QPainter &painter, qreal left, qreal right, qreal y, ReceiptState state,
                     const QColor &colour)
{
    constexpr qreal ring = 5;
    switch (state) {
    case ReceiptState::Used:
        drawTermLine(painter, left, right, y, TermStatus::Preferred, colour);
        return;
    case ReceiptState::NoTarget:
        drawTermLine(painter, left, right, y, TermStatus::Deprecated, colour); // dotted
        return;
    case ReceiptState::Avoided:
        drawTermLine(painter, left, right, y, TermStatus::Forbidden, colour); // a wave
        return;
    case ReceiptState::Missing:
        break;
    }
    // A line that ends in an open ring: nothing hangs on it.
    drawTermLine(painter, left, qMax(left, right - ring), y, TermStatus::Admitted, colour);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(colour, 1.3));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QPointF(right - ring / 2, y), ring / 2 - 0.4, ring / 2 - 0.4);
    painter.restore();
}

} // namespace verbale::workbench
