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
    TokenTable();

    /// The token's number, a new one if need be. At most 2^31 tokens.
    qint32 intern(QStringView token);

    /// The token's number, or -1.
    [[nodiscard]] qint32 find(QStringView token) const { return m_slots[slotOf(keyOf(token), token)].id; }

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

    static Key keyOf(QStringView token);
    [[nodiscard]] std::size_t slotOf(const Key &key, QStringView token) const;
    void grow();

    std::vector<Slot> m_slots; ///< open addressing, a power of two, at most half full
    std::vector<QString> m_tokens;
};

} // namespace verbale::glossary
