#include "command-line/edit_table.h"

#include "command-line/tsv.h"

#include <QtCore/QStringDecoder>

namespace verbale::commandline {

namespace {

Error refusal(const QString &message, const QString &file, qsizetype line)
{
    return {QStringLiteral("edit.table"), message, {file, line}};
}

QStringList fieldsOf(const QString &line)
{
    QStringList fields = line.split(u'\t');
    for (QString &field : fields)
        field = unescapeTsv(field);
    return fields;
}

} // namespace

Result<QList<session::EditRequest>> readEditTable(const QByteArray &bytes, const QString &fileName)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder.decode(bytes);
    if (decoder.hasError())
        return refusal(QStringLiteral("The table is not UTF-8; save it as UTF-8."), fileName, 1);
    QStringList lines = text.split(u'\n');
    for (QString &line : lines) {
        if (line.endsWith(u'\r'))
            line.chop(1);
    }
    const QStringList header = fieldsOf(lines.first());
    const qsizetype unit = header.indexOf(QLatin1String("unit"));
    const qsizetype segment = header.indexOf(QLatin1String("segment"));
    const qsizetype target = header.indexOf(QLatin1String("target"));
    const qsizetype state = header.indexOf(QLatin1String("state"));
    if (unit < 0 || (target < 0 && state < 0))
        return refusal(
            QStringLiteral("The first line has to name the columns: unit, segment, state, target."), fileName,
            1);
    QList<session::EditRequest> requests;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        if (lines[i].isEmpty())
            continue;
        const QStringList fields = fieldsOf(lines[i]);
        if (fields.size() != header.size())
            return refusal(QStringLiteral("The row has %1 fields and the header %2. A tab, a line end and a "
                                          "backslash in a text stand as \\t, \\n and \\\\.")
                               .arg(fields.size())
                               .arg(header.size()),
                           fileName, i + 1);
        session::EditRequest request;
        request.unit = fields[unit];
        request.segment = segment < 0 ? QString() : fields[segment];
        request.state = state < 0 ? QString() : fields[state];
        if (target >= 0)
            request.target = fields[target];
        request.where = {fileName, i + 1};
        requests.append(request);
    }
    return requests;
}

} // namespace verbale::commandline
