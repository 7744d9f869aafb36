#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtCore/QStringView>

#include <array>
#include <vector>

namespace verbale::glossary {

/// The columns of a glossary, in the order in which they are written. Those from valid_from on are written
/// where an entry has something for them.
inline constexpr std::array<const char *, 18> tsvColumns{"id",
                                                         "vi",
                                                         "en",
                                                         "pos",
                                                         "domain",
                                                         "status",
                                                         "vi_variants",
                                                         "en_variants",
                                                         "abbreviation_vi",
                                                         "abbreviation_en",
                                                         "note",
                                                         "authority",
                                                         "valid_from",
                                                         "valid_to",
                                                         "deprecated_en",
                                                         "forbidden_en",
                                                         "reason",
                                                         "replacement"};

/// How many of them stand in every file that is written.
inline constexpr std::size_t tsvBaseColumns = 12;

/// A cell of a TSV file as it stands there, escapes included, and where it begins (1-based code points of its
/// line).
struct TsvCell
{
    QStringView raw;
    qint64 column = 1;
};

/// A line of a TSV file that is not blank. The views look into the text that was split.
struct TsvRow
{
    qint64 line = 1; ///< 1-based
    std::vector<TsvCell> cells;
};

/// Splits at tabs and line ends (LF, CR LF, CR); a byte order mark at the beginning is left out.
std::vector<TsvRow> splitTsv(QStringView text);

/// \t \n \r \\ become what they stand for; any other backslash stays. The white space around is removed
/// first.
QString unescapeCell(QStringView raw);

/// The same with the white space around.
QString unescapeText(QStringView raw);

/// The parts of a |-separated cell, unescaped, without empty ones. \| is a bar that separates nothing.
QStringList unescapeList(QStringView raw);

QString escapeCell(QStringView value);
QString escapeList(const QStringList &values);

} // namespace verbale::glossary
