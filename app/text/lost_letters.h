#pragma once

#include <QtCore/QString>

#include <vector>

namespace verbale::text {

/// A letter of which the last UTF-8 byte was lost, and the letters that it can have been.
struct LostLetter
{
    qsizetype at = 0; ///< in a text in which it stands as U+FFFD
    QString options;  ///< never empty
};

/// Puts the likeliest letters in their places: those that make the likeliest syllables with their
/// neighbours.
void findLostLetters(QString &text, const std::vector<LostLetter> &all);

} // namespace verbale::text
