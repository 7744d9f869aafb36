#include "workbench/target_delegate.h"

#include "workbench/cell_text.h"
#include "workbench/code_words.h"
#include "workbench/icons.h"
#include "workbench/receipt_marks.h"
#include "workbench/row_cache.h"
#include "workbench/segment_model.h"
#include "workbench/source_delegate.h"
#include "workbench/theme.h"

#include <QtGui/QAbstractTextDocumentLayout>
#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QToolTip>

namespace verbale::workbench {

namespace {

const Segment &segmentOf(const QModelIndex &index)
{
    return static_cast<const SegmentModel *>(index.model())->segment(index.row());
}

} // namespace

TargetDelegate::TargetDelegate(RowCache &cache, QObject *parent) : QStyledItemDelegate(parent), m_cache(cache)
{
}

void TargetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    drawCellBackground(*painter, option, option.state & QStyle::State_Selected);
    const Colours &c = coloursOf(option.palette);
    painter->fillRect(QRect(option.rect.left(), option.rect.top(), 1, option.rect.height()), c.line);
    painter->save();
    painter->setClipRect(option.rect);
    painter->translate(option.rect.topLeft() + QPoint(cellPaddingX, cellPaddingY));
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette = option.palette;
    const SegmentStatus status = statusOf(segmentOf(index));
    if (status == SegmentStatus::Pretranslated || status == SegmentStatus::MachineTranslated)
        context.palette.setColor(QPalette::Text, c.pretranslated);
    QTextDocument *document = m_cache.targetDocument(index.row());
    document->documentLayout()->draw(painter, context);
    drawAvoidedLines(*painter, *document, segmentOf(index), option.palette);
    painter->restore();
}

bool TargetDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                               const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QPoint offset = option.rect.topLeft() + QPoint(cellPaddingX, cellPaddingY);
    const int position =
        m_cache.targetDocument(index.row())->documentLayout()->hitTest(event->pos() - offset, Qt::ExactHit);
    const qsizetype chip = chipAt(*m_cache.targetDocument(index.row()), event->pos() - offset);
    if (chip >= 0)
        QToolTip::showText(event->globalPos(), chipToolTip(segmentOf(index), true, chip, view->palette()),
                           view->viewport());
    else if (const TermReceipt *receipt = avoidedAt(segmentOf(index), position))
        QToolTip::showText(event->globalPos(), avoidedToolTip(*receipt, view->palette()), view->viewport());
    else
        QToolTip::hideText();
    return true;
}

void StatusDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const bool current = option.state & QStyle::State_Selected;
    drawCellBackground(*painter, option, current);
    const Colours &c = coloursOf(option.palette);
    if (index.column() == SegmentModel::Number) {
        if (current)
            painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height() - 1),
                              c.accent);
        painter->setPen(current ? c.text : c.quietText);
        painter->setFont(option.font);
        painter->drawText(option.rect.adjusted(4, cellPaddingY + 1, -6, 0), Qt::AlignRight | Qt::AlignTop,
                          index.data().toString());
        return;
    }
    const Segment &segment = segmentOf(index);
    const qreal side = 18;
    const QRectF box(option.rect.left() + 4, option.rect.top() + cellPaddingY + 1, side, side);
    const SegmentStatus status = statusOf(segment);
    const bool locked = !static_cast<const SegmentModel *>(index.model())->mayBeTranslated(index.row());
    if (locked && status == SegmentStatus::Empty) { // it waits for nothing
        drawGlyph(*painter, box.adjusted(1, 1, -1, -1), Glyph::Lock, c.quietText);
        return;
    }
    drawStatus(*painter, box, status, option.palette);
    if (locked)
        drawGlyph(*painter, box.translated(side + 3, 0).adjusted(2, 2, -2, -2), Glyph::Lock, c.quietText);
    else if (hasCodeProblem(checkCodes(segment)))
        drawWarning(*painter, box.translated(side + 3, 0).adjusted(1, 1, -1, -1), option.palette);
}

} // namespace verbale::workbench
