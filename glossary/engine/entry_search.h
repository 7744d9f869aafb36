#pragma once

#include "glossary/engine/termbase.h"

#include <memory>
#include <vector>

namespace verbale::glossary {

/// How well a term fits what was typed, the best first. The last is for a term that fits only when marks on
/// letters do not count.
enum class SearchRank { Exact, Prefix, Words, WithoutMarks };

QString rankName(SearchRank rank); ///< "exact", "prefix", "words", "no-diacritics"

/// Finds entries as one types, in every language. A term fits when each typed word begins one of its words,
/// in any order; "Exact" and "Prefix" compare the whole text, as foldTerm folds it. Made once for a
/// glossary (a second for 100,000 entries); a search passes once over the text. A value; searching is
/// thread-safe.
class EntrySearch
{
public:
    explicit EntrySearch(std::shared_ptr<const Termbase> termbase);

    struct Hit
    {
        const ConceptEntry *entry = nullptr;
        const Term *term = nullptr; ///< the term of the entry that fits best
        SearchRank rank = SearchRank::Exact;
    };

    /// The best hit of each entry: by rank, without marks in the same order once more, then usable terms
    /// before others, short before long. At most `limit`.
    [[nodiscard]] std::vector<Hit> find(const QString &typed, std::size_t limit) const;

private:
    struct Line
    {
        qsizetype entry = 0;
        qsizetype term = 0;
        qsizetype bare = 0;   ///< where it begins in m_bare
        qsizetype folded = 0; ///< where it begins in m_folded
    };

    [[nodiscard]] QStringView bareOf(std::size_t line) const;
    [[nodiscard]] QStringView foldedOf(std::size_t line) const;

    std::shared_ptr<const Termbase> m_termbase;
    QString m_bare;   ///< every term without marks, a line each
    QString m_folded; ///< every term folded, a line each
    std::vector<Line> m_lines;
};

/// A folded text without marks on its letters, đ as d.
QString withoutMarks(const QString &folded);

} // namespace verbale::glossary
