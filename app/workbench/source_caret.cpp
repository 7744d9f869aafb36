#include "workbench/source_caret.h"

#include <QtCore/QTextBoundaryFinder>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtGui/QTextBlock>
#include <QtGui/QTextDocument>
#include <QtGui/QTextLayout>

namespace verbale::workbench {

namespace {

qsizetype nextWord(const QString &text, qsizetype position)
{
    while (position < text.size() && !text[position].isSpace())
        ++position;
    while (position < text.size() && text[position].isSpace())
        ++position;
    return position;
}

qsizetype previousWord(const QString &text, qsizetype position)
{
    while (position > 0 && text[position - 1].isSpace())
        --position;
    while (position > 0 && !text[position - 1].isSpace())
        --position;
    return position;
}

qsizetype letterFrom(const QString &text, qsizetype position, bool forward)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    finder.setPosition(position);
    const qsizetype next = forward ? finder.toNextBoundary() : finder.toPreviousBoundary();
    return next < 0 ? position : next;
}

} // namespace

qsizetype likelySplit(const QString &source)
{
    const QString marks = QStringLiteral(".?!…;:,");
    for (const bool anyMark : {false, true}) {
        for (qsizetype word = nextWord(source, 0); word < source.size(); word = nextWord(source, word)) {
            qsizetype before = word - 1;
            while (before > 0 && source[before].isSpace())
                --before;
            const qsizetype mark = marks.indexOf(source[before]);
            if (mark >= 0 && (anyMark || mark < 4))
                return word;
        }
    }
    qsizetype nearest = source.size();
    for (qsizetype word = nextWord(source, 0); word < source.size(); word = nextWord(source, word)) {
        if (qAbs(2 * word - source.size()) < qAbs(2 * nearest - source.size()))
            nearest = word;
    }
    return nearest;
}

Span wordAt(const QString &text, qsizetype position)
{
    const auto isLetter = [&text](qsizetype at) { return text[at].isLetterOrNumber() || text[at].isMark(); };
    qsizetype start = position;
    while (start > 0 && isLetter(start - 1))
        --start;
    qsizetype end = position;
    while (end < text.size() && isLetter(end))
        ++end;
    return {start, end};
}

void SourceCaret::set(int row, qsizetype position)
{
    m_row = row;
    m_position = position;
    m_anchor = position;
    m_keys = false;
    m_selecting = false;
}

void SourceCaret::selectWord(const QString &source)
{
    const Span word = wordAt(source, m_position);
    m_anchor = word.start;
    m_position = word.end;
}

void SourceCaret::begin(int row, const QString &source)
{
    set(row, likelySplit(source));
    m_keys = true;
}

void SourceCaret::beginSelecting(int row)
{
    if (!isAt(row))
        set(row, 0);
    m_keys = true;
    m_selecting = true;
}

SourceCaret::Answer SourceCaret::handle(const QKeyEvent &event, const QString &source)
{
    const bool byWord = event.modifiers() & (Qt::ControlModifier | Qt::AltModifier);
    const auto moveTo = [this, &event](qsizetype position) {
        m_position = position;
        if (!(event.modifiers() & Qt::ShiftModifier))
            m_anchor = position;
        return Answer::Moved;
    };
    switch (event.key()) {
    case Qt::Key_Left:
        return moveTo(byWord ? previousWord(source, m_position) : letterFrom(source, m_position, false));
    case Qt::Key_Right:
        return moveTo(byWord ? nextWord(source, m_position) : letterFrom(source, m_position, true));
    case Qt::Key_Home:
        return moveTo(0);
    case Qt::Key_End:
        return moveTo(source.size());
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return m_selecting || selection().length() > 0 ? Answer::Selected : Answer::Split;
    case Qt::Key_Escape:
        return Answer::Left;
    default:
        return Answer::Ignored;
    }
}

void drawSourceCaret(QPainter &painter, const QTextDocument &document, qsizetype position,
                     const QColor &colour)
{
    const int place = static_cast<int>(position);
    const QTextBlock block = document.findBlock(qMin(place, document.characterCount() - 1));
    const QTextLayout *layout = block.layout();
    const QTextLine line = layout->lineForTextPosition(place - block.position());
    if (!line.isValid())
        return;
    const QPointF origin = layout->position() + line.position();
    const qreal x = layout->position().x() + line.cursorToX(place - block.position());
    painter.fillRect(QRectF(x - 1, origin.y() - 1, 2, line.height() + 2), colour);
}

} // namespace verbale::workbench
