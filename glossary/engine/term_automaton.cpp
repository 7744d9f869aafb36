#include "glossary/engine/term_automaton.h"

namespace verbale::glossary {

namespace {

struct TrieEdge
{
    qint32 from = 0;
    qint32 token = 0;
    qint32 to = 0;
};

std::size_t index(qint32 number)
{
    return static_cast<std::size_t>(number);
}

/// The patterns' prefixes, numbered as they come, and the edges between them in an open-addressing table.
class Trie
{
public:
    explicit Trie(std::size_t maximumEdges)
    {
        std::size_t slots = 16;
        while (slots < maximumEdges * 2)
            slots *= 2;
        m_slots.assign(slots, -1);
        m_edges.reserve(maximumEdges);
    }

    qint32 add(const std::vector<qint32> &pattern)
    {
        qint32 state = 0;
        for (const qint32 token : pattern)
            state = follow(state, token);
        return state;
    }

    [[nodiscard]] std::size_t stateCount() const { return m_edges.size() + 1; }
    [[nodiscard]] const std::vector<TrieEdge> &edges() const { return m_edges; }

private:
    qint32 follow(qint32 from, qint32 token)
    {
        const std::size_t mask = m_slots.size() - 1;
        const quint64 key = (quint64(quint32(from)) << 32) | quint32(token);
        std::size_t at = static_cast<std::size_t>((key * 0x9E3779B97F4A7C15ULL) >> 24) & mask;
        for (; m_slots[at] >= 0; at = (at + 1) & mask) {
            const TrieEdge &edge = m_edges[index(m_slots[at])];
            if (edge.from == from && edge.token == token)
                return edge.to;
        }
        m_slots[at] = static_cast<qint32>(m_edges.size());
        m_edges.push_back({from, token, static_cast<qint32>(m_edges.size() + 1)});
        return m_edges.back().to;
    }

    std::vector<qint32> m_slots;
    std::vector<TrieEdge> m_edges;
};

/// Where each key's run begins in a stable counting sort, and one more for the end.
template <typename T, typename Key>
std::vector<qint32> countingSort(std::vector<T> &items, std::size_t keys, Key key)
{
    std::vector<qint32> begins(keys + 1, 0);
    for (const T &item : items)
        ++begins[index(key(item)) + 1];
    for (std::size_t i = 1; i < begins.size(); ++i)
        begins[i] += begins[i - 1];
    std::vector<qint32> at = begins;
    std::vector<T> sorted(items.size());
    for (const T &item : items)
        sorted[index(at[index(key(item))]++)] = item;
    items = std::move(sorted);
    return begins;
}

struct Ending
{
    qint32 state = 0;
    qint32 pattern = 0;
};

} // namespace

TermAutomaton::TermAutomaton(std::span<const std::vector<qint32>> patterns, qint32 tokenCount)
    : m_fromRoot(index(tokenCount), root)
{
    std::size_t tokens = 0;
    for (const std::vector<qint32> &pattern : patterns)
        tokens += pattern.size();
    Trie trie(tokens);
    std::vector<Ending> endings;
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        if (!patterns[i].empty())
            endings.push_back({trie.add(patterns[i]), static_cast<qint32>(i)});
    }

    std::vector<TrieEdge> edges = trie.edges();
    countingSort(edges, index(tokenCount), [](const TrieEdge &e) { return e.token; });
    const std::vector<qint32> runs =
        countingSort(edges, trie.stateCount(), [](const TrieEdge &e) { return e.from; });

    // Breadth first: a state's number is its place in `order`.
    m_states.resize(trie.stateCount() + 1);
    m_edges.reserve(edges.size());
    std::vector<qint32> order{0};
    std::vector<qint32> numberOf(trie.stateCount(), 0);
    for (std::size_t s = 0; s < trie.stateCount(); ++s) {
        m_states[s].edges = static_cast<qint32>(m_edges.size());
        for (qint32 e = runs[index(order[s])]; e < runs[index(order[s]) + 1]; ++e) {
            const qint32 to = static_cast<qint32>(order.size());
            numberOf[index(edges[index(e)].to)] = to;
            order.push_back(edges[index(e)].to);
            m_states[index(to)].depth = m_states[s].depth + 1;
            m_edges.push_back({edges[index(e)].token, to});
        }
    }
    m_states.back().edges = static_cast<qint32>(m_edges.size());

    for (Ending &ending : endings)
        ending.state = numberOf[index(ending.state)];
    const std::vector<qint32> ends =
        countingSort(endings, m_states.size(), [](const Ending &e) { return e.state; });
    for (const Ending &ending : endings)
        m_patterns.push_back(ending.pattern);
    for (std::size_t s = 0; s < m_states.size(); ++s)
        m_states[s].patterns = ends[s];
    linkSuffixes();
}

void TermAutomaton::linkSuffixes()
{
    for (std::size_t s = 0; s + 1 < m_states.size(); ++s) {
        State &state = m_states[s];
        state.ending = m_states[s + 1].patterns > state.patterns ? static_cast<qint32>(s)
                                                                 : m_states[index(state.fail)].ending;
        for (qint32 e = state.edges; e < m_states[s + 1].edges; ++e) {
            const Edge &edge = m_edges[index(e)];
            if (s == root)
                m_fromRoot[index(edge.token)] = edge.to;
            else
                m_states[index(edge.to)].fail = next(state.fail, edge.token);
        }
    }
}

std::span<const qint32> TermAutomaton::patternsAt(qint32 state) const
{
    const qint32 begin = m_states[index(state)].patterns;
    const qint32 end = m_states[index(state) + 1].patterns;
    return {m_patterns.data() + begin, index(end - begin)};
}

} // namespace verbale::glossary
