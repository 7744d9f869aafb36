#include "glossary/engine/table.h"
#include "glossary/engine/xlsx.h"

#include <xlsxwriter.h>

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>

namespace verbale::glossary {

namespace {

constexpr qsizetype longestCell = 32767;
constexpr uint8_t textFormat = 49; // "@"

Error writeFailed(const QString &reason)
{
    return {QStringLiteral("xlsx.write-failed"),
            QStringLiteral("The spreadsheet could not be written (%1). Free some space in the folder for "
                           "temporary files and try again.")
                .arg(reason)};
}

/// What XLSX would take for an escape, and characters that XML does not have.
QByteArray cellText(QString text, Losses &losses)
{
    static const QRegularExpression escape(QStringLiteral("_(?=x[0-9A-Fa-f]{4}_)"));
    text.replace(escape, QStringLiteral("_x005F_"));
    for (QChar &c : text) {
        const char16_t u = c.unicode();
        if (u == 0xFFFE || u == 0xFFFF || (u < 0x20 && u != u'\t' && u != u'\n' && u != u'\r')) {
            c = QChar::ReplacementCharacter;
            ++losses[QStringLiteral("characters that XML does not allow are replaced")];
        }
    }
    text.replace(u'\r', QStringLiteral("_x000D_"));
    if (text.size() > longestCell) {
        text.truncate(longestCell);
        ++losses[QStringLiteral("texts are cut that are longer than a cell may be")];
    }
    return text.toUtf8();
}

double widthOf(std::size_t column)
{
    switch (column) {
    case 1:
    case 2:
        return 42;
    case 6:
    case 7:
    case 10:
    case 11:
    case 16:
        return 32;
    case 0:
        return 24;
    default:
        return 16;
    }
}

void fill(lxw_workbook *book, const TableRows &rows, Losses &losses)
{
    lxw_worksheet *sheet = workbook_add_worksheet(book, "Glossary");
    lxw_format *text = workbook_add_format(book);
    format_set_num_format_index(text, textFormat);
    format_set_align(text, LXW_ALIGN_VERTICAL_TOP);
    format_set_text_wrap(text);
    lxw_format *bold = workbook_add_format(book);
    format_set_num_format_index(bold, textFormat);
    format_set_bold(bold);
    lxw_row_t line = 0;
    const auto put = [&](std::size_t column, const QByteArray &utf8, lxw_format *format) {
        if (!utf8.isEmpty())
            worksheet_write_string(sheet, line, static_cast<lxw_col_t>(column), utf8.constData(), format);
    };
    for (std::size_t i = 0; i < rows.columns.size(); ++i) {
        worksheet_set_column(sheet, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i),
                             widthOf(rows.columns[i]), text);
        put(i, tsvColumns[rows.columns[i]], bold);
    }
    worksheet_freeze_panes(sheet, 1, 0);
    for (const EntryCells &cells : rows.entries) {
        ++line;
        for (std::size_t i = 0; i < rows.columns.size(); ++i) {
            const QStringList &cell = cells[rows.columns[i]];
            put(i, cellText(isListColumn(rows.columns[i]) ? listCell(cell) : cell.value(0), losses), text);
        }
    }
    worksheet_autofilter(sheet, 0, 0, line, static_cast<lxw_col_t>(rows.columns.size() - 1));
}

} // namespace

Result<GlossaryBytes> writeXlsx(const Termbase &termbase)
{
    const TableRows rows = tableRows(termbase);
    if (rows.entries.size() >= LXW_ROW_MAX)
        return writeFailed(QStringLiteral("a sheet has only %1 rows").arg(LXW_ROW_MAX));
    const QTemporaryDir folder;
    if (!folder.isValid())
        return writeFailed(folder.errorString());
    const QString path = folder.filePath(QStringLiteral("glossary.xlsx"));
    QByteArray place = QFile::encodeName(folder.path());
    lxw_workbook_options options{};
    options.tmpdir = place.data();
    lxw_workbook *book = workbook_new_opt(QFile::encodeName(path).constData(), &options);
    if (book == nullptr)
        return writeFailed(QStringLiteral("no memory"));
    Losses losses;
    fill(book, rows, losses);
    if (const lxw_error error = workbook_close(book); error != LXW_NO_ERROR)
        return writeFailed(QString::fromUtf8(lxw_strerror(error)));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return writeFailed(file.errorString());
    return GlossaryBytes{file.readAll(), tableLosses(termbase) + lossSentences(losses)};
}

} // namespace verbale::glossary
