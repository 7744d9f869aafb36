#include "glossary/engine/overrides.h"

namespace verbale::glossary {

QStringList overriddenKeys(const ConceptEntry &entry)
{
    return entry.overrides.split(u'\n', Qt::SkipEmptyParts);
}

QList<QSet<QString>> overriddenEntries(const QList<OverridingTermbase> &termbases)
{
    QList<QSet<QString>> gone(termbases.size());
    for (qsizetype strong = 0; strong < termbases.size(); ++strong) {
        const QHash<QString, QStringList> &keys = termbases[strong].keys;
        for (auto entry = keys.cbegin(); entry != keys.cend(); ++entry) {
            if (gone[strong].contains(entry.key()))
                continue;
            for (const QString &key : entry.value()) {
                for (qsizetype other = 0; other < termbases.size(); ++other) {
                    const QString &name = termbases[other].name;
                    if (other != strong && key.startsWith(name) && key.size() > name.size() &&
                        key[name.size()] == u'#')
                        gone[other].insert(key.mid(name.size() + 1));
                }
            }
        }
    }
    return gone;
}

} // namespace verbale::glossary
