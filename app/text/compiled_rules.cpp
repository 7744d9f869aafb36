#include "text/compiled_rules.h"

#include <algorithm>

namespace verbale::text {

namespace {

constexpr qsizetype farthest = 4096; ///< how many units a pattern sees to either side

bool splitsPair(QStringView text, qsizetype place)
{
    return text[place].isLowSurrogate() && text[place - 1].isHighSurrogate();
}

} // namespace

Result<int> PatternSide::number(const QString &pattern)
{
    const QString composed = pattern.normalized(QString::NormalizationForm_C);
    const auto [known, isNew] = numbers.try_emplace(composed, static_cast<int>(numbers.size()));
    if (!isNew)
        return known->second;
    const std::optional<PatternNode> tree = parsePattern(composed);
    if (tree && automaton.add(*tree, known->second)) {
        regexes.emplace_back();
    } else {
        Result<RuleRegex> regex = RuleRegex::compile(composed);
        if (!regex)
            return regex.error();
        regexes.emplace_back(std::move(*regex));
    }
    return known->second;
}

/// One reading of one text.
class CompiledRules::Run
{
public:
    Run(const CompiledRules &rules, QStringView text, Scratch &scratch)
        : m_rules(rules), m_text(text), m_scratch(scratch)
    {
        if (!rules.m_slowRules.empty())
            m_icuText.setTo(false, text.utf16(), static_cast<int32_t>(text.size()));
    }

    /// Whether the first rule that speaks of the place is a break rule.
    bool breaksAt(qsizetype place)
    {
        m_scratch.before.shrink();
        m_scratch.after.shrink();
        if (++m_scratch.place == 0) { // the numbers begin again
            std::fill(m_scratch.matchesAfter.begin(), m_scratch.matchesAfter.end(), 0);
            m_scratch.place = 1;
        }
        readAfter(place);
        m_first = m_rules.m_rules.size();
        readBefore(place);
        for (const int number : m_rules.m_slowRules) {
            if (static_cast<std::size_t>(number) >= m_first)
                break;
            const Rule &rule = m_rules.m_rules[static_cast<std::size_t>(number)];
            if (slowMatch(rule, place))
                m_first = static_cast<std::size_t>(number);
        }
        return m_first < m_rules.m_rules.size() && m_rules.m_rules[m_first].breaks;
    }

private:
    [[nodiscard]] bool isWordAt(qsizetype place) const
    {
        return m_rules.m_wordClasses[static_cast<std::size_t>(m_rules.classAt(m_text, place))];
    }

    void readAfter(qsizetype place)
    {
        const RuleAutomaton &automaton = m_rules.m_after.automaton;
        const bool afterWord =
            m_rules.m_wordClasses[static_cast<std::size_t>(m_rules.classBefore(m_text, place))];
        int state = m_scratch.after.start(automaton, afterWord);
        const qsizetype last = std::min(m_text.size(), place + farthest);
        for (qsizetype i = place; i <= last && state != RuleAutomaton::dead; ++i) {
            const bool atEnd = i == m_text.size();
            const int column = atEnd ? automaton.endColumn() : m_rules.classAt(m_text, i);
            const RuleAutomaton::Step step = m_scratch.after.step(automaton, state, column);
            if (step.accepts != 0) {
                for (const int pattern : m_scratch.after.accepted(step.accepts))
                    m_scratch.matchesAfter[static_cast<std::size_t>(pattern)] = m_scratch.place;
            }
            state = step.next;
            i += !atEnd && m_text[i].isHighSurrogate() && i + 1 < m_text.size() &&
                         m_text[i + 1].isLowSurrogate()
                     ? 1
                     : 0;
        }
    }

    void readBefore(qsizetype place)
    {
        const RuleAutomaton &automaton = m_rules.m_before.automaton;
        int state = m_scratch.before.start(automaton, isWordAt(place));
        const qsizetype first = std::max<qsizetype>(0, place - farthest);
        for (qsizetype i = place; i >= first && state != RuleAutomaton::dead; --i) {
            const int column = i == 0 ? automaton.endColumn() : m_rules.classBefore(m_text, i);
            const RuleAutomaton::Step step = m_scratch.before.step(automaton, state, column);
            if (step.accepts != 0)
                takeFirst(m_scratch.before.accepted(step.accepts));
            state = step.next;
            i -= i > 1 && splitsPair(m_text, i - 1) ? 1 : 0;
        }
    }

    void takeFirst(const std::vector<int> &patterns)
    {
        for (const int pattern : patterns) {
            for (const int number : m_rules.m_rulesBefore[static_cast<std::size_t>(pattern)]) {
                const auto index = static_cast<std::size_t>(number);
                if (index >= m_first)
                    break;
                if (matchesAfter(m_rules.m_rules[index].after))
                    m_first = index;
            }
        }
    }

    [[nodiscard]] bool matchesAfter(int pattern) const
    {
        return m_scratch.matchesAfter[static_cast<std::size_t>(pattern)] == m_scratch.place;
    }

    RuleRegex::Matcher &matcher(const RuleRegex &regex)
    {
        auto &made = m_matchers[&regex];
        if (!made)
            made = std::make_unique<RuleRegex::Matcher>(regex, m_icuText);
        return *made;
    }

    bool slowMatch(const Rule &rule, qsizetype place)
    {
        const auto &after = m_rules.m_after.regexes[static_cast<std::size_t>(rule.after)];
        const auto &before = m_rules.m_before.regexes[static_cast<std::size_t>(rule.before)];
        const int first = static_cast<int>(std::max<qsizetype>(0, place - farthest));
        const int last = static_cast<int>(std::min(m_text.size(), place + farthest));
        const int at = static_cast<int>(place);
        if (!(after ? matcher(*after).beginsAt(at, last) : matchesAfter(rule.after)))
            return false;
        if (before)
            return matcher(*before).endsAt(at, first);
        return matchesBefore(rule.before, place);
    }

    /// Whether a pattern that the automaton follows ends at the place; only asked for beside a slow one.
    bool matchesBefore(int pattern, qsizetype place)
    {
        const RuleAutomaton &automaton = m_rules.m_before.automaton;
        int state = m_scratch.before.start(automaton, isWordAt(place));
        const qsizetype first = std::max<qsizetype>(0, place - farthest);
        for (qsizetype i = place; i >= first && state != RuleAutomaton::dead; --i) {
            const int column = i == 0 ? automaton.endColumn() : m_rules.classBefore(m_text, i);
            const RuleAutomaton::Step step = m_scratch.before.step(automaton, state, column);
            const std::vector<int> &accepted = m_scratch.before.accepted(step.accepts);
            if (std::binary_search(accepted.begin(), accepted.end(), pattern))
                return true;
            state = step.next;
            i -= i > 1 && splitsPair(m_text, i - 1) ? 1 : 0;
        }
        return false;
    }

    const CompiledRules &m_rules;
    QStringView m_text;
    Scratch &m_scratch;
    icu::UnicodeString m_icuText;
    std::map<const RuleRegex *, std::unique_ptr<RuleRegex::Matcher>> m_matchers;
    std::size_t m_first = 0;
};

Result<std::shared_ptr<const CompiledRules>> CompiledRules::compile(const SegmentationRules &rules)
{
    std::shared_ptr<CompiledRules> compiled(new CompiledRules);
    for (const SegmentationRule &rule : rules.rules) {
        const Result<int> before = compiled->m_before.number(rule.before);
        if (!before)
            return before.error();
        const Result<int> after = compiled->m_after.number(rule.after);
        if (!after)
            return after.error();
        compiled->m_rules.push_back({rule.breaks, *before, *after});
    }
    compiled->finish();
    return std::shared_ptr<const CompiledRules>(std::move(compiled));
}

void CompiledRules::finish()
{
    std::vector<icu::UnicodeSet> sets = m_before.automaton.sets();
    const std::size_t firstOfAfter = sets.size();
    sets.insert(sets.end(), m_after.automaton.sets().begin(), m_after.automaton.sets().end());
    const std::size_t words = sets.size();
    sets.push_back(wordCharacters());
    m_classes.emplace(sets);
    m_before.automaton.finish(*m_classes, 0, words);
    m_after.automaton.finish(*m_classes, firstOfAfter, words);
    for (int i = 0; i < m_classes->count(); ++i)
        m_wordClasses.push_back(m_classes->isIn(i, words));

    m_rulesBefore.resize(m_before.regexes.size());
    for (std::size_t i = 0; i < m_rules.size(); ++i) {
        const Rule &rule = m_rules[i];
        const bool slow = m_before.regexes[static_cast<std::size_t>(rule.before)].has_value() ||
                          m_after.regexes[static_cast<std::size_t>(rule.after)].has_value();
        (slow ? m_slowRules : m_rulesBefore[static_cast<std::size_t>(rule.before)])
            .push_back(static_cast<int>(i));
    }
    m_beforeMasks = masks(m_before, &Rule::before);
    m_afterMasks = masks(m_after, &Rule::after);
    m_mayEnd.resize(0x10000);
    for (std::size_t unit = 0; unit < m_mayEnd.size(); ++unit) {
        const bool surrogate = QChar::isSurrogate(static_cast<char32_t>(unit));
        const auto classOf = static_cast<std::size_t>(m_classes->of(static_cast<char16_t>(unit)));
        m_mayEnd[unit] = surrogate || m_beforeMasks[classOf] != 0 ? 1 : 0;
    }
}

/// For each class the break rules, a bit each (those beyond the 63rd share one), whose pattern can match
/// there.
std::vector<std::uint64_t> CompiledRules::masks(const PatternSide &side, int Rule::*pattern) const
{
    std::vector<std::uint64_t> result(static_cast<std::size_t>(m_classes->count()), 0);
    int breakRule = 0;
    for (const Rule &rule : m_rules) {
        if (!rule.breaks)
            continue;
        const std::uint64_t bit = std::uint64_t{1} << std::min(breakRule++, 63);
        const bool slow = side.regexes[static_cast<std::size_t>(rule.*pattern)].has_value();
        const std::vector<bool> first =
            slow ? std::vector<bool>(result.size(), true) : side.automaton.firstClasses(rule.*pattern);
        for (std::size_t i = 0; i < result.size(); ++i)
            result[i] |= first[i] ? bit : 0;
    }
    return result;
}

int CompiledRules::classAt(QStringView text, qsizetype place) const
{
    const QChar unit = text[place];
    if (unit.isHighSurrogate() && place + 1 < text.size() && text[place + 1].isLowSurrogate())
        return m_classes->ofCodePoint(QChar::surrogateToUcs4(unit, text[place + 1]));
    return m_classes->of(unit.unicode());
}

int CompiledRules::classBefore(QStringView text, qsizetype place) const
{
    const QChar unit = text[place - 1];
    if (unit.isLowSurrogate() && place > 1 && text[place - 2].isHighSurrogate())
        return m_classes->ofCodePoint(QChar::surrogateToUcs4(text[place - 2], unit));
    return m_classes->of(unit.unicode());
}

std::unique_ptr<CompiledRules::Scratch> CompiledRules::takeScratch() const
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_scratch.empty()) {
            std::unique_ptr<Scratch> kept = std::move(m_scratch.back());
            m_scratch.pop_back();
            return kept;
        }
    }
    auto made = std::make_unique<Scratch>();
    made->matchesAfter.resize(m_after.regexes.size(), 0);
    return made;
}

void CompiledRules::giveBack(std::unique_ptr<Scratch> scratch) const
{
    const std::lock_guard lock(m_mutex);
    m_scratch.push_back(std::move(scratch));
}

QList<qsizetype> CompiledRules::breaks(QStringView text) const
{
    QList<qsizetype> result;
    std::unique_ptr<Scratch> scratch = takeScratch();
    Run run(*this, text, *scratch);
    for (qsizetype place = 1; place < text.size(); ++place) {
        if (m_mayEnd[text[place - 1].unicode()] == 0)
            continue;
        const auto before = static_cast<std::size_t>(classBefore(text, place));
        const auto after = static_cast<std::size_t>(classAt(text, place));
        if ((m_beforeMasks[before] & m_afterMasks[after]) == 0 || splitsPair(text, place))
            continue;
        if (run.breaksAt(place))
            result.append(place);
    }
    giveBack(std::move(scratch));
    return result;
}

} // namespace verbale::text
