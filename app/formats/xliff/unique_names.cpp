#include "formats/xliff/parsed.h"

namespace verbale::xliff {

namespace {

quint64 printOf(const QString &name)
{
    constexpr std::size_t seed = 0x5851F42DU;
    const auto bytes = static_cast<std::size_t>(name.size()) * sizeof(QChar);
    return static_cast<quint64>(qHashBits(name.constData(), bytes, seed)) | 1;
}

/// Whether "u9" and "u10" come in this order, as numbered names do.
bool comeInOrder(const QString &one, const QString &other)
{
    return one.size() != other.size() ? one.size() < other.size() : one < other;
}

} // namespace

bool UniqueNames::insertPrint(quint64 print)
{
    const std::size_t mask = m_table.size() - 1;
    std::size_t place = (print >> 1U) & mask;
    for (; m_table[place] != 0; place = (place + 1) & mask) {
        if (m_table[place] == print)
            return false;
    }
    m_table[place] = print;
    return true;
}

/// Whether the name was free. As long as names come in order, no two are the same, and nothing is looked up.
bool UniqueNames::insert(const QString &name)
{
    const quint64 print = printOf(name);
    if (m_table.empty() && (m_inOrder.empty() || comeInOrder(m_last, name))) {
        m_inOrder.push_back(print);
        m_last = name;
        return true;
    }
    constexpr std::size_t fewest = 16; // always a power of two
    m_count = std::max(m_count, m_inOrder.size());
    if ((m_count + 1) * 3 > m_table.size() * 2) {
        std::vector<quint64> known(m_table);
        known.insert(known.end(), m_inOrder.begin(), m_inOrder.end());
        m_inOrder = {};
        std::size_t size = std::max(fewest, m_table.size());
        while (size < m_count * 2 + 2)
            size *= 2;
        m_table.assign(size, 0);
        for (const quint64 one : known) {
            if (one != 0)
                insertPrint(one);
        }
    }
    if (!insertPrint(print))
        return false;
    ++m_count;
    return true;
}

QString UniqueNames::take(const QString &wanted, const QString &fallback)
{
    const QString base = wanted.isEmpty() ? fallback : wanted;
    if (insert(base))
        return base;
    int &number = m_numbers[base];
    number = std::max(number, 1);
    QString name;
    do {
        name = base + u'-' + QString::number(++number);
    } while (!insert(name));
    return name;
}

} // namespace verbale::xliff
