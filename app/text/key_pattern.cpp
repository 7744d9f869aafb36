#include "text/key_pattern.h"

#include "text/page_text.h"

#include <QtCore/QStringList>

#include <algorithm>

namespace verbale::text {

KeyPattern::KeyPattern(const QString &pattern)
    : m_marked(tonesOnFirst(pattern), QRegularExpression::UseUnicodePropertiesOption)
    , m_bare(withoutMarks(pattern))
    , m_markedStarts(m_marked.pattern())
    , m_bareStarts(m_bare.pattern())
{
}

bool KeyPattern::matches(const QString &key) const
{
    if (m_markedStarts.mayMatch(key) && m_marked.match(key).hasMatch())
        return true;
    return m_bareStarts.mayMatch(key) &&
           std::all_of(key.begin(), key.end(), [](QChar c) { return c.unicode() < 0x80; }) &&
           m_bare.match(key).hasMatch();
}

KeySet::KeySet(const QString &keys)
{
    for (const QString &key : keys.split(u'|')) {
        m_keys.insert(lineKey(key));
        m_keys.insert(withoutMarks(key));
        m_longest = std::max(m_longest, key.size());
    }
}

} // namespace verbale::text
