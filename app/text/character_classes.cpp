#include "text/character_classes.h"

#include <algorithm>
#include <map>

namespace verbale::text {

namespace {

constexpr char32_t beyondBmp = 0x10000;
constexpr char32_t beyondUnicode = 0x110000;

/// A set begins or ends at a character.
struct Edge
{
    char32_t at = 0;
    std::size_t set = 0;
};

std::vector<Edge> edgesOf(const std::vector<icu::UnicodeSet> &sets)
{
    std::vector<Edge> edges;
    for (std::size_t i = 0; i < sets.size(); ++i) {
        for (int32_t range = 0; range < sets[i].getRangeCount(); ++range) {
            edges.push_back({static_cast<char32_t>(sets[i].getRangeStart(range)), i});
            edges.push_back({static_cast<char32_t>(sets[i].getRangeEnd(range)) + 1, i});
        }
    }
    std::sort(edges.begin(), edges.end(), [](const Edge &a, const Edge &b) { return a.at < b.at; });
    return edges;
}

} // namespace

CharacterClasses::CharacterClasses(const std::vector<icu::UnicodeSet> &sets)
    : m_bmp(beyondBmp), m_members(sets.size())
{
    std::map<std::vector<bool>, int> classes; // by the sets that hold it
    std::vector<bool> inside(sets.size(), false);
    const std::vector<Edge> edges = edgesOf(sets);
    auto edge = edges.begin();
    char32_t start = 0;
    while (start < beyondUnicode) {
        for (; edge != edges.end() && edge->at <= start; ++edge)
            inside[edge->set] = !inside[edge->set];
        const char32_t end = edge == edges.end() ? beyondUnicode : edge->at;
        const auto [known, isNew] = classes.try_emplace(inside, m_count);
        if (isNew) {
            ++m_count;
            for (std::size_t i = 0; i < sets.size(); ++i)
                m_members[i].push_back(inside[i]);
        }
        if (start < beyondBmp)
            std::fill(m_bmp.begin() + start, m_bmp.begin() + std::min(end, beyondBmp),
                      static_cast<std::uint16_t>(known->second));
        if (end > beyondBmp)
            m_beyond.emplace_back(std::max(start, beyondBmp), known->second);
        start = end;
    }
}

int CharacterClasses::ofCodePoint(char32_t character) const
{
    if (character < beyondBmp)
        return of(static_cast<char16_t>(character));
    const auto after =
        std::upper_bound(m_beyond.begin(), m_beyond.end(), character,
                         [](char32_t wanted, const auto &entry) { return wanted < entry.first; });
    return std::prev(after)->second;
}

} // namespace verbale::text
