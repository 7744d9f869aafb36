#include "glossary/engine/store_log.h"

#include "glossary/engine/store_image.h"

namespace verbale::glossary {

namespace {

enum State { Done, Undone, Forgotten };

constexpr auto stepColumns = "SELECT number, action, label, who, moment, moved, "
                             "(SELECT count(*) FROM changes WHERE changes.step = steps.number) FROM steps ";

StepKind kindOf(qint64 stored)
{
    return stored == 1 ? StepKind::Undo : stored == 2 ? StepKind::Redo : StepKind::Edit;
}

} // namespace

QString momentText(const QDateTime &moment)
{
    return moment.isValid() ? moment.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QDateTime momentOf(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs);
}

StoreLog::StoreLog(const Database &database)
    : m_database(database)
    , m_begin(database, "INSERT INTO steps (kind, action, label, who, moment, moved, state) "
                        "VALUES (?1, ?2, ?3, ?4, ?5, ?5, 0)")
    , m_forget(database, "UPDATE steps SET state = 2 WHERE state = 1")
    , m_note(database,
             "INSERT INTO changes (step, subject, concept, entry, before) VALUES (?1, ?2, ?3, ?4, ?5)")
    , m_changes(database, "SELECT subject, concept, entry, before FROM changes WHERE step = ?1 "
                          "ORDER BY number DESC")
{
}

Result<qint64> StoreLog::begin(StepKind kind, const StepName &name, const QString &by)
{
    if (kind == StepKind::Edit) {
        if (const Result<void> forgotten = m_forget.run(); !forgotten)
            return forgotten.error();
    }
    m_begin.bind(1, static_cast<qint64>(kind))
        .bind(2, name.action)
        .bind(3, name.label)
        .bind(4, by)
        .bind(5, momentText(QDateTime::currentDateTimeUtc()));
    if (const Result<void> begun = m_begin.run(); !begun)
        return begun.error();
    return m_database.lastRow();
}

Result<void> StoreLog::note(qint64 step, const LoggedChange &change)
{
    m_note.bind(1, step)
        .bind(2, static_cast<qint64>(change.subject))
        .bind(3, change.position)
        .bind(4, change.entry);
    if (change.before)
        m_note.bind(5, QString::fromUtf8(*change.before));
    else
        m_note.bindNull(5);
    return m_note.run();
}

Result<QList<LoggedChange>> StoreLog::changesOf(qint64 step)
{
    QList<LoggedChange> changes;
    m_changes.bind(1, step);
    Result<bool> row = m_changes.step();
    for (; row && *row; row = m_changes.step()) {
        LoggedChange change{m_changes.integer(0) == 0 ? ChangeSubject::Entry : ChangeSubject::Confirmation,
                            m_changes.integer(1), m_changes.text(2)};
        if (!m_changes.isNull(3))
            change.before = m_changes.bytes(3).toByteArray();
        changes.append(std::move(change));
    }
    if (!row)
        return row.error();
    m_changes.reset();
    return changes;
}

Result<std::optional<StoreStep>> StoreLog::next(StepKind undoOrRedo)
{
    const bool undo = undoOrRedo == StepKind::Undo;
    Statement statement(m_database, QByteArray(stepColumns) +
                                        "WHERE kind = 0 AND state = ?1 ORDER BY number " +
                                        (undo ? "DESC" : "ASC") + " LIMIT 1");
    const Result<bool> row = statement.bind(1, undo ? Done : Undone).step();
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<StoreStep>();
    StoreStep step;
    step.number = statement.integer(0);
    step.name = {statement.text(1), statement.text(2)};
    step.who = statement.text(3);
    step.when = momentOf(statement.text(4));
    step.moved = momentOf(statement.text(5));
    step.changes = statement.integer(6);
    return std::optional(std::move(step));
}

Result<qint64> StoreLog::opposite(StepKind undoOrRedo, qint64 step)
{
    if (undoOrRedo == StepKind::Undo)
        return step;
    Statement statement(m_database, "SELECT undone_by FROM steps WHERE number = ?1");
    const Result<bool> row = statement.bind(1, step).step();
    if (!row)
        return row.error();
    return *row ? statement.integer(0) : 0;
}

Result<void> StoreLog::markUndone(qint64 step, qint64 by)
{
    return Statement(m_database, "UPDATE steps SET state = 1, undone_by = ?2, moved = ?3 WHERE number = ?1")
        .bind(1, step)
        .bind(2, by)
        .bind(3, momentText(QDateTime::currentDateTimeUtc()))
        .run();
}

Result<void> StoreLog::markRedone(qint64 step)
{
    return Statement(m_database, "UPDATE steps SET state = 0, undone_by = NULL, moved = ?2 WHERE number = ?1")
        .bind(1, step)
        .bind(2, momentText(QDateTime::currentDateTimeUtc()))
        .run();
}

Result<QList<HistoryItem>> StoreLog::history(qint64 position)
{
    Statement statement(m_database,
                        "SELECT changes.number, kind, action, label, who, moment, before FROM changes "
                        "JOIN steps ON steps.number = changes.step "
                        "WHERE changes.concept = ?1 AND subject = 0 ORDER BY changes.number");
    statement.bind(1, position);
    QList<HistoryItem> items;
    Result<bool> row = statement.step();
    for (; row && *row; row = statement.step()) {
        HistoryItem item;
        item.number = statement.integer(0);
        item.kind = kindOf(statement.integer(1));
        item.name = {statement.text(2), statement.text(3)};
        item.who = statement.text(4);
        item.when = momentOf(statement.text(5));
        if (!statement.isNull(6))
            item.before = entryOfImage(statement.bytes(6));
        if (!items.isEmpty())
            items.last().after = item.before;
        items.append(std::move(item));
    }
    if (!row)
        return row.error();
    return items;
}

} // namespace verbale::glossary
