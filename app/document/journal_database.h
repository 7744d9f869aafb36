#pragma once

#include <verbale/sdk/result.h>

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace verbale {

class JournalDatabase;

/// A prepared statement: bind, step, read.
class JournalStatement
{
public:
    JournalStatement(const JournalDatabase &database, const char *sql);

    JournalStatement &bind(int place, qint64 value);
    JournalStatement &bind(int place, const QString &value);
    JournalStatement &bind(int place, const QByteArray &value);
    /// Whether there is a row. A statement that could not be prepared gives its error here.
    [[nodiscard]] Result<bool> step();
    /// For a statement without rows.
    [[nodiscard]] Result<void> run();

    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;

private:
    struct Finalize
    {
        void operator()(sqlite3_stmt *statement) const;
    };
    const JournalDatabase *m_database;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

/// A connection to a journal's file. Errors: journal.busy, journal.full, journal.read-only,
/// journal.no-permission, journal.damaged, journal.failed.
class JournalDatabase
{
public:
    /// `create`: makes an empty file, for its owner alone, where there is none. Follows no link.
    static Result<std::unique_ptr<JournalDatabase>> open(const QString &path, bool create);

    [[nodiscard]] Result<void> run(const char *sql) const;
    [[nodiscard]] Result<qint64> integer(const char *sql) const;
    [[nodiscard]] qint64 lastRow() const;
    [[nodiscard]] Error error() const;
    [[nodiscard]] sqlite3 *handle() const { return m_handle.get(); }
    [[nodiscard]] const QString &path() const { return m_path; }

private:
    struct Close
    {
        void operator()(sqlite3 *handle) const;
    };
    JournalDatabase(QString path, sqlite3 *handle) : m_path(std::move(path)), m_handle(handle) {}

    QString m_path;
    std::unique_ptr<sqlite3, Close> m_handle;
};

/// All or nothing: what was not committed is taken back.
class JournalTransaction
{
public:
    explicit JournalTransaction(const JournalDatabase &database) : m_database(database) {}
    ~JournalTransaction();
    JournalTransaction(const JournalTransaction &) = delete;
    JournalTransaction &operator=(const JournalTransaction &) = delete;
    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<void> commit();

private:
    const JournalDatabase &m_database;
    bool m_open = false;
};

} // namespace verbale
