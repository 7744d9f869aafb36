#pragma once

#include "text/decode.h"

#include <verbale/sdk/result.h>

#include <QtCore/QHash>
#include <QtCore/QStringList>

namespace verbale::session {

/// A field of a TSV row: tab, newline, carriage return and backslash stand as \t \n \r \\.
QString escapeTsv(const QString &field);

/// The way back. A backslash before any other character stays.
QString unescapeTsv(QStringView field);

/// A row with its line end.
QString tsvRow(const QStringList &fields);

/// The text of a table: UTF-8 as it stands, so that no letter of a translation is taken for something else;
/// what is none, UTF-16 or a legacy encoding, by text::decode(). Errors: those of text::decode.
Result<text::DecodedText> decodeTable(const QByteArray &bytes, const QString &name);

/// A table whose first line names its columns, in small or capital letters. Where two have a name, the first
/// one is meant.
class TsvTable
{
public:
    /// Reads a text of decodeTable(). Lines without anything in their fields are no rows. Error, with the
    /// line: `errorCode`, for a row that has more fields than the header or fewer.
    static Result<TsvTable> read(QStringView text, const QString &name, const QString &errorCode);

    /// The names that the first line has, in small letters.
    static QStringList columnsOf(QStringView text);

    [[nodiscard]] bool has(const char *column) const { return m_columns.contains(QLatin1String(column)); }
    [[nodiscard]] qsizetype rowCount() const { return m_rows.size(); }
    [[nodiscard]] qsizetype lineOf(qsizetype row) const { return m_rows[row].line; } ///< from 1
    /// Unescaped; empty where the table has no such column.
    [[nodiscard]] QString value(qsizetype row, const char *column) const;

private:
    struct Row
    {
        qsizetype line;
        QStringList fields;
    };
    QHash<QString, qsizetype> m_columns; ///< places in a row by name
    QList<Row> m_rows;
};

} // namespace verbale::session
