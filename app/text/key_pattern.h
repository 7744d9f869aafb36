#pragma once

#include "text/pattern_starts.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <QtCore/QString>

namespace verbale::text {

/// A pattern for keys (see lineKey) that is written with Vietnamese marks. A key without any mark, from a
/// page saved or typed without them, is compared with the pattern without its marks.
class KeyPattern
{
public:
    explicit KeyPattern(const QString &pattern);

    [[nodiscard]] bool matches(const QString &key) const;

private:
    QRegularExpression m_marked;
    QRegularExpression m_bare;
    PatternStarts m_markedStarts;
    PatternStarts m_bareStarts;
};

/// The same for whole keys, which are given with bars between them.
class KeySet
{
public:
    explicit KeySet(const QString &keys);

    [[nodiscard]] bool contains(const QString &key) const
    {
        return key.size() <= m_longest && m_keys.contains(key);
    }

private:
    QSet<QString> m_keys;
    qsizetype m_longest = 0;
};

} // namespace verbale::text
