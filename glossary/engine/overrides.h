#pragma once

#include "glossary/engine/concept_entry.h"

#include <QtCore/QHash>
#include <QtCore/QSet>
#include <QtCore/QStringList>

namespace verbale::glossary {

/// The keys in ConceptEntry::overrides, a line each: an entry that was made of several stands for them all.
QStringList overriddenKeys(const ConceptEntry &entry);

/// A termbase by the name that keys have for it, and what its entries stand for: keys by the entry's id.
struct OverridingTermbase
{
    QString name;
    QHash<QString, QStringList> keys;
};

/// The entries of each termbase, by its place in the list, that another termbase's entry stands for. The
/// strongest termbase comes first: where two entries stand for each other, its one stays.
QList<QSet<QString>> overriddenEntries(const QList<OverridingTermbase> &termbases);

} // namespace verbale::glossary
