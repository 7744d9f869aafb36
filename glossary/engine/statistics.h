#pragma once

#include "glossary/engine/termbase.h"

#include <QtCore/QMap>

namespace verbale::glossary {

/// How much a glossary holds.
struct GlossaryStatistics
{
    qint64 entries = 0;
    qint64 terms = 0;
    qint64 abbreviations = 0;
    qint64 withAuthority = 0;
    qint64 withNote = 0;
    QMap<QString, qint64> byDomain;       ///< entries; "" for none
    QMap<QString, qint64> byPartOfSpeech; ///< entries; "" for none
    QMap<QString, qint64> byStatus;       ///< entries, by the status of their first term
    QMap<QString, qint64> termsByLanguage;
    QMap<QString, qint64> termsByStatus;
};

/// Adds up; counting several glossaries into one value sums them.
void countGlossary(const Termbase &termbase, GlossaryStatistics &statistics);

} // namespace verbale::glossary
