#include "glossary/engine/term_matcher.h"

#include "glossary/engine/loose_search.h"
#include "glossary/engine/name_rules.h"
#include "glossary/engine/term_index.h"
#include "glossary/engine/term_search.h"

#include <algorithm>
#include <tuple>

namespace verbale::glossary {

namespace {

/// Longest first, in tokens, then in characters, then in the same spelling, then leftmost, then the stronger.
void sortByStrength(std::vector<Occurrence> &occurrences, const TextTokens &text)
{
    const auto strength = [&text](const Occurrence &o) {
        const qsizetype length = text.span(o.end - 1).end - text.span(o.first).start;
        return std::tuple(-static_cast<qsizetype>(o.tokens), -length, o.spelling, o.first, o.best->termbase,
                          o.best->status, o.best->order, o.node);
    };
    std::sort(occurrences.begin(), occurrences.end(),
              [&](const Occurrence &a, const Occurrence &b) { return strength(a) < strength(b); });
}

/// Marks as nested what overlaps an occurrence that wins over it; gives them in the order of the text, what
/// wins before what loses to it at one place.
void selectLongest(std::vector<Occurrence> &occurrences, const TextTokens &text)
{
    sortByStrength(occurrences, text);
    std::vector<bool> taken(text.size(), false);
    for (Occurrence &o : occurrences) {
        const auto begin = taken.begin() + static_cast<std::ptrdiff_t>(o.first);
        const auto end = taken.begin() + static_cast<std::ptrdiff_t>(o.end);
        o.nested = std::find(begin, end, true) != end;
        if (!o.nested)
            std::fill(begin, end, true);
    }
    std::stable_sort(occurrences.begin(), occurrences.end(), [](const Occurrence &a, const Occurrence &b) {
        return std::tuple(a.first, b.end) < std::tuple(b.first, a.end);
    });
}

/// The numbers of an occurrence, by the names of the term's places.
QList<PlaceValue> valuesOf(const QString &term, const Occurrence &occurrence, const TermSearch &search,
                           const TextTokens &text)
{
    QList<PlaceValue> values;
    const QList<TermPlace> places = termPlaces(term);
    qint32 at = occurrence.capture;
    for (auto place = places.crbegin(); place != places.crend() && at >= 0; ++place) {
        const TermSearch::Capture &capture = search.captures()[static_cast<std::size_t>(at)];
        values.prepend({place->name, text.written(capture.written), capture.number});
        at = capture.previous;
    }
    return values;
}

/// Appends the match of an occurrence, and with `all` those of the other entries that have a term here.
void append(QList<TermMatch> &matches, const Occurrence &occurrence, const TermIndex &index,
            const TermSearch &search, const TextTokens &text, bool all)
{
    const Span span = text.original(occurrence.first, occurrence.end);
    const auto known = [&](const TermPattern &pattern) {
        for (auto match = matches.crbegin(); match != matches.crend() && match->span == span; ++match) {
            if (match->termbase == pattern.termbase && match->entry == pattern.entry)
                return true;
        }
        return false;
    };
    const auto put = [&](const TermPattern &pattern, bool nested) {
        matches.append({span, pattern.termbase, pattern.entry, pattern.term, nested, occurrence.spelling});
        if (pattern.numbered)
            matches.last().values = valuesOf(index.written(pattern), occurrence, search, text);
    };
    if (!known(*occurrence.best))
        put(*occurrence.best, occurrence.nested);
    if (!all)
        return;
    for (const TermPattern *other = index.firstPattern(occurrence.node); other;
         other = index.nextPattern(*other)) {
        if (!known(*other) && TermIndex::fits(*other, occurrence, text))
            put(*other, true);
    }
}

} // namespace

TermMatcher::TermMatcher(std::vector<std::shared_ptr<const Termbase>> termbases,
                         const QString &sourceLanguage, const MatchRules &rules)
    : m_index(std::make_unique<TermIndex>(std::move(termbases), sourceLanguage, rules))
{
}

TermMatcher::~TermMatcher() = default;
TermMatcher::TermMatcher(TermMatcher &&) noexcept = default;
TermMatcher &TermMatcher::operator=(TermMatcher &&) noexcept = default;

QList<TermMatch> TermMatcher::find(QStringView text, bool includeNested) const
{
    const TextTokens tokens(text);
    TermSearch search(*m_index, tokens);
    std::vector<Occurrence> occurrences = search.run();
    LooseSearch(*m_index, tokens, search.tokenNumbers()).run(occurrences);
    removeCutOuts(occurrences, *m_index, tokens, search.tokenNumbers());
    if (occurrences.size() > 1)
        selectLongest(occurrences, tokens);
    QList<TermMatch> matches;
    matches.reserve(static_cast<qsizetype>(occurrences.size()));
    for (const Occurrence &occurrence : occurrences) {
        if (includeNested || !occurrence.nested)
            append(matches, occurrence, *m_index, search, tokens, includeNested);
    }
    return matches;
}

qsizetype TermMatcher::add(qsizetype termbase, ConceptEntry entry, std::optional<qsizetype> order)
{
    return m_index->add(termbase, std::move(entry), order);
}

void TermMatcher::restore(qsizetype termbase, qsizetype entry)
{
    m_index->restore(termbase, entry);
}

void TermMatcher::remove(qsizetype termbase, qsizetype entry)
{
    m_index->remove(termbase, entry);
}

const Termbase &TermMatcher::termbase(qsizetype index) const
{
    return m_index->termbase(index);
}

const ConceptEntry &TermMatcher::entry(qsizetype termbase, qsizetype entry) const
{
    return m_index->entry(termbase, entry);
}

} // namespace verbale::glossary
