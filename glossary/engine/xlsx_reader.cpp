#include "glossary/engine/table_file.h"
#include "glossary/engine/table_layout.h"
#include "glossary/engine/xlsx.h"
#include "glossary/engine/xlsx_sheet.h"

namespace verbale::glossary {

namespace {

using xlsx::Sheet;
using xlsx::SheetInfo;

QStringList namesOf(const xlsx::Book &book)
{
    QStringList names;
    for (const SheetInfo &sheet : book.sheets)
        names.append(sheet.name);
    return names;
}

/// How well a sheet can be read as a glossary: 3 with a header, 2 without one, 1 with any cell, 0 without.
int fitness(const Sheet &sheet, const TableOptions &options)
{
    if (sheet.rows.empty())
        return 0;
    const TableLayout layout = layoutTable(sheet.rows, options);
    return layout.problem ? 1 : layout.header ? 3 : 2;
}

void take(Sheet sheet, TableFile &file)
{
    file.rows = std::move(sheet.rows);
    file.unquoted += sheet.texts;
    file.warnings = std::move(sheet.warnings);
    file.rejected.clear();
    for (const xlsx::BadCell &cell : sheet.badCells) {
        file.rejected.append(
            tableError("xlsx.bad-cell",
                       QStringLiteral("the cell holds the error %1 instead of a text; correct or empty it")
                           .arg(cell.text),
                       file.options, cell.row, cell.column));
    }
}

} // namespace

bool isPacked(const QByteArray &bytes)
{
    return bytes.startsWith("PK\x03\x04");
}

Result<TableFile> openXlsx(const QByteArray &bytes, const QString &fileName, const ReadOptions &options)
{
    Result<xlsx::Package> package = xlsx::Package::open(bytes, fileName, xlsx::spreadsheet);
    if (!package)
        return package.error();
    const Result<xlsx::Book> book = xlsx::readBook(*package);
    if (!book)
        return book.error();
    TableFile file;
    file.format = FileFormat::Xlsx;
    file.sheets = namesOf(*book);
    file.options = {fileName, false, options.columnNames, options.header};
    if (!options.sheet.isEmpty() && !file.sheets.contains(options.sheet))
        return package->error(".no-such-sheet",
                              QStringLiteral("the spreadsheet has no sheet \"%1\"; it has \"%2\"")
                                  .arg(options.sheet, file.sheets.join(QStringLiteral("\", \""))));
    int best = -1;
    for (const bool hidden : {false, true}) {
        for (const SheetInfo &info : book->sheets) {
            const bool wanted = options.sheet.isEmpty() ? info.hidden == hidden : info.name == options.sheet;
            if (!wanted || best == 3)
                continue;
            Result<Sheet> sheet = xlsx::readSheet(*package, *book, info);
            if (!sheet)
                return sheet.error();
            TableOptions asked = file.options;
            asked.sheet = info.name;
            const int fits = fitness(*sheet, asked);
            if (fits <= best)
                continue;
            best = fits;
            file.options.sheet = info.name;
            file.unquoted = book->strings;
            take(*std::move(sheet), file);
        }
    }
    return file;
}

} // namespace verbale::glossary
