#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace verbale::testing {

/// The folder of the standards' schemas and suites, or an empty string where it is not at hand.
QString standardsFolder();

/// Why schemaErrors() cannot work here for the version; empty when it can.
QString whyNoSchema(const QString &version);

/// What is wrong with XLIFF files by the OASIS schemas of a version and all of its modules: "1.2" (strict),
/// "1.2-transitional", "2.0", "2.1", "2.2" (without ITS, whose schema there imports a file that is absent).
/// An empty text for each file that is valid. xmllint is called once for many files.
QStringList schemaErrors(const QString &version, const QList<QByteArray> &files);

/// Why schematronErrors() cannot work here; empty when it can.
QString whyNoSchematron();

/// The same by the Schematron rules of XLIFF 2.1 and its modules, of role error.
QStringList schematronErrors(const QList<QByteArray> &files);

} // namespace verbale::testing
