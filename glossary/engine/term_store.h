#pragma once

#include "glossary/engine/store_values.h"

#include <verbale/sdk/control.h>
#include <verbale/sdk/result.h>

#include <QtCore/QHash>

#include <memory>

namespace verbale::glossary {

enum class StoreMode { ReadWrite, ReadOnly };

struct StoreOptions
{
    StoreMode mode = StoreMode::ReadWrite; ///< ReadWrite makes the file when it is missing
    int busyMilliseconds = 5000;           ///< how long to wait for another program that writes
    qint64 maximumBytes = 8LL << 30;       ///< larger, it is refused like a full disk
};

/// Whether a file's name, or what it begins with, says that it is a store (.vtb).
bool isStoreFile(const QString &path);

/// A termbase in an SQLite file that any number of programs may read and edit at once. Every edit is one
/// transaction and one undo step; its history is kept. Used by one thread at a time, which may change.
///
/// Errors of every function: store.missing, store.no-permission, store.not-a-store (nothing of the file is
/// touched), store.newer, store.damaged, store.busy, store.full, store.read-only, store.failed.
class TermStore
{
public:
    static Result<TermStore> open(const QString &path, const StoreOptions &options = {});
    ~TermStore();
    TermStore(TermStore &&) noexcept;
    TermStore &operator=(TermStore &&) noexcept;

    [[nodiscard]] const QString &path() const;
    /// The same for the store's whole life, and another for every other store.
    [[nodiscard]] const QString &identity() const;
    [[nodiscard]] bool isReadOnly() const;

    [[nodiscard]] Result<qint64> changeNumber() const;
    [[nodiscard]] Result<StoreContents> load(const StopToken &stop = {}, const Progress &progress = {}) const;
    /// Error store.other-history: the store never had that number, so that load() is due.
    [[nodiscard]] Result<StoreChanges> changesSince(qint64 number) const;
    /// How many entries changesSince would give at most.
    [[nodiscard]] Result<qint64> changeCountSince(qint64 number) const;

    /// All of the edits or none; returns the ids of the entries that were added or replaced, in their order.
    /// An added entry without an id gets one. Errors: store.id-taken, store.no-entry, store.cancelled.
    Result<QStringList> apply(const QList<EntryEdit> &edits, const StepName &name, const QString &by,
                              const StopToken &stop = {}, const Progress &progress = {});

    /// The step that undo() or redo() would take; none when there is none. A new edit ends redoing.
    [[nodiscard]] Result<std::optional<StoreStep>> undoable() const;
    [[nodiscard]] Result<std::optional<StoreStep>> redoable() const;
    /// What was done; error store.nothing-to-undo.
    Result<StoreStep> undo(const QString &by);
    Result<StoreStep> redo(const QString &by);
    /// The oldest first; of an entry that was removed, too.
    [[nodiscard]] Result<QList<HistoryItem>> history(const QString &entryId) const;

    /// `keys`: an entry's id, or "TERMBASE#ID" for one of another termbase. An undo step.
    Result<void> confirm(const QStringList &keys, const StepName &name, const QString &by);
    /// Counts uses; no undo step.
    Result<void> addUses(const QHash<QString, qint64> &usesByKey);
    [[nodiscard]] Result<QHash<QString, EntryRecord>> records() const;

private:
    class Private;
    explicit TermStore(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace verbale::glossary
