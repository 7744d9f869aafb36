#include "document/journal_database.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <sqlite3.h>

#include <array>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

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

/// SQLite would make the file readable for everybody; what is typed is nobody else's business.
bool makePrivateFile(const QString &path)
{
#ifdef Q_OS_UNIX
    const int file =
        ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (file < 0)
        return false;
    ::close(file);
    return true;
#else
    QFile file(path);
    return file.open(QIODevice::ReadWrite) &&
           file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
#endif
}

} // namespace

Result<std::unique_ptr<sqlite::Database>> openJournalDatabase(const QString &path, bool create)
{
    const QFileInfo info(path);
    if (info.isSymLink() || (create && !info.exists() && !makePrivateFile(path)))
        return Error{QStringLiteral("journal.no-permission"),
                     QStringLiteral("The journal could not be opened."),
                     {path}};
    sqlite::DatabaseOptions options{failures, pragmas};
    options.busyMilliseconds = busyMilliseconds;
    return sqlite::Database::open(path, options);
}

} // namespace verbale
