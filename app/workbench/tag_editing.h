#pragma once

#include "document/document.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace verbale::workbench {

class DocumentController;
class MessageBar;
class SegmentGrid;

/// What the keys do with the inline codes of the current segment, which people know as tags: puts them into
/// the translation, and says when something is wrong with them. GUI thread; all that it is given outlives it.
class TagEditing final : public QObject
{
    Q_OBJECT
public:
    TagEditing(DocumentController &document, SegmentGrid &grid, QObject *parent);
    /// Where warnings go; until then they are hints.
    void setBar(MessageBar *bar) { m_bar = bar; }

    /// The next tag that the translation lacks, at its cursor; a pair of them around what is selected.
    void insertNext();
    /// All that are missing, where they probably belong. One step of undo.
    void insertAll();
    /// A tag of the source that was clicked on.
    void insertFromSource(qsizetype code);
    /// The next row, from the top again after the end, whose tags are not as in the source.
    void goToNextProblem();
    /// Whether the row's tags are in order, or its reader knows that they are not: says so once for each
    /// state of the translation.
    bool mayConfirm(int row);
    /// Tells what was mended in the best suggestion's tags when it was taken.
    void tellMended(int row);

signals:
    void hint(const QString &sentence);
    void refused();          ///< nothing can be written in the row
    void confirmRequested(); ///< all the same

private:
    [[nodiscard]] bool mayWrite(int row);
    void insert(const InlineCode &code);
    bool wrapSelection();
    void tellChange(const InlineText &before, const InlineText &now);
    void tellPasted(qsizetype doubled, qsizetype foreign);
    void warn(int row, const QString &sentence);

    DocumentController &m_document;
    SegmentGrid &m_grid;
    MessageBar *m_bar = nullptr;
    QTimer m_barTime;
    QString m_told;        ///< what the bar says, while it is ours
    QString m_warnedOf;    ///< the segment
    InlineText m_warnedAt; ///< its translation then
};

} // namespace verbale::workbench
