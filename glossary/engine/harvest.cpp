#include "glossary/engine/harvest.h"

#include "glossary/engine/harvest_words.h"
#include "text/term_key.h"

#include <QtCore/QHash>

#include <algorithm>
#include <cmath>

namespace verbale::glossary {

namespace {

using harvest::Word;

constexpr std::size_t longestName = 14; ///< words
constexpr qsizetype longestReach = 200; ///< characters
constexpr int smallInside = 2;          ///< small words in a row inside a name
constexpr int smallAtEnd = 2;           ///< "Bộ Ngoại giao": the second syllable of a word

class Harvester
{
public:
    Harvester(const QList<HarvestSegment> &segments, const HarvestOptions &options)
        : m_segments(segments), m_options(options)
    {
    }

    QList<TermCandidate> harvest();

private:
    void readSegment(qsizetype index);
    void addNames(qsizetype index, const std::vector<Word> &words, std::size_t from);
    void addBracket(qsizetype index, const std::vector<Word> &words, const harvest::Bracket &bracket);
    TermCandidate &candidate(const QString &name);
    void addPlace(TermCandidate &candidate, qsizetype segment, const Span &span);
    [[nodiscard]] bool isKnown(qsizetype segment, const Span &span) const;
    [[nodiscard]] bool isTitled(qsizetype segment, const std::vector<Word> &words, std::size_t first,
                                std::size_t last) const;
    [[nodiscard]] QString wordText(qsizetype segment, const Word &word) const;
    void score();
    void dropNested();

    const QList<HarvestSegment> &m_segments;
    const HarvestOptions &m_options;
    QHash<QString, qsizetype> m_byKey;
    QList<TermCandidate> m_found;
};

QString Harvester::wordText(qsizetype segment, const Word &word) const
{
    return m_segments[segment].vi.mid(word.span.start, word.span.end - word.span.start);
}

/// Inside what a glossary has, or the very same.
bool Harvester::isKnown(qsizetype segment, const Span &span) const
{
    const QList<Span> &known = m_segments[segment].known;
    return std::any_of(known.begin(), known.end(), [&span](const Span &other) {
        return other.start <= span.start && span.end <= other.end;
    });
}

/// A known post, or the end of one, before a person's name, which is all in capitals: "Thứ trưởng Ngoại giao
/// Nguyễn Văn A".
bool Harvester::isTitled(qsizetype segment, const std::vector<Word> &words, std::size_t first,
                         std::size_t last) const
{
    const Span name{words[first].span.start, words[last].span.end};
    for (const Span &known : m_segments[segment].known) {
        if (known.start > name.start || known.end <= name.start || known.end >= name.end)
            continue;
        std::size_t rest = first;
        while (words[rest].span.start < known.end)
            ++rest;
        const auto begin = words.begin() + static_cast<std::ptrdiff_t>(rest);
        const auto end = words.begin() + static_cast<std::ptrdiff_t>(last) + 1;
        const bool person =
            std::all_of(begin, end, [](const Word &word) { return word.capital && !word.acronym; });
        if (person && !isKnown(segment, {begin->span.start, name.end}))
            return true;
    }
    return false;
}

TermCandidate &Harvester::candidate(const QString &name)
{
    const QString key = text::foldTerm(name);
    const auto known = m_byKey.constFind(key);
    if (known != m_byKey.cend())
        return m_found[*known];
    m_byKey.insert(key, m_found.size());
    m_found.append({name});
    return m_found.last();
}

void Harvester::addPlace(TermCandidate &candidate, qsizetype segment, const Span &span)
{
    const bool there =
        std::any_of(candidate.places.rbegin(), candidate.places.rend(), [&](const HarvestPlace &place) {
            return place.segment == segment && place.span.start == span.start;
        });
    if (!there)
        candidate.places.append({segment, span});
}

/// All that may be a name from word `from` on, which has a capital. Which of them is one, their numbers say.
void Harvester::addNames(qsizetype index, const std::vector<Word> &words, std::size_t from)
{
    int small = 0;
    int capitals = 0;
    const bool opens = from == 0 || !words[from].joined;
    for (std::size_t i = from; i < words.size() && i < from + longestName; ++i) {
        if (i > from && !words[i].joined)
            return;
        const QString text = wordText(index, words[i]);
        small = words[i].capital ? 0 : small + 1;
        capitals += words[i].capital ? 1 : 0;
        const bool stops = !words[i].capital && harvest::isStopWord(text);
        // No name begins with an acronym and goes on with a link: "ASEAN và ...".
        if (small > smallInside || (stops && (words[from].acronym || !harvest::isLinkWord(text))))
            return;
        const bool single = i == from;
        // A sentence gives its first word a capital, and an acronym stands beside any word.
        const bool isName = capitals > 1 || (!opens && !words[from].acronym);
        const bool ends =
            !stops && small <= smallAtEnd && text[0].isLetter() && (single ? words[i].acronym : isName);
        const Span span{words[from].span.start, words[i].span.end};
        if (!ends || isKnown(index, span) || isTitled(index, words, from, i))
            continue;
        const QString name = m_segments[index].vi.mid(span.start, span.end - span.start);
        candidate(name).places.append({index, span}); // each span comes up once
    }
}

/// The name before the bracket begins at the leftmost capital that nothing separates from it.
void Harvester::addBracket(qsizetype index, const std::vector<Word> &words, const harvest::Bracket &bracket)
{
    std::size_t end = 0;
    while (end < words.size() && words[end].span.end <= bracket.span.start)
        ++end;
    const auto between = [&](qsizetype from) {
        return QStringView(m_segments[index].vi).sliced(from, bracket.span.start - from).trimmed().isEmpty();
    };
    if (end == 0 || !between(words[end - 1].span.end))
        return;
    std::size_t begin = end;
    int small = 0;
    for (std::size_t i = end; i > 0 && end - i < longestName; --i) {
        const Word &word = words[i - 1];
        const QString text = wordText(index, word);
        small = word.capital ? 0 : small + 1;
        if (small > 3 || (!word.capital && harvest::isStopWord(text) && !harvest::isLinkWord(text)))
            break;
        if (word.capital)
            begin = i - 1;
        if (!word.joined)
            break;
    }
    if (begin == end)
        return;
    const Span span{words[begin].span.start, words[end - 1].span.end};
    if (isKnown(index, span))
        return;
    TermCandidate &found = candidate(m_segments[index].vi.mid(span.start, span.end - span.start));
    addPlace(found, index, span);
    if (found.abbreviation.isEmpty())
        found.abbreviation = bracket.acronym;
    if (found.en.isEmpty() && !bracket.english.isEmpty()) {
        found.en = bracket.english;
        found.evidence = HarvestEvidence::Bracket;
    }
}

void Harvester::readSegment(qsizetype index)
{
    const QString &text = m_segments[index].vi;
    const std::vector<Word> words = harvest::wordsOf(text);
    const auto isNameWord = [&](std::size_t i) {
        return words[i].capital && text[words[i].span.start].isLetter() &&
               (words[i].acronym || !harvest::isStopWord(wordText(index, words[i])));
    };
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool inName = i > 0 && words[i].joined && isNameWord(i - 1) && !words[i].acronym;
        const QList<Span> &known = m_segments[index].known;
        const bool afterKnown = i > 0 && std::any_of(known.begin(), known.end(), [&](const Span &span) {
                                    return span.end == words[i - 1].span.end;
                                });
        if (isNameWord(i) && (!inName || afterKnown))
            addNames(index, words, i);
    }
    for (const harvest::Bracket &bracket : harvest::bracketsOf(text))
        addBracket(index, words, bracket);
}

/// By length and number; a bracket says the most.
void Harvester::score()
{
    for (TermCandidate &found : m_found) {
        const auto words = static_cast<double>(found.vi.count(u' ') + 1);
        const auto count = static_cast<double>(found.places.size());
        found.score =
            std::log2(words + 1) * count + (found.abbreviation.isEmpty() && found.en.isEmpty() ? 0 : 20);
    }
}

/// Leaves out what nearly always stands inside one and the same longer name, and longer ones that are a
/// shorter name with a chance neighbour.
void Harvester::dropNested()
{
    QHash<qsizetype, QList<std::pair<Span, qsizetype>>> bySegment;
    for (qsizetype i = 0; i < m_found.size(); ++i) {
        for (const HarvestPlace &place : m_found[i].places)
            bySegment[place.segment].append({place.span, i});
    }
    const auto count = [this](qsizetype i) { return m_found[i].places.size(); };
    const auto isSure = [this](qsizetype i) {
        return !m_found[i].abbreviation.isEmpty() || !m_found[i].en.isEmpty();
    };
    const auto mayStand = [&](qsizetype i) { return isSure(i) || count(i) >= m_options.leastCount; };
    QList<qsizetype> covered(m_found.size());
    for (auto &there : bySegment) {
        std::sort(there.begin(), there.end(),
                  [](const auto &a, const auto &b) { return a.first.start < b.first.start; });
        for (qsizetype me = 0; me < there.size(); ++me) {
            const auto &[span, i] = there[me];
            const auto covers = [&, own = span, index = i](const auto &other) {
                return other.first.contains(own) && other.first.length() > own.length() &&
                       mayStand(other.second) &&
                       (isSure(other.second) || count(other.second) * 3 >= count(index) * 2);
            };
            qsizetype from = me;
            while (from > 0 && span.start - there[from - 1].first.start < longestReach)
                --from;
            qsizetype to = me;
            while (to < there.size() && there[to].first.start == span.start)
                ++to;
            covered[i] += std::any_of(there.begin() + from, there.begin() + to, covers) ? 1 : 0;
        }
    }
    QList<TermCandidate> kept;
    for (qsizetype i = 0; i < m_found.size(); ++i) {
        if (mayStand(i) && (isSure(i) || count(i) - covered[i] >= m_options.leastCount))
            kept.append(m_found[i]);
    }
    m_found = kept;
}

QList<TermCandidate> Harvester::harvest()
{
    for (qsizetype i = 0; i < m_segments.size(); ++i)
        readSegment(i);
    dropNested();
    score();
    std::stable_sort(m_found.begin(), m_found.end(),
                     [](const TermCandidate &a, const TermCandidate &b) { return a.score > b.score; });
    QList<TermCandidate> best = m_found.mid(0, m_options.most);
    harvest::findEnglish(m_segments, best);
    return best;
}

} // namespace

QString evidenceName(HarvestEvidence evidence)
{
    switch (evidence) {
    case HarvestEvidence::None:
        return QStringLiteral("none");
    case HarvestEvidence::Bracket:
        return QStringLiteral("bracket");
    case HarvestEvidence::Acronym:
        return QStringLiteral("acronym");
    case HarvestEvidence::Spelling:
        return QStringLiteral("spelling");
    case HarvestEvidence::Statistics:
        return QStringLiteral("statistics");
    }
    return {};
}

QList<TermCandidate> harvestTerms(const QList<HarvestSegment> &segments, const HarvestOptions &options)
{
    return Harvester(segments, options).harvest();
}

} // namespace verbale::glossary
