#pragma once

#include "glossary/engine/sharded_table.h"

#include <span>
#include <vector>

namespace verbale::glossary {

/// A trie over token numbers whose edges are in one hash table: entries can be added at any time, and a
/// search may branch. Each node can carry a number, its head.
class TermTrie
{
public:
    static constexpr qint32 root = 0;
    static constexpr qint32 none = -1;

    /// `expectedEdges` makes searching quicker; more may come.
    explicit TermTrie(std::size_t expectedEdges = 0) : m_filter(expectedEdges) {}

    /// The node after one more token, or none.
    [[nodiscard]] qint32 child(qint32 node, qint32 token) const
    {
        if (token < 0)
            return none;
        if (node == root)
            return static_cast<std::size_t>(token) < m_fromRoot.size()
                       ? m_fromRoot[static_cast<std::size_t>(token)]
                       : none;
        const quint64 hash = hashOf(node, token);
        return m_filter.mayHave(hash) ? childBehind(hash, node, token) : none;
    }

    // For a search that takes many steps together, so that it waits for the memory once: the steps' hashes
    // (0 where there is surely no child), what is fetched with them, and the children. Not from the root.
    [[nodiscard]] quint64 prefetchStep(qint32 node, qint32 token) const
    {
        if (token < 0)
            return 0;
        const quint64 hash = hashOf(node, token);
        m_filter.prefetch(hash);
        return hash;
    }
    [[nodiscard]] bool prefetchChild(quint64 hash) const
    {
        if (hash == 0 || !m_filter.mayHave(hash))
            return false;
        m_edges.prefetch(hash);
        return true;
    }
    [[nodiscard]] qint32 childBehind(quint64 hash, qint32 node, qint32 token) const
    {
        const Edge *edge =
            m_edges.find(hash, [=](const Edge &e) { return e.from == node && e.token == token; });
        return edge ? edge->to : none;
    }
    void prefetchHead(qint32 node) const { __builtin_prefetch(&m_heads[static_cast<std::size_t>(node)]); }

    /// The node at the end of a run of tokens, or none.
    [[nodiscard]] qint32 follow(qint32 node, std::span<const qint32> tokens) const;

    /// The same, made if need be.
    qint32 add(std::span<const qint32> tokens);

    [[nodiscard]] qint32 head(qint32 node) const { return m_heads[static_cast<std::size_t>(node)]; }
    void setHead(qint32 node, qint32 head) { m_heads[static_cast<std::size_t>(node)] = head; }

private:
    struct Edge
    {
        qint32 from = none;
        qint32 token = none;
        qint32 to = none;
        [[nodiscard]] bool isFree() const { return to == none; }
        [[nodiscard]] quint64 hash() const { return hashOf(from, token); }
    };

    static quint64 hashOf(qint32 node, qint32 token)
    {
        return mixedHash((quint64(static_cast<quint32>(node)) << 32) | static_cast<quint32>(token));
    }

    qint32 makeChild(qint32 node, qint32 token);

    std::vector<qint32> m_fromRoot; ///< by token
    ShardedTable<Edge> m_edges;     ///< all others
    HashFilter m_filter;
    std::vector<qint32> m_heads{none}; ///< by node
};

} // namespace verbale::glossary
