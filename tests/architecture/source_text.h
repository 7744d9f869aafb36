#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

namespace verbale::architecture {

/// An include line as written.
struct IncludeLine
{
    int line = 0;
    QString name;
    bool quoted = false; ///< "name"; otherwise <name>
};

/// A function's place; its length counts every line from its first to its closing brace.
struct FunctionSize
{
    QString name;
    int line = 0;
    int lines = 0;
};

/// The same text, of the same length, with comments and the insides of literals blanked. Line ends stay.
QString withoutCommentsAndLiterals(const QString &source);

QList<IncludeLine> includeLines(const QString &source);

/// The functions that a source file defines, member functions inside classes too; lambdas count with their
/// function. A scanner of braces, not a compiler: it reads what clang-format leaves behind.
QList<FunctionSize> functionSizes(const QString &source);

/// Lines that are neither blank nor comment alone.
int codeLines(const QString &source);

} // namespace verbale::architecture
