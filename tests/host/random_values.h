#pragma once

#include "host/protocol/codec_detail.h"

#include <random>

namespace verbale::host {

/// Fills any struct of the wire with random values, and compares two, by the list of members that the codec
/// has; the codec's structured bindings see to it that the list is complete.
class RandomValues
{
public:
    explicit RandomValues(unsigned seed) : m_random(seed) {}

    [[nodiscard]] int below(int limit) { return int(m_random() % unsigned(limit)); }

    QString text()
    {
        static const QStringList pieces{QStringLiteral("a"),
                                        QStringLiteral("Bộ trưởng"),
                                        QStringLiteral("\"\\/"),
                                        QStringLiteral("\n\t\r"),
                                        QStringLiteral("\U0001F1FB\U0001F1F3"),
                                        QString(QChar(0xFFFC)),
                                        QString(QChar(0)),
                                        QString(QChar(0x7F)),
                                        QString(QChar(0x2028)),
                                        QString(QChar(0xFFFF)),
                                        QStringLiteral("\b\f\u0001"),
                                        QStringLiteral("o\u0302\u0323"),
                                        QString(700, QLatin1Char('x')).append(QChar(0x1EC7))};
        QString all;
        for (int count = below(5); count > 0; --count)
            all += pieces[below(int(pieces.size()))];
        return all;
    }

    template <typename T>
    void fill(T &value)
    {
        if constexpr (std::is_same_v<T, bool>) {
            value = below(2) == 1;
        } else if constexpr (std::is_floating_point_v<T>) {
            value = below(3) == 0 ? 1.0 / (below(1000) + 1) : double(below(2)) * 1e300;
        } else if constexpr (std::is_same_v<T, int>) {
            value = below(2) == 0 ? below(100) : std::numeric_limits<int>::min();
        } else if constexpr (std::is_integral_v<T>) {
            const T extremes[] = {0, -1, 1, std::numeric_limits<T>::max(), std::numeric_limits<T>::min()};
            value = extremes[below(5)];
        } else if constexpr (std::is_enum_v<T>) {
            value = static_cast<T>(below(int(wire::EnumNames<T>::values.size())));
        } else if constexpr (std::is_same_v<T, QString>) {
            value = text();
        } else if constexpr (std::is_same_v<T, QByteArray>) {
            value.resize(below(50));
            for (char &byte : value)
                byte = char(below(256));
        } else if constexpr (std::is_same_v<T, Span>) {
            fill(value.start);
            fill(value.end);
        } else if constexpr (wire::isOptional<T>) {
            if (below(2) == 1)
                fill(value.emplace());
        } else if constexpr (wire::isList<T>) {
            value.resize(below(4));
            for (auto &item : value)
                fill(item);
        } else {
            wire::fields(*this, value);
        }
    }

    template <typename T>
    void operator()(std::string_view, T &member, wire::Need = wire::Need::Optional)
    {
        fill(member);
    }

private:
    std::mt19937 m_random;
};

template <typename T>
bool same(const T &a, const T &b);

/// Takes the members of one value down, so that those of another can be held against them.
class MemberAddresses
{
public:
    std::vector<const void *> addresses;

    template <typename T>
    void operator()(std::string_view, const T &member, wire::Need = wire::Need::Optional)
    {
        addresses.push_back(&member);
    }
};

class MemberComparer
{
public:
    explicit MemberComparer(const std::vector<const void *> &others) : m_others(others) {}
    bool equal = true;

    template <typename T>
    void operator()(std::string_view, const T &member, wire::Need = wire::Need::Optional)
    {
        equal = same(member, *static_cast<const T *>(m_others[m_index++])) && equal;
    }

private:
    const std::vector<const void *> &m_others;
    size_t m_index = 0;
};

template <typename T>
bool same(const T &a, const T &b)
{
    if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T> || std::is_same_v<T, QString> ||
                  std::is_same_v<T, QByteArray> || std::is_same_v<T, Span>) {
        return a == b;
    } else if constexpr (wire::isOptional<T>) {
        return a.has_value() == b.has_value() && (!a || same(*a, *b));
    } else if constexpr (wire::isList<T>) {
        if (a.size() != b.size())
            return false;
        for (qsizetype i = 0; i < a.size(); ++i) {
            if (!same(a[i], b[i]))
                return false;
        }
        return true;
    } else {
        MemberAddresses others;
        wire::fields(others, b);
        MemberComparer comparer(others.addresses);
        wire::fields(comparer, a);
        return comparer.equal;
    }
}

} // namespace verbale::host
