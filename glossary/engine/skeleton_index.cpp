#include "glossary/engine/skeleton_index.h"

#include <algorithm>

namespace verbale::glossary {

void SkeletonIndex::add(const std::vector<text::BareLetter> &letters, qint32 number)
{
    quint64 hash = start;
    std::size_t length = 0;
    for (const text::BareLetter &letter : letters) {
        hash = step(hash, letter.base);
        if (isTested(++length))
            m_prefixes.add(mixedHash(hash));
    }
    if (length == 0)
        return;
    m_longest = std::max(m_longest, length);
    const auto key = static_cast<quint32>(mixedHash(hash) >> 32);
    const auto isSame = [=](const Slot &slot) { return slot.key == key && slot.number == number; };
    if (!m_terms.find(mixedHash(key), isSame))
        m_terms.insert({key, number});
}

bool SkeletonIndex::Prefix::append(char16_t base)
{
    m_hash = step(m_hash, base);
    if (++m_length > m_index.m_longest)
        return false;
    return !isTested(m_length) || m_index.m_prefixes.mayHave(mixedHash(m_hash));
}

} // namespace verbale::glossary
