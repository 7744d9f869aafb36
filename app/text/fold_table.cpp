#include "text/fold_table.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <QtCore/QtGlobal>

#include <algorithm>

namespace verbale::text {

namespace {

constexpr char16_t circumflex = 0x302;
constexpr char16_t breve = 0x306;
constexpr char16_t horn = 0x31B;
constexpr std::array<char16_t, 5> toneMarks = {0x300, 0x301, 0x303, 0x309, 0x323};

bool isOneOf(char32_t c, std::u32string_view set)
{
    return set.find(c) != std::u32string_view::npos;
}

} // namespace

const icu::Normalizer2 &composer()
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *instance = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status))
        qFatal("ICU has no composition data: %s", u_errorName(status));
    return *instance;
}

bool isIgnorable(char32_t c)
{
    return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

bool isSpace(char32_t c)
{
    return u_isUWhiteSpace(static_cast<UChar32>(c));
}

char32_t unified(char32_t c)
{
    constexpr char32_t firstFullWidth = 0xFF01;
    constexpr char32_t lastFullWidth = 0xFF5E;
    if (c >= firstFullWidth && c <= lastFullWidth)
        c = c - firstFullWidth + U'!';
    if (c < 0x80)
        return c;
    if (c == 0x340 || c == 0x341) // other codes of the grave and the acute
        return c - 0x40;
    if ((c >= 0x2010 && c <= 0x2015) || isOneOf(c, U"\u2212\uFE58\uFE63"))
        return U'-';
    if (isOneOf(c, U"\u2018\u2019\u201B\u02BC\u2032"))
        return U'\'';
    if (isOneOf(c, U"\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB"))
        return U'"';
    if (isOneOf(c, U"\u00D0\u00F0\u0110\u0189\u0256"))
        return U'\u0111';
    return c;
}

char32_t foldCase(char32_t c)
{
    return static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT));
}

UChar32 composeVietnamese(UChar32 letter, UChar32 mark)
{
    const UChar32 pair = composer().composePair(letter, mark);
    if (pair >= 0 || (mark != circumflex && mark != breve && mark != horn))
        return pair;
    icu::UnicodeString parts;
    if (!composer().getRawDecomposition(letter, parts) || parts.length() != 2 ||
        std::find(toneMarks.begin(), toneMarks.end(), parts[1]) == toneMarks.end())
        return -1;
    const UChar32 marked = composer().composePair(parts[0], mark);
    return marked < 0 ? -1 : composer().composePair(marked, parts[1]);
}

const FoldTable &FoldTable::instance()
{
    static const FoldTable table;
    return table;
}

FoldTable::FoldTable()
{
    const auto composesToItself = [](char16_t unit) {
        UErrorCode status = U_ZERO_ERROR;
        return composer().isNormalized(icu::UnicodeString(static_cast<UChar>(unit)), status);
    };
    const VowelTable &vowels = VowelTable::instance();
    m_entries.fill(Stop);
    for (char16_t unit = 1; unit < limit; ++unit) {
        const char32_t folded = foldCase(unified(unit));
        if (isSpace(unit)) {
            m_entries[unit] = U' ' | Space | (Space << AfterShift);
        } else if (!isIgnorable(unit) && folded != U'-' && folded < 0x10000 &&
                   composer().hasBoundaryBefore(unit) && composesToItself(unit)) {
            const auto small = static_cast<char16_t>(folded);
            m_entries[unit] = folded;
            if (vowels.isPlain(small))
                m_entries[unit] |= Vowel;
            else if (vowels.isToned(small))
                m_entries[unit] |= Vowel << AfterShift;
        }
    }
}

const PairTable &PairTable::instance()
{
    static const PairTable table;
    return table;
}

PairTable::PairTable()
{
    for (int row = 0; row < plainLetters + extendedLetters; ++row) {
        const int letter = row < plainLetters ? row : firstExtended + row - plainLetters;
        for (size_t column = 0; column < marks.size(); ++column) {
            const UChar32 pair = composeVietnamese(letter, marks[column]);
            m_composed[static_cast<size_t>(row)][column] = pair > 0 ? static_cast<char16_t>(pair) : u'\0';
        }
    }
}

int PairTable::columnOf(char16_t mark)
{
    switch (mark) {
    case 0x300:
        return 0;
    case 0x301:
        return 1;
    case circumflex:
        return 2;
    case 0x303:
        return 3;
    case breve:
        return 4;
    case 0x309:
        return 5;
    case horn:
        return 6;
    case 0x323:
        return 7;
    default:
        return -1;
    }
}

const VowelTable &VowelTable::instance()
{
    static const VowelTable table;
    return table;
}

VowelTable::VowelTable()
{
    constexpr std::u16string_view plain = u"aăâeêioôơuưy";
    static_assert(plain.size() == letters);
    std::uint8_t place = 0;
    for (const char16_t letter : plain) {
        for (int tone = 0; tone < tones; ++tone) {
            icu::UnicodeString written(static_cast<UChar>(letter));
            if (tone > 0)
                written.append(static_cast<UChar>(toneMarks[static_cast<size_t>(tone - 1)]));
            UErrorCode status = U_ZERO_ERROR;
            const char16_t vowel = composer().normalize(written, status).charAt(0);
            m_vowels[place] = vowel;
            m_places[vowel] = ++place;
            m_kinds[vowel] = tone == 0 ? Kind::Plain : Kind::Toned;
        }
    }
}

} // namespace verbale::text
