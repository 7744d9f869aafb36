#pragma once

#include "session/loaded_termbase.h"
#include "session/termbases.h"

namespace verbale::session {

class Termbases::Private
{
public:
    explicit Private(TermbasesOptions chosen) : options(std::move(chosen)) {}

    [[nodiscard]] LoadedTermbase *termbase(const QString &path) const;
    [[nodiscard]] LoadedTermbase &own() const;
    /// The one that is edited, its store made if need be. Errors: termbase.unknown, termbase.read-only.
    [[nodiscard]] Result<LoadedTermbase *> editable(const QString &path) const;
    /// Does the edits as one step. The ids of the entries that were added or replaced.
    Result<QStringList> apply(LoadedTermbase &termbase, const QList<glossary::EntryEdit> &edits,
                              const glossary::StepName &name);
    /// After any change.
    void changed();

    [[nodiscard]] bool isOverridden(const EntryKey &key) const
    {
        return overridden.value(key.termbase).contains(key.id);
    }
    /// How records name it.
    [[nodiscard]] QString recordKey(const EntryKey &key) const
    {
        return key.termbase == options.ownFile ? key.id : key.toString();
    }
    [[nodiscard]] TermRow rowOf(const LoadedTermbase &termbase, const glossary::EntrySearch::Hit &hit) const;
    [[nodiscard]] std::optional<TermStep> next(bool undo) const;
    QFuture<Result<TermbaseUpdate>> move(bool undo);

    TermbasesOptions options;
    std::vector<std::shared_ptr<LoadedTermbase>> termbases; ///< strongest first
    QHash<QString, QSet<QString>> overridden;               ///< ids, by termbase
    quint64 revision = 1;
};

/// The entry's name: its Vietnamese, else its first term.
QString entryLabel(const glossary::ConceptEntry &entry);

/// The entries as one: the first one's values first, and every term once.
glossary::ConceptEntry mergedEntry(const QList<glossary::ConceptEntry> &entries);

} // namespace verbale::session
