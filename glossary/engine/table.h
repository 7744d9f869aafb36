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
    QHash<QString, QString> columnNames = {}; ///< what the file calls a column, case-folded -> of tsvColumns
};

/// The entries of a table whose first row that is no comment is a header, or that has OmegaT's three columns;
/// what readTsv and readCsv share and document.
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
