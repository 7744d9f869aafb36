#include "session/glossary_preview.h"

#include "glossary/engine/table_file.h"
#include "glossary/engine/table_layout.h"
#include "session/glossary_sources.h"

namespace verbale::session {

namespace {

using glossary::GlossaryContents;
using glossary::tsvColumns;

QString fieldName(int field)
{
    return field < 0 ? QString() : QString::fromLatin1(tsvColumns[static_cast<std::size_t>(field)]);
}

QString cellText(const glossary::TsvRow &row, std::size_t column, bool escapes)
{
    if (column >= row.cells.size())
        return {};
    const QStringView raw = row.cells[column].raw;
    return escapes ? glossary::unescapeCell(raw) : raw.trimmed().toString();
}

/// What the file's rows look like, whatever becomes of them.
void showTable(const glossary::TableFile &file, qsizetype shown, GlossaryPreview &preview)
{
    preview.encoding = file.encoding;
    preview.sheets = file.sheets;
    preview.sheet = file.options.sheet;
    const std::vector<glossary::TsvRow> rows = glossary::withoutComments(file.rows, file.options);
    if (rows.empty())
        return;
    const glossary::TableLayout layout = glossary::layoutTable(rows, file.options);
    preview.header = layout.header;
    preview.problem = layout.problem;
    for (const glossary::TableColumn &column : layout.columns) {
        preview.columns.append({column.name, QStringLiteral("#%1").arg(preview.columns.size() + 1),
                                fieldName(column.field), column.guessed});
    }
    preview.rowCount = static_cast<qint64>(rows.size() - layout.firstRow);
    for (std::size_t i = layout.firstRow; i < rows.size() && preview.rows.size() < shown; ++i) {
        QStringList cells;
        for (std::size_t column = 0; column < layout.columns.size(); ++column)
            cells.append(cellText(rows[i], column, file.options.escapes));
        preview.rows.append(cells);
    }
}

/// The first entries as the rows of a table, for what is no table.
void showEntries(const glossary::Termbase &termbase, qsizetype shown, GlossaryPreview &preview)
{
    const glossary::Termbase first({}, termbase.entries().mid(0, shown));
    const glossary::TableRows rows = glossary::tableRows(first);
    for (const std::size_t column : rows.columns) {
        const QString name = fieldName(static_cast<int>(column));
        preview.columns.append({name, QStringLiteral("#%1").arg(preview.columns.size() + 1), name, false});
    }
    for (const glossary::EntryCells &cells : rows.entries) {
        QStringList row;
        for (const std::size_t column : rows.columns)
            row.append(cells[column].join(QLatin1String(" | ")));
        preview.rows.append(row);
    }
}

void judge(const Result<GlossaryContents> &contents, GlossaryPreview &preview)
{
    if (!contents) {
        preview.problem = contents.error();
        return;
    }
    sortFindings(*contents, preview.rejected, preview.warnings);
    glossary::MergedGlossary merged = glossary::mergeGlossaries({*contents});
    preview.duplicates = std::move(merged.duplicates);
    preview.entries = merged.termbase.entries().size();
}

} // namespace

QStringList glossaryFields()
{
    QStringList fields;
    for (const char *name : tsvColumns)
        fields.append(QString::fromLatin1(name));
    return fields;
}

Result<GlossaryPreview> previewGlossary(const GlossarySource &source, const GlossaryImportOptions &options,
                                        qsizetype rows)
{
    const Result<glossary::ReadOptions> reading = readOptions(options);
    if (!reading)
        return reading.error();
    const Result<QByteArray> bytes = bytesOf(source);
    if (!bytes)
        return bytes.error();
    GlossaryPreview preview;
    const glossary::FileFormat format = glossary::formatOfGlossary(*bytes, source.path, *reading);
    preview.format = glossary::formatName(format);
    if (!glossary::isTable(format)) {
        const Result<GlossaryContents> contents = glossary::readGlossary(*bytes, source.path, *reading);
        if (contents)
            showEntries(contents->termbase, rows, preview);
        judge(contents, preview);
        preview.rowCount = preview.entries + preview.rejected.size();
        return preview;
    }
    Result<glossary::TableFile> file = glossary::openTable(*bytes, source.path, format, *reading);
    if (!file)
        return file.error();
    showTable(*file, rows, preview);
    if (!preview.problem)
        judge(glossary::readTable(*std::move(file)), preview);
    return preview;
}

} // namespace verbale::session
