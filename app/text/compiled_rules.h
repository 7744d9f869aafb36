#pragma once

#include "text/rule_automaton.h"
#include "text/rule_regex.h"
#include "text/segmentation_rules.h"

#include <QtCore/QStringView>

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace verbale::text {

/// The patterns on one side of a break, each of them once.
struct PatternSide
{
    explicit PatternSide(RuleAutomaton::Direction direction) : automaton(direction) {}
    Result<int> number(const QString &pattern);

    RuleAutomaton automaton;
    std::map<QString, int> numbers;
    std::vector<std::optional<RuleRegex>> regexes; ///< by number; none: the automaton follows it
};

/// Rules with everything that was made of them. Constant but for the store of scratch memory.
class CompiledRules
{
public:
    static Result<std::shared_ptr<const CompiledRules>> compile(const SegmentationRules &rules);
    [[nodiscard]] QList<qsizetype> breaks(QStringView text) const;

private:
    struct Rule
    {
        bool breaks = false;
        int before = 0;
        int after = 0;
    };
    /// What a thread needs while it reads a text: the automata's states as far as they are known, and which
    /// patterns match behind the present place.
    struct Scratch
    {
        RuleAutomaton::StateCache before;
        RuleAutomaton::StateCache after;
        std::vector<std::uint32_t> matchesAfter; ///< by pattern: the last place's number where it did
        std::uint32_t place = 0;
    };
    class Run;

    CompiledRules() = default;
    void finish();
    [[nodiscard]] std::vector<std::uint64_t> masks(const PatternSide &side, int Rule::*pattern) const;
    [[nodiscard]] int classAt(QStringView text, qsizetype place) const;
    [[nodiscard]] int classBefore(QStringView text, qsizetype place) const;
    std::unique_ptr<Scratch> takeScratch() const;
    void giveBack(std::unique_ptr<Scratch> scratch) const;

    std::vector<Rule> m_rules;
    PatternSide m_before{RuleAutomaton::Direction::Backwards};
    PatternSide m_after{RuleAutomaton::Direction::Forwards};
    std::optional<CharacterClasses> m_classes;
    std::vector<std::vector<int>>
        m_rulesBefore;                        ///< by the number of `before`, those that the automata decide
    std::vector<int> m_slowRules;             ///< with a pattern for ICU
    std::vector<std::uint64_t> m_beforeMasks; ///< by class: the break rules that allow it there
    std::vector<std::uint64_t> m_afterMasks;
    std::vector<bool> m_wordClasses;
    std::vector<std::uint8_t> m_mayEnd; ///< by UTF-16 unit: whether any break rule allows it before a break

    mutable std::mutex m_mutex;
    mutable std::vector<std::unique_ptr<Scratch>> m_scratch;
};

} // namespace verbale::text
