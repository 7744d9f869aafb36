#include "text/rule_automaton.h"

#include <algorithm>

namespace verbale::text {

namespace {

using Kind = PatternNode::Kind;

constexpr std::size_t mostNodesOfPattern = 5000;
constexpr std::size_t mostSteps = 1'000'000; // 8 MB

} // namespace

int RuleAutomaton::addNode(const Node &node)
{
    if (m_nodes.size() >= m_limit)
        return -1;
    m_nodes.push_back(node);
    return static_cast<int>(m_nodes.size()) - 1;
}

int RuleAutomaton::setNumber(const icu::UnicodeSet &set)
{
    const auto known = std::find(m_sets.begin(), m_sets.end(), set);
    if (known != m_sets.end())
        return static_cast<int>(known - m_sets.begin());
    m_sets.push_back(set);
    return static_cast<int>(m_sets.size()) - 1;
}

/// The entry of nodes that match `tree` and go on to `next`; -1 when there are too many.
int RuleAutomaton::build(const PatternNode &tree, int next)
{
    if (next < 0)
        return -1;
    switch (tree.kind) {
    case Kind::Empty:
        return next;
    case Kind::Set:
        return addNode({Node::Kind::Read, Kind::Empty, setNumber(tree.set), next, -1});
    case Kind::TextStart:
    case Kind::TextEnd:
        return addNode({Node::Kind::Assertion, tree.kind, -1, next, -1});
    case Kind::WordBoundary:
    case Kind::NoWordBoundary:
        m_looksAtWords = true;
        return addNode({Node::Kind::Assertion, tree.kind, -1, next, -1});
    case Kind::Sequence:
        if (m_direction == Direction::Backwards) {
            for (const PatternNode &child : tree.children)
                next = build(child, next);
        } else {
            for (auto child = tree.children.rbegin(); child != tree.children.rend(); ++child)
                next = build(*child, next);
        }
        return next;
    case Kind::Choice: {
        int entry = build(tree.children.front(), next);
        for (auto child = tree.children.begin() + 1; child != tree.children.end() && entry >= 0; ++child) {
            const int other = build(*child, next);
            entry = other < 0 ? -1 : addNode({Node::Kind::Split, Kind::Empty, -1, entry, other});
        }
        return entry;
    }
    case Kind::Repeat:
        return buildRepeat(tree, next);
    }
    return -1;
}

int RuleAutomaton::buildRepeat(const PatternNode &tree, int next)
{
    const PatternNode &child = tree.children.front();
    if (tree.maximum < 0) {
        const int loop = addNode({Node::Kind::Split, Kind::Empty, -1, -1, next});
        const int body = loop < 0 ? -1 : build(child, loop);
        if (body < 0)
            return -1;
        m_nodes[static_cast<std::size_t>(loop)].next = body;
        next = loop;
    } else {
        for (int i = tree.minimum; i < tree.maximum && next >= 0; ++i) {
            const int body = build(child, next);
            next = body < 0 ? -1 : addNode({Node::Kind::Split, Kind::Empty, -1, body, next});
        }
    }
    for (int i = 0; i < tree.minimum && next >= 0; ++i)
        next = build(child, next);
    return next;
}

bool RuleAutomaton::add(const PatternNode &tree, int pattern)
{
    const std::size_t nodes = m_nodes.size();
    m_limit = nodes + mostNodesOfPattern;
    const int entry = build(tree, addNode({Node::Kind::Accept, Kind::Empty, pattern, -1, -1}));
    if (entry < 0) {
        m_nodes.resize(nodes);
        return false;
    }
    m_entries.emplace_back(pattern, entry);
    return true;
}

void RuleAutomaton::finish(const CharacterClasses &classes, std::size_t firstSet, std::size_t wordSet)
{
    m_classCount = classes.count();
    m_reads.assign(m_sets.size(), {});
    for (int i = 0; i < m_classCount; ++i) {
        for (std::size_t set = 0; set < m_sets.size(); ++set)
            m_reads[set].push_back(classes.isIn(i, firstSet + set));
        m_wordClasses.push_back(m_looksAtWords && classes.isIn(i, wordSet));
    }
}

bool RuleAutomaton::holds(Kind assertion, const Reading &reading) const
{
    switch (assertion) {
    case Kind::TextStart:
        return m_direction == Direction::Backwards && reading.nextIsEnd;
    case Kind::TextEnd:
        return m_direction == Direction::Forwards && reading.nextIsEnd;
    case Kind::WordBoundary:
        return reading.lastIsWord != reading.nextIsWord;
    case Kind::NoWordBoundary:
        return reading.lastIsWord == reading.nextIsWord;
    default:
        return true;
    }
}

void RuleAutomaton::close(std::vector<int> &from, const Reading *reading) const
{
    std::vector<bool> seen(m_nodes.size(), false);
    std::vector<int> open = std::move(from);
    from.clear();
    while (!open.empty()) {
        const int number = open.back();
        open.pop_back();
        if (seen[static_cast<std::size_t>(number)])
            continue;
        seen[static_cast<std::size_t>(number)] = true;
        const Node &node = m_nodes[static_cast<std::size_t>(number)];
        if (node.kind == Node::Kind::Split) {
            open.push_back(node.next);
            open.push_back(node.other);
        } else if (node.kind == Node::Kind::Assertion && reading) {
            if (!reading->knowsNext || holds(node.assertion, *reading))
                open.push_back(node.next);
        } else {
            from.push_back(number);
        }
    }
    std::sort(from.begin(), from.end());
}

std::vector<bool> RuleAutomaton::firstClasses(int pattern) const
{
    std::vector<bool> first(static_cast<std::size_t>(m_classCount), false);
    for (const auto &[number, entry] : m_entries) {
        if (number != pattern)
            continue;
        std::vector<int> nodes{entry};
        const Reading anything;
        close(nodes, &anything);
        for (const int reached : nodes) {
            const Node &node = m_nodes[static_cast<std::size_t>(reached)];
            for (std::size_t i = 0; i < first.size(); ++i) {
                if (node.kind == Node::Kind::Accept || m_reads[static_cast<std::size_t>(node.value)][i])
                    first[i] = true;
            }
        }
    }
    return first;
}

int RuleAutomaton::StateCache::start(const RuleAutomaton &automaton, bool afterWord)
{
    const bool flag = afterWord && automaton.m_looksAtWords;
    int &state = m_starts[flag ? 1 : 0];
    if (state < 0) {
        std::vector<int> nodes;
        for (const auto &entry : automaton.m_entries)
            nodes.push_back(entry.second);
        automaton.close(nodes, nullptr);
        if (m_keys.empty())
            stateFor(automaton, {{}, false}); // the dead one comes first
        state = stateFor(automaton, {std::move(nodes), flag});
    }
    return state;
}

int RuleAutomaton::StateCache::stateFor(const RuleAutomaton &automaton, Key key)
{
    const auto isAssertion = [&automaton](int node) {
        return automaton.m_nodes[static_cast<std::size_t>(node)].kind == Node::Kind::Assertion;
    };
    key.second = key.second && std::any_of(key.first.begin(), key.first.end(), isAssertion);
    const auto [known, isNew] = m_states.try_emplace(std::move(key), static_cast<int>(m_states.size()));
    if (isNew) {
        m_keys.push_back(&known->first);
        m_steps.resize(m_steps.size() + automaton.columns());
    }
    return known->second;
}

RuleAutomaton::Step RuleAutomaton::StateCache::find(const RuleAutomaton &automaton, int state, int column)
{
    const bool isEnd = column == automaton.endColumn();
    const bool isWord = !isEnd && automaton.m_wordClasses[static_cast<std::size_t>(column)];
    const Key &key = *m_keys[static_cast<std::size_t>(state)];
    const Reading reading{true, key.second, isWord, isEnd};
    std::vector<int> nodes = key.first;
    automaton.close(nodes, &reading);

    std::vector<int> reached;
    std::vector<int> accepts;
    for (const int number : nodes) {
        const Node &node = automaton.m_nodes[static_cast<std::size_t>(number)];
        if (node.kind == Node::Kind::Accept)
            accepts.push_back(node.value);
        else if (!isEnd &&
                 automaton.m_reads[static_cast<std::size_t>(node.value)][static_cast<std::size_t>(column)])
            reached.push_back(node.next);
    }
    automaton.close(reached, nullptr);

    Step step;
    if (!accepts.empty()) {
        std::sort(accepts.begin(), accepts.end());
        const auto [known, isNew] = m_acceptLists.try_emplace(accepts, static_cast<int>(m_accepts.size()));
        if (isNew)
            m_accepts.push_back(accepts);
        step.accepts = known->second;
    }
    step.next = stateFor(automaton, {std::move(reached), isWord});
    m_steps[static_cast<std::size_t>(state) * automaton.columns() + static_cast<std::size_t>(column)] = step;
    return step;
}

void RuleAutomaton::StateCache::shrink()
{
    if (m_steps.size() > mostSteps)
        *this = StateCache();
}

} // namespace verbale::text
