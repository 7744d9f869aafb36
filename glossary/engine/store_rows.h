#pragma once

#include "glossary/engine/store_file.h"
#include "glossary/engine/store_values.h"

#include <verbale/sdk/control.h>

namespace verbale::glossary {

/// Entries as rows of a store's tables; inside the caller's transaction.
class StoreRows
{
public:
    explicit StoreRows(const Database &database);

    /// 0 when there is none of that id.
    [[nodiscard]] Result<qint64> positionOf(const QString &id);
    [[nodiscard]] Result<std::optional<ConceptEntry>> read(qint64 position);
    /// At `position`; at the end, when it is 0, and then an entry without an id gets one. Returns the
    /// position.
    [[nodiscard]] Result<qint64> insert(qint64 position, ConceptEntry &entry);
    /// Puts other values in the place of an entry's.
    [[nodiscard]] Result<void> replace(qint64 position, const ConceptEntry &entry);
    [[nodiscard]] Result<void> remove(qint64 position);

private:
    [[nodiscard]] Result<void> insertTerms(qint64 position, const ConceptEntry &entry);
    [[nodiscard]] Result<void> insertExtra(qint64 position, qint64 term, const QList<Property> &extra);
    [[nodiscard]] Result<void> nameNew(qint64 position, ConceptEntry &entry);

    const Database &m_database;
    Statement m_find;
    Statement m_concept;
    Statement m_terms;
    Statement m_properties;
    Statement m_insertConcept;
    Statement m_updateConcept;
    Statement m_insertTerm;
    Statement m_insertProperty;
    Statement m_removeConcept;
    Statement m_removeTerms;
    Statement m_removeProperties;
};

/// All entries in one pass over the tables, in the order of their positions.
Result<StoreContents> readAllRows(const Database &database, const StopToken &stop, const Progress &progress);

} // namespace verbale::glossary
