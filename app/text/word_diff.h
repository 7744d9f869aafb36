#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringView>

namespace verbale::text {

/// A piece of two texts that are compared: in both, only in the first, or only in the second.
struct DiffPiece
{
    enum class Kind { Same, Removed, Added };
    Kind kind = Kind::Same;
    QString text;
    friend bool operator==(const DiffPiece &, const DiffPiece &) = default;
};

/// What makes a text out of another, by words: in Vietnamese a word is what stands between spaces, a
/// syllable; figures ("1.500,5") and words with an apostrophe are one word; other characters are by
/// themselves. As few words as possible change; a change that only spaces interrupt is one change. Removed
/// comes before Added. Same and Removed together are `before`, Same and Added `after`. Two texts that have
/// almost nothing in common and more than 8,000 words are shown as replaced. Thread-safe, memory grows with
/// the length alone. Source: E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986, section
/// 4b.
QList<DiffPiece> wordDiff(QStringView before, QStringView after);

/// The words, spaces and characters that wordDiff() compares; together they are the text.
QList<QStringView> diffWords(QStringView text);

} // namespace verbale::text
