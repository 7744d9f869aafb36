#include "command-line/glossary_preview_report.h"

namespace verbale::commandline {

namespace {

Json errorToJson(const Error &error)
{
    return Json{{"file", toJson(error.where.file)},
                {"line", error.where.line},
                {"column", error.where.column},
                {"code", toJson(error.code)},
                {"message", toJson(error.message)}};
}

QString sample(const session::GlossaryPreview &preview, qsizetype column)
{
    constexpr int longest = 40;
    for (const QStringList &row : preview.rows) {
        const QString text = row.value(column).simplified();
        if (!text.isEmpty())
            return text.size() > longest ? text.left(longest - 1) + QChar(u'…') : text;
    }
    return {};
}

} // namespace

Json errorsToJson(const QList<Error> &errors)
{
    Json list = Json::array();
    for (const Error &error : errors)
        list.push_back(errorToJson(error));
    return list;
}

Json previewToJson(const QString &path, const session::GlossaryPreview &preview)
{
    Json columns = Json::array();
    for (const session::GlossaryColumn &column : preview.columns) {
        columns.push_back(Json{{"key", toJson(column.key)},
                               {"name", toJson(column.name)},
                               {"field", toJson(column.field)},
                               {"guessed", column.guessed}});
    }
    Json rows = Json::array();
    for (const QStringList &row : preview.rows)
        rows.push_back(toJson(row));
    return Json{{"file", toJson(path)},
                {"format", toJson(preview.format)},
                {"encoding", toJson(preview.encoding)},
                {"sheets", toJson(preview.sheets)},
                {"sheet", toJson(preview.sheet)},
                {"header", preview.header},
                {"columns", columns},
                {"rows", rows},
                {"rowCount", preview.rowCount},
                {"entries", preview.entries},
                {"rejected", errorsToJson(preview.rejected)},
                {"duplicates", errorsToJson(preview.duplicates)},
                {"warnings", toJson(preview.warnings)},
                {"problem", preview.problem ? errorToJson(*preview.problem) : Json()}};
}

void printPreview(Printer &out, const QString &path, const session::GlossaryPreview &preview)
{
    QString what = preview.format;
    if (!preview.encoding.isEmpty())
        what += QLatin1String(", ") + preview.encoding;
    if (!preview.sheet.isEmpty())
        what += QStringLiteral(", sheet \"%1\" of %2").arg(preview.sheet).arg(preview.sheets.size());
    out.line(QStringLiteral("%1: %2, %3 rows, %4 entries to import")
                 .arg(path, what)
                 .arg(preview.rowCount)
                 .arg(preview.entries));
    for (qsizetype i = 0; i < preview.columns.size(); ++i) {
        const session::GlossaryColumn &column = preview.columns[i];
        const QString field = column.field.isEmpty() ? QStringLiteral("-") : column.field;
        out.line(QStringLiteral("  %1 %2 %3 %4")
                     .arg(column.key, -4)
                     .arg(field + (column.guessed ? QStringLiteral(" (guessed)") : QString()), -24)
                     .arg(column.name, -24)
                     .arg(sample(preview, i)));
    }
    out.line(QStringLiteral("  %1 rejected, %2 duplicates; nothing was written")
                 .arg(preview.rejected.size())
                 .arg(preview.duplicates.size()));
}

} // namespace verbale::commandline
