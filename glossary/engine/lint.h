#pragma once

#include "glossary/engine/contents.h"
#include "glossary/engine/match_rules.h"

namespace verbale::glossary {

enum class LintSeverity { Error, Warning };

/// Something in a glossary that a terminologist should look at.
struct LintFinding
{
    QString code; ///< "duplicate-sense" ...
    LintSeverity severity = LintSeverity::Warning;
    QString message;
    Place where;
    QString entry; ///< its id; empty for what concerns the file
};

/// Looks through the entries of one or more glossaries that are used together. Errors, which make a glossary
/// ambiguous or a term wrong: rejected, duplicate-id, duplicate-sense, homograph-without-domain,
/// unexplained-homograph, look-alike, not-normalised, white-space, placeholders, bad-place, valid-dates.
/// Warnings: no-authority, no-domain, ambiguous-abbreviation, inconsistent-abbreviation, long-abbreviation,
/// odd-abbreviation, no-replacement, no-reason, row-a-number, two-valid, no-blocking-context,
/// lost-country (see CountryNames). In the order of the places. Linear in the number of terms. `rules`: the
/// match rules that the glossaries are used with.
QList<LintFinding> lintGlossary(const QList<GlossaryContents> &files, const MatchRules &rules = {});

QString severityName(LintSeverity severity);

} // namespace verbale::glossary
