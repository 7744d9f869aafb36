#include "glossary/engine/token_table.h"

#include <cstring>

namespace verbale::glossary {

namespace {

constexpr quint64 multiplier = 0x9E3779B97F4A7C15ULL;

quint64 mixed(quint64 low, quint64 high)
{
    quint64 hash = (low ^ (high * multiplier)) * multiplier;
    hash ^= hash >> 32;
    return hash * multiplier;
}

} // namespace

TokenTable::TokenTable() : m_slots(64) {}

TokenTable::Key TokenTable::keyOf(QStringView token)
{
    Key key;
    const char16_t *units = token.utf16();
    if (const qsizetype size = token.size(); size <= inlineUnits) {
        const qsizetype lowUnits = size < 4 ? size : 4;
        for (qsizetype i = 0; i < lowUnits; ++i)
            key.low |= quint64(units[i]) << (16 * i);
        for (qsizetype i = 4; i < size; ++i)
            key.high |= quint64(units[i]) << (16 * (i - 4));
        return key;
    }
    for (const QChar unit : token) {
        key.low = (key.low ^ unit.unicode()) * multiplier;
        key.low ^= key.low >> 29;
    }
    key.high = ~quint64(token.size()); // no short token ends in U+FFFF, so the two kinds never meet
    return key;
}

std::size_t TokenTable::slotOf(const Key &key, QStringView token) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t at = static_cast<std::size_t>(mixed(key.low, key.high) >> 32) & mask;
    for (; m_slots[at].id >= 0; at = (at + 1) & mask) {
        const Slot &slot = m_slots[at];
        if (slot.key.low == key.low && slot.key.high == key.high &&
            (token.size() <= inlineUnits || m_tokens[static_cast<std::size_t>(slot.id)] == token))
            break;
    }
    return at;
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
