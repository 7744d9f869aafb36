#include "glossary/engine/table.h"
#include "glossary/engine/tsv.h"

namespace verbale::glossary {

QByteArray writeTsv(const Termbase &termbase)
{
    const TableRows rows = tableRows(termbase);
    QString text;
    const auto endCell = [&](std::size_t place) { text += place + 1 < rows.columns.size() ? u'\t' : u'\n'; };
    for (std::size_t i = 0; i < rows.columns.size(); ++i) {
        text += QLatin1String(tsvColumns[rows.columns[i]]);
        endCell(i);
    }
    for (const EntryCells &cells : rows.entries) {
        for (std::size_t i = 0; i < rows.columns.size(); ++i) {
            const QStringList &cell = cells[rows.columns[i]];
            text += isListColumn(rows.columns[i]) ? escapeList(cell) : escapeCell(cell.value(0));
            endCell(i);
        }
    }
    return text.toUtf8();
}

} // namespace verbale::glossary
