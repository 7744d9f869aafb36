#pragma once

#include "workbench/row_cache.h"
#include "workbench/segment_model.h"
#include "workbench/source_caret.h"

#include <QtWidgets/QTableView>

namespace verbale::workbench {

class TargetEditor;

/// The two-column grid. One editor lies over the current row's target while the translator writes; heights
/// are exact for the rows that are or were on the screen and estimated for the others, so that long documents
/// open at once.
class SegmentGrid final : public QTableView
{
    Q_OBJECT
public:
    explicit SegmentGrid(DocumentController &controller, QWidget *parent = nullptr);
    ~SegmentGrid() override;

    [[nodiscard]] int currentRow() const { return currentIndex().row(); }
    /// Makes a row the current one and shows it; with `edit` its editor takes the keyboard.
    void goTo(int row, bool edit);
    void startEditing();
    void leaveEditor();
    [[nodiscard]] bool isEditing() const;
    [[nodiscard]] TargetEditor *editor() const { return m_editor; }

    /// The cursor in the current row's source, if there is one.
    [[nodiscard]] const SourceCaret &sourceCaret() const { return m_caret; }
    /// Puts a cursor into the current row's source and gives it the keyboard.
    void beginSourceCaret();
    /// The same to select a part of the source: a cursor that is there stays where it is.
    void beginSourceSelection();
    /// What is selected in the current row's source, and in its translation; empty: nothing.
    [[nodiscard]] Span sourceSelection() const;
    [[nodiscard]] Span targetSelection() const;
    /// The cursor in the translation; -1 while nobody writes there.
    [[nodiscard]] qsizetype targetCaret() const;

    void setZoom(int percent);
    /// The source's part of the two text columns, 0.2 to 0.8.
    [[nodiscard]] double sourceShare() const { return m_share; }
    void setSourceShare(double share);

    [[nodiscard]] QList<int> visibleRows() const;
    /// The state of a row's segment in words, as the status bar has it.
    [[nodiscard]] QString stateText(int row) const;

    int sizeHintForRow(int row) const override { return m_cache.height(row); }

signals:
    void currentRowChanged(int row);
    void visibleRowsChanged();
    void splitRequested();  ///< at the cursor in the source
    void sourceCaretLeft(); ///< without a split
    void editRefused();     ///< somebody wants to write where nothing can be written
    /// On a code of the current row's source, by its index.
    void sourceCodeClicked(qsizetype code);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void setUpHeaders();
    void connectController();
    void connectEditor();
    void takeDocument();
    void layOutColumns();
    void takeSplit(int section, int newWidth);
    void renewHeights();
    void settleRows();
    bool settleOnce();
    void growEditorRow();
    void placeEditor();
    void openEditor();
    [[nodiscard]] bool editorHasKeyboard() const;
    void rowEdited(int row);
    void rowsReplaced(int first, int removed, int added);
    [[nodiscard]] qsizetype sourcePosition(int row, const QPoint &at);
    [[nodiscard]] qsizetype sourceCodeAt(int row, const QPoint &at);
    void loadEditor(int row);
    void setSourceCaret(const QPoint &at);
    void clearSourceCaret();
    bool handleSourceCaret(QKeyEvent *event);
    void showRow(int row);

    DocumentController &m_controller;
    SegmentModel *m_model;
    RowCache m_cache;
    SourceCaret m_caret;
    TargetEditor *m_editor;
    double m_share = 0.5;
    bool m_layingOut = false;
    bool m_settling = false;
    bool m_typing = false;
    bool m_selecting = false; ///< the mouse draws over the source
};

} // namespace verbale::workbench
