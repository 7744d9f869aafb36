#pragma once

#include "glossary/engine/contents.h"
#include "glossary/engine/tsv_cells.h"

#include <QtCore/QHash>

namespace verbale::glossary {

/// A CSV file cut into rows and cells. The cells look into the text that was split, or into `unquoted`.
struct CsvRows
{
    std::vector<TsvRow> rows;
    QStringList unquoted;  ///< cells in which "" stood for "
    QList<Error> rejected; ///< rows that are not RFC 4180; they are not among `rows`
};

/// The character that separates the cells: what a first line "sep=X" names, else the one of comma, semicolon
/// and tab that makes most of the first line into columns of a glossary, else the most frequent one there.
QChar csvSeparator(QStringView text);

/// Splits as RFC 4180 says: cells in quotes may hold separators, line ends and "" for a quote. LF and CR
/// alone end a row too. Blank rows and a first line "sep=X" are left out.
CsvRows splitCsv(QStringView text, QChar separator, const QString &fileName);

/// Reads a CSV glossary; columns and rules are those of readTsv, without its escapes, except \| and \\ in the
/// lists. `columnNames` says what the file calls a column. Errors: as readTsv; glossary.bad-quotes rejects a
/// row, or the file when a quote is never closed.
Result<GlossaryContents> readCsv(const QByteArray &bytes, const QString &fileName,
                                 const QHash<QString, QString> &columnNames = {});

/// All columns with a header; UTF-8 with a byte order mark, without which Excel would not see UTF-8; CR LF.
QByteArray writeCsv(const Termbase &termbase, QChar separator = u',');

} // namespace verbale::glossary
