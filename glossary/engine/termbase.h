#pragma once

#include "glossary/engine/concept_entry.h"

#include <QtCore/QHash>

namespace verbale::glossary {

/// A named collection of concept entries; a value.
class Termbase
{
public:
    Termbase() = default;
    Termbase(QString name, QList<ConceptEntry> entries);

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const QList<ConceptEntry> &entries() const { return m_entries; }
    /// nullptr when there is none.
    [[nodiscard]] const ConceptEntry *find(const QString &id) const;

private:
    QString m_name;
    QList<ConceptEntry> m_entries;
    QHash<QString, qsizetype> m_byId;
};

} // namespace verbale::glossary
