#include "glossary/engine/store_file.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QUuid>
#include <QtCore/QtEndian>

#include <sqlite3.h>

#include <array>

namespace verbale::glossary {

namespace {

constexpr quint32 applicationId = 0x5672626C; // "Vrbl"
constexpr qsizetype headerBytes = 100;
constexpr qsizetype versionAt = 60;
constexpr qsizetype applicationAt = 68;

constexpr std::array knownFailures{
    sqlite::Failure{SQLITE_BUSY, "store.busy",
                    "Another program is writing to this termbase. Try again in a moment."},
    sqlite::Failure{SQLITE_LOCKED, "store.busy",
                    "Another program is writing to this termbase. Try again in a moment."},
    sqlite::Failure{
        SQLITE_FULL, "store.full",
        "There is no room left for this termbase, so nothing was changed. Make room on the disk."},
    sqlite::Failure{SQLITE_TOOBIG, "store.full",
                    "A text is too long for a termbase, so nothing was changed."},
    sqlite::Failure{SQLITE_READONLY, "store.read-only",
                    "This termbase may only be read, so nothing was changed."},
    sqlite::Failure{SQLITE_PERM, "store.no-permission",
                    "You may not read this termbase. Check its permissions."},
    sqlite::Failure{SQLITE_AUTH, "store.no-permission",
                    "You may not read this termbase. Check its permissions."},
    sqlite::Failure{SQLITE_CANTOPEN, "store.no-permission",
                    "This termbase could not be opened. Check its permissions and those of its folder."},
    sqlite::Failure{SQLITE_NOTADB, "store.not-a-store",
                    "This is not a termbase of Verbale; it was left as it is."},
    sqlite::Failure{SQLITE_CORRUPT, "store.damaged",
                    "This termbase is damaged. Restore it from a backup, or from what was exported from it."},
    sqlite::Failure{SQLITE_CONSTRAINT, "store.constraint", "The termbase does not take this."},
    // Tables or columns that its version has are missing.
    sqlite::Failure{SQLITE_ERROR, "store.damaged",
                    "This termbase is damaged. Restore it from a backup, or from what was exported from it."},
};

constexpr sqlite::Failures failures{knownFailures, "store.failed",
                                    "This termbase could not be read or written (%1). Check the disk."};

/// What a crash of the program leaves is whole; a power failure may cost the last seconds.
constexpr const char *pragmas = "PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL";

Error notAStore(const QString &path)
{
    return {QStringLiteral("store.not-a-store"),
            QStringLiteral("This is not a termbase of Verbale; it was left as it is."),
            {path}};
}

Error newer(const QString &path, qint64 version)
{
    return {
        QStringLiteral("store.newer"),
        QStringLiteral("This termbase was made by a newer Verbale (its form is %1, this program knows %2); "
                       "it was left as it is. Update Verbale.")
            .arg(version)
            .arg(storeMigrations().size()),
        {path}};
}

/// A file that is a store says so in its first bytes. They are looked at before SQLite is, which would make
/// files beside a database of another program.
Result<void> checkHeader(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Error{QStringLiteral("store.missing"),
                     QStringLiteral("There is no such termbase. Check the name."),
                     {path}};
    if (info.isDir())
        return Error{
            QStringLiteral("store.not-a-store"), QStringLiteral("This is a folder, not a termbase."), {path}};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{QStringLiteral("store.no-permission"),
                     QStringLiteral("You may not read this termbase. Check its permissions."),
                     {path}};
    const QByteArray header = file.read(headerBytes);
    const char *bytes = header.constData();
    if (header.size() < headerBytes || !header.startsWith("SQLite format 3") ||
        qFromBigEndian<quint32>(bytes + applicationAt) != applicationId)
        return notAStore(path);
    const auto version = qFromBigEndian<quint32>(bytes + versionAt);
    if (version > storeMigrations().size())
        return newer(path, version);
    return {};
}

Result<void> migrate(const Database &database)
{
    const auto wanted = static_cast<qint64>(storeMigrations().size());
    const Result<qint64> seen = database.integer("PRAGMA user_version");
    if (!seen)
        return seen.error();
    if (*seen == wanted)
        return {};
    Transaction transaction(database);
    if (const Result<void> begun = transaction.beginWrite(); !begun)
        return begun.error();
    const Result<qint64> version = database.integer("PRAGMA user_version"); // now nobody else migrates
    if (!version)
        return version.error();
    if (*version > wanted)
        return newer(database.path(), *version);
    for (qint64 done = *version; done < wanted; ++done) {
        const Result<void> ran = database.run(storeMigrations()[static_cast<std::size_t>(done)]);
        if (!ran)
            return ran.error();
    }
    const QByteArray number = "PRAGMA user_version = " + QByteArray::number(wanted);
    if (const Result<void> set = database.run(number.constData()); !set)
        return set.error();
    return transaction.commit();
}

Result<void> fill(const QString &path)
{
    sqlite::DatabaseOptions options{failures, pragmas};
    options.create = true;
    const Result<std::unique_ptr<Database>> made = Database::open(path, options);
    if (!made)
        return made.error();
    const Database &database = **made;
    const QByteArray mark = "PRAGMA application_id = " + QByteArray::number(applicationId);
    if (const Result<void> marked = database.run(mark.constData()); !marked)
        return marked.error();
    if (const Result<void> migrated = migrate(database); !migrated)
        return migrated.error();
    Statement named(database, "INSERT INTO store (one, identity, created) VALUES (1, ?1, ?2)");
    named.bind(1, QUuid::createUuid().toString(QUuid::WithoutBraces))
        .bind(2, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
    if (const Result<void> inserted = named.run(); !inserted)
        return inserted.error();
    const Result<void> shared = database.run("PRAGMA journal_mode = WAL"); // one writes while others read
    return shared;
}

/// Made under another name, so that no program ever sees half a store.
Result<void> create(const QString &path)
{
    const QFileInfo info(path);
    const QString folder = info.absolutePath();
    const auto refused = [&path] {
        return Error{QStringLiteral("store.no-permission"),
                     QStringLiteral("This termbase could not be made. Check the permissions of its folder."),
                     {path}};
    };
    if (!QDir().mkpath(folder))
        return refused();
    const QString half =
        QStringLiteral("%1/.%2-%3").arg(folder, info.fileName(), QUuid::createUuid().toString(QUuid::Id128));
    Result<void> made = fill(half);
    // Never replaces a file: another program may have made it meanwhile, and then that one is right.
    if (made && !QFile::rename(half, path) && !QFileInfo::exists(path))
        made = refused();
    QFile::remove(half);
    if (made)
        return {};
    Error error = made.error();
    error.where.file = path;
    return error.code == QLatin1String("store.no-permission") ? refused() : error;
}

bool mayWrite(const QString &path)
{
    return QFileInfo(path).isWritable() && QFileInfo(QFileInfo(path).absolutePath()).isWritable();
}

Result<std::unique_ptr<Database>> openToRead(const QString &path, sqlite::DatabaseOptions options)
{
    options.readOnly = true;
    // In a folder where no files can be made beside it, nobody writes to it either.
    options.immutable = !mayWrite(path) && !QFileInfo::exists(path + QLatin1String("-wal"));
    return Database::open(path, options);
}

} // namespace

bool isStoreFile(const QString &path)
{
    if (path.endsWith(QLatin1String(".vtb"), Qt::CaseInsensitive))
        return true;
    QFile file(path);
    return QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly) &&
           file.read(headerBytes).startsWith("SQLite format 3");
}

Result<std::unique_ptr<Database>> openStoreFile(const QString &path, const StoreOptions &options)
{
    const bool writing = options.mode == StoreMode::ReadWrite;
    if (writing && !QFileInfo::exists(path)) {
        if (const Result<void> made = create(path); !made)
            return made.error();
    }
    if (const Result<void> checked = checkHeader(path); !checked)
        return checked.error();
    sqlite::DatabaseOptions how{failures, pragmas};
    how.busyMilliseconds = options.busyMilliseconds;
    how.maximumBytes = options.maximumBytes;
    Result<std::unique_ptr<Database>> opened =
        writing && mayWrite(path) ? Database::open(path, how) : openToRead(path, how);
    if (!opened)
        return opened.error();
    const Result<qint64> version = (*opened)->integer("PRAGMA user_version");
    if (!version)
        return version.error();
    const auto known = static_cast<qint64>(storeMigrations().size());
    if (*version > known)
        return newer(path, *version);
    if (*version == known)
        return opened;
    if ((*opened)->isReadOnly())
        return Error{QStringLiteral("store.read-only"),
                     QStringLiteral("This termbase is of an older form, and may not be written to so as to "
                                    "bring it up to date. Open it once where it may be written."),
                     {path}};
    if (const Result<void> migrated = migrate(**opened); !migrated)
        return migrated.error();
    return opened;
}

} // namespace verbale::glossary
