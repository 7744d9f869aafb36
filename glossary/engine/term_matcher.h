#pragma once

#include "glossary/engine/termbase.h"

#include <verbale/sdk/span.h>

#include <QtCore/QList>
#include <QtCore/QStringView>

#include <memory>

namespace verbale::glossary {

/// An occurrence of a source term.
struct TermMatch
{
    Span span;              ///< of the original text, UTF-16 code units
    qsizetype termbase = 0; ///< index into the matcher's termbases
    qsizetype entry = 0;    ///< index into that termbase's entries
    qsizetype term = 0;     ///< index into that entry's terms
    bool nested = false;    ///< lies inside a longer match, or is overlapped by one that won
    friend bool operator==(const TermMatch &, const TermMatch &) = default;
};

/// Finds the terms of termbases in a text: contiguous whole tokens (text::splitSyllables), folded by
/// text::makeTermKey, by an Aho-Corasick automaton over them (Aho and Corasick 1975). White space beside a
/// punctuation mark does not matter ("Á-Âu", "Á - Âu").
///
/// Of overlapping terms the longest wins: in tokens, then in characters, then the leftmost. Equal spans go to
/// the earlier termbase, in it to the term with the text's own capitals, then to the better status, then to
/// the earlier entry. One-token terms with a capital (Pháp, Nga) match only with that capital, so that "biện
/// pháp" is no hit; of capitals alone (ASEAN, P5) only exactly so. Building is linear in the terms' length;
/// find() is linear in the text's and thread-safe.
class TermMatcher
{
public:
    TermMatcher(std::vector<std::shared_ptr<const Termbase>> termbases, const QString &sourceLanguage);
    ~TermMatcher();
    TermMatcher(TermMatcher &&) noexcept;
    TermMatcher &operator=(TermMatcher &&) noexcept;

    /// In the order of the text, the longer first at one place. With includeNested also those that a longer
    /// match covers or overlaps, and the other entries with a term at a match's very span; an entry once for
    /// each span.
    [[nodiscard]] QList<TermMatch> find(QStringView text, bool includeNested = false) const;

    [[nodiscard]] const Termbase &termbase(qsizetype index) const;

private:
    struct Automaton;
    std::vector<std::shared_ptr<const Termbase>> m_termbases;
    std::unique_ptr<const Automaton> m_automaton;
};

} // namespace verbale::glossary
