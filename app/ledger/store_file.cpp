#include "ledger/store_file.h"

#include <sqlite3.h>

#include <array>

namespace verbale::ledger {

namespace {

constexpr int busyMilliseconds = 5000;

constexpr std::array knownFailures{
    sqlite::Failure{SQLITE_BUSY, "mt.store-busy", "Another program is using this file."},
    sqlite::Failure{SQLITE_LOCKED, "mt.store-busy", "Another program is using this file."},
    sqlite::Failure{SQLITE_FULL, "mt.store-full", "There is no room left on the disk."},
    sqlite::Failure{SQLITE_IOERR, "mt.store-failed", "The disk could not be read or written."},
    sqlite::Failure{SQLITE_READONLY, "mt.store-read-only", "This file may only be read."},
    sqlite::Failure{SQLITE_PERM, "mt.store-no-permission", "This file may not be opened."},
    sqlite::Failure{SQLITE_AUTH, "mt.store-no-permission", "This file may not be opened."},
    sqlite::Failure{SQLITE_CANTOPEN, "mt.store-no-permission", "This file could not be opened."},
    sqlite::Failure{SQLITE_NOTADB, "mt.store-damaged", "This file is damaged."},
    sqlite::Failure{SQLITE_CORRUPT, "mt.store-damaged", "This file is damaged."},
};

constexpr sqlite::Failures failures{knownFailures, "mt.store-failed", "The file could not be used: %1."};

constexpr const char *pragmas = "PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 4194304";

/// Within one transaction, so that two programs that begin at once make one file.
Result<void> prepare(const sqlite::Database &database, qint64 format, const char *schema)
{
    sqlite::Transaction transaction(database);
    if (const Result<void> begun = transaction.beginWrite(); !begun)
        return begun;
    const Result<qint64> found = database.integer("PRAGMA application_id");
    const Result<qint64> tables = database.integer("SELECT count(*) FROM sqlite_schema");
    if (!found || !tables)
        return found ? tables.error() : found.error();
    if (*found != format) {
        if (*found != 0 || *tables != 0)
            return Error{
                QStringLiteral("mt.store-foreign"),
                QStringLiteral("This is another program's file, or a later version's; it is left as it is."),
                {database.path()}};
        const QByteArray mark = "PRAGMA application_id = " + QByteArray::number(format);
        if (const Result<void> made = database.run(schema); !made)
            return made;
        if (const Result<void> marked = database.run(mark.constData()); !marked)
            return marked;
    }
    return transaction.commit();
}

} // namespace

Result<std::unique_ptr<sqlite::Database>> openStore(const QString &path, qint64 format, const char *schema)
{
    sqlite::DatabaseOptions options{failures, pragmas};
    options.create = true;
    options.ownersAlone = true;
    options.busyMilliseconds = busyMilliseconds;
    Result<std::unique_ptr<sqlite::Database>> database = sqlite::Database::open(path, options);
    if (!database)
        return database;
    if (const Result<void> prepared = prepare(**database, format, schema); !prepared)
        return prepared.error();
    // Written into the file for good: not before it is known to be ours.
    if (const Result<void> logged = (*database)->run("PRAGMA journal_mode = WAL"); !logged)
        return logged.error();
    return database;
}

} // namespace verbale::ledger
