#pragma once

#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QStringView>

namespace verbale::text::names {

/// Words by which names are told from what is none. All of them are compared as foldTerm() has them, in small
/// letters.
class Phrases
{
public:
    /// `list`: phrases separated by bars.
    explicit Phrases(const char16_t *list);

    /// How many of the words from the first on are the longest phrase that they begin with; 0: none.
    [[nodiscard]] qsizetype lengthAt(const QList<QStringView> &words, qsizetype first) const;
    [[nodiscard]] bool has(QStringView word) const;

private:
    QHash<QString, QList<QStringList>> m_phrases; ///< by the first word
};

/// Family names that no other word is likely to be taken for.
const Phrases &familyNames();
/// Family names that are common words or the beginning of many places too.
const Phrases &doubtfulFamilyNames();
/// Words for a person that stand straight before a name: "ông", "đồng chí".
const Phrases &waysToAddress();
/// Of these, those that begin a place or are a country when they have a capital: "Cô Tô", "Anh".
const Phrases &smallWaysToAddress();
/// Offices and professions: "Thủ tướng", "Đại sứ".
const Phrases &offices();
/// What may stand between an office and a name without a capital: "tại", the second words of ministries.
const Phrases &complements();
/// Bodies and fields with a capital that may stand there: "Chính phủ", "Bộ", "Ngoại giao".
const Phrases &bodies();
/// Countries and regions in Vietnamese and as they are spelt elsewhere; places of Viet Nam.
const Phrases &countries();
/// Words before the name of a place: "tỉnh", "đường", "trường".
const Phrases &placeHeads();
/// What is called after a person and no person: the words before it ("thành phố", "tư tưởng").
const Phrases &memorials();
/// Words that end a name in a line of capitals: "TIẾP", "VÀ".
const Phrases &verbs();
/// "von", "bin", "de": small words within foreign names.
const Phrases &particles();

} // namespace verbale::text::names
