#include "document/journal_database.h"

#include <sqlite3.h>

#include <array>

namespace verbale {

namespace {

constexpr int busyMilliseconds = 2000;

constexpr std::array knownFailures{
    sqlite::Failure{SQLITE_BUSY, "journal.busy", "Another program is using the journal."},
    sqlite::Failure{SQLITE_LOCKED, "journal.busy", "Another program is using the journal."},
    sqlite::Failure{SQLITE_FULL, "journal.full", "There is no room left on the disk."},
    sqlite::Failure{SQLITE_IOERR, "journal.failed", "The disk could not be read or written."},
    sqlite::Failure{SQLITE_READONLY, "journal.read-only", "The journal may only be read."},
    sqlite::Failure{SQLITE_PERM, "journal.no-permission", "The journal may not be opened."},
    sqlite::Failure{SQLITE_AUTH, "journal.no-permission", "The journal may not be opened."},
    sqlite::Failure{SQLITE_CANTOPEN, "journal.no-permission", "The journal could not be opened."},
    sqlite::Failure{SQLITE_NOTADB, "journal.damaged", "The journal is damaged."},
    sqlite::Failure{SQLITE_CORRUPT, "journal.damaged", "The journal is damaged."},
    sqlite::Failure{SQLITE_ERROR, "journal.damaged", "The journal is damaged."},
    sqlite::Failure{SQLITE_SCHEMA, "journal.damaged", "The journal is damaged."},
    sqlite::Failure{SQLITE_FORMAT, "journal.damaged", "The journal is damaged."},
};

constexpr sqlite::Failures failures{knownFailures, "journal.failed", "%1"};

/// Full: what is written survives a power failure too. It is written beside the typing, a few times a second
/// at most.
constexpr const char *pragmas = "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 200;"
                                "PRAGMA journal_size_limit = 1048576";

} // namespace

Result<std::unique_ptr<sqlite::Database>> openJournalDatabase(const QString &path, bool create)
{
    sqlite::DatabaseOptions options{failures, pragmas};
    options.create = create;
    options.ownersAlone = true; // What is typed is nobody else's business.
    options.busyMilliseconds = busyMilliseconds;
    return sqlite::Database::open(path, options);
}

} // namespace verbale
