#pragma once

#include <QtCore/qglobal.h>

#include <algorithm>
#include <span>
#include <vector>

namespace verbale::glossary {

/// An Aho-Corasick automaton over token numbers (A. V. Aho, M. J. Corasick, Efficient string matching, CACM
/// 18, 1975) in flat arrays: states in breadth-first order, so that the root's neighbourhood stays in the
/// cache; the root's transitions in a table by token, the others as sorted runs.
class TermAutomaton
{
public:
    /// Each pattern is a run of token numbers below `tokenCount`; empty patterns match nothing. Linear in the
    /// patterns' length.
    TermAutomaton(std::span<const std::vector<qint32>> patterns, qint32 tokenCount);

    static constexpr qint32 root = 0;

    /// The state after one more token; -1 stands for a token that no pattern has.
    [[nodiscard]] qint32 next(qint32 state, qint32 token) const
    {
        if (token < 0)
            return root;
        for (; state != root; state = m_states[static_cast<std::size_t>(state)].fail) {
            const qint32 to = child(state, token);
            if (to >= 0)
                return to;
        }
        return m_fromRoot[static_cast<std::size_t>(token)];
    }

    /// The longest pattern-ending state that `state` stands for: itself or a suffix; root when there is none.
    [[nodiscard]] qint32 firstEnding(qint32 state) const
    {
        return m_states[static_cast<std::size_t>(state)].ending;
    }
    /// The next shorter one.
    [[nodiscard]] qint32 nextEnding(qint32 state) const
    {
        return firstEnding(m_states[static_cast<std::size_t>(state)].fail);
    }

    /// How many tokens lead to the state.
    [[nodiscard]] qint32 depth(qint32 state) const { return m_states[static_cast<std::size_t>(state)].depth; }
    /// The patterns, in their order, that end in a state.
    [[nodiscard]] std::span<const qint32> patternsAt(qint32 state) const;
    [[nodiscard]] std::size_t stateCount() const { return m_states.size() - 1; }

private:
    struct State
    {
        qint32 edges = 0; ///< first edge; the state's edges end where the next state's begin
        qint32 fail = root;
        qint32 ending = root;
        qint32 depth = 0;
        qint32 patterns = 0; ///< first in m_patterns; as edges
    };
    struct Edge
    {
        qint32 token = 0;
        qint32 to = root;
    };

    [[nodiscard]] qint32 child(qint32 state, qint32 token) const
    {
        const Edge *begin = m_edges.data() + m_states[static_cast<std::size_t>(state)].edges;
        const Edge *end = m_edges.data() + m_states[static_cast<std::size_t>(state) + 1].edges;
        if (end - begin > shortRun)
            begin = std::lower_bound(begin, end, token, [](const Edge &e, qint32 t) { return e.token < t; });
        while (begin != end && begin->token < token)
            ++begin;
        return begin != end && begin->token == token ? begin->to : -1;
    }

    void linkSuffixes();

    static constexpr std::ptrdiff_t shortRun = 8;

    std::vector<State> m_states; ///< and one more, which ends the last one's runs
    std::vector<Edge> m_edges;
    std::vector<qint32> m_fromRoot;
    std::vector<qint32> m_patterns;
};

} // namespace verbale::glossary
