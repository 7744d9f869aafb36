#include "session/tsv.h"

#include "glossary/engine/tsv_cells.h"

namespace verbale::session {

namespace {

/// The next line without its end; `rest` becomes what follows.
QStringView takeLine(QStringView &rest)
{
    const qsizetype end = rest.indexOf(u'\n');
    QStringView line = end < 0 ? rest : rest.first(end);
    rest = end < 0 ? QStringView() : rest.sliced(end + 1);
    return line.endsWith(u'\r') ? line.chopped(1) : line;
}

QStringView withoutMark(QStringView text)
{
    return text.startsWith(QChar(QChar::ByteOrderMark)) ? text.sliced(1) : text;
}

QStringList namesIn(QStringView header)
{
    QStringList names;
    for (const QStringView name : header.split(u'\t'))
        names.append(name.trimmed().toString().toLower());
    return names;
}

} // namespace

QString escapeTsv(const QString &field)
{
    return glossary::escapeCell(field);
}

QString unescapeTsv(QStringView field)
{
    return glossary::unescapeText(field);
}

QString tsvRow(const QStringList &fields)
{
    QStringList escaped;
    for (const QString &field : fields)
        escaped.append(escapeTsv(field));
    return escaped.join(QLatin1Char('\t')) + QLatin1Char('\n');
}

Result<text::DecodedText> decodeTable(const QByteArray &bytes, const QString &name)
{
    if (!bytes.contains('\0')) { // UTF-16 without a byte order mark may be UTF-8, letter by letter
        text::DecodeOptions options;
        options.encoding = text::Encoding::Utf8;
        Result<text::DecodedText> decoded = text::decode(bytes, name, options);
        if (decoded || decoded.error().code != QLatin1String("text.bad-utf8"))
            return decoded;
    }
    Result<text::DecodedText> decoded = text::decode(bytes, name, {});
    if (decoded || decoded.error().code != QLatin1String("text.unknown-encoding"))
        return decoded;
    return Error{decoded.error().code,
                 QStringLiteral("The table is not UTF-8, and no other encoding is clear. Save it as UTF-8."),
                 decoded.error().where};
}

QStringList TsvTable::columnsOf(QStringView text)
{
    text = withoutMark(text);
    return namesIn(takeLine(text));
}

Result<TsvTable> TsvTable::read(QStringView text, const QString &name, const QString &errorCode,
                                std::optional<qsizetype> fewestFields)
{
    TsvTable table;
    text = withoutMark(text);
    const QStringList names = namesIn(takeLine(text));
    table.m_width = names.size();
    for (qsizetype i = names.size() - 1; i >= 0; --i)
        table.m_columns.insert(names[i], i);
    for (qsizetype line = 2; !text.isEmpty(); ++line) {
        const QStringView content = takeLine(text);
        if (content.trimmed().isEmpty())
            continue;
        const QList<QStringView> fields = content.split(u'\t');
        if (fields.size() > names.size() || fields.size() < fewestFields.value_or(names.size()))
            return Error{errorCode,
                         QStringLiteral("The row has %1 fields and the header %2. A tab, a line end and a "
                                        "backslash in a text stand as \\t, \\n and \\\\.")
                             .arg(fields.size())
                             .arg(names.size()),
                         {name, line}};
        Row row{line, {}};
        row.fields.reserve(fields.size());
        for (const QStringView field : fields)
            row.fields.append(unescapeTsv(field));
        table.m_rows.append(std::move(row));
    }
    return table;
}

QString TsvTable::value(qsizetype row, const char *column) const
{
    const qsizetype place = m_columns.value(QLatin1String(column), -1);
    return place < 0 ? QString() : m_rows[row].fields.value(place);
}

bool TsvTable::isGiven(qsizetype row, const char *column) const
{
    const qsizetype place = m_columns.value(QLatin1String(column), -1);
    return place >= 0 && place < m_rows[row].fields.size();
}

} // namespace verbale::session
