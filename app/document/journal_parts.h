#pragma once

#include "document/journal.h"
#include "document/journal_database.h"

#include <QtCore/QTemporaryDir>

#include <memory>
#include <optional>

namespace verbale {

struct Journal::Parts
{
    struct LastTyped
    {
        qint64 number = 0;
        JournalEntry entry;
    };

    std::unique_ptr<QTemporaryDir> folder; ///< of a copy that is only read; goes last
    std::unique_ptr<sqlite::Database> database;
    QString path;
    QString token; ///< ours; empty: not claimed
    QString id;    ///< empty: of a journal that nobody has claimed since journals have one
    std::optional<LastTyped> last;
};

/// Gives a journal what joining two needs, where it has none.
Result<void> makeJoiningTables(const sqlite::Database &database);
/// The journal's mark; empty: it has none yet.
Result<QString> readJournalId(const sqlite::Database &database);

} // namespace verbale
