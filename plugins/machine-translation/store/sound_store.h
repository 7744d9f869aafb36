#pragma once

#include "ledger/store_file.h"

namespace verbale::mt {

/// An SQLite file that has been read whole: a page may be damaged that the opening does not read, and found
/// later it would fail every request.
struct SoundStore
{
    std::unique_ptr<sqlite::Database> database;
    bool wasDamaged = false; ///< what was there lies beside it; a new one was begun
};

/// As ledger::openStore(). A damaged file is set aside as NAME.damaged, its log as NAME.damaged-wal.
Result<SoundStore> openSoundStore(const QString &path, qint64 format, const char *schema);

} // namespace verbale::mt
