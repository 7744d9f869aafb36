#include "document/journal_rows.h"

#include "document/net_changes.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QtEndian>

#include <algorithm>

namespace verbale {

namespace {

struct Row
{
    RowKind kind = RowKind::Target;
    SegmentAddress where;
    QByteArray content;
};

Row rowOf(RowKind kind, const JournalEntry &entry)
{
    if (const auto *target = std::get_if<TargetChange>(&entry.change))
        return {kind, target->where, encodeTarget(*target)};
    return {kind, {}, encodeStructure(std::get<StructureChange>(entry.change))};
}

/// SQLite does not see that a byte of a text has become another one.
qint64 sumOf(qint64 made, const QString &who, const QString &label, const Row &row)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    const auto addText = [&hash](const QString &text) {
        hash.addData(text.toUtf8());
        hash.addData(QByteArrayView("\0", 1));
    };
    hash.addData(QByteArray::number(made) + ' ' + QByteArray::number(static_cast<qint64>(row.kind)) + ' ');
    for (const QString &text : {who, label, row.where.file, row.where.unit, row.where.segment})
        addText(text);
    hash.addData(row.content);
    return qFromBigEndian<qint64>(hash.result().constData());
}

void bindRow(sqlite::Statement &statement, const JournalEntry &entry, const Row &row)
{
    statement.bind(1, entry.time)
        .bind(2, entry.who)
        .bind(3, entry.label)
        .bind(4, static_cast<qint64>(row.kind))
        .bind(5, row.where.file)
        .bind(6, row.where.unit)
        .bind(7, row.where.segment)
        .bindBlob(8, row.content)
        .bind(9, sumOf(entry.time, entry.who, entry.label, row));
}

const Segment *segmentIn(const Unit *unit, const QString &id)
{
    if (unit == nullptr)
        return nullptr;
    const auto found = std::find_if(unit->segments.begin(), unit->segments.end(),
                                    [&id](const Segment &segment) { return segment.id == id; });
    return found == unit->segments.end() ? nullptr : &*found;
}

const Unit *unitLike(const QList<Unit> &units, const Unit &wanted)
{
    const auto found = std::find_if(units.begin(), units.end(), [&wanted](const Unit &unit) {
        return unit.id == wanted.id && unit.fileId == wanted.fileId;
    });
    return found == units.end() ? nullptr : &*found;
}

} // namespace

const char *const rowColumns = "number, made, who, label, kind, file, unit, segment, content, sum";

Result<void> insertRow(const sqlite::Database &database, const char *table, RowKind kind,
                       const JournalEntry &entry)
{
    const QByteArray sql = QByteArray("INSERT INTO ") + table +
                           " (made, who, label, kind, file, unit, segment, content, sum)"
                           " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    sqlite::Statement statement(database, sql.constData());
    bindRow(statement, entry, rowOf(kind, entry));
    return statement.run();
}

Result<void> updateRow(const sqlite::Database &database, qint64 number, const JournalEntry &entry)
{
    sqlite::Statement statement(
        database, "UPDATE change SET made = ?1, who = ?2, label = ?3, kind = ?4, file = ?5, unit = ?6,"
                  " segment = ?7, content = ?8, sum = ?9 WHERE number = ?10");
    bindRow(statement, entry, rowOf(RowKind::Target, entry));
    statement.bind(10, number);
    return statement.run();
}

std::optional<JournalEntry> rowEntry(const sqlite::Statement &statement)
{
    const Row row{static_cast<RowKind>(statement.integer(4)),
                  {statement.text(5), statement.text(6), statement.text(7)},
                  statement.blob(8)};
    JournalEntry entry{statement.integer(1), statement.text(2), statement.text(3), false, {}};
    if (sumOf(entry.time, entry.who, entry.label, row) != statement.integer(9))
        return std::nullopt;
    entry.seen = row.kind == RowKind::Seen;
    if (row.kind == RowKind::Structure) {
        const std::optional<StructureChange> change = decodeStructure(row.content);
        if (!change)
            return std::nullopt;
        entry.change = *change;
        return entry;
    }
    const std::optional<TargetChange> change = decodeTarget(row.content, row.where);
    if (!change)
        return std::nullopt;
    entry.change = *change;
    return entry;
}

QList<TargetChange> versionsIn(const StructureChange &change)
{
    QList<TargetChange> versions;
    for (const StructureChange::Units &units : change.units) {
        for (const Unit &unit : units.after) {
            const Unit *before = unitLike(units.before, unit);
            for (const Segment &segment : unit.segments) {
                const Segment *was = segmentIn(before, segment.id);
                const TargetVersion now = TargetVersion::of(segment);
                const TargetVersion then = was != nullptr ? TargetVersion::of(*was) : TargetVersion();
                if (now != then || (was != nullptr && was->source != segment.source))
                    versions.append({{unit.fileId, unit.id, segment.id}, segment.source, then, now});
            }
        }
        for (const Unit &unit : units.before) {
            const Unit *after = unitLike(units.after, unit);
            for (const Segment &segment : unit.segments) {
                if (segmentIn(after, segment.id) == nullptr && segment.hasTarget)
                    versions.append(
                        {{unit.fileId, unit.id, segment.id}, segment.source, TargetVersion::of(segment), {}});
            }
        }
    }
    return versions;
}

} // namespace verbale
