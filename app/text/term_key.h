#pragma once

#include <verbale/sdk/span.h>

#include <QtCore/QString>
#include <QtCore/QStringView>

#include <vector>

namespace verbale::text {

/// A folded copy of a text in which spellings of the same term are equal, with an exact map back.
/// Folded: canonical composition (NFC), case, every run of white space and line ends to one space; characters
/// that are not seen (zero width space, joiners, soft hyphen, byte order mark) are dropped. The one place
/// where Verbale decides which spellings are the same; matcher, glossary and checks all use it.
struct TermKey
{
    QString text;               ///< the folded text
    std::vector<qint32> starts; ///< for each UTF-16 unit of `text`, where its original begins
    std::vector<qint32> ends;   ///< for each UTF-16 unit of `text`, where its original ends (exclusive)

    /// The original's span of a span of `text`: whole characters, combining marks and surrogate pairs
    /// included.
    [[nodiscard]] Span original(const Span &folded) const;
};

/// Folds a text and keeps the map. Thread-safe. Linear.
TermKey makeTermKey(QStringView source);

/// The folded text alone, with the space at both ends removed: for dictionary keys.
QString foldTerm(QStringView term);

} // namespace verbale::text
