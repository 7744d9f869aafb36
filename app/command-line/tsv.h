#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace verbale::commandline {

/// A field of a TSV row: tab, newline, carriage return and backslash stand as \t \n \r \\.
QString escapeTsv(const QString &field);

/// The way back. A backslash before any other character stays.
QString unescapeTsv(const QString &field);

/// A row with its line end.
QString tsvRow(const QStringList &fields);

} // namespace verbale::commandline
