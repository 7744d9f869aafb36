#pragma once

#include "sqlite/database.h"

namespace verbale {

/// A connection to a journal's file. `create`: makes an empty file, for its owner alone, where there is none.
/// Follows no link. Errors, here and later: journal.busy, journal.full, journal.read-only,
/// journal.no-permission, journal.damaged, journal.failed.
Result<std::unique_ptr<sqlite::Database>> openJournalDatabase(const QString &path, bool create);

} // namespace verbale
