#include "glossary/engine/loose_search.h"

#include <algorithm>

namespace verbale::glossary {

namespace {

constexpr std::size_t longestGap = 32; // tokens before a suspicious one

using BareLetters = std::vector<text::BareLetter>;

bool isMarked(const text::BareLetter &letter)
{
    return !letter.foreign && (letter.tone != 0 || letter.letter != letter.base);
}

enum class Difference { None, Foreign, Unmarked, Other };

/// How a letter of the text differs from that of the term, tones apart.
Difference differenceOf(const text::BareLetter &here, const text::BareLetter &term)
{
    if (here.base != term.base)
        return Difference::Other;
    if (here.foreign && !term.foreign)
        return Difference::Foreign;
    if (here.letter == term.letter)
        return Difference::None;
    return here.letter == here.base ? Difference::Unmarked : Difference::Other;
}

/// The same for the tones of a syllable, letters begin to end - 1.
Difference toneDifference(const BareLetters &here, const BareLetters &term, std::size_t begin,
                          std::size_t end)
{
    std::vector<int> tones;
    std::vector<int> wanted;
    bool foreign = false;
    for (std::size_t i = begin; i < end; ++i) {
        if (here[i].tone != 0)
            tones.push_back(here[i].tone);
        if (term[i].tone != 0)
            wanted.push_back(term[i].tone);
        foreign = foreign || here[i].foreign;
    }
    if (tones == wanted)
        return Difference::None;
    if (!tones.empty())
        return Difference::Other;
    return foreign ? Difference::Foreign : Difference::Unmarked;
}

bool isNoSyllable(QStringView token)
{
    return !text::isVietnameseSyllable(token) && !text::isUnmarkedSyllable(token);
}

} // namespace

LooseSearch::LooseSearch(const TermIndex &index, const TextTokens &text, const std::vector<qint32> &numbers)
    : m_index(index), m_text(text), m_numbers(numbers)
{
    classify();
}

LooseSearch::Kind LooseSearch::kindOf(std::size_t token) const
{
    const QStringView written = m_text[token];
    const qint32 number = m_numbers[token];
    if (!m_text.isWord(token))
        return Kind::Sign;
    if (number >= 0) {
        if (m_index.tokens().isFragment(number))
            return Kind::Suspicious;
        return m_index.tokens().isUnmarked(number) ? Kind::Unmarked : Kind::Usual;
    }
    const bool figure = std::all_of(written.begin(), written.end(), [](QChar c) { return c.isDigit(); });
    if (!figure && (text::hasForeignLetter(written) || !text::isVietnameseSyllable(written)))
        return Kind::Suspicious;
    return isUnmarkedToken(written) ? Kind::Unmarked : Kind::Usual;
}

void LooseSearch::classify()
{
    const std::size_t size = m_text.size();
    m_kinds.resize(size);
    bool suspicious = false;
    std::size_t run = 0;
    std::size_t longestRun = 0;
    std::size_t usual = 0;
    for (std::size_t i = 0; i < size; ++i) {
        m_kinds[i] = kindOf(i);
        const bool single = m_kinds[i] != Kind::Sign && m_text.span(i).length() == 1;
        if (single && i > 0 && m_text.span(i - 1).length() == 1 && m_kinds[i - 1] != Kind::Sign)
            m_kinds[i] = Kind::Suspicious;
        suspicious = suspicious || m_kinds[i] == Kind::Suspicious;
        usual += m_kinds[i] == Kind::Usual ? 1 : 0;
        if (m_kinds[i] != Kind::Sign)
            run = m_kinds[i] == Kind::Usual ? 0 : run + 1;
        longestRun = std::max(longestRun, run);
    }
    m_bare = usual == 0 && longestRun > 0;
    for (std::size_t i = 0; i < size && m_bare; ++i) {
        const QStringView written = m_text[i];
        m_bare = m_kinds[i] == Kind::Sign || m_text.isCapital(i) || written[0].isDigit() ||
                 text::isUnmarkedSyllable(written);
    }
    m_worthLooking = suspicious || longestRun > 1 || m_bare;
    if (!m_worthLooking)
        return;
    m_nextSuspicious.assign(size + 1, size);
    m_unmarkedEnd.assign(size + 1, size);
    for (std::size_t i = size; i-- > 0;) {
        m_nextSuspicious[i] = m_kinds[i] == Kind::Suspicious ? i : m_nextSuspicious[i + 1];
        m_unmarkedEnd[i] = m_kinds[i] == Kind::Usual ? i : m_unmarkedEnd[i + 1];
    }
}

void LooseSearch::run(std::vector<Occurrence> &found)
{
    if (!m_worthLooking)
        return;
    for (std::size_t first = 0; first < m_text.size(); ++first) {
        if (m_kinds[first] != Kind::Sign)
            lookFrom(first, found);
    }
}

void LooseSearch::lookFrom(std::size_t first, std::vector<Occurrence> &found)
{
    const std::size_t size = m_text.size();
    const std::size_t suspicious = m_nextSuspicious[first];
    const bool reachable = suspicious < size && suspicious - first <= longestGap;
    SkeletonIndex::Prefix prefix(m_index.skeletons());
    for (std::size_t i = first; i < size && (reachable || i < m_unmarkedEnd[first]); ++i) {
        if (m_kinds[i] == Kind::Sign)
            continue;
        for (const QChar c : m_text[i]) {
            const char16_t base = text::baseLetter(c.unicode());
            if (base != 0 && !prefix.append(base))
                return;
        }
        const bool unmarked = i < m_unmarkedEnd[first] && (i > first || m_bare);
        if (unmarked || (reachable && i >= suspicious))
            consider(first, i + 1, prefix.hash(), found);
    }
}

void LooseSearch::consider(std::size_t first, std::size_t end, quint64 hash, std::vector<Occurrence> &found)
{
    m_index.skeletons().forEach(hash, [&](qint32 node) {
        const TermPattern *pattern = m_index.firstPattern(node);
        const bool known = std::any_of(found.begin(), found.end(), [=](const Occurrence &o) {
            return o.node == node && o.first == first && o.end == end;
        });
        if (!pattern || known)
            return;
        const TextTokens term(m_index.written(*pattern));
        const Letters letters = lettersOf(term, 0, term.size());
        if (!verify(letters, first, end))
            return;
        Occurrence occurrence;
        occurrence.node = node;
        occurrence.first = first;
        occurrence.end = end;
        occurrence.tokens = term.size();
        occurrence.spelling = TermSpelling::Differs;
        occurrence.best = m_index.strongest(occurrence, m_text);
        if (occurrence.best)
            found.push_back(occurrence);
    });
}

LooseSearch::Letters LooseSearch::lettersOf(const TextTokens &text, std::size_t first, std::size_t end)
{
    Letters made;
    for (std::size_t i = first; i < end; ++i) {
        if (text.isWord(i)) {
            made.starts.push_back(made.letters.size());
            text::appendBareLetters(text[i], made.letters);
        } else if (text[i] == QStringView(u"-")) {
            ++made.dashes;
        } else {
            made.signs.emplace_back(made.letters.size(), text[i][0].unicode());
        }
    }
    return made;
}

bool LooseSearch::verify(const Letters &term, std::size_t first, std::size_t end) const
{
    const Letters here = lettersOf(m_text, first, end);
    if (here.letters.size() != term.letters.size() || here.signs != term.signs)
        return false;
    bool foreign = false;
    bool unmarked = false;
    const auto note = [&](Difference difference) {
        foreign = foreign || difference == Difference::Foreign;
        unmarked = unmarked || difference == Difference::Unmarked;
        return difference != Difference::Other;
    };
    for (std::size_t i = 0; i < term.letters.size(); ++i) {
        if (!note(differenceOf(here.letters[i], term.letters[i])))
            return false;
    }
    for (std::size_t s = 0; s < term.starts.size(); ++s) {
        const std::size_t next = s + 1 < term.starts.size() ? term.starts[s + 1] : term.letters.size();
        if (!note(toneDifference(here.letters, term.letters, term.starts[s], next)))
            return false;
    }
    const bool spaced = here.starts != term.starts;
    if (!foreign && !unmarked && !spaced)
        return false; // it is the term itself, but for dashes
    return (!unmarked || (!spaced && unmarkedFits(term, here))) &&
           (!spaced || spacingFits(term, here, first, end));
}

bool LooseSearch::unmarkedFits(const Letters &term, const Letters &here) const
{
    return std::none_of(here.letters.begin(), here.letters.end(), isMarked) &&
           (term.starts.size() > 1 || m_bare);
}

bool LooseSearch::spacingFits(const Letters &term, const Letters &here, std::size_t first,
                              std::size_t end) const
{
    const bool split =
        std::includes(here.starts.begin(), here.starts.end(), term.starts.begin(), term.starts.end());
    for (std::size_t i = first; i < end; ++i) {
        if (!m_text.isWord(i))
            continue;
        const QStringView written = m_text[i];
        if (split ? written.size() == 1 || isFragmentOfWord(written) : isNoSyllable(written))
            return true;
    }
    return false;
}

} // namespace verbale::glossary
