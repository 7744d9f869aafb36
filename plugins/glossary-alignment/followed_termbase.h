#pragma once

#include "glossary/engine/store_values.h"
#include "glossary/engine/term_matcher.h"

#include <verbale/sdk/result.h>

#include <QtCore/QHash>

#include <memory>

namespace verbale::alignment {

/// A termbase as a matcher has it. When it is a store, it keeps both up to date, entry by entry.
class FollowedTermbase
{
public:
    explicit FollowedTermbase(std::shared_ptr<const glossary::Termbase> termbase);
    static Result<FollowedTermbase> loadStore(const QString &path);

    /// What the matcher was built from.
    [[nodiscard]] const std::shared_ptr<const glossary::Termbase> &termbase() const { return m_termbase; }
    /// Whether the matcher has other entries by now: a new one cannot be built from termbase().
    [[nodiscard]] bool wasEdited() const { return m_edited; }

    /// What the store has changed since; none when it has changed too much, or is another one, so that it is
    /// to be loaded anew.
    [[nodiscard]] Result<std::optional<glossary::StoreChanges>> changes(const QString &path) const;
    /// Gives changes to the matcher, in which this termbase is the one with the number `index`.
    void take(const glossary::StoreChanges &changes, glossary::TermMatcher &matcher, qsizetype index);

    /// -1 when there is none.
    [[nodiscard]] qsizetype numberOf(const QString &id) const { return m_byId.value(id, -1); }
    /// See glossary::OverridingTermbase.
    [[nodiscard]] const QHash<QString, QStringList> &overrides() const { return m_overrides; }

private:
    void know(const glossary::ConceptEntry &entry, qsizetype number);
    [[nodiscard]] qsizetype orderOf(qint64 position) const;

    std::shared_ptr<const glossary::Termbase> m_termbase;
    QHash<QString, qsizetype> m_byId;
    QHash<QString, QStringList> m_overrides;

    // Of a store:
    QString m_identity;
    qint64 m_changeNumber = 0;
    QList<qint64> m_positions; ///< of the termbase's entries
    /// Entries in the matcher by position: number and id.
    QHash<qint64, std::pair<qsizetype, QString>> m_entries;
    bool m_edited = false;
};

} // namespace verbale::alignment
