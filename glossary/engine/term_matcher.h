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

/// Finds the terms of termbases in a text: contiguous whole syllables, folded by text::makeTermKey, by an
/// Aho-Corasick automaton over syllables (Aho and Corasick 1975). The longest match wins; equal spans go to
/// the earlier termbase, then the better status, then the earlier entry. One-syllable terms with a capital
/// (Pháp, Nga, ASEAN) match only with that capital, so that "biện pháp" is no hit. Building is linear in the
/// terms' length; find() is linear in the text's and thread-safe.
class TermMatcher
{
public:
    TermMatcher(std::vector<std::shared_ptr<const Termbase>> termbases, const QString &sourceLanguage);
    ~TermMatcher();
    TermMatcher(TermMatcher &&) noexcept;
    TermMatcher &operator=(TermMatcher &&) noexcept;

    /// In the order of the text. With includeNested also those that a longer match covers.
    [[nodiscard]] QList<TermMatch> find(QStringView text, bool includeNested = false) const;

    [[nodiscard]] const Termbase &termbase(qsizetype index) const;

private:
    struct Automaton;
    std::vector<std::shared_ptr<const Termbase>> m_termbases;
    std::unique_ptr<const Automaton> m_automaton;
};

} // namespace verbale::glossary
