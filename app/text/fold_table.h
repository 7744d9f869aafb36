#pragma once

#include <unicode/normalizer2.h>

#include <array>
#include <cstdint>

namespace verbale::text {

const icu::Normalizer2 &composer();

/// Characters that are not seen: zero width space and joiners, soft hyphen, byte order mark.
bool isIgnorable(char32_t c);
bool isSpace(char32_t c);

/// One of the characters that are written for one another: full-width forms, dashes, apostrophes, quotation
/// marks, and the letters that look like đ. Any other character is itself.
char32_t unified(char32_t c);

/// Simple case folding.
char32_t foldCase(char32_t c);

/// The letter with one more mark, or -1. Other than Unicode's composition it also takes a circumflex, breve
/// or horn that comes after the tone.
UChar32 composeVietnamese(UChar32 letter, UChar32 mark);

/// What the letters of Vietnamese compose to with one of its marks; 0 where ICU has to be asked.
class PairTable
{
public:
    static const PairTable &instance();

    [[nodiscard]] char16_t compose(char16_t letter, char16_t mark) const
    {
        const int row = rowOf(letter);
        const int column = columnOf(mark);
        return row < 0 || column < 0 ? u'\0'
                                     : m_composed[static_cast<size_t>(row)][static_cast<size_t>(column)];
    }

private:
    static constexpr std::array<char16_t, 8> marks = {0x300, 0x301, 0x302, 0x303, 0x306, 0x309, 0x31B, 0x323};
    static constexpr char16_t plainLetters = 0x1B1; // up to ư
    static constexpr char16_t firstExtended = 0x1E00;
    static constexpr char16_t extendedLetters = 0x100;

    PairTable();

    static int rowOf(char16_t letter)
    {
        if (letter < plainLetters)
            return letter;
        const int extended = letter - firstExtended;
        return extended >= 0 && extended < extendedLetters ? plainLetters + extended : -1;
    }

    static int columnOf(char16_t mark);

    std::array<std::array<char16_t, marks.size()>, plainLetters + extendedLetters> m_composed = {};
};

/// The vowels of Vietnamese in small letters, each apart from its tone.
class VowelTable
{
public:
    static constexpr int tones = 6; ///< the first is none

    static const VowelTable &instance();

    [[nodiscard]] bool isPlain(char16_t unit) const { return unit < limit && m_kinds[unit] == Kind::Plain; }
    [[nodiscard]] bool isToned(char16_t unit) const { return unit < limit && m_kinds[unit] == Kind::Toned; }
    /// Of a vowel.
    [[nodiscard]] int toneOf(char16_t unit) const { return (m_places[unit] - 1) % tones; }
    /// The vowel with another tone.
    [[nodiscard]] char16_t withTone(char16_t unit, int tone) const
    {
        const int letter = (m_places[unit] - 1) / tones;
        const int place = letter * tones + tone;
        return m_vowels[static_cast<size_t>(place)];
    }

private:
    static constexpr char16_t limit = 0x1F00;
    static constexpr size_t letters = 12;

    VowelTable();

    enum class Kind : std::uint8_t { NoVowel, Plain, Toned };

    std::array<Kind, limit> m_kinds = {};
    std::array<std::uint8_t, limit> m_places = {}; ///< one more than the place in m_vowels
    std::array<char16_t, letters *tones> m_vowels = {};
};

/// The folded unit of every character below the limit that folds by itself: Latin and all of Vietnamese,
/// Greek, Cyrillic, punctuation. 0 marks the rest: marks, dashes, characters that are dropped, and those that
/// composition changes.
class FoldTable
{
public:
    /// What a unit of the source is, in the upper half of an entry; the folded unit is the lower half.
    enum Kind : std::uint32_t {
        Stop = 1U << 16, ///< it does not fold by itself
        Space = 1U << 17,
        Vowel = 1U << 18, ///< without a tone
        AfterShift = 8,   ///< shifted up, a kind says what may not simply follow the unit
    };

    static const FoldTable &instance();

    [[nodiscard]] std::uint32_t entry(char16_t unit) const { return m_entries[unit < limit ? unit : 0]; }
    [[nodiscard]] char16_t operator[](char16_t unit) const { return static_cast<char16_t>(entry(unit)); }

    /// What may not simply follow a unit of the key.
    [[nodiscard]] static std::uint32_t stopsAfter(std::uint32_t entry)
    {
        constexpr std::uint32_t kinds = 0xFFU << 16;
        return Stop | ((entry >> AfterShift) & kinds);
    }

private:
    static constexpr char16_t limit = 0x2070;

    FoldTable();

    std::array<std::uint32_t, limit> m_entries = {};
};

} // namespace verbale::text
