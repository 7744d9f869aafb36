#include "glossary/engine/table_file.h"

#include "glossary/engine/csv.h"
#include "text/decode.h"

namespace verbale::glossary {

bool isTable(FileFormat format)
{
    return format == FileFormat::Tsv || format == FileFormat::Csv || format == FileFormat::OmegaT ||
           format == FileFormat::Xlsx;
}

Result<TableFile> openTable(const QByteArray &bytes, const QString &fileName, FileFormat format,
                            const ReadOptions &options)
{
    if (format == FileFormat::Xlsx)
        return openXlsx(bytes, fileName, options);
    Result<text::DecodedText> decoded = text::decode(bytes, fileName, {options.encoding});
    if (!decoded)
        return decoded.error();
    TableFile file;
    file.format = format;
    file.encoding = text::describeEncoding(decoded->encoding, decoded->confidence);
    file.text = std::move(decoded->text);
    file.options = {fileName, format != FileFormat::Csv, options.columnNames, options.header};
    if (format == FileFormat::Csv) {
        CsvRows csv = splitCsv(file.text, csvSeparator(file.text), fileName);
        file.rows = std::move(csv.rows);
        file.unquoted = std::move(csv.unquoted);
        file.rejected = std::move(csv.rejected);
    } else {
        file.rows = splitTsv(file.text);
    }
    return file;
}

Result<GlossaryContents> readTable(TableFile file)
{
    if (file.rows.empty() && !file.rejected.isEmpty())
        return file.rejected.first();
    Result<GlossaryContents> contents = readTable(std::move(file.rows), file.options);
    if (contents) {
        contents->rejectedRows += file.rejected;
        contents->warnings += file.warnings;
    }
    return contents;
}

} // namespace verbale::glossary
