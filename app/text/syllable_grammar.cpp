#include "text/syllable_grammar.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace verbale::text {

namespace {

using View = std::u16string_view;

/// The vowels, each with its six tones in the order of Tone.
constexpr std::array<View, 24> vowels = {u"aàảãáạ", u"ăằẳẵắặ", u"âầẩẫấậ", u"eèẻẽéẹ", u"êềểễếệ", u"iìỉĩíị",
                                         u"oòỏõóọ", u"ôồổỗốộ", u"ơờởỡớợ", u"uùủũúụ", u"ưừửữứự", u"yỳỷỹýỵ",
                                         u"AÀẢÃÁẠ", u"ĂẰẲẴẮẶ", u"ÂẦẨẪẤẬ", u"EÈẺẼÉẸ", u"ÊỀỂỄẾỆ", u"IÌỈĨÍỊ",
                                         u"OÒỎÕÓỌ", u"ÔỒỔỖỐỘ", u"ƠỜỞỠỚỢ", u"UÙỦŨÚỤ", u"ƯỪỬỮỨỰ", u"YỲỶỸÝỴ"};

/// Longest first among those that begin alike.
constexpr std::array<View, 27> initials = {u"ngh", u"ng", u"nh", u"n", u"ch", u"c",  u"gh", u"gi", u"g",
                                           u"kh",  u"k",  u"ph", u"p", u"qu", u"th", u"tr", u"t",  u"b",
                                           u"d",   u"đ",  u"h",  u"l", u"m",  u"r",  u"s",  u"v",  u"x"};

constexpr std::array<View, 162> rhymes = {
    u"a",    u"e",    u"ê",    u"i",    u"o",    u"ô",    u"ơ",    u"u",    u"ư",    u"y",   u"ia",
    u"ua",   u"ưa",   u"oa",   u"oe",   u"uê",   u"uy",   u"uơ",   u"uya",  u"ai",   u"ay",  u"ao",
    u"au",   u"âu",   u"ây",   u"eo",   u"êu",   u"iu",   u"oi",   u"ôi",   u"ơi",   u"ui",  u"ưi",
    u"ưu",   u"iêu",  u"yêu",  u"uôi",  u"ươi",  u"ươu",  u"oai",  u"oay",  u"oao",  u"oeo", u"uây",
    u"uyu",  u"am",   u"ăm",   u"âm",   u"em",   u"êm",   u"im",   u"om",   u"ôm",   u"ơm",  u"um",
    u"iêm",  u"yêm",  u"uôm",  u"ươm",  u"oam",  u"oăm",  u"an",   u"ăn",   u"ân",   u"en",  u"ên",
    u"in",   u"on",   u"ôn",   u"ơn",   u"un",   u"iên",  u"yên",  u"uôn",  u"ươn",  u"oan", u"oăn",
    u"oen",  u"uân",  u"uyên", u"uyn",  u"ang",  u"ăng",  u"âng",  u"eng",  u"êng",  u"ong", u"ông",
    u"ung",  u"ưng",  u"iêng", u"uông", u"ương", u"oang", u"oăng", u"uâng", u"oong", u"anh", u"ênh",
    u"inh",  u"oanh", u"uynh", u"uênh", u"ynh",  u"ac",   u"ăc",   u"âc",   u"ec",   u"oc",  u"ôc",
    u"uc",   u"ưc",   u"iêc",  u"uôc",  u"ươc",  u"oac",  u"oăc",  u"ooc",  u"ach",  u"êch", u"ich",
    u"oach", u"uêch", u"uych", u"ych",  u"ap",   u"ăp",   u"âp",   u"ep",   u"êp",   u"ip",  u"op",
    u"ôp",   u"ơp",   u"up",   u"iêp",  u"ươp",  u"oap",  u"uyp",  u"at",   u"ăt",   u"ât",  u"et",
    u"êt",   u"it",   u"ot",   u"ôt",   u"ơt",   u"ut",   u"ưt",   u"iêt",  u"yêt",  u"uôt", u"ươt",
    u"oat",  u"oăt",  u"oet",  u"uât",  u"uyt",  u"uyêt", u"oem",  u"yt"};

bool contains(View set, char16_t character)
{
    return set.find(character) != View::npos;
}

bool isAny(View value, std::initializer_list<View> of)
{
    return std::find(of.begin(), of.end(), value) != of.end();
}

/// Which rhymes the spelling of an initial allows.
bool goWith(View initial, View rhyme)
{
    const bool bright = contains(u"eêiy", rhyme.front());
    if (isAny(initial, {u"k", u"gh", u"ngh"}))
        return bright;
    if (initial == u"g" && (rhyme == u"i" || rhyme == u"in"))
        return true; // gì, gìn: gi before i is written with one i
    if (isAny(initial, {u"c", u"g", u"ng"}))
        return !bright;
    if (initial == u"qu")
        return !contains(u"uưo", rhyme.front());
    if (isAny(rhyme, {u"ynh", u"yt", u"ych"}))
        return false;
    if (rhyme == u"y")
        return isAny(initial, {u"", u"h", u"l", u"m", u"s", u"t", u"v", u"th"});
    if (rhyme.front() == u'y')
        return initial.empty();
    return !(initial.empty() && rhyme.substr(0, 2) == u"iê");
}

bool toneGoesWith(View rhyme, Tone tone)
{
    const bool stopped =
        contains(u"cpt", rhyme.back()) || (rhyme.size() > 1 && rhyme.substr(rhyme.size() - 2) == u"ch");
    return !stopped || tone == Tone::Acute || tone == Tone::Dot;
}

const std::array<View, rhymes.size()> &sortedRhymes()
{
    static const auto sorted = [] {
        auto copy = rhymes;
        std::sort(copy.begin(), copy.end());
        return copy;
    }();
    return sorted;
}

bool isRhyme(View rhyme)
{
    const auto &sorted = sortedRhymes();
    return std::binary_search(sorted.begin(), sorted.end(), rhyme);
}

bool isVowel(QChar letter)
{
    return contains(u"aăâeêioôơuưy", letter.unicode());
}

/// Where the tone is written in a rhyme.
qsizetype tonePlace(const QString &rhyme)
{
    qsizetype vowelCount = 0;
    qsizetype marked = -1;
    while (vowelCount < rhyme.size() && isVowel(rhyme[vowelCount])) {
        if (contains(u"ăâêôơ", rhyme[vowelCount].unicode()))
            marked = vowelCount;
        ++vowelCount;
    }
    if (marked >= 0)
        return marked;
    if (vowelCount < rhyme.size())
        return vowelCount - 1;
    return vowelCount == 3 ? 1 : 0;
}

struct Untoned
{
    std::array<char16_t, 8> letters{};
    std::size_t size = 0;
    Tone tone = Tone::Level;
};

/// The word's small letters without tones; nothing for what is too long, has two tones or other characters.
std::optional<Untoned> withoutTones(QStringView word)
{
    Untoned result;
    if (word.empty() || word.size() >= qsizetype(result.letters.size()))
        return std::nullopt;
    for (const QChar character : word) {
        const auto [letter, tone] = splitTone(character.toLower().unicode());
        if (tone != Tone::Level) {
            if (result.tone != Tone::Level)
                return std::nullopt;
            result.tone = tone;
        }
        result.letters[result.size++] = letter;
    }
    return result;
}

} // namespace

TonedLetter splitTone(char16_t character)
{
    if (character < 0xC0)
        return {character, Tone::Level};
    for (const View vowel : vowels) {
        const std::size_t tone = vowel.find(character);
        if (tone != View::npos)
            return {vowel.front(), static_cast<Tone>(tone)};
    }
    return {character, Tone::Level};
}

char16_t withTone(char16_t letter, Tone tone)
{
    for (const View vowel : vowels) {
        if (vowel.front() == letter)
            return vowel[static_cast<std::size_t>(tone)];
    }
    return letter;
}

bool isVietnameseLetter(char16_t character)
{
    if (character >= 0x1EA0 && character <= 0x1EF9)
        return true;
    return contains(u"ĂăĐđĨĩŨũƠơƯư", character);
}

std::optional<Syllable> parseSyllable(QStringView word)
{
    const std::optional<Untoned> untoned = withoutTones(word);
    if (!untoned)
        return std::nullopt;
    const View letters(untoned->letters.data(), untoned->size);
    const auto tryInitial = [&](View initial) -> std::optional<Syllable> {
        const View rhyme = letters.substr(initial.size());
        if (rhyme.empty() || !isRhyme(rhyme) || !goWith(initial, rhyme) ||
            !toneGoesWith(rhyme, untoned->tone))
            return std::nullopt;
        return Syllable{QStringView(initial).toString(), QStringView(rhyme).toString(), untoned->tone};
    };
    for (const View initial : initials) {
        if (letters.substr(0, initial.size()) != initial)
            continue;
        if (auto syllable = tryInitial(initial))
            return syllable;
    }
    return tryInitial({});
}

bool hasUsualTonePlace(QStringView word)
{
    const std::optional<Syllable> syllable = parseSyllable(word);
    if (!syllable || syllable->tone == Tone::Level)
        return true;
    qsizetype place = 0;
    while (splitTone(word[place].unicode()).tone == Tone::Level)
        ++place;
    const qsizetype inRhyme = place - syllable->initial.size();
    const QString &rhyme = syllable->rhyme;
    const bool newStyle = rhyme == u"oa" || rhyme == u"oe" || rhyme == u"uy";
    return inRhyme == tonePlace(rhyme) || (newStyle && inRhyme == 1);
}

QString writeSyllable(const Syllable &syllable)
{
    QString rhyme = syllable.rhyme;
    const qsizetype place = tonePlace(rhyme);
    rhyme[place] = QChar(withTone(rhyme[place].unicode(), syllable.tone));
    return syllable.initial + rhyme;
}

} // namespace verbale::text
