#pragma once

#include "document/document.h"

#include <QtGui/QKeySequence>
#include <QtWidgets/QTextEdit>

#include <functional>

namespace verbale::workbench {

/// The editor of one target, laid exactly over its cell. Every change of its text is told at once; undoing is
/// the document's affair. Input methods compose in it as in any text field.
class TargetEditor final : public QTextEdit
{
    Q_OBJECT
public:
    explicit TargetEditor(QWidget *parent);

    void setTextFont(const QFont &font);
    /// Shows another segment's target; the cursor goes to its end.
    /// `key` tells the segment from all others.
    void load(const Segment &segment, const QString &key = {});
    /// Shows the same segment's target after a change that was not typed; the cursor goes behind what
    /// changed.
    void reload(const Segment &segment);

    [[nodiscard]] InlineText content() const;
    [[nodiscard]] int contentHeight() const;
    [[nodiscard]] bool isComposing() const { return m_composing; }

    /// At the cursor, in place of the selection, spaced from the words beside it.
    void insertTerm(const QString &term);
    /// At the cursor; behind what is selected, which stays.
    void insertCode(const InlineCode &code);
    /// Puts the codes before and behind what is selected.
    void wrapSelection(const InlineCode &opening, const InlineCode &closing);

    /// The segment whose avoided wording is marked below the text; null: none.
    void setMarked(std::function<const Segment *()> segment) { m_marked = std::move(segment); }

    /// Keys that the window uses, even where a text field has a use of its own for them.
    void setWindowShortcuts(const QList<QKeySequence> &shortcuts) { m_windowShortcuts = shortcuts; }

signals:
    /// What an input method is composing, and where; empty: it has ended.
    void composing(const QString &composed, int at);
    void contentChanged(const verbale::InlineText &content);
    /// Beside contentChanged(), when a code came, went or moved.
    void codesChanged(const verbale::InlineText &before, const verbale::InlineText &now);
    /// Codes of a text that was pasted or dropped.
    void codesLeftOut(qsizetype doubled, qsizetype foreign);
    void cursorJumped(); ///< by a key or the mouse, not by typing
    void stepRequested(int rows);
    void leaveRequested();

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void fill(const InlineText &text);
    void tellChange();
    void insert(QTextCursor &cursor, const InlineText &text);
    void renewChips();
    [[nodiscard]] bool onEdgeLine(bool first) const;

    QList<QKeySequence> m_windowShortcuts;
    InlineText m_source;
    QString m_key;
    std::function<const Segment *()> m_marked;
    InlineText m_told;
    bool m_filling = false;
    bool m_composing = false;
};

} // namespace verbale::workbench
