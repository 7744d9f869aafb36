#pragma once

#include "glossary/engine/tsv_cells.h"
#include "glossary/engine/xlsx_book.h"

namespace verbale::glossary::xlsx {

/// A cell that holds an error instead of a text.
struct BadCell
{
    QString text; ///< "#N/A"
    qint64 row = 0;
    qint64 column = 0;
};

/// A sheet's rows that are not blank. The views look into the book's strings and `texts`.
struct Sheet
{
    std::vector<TsvRow> rows;
    QStringList texts; ///< what is no shared text
    std::vector<BadCell> badCells;
    QStringList warnings;
};

/// Merged cells of one column hold their text in each row; other merged cells in the first. Of formulas the
/// stored value counts. Errors: those of Package and xml::parse, xlsx.too-large.
Result<Sheet> readSheet(Package &package, const Book &book, const SheetInfo &info);

} // namespace verbale::glossary::xlsx
