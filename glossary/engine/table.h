#pragma once

#include "glossary/engine/contents.h"
#include "glossary/engine/tsv_cells.h"

#include <QtCore/QHash>
#include <QtCore/QMap>

#include <array>
#include <optional>
#include <vector>

namespace verbale::glossary {

/// How the rows of a table become entries.
struct TableOptions
{
    QString fileName;
    bool escapes = true; ///< \t \n \r \\ in every cell, as in TSV; in CSV, lists alone know \| and \\.
    /// What the file calls a column, case-folded, or "#2" for the second -> of tsvColumns; "" leaves it out.
    QHash<QString, QString> columnNames = {};
    std::optional<bool> header = {}; ///< whether the first row names the columns; none: what it looks like
    QString sheet = {};              ///< of a spreadsheet: stands in messages, with the cell
};

/// "sheet "Terms", cell B12: ..." in a spreadsheet, where the line is the row and the column the column.
Error tableError(const char *code, const QString &message, const TableOptions &options, qint64 line,
                 qint64 column);

/// The rows from the first that is no comment on; spreadsheets have no comments.
std::vector<TsvRow> withoutComments(std::vector<TsvRow> rows, const TableOptions &options);

/// The entries of a table; its columns are those of layoutTable. What readTsv and readCsv share and document.
Result<GlossaryContents> readTable(std::vector<TsvRow> rows, const TableOptions &options);

/// The cells of an entry by tsvColumns; a list where a cell holds several texts.
using EntryCells = std::array<QStringList, tsvColumns.size()>;

/// How often each kind of thing was left out or changed, by a sentence that says what.
using Losses = QMap<QString, int>;

/// An entry as a row; none for an entry without a Vietnamese or an English term. English that is not to be
/// used has columns of its own; a Vietnamese term whose status is worse than its row's is left out rather
/// than admitted.
std::optional<EntryCells> entryCells(const ConceptEntry &entry, Losses &losses);

bool isListColumn(std::size_t column);

/// The texts of a cell of CSV or XLSX that holds several: \| and \\ are a bar and a backslash.
QString listCell(const QStringList &values);

/// A termbase as the rows of a table, without the columns that it does not need.
struct TableRows
{
    std::vector<std::size_t> columns; ///< indices into tsvColumns
    std::vector<EntryCells> entries;
};
TableRows tableRows(const Termbase &termbase);

/// What a table cannot hold of a termbase: a sentence a kind, with a count.
QStringList tableLosses(const Termbase &termbase);

/// "2 definitions are left out." for {"definitions are left out": 2}, each with its count.
QStringList lossSentences(const Losses &losses);

} // namespace verbale::glossary
