#pragma once

#include <QtCore/QString>

#include <string_view>
#include <unordered_map>
#include <vector>

namespace verbale::bench {

/// An Aho-Corasick automaton and nothing else: no spans, no choice between matches. The measure of what the
/// machine can do; it shares no code with the matcher that it is compared with.
class BareAutomaton
{
public:
    /// Adds a pattern of symbols from 1 on.
    void add(const std::vector<int> &pattern);
    /// Call once, after the last pattern.
    void finish();

    static constexpr int root = 0;

    [[nodiscard]] int step(int state, int symbol) const
    {
        for (;;) {
            if (state == root)
                return m_root[static_cast<std::size_t>(symbol)];
            const Node &node = m_nodes[static_cast<std::size_t>(state)];
            for (int i = node.firstEdge; i < node.endEdge; ++i) {
                if (m_edges[static_cast<std::size_t>(i)].first == symbol)
                    return m_edges[static_cast<std::size_t>(i)].second;
            }
            state = node.fail;
        }
    }

    /// How many patterns end in a state.
    [[nodiscard]] int hits(int state) const { return m_nodes[static_cast<std::size_t>(state)].hits; }

private:
    struct Node
    {
        int firstEdge = 0;
        int endEdge = 0;
        int fail = root;
        int hits = 0;
    };

    std::vector<std::unordered_map<int, int>> m_trie{1};
    std::vector<Node> m_nodes{1};
    std::vector<std::pair<int, int>> m_edges;
    std::vector<int> m_root;
    int m_largest = 0;
};

/// Over the UTF-16 units of folded text.
class CharacterScan
{
public:
    explicit CharacterScan(const std::vector<QString> &foldedTerms);
    [[nodiscard]] long count(const QString &folded) const;

private:
    BareAutomaton m_automaton;
    std::vector<int> m_symbols; ///< by UTF-16 unit; 0 for one that no term has
};

/// Over the syllables of folded text, cut at spaces and ASCII signs.
class SyllableScan
{
public:
    explicit SyllableScan(const std::vector<QString> &foldedTerms);
    [[nodiscard]] long count(const QString &folded) const;

private:
    template <typename Token>
    static void cut(const QString &folded, Token token);

    BareAutomaton m_automaton;
    std::vector<std::u16string> m_words;
    std::unordered_map<std::u16string_view, int> m_symbols;
};

} // namespace verbale::bench
