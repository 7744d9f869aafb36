#include "plugins/glossary-alignment/followed_termbase.h"

#include "glossary/engine/overrides.h"
#include "glossary/engine/term_store.h"

#include <algorithm>

namespace verbale::alignment {

using glossary::ConceptEntry;

namespace {

Result<glossary::TermStore> openToRead(const QString &path)
{
    glossary::StoreOptions options;
    options.mode = glossary::StoreMode::ReadOnly;
    return glossary::TermStore::open(path, options);
}

} // namespace

FollowedTermbase::FollowedTermbase(std::shared_ptr<const glossary::Termbase> termbase)
    : m_termbase(std::move(termbase))
{
    const QList<ConceptEntry> &entries = m_termbase->entries();
    m_byId.reserve(entries.size());
    for (qsizetype number = 0; number < entries.size(); ++number)
        know(entries[number], number);
}

Result<FollowedTermbase> FollowedTermbase::loadStore(const QString &path)
{
    const Result<glossary::TermStore> store = openToRead(path);
    if (!store)
        return store.error();
    Result<glossary::StoreContents> contents = store->load();
    if (!contents)
        return contents.error();
    FollowedTermbase followed(std::make_shared<const glossary::Termbase>(std::move(contents->termbase)));
    followed.m_identity = store->identity();
    followed.m_changeNumber = contents->number;
    followed.m_positions = std::move(contents->positions);
    const QList<ConceptEntry> &entries = followed.m_termbase->entries();
    followed.m_entries.reserve(entries.size());
    for (qsizetype number = 0; number < entries.size(); ++number)
        followed.m_entries.insert(followed.m_positions[number], {number, entries[number].id});
    return followed;
}

void FollowedTermbase::know(const ConceptEntry &entry, qsizetype number)
{
    m_byId.insert(entry.id, number);
    if (!entry.overrides.isEmpty())
        m_overrides.insert(entry.id, glossary::overriddenKeys(entry));
}

Result<std::optional<glossary::StoreChanges>> FollowedTermbase::changes(const QString &path) const
{
    constexpr qint64 few = 1000; // are taken one by one, and as many as a part of the termbase
    constexpr qint64 part = 4;
    const Result<glossary::TermStore> store = openToRead(path);
    if (!store)
        return store.error();
    const Result<qint64> count = store->changeCountSince(m_changeNumber);
    if (!count)
        return count.error();
    if (store->identity() != m_identity || *count > std::max<qint64>(few, m_positions.size() / part))
        return std::optional<glossary::StoreChanges>();
    Result<glossary::StoreChanges> changes = store->changesSince(m_changeNumber);
    if (changes)
        return std::optional(*std::move(changes));
    if (changes.error().code == QLatin1String("store.other-history"))
        return std::optional<glossary::StoreChanges>();
    return changes.error();
}

/// Where the entry stands among those that the termbase was loaded with.
qsizetype FollowedTermbase::orderOf(qint64 position) const
{
    const auto at = std::lower_bound(m_positions.begin(), m_positions.end(), position);
    if (at == m_positions.end())
        return m_positions.size() +
               static_cast<qsizetype>(m_positions.isEmpty() ? position : position - m_positions.last());
    // One that came back between two others goes behind the first of them, which has this order, too.
    return at - m_positions.begin() - (*at == position ? 0 : 1);
}

void FollowedTermbase::take(const glossary::StoreChanges &changes, glossary::TermMatcher &matcher,
                            qsizetype index)
{
    for (const glossary::EntryState &state : changes.entries) {
        const auto former = m_entries.constFind(state.position);
        if (former == m_entries.cend())
            continue;
        const auto &[number, id] = *former;
        matcher.remove(index, number);
        if (m_byId.value(id, -1) == number) {
            m_byId.remove(id);
            m_overrides.remove(id);
        }
        m_entries.erase(former);
    }
    for (const glossary::EntryState &state : changes.entries) {
        if (!state.entry)
            continue;
        const qsizetype number = matcher.add(index, *state.entry, orderOf(state.position));
        know(*state.entry, number);
        m_entries.insert(state.position, {number, state.entry->id});
    }
    m_edited = m_edited || !changes.entries.isEmpty();
    m_changeNumber = changes.number;
}

} // namespace verbale::alignment
