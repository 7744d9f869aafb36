#include "glossary/engine/token_table.h"

#include "text/syllable_letters.h"

#include <algorithm>

namespace verbale::glossary {

TokenTable::TokenTable() : m_slots(64) {}

TokenTable::Key TokenTable::longKey(QStringView token)
{
    Key key;
    for (const QChar unit : token) {
        key.low = (key.low ^ unit.unicode()) * multiplier;
        key.low ^= key.low >> 29;
    }
    key.high = ~quint64(token.size()); // no short token ends in U+FFFF, so the two kinds never meet
    return key;
}

qint32 TokenTable::intern(QStringView token)
{
    const Key key = keyOf(token);
    std::size_t at = slotOf(key, token);
    if (m_slots[at].id < 0) {
        if (m_tokens.size() * 2 >= m_slots.size()) {
            grow();
            at = slotOf(key, token);
        }
        m_slots[at] = {key, static_cast<qint32>(m_tokens.size())};
        m_tokens.push_back(token.toString());
        describe(m_slots[at].id);
    }
    return m_slots[at].id;
}

void TokenTable::describe(qint32 token)
{
    const QString &written = m_tokens[static_cast<std::size_t>(token)];
    Traits traits{none, isFragmentOfWord(written), isUnmarkedToken(written)};
    if (const std::optional<QString> other = text::withOtherI(written)) {
        traits.other = find(*other);
        if (traits.other >= 0)
            m_traits[static_cast<std::size_t>(traits.other)].other = token;
    }
    m_traits.push_back(traits);
}

qint32 TokenTable::otherSpelling(qint32 token, QStringView written) const
{
    if (token >= 0)
        return m_traits[static_cast<std::size_t>(token)].other;
    const std::optional<QString> other = text::withOtherI(written);
    return other ? find(*other) : none;
}

void TokenTable::grow()
{
    std::vector<Slot> old(m_slots.size() * 2);
    old.swap(m_slots);
    for (const Slot &slot : old) {
        if (slot.id >= 0)
            m_slots[slotOf(slot.key, m_tokens[static_cast<std::size_t>(slot.id)])] = slot;
    }
}

bool isFragmentOfWord(QStringView token)
{
    constexpr QStringView vowels = u"aeiouy";
    const auto isConsonant = [vowels](QChar c) {
        return c.isLetter() && !vowels.contains(QChar(text::baseLetter(c.unicode())));
    };
    return token.size() <= 3 && std::all_of(token.begin(), token.end(), isConsonant);
}

bool isUnmarkedToken(QStringView token)
{
    return std::all_of(token.begin(), token.end(),
                       [](QChar c) { return c.unicode() < 0x80 && c.isLetterOrNumber(); });
}

} // namespace verbale::glossary
