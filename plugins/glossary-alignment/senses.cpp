#include "plugins/glossary-alignment/senses.h"

#include <algorithm>
#include <tuple>

namespace verbale::alignment {

using glossary::TermMatch;

namespace {

/// Compares as many parts of two dates as both have.
bool isBefore(const QString &date, const QString &other)
{
    const qsizetype known = std::min(date.size(), other.size());
    return QStringView(date).first(known) < QStringView(other).first(known);
}

bool isValid(const glossary::ConceptEntry &entry, const QString &today)
{
    return (entry.validFrom.isEmpty() || !isBefore(today, entry.validFrom)) &&
           (entry.validTo.isEmpty() || !isBefore(entry.validTo, today));
}

} // namespace

SenseRanking::SenseRanking(const TermsRequest &request, QStringList glossaries,
                           const glossary::TermMatcher &matcher, const QString &today)
    : m_request(request), m_glossaries(std::move(glossaries)), m_matcher(matcher), m_today(today)
{
}

std::tuple<bool, int, bool, qsizetype> SenseRanking::placeOf(const TermMatch &match) const
{
    const glossary::ConceptEntry &entry = m_matcher.entry(match.termbase, match.entry);
    const bool chosen = !m_request.chosenEntries.isEmpty() &&
                        m_request.chosenEntries.contains(m_glossaries[match.termbase] + u'#' + entry.id);
    qsizetype domain = entry.domain.isEmpty() ? 0 : m_request.domains.indexOf(entry.domain);
    if (domain < 0)
        domain = m_request.domains.size();
    return {!chosen, static_cast<int>(match.spelling), !isValid(entry, m_today), domain};
}

QList<RankedMatch> SenseRanking::rank(const QList<TermMatch> &matches) const
{
    QList<RankedMatch> ranked;
    for (auto first = matches.begin(); first != matches.end();) {
        const auto end = std::find_if(first, matches.end(),
                                      [first](const TermMatch &match) { return match.span != first->span; });
        QList<TermMatch> group(first, end);
        const bool nested = std::all_of(first, end, [](const TermMatch &match) { return match.nested; });
        first = end;
        if (group.size() > 1)
            std::stable_sort(group.begin(), group.end(),
                             [&](const TermMatch &a, const TermMatch &b) { return placeOf(a) < placeOf(b); });
        if (nested && !m_request.includeNested)
            continue;
        for (qsizetype i = 0; i < group.size(); ++i) {
            group[i].nested = nested || i > 0;
            if (i > 0 && !m_request.includeNested)
                continue;
            RankedMatch one{group[i], {}};
            if (i == 0)
                one.senses = group.mid(1);
            ranked.append(one);
        }
    }
    return ranked;
}

} // namespace verbale::alignment
