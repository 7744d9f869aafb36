#pragma once

#include "glossary/engine/text_tokens.h"

#include <verbale/sdk/term.h>

namespace verbale::glossary {

/// Which letters of the text have to be capitals for a term to match.
enum class CaseRule : quint8 {
    Any,      ///< of several tokens, or without a capital, or a name that can be no word of Vietnamese (Fiji)
    Capitals, ///< one syllable with capitals: where the term has one, the text has one (Pháp, PHÁP, not pháp)
    Exact,    ///< one short token of capitals alone: AMM, SOM, P5
};

/// A term's capitals. Acronyms with a vowel that are longer and no syllable (ASEAN, UNESCO) also stand as
/// "Asean", "asean".
struct Capitals
{
    quint64 bits = 0; ///< TextTokens::capitals
    CaseRule rule = CaseRule::Any;
    bool name = false; ///< every word begins with one

    static Capitals of(const TextTokens &term);

    /// Whether tokens first to end - 1 of a text, which fold to the term's, have the capitals that it needs.
    [[nodiscard]] bool fit(const TextTokens &text, std::size_t first, std::size_t end) const;
    /// The same for the capitals themselves.
    [[nodiscard]] bool fit(quint64 there) const
    {
        return rule == CaseRule::Any || ((bits & ~there) == 0 && (rule != CaseRule::Exact || there == bits));
    }
    /// The same for tokens that stand for the term's in another spelling.
    [[nodiscard]] bool fitLoosely(const TextTokens &text, std::size_t first, std::size_t end) const;
};

/// A term of a termbase, as the last part of a path of tokens.
struct TermPattern
{
    quint64 capitals = 0;
    qint32 entry = 0;
    qint32 next = -1; ///< the next weaker pattern of the same tokens
    qint32 order = 0; ///< the entry's place in its termbase: what is earlier is stronger
    quint16 termbase = 0;
    quint16 term = 0;
    TermStatus status = TermStatus::Preferred;
    CaseRule rule = CaseRule::Any;
    bool name = false;
    bool numbered = false; ///< it has places for numbers; the capitals are of the rest

    [[nodiscard]] Capitals caseOf() const { return {capitals, rule, name}; }
};

} // namespace verbale::glossary
