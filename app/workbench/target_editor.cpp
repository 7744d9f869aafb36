#include "workbench/target_editor.h"

#include "workbench/cell_text.h"
#include "workbench/code_clipboard.h"
#include "workbench/code_words.h"
#include "workbench/insertion.h"
#include "workbench/receipt_marks.h"

#include <QtCore/QMimeData>
#include <QtCore/QtMath>
#include <QtGui/QAbstractTextDocumentLayout>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtGui/QTextBlock>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolTip>

#include <utility>

namespace verbale::workbench {

TargetEditor::TargetEditor(QWidget *parent) : QTextEdit(parent)
{
    setAcceptRichText(false);
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    // The grid's frame around the editor takes a pixel or two of the cell.
    setViewportMargins(cellPaddingX - 1, cellPaddingY - 1, cellPaddingX - 2, cellPaddingY - 2);
    setAutoFillBackground(true); // the margins too
    setBackgroundRole(QPalette::Base);
    setCursorWidth(2);
    setUndoRedoEnabled(false);
    setAccessibleName(tr("Translation"));
    connect(this, &QTextEdit::textChanged, this, &TargetEditor::tellChange);
}

void TargetEditor::setTextFont(const QFont &font)
{
    setFont(font);
    setUpCellDocument(*document(), font);
}

void TargetEditor::fill(const InlineText &text)
{
    m_filling = true;
    fillCellDocument(*document(), text, targetChips(m_source, text));
    m_filling = false;
    m_told = text;
}

void TargetEditor::load(const Segment &segment, const QString &key)
{
    m_source = segment.source;
    m_key = key;
    fill(segment.target);
    moveCursor(QTextCursor::End);
}

void TargetEditor::reload(const Segment &segment)
{
    const InlineText before = content();
    if (before == segment.target)
        return;
    const QString &was = before.text;
    const QString &is = segment.target.text;
    qsizetype same = 0; // letters at the end that have not changed
    const qsizetype shorter = qMin(was.size(), is.size());
    while (same < shorter && was[was.size() - 1 - same] == is[is.size() - 1 - same])
        ++same;
    m_source = segment.source;
    fill(segment.target);
    QTextCursor cursor = textCursor();
    cursor.setPosition(static_cast<int>(is.size() - same));
    setTextCursor(cursor);
}

InlineText TargetEditor::content() const
{
    return readCellDocument(*document());
}

int TargetEditor::contentHeight() const
{
    return qCeil(document()->size().height()) + 2 * cellPaddingY;
}

void TargetEditor::tellChange()
{
    if (m_filling)
        return;
    const InlineText now = content();
    if (now == m_told)
        return; // an input method is composing
    const InlineText before = std::exchange(m_told, now);
    if (before.codes == now.codes) {
        emit contentChanged(now);
        renewChips();
        return;
    }
    emit cursorJumped(); // a code that comes or goes is a step of undo of its own
    emit contentChanged(now);
    emit cursorJumped();
    renewChips();
    emit codesChanged(before, now);
}

/// A code that goes may leave another one half a pair.
void TargetEditor::renewChips()
{
    if (m_composing || m_told.codes.isEmpty())
        return;
    m_filling = true;
    setChipLooks(*document(), targetChips(m_source, m_told));
    m_filling = false;
}

void TargetEditor::insert(QTextCursor &cursor, const InlineText &text)
{
    const CodeLabels labels(m_source.codes);
    qsizetype from = 0;
    qsizetype code = 0;
    for (qsizetype i = 0; i < text.text.size(); ++i) {
        if (text.text[i] != inlineCodeMark)
            continue;
        cursor.insertText(text.text.mid(from, i - from), QTextCharFormat());
        const InlineCode &inserted = std::as_const(text.codes)[code++];
        cursor.insertText(QString(inlineCodeMark),
                          codeFormat(inserted, {labels.onChip(inserted), false}, font()));
        from = i + 1;
    }
    cursor.insertText(text.text.mid(from), QTextCharFormat());
    cursor.setCharFormat(QTextCharFormat());
}

void TargetEditor::insertTerm(const QString &term)
{
    QTextCursor cursor = textCursor();
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    const QString text = content().text;
    const int position = cursor.position();
    QString words = spacedInsertion(QStringView(text).left(position), term, QStringView(text).mid(position));
    cursor.insertText(words.remove(inlineCodeMark), QTextCharFormat()); // a term brings no code
    cursor.endEditBlock();
    setTextCursor(cursor);
}

void TargetEditor::insertCode(const InlineCode &code)
{
    QTextCursor cursor = textCursor();
    cursor.setPosition(cursor.selectionEnd());
    insert(cursor, {QString(inlineCodeMark), {code}});
    setTextCursor(cursor);
}

void TargetEditor::wrapSelection(const InlineCode &opening, const InlineCode &closing)
{
    QTextCursor cursor = textCursor();
    const int start = cursor.selectionStart();
    const int end = cursor.selectionEnd();
    cursor.beginEditBlock();
    cursor.setPosition(end);
    insert(cursor, {QString(inlineCodeMark), {closing}});
    cursor.setPosition(start);
    insert(cursor, {QString(inlineCodeMark), {opening}});
    cursor.setPosition(end + 2);
    cursor.endEditBlock();
    setTextCursor(cursor);
}

bool TargetEditor::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (m_windowShortcuts.contains(QKeySequence(key->keyCombination()))) {
            event->ignore();
            return true;
        }
    }
    return QTextEdit::event(event);
}

bool TargetEditor::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip) // the document may be gone when the last events come
        return QTextEdit::viewportEvent(event);
    const Segment *segment = m_marked ? m_marked() : nullptr;
    if (segment == nullptr)
        return QTextEdit::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int position = document()->documentLayout()->hitTest(help->pos(), Qt::ExactHit);
    const qsizetype chip = chipAt(*document(), help->pos());
    if (chip >= 0)
        QToolTip::showText(help->globalPos(), chipToolTip(*segment, true, chip, palette()), viewport());
    else if (const TermReceipt *receipt = avoidedAt(*segment, position))
        QToolTip::showText(help->globalPos(), avoidedToolTip(*receipt, palette()), viewport());
    else
        QToolTip::hideText();
    return true;
}

void TargetEditor::paintEvent(QPaintEvent *event)
{
    QTextEdit::paintEvent(event);
    const Segment *segment = m_marked ? m_marked() : nullptr;
    if (segment == nullptr || m_composing) // what is being composed is not in the segment yet
        return;
    QPainter painter(viewport());
    drawAvoidedLines(painter, *document(), *segment, palette());
}

bool TargetEditor::onEdgeLine(bool first) const
{
    const QTextCursor cursor = textCursor();
    const QTextBlock edge = first ? document()->begin() : document()->lastBlock();
    if (cursor.block() != edge)
        return false;
    const QTextLayout *layout = cursor.block().layout();
    const QTextLine line = layout->lineForTextPosition(cursor.positionInBlock());
    return !line.isValid() || line.lineNumber() == (first ? 0 : layout->lineCount() - 1);
}

void TargetEditor::keyPressEvent(QKeyEvent *event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (plain)
            emit stepRequested(1);
        else if (event->modifiers() == Qt::ShiftModifier)
            QTextEdit::keyPressEvent(event); // a line break
        return;
    case Qt::Key_Escape:
        emit leaveRequested();
        return;
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const bool up = event->key() == Qt::Key_Up;
        emit cursorJumped();
        if (plain && onEdgeLine(up)) {
            emit stepRequested(up ? -1 : 1);
            return;
        }
        break;
    }
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        event->ignore(); // the grid scrolls
        return;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
        emit cursorJumped();
        break;
    default:
        break;
    }
    QTextEdit::keyPressEvent(event);
}

void TargetEditor::mousePressEvent(QMouseEvent *event)
{
    emit cursorJumped();
    QTextEdit::mousePressEvent(event);
}

void TargetEditor::inputMethodEvent(QInputMethodEvent *event)
{
    m_composing = !event->preeditString().isEmpty();
    QTextEdit::inputMethodEvent(event);
    emit composing(event->preeditString(), textCursor().position());
}

void TargetEditor::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    const bool selected = textCursor().hasSelection();
    menu.addAction(tr("Cu&t"), this, &QTextEdit::cut)->setEnabled(selected);
    menu.addAction(tr("&Copy"), this, &QTextEdit::copy)->setEnabled(selected);
    menu.addAction(tr("&Paste"), this, &QTextEdit::paste)->setEnabled(canPaste());
    menu.addSeparator();
    menu.addAction(tr("Select &all"), this, &QTextEdit::selectAll);
    menu.exec(event->globalPos());
}

void TargetEditor::insertFromMimeData(const QMimeData *source)
{
    CopiedText copied;
    if (const auto ours = copiedTextFrom(source->data(QLatin1String(codedTextType)))) {
        copied = *ours;
    } else {
        copied.text.text = source->text();
        copied.text.text.remove(inlineCodeMark); // stands for nothing outside of its segment
    }
    copied.text.text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    emit cursorJumped();
    QTextCursor cursor = textCursor();
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    const PastedText pasted = pastedText(copied, m_key, m_source, content());
    insert(cursor, pasted.text);
    cursor.endEditBlock();
    setTextCursor(cursor);
    emit cursorJumped();
    if (pasted.doubled > 0 || pasted.foreign > 0)
        emit codesLeftOut(pasted.doubled, pasted.foreign);
}

bool TargetEditor::canInsertFromMimeData(const QMimeData *source) const
{
    if (source->hasFormat(QLatin1String(codedTextType)))
        return true;
    return source->hasText() && !source->hasUrls(); // a file that is dropped is opened by the window
}

QMimeData *TargetEditor::createMimeDataFromSelection() const
{
    const QTextCursor cursor = textCursor();
    const InlineText part = partOf(content(), cursor.selectionStart(), cursor.selectionEnd());
    auto *copied = new QMimeData;
    if (!part.codes.isEmpty())
        copied->setData(QLatin1String(codedTextType), toBytes(CopiedText{part, m_key}));
    copied->setText(QString(part.text).remove(inlineCodeMark));
    return copied;
}

void TargetEditor::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the grid scrolls
}

} // namespace verbale::workbench
