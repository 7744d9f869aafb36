#include "session/termbases_private.h"

#include <algorithm>

namespace verbale::session {

using glossary::ConceptEntry;
using glossary::Term;

namespace {

void fill(QString &value, const QString &other)
{
    if (value.isEmpty())
        value = other;
}

/// Both texts, unless one holds the other.
void join(QString &value, const QString &other)
{
    if (value.isEmpty() || other.contains(value))
        value = other;
    else if (!value.contains(other))
        value += QLatin1String("; ") + other;
}

void add(QList<Term> &terms, const Term &term)
{
    const auto same = std::find_if(terms.begin(), terms.end(), [&term](const Term &known) {
        return known.text == term.text && glossary::sameLanguage(known.language, term.language);
    });
    if (same == terms.end()) {
        terms.append(term);
        return;
    }
    // Whoever says that a term is not to be used has a reason for it.
    if (term.status > TermStatus::Admitted)
        same->status = std::max(same->status, term.status);
    join(same->reason, term.reason);
    fill(same->replacement, term.replacement);
    for (const glossary::Property &property : term.extra) {
        if (!same->extra.contains(property))
            same->extra.append(property);
    }
}

} // namespace

ConceptEntry mergedEntry(const QList<ConceptEntry> &entries)
{
    if (entries.isEmpty())
        return {};
    ConceptEntry merged = entries.first();
    for (const ConceptEntry &entry : entries.mid(1)) {
        fill(merged.domain, entry.domain);
        fill(merged.partOfSpeech, entry.partOfSpeech);
        join(merged.note, entry.note);
        join(merged.authority, entry.authority);
        fill(merged.validFrom, entry.validFrom);
        fill(merged.validTo, entry.validTo);
        for (Term term : entry.terms) {
            // The first entry's best terms stay the best ones.
            const auto isBetter = [&term](const Term &one) {
                return one.status == TermStatus::Preferred && one.abbreviation == term.abbreviation &&
                       glossary::sameLanguage(one.language, term.language);
            };
            if (term.status == TermStatus::Preferred &&
                std::any_of(merged.terms.begin(), merged.terms.end(), isBetter))
                term.status = TermStatus::Admitted;
            add(merged.terms, term);
        }
        for (const glossary::Property &property : entry.extra) {
            if (!merged.extra.contains(property))
                merged.extra.append(property);
        }
    }
    return merged;
}

} // namespace verbale::session
