#include "formats/xliff/parsed.h"

namespace verbale::xliff {

/// Whether the name was free.
bool UniqueNames::insert(const QString &name)
{
    constexpr std::size_t fewest = 16;
    if ((m_count + 1) * 3 > m_taken.size() * 2) {
        std::vector<quint64> old(std::max(fewest, m_taken.size() * 2));
        old.swap(m_taken);
        for (const quint64 print : old) {
            std::size_t place = print % m_taken.size();
            while (print != 0 && m_taken[place] != 0)
                place = (place + 1) % m_taken.size();
            if (print != 0)
                m_taken[place] = print;
        }
    }
    constexpr std::size_t seed = 0x5851F42DU;
    const auto bytes = static_cast<std::size_t>(name.size()) * sizeof(QChar);
    const quint64 print = static_cast<quint64>(qHashBits(name.constData(), bytes, seed)) | 1;
    std::size_t place = print % m_taken.size();
    for (; m_taken[place] != 0; place = (place + 1) % m_taken.size()) {
        if (m_taken[place] == print)
            return false;
    }
    m_taken[place] = print;
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
