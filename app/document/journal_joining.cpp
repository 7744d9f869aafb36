#include "document/journal_parts.h"
#include "document/journal_rows.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QUuid>

#include <algorithm>

// How two journals of one working file become one again.

namespace verbale {

namespace {

constexpr auto joiningTables =
    "CREATE TABLE IF NOT EXISTS mark (one INTEGER PRIMARY KEY CHECK (one = 1), id TEXT NOT NULL);"
    // Up to which row a journal is held here, and up to which row of this one its unsaved edits stand.
    "CREATE TABLE IF NOT EXISTS taken (journal TEXT PRIMARY KEY, number INTEGER NOT NULL,"
    " own INTEGER NOT NULL);"
    // The rows that another journal has too.
    "CREATE TABLE IF NOT EXISTS copied (number INTEGER PRIMARY KEY, journal TEXT NOT NULL)";

/// The first value of the only row; 0 where there is none.
Result<qint64> numberFor(const sqlite::Database &database, const char *sql, const QString &id)
{
    sqlite::Statement statement(database, sql);
    statement.bind(1, id);
    const Result<bool> row = statement.step();
    if (!row)
        return row.error();
    return *row ? statement.integer(0) : 0;
}

Result<void> shift(const sqlite::Database &database, const char *sql, qint64 by, qint64 after, qint64 upTo)
{
    sqlite::Statement statement(database, sql);
    statement.bind(1, by).bind(2, after).bind(3, upTo);
    return statement.run();
}

bool isSameFile(const FileIdentity &one, const FileIdentity &other)
{
    return !one.digest.isEmpty() && one.digest == other.digest && one.name == other.name;
}

} // namespace

bool isUnwritable(const Error &error)
{
    return error.code == QLatin1String("journal.no-permission") ||
           error.code == QLatin1String("journal.read-only") || error.code == QLatin1String("journal.full");
}

bool isSameUnplaced(const JournalEntry &one, const JournalEntry &other)
{
    const auto *change = std::get_if<TargetChange>(&one.change);
    const auto *known = std::get_if<TargetChange>(&other.change);
    return change != nullptr && known != nullptr && change->where == known->where &&
           change->source == known->source && change->after == known->after;
}

Result<void> makeJoiningTables(const sqlite::Database &database)
{
    if (Result<void> made = database.run(joiningTables); !made)
        return made;
    sqlite::Statement statement(database, "INSERT OR IGNORE INTO mark (one, id) VALUES (1, ?1)");
    statement.bind(1, QUuid::createUuid().toString(QUuid::WithoutBraces));
    return statement.run();
}

Result<QString> readJournalId(const sqlite::Database &database)
{
    const Result<qint64> tables = database.integer("SELECT count(*) FROM sqlite_master WHERE type = 'table'"
                                                   " AND name IN ('mark', 'taken', 'copied')");
    if (!tables)
        return tables.error();
    if (*tables < 3)
        return QString();
    sqlite::Statement statement(database, "SELECT id FROM mark");
    const Result<bool> row = statement.step();
    if (!row)
        return row.error();
    return *row ? statement.text(0) : QString();
}

Result<std::unique_ptr<Journal>> Journal::openToRead(const QString &path)
{
    Result<std::unique_ptr<Journal>> journal = open(path, false);
    if (journal || !isUnwritable(journal.error()))
        return journal;
    // SQLite wants to write even where it only reads, and a folder may not take what it writes.
    auto folder = std::make_unique<QTemporaryDir>();
    const QString copy = folder->filePath(QStringLiteral("journal"));
    if (!folder->isValid() || !QFile::copy(path, copy))
        return journal;
    const QString log = QStringLiteral("-wal");
    if (QFileInfo::exists(path + log) && !QFile::copy(path + log, copy + log))
        return journal;
    for (const QString &file : {copy, copy + log})
        QFile::setPermissions(file, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    Result<std::unique_ptr<Journal>> read = open(copy, false);
    if (read)
        (*read)->m_parts->folder = std::move(folder);
    return read;
}

const QString &Journal::id() const
{
    return m_parts->id;
}

Result<qint64> Journal::lastRow() const
{
    return m_parts->database->integer("SELECT coalesce(max(number), 0) FROM change");
}

/// Up to which of its rows the journal with the mark is held here.
Result<qint64> Journal::taken(const QString &id) const
{
    if (m_parts->id.isEmpty())
        return 0;
    return numberFor(*m_parts->database, "SELECT number FROM taken WHERE journal = ?1", id);
}

/// The same, of what was saved since.
Result<qint64> Journal::savedOf(const QString &id) const
{
    if (m_parts->id.isEmpty())
        return 0;
    return numberFor(*m_parts->database,
                     "SELECT number FROM taken WHERE journal = ?1 AND own <= (SELECT saved FROM state)", id);
}

Result<JournalTail> Journal::tailFor(const Journal &other) const
{
    const Result<qint64> known = other.taken(id());
    const Result<qint64> saved = savedOf(other.id());
    const Result<qint64> last = lastRow();
    const Result<FileIdentity> file = base();
    if (!known || !saved || !last || !file)
        return !known ? known.error() : !saved ? saved.error() : !last ? last.error() : file.error();
    JournalTail tail{id(), *last, {}, {}, {}, *saved, *file, 0};
    const QByteArray copies =
        id().isEmpty() ? "" : " AND number NOT IN (SELECT number FROM copied WHERE journal = ?2)";
    const QByteArray sql = QByteArray("SELECT ") + rowColumns +
                           ", number <= (SELECT saved FROM state) FROM change"
                           " WHERE number > ?1 AND kind <> 2" +
                           copies + " ORDER BY number";
    sqlite::Statement statement(*m_parts->database, sql);
    statement.bind(1, *known);
    if (!copies.isEmpty())
        statement.bind(2, other.id());
    for (;;) {
        const Result<bool> row = statement.step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        const std::optional<JournalEntry> entry = rowEntry(statement);
        if (!entry)
            ++tail.damagedRows;
        else
            (statement.integer(10) != 0 ? tail.saved : tail.unsaved).append(*entry);
    }
    const Result<QList<JournalEntry>> unplaced = readUnplaced(tail.damagedRows);
    if (!unplaced)
        return unplaced.error();
    tail.unplaced = *unplaced;
    return tail;
}

Result<void> Journal::append(const JournalTail &tail)
{
    m_parts->last.reset(); // what another journal has stays as it is there
    const Result<void> done = write([&] { return putTail(tail); });
    m_parts->last.reset();
    return done;
}

Result<void> Journal::putTail(const JournalTail &tail)
{
    const Result<qint64> saved = m_parts->database->integer("SELECT saved FROM state");
    const Result<FileIdentity> mine = base();
    if (!saved || !mine)
        return !saved ? saved.error() : mine.error();
    const qint64 upTo = std::max(*saved, tail.savedOfOther);
    const Result<QList<JournalEntry>> left = unsavedAfter(upTo);
    if (!left)
        return left.error();
    const bool savedThere = !tail.saved.isEmpty() || tail.savedOfOther > *saved;
    FileIdentity file = savedThere || left->isEmpty() ? tail.base : *mine;
    const bool ofTwo = !left->isEmpty() && (savedThere || !tail.unsaved.isEmpty());
    if (ofTwo && !isSameFile(*mine, tail.base))
        file.digest.clear(); // they are of different files: each is to be compared with what stands there
    Result<void> done;
    if (savedThere)
        done = putSavedThere(tail, upTo);
    if (done)
        done = putBase(file);
    for (qsizetype i = 0; done && i < tail.unsaved.size(); ++i)
        done = addOne(tail.unsaved[i], tail.id);
    if (done)
        done = putUnplaced(tail.unplaced);
    return done ? putTaken(tail) : done;
}

/// What was saved elsewhere goes before what was saved nowhere.
Result<void> Journal::putSavedThere(const JournalTail &tail, qint64 upTo)
{
    const sqlite::Database &database = *m_parts->database;
    const Result<qint64> end = lastRow();
    if (!end)
        return end.error();
    Result<void> done;
    for (qsizetype i = 0; done && i < tail.saved.size(); ++i)
        done = addOne(tail.saved[i], tail.id);
    const Result<qint64> top = lastRow();
    if (!done || !top)
        return done ? top.error() : done;
    const qint64 by = *top - upTo;
    for (const char *sql : {"UPDATE change SET number = number + ?1 WHERE number > ?2 AND number <= ?3",
                            "UPDATE copied SET number = number + ?1 WHERE number > ?2 AND number <= ?3",
                            "UPDATE taken SET own = own + ?1 WHERE own > ?2 AND own <= ?3"}) {
        if (done && by > 0)
            done = shift(database, sql, by, upTo, *end);
    }
    if (!done)
        return done;
    sqlite::Statement statement(database, "UPDATE state SET saved = ?1");
    statement.bind(1, *top);
    return statement.run();
}

Result<void> Journal::putTaken(const JournalTail &tail)
{
    const sqlite::Database &database = *m_parts->database;
    Result<qint64> own = tail.unsaved.isEmpty()
                             ? numberFor(database, "SELECT own FROM taken WHERE journal = ?1", tail.id)
                             : lastRow();
    if (!own)
        return own.error();
    sqlite::Statement statement(database,
                                "INSERT OR REPLACE INTO taken (journal, number, own) VALUES (?1, ?2, ?3)");
    statement.bind(1, tail.id).bind(2, tail.last).bind(3, *own);
    return statement.run();
}

} // namespace verbale
