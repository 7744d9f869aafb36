#pragma once

#include "glossary/engine/match_rules.h"
#include "glossary/engine/term_places.h"
#include "glossary/engine/termbase.h"

#include <verbale/sdk/span.h>
#include <verbale/sdk/term.h>

#include <QtCore/QList>
#include <QtCore/QStringView>

#include <memory>
#include <optional>

namespace verbale::glossary {

/// An occurrence of a source term.
struct TermMatch
{
    Span span;              ///< of the original text, UTF-16 code units
    qsizetype termbase = 0; ///< index into the matcher's termbases
    qsizetype entry = 0;    ///< for TermMatcher::entry()
    qsizetype term = 0;     ///< index into that entry's terms
    bool nested = false;    ///< lies inside a longer match, or is overlapped by one that won
    TermSpelling spelling = TermSpelling::Same;
    QList<PlaceValue> values = {}; ///< the numbers in the term's places ("{n}"), in its order
    friend bool operator==(const TermMatch &, const TermMatch &) = default;
};

/// Finds the terms of termbases in a text: contiguous whole tokens (text::splitSyllables), folded by
/// text::makeTermKey, by walking a trie of token numbers from every token on. Spellings that are not the
/// same, but recognisable, are found too and marked (see TermSearch, LooseSearch, MatchRules); what is cut
/// out of something longer is not (see removeCutOuts).
///
/// A term with places for numbers ("Hội nghị Cấp cao ASEAN lần thứ {n}", see TermPlace) is found with
/// whatever number stands there, in figures, Roman figures or words; the match covers the number and tells
/// it.
///
/// Of overlapping terms the longest wins: in tokens, then in characters, then the one in the same spelling,
/// then the leftmost. Equal spans go to the earlier termbase, in it to the term with the text's own capitals,
/// then to the better status, then to the earlier entry. One-syllable terms with a capital (Pháp, Nga) match
/// only with that capital, so that "biện pháp" is no hit; short acronyms (AMM) only exactly so. Building is
/// linear in the terms' length; find() is linear in the text's and thread-safe, but not beside add() or
/// remove().
class TermMatcher
{
public:
    TermMatcher(std::vector<std::shared_ptr<const Termbase>> termbases, const QString &sourceLanguage,
                const MatchRules &rules = {});
    ~TermMatcher();
    TermMatcher(TermMatcher &&) noexcept;
    TermMatcher &operator=(TermMatcher &&) noexcept;

    /// In the order of the text, the longer first at one place. With includeNested also those that a longer
    /// match covers or overlaps, and the other entries with a term at a match's very span; an entry once for
    /// each span.
    [[nodiscard]] QList<TermMatch> find(QStringView text, bool includeNested = false) const;

    /// Adds an entry to a termbase, for this matcher alone; returns its number. In time that does not grow
    /// with the termbase. `order` is its place among the termbase's entries, as they are numbered; none: the
    /// end.
    qsizetype add(qsizetype termbase, ConceptEntry entry, std::optional<qsizetype> order = {});
    /// The entry's terms are not found any more; its number stays.
    void remove(qsizetype termbase, qsizetype entry);
    /// The terms of an entry that was removed are found again.
    void restore(qsizetype termbase, qsizetype entry);

    [[nodiscard]] const Termbase &termbase(qsizetype index) const;
    /// Of termbase(index).entries(), or one that was added.
    [[nodiscard]] const ConceptEntry &entry(qsizetype termbase, qsizetype entry) const;

private:
    std::unique_ptr<class TermIndex> m_index;
};

} // namespace verbale::glossary
