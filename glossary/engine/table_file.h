#pragma once

#include "glossary/engine/interchange.h"
#include "glossary/engine/table.h"

namespace verbale::glossary {

/// A TSV, CSV or XLSX file cut into rows, before anything is made of them.
struct TableFile
{
    FileFormat format = FileFormat::Tsv;
    std::vector<TsvRow> rows; ///< their views look into `text` and `unquoted`
    QString text;
    QStringList unquoted = {};
    QList<Error> rejected = {}; ///< rows that are not even rows
    QStringList warnings = {};
    QString encoding = {}; ///< for people
    QStringList sheets = {};
    TableOptions options = {}; ///< for readTable and layoutTable
};

/// Whether the file is a table, as `options` or its bytes and name say.
FileFormat formatOfGlossary(const QByteArray &bytes, const QString &fileName, const ReadOptions &options);
bool isTable(FileFormat format);

/// Decodes and splits a table of that format. Errors: those of text::decode and of openXlsx.
Result<TableFile> openTable(const QByteArray &bytes, const QString &fileName, FileFormat format,
                            const ReadOptions &options);

/// The sheet `options.sheet` of a spreadsheet, or the first that a glossary can be read from. Errors:
/// xlsx.encrypted, xlsx.damaged, xlsx.too-large, xlsx.not-xlsx, xlsx.no-such-sheet, those of xml::parse.
Result<TableFile> openXlsx(const QByteArray &bytes, const QString &fileName, const ReadOptions &options);

/// The entries of an open table.
Result<GlossaryContents> readTable(TableFile file);

} // namespace verbale::glossary
