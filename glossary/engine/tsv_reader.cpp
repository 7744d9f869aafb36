#include "glossary/engine/table.h"
#include "glossary/engine/tsv.h"
#include "text/decode.h"

namespace verbale::glossary {

Result<TsvContents> readTsv(const QByteArray &bytes, const QString &fileName,
                            const QHash<QString, QString> &columnNames)
{
    const Result<text::DecodedText> decoded = text::decode(bytes, fileName);
    if (!decoded)
        return decoded.error();
    return readTable(splitTsv(decoded->text), {fileName, true, columnNames});
}

} // namespace verbale::glossary
