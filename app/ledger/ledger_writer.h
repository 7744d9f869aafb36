#pragma once

#include "ledger/ledger.h"

#include <functional>

namespace verbale::ledger {

/// Adds lines to the chain, within a transaction of the caller's.
class LedgerWriter
{
public:
    explicit LedgerWriter(const sqlite::Database &database);
    /// Gives the line its number, a Request line its own as `request`, and its hash.
    Result<qint64> append(LedgerLine line);

private:
    Result<void> findEnd();

    const sqlite::Database &m_database;
    sqlite::Statement m_insert;
    qint64 m_last = -1;
    QByteArray m_hash;
};

class LedgerReader
{
public:
    explicit LedgerReader(const sqlite::Database &database) : m_database(database) {}

    /// A query for whole lines, which ends as given.
    static QByteArray select(const char *end);
    static LedgerLine lineOf(const sqlite::Statement &row);
    /// Every line that such a query has left.
    static Result<QList<LedgerLine>> all(sqlite::Statement &query);

    /// Walks the whole chain, in one state of the file; `each` sees every line, sound or not.
    [[nodiscard]] Result<LedgerCheck> check(const std::function<void(const LedgerLine &)> &each) const;

private:
    const sqlite::Database &m_database;
};

} // namespace verbale::ledger
