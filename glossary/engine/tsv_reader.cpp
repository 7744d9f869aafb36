#include "glossary/engine/table_file.h"
#include "glossary/engine/tsv.h"

namespace verbale::glossary {

Result<TsvContents> readTsv(const QByteArray &bytes, const QString &fileName,
                            const QHash<QString, QString> &columnNames)
{
    Result<TableFile> file = openTable(bytes, fileName, FileFormat::Tsv, {FileFormat::Tsv, columnNames});
    if (!file)
        return file.error();
    return readTable(*std::move(file));
}

} // namespace verbale::glossary
