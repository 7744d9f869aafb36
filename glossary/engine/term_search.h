#pragma once

#include "glossary/engine/term_index.h"

#include <vector>

namespace verbale::glossary {

/// All occurrences of terms in a text, in the terms' spelling and in others that Vietnamese or the match
/// rules know: i for y, phrases of the list, a bracketed acronym or a quotation mark in between.
class TermSearch
{
public:
    TermSearch(const TermIndex &index, const TextTokens &text);

    /// In no order; each run of tokens and node once.
    std::vector<Occurrence> run();

    /// The tokens' numbers, -1 for those that no term has.
    [[nodiscard]] const std::vector<qint32> &tokenNumbers() const { return m_numbers; }

private:
    /// How far a walk has come.
    struct Step
    {
        std::size_t first = 0;
        std::size_t at = 0;
        qint32 node = TermTrie::root;
        bool differs = false;
        bool quoted = false; ///< an opening quotation mark was skipped
    };

    /// A walk that has come past the root, and the hash of its next step; 0 when there is none.
    struct Walk
    {
        Step step;
        quint64 next = 0;
    };

    void walkTogether();
    void begin(std::vector<Walk> &walks);
    void settle();
    [[nodiscard]] bool branchesAt(std::size_t token) const;
    [[nodiscard]] bool hasPhraseAt(std::size_t token) const;
    void walk(Step step);
    void arrive(const Step &step);
    void branch(const Step &step);
    void record(const Step &step);
    [[nodiscard]] std::size_t afterBracket(std::size_t token) const;

    const TermIndex &m_index;
    const TextTokens &m_text;
    std::vector<qint32> m_numbers;
    std::vector<char> m_branches; ///< by token: whether a walk may go on in more than one way
    std::vector<Step> m_reached;  ///< where walks have come to a node; settle() looks what is there
    std::vector<Occurrence> m_found;
    std::vector<int> m_budgets; ///< of branches, by the token from which a walk began
    bool m_branched = false;
};

} // namespace verbale::glossary
