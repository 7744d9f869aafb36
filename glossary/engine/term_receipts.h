#pragma once

#include "glossary/engine/english_term.h"

#include <verbale/sdk/term_receipt.h>

#include <QtCore/QHash>

#include <memory>

namespace verbale::glossary {

/// Finds what became of source terms in an English target.
///
/// A term is Used when any accepted term of its entry stands in the target: in another case, number,
/// possessive, spelling (British, American), inflection, with or without a hyphen or an article, as a
/// computed acronym, and a common noun or verb with a few words between. It cries no wolf: a term that the
/// source repeats and the target has once is Used each time; one place may carry nested terms; a nested term
/// that the target does not name is Used where the longer one around it is; another sense's English at the
/// same span will do. A short form ("the Ministry") leaves it Missing, with `found` set to the short form: a
/// caller that knows that the full form stood before keeps quiet about it.
///
/// Wording that is not to be used counts as found where it fits as a form, not loosely, and not inside a
/// longer accepted term ("Vietnam" in "Vietnam News Agency"); where letters alone tell it from an accepted
/// term, it has to be written exactly so. Not thread-safe: it keeps prepared terms. Time: that of a few
/// hundred word comparisons for a segment.
class TermReceipts
{
public:
    /// `always`: wording that is not to be used whatever the source says; gives receipts without a hit.
    [[nodiscard]] QList<TermReceipt> of(const QList<TermHit> &hits, QStringView target,
                                        const QList<AvoidedTerm> &always = {});

    /// Where a text has a term, for callers with no hit at hand.
    [[nodiscard]] QList<EnglishPlace> placesOf(const QString &term, QStringView text);

private:
    friend class ReceiptWriter;
    const EnglishTerm &prepared(const QString &term);

    EnglishWords m_words;
    QHash<QString, std::shared_ptr<const EnglishTerm>> m_terms;
};

} // namespace verbale::glossary
