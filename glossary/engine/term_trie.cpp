#include "glossary/engine/term_trie.h"

namespace verbale::glossary {

qint32 TermTrie::follow(qint32 node, std::span<const qint32> tokens) const
{
    for (std::size_t i = 0; i < tokens.size() && node != none; ++i)
        node = child(node, tokens[i]);
    return node;
}

qint32 TermTrie::add(std::span<const qint32> tokens)
{
    qint32 node = root;
    for (const qint32 token : tokens) {
        const qint32 next = child(node, token);
        node = next == none ? makeChild(node, token) : next;
    }
    return node;
}

qint32 TermTrie::makeChild(qint32 node, qint32 token)
{
    const auto to = static_cast<qint32>(m_heads.size());
    m_heads.push_back(none);
    if (node == root) {
        const auto place = static_cast<std::size_t>(token);
        if (place >= m_fromRoot.size())
            m_fromRoot.resize(place + 1, none);
        m_fromRoot[place] = to;
    } else {
        m_edges.insert({node, token, to});
        m_filter.add(hashOf(node, token));
    }
    return to;
}

} // namespace verbale::glossary
