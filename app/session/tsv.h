#pragma once

#include "text/decode.h"

#include <verbale/sdk/result.h>

#include <QtCore/QHash>
#include <QtCore/QStringList>

#include <optional>

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
    /// Reads a text of decodeTable(). Lines without anything in their fields are no rows. `fewestFields`:
    /// a row may end after so many, as one does when an editor has taken the tabs from its end; without it
    /// every row has as many as the header. Error, with the line: `errorCode`, for a row that has fewer, or
    /// more than the header.
    static Result<TsvTable> read(QStringView text, const QString &name, const QString &errorCode,
                                 std::optional<qsizetype> fewestFields = std::nullopt);

    /// The names that the first line has, in small letters.
    static QStringList columnsOf(QStringView text);

    [[nodiscard]] bool has(const char *column) const { return m_columns.contains(QLatin1String(column)); }
    [[nodiscard]] qsizetype rowCount() const { return m_rows.size(); }
    [[nodiscard]] qsizetype lineOf(qsizetype row) const { return m_rows[row].line; } ///< from 1
    /// Whether the row goes as far as this column.
    [[nodiscard]] bool isGiven(qsizetype row, const char *column) const;
    /// Whether the row has all the fields of the header.
    [[nodiscard]] bool isWhole(qsizetype row) const { return m_rows[row].fields.size() == m_width; }
    /// Unescaped; empty where the table has no such column, or the row ends before it.
    [[nodiscard]] QString value(qsizetype row, const char *column) const;

private:
    struct Row
    {
        qsizetype line;
        QStringList fields;
    };
    QHash<QString, qsizetype> m_columns; ///< places in a row by name
    QList<Row> m_rows;
    qsizetype m_width = 0; ///< fields of the header
};

} // namespace verbale::session
