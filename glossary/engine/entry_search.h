#pragma once

#include "glossary/engine/termbase.h"

#include <deque>
#include <functional>
#include <memory>
#include <tuple>
#include <vector>

namespace verbale::glossary {

/// How well a term fits what was typed, the best first. The last is for a term that fits only when marks on
/// letters do not count.
enum class SearchRank { Exact, Prefix, Words, WithoutMarks };

QString rankName(SearchRank rank); ///< "exact", "prefix", "words", "no-diacritics"

/// Finds entries as one types, in every language. A term fits when each typed word begins one of its words,
/// in any order; "Exact" and "Prefix" compare the whole text, as foldTerm folds it. Made once for a
/// glossary (a second for 100,000 entries), and then kept up to date entry by entry, in time that does not
/// grow with it; a search passes at most once over the text. A value; searching is thread-safe, but not
/// beside add() and remove(). Entries have the numbers of the termbase, then those that add() gives.
class EntrySearch
{
public:
    explicit EntrySearch(std::shared_ptr<const Termbase> termbase = std::make_shared<const Termbase>());

    struct Hit
    {
        const ConceptEntry *entry = nullptr; ///< until the next add() or remove()
        const Term *term = nullptr;          ///< the term of the entry that fits best
        SearchRank rank = SearchRank::Exact;
        qsizetype number = 0;
        std::tuple<int, TermStatus, qsizetype> closeness = {}; ///< compares hits of several searches
    };
    /// Whether an entry is wanted.
    using Accept = std::function<bool(qsizetype number, const ConceptEntry &entry)>;

    /// The best hit of each entry: by rank, without marks in the same order once more, then usable terms
    /// before others, short before long. At most `limit`.
    [[nodiscard]] std::vector<Hit> find(const QString &typed, std::size_t limit,
                                        const Accept &accept = {}) const;
    /// The entries in the alphabet's order of their first terms.
    [[nodiscard]] std::vector<Hit> all(std::size_t limit, const Accept &accept = {}) const;
    /// The entries with a term that folds to the same text.
    [[nodiscard]] std::vector<Hit> same(const QString &term) const;
    /// What all() sorts by.
    [[nodiscard]] static std::pair<QString, QString> sortKey(const QString &term);

    qsizetype add(ConceptEntry entry);
    void remove(qsizetype number);
    [[nodiscard]] const ConceptEntry &entry(qsizetype number) const;
    [[nodiscard]] qsizetype count() const { return m_count; } ///< of entries that are there

private:
    struct Line
    {
        qsizetype entry = 0;
        qsizetype term = 0;
        qsizetype bare = 0;   ///< where it begins in m_bare
        qsizetype folded = 0; ///< where it begins in m_folded
    };
    struct Typed;
    struct Found;

    void appendLines(qsizetype number, const ConceptEntry &entry);
    [[nodiscard]] bool isBefore(quint32 a, quint32 b) const;
    [[nodiscard]] QStringView bareOf(std::size_t line) const;
    [[nodiscard]] QStringView foldedOf(std::size_t line) const;
    [[nodiscard]] std::size_t lineAt(qsizetype offset, std::size_t after) const;
    [[nodiscard]] bool isWanted(const Line &line, const Accept &accept) const;
    [[nodiscard]] bool judge(std::size_t line, const Typed &typed, Found &found) const;
    [[nodiscard]] std::vector<Found> beginnings(const Typed &typed, const Accept &accept) const;
    [[nodiscard]] std::vector<Found> anywhere(const Typed &typed, const Accept &accept) const;
    [[nodiscard]] std::vector<Hit> best(std::vector<Found> &found, std::size_t limit) const;
    [[nodiscard]] Hit hitOf(std::size_t line) const;

    std::shared_ptr<const Termbase> m_termbase;
    std::deque<ConceptEntry> m_added;
    std::vector<bool> m_gone; ///< by number
    qsizetype m_count = 0;
    QString m_bare;   ///< every term without marks, a line each
    QString m_folded; ///< every term folded, a line each
    std::vector<Line> m_lines;
    std::vector<quint32> m_sorted; ///< lines by their bare, then their folded text
};

/// A folded text without marks on its letters, đ as d.
QString withoutMarks(const QString &folded);

} // namespace verbale::glossary
