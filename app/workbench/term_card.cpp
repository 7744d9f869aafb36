#include "workbench/term_card.h"

#include "workbench/receipt_marks.h"
#include "workbench/status.h"
#include "workbench/theme.h"

#include <QtCore/QDate>
#include <QtCore/QLocale>
#include <QtCore/QtMath>
#include <QtGui/QPainter>
#include <QtGui/QTextLayout>
#include <QtWidgets/QAbstractItemView>

namespace verbale::workbench {

namespace {

constexpr int padding = 12;
constexpr int numberWidth = 30;

/// Wraps a text into a width below `top`; draws it when there is a painter. Returns where it ends.
int flow(QPainter *painter, const QString &text, const QFont &font, const QColor &colour, const QRect &rect,
         int top)
{
    if (text.isEmpty())
        return top;
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    qreal y = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(rect.width());
        line.setPosition({0, y});
        y += qMax(line.height(), QFontInfo(font).pixelSize() * 1.35);
    }
    layout.endLayout();
    if (painter != nullptr) {
        painter->setPen(colour);
        layout.draw(painter, QPointF(rect.left(), top));
    }
    return top + qCeil(y);
}

int badge(QPainter *painter, const QString &text, const QFont &font, const QColor &colour, int left, int top)
{
    const QFontMetrics metrics(font);
    const QRect box(left, top, metrics.horizontalAdvance(text) + 14, metrics.height() + 4);
    if (painter != nullptr) {
        QColor wash = colour;
        wash.setAlphaF(0.12F);
        painter->setPen(Qt::NoPen);
        painter->setBrush(wash);
        painter->drawRoundedRect(box, box.height() / 2.0, box.height() / 2.0);
        painter->setPen(colour);
        painter->setFont(font);
        painter->drawText(box, Qt::AlignCenter, text);
    }
    return box.right();
}

/// "2025-02-28" as the interface's language writes it; a month or a year alone as it stands.
QString dateText(const QString &date)
{
    const QDate day = QDate::fromString(date, Qt::ISODate);
    return day.isValid() ? QLocale().toString(day, QLocale::LongFormat) : date;
}

} // namespace

int TermCard::layOutReceipt(QPainter *painter, const QRect &rect, int top, const QStyleOptionViewItem &option,
                            const ShownTerm &term) const
{
    const Colours &c = coloursOf(option.palette);
    const TermReceipt &receipt = *term.receipt;
    const QColor colour = term.inShort ? c.quietText : receiptColour(receipt, term.hit, c);
    const int side = QFontMetrics(option.font).ascent();
    const int lead = side + 7;
    if (painter != nullptr)
        drawReceiptGlyph(*painter, QRectF(rect.left(), top + 3, side, side), receipt.state, colour);
    const QRect text = rect.adjusted(lead, 0, 0, 0);
    int y = flow(painter, receiptText(receipt), option.font, colour, text, top);
    if (receipt.state != ReceiptState::Avoided)
        return y;
    if (!receipt.reason.isEmpty())
        y = flow(painter, receipt.reason, option.font, c.text, text, y + 1);
    if (!receipt.expected.isEmpty())
        y = flow(painter, tr("Ctrl+R writes “%1”").arg(receipt.expected), option.font, c.quietText, text,
                 y + 1);
    return y;
}

QString TermCard::validityText(const TermHit &hit)
{
    if (!hit.validFrom.isEmpty() && !hit.validTo.isEmpty())
        return tr("from %1 until %2").arg(dateText(hit.validFrom), dateText(hit.validTo));
    if (!hit.validTo.isEmpty())
        return tr("until %1").arg(dateText(hit.validTo));
    return hit.validFrom.isEmpty() ? QString() : tr("from %1").arg(dateText(hit.validFrom));
}

int TermCard::layOut(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                     const ShownTerm &term, int number) const
{
    const Colours &c = coloursOf(option.palette);
    const TermHit &hit = term.hit;
    QFont strong = option.font;
    strong.setPointSizeF(strong.pointSizeF() * 1.08);
    strong.setBold(true);
    QFont small = option.font;
    small.setPointSizeF(small.pointSizeF() * 0.92);
    const QRect text = rect.adjusted(padding + numberWidth, 0, -padding, 0);
    int y = rect.top() + padding - 2;
    if (number <= 9 && painter != nullptr) {
        const QRectF box(rect.left() + padding, y + 1, 21, 21);
        painter->setPen(QPen(c.line.darker(c.dark ? 70 : 115), 1));
        painter->setBrush(c.page);
        painter->drawRoundedRect(box, 4, 4);
        painter->setPen(c.quietText);
        painter->setFont(small);
        painter->drawText(box, Qt::AlignCenter, QString::number(number));
    }
    y = flow(painter, hit.target, strong, c.text, text, y);
    y = flow(painter, term.surface, option.font, c.quietText, text, y + 1);
    if (!hit.alternatives.isEmpty())
        y = flow(painter, tr("Also: %1").arg(hit.alternatives.join(QStringLiteral("; "))), option.font,
                 c.text, text, y + 2);
    if (term.receipt)
        y = layOutReceipt(painter, text, y + 4, option, term);
    if (term.surface.isEmpty()) // the house style's, of no entry
        return y + padding - rect.top();
    const int line = y + 5;
    int right =
        badge(painter, termStatusText(hit.status), small, c.termColour(hit.status), text.left(), line);
    if (!hit.domain.isEmpty())
        right = badge(painter, hit.domain, small, c.quietText, right + 6, line);
    if (hit.spelling == TermSpelling::Differs)
        badge(painter, tr("spelling differs"), small, c.quietText, right + 6, line);
    y = line + QFontMetrics(small).height() + 4;
    if (const QString validity = validityText(hit); !validity.isEmpty())
        y = flow(painter, validity, small, c.quietText, text, y + 4);
    if (!hit.authority.isEmpty())
        y = flow(painter, hit.authority, small, c.quietText, text, y + 4);
    if (!hit.note.isEmpty()) {
        QFont italic = small;
        italic.setItalic(true);
        y = flow(painter, hit.note, italic, c.quietText, text, y + 2);
    }
    return y + padding - rect.top();
}

void TermCard::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colours &c = coloursOf(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, true);
    const bool marked = option.state & (QStyle::State_Selected | QStyle::State_MouseOver);
    painter->fillRect(option.rect, marked ? c.currentRow : c.page);
    if ((option.state & QStyle::State_Selected) && (option.state & QStyle::State_HasFocus))
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), c.accent);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), c.line);
    const auto term = index.data(TermListModel::TermRole).value<ShownTerm>();
    layOut(painter, option.rect, option, term, index.row() + 1);
    painter->restore();
}

QSize TermCard::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view != nullptr ? view->viewport()->width() : 300;
    const auto term = index.data(TermListModel::TermRole).value<ShownTerm>();
    return {width, layOut(nullptr, QRect(0, 0, width, 1), option, term, index.row() + 1)};
}

} // namespace verbale::workbench
