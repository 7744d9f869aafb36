#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <memory>

namespace verbale::mt {

/// A key. Its bytes lie in memory of their own that is kept from swap and core dumps as far as the system
/// allows, and are overwritten when the last copy of the Secret goes; copies share the bytes. It has no way
/// into a QString, a QDebug or a stream: who needs the bytes says reveal(), where they leave for the network.
/// Any thread may read one; copies are independent.
class Secret
{
public:
    Secret() = default;
    /// Takes the bytes over and overwrites what it was given, if nobody else holds the same array.
    explicit Secret(QByteArray &&clear);

    /// `prefix` followed by the key, for headers such as "Authorization: Bearer KEY".
    [[nodiscard]] Secret prefixed(QByteArrayView prefix) const;

    [[nodiscard]] bool isEmpty() const { return size() == 0; }
    [[nodiscard]] qsizetype size() const;
    /// The bytes themselves, as long as this Secret or a copy of it lives; a NUL follows them. Make no copy.
    [[nodiscard]] QByteArrayView reveal() const;

    /// In time that does not tell where the two differ.
    friend bool operator==(const Secret &a, const Secret &b);

private:
    class Pages;
    explicit Secret(std::shared_ptr<const Pages> pages);

    std::shared_ptr<const Pages> m_pages;
};

/// Puts asterisks over a key that stands in an answer, as it is or as JSON may write it. Keys of less than
/// eight bytes are left: they may be words of a text. Whether there was one.
bool blackOut(QByteArray &bytes, const Secret &key);

/// Overwrites what the array holds, unless a copy shares it, and empties it. The compiler keeps the writes.
void wipe(QByteArray &bytes);

} // namespace verbale::mt
