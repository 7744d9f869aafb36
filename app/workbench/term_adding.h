#pragma once

#include "document/document.h"
#include "session/termbase_values.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace verbale::workbench {

class DocumentController;
class MessageBar;
class SegmentGrid;
class TermbaseService;
class TermForm;

/// Adds terms from the grid: what is selected in the source and in its translation becomes an entry of the
/// user's own termbase, without a question. GUI thread; all that it is given outlives it.
class TermAdding final : public QObject
{
    Q_OBJECT
public:
    TermAdding(const DocumentController &document, SegmentGrid &grid, TermbaseService &termbases,
               MessageBar &bar, QObject *parent);

    /// Both sides selected: adds them. One side: asks for the other one beside the cell. None: opens the
    /// entry of the term that the cursor is in.
    void addOrOpen();
    /// Adds a pair, or opens the entry that has it already.
    void add(const QString &vietnamese, const QString &english);

    [[nodiscard]] TermForm *form() const { return m_form; }

signals:
    void openRequested(const verbale::session::EntryKey &key);
    void hint(const QString &sentence);

private:
    void addNow(const glossary::ConceptEntry &entry);
    void tellAdded(const session::EntryKey &key, const glossary::ConceptEntry &entry,
                   const QStringList &others);
    void undo(const session::EntryKey &key, qint64 step);
    void show(const QString &sentence, const session::EntryKey &key, qint64 step);
    bool openAtCursor();
    [[nodiscard]] glossary::ConceptEntry entryOf(const QString &vietnamese, const QString &english) const;

    const DocumentController &m_document;
    SegmentGrid &m_grid;
    TermbaseService &m_termbases;
    MessageBar &m_bar;
    TermForm *m_form;
    QTimer m_barTime;
    QString m_told; ///< what the bar says, while it is ours
};

/// The term of a segment that these places in its source and its translation are in, -1 for none: the
/// longest. nullptr: none.
const TermHit *termAt(const Segment &segment, qsizetype source, qsizetype target);

} // namespace verbale::workbench
