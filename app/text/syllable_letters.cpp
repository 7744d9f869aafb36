#include "text/syllable_letters.h"

#include "text/fold_table.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace verbale::text {

namespace {

constexpr int acute = 2; // places in VowelTable's tones
constexpr int dotBelow = 5;

using Words = std::vector<std::u16string>;

Words sortedWords(std::u16string_view list)
{
    Words words;
    for (std::size_t begin = 0; begin < list.size();) {
        const std::size_t end = std::min(list.find(u' ', begin), list.size());
        words.emplace_back(list.substr(begin, end - begin));
        begin = end + 1;
    }
    std::sort(words.begin(), words.end());
    return words;
}

bool contains(const Words &words, std::u16string_view word)
{
    const auto at = std::lower_bound(words.begin(), words.end(), word);
    return at != words.end() && *at == word;
}

const Words &rhymes()
{
    static const Words words = sortedWords(u"a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc "
                                           u"âm ân âng âp ât âu ây e ec em en eng eo ep "
                                           u"et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm "
                                           u"iên iêng iêp iêt iêu yêm yên yêng yêt yêu "
                                           u"o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao "
                                           u"oap oat oay oăc oăm oăn oăng oăt oe oen oeo "
                                           u"oet ooc oong ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc "
                                           u"ui um un ung up ut uân uâng uât uây uê uêch "
                                           u"uênh uơ uôc uôi uôm uôn uông uôt uy uya uych uyn uynh uyt uyp "
                                           u"uyu uyên uyêt ư ưa ưc ưi ưn ưng ưt ưu ưm "
                                           u"ươc ươi ươm ươn ương ươp ươt ươu y");
    return words;
}

const Words &onsets()
{
    static const Words words =
        sortedWords(u"b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x");
    return words;
}

const Words &unmarkedOnsets()
{
    static const Words words =
        sortedWords(u"b c ch d g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x");
    return words;
}

const Words &unmarkedRhymes()
{
    static const Words words = [] {
        Words bare = rhymes();
        for (std::u16string &rhyme : bare)
            std::transform(rhyme.begin(), rhyme.end(), rhyme.begin(), baseLetter);
        std::sort(bare.begin(), bare.end());
        return bare;
    }();
    return words;
}

/// Any way to cut letters into an onset, which may be empty, and a rhyme; "gi" can also be both ("gì").
bool cutsInto(std::u16string_view letters, const Words &first, const Words &second)
{
    for (std::size_t cut = 0; cut <= 3 && cut < letters.size(); ++cut) {
        if ((cut == 0 || contains(first, letters.substr(0, cut))) && contains(second, letters.substr(cut)))
            return true;
    }
    return letters == u"gi";
}

/// The base of letters of other scripts that look like a Latin one; folded, so that a small letter may look
/// like it only as a capital (н is Н).
char16_t lookAlike(char16_t unit)
{
    constexpr std::u16string_view seen = u"авекмнорстухіјѕԁԛԝһӏьαβεζηικμνορτυχγƣıɑɡſøłħŧƶɓɗɩ";
    constexpr std::u16string_view meant = u"abekmhopctyxijsdqwhlbabezhikmnoptyxyuiagsolhtzbdi";
    static_assert(seen.size() == meant.size());
    const std::size_t at = seen.find(unit);
    return at == std::u16string_view::npos ? u'\0' : meant[at];
}

bool isMark(char16_t unit)
{
    return unit >= 0x300 && unit < 0x370;
}

BareLetter describe(char16_t unit)
{
    const VowelTable &vowels = VowelTable::instance();
    BareLetter bare{unit, unit, 0, false};
    if (unit < 0x80)
        return bare;
    if (unit == u'đ')
        return {u'd', unit, 0, false};
    const bool vietnamese = vowels.isPlain(unit) || vowels.isToned(unit);
    if (vietnamese) {
        bare.tone = vowels.toneOf(unit);
        bare.letter = vowels.withTone(unit, 0);
    }
    icu::UnicodeString parts;
    UErrorCode status = U_ZERO_ERROR;
    icu::Normalizer2::getNFDInstance(status)->getDecomposition(unit, parts);
    const char16_t first = parts.isEmpty() ? unit : parts.charAt(0);
    const char16_t base = first < 0x80 ? first : lookAlike(first);
    if (base != 0)
        bare.base = base;
    bare.foreign = !vietnamese && base != 0;
    return bare;
}

class BareTable
{
public:
    static const BareTable &instance()
    {
        static const BareTable table;
        return table;
    }

    [[nodiscard]] BareLetter operator[](char16_t unit) const
    {
        return unit < limit ? m_letters[unit] : BareLetter{unit, unit, 0, false};
    }

private:
    static constexpr char16_t limit = 0x1F00;

    BareTable()
    {
        for (char16_t unit = 1; unit < limit; ++unit)
            m_letters[unit] = describe(unit);
    }

    std::array<BareLetter, limit> m_letters = {};
};

/// The mark's effect on a letter that it does not compose with.
void addMark(BareLetter &letter, char16_t mark)
{
    constexpr std::array<char16_t, 5> tones = {0x300, 0x301, 0x303, 0x309, 0x323};
    const auto tone = std::find(tones.begin(), tones.end(), mark);
    if (tone != tones.end())
        letter.tone = static_cast<int>(tone - tones.begin()) + 1;
    else
        letter.foreign = true;
}

} // namespace

bool isVietnameseSyllable(QStringView token)
{
    constexpr qsizetype longest = 7; // nghiêng
    if (token.isEmpty() || token.size() > longest)
        return false;
    const VowelTable &vowels = VowelTable::instance();
    std::u16string letters;
    int tone = 0;
    for (const QChar c : token) {
        const char16_t unit = c.unicode();
        if (vowels.isToned(unit) && std::exchange(tone, vowels.toneOf(unit)) != 0)
            return false;
        letters += vowels.isToned(unit) ? vowels.withTone(unit, 0) : unit;
    }
    const char16_t last = letters.back();
    const bool stopped = last == u'c' || last == u'p' || last == u't' ||
                         (last == u'h' && letters.size() > 1 && letters[letters.size() - 2] == u'c');
    return (!stopped || tone == acute || tone == dotBelow) && cutsInto(letters, onsets(), rhymes());
}

bool isUnmarkedSyllable(QStringView token)
{
    const std::u16string_view letters(token.utf16(), static_cast<std::size_t>(token.size()));
    return std::all_of(letters.begin(), letters.end(), [](char16_t c) { return c < 0x80; }) &&
           cutsInto(letters, unmarkedOnsets(), unmarkedRhymes());
}

std::optional<QString> withOtherI(QStringView token)
{
    if (token.isEmpty() || token.size() > 3)
        return std::nullopt;
    const VowelTable &vowels = VowelTable::instance();
    const char16_t last = token.back().unicode();
    const int tone = vowels.isToned(last) ? vowels.toneOf(last) : 0;
    const char16_t plain = tone == 0 ? last : vowels.withTone(last, 0);
    if (plain != u'i' && plain != u'y')
        return std::nullopt;
    const QStringView onset = token.chopped(1);
    const bool both =
        onset == QStringView(u"qu") ||
        (tone != 0 && (onset.isEmpty() || (onset.size() == 1 && QStringView(u"hklmst").contains(onset[0]))));
    if (!both)
        return std::nullopt;
    const char16_t other = plain == u'i' ? u'y' : u'i';
    return onset.toString() + QChar(tone == 0 ? other : vowels.withTone(other, tone));
}

void appendBareLetters(QStringView token, std::vector<BareLetter> &letters)
{
    const BareTable &table = BareTable::instance();
    const std::size_t first = letters.size();
    for (const QChar c : token) {
        if (!isMark(c.unicode()))
            letters.push_back(table[c.unicode()]);
        else if (letters.size() > first)
            addMark(letters.back(), c.unicode());
    }
}

char16_t baseLetter(char16_t unit)
{
    return isMark(unit) ? u'\0' : BareTable::instance()[unit].base;
}

bool hasForeignLetter(QStringView token)
{
    const BareTable &table = BareTable::instance();
    return std::any_of(token.begin(), token.end(),
                       [&table](QChar c) { return isMark(c.unicode()) || table[c.unicode()].foreign; });
}

} // namespace verbale::text
