#include "glossary/engine/term_matcher.h"

#include "glossary/engine/term_automaton.h"
#include "glossary/engine/token_table.h"
#include "text/syllables.h"
#include "text/term_key.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace verbale::glossary {

namespace {

/// Which letters of the text have to be capitals for a term to match.
enum class CaseRule {
    Any,      ///< of several tokens, or without a capital
    Capitals, ///< one token with capitals: where the term has one, the text has one (Pháp, PHÁP, not pháp)
    Exact,    ///< one token of capitals alone: AMM, SOM, P5
};

struct Pattern
{
    qsizetype termbase = 0;
    qsizetype entry = 0;
    qsizetype term = 0;
    TermStatus status = TermStatus::Preferred;
    CaseRule rule = CaseRule::Any;
    std::vector<bool> capitals; ///< for each UTF-16 unit of its folded tokens
};

/// An occurrence of a run of tokens that at least one term has.
struct Occurrence
{
    qint32 state = 0;
    qint32 firstToken = 0;
    qint32 tokens = 0;
    Span folded;
    const Pattern *best = nullptr;
    bool nested = false;
};

/// A text cut into tokens, with the way back to it.
struct TokenisedText
{
    explicit TokenisedText(QStringView text) : source(text), key(text::makeTermKey(text))
    {
        constexpr qsizetype shortestUsual = 3; // a syllable and its space
        tokens.reserve(static_cast<std::size_t>(key.text.size() / shortestUsual + 1));
        text::splitSyllables(key.text, tokens);
    }

    [[nodiscard]] QStringView token(std::size_t i) const
    {
        return QStringView(key.text).mid(tokens[i].start, tokens[i].length());
    }

    /// Whether the original of a folded unit is a capital.
    [[nodiscard]] bool isCapital(qsizetype unit) const
    {
        const qsizetype at = key.startOf(unit);
        const QChar c = source[at];
        if (c.isHighSurrogate() && at + 1 < source.size())
            return QChar::isUpper(QChar::surrogateToUcs4(c, source[at + 1]));
        return c.isUpper();
    }

    QStringView source;
    text::TermKey key;
    std::vector<Span> tokens;
};

std::vector<bool> capitalsOf(const TokenisedText &term)
{
    std::vector<bool> capitals;
    for (const Span &token : term.tokens) {
        for (qsizetype unit = token.start; unit < token.end; ++unit)
            capitals.push_back(term.isCapital(unit));
    }
    return capitals;
}

CaseRule caseRuleOf(const TokenisedText &term, const std::vector<bool> &capitals)
{
    if (term.tokens.size() != 1 || std::find(capitals.begin(), capitals.end(), true) == capitals.end())
        return CaseRule::Any;
    const bool small =
        std::any_of(term.source.begin(), term.source.end(), [](QChar c) { return c.isLower(); });
    return small || capitals.size() < 2 ? CaseRule::Capitals : CaseRule::Exact;
}

/// Whether the text has a capital wherever the pattern has one; if `exactly`, nowhere else.
bool capitalsFit(const Pattern &pattern, const Occurrence &occurrence, const TokenisedText &text,
                 bool exactly)
{
    std::size_t at = 0;
    const auto first = static_cast<std::size_t>(occurrence.firstToken);
    for (std::size_t i = first; i < first + static_cast<std::size_t>(occurrence.tokens); ++i) {
        for (qsizetype unit = text.tokens[i].start; unit < text.tokens[i].end; ++unit, ++at) {
            if (pattern.capitals[at] ? !text.isCapital(unit) : exactly && text.isCapital(unit))
                return false;
        }
    }
    return true;
}

bool allows(const Pattern &pattern, const Occurrence &occurrence, const TokenisedText &text)
{
    return pattern.rule == CaseRule::Any ||
           capitalsFit(pattern, occurrence, text, pattern.rule == CaseRule::Exact);
}

/// Longest first, in tokens, then in characters, then leftmost.
bool wins(const Occurrence &a, const Occurrence &b)
{
    return std::tuple(-a.tokens, -a.folded.length(), a.firstToken) <
           std::tuple(-b.tokens, -b.folded.length(), b.firstToken);
}

bool comesBefore(const Occurrence &a, const Occurrence &b)
{
    return std::tuple(a.firstToken, -a.tokens) < std::tuple(b.firstToken, -b.tokens);
}

/// Marks as nested what overlaps an occurrence that wins over it. A run of tokens that overlaps one at least
/// as long has its first or its last token inside it, so these two tell.
void selectLongest(std::vector<Occurrence> &occurrences, std::size_t tokenCount)
{
    std::sort(occurrences.begin(), occurrences.end(), wins);
    std::vector<bool> taken(tokenCount, false);
    for (Occurrence &o : occurrences) {
        const auto first = static_cast<std::size_t>(o.firstToken);
        const auto last = first + static_cast<std::size_t>(o.tokens) - 1;
        o.nested = taken[first] || taken[last];
        for (std::size_t i = first; i <= last && !o.nested; ++i)
            taken[i] = true;
    }
    std::sort(occurrences.begin(), occurrences.end(), comesBefore);
}

} // namespace

struct TermMatcher::Automaton
{
    TokenTable tokens;
    std::vector<Pattern> patterns; ///< the stronger of two that fold equally comes first
    std::optional<TermAutomaton> states;

    void choose(Occurrence &occurrence, const TokenisedText &text) const;
    void append(QList<TermMatch> &matches, const Occurrence &occurrence, const TokenisedText &text,
                bool includeNested) const;
    [[nodiscard]] std::vector<Occurrence> occurrences(const TokenisedText &text) const;
};

/// Sets `best` to the strongest pattern that may stand here; leaves it null when none may. Within one
/// termbase a pattern written with the text's own capitals goes first.
void TermMatcher::Automaton::choose(Occurrence &occurrence, const TokenisedText &text) const
{
    const std::span<const qint32> here = states->patternsAt(occurrence.state);
    for (const qint32 number : here) {
        const Pattern &pattern = patterns[static_cast<std::size_t>(number)];
        if (occurrence.best && pattern.termbase != occurrence.best->termbase)
            return;
        if (!allows(pattern, occurrence, text))
            continue;
        if (!occurrence.best)
            occurrence.best = &pattern;
        if (here.size() == 1 || capitalsFit(pattern, occurrence, text, true)) {
            occurrence.best = &pattern;
            return;
        }
    }
}

std::vector<Occurrence> TermMatcher::Automaton::occurrences(const TokenisedText &text) const
{
    std::vector<Occurrence> found;
    found.reserve(16);
    qint32 state = TermAutomaton::root;
    for (std::size_t i = 0; i < text.tokens.size(); ++i) {
        state = states->next(state, tokens.find(text.token(i)));
        for (qint32 end = states->firstEnding(state); end != TermAutomaton::root;
             end = states->nextEnding(end)) {
            Occurrence o;
            o.state = end;
            o.tokens = states->depth(end);
            o.firstToken = static_cast<qint32>(i) + 1 - o.tokens;
            o.folded = {text.tokens[static_cast<std::size_t>(o.firstToken)].start, text.tokens[i].end};
            choose(o, text);
            if (o.best)
                found.push_back(o);
        }
    }
    return found;
}

void TermMatcher::Automaton::append(QList<TermMatch> &matches, const Occurrence &occurrence,
                                    const TokenisedText &text, bool includeNested) const
{
    const Span span = text.key.original(occurrence.folded);
    const Pattern &best = *occurrence.best;
    matches.append({span, best.termbase, best.entry, best.term, occurrence.nested});
    const std::span<const qint32> here = states->patternsAt(occurrence.state);
    if (!includeNested || here.size() < 2)
        return;
    const qsizetype firstHere = matches.size() - 1;
    for (const qint32 number : here) {
        const Pattern &other = patterns[static_cast<std::size_t>(number)];
        const bool known = std::any_of(matches.cbegin() + firstHere, matches.cend(), [&](const TermMatch &m) {
            return m.termbase == other.termbase && m.entry == other.entry;
        });
        if (!known && allows(other, occurrence, text))
            matches.append({span, other.termbase, other.entry, other.term, true});
    }
}

TermMatcher::TermMatcher(std::vector<std::shared_ptr<const Termbase>> termbases,
                         const QString &sourceLanguage)
    : m_termbases(std::move(termbases))
{
    auto automaton = std::make_unique<Automaton>();
    std::vector<std::pair<Pattern, std::vector<qint32>>> collected;
    for (std::size_t base = 0; base < m_termbases.size(); ++base) {
        const QList<ConceptEntry> &entries = m_termbases[base]->entries();
        for (qsizetype e = 0; e < entries.size(); ++e) {
            for (qsizetype t = 0; t < entries[e].terms.size(); ++t) {
                const Term &term = entries[e].terms[t];
                if (!sameLanguage(term.language, sourceLanguage))
                    continue;
                const TokenisedText text(term.text);
                Pattern pattern{
                    static_cast<qsizetype>(base), e, t, term.status, CaseRule::Any, capitalsOf(text)};
                pattern.rule = caseRuleOf(text, pattern.capitals);
                std::vector<qint32> tokens;
                for (std::size_t i = 0; i < text.tokens.size(); ++i)
                    tokens.push_back(automaton->tokens.intern(text.token(i)));
                collected.emplace_back(std::move(pattern), std::move(tokens));
            }
        }
    }
    std::stable_sort(collected.begin(), collected.end(), [](const auto &a, const auto &b) {
        return std::tuple(a.first.termbase, a.first.status) < std::tuple(b.first.termbase, b.first.status);
    });
    std::vector<std::vector<qint32>> runs;
    for (auto &[pattern, tokens] : collected) {
        automaton->patterns.push_back(std::move(pattern));
        runs.push_back(std::move(tokens));
    }
    automaton->states.emplace(runs, automaton->tokens.size());
    m_automaton = std::move(automaton);
}

TermMatcher::~TermMatcher() = default;
TermMatcher::TermMatcher(TermMatcher &&) noexcept = default;
TermMatcher &TermMatcher::operator=(TermMatcher &&) noexcept = default;

QList<TermMatch> TermMatcher::find(QStringView text, bool includeNested) const
{
    const TokenisedText tokenised(text);
    std::vector<Occurrence> occurrences = m_automaton->occurrences(tokenised);
    if (occurrences.size() > 1)
        selectLongest(occurrences, tokenised.tokens.size());
    QList<TermMatch> matches;
    matches.reserve(static_cast<qsizetype>(occurrences.size()));
    for (const Occurrence &occurrence : occurrences) {
        if (includeNested || !occurrence.nested)
            m_automaton->append(matches, occurrence, tokenised, includeNested);
    }
    return matches;
}

const Termbase &TermMatcher::termbase(qsizetype index) const
{
    return *m_termbases[static_cast<std::size_t>(index)];
}

} // namespace verbale::glossary
