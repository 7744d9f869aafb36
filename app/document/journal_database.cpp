#include "document/journal_database.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QUrl>

#include <sqlite3.h>

#include <algorithm>
#include <array>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace verbale {

namespace {

constexpr int busyMilliseconds = 2000;

struct Failure
{
    int code;
    const char *name;
    const char *message;
};

constexpr std::array failures{
    Failure{SQLITE_BUSY, "journal.busy", "Another program is using the journal."},
    Failure{SQLITE_LOCKED, "journal.busy", "Another program is using the journal."},
    Failure{SQLITE_FULL, "journal.full", "There is no room left on the disk."},
    Failure{SQLITE_IOERR, "journal.failed", "The disk could not be read or written."},
    Failure{SQLITE_READONLY, "journal.read-only", "The journal may only be read."},
    Failure{SQLITE_PERM, "journal.no-permission", "The journal may not be opened."},
    Failure{SQLITE_AUTH, "journal.no-permission", "The journal may not be opened."},
    Failure{SQLITE_CANTOPEN, "journal.no-permission", "The journal could not be opened."},
    Failure{SQLITE_NOTADB, "journal.damaged", "The journal is damaged."},
    Failure{SQLITE_CORRUPT, "journal.damaged", "The journal is damaged."},
    Failure{SQLITE_ERROR, "journal.damaged", "The journal is damaged."},
    Failure{SQLITE_SCHEMA, "journal.damaged", "The journal is damaged."},
    Failure{SQLITE_FORMAT, "journal.damaged", "The journal is damaged."},
};

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

void JournalStatement::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

JournalStatement::JournalStatement(const JournalDatabase &database, const char *sql) : m_database(&database)
{
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(database.handle(), sql, -1, &statement, nullptr);
    m_statement.reset(statement);
}

JournalStatement &JournalStatement::bind(int place, qint64 value)
{
    if (m_statement)
        sqlite3_bind_int64(m_statement.get(), place, value);
    return *this;
}

JournalStatement &JournalStatement::bind(int place, const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    if (m_statement)
        sqlite3_bind_text64(m_statement.get(), place, utf8.constData(),
                            static_cast<sqlite3_uint64>(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
}

JournalStatement &JournalStatement::bind(int place, const QByteArray &value)
{
    if (m_statement)
        sqlite3_bind_blob64(m_statement.get(), place, value.constData(),
                            static_cast<sqlite3_uint64>(value.size()), SQLITE_TRANSIENT);
    return *this;
}

Result<bool> JournalStatement::step()
{
    if (!m_statement)
        return m_database->error();
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    Error error = m_database->error();
    sqlite3_reset(m_statement.get());
    return error;
}

Result<void> JournalStatement::run()
{
    const Result<bool> row = step();
    if (!row)
        return row.error();
    sqlite3_reset(m_statement.get());
    return {};
}

qint64 JournalStatement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

QString JournalStatement::text(int column) const
{
    const auto *text = sqlite3_column_text(m_statement.get(), column);
    return QString::fromUtf8(reinterpret_cast<const char *>(text),
                             sqlite3_column_bytes(m_statement.get(), column));
}

QByteArray JournalStatement::bytes(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement.get(), column));
    return {bytes, sqlite3_column_bytes(m_statement.get(), column)};
}

void JournalDatabase::Close::operator()(sqlite3 *handle) const
{
    sqlite3_close_v2(handle);
}

Result<std::unique_ptr<JournalDatabase>> JournalDatabase::open(const QString &path, bool create)
{
    const QFileInfo info(path);
    if (info.isSymLink() || (create && !info.exists() && !makePrivateFile(path)))
        return Error{QStringLiteral("journal.no-permission"),
                     QStringLiteral("The journal could not be opened."),
                     {path}};
    sqlite3 *handle = nullptr;
    const QByteArray uri = "file:" + QUrl::toPercentEncoding(path, "/");
    const int flags = SQLITE_OPEN_URI | SQLITE_OPEN_FULLMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_READWRITE;
    const int code = sqlite3_open_v2(uri.constData(), &handle, flags, nullptr);
    std::unique_ptr<JournalDatabase> database(new JournalDatabase(path, handle));
    if (code != SQLITE_OK)
        return database->error();
    sqlite3_busy_timeout(handle, busyMilliseconds);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    // Full: what is written survives a power failure too. It is written beside the typing, a few times a
    // second at most.
    if (const Result<void> set = database->run("PRAGMA cell_size_check = ON; PRAGMA synchronous = FULL;"
                                               "PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 200;"
                                               "PRAGMA journal_size_limit = 1048576");
        !set)
        return set.error();
    return database;
}

Result<void> JournalDatabase::run(const char *sql) const
{
    if (sqlite3_exec(m_handle.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return error();
    return {};
}

Result<qint64> JournalDatabase::integer(const char *sql) const
{
    JournalStatement statement(*this, sql);
    const Result<bool> row = statement.step();
    if (!row)
        return row.error();
    return *row ? statement.integer(0) : 0;
}

qint64 JournalDatabase::lastRow() const
{
    return sqlite3_last_insert_rowid(m_handle.get());
}

Error JournalDatabase::error() const
{
    const int code = sqlite3_errcode(m_handle.get()) & 0xFF;
    const auto known = std::find_if(failures.begin(), failures.end(),
                                    [code](const Failure &failure) { return failure.code == code; });
    if (known != failures.end())
        return {QLatin1String(known->name), QLatin1String(known->message), {m_path}};
    return {QStringLiteral("journal.failed"), QString::fromUtf8(sqlite3_errmsg(m_handle.get())), {m_path}};
}

JournalTransaction::~JournalTransaction()
{
    if (m_open)
        static_cast<void>(m_database.run("ROLLBACK"));
}

Result<void> JournalTransaction::begin()
{
    Result<void> begun = m_database.run("BEGIN IMMEDIATE");
    m_open = begun.ok();
    return begun;
}

Result<void> JournalTransaction::commit()
{
    Result<void> done = m_database.run("COMMIT");
    if (done)
        m_open = false;
    return done;
}

} // namespace verbale
