#include "command-line/edit_table.h"

#include "session/tsv.h"

namespace verbale::commandline {

Result<QList<session::EditRequest>> readEditTable(const QByteArray &bytes, const QString &fileName,
                                                  QStringList &warnings)
{
    const QString code = QStringLiteral("edit.table");
    const Result<text::DecodedText> decoded = session::decodeTable(bytes, fileName);
    if (!decoded)
        return decoded.error();
    warnings += decoded->warnings;
    const QStringList columns = session::TsvTable::columnsOf(decoded->text);
    const bool hasTarget = columns.contains(QLatin1String("target"));
    if (!columns.contains(QLatin1String("unit")) || (!hasTarget && !columns.contains(QLatin1String("state"))))
        return Error{code,
                     QStringLiteral("The first line has to name the columns: unit, segment, state, target."),
                     {fileName, 1}};
    const Result<session::TsvTable> table = session::TsvTable::read(decoded->text, fileName, code);
    if (!table)
        return table.error();
    QList<session::EditRequest> requests;
    for (qsizetype row = 0; row < table->rowCount(); ++row) {
        session::EditRequest request;
        request.unit = table->value(row, "unit");
        request.segment = table->value(row, "segment");
        request.state = table->value(row, "state");
        if (hasTarget)
            request.target = table->value(row, "target");
        request.where = {fileName, table->lineOf(row)};
        requests.append(request);
    }
    return requests;
}

} // namespace verbale::commandline
