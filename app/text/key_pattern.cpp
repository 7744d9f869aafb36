#include "text/key_pattern.h"

#include "text/page_text.h"

#include <QtCore/QStringList>

#include <algorithm>

namespace verbale::text {

KeyPattern::KeyPattern(const QString &pattern)
    : m_marked(tonesOnFirst(pattern), QRegularExpression::UseUnicodePropertiesOption)
    , m_bare(withoutMarks(pattern))
{
}

bool KeyPattern::matches(const QString &key) const
{
    const bool bare = std::all_of(key.begin(), key.end(), [](QChar c) { return c.unicode() < 0x80; });
    return m_marked.match(key).hasMatch() || (bare && m_bare.match(key).hasMatch());
}

KeySet::KeySet(const QString &keys)
{
    for (const QString &key : keys.split(u'|')) {
        m_keys.insert(lineKey(key));
        m_keys.insert(withoutMarks(key));
    }
}

} // namespace verbale::text
