#pragma once

#include "glossary/engine/concept_entry.h"

#include <verbale/sdk/result.h>

#include <QtCore/QByteArray>
#include <QtCore/QHash>

namespace verbale::glossary {

/// What the shipped glossary's files have to satisfy, beyond what readTsv asks: exactly the twelve columns in
/// their order; id, vi, en, domain, status and authority in every row; ids unique in all files and sorted in
/// each; NFC text without stray white space; and a Vietnamese form claimed by two entries of one domain only
/// where one of them says why in its note.
class GlossaryChecks
{
public:
    /// Checks a file and adds its entries to the collection.
    void addFile(const QByteArray &bytes, const QString &fileName);

    /// Every problem of every file, with line and column.
    [[nodiscard]] const QList<Error> &problems() const { return m_problems; }

    /// The entries of all files, in their order.
    [[nodiscard]] const QList<ConceptEntry> &entries() const { return m_entries; }

private:
    struct Claim
    {
        Place place;
        QString id;
        bool explained = false;
    };

    void checkRow(const struct TsvRow &row, const QString &fileName, QString &previousId);
    void checkClaims(const ConceptEntry &entry, const Place &place);
    void report(const QString &message, const Place &place);

    QList<ConceptEntry> m_entries;
    QList<Error> m_problems;
    QHash<QString, Place> m_ids;
    QHash<QString, Claim> m_claims; ///< by domain and folded Vietnamese form
};

} // namespace verbale::glossary
