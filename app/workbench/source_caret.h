#pragma once

#include <verbale/sdk/span.h>

#include <QtCore/QString>

class QColor;
class QKeyEvent;
class QPainter;
class QTextDocument;

namespace verbale::workbench {

/// A cursor in the source of one row, which says where it is to be split, and the text that is selected
/// there. The mouse sets it; a key puts it where a split is likely, and then the arrow keys move it.
class SourceCaret
{
public:
    enum class Answer { Ignored, Moved, Split, Left, Selected };

    /// By the mouse: the keyboard stays where it is.
    void set(int row, qsizetype position);
    /// Selects from where it was set to here.
    void extend(qsizetype position) { m_position = position; }
    /// Selects the word that the cursor is in.
    void selectWord(const QString &source);
    /// By a key: behind the first sentence mark within the text, else at the word nearest to its middle.
    void begin(int row, const QString &source);
    /// By a key, before the first letter: to select a part of the source.
    void beginSelecting(int row);
    void clear() { m_row = -1; }

    [[nodiscard]] bool isAt(int row) const { return m_row >= 0 && m_row == row; }
    [[nodiscard]] bool takesKeys() const { return m_row >= 0 && m_keys; }
    [[nodiscard]] qsizetype position() const { return m_position; }

    /// What is selected; empty: nothing.
    [[nodiscard]] Span selection() const { return {qMin(m_anchor, m_position), qMax(m_anchor, m_position)}; }

    /// Left and Right by a letter, with Ctrl by a word, Home, End; with Shift they select. Enter splits, or
    /// goes on with what is selected; Esc leaves.
    Answer handle(const QKeyEvent &event, const QString &source);

private:
    int m_row = -1;
    qsizetype m_position = 0;
    qsizetype m_anchor = 0;   ///< the other end of what is selected
    bool m_selecting = false; ///< was put there to select: Enter does not split
    bool m_keys = false;
};

/// A likely place to split a text: the beginning of a word.
qsizetype likelySplit(const QString &source);

/// The word around a place of a text, without the marks beside it; empty between two words.
Span wordAt(const QString &text, qsizetype position);

/// Draws the cursor before the letter at `position` of a text that was laid out.
void drawSourceCaret(QPainter &painter, const QTextDocument &document, qsizetype position,
                     const QColor &colour);

} // namespace verbale::workbench
