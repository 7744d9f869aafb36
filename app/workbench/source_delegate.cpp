#include "workbench/source_delegate.h"

#include "workbench/cell_text.h"
#include "workbench/code_words.h"
#include "workbench/receipt_marks.h"
#include "workbench/row_cache.h"
#include "workbench/segment_model.h"
#include "workbench/source_caret.h"
#include "workbench/theme.h"

#include <QtGui/QAbstractTextDocumentLayout>
#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtGui/QTextCursor>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QToolTip>

namespace verbale::workbench {

namespace {

const Segment &segmentOf(const QModelIndex &index)
{
    return static_cast<const SegmentModel *>(index.model())->segment(index.row());
}

} // namespace

SourceDelegate::SourceDelegate(RowCache &cache, const SourceCaret &caret, QObject *parent)
    : QStyledItemDelegate(parent), m_cache(cache), m_caret(caret)
{
}

void drawCellBackground(QPainter &painter, const QStyleOptionViewItem &option, bool currentRow)
{
    const Colours &c = coloursOf(option.palette);
    painter.fillRect(option.rect, currentRow ? c.currentRow : c.page);
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), c.line);
}

void SourceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    drawCellBackground(*painter, option, option.state & QStyle::State_Selected);
    QTextDocument *document = m_cache.sourceDocument(index.row());
    painter->save();
    painter->setClipRect(option.rect);
    painter->translate(option.rect.topLeft() + QPoint(cellPaddingX, cellPaddingY));
    drawTermLines(*painter, *document, segmentOf(index), option.palette);
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette = option.palette;
    if (m_caret.isAt(index.row()) && m_caret.selection().length() > 0) {
        QAbstractTextDocumentLayout::Selection selection;
        selection.cursor = QTextCursor(document);
        selection.cursor.setPosition(static_cast<int>(m_caret.selection().start));
        selection.cursor.setPosition(static_cast<int>(m_caret.selection().end), QTextCursor::KeepAnchor);
        selection.format.setBackground(option.palette.highlight());
        selection.format.setForeground(option.palette.highlightedText());
        context.selections.append(selection);
    }
    document->documentLayout()->draw(painter, context);
    if (m_caret.isAt(index.row()))
        drawSourceCaret(*painter, *document, m_caret.position(), coloursOf(option.palette).accent);
    painter->restore();
}

bool SourceDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                               const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QPoint offset = option.rect.topLeft() + QPoint(cellPaddingX, cellPaddingY);
    const QTextDocument *document = m_cache.sourceDocument(index.row());
    const qsizetype chip = chipAt(*document, event->pos() - offset);
    if (chip >= 0) {
        QToolTip::showText(event->globalPos(), chipToolTip(segmentOf(index), false, chip, view->palette()),
                           view->viewport());
        return true;
    }
    const int position = document->documentLayout()->hitTest(event->pos() - offset, Qt::ExactHit);
    const TermHit *found = nullptr;
    for (const TermHit &hit : segmentOf(index).terms) {
        if (position >= hit.span.start && position < hit.span.end && (found == nullptr || !hit.nested))
            found = &hit;
    }
    if (found == nullptr) {
        QToolTip::hideText();
        return true;
    }
    const qsizetype number = found - segmentOf(index).terms.constData();
    QToolTip::showText(event->globalPos(),
                       termToolTip(*found, receiptOf(segmentOf(index), number), view->palette()),
                       view->viewport());
    return true;
}

QString termToolTip(const TermHit &hit, const TermReceipt *receipt, const QPalette &palette)
{
    const Colours &c = coloursOf(palette);
    QString text = QStringLiteral("<div style='white-space:pre-wrap'><b style='font-size:large'>%1</b>")
                       .arg(hit.target.toHtmlEscaped());
    if (!hit.alternatives.isEmpty())
        text += QStringLiteral("<br>%1").arg(
            SourceDelegate::tr("Also: %1").arg(hit.alternatives.join(QStringLiteral("; "))).toHtmlEscaped());
    text += QStringLiteral("<br><span style='color:%1'>%2</span>")
                .arg(c.termColour(hit.status).name(), termStatusText(hit.status).toHtmlEscaped());
    if (!hit.domain.isEmpty())
        text += QStringLiteral(" · ") + hit.domain.toHtmlEscaped();
    if (hit.spelling == TermSpelling::Differs)
        text += QStringLiteral(" · <span style='color:%1'>%2</span>")
                    .arg(c.quietText.name(), SourceDelegate::tr("spelling differs").toHtmlEscaped());
    if (receipt != nullptr)
        text += QStringLiteral("<br><span style='color:%1'>%2</span>")
                    .arg(receiptColour(*receipt, hit, c).name(), receiptText(*receipt).toHtmlEscaped());
    if (receipt != nullptr && !receipt->reason.isEmpty())
        text += QStringLiteral("<br><i>%1</i>").arg(receipt->reason.toHtmlEscaped());
    if (!hit.authority.isEmpty())
        text += QStringLiteral("<br><span style='color:%1'>%2</span>")
                    .arg(c.quietText.name(), hit.authority.toHtmlEscaped());
    if (!hit.note.isEmpty())
        text += QStringLiteral("<br><i>%1</i>").arg(hit.note.toHtmlEscaped());
    return text + QStringLiteral("</div>");
}

} // namespace verbale::workbench
