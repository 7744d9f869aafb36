#pragma once

#include <verbale/sdk/span.h>

#include <QtCore/QString>
#include <QtCore/QStringView>

#include <vector>

namespace verbale::text {

/// A folded copy of a text in which all spellings that mean the same term are equal, with an exact map back.
/// Folded: composition (NFC), marks in a wrong order too; case; each tone to the last of the vowels that
/// stand together, so that old, new and misplaced tones are equal (over 9,065 syllables of dictionaries
/// letters and tone never merge two words); ð and Ɖ to đ; every run of white space and line ends to one
/// space; every dash with the space around it to "-"; full-width forms, apostrophes and quotation marks to
/// those of ASCII; characters that are not seen (zero width space, joiners, soft hyphen, byte order mark) are
/// dropped. The one place where Verbale decides which spellings are the same; matcher, glossary and checks
/// all use it.
struct TermKey
{
    /// A run of units of `text` and what it was made from.
    struct Run
    {
        qint32 folded = 0; ///< where it begins in `text`; it ends where the next one begins
        qint32 start = 0;  ///< where its original begins
        qint32 width = 0;  ///< 0: a unit for each unit of the original; else all from so many units
    };

    QString text;          ///< the folded text
    std::vector<Run> runs; ///< in order, the first at 0; few, unless the original is decomposed

    /// Where the original of a UTF-16 unit of `text` begins, and where it ends (exclusive).
    [[nodiscard]] qsizetype startOf(qsizetype unit) const;
    [[nodiscard]] qsizetype endOf(qsizetype unit) const;

    /// The original's span of a span of `text`: whole characters, combining marks and surrogate pairs
    /// included.
    [[nodiscard]] Span original(const Span &folded) const;

private:
    [[nodiscard]] const Run &runAt(qsizetype unit) const;
};

/// Folds a text and keeps the map. Thread-safe. Linear.
TermKey makeTermKey(QStringView source);

/// The folded text alone, with the space at both ends removed: for dictionary keys.
QString foldTerm(QStringView term);

} // namespace verbale::text
