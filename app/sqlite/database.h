#pragma once

#include <verbale/sdk/result.h>

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <memory>
#include <span>

struct sqlite3;
struct sqlite3_stmt;

namespace verbale::sqlite {

class Database;

/// A prepared statement. Bind, step, read; reset() before the next use.
class Statement
{
public:
    Statement(const Database &database, const QByteArray &sql);

    Statement &bind(int place, qint64 value);
    Statement &bind(int place, const QString &value);
    Statement &bindBlob(int place, const QByteArray &value);
    Statement &bindNull(int place);
    /// Whether there is a row. A statement that could not be prepared gives its error here.
    [[nodiscard]] Result<bool> step();
    /// For a statement without rows: step and reset.
    [[nodiscard]] Result<void> run();
    void reset();

    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] QString text(int column) const;
    /// Points into the statement until the next step.
    [[nodiscard]] QByteArrayView bytes(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;
    [[nodiscard]] bool isNull(int column) const;

private:
    struct Finalize
    {
        void operator()(sqlite3_stmt *statement) const;
    };
    const Database *m_database;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

/// Resets a statement that is kept for the next use, so that it holds no state of the file open meanwhile.
class Resetting
{
public:
    explicit Resetting(Statement &statement) : m_statement(statement) {}
    ~Resetting() { m_statement.reset(); }
    Resetting(const Resetting &) = delete;
    Resetting &operator=(const Resetting &) = delete;

private:
    Statement &m_statement;
};

/// What SQLite's result codes are called by the owner of the file, and what its user is told.
struct Failure
{
    int code; ///< a primary result code
    const char *name;
    const char *message;
};

struct Failures
{
    std::span<const Failure> known;
    const char *otherName;
    const char *otherMessage; ///< "%1" stands for SQLite's own words
};

struct DatabaseOptions
{
    const Failures &failures; ///< lives as long as the connection
    const char *pragmas;      ///< to begin with, beside the safeguards that every file gets
    bool readOnly = false;
    bool create = false;
    bool ownersAlone = false; ///< a new file is readable for its owner alone; a link is refused
    bool immutable = false;   ///< nobody else writes: works in a folder where nothing can be made
    int busyMilliseconds = 0;
    qint64 maximumBytes = 0;
};

/// A connection to an SQLite file, which is trusted as little as any file. Its errors are those of its owner.
class Database
{
public:
    static Result<std::unique_ptr<Database>> open(const QString &path, const DatabaseOptions &options);

    /// Any number of statements without values.
    [[nodiscard]] Result<void> run(const char *sql) const;
    [[nodiscard]] Result<qint64> integer(const char *sql) const;
    [[nodiscard]] qint64 lastRow() const;
    [[nodiscard]] bool isReadOnly() const;
    /// What went wrong last.
    [[nodiscard]] Error error() const;
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] sqlite3 *handle() const { return m_handle.get(); }

private:
    struct Close
    {
        void operator()(sqlite3 *handle) const;
    };
    Database(QString path, sqlite3 *handle, const Failures &failures)
        : m_path(std::move(path)), m_handle(handle), m_failures(&failures)
    {
    }

    QString m_path;
    std::unique_ptr<sqlite3, Close> m_handle;
    const Failures *m_failures;
};

/// All or nothing: what was not committed is taken back.
class Transaction
{
public:
    explicit Transaction(const Database &database) : m_database(database) {}
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    /// Within another transaction of the same connection, it is a part of that one that can be taken back.
    [[nodiscard]] Result<void> beginWrite();
    /// Sees one state of the file until the end.
    [[nodiscard]] Result<void> beginRead();
    [[nodiscard]] Result<void> commit();

private:
    [[nodiscard]] Result<void> begin(const char *sql);

    const Database &m_database;
    bool m_open = false;
    bool m_isPart = false;
};

} // namespace verbale::sqlite
