// Any bytes: a spreadsheet or a refusal, every rejected row with its place. Bytes that do not begin as a
// packed file do are taken for the rows of a sheet, which random changes of a packed file would never reach.
// Run: build/fuzz/fuzz/fuzz_glossary_xlsx -max_total_time=60

#include "../unit/glossary/packed_file.h"
#include "glossary/engine/table_file.h"
#include "glossary/engine/xlsx.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace verbale;
using namespace verbale::glossary;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QString name = QStringLiteral("x.xlsx");
    if (!isPacked(bytes)) {
        Workbook book;
        book.sheets = {{QStringLiteral("S"), QString::fromUtf8(bytes)}};
        book.strings = QStringLiteral("<si><t>vi</t></si><si><t>en</t></si><si><r><t>a</t></r></si>");
        book.styles = QStringLiteral("<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>");
        bytes = packed(book.parts());
    }
    const Result<TableFile> file = openTable(bytes, name, FileFormat::Xlsx, {});
    if (!file.ok()) {
        if (file.error().message.isEmpty() || !file.error().where.file.startsWith(name))
            std::abort();
        return 0;
    }
    const Result<GlossaryContents> contents = readTable(*file);
    if (!contents.ok())
        return contents.error().message.isEmpty() ? (std::abort(), 0) : 0;
    for (const Error &row : contents->rejectedRows) {
        if (row.where.line < 1 || row.message.isEmpty())
            std::abort();
    }
    return 0;
}
