#pragma once

#include "text/character_classes.h"
#include "text/rule_pattern.h"

#include <cstddef>
#include <map>
#include <vector>

namespace verbale::text {

/// Many patterns in one automaton, read forwards from a place in the text or backwards from it. Made of
/// Thompson's nodes; the deterministic states are found while texts are read, and kept in a StateCache, so
/// that the automaton itself never changes and can be shared by threads.
class RuleAutomaton
{
public:
    enum class Direction { Forwards, Backwards };

    explicit RuleAutomaton(Direction direction) : m_direction(direction) {}

    /// Adds a pattern; false when it would need too many nodes. Not after finish().
    bool add(const PatternNode &tree, int pattern);
    /// The sets of all patterns, to be sorted into the classes that finish() wants.
    [[nodiscard]] const std::vector<icu::UnicodeSet> &sets() const { return m_sets; }
    /// `firstSet`: where the sets of this automaton begin in those of `classes`; `wordSet`: that of \b.
    void finish(const CharacterClasses &classes, std::size_t firstSet, std::size_t wordSet);

    /// For each class whether `pattern` can match something that begins (backwards: ends) with it. All of
    /// them for a pattern that can match nothing at all.
    [[nodiscard]] std::vector<bool> firstClasses(int pattern) const;

    static constexpr int dead = 0; ///< the state that leads nowhere

    struct Step
    {
        int next = -1;   ///< -1: not found yet
        int accepts = 0; ///< which list of patterns ended before this character; 0: none
    };

    /// What is known of the deterministic automaton. One thread at a time.
    class StateCache
    {
    public:
        /// The state before the first character; `afterWord`: what stands on the other side of the place.
        int start(const RuleAutomaton &automaton, bool afterWord);
        /// One character further; the column after the last class is the text's end.
        Step step(const RuleAutomaton &automaton, int state, int column)
        {
            const std::size_t at =
                static_cast<std::size_t>(state) * automaton.columns() + static_cast<std::size_t>(column);
            return m_steps[at].next >= 0 ? m_steps[at] : find(automaton, state, column);
        }
        [[nodiscard]] const std::vector<int> &accepted(int list) const
        {
            return m_accepts[static_cast<std::size_t>(list)];
        }
        /// Forgets everything once it has grown beyond its limit. Not during a walk.
        void shrink();

    private:
        using Key = std::pair<std::vector<int>, bool>; ///< nodes; whether a word character came last
        int stateFor(const RuleAutomaton &automaton, Key key);
        Step find(const RuleAutomaton &automaton, int state, int column);

        std::map<Key, int> m_states;
        std::vector<const Key *> m_keys;
        std::vector<Step> m_steps;
        std::map<std::vector<int>, int> m_acceptLists;
        std::vector<std::vector<int>> m_accepts{{}};
        int m_starts[2] = {-1, -1};
    };

    [[nodiscard]] std::size_t columns() const { return static_cast<std::size_t>(m_classCount) + 1; }
    [[nodiscard]] int endColumn() const { return m_classCount; }

private:
    struct Node
    {
        enum class Kind { Read, Split, Assertion, Accept };
        Kind kind = Kind::Split;
        PatternNode::Kind assertion = PatternNode::Kind::Empty;
        int value = -1; ///< Read: the set; Accept: the pattern
        int next = -1;
        int other = -1; ///< Split
    };

    struct Reading ///< what an assertion is judged by
    {
        bool knowsNext = false; ///< otherwise every assertion is let through or kept, as asked
        bool lastIsWord = false;
        bool nextIsWord = false;
        bool nextIsEnd = false;
    };

    int addNode(const Node &node);
    int setNumber(const icu::UnicodeSet &set);
    int build(const PatternNode &tree, int next);
    int buildRepeat(const PatternNode &tree, int next);
    [[nodiscard]] bool holds(PatternNode::Kind assertion, const Reading &reading) const;
    /// All nodes that are reached from `from` without reading, splits left out. Assertions stay in the list
    /// unless `reading` tells whether they hold.
    void close(std::vector<int> &from, const Reading *reading) const;

    Direction m_direction;
    std::vector<Node> m_nodes;
    std::vector<std::pair<int, int>> m_entries; ///< pattern, its first node
    std::vector<icu::UnicodeSet> m_sets;
    std::vector<std::vector<bool>> m_reads; ///< set, class
    std::vector<bool> m_wordClasses;
    int m_classCount = 0;
    bool m_looksAtWords = false;
    std::size_t m_limit = 0;
};

} // namespace verbale::text
