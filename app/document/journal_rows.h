#pragma once

#include "document/journal_database.h"
#include "document/journal_entry.h"

#include <QtCore/QList>

namespace verbale {

/// What a row of the journal's tables is.
enum class RowKind : qint64 {
    Target = 0,    ///< a TargetChange
    Structure = 1, ///< a StructureChange
    Version = 2,   ///< a TargetChange that a StructureChange has brought about: for the history alone
    Seen = 3,      ///< a TargetChange that another program made: for the history alone
};

/// Adds an entry to the table ("change", "unplaced").
Result<void> insertRow(const sqlite::Database &database, const char *table, RowKind kind,
                       const JournalEntry &entry);
/// The entry takes the place of what the row holds.
Result<void> updateRow(const sqlite::Database &database, qint64 number, const JournalEntry &entry);

/// "number, made, who, label, kind, file, unit, segment, content, sum": what rowEntry() reads.
extern const char *const rowColumns;
/// The entry of the row that the statement stands on; nothing where its bytes are not what was written.
std::optional<JournalEntry> rowEntry(const sqlite::Statement &statement);

/// The targets that an edit of the structure changes, each as a change of its own.
QList<TargetChange> versionsIn(const StructureChange &change);

} // namespace verbale
