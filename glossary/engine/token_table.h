#pragma once

#include <QtCore/QString>
#include <QtCore/QStringView>

#include <vector>

namespace verbale::glossary {

/// Gives each different token a number from 0 on. A token of up to eight UTF-16 units, as every Vietnamese
/// syllable is, is its own 128-bit key, so that a look-up compares two words and touches one slot.
class TokenTable
{
public:
    static constexpr qint32 none = -1;

    TokenTable();

    /// The token's number, a new one if need be. At most 2^31 tokens.
    qint32 intern(QStringView token);

    /// The token's number, or -1.
    [[nodiscard]] qint32 find(QStringView token) const { return m_slots[slotOf(keyOf(token), token)].id; }

    /// The number of the token's other spelling with i or y (text::withOtherI), or -1. Of a token that has a
    /// number itself this is one look-up; of another give none.
    [[nodiscard]] qint32 otherSpelling(qint32 token, QStringView written) const;

    /// Whether a token that has a number cannot be a word: up to three letters without a vowel, as PDF files
    /// have them between the spaces in "B ộ tr ưở ng".
    [[nodiscard]] bool isFragment(qint32 token) const
    {
        return m_traits[static_cast<std::size_t>(token)].fragment;
    }
    /// Whether it consists of letters and digits of ASCII.
    [[nodiscard]] bool isUnmarked(qint32 token) const
    {
        return m_traits[static_cast<std::size_t>(token)].unmarked;
    }

    [[nodiscard]] qint32 size() const { return static_cast<qint32>(m_tokens.size()); }

private:
    struct Key
    {
        quint64 low = 0;
        quint64 high = 0;
    };
    struct Slot
    {
        Key key;
        qint32 id = -1;
    };

    static constexpr qsizetype inlineUnits = 8;
    static constexpr quint64 multiplier = 0x9E3779B97F4A7C15ULL;

    static Key keyOf(QStringView token)
    {
        Key key;
        const qsizetype size = token.size();
        if (size > inlineUnits)
            return longKey(token);
        const char16_t *units = token.utf16();
        for (qsizetype i = 0; i < (size < 4 ? size : 4); ++i)
            key.low |= quint64(units[i]) << (16 * i);
        for (qsizetype i = 4; i < size; ++i)
            key.high |= quint64(units[i]) << (16 * (i - 4));
        return key;
    }

    static Key longKey(QStringView token);

    static std::size_t hashOf(const Key &key)
    {
        quint64 hash = (key.low ^ (key.high * multiplier)) * multiplier;
        hash ^= hash >> 32;
        return static_cast<std::size_t>((hash * multiplier) >> 32);
    }

    /// Where the token is, or the free slot where it would be.
    [[nodiscard]] std::size_t slotOf(const Key &key, QStringView token) const
    {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t at = hashOf(key) & mask;
        while (m_slots[at].id >= 0 && !holds(m_slots[at], key, token))
            at = (at + 1) & mask;
        return at;
    }

    [[nodiscard]] bool holds(const Slot &slot, const Key &key, QStringView token) const
    {
        return slot.key.low == key.low && slot.key.high == key.high &&
               (token.size() <= inlineUnits || m_tokens[static_cast<std::size_t>(slot.id)] == token);
    }

    /// What a search asks of a token again and again.
    struct Traits
    {
        qint32 other = none; ///< its spelling with the other i
        bool fragment = false;
        bool unmarked = false;
    };

    void grow();
    void describe(qint32 token);

    std::vector<Slot> m_slots; ///< open addressing, a power of two, at most half full
    std::vector<QString> m_tokens;
    std::vector<Traits> m_traits;
};

/// See TokenTable::isFragment and isUnmarked.
bool isFragmentOfWord(QStringView token);
bool isUnmarkedToken(QStringView token);

} // namespace verbale::glossary
