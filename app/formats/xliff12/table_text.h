#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

/// Tab-separated lines in which tab, newline, carriage return and backslash stand as \t \n \r \\.
namespace verbale::xliff12 {

QString lineOf(const QStringList &cells);
QStringList cellsOf(const QString &line);

/// Variants in one cell, with | between them; a | or \ of a variant itself has a backslash before it.
QString variantsText(const QStringList &variants);
QStringList variantsOf(const QString &cell);

} // namespace verbale::xliff12
