#pragma once

#include <verbale/sdk/span.h>

#include <QtCore/QList>
#include <QtCore/QString>

namespace verbale::glossary {

/// A sentence to look for terms in, and its English, if it has one.
struct HarvestSegment
{
    QString vi;
    QString en = {};
    QList<Span> known = {}; ///< of `vi`: what a glossary has already
};

/// How the English of a candidate was found.
enum class HarvestEvidence {
    None,
    Bracket,    ///< it stands in the bracket after the Vietnamese name
    Acronym,    ///< the English has the same acronym in a bracket
    Spelling,   ///< the same name without Vietnamese letters
    Statistics, ///< both stand in the same sentences more often than by chance
};

/// "none", "bracket", "acronym", "spelling", "statistics".
QString evidenceName(HarvestEvidence evidence);

/// Where a candidate stands.
struct HarvestPlace
{
    qsizetype segment = 0;
    Span span; ///< of the segment's Vietnamese
};

/// A name that may be worth an entry.
struct TermCandidate
{
    QString vi;
    QString en = {};           ///< what it is likely called in English; empty: not known
    QString abbreviation = {}; ///< the acronym in the bracket after it
    HarvestEvidence evidence = HarvestEvidence::None;
    double score = 0; ///< the higher the likelier it is a term; for ordering
    QList<HarvestPlace> places = {};
};

struct HarvestOptions
{
    qsizetype leastCount = 2; ///< of names without an acronym
    qsizetype most = 200;     ///< candidates
};

/// Names in Vietnamese texts that no glossary knows: what begins with a capital and comes again, and what
/// has an acronym in brackets ("Hội nghị Bộ trưởng Ngoại giao ASEAN (AMM)"). Where a longer name accounts
/// for a shorter one, the shorter is left out. The best first. A function of its arguments; time and memory
/// grow with the texts' length.
QList<TermCandidate> harvestTerms(const QList<HarvestSegment> &segments, const HarvestOptions &options = {});

} // namespace verbale::glossary
