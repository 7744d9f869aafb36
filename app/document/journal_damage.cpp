#include "document/journal.h"
#include "document/journal_rows.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QMap>
#include <QtCore/QSet>

// What becomes of a journal's files when they cannot be relied on or are not wanted any more.

namespace verbale {

namespace {

/// Up to which change everything was saved; nothing: the journal does not say.
std::optional<qint64> savedIn(const sqlite::Database &database)
{
    sqlite::Statement statement(database, "SELECT saved FROM state");
    const Result<bool> row = statement.step();
    return row && *row ? std::optional(statement.integer(0)) : std::nullopt;
}

/// The first change of each target forgets what the target was.
void forgetFirstVersions(QMap<qint64, JournalEntry> &entries)
{
    QSet<SegmentAddress> known;
    for (JournalEntry &entry : entries) {
        auto *change = std::get_if<TargetChange>(&entry.change);
        if (change == nullptr || entry.seen || known.contains(change->where))
            continue;
        known.insert(change->where);
        change->before = {};
    }
}

} // namespace

QList<JournalEntry> salvageJournal(const QString &path)
{
    const Result<std::unique_ptr<sqlite::Database>> opened = openJournalDatabase(path, false);
    if (!opened)
        return {};
    const sqlite::Database &database = **opened;
    const std::optional<qint64> saved = savedIn(database);
    QMap<qint64, JournalEntry> found;
    // From both ends: what is damaged may lie in between.
    for (const char *order : {"ASC", "DESC"}) {
        const QByteArray sql = QByteArray("SELECT ") + rowColumns +
                               " FROM change NOT INDEXED WHERE kind <> 2 ORDER BY number " + order;
        sqlite::Statement statement(database, sql.constData());
        for (Result<bool> row = statement.step(); row && *row; row = statement.step()) {
            const std::optional<JournalEntry> entry = rowEntry(statement);
            if (entry && statement.integer(0) > saved.value_or(0))
                found.insert(statement.integer(0), *entry);
        }
    }
    if (!saved)
        forgetFirstVersions(found);
    return found.values();
}

Result<QString> putJournalAside(const QString &path)
{
    const QString log = QStringLiteral("-wal");
    QString kept = path + QLatin1String(".damaged");
    for (int number = 2; QFileInfo::exists(kept) || QFileInfo::exists(kept + log); ++number)
        kept = path + QStringLiteral(".damaged-%1").arg(number);
    const Error failed{QStringLiteral("journal.no-permission"),
                       QStringLiteral("The damaged journal could not be renamed."),
                       {path}};
    // The log first: left behind, it would be taken for the log of the journal that is made next.
    const bool hasLog = QFileInfo::exists(path + log);
    if (hasLog && !QFile::rename(path + log, kept + log))
        return failed;
    if (!QFile::rename(path, kept)) {
        if (hasLog)
            QFile::rename(kept + log, path + log);
        return failed;
    }
    QFile::remove(path + QLatin1String("-shm"));
    return kept;
}

void removeJournal(const QString &path)
{
    for (const char *suffix : {"-wal", "-shm", ""})
        QFile::remove(path + QLatin1String(suffix));
}

} // namespace verbale
