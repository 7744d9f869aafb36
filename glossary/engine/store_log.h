#pragma once

#include "glossary/engine/store_file.h"
#include "glossary/engine/store_values.h"

namespace verbale::glossary {

enum class ChangeSubject { Entry, Confirmation };

/// A row of a store's changes.
struct LoggedChange
{
    ChangeSubject subject = ChangeSubject::Entry;
    qint64 position = 0;                   ///< of an entry
    QString entry;                         ///< its id, or the key of a record
    std::optional<QByteArray> before = {}; ///< JSON
};

/// A store's steps and changes: what was done, and what can be undone; inside the caller's transaction.
class StoreLog
{
public:
    explicit StoreLog(const Database &database);

    /// Begins a step; a new edit is the end of what could be redone.
    [[nodiscard]] Result<qint64> begin(StepKind kind, const StepName &name, const QString &by);
    [[nodiscard]] Result<void> note(qint64 step, const LoggedChange &change);
    /// A step's changes, the last one first.
    [[nodiscard]] Result<QList<LoggedChange>> changesOf(qint64 step);

    /// The step that would be undone or redone next.
    [[nodiscard]] Result<std::optional<StoreStep>> next(StepKind undoOrRedo);
    /// Which step's changes are to be turned round so as to undo or redo this one.
    [[nodiscard]] Result<qint64> opposite(StepKind undoOrRedo, qint64 step);
    [[nodiscard]] Result<void> markUndone(qint64 step, qint64 by);
    [[nodiscard]] Result<void> markRedone(qint64 step);

    /// Without `after`, but for what the following change says.
    [[nodiscard]] Result<QList<HistoryItem>> history(qint64 position);

private:
    const Database &m_database;
    Statement m_begin;
    Statement m_forget;
    Statement m_note;
    Statement m_changes;
};

QString momentText(const QDateTime &moment);
QDateTime momentOf(const QString &text);

} // namespace verbale::glossary
