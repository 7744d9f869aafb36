#pragma once

#include "workbench/document_controller.h"

#include <QtWidgets/QWidget>

class QSplitter;

namespace verbale::workbench {

class GlossaryPane;
class LeftOutPane;
class NotesPane;
class SegmentGrid;
class SuggestionPane;
class TagEditing;

/// The grid with the glossary and the draft beside it, and what the keys do there.
class EditorPage final : public QWidget
{
    Q_OBJECT
public:
    explicit EditorPage(DocumentController &controller, QWidget *parent = nullptr);

    [[nodiscard]] SegmentGrid *grid() const { return m_grid; }
    [[nodiscard]] GlossaryPane *glossary() const { return m_glossary; }
    [[nodiscard]] SuggestionPane *suggestion() const { return m_suggestion; }
    [[nodiscard]] NotesPane *notes() const { return m_notes; }
    [[nodiscard]] LeftOutPane *leftOut() const { return m_leftOut; }
    [[nodiscard]] TagEditing *tags() const { return m_tags; }
    [[nodiscard]] QSplitter *columns() const { return m_columns; }
    [[nodiscard]] QSplitter *panes() const { return m_panes; }

    void setZoom(int percent);

    void confirmAndGoOn();
    void takeBackConfirmation();
    void insertTerm(int number);
    void insertText(const QString &english);
    /// The first wording of the translation that is not to be used, by what its entry says to write.
    void replaceAvoided();
    void useDraft();
    void copySource();
    void goToNextUnconfirmed();
    void step(int rows);
    void undo();
    void redo();

    /// At the cursor in the source; without one it puts a cursor there, to be moved.
    void split();
    void mergeWithNext();
    void segmentAgain();
    /// From the list of left-out lines: brings the line back. From the grid: leaves the paragraph out.
    void leaveOutOrBringBack();
    void bringBack(int line);

signals:
    void currentRowChanged(int row);
    void hint(const QString &sentence); ///< for the status bar, for some seconds

private:
    void takeDocument();
    void showCurrent();
    void showReceipts(const QList<int> &rows);
    void goAfter(const Result<int> &row);
    [[nodiscard]] bool mayWrite(int row);
    [[nodiscard]] static QString whyNot(const Error &error);

    DocumentController &m_controller;
    SegmentGrid *m_grid;
    GlossaryPane *m_glossary;
    SuggestionPane *m_suggestion;
    NotesPane *m_notes;
    LeftOutPane *m_leftOut;
    TagEditing *m_tags;
    QSplitter *m_columns;
    QSplitter *m_panes;
};

} // namespace verbale::workbench
