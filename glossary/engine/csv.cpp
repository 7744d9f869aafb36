#include "glossary/engine/csv.h"

#include "glossary/engine/table_file.h"

namespace verbale::glossary {

namespace {

QString quoted(QString value, QChar separator)
{
    const bool plain = !value.contains(separator) && !value.contains(u'"') && !value.contains(u'\n') &&
                       !value.contains(u'\r');
    if (plain)
        return value;
    return u'"' + value.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

} // namespace

Result<GlossaryContents> readCsv(const QByteArray &bytes, const QString &fileName,
                                 const QHash<QString, QString> &columnNames)
{
    Result<TableFile> file = openTable(bytes, fileName, FileFormat::Csv, {FileFormat::Csv, columnNames});
    if (!file)
        return file.error();
    return readTable(*std::move(file));
}

QByteArray writeCsv(const Termbase &termbase, QChar separator)
{
    QString text(QChar::ByteOrderMark);
    const TableRows rows = tableRows(termbase);
    for (std::size_t i = 0; i < rows.columns.size(); ++i)
        text += (i == 0 ? QString() : QString(separator)) + QLatin1String(tsvColumns[rows.columns[i]]);
    text += QLatin1String("\r\n");
    for (const EntryCells &cells : rows.entries) {
        for (std::size_t i = 0; i < rows.columns.size(); ++i) {
            const QStringList &cell = cells[rows.columns[i]];
            text += i == 0 ? QString() : QString(separator);
            text += quoted(isListColumn(rows.columns[i]) ? listCell(cell) : cell.value(0), separator);
        }
        text += QLatin1String("\r\n");
    }
    return text.toUtf8();
}

} // namespace verbale::glossary
