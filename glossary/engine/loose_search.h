#pragma once

#include "glossary/engine/term_index.h"

#include <vector>

namespace verbale::glossary {

/// Occurrences of terms in a text that has lost marks or spaces, or has wrong letters, on its way through
/// PDF, OCR or a keyboard without Vietnamese. Looks only where the text gives reason to; every difference has
/// to be one of these:
/// - a letter of another script, or with a mark that Vietnamese does not have, stands for the one it looks
/// like;
/// - the whole occurrence has no marks (a term of one syllable: the whole text has none, and reads like
///   Vietnamese that lost them);
/// - spaces stand inside syllables and split off a piece that is no syllable, or are missing so that what
/// runs
///   together is none.
class LooseSearch
{
public:
    /// `numbers`: of the text's tokens, see TermSearch.
    LooseSearch(const TermIndex &index, const TextTokens &text, const std::vector<qint32> &numbers);

    /// Appends what it finds.
    void run(std::vector<Occurrence> &found);

private:
    enum class Kind : quint8 { Sign, Usual, Unmarked, Suspicious };

    /// Tokens by their letters alone.
    struct Letters
    {
        std::vector<text::BareLetter> letters;
        std::vector<std::size_t> starts;                     ///< of words
        std::vector<std::pair<std::size_t, char16_t>> signs; ///< but for dashes
        qsizetype dashes = 0;
    };

    [[nodiscard]] Kind kindOf(std::size_t token) const;
    void classify();
    void lookFrom(std::size_t first, std::vector<Occurrence> &found);
    void consider(std::size_t first, std::size_t end, quint64 hash, std::vector<Occurrence> &found);
    static Letters lettersOf(const TextTokens &text, std::size_t first, std::size_t end);
    [[nodiscard]] bool verify(const Letters &term, std::size_t first, std::size_t end) const;
    [[nodiscard]] bool unmarkedFits(const Letters &term, const Letters &here) const;
    [[nodiscard]] bool spacingFits(const Letters &term, const Letters &here, std::size_t first,
                                   std::size_t end) const;

    const TermIndex &m_index;
    const TextTokens &m_text;
    const std::vector<qint32> &m_numbers;
    std::vector<Kind> m_kinds;
    std::vector<std::size_t> m_nextSuspicious; ///< at or after each token
    std::vector<std::size_t> m_unmarkedEnd;    ///< of the run of unmarked tokens and signs from each token on
    bool m_worthLooking = false;
    bool m_bare = false; ///< the whole text has no marks and reads like Vietnamese
};

} // namespace verbale::glossary
