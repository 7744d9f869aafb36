#pragma once

#include "glossary/engine/termbase.h"

#include <QtCore/QDateTime>

#include <optional>

namespace verbale::glossary {

/// An entry that is added (no `id`), replaced (`id` and `entry`) or removed (no `entry`).
struct EntryEdit
{
    QString id; ///< which one is replaced or removed
    std::optional<ConceptEntry> entry = {};
};

enum class StepKind { Edit, Undo, Redo };

/// What a step is called. The action is for programs, which say it in the user's language.
struct StepName
{
    QString action; ///< "add", "edit", "remove", "merge", "import", "confirm"
    QString label;  ///< what it was done to: a term, a file's name
};

/// One undo step of a store.
struct StoreStep
{
    qint64 number = 0;
    StepName name;
    QString who;
    QDateTime when;     ///< UTC
    qint64 changes = 0; ///< how many entries it touched
    QDateTime moved;    ///< when it was last done, undone or redone
};

/// An entry as it stands now, for a follower that has an older state: see TermStore::changesSince.
struct EntryState
{
    qint64 position = 0; ///< never changes for an entry; the store's entries are in this order
    std::optional<ConceptEntry> entry = {}; ///< none: it is gone
};

/// What changed after a number, and the number that is reached with it.
struct StoreChanges
{
    qint64 number = 0;
    QList<EntryState> entries; ///< each touched entry once
    bool recordsChanged = false;
};

/// All entries of a store at one moment.
struct StoreContents
{
    qint64 number = 0;
    Termbase termbase;
    QList<qint64> positions; ///< of the termbase's entries
};

/// One change of an entry.
struct HistoryItem
{
    qint64 number = 0;
    StepKind kind = StepKind::Edit;
    StepName name; ///< of the edit's step
    QString who;
    QDateTime when; ///< UTC
    std::optional<ConceptEntry> before = {};
    std::optional<ConceptEntry> after = {};
};

/// How far an entry is to be trusted, and how much it is used.
struct EntryRecord
{
    QDateTime confirmed; ///< when somebody last said that it is right, UTC; invalid: never
    QString confirmedBy;
    qint64 uses = 0;
    QDateTime lastUsed; ///< UTC; invalid: never
    friend bool operator==(const EntryRecord &, const EntryRecord &) = default;
};

} // namespace verbale::glossary
