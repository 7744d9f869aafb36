#pragma once

#include <QtCore/QString>

class QColor;
class QKeyEvent;
class QPainter;
class QTextDocument;

namespace verbale::workbench {

/// A cursor in the source of one row, which says where it is to be split. The mouse sets it; a key puts it
/// where a split is likely, and then the arrow keys move it.
class SourceCaret
{
public:
    enum class Answer { Ignored, Moved, Split, Left };

    /// By the mouse: the keyboard stays where it is.
    void set(int row, qsizetype position);
    /// By a key: behind the first sentence mark within the text, else at the word nearest to its middle.
    void begin(int row, const QString &source);
    void clear() { m_row = -1; }

    [[nodiscard]] bool isAt(int row) const { return m_row >= 0 && m_row == row; }
    [[nodiscard]] bool takesKeys() const { return m_row >= 0 && m_keys; }
    [[nodiscard]] qsizetype position() const { return m_position; }

    /// Left and Right by a letter, with Ctrl by a word, Home, End; Enter splits, Esc leaves.
    Answer handle(const QKeyEvent &event, const QString &source);

private:
    int m_row = -1;
    qsizetype m_position = 0;
    bool m_keys = false;
};

/// A likely place to split a text: the beginning of a word.
qsizetype likelySplit(const QString &source);

/// Draws the cursor before the letter at `position` of a text that was laid out.
void drawSourceCaret(QPainter &painter, const QTextDocument &document, qsizetype position,
                     const QColor &colour);

} // namespace verbale::workbench
