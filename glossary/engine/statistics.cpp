#include "glossary/engine/statistics.h"

namespace verbale::glossary {

void countGlossary(const Termbase &termbase, GlossaryStatistics &statistics)
{
    for (const ConceptEntry &entry : termbase.entries()) {
        ++statistics.entries;
        ++statistics.byDomain[entry.domain];
        ++statistics.byPartOfSpeech[entry.partOfSpeech];
        statistics.withAuthority += entry.authority.isEmpty() ? 0 : 1;
        statistics.withNote += entry.note.isEmpty() ? 0 : 1;
        if (!entry.terms.isEmpty())
            ++statistics.byStatus[statusName(entry.terms.first().status)];
        for (const Term &term : entry.terms) {
            ++statistics.terms;
            ++statistics.termsByLanguage[term.language];
            ++statistics.termsByStatus[statusName(term.status)];
            statistics.abbreviations += term.abbreviation ? 1 : 0;
        }
    }
}

} // namespace verbale::glossary
