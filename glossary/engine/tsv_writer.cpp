#include "glossary/engine/table.h"
#include "glossary/engine/tsv.h"

namespace verbale::glossary {

QByteArray writeTsv(const Termbase &termbase)
{
    QStringList header;
    for (const char *column : tsvColumns)
        header.append(QLatin1String(column));
    QString text = header.join(u'\t') + u'\n';
    Losses losses;
    for (const ConceptEntry &entry : termbase.entries()) {
        const std::optional<EntryCells> cells = entryCells(entry, losses);
        for (std::size_t i = 0; cells && i < cells->size(); ++i) {
            const QStringList &cell = (*cells)[i];
            text += isListColumn(i) ? escapeList(cell) : escapeCell(cell.value(0));
            text += i + 1 < cells->size() ? u'\t' : u'\n';
        }
    }
    return text.toUtf8();
}

} // namespace verbale::glossary
