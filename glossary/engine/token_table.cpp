#include "glossary/engine/token_table.h"

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
    }
    return m_slots[at].id;
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

} // namespace verbale::glossary
