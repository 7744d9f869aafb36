#include "formats/review/reviewed_table.h"

namespace verbale::review {

namespace {

/// Where the columns of a review table are; -1: it has none of the name.
struct Columns
{
    qsizetype id = -1;
    qsizetype source = -1;
    qsizetype target = -1;
    qsizetype state = -1;
    qsizetype notes = -1;
};

std::optional<Columns> columnsOf(const QStringList &cells)
{
    Columns columns;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const QString name = cells[i].trimmed().toLower();
        const auto take = [&name, i](const char *wanted, qsizetype &column) {
            if (column < 0 && name == QLatin1String(wanted))
                column = i;
        };
        take("id", columns.id);
        take("source", columns.source);
        take("target", columns.target);
        take("state", columns.state);
        take("notes", columns.notes);
        take("comment", columns.notes);
    }
    if (columns.target < 0 || (columns.id < 0 && columns.source < 0))
        return std::nullopt;
    return columns;
}

} // namespace

std::optional<ReviewedTable> reviewedTable(const FoundTable &found)
{
    std::optional<Columns> columns;
    ReviewedTable table;
    qsizetype number = 0;
    for (const FoundTable::Row &row : found.rows) {
        if (!columns) {
            columns = columnsOf(row.cells);
            table.hasSource = columns && columns->source >= 0;
            table.strayComments += row.comments;
            continue;
        }
        const auto cell = [&row](qsizetype column) {
            return column < 0 ? QString() : row.cells.value(column);
        };
        ReviewedRow reviewed;
        reviewed.number = ++number;
        reviewed.key = row.key.isEmpty() ? cell(columns->id).trimmed() : row.key;
        reviewed.source = cell(columns->source);
        reviewed.target = cell(columns->target);
        reviewed.state = cell(columns->state).trimmed();
        reviewed.comments = cell(columns->notes).split(u'\n', Qt::SkipEmptyParts) + row.comments;
        if (reviewed.key.isEmpty() && reviewed.source.isEmpty()) {
            table.strayComments += reviewed.comments;
            continue;
        }
        reviewed.warnings = row.warnings;
        if (table.cutRow == 0 && row.cells.size() <= columns->target)
            table.cutRow = number;
        table.rows.append(reviewed);
    }
    if (!columns)
        return std::nullopt;
    return table;
}

Error noReviewTable(const QString &fileName)
{
    return {
        QStringLiteral("review.columns"),
        QStringLiteral("There is no review table in this file: one whose first row says target, and id or "
                       "source. Give back the file that `verbale export` wrote, with its header."),
        {fileName}};
}

} // namespace verbale::review
