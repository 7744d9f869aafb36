#include "glossary/engine/term_index.h"

#include <algorithm>
#include <tuple>

namespace verbale::glossary {

namespace {

std::size_t termCount(const std::vector<std::shared_ptr<const Termbase>> &termbases, const QString &language)
{
    std::size_t count = 0;
    for (const std::shared_ptr<const Termbase> &termbase : termbases) {
        for (const ConceptEntry &entry : termbase->entries()) {
            for (const Term &term : entry.terms)
                count += sameLanguage(term.language, language) ? 1 : 0;
        }
    }
    return count;
}

constexpr std::size_t usualTokens = 4; // of a term

} // namespace

TermIndex::TermIndex(std::vector<std::shared_ptr<const Termbase>> termbases, QString language,
                     const MatchRules &rules)
    : m_language(std::move(language))
    , m_terms(termCount(termbases, m_language) * usualTokens)
    , m_skeletons(termCount(termbases, m_language))
    , m_phrases(static_cast<std::size_t>(rules.spellings.size()) * 2 * usualTokens)
    , m_stops(static_cast<std::size_t>(rules.stopExpressions.size()) * usualTokens)
{
    for (std::shared_ptr<const Termbase> &termbase : termbases)
        m_termbases.push_back({std::move(termbase), {}});
    for (std::size_t base = 0; base < m_termbases.size(); ++base) {
        const QList<ConceptEntry> &entries = m_termbases[base].shared->entries();
        for (qsizetype e = 0; e < entries.size(); ++e)
            addEntry(base, e, entries[e], static_cast<qint32>(e));
    }
    addRules(rules);
}

qsizetype TermIndex::add(qsizetype termbase, ConceptEntry entry, std::optional<qsizetype> order)
{
    const auto base = static_cast<std::size_t>(termbase);
    Shelf &shelf = m_termbases[base];
    const qsizetype number = shelf.shared->entries().size() + static_cast<qsizetype>(shelf.added.size());
    shelf.added.push_back({std::move(entry), static_cast<qint32>(order.value_or(number))});
    addEntry(base, number, shelf.added.back().entry, shelf.added.back().order);
    return number;
}

void TermIndex::restore(qsizetype termbase, qsizetype number)
{
    const auto base = static_cast<std::size_t>(termbase);
    const qsizetype shared = m_termbases[base].shared->entries().size();
    const qint32 order = number < shared
                             ? static_cast<qint32>(number)
                             : m_termbases[base].added[static_cast<std::size_t>(number - shared)].order;
    addEntry(base, number, entry(termbase, number), order);
}

void TermIndex::remove(qsizetype termbase, qsizetype number)
{
    for (const Term &term : entry(termbase, number).terms) {
        if (!sameLanguage(term.language, m_language))
            continue;
        const std::optional<NumberedTerm> numbered = NumberedTerm::of(term.text);
        const qint32 node =
            m_terms.follow(TermTrie::root, numbered ? tokensOf(*numbered) : tokensOf(TextTokens(term.text)));
        if (node == TermTrie::root || node == TermTrie::none)
            continue; // no letter in it
        const auto isOfEntry = [&](qint32 at) {
            const TermPattern &pattern = m_patterns[static_cast<std::size_t>(at)];
            return pattern.termbase == termbase && pattern.entry == number;
        };
        qint32 head = m_terms.head(node);
        while (head >= 0 && isOfEntry(head))
            head = m_patterns[static_cast<std::size_t>(head)].next;
        m_terms.setHead(node, head);
        for (qint32 at = head; at >= 0;) {
            TermPattern &pattern = m_patterns[static_cast<std::size_t>(at)];
            if (pattern.next >= 0 && isOfEntry(pattern.next))
                pattern.next = m_patterns[static_cast<std::size_t>(pattern.next)].next;
            else
                at = pattern.next;
        }
    }
}

const ConceptEntry &TermIndex::entry(qsizetype termbase, qsizetype entry) const
{
    const Shelf &shelf = m_termbases[static_cast<std::size_t>(termbase)];
    const QList<ConceptEntry> &shared = shelf.shared->entries();
    return entry < shared.size() ? shared[entry]
                                 : shelf.added[static_cast<std::size_t>(entry - shared.size())].entry;
}

const QString &TermIndex::written(const TermPattern &pattern) const
{
    return entry(pattern.termbase, pattern.entry).terms[pattern.term].text;
}

const TermPattern *TermIndex::strongest(const Occurrence &occurrence, const TextTokens &text) const
{
    const TermPattern *best = nullptr;
    const TermPattern *first = firstPattern(occurrence.node);
    for (const TermPattern *pattern = first; pattern; pattern = nextPattern(*pattern)) {
        if (best && pattern->termbase != best->termbase)
            break;
        if (!fits(*pattern, occurrence, text))
            continue;
        if (!best)
            best = pattern;
        const bool alone = first->next < 0;
        if (alone ||
            pattern->capitals == (pattern->numbered ? occurrence.literalCapitals
                                                    : text.capitals(occurrence.first, occurrence.end)))
            return pattern;
    }
    return best;
}

bool TermIndex::fits(const TermPattern &pattern, const Occurrence &occurrence, const TextTokens &text)
{
    if (pattern.numbered)
        return pattern.caseOf().fit(occurrence.literalCapitals);
    return occurrence.spelling == TermSpelling::Same
               ? pattern.caseOf().fit(text, occurrence.first, occurrence.end)
               : pattern.caseOf().fitLoosely(text, occurrence.first, occurrence.end);
}

std::vector<qint32> TermIndex::tokensOf(const TextTokens &text)
{
    std::vector<qint32> tokens;
    tokens.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i)
        tokens.push_back(m_tokens.intern(text[i]));
    return tokens;
}

std::vector<qint32> TermIndex::tokensOf(const NumberedTerm &term)
{
    preparePlaces();
    std::vector<qint32> tokens;
    for (const NumberedTerm::Part &part : term.parts) {
        if (part.literal.isEmpty()) {
            tokens.push_back(m_placeTokens[static_cast<std::size_t>(part.place)]);
            continue;
        }
        const std::vector<qint32> literal = tokensOf(TextTokens(part.literal));
        tokens.insert(tokens.end(), literal.begin(), literal.end());
    }
    return tokens;
}

/// Numbers for the places, by names that no token of a text can have, and for the words before numbers.
void TermIndex::preparePlaces()
{
    if (m_hasPlaces)
        return;
    m_hasPlaces = true;
    for (std::size_t kind = 0; kind < placeKinds; ++kind)
        m_placeTokens[kind] = m_tokens.intern(QStringLiteral("{%1}").arg(kind));
    for (const QString &word : NumberReader::leadingWords()) {
        const auto token = static_cast<std::size_t>(m_tokens.intern(word));
        if (token >= m_leadsToNumber.size())
            m_leadsToNumber.resize(token + 1, false);
        m_leadsToNumber[token] = true;
    }
}

void TermIndex::addEntry(std::size_t termbase, qsizetype number, const ConceptEntry &entry, qint32 order)
{
    for (qsizetype t = 0; t < entry.terms.size(); ++t) {
        const Term &term = entry.terms[t];
        if (!sameLanguage(term.language, m_language))
            continue;
        TermPattern pattern;
        pattern.entry = static_cast<qint32>(number);
        pattern.termbase = static_cast<quint16>(termbase);
        pattern.order = order;
        pattern.term = static_cast<quint16>(t);
        pattern.status = term.status;
        addTerm(term, pattern);
    }
}

void TermIndex::addTerm(const Term &term, TermPattern pattern)
{
    const std::optional<NumberedTerm> numbered = NumberedTerm::of(term.text);
    const TextTokens text(numbered ? numbered->literals : term.text);
    if (text.size() == 0)
        return; // no letter in it
    const qint32 node = m_terms.add(numbered ? tokensOf(*numbered) : tokensOf(text));
    const Capitals capitals = Capitals::of(text);
    pattern.capitals = capitals.bits;
    pattern.rule = capitals.rule;
    pattern.name = capitals.name && !numbered;
    pattern.numbered = numbered.has_value();
    if (m_terms.head(node) < 0 && !numbered)
        addSkeleton(text, node);
    link(node, pattern);
}

void TermIndex::addSkeleton(const TextTokens &term, qint32 node)
{
    m_letters.clear();
    for (std::size_t i = 0; i < term.size(); ++i) {
        if (term.isWord(i))
            text::appendBareLetters(term[i], m_letters);
    }
    m_skeletons.add(m_letters, node);
}

/// Puts a pattern behind those that are at least as strong: an earlier termbase, then a better status, then
/// an earlier entry.
void TermIndex::link(qint32 node, const TermPattern &pattern)
{
    const auto strength = [](const TermPattern &p) { return std::tuple(p.termbase, p.status, p.order); };
    const auto number = static_cast<qint32>(m_patterns.size());
    m_patterns.push_back(pattern);
    TermPattern *before = nullptr;
    qint32 after = m_terms.head(node);
    while (after >= 0 && strength(m_patterns[static_cast<std::size_t>(after)]) <= strength(pattern)) {
        before = &m_patterns[static_cast<std::size_t>(after)];
        after = before->next;
    }
    m_patterns.back().next = after;
    if (before)
        before->next = number;
    else
        m_terms.setHead(node, number);
}

void TermIndex::addRules(const MatchRules &rules)
{
    for (const StopExpression &rule : rules.stopExpressions) {
        const TextTokens text(rule.expression);
        StopRule stop{text.capitals(0, text.size()), {}};
        for (const QString &term : rule.blocks)
            stop.blocked.push_back(m_terms.add(tokensOf(TextTokens(term))));
        std::sort(stop.blocked.begin(), stop.blocked.end());
        m_stops.setHead(m_stops.add(tokensOf(text)), static_cast<qint32>(m_stopRules.size()));
        m_stopRules.push_back(std::move(stop));
    }
    for (const SpellingPair &pair : rules.spellings) {
        addAlternative(pair.a, pair.b);
        addAlternative(pair.b, pair.a);
    }
}

void TermIndex::addAlternative(const QString &phrase, const QString &other)
{
    const TextTokens text(phrase);
    const qint32 node = m_phrases.add(tokensOf(text));
    qint32 head = m_phrases.head(node);
    if (head < 0) {
        head = static_cast<qint32>(m_alternatives.size());
        m_phrases.setHead(node, head);
        m_alternatives.emplace_back();
    }
    m_alternatives[static_cast<std::size_t>(head)].push_back(
        {Capitals::of(text), tokensOf(TextTokens(other))});
}

} // namespace verbale::glossary
