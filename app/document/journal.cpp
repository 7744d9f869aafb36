#include "document/journal_parts.h"
#include "document/journal_rows.h"

#include <QtCore/QDateTime>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <algorithm>

namespace verbale {

namespace {

constexpr qint64 applicationId = 0x56726A6E; // "Vrjn"
constexpr qint64 form = 1;

constexpr auto schema =
    "CREATE TABLE state (one INTEGER PRIMARY KEY CHECK (one = 1), name TEXT NOT NULL DEFAULT '',"
    " size INTEGER NOT NULL DEFAULT -1, modified INTEGER NOT NULL DEFAULT 0,"
    " digest BLOB NOT NULL DEFAULT (x''), saved INTEGER NOT NULL DEFAULT 0,"
    " token TEXT NOT NULL DEFAULT '', pid INTEGER NOT NULL DEFAULT 0, host TEXT NOT NULL DEFAULT '',"
    " started INTEGER NOT NULL DEFAULT 0, beat INTEGER NOT NULL DEFAULT 0);"
    "INSERT INTO state (one) VALUES (1);"
    "CREATE TABLE change (number INTEGER PRIMARY KEY AUTOINCREMENT, made INTEGER NOT NULL,"
    " who TEXT NOT NULL, label TEXT NOT NULL, kind INTEGER NOT NULL, file TEXT NOT NULL,"
    " unit TEXT NOT NULL, segment TEXT NOT NULL, content BLOB NOT NULL, sum INTEGER NOT NULL);"
    "CREATE INDEX change_place ON change (unit, segment, file, number);"
    "CREATE TABLE unplaced (number INTEGER PRIMARY KEY AUTOINCREMENT, made INTEGER NOT NULL,"
    " who TEXT NOT NULL, label TEXT NOT NULL, kind INTEGER NOT NULL, file TEXT NOT NULL,"
    " unit TEXT NOT NULL, segment TEXT NOT NULL, content BLOB NOT NULL, sum INTEGER NOT NULL);";

Error damaged(const QString &path)
{
    return {QStringLiteral("journal.damaged"), QStringLiteral("The journal is damaged."), {path}};
}

Result<void> makeTables(const sqlite::Database &database)
{
    if (Result<void> set = database.run("PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL"); !set)
        return set;
    sqlite::Transaction transaction(database);
    if (Result<void> begun = transaction.beginWrite(); !begun)
        return begun;
    if (Result<void> made = database.run(schema); !made)
        return made;
    const QByteArray marks = "PRAGMA application_id = " + QByteArray::number(applicationId) +
                             "; PRAGMA user_version = " + QByteArray::number(form);
    if (Result<void> marked = database.run(marks.constData()); !marked)
        return marked;
    if (Result<void> joining = makeJoiningTables(database); !joining)
        return joining;
    return transaction.commit();
}

/// Looks at what was opened before it is relied on.
Result<void> checkTables(const sqlite::Database &database)
{
    const Result<qint64> application = database.integer("PRAGMA application_id");
    if (!application)
        return application.error();
    const Result<qint64> version = database.integer("PRAGMA user_version");
    if (!version)
        return version.error();
    if (*application != applicationId || *version < 1)
        return damaged(database.path());
    if (*version > form)
        return Error{QStringLiteral("journal.newer"),
                     QStringLiteral("The journal was made by a newer Verbale."),
                     {database.path()}};
    sqlite::Statement check(database, "PRAGMA quick_check(1)");
    const Result<bool> row = check.step();
    if (!row)
        return row.error();
    if (!*row || check.text(0) != QLatin1String("ok"))
        return damaged(database.path());
    const Result<qint64> states = database.integer("SELECT count(*) FROM state");
    if (!states)
        return states.error();
    return *states == 1 ? Result<void>() : damaged(database.path());
}

Result<void> deleteOldest(const sqlite::Database &database, qint64 maximumBytes)
{
    for (;;) {
        const Result<qint64> used =
            database.integer("SELECT (c.page_count - f.freelist_count) * s.page_size FROM"
                             " pragma_page_count AS c, pragma_freelist_count AS f, pragma_page_size AS s");
        if (!used)
            return used.error();
        const Result<qint64> saved =
            database.integer("SELECT count(*) FROM change WHERE number <= (SELECT saved FROM state)");
        if (!saved)
            return saved.error();
        if (*used <= maximumBytes || *saved == 0)
            break;
        sqlite::Statement deletion(database, "DELETE FROM change WHERE number IN (SELECT number FROM change"
                                             " WHERE number <= (SELECT saved FROM state)"
                                             " ORDER BY number LIMIT ?1)");
        deletion.bind(1, *saved / 4 + 1);
        if (Result<void> deleted = deletion.run(); !deleted)
            return deleted;
    }
    if (Result<void> cleaned =
            database.run("DELETE FROM copied WHERE number NOT IN (SELECT number FROM change)");
        !cleaned)
        return cleaned;
    return database.run("PRAGMA incremental_vacuum");
}

} // namespace

Journal::Journal(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}

Journal::~Journal() = default;

const QString &Journal::path() const
{
    return m_parts->path;
}

Result<std::unique_ptr<Journal>> Journal::open(const QString &path, bool create)
{
    // SQLite would go on reading, and leave files beside it that nobody may write any more either.
    if (const QFileInfo info(path); info.isFile() && !info.isWritable())
        return Error{
            QStringLiteral("journal.read-only"), QStringLiteral("The journal may only be read."), {path}};
    // The file is SQLite's alone: whoever else opens and closes it gives up the locks this process has on it.
    Result<std::unique_ptr<sqlite::Database>> database = openJournalDatabase(path, create);
    if (!database)
        return database.error();
    const Result<qint64> tables = (*database)->integer("SELECT count(*) FROM sqlite_master");
    if (!tables)
        return tables.error();
    if (*tables == 0 && !create)
        return damaged(path);
    const Result<void> ready = *tables == 0 ? makeTables(**database) : checkTables(**database);
    if (!ready)
        return ready.error();
    if (const Result<void> shared = (*database)->run("PRAGMA journal_mode = WAL"); !shared)
        return shared.error();
    const Result<QString> id = readJournalId(**database);
    if (!id)
        return id.error();
    auto parts = std::make_unique<Parts>();
    parts->id = *id;
    parts->database = std::move(*database);
    parts->path = path;
    return std::unique_ptr<Journal>(new Journal(std::move(parts)));
}

bool Journal::isHeld(const QString &path)
{
    if (!QFileInfo(path).isFile())
        return false;
    const Result<std::unique_ptr<Journal>> journal = open(path, false);
    if (!journal)
        return false;
    const Result<std::optional<JournalOwner>> owner = (*journal)->owner();
    return owner && *owner && (*owner)->isAlive(QDateTime::currentMSecsSinceEpoch());
}

Result<std::optional<JournalOwner>> Journal::owner() const
{
    sqlite::Statement statement(*m_parts->database, "SELECT token, pid, host, started, beat FROM state");
    const Result<bool> row = statement.step();
    if (!row)
        return row.error();
    JournalOwner owner{statement.text(0), statement.integer(1), statement.text(2), statement.integer(3),
                       statement.integer(4)};
    return owner.token.isEmpty() ? std::nullopt : std::optional(owner);
}

Result<std::optional<JournalOwner>> Journal::claim(const JournalOwner &mine, bool force)
{
    sqlite::Transaction transaction(*m_parts->database);
    if (const Result<void> begun = transaction.beginWrite(); !begun)
        return begun.error();
    Result<std::optional<JournalOwner>> present = owner();
    if (!present)
        return present.error();
    if (*present && !force && (*present)->token != mine.token && (*present)->isAlive(mine.beat))
        return *present;
    sqlite::Statement statement(*m_parts->database,
                                "UPDATE state SET token = ?1, pid = ?2, host = ?3, started = ?4, beat = ?5");
    statement.bind(1, mine.token)
        .bind(2, mine.pid)
        .bind(3, mine.host)
        .bind(4, mine.started)
        .bind(5, mine.beat);
    if (const Result<void> written = statement.run(); !written)
        return written.error();
    if (const Result<void> made = makeJoiningTables(*m_parts->database); !made)
        return made.error();
    const Result<QString> id = readJournalId(*m_parts->database);
    if (!id)
        return id.error();
    if (const Result<void> done = transaction.commit(); !done)
        return done.error();
    m_parts->id = *id;
    m_parts->token = mine.token;
    return std::optional<JournalOwner>();
}

Result<void> Journal::checkOwner() const
{
    sqlite::Statement statement(*m_parts->database, "SELECT token FROM state");
    const Result<bool> row = statement.step();
    if (!row)
        return row.error();
    if (m_parts->token.isEmpty() || statement.text(0) != m_parts->token)
        return Error{QStringLiteral("journal.taken-over"),
                     QStringLiteral("Another program has taken the file over."),
                     {m_parts->path}};
    return {};
}

Result<void> Journal::beat(qint64 now)
{
    sqlite::Statement statement(*m_parts->database, "UPDATE state SET beat = ?1 WHERE token = ?2");
    statement.bind(1, now).bind(2, m_parts->token);
    if (Result<void> written = statement.run(); !written)
        return written;
    return checkOwner();
}

void Journal::release()
{
    if (m_parts->token.isEmpty() || !m_parts->database)
        return;
    const Result<qint64> rows =
        m_parts->database->integer("SELECT (SELECT count(*) FROM change) + (SELECT count(*) FROM unplaced)");
    const bool mine = checkOwner().ok();
    sqlite::Statement statement(*m_parts->database,
                                "UPDATE state SET token = '', pid = 0, host = '' WHERE token = ?1");
    statement.bind(1, m_parts->token);
    static_cast<void>(statement.run()); // a process that has ended is no owner anyway
    m_parts->token.clear();
    if (!mine || !rows || *rows > 0)
        return;
    removeJournal(m_parts->path);
}

Result<bool> Journal::replaceTyping(const JournalEntry &entry)
{
    std::optional<Parts::LastTyped> &last = m_parts->last;
    if (!last || !continueTyping(last->entry, entry))
        return false;
    const Result<void> written = updateRow(*m_parts->database, last->number, last->entry);
    return written ? Result<bool>(true) : written.error();
}

/// `origin`: the journal that has the entry too.
Result<void> Journal::addOne(const JournalEntry &entry, const QString &origin)
{
    const bool ours = origin.isEmpty() && !entry.seen;
    const Result<bool> replaced = ours ? replaceTyping(entry) : Result<bool>(false);
    if (!replaced)
        return replaced.error();
    if (*replaced)
        return {};
    m_parts->last.reset();
    const sqlite::Database &database = *m_parts->database;
    const auto *structure = std::get_if<StructureChange>(&entry.change);
    const RowKind kind = structure != nullptr ? RowKind::Structure
                         : entry.seen         ? RowKind::Seen
                                              : RowKind::Target;
    if (Result<void> inserted = insertRow(database, "change", kind, entry); !inserted)
        return inserted;
    if (ours && entry.typing && structure == nullptr)
        m_parts->last = Parts::LastTyped{database.lastRow(), entry};
    if (!origin.isEmpty()) {
        sqlite::Statement copied(database, "INSERT INTO copied (number, journal) VALUES (?1, ?2)");
        copied.bind(1, database.lastRow()).bind(2, origin);
        if (Result<void> marked = copied.run(); !marked)
            return marked;
    }
    for (const TargetChange &version :
         structure != nullptr ? versionsIn(*structure) : QList<TargetChange>()) {
        JournalEntry row = entry;
        row.change = version;
        if (Result<void> inserted = insertRow(database, "change", RowKind::Version, row); !inserted)
            return inserted;
    }
    return {};
}

Result<void> Journal::write(const std::function<Result<void>()> &change)
{
    sqlite::Transaction transaction(*m_parts->database);
    Result<void> done = transaction.beginWrite();
    if (done)
        done = checkOwner();
    if (done)
        done = change();
    if (done)
        done = transaction.commit();
    if (!done)
        m_parts->last.reset();
    return done;
}

Result<void> Journal::add(const QList<JournalEntry> &entries)
{
    return write([&] {
        Result<void> done;
        for (qsizetype i = 0; done && i < entries.size(); ++i)
            done = addOne(entries[i]);
        return done;
    });
}

Result<void> Journal::putBase(const FileIdentity &file)
{
    sqlite::Statement statement(*m_parts->database,
                                "UPDATE state SET name = ?1, size = ?2, modified = ?3, digest = ?4");
    statement.bind(1, file.name).bind(2, file.size).bind(3, file.modified).bindBlob(4, file.digest);
    return statement.run();
}

Result<void> Journal::setBase(const FileIdentity &file)
{
    return write([&] { return putBase(file); });
}

Result<void> Journal::putSaved(const FileIdentity &file)
{
    m_parts->last.reset(); // what is typed now is another version
    sqlite::Statement statement(*m_parts->database,
                                "UPDATE state SET name = ?1, size = ?2, modified = ?3, digest = ?4,"
                                " saved = (SELECT coalesce(max(number), 0) FROM change)");
    statement.bind(1, file.name).bind(2, file.size).bind(3, file.modified).bindBlob(4, file.digest);
    return statement.run();
}

Result<void> Journal::markSaved(const FileIdentity &file)
{
    return write([&] { return putSaved(file); });
}

Result<qint64> Journal::endVersion()
{
    m_parts->last.reset();
    return lastRow();
}

Result<void> Journal::markSavedUpTo(const FileIdentity &file, qint64 number)
{
    return write([&] {
        if (Result<void> based = putBase(file); !based)
            return based;
        sqlite::Statement statement(*m_parts->database, "UPDATE state SET saved = max(saved, ?1)");
        statement.bind(1, number);
        return statement.run();
    });
}

Result<void> Journal::discardUnsaved()
{
    const Result<FileIdentity> file = base();
    return file ? markSaved(*file) : file.error();
}

Result<FileIdentity> Journal::base() const
{
    sqlite::Statement statement(*m_parts->database, "SELECT name, size, modified, digest FROM state");
    const Result<bool> row = statement.step();
    if (!row)
        return row.error();
    return FileIdentity{statement.text(0), statement.integer(1), statement.integer(2), statement.blob(3)};
}

Result<QList<JournalEntry>> Journal::unsaved()
{
    m_damagedRows = 0;
    return readUnsaved(0, m_damagedRows);
}

Result<QList<JournalEntry>> Journal::unsavedAfter(qint64 number) const
{
    int damagedRows = 0;
    return readUnsaved(number, damagedRows);
}

Result<QList<JournalEntry>> Journal::readUnsaved(qint64 after, int &damagedRows) const
{
    const QByteArray sql = QByteArray("SELECT ") + rowColumns +
                           " FROM change WHERE number > (SELECT saved FROM state) AND number > ?1"
                           " AND kind < 2 ORDER BY number";
    sqlite::Statement statement(*m_parts->database, sql);
    statement.bind(1, after);
    QList<JournalEntry> entries;
    for (;;) {
        const Result<bool> row = statement.step();
        if (!row)
            return row.error();
        if (!*row)
            return entries;
        const std::optional<JournalEntry> entry = rowEntry(statement);
        if (entry)
            entries.append(*entry);
        else
            ++damagedRows;
    }
}

Result<QList<SegmentVersion>> Journal::history(const SegmentAddress &where) const
{
    const QByteArray sql = QByteArray("SELECT ") + rowColumns +
                           ", number <= (SELECT saved FROM state) FROM change"
                           " WHERE unit = ?1 AND segment = ?2 AND file = ?3 AND kind <> 1 ORDER BY number";
    sqlite::Statement statement(*m_parts->database, sql.constData());
    statement.bind(1, where.unit).bind(2, where.segment).bind(3, where.file);
    QList<SegmentVersion> versions;
    for (;;) {
        const Result<bool> row = statement.step();
        if (!row)
            return row.error();
        if (!*row)
            return versions;
        const std::optional<JournalEntry> entry = rowEntry(statement);
        const auto *change = entry ? std::get_if<TargetChange>(&entry->change) : nullptr;
        if (change == nullptr)
            continue;
        if (versions.isEmpty())
            versions.append({0, 0, {}, {}, change->before, true});
        versions.prepend({statement.integer(0), entry->time, entry->who, entry->label, change->after,
                          statement.integer(10) != 0 || entry->seen});
    }
}

Result<void> Journal::keepUnplaced(const QList<JournalEntry> &entries)
{
    return write([&] { return putUnplaced(entries); });
}

Result<void> Journal::putUnplaced(const QList<JournalEntry> &entries)
{
    int damagedRows = 0;
    const Result<QList<JournalEntry>> there = readUnplaced(damagedRows);
    if (!there)
        return there.error();
    QList<JournalEntry> known = *there;
    Result<void> done;
    for (qsizetype i = 0; done && i < entries.size(); ++i) {
        const JournalEntry &entry = entries[i];
        const bool isThere = std::any_of(known.begin(), known.end(), [&entry](const JournalEntry &other) {
            return isSameUnplaced(entry, other);
        });
        if (isThere)
            continue;
        known.append(entry);
        done = insertRow(*m_parts->database, "unplaced", RowKind::Target, entry);
    }
    return done;
}

Result<QList<JournalEntry>> Journal::unplaced() const
{
    int damagedRows = 0;
    return readUnplaced(damagedRows);
}

Result<QList<JournalEntry>> Journal::readUnplaced(int &damagedRows) const
{
    const QByteArray sql = QByteArray("SELECT ") + rowColumns + " FROM unplaced ORDER BY number";
    sqlite::Statement statement(*m_parts->database, sql);
    QList<JournalEntry> entries;
    for (;;) {
        const Result<bool> row = statement.step();
        if (!row)
            return row.error();
        if (!*row)
            return entries;
        const std::optional<JournalEntry> entry = rowEntry(statement);
        if (entry && std::holds_alternative<TargetChange>(entry->change))
            entries.append(*entry);
        else
            ++damagedRows;
    }
}

Result<void> Journal::dropUnplaced()
{
    return write([this] { return m_parts->database->run("DELETE FROM unplaced"); });
}

Result<void> Journal::compact(qint64 maximumBytes)
{
    return write([&] { return deleteOldest(*m_parts->database, maximumBytes); });
}

Result<void> Journal::copyTo(const QString &path) const
{
    removeJournal(path);
    {
        const Result<std::unique_ptr<sqlite::Database>> made = openJournalDatabase(path, true);
        if (!made)
            return made.error();
    }
    sqlite::Statement copying(*m_parts->database, "VACUUM INTO ?1");
    copying.bind(1, path);
    if (Result<void> copied = copying.run(); !copied)
        return copied;
    const Result<std::unique_ptr<sqlite::Database>> copy = openJournalDatabase(path, false);
    if (!copy)
        return copy.error();
    if (Result<void> fresh =
            (*copy)->run("UPDATE state SET token = '', saved = (SELECT coalesce(max(number), 0) FROM change);"
                         "DELETE FROM mark; DELETE FROM taken; DELETE FROM copied");
        !fresh)
        return fresh;
    return makeJoiningTables(**copy); // another journal, with a mark of its own
}

} // namespace verbale
