#include "workbench/cell_text.h"

#include "workbench/receipt_marks.h"
#include "workbench/theme.h"

#include <QtCore/QtMath>
#include <QtGui/QFontInfo>
#include <QtGui/QFontMetricsF>
#include <QtGui/QTextBlock>
#include <QtGui/QTextCursor>
#include <QtGui/QTextDocument>
#include <QtGui/QTextLayout>

namespace verbale::workbench {

namespace {

/// What has to come between two lines for the marks of stacked letters to have their room.
qreal lineGap(const QFont &font)
{
    const QFontMetricsF metrics(font);
    const qreal natural = qCeil(metrics.ascent() + metrics.descent() + qMax(qreal(0), metrics.leading()));
    const qreal size = font.pixelSize() > 0 ? font.pixelSize() : QFontInfo(font).pixelSize();
    return qMax(qreal(0), std::ceil(size * 1.4 - natural));
}

} // namespace

void setUpCellDocument(QTextDocument &document, const QFont &font)
{
    document.setUndoRedoEnabled(false);
    document.setDocumentMargin(0);
    document.setDefaultFont(font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document.setDefaultTextOption(option);
    drawChipsIn(document);
}

void fillCellDocument(QTextDocument &document, const InlineText &text, const QList<ChipLook> &looks)
{
    QTextCursor cursor(&document);
    cursor.beginEditBlock();
    cursor.select(QTextCursor::Document);
    cursor.removeSelectedText();
    QTextBlockFormat block;
    block.setLineHeight(lineGap(document.defaultFont()), QTextBlockFormat::LineDistanceHeight);
    cursor.setBlockFormat(block);
    const QTextCharFormat plain;
    qsizetype from = 0;
    qsizetype code = 0;
    for (qsizetype i = 0; i < text.text.size(); ++i) {
        if (text.text[i] != inlineCodeMark || code >= text.codes.size())
            continue;
        cursor.insertText(text.text.mid(from, i - from), plain);
        cursor.insertText(QString(inlineCodeMark),
                          codeFormat(text.codes[code], looks.value(code), document.defaultFont()));
        ++code;
        from = i + 1;
    }
    cursor.insertText(text.text.mid(from), plain);
    cursor.endEditBlock();
}

InlineText readCellDocument(const QTextDocument &document)
{
    InlineText read;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (block != document.begin())
            read.text += u'\n';
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextCharFormat format = it.fragment().charFormat();
            const bool chip = isChip(format);
            for (const QChar c : it.fragment().text()) {
                if (c == QChar::LineSeparator || c == QChar::ParagraphSeparator) {
                    read.text += u'\n';
                } else if (c != inlineCodeMark) {
                    read.text += c;
                } else if (chip) {
                    read.text += c;
                    read.codes.append(codeOf(format));
                }
            }
        }
    }
    return read;
}

void drawSpanLines(QPainter &painter, const QTextDocument &document, const Span &span,
                   const std::function<void(QPainter &, qreal, qreal, qreal)> &draw)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const QTextLayout *layout = block.layout();
        const QPointF origin = layout->position();
        const int start = static_cast<int>(span.start) - block.position();
        const int end = static_cast<int>(span.end) - block.position();
        for (int i = 0; i < layout->lineCount(); ++i) {
            const QTextLine line = layout->lineAt(i);
            const int lineEnd = line.textStart() + line.textLength();
            const int from = qMax(start, line.textStart());
            int to = qMin(end, lineEnd);
            while (to > from && block.text()[to - 1].isSpace()) // a break leaves its space at the line's end
                --to;
            if (from >= to)
                continue;
            const qreal y = origin.y() + line.y() + line.ascent() + qMin(line.descent(), qreal(3.5));
            draw(painter, origin.x() + line.cursorToX(from), origin.x() + line.cursorToX(to), y);
        }
    }
}

void drawTermLines(QPainter &painter, const QTextDocument &document, const Segment &segment,
                   const QPalette &palette)
{
    const Colours &c = coloursOf(palette);
    for (qsizetype i = 0; i < segment.terms.size(); ++i) {
        const TermHit &hit = segment.terms[i];
        if (hit.nested)
            continue;
        const TermReceipt *receipt = receiptOf(segment, i);
        drawSpanLines(painter, document, hit.span, [&](QPainter &p, qreal left, qreal right, qreal y) {
            if (receipt != nullptr)
                drawReceiptLine(p, left, right, y, receipt->state, receiptColour(*receipt, hit, c));
            else
                drawTermLine(p, left, right, y, hit.status, c.termColour(hit.status));
        });
    }
}

void drawAvoidedLines(QPainter &painter, const QTextDocument &document, const Segment &segment,
                      const QPalette &palette)
{
    const Colours &c = coloursOf(palette);
    for (const AvoidedMark &mark : avoidedMarks(segment)) {
        const TermReceipt &receipt = segment.receipts[mark.receipt];
        drawSpanLines(painter, document, mark.span, [&](QPainter &p, qreal left, qreal right, qreal y) {
            drawReceiptLine(p, left, right, y, receipt.state, receiptColour(receipt, {}, c));
        });
    }
}

} // namespace verbale::workbench
