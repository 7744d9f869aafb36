#pragma once

#include <QtCore/QString>
#include <QtCore/QStringView>

#include <vector>

namespace verbale::text {

/// One way to read a piece of text as a word: `consumed` characters are it, `text` is what they say.
struct WordReading
{
    QString text;
    qsizetype consumed = 0;
    double cost = 0;      ///< of the reading itself: an unusual order of keys, an improbable full stop
    bool changed = false; ///< other than the characters as they are
    bool certain = false; ///< changed by a mark that is no punctuation
};

/// The ways to read the word at the start of `rest`, which begins with a letter: first as it is, then as
/// Telex.
std::vector<WordReading> telexReadings(QStringView rest);

/// The same for VIQR, whose marks may also be punctuation after the word.
std::vector<WordReading> viqrReadings(QStringView rest);

} // namespace verbale::text
