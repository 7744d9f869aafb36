#include "bare_automata.h"

#include <algorithm>
#include <deque>

namespace verbale::bench {

void BareAutomaton::add(const std::vector<int> &pattern)
{
    int state = root;
    for (const int symbol : pattern) {
        m_largest = std::max(m_largest, symbol);
        const auto [edge, fresh] =
            m_trie[static_cast<std::size_t>(state)].try_emplace(symbol, static_cast<int>(m_trie.size()));
        state = edge->second;
        if (fresh) {
            m_trie.emplace_back();
            m_nodes.emplace_back();
        }
    }
    m_nodes[static_cast<std::size_t>(state)].hits = pattern.empty() ? 0 : 1;
}

void BareAutomaton::finish()
{
    m_root.assign(static_cast<std::size_t>(m_largest) + 1, root);
    for (const auto &[symbol, to] : m_trie[root])
        m_root[static_cast<std::size_t>(symbol)] = to;
    std::deque<int> queue{root};
    while (!queue.empty()) {
        const int state = queue.front();
        queue.pop_front();
        Node &node = m_nodes[static_cast<std::size_t>(state)];
        node.hits += state == root ? 0 : m_nodes[static_cast<std::size_t>(node.fail)].hits;
        node.firstEdge = static_cast<int>(m_edges.size());
        for (const auto &edge : m_trie[static_cast<std::size_t>(state)])
            m_edges.push_back(edge);
        node.endEdge = static_cast<int>(m_edges.size());
        for (const auto &[symbol, to] : m_trie[static_cast<std::size_t>(state)]) {
            m_nodes[static_cast<std::size_t>(to)].fail = state == root ? root : step(node.fail, symbol);
            queue.push_back(to);
        }
    }
    m_trie.clear();
}

CharacterScan::CharacterScan(const std::vector<QString> &foldedTerms) : m_symbols(0x10000, 0)
{
    int next = 1;
    for (const QString &term : foldedTerms) {
        std::vector<int> pattern;
        for (const QChar c : term) {
            int &symbol = m_symbols[c.unicode()];
            if (symbol == 0)
                symbol = next++;
            pattern.push_back(symbol);
        }
        m_automaton.add(pattern);
    }
    m_automaton.finish();
}

long CharacterScan::count(const QString &folded) const
{
    long hits = 0;
    int state = BareAutomaton::root;
    for (const QChar c : folded) {
        const int symbol = m_symbols[c.unicode()];
        state = symbol == 0 ? BareAutomaton::root : m_automaton.step(state, symbol);
        hits += m_automaton.hits(state);
    }
    return hits;
}

template <typename Token>
void SyllableScan::cut(const QString &folded, Token token)
{
    const std::u16string_view text(reinterpret_cast<const char16_t *>(folded.utf16()),
                                   static_cast<std::size_t>(folded.size()));
    const auto inWord = [](char16_t c) {
        return c >= 0x80 || (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
    };
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        while (end < text.size() && inWord(text[end]))
            ++end;
        if (end > i)
            token(text.substr(i, end - i));
        else if (text[end++] != u' ')
            token(std::u16string_view());
        i = end;
    }
}

SyllableScan::SyllableScan(const std::vector<QString> &foldedTerms)
{
    std::vector<std::vector<std::u16string>> patterns;
    for (const QString &term : foldedTerms) {
        patterns.emplace_back();
        cut(term, [&](std::u16string_view word) { patterns.back().emplace_back(word); });
        m_words.insert(m_words.end(), patterns.back().begin(), patterns.back().end());
    }
    std::sort(m_words.begin(), m_words.end());
    m_words.erase(std::unique(m_words.begin(), m_words.end()), m_words.end());
    for (std::size_t i = 0; i < m_words.size(); ++i)
        m_symbols.emplace(m_words[i], static_cast<int>(i) + 1);
    for (const auto &words : patterns) {
        std::vector<int> pattern;
        for (const std::u16string &word : words)
            pattern.push_back(m_symbols.at(word));
        m_automaton.add(pattern);
    }
    m_automaton.finish();
}

long SyllableScan::count(const QString &folded) const
{
    long hits = 0;
    int state = BareAutomaton::root;
    cut(folded, [&](std::u16string_view word) {
        const auto symbol = m_symbols.find(word);
        state = symbol == m_symbols.end() ? BareAutomaton::root : m_automaton.step(state, symbol->second);
        hits += m_automaton.hits(state);
    });
    return hits;
}

} // namespace verbale::bench
