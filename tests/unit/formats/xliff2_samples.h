#pragma once

#include <QtCore/QString>

/// XLIFF 2 files of our own, of which each breaks one rule of the standard or shows what it allows.
namespace verbale::xliff2samples {

QString document(const QString &version, const QString &content, const QString &attributes = {});

/// In a file with a unit after it, so that the file is complete.
QString inFile(const QString &content);
QString inUnit(const QString &content);
QString inSource(const QString &content);
/// A module's element before a segment "s1".
QString beforeSegment(const QString &content);
QString inMatch(const QString &content, const QString &attributes = QStringLiteral("ref='#m1'"));

/// Adds a row (code, sample) to the running test's table; `code` goes without its "xliff.".
void row(const char *code, const QString &content, const QString &version = QStringLiteral("2.1"));

/// Adds a row (code, sample) to the running test's table for every rule: "§" stands before the element that
/// breaks it.
void brokenRows();

} // namespace verbale::xliff2samples
