#include "glossary/engine/term_store.h"

#include "glossary/engine/store_file.h"
#include "glossary/engine/store_image.h"
#include "glossary/engine/store_log.h"
#include "glossary/engine/store_records.h"
#include "glossary/engine/store_rows.h"

namespace verbale::glossary {

namespace {

Error storeError(const char *code, const QString &message, const QString &path)
{
    return {QLatin1String(code), message, {path}};
}

} // namespace

class TermStore::Private
{
public:
    Private(QString file, std::unique_ptr<Database> opened)
        : path(std::move(file))
        , database(std::move(opened))
        , rows(*database)
        , log(*database)
        , records(*database)
    {
    }

    [[nodiscard]] Result<void> begin(Transaction &transaction) const;
    /// Whether it changed anything.
    [[nodiscard]] Result<bool> edit(qint64 step, const EntryEdit &edit, QStringList &ids);
    [[nodiscard]] Result<void> turnRound(qint64 step, qint64 under);
    [[nodiscard]] Result<StoreStep> move(StepKind kind, const QString &by);
    [[nodiscard]] Result<qint64> positionInHistory(const QString &id);

    QString path;
    QString identity;
    std::unique_ptr<Database> database;
    StoreRows rows;
    StoreLog log;
    StoreRecords records;

private:
    [[nodiscard]] Result<void> put(qint64 step, qint64 position, const std::optional<ConceptEntry> &current,
                                   std::optional<ConceptEntry> wanted);
};

Result<void> TermStore::Private::begin(Transaction &transaction) const
{
    if (database->isReadOnly())
        return storeError("store.read-only",
                          QStringLiteral("This termbase may only be read, so nothing was changed."), path);
    return transaction.beginWrite();
}

Result<bool> TermStore::Private::edit(qint64 step, const EntryEdit &edit, QStringList &ids)
{
    if (edit.id.isEmpty()) {
        if (!edit.entry)
            return false;
        ConceptEntry entry = *edit.entry;
        const Result<qint64> position = rows.insert(0, entry);
        if (!position)
            return position.error();
        ids.append(entry.id);
        const Result<void> noted = log.note(step, {ChangeSubject::Entry, *position, entry.id});
        return noted ? Result<bool>(true) : noted.error();
    }
    const Result<qint64> position = rows.positionOf(edit.id);
    if (!position)
        return position.error();
    if (*position == 0)
        return storeError(
            "store.no-entry",
            QStringLiteral("There is no entry \"%1\" any more; nothing was changed.").arg(edit.id), path);
    const Result<std::optional<ConceptEntry>> current = rows.read(*position);
    if (!current)
        return current.error();
    std::optional<ConceptEntry> wanted = edit.entry;
    if (wanted && wanted->id.isEmpty())
        wanted->id = edit.id;
    if (wanted)
        ids.append(wanted->id);
    if (*current == wanted)
        return false;
    const Result<void> done = put(step, *position, *current, std::move(wanted));
    return done ? Result<bool>(true) : done.error();
}

/// Brings an entry to another state and notes the former one.
Result<void> TermStore::Private::put(qint64 step, qint64 position, const std::optional<ConceptEntry> &current,
                                     std::optional<ConceptEntry> wanted)
{
    Result<void> done;
    if (current && wanted) {
        done = rows.replace(position, *wanted);
        if (done && current->id != wanted->id)
            done = records.rename(current->id, wanted->id);
    } else if (wanted) {
        const Result<qint64> inserted = rows.insert(position, *wanted);
        done = inserted ? Result<void>() : inserted.error();
    } else if (current) {
        done = rows.remove(position);
    }
    if (!done)
        return done;
    LoggedChange change{ChangeSubject::Entry, position,
                        current  ? current->id
                        : wanted ? wanted->id
                                 : QString()};
    if (current)
        change.before = entryImage(*current).toUtf8();
    return log.note(step, change);
}

/// Puts everything back as it was before a step.
Result<void> TermStore::Private::turnRound(qint64 step, qint64 under)
{
    const Result<QList<LoggedChange>> changes = log.changesOf(step);
    if (!changes)
        return changes.error();
    for (const LoggedChange &change : *changes) {
        if (change.subject == ChangeSubject::Confirmation) {
            const Result<std::optional<QByteArray>> former = records.confirmation(change.entry);
            if (!former)
                return former.error();
            const Result<void> noted = log.note(under, {change.subject, 0, change.entry, *former});
            if (!noted)
                return noted;
            if (const Result<void> set = records.setConfirmation(change.entry, change.before); !set)
                return set;
            continue;
        }
        const Result<std::optional<ConceptEntry>> current = rows.read(change.position);
        if (!current)
            return current.error();
        std::optional<ConceptEntry> wanted;
        if (change.before) {
            wanted = entryOfImage(*change.before);
            if (!wanted)
                return storeError("store.damaged",
                                  QStringLiteral("The history of \"%1\" is damaged; nothing was changed.")
                                      .arg(change.entry),
                                  path);
        }
        if (const Result<void> done = put(under, change.position, *current, std::move(wanted)); !done)
            return done;
    }
    return {};
}

Result<StoreStep> TermStore::Private::move(StepKind kind, const QString &by)
{
    Transaction transaction(*database);
    if (const Result<void> begun = begin(transaction); !begun)
        return begun.error();
    const Result<std::optional<StoreStep>> step = log.next(kind);
    if (!step)
        return step.error();
    if (!*step)
        return storeError("store.nothing-to-undo",
                          kind == StepKind::Undo ? QStringLiteral("There is nothing to undo.")
                                                 : QStringLiteral("There is nothing to redo."),
                          path);
    const Result<qint64> opposite = log.opposite(kind, (*step)->number);
    if (!opposite)
        return opposite.error();
    const Result<qint64> under = log.begin(kind, (*step)->name, by);
    if (!under)
        return under.error();
    if (const Result<void> turned = turnRound(*opposite, *under); !turned)
        return turned.error();
    const Result<void> marked =
        kind == StepKind::Undo ? log.markUndone((*step)->number, *under) : log.markRedone((*step)->number);
    if (!marked)
        return marked.error();
    if (const Result<void> committed = transaction.commit(); !committed)
        return committed.error();
    return **step;
}

/// Of an entry that is there, or of the latest one that had this id.
Result<qint64> TermStore::Private::positionInHistory(const QString &id)
{
    Result<qint64> position = rows.positionOf(id);
    if (!position || *position > 0)
        return position;
    Statement former(*database, "SELECT max(concept) FROM changes WHERE subject = 0 AND entry = ?1");
    const Result<bool> row = former.bind(1, id).step();
    if (!row)
        return row.error();
    return former.integer(0);
}

TermStore::TermStore(std::unique_ptr<Private> opened) : d(std::move(opened)) {}
TermStore::~TermStore() = default;
TermStore::TermStore(TermStore &&) noexcept = default;
TermStore &TermStore::operator=(TermStore &&) noexcept = default;

Result<TermStore> TermStore::open(const QString &path, const StoreOptions &options)
{
    Result<std::unique_ptr<Database>> database = openStoreFile(path, options);
    if (!database)
        return database.error();
    Statement named(**database, "SELECT identity FROM store WHERE one = 1");
    const Result<bool> row = named.step();
    if (!row)
        return row.error();
    QString identity = *row ? named.text(0) : QString();
    if (identity.isEmpty())
        return storeError(
            "store.damaged",
            QStringLiteral("This termbase is damaged: it has lost its identity. Restore it from "
                           "a backup, or from what was exported from it."),
            path);
    named.reset();
    auto opened = std::make_unique<Private>(path, *std::move(database));
    opened->identity = std::move(identity);
    return TermStore(std::move(opened));
}

const QString &TermStore::path() const
{
    return d->path;
}

const QString &TermStore::identity() const
{
    return d->identity;
}

bool TermStore::isReadOnly() const
{
    return d->database->isReadOnly();
}

Result<qint64> TermStore::changeNumber() const
{
    return d->database->integer("SELECT max(number) FROM changes");
}

Result<StoreContents> TermStore::load(const StopToken &stop, const Progress &progress) const
{
    Transaction moment(*d->database);
    if (const Result<void> begun = moment.beginRead(); !begun)
        return begun.error();
    const Result<qint64> number = changeNumber();
    if (!number)
        return number.error();
    Result<StoreContents> contents = readAllRows(*d->database, stop, progress);
    if (contents)
        contents->number = *number;
    return contents;
}

Result<qint64> TermStore::changeCountSince(qint64 number) const
{
    const Result<qint64> now = changeNumber();
    if (!now)
        return now.error();
    return qMax<qint64>(0, *now - number);
}

Result<StoreChanges> TermStore::changesSince(qint64 number) const
{
    Transaction moment(*d->database);
    if (const Result<void> begun = moment.beginRead(); !begun)
        return begun.error();
    const Result<qint64> now = changeNumber();
    if (!now)
        return now.error();
    if (number > *now)
        return storeError("store.other-history",
                          QStringLiteral("This termbase was replaced by another state of it."), d->path);
    StoreChanges changes;
    changes.number = *now;
    if (number == *now)
        return changes;
    Statement touched(*d->database,
                      "SELECT DISTINCT concept FROM changes WHERE number > ?1 ORDER BY concept");
    touched.bind(1, number);
    Result<bool> row = touched.step();
    for (; row && *row; row = touched.step()) {
        const qint64 position = touched.integer(0);
        if (position == 0) {
            changes.recordsChanged = true;
            continue;
        }
        Result<std::optional<ConceptEntry>> entry = d->rows.read(position);
        if (!entry)
            return entry.error();
        changes.entries.append({position, *std::move(entry)});
    }
    if (!row)
        return row.error();
    return changes;
}

Result<QStringList> TermStore::apply(const QList<EntryEdit> &edits, const StepName &name, const QString &by,
                                     const StopToken &stop, const Progress &progress)
{
    constexpr qsizetype batch = 256;
    Transaction transaction(*d->database);
    if (const Result<void> begun = d->begin(transaction); !begun)
        return begun.error();
    const Result<qint64> step = d->log.begin(StepKind::Edit, name, by);
    if (!step)
        return step.error();
    QStringList ids;
    bool changed = false;
    for (qsizetype i = 0; i < edits.size(); ++i) {
        const Result<bool> done = d->edit(*step, edits[i], ids);
        if (!done)
            return done.error();
        changed = changed || *done;
        if (i % batch != 0)
            continue;
        if (stop.stop_requested())
            return storeError("store.cancelled", QStringLiteral("cancelled"), d->path);
        if (progress)
            progress(i, edits.size());
    }
    if (!changed)
        return ids; // no step for nothing: the transaction is taken back
    if (const Result<void> committed = transaction.commit(); !committed)
        return committed.error();
    return ids;
}

Result<std::optional<StoreStep>> TermStore::undoable() const
{
    return d->log.next(StepKind::Undo);
}

Result<std::optional<StoreStep>> TermStore::redoable() const
{
    return d->log.next(StepKind::Redo);
}

Result<StoreStep> TermStore::undo(const QString &by)
{
    return d->move(StepKind::Undo, by);
}

Result<StoreStep> TermStore::redo(const QString &by)
{
    return d->move(StepKind::Redo, by);
}

Result<QList<HistoryItem>> TermStore::history(const QString &entryId) const
{
    const Result<qint64> position = d->positionInHistory(entryId);
    if (!position)
        return position.error();
    Result<QList<HistoryItem>> items = d->log.history(*position);
    if (!items || items->isEmpty())
        return items;
    Result<std::optional<ConceptEntry>> now = d->rows.read(*position);
    if (!now)
        return now.error();
    items->last().after = *std::move(now);
    return items;
}

Result<void> TermStore::confirm(const QStringList &keys, const StepName &name, const QString &by)
{
    Transaction transaction(*d->database);
    if (const Result<void> begun = d->begin(transaction); !begun)
        return begun;
    const Result<qint64> step = d->log.begin(StepKind::Edit, name, by);
    if (!step)
        return step.error();
    const QByteArray confirmation = confirmationImage(QDateTime::currentDateTimeUtc(), by);
    for (const QString &key : keys) {
        const Result<std::optional<QByteArray>> former = d->records.confirmation(key);
        if (!former)
            return former.error();
        const Result<void> noted = d->log.note(*step, {ChangeSubject::Confirmation, 0, key, *former});
        if (!noted)
            return noted;
        if (const Result<void> set = d->records.setConfirmation(key, confirmation); !set)
            return set;
    }
    return keys.isEmpty() ? Result<void>() : transaction.commit();
}

Result<void> TermStore::addUses(const QHash<QString, qint64> &usesByKey)
{
    Transaction transaction(*d->database);
    if (const Result<void> begun = d->begin(transaction); !begun)
        return begun;
    for (auto use = usesByKey.cbegin(); use != usesByKey.cend(); ++use) {
        if (const Result<void> added = d->records.addUses(use.key(), use.value()); !added)
            return added;
    }
    return transaction.commit();
}

Result<QHash<QString, EntryRecord>> TermStore::records() const
{
    return d->records.all();
}

} // namespace verbale::glossary
