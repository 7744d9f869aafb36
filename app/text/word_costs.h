#pragma once

#include <QtCore/QString>
#include <QtCore/QStringView>

#include <functional>

namespace verbale::text {

/// How improbable a word is, in natural logarithms (about minus the logarithm of its probability): what
/// readings of doubtful bytes and keys are compared by. Words are NFC, letters only.

/// What a word costs that cannot be a Vietnamese syllable.
inline constexpr double impossibleCost = 25;
/// What a possible syllable costs that is none of the frequent ones.
inline constexpr double rareSyllableCost = 12;
/// What the commonest English words cost.
inline constexpr double commonEnglishCost = 5;

/// As a Vietnamese syllable: by its rank among the frequent ones, more for a rare one, more for capitals
/// within. impossibleCost for what Vietnamese cannot write.
double vietnameseCost(QStringView word);

/// As a word of another language: by its length, by letters with marks, less for the commonest English.
double foreignCost(QStringView word);

/// The cost of what is special in a text: of each word that is not all ASCII the lesser of the two costs, and
/// of each sign that is not ASCII. Two decodings of the same bytes are compared by it: the lower is the
/// likelier.
struct TextCost
{
    double cost = 0;
    qsizetype words = 0;      ///< words that are not all ASCII
    qsizetype vietnamese = 0; ///< those of them that are Vietnamese syllables
    qsizetype signs = 0;      ///< signs that are neither ASCII nor common punctuation
};
/// With `smallCapitals` small letters among capitals are no fault (TCVN3).
TextCost textCost(QStringView text, bool smallCapitals = false);

/// Calls `use(start, end)` for each run of letters and marks in the text.
void forEachWord(QStringView text, const std::function<void(qsizetype, qsizetype)> &use);

} // namespace verbale::text
