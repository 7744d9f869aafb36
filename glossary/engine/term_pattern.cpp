#include "glossary/engine/term_pattern.h"

#include "text/syllable_letters.h"

#include <algorithm>

namespace verbale::glossary {

namespace {

CaseRule ruleOf(const TextTokens &term, quint64 capitals)
{
    if (term.size() != 1 || capitals == 0)
        return CaseRule::Any;
    const QStringView token = term[0];
    const bool syllable = text::isVietnameseSyllable(token);
    if (!term.isAllCapitals(0) || token.size() == 1)
        return syllable || token.size() < 3 ? CaseRule::Capitals : CaseRule::Any;
    constexpr qsizetype shortestWord = 4;
    const auto isLetter = [](QChar c) { return c.isLetter(); };
    const auto isVowel = [](QChar c) {
        return QStringView(u"aeiouy").contains(QChar(text::baseLetter(c.unicode())));
    };
    const bool word = token.size() >= shortestWord && !syllable && !text::isUnmarkedSyllable(token) &&
                      std::all_of(token.begin(), token.end(), isLetter) &&
                      std::any_of(token.begin(), token.end(), isVowel);
    return word ? CaseRule::Any : CaseRule::Exact;
}

} // namespace

Capitals Capitals::of(const TextTokens &term)
{
    Capitals capitals{term.capitals(0, term.size()), CaseRule::Any, false};
    capitals.rule = ruleOf(term, capitals.bits);
    capitals.name = term.size() > 0;
    for (std::size_t i = 0; i < term.size(); ++i)
        capitals.name = capitals.name && (!term.isWord(i) || term.isCapital(i));
    return capitals;
}

bool Capitals::fit(const TextTokens &text, std::size_t first, std::size_t end) const
{
    return rule == CaseRule::Any || fit(text.capitals(first, end));
}

bool Capitals::fitLoosely(const TextTokens &text, std::size_t first, std::size_t end) const
{
    if (rule == CaseRule::Any)
        return true;
    if (rule == CaseRule::Capitals)
        return text.isCapital(first);
    for (std::size_t token = first; token < end; ++token) {
        if (!text.isAllCapitals(token))
            return false;
    }
    return true;
}

} // namespace verbale::glossary
