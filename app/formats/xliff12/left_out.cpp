#include "formats/xliff12/left_out.h"

#include "formats/xliff12/table_text.h"

namespace verbale::xliff12 {

namespace {

const QString header = QStringLiteral("line\tstart\tend\tclass\ttext");

} // namespace

QList<LeftOutLine> readLeftOut(const QString &table, const QString &fileId)
{
    QList<LeftOutLine> lines;
    const QStringList rows = table.split(u'\n', Qt::SkipEmptyParts);
    if (rows.isEmpty() || rows.first() != header)
        return lines;
    for (const QString &row : rows.mid(1)) {
        const QStringList cells = cellsOf(row);
        if (cells.size() != 5)
            continue;
        bool ok = false;
        LeftOutLine line{0, -1, -1, cells[3], cells[4], fileId};
        line.line = std::max<qint64>(0, cells[0].toLongLong());
        line.start = cells[1].toLongLong(&ok);
        line.end = ok ? cells[2].toLongLong(&ok) : -1;
        if (ok && line.start >= 0 && line.end >= line.start)
            lines.append(line);
    }
    return lines;
}

QString leftOutText(const QList<LeftOutLine> &lines)
{
    QString text = header + u'\n';
    for (const LeftOutLine &line : lines)
        text += lineOf({QString::number(line.line), QString::number(line.start), QString::number(line.end),
                        line.reason.isEmpty() ? QStringLiteral("none") : line.reason, line.text}) +
                u'\n';
    return text;
}

} // namespace verbale::xliff12
