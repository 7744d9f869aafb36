#pragma once

#include <QtCore/QStringView>

#include <unicode/uniset.h>

#include <cstdint>
#include <utility>
#include <vector>

namespace verbale::text {

/// The characters of Unicode sorted into classes that a number of sets cannot tell apart, so that an
/// automaton has a column a class and not a character.
class CharacterClasses
{
public:
    explicit CharacterClasses(const std::vector<icu::UnicodeSet> &sets);

    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] int of(char16_t unit) const { return m_bmp[unit]; }
    [[nodiscard]] int ofCodePoint(char32_t character) const;
    /// Whether the class's characters are in the set.
    [[nodiscard]] bool isIn(int characterClass, std::size_t set) const
    {
        return m_members[set][static_cast<std::size_t>(characterClass)];
    }

private:
    int m_count = 0;
    std::vector<std::uint16_t> m_bmp;
    std::vector<std::pair<char32_t, int>> m_beyond; ///< where a class begins, from U+10000 on
    std::vector<std::vector<bool>> m_members;       ///< set, class
};

} // namespace verbale::text
