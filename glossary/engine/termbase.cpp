#include "glossary/engine/termbase.h"

namespace verbale::glossary {

Termbase::Termbase(QString name, QList<ConceptEntry> entries)
    : m_name(std::move(name)), m_entries(std::move(entries))
{
    m_byId.reserve(m_entries.size());
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        if (!m_byId.contains(m_entries[i].id))
            m_byId.insert(m_entries[i].id, i);
    }
}

const ConceptEntry *Termbase::find(const QString &id) const
{
    const auto found = m_byId.constFind(id);
    return found == m_byId.cend() ? nullptr : &m_entries[*found];
}

} // namespace verbale::glossary
