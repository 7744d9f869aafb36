#pragma once

#include "zip/package.h"

#include <QtCore/QStringList>

#include <vector>

namespace verbale::xml {
struct Element;
}

namespace verbale::glossary::xlsx {

using zip::Package;
constexpr zip::PackageKind spreadsheet{"xlsx", "spreadsheet", "split it, or save the sheet as CSV"};

/// What a number stands for.
enum class NumberKind { Number, Year, Month, Date, DateTime, Time };

struct SheetInfo
{
    QString name;
    QString part;
    bool hidden = false;
};

/// What the sheets of a spreadsheet share.
struct Book
{
    std::vector<SheetInfo> sheets;
    QStringList strings;            ///< the shared texts, rich ones without their formats
    std::vector<NumberKind> styles; ///< what each cell style makes of a number
    bool from1904 = false;          ///< dates count from 1904 instead of 1900
};

/// The part that `target` means when part `from` refers to it: "xl/worksheets/sheet1.xml".
QString resolvePart(const QString &from, const QString &target);

/// Errors: those of Package, xlsx.not-xlsx for another packed file, xlsx.malformed and other codes of
/// xml::parse.
Result<Book> readBook(Package &package);

/// The text of a shared or inline string: its own and that of its runs, without phonetic hints.
QString stringText(const xml::Element &element);

/// What a format code makes of a number: "dd/mm/yyyy", "mmm-yy", "h:mm", "0.00".
NumberKind kindOfFormat(const QString &code);

/// A cell's number as text: the file's own digits as far as they are plain, dates as ISO 8601.
QString numberText(const QString &written, NumberKind kind, bool from1904);

} // namespace verbale::glossary::xlsx
