#pragma once

#include "glossary/engine/term_matcher.h"

#include <verbale/sdk/terms_provider.h>

#include <tuple>

namespace verbale::alignment {

/// A match and the other entries with a term at its very span, the likeliest first.
struct RankedMatch
{
    glossary::TermMatch match;
    QList<glossary::TermMatch> senses;
};

/// Which of several entries with a term at one place is meant: one that the translator chose; one in the same
/// spelling; one that is valid on `today` (an old text may well mean another, which is why that one is still
/// a sense); one of the document's domains, the likeliest first, or of no domain, which is as good as the
/// first; then as the matcher has them: the earlier termbase, the text's own capitals, the better status.
class SenseRanking
{
public:
    /// `glossaries`: the names of the matcher's termbases.
    SenseRanking(const TermsRequest &request, QStringList glossaries, const glossary::TermMatcher &matcher,
                 const QString &today);

    /// `matches` are all of a text's, nested ones included; those that the request does not want are left
    /// out.
    [[nodiscard]] QList<RankedMatch> rank(const QList<glossary::TermMatch> &matches) const;

private:
    [[nodiscard]] std::tuple<bool, int, bool, qsizetype> placeOf(const glossary::TermMatch &match) const;

    const TermsRequest &m_request;
    QStringList m_glossaries;
    const glossary::TermMatcher &m_matcher;
    QString m_today;
};

} // namespace verbale::alignment
