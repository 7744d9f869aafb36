#pragma once

#include "glossary/engine/term_store.h"
#include "session/termbase_values.h"

namespace verbale::session {

/// A termbase in memory, with what finds its entries, and the store that it follows when it has one. Made on
/// a worker, then used by the owner of Termbases.
class LoadedTermbase
{
public:
    /// Never fails: info().problem says what is wrong.
    static std::shared_ptr<LoadedTermbase> load(const QString &path, bool own);

    [[nodiscard]] const TermbaseInfo &info() const { return m_info; }
    [[nodiscard]] const glossary::EntrySearch &search() const { return m_search; }
    [[nodiscard]] glossary::TermStore *store() { return m_store ? &*m_store : nullptr; }
    /// Whether a file that is no store was written since it was read.
    [[nodiscard]] bool isOutdated() const;
    /// -1 when there is none.
    [[nodiscard]] qsizetype numberOf(const QString &id) const { return m_byId.value(id, -1); }
    [[nodiscard]] const QMap<QString, qint64> &domains() const { return m_domains; }
    [[nodiscard]] const QMap<QString, qint64> &authorities() const { return m_authorities; }
    /// What its entries stand for: keys, by the id of the entry.
    [[nodiscard]] const QHash<QString, QStringList> &overrides() const { return m_overrides; }
    [[nodiscard]] const QHash<QString, glossary::EntryRecord> &records() const { return m_records; }

    /// Makes the store of a termbase that is not there yet.
    Result<void> create();
    /// Takes what changed in the store; false: so much that loading anew is quicker.
    Result<bool> follow();
    Result<void> readRecords();

private:
    void open();
    void take(glossary::StoreContents contents);
    void count(const glossary::ConceptEntry &entry, int by);
    void add(qint64 position, const glossary::ConceptEntry &entry);
    void remove(qint64 position);

    TermbaseInfo m_info;
    QDateTime m_modified; ///< of a file that is no store
    glossary::EntrySearch m_search;
    std::optional<glossary::TermStore> m_store;
    qint64 m_changeNumber = 0;
    QHash<qint64, qsizetype> m_byPosition; ///< in the store
    QHash<QString, qsizetype> m_byId;
    QMap<QString, qint64> m_domains;
    QMap<QString, qint64> m_authorities;
    QHash<QString, QStringList> m_overrides;
    QHash<QString, glossary::EntryRecord> m_records;
};

} // namespace verbale::session
