#pragma once

#include "glossary/engine/match_rules.h"
#include "glossary/engine/numbered_term.h"
#include "glossary/engine/skeleton_index.h"
#include "glossary/engine/term_pattern.h"
#include "glossary/engine/term_trie.h"
#include "glossary/engine/termbase.h"
#include "glossary/engine/token_table.h"

#include <deque>
#include <memory>
#include <optional>
#include <vector>

namespace verbale::glossary {

/// A run of a text's tokens that stands for at least one term.
struct Occurrence
{
    qint32 node = 0; ///< of the terms' trie
    std::size_t first = 0;
    std::size_t end = 0;
    std::size_t tokens = 0; ///< its length where lengths are compared
    TermSpelling spelling = TermSpelling::Same;
    const TermPattern *best = nullptr;
    bool nested = false;
    qint32 capture = -1;         ///< the last number in it, see TermSearch::captures(); -1: none
    quint64 literalCapitals = 0; ///< of the tokens that are no number, when there is one

    [[nodiscard]] bool overlaps(const Occurrence &other) const
    {
        return first < other.end && other.first < end;
    }
};

/// What a phrase of the text may stand for.
struct PhraseAlternative
{
    Capitals capitals; ///< of the phrase
    std::vector<qint32> tokens;
};

/// A stop expression. See StopExpression.
struct StopRule
{
    quint64 capitals = 0;
    std::vector<qint32> blocked; ///< nodes; empty: all
};

/// The terms of termbases and the match rules, made ready for searching.
class TermIndex
{
public:
    TermIndex(std::vector<std::shared_ptr<const Termbase>> termbases, QString language,
              const MatchRules &rules);

    /// See TermMatcher.
    qsizetype add(qsizetype termbase, ConceptEntry entry, std::optional<qsizetype> order);
    void remove(qsizetype termbase, qsizetype entry);
    void restore(qsizetype termbase, qsizetype entry);
    [[nodiscard]] const Termbase &termbase(qsizetype index) const
    {
        return *m_termbases[static_cast<std::size_t>(index)].shared;
    }
    [[nodiscard]] const ConceptEntry &entry(qsizetype termbase, qsizetype entry) const;

    [[nodiscard]] const TokenTable &tokens() const { return m_tokens; }
    [[nodiscard]] const TermTrie &terms() const { return m_terms; }
    [[nodiscard]] const SkeletonIndex &skeletons() const { return m_skeletons; }
    /// The edge that stands for a place in a term, or -1 where no term has such a place.
    [[nodiscard]] qint32 placeToken(std::size_t kind) const { return m_placeTokens[kind]; }
    [[nodiscard]] bool hasPlaces() const { return m_hasPlaces; }
    /// Whether a number may begin with this token (of those that are words).
    [[nodiscard]] bool leadsToNumber(qint32 token) const
    {
        return static_cast<std::size_t>(token) < m_leadsToNumber.size() &&
               m_leadsToNumber[static_cast<std::size_t>(token)];
    }
    /// Phrases that have alternatives; a node's head is the number for alternatives().
    [[nodiscard]] const TermTrie &phrases() const { return m_phrases; }
    [[nodiscard]] const std::vector<PhraseAlternative> &alternatives(qint32 head) const
    {
        return m_alternatives[static_cast<std::size_t>(head)];
    }
    /// Stop expressions; a node's head is the number for stop().
    [[nodiscard]] const TermTrie &stops() const { return m_stops; }
    [[nodiscard]] const StopRule &stop(qint32 head) const
    {
        return m_stopRules[static_cast<std::size_t>(head)];
    }

    /// nullptr after the last.
    [[nodiscard]] const TermPattern *firstPattern(qint32 node) const { return pattern(m_terms.head(node)); }
    [[nodiscard]] const TermPattern *nextPattern(const TermPattern &after) const
    {
        return pattern(after.next);
    }
    void prefetchPattern(qint32 node) const
    {
        if (const TermPattern *first = firstPattern(node))
            __builtin_prefetch(first);
    }
    /// The term itself.
    [[nodiscard]] const QString &written(const TermPattern &pattern) const;

    /// The strongest pattern that may stand here, or nullptr. Within one termbase a pattern written with the
    /// text's own capitals goes first.
    [[nodiscard]] const TermPattern *strongest(const Occurrence &occurrence, const TextTokens &text) const;
    /// Whether the text has the capitals that a pattern needs here.
    [[nodiscard]] static bool fits(const TermPattern &pattern, const Occurrence &occurrence,
                                   const TextTokens &text);

private:
    struct Added
    {
        ConceptEntry entry;
        qint32 order = 0;
    };
    /// A termbase and what was added to it.
    struct Shelf
    {
        std::shared_ptr<const Termbase> shared;
        std::deque<Added> added;
    };

    [[nodiscard]] const TermPattern *pattern(qint32 number) const
    {
        return number < 0 ? nullptr : &m_patterns[static_cast<std::size_t>(number)];
    }
    std::vector<qint32> tokensOf(const TextTokens &text);
    std::vector<qint32> tokensOf(const NumberedTerm &term);
    void preparePlaces();
    void addEntry(std::size_t termbase, qsizetype number, const ConceptEntry &entry, qint32 order);
    void addTerm(const Term &term, TermPattern pattern);
    void addSkeleton(const TextTokens &term, qint32 node);
    void link(qint32 node, const TermPattern &pattern);
    void addRules(const MatchRules &rules);
    void addAlternative(const QString &phrase, const QString &other);

    std::vector<Shelf> m_termbases;
    QString m_language;
    TokenTable m_tokens;
    TermTrie m_terms;
    ChunkedList<TermPattern> m_patterns;
    SkeletonIndex m_skeletons; ///< of nodes
    bool m_hasPlaces = false;
    std::array<qint32, placeKinds> m_placeTokens{TokenTable::none, TokenTable::none, TokenTable::none,
                                                 TokenTable::none};
    std::vector<bool> m_leadsToNumber; ///< by token
    TermTrie m_phrases;
    std::vector<std::vector<PhraseAlternative>> m_alternatives;
    TermTrie m_stops;
    std::vector<StopRule> m_stopRules;
    std::vector<text::BareLetter> m_letters; ///< of the term that is added; kept for its memory
};

} // namespace verbale::glossary
