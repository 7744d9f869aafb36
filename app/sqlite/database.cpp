#include "sqlite/database.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QUrl>

#include <sqlite3.h>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace verbale::sqlite {

namespace {

QByteArray uriOf(const QString &path, bool immutable)
{
    QByteArray uri = "file:" + QUrl::toPercentEncoding(path, "/");
    return immutable ? uri + "?immutable=1" : uri;
}

/// SQLite would make the file readable for everybody.
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

/// No link, and made here where there is none yet.
bool isOwnersAlone(const QString &path, bool create)
{
    const QFileInfo info(path);
    return !info.isSymLink() && (!create || info.exists() || makePrivateFile(path));
}

Error errorOf(const Failures &failures, int code, const char *words, const QString &path)
{
    const auto known = std::find_if(failures.known.begin(), failures.known.end(),
                                    [code](const Failure &failure) { return failure.code == code; });
    if (known != failures.known.end())
        return {QLatin1String(known->name), QLatin1String(known->message), {path}};
    return {QLatin1String(failures.otherName),
            QString::fromLatin1(failures.otherMessage).arg(QString::fromUtf8(words)),
            {path}};
}

} // namespace

void Statement::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Statement::Statement(const Database &database, const QByteArray &sql) : m_database(&database)
{
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v3(database.handle(), sql.constData(), -1, SQLITE_PREPARE_PERSISTENT, &statement,
                       nullptr);
    m_statement.reset(statement);
}

Statement &Statement::bind(int place, qint64 value)
{
    if (m_statement)
        sqlite3_bind_int64(m_statement.get(), place, value);
    return *this;
}

Statement &Statement::bind(int place, const QString &value)
{
    if (m_statement) {
        const QByteArray utf8 = value.toUtf8();
        sqlite3_bind_text64(m_statement.get(), place, utf8.constData(),
                            static_cast<sqlite3_uint64>(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
    }
    return *this;
}

Statement &Statement::bindBlob(int place, const QByteArray &value)
{
    if (m_statement)
        sqlite3_bind_blob64(m_statement.get(), place, value.constData(),
                            static_cast<sqlite3_uint64>(value.size()), SQLITE_TRANSIENT);
    return *this;
}

Statement &Statement::bindNull(int place)
{
    if (m_statement)
        sqlite3_bind_null(m_statement.get(), place);
    return *this;
}

Result<bool> Statement::step()
{
    if (!m_statement)
        return m_database->error();
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    Error error = m_database->error();
    reset();
    return error;
}

Result<void> Statement::run()
{
    const Result<bool> row = step();
    if (!row)
        return row.error();
    reset();
    return {};
}

void Statement::reset()
{
    if (m_statement)
        sqlite3_reset(m_statement.get());
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

QByteArrayView Statement::bytes(int column) const
{
    const auto *text = sqlite3_column_text(m_statement.get(), column);
    return {reinterpret_cast<const char *>(text), sqlite3_column_bytes(m_statement.get(), column)};
}

QByteArray Statement::blob(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement.get(), column));
    return {bytes, sqlite3_column_bytes(m_statement.get(), column)};
}

QString Statement::text(int column) const
{
    return QString::fromUtf8(bytes(column));
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

void Database::Close::operator()(sqlite3 *handle) const
{
    sqlite3_close_v2(handle);
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, const DatabaseOptions &options)
{
    int flags = SQLITE_OPEN_URI | SQLITE_OPEN_FULLMUTEX | SQLITE_OPEN_EXRESCODE;
    flags |= options.readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    if (options.ownersAlone && !isOwnersAlone(path, options.create))
        return errorOf(options.failures, SQLITE_CANTOPEN, sqlite3_errstr(SQLITE_CANTOPEN), path);
    if (options.create && !options.ownersAlone)
        flags |= SQLITE_OPEN_CREATE;
    sqlite3 *handle = nullptr;
    const int code = sqlite3_open_v2(uriOf(path, options.immutable).constData(), &handle, flags, nullptr);
    std::unique_ptr<Database> database(new Database(path, handle, options.failures));
    if (code != SQLITE_OK)
        return database->error();
    sqlite3_busy_timeout(handle, options.busyMilliseconds);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    Result<void> set = database->run("PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY");
    if (set)
        set = database->run(options.pragmas);
    if (!set)
        return set.error();
    if (options.maximumBytes > 0) {
        const Result<qint64> page = database->integer("PRAGMA page_size");
        if (!page)
            return page.error();
        const QByteArray limit =
            "PRAGMA max_page_count = " + QByteArray::number(options.maximumBytes / qMax<qint64>(*page, 1));
        if (const Result<qint64> limited = database->integer(limit.constData()); !limited)
            return limited.error();
    }
    return database;
}

Result<void> Database::run(const char *sql) const
{
    if (sqlite3_exec(m_handle.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return error();
    return {};
}

Result<qint64> Database::integer(const char *sql) const
{
    Statement statement(*this, sql);
    const Result<bool> row = statement.step();
    if (!row)
        return row.error();
    return *row ? statement.integer(0) : 0;
}

qint64 Database::lastRow() const
{
    return sqlite3_last_insert_rowid(m_handle.get());
}

bool Database::isReadOnly() const
{
    return sqlite3_db_readonly(m_handle.get(), "main") != 0;
}

Error Database::error() const
{
    const int code = sqlite3_errcode(m_handle.get()) & 0xFF;
    return errorOf(*m_failures, code, sqlite3_errmsg(m_handle.get()), m_path);
}

Transaction::~Transaction()
{
    if (m_open)
        (void)m_database.run(m_isPart ? "ROLLBACK TO part; RELEASE part" : "ROLLBACK");
}

Result<void> Transaction::begin(const char *sql)
{
    m_isPart = sqlite3_get_autocommit(m_database.handle()) == 0;
    const Result<void> begun = m_database.run(m_isPart ? "SAVEPOINT part" : sql);
    m_open = begun.ok();
    return begun;
}

Result<void> Transaction::beginWrite()
{
    return begin("BEGIN IMMEDIATE");
}

Result<void> Transaction::beginRead()
{
    return begin("BEGIN");
}

Result<void> Transaction::commit()
{
    const Result<void> done = m_database.run(m_isPart ? "RELEASE part" : "COMMIT");
    if (done)
        m_open = false;
    return done;
}

} // namespace verbale::sqlite
