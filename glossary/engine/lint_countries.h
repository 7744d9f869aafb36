#pragma once

#include "glossary/engine/concept_entry.h"

#include <QtCore/QHash>
#include <QtCore/QSet>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace verbale::glossary {

/// A Vietnamese term and the country in it that its entry's English leaves out.
struct LostCountry
{
    QString term;
    QString country;
};

/// The names of the countries, from the proper nouns among the entries of the domain "countries". A term that
/// holds such a name hides it from the matcher, so its English has to say it.
class CountryNames
{
public:
    /// Learns a country's names. Of a region's (domain "regions") it learns which only look like a country's:
    /// "Ấn Độ Dương" is an ocean. Other entries are of no use to it. All entries first, then the questions.
    void add(const ConceptEntry &entry);

    /// The entry's Vietnamese terms with a country that none of its English terms names: a name of it, an
    /// adjective or an abbreviation. None where the note says that "the name says its country" (the Knesset).
    /// A country's name of one syllable counts at the end of a phrase after a word in small letters only; it
    /// is a part of too many other names (Thủ Đức). Linear in the length of the terms.
    [[nodiscard]] QList<LostCountry> lost(const ConceptEntry &entry) const;

private:
    struct Words;
    [[nodiscard]] QStringList countriesIn(const Words &words, const QString &entryId) const;
    [[nodiscard]] bool isNamed(const QString &country, const QSet<QString> &english) const;

    QHash<QString, QStringList> m_countries; ///< by Vietnamese name: the words that name it in English
    QHash<QString, QString> m_regions;       ///< by Vietnamese name: the entry's id
    qsizetype m_longest = 0;                 ///< the words of the longest name
};

} // namespace verbale::glossary
