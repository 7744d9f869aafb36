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

    /// A number of the text that stands in a place of a term.
    struct Capture
    {
        qint32 previous = -1;  ///< the one before it in the same term
        std::size_t first = 0; ///< its tokens, "lần thứ" with them; none where it is glued to letters
        std::size_t end = 0;
        Span written; ///< of the folded text, the number alone
        qint64 number = 0;
        bool counts = false; ///< bare figures that count what follows: no term ends with them
    };
    [[nodiscard]] const std::vector<Capture> &captures() const { return m_captures; }

    /// The tokens' numbers, -1 for those that no term has.
    [[nodiscard]] const std::vector<qint32> &tokenNumbers() const { return m_numbers; }

private:
    /// How far a walk has come.
    struct Step
    {
        std::size_t first = 0;
        std::size_t at = 0;
        qint32 node = TermTrie::root;
        qint32 capture = -1; ///< the last number that was taken
        bool differs = false;
        bool quoted = false; ///< an opening quotation mark was skipped
    };

    /// A walk that has come past the root, and the hash of its next step; 0 when there is none.
    struct Walk
    {
        Step step;
        quint64 next = 0;
    };

    /// A phrase of the text that another may stand for: looked up once, not for every walk that comes by.
    struct Phrase
    {
        std::size_t end = 0;
        const std::vector<qint32> *other = nullptr; ///< tokens
    };

    /// How a walk may go on at a token, besides with the token itself.
    enum Way : char { Spelling = 1, Number = 2 };

    void walkTogether();
    void begin(std::vector<Walk> &walks);
    void settle();
    char waysAt(std::size_t token);
    bool branchesAt(std::size_t token);
    bool findPhrasesAt(std::size_t token);
    void walk(Step step);
    void arrive(const Step &step);
    void branch(const Step &step);
    void branchSpelling(const Step &step);
    void branchNumber(const Step &step);
    void takeGlued(const Step &step);
    void take(const Step &step, PlaceKind kind, const Capture &capture);
    [[nodiscard]] bool endsWithCount(const Occurrence &occurrence) const;
    [[nodiscard]] quint64 literalCapitals(const Occurrence &occurrence) const;
    void record(const Step &step);
    [[nodiscard]] std::size_t afterBracket(std::size_t token) const;

    const TermIndex &m_index;
    const TextTokens &m_text;
    std::vector<qint32> m_numbers;
    NumberReader m_numberReader;
    std::vector<char> m_branches;           ///< by token: the ways
    std::vector<Phrase> m_phrases;          ///< in the text's order
    std::vector<std::size_t> m_firstPhrase; ///< by token: into m_phrases; one more than there are tokens
    std::vector<Capture> m_captures;
    std::vector<Step> m_reached; ///< where walks have come to a node; settle() looks what is there
    std::vector<Occurrence> m_found;
    std::vector<int> m_budgets; ///< of branches, by the token from which a walk began
    bool m_branched = false;
};

} // namespace verbale::glossary
