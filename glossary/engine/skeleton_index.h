#pragma once

#include "glossary/engine/sharded_table.h"
#include "glossary/engine/text_tokens.h"
#include "text/syllable_letters.h"

#include <vector>

namespace verbale::glossary {

/// Runs of tokens by their base letters alone: without marks, spaces, dashes and other signs. For texts that
/// have lost some of these, see LooseSearch.
class SkeletonIndex
{
public:
    explicit SkeletonIndex(std::size_t expected) : m_prefixes(expected * prefixLengths.size()) {}

    /// A number for the term of these letters; again, it makes no difference.
    void add(const std::vector<text::BareLetter> &letters, qint32 number);

    /// The hash of letters that are given one by one, and whether any term begins so.
    class Prefix
    {
    public:
        explicit Prefix(const SkeletonIndex &index) : m_index(index) {}
        /// False when no term goes on like this.
        bool append(char16_t base);
        [[nodiscard]] quint64 hash() const { return mixedHash(m_hash); }

    private:
        const SkeletonIndex &m_index;
        quint64 m_hash = start;
        std::size_t m_length = 0;
    };

    /// Calls found(number) for every term with this hash.
    template <typename Found>
    void forEach(quint64 hash, Found found) const
    {
        const auto key = static_cast<quint32>(hash >> 32);
        static_cast<void>(m_terms.find(mixedHash(key), [&](const Slot &slot) {
            if (slot.key == key)
                found(slot.number);
            return false;
        }));
    }

private:
    struct Slot
    {
        quint32 key = 0;
        qint32 number = -1;
        [[nodiscard]] bool isFree() const { return number < 0; }
        [[nodiscard]] quint64 hash() const { return mixedHash(key); }
    };

    static constexpr quint64 start = 0xCBF29CE484222325ULL;
    static constexpr std::array<std::size_t, 3> prefixLengths{5, 9, 14};

    static bool isTested(std::size_t length)
    {
        return length == prefixLengths[0] || length == prefixLengths[1] || length == prefixLengths[2];
    }
    static quint64 step(quint64 hash, char16_t base) { return (hash ^ base) * 0x100000001B3ULL; }

    ShardedTable<Slot> m_terms;
    HashFilter m_prefixes; ///< of the first letters of terms that are longer
    std::size_t m_longest = 0;
};

} // namespace verbale::glossary
