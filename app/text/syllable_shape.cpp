#include "text/syllable_shape.h"

#include <algorithm>

namespace verbale::text {

namespace {

bool isOneOf(std::u16string_view word, std::u16string_view list)
{
    for (size_t at = list.find(word); at != std::u16string_view::npos; at = list.find(word, at + 1)) {
        const bool begins = at == 0 || list[at - 1] == u' ';
        if (begins && (at + word.size() == list.size() || list[at + word.size()] == u' '))
            return true;
    }
    return false;
}

} // namespace

bool isSyllableShaped(std::u16string_view word)
{
    static constexpr std::u16string_view onsets =
        u"b c d g h k l m n p q r s t v x ch gh gi kh nh ng ph qu th tr ngh";
    static constexpr std::u16string_view codas = u"c m n p t ch ng nh";
    static constexpr std::u16string_view vowels = u"aeiouy";
    const size_t firstVowel = word.find_first_of(vowels);
    if (firstVowel == std::u16string_view::npos || word.size() > 7)
        return false;
    const size_t afterVowels = std::min(word.find_first_not_of(vowels, firstVowel), word.size());
    const std::u16string_view onset = word.substr(0, firstVowel);
    const std::u16string_view coda = word.substr(afterVowels);
    return (onset.empty() || isOneOf(onset, onsets)) && (coda.empty() || isOneOf(coda, codas)) &&
           afterVowels - firstVowel <= 3;
}

} // namespace verbale::text
