#include "ledger/ledger_writer.h"

namespace verbale::ledger {

namespace {

constexpr const char *columns =
    "number, time, kind, request, about, month, engine, host, document, segment, key, text,"
    " characters, cost, billed, outcome, code, answer, hash";

} // namespace

LedgerWriter::LedgerWriter(const sqlite::Database &database)
    : m_database(database)
    , m_insert(database, QByteArray("INSERT INTO line (") + columns +
                             ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
{
}

Result<void> LedgerWriter::findEnd()
{
    sqlite::Statement query(m_database, "SELECT number, hash FROM line ORDER BY number DESC LIMIT 1");
    const Result<bool> row = query.step();
    if (!row)
        return row.error();
    m_last = *row ? query.integer(0) : 0;
    m_hash = *row ? query.blob(1) : ledgerSeed();
    return {};
}

Result<qint64> LedgerWriter::append(LedgerLine line)
{
    if (m_last < 0) {
        if (const Result<void> found = findEnd(); !found)
            return found.error();
    }
    line.number = m_last + 1;
    if (line.kind == LedgerLine::Kind::Request)
        line.request = line.number;
    line.hash = hashOf(line, m_hash);
    m_insert.bind(1, line.number).bind(2, line.time).bind(3, static_cast<qint64>(line.kind));
    m_insert.bind(4, line.request).bind(5, line.about).bind(6, line.month).bind(7, line.engine);
    m_insert.bind(8, line.host).bind(9, line.document).bind(10, line.segment).bindBlob(11, line.key);
    m_insert.bindBlob(12, line.text).bind(13, line.characters).bind(14, line.cost).bind(16, line.outcome);
    m_insert.bind(17, line.code).bindBlob(18, line.answer).bindBlob(19, line.hash);
    if (line.billed)
        m_insert.bind(15, *line.billed);
    else
        m_insert.bindNull(15);
    if (const Result<void> done = m_insert.run(); !done)
        return done.error();
    m_last = line.number;
    m_hash = line.hash;
    return line.number;
}

QByteArray LedgerReader::select(const char *end)
{
    return QByteArray("SELECT ") + columns + " FROM line " + end;
}

LedgerLine LedgerReader::lineOf(const sqlite::Statement &row)
{
    LedgerLine line;
    line.number = row.integer(0);
    line.time = row.integer(1);
    line.kind = static_cast<LedgerLine::Kind>(row.integer(2));
    line.request = row.integer(3);
    line.about = row.integer(4);
    line.month = row.integer(5);
    line.engine = row.text(6);
    line.host = row.text(7);
    line.document = row.text(8);
    line.segment = row.text(9);
    line.key = row.blob(10);
    line.text = row.blob(11);
    line.characters = row.integer(12);
    line.cost = row.integer(13);
    if (!row.isNull(14))
        line.billed = row.integer(14);
    line.outcome = row.text(15);
    line.code = row.text(16);
    line.answer = row.blob(17);
    line.hash = row.blob(18);
    return line;
}

Result<QList<LedgerLine>> LedgerReader::all(sqlite::Statement &query)
{
    QList<LedgerLine> lines;
    while (true) {
        const Result<bool> row = query.step();
        if (!row)
            return row.error();
        if (!*row)
            return lines;
        lines.append(lineOf(query));
    }
}

Result<LedgerCheck> LedgerReader::check(const std::function<void(const LedgerLine &)> &each) const
{
    sqlite::Statement query(m_database, select("ORDER BY number"));
    LedgerCheck check;
    check.head = ledgerSeed();
    qint64 latest = 0;
    while (true) {
        const Result<bool> row = query.step();
        if (!row)
            return row.error();
        if (!*row)
            return check;
        const LedgerLine line = lineOf(query);
        if (each)
            each(line);
        if (check.broken)
            continue;
        if (line.number != check.lines + 1 || line.hash != hashOf(line, check.head)) {
            check.broken = check.lines + 1;
            continue;
        }
        check.lines = line.number;
        check.head = line.hash;
        check.clockWentBack = check.clockWentBack || line.time < latest;
        latest = qMax(latest, line.time);
    }
}

} // namespace verbale::ledger
