#pragma once

#include "glossary/engine/table.h"

#include <optional>

namespace verbale::glossary {

/// The places of tsvColumns.
enum TableField {
    Id,
    Vi,
    En,
    Pos,
    Domain,
    Status,
    ViVariants,
    EnVariants,
    AbbreviationVi,
    AbbreviationEn,
    Note,
    Authority,
    ValidFrom,
    ValidTo,
    DeprecatedEn,
    ForbiddenEn,
    Reason,
    Replacement
};

/// A column as the file has it.
struct TableColumn
{
    QString name;         ///< of the header; empty where there is none
    int field = -1;       ///< a TableField; -1: left out
    bool guessed = false; ///< by a synonym or by its cells, not by its own name or the user's word
    qint64 place = 0;     ///< of the name: the column as in TsvCell
};

/// What the columns of a table are.
struct TableLayout
{
    std::vector<TableColumn> columns;
    std::array<int, tsvColumns.size()> cellOf{}; ///< for each field its column; -1 where there is none
    bool header = false;
    std::size_t firstRow = 0;     ///< the first of the rows that are entries
    QList<Error> unknownColumns;  ///< columns that are left out, other than by the user's word
    std::optional<Error> problem; ///< why these columns make no glossary
};

/// `rows` without the comments before the first. A row that names both languages' columns, or any two
/// columns by their own names, is a header (in spreadsheets one of the first rows, below a title).
TableLayout layoutTable(const std::vector<TsvRow> &rows, const TableOptions &options);

/// What a column of that name holds: its own name, or what people call it in English or Vietnamese
/// ("Tiếng Việt", "English term", "Ghi chú"). -1 for a name that says nothing.
int fieldNamed(const QString &name);

/// Names that fit either language, and are given out by what else there is: "Source", "Thuật ngữ"; "Target",
/// "Nghĩa".
enum class LooseName { None, First, Second };
LooseName looseName(const QString &name);

} // namespace verbale::glossary
